"""A package, read and checked: everything that reports are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from pipeline.model.findings import Finding, Severity, doubtful
from pipeline.model.lines import BudgetLine, Pairing
from pipeline.model.places import Cell
from pipeline.model.tables import Line, Table

ANSWERS = frozenset({"aliases", "waivers"})
"""Kinds of workbook in which staff answer the program; of them alone nothing can be made."""


@dataclass(frozen=True, slots=True)
class Office:
    """Whose package it is, and of which year."""

    name: str | None = None
    government: str | None = None
    year: int | None = None


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

    @cached_property
    def _pages(self) -> Mapping[tuple[str, str | None], list[Table]]:
        """The tables that were read, also those left aside, by file and sheet from top to bottom."""
        pages: dict[tuple[str, str | None], list[Table]] = {}
        read = (*self.tables, *(table for table, _ in self.aside))
        for table in sorted(read, key=lambda table: table.header_row):
            pages.setdefault((table.file, table.sheet), []).append(table)
        return pages

    def table_at(self, cell: Cell) -> Table | None:
        """Return the table that a cell stands in: the last one of its sheet that begins above it."""
        above = [table for table in self._pages.get(cell.page, ()) if table.header_row < cell.row]
        return above[-1] if above else None

    def line_at(self, cell: Cell) -> Line | None:
        """Return the line of a table that a cell stands in; ``None`` for a total or a place outside."""
        table = self.table_at(cell)
        return table.by_row.get(cell.row) if table else None

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
    examined: Mapping[str, int] = field(default_factory=dict)
    """How many things each rule that ran has examined."""
    skipped: tuple[tuple[str, tuple[str, ...]], ...] = ()
    language: str = "id"

    @property
    def status(self) -> Literal["complete", "partial", "rejected"]:
        """Whether everything was read and used or rightly left aside, something could not be read, or nothing."""
        if all(table.kind in ANSWERS for table in self.data.tables):
            return "rejected"
        return "partial" if any(file.failed for file in self.inputs) else "complete"

    @cached_property
    def checked(self) -> Mapping[Cell, list[Finding]]:
        """The findings by the places that they checked."""
        found: dict[Cell, list[Finding]] = {}
        for finding in self.findings:
            for place in finding.places or finding.cells[:1]:
                found.setdefault(place, []).append(finding)
        return found

    def count(self, severity: Severity) -> int:
        """Return how many open findings of a severity stand on their own, not as the consequence of another."""
        return sum(finding.severity == severity and finding.state == "open" for finding in self.roots)

    @property
    def accepted(self) -> int:
        """The number of findings that staff accept, with a reason that still holds."""
        return sum(finding.state == "accepted" for finding in self.roots)

    @cached_property
    def roots(self) -> tuple[Finding, ...]:
        """The findings that stand on their own."""
        return tuple(finding for finding in self.findings if finding.follows is None)
