"""What a finding is about, apart from where it stands: its kind of workbook, line and column.

Findings of reading know their cells only. Which line of the budget a cell belongs to is known once the package is
assembled, and by that a finding is the same one after rows were inserted, tables moved and files renamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.kinds import kinds
from pipeline.model import Cell, Dataset, Finding, Line, Table
from pipeline.spelling import key, same_name

OF_WHOLE_TABLES = frozenset({"documents_agree"})
"""Rules whose findings are about whole documents, whichever of their cells comes first."""


def identified(data: Dataset, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, those that name no subject of their own with the one that their first cell gives."""
    tables: dict[tuple[str, str | None], list[Table]] = {}
    for table in (*data.tables, *(table for table, _ in data.aside)):
        tables.setdefault((table.file, table.sheet), []).append(table)
    return [finding if finding.subject else replace(finding, subject=_subject(finding, tables)) for finding in findings]


def _subject(finding: Finding, tables: Mapping[tuple[str, str | None], Sequence[Table]]) -> str:
    """Return the subject that the first cell of a finding gives; "" where nothing tells."""
    cell = finding.cells[0]
    for table in tables.get((cell.file, cell.sheet), ()):
        found = _place(table, cell)
        if found and finding.rule in OF_WHOLE_TABLES:
            return _document(table)
        if found:
            line, column = found
            return "|".join((_document(table), _line(table, line), column))
    told = (finding.facts.get(name) for name in ("kind", "kinds", "column"))
    return "|".join(key(text) for text in told if isinstance(text, str))


def _place(table: Table, cell: Cell) -> tuple[Line, str] | None:
    """Return the line and the column of a table that a cell is; ``None`` where it lies outside."""
    if table.places:
        label = next((name for name, place in table.places.items() if place == cell), None)
        return (table.lines[0], label) if label else None
    match = re.fullmatch(r"([A-Z]+)(\d+)", cell.ref or "")
    if match is None:
        return None
    row = int(match[2])
    line = table.by_row.get(row) or next((total for total in table.totals if total.row == row), None)
    column = next((name for name, letters in table.columns.items() if letters == match[1]), None)
    return (line, column) if line and column else None


def _document(table: Table) -> str:
    return ".".join(part for part in (table.kind, table.edition, table.stage) if part)


def _line(table: Table, line: Line) -> str:
    """Return what a line is known by: the budget line that it means, else its names below those of its parents."""
    if line.level == "total":
        return "total"
    if line.key:
        return line.key
    above = table.by_row.get(line.parent) if line.parent else None
    own = _names(table, line) or same_name(str(line.values.get("number") or "")) or _nameless(table, line)
    return f"{_line(table, above)}/{own}" if above else own


def _names(table: Table, line: Line) -> str:
    fields = kinds()[table.kind].fields
    naming = [name for name, field in fields.items() if field.required and field.parser == "text"]
    return "/".join(filter(None, (same_name(str(line.values.get(name) or "")) for name in naming)))


def _nameless(table: Table, line: Line) -> str:
    """Return the place of a line among those without a name; an empty card of labels has one line only."""
    rows = [other.row for other in table.lines if not _names(table, other)]
    return f"~{rows.index(line.row) + 1}" if len(table.lines) > 1 else ""
