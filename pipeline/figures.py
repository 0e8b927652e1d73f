"""The figures of budget lines: stated, or summed from what stands below; unknown where a cell could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.intervals import half_step
from pipeline.model import LINE_LEVELS, NO_FIGURE, BudgetLine, Cell, Figure, Line, Table


def stated(table: Table, row: Line, column: str | None, unknown: frozenset[Cell]) -> Figure:
    """Return what a line states in a column; nothing where the column or the figure is not there."""
    if column is None or column not in table.columns:
        return NO_FIGURE
    cell, value = table.cell(row.row, column), row.values.get(column)
    if value is None and cell not in unknown:
        return NO_FIGURE
    return Figure(value, (cell,), half=half_step(table, value))


def with_figures(
    lines: Mapping[str, BudgetLine], tables: Sequence[Table], unknown: frozenset[Cell]
) -> dict[str, BudgetLine]:
    """Return the lines with their realization, and with sums where a parent states nothing itself."""
    spent: dict[str, Figure] = {}
    for table in tables:
        if table.kind == "realization":
            spent |= {row.key: stated(table, row, "realization", unknown) for row in table.lines if row.key}
    done = {key: replace(line, realization=spent.get(key, NO_FIGURE)) for key, line in lines.items()}
    children: dict[str | None, list[str]] = {}
    for line in lines.values():
        children.setdefault(line.parent, []).append(line.key)
    for key in reversed(list(done)):
        below = [done[child] for child in children.get(key, [])]
        line = done[key]
        done[key] = replace(
            line,
            initial=_or_sum(line.initial, [child.initial for child in below]),
            revised=_or_sum(line.revised, [child.revised for child in below]),
            realization=_or_sum(line.realization, [child.realization for child in below]),
        )
    is_revised = any(line.revised != NO_FIGURE for line in done.values())
    return {key: replace(line, budget=line.revised if is_revised else line.initial) for key, line in done.items()}


def _or_sum(own: Figure, below: Sequence[Figure]) -> Figure:
    return summed(below) if own.value is None and not own.unknown else own


def topmost(lines: Sequence[BudgetLine]) -> list[BudgetLine]:
    """Return the lines of the highest level present; one below it without a parent counts in no total."""
    highest = min((LINE_LEVELS.index(line.level) for line in lines), default=0)
    return [line for line in lines if line.level == LINE_LEVELS[highest]]


def summed(figures: Sequence[Figure]) -> Figure:
    """Return the sum of the figures that are there; none where none is, unknown where one of them is."""
    there = [figure for figure in figures if figure.value is not None or figure.unknown]
    if not there:
        return NO_FIGURE
    cells = tuple(cell for figure in there for cell in figure.cells)
    values = [figure.value for figure in there if figure.value is not None]
    half = sum(figure.half for figure in there)
    return Figure(sum(values) if len(values) == len(there) else None, cells, summed=True, half=half)
