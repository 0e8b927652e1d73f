"""III.A.1, targets and results per program and kegiatan."""

from pipeline import lines, performance
from pipeline.model import Outcome
from pipeline.settings import settings
from pipeline.sheets import Column, Sheet, Table

NAME = "Realisasi Kinerja"
ORDER = 70
NEEDS = ("performance",)
COLUMNS = (
    lines.NUMBER,
    lines.NAME,
    Column("target", "Target", "quantity", 16),
    Column("result", "Realisasi", "quantity", 16),
    performance.CAPAIAN,
)


def build(outcome: Outcome) -> Sheet:
    """One row per line that the source measures."""
    chosen = settings(outcome.data)
    source = outcome.data.of("performance")[0]
    rows = performance.rows(outcome, source, performance.Pair("target", "result"), chosen)
    columns = (*COLUMNS, performance.REASON) if performance.uses_reasons(rows) else COLUMNS
    table = Table(columns, rows, notes=performance.notes(chosen))
    return Sheet(NAME, lines.titles(outcome, "REALISASI KINERJA"), (table,), landscape=False)
