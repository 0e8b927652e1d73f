"""The values that pass between the steps. All are frozen; nothing here imports anything of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, NamedTuple

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A place in a workbook: a file, one of its sheets, a cell or a range (``K14``, ``E20:E26``)."""

    file: str
    sheet: str | None = None
    ref: str | None = None

    def __str__(self) -> str:
        return "!".join(part for part in (self.file, self.sheet, self.ref) if part)


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
class Percent:
    """A stated percentage: ``value`` in per cent (70 for 70 %), exact; ``decimals`` is the precision that it shows.

    ``scaled`` is False where the cell was a plain number without a per-cent sign or format, so that 0.7 may mean
    0,7 % or 70 %.
    """

    value: Decimal
    decimals: int
    scaled: bool = True


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target or result: ``value`` and ``unit`` where the cell states a number, always the ``text`` as written.

    A percentage has the unit ``%`` and its value in per cent.
    """

    value: Decimal | None
    unit: str
    text: str


MOST_CELLS = 40
"""Cells that one finding names at the most."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A piece of a message by its code, with the facts that stand in it, so that it can be said in any language."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cause:
    """A likely cause of a difference. ``kind`` is one of the kinds in the result's schema."""

    kind: str
    cells: tuple[Cell, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One contradiction or doubt: facts, not prose. The checked place is the first cell.

    Amounts in ``stated``, ``computed`` and ``difference`` are rupiah, per cent or counts as ``Decimal``.
    """

    rule: str
    severity: Severity
    cells: tuple[Cell, ...]
    facts: Mapping[str, Any] = field(default_factory=dict)
    stated: Decimal | str | None = None
    computed: Decimal | str | None = None
    causes: tuple[Cause, ...] = ()
    follows: str | None = None
    terms: Mapping[Cell, int] = field(default_factory=dict)
    """For an equation that does not hold: its cells with their factors, so that stated less computed is their sum."""
    subject: str = ""
    """What the finding is about, apart from where it stands: kind, line, column. With the rule it is the identity."""

    @property
    def id(self) -> str:
        """The identity: the same for the same contradiction wherever its cells move to."""
        return f"{self.rule}:{self.subject or '|'.join(map(str, self.cells))}"

    @property
    def difference(self) -> Decimal | None:
        """Stated less computed, where both are figures."""
        if isinstance(self.stated, Decimal) and isinstance(self.computed, Decimal):
            return self.stated - self.computed
        return None


@dataclass(frozen=True, slots=True)
class Office:
    """Whose package it is, and of which year."""

    name: str | None = None
    government: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What opening one file gave: its worksheets, or the problem that kept it shut."""

    grids: tuple[Grid, ...] = ()
    problem: Problem | None = None
    ours: bool = False  # the file is a report of this program


OWN_PROPERTY = "lkjip-pipeline"
"""Custom document property that marks a workbook as a report of this program."""


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
    stated: Stated = Stated()
    skipped: tuple[Skipped, ...] = ()
    evaluated: tuple[Cell, ...] = ()
    places: Mapping[str, Cell] = field(default_factory=dict)
    """Where the values of the only line stand, for a list of labels, whose values stand in rows of their own."""

    def cell(self, row: int, column: str) -> Cell:
        """Return the place of a line's value."""
        return self.places.get(column) or Cell(self.file, self.sheet, f"{self.columns[column]}{row}")

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

    def children(self, line: Line | None) -> list[Line]:
        """Return the lines directly below a line, or the topmost ones."""
        return self.by_parent.get(line.row if line else None, [])

    def replaced(self, **changes: Any) -> Table:
        """Return the table with other values in some of its slots."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in sen and the cells that it comes from; several where it was added up.

    Without a value but with cells it is unknown: these cells hold something that could not be read exactly.
    """

    value: int | None
    cells: tuple[Cell, ...] = ()
    summed: bool = False

    @property
    def unknown(self) -> bool:
        """Whether there is a figure, but nobody can say which."""
        return self.value is None and bool(self.cells)


NO_FIGURE = Figure(None)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A program, kegiatan or sub kegiatan. ``key`` is unique, ``code`` is ``None`` where no source has one."""

    key: str
    code: str | None
    name: str
    level: Level
    parent: str | None
    cell: Cell
    initial: Figure = NO_FIGURE
    revised: Figure = NO_FIGURE
    realization: Figure = NO_FIGURE

    budget: Figure = NO_FIGURE
    """The latest budget: the revised one where the package has any revision, else the initial one."""


Evidence = Literal["alias", "code", "name", "similarity", "amount", "open"]


@dataclass(frozen=True, slots=True)
class Pairing:
    """How a name was matched to its budget line: the evidence, or ``open`` with the nearest name."""

    cell: Cell
    name: str
    evidence: Evidence
    key: str | None = None
    score: float | None = None
    margin: float | None = None
    nearest: str | None = None


def doubtful(findings: Iterable[Finding]) -> frozenset[Cell]:
    """Return the cells that could not be read exactly, or over which two documents disagree undecided."""
    return frozenset(
        cell
        for finding in findings
        if finding.rule in ("cell_is_exact", "formula_has_value") or finding.facts.get("undecided")
        for cell in finding.cells
    )


@dataclass(frozen=True)
class Dataset:
    """A package, read: its tables, its budget lines in the budget's order, how names were matched, what was found."""

    office: Office
    tables: tuple[Table, ...]
    budget: tuple[BudgetLine, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    findings: tuple[Finding, ...] = ()
    aside: tuple[tuple[Table, str], ...] = ()
    """Tables that were left aside, each with the code of the reason."""

    @cached_property
    def unknown(self) -> frozenset[Cell]:
        """Cells that hold something which could not be taken as a figure; sums over them prove nothing."""
        return doubtful(self.findings)

    def of(self, *kinds: str) -> list[Table]:
        """Return the tables of some kinds; ``agreement.revised`` is a kind at one of its stages."""
        return [table for table in self.tables if table.kind in kinds or f"{table.kind}.{table.stage}" in kinds]


@dataclass(frozen=True, slots=True)
class InputTable:
    """What was made of one table of a sheet, or why the sheet was not used (``kind`` is then ``None``)."""

    sheet: str
    kind: str | None
    header_row: int | None = None
    rows: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of a package with what was made of its sheets; ``reason`` is a code where the whole file was not used."""

    file: str
    sha256: str | None
    tables: tuple[InputTable, ...] = ()
    reason: str = ""
    failed: bool = False
    """Whether something in it should have been read and could not be."""


@dataclass(frozen=True)
class Outcome:
    """Everything that is known of a package after reading and checking; reports and result.json are made from it."""

    package: str
    data: Dataset
    inputs: tuple[InputFile, ...]
    findings: tuple[Finding, ...]
    ran: tuple[str, ...] = ()
    skipped: tuple[tuple[str, tuple[str, ...]], ...] = ()
    language: str = "id"

    @property
    def status(self) -> Literal["complete", "partial", "rejected"]:
        """Whether everything was read and used or rightly left aside, something could not be read, or nothing."""
        if not self.data.tables:
            return "rejected"
        return "partial" if any(file.failed for file in self.inputs) else "complete"

    @cached_property
    def checked(self) -> Mapping[Cell, list[Finding]]:
        """The findings by the place that they checked."""
        found: dict[Cell, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.cells[0], []).append(finding)
        return found

    def count(self, severity: Severity) -> int:
        """Return how many open findings of a severity stand on their own, not as the consequence of another."""
        return sum(finding.severity == severity and finding.follows is None for finding in self.findings)
