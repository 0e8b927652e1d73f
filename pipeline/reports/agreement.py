"""II.B, the performance agreement of the year."""

from pipeline import agreements
from pipeline.model import Outcome
from pipeline.sheets import Sheet

NAME = "Perjanjian Kinerja"
ORDER = 40
NEEDS = ("agreement.initial",)


def build(outcome: Outcome) -> Sheet:
    """One row per indicator, in the agreement's own wording."""
    return agreements.sheet(outcome, outcome.data.of("agreement.initial")[0], NAME, "PERJANJIAN KINERJA")
