"""The rows of two tables that mean one budget line."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.kinds import kinds
from pipeline.model import BudgetLine, Dataset, Line, Quantity, Table
from pipeline.repeats import groups
from pipeline.spelling import key


@dataclass(frozen=True, slots=True)
class Pair:
    """A budget line with its row in either of two tables."""

    line: BudgetLine
    one: Line
    other: Line


def pairs(data: Dataset, one: Table, other: Table) -> list[Pair]:
    """Return the lines that two tables have, in the budget's order; one that a table has twice is in doubt."""
    first, second = _by_key(one), _by_key(other)
    both = first.keys() & second.keys()
    return [Pair(line, first[line.key], second[line.key]) for line in data.budget if line.key in both]


def quantity(data: Dataset, table: Table, line: Line, column: str) -> Quantity | None:
    """Return what a row states in a column; nothing where that is blank or in doubt."""
    if column not in table.columns or _stands_twice(table, column) or table.cell(line.row, column) in data.unknown:
        return None
    value = line.values.get(column)
    return value if isinstance(value, Quantity) else None


def _by_key(table: Table) -> dict[str, Line]:
    again = {line.row for rows in groups(table) for line in rows}
    return {line.key: line for line in table.lines if line.key and line.row not in again}


def _stands_twice(table: Table, column: str) -> bool:
    """Whether a further column bears this one's header, for example that of another year."""
    headers = kinds()[table.kind].fields[column].keys
    return any(skip.reason == "column_is_repeated" and key(skip.text) in headers for skip in table.skipped)
