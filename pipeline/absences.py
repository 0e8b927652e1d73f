"""A line that stands twice, is missing or stands elsewhere: which findings are only the consequence of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from pipeline.kinds import kinds
from pipeline.model import Cell, Dataset, Finding
from pipeline.ranges import members
from pipeline.ratios import rupiah
from pipeline.spelling import same_name
from pipeline.terms import SUMS, Values

LACKING = frozenset({"reported_lines_are_budgeted", "budgeted_lines_are_reported", "revision_starts_from_budget"})
"""Rules that find a line which one document lacks."""

Links = list[tuple[Finding, Finding]]
"""Pairs of findings of one fault; the first of a pair tells it better."""


def links(data: Dataset, told: Sequence[Finding], values: Values) -> Links:
    """Return which findings belong together because a line is missing, stands twice or stands in another place."""
    return [*_doubled(told, values), *_missing(data, told, values), *_moved(data, told, values), *_renamed(data, told)]


def _doubled(told: Sequence[Finding], values: Values) -> Links:
    """Equations over the table that are off by just an amount of a doubled row."""
    found: Links = []
    for doubled in (finding for finding in told if finding.rule == "line_stands_once"):
        rows = {cell.line for cell in doubled.cells}
        amounts = {abs(value) for cell, value in values.items() if cell.line in rows}
        for finding in told:
            gap = finding.difference
            if gap and abs(gap) in amounts and any(cell.page == doubled.cells[0].page for cell in finding.terms):
                found.append((doubled, finding))
    return found


def _missing(data: Dataset, told: Sequence[Finding], values: Values) -> Links:
    """Sums that lack just the amount of a line which their document lacks, and what else is told of that line."""
    lacking = [finding for finding in told if finding.rule in LACKING and not finding.terms]
    rows: dict[tuple[str, str | None, int], set[Decimal]] = {}
    for cell, amount in values.items() if lacking else ():
        rows.setdefault(cell.line, set()).add(amount)
    amounts = {finding.id: _line_amounts(data, finding) | rows.get(finding.cells[0].line, set()) for finding in lacking}
    found: Links = []
    explained: dict[tuple[str, str | None, int], Finding] = {}
    for finding in told:
        gaps = _gaps(finding)
        fitting = [other for other in lacking if not gaps.isdisjoint(amounts[other.id])]
        root = next((other for other in fitting if _concerns(data, finding, other)), None)
        if root:
            found.append((root, finding))
            explained[finding.cells[0].line] = root
    for finding in told:  # the other columns of a row, where one of them lacks a line and they lack something too
        root = explained.get(finding.cells[0].line)
        if root and finding.rule in SUMS and finding.difference and finding.difference > 0:
            found.append((root, finding))
    for first, *others in _by_line(lacking):
        found.extend((first, other) for other in others)
    named = {same_name(str(finding.facts.get("name") or "")): finding for finding in reversed(lacking)}
    for finding in told:
        lines = finding.facts.get("lines", ()) if finding.rule == "counts_agree" else ()
        roots = [named[name] for name in lines if name in named]
        if roots and len(roots) == len(lines):
            found.extend((roots[0], other) for other in (*roots[1:], finding))
    return found + _same_lines(told)


def _concerns(data: Dataset, finding: Finding, lacking: Finding) -> bool:
    """Whether a sum is over the place of a line: the table has no such line there, or has it where it does not belong.

    An amount that happens to be that of a missing line elsewhere proves nothing.
    """
    if finding.rule not in SUMS:
        return True
    table = data.table_at(finding.cells[0])
    key, name = lacking.facts.get("key"), same_name(str(lacking.facts.get("name") or ""))
    if table is None or finding.difference is None:
        return False
    rows = [cell.row for cell, factor in finding.terms.items() if factor < 0]
    named = {same_name(table.by_row[row].name or "") for row in rows if row in table.by_row}
    if finding.difference < 0:
        return name in named
    parent = table.by_row.get(finding.cells[0].row)
    line = next((line for line in data.budget if line.key == key), None)
    below = parent is None or line is None or line.parent is None or line.parent == parent.key
    return name not in named and below


def _gaps(finding: Finding) -> frozenset[Decimal]:
    """Return by how much a sum is off; of an agreement's amount also itself, which a line that is gone may have had."""
    found: list[Decimal | None] = [finding.difference] if finding.rule in (*SUMS, "agreement_sums_to_budget") else []
    budget, stated = finding.facts.get("budget"), finding.stated
    if finding.rule == "agreement_matches_budget" and isinstance(budget, Decimal) and isinstance(stated, Decimal):
        found += [stated - budget, stated]
    return frozenset(abs(gap) for gap in found if gap)


def _same_lines(told: Sequence[Finding]) -> Links:
    """Tables that lack the very same lines of the budget: it is the budget that has them otherwise."""
    first: dict[tuple[str, ...], Finding] = {}
    found: Links = []
    for finding in told:
        lines = finding.facts.get("lines", ()) if finding.rule == "counts_agree" else ()
        if lines:
            root = first.setdefault(lines, finding)
            found.extend([(root, finding)] if root is not finding else [])
    return found


def _by_line(lacking: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Yield the findings of missing lines, those of one line together: of one key, or of one name."""
    keys: dict[object, list[Finding]] = {}
    names: dict[str, list[Finding]] = {}
    for finding in lacking:
        keys.setdefault(finding.facts.get("key") or finding.id, []).append(finding)
        names.setdefault(same_name(str(finding.facts.get("name") or finding.id)), []).append(finding)
    yield from keys.values()
    yield from names.values()


def _moved(data: Dataset, told: Sequence[Finding], values: Values) -> Links:
    """A row that stands below another parent: one sum has it too much, another lacks it, in each column."""
    sums = [finding for finding in told if finding.rule in SUMS and finding.difference]
    lacking: dict[tuple[object, Decimal], Finding] = {}
    for finding in sums:
        if finding.difference and finding.difference > 0:
            lacking.setdefault((_column(data, finding), finding.difference), finding)
    moved: dict[tuple[str, str | None, int], list[Finding]] = {}
    for finding in sums:
        gap = finding.difference
        if gap is None or gap > 0:
            continue
        other = lacking.get((_column(data, finding), -gap))
        rows = [cell for cell, factor in finding.terms.items() if factor < 0 and values.get(cell) == -gap]
        if other and rows:
            moved.setdefault(rows[0].line, []).extend((finding, other))
    found: Links = []
    for place, group in moved.items():
        name = _name(data, place)
        beside = [
            finding
            for finding in told
            if finding.rule in LACKING and name and same_name(str(finding.facts.get("name") or "")) == name
        ]
        found.extend((group[0], other) for other in (*group[1:], *beside))
    return found


def _renamed(data: Dataset, told: Sequence[Finding]) -> Links:
    """A program of the budget that an agreement does not name, and the unknown one that has its amount there."""
    programs = [finding for finding in told if finding.rule == "agreement_program_is_budgeted"]
    found: Links = []
    for stranger in (finding for finding in programs if finding.computed is None):
        table = data.table_at(stranger.cells[0])
        rows = {cell.row for place in stranger.cells for cell in members(place)}
        lines = [line for line in table.lines if line.row in rows] if table else []
        amount = rupiah(sum(line.values.get("amount") or 0 for line in lines))
        for absent in programs:
            sheets = {cell.page for cell in absent.cells}
            if absent.computed and absent.computed == amount and stranger.cells[0].page in sheets:
                found.append((stranger, absent))
    return found


def _column(data: Dataset, finding: Finding) -> object:
    table = data.table_at(finding.cells[0])
    return (table and (table.file, table.sheet, table.header_row), finding.cells[0].column)


def _name(data: Dataset, place: tuple[str, str | None, int]) -> str:
    table = data.table_at(Cell(place[0], place[1], f"A{place[2]}"))
    line = table.by_row.get(place[2]) if table else None
    return same_name(line.name or "") if line else ""


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


def unread(told: Sequence[Finding]) -> Mapping[str, str]:
    """Return, for formulas that could not be computed, the finding of the cell that they are computed from."""
    found: dict[str, str] = {}
    cells = [finding for finding in told if finding.rule in ("cell_is_exact", "formula_has_value")]
    by_cell = {finding.cells[0]: finding for finding in cells}
    for finding in cells:
        written = str(finding.facts.get("written", "")).replace("$", "").upper()
        for cell, other in by_cell.items():
            same = (cell.file, cell.sheet) == (finding.cells[0].file, finding.cells[0].sheet)
            if other is not finding and same and finding.rule == "formula_has_value" and _mentions(written, cell.ref):
                found.setdefault(finding.id, other.id)
    return found


def _mentions(formula: str, ref: str | None) -> bool:
    """Tell whether a formula names a cell."""
    word = "".join(sign if sign.isalnum() else " " for sign in formula).split()
    return ref is not None and ref in word
