"""How cells are named in an output workbook: in its formulas, its charts, its links and its list of sources.

Rows of a reference count from 1, columns from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.model import Cell, letter
from pipeline.sheets import Column, Entry, Row, Table

TERMS = 60
"""Addends that a total names one by one; more of them stand in ``SUM``, at most ``ARGUMENTS`` in each."""
ARGUMENTS = 250
_ESCAPES = str.maketrans({character: f"%{ord(character):02x}" for character in '%#"<>[]^`{} '})


def formula(table: Table, index: int, position: int, top: int) -> str | None:
    """Return the formula of an entry, if it has one; the first row of the table's body is the row ``top``.

    ``index`` is the entry's row within the table and ``position`` its column, both counted from 0.
    """
    entry = table.rows[index].entries.get(table.columns[position].key, Entry())
    if entry.formula is not None:
        row = top + index
        return "=" + entry.formula.format_map(
            {column.key: f"{letter(place + 1)}{row}" for place, column in enumerate(table.columns)}
        )
    if not entry.total_of:
        return None
    key = table.columns[position].key
    parts = [table.rows[part].entries.get(key, Entry()) for part in entry.total_of]
    # "+" fails on a cell that holds text, be it the empty text of a formula; SUM passes over it
    figures = all(
        not isinstance(part.value, str) and (part.formula is None or part.value is not None) for part in parts
    )
    return total(position, [top + part for part in entry.total_of], figures=figures)


def elsewhere(sheet: str, column: int, row: int) -> str:
    """Return the formula that repeats a cell of another sheet."""
    quoted = sheet.replace("'", "''")
    return f"='{quoted}'!{letter(column + 1)}{row}"


def total(column: int, rows: Sequence[int], *, figures: bool) -> str:
    """Return the formula that adds these rows of a column; ``figures`` tells that none of them holds text."""
    stretches, name = list(runs(rows)), letter(column + 1)
    if len(rows) == 1 or (figures and len(stretches) > 1 and len(rows) <= TERMS):
        return "=" + "+".join(f"{name}{row}" for row in rows)
    parts = [f"{name}{first}:{name}{last}" if last > first else f"{name}{first}" for first, last in stretches]
    sums = [f"SUM({','.join(parts[start : start + ARGUMENTS])})" for start in range(0, len(parts), ARGUMENTS)]
    return "=" + "+".join(sums)


def area(sheet: str, column: int, rows: Sequence[int]) -> str:
    """Return the reference to these rows of a column, as one area or a union in parentheses."""
    quoted, name = sheet.replace("'", "''"), letter(column + 1)
    areas = [f"'{quoted}'!${name}${first}" + (f":${name}${last}" if last > first else "") for first, last in runs(rows)]
    return "=" + areas[0] if len(areas) == 1 else f"=({','.join(areas)})"


def runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last row of each stretch of rows that follow each other."""
    for _, stretch in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        members = [row for _, row in stretch]
        yield members[0], members[-1]


def target(folder: str, cell: Cell) -> str:
    """Return the link to a cell of an input in ``folder``.

    ``%`` and ``#`` are escaped, since the library that writes the link takes them for its own.
    """
    file = f"external:{folder}/{cell.file}".translate(_ESCAPES)
    if cell.sheet is None:
        return file
    sheet = cell.sheet.replace("'", "''")
    return f"{file}#'{sheet}'!{cell.ref or 'A1'}"


def sources(row: Row, columns: Sequence[Column]) -> str:
    """Return the distinct source cells of a row in the order of its columns."""
    return listed(cell for column in columns for cell in row.entries.get(column.key, Entry()).sources)


def listed(cells: Iterable[Cell]) -> str:
    """Return the distinct cells in their order, those of one sheet together: ``a.xlsx!S!E9, F9; b.xlsx!T!D9``."""
    sheets: dict[str, dict[str, None]] = {}
    for cell in cells:
        sheets.setdefault(str(Cell(cell.file, cell.sheet)), {})[cell.ref or ""] = None
    return "; ".join("!".join(filter(None, (sheet, ", ".join(filter(None, refs))))) for sheet, refs in sheets.items())
