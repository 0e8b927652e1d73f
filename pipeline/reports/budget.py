"""Budget per program and kegiatan, the latest one known (the table that opens the LKjIP)."""

from pipeline import lines
from pipeline.model import Outcome
from pipeline.sheets import Column, Sheet, Table

NAME = "Anggaran"
ORDER = 20
NEEDS = (("dppa", "dpa", "realization"),)
COLUMNS = (lines.NUMBER, lines.NAME, Column("budget", "Anggaran (Rp)", "rupiah", 20))


def build(outcome: Outcome) -> Sheet:
    """One row per budget line with its latest budget, and the total of the programs."""
    rows = lines.rows(outcome, [lines.Amount("budget", lambda line: line.budget)], (), "Jumlah")
    return Sheet(NAME, lines.titles(outcome, "ANGGARAN PROGRAM DAN KEGIATAN"), (Table(COLUMNS, rows),), landscape=False)
