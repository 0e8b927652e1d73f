"""Slips of the pen: how a figure as written may have come from the one that was wanted."""

from __future__ import annotations

from decimal import Decimal

FACTORS = {10: "factor_10", 1_000: "factor_1000", 1_000_000: "factor_1000000"}


def slip(written: Decimal, wanted: Decimal) -> str | None:
    """Return the kind of slip that turns ``wanted`` into ``written``; ``None`` where it is none of the known ones.

    A sign lost or added, zeros lost or added (``factor_10`` to ``factor_1000000``), two digits that changed places.
    """
    if written == wanted or not written or not wanted:
        return None
    if written == -wanted:
        return "swapped_sign"
    for factor, kind in FACTORS.items():
        if factor in (written / wanted, wanted / written):
            return kind
    return "transposed_digits" if _swapped(written, wanted) else None


def _swapped(written: Decimal, wanted: Decimal) -> bool:
    """Whether two figures of one sign differ by two digits that changed places; a leading zero counts as a digit."""
    if (written < 0) != (wanted < 0):
        return False
    one, other = (f"{abs(figure):f}" for figure in (written, wanted))
    decimals = max(len(figure.partition(".")[2]) for figure in (one, other))
    one, other = (f"{abs(figure):.{decimals}f}".replace(".", "") for figure in (written, wanted))
    width = max(len(one), len(other))
    differing = [pair for pair in zip(one.zfill(width), other.zfill(width), strict=True) if pair[0] != pair[1]]
    return len(differing) == 2 and differing[0] == differing[1][::-1]
