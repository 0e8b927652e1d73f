"""Percentages, achievement, efficiency, predicates; rounding and division by zero are decided here and only here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from pipeline.model import Quantity
from pipeline.spelling import unit

PREDICATES = ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")
"""Skala Nilai Peringkat Kinerja (Permendagri 54/2010 and 86/2017), the best first."""
BANDS = (Decimal(91), Decimal(76), Decimal(66), Decimal(51))
"""From how many per cent each predicate but the last begins."""


def rupiah(sen: int | None) -> Decimal | None:
    """Return sen as rupiah."""
    return None if sen is None else Decimal(sen).scaleb(-2) if sen % 100 else Decimal(sen // 100)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round half away from zero, as Excel's ROUND does."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP) + 0  # no minus before a zero


def quotient(dividend: int | Decimal, divisor: int | Decimal) -> Decimal:
    """Return a quotient with far more digits than any that is shown."""
    with localcontext() as context:
        context.prec = 50
        return Decimal(dividend) / Decimal(divisor)


def share(dividend: int | Decimal | None, divisor: int | Decimal | None) -> Decimal | None:
    """Return a fraction rounded to four decimals (0.7408 is 74,08 %); ``None`` where there is no base."""
    if dividend is None or not divisor:
        return None
    return rounded(quotient(dividend, divisor), 4)


def percent(dividend: int | Decimal | None, divisor: int | Decimal | None) -> Decimal | None:
    """Return a percentage rounded to two decimals; ``None`` where there is no base."""
    fraction = share(dividend, divisor)
    return None if fraction is None else (fraction * 100).quantize(Decimal("0.01"))


@dataclass(frozen=True, slots=True)
class Achievement:
    """Capaian as a fraction rounded to four decimals, or the code of the reason why there is none."""

    value: Decimal | None = None
    reason: str = ""
    capped: bool = False


def achievement(
    target: Quantity | None, result: Quantity | None, *, lower_is_better: bool = False, cap: Decimal | None = None
) -> Achievement:
    """Return result / target, or (2 target - result) / target where lower is better.

    ``cap`` is the highest percentage shown, ``None`` for no cap.
    """
    if target is None or result is None:
        return Achievement(reason="no_target" if target is None else "no_result")
    if target.value is None or result.value is None:
        return Achievement(reason="not_a_figure")
    if unit(target.unit) != unit(result.unit):
        return Achievement(reason="other_unit")
    if target.value == 0:
        return Achievement(reason="target_is_zero")
    top = 2 * target.value - result.value if lower_is_better else result.value
    value = share(top, target.value)
    if value is not None and cap is not None and value * 100 > cap:
        return Achievement(rounded(cap / 100, 4), capped=True)
    return Achievement(value)


def predicate(fraction: Decimal | None, bands: tuple[Decimal, ...] = BANDS) -> str | None:
    """Return the predicate of a rounded capaian."""
    if fraction is None:
        return None
    return next((name for name, low in zip(PREDICATES, bands, strict=False) if fraction * 100 >= low), PREDICATES[-1])
