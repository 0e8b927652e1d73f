"""Values of cells that are no plain number or text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Percent:
    """A stated percentage: ``value`` in per cent (70 for 70 %), exact; ``decimals`` is the precision that it shows.

    ``scaled`` is False where the cell was a plain number without a per-cent sign or format, so that 0.7 may mean
    0,7 % or 70 %.
    """

    value: Decimal
    decimals: int
    scaled: bool = True


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target or result: ``value`` and ``unit`` where the cell states a number, always the ``text`` as written.

    A percentage has the unit ``%`` and its value in per cent.
    """

    value: Decimal | None
    unit: str
    text: str
