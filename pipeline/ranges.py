"""Cells of one column as ranges: a contiguous block is one range."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model import Cell, Table, letter


def block(table: Table, rows: Iterable[int], column: str) -> tuple[Cell, ...]:
    """Return the cells of some rows in a column, top to bottom, neighbours joined: E20:E26."""
    letters = table.columns[column]
    return tuple(
        Cell(table.file, table.sheet, f"{letters}{first}" if first == last else f"{letters}{first}:{letters}{last}")
        for first, last in _runs(row for row in rows if (row, column) not in table.apart)
    )


def across(table: Table, row: int, columns: Iterable[str]) -> tuple[Cell, ...]:
    """Return the cells of a row in some columns, neighbours joined: G13:J13."""
    numbered = sorted((number(table.columns[column]), table.columns[column]) for column in columns)
    runs: list[list[tuple[int, str]]] = []
    for place in numbered:
        if runs and place[0] == runs[-1][-1][0] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    refs = [f"{run[0][1]}{row}" if len(run) == 1 else f"{run[0][1]}{row}:{run[-1][1]}{row}" for run in runs]
    return tuple(Cell(table.file, table.sheet, ref) for ref in refs)


def joined(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Return cells column by column, in the order of the columns' first cells, neighbours as one range: G8:G20."""
    columns: dict[tuple[str, str | None, str], set[int]] = {}
    whole: list[Cell] = []
    for cell in cells:
        found = re.fullmatch(r"([A-Z]+)(\d+)", cell.ref or "")
        if found is None:
            whole.append(cell)
        else:
            columns.setdefault((cell.file, cell.sheet, found.group(1)), set()).add(int(found.group(2)))
    made = []
    for (file, sheet, letters), rows in columns.items():
        for first, last in _runs(rows):
            made.append(
                Cell(file, sheet, f"{letters}{first}" if first == last else f"{letters}{first}:{letters}{last}")
            )
    return (*made, *whole)


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each run of neighbours."""
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return [(first, last) for first, last in runs]


def beside(table: Table, row: int, columns: Iterable[str]) -> tuple[Cell, ...]:
    """Return the cells of a row in those of some columns that are there, each by itself, from left to right."""
    there = sorted(
        (column for column in columns if column in table.columns), key=lambda name: number(table.columns[name])
    )
    return tuple(table.cell(row, column) for column in there)


def number(letters: str) -> int:
    """Return the number of a column by its letters: A is 1."""
    value = 0
    for sign in letters:
        value = value * 26 + ord(sign) - 64
    return value


def members(cell: Cell) -> list[Cell]:
    """Return the single cells of a range in one column or row; a single cell is itself."""
    found = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", cell.ref or "")
    if found is None:
        return [cell]
    first, top, last, bottom = found.group(1), int(found.group(2)), found.group(3), int(found.group(4))
    return [
        Cell(cell.file, cell.sheet, f"{letter(column)}{row}")
        for row in range(top, bottom + 1)
        for column in range(number(first), number(last) + 1)
    ]
