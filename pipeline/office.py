"""Whose package it is and of which year, from what its documents state; tables of another year are left aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.model import Office, Table
from pipeline.spelling import words

ORDER = ("profile", "dppa", "dpa", "realization", "agreement")
"""The kinds that are asked for office and year, the most reliable first."""


def office(tables: Sequence[Table]) -> Office:
    """Return office, government and year of a package; ``None`` for what nobody states."""
    ranked = by_reliability(tables)
    name = next((table.stated.office[0] for table in ranked if table.stated.office), None)
    government = next((table.stated.government[0] for table in ranked if table.stated.government), None)
    return Office(name, government, _year(ranked))


def by_reliability(tables: Sequence[Table]) -> list[Table]:
    """Return the tables in the order in which they are asked for office and year."""
    return sorted(tables, key=lambda table: ORDER.index(table.kind) if table.kind in ORDER else len(ORDER))


def organisation_code(tables: Sequence[Table]) -> str | None:
    """Return the code of the organisation, where a document states it."""
    return next((table.stated.code[0] for table in tables if table.stated.code), None)


def _year(ranked: Sequence[Table]) -> int | None:
    """The profile's year; else the one of the first kind whose documents agree; else the most frequent, the latest."""
    for kind in ORDER:
        years = {table.stated.year[0] for table in ranked if table.kind == kind and table.stated.year}
        if len(years) == 1:
            return years.pop()
    counted = Counter(table.stated.year[0] for table in ranked if table.stated.year)
    return max(counted, key=lambda year: (counted[year], year), default=None)


def of_other_year(tables: Sequence[Table], year: int | None) -> list[Table]:
    """Return the tables that state another year, and with them those of a workbook in which no table states ours."""
    files: dict[str, set[int]] = {}
    for table in tables:
        if table.stated.year:
            files.setdefault(table.file, set()).add(table.stated.year[0])
    foreign = {file for file, years in files.items() if year not in years}
    return [
        table
        for table in tables
        if year is not None
        and (table.file in foreign or (table.stated.year is not None and table.stated.year[0] != year))
    ]


def of_other_office(tables: Sequence[Table], name: str | None) -> list[Table]:
    """Return the tables that state another office."""
    return [table for table in tables if name and table.stated.office and not same_office(table.stated.office[0], name)]


def same_office(one: str, other: str) -> bool:
    """Tell whether two names are one office: the words of one contain the other's."""
    first, second = set(words(one)), set(words(other))
    return first <= second or second <= first
