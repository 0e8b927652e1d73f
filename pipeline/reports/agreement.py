"""II.B, the performance agreement of the year."""

from pipeline import agreements, lines
from pipeline.model import Outcome
from pipeline.sheets import Sheet, Table

NAME = "Perjanjian Kinerja"
ORDER = 40
NEEDS = ("agreement.initial",)


def build(outcome: Outcome) -> Sheet:
    """One row per indicator, in the agreement's own wording."""
    rows = agreements.rows(outcome, outcome.data.of("agreement.initial")[0], agreements.COLUMNS, "Jumlah")
    return Sheet(NAME, lines.titles(outcome, "PERJANJIAN KINERJA"), (Table(agreements.COLUMNS, rows),))
