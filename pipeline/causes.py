"""What may explain a difference exactly: the likely cause, with its cells."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.model import Cause, Cell
from pipeline.ratios import rupiah


def of_sum(stated: int, parts: Mapping[Cell, int]) -> tuple[Cause, ...]:
    """Return the causes of a stated sum (sen) that is not that of its parts."""
    gap = stated - sum(parts.values())
    return tuple(
        Cause("child_equals_difference", (cell,), {"amount": rupiah(abs(value))})
        for cell, value in parts.items()
        if value and abs(value) == abs(gap)
    )[:3]
