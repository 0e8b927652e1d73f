"""A workbook in a format that cannot be changed in place becomes a plain .xlsx with the values as they are read."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped, unused-ignore]  # it ships no types

from pipeline import grids
from pipeline.model import Grid, Problem, Raw
from pipeline.workbook import CREATED, LONGEST

_FORMATS = ((datetime, "dd/mm/yyyy hh:mm"), (date, "dd/mm/yyyy"), (time, "hh:mm"), (timedelta, "[h]:mm"))


def rebuilt(name: str, data: bytes) -> bytes | Problem:
    """Return the bytes of an .xlsx with the worksheets of a file; the same file gives the same bytes.

    The problem is the one that keeps the file from being read.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"salinan{Path(name).suffix}"
        path.write_bytes(data)
        reading = grids.read(path, name)
    return workbook(reading.grids) if reading.grids else reading.problem or Problem("damaged")


def workbook(sheets: Sequence[Grid]) -> bytes:
    """Return the bytes of an .xlsx with these worksheets; the same sheets give the same bytes."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        formats: dict[tuple[str, bool], Any] = {}
        visible = False
        for grid in sheets:
            paper = book.add_worksheet(grid.sheet)
            _fill(book, paper, grid, formats)
            if grid.hidden:
                paper.hide()
            elif not visible:
                visible = True
                paper.activate()
                paper.set_first_sheet()
    return buffer.getvalue()


def _fill(book: Any, paper: Any, grid: Grid, formats: dict[tuple[str, bool], Any]) -> None:
    for (row, column), raw in grid.cells.items():
        number_format = next((shown for kind, shown in _FORMATS if isinstance(raw.value, kind)), raw.format)
        look = (number_format, raw.bold)
        if look not in formats:
            formats[look] = book.add_format({"num_format": number_format, "bold": raw.bold})
        _put(paper, row - 1, column - 1, raw, formats[look])
    covered: set[tuple[int, int]] = set()
    for top, left, bottom, right in grid.merges:
        area = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if len(area) > 1 and not area & covered:  # areas that overlap are none to Excel
            covered |= area
            value = grid.cells.get((top, left), Raw(None))
            joined = formats.get((value.format, value.bold))
            paper.merge_range(top - 1, left - 1, bottom - 1, right - 1, "", joined)
            _put(paper, top - 1, left - 1, value, joined)
    paper.autofit(300)


def _put(paper: Any, row: int, column: int, raw: Raw, look: Any) -> None:
    """Write a value as it is: text never becomes a number, a formula or a link."""
    match raw.value:
        case None:
            return
        case bool():
            paper.write_boolean(row, column, raw.value, look)
        case int() | float():
            paper.write_number(row, column, raw.value, look)
        case datetime() | date() | time() | timedelta():
            paper.write_datetime(row, column, raw.value, look)
        case Problem():
            paper.write_string(row, column, "#N/A", look)
        case _:
            paper.write_string(row, column, str(raw.value)[:LONGEST], look)
