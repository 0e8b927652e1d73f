"""Rounding, percentages, capaian and predicates."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Quantity
from pipeline.ratios import Achievement, achievement, percent, predicate, rounded, rupiah, share

D = Decimal
FIGURES = st.decimals(min_value=-(10**15), max_value=10**15, places=8)


@pytest.mark.parametrize(
    ("sen", "amount"),
    [(None, None), (0, "0"), (100, "1"), (12345, "123.45"), (-50, "-0.5"), (2346729216900, "23467292169")],
)
def test_sen_as_rupiah(sen: int | None, amount: str | None) -> None:
    assert rupiah(sen) == (None if amount is None else D(amount))


@pytest.mark.parametrize(
    ("value", "decimals", "result"),
    [
        ("0.5", 0, "1"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("2.4999", 0, "2"),
        ("0.74075", 4, "0.7408"),
        ("0.740749", 4, "0.7407"),
        ("90.1974", 2, "90.20"),
    ],
)
def test_rounding_is_half_away_from_zero(value: str, decimals: int, result: str) -> None:
    assert str(rounded(D(value), decimals)) == result


@given(FIGURES, st.integers(0, 6))
def test_rounding_is_that_of_decimal_half_up(value: Decimal, decimals: int) -> None:
    assert rounded(value, decimals) == value.quantize(D(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


@given(FIGURES, st.integers(0, 6))
def test_rounding_is_symmetric_and_moves_by_half_a_unit_at_most(value: Decimal, decimals: int) -> None:
    assert rounded(-value, decimals) == -rounded(value, decimals)
    assert abs(rounded(value, decimals) - value) <= D(5).scaleb(-decimals - 1)


def test_no_negative_zero() -> None:
    assert str(rounded(D("-0.00001"), 4)) == "0.0000"


@pytest.mark.parametrize(
    ("dividend", "divisor", "fraction", "per_cent"),
    [
        (1753070397, 2366440000, "0.7408", "74.08"),
        (500595435, 555000000, "0.9020", "90.20"),
        (2, 3, "0.6667", "66.67"),
        (1, 8000, "0.0001", "0.01"),
        (0, 5, "0.0000", "0.00"),
        (5, 0, None, None),
        (5, None, None, None),
        (None, 5, None, None),
    ],
)
def test_share(dividend: int | None, divisor: int | None, fraction: str | None, per_cent: str | None) -> None:
    assert share(dividend, divisor) == (None if fraction is None else D(fraction))
    assert percent(dividend, divisor) == (None if per_cent is None else D(per_cent))


@given(st.integers(0, 10**18), st.integers(1, 10**18))
def test_share_is_the_exact_quotient_rounded_once(dividend: int, divisor: int) -> None:
    whole, rest = divmod(dividend * 10_000, divisor)
    assert share(dividend, divisor) == D(whole + (2 * rest >= divisor)).scaleb(-4)


def quantity(text: str) -> Quantity | None:
    """A quantity from its text: ``12 bulan``; words without a number have no value, an empty text is none."""
    head, _, unit = text.partition(" ")
    if not text:
        return None
    return Quantity(D(head), unit, text) if head.replace(".", "").isdigit() else Quantity(None, "", text)


@pytest.mark.parametrize(
    ("target", "result", "found"),
    [
        ("70 %", "72.5 %", Achievement(D("1.0357"))),
        ("12 bulan", "11 bln", Achievement(D("0.9167"))),
        ("12 bh", "6 Buah", Achievement(D("0.5"))),
        ("2 kali", "0 kali", Achievement(D(0))),
        ("2 kali", "40 peserta", Achievement(reason="other_unit")),
        ("70", "70 %", Achievement(reason="other_unit")),
        ("0 kali", "3 kali", Achievement(reason="target_is_zero")),
        ("", "3 kali", Achievement(reason="no_target")),
        ("3 kali", "", Achievement(reason="no_result")),
        ("BB", "B", Achievement(reason="not_a_figure")),
        ("3 kali", "terlaksana", Achievement(reason="not_a_figure")),
    ],
)
def test_achievement(target: str, result: str, found: Achievement) -> None:
    assert achievement(quantity(target), quantity(result)) == found


@pytest.mark.parametrize(
    ("target", "result", "value"),
    [
        ("40 buku", "30 buku", "1.25"),
        ("40 buku", "40 buku", "1"),
        ("40 buku", "60 buku", "0.5"),
        ("4 buku", "9 buku", "-0.25"),
    ],
)
def test_lower_is_better(target: str, result: str, value: str) -> None:
    assert achievement(quantity(target), quantity(result), lower_is_better=True) == Achievement(D(value))


@pytest.mark.parametrize(
    ("result", "found"),
    [
        ("5 kali", Achievement(D("1.2"), capped=True)),
        ("2.4 kali", Achievement(D("1.2"))),
        ("2 kali", Achievement(D(1))),
    ],
)
def test_cap_in_per_cent(result: str, found: Achievement) -> None:
    assert achievement(quantity("2 kali"), quantity(result), cap=D(120)) == found


@pytest.mark.parametrize(
    ("fraction", "word"),
    [
        ("1.5", "Sangat Tinggi"),
        ("0.91", "Sangat Tinggi"),
        ("0.9099", "Tinggi"),
        ("0.76", "Tinggi"),
        ("0.7599", "Sedang"),
        ("0.66", "Sedang"),
        ("0.6599", "Rendah"),
        ("0.51", "Rendah"),
        ("0.5099", "Sangat Rendah"),
        ("-0.2", "Sangat Rendah"),
        (None, None),
    ],
)
def test_predicate(fraction: str | None, word: str | None) -> None:
    assert predicate(None if fraction is None else D(fraction)) == word


def test_predicate_with_other_bands() -> None:
    assert predicate(D("0.95"), (D(100), D(90), D(80), D(70))) == "Tinggi"
