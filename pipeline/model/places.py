"""Places in workbooks and what stands there, unread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A place in a workbook: a file, one of its sheets, a cell or a range (``K14``, ``E20:E26``)."""

    file: str
    sheet: str | None = None
    ref: str | None = None

    def __str__(self) -> str:
        return "!".join(part for part in (self.file, self.sheet, self.ref) if part)

    @property
    def first(self) -> str:
        """The cell itself, or the first one of a range; "" where it names none."""
        return (self.ref or "").partition(":")[0]

    @property
    def row(self) -> int:
        """The row of the first cell; 0 where it names none."""
        return int("".join(sign for sign in self.first if sign.isdigit()) or 0)

    @property
    def column(self) -> str:
        """The letters of the first cell's column."""
        return "".join(sign for sign in self.first if sign.isalpha())

    @property
    def page(self) -> tuple[str, str | None]:
        """File and sheet."""
        return (self.file, self.sheet)

    @property
    def line(self) -> tuple[str, str | None, int]:
        """File, sheet and row."""
        return (self.file, self.sheet, self.row)


class Raw(NamedTuple):
    """What a worksheet cell holds, unread.

    ``value`` is what is stored: str, int, float, bool, datetime, date, time or timedelta; an Excel error is a
    ``Problem("error_value")``; ``None`` for a formula whose value was never stored (``stored`` is then False).
    """

    value: Any
    format: str = "General"
    formula: str | None = None
    bold: bool = False
    stored: bool = True


Area = tuple[int, int, int, int]  # first row, first column, last row, last column; all counted from 1


@dataclass(frozen=True, slots=True)
class Grid:
    """One worksheet as raw cells. Only cells that hold something stand in ``cells``; row and column count from 1."""

    file: str
    sheet: str
    cells: Mapping[tuple[int, int], Raw]
    merges: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> Cell:
        """Return the place of a cell."""
        return Cell(self.file, self.sheet, f"{letter(column)}{row}")


def letter(column: int) -> str:
    """Return the letters of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a cell gives no value. ``reason`` is a code that messages turn into a sentence."""

    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What opening one file gave: its worksheets, or the problem that kept it shut."""

    grids: tuple[Grid, ...] = ()
    problem: Problem | None = None
    ours: bool = False  # the file is a report of this program


OWN_PROPERTY = "lkjip-pipeline"
"""Custom document property that marks a workbook as a report of this program."""
