"""What a finding is about, apart from where it stands: its kind of workbook, line and column.

Findings of reading know their cells only. Which line of the budget a cell belongs to is known once the package is
assembled, and by that a finding is the same one after rows were inserted, tables moved and files renamed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from pipeline.kinds import kinds
from pipeline.model import Cell, Dataset, Finding, Line, Table
from pipeline.spelling import key, same_name

OF_WHOLE_TABLES = frozenset({"documents_agree"})
"""Rules whose findings are about whole documents, whichever of their cells comes first."""
TELLING = frozenset({"text", "code", "date"})
"""Parsers of columns that say which row it is; what figures say may be mended."""


def identified(data: Dataset, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, those that name no subject of their own with the one that their first cell gives."""
    tables: dict[tuple[str, str | None], list[_Named]] = {}
    for table in (*data.tables, *(table for table, _ in data.aside)):
        tables.setdefault((table.file, table.sheet), []).append(_Named(table))
    return [finding if finding.subject else replace(finding, subject=_subject(finding, tables)) for finding in findings]


def of_line(table: Table, line: Line) -> str:
    """Return what a row is known by: the budget line that it is, else its own names below those of its parents.

    A row that only names a budget line, as one of several, is known by its own names too.
    """
    if line.key and has_lines(table.kind):
        return line.key
    above = table.by_row.get(line.parent) if line.parent else None
    own = "total" if line.level == "total" else _own_names(table, line)
    return "/".join(filter(None, (of_line(table, above) if above else line.key, own)))


def has_lines(kind: str) -> bool:
    """Tell whether the rows of a kind are budget lines themselves."""
    return any(edition.layout.lines for edition in kinds()[kind].editions)


@dataclass(frozen=True)
class _Named:
    """A table whose rows have names that differ."""

    table: Table

    def name(self, line: Line) -> str:
        return self._names.get(line.row, "")

    @cached_property
    def _names(self) -> Mapping[int, str]:
        """What rows are known by: those that share a name by their other texts too, equal ones by their order."""
        rows = self.table.every
        named = {line.row: of_line(self.table, line) for line in rows}
        shared = Counter(named.values())
        further = _further(self.table.kind)
        for line in rows:
            if shared[named[line.row]] > 1:
                named[line.row] = "/".join(filter(None, (named[line.row], _names(line, further))))
        seen: Counter[str] = Counter()
        for row, name in named.items():
            seen[name] += 1
            if seen[name] > 1 or (not name and len(rows) > 1):
                named[row] = f"{name}~{seen[name]}"
        return named


def _subject(finding: Finding, tables: Mapping[tuple[str, str | None], Sequence[_Named]]) -> str:
    """Return the subject that the first cell of a finding gives; "" where nothing tells."""
    cell = finding.cells[0]
    for named in tables.get((cell.file, cell.sheet), ()):
        found = _place(named.table, cell)
        if found and finding.rule in OF_WHOLE_TABLES:
            return _document(named.table)
        if found:
            line, column = found
            return "|".join((_document(named.table), named.name(line), column))
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
    line = table.by_row.get(row) or next((line for line in table.every if line.row == row), None)
    column = next((name for name, letters in table.columns.items() if letters == match[1]), None)
    return (line, column) if line and column else None


def _document(table: Table) -> str:
    return ".".join(part for part in (table.kind, table.edition, table.stage) if part)


def _own_names(table: Table, line: Line) -> str:
    """Return the names of a row; of one that should have a name and has none, its number."""
    naming = _naming(table.kind)
    return _names(line, naming) or (_names(line, ["number"]) if naming else "")


@cache
def _naming(kind: str) -> tuple[str, ...]:
    """Return the columns without which a row of a kind has no name."""
    return tuple(name for name, field in kinds()[kind].fields.items() if field.required and field.parser == "text")


@cache
def _further(kind: str) -> tuple[str, ...]:
    """Return the other columns that say which row it is; its number does not, since numbers move."""
    return tuple(
        name
        for name, field in kinds()[kind].fields.items()
        if field.parser in TELLING and name != "number" and (has_lines(kind) or name not in _naming(kind))
    )


def _names(line: Line, columns: Iterable[str]) -> str:
    return "/".join(filter(None, (same_name(str(line.values.get(name) or "")) for name in columns)))
