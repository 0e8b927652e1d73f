"""II.C, the performance agreement after the revision of the budget."""

from pipeline import agreements, lines
from pipeline.model import Outcome
from pipeline.sheets import Sheet, Table

NAME = "PK Perubahan"
ORDER = 50
NEEDS = ("agreement.revised",)


def build(outcome: Outcome) -> Sheet:
    """One row per indicator, in the agreement's own wording."""
    rows = agreements.rows(outcome, outcome.data.of("agreement.revised")[0], agreements.COLUMNS, "Jumlah")
    return Sheet(NAME, lines.titles(outcome, "PERJANJIAN KINERJA PERUBAHAN"), (Table(agreements.COLUMNS, rows),))
