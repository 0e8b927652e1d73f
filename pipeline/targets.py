"""Whether two stated targets are one and the same, as far as what is written can tell."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline import parse
from pipeline.model import Quantity, Raw
from pipeline.ratios import quotient
from pipeline.spelling import same_name, starts_with, unit, words
from schemas import words as known

MONTHS = Decimal(12)
"""Months of a year: 12 bulan is 1 tahun."""


def same(one: Quantity, other: Quantity) -> bool | None:
    """Tell whether two targets are equal; ``None`` where that cannot be said."""
    if one.value is None and other.value is None:
        return _same_text(one.text, other.text)
    if one.value is None or other.value is None:
        return None
    first, second = unit(one.unit), unit(other.unit)
    if one.value == other.value or _shown(one) == _shown(other):
        # 80 % is never 80 orang, but 12 dokumen may be 12 laporan
        return _is_share(first) == _is_share(second) or not first or not second
    if first == second:
        return False
    if not first or not second:
        # a share without its per-cent sign or format
        plain, share = (one, other) if not first else (other, one)
        return unit(share.unit) == "%" and plain.value is not None and plain.value * 100 == share.value
    return None if _convertible(one.value, other.value) else False


def _is_share(unit: str) -> bool:
    return unit == "%" or "%" in unit.split()


def _shown(quantity: Quantity) -> Decimal | None:
    """Return the value as its cell shows it: 79,5 % in a format without decimals is 80 %."""
    read = parse.quantity(Raw(quantity.text))
    return read.value if isinstance(read, Quantity) and read.value is not None else quantity.value


def _convertible(one: Decimal, other: Decimal) -> bool:
    """Whether two values may be one in different units: a power of ten apart (ribu, juta), or months and years."""
    if not one or not other:
        return False
    ratio = max(quotient(one, other), quotient(other, one))
    return ratio == MONTHS or re.fullmatch(r"10*", f"{ratio.normalize():f}") is not None


def _same_text(one: str, other: str) -> bool | None:
    """Compare words by their figures where they hold some, else without what stands in brackets."""
    first, second = (set(re.findall(r"\d+(?:[.,]\d+)*", text)) for text in (one, other))
    if first or second:
        return True if first == second else None if first <= second or second <= first else False
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    bare = re.sub(r"\(.*?\)", " ", text)
    found = words(bare)
    measured = len(found) > 1 and starts_with(bare, [word for measure in known.MEASURES for word in measure])
    return "".join(found[1:]) if measured else same_name(bare)
