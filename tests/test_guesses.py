"""What may be off by a factor together."""

import pytest
import transcripts

from pipeline.equations import amounts, statements
from pipeline.guesses import Guess, guesses

PLAN = """
# Renja.xlsx!Renja
| Kode | Program dan Kegiatan | Pagu Indikatif (Rp) |
| 2.17.01.15 | Program Pengembangan Budaya Baca | {0} |
| 2.17.01.15.01 | Lomba bercerita tingkat SD | {1} |
| 2.17.01.15.02 | Layanan perpustakaan keliling | {2} |
| | Jumlah | {3} |
"""


def found(*figures: int) -> set[tuple[str, str, int, bool]]:
    data = transcripts.outcome(PLAN.format(*figures)).data
    ways = [terms for statement in statements(data) for terms in statement.ways]
    return {
        (guess.scope, " ".join(sorted(cell.ref or "" for cell in guess.cells)), guess.factor, guess.up)
        for guess in guesses(amounts(data), ways)
    }


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((100_000, 60_000, 40_000, 100_000), set()),
        ((100_000, 60_000, 39_000, 100_000), set()),
        (
            (100_000_000, 60_000, 40_000_000, 100_000_000),
            {("cell", "C3", 1_000, True), ("table", "C2 C3 C4 C5", 1_000, True)},
        ),
        (
            (100_000_000, 60_000_000, 40_000_000, 100),
            {
                ("cell", "C5", 1_000_000, True),
                ("table", "C2 C3 C4 C5", 1_000_000, True),
                ("cell", "C2", 1_000_000, False),
                ("column_below", "C2 C3 C4", 1_000_000, False),
            },
        ),
    ],
)
def test_an_equation_suggests_a_cell_and_what_goes_with_it(
    figures: tuple[int, ...], expected: set[tuple[str, str, int, bool]]
) -> None:
    assert found(*figures) == expected


def test_all_parts_of_a_sum_may_be_off() -> None:
    assert ("column_below", "C3 C4", 1_000, True) in found(100_000_000, 60_000, 40_000, 100_000_000)


@pytest.mark.parametrize(
    ("up", "amount", "corrected"), [(True, 250, 250_000), (False, 250_000, 250), (False, -7_000, -7)]
)
def test_a_guess_corrects_either_way(up: bool, amount: int, corrected: int) -> None:
    assert Guess("cell", frozenset(), 1_000, up).corrected(amount) == corrected
