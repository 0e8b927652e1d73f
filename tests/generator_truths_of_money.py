"""Truths about amounts that a package must hold: sums, differences, percentages, one amount of a line everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from generator_sheets import Book
from generator_statements import LISTS, QUARTERS, STAGES, SUMS, amount, half_up, held, percent, rows

Truth = tuple[str, ...]
"""The name of a truth and what it is about."""
Told = Iterator[tuple[Truth, bool]]
"""Truths, each with whether it holds."""

BUDGETS = {"dpa": (*QUARTERS, "budget"), "dppa": ("before", "after"), "plan": ("amount",)}
"""The columns that hold no negative amount."""


def figure(book: Book, kind: str, line: str, column: str) -> Fraction | None:
    """Return the amount in a cell; ``None`` where there is none."""
    return amount(held(book, kind, line, column))


def total(values: Iterable[Fraction | None]) -> Fraction:
    """Add up; a blank counts as nothing."""
    return sum((value for value in values if value is not None), Fraction(0))


def sums(book: Book) -> Told:
    """A program is the sum of its kegiatan, the total that of the programs."""
    for kind, (_, columns) in SUMS.items():
        listed = rows(book, kind)
        programs = [row for row in listed if "." not in row.line]
        for column in columns:
            for program in programs:
                below = [row.known for row in listed if row.program == program.line and "." in row.line]
                stated = figure(book, kind, program.known, column)
                right = total(figure(book, kind, known, column) for known in below)
                yield ("sum", kind, program.known, column), stated is None or not below or stated == right
            stated = figure(book, kind, "total", column)
            right = total(figure(book, kind, program.known, column) for program in programs)
            yield ("total", kind, column), stated is None or stated == right


def rows_alone(book: Book) -> Told:
    """Quarters make the year, differences and percentages follow, nothing is overspent, no budget is negative."""
    for kind in SUMS:
        for known in (*(row.known for row in rows(book, kind)), "total"):
            yield from _row(book, kind, known)
            for column in BUDGETS.get(kind, ()) if known != "total" else ():
                yield ("negative", kind, known, column), (figure(book, kind, known, column) or 0) >= 0
    for kind in STAGES:
        for row in rows(book, kind):
            yield ("negative", kind, row.known), (figure(book, kind, row.known, "amount") or 0) >= 0


def _row(book: Book, kind: str, known: str) -> Told:
    if kind == "dpa":
        parts = [figure(book, kind, known, quarter) for quarter in QUARTERS]
        budget = figure(book, kind, known, "budget")
        yield ("quarters", known), budget is None or parts == [None] * 4 or budget == total(parts)
    elif kind == "dppa":
        yield ("change", known), _less(book, kind, known, "change", "after", "before")
        yield ("percent", kind, known), _share(book, kind, known, "change", "before")
    elif kind == "realization":
        yield ("remaining", known), _less(book, kind, known, "remaining", "budget", "realization")
        yield ("percent", kind, known), _share(book, kind, known, "realization", "budget")
        spent, budget = figure(book, kind, known, "realization"), figure(book, kind, known, "budget")
        yield ("spent", known), known == "total" or spent is None or budget is None or spent <= budget


def _less(book: Book, kind: str, known: str, *columns: str) -> bool:
    stated, first, second = (figure(book, kind, known, column) for column in columns)
    return stated is None or first is None or second is None or stated == first - second


def _share(book: Book, kind: str, known: str, part: str, whole: str) -> bool:
    spot = book.spots.get((kind, known, "percent"))
    written = spot[0].cells.get(spot[1:]) if spot else None
    stated = percent(written.value, written.format) if written else None
    dividend, divisor = figure(book, kind, known, part), figure(book, kind, known, whole)
    return stated is None or dividend is None or not divisor or stated == half_up(dividend / divisor * 10_000)


def documents(book: Book) -> Told:
    """A line has one amount in all budgets, one name for its code, and stands once in each table."""
    for row in rows(book, "dppa"):
        yield (
            ("before", row.known),
            _same(figure(book, "dppa", row.known, "before"), figure(book, "dpa", row.line, "budget")),
        )
    for row in rows(book, "realization"):
        own, current = figure(book, "realization", row.known, "budget"), figure(book, "dppa", row.line, "after")
        yield ("budget", row.known), _same(own, current)
    for row in rows(book, "dpa"):
        names = (held(book, kind, row.line, "name") for kind in ("dpa", "dppa"))
        plain = {"".join(filter(str.isalnum, str(name))).casefold() for name in names if name}
        yield ("name", row.known), len(plain) <= 1
    full = _lines(book, "dppa")
    for kind in ("dpa", "dppa", "realization", "plan", *LISTS):
        own_lines = _lines(book, kind)
        for line in {*full, *own_lines}:
            yield ("line", kind, line), (line in full) == (line in own_lines)
            yield ("once", kind, line), own_lines[line] <= 1


def _same(one: Fraction | None, other: Fraction | None) -> bool:
    return one is None or other is None or one == other


def _lines(book: Book, kind: str) -> Counter[str]:
    """Return how often a table has each line, a kegiatan under the program to which it belongs there."""
    return Counter(f"{row.program}:{row.line}" if "." in row.line else row.line for row in rows(book, kind))


def agreements(book: Book) -> Told:
    """An agreement names the programs of its budget, with amounts of theirs, and agrees on the whole budget."""
    for kind, column in STAGES.items():
        source, column = ("dpa", "budget") if kind == "agreement.initial" else ("dppa", column)
        budget = {row.line: figure(book, source, row.line, column) for row in rows(book, source)}
        stated = [
            (row.line.split("/")[0], row.line.split("/")[1], figure(book, kind, row.known, "amount"))
            for row in rows(book, kind)
        ]
        for program in (line for line in budget if "." not in line):
            yield ("named", kind, program), any(own == program for own, _, _ in stated)
        for program, number, own_amount in stated:
            parts = {budget[line] for line in budget if line.split(".")[0] == program}
            whole = total(value for own, _, value in stated if own == program)
            fits = own_amount is None or own_amount in parts or whole == budget.get(program)
            yield ("agreed", kind, number), fits
            yield ("known program", kind, number), program in budget
        tops = total(value for line, value in budget.items() if "." not in line)
        yield ("agreed in all", kind), total(value for _, _, value in stated) == tops
