"""Which targets are one and the same, which differ, and of which nobody can say."""

import pytest

from pipeline import parse, targets
from pipeline.model import Quantity, Raw


def quantity(text: str | float, form: str = "General") -> Quantity:
    read = parse.quantity(Raw(text, form))
    assert isinstance(read, Quantity)
    return read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("80 %", "80%"),
        ("80 persen", "80 %"),
        ("12 bln", "12 Bulan"),
        ("70%/tahun", "70%"),
        ("80", "80 %"),
        ("0,8", "80 %"),
        ("12 dokumen", "12 laporan"),
        ("BB", "BB (Sangat Baik)"),
        ("Opini WTP", "WTP"),
        ("Nilai B", "b"),
        ("≥ 80 %", ">= 80%"),
        ("80 - 90 %", "80-90%"),
    ],
)
def test_one_target_in_two_spellings(one: str, other: str) -> None:
    assert targets.same(quantity(one), quantity(other)) is True
    assert targets.same(quantity(other), quantity(one)) is True


def test_a_fraction_in_a_percentage_format_is_compared_as_its_cell_shows_it() -> None:
    assert targets.same(quantity(0.8, "0%"), quantity("80 %")) is True
    assert targets.same(quantity(0.795, "0%"), quantity("80 %")) is True
    assert targets.same(quantity(0.795, "0.0%"), quantity("80 %")) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("80 %", "85 %"),
        ("80 %", "80 orang"),
        ("13 raperda", "20 buah"),
        ("0,8", "85 %"),
        ("12 bulan", "11"),
        ("A", "BB"),
        ("≤ 5 %", "≤ 3 %"),
    ],
)
def test_targets_that_differ(one: str, other: str) -> None:
    assert targets.same(quantity(one), quantity(other)) is False
    assert targets.same(quantity(other), quantity(one)) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("12 bulan", "1 tahun", id="months and a year"),
        pytest.param("5 juta rupiah", "5000000 rupiah", id="a power of ten"),
        pytest.param("≥ 80 %", "80 %", id="a limit and a figure"),
        pytest.param("BB", "70", id="a mark and a figure"),
        pytest.param("80 sampai 90 %", "paling sedikit 80 %", id="words around the same figure"),
    ],
)
def test_what_cannot_be_said(one: str, other: str) -> None:
    assert targets.same(quantity(one), quantity(other)) is None
    assert targets.same(quantity(other), quantity(one)) is None
