"""II.A, the work plan in its own wording and order."""

from pipeline import lines
from pipeline.marks import entry
from pipeline.model import Line, Outcome
from pipeline.model import Table as Source
from pipeline.ratios import rupiah
from pipeline.sheets import Column, Entry, Row, RowRole, Sheet, Table

NAME = "Rencana"
ORDER = 30
NEEDS = ("plan",)
COLUMNS = (
    Column("name", "Program/Kegiatan", "text", 46),
    Column("indicator", "Indikator", "text", 42),
    Column("location", "Lokasi", "text", 16),
    Column("target", "Target", "center", 16),
    Column("amount", "Pagu Indikatif (Rp)", "rupiah", 18),
)
ROLES: dict[str, RowRole] = {
    "section": "section",
    "program": "program",
    "kegiatan": "kegiatan",
    "sub_kegiatan": "sub_kegiatan",
}


def build(outcome: Outcome) -> Sheet:
    """The rows of the plan as they stand; a total is the stated one, or added up where none is stated."""
    source = outcome.data.of("plan")[0]
    rows = [Row(ROLES.get(line.level, "plain"), _entries(outcome, source, line)) for line in source.lines]
    if source.totals:
        total = source.totals[0]
        amount = entry(outcome, rupiah(total.values.get("amount")), (source.cell(total.row, "amount"),))
    else:
        places = tuple(
            place for place, line in enumerate(source.lines) if line.parent is None and line.level != "section"
        )
        known = [source.lines[place].values.get("amount") or 0 for place in places]
        amount = Entry(rupiah(sum(known)), total_of=places)
    rows.append(Row("total", {"name": Entry("Total"), "amount": amount}))
    return Sheet(NAME, lines.titles(outcome, "RENCANA KERJA"), (Table(COLUMNS, tuple(rows)),))


def _entries(outcome: Outcome, source: Source, line: Line) -> dict[str, Entry]:
    entries = {}
    for column in COLUMNS:
        value = line.values.get(column.key)
        if value is None or column.key not in source.columns:
            continue
        shown = rupiah(value) if column.kind == "rupiah" else getattr(value, "text", value)
        entries[column.key] = entry(outcome, shown, (source.cell(line.row, column.key),))
    return entries
