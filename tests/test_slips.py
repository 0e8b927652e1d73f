"""Which slips are recognised between a figure as written and the one that was wanted."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.slips import slip


@pytest.mark.parametrize(
    ("written", "wanted", "kind"),
    [
        ("830000000", "-830000000", "swapped_sign"),
        ("83000000", "830000000", "factor_10"),
        ("19988590", "19988590000", "factor_1000"),
        ("19988590000", "19988590", "factor_1000"),
        ("20", "20000000", "factor_1000000"),
        ("803000000", "830000000", "transposed_digits"),
        ("131170216", "131170261", "transposed_digits"),
        ("1029", "9021", "transposed_digits"),
        ("1.05", "1.50", "transposed_digits"),
        ("15", "51.0", "transposed_digits"),
        ("150", "105", "transposed_digits"),
        ("75", "57.5", None),
        ("123", "132.5", None),
        ("1234", "1243.0", "transposed_digits"),
        ("100", "101", None),
        ("0", "100", None),
        ("100", "100", None),
        ("-15", "51", None),
        ("1234", "4321", None),
    ],
)
def test_slip(written: str, wanted: str, kind: str | None) -> None:
    assert slip(Decimal(written), Decimal(wanted)) == kind


@given(st.integers(10, 10**14), st.data())
def test_two_digits_that_changed_places_are_always_seen(wanted: int, data: st.DataObject) -> None:
    digits = list(str(wanted))
    one, other = data.draw(st.lists(st.integers(0, len(digits) - 1), min_size=2, max_size=2, unique=True))
    digits[one], digits[other] = digits[other], digits[one]
    written = int("".join(digits))
    assume(written != wanted)
    kinds = {"transposed_digits", "factor_10", "factor_1000", "factor_1000000"}  # 10 and 01 are both
    assert slip(Decimal(written), Decimal(wanted)) in kinds


@given(st.integers(-(10**12), 10**12), st.integers(-(10**12), 10**12))
def test_a_slip_goes_both_ways(one: int, other: int) -> None:
    assert slip(Decimal(one), Decimal(other)) == slip(Decimal(other), Decimal(one))
