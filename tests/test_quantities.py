"""Whether two targets or results say the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline import parse
from pipeline.model import Quantity, Raw, Wording
from pipeline.quantities import compared, figures, gap, same_unit


def read(cell: str | tuple[float, str]) -> Quantity:
    raw = Raw(cell) if isinstance(cell, str) else Raw(cell[0], cell[1])
    found = parse.quantity(raw)
    assert isinstance(found, Quantity)
    return found


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("12 bulan", "12 Bln.", "same"),
        ("13 raperda", "17 raperda", "other_value"),
        ("13 raperda", "13 perda", "other_unit"),
        ("1 tahun", "12 bulan", "unclear"),
        ("13", "13 raperda", "same"),
        ("17", "13 raperda", "unclear"),
        ("17", "13", "other_value"),
        ((0.8, "General"), "80", "unclear"),
        ((0.8, "General"), "80 %", "unclear"),
        ((0.8, "0%"), "80 persen", "same"),
        ("46 %", "47 %", "other_value"),
        ("46 %", "46,48%", "same"),
        ("46 %", "46,51%", "other_value"),
        ((0.4648, "0%"), "46 %", "same"),
        ((0.4648, "0%"), "46,48 %", "same"),
        ((13.4, "0"), "13", "same"),
        ("13,4 km", "13 km", "other_value"),
        ("2.500.000 lembar", (2500000.0, '#,##0 "lbr"'), "same"),
        ("Tepat  waktu", "tepat waktu", "same"),
        ("tepat waktu", "terlambat", "other_value"),
        ("dua belas bulan", "12 bulan", "unclear"),
    ],
)
def test_two_quantities(one: str | tuple[float, str], other: str | tuple[float, str], verdict: str) -> None:
    assert compared(read(one), read(other)) == verdict
    assert compared(read(other), read(one)) == verdict


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("12 bulan", "9 BLN", True),
        ("12 bulan", "9 orang", False),
        ("80 %", (0.7, "0%"), True),
        ("80 %", "70", None),
        ("80", "70", None),
        ("tepat waktu", "3 kali", None),
    ],
)
def test_units(one: str, other: str | tuple[float, str], same: bool | None) -> None:
    assert same_unit(read(one), read(other)) is same
    assert same_unit(read(other), read(one)) is same


def test_figures_are_numbers_in_one_unit_only() -> None:
    assert figures(read("12 bln"), read("9 bulan")) == (Decimal(12), Decimal(9))
    assert figures(read("12 bln"), read("9 orang")) == ("12 bln", "9 orang")
    assert figures(read("tepat waktu"), read("terlambat")) == ("tepat waktu", "terlambat")


def test_a_gap_is_that_of_numbers() -> None:
    assert gap(Decimal(12), Decimal(9)) == Wording("remark.gap", {"amount": Decimal(3)})
    assert gap("12 bln", "9 orang") == ""
