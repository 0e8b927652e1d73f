"""III.A.2, results of the year beside the medium-term targets."""

from pipeline import lines, performance
from pipeline.model import Outcome
from pipeline.sheets import Column, Sheet

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
PAIR = performance.Pair("medium_term_target", "result")


def build(outcome: Outcome) -> Sheet:
    """One row per line of the source; capaian where the units agree."""
    source = outcome.data.of("medium_term")[0]
    return performance.sheet(outcome, source, COLUMNS, PAIR, NAME, "REALISASI KINERJA DAN TARGET JANGKA MENENGAH")
