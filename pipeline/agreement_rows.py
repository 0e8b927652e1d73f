"""Whether the amount of an agreement's row is one of the budget: a program's, a kegiatan's, or a sum of some."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from pipeline.intervals import differ, half_step
from pipeline.model import Dataset, Figure, Line, Table
from pipeline.stages import Base, family

FEW = 12
"""Kegiatan of a program up to which every sum of some of them is tried; beyond, only of two or three."""


def examinable(data: Dataset, table: Table, line: Line, base: Base) -> bool:
    """Tell whether a row states an amount of a program of that budget, and no figure that takes part is in doubt."""
    if line.key is None or line.key not in base or line.values.get("amount") is None:
        return False
    own = [base[member.key] for member in family(data, line.key) if member.key in base]
    cells = [table.cell(row.row, "amount") for row in rows_of(table, line.key)]
    return not any(figure.unknown for figure in own) and data.unknown.isdisjoint(cells)


def fits(data: Dataset, table: Table, line: Line, base: Base) -> bool:
    """Tell whether an amount is the program's, a kegiatan's, that of some kegiatan, or one of rows that sum to it."""
    if line.key is None or line.key not in base:
        return False
    below = [member for member in family(data, line.key)[1:] if member.key in base]
    kegiatan = [base[member.key] for member in below if member.parent == line.key]
    if any(equal(table, [line], [base[key]]) for key in (line.key, *(member.key for member in below))):
        return True
    together = [row for row in rows_of(table, line.key) if row.values.get("amount") is not None]
    return equal(table, together, [base[line.key]]) or any(
        equal(table, [line], chosen) for size in _sizes(len(kegiatan)) for chosen in combinations(kegiatan, size)
    )


def equal(table: Table, rows: Sequence[Line], figures: Sequence[Figure]) -> bool:
    """Tell whether the amounts of some rows and some figures of the budget come to the same."""
    amounts = [row.values["amount"] for row in rows]
    allowed = sum(half_step(table, amount) for amount in amounts) + sum(figure.half for figure in figures)
    return not differ(sum(amounts), sum(figure.value or 0 for figure in figures), allowed)


def rows_of(table: Table, key: str) -> list[Line]:
    """Return the rows of a program; one that names none belongs to the program above it."""
    found, current = [], None
    for line in table.lines:
        current = line.key if line.values.get("program") else current
        if current == key:
            found.append(line)
    return found


def _sizes(count: int) -> range:
    return range(2, count + 1 if count <= FEW else 4)
