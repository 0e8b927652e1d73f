"""The cover: whose report, the totals, two charts, how many findings, which tables are there and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline import lines, ratios
from pipeline.figures import topmost
from pipeline.messages import text
from pipeline.model import SEVERITIES, Outcome
from pipeline.reports import Skipped, lacking
from pipeline.sheets import Chart, Column, Entry, Reference, Row, Sheet, Table
from pipeline.totals import totals

NAME = "Ringkasan"
ORDER = 10
NEEDS = ()
OVERVIEW = True
REALIZATION, BUDGET, INITIAL = "Realisasi Anggaran", "Anggaran", "Perubahan Anggaran"


def build(outcome: Outcome, sheets: Sequence[Sheet], skipped: Sequence[Skipped]) -> Sheet:
    """Return the first sheet; its totals refer to the total rows of the tables."""
    tables = [_office(outcome), _findings(outcome), _contents(sheets, skipped)]
    by_name = {sheet.name: sheet for sheet in sheets}
    amounts = _totals(outcome, by_name)
    if amounts:
        tables.insert(1, amounts)
    return Sheet(
        NAME,
        ("LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", *lines.titles(outcome, "RINGKASAN")),
        tuple(tables),
        _charts(outcome, by_name),
        landscape=False,
        traced=False,
    )


def _office(outcome: Outcome) -> Table:
    office = outcome.data.office
    said = (
        ("Perangkat daerah", office.name),
        ("Pemerintah daerah", office.government),
        ("Tahun anggaran", str(office.year) if office.year else None),
        ("Keadaan masukan", text(f"status.{outcome.status}")),
    )
    columns = (Column("label", "", "text", 24), Column("value", "", "text", 34))
    rows = tuple(
        Row("plain", {"label": Entry(label), "value": Entry(value or "tidak disebut")}) for label, value in said
    )
    return Table(columns, rows, heading=False, counted=False)


def _totals(outcome: Outcome, sheets: dict[str, Sheet]) -> Table | None:
    """Return the totals in one row, each the total of a table in this workbook."""
    found = totals(outcome.data)
    known = {"initial": found.initial, "revised": found.revised, "realization": found.realization}
    source = sheets.get(REALIZATION) or sheets.get(BUDGET)
    if source is None or found.budget is None:
        return None
    last = len(source.tables[0].rows) - 1
    shown = [column for column in source.tables[0].columns if column.key in (*known, "budget")]
    entries = {
        column.key: Entry(
            ratios.rupiah(known.get(column.key, found.budget)), reference=Reference(source.name, last, column.key)
        )
        for column in shown
        if known.get(column.key, found.budget) is not None
    }
    base = "revised" if "revised" in entries else "initial" if "initial" in entries else "budget"
    columns = [
        Column(
            column.key,
            {"initial": "Anggaran Awal (Rp)", "revised": "Anggaran Perubahan (Rp)"}.get(column.key, column.heading),
            "rupiah",
            20,
        )
        for column in shown
    ]
    if "realization" in entries:
        columns += [
            Column("remaining", "Sisa Anggaran (Rp)", "rupiah", 20),
            Column("percent", "Realisasi (%)", "percent", 12),
        ]
        entries["remaining"] = Entry(ratios.rupiah(found.remaining), formula=f"{{{base}}}-{{realization}}")
        share = ratios.share(found.realization, found.budget)
        entries["percent"] = Entry(
            "" if share is None else share, formula=f'IF({{{base}}}=0,"",ROUND({{realization}}/{{{base}}},4))'
        )
    return Table(tuple(columns), (Row("total", entries),), title="Jumlah", counted=False)


def _findings(outcome: Outcome) -> Table:
    columns = (Column("severity", "Temuan", "text", 24), Column("count", "Banyaknya", "number", 14))
    rows = tuple(
        Row(
            "plain",
            {
                "severity": Entry(text(f"severity.{severity}").capitalize()),
                "count": Entry(Decimal(outcome.count(severity))),
            },
        )
        for severity in SEVERITIES
    )
    return Table(columns, rows, title="Temuan (rinciannya di lembar Temuan)", counted=False)


def _contents(sheets: Sequence[Sheet], skipped: Sequence[Skipped]) -> Table:
    columns = (
        Column("sheet", "Lembar", "text", 24),
        Column("title", "Isi", "text", 34),
        Column("state", "Keterangan", "text", 30),
    )
    made = [
        Row("plain", {"sheet": Entry(sheet.name), "title": Entry(sheet.titles[0].capitalize()), "state": Entry("ada")})
        for sheet in sheets
    ]
    left_out = [
        Row(
            "plain",
            {"sheet": Entry(skip.name), "title": Entry("tidak dibuat"), "state": Entry(lacking(skip.lacking))},
        )
        for skip in skipped
    ]
    return Table(columns, (*made, *left_out), title="Isi buku kerja ini")


def _charts(outcome: Outcome, sheets: dict[str, Sheet]) -> tuple[Chart, ...]:
    if REALIZATION not in sheets:
        return ()
    tops = {line.key for line in topmost(outcome.data.budget)}
    rows = tuple(place for place, line in enumerate(outcome.data.budget) if line.key in tops)
    budget = next(
        column.key for column in reversed(sheets[REALIZATION].tables[0].columns) if column.key in ("initial", "revised")
    )
    return (
        Chart("bar", "Anggaran dan realisasi per program (Rp)", REALIZATION, "name", (budget, "realization"), rows),
        Chart("bar", "Persentase realisasi per program", REALIZATION, "name", ("percent",), rows),
    )
