"""The numbers that rows bear (1., a., IV., 3)) as what they count: which are missing, which stand again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from pipeline.model import letter
from pipeline.ranges import number

HIGHEST = 99
"""The highest roman numeral known."""


@dataclass(frozen=True, slots=True)
class Count:
    """What some numbers count. Places are those in the sequence that was given."""

    missing: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    """The numbers that stand more than once."""
    places: tuple[int, ...] = ()
    """Where the first number behind a gap stands, or one that stands more than once."""
    wrong: tuple[str, str] = ("", "")
    """The first number out of order, counting from the lowest, and the one that is due there."""

    @property
    def faults(self) -> int:
        """How many numbers are missing or stand again; 0 where the numbering is complete."""
        return len(self.missing) + len(self.again)


def bare(text: str) -> str | None:
    """Return a number without its dots and brackets; ``None`` for what is none, such as 2a or the code 07."""
    found = re.fullmatch(r"\(?\s*([1-9]\d{0,3}|[a-z]{1,2}|[ivxlc]{1,8})\s*[.)]*", text, re.IGNORECASE)
    return found.group(1) if found else None


def count(marks: Sequence[str], beside: Collection[str] = ()) -> Count | None:
    """Return what bare numbers count, in any order; ``None`` where they are of several styles.

    ``beside`` are numbers that count though their rows do not. Letters that are roman numerals too (c, i) are taken
    for that which leaves fewer numbers out.
    """
    found = []
    for read, write in _STYLES:
        values = [read(mark.casefold()) for mark in marks]
        known = [value for value in values if value is not None]
        if known and len(known) == len(values):
            extra = {value for mark in beside if (value := read(mark.casefold())) is not None}
            found.append(_counted(known, extra, write if marks[0].islower() or marks[0].isdigit() else _capital(write)))
    return min(found, key=lambda counted: counted.faults, default=None)


def _counted(values: list[int], beside: set[int], write: Callable[[int], str]) -> Count:
    times = Counter(values)
    gaps = set(range(1, max(values))) - times.keys() - beside
    due = sorted([*values, *(value for value in beside - times.keys() if value < max(times))])
    wrong = next(((value, rank) for rank, value in enumerate(due, 1) if value != rank), None)
    again = {value for value in times if times[value] > 1}
    behind = {value for value in values if value > 1 and value - 1 in gaps}
    return Count(
        tuple(map(write, sorted(gaps))),
        tuple(map(write, sorted(again))),
        tuple(place for place, value in enumerate(values) if value in behind or value in again),
        (write(wrong[0]), write(wrong[1])) if wrong else ("", ""),
    )


def _capital(write: Callable[[int], str]) -> Callable[[int], str]:
    return lambda value: write(value).upper()


def _digits(mark: str) -> int | None:
    return int(mark) if mark.isdigit() else None


def _alphabetic(mark: str) -> int | None:
    return number(mark.upper()) if mark.isalpha() and len(mark) <= 2 else None


def _roman(value: int) -> str:
    signs = ((90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for worth, sign in signs:
        written += sign * (value // worth)
        value %= worth
    return written


_ROMAN = {_roman(value): value for value in range(1, HIGHEST + 1)}
_STYLES: tuple[tuple[Callable[[str], int | None], Callable[[int], str]], ...] = (
    (_digits, str),
    (_alphabetic, lambda value: letter(value).lower()),
    (_ROMAN.get, _roman),
)
"""How each style of numbers is read, and written."""
