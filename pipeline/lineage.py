"""A wrong amount and what was computed from it, sums and percentages: one fault, though each is right by its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.model import Dataset, Finding, Line, Table
from pipeline.ratios import quotient, rounded, rupiah
from pipeline.terms import Values, corrections

Links = list[tuple[Finding, Finding]]


def links(data: Dataset, told: Sequence[Finding], values: Values) -> Links:
    """Return the findings of an amount together with those of what was computed from it."""
    return [*_sums(data, told), *_shares(told, values), *_overspent(data, told)]


def _sums(data: Dataset, told: Sequence[Finding]) -> Links:
    """Findings that the same change of an amount and of a sum above it would make true."""
    places: dict[tuple[int, str, Decimal], dict[int, list[Finding]]] = {}
    tables: dict[int, Table] = {}
    for finding in told:
        for cell, change in corrections(finding):
            table = data.table_at(cell)
            if table is not None:
                tables[id(table)] = table
                rows = places.setdefault((id(table), cell.column, change), {})
                rows.setdefault(cell.row, []).append(finding)
    found: Links = []
    for (table_id, _, _), rows in places.items():
        for row, below in rows.items():
            for above in _above(tables[table_id], row) if len(rows) > 1 else ():
                for other in rows.get(above, ()):
                    found.extend((other, finding) for finding in below if finding is not other)
    return found


def _above(table: Table, row: int) -> Iterator[int]:
    """Yield the rows whose amounts hold that of a row: its parents, then the totals."""
    line: Line | None = table.by_row.get(row)
    if line is None:
        return
    while line is not None and line.parent is not None:
        yield line.parent
        line = table.by_row.get(line.parent)
    yield from (total.row for total in table.totals)


def _shares(told: Sequence[Finding], values: Values) -> Links:
    """Percentages that were computed from a difference which is wrong itself."""
    wrong = {finding.cells[0].line: finding for finding in told if finding.rule == "difference_is_right"}
    found: Links = []
    for finding in told:
        root = wrong.get(finding.cells[0].line) if finding.rule == "percentage_is_right" else None
        if root and isinstance(root.stated, Decimal) and isinstance(finding.stated, Decimal):
            exponent = finding.stated.as_tuple().exponent
            decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
            bases = [values[cell] for cell in finding.cells[1:] if values.get(cell)]
            shares = [rounded(quotient(root.stated, base) * 100, decimals) for base in bases]
            found.extend([(root, finding)] if finding.stated in shares else [])
    return found


def _overspent(data: Dataset, told: Sequence[Finding]) -> Links:
    """Lines that are spent beyond a budget which is not the latest one, there or below, but not beyond that one."""
    outdated = [finding for finding in told if finding.rule == "realization_uses_current_budget"]
    latest = {line.key: rupiah(line.budget.value) for line in data.budget}
    found: Links = []
    for finding in told:
        table = data.table_at(finding.cells[0]) if finding.rule == "spent_within_budget" else None
        line = table.by_row.get(finding.cells[0].row) if table else None
        budget = latest.get(line.key or "") if line else None
        if table and line and budget is not None and isinstance(finding.stated, Decimal) and finding.stated <= budget:
            found += [(root, finding) for root in outdated if line.row in _rows_and_above(table, root)][:1]
    return found


def _rows_and_above(table: Table, finding: Finding) -> set[int]:
    """Return the rows of a table that a finding names, and those of their parents."""
    rows = {cell.row for cell in finding.cells if (cell.file, cell.sheet) == (table.file, table.sheet)}
    return rows | {above for row in rows for above in _above(table, row)}
