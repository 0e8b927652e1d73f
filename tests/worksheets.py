r"""Worksheets written as text -> the Grids that reading a file would give.

A worksheet begins with ``# FILE.xlsx!SHEET``; each line ``| a | b |`` below it is a row, the first one row 1, its first
cell column A. In a cell:

``12.5``, ``-3``, ``07``
    a number, where it has no leading zero (so ``07`` is text); ``'12`` is text; ``0.8 {0%}`` is a number in a format
``=SUM(A1:A2) -> 300``
    a formula with its stored value; without the arrow it has none
``@2018-01-22``
    a date
``#REF!``
    an error value of Excel
``**bold**``
    anything of these in bold
``<``, ``^``
    the cell is merged with the one to its left, above it

An empty cell is blank, a line with only ``|`` is an empty row; ``\|`` is a line within a cell.

A row that begins with ``~|`` is hidden. Behind the name of a sheet ``[hidden]`` hides it, ``[hidden C, E]`` only some
of its columns.
"""

from __future__ import annotations

import re
from datetime import date

from pipeline.model import Area, Grid, Problem, Raw
from pipeline.ranges import number

Place = tuple[int, int]

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")


def read(text: str) -> list[Grid]:
    """Return the worksheets of a text; raises ValueError for a line that is none of the above."""
    grids: list[Grid] = []
    title, rows = "", list[str]()
    for line in text.splitlines():
        if line.startswith("# "):
            grids += [_grid(title, rows)] if title else []
            title, rows = line[2:].strip(), []
        elif line.startswith(("|", "~|")) and title:
            rows.append(line)
        elif line.strip():
            raise ValueError(f"neither a worksheet nor a row: {line}")
    return grids + ([_grid(title, rows)] if title else [])


def _grid(title: str, rows: list[str]) -> Grid:
    title, bracket, hidden = title.partition(" [hidden")
    file, _, sheet = title.partition("!")
    columns = frozenset(map(number, hidden.replace(",", " ").replace("]", " ").split()))
    hidden_rows = frozenset(row for row, line in enumerate(rows, 1) if line.startswith("~"))
    cells: dict[Place, Raw] = {}
    areas: dict[Place, Place] = {}  # the first cell of the area that a cell is merged into
    for row, line in enumerate(rows, 1):
        for column, text in enumerate(_split(line), 1):
            if text in ("<", "^"):
                beside = (row, column - 1) if text == "<" else (row - 1, column)
                areas[row, column] = areas.get(beside, beside)
            elif text:
                cells[row, column] = cell(text)
    return Grid(file, sheet, cells, _merges(areas), bool(bracket) and not columns, hidden_rows, columns)


def _split(line: str) -> list[str]:
    inside = line.strip().removeprefix("~").removeprefix("|").removesuffix("|")
    return [part.strip().replace(r"\|", "|") for part in re.split(r"(?<!\\)\|", inside)]


def _merges(areas: dict[Place, Place]) -> tuple[Area, ...]:
    merged = {}
    for first in dict.fromkeys(areas.values()):
        members = [place for place, origin in areas.items() if origin == first]
        merged[first] = (*first, max(row for row, _ in members), max(column for _, column in members))
    # a row that goes on below makes the area no smaller than its first row
    return tuple((top, left, max(top, bottom), max(left, right)) for top, left, bottom, right in merged.values())


def cell(text: str) -> Raw:
    """Return what a cell holds."""
    if bold := re.fullmatch(r"\*\*(.+)\*\*", text):
        return cell(bold.group(1).strip())._replace(bold=True)
    if formatted := re.fullmatch(r"(.+?) \{(.+)\}", text):
        return cell(formatted.group(1))._replace(format=formatted.group(2))
    if text.startswith("="):
        formula, arrow, stored = text.partition("->")
        value = cell(stored.strip()).value if arrow else None
        return Raw(value, formula=formula.strip(), stored=bool(arrow))
    if text.startswith("'"):
        return Raw(text[1:])
    if text.startswith("@"):
        return Raw(date.fromisoformat(text[1:]))
    if re.fullmatch(r"#[A-Z/0]+[!?]", text):
        return Raw(Problem("error_value"))
    return Raw(float(text) if _NUMBER.fullmatch(text) else text)
