"""Workbooks to be marked, and what a reader sees in a marked copy."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter  # type: ignore[import-untyped, unused-ignore]  # it ships no types

from pipeline import grids
from pipeline.marking import Copy, Mark, marked
from pipeline.model import Reading

ERROR, WARNING, NOTE = "FFFFC7CE", "FFFFEB9C", "FFDDEBF7"
PALE_ERROR, PALE_WARNING = "FFFFE8EB", "FFFFF8DC"


def mark(*refs: str | None, severity: Any = "error", sheet: str | None = "DPA", note: str = "") -> Mark:
    title, message = "Jumlah sama dengan rinciannya", "Tertulis 90, rinciannya 100. Perbaiki sel itu."
    return Mark(severity, title, message, tuple((sheet, ref) for ref in refs), note)


def written(fill: Callable[[Any, Any], object], **options: Any) -> bytes:
    """A workbook with a sheet DPA, as XlsxWriter writes it."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **options}) as book:
        book.set_properties({"created": datetime.datetime(2000, 1, 1)})
        fill(book, book.add_worksheet("DPA"))
    return buffer.getvalue()


def saved(fill: Callable[[openpyxl.Workbook], object]) -> bytes:
    """A workbook with a sheet DPA, as openpyxl saves it."""
    book, buffer = openpyxl.Workbook(), BytesIO()
    book.worksheets[0].title = "DPA"
    fill(book)
    book.save(buffer)
    return buffer.getvalue()


def plain(_: Any, paper: Any) -> None:
    for row, (name, amount) in enumerate([("Uraian", "Jumlah"), ("Program", 90), ("Kegiatan", 60), ("Rapat", 40)]):
        paper.write(row, 0, name)
        paper.write(row, 1, amount)


def copied(data: bytes, *marks: Mark, name: str = "DPA.xlsx") -> bytes:
    made = marked(name, data, marks)
    assert isinstance(made, Copy)
    return made.data


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert len(set(archive.namelist())) == len(archive.namelist())
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A zip with these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def changed(data: bytes, **texts: bytes | Callable[[bytes], bytes]) -> bytes:
    """Rewrite some parts of a workbook, given by the beginning of their file name."""
    content = {}
    for name, text in parts(data).items():
        change = texts.get(name.rpartition("/")[2].partition(".")[0], text)
        content[name] = change(text) if callable(change) else change
    return zipped(content)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


def read(tmp_path: Path, data: bytes, name: str = "salinan.xlsx") -> Reading:
    (tmp_path / name).write_bytes(data)
    return grids.read(tmp_path / name, name)


def fills(data: bytes, sheet: str = "DPA") -> dict[str, str]:
    """The colour of each cell that has one."""
    return {
        cell.coordinate: cell.fill.fgColor.rgb
        for row in opened(data)[sheet].iter_rows()
        for cell in row
        if cell.fill.fill_type == "solid"
    }


def notes(data: bytes, sheet: str = "DPA") -> dict[str, str]:
    cells = (cell for row in opened(data)[sheet].iter_rows() for cell in row)
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment}


def listed(data: bytes, sheet: str = "PERIKSA") -> list[list[object]]:
    """The list of findings without what stands above it."""
    rows = [list(row) for row in opened(data)[sheet].iter_rows(values_only=True)]
    return rows[next(at for at, row in enumerate(rows) if row[0] == "No") + 1 :]


def links(data: bytes, sheet: str) -> list[str]:
    cells = (cell for row in opened(data)[sheet].iter_rows() for cell in row)
    return [cell.hyperlink.location for cell in cells if cell.hyperlink]
