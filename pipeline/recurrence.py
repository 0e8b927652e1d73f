"""One fault that recurs: where most rows of a column break one rule, or many for one reason, that is one finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.model import MOST_CELLS, Cell, Dataset, Finding, Table
from pipeline.ranges import joined

LEAST = 3
"""Findings of one rule in one column from which they may be one."""
RULES = frozenset(
    {
        "agreement_matches_budget",
        "difference_is_right",
        "percentage_is_right",
        "periods_sum_to_total",
        "realization_uses_current_budget",
        "revision_starts_from_budget",
        "spent_within_budget",
        "budget_is_not_negative",
    }
)
"""Rules that examine row by row, so that a whole column may break them."""


def merged(data: Dataset, told: Sequence[Finding]) -> list[Finding]:
    """Return the findings with those of a whole column told as one, at the place of the first.

    What followed one of them follows the one that stands for all.
    """
    groups: dict[tuple[str, Cell | None, str, str], list[Finding]] = {}
    followed = {finding.follows for finding in told}
    for finding in told:
        if finding.rule in RULES:
            family = finding.follows or (finding.id if finding.id in followed else "")
            table = data.table_at(finding.cells[0])
            corner = Cell(table.file, table.sheet, f"A{table.header_row}") if table else None
            groups.setdefault((finding.rule, corner, finding.cells[0].column, family), []).append(finding)
    instead: dict[str, Finding] = {}
    for (_, _, _, family), members in groups.items():
        table = data.table_at(members[0].cells[0])
        if table is None or len(members) < LEAST:
            continue
        column = table.column_at(members[0].cells[0])
        if family or 2 * len(members) > _filled(table, column):
            whole = _whole(table, column, members)
            number = sum(other.id.startswith(whole.id) for other in {one.id: one for one in instead.values()}.values())
            whole = replace(whole, subject=f"{whole.subject}|{number + 1}") if number else whole
            instead |= {member.id: whole for member in members}
    return list(substituted(told, instead))


def substituted(told: Sequence[Finding], instead: Mapping[str, Finding]) -> Iterable[Finding]:
    """Yield the findings, each of those whose id is in ``instead`` as that one, which stands where the first stood."""
    seen: set[str] = set()
    for finding in told:
        told_as = instead.get(finding.id, finding)
        root = instead.get(told_as.follows or "")
        if told_as.id not in seen:
            seen.add(told_as.id)
            yield replace(told_as, follows=root.id) if root else told_as


def _filled(table: Table, column: str) -> int:
    """Return how many rows have something in a column."""
    return sum(line.values.get(column) is not None for line in (*table.lines, *table.totals))


def _whole(table: Table, column: str, members: Sequence[Finding]) -> Finding:
    """Return one finding for all: the figures of the first, the cells of as many rows as a finding may name."""
    first = members[0]
    cells: list[Cell] = []
    for member in members:
        fresh = [cell for cell in member.cells if cell not in cells]
        if len(cells) + len(fresh) > MOST_CELLS:
            break
        cells.extend(fresh)
    return replace(
        first,
        cells=joined(cells),
        facts={**first.facts, "rows_more": len(members) - 1},
        terms={},
        places=tuple(member.cells[0] for member in members),
        subject=f"{table.kind}{table.edition}{table.stage}|{column}|rows",
    )
