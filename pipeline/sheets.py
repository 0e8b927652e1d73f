"""An output sheet as a value: tables of entries with roles. No colour, no number format, no cell address here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from pipeline.model import Cell, Severity

ColumnKind = Literal["text", "center", "rupiah", "number", "percent", "quantity"]
RowRole = Literal["program", "kegiatan", "sub_kegiatan", "section", "plain", "total"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an output table. Neighbours with the same ``group`` share an upper heading; width in characters.

    Columns that are not ``printed`` are the last ones; they stand right of the print area. A ``joined`` column holds
    nothing and gives its room to the one before it, below the columns of another table. ``asked`` is a column that
    staff fill in; ``choices`` names a sheet and a column of its first table, whose entries are offered for that, other
    words being allowed too.
    """

    key: str
    heading: str
    kind: ColumnKind = "text"
    width: float = 14
    group: str = ""
    printed: bool = True
    joined: bool = False
    asked: bool = False
    choices: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell of a table on some sheet: the row of the table counted from 0, the key of the column."""

    sheet: str
    row: int
    column: str
    table: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell of an output table.

    ``value`` is rupiah, a count, a fraction (0.7408 in a ``percent`` column) or text; it is also the stored value of a
    formula. ``formula`` names cells of its own row by column key: ``ROUND({realization}/{budget},4)``; ``total_of``
    instead lists the rows of the table (counted from 0) whose cells in this column are added, ``reference`` repeats a
    cell of another sheet. ``unit`` belongs to
    ``quantity`` columns (``bulan``; ``%`` with the value in per cent). ``span`` joins the cell with that many rows
    from its own downwards. ``note`` is a comment on the cell, ``marked`` colours it by the severity of a finding.
    """

    value: Decimal | int | str | None = None
    sources: tuple[Cell, ...] = ()
    formula: str | None = None
    total_of: tuple[int, ...] = ()
    reference: Reference | None = None
    unit: str = ""
    span: int = 1
    note: str | None = None
    marked: Severity | None = None
    link: Cell | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an output table: its role and its entries by column key; a column without an entry stays empty."""

    role: RowRole
    entries: Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with an optional title above and notes below it. ``filtered`` puts filter buttons on its headings."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    filtered: bool = False
    heading: bool = True
    """Whether the headings are printed; a list of labels and values has none."""
    counted: bool = True
    """Whether its rows count as rows of the sheet; an account beside the sheet's own table does not."""
    own_page: bool = False
    """Whether it is printed from the top of a page."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart over columns of a table: ``categories`` and ``series`` are column keys, ``rows`` row indices."""

    kind: Literal["bar", "column"]
    title: str
    sheet: str
    categories: str
    series: tuple[str, ...]
    rows: tuple[int, ...]
    table: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """An output sheet: title lines, tables below each other, charts below the tables."""

    name: str
    titles: tuple[str, ...]
    tables: tuple[Table, ...]
    charts: tuple[Chart, ...] = field(default=())
    landscape: bool = True
    traced: bool = True
    """Whether a column right of the print area lists the source cells of each row."""
