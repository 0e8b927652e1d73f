"""What may explain a difference exactly: the likely cause, with its cells."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.model import Cause, Cell
from pipeline.ratios import rupiah


def of_sum(stated: int, parts: Mapping[Cell, int]) -> tuple[Cause, ...]:
    """Return the causes of a stated sum (sen) that is not that of its parts.

    A part as large as what is missing may have been left out; one as large as what is too much may count twice.
    """
    gap = stated - sum(parts.values())
    kind = "child_equals_difference" if gap < 0 else "doubled_child"
    return tuple(
        Cause(kind, (cell,), {"amount": rupiah(abs(value))})
        for cell, value in parts.items()
        if value and abs(value) == abs(gap)
    )[:3]
