"""III.A.2, results of the year beside the medium-term targets."""

from pipeline import lines, performance
from pipeline.model import Outcome
from pipeline.settings import settings
from pipeline.sheets import Column, Sheet, Table

NAME = "Jangka Menengah"
ORDER = 80
NEEDS = ("medium_term",)
COLUMNS = (
    lines.NUMBER,
    lines.NAME,
    Column("result", "Realisasi", "quantity", 16),
    Column("medium_term_target", "Target Jangka Menengah", "quantity", 16),
    performance.CAPAIAN,
)


def build(outcome: Outcome) -> Sheet:
    """One row per line of the source; capaian where the units agree."""
    chosen = settings(outcome.data)
    source = outcome.data.of("medium_term")[0]
    rows = performance.rows(outcome, source, performance.Pair("medium_term_target", "result"), chosen)
    columns = (*COLUMNS, performance.REASON) if performance.uses_reasons(rows) else COLUMNS
    table = Table(columns, rows, notes=performance.notes(chosen))
    return Sheet(NAME, lines.titles(outcome, "REALISASI KINERJA DAN TARGET JANGKA MENENGAH"), (table,), landscape=False)
