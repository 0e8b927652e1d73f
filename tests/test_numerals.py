"""Text becomes a number where its notation leaves no doubt, and a problem or nothing elsewhere."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from pipeline import numerals
from pipeline.model import Problem, Raw
from pipeline.numerals import Notation, Number


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1.234.567"], "id"),
        (["1,234,567"], "en"),
        (["467.998.630.663,83"], "id"),
        (["(115,888,860,874.61)"], "en"),
        (["2.046.040.000,-"], "id"),
        (["1.234,--"], "id"),
        (["1234,-"], "id"),
        (["1.234.-"], None),
        (["1234.-"], None),
        (["1,234,567,-"], "en"),
        (["74,08"], "id"),
        (["1234.5"], "en"),
        (["0,12345"], "id"),
        (["0.125"], "en"),
        (["74,08 %"], "id"),
        (["(15.66%)"], "en"),
        (["Rp 1.234.567"], "id"),
        (["12.500"], None),
        (["12,500"], None),
        (["1250.000"], None),
        (["1.23.456", "31.12.2017", "Jumlah", "", "12"], None),
        ([1234.5, None, datetime.datetime(2017, 12, 31)], None),
        (["12.500", "Jumlah", "74,08", 3], "id"),
        (["1.234.567", "1,234,567"], None),
        ([], None),
    ],
)
def test_the_notation_of_a_column_comes_from_its_text_cells(cells: list[Any], expected: Notation) -> None:
    assert numerals.notation(Raw(cell) for cell in cells) == expected


@pytest.mark.parametrize("notation", [None, "id", "en"])
@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("1.234.567", "1234567", ""),
        ("1,234,567.50", "1234567.50", ""),
        ("(1.234.567)", "-1234567", ""),
        ("−5", "-5", ""),
        ("-0", "0", ""),
        ("2.046.040.000,-", "2046040000.00", ""),
        ("74,08%", "74.08", "%"),
        ("(15,66%)", "-15.66", "%"),
        ("12,5 persen", "12.5", "%"),
        ("12 (dua belas) bulan", "12", "bulan"),
        ("2,5 m2", "2.5", "m2"),
        ("3 dokumen LKjIP 2017", "3", "dokumen LKjIP 2017"),
    ],
)
def test_a_number_that_decides_itself_is_the_same_in_any_column(
    words: str, value: str, unit: str, notation: Notation
) -> None:
    read = numerals.number(words, notation)
    assert isinstance(read, Number)
    assert (str(read.value), read.unit) == (value, unit)


@pytest.mark.parametrize(
    ("words", "alone", "id", "en"),
    [
        ("12.500 bh", Problem("ambiguous"), Number(Decimal(12500), "bh"), Number(Decimal("12.5"), "bh")),
        ("12,500", Problem("ambiguous"), Number(Decimal("12.5"), ""), Number(Decimal(12500), "")),
        ("1250.000", Problem("ambiguous"), Problem("not_a_number"), Number(Decimal(1250), "")),
    ],
)
def test_three_digits_after_the_only_separator_follow_the_column(
    words: str, alone: Problem, id: Number | Problem, en: Number | Problem
) -> None:
    assert [numerals.number(words, notation) for notation in (None, "id", "en")] == [alone, id, en]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1.23.456", Problem("not_a_number")),
        ("1.234,567,890 orang", Problem("not_a_number")),
        ("10.000.000.000.000.000", Problem("too_large")),
        ("Tepat Waktu", None),
        ("(1.234", None),
        ("(-1.234)", None),
        ("12 bulan, 3 kali", None),
        ("(1) Jumlah dokumen", None),
        ("- 12 bulan", None),
        ("31 Desember 2017", None),
        ("", None),
    ],
)
def test_words_of_another_form_are_no_number(words: str, expected: Problem | None) -> None:
    assert numerals.number(words, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rp. 1.234", "1.234"),
        ("  idr\u00a01,234", "1,234"),
        ("-Rp 1.234", "-1.234"),
        ("(Rp 1.234)", "(1.234)"),
        ("Rp", "Rp"),
        ("rpjmd 2017", "rpjmd 2017"),
        ("1.234 Rp", "1.234 Rp"),
        ("Rp. 1.234.567 ,00", "1.234.567,00"),
        ("1.234.567 ,-", "1.234.567,-"),
        ("(Rp 1 234 567,50)", "(1234567,50)"),
        ("1'234’567", "1234567"),
        ("1 234.567", "1 234.567"),
        ("12 3456", "12 3456"),
        ("2017 500", "2017 500"),
    ],
)
def test_what_is_no_part_of_an_amount_is_taken_away(text: str, expected: str) -> None:
    assert numerals.amount(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("70 %", True), ("70 Persen", True), ("70", False)])
def test_a_text_may_say_per_cent(text: str, expected: bool) -> None:
    assert numerals.says_percent(text) is expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("bulan", "bulan"), ("(dua belas) bulan", "bulan"), ("% dari target", "% dari target"), ("2", ""), ("", "")],
)
def test_a_unit_begins_with_a_letter_or_a_per_cent_sign(rest: str, expected: str) -> None:
    assert numerals.unit_of(rest) == expected
