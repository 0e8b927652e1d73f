"""The files of a package -> its tables, what was made of each file, and what was wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import grids, ingest
from pipeline.archive import digest
from pipeline.containers import recognise
from pipeline.kinds import kinds
from pipeline.model import Cell, Finding, Grid, InputFile, InputTable, Table, Wording

FAULTS = frozenset({"column_is_missing", "several_kinds"})
"""Reasons for not using a sheet that somebody has to mend."""


@dataclass(frozen=True, slots=True)
class PackageReading:
    """All that the files of a package hold."""

    inputs: tuple[InputFile, ...]
    tables: tuple[Table, ...]
    findings: tuple[Finding, ...]


def read(files: Sequence[Path], tell: Callable[[str], None] = lambda _: None) -> PackageReading:
    """Read every file of a package; ``tell`` hears the name of each before it is opened. Bad files stop nothing."""
    inputs: list[InputFile] = []
    tables: list[Table] = []
    findings: list[Finding] = []
    for path in files:
        tell(path.name)
        entry, found, faults = _file(path)
        inputs.append(entry)
        tables.extend(found)
        findings.extend(faults)
    return PackageReading(tuple(inputs), tuple(tables), tuple(findings))


def _file(path: Path) -> tuple[InputFile, list[Table], list[Finding]]:
    container = recognise(path)
    name = path.name
    sha = _digest(path)
    if not container.workbook:
        return InputFile(name, sha, reason=f"is_{container.name}"), [], []
    if sha is None:
        facts = {"reason": Wording("reason.file_locked")}
        fault = Finding("file_is_readable", "error", (Cell(name),), facts, subject=name)
        return InputFile(name, None, reason="file_locked", failed=True), [], [fault]
    reading = grids.read(path, name)
    if reading.ours:
        return (
            InputFile(name, sha, reason="own_output"),
            [],
            [Finding("input_is_source", "note", (Cell(name),), subject=name)],
        )
    findings: list[Finding] = []
    if reading.problem:
        facts = {"reason": Wording(f"reason.file_{reading.problem.reason}")}
        findings.append(Finding("file_is_readable", "error", (Cell(name),), facts, subject=name))
    if not reading.problem and not any(grid.cells for grid in reading.grids):
        findings.append(Finding("table_has_rows", "warning", (Cell(name),), {"kind": name}, subject=name))
    tables, listed, faults = from_grids(reading.grids)
    failed = reading.problem is not None or any(entry.reason in FAULTS for entry in listed)
    reason = f"file_{reading.problem.reason}" if reading.problem and not reading.grids else ""
    return InputFile(name, sha, tuple(listed), reason, failed), tables, [*findings, *faults]


def from_grids(grids: Sequence[Grid]) -> tuple[list[Table], list[InputTable], list[Finding]]:
    """Return the tables of some worksheets, what was made of each sheet, and the findings of their cells."""
    tables: list[Table] = []
    listed: list[InputTable] = []
    findings: list[Finding] = []
    for grid in grids:
        sheet = ingest.read(grid)
        tables.extend(sheet.tables)
        findings.extend(sheet.findings)
        listed.extend(InputTable(grid.sheet, table.kind, table.header_row, len(table.lines)) for table in sheet.tables)
        listed.extend(InputTable(grid.sheet, None, row, reason=reason) for row, reason in sheet.left)
        if not sheet.tables and not sheet.left:
            listed.append(InputTable(grid.sheet, None, reason=sheet.reason))
    return tables, listed, findings


def with_aside(inputs: Sequence[InputFile], aside: Sequence[tuple[Table, str]]) -> tuple[InputFile, ...]:
    """Return the inputs with the reason for each table that was left aside."""
    reasons = {(table.file, table.sheet, table.header_row): reason for table, reason in aside}

    def told(file: str, entry: InputTable) -> InputTable:
        reason = reasons.get((file, entry.sheet, entry.header_row or 0))
        return replace(entry, reason=reason) if reason else entry

    return tuple(replace(file, tables=tuple(told(file.file, entry) for entry in file.tables)) for file in inputs)


def title(kind: str) -> str:
    """Return what staff call a kind of workbook."""
    return kinds()[kind].title


def _digest(path: Path) -> str | None:
    try:
        return digest(path)
    except OSError:
        return None
