"""A worksheet's XML, read for what is to be changed in it: its frame, some of its rows, and where missing ones belong.

A sheet may have millions of cells; of the rows that nothing is to be done in, no cell is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from xml.parsers import expat

from pipeline.marking.mark import area
from pipeline.marking.splice import Element, closing, is_empty, local, tag_end
from pipeline.model import Area
from pipeline.survey import place

_MERGE = re.compile(rb"""<(?:[\w.-]+:)?mergeCell\s+(?:[^<>]*\s)?ref\s*=\s*["']([A-Z0-9$:]+)["']""")


@dataclass(slots=True)
class Row:
    """A row that is there: its element, and column (from 1), attributes and start of each of its cells."""

    element: Element
    cells: list[tuple[int, Mapping[str, str], int]]


@dataclass(slots=True)
class Sheet:
    """What stands where in a worksheet; ``gaps`` tells for each wanted row that is missing where it belongs."""

    data: bytes
    children: list[Element] = field(default_factory=list)
    rows: dict[int, Row] = field(default_factory=dict)
    gaps: dict[int, int] = field(default_factory=dict)
    columns: list[Mapping[str, str]] = field(default_factory=list)  # attributes of the columns' own looks and widths
    heights: dict[int, float] = field(default_factory=dict)  # points, where a row states its height; 0 if hidden
    root: Element | None = None

    @property
    def body(self) -> Element:
        """The element that holds the rows; ValueError where there is none."""
        found = next((child for child in self.children if child.name == "sheetData"), None)
        if found is None:
            raise ValueError("no sheetData")
        return found

    @property
    def measures(self) -> Mapping[str, str]:
        """What the sheet says of the sizes of all rows and columns."""
        return next((child.attributes for child in self.children if child.name == "sheetFormatPr"), {})


def merges(data: bytes) -> list[Area]:
    """Return the merged areas of a worksheet, which stand behind its rows."""
    found = (area(entry.group(1).decode("ascii")) for entry in _MERGE.finditer(data, max(data.rfind(b"sheetData"), 0)))
    return [entry for entry in found if entry is not None]


def read(data: bytes, wanted: Set[int]) -> Sheet:
    """Return the frame of a worksheet and its ``wanted`` rows.

    Raises ``expat.ExpatError`` or ValueError where the XML is broken or its rows are not in order.
    """
    reader = _Reader(data, wanted)
    reader.parser.Parse(data, True)
    body = reader.sheet.body
    reader.sheet.gaps |= dict.fromkeys(reader.pending, body.close)
    return reader.sheet


class _Reader:
    """Turns the events of the XML parser into a sheet."""

    def __init__(self, data: bytes, wanted: Set[int]) -> None:
        self.data, self.wanted, self.sheet = data, wanted, Sheet(data)
        self.pending = sorted(wanted, reverse=True)  # rows that were not met yet, the next one last
        self.open: list[tuple[str, Mapping[str, str], int]] = []
        self.row = self.column = 0
        self.cells: list[tuple[int, Mapping[str, str], int]] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.start, self.end

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        self.open.append((tag, attributes, at))
        depth = len(self.open)
        if depth == 3 and local(self.open[1][0]) == "sheetData" and local(tag) == "row":
            self._start_row(attributes, at)
        elif depth == 4 and self.row in self.wanted and local(tag) == "c" and local(self.open[2][0]) == "row":
            self._start_cell(attributes, at)
        elif depth == 3 and local(tag) == "col":
            self.sheet.columns.append(attributes)

    def _start_row(self, attributes: dict[str, str], at: int) -> None:
        number = int(attributes.get("r", self.row + 1))
        if number <= self.row:
            raise ValueError(f"row {number} stands behind row {self.row}")
        self.row, self.column, self.cells = number, 0, []
        while self.pending and self.pending[-1] <= number:
            if (missing := self.pending.pop()) < number:
                self.sheet.gaps[missing] = at
        if attributes.get("hidden") in ("1", "true"):
            self.sheet.heights[number] = 0
        elif "ht" in attributes:
            self.sheet.heights[number] = float(attributes["ht"])
        if number not in self.wanted:
            self.parser.StartElementHandler, self.parser.EndElementHandler = None, self._skip

    def _skip(self, tag: str) -> None:
        """Wait for the end of a row in which nothing is to be done."""
        if tag == self.open[-1][0]:
            self.open.pop()
            self.parser.StartElementHandler, self.parser.EndElementHandler = self.start, self.end

    def _start_cell(self, attributes: dict[str, str], at: int) -> None:
        row, column = place(attributes["r"]) if "r" in attributes else (self.row, self.column + 1)
        if row != self.row or column <= self.column:
            raise ValueError(f"a cell of row {row}, column {column} stands at the wrong place")
        self.column = column
        self.cells.append((column, attributes, at))

    def end(self, _: str) -> None:
        depth = len(self.open)
        tag, attributes, start = self.open.pop()
        if depth > 3 or (depth == 3 and not (self.row in self.wanted and local(tag) == "row")):
            return
        inner = tag_end(self.data, start)
        empty = is_empty(self.data, inner)
        close, end = (inner, inner) if empty else closing(self.data, self.parser.CurrentByteIndex)
        name = local(tag)
        path = "/".join([*(local(entry[0]) for entry in self.open), name])
        element = Element(path, tag[: -len(name)], attributes, start, inner, close, end)
        if depth == 3 and path.endswith("sheetData/row"):
            self.sheet.rows[self.row] = Row(element, self.cells)
        elif depth == 2:
            self.sheet.children.append(element)
        elif depth == 1:
            self.sheet.root = element
