"""III.A, the programs that support each goal, derived from the latest agreement."""

from pipeline import agreements, lines
from pipeline.model import Outcome
from pipeline.sheets import Column, Sheet, Table

NAME = "Program Penunjang"
ORDER = 110
NEEDS = ("agreement",)
COLUMNS = (
    Column("number", "No", "center", 5),
    Column("goal", "Sasaran", "text", 40),
    Column("indicator", "Indikator", "text", 46),
    Column("target", "Target", "center", 10),
    Column("program", "Program", "text", 40),
)


def build(outcome: Outcome) -> Sheet:
    """One row per indicator of the latest agreement."""
    rows = agreements.rows(outcome, agreements.latest(outcome.data), COLUMNS)
    return Sheet(NAME, lines.titles(outcome, "PROGRAM YANG MENUNJANG SASARAN"), (Table(COLUMNS, rows),))
