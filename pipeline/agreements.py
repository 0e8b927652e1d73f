"""Performance agreements as output tables: goals span the rows of their indicators."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline import lines
from pipeline.marks import entry
from pipeline.model import Dataset, Line, Outcome
from pipeline.model import Table as Source
from pipeline.ranges import block
from pipeline.ratios import rupiah
from pipeline.sheets import Column, Entry, Row, Sheet, Table

COLUMNS = (
    Column("number", "No", "center", 5),
    Column("goal", "Sasaran Strategis", "text", 34),
    Column("indicator", "Indikator Kinerja", "text", 38),
    Column("target", "Target", "center", 10),
    Column("program", "Program", "text", 34),
    Column("amount", "Anggaran (Rp)", "rupiah", 18),
    Column("note", "Ket", "center", 9),
)


def latest(data: Dataset) -> Source:
    """Return the agreement after the revision, else the first one."""
    return (data.of("agreement.revised") or data.of("agreement"))[0]


def sheet(outcome: Outcome, source: Source, name: str, title: str) -> Sheet:
    """Return the sheet of an agreement: one row per indicator, in the agreement's own wording, and the total."""
    table = Table(COLUMNS, rows(outcome, source, COLUMNS, "Jumlah"))
    return Sheet(name, lines.titles(outcome, title), (table,))


def rows(outcome: Outcome, source: Source, columns: Sequence[Column], total: str = "") -> tuple[Row, ...]:
    """Return the rows of an agreement in its own wording, with a total row where ``total`` names it."""
    made: list[Row] = []
    for _, group in groupby(source.lines, key=lambda line: (line.values.get("number"), line.values.get("goal"))):
        members = list(group)
        made.extend(
            Row("plain", _entries(outcome, source, line, columns, len(members) if line is members[0] else 0))
            for line in members
        )
    if total:
        made.append(Row("total", {"goal": Entry(total), "amount": _total(outcome, source)}))
    return tuple(made)


def _entries(outcome: Outcome, source: Source, line: Line, columns: Sequence[Column], span: int) -> dict[str, Entry]:
    entries = {}
    for column in columns:
        if column.key not in source.columns or (line.row, column.key) in source.apart:
            continue
        if column.key in ("number", "goal") and not span:
            continue
        value = line.values.get(column.key)
        cells = (source.cell(line.row, column.key),)
        if column.key == "amount":
            entries["amount"] = entry(outcome, "-" if value is None else rupiah(value), cells)
        else:
            shown = getattr(value, "text", value)
            entries[column.key] = entry(outcome, shown, cells, span=span if column.key in ("number", "goal") else 1)
    return entries


def _total(outcome: Outcome, source: Source) -> Entry:
    """Return the stated total where there is one, else the sum of the rows."""
    if source.totals and source.totals[0].values.get("amount") is not None:
        total = source.totals[0]
        return entry(outcome, rupiah(total.values["amount"]), (source.cell(total.row, "amount"),))
    amounts = [line.values.get("amount") for line in source.lines]
    added = rupiah(sum(amount for amount in amounts if amount is not None))
    places = block(source, (line.row for line in source.lines), "amount")[:1] if "amount" in source.columns else ()
    told = entry(outcome, added, places)  # a finding about all rows is one about their sum
    return Entry(added, note=told.note, marked=told.marked, total_of=tuple(range(len(amounts))))
