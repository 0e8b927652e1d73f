"""A worksheet table, read: its lines, and what the lines around it say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal

from pipeline.model.places import Cell

Level = Literal["section", "program", "kegiatan", "sub_kegiatan", "plain", "total"]


LINE_LEVELS: tuple[Level, ...] = ("program", "kegiatan", "sub_kegiatan")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: its worksheet row, its values by column name, its place in the hierarchy.

    Amounts are whole sen, other values as their parser gives them; a value that is not there or could not be read is
    ``None``. ``parent`` is the worksheet row of the line above it in the hierarchy. ``key`` is the key of the budget
    line that it means, once that is known.
    """

    row: int
    level: Level
    values: Mapping[str, Any]
    parent: int | None = None
    code: str | None = None
    key: str | None = None

    @property
    def name(self) -> str | None:
        """What the line calls itself."""
        return self.values.get("name")


@dataclass(frozen=True, slots=True)
class Stated:
    """What the lines around a table say of it, each with the cell that says so."""

    office: tuple[str, Cell] | None = None
    government: tuple[str, Cell] | None = None
    code: tuple[str, Cell] | None = None
    year: tuple[int, Cell] | None = None
    dates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A place that was not read, with the code of the reason and what it holds."""

    cell: Cell
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Twin:
    """A column with the header of one that was read, of which just one is hidden; ``amounts`` (sen) stand by row."""

    column: str
    letters: str
    hidden: bool
    amounts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Hidden:
    """What of a table a person does not see: its sheet, rows of it, a column that stands there twice."""

    sheet: bool = False
    rows: frozenset[int] = frozenset()
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table of one worksheet, read.

    ``columns`` gives the letter of each column that was found. ``edition`` and ``stage`` are names from the layout.
    ``evaluated`` are the cells whose formula had no stored value and was computed.
    """

    kind: str
    edition: str
    stage: str
    file: str
    sheet: str
    header_row: int
    columns: Mapping[str, str]
    lines: tuple[Line, ...]
    totals: tuple[Line, ...] = ()
    subtotals: tuple[Line, ...] = ()
    """Rows that add up a part of the lines above them: what stands below ``parent``, or the topmost lines."""
    stated: Stated = Stated()
    skipped: tuple[Skipped, ...] = ()
    evaluated: tuple[Cell, ...] = ()
    scale: int = 1
    """Rupiah that one unit of the amounts as written stands for: 1000 where the table says "dalam ribuan"."""
    places: Mapping[str, Cell] = field(default_factory=dict)
    """Where the values of the only line stand, for a list of labels, whose values stand in rows of their own."""
    hidden: Hidden = Hidden()
    apart: frozenset[tuple[int, str]] = frozenset()
    """Rows and columns that do not meet, in a table printed as two: those of the one part in rows of the other."""

    def cell(self, row: int, column: str) -> Cell:
        """Return the place of a line's value."""
        return self.places.get(column) or Cell(self.file, self.sheet, f"{self.columns[column]}{row}")

    def cells(self, column: str) -> list[Cell]:
        """Return the places of a column in all lines."""
        return [self.cell(line.row, column) for line in self.lines if (line.row, column) not in self.apart]

    @property
    def place(self) -> tuple[str, str, int]:
        """File, sheet and header row, by which a table is known in its package."""
        return (self.file, self.sheet, self.header_row)

    def column_at(self, cell: Cell) -> str:
        """Return the name of the column that a cell stands in; "" for one outside."""
        return next((name for name, letters in self.columns.items() if letters == cell.column), "")

    @property
    def every(self) -> tuple[Line, ...]:
        """The lines, the subtotals and the totals."""
        return (*self.lines, *self.subtotals, *self.totals)

    @cached_property
    def by_row(self) -> Mapping[int, Line]:
        """The lines by worksheet row."""
        return {line.row: line for line in self.lines}

    @cached_property
    def by_parent(self) -> Mapping[int | None, list[Line]]:
        """The lines by the row of their parent; sections are nobody's children."""
        found: dict[int | None, list[Line]] = {}
        for line in self.lines:
            if line.level != "section":
                found.setdefault(line.parent, []).append(line)
        return found

    @cached_property
    def topmost(self) -> list[Line]:
        """The lines that a total adds up: those of the highest level present, whatever lacks its parent below it."""
        tops = self.by_parent.get(None, [])
        levels = [LINE_LEVELS.index(line.level) for line in tops if line.level in LINE_LEVELS]
        highest = LINE_LEVELS[min(levels)] if levels else None
        return [line for line in tops if highest is None or line.level == highest]

    def children(self, line: Line | None) -> list[Line]:
        """Return the lines directly below a line, or the topmost ones."""
        return self.by_parent.get(line.row if line else None, [])

    def added(self, subtotal: Line) -> list[Line]:
        """Return the lines that a subtotal adds up: those above it, of its parent or the topmost ones."""
        parts = self.by_parent.get(subtotal.parent, []) if subtotal.parent else self.topmost
        return [line for line in parts if line.row < subtotal.row]

    def replaced(self, **changes: Any) -> Table:
        """Return the table with other values in some of its slots."""
        return replace(self, **changes)
