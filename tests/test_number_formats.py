"""What a number format shows of a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.number_formats import Shape, digits, shape, shown

PLAIN = Shape(decimals=0, percent=False, grouped=False, width=0, literal="", suffix="", unit="")
ACCOUNTING = '_(* #,##0.0_);_(* (#,##0.0);_(* "-"??_);_(@_)'


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("General", PLAIN._replace(decimals=None)),
        ("@", PLAIN._replace(decimals=None)),
        ("", PLAIN._replace(decimals=None)),
        ("0", PLAIN._replace(width=1)),
        ("000", PLAIN._replace(width=3)),
        ("0.00", PLAIN._replace(decimals=2)),
        ("#,##0", PLAIN._replace(grouped=True)),
        (ACCOUNTING, PLAIN._replace(decimals=1, grouped=True)),
        ("0%", PLAIN._replace(percent=True, suffix="%", unit="%")),
        ("0.00%;[Red](0.00%)", PLAIN._replace(decimals=2, percent=True, suffix="%", unit="%")),
        (r"0.00\%", PLAIN._replace(decimals=2, literal="%", suffix="%", unit="%")),
        ('0" bulan"', PLAIN._replace(width=1, literal="bulan", suffix=" bulan", unit="bulan")),
        (r"0\ \b\h", PLAIN._replace(width=1, literal="bh", suffix=" bh", unit="bh")),
        ('"Rp"#,##0', PLAIN._replace(grouped=True, literal="Rp")),
        (r"0\.00\.00", PLAIN._replace(width=5, literal="..")),
        ("0.00E+00", PLAIN._replace(decimals=None)),
        ('0.0,," juta"', PLAIN._replace(decimals=None, literal="juta")),
    ],
)
def test_the_first_section_of_a_format_has_a_shape(code: str, expected: Shape) -> None:
    assert shape(code) == expected


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("12", "General", "12"),
        ("12.50", "General", "12,5"),
        ("74.085", "0.00%", "74,09"),
        ("-74.085", "0.00%", "-74,09"),
        ("1650", "#,##0", "1.650"),
        ("1650.5", "#,##0.00", "1.650,50"),
        ("2500000", "0.0,,", "2500000"),
        ("1E-7", "0." + "0" * 30, "0,000000100"),
    ],
)
def test_a_number_is_shown_with_indonesian_signs(value: str, code: str, text: str) -> None:
    assert shown(Decimal(value), shape(code)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("1E+3", "1000"), ("74.10", "74.1"), ("100", "100"), ("0.00", "0"), ("1E-20", "0." + "0" * 19 + "1")],
)
def test_digits_are_written_without_exponent(value: str, text: str) -> None:
    assert digits(Decimal(value)) == text
