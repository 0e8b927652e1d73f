"""Whether two targets or results say the same: number and unit where both state them, else their words."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pipeline import targets
from pipeline.model import Quantity, Wording
from pipeline.numerals import Number, number
from pipeline.ratios import rounded
from pipeline.spelling import unit

Verdict = Literal["same", "other_value", "other_unit", "unclear"]
"""``other_unit``: both state a unit, and the units differ, so that no number can tell more."""


def compared(one: Quantity, other: Quantity) -> Verdict:
    """Tell whether two quantities say the same; ``unclear`` where that cannot be told for sure.

    A number without a unit may be in any: it says the same as an equal number, but never plainly another thing.
    """
    agree = targets.same(one, other)
    if one.value is None or other.value is None:
        return "unclear" if agree is None else "same" if agree else "other_value"
    units = (unit(one.unit), unit(other.unit))
    if all(units) and units[0] != units[1]:
        return "unclear" if agree is None else "other_unit"  # 1 tahun may be 12 bulan
    if _agree(one, other):
        return "same"
    if units[0] != units[1] or (not any(units) and _may_be_shares(one.value, other.value)):
        return "unclear"
    return "other_value"


def same_unit(one: Quantity, other: Quantity) -> bool | None:
    """Tell whether two quantities state the same unit; ``None`` where one of them states none."""
    units = [unit(quantity.unit) for quantity in (one, other) if quantity.value is not None and unit(quantity.unit)]
    return units[0] == units[1] if len(units) == 2 else None


def figures(one: Quantity, other: Quantity) -> tuple[Decimal, Decimal] | tuple[str, str]:
    """Return what two quantities state: numbers where they are in one unit, else the texts as written."""
    if one.value is not None and other.value is not None and unit(one.unit) == unit(other.unit):
        return one.value, other.value
    return one.text, other.text


def gap(one: Decimal | str, other: Decimal | str) -> Wording | str:
    """Return the difference of two figures as a piece of a message; nothing where they are texts."""
    return (
        Wording("remark.gap", {"amount": one - other})
        if isinstance(one, Decimal) and isinstance(other, Decimal)
        else ""
    )


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers agree at the precision that the coarser one shows."""
    (mine, places), (its, others) = _shown(one), _shown(other)
    if places == others:
        return mine == its
    coarser = min(known for known in (places, others) if known is not None)
    return abs(mine - its) <= Decimal(1).scaleb(-coarser) / 2


def _shown(quantity: Quantity) -> tuple[Decimal, int | None]:
    """Return a number as its cell shows it with its decimals; ``None`` where it is exact.

    A percentage is rounded to what it shows, and so is a number whose format hides decimals.
    """
    value = quantity.value or Decimal(0)
    read = number(quantity.text, "id")
    if isinstance(read, Number) and read.value != value and rounded(value, _places(read.value)) == read.value:
        return read.value, _places(read.value)
    return value, _places(value) if unit(quantity.unit) == "%" else None


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _may_be_shares(one: Decimal, other: Decimal) -> bool:
    """Whether one of two bare numbers may be the other in per cent: 0,8 beside 80."""
    return 0 < min(one, other) <= 1 and min(one, other) * 100 == max(one, other)
