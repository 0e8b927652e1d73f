"""Payments of a register: what each comes to, and which registers tell the same payments once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from pipeline.model import Cell, Line, Table

FACTORS = {"amount": 1, "refund": -1}
"""How the columns of a register add up to what was paid."""


def paid(line: Line) -> int | None:
    """Return what a payment comes to (sen), a refund taken off; ``None`` where it states nothing."""
    stated = [factor * line.values[column] for column, factor in FACTORS.items() if line.values.get(column) is not None]
    return sum(stated) if stated else None


def places(table: Table, line: Line, unknown: frozenset[Cell]) -> dict[Cell, int]:
    """Return the cells that make up a payment, each with its factor; also one that could not be read."""
    cells = {column: table.cell(line.row, column) for column in FACTORS if column in table.columns}
    return {
        cell: FACTORS[column]
        for column, cell in cells.items()
        if line.values.get(column) is not None or cell in unknown
    }


def is_doubtful(table: Table, line: Line, unknown: frozenset[Cell]) -> bool:
    """Tell whether the amount or the refund of a payment could not be read."""
    return not unknown.isdisjoint(places(table, line, unknown))


def doubled(registers: Sequence[Table]) -> list[Table]:
    """Return the registers whose payments stand in another of them too, which is the one that counts.

    A register SP2D and the cash book of the same months tell each payment once each; so do a file and its copy. The
    one that holds more counts. The lines must have their keys.
    """
    counted: list[Table] = []
    again: list[Table] = []
    for table in sorted(registers, key=_extent, reverse=True):
        (again if any(_again(table, other) for other in counted) else counted).append(table)
    return again


def _extent(table: Table) -> tuple[int, int, int, list[tuple[str, int]]]:
    """How much a register holds; the sums last, so that of two unlike ones never the file's name decides."""
    sums = _sums(table)
    return len(sums), len(_payments(table)), sum(sums.values()), sorted(sums.items())


def _again(table: Table, other: Table) -> bool:
    """Whether half the payments of a register, or the sums of half the lines in the same months, are those of another.

    A payment without a date proves nothing: the same fee is paid every month.
    """
    own, its = _payments(table), _payments(other)
    dated = Counter({payment: count for payment, count in own.items() if payment[0] is not None})
    shared = (dated & its).total()
    if shared and 2 * shared >= own.total():
        return True
    sums, others = _sums(table), _sums(other)
    common = sums.keys() & others.keys()
    same = [key for key in common if sums[key] == others[key]]
    return bool(same) and 2 * len(same) >= len(common) and _overlap(_dates(own), _dates(its))


Payment = tuple[date | None, str, int]


def _payments(table: Table) -> Counter[Payment]:
    """The payments of budget lines: date, line, what was paid (sen)."""
    made = ((line.values.get("date"), line.key, paid(line)) for line in table.lines)
    return Counter((day, key, amount) for day, key, amount in made if key and amount is not None)


def _sums(table: Table) -> Counter[str]:
    sums: Counter[str] = Counter()
    for line in table.lines:
        if line.key:
            sums[line.key] += paid(line) or 0
    return sums


def _dates(payments: Counter[Payment]) -> list[date]:
    return [day for day, _, _ in payments if day is not None]


def _overlap(one: Sequence[date], other: Sequence[date]) -> bool:
    return bool(one and other) and min(one) <= max(other) and min(other) <= max(one)
