"""The sheets of a random package as the grids that reading its files would give, without writing any file."""

from __future__ import annotations

from datetime import datetime

from generator_sheets import Book, Sheet, Written

from pipeline.model import Grid, Raw


def grids(book: Book) -> list[Grid]:
    """Return the worksheets in the order of their files' names."""
    return [grid(sheet) for sheet in sorted(book.sheets, key=lambda sheet: sheet.file)]


def grid(sheet: Sheet) -> Grid:
    """Return one worksheet; a text of blanks is no cell."""
    cells = {place: _raw(written) for place, written in sorted(sheet.cells.items()) if _holds(written)}
    return Grid(sheet.file, sheet.name, cells, tuple(sheet.merges))


def _holds(written: Written) -> bool:
    return not (isinstance(written.value, str) and not written.value.strip())


def _raw(written: Written) -> Raw:
    value = written.value
    if isinstance(value, datetime):
        value = value.date()
    elif isinstance(value, int):
        value = float(value)
    return Raw(value, written.format or "General", f"={written.formula}" if written.formula else None, written.bold)
