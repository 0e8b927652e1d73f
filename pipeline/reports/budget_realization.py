"""III.B, realization of the budget per program and kegiatan."""

from pipeline import lines
from pipeline.model import BudgetLine, Outcome
from pipeline.sheets import Column, Sheet, Table

NAME = "Realisasi Anggaran"
ORDER = 120
NEEDS = ("realization",)
INITIAL = Column("initial", "Awal", "rupiah", 18, group="Anggaran (Rp)")
REVISED = Column("revised", "Perubahan", "rupiah", 18, group="Anggaran (Rp)")
REST = (Column("realization", "Realisasi (Rp)", "rupiah", 18), Column("percent", "Persentase (%)", "percent", 12))


def build(outcome: Outcome) -> Sheet:
    """One row per budget line; the percentage is of the latest budget known."""
    known = [
        column
        for column in (INITIAL, REVISED)
        if any(_value(line, column.key) is not None for line in outcome.data.budget)
    ]
    base = known[-1].key if known else "initial"
    figures = {
        "initial": lines.Amount("initial", lambda line: line.initial),
        "revised": lines.Amount("revised", lambda line: line.revised),
    }
    amounts = [figures[column.key] for column in known or [INITIAL]]
    amounts.append(lines.Amount("realization", lambda line: line.realization))
    computed = [lines.ratio("percent", "realization", base, lambda values: values["realization"].value)]
    table = Table(
        (lines.NUMBER, lines.NAME, *(known or [INITIAL]), *REST),
        lines.rows(outcome, amounts, computed, "Jumlah"),
        notes=(
            "Persentase = Realisasi dibagi Anggaran Perubahan."
            if base == "revised"
            else "Persentase = Realisasi dibagi Anggaran; tidak ada perubahan anggaran dalam map ini.",
        ),
    )
    return Sheet(NAME, lines.titles(outcome, "REALISASI ANGGARAN"), (table,), landscape=False)


def _value(line: BudgetLine, key: str) -> int | None:
    return line.initial.value if key == "initial" else line.revised.value
