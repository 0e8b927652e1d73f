"""III.A, efficiency: what was left of the budget, per program and kegiatan."""

from pipeline import lines
from pipeline.model import Outcome
from pipeline.sheets import Column, Sheet, Table

NAME = "Efisiensi"
ORDER = 100
NEEDS = ("realization",)
COLUMNS = (
    lines.NUMBER,
    lines.NAME,
    Column("budget", "Anggaran (Rp)", "rupiah", 18),
    Column("realization", "Realisasi (Rp)", "rupiah", 18),
    Column("efficiency", "Efisiensi (Rp)", "rupiah", 18),
    Column("percent", "%", "percent", 10),
)


def build(outcome: Outcome) -> Sheet:
    """One row per budget line; efficiency is the latest budget less what was spent."""
    amounts = [
        lines.Amount("budget", lambda line: line.budget),
        lines.Amount("realization", lambda line: line.realization),
    ]
    computed = [
        lines.difference("efficiency", "budget", "realization"),
        lines.ratio("percent", "efficiency", "budget", lines.less("budget", "realization")),
    ]
    table = Table(
        COLUMNS,
        lines.rows(outcome, amounts, computed, "Jumlah"),
        notes=("Efisiensi = Anggaran - Realisasi; % = Efisiensi dibagi Anggaran.",),
    )
    return Sheet(NAME, lines.titles(outcome, "EFISIENSI PENGGUNAAN SUMBER DAYA"), (table,), landscape=False)
