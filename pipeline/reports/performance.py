"""III.A.1, targets and results per program and kegiatan."""

from pipeline import lines, performance
from pipeline.model import Outcome
from pipeline.sheets import Column, Sheet

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
PAIR = performance.Pair("target", "result")


def build(outcome: Outcome) -> Sheet:
    """One row per line that the source measures."""
    source = outcome.data.of("performance")[0]
    return performance.sheet(outcome, source, COLUMNS, PAIR, NAME, "REALISASI KINERJA")
