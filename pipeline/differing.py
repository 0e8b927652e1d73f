"""Two documents' figures of the same budget lines, and where they differ for a reason of their own."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.intervals import half_step
from pipeline.model import BudgetLine, Dataset, Figure


def figures(data: Dataset, kind: str, column: str) -> dict[str, Figure]:
    """Return what the tables of a kind state in a column, by the key of the budget line; unknown where in doubt."""
    found = {}
    for table in data.of(kind):
        for line in table.lines:
            value, cell = line.values.get(column), table.cell(line.row, column)
            if line.key and cell in data.unknown:
                found[line.key] = Figure(None, (cell,))
            elif line.key and value is not None:
                found[line.key] = Figure(value, (cell,), half=half_step(table, value))
    return found


def deepest(data: Dataset, one: Mapping[str, Figure], other: Mapping[str, Figure]) -> list[BudgetLine]:
    """Return the budget lines in which the figures differ, without those that differ by just what is below them.

    A line that only one side has differs by its whole amount; one that a side does not know does not count.
    """
    gaps = {line.key: gap(one.get(line.key), other.get(line.key)) for line in data.budget}
    unknown = {key for side in (one, other) for key, figure in side.items() if figure.unknown}
    below: dict[str, int] = {}
    for line in data.budget:
        if line.parent:
            below[line.parent] = below.get(line.parent, 0) + gaps[line.key]
    return [
        line
        for line in data.budget
        if gaps[line.key] and gaps[line.key] != below.get(line.key, 0) and line.key not in unknown
    ]


def gap(one: Figure | None, other: Figure | None) -> int:
    """Return how far apart two figures are (sen); 0 where their precision allows that they are one."""
    apart = ((one.value if one else 0) or 0) - ((other.value if other else 0) or 0)
    allowed = sum(figure.half for figure in (one, other) if figure)
    return apart if abs(apart) > allowed else 0
