"""Results that are another table's targets, copied over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.counterparts import Pair, pairs, quantity
from pipeline.model import Dataset, Quantity, Table
from pipeline.quantities import compared

KINDS = ("medium_term", "performance")
"""Kinds of table that state the results of the year, those first whose results are likelier copied."""
FEWEST = 2
"""Rows that must show the other table's target; a single one may be a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The rows of a table that can tell whether its results are the targets of another: where that one missed them."""

    table: Table
    source: Table
    pairs: tuple[Pair, ...]
    copied: bool


def telling(data: Dataset) -> Iterator[Telling]:
    """Yield each table of results with each other one that has targets, where enough rows can tell."""
    tables = [table for kind in KINDS for table in data.of(kind)]
    for table in tables:
        for source in tables:
            if source is table or "target" not in source.columns:
                continue
            rows = [
                (pair, said[0], said[1])
                for pair in pairs(data, table, source)
                if (said := _said(data, table, source, pair)) is not None
            ]
            if len(rows) >= FEWEST:
                copied = all(compared(result, target) == "same" for _, result, target in rows)
                yield Telling(table, source, tuple(pair for pair, _, _ in rows), copied)


def copied_lines(data: Dataset) -> frozenset[str]:
    """Return the keys of the lines whose result in some table is a target copied over."""
    return frozenset(pair.line.key for found in telling(data) if found.copied for pair in found.pairs)


def _said(data: Dataset, table: Table, source: Table, pair: Pair) -> tuple[Quantity, Quantity] | None:
    """Return the one table's result and the other's target, where the other's own result is not its target."""
    result = quantity(data, table, pair.one, "result")
    target, reached = (quantity(data, source, pair.other, column) for column in ("target", "result"))
    if result is None or target is None or reached is None:
        return None
    return (result, target) if compared(target, reached) in ("other_value", "other_unit") else None
