"""Lines that stand more than once in a table: by code, or by name under one parent."""

from __future__ import annotations

from pipeline.hierarchy import parts
from pipeline.model import LINE_LEVELS, Line, Table
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


def _named(line: Line) -> object:
    return ("name", line.parent, line.level, same_name(line.name or ""))


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
