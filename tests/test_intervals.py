"""How far figures in thousands and millions may lie from the true ones."""

import pytest
import transcripts
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intervals import allowance, differ, half_step
from pipeline.model import Table


def table(scale: int) -> Table:
    return Table("dpa", "", "", "A.xlsx", "S", 1, {}, (), scale=scale)


@pytest.mark.parametrize(
    ("scale", "rupiah", "sen"),
    [
        pytest.param(1, 149_029_739, 0, id="whole rupiah are exact"),
        pytest.param(1000, 149_030_000, 500_00, id="thousands"),
        pytest.param(1_000_000, 149_000_000, 500_000_00, id="millions"),
        pytest.param(1_000_000, 149_500_000, 50_000_00, id="millions with one decimal"),
        pytest.param(1_000_000, 149_030_000, 5_000_00, id="millions with two decimals"),
        pytest.param(1_000_000, 149_029_739, 50, id="millions with all decimals, down to the rupiah"),
        pytest.param(1000, 0, 500_00, id="a nought is rounded too"),
    ],
)
def test_half_a_step_of_the_last_digit(scale: int, rupiah: int, sen: int) -> None:
    assert half_step(table(scale), rupiah * 100) == sen


def test_a_blank_is_exactly_nothing() -> None:
    assert allowance(table(1000), [None, 5_000_00, None]) == 500_00


@given(st.lists(st.integers(0, 10**13), min_size=1, max_size=12), st.sampled_from([1000, 1_000_000]))
def test_rounding_alone_is_never_a_difference(amounts: list[int], scale: int) -> None:
    def shown(rupiah: int) -> int:
        return (rupiah + scale // 2) // scale * scale * 100

    parts = [shown(amount) for amount in amounts]
    whole = shown(sum(amounts))
    assert not differ(whole, sum(parts), allowance(table(scale), (whole, *parts)))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param((101, 60, 40), [], id="one thousand off, which three roundings allow"),
        pytest.param((102, 60, 40), ["children_sum_to_parent"], id="two thousand off"),
    ],
)
def test_a_sum_in_thousands(rows: tuple[int, int, int], told: list[str]) -> None:
    outcome = transcripts.outcome(
        "# D.xlsx!D\n| Anggaran (dalam ribuan) |\n| Kode | Uraian | Jumlah |\n"
        f"| '1.15 | Program A | {rows[0]} |\n| 1.15.01 | Satu | {rows[1]} |\n| 1.15.02 | Dua | {rows[2]} |\n"
    )
    assert [finding.rule for finding in outcome.findings if finding.severity != "note"] == told
    assert [line.initial.value for line in outcome.data.budget] == [row * 1000 * 100 for row in rows]
