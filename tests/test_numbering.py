"""The numbers that rows bear, as what they count."""

from __future__ import annotations

import pytest

from pipeline.numbering import Count, bare, count


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("1.", "1"),
        ("f", "f"),
        ("3)", "3"),
        ("( b )", "b"),
        ("XVIII.", "XVIII"),
        ("07", None),
        ("2a", None),
        ("1.2", None),
        ("1.01.05", None),
        ("I/a", None),
        ("No. 1", None),
        ("0", None),
    ],
)
def test_a_bare_number(text: str, mark: str | None) -> None:
    assert bare(text) == mark


@pytest.mark.parametrize(
    ("marks", "counted"),
    [
        ("1 2 3", Count()),
        ("3 1 2", Count()),
        ("a b c d e f g h i", Count()),
        ("i ii iii iv", Count()),
        ("I II", Count()),
        ("1", Count()),
        ("1 2 3 5", Count(missing=("4",), places=(3,), wrong=("5", "4"))),
        ("5 1 2 3", Count(missing=("4",), places=(0,), wrong=("5", "4"))),
        ("2 3", Count(missing=("1",), places=(0,), wrong=("2", "1"))),
        ("1 2 2 3", Count(again=("2",), places=(1, 2), wrong=("2", "3"))),
        ("a b b d", Count(missing=("c",), again=("b",), places=(1, 2, 3), wrong=("b", "c"))),
        ("A C", Count(missing=("B",), places=(1,), wrong=("C", "B"))),
        ("I III IV", Count(missing=("II",), places=(1,), wrong=("III", "II"))),
        ("c d", Count(missing=("a", "b"), places=(0,), wrong=("c", "a"))),
    ],
)
def test_numbers(marks: str, counted: Count) -> None:
    assert count(marks.split()) == counted


def test_the_alphabet_goes_on_behind_z() -> None:
    letters = [chr(97 + place) for place in range(26)]
    assert count([*letters, "aa", "ab"]) == Count()
    assert count([*letters, "ab"]) == Count(missing=("aa",), places=(26,), wrong=("ab", "aa"))


def test_numbers_of_several_styles_count_nothing() -> None:
    assert count(["1", "b"]) is None


def test_numbers_of_rows_that_were_left_out_count() -> None:
    assert count(["1", "2", "4"], {"3"}) == Count()
    assert count(["1", "2", "5"], {"3", "a", "9"}) == Count(missing=("4",), places=(2,), wrong=("5", "4"))
