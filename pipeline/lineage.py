"""A wrong amount and the sums that were made of it: one fault, though each sum is right by what stands below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.model import Dataset, Finding, Line, Table
from pipeline.terms import column_of, corrections, row_of, table_of

Links = list[tuple[Finding, Finding]]


def links(data: Dataset, told: Sequence[Finding]) -> Links:
    """Return the findings that the same change of an amount and of a sum above it would make true."""
    places: dict[tuple[int, str, Decimal], dict[int, list[Finding]]] = {}
    tables: dict[int, Table] = {}
    for finding in told:
        for cell, change in corrections(finding):
            table = table_of(data, cell)
            if table is not None:
                tables[id(table)] = table
                rows = places.setdefault((id(table), column_of(cell), change), {})
                rows.setdefault(row_of(cell), []).append(finding)
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
