"""Which amounts are off by a factor together."""

import pytest
import transcripts

from pipeline.equations import amounts, statements
from pipeline.scales import suspects

DPA = """
# DPA.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
| 2.17.01.15 | Program Pengembangan Budaya Baca | {0} |
| 2.17.01.15.01 | Lomba bercerita tingkat SD | {1} |
| 2.17.01.15.02 | Layanan perpustakaan keliling | {2} |
"""
REALIZATION = """
# Realisasi.xlsx!Realisasi
| No | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| 1. | Program Pengembangan Budaya Baca | {0} | 90000000 |
| a. | Lomba bercerita tingkat SD | {1} | 50000000 |
| b. | Layanan perpustakaan keliling | {2} | 40000000 |
"""
RIGHT = (100_000_000, 60_000_000, 40_000_000)


def found(text: str) -> list[tuple[str, list[str], int, bool]]:
    data = transcripts.outcome(text).data
    return [
        (item.guess.scope, sorted(cell.ref or "" for cell in item.guess.cells), item.guess.factor, item.guess.up)
        for item in suspects(amounts(data), list(statements(data)))
    ]


@pytest.mark.parametrize(
    ("dpa", "realization", "expected"),
    [
        (RIGHT, RIGHT, []),
        ((100_000_000, 60_000, 40_000_000), RIGHT, [("cell", ["C3"], 1_000, True)]),
        ((100_000_000, 60_000_000, 40), RIGHT, [("cell", ["C4"], 1_000_000, True)]),
        ((100_000_000_000, 60_000_000, 40_000_000), RIGHT, [("cell", ["C2"], 1_000, False)]),
        ((40_060_000, 60_000, 40_000_000), RIGHT, [("cell", ["C3"], 1_000, True)]),
        ((100_000, 60_000, 40_000), RIGHT, [("table", ["C2", "C3", "C4"], 1_000, True)]),
        ((100_000_000, 60_000, 40), RIGHT, [("cell", ["C3"], 1_000, True), ("cell", ["C4"], 1_000_000, True)]),
        ((100_000_000, 600_000, 40_000_000), RIGHT, []),
        ((100_000_000, 0, 40_000_000), RIGHT, []),
    ],
)
def test_the_least_that_explains_the_most(dpa: tuple[int, ...], realization: tuple[int, ...], expected: object) -> None:
    assert found(DPA.format(*dpa) + REALIZATION.format(*realization)) == expected


def test_a_table_that_says_thousands_and_means_rupiah() -> None:
    said = DPA.format(*RIGHT).replace("# DPA.xlsx!DPA\n", "# DPA.xlsx!DPA\n| (dalam ribuan rupiah) |\n")
    assert found(said + REALIZATION.format(*RIGHT)) == [("table", ["C3", "C4", "C5"], 1_000, False)]


def test_a_factor_within_the_precision_of_a_table_proves_nothing() -> None:
    said = DPA.format(1_000, 1, 0).replace("# DPA.xlsx!DPA\n", "# DPA.xlsx!DPA\n| (dalam jutaan rupiah) |\n")
    assert found(said) == []
