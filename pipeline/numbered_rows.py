"""The numbered rows of a table by level, in the groups in which their numbers count."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model import LINE_LEVELS, Level, Line, Table
from pipeline.numbering import Count, bare, count


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row with its bare number, what it stands below, and how many rows above it bear no number of the table."""

    row: int
    mark: str
    parent: int | str | None
    part: int


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that count together, below one parent or in the whole table, and what their numbers count."""

    parent: int | str | None
    rows: tuple[Numbered, ...]
    count: Count


_WAYS: tuple[Callable[[Numbered], tuple[object, ...]], ...] = (
    lambda row: (row.parent,),
    lambda _: (),
    lambda row: (row.part, row.parent),
    lambda row: (row.part,),
)
"""Where a numbering may begin anew: below each parent, nowhere, behind each heading of a part."""


def levels(table: Table) -> Iterator[tuple[Level, list[Numbered]]]:
    """Yield the numbered rows of each level; where one of them bears no number but a code or 2a, none can be told."""
    if "number" not in table.columns:
        return
    lined = any(line.level in LINE_LEVELS for line in table.lines)
    breaks = sorted([*_left_out(table), *(line.row for line in table.lines if not line.values.get("number"))])
    for level in LINE_LEVELS if lined else ("plain",):
        lines = [line for line in table.lines if line.level == level and line.values.get("number")]
        marks = [bare(line.values["number"]) for line in lines]
        carried = _carried(lines)
        rows = [
            Numbered(line.row, mark, parent, bisect(breaks, line.row))
            for line, mark, parent in zip(lines, marks, _parents(lines), strict=True)
            if mark and line.row not in carried
        ]
        if rows and all(marks):
            yield level, rows


def groups(table: Table, rows: Sequence[Numbered]) -> list[Group] | None:
    """Return the rows of a level in that way of counting which leaves fewest faults; ``None`` where none fits."""
    found = [made for way in _WAYS if (made := _grouped(rows, way, _beside(table))) is not None]
    return min(found, key=lambda made: sum(group.count.faults for group in made), default=None)


def run_through(table: Table, rows: Sequence[Numbered]) -> bool:
    """Tell whether the rows of several levels bear one numbering together, and that without a fault."""
    counted = count([row.mark for row in rows], _beside(table)) if rows else None
    return counted is not None and not counted.faults


def _grouped(
    rows: Sequence[Numbered], way: Callable[[Numbered], tuple[object, ...]], beside: frozenset[str]
) -> list[Group] | None:
    members: dict[tuple[object, ...], list[Numbered]] = {}
    for row in rows:
        members.setdefault(way(row), []).append(row)
    made = []
    for together in members.values():
        counted = count([row.mark for row in together], beside)
        if counted is None:
            return None
        parents = {row.parent for row in together}
        made.append(Group(parents.pop() if len(parents) == 1 else None, tuple(together), counted))
    return made


def _left_out(table: Table) -> list[int]:
    """Return the rows within the table that are no lines: headings of a part, rows without a name."""
    reasons = ("section_row", "subtotal_row", "row_without_name")
    skipped = [int(re.sub(r"\D", "", skip.cell.ref or "0")) for skip in table.skipped if skip.reason in reasons]
    return sorted([*skipped, *(subtotal.row for subtotal in table.subtotals)])


def _beside(table: Table) -> frozenset[str]:
    """Return the bare numbers of rows that were left out of the lines, such as a numbered row that is empty."""
    column = re.compile(rf"{table.columns['number']}\d+")
    written = [skip.text.split()[0] for skip in table.skipped if column.fullmatch(skip.cell.ref or "") and skip.text]
    written += [line.values["number"] for line in table.lines if line.level == "section" and line.values.get("number")]
    return frozenset(mark for mark in map(bare, written) if mark)


def _parents(lines: Sequence[Line]) -> list[int | str | None]:
    """Return what each line stands below: its parent, or the goal that goes on until the next one."""
    parents: list[int | str | None] = []
    for line in lines:
        goal = line.values.get("goal")
        parents.append(line.parent or goal or (parents[-1] if parents and "goal" in line.values else None))
    return parents


def _carried(lines: Sequence[Line]) -> frozenset[int]:
    """Return the rows that only carry on the number of the goal above them."""
    return frozenset(
        line.row
        for before, line in pairwise(lines)
        if line.values.get("goal")
        and (line.values["number"], line.values["goal"]) == (before.values["number"], before.values.get("goal"))
    )
