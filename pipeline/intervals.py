"""Figures as intervals: in thousands or millions known to half a step of the last digit, in whole rupiah exactly.

Two figures agree where the intervals that their precision allows meet (XBRL Calculations 1.1), so a sum may be off by
the half steps of everything in it, and by nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import Table

RUPIAH = 100
"""Sen in a rupiah."""


def half_step(table: Table, sen: int | None) -> int:
    """Return how far (sen) an amount of a table may lie from the true one; 0 where amounts are whole rupiah.

    The step is the table's scale, or the tenth of it that the amount's own decimals show: 1,5 in millions is known to
    100.000. A blank is exactly nothing.
    """
    if table.scale == 1 or sen is None:
        return 0
    step = table.scale * RUPIAH
    while sen % step and step > RUPIAH:
        step //= 10
    return 0 if sen % step else step // 2


def allowance(table: Table, amounts: Iterable[int | None]) -> int:
    """Return how far (sen) a sum of amounts of a table may lie from the true one."""
    return sum(half_step(table, sen) for sen in amounts)


def differ(one: int, other: int, allowed: int = 0) -> bool:
    """Tell whether two amounts (sen) lie further apart than their precision allows."""
    return abs(one - other) > allowed
