"""Truths about targets, results, persons, years and numbers that a package must hold."""

from __future__ import annotations

import re
from collections import Counter

from generator_sheets import Book
from generator_statements import LISTS, STAFF, STAGES, Quantity, held, quantity, rows
from generator_truths_of_money import Told, figure, total


def indicators(book: Book) -> Told:
    """An indicator has one target everywhere, and a result where the latest agreement has it."""
    measured = {row.line: row.known for row in rows(book, "indicators")}
    targets: dict[str, set[object]] = {}
    for kind in ("indicators", *STAGES):
        for row in rows(book, kind):
            target = quantity(held(book, kind, row.known, "target"))
            targets.setdefault(row.line.split("/")[-1], set()).update({target} - {None})
    for number, stated in targets.items():
        yield ("target", number), len(stated) <= 1
    for row in rows(book, "agreement.revised"):
        number = row.line.split("/")[1]
        yield ("measured", number), held(book, "indicators", measured.get(number, ""), "result") is not None


def results(book: Book) -> Told:
    """A line has one result in all tables, one unit, and in the plan the target of the year's table."""
    by_line = {kind: {row.line: row.known for row in rows(book, kind)} for kind in (*LISTS, "plan")}

    def stated(kind: str, line: str, column: str) -> Quantity | str | None:
        return quantity(held(book, kind, by_line[kind].get(line, ""), column))

    for line in by_line["performance"]:
        target, result = stated("performance", line, "target"), stated("performance", line, "result")
        yield ("unit", "performance", line), _same(_unit(target), _unit(result))
        yield ("planned", line), "." not in line or _same(stated("plan", line, "target"), target)
        yield ("result", line), _same(result, stated("medium_term", line, "result"))
    for line in by_line["medium_term"]:
        units = (_unit(stated("medium_term", line, column)) for column in ("result", "long_run"))
        yield ("unit", "medium_term", line), _same(*units)


def _same(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _unit(value: Quantity | str | None) -> str | None:
    return value[1] if isinstance(value, tuple) else None


def staff(book: Book) -> Told:
    """The staff tables add up to their totals, which are equal; persons have a label."""
    totals = [figure(book, kind, "total", "persons") for kind in STAFF]
    for kind, stated in zip(STAFF, totals, strict=True):
        persons = {row.known: figure(book, kind, row.known, "persons") for row in rows(book, kind)}
        yield ("persons", kind), stated == total(persons.values())
        yield ("as many persons", kind), stated == totals[0]
        for known, number in persons.items():
            yield ("label", kind, known), not number or held(book, kind, known, "label") is not None


def years(book: Book) -> Told:
    """Every title states the year of the profile."""
    stated = {
        (kind, line): set(re.findall(r"(?<!\d)20\d\d(?!\d)", str(held(book, kind, line, column))))
        for kind, line, column in book.spots
        if column == "year"
    }
    usual = Counter(year for found in stated.values() for year in found).most_common(1)[0][0]
    for place, found in stated.items():
        yield ("year", *place), found <= {usual}


def numbering(book: Book) -> Told:
    """The numbers of a level go on without a gap."""
    for kind in ("performance", "medium_term", "realization", "indicators", *STAFF, *STAGES):
        groups: dict[str, list[object]] = {}
        for row in rows(book, kind):
            level = row.program if "." in row.line else ""
            groups.setdefault(level, []).append(held(book, kind, row.known, "number"))
        for level, written in groups.items():
            numbers = [_number(value) for value in written if value is not None]
            yield ("numbers", kind, level), sorted(numbers) == list(range(1, len(numbers) + 1))


def _number(value: object) -> int:
    text = str(value).removesuffix(".0").strip(".() ")
    return int(text) if text.isdecimal() else ord(text.lower()) - 96
