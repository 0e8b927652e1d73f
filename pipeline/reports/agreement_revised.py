"""II.C, the performance agreement after the revision of the budget."""

from pipeline import agreements
from pipeline.model import Outcome
from pipeline.sheets import Sheet

NAME = "PK Perubahan"
ORDER = 50
NEEDS = ("agreement.revised",)


def build(outcome: Outcome) -> Sheet:
    """One row per indicator, in the agreement's own wording."""
    return agreements.sheet(outcome, outcome.data.of("agreement.revised")[0], NAME, "PERJANJIAN KINERJA PERUBAHAN")
