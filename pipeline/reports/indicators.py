"""III.A.3, the main performance indicators with capaian and predicate."""

from pipeline import lines, performance
from pipeline.marks import entry
from pipeline.model import Line, Outcome
from pipeline.model import Table as Source
from pipeline.settings import Settings, settings
from pipeline.sheets import Column, Entry, Row, Sheet, Table

NAME = "IKU"
ORDER = 90
NEEDS = ("indicators",)
COLUMNS = (
    lines.NUMBER,
    Column("indicator", "Indikator", "text", 40),
    Column("target", "Target", "quantity", 10),
    Column("result", "Realisasi", "quantity", 10),
    performance.CAPAIAN,
    Column("predicate", "Predikat", "center", 14),
    Column("obstacle", "Hambatan", "text", 34),
    Column("solution", "Upaya", "text", 34),
)
PAIR = performance.Pair("target", "result")


def build(outcome: Outcome) -> Sheet:
    """One row per indicator in the order of the source."""
    chosen = settings(outcome.data)
    source = outcome.data.of("indicators")[0]
    rows = tuple(
        Row("plain", _entries(outcome, source, place, line, chosen)) for place, line in enumerate(source.lines, start=1)
    )
    columns = (*COLUMNS, performance.REASON) if performance.uses_reasons(rows) else COLUMNS
    table = Table(columns, rows, notes=performance.notes(chosen, predicates=True))
    return Sheet(NAME, lines.titles(outcome, "INDIKATOR KINERJA UTAMA"), (table,))


def _entries(outcome: Outcome, source: Source, place: int, line: Line, chosen: Settings) -> dict[str, Entry]:
    entries = {
        "number": Entry(line.values.get("number") or str(place)),
        **performance.measured(outcome, source, line, PAIR, chosen),
    }
    for key in ("indicator", "obstacle", "solution"):
        if key in source.columns:
            entries[key] = entry(outcome, line.values.get(key), (source.cell(line.row, key),))
    return {**entries, "predicate": performance.predicate(entries, chosen)}
