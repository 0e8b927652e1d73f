"""Stated sums, and how much of what they add up a person sees in a table with hidden rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.amounts import holders, known, summable
from pipeline.intervals import allowance, differ
from pipeline.model import Cell, Line, Table


@dataclass(frozen=True, slots=True)
class VisibleSum:
    """A stated sum and the rows that make it up: all of them, and those that a person sees."""

    table: Table
    whole: Line
    column: str
    parts: list[Line]
    seen: list[Line]

    @property
    def stated(self) -> int:
        """The printed amount (sen)."""
        return int(self.whole.values[self.column])

    def amount(self, parts: list[Line]) -> int:
        """Return the sum of some rows (sen)."""
        return sum(part.values[self.column] for part in parts)

    def agrees(self, parts: list[Line]) -> bool:
        """Tell whether the stated sum is that of some rows."""
        allowed = allowance(self.table, [self.stated, *(part.values[self.column] for part in parts)])
        return not differ(self.stated, self.amount(parts), allowed)


def sums(table: Table, unknown: frozenset[Cell]) -> Iterator[VisibleSum]:
    """Yield the stated sums of a table that are visible, the totals first; none that a doubtful cell is part of."""
    totals = [(total, table.topmost) for total in table.totals]
    parents = [(line, table.children(line)) for line in table.lines]
    for column in summable(table):
        for whole, lines in (*totals, *parents):
            parts = holders(table, lines, column)
            sure = whole.values.get(column) is not None and known(table, [whole, *lines], column, unknown)
            if sure and parts and whole.row not in table.hidden.rows:
                yield VisibleSum(table, whole, column, parts, _seen(table, lines, column))


def _seen(table: Table, lines: list[Line], column: str) -> list[Line]:
    """Return the visible lines that state the amounts of ``lines``: themselves, or the nearest below that do."""
    found: list[Line] = []
    for line in lines:
        if line.row not in table.hidden.rows and line.values.get(column) is not None:
            found.append(line)
        else:
            found.extend(_seen(table, table.children(line), column))
    return found
