"""Values as JSON and back, with exact digits."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import serialise


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("74.08"), "74.08"),
        (Decimal("74.10"), "74.1"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.05"), "-0.05"),
        (Decimal("-0.00"), "0"),
        (Decimal("0.1") + Decimal("0.2"), "0.3"),
        (Decimal("123456789012345678901234567890.25"), "123456789012345678901234567890.25"),
        (Decimal("1E-7"), "0.0000001"),
        (True, "true"),
        ((1, "a"), '[\n  1,\n  "a"\n]'),
        ({}, "{}"),
        ({"b": {"z": 1, "a": []}}, '{\n  "b": {\n    "z": 1,\n    "a": []\n  }\n}'),
        ('"\n', '"\\"\\n"'),
        ("\udcff", '"\\udcff"'),  # a byte of a file name that is no valid text
    ],
)
def test_a_value_as_json(value: Any, text: str) -> None:
    assert serialise.dumps(value) == f"{text}\n".encode()


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        (0.1, TypeError, "0.1 is a float"),
        (Decimal("NaN"), ValueError, "NaN is no number"),
        (Decimal("-Infinity"), ValueError, "-Infinity is no number"),
        ({1: "a"}, TypeError, "1 is no text"),
        ({"a": {1, 2}}, TypeError, "set is not JSON serializable"),
    ],
)
def test_a_value_that_json_cannot_state(value: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        serialise.dumps(value)


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.decimals(allow_nan=False, allow_infinity=False),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=10,
    )
)
def test_json_gives_the_value_back(value: Any) -> None:
    data = serialise.dumps(value)
    assert serialise.loads(data) == value
    assert serialise.dumps(serialise.loads(data)) == data
