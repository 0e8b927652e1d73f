"""II.D, movement of the budget: before and after the revision."""

from pipeline import lines
from pipeline.model import Outcome
from pipeline.sheets import Column, Sheet, Table

NAME = "Perubahan Anggaran"
ORDER = 60
NEEDS = ("dppa",)
COLUMNS = (
    lines.NUMBER,
    lines.NAME,
    Column("before", "Semula (Rp)", "rupiah", 18),
    Column("after", "Menjadi (Rp)", "rupiah", 18),
    Column("change", "(Rp)", "rupiah", 18, group="Bertambah/(Berkurang)"),
    Column("percent", "%", "percent", 10, group="Bertambah/(Berkurang)"),
)


def build(outcome: Outcome) -> Sheet:
    """One row per budget line; a percentage of nothing stays empty."""
    amounts = [lines.Amount("before", lambda line: line.initial), lines.Amount("after", lambda line: line.revised)]
    computed = [
        lines.difference("change", "after", "before", blank_is_nothing=True),
        lines.ratio("percent", "change", "before", lines.less("after", "before", blank_is_nothing=True)),
    ]
    table = Table(
        COLUMNS,
        lines.rows(outcome, amounts, computed, "Jumlah"),
        notes=("% = Bertambah/(Berkurang) dibagi Semula; kosong bila Semula nol.",),
    )
    return Sheet(NAME, lines.titles(outcome, "PERUBAHAN ANGGARAN"), (table,), landscape=False)
