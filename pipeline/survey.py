"""What a worksheet's XML tells of its cells beside their values, in one streaming pass.

Formulas, number formats, bold, merged areas, hidden rows and columns, errors, formulas without a stored value, and how
far the cells reach. openpyxl helps with shared formulas; of the whole
program only the readers of workbooks import it: ``grids``, ``survey`` and ``formula_parser``.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Any, NamedTuple
from xml.parsers import expat

from pipeline.model import Area, letter
from pipeline.ooxml import elements, local_name

LARGEST_DETAIL = 400_000  # cells of a sheet up to which stored formulas are kept

_CHUNK = 1 << 20

Place = tuple[int, int]  # row and column, counted from 1
Style = tuple[str, bool]  # number format, bold


class Fact(NamedTuple):
    """What the XML says of a cell that holds something; ``style`` is a position in the list of ``read_styles``."""

    style: int
    formula: str | None
    stored: bool
    error: bool


@dataclass(slots=True)
class Survey:
    """Facts and extent of a worksheet, from its cells alone: the dimension that it states may lie."""

    facts: dict[Place, Fact] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    elements: int = 0  # cells, the empty ones included

    @property
    def rectangle(self) -> int:
        """The number of cells of the smallest rectangle around all cells that hold something."""
        rows, columns = {row for row, _ in self.facts}, {column for _, column in self.facts}
        return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) if rows else 0


def read_worksheet(part: IO[bytes]) -> Survey:
    """Survey the XML of a worksheet, a piece at a time.

    Raises ``expat.ExpatError``, ``KeyError`` or ``ValueError`` where the XML is broken, what the stream raises besides.
    """
    handler = _Handler()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text.append
    while piece := part.read(_CHUNK):
        parser.Parse(piece, False)
    parser.Parse(b"", True)
    return handler.finished()


BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: "#,##0",
    43: "#,##0.00",
    44: "#,##0.00",
    48: "0.0E+0",
    49: "@",
}
"""Number formats that a file names by their number only (ECMA-376 part 1, 18.8.30), as far as they show decimals."""
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]*)")


def read_styles(data: bytes) -> tuple[Style, ...]:
    """Return the cell styles of a styles part in its order; raises as ``read_worksheet`` does."""
    formats: dict[int, str] = dict(BUILT_IN)
    bold: list[bool] = []
    styles: list[tuple[int, int]] = []
    for path, attributes in elements(data):
        match path:
            case "styleSheet/numFmts/numFmt":
                formats[int(attributes["numFmtId"])] = attributes["formatCode"]
            case "styleSheet/fonts/font":
                bold.append(False)
            case "styleSheet/fonts/font/b":
                bold[-1] = attributes.get("val", "1") in ("1", "true")
            case "styleSheet/cellXfs/xf":
                styles.append((int(attributes.get("numFmtId", 0)), int(attributes.get("fontId", 0))))
    return tuple((formats.get(number, "General"), font < len(bold) and bold[font]) for number, font in styles)


def place(ref: str) -> Place:
    """Return row and column of a reference such as ``K14`` or ``$K$14``; raises ValueError for anything else."""
    found = _REFERENCE.fullmatch(ref)
    if found is None:
        raise ValueError(f"{ref!r} is no reference to a cell")
    column = 0
    for sign in found.group(1):
        column = column * 26 + ord(sign) - 64
    return int(found.group(2)), column


class _Handler:
    """Turns the events of the XML parser into a survey."""

    def __init__(self) -> None:
        self.survey = Survey()
        self.row = self.column = 0
        self.cell: dict[str, str] | None = None  # attributes of the cell that is open
        self.formula: dict[str, str] | None = None  # attributes of its formula
        self.formula_text = ""
        self.filled = False
        self.text: list[str] = []
        self.masters: dict[str, Any] = {}  # formulas that many cells share, where each stands first
        self.sharing: list[tuple[Place, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local_name(tag)
        if name == "c":
            self.survey.elements += 1
            if "r" in attributes:
                self.row, self.column = place(attributes["r"])
            else:
                self.column += 1
            self.cell, self.formula, self.formula_text, self.filled = attributes, None, "", False
            self.text.clear()
        elif name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
            if attributes.get("hidden") in ("1", "true"):
                self.survey.hidden_rows.add(self.row)
        elif name in ("f", "v"):
            self.text.clear()
            if name == "f":
                self.formula = attributes
        elif name == "is":
            self.filled = True
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self.survey.hidden_columns.update(range(int(attributes["min"]), min(int(attributes["max"]), 16384) + 1))
        elif name == "mergeCell":
            first, _, last = attributes["ref"].partition(":")
            self.survey.merges.append((*place(first), *place(last or first)))

    def end(self, tag: str) -> None:
        name = local_name(tag)
        if self.cell is None:
            return
        if name == "f":
            self.formula_text = "".join(self.text)
        elif name == "v":
            # An empty value is a stored empty text only where the cell is said to be text.
            self.filled = bool("".join(self.text)) or self.cell.get("t") == "str"
        elif name == "c":
            self._close(self.cell)
            self.cell = None

    def _share(self, shared: str, formula: str) -> None:
        """Note a formula that further cells share; openpyxl is slow to import, and needed here only."""
        from openpyxl.formula.tokenizer import TokenizerError
        from openpyxl.formula.translate import Translator

        with suppress(TokenizerError):  # what openpyxl cannot read stays "=" in the cells that share it
            self.masters[shared] = Translator(formula, f"{letter(self.column)}{self.row}")

    def _close(self, cell: dict[str, str]) -> None:
        """Note a cell that is complete, if it holds something."""
        if self.formula is None and not self.filled:
            return
        formula = None
        if self.formula is not None:
            formula = f"={self.formula_text}" if self.formula.get("t") != "dataTable" else "=TABLE()"
            shared = self.formula.get("si") if self.formula.get("t") == "shared" else None
            if shared is not None and self.formula_text:
                self._share(shared, formula)
            elif shared is not None:
                self.sharing.append(((self.row, self.column), shared))
        fact = Fact(int(cell.get("s", 0)), formula, self.filled, cell.get("t") == "e" and self.filled)
        self.survey.facts[self.row, self.column] = fact

    def finished(self) -> Survey:
        """Return the survey with the formulas that many cells share written out for each of them."""
        facts = self.survey.facts
        detailed = self.survey.elements <= LARGEST_DETAIL
        for place, shared in self.sharing:
            if shared in self.masters and (detailed or not facts[place].stored):
                row, column = place
                formula = self.masters[shared].translate_formula(f"{letter(column)}{row}")
                facts[place] = facts[place]._replace(formula=formula)
        if not detailed:
            for place, fact in facts.items():
                if fact.stored and fact.formula is not None:
                    facts[place] = fact._replace(formula=None)
        return self.survey
