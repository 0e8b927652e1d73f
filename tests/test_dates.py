"""Dates are found in words, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from pipeline.dates import collapse, dates_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22 Januari 2018", ["2018-01-22"]),
        ("3 Januari 2017", ["2017-01-03"]),
        ("Purwokerto, 31 Desember 2017", ["2017-12-31"]),
        ("Purwokerto,   31\u00a0DESEMBER\n2017", ["2017-12-31"]),
        ("31\u200b Desember 2017", ["2017-12-31"]),
        ("31-12-2017", ["2017-12-31"]),
        ("31/12/2017", ["2017-12-31"]),
        ("3/12/2017", ["2017-12-03"]),
        ("2017-12-31", ["2017-12-31"]),
        ("2017-12-31 00:00:00", ["2017-12-31"]),
        ("1 Peb 2017", ["2017-02-01"]),
        ("1 Pebruari 2017", ["2017-02-01"]),
        ("1 Nopember 2017", ["2017-11-01"]),
        ("1 Nop. 2017", ["2017-11-01"]),
        ("1-Agu-2017", ["2017-08-01"]),
        ("1 Agt 2017", ["2017-08-01"]),
        ("1 Sept 2017", ["2017-09-01"]),
        ("1 Okt 2017", ["2017-10-01"]),
        ("1 Des 2017", ["2017-12-01"]),
        ("1 Mei 2017, tanggal 01-05-2017", ["2017-05-01", "2017-05-01"]),
        ("1 Mei 2017 sampai 2 Mei 2017", ["2017-05-01", "2017-05-02"]),
        (
            "Perda 2017-12-31, diubah 22 Januari 2018, semula 3/1/2017 dan 31 April 2017",
            ["2017-12-31", "2018-01-22", "2017-01-03"],
        ),
        ("31 Februari 2017", []),
        ("12/31/2017", []),
        ("31/12-2017", []),
        ("900/12/11/2017", []),
        ("12/11/2017/900", []),
        ("2017-12-311", []),
        ("31 Desember", []),
        ("Desember 2017", []),
        ("", []),
    ],
)
def test_the_dates_of_a_text_come_in_its_order(text: str, expected: list[str]) -> None:
    assert [day.isoformat() for day in dates_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("  Belanja\u00a0 Langsung \n", "Belanja Langsung"), ("\ufeff1.234\u200b", "1.234"), ("\u200e \u2060", "")],
)
def test_collapsed_text_has_single_blanks_and_no_invisible_signs(text: str, expected: str) -> None:
    assert collapse(text) == expected
