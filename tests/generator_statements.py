"""What the cells of a package state, read by plain means: rows, amounts, quantities, percentages."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from generator_sheets import Book

Quantity = tuple[Fraction, str]
"""A number with its unit."""

QUARTERS = ("quarter_1", "quarter_2", "quarter_3", "quarter_4")
SUMS = {
    "dpa": ("code", (*QUARTERS, "budget")),
    "dppa": ("code", ("before", "after", "change")),
    "realization": ("row", ("budget", "realization", "remaining")),
    "plan": ("row", ("amount",)),
}
"""The tables of lines with amounts: what tells a kegiatan's program, its code or the row above; what adds up."""
LISTS = ("performance", "medium_term")
STAGES = {"agreement.initial": "before", "agreement.revised": "after"}
"""The agreements, each with the column of the revised budget that it agrees on."""
STAFF = ("staff_0", "staff_1", "staff_2")
LONG = {"bln": "bulan", "keg": "kegiatan", "bh": "buah"}


class Row(NamedTuple):
    """A row of a table: the line it is about, the name under which the package knows it, the program it belongs to.

    ``03.12`` is a kegiatan of the program ``03``, ``03/5`` the fifth indicator of an agreement, for that program. A
    row that stands twice is known with ``#2`` as well.
    """

    line: str
    known: str
    at: int
    program: str


def rows(book: Book, kind: str) -> list[Row]:
    """Return the rows of a table from top to bottom, without its total."""
    found = {line: spot[1] for (own, line, _), spot in book.spots.items() if own == kind}
    listed, above = [], ""
    for known, at in sorted(found.items(), key=lambda item: item[1]):
        if known in ("total", "title", "office"):
            continue
        line = known.partition("#")[0]
        if "." not in line:
            above = line
        listed.append(Row(line, known, at, line.split(".")[0] if by_code(kind) else above))
    return listed


def by_code(kind: str) -> bool:
    """Tell whether codes tell the programs of a table."""
    return kind in SUMS and SUMS[kind][0] == "code"


def held(book: Book, kind: str, line: str, column: str) -> object:
    """Return what a cell holds; ``None`` where it is blank or the package has no such cell."""
    spot = book.spots.get((kind, line, column))
    written = spot[0].cells.get(spot[1:]) if spot else None
    return None if written is None or written.value == "" else written.value


def exact(value: object) -> Fraction:
    """Return a stored number as it is written."""
    return Fraction(str(value))


def amount(value: object) -> Fraction | None:
    """Return an amount, typed as a number or as text; ``None`` for a blank and for what is none."""
    if isinstance(value, int | float):
        return exact(value)
    text = str(value or "").strip().removesuffix(",-").removesuffix(",-)")
    digits = re.sub(r"[.,()\- ]", "", text)
    return Fraction(digits) * (-1 if text.startswith(("-", "(")) else 1) if digits.isdecimal() else None


def quantity(value: object) -> Quantity | str | None:
    """Return a target or result: its number with its unit, a share as per cent; the text where it has no number."""
    if isinstance(value, int | float):
        return exact(value) * 100, "%"
    found = re.fullmatch(r"(\d+) (.+)", str(value or "").strip())
    if found is None:
        return str(value) if value else None
    return Fraction(found[1]), LONG.get(found[2], found[2])


def percent(value: object, form: str) -> Fraction | None:
    """Return a percentage in hundredths of a per cent, as its cell shows it; ``None`` where it is no number."""
    if not isinstance(value, int | float):
        return None
    return half_up(exact(value) * (10_000 if form.endswith("%") else 100))


def half_up(value: Fraction) -> Fraction:
    """Round to a whole number, half away from zero."""
    whole = int(abs(value) + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole)
