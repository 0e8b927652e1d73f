"""What amounts state of each other."""

import pytest
import transcripts

from pipeline.equations import amounts, statements
from pipeline.model import Cell

DPA = """
# DPA.xlsx!DPA
| Kode | Uraian | Triwulan I | Triwulan II | Jumlah (Rp) |
| 2.17.01.15 | Program Pengembangan Budaya Baca | {0} | {1} | {2} |
| 2.17.01.15.01 | Lomba bercerita tingkat SD | | | 60000000 |
"""
DPPA = """
# DPPA.xlsx!DPPA
| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan | Bertambah / (Berkurang) |
| 2.17.01.15 | Program Pengembangan Budaya Baca | 60000000 | 70000000 | 10000000 |
"""
AGREEMENT = """
# Perjanjian Kinerja.xlsx!PK
| No | Sasaran Strategis | Indikator Kinerja | Target | Program | Anggaran (Rp) |
| 1 | Meningkatnya minat baca | Indeks kegemaran membaca | 60 | Program Pengembangan Budaya Baca | 60000000 |
"""


def shown(text: str) -> list[str]:
    data = transcripts.outcome(text).data
    found = []
    for statement in statements(data):
        ways = [" ".join(f"{factor:+}{_place(cell)}" for cell, factor in terms.items()) for terms in statement.ways]
        found.append(" or ".join(ways) + (" (weak)" if statement.weak else ""))
    return found


def _place(cell: Cell) -> str:
    return f"{cell.file.removesuffix('.xlsx')}.{cell.ref}"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (("", "", "60000000"), ["+1DPA.E2 -1DPA.E3"]),
        (("20000000", "-", "60000000"), ["+1DPA.E2 -1DPA.E3", "+1DPA.E2 -1DPA.C2"]),
        (("20000000", "x", "60000000"), ["+1DPA.E2 -1DPA.E3"]),
        (("20000000", "40000000", "x"), []),
        (("20000000", "40000000", ""), []),
    ],
)
def test_sums_of_figures_that_are_there(figures: tuple[str, ...], expected: list[str]) -> None:
    assert shown(DPA.format(*figures)) == expected


def test_a_difference_goes_either_way_and_a_line_has_one_budget() -> None:
    assert shown(DPA.format("", "", "60000000") + DPPA) == [
        "+1DPA.E2 -1DPA.E3",
        "+1DPPA.E2 -1DPPA.D2 +1DPPA.C2 or +1DPPA.E2 +1DPPA.D2 -1DPPA.C2 (weak)",
        "+1DPA.E2 -1DPPA.C2",
    ]


def test_an_agreement_states_the_amount_of_its_program_or_of_a_kegiatan() -> None:
    assert shown(DPA.format("", "", "60000000") + AGREEMENT)[-1] == (
        "+1Perjanjian Kinerja.F2 -1DPA.E2 or +1Perjanjian Kinerja.F2 -1DPA.E3"
    )


def test_amounts_stand_by_their_cell_with_the_precision_of_their_table() -> None:
    text = DPPA.replace("# DPPA.xlsx!DPPA\n", "# DPPA.xlsx!DPPA\n| (dalam ribuan rupiah) |\n")
    found = amounts(transcripts.outcome(text).data)
    assert {cell.ref: (amount.value, amount.step, amount.identity) for cell, amount in found.items()} == {
        "C3": (6_000_000_000_000, 50_000, "dppa|2.17.01.15|before"),
        "D3": (7_000_000_000_000, 50_000, "dppa|2.17.01.15|after"),
        "E3": (1_000_000_000_000, 50_000, "dppa|2.17.01.15|change"),
    }
