"""Lines that stand more than once in a table: by code, or by name under one parent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.hierarchy import parts
from pipeline.model import LINE_LEVELS, BudgetLine, Line, Table
from pipeline.spelling import same_name


def groups(table: Table) -> list[list[Line]]:
    """Return the lines that stand more than once, each with all its rows from top to bottom."""
    by_code: dict[object, list[Line]] = {}
    for line in table.lines:
        if line.level in LINE_LEVELS and (line.name or line.code):
            by_code.setdefault(("code", parts(line.code)) if line.code else _named(line), []).append(line)
    by_name: dict[object, list[Line]] = {}
    for rows in by_code.values():  # what is one line by its name though its codes differ is one group too
        by_name.setdefault(_named(rows[0]) if rows[0].name else ("row", rows[0].row), []).extend(rows)
    return [sorted(rows, key=lambda line: line.row) for rows in by_name.values() if len(rows) > 1]


def too_often(table: Table, budget: Sequence[BudgetLine]) -> list[list[Line]]:
    """Return the groups of lines that stand more often than they may."""
    return [rows for rows, due in _with_due(table, budget) if len(rows) > due]


def surplus(table: Table, budget: Sequence[BudgetLine]) -> frozenset[int]:
    """Return the rows that only repeat an earlier one, beyond as often as they may."""
    again = repeated(table)
    return again & {line.row for rows, due in _with_due(table, budget) for line in rows[due:]}


def _with_due(table: Table, budget: Sequence[BudgetLine]) -> Iterator[tuple[list[Line], int]]:
    """Yield the groups with how often they may stand: once.

    In a list without programs a name may stand once for each program of the budget that has it.
    """
    known = Counter((line.level, same_name(line.name)) for line in budget)
    for rows in groups(table):
        listed = all(line.parent is None and not line.code for line in rows)
        yield rows, max(1, known[rows[0].level, same_name(rows[0].name or "")]) if listed else 1


def _named(line: Line) -> object:
    """Return what a line is known by: its name below its parent, or, where that has no row, below its code's parent."""
    above = line.parent if line.parent is not None else parts(line.code or "")[:-1]
    return ("name", above, line.level, same_name(line.name or ""))


def repeated(table: Table) -> frozenset[int]:
    """Return the rows that only repeat an earlier one, name and all; of such a line the first row counts."""
    seen: set[object] = set()
    rows: set[int] = set()
    for line in table.lines:
        if line.level not in LINE_LEVELS or not (line.name or line.code):
            continue
        identity = _named(line) if line.name else ("code", parts(line.code or ""))
        rows |= {line.row} if identity in seen else set()
        seen.add(identity)
    return frozenset(rows)
