"""I.C, staff by grade, by position and by education."""

from decimal import Decimal

from pipeline import lines
from pipeline.marks import entry
from pipeline.model import Line, Outcome
from pipeline.model import Table as Source
from pipeline.sheets import Column, Entry, Row, Sheet, Table

NAME = "Kepegawaian"
ORDER = 130
NEEDS = ("staff",)
TITLES = {
    "grade": ("a. Jumlah pegawai berdasarkan golongan", "Golongan"),
    "position": ("b. Jumlah pegawai berdasarkan jabatan", "Jabatan"),
    "education": ("c. Jumlah pegawai berdasarkan pendidikan", "Pendidikan"),
}


def build(outcome: Outcome) -> Sheet:
    """The three tables below each other; a total is the stated one, or added up where none is stated."""
    found = {table.edition: table for table in outcome.data.of("staff")}
    tables = tuple(_table(outcome, found[edition]) for edition in TITLES if edition in found)
    return Sheet(NAME, lines.titles(outcome, "DATA PEGAWAI"), tables, landscape=False)


def _table(outcome: Outcome, source: Source) -> Table:
    title, heading = TITLES[source.edition]
    columns = (
        Column("number", "No", "center", 5),
        Column("label", heading, "text", 40),
        Column("persons", "Jumlah Orang", "number", 14),
        Column("note", "Keterangan", "text", 20),
    )
    rows = [Row("plain", _entries(outcome, source, line)) for line in source.lines]
    total = source.totals[0] if source.totals else None
    if total and total.values.get("persons") is not None:
        amount = entry(outcome, total.values["persons"], (source.cell(total.row, "persons"),))
    else:
        known = [line.values.get("persons") or 0 for line in source.lines]
        amount = Entry(Decimal(sum(known)), total_of=tuple(range(len(known))))
    rows.append(Row("total", {"label": Entry("Jumlah"), "persons": amount}))
    return Table(columns, tuple(rows), title)


def _entries(outcome: Outcome, source: Source, line: Line) -> dict[str, Entry]:
    entries = {}
    for key in ("number", "label", "persons", "note"):
        if key in source.columns:
            value = line.values.get(key)
            shown = "-" if key == "persons" and value is None else value
            entries[key] = entry(outcome, shown, (source.cell(line.row, key),))
    return entries
