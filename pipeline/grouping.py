"""One fault, one finding: which findings are only the consequence of another.

Findings state equations over cells. Where one cell, changed by one and the same amount, would make several of them
true, that cell holds the fault: the first of them stands for it and the others follow. A doubled row explains the
sums that it spoils, and so does a line that one of the documents lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.kinds import kinds
from pipeline.model import SEVERITIES, Cell, Dataset, Finding, Line, Table
from pipeline.ratios import rupiah

FIRST = (
    "cell_is_exact",
    "formula_has_value",
    "line_stands_once",
    "reported_lines_are_budgeted",
    "budgeted_lines_are_reported",
    "children_sum_to_parent",
    "rows_sum_to_total",
    "periods_sum_to_total",
    "revision_starts_from_budget",
    "realization_uses_current_budget",
    "difference_is_right",
)
"""Of several findings of one fault the one whose rule stands first tells it."""
AT_THE_CELL = frozenset({"percentage_is_right", "spent_within_budget"})
"""Rules that state no equation; they follow where a cell of theirs holds the fault of another finding."""
LACKING = frozenset({"reported_lines_are_budgeted", "budgeted_lines_are_reported", "revision_starts_from_budget"})
"""Rules that find a line which one document lacks."""

SUMS = frozenset({"children_sum_to_parent", "rows_sum_to_total"})

Roots = dict[str, str]
"""The id of a finding -> the id of the one that it follows."""


def grouped(data: Dataset, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each consequence with the id of the finding that it follows."""
    told = _with_own_ids(findings)
    roots: Roots = {}
    _after_doubled_rows(data, told, roots)
    _after_missing_lines(data, told, roots)
    _after_one_cell(told, roots)
    _after_unread_cells(told, roots)
    return [replace(finding, follows=_root(finding.id, roots)) for finding in told]


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with each consequence right behind the one that it follows."""
    behind: dict[str | None, list[Finding]] = {}
    for finding in findings:
        behind.setdefault(finding.follows, []).append(finding)
    return [told for finding in behind.get(None, []) for told in (finding, *behind.get(finding.id, []))]


def _with_own_ids(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with ids that differ, also where two stand for one subject."""
    seen: dict[str, int] = {}
    told = []
    for finding in findings:
        seen[finding.id] = number = seen.get(finding.id, 0) + 1
        subject = finding.id.removeprefix(f"{finding.rule}:")
        told.append(finding if number == 1 else replace(finding, subject=f"{subject}|{number}"))
    return told


def _root(finding: str, roots: Roots) -> str | None:
    """Return the finding at the beginning of a chain of consequences."""
    root = roots.get(finding)
    seen = {finding}
    while root in roots and root not in seen:
        seen.add(root)
        root = roots[root]
    return root


def _rank(finding: Finding) -> tuple[int, int]:
    """Errors before warnings, so that no error counts as the consequence of less; then by the order of the rules."""
    place = FIRST.index(finding.rule) if finding.rule in FIRST else len(FIRST)
    return (SEVERITIES.index(finding.severity), place)


def _after_one_cell(told: Sequence[Finding], roots: Roots) -> None:
    left = [finding for finding in told if finding.terms and finding.id not in roots]
    while True:
        mended: dict[tuple[Cell, Decimal], list[Finding]] = {}
        for finding in left:
            for place in _corrections(finding):
                mended.setdefault(place, []).append(finding)
        (cell, _), group = max(mended.items(), key=lambda item: len(item[1]), default=((None, None), []))
        if cell is None or len(group) < 2:
            return
        root = min(group, key=_rank)
        roots.update({finding.id: root.id for finding in group if finding is not root})
        spoilt = {cell, *(other.cells[0] for other in group if other.rule == "difference_is_right")}
        for finding in told:
            if finding.rule in AT_THE_CELL and finding.id not in roots and not spoilt.isdisjoint(finding.cells):
                roots[finding.id] = root.id
        left = [finding for finding in left if finding not in group]


def _corrections(finding: Finding) -> Iterator[tuple[Cell, Decimal]]:
    """Yield each cell of an equation with the change of it that would make the equation true."""
    gap = finding.difference
    if gap:
        yield from ((cell, -gap / factor) for cell, factor in finding.terms.items())


def _after_doubled_rows(data: Dataset, told: Sequence[Finding], roots: Roots) -> None:
    """Let sums follow the doubled row that makes them wrong."""
    values = _amounts(data)
    for doubled in (finding for finding in told if finding.rule == "line_stands_once"):
        rows = {(cell.file, cell.sheet, _row(cell)) for cell in doubled.cells}
        for finding in told:
            places = [cell for cell in finding.terms if (cell.file, cell.sheet, _row(cell)) in rows]
            gap = finding.difference
            if gap and any(values.get(cell) == abs(gap) for cell in places):
                roots.setdefault(finding.id, doubled.id)


def _after_missing_lines(data: Dataset, told: Sequence[Finding], roots: Roots) -> None:
    """Let sums that lack just the amount of a line which their document lacks follow the finding of that line."""
    lacking = sorted((finding for finding in told if finding.rule in LACKING and not finding.terms), key=_rank)
    amounts = {finding.id: _line_amounts(data, finding) for finding in lacking}
    for finding in told:
        gap = finding.difference
        root = next((other for other in lacking if gap and gap in amounts[other.id]), None)
        if root and finding.rule in SUMS:
            roots.setdefault(finding.id, root.id)
    _beside(told, roots)
    for first, *others in _by_line(lacking):
        roots.update({other.id: first.id for other in others if other.id not in roots})


def _beside(told: Sequence[Finding], roots: Roots) -> None:
    """Let the other sums of a row follow, where one of them lacks a line and they lack something too."""
    explained = {_place(finding): roots[finding.id] for finding in told if finding.rule in SUMS and finding.id in roots}
    for finding in told:
        gap = finding.difference
        if finding.rule in SUMS and gap and gap > 0 and _place(finding) in explained:
            roots.setdefault(finding.id, explained[_place(finding)])


def _place(finding: Finding) -> tuple[str, str | None, int]:
    return (finding.cells[0].file, finding.cells[0].sheet, _row(finding.cells[0]))


def _by_line(lacking: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Yield the findings of missing lines, those of one line together."""
    lines: dict[object, list[Finding]] = {}
    for finding in lacking:
        lines.setdefault(finding.facts.get("key") or finding.id, []).append(finding)
    yield from lines.values()


def _line_amounts(data: Dataset, finding: Finding) -> frozenset[Decimal]:
    """Return every amount that some document states for the line of a finding."""
    key = finding.facts.get("key")
    found = {
        rupiah(line.values[name])
        for table in data.tables
        for line in table.lines
        if key is not None and line.key == key
        for name in table.columns
        if kinds()[table.kind].fields[name].parser == "rupiah" and line.values.get(name)
    }
    return frozenset(amount for amount in (*found, finding.stated, finding.computed) if isinstance(amount, Decimal))


def _after_unread_cells(told: Sequence[Finding], roots: Roots) -> None:
    """Let formulas that could not be computed follow the cell that they are computed from."""
    unread = [finding for finding in told if finding.rule in ("cell_is_exact", "formula_has_value")]
    by_cell = {finding.cells[0]: finding for finding in unread}
    for finding in unread:
        written = str(finding.facts.get("written", "")).replace("$", "").upper()
        for cell, other in by_cell.items():
            same = (cell.file, cell.sheet) == (finding.cells[0].file, finding.cells[0].sheet)
            if other is not finding and same and finding.rule == "formula_has_value" and _mentions(written, cell.ref):
                roots.setdefault(finding.id, other.id)


def _mentions(formula: str, ref: str | None) -> bool:
    """Tell whether a formula names a cell."""
    word = "".join(sign if sign.isalnum() else " " for sign in formula).split()
    return ref is not None and ref in word


def _amounts(data: Dataset) -> Mapping[Cell, Decimal]:
    """Return the amounts of all tables in rupiah by their cell."""
    return {
        table.cell(line.row, name): amount
        for table in data.tables
        for line in (*table.lines, *table.totals)
        for name in _rupiah_columns(table)
        if (amount := rupiah(_value(line, name))) is not None
    }


def _rupiah_columns(table: Table) -> list[str]:
    return [name for name in table.columns if kinds()[table.kind].fields[name].parser == "rupiah"]


def _value(line: Line, name: str) -> int | None:
    value = line.values.get(name)
    return value if isinstance(value, int) else None


def _row(cell: Cell) -> int:
    return int("".join(sign for sign in cell.ref or "0" if sign.isdigit()) or 0)
