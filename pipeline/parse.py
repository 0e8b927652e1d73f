"""A cell becomes a value, exactly or not at all.

Every reader takes a raw cell and gives its value, ``None`` for a blank (nothing, blanks, a dash) or a ``Problem`` for
what cannot be read exactly; none raises for what a person typed. Reasons: ``not_a_number``, ``ambiguous``,
``too_precise``, ``too_large``, ``date``, ``not_whole``, ``not_a_date``, ``not_a_code``, ``code_is_number``,
``not_stored`` (a formula without a stored value); a problem that the cell holds already is passed on.
"""

from __future__ import annotations

import datetime
import math
import re
from decimal import Decimal

from pipeline.dates import collapse, dates_in
from pipeline.model import Percent, Problem, Quantity, Raw
from pipeline.number_formats import digits, shape, shown
from pipeline.numerals import DASHES, LIMIT, Notation, amount, notation, number, says_percent

__all__ = [
    "Notation",
    "code",
    "count",
    "date",
    "dates_in",
    "is_code",
    "notation",
    "percent",
    "quantity",
    "rupiah",
    "text",
]

_Stored = str | bool | Decimal | datetime.date | datetime.time | datetime.timedelta | Problem | None

_CODE_LIMIT = Decimal(10) ** 15  # Excel keeps 15 digits of a number
_SEN = Decimal("0.01")
_BLANK = re.compile(rf"(?:(?:(?:rp|idr)\.? ?)?[{DASHES}][{DASHES} ]*)?", re.IGNORECASE)
_CODE = re.compile(r"[0-9]+(?:\.[0-9]+)*")


def rupiah(raw: Raw, notation: Notation = None, scale: int = 1) -> int | Problem | None:
    """Read an amount as whole sen (100 to the rupiah); ``scale`` is how many rupiah one unit as written stands for."""
    if isinstance(raw.value, str):
        raw = raw._replace(value=amount(raw.value))
    value = _figure(raw, notation, "")
    if not isinstance(value, Decimal):
        return value
    if scale == 1 and value.as_tuple().exponent == -3 and isinstance(_figure(raw, None, ""), Problem):
        return Problem("ambiguous")  # 12.500 beside 1,234,567: no amount has three decimals, so the column is in doubt
    exact = value * scale
    sen = exact.quantize(_SEN)
    return int(sen.scaleb(2)) if sen == exact else Problem("too_precise")


def numbers(raw: Raw) -> tuple[Decimal, ...] | Problem | None:
    """Read several numbers with semicolons between: ``91; 76; 66; 51``."""
    shown = text(raw)
    if shown is None:
        return None
    found = [_figure(Raw(part), None, "%?") for part in shown.split(";") if part.strip()]
    known = tuple(value for value in found if isinstance(value, Decimal))
    return known if len(known) == len(found) else Problem("not_a_list")


def count(raw: Raw, notation: Notation = None) -> int | Problem | None:
    """Read a whole number, such as persons or a year; words may follow it."""
    value = _figure(raw, notation, r"[^%]*")
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else Problem("not_whole")


def percent(raw: Raw, notation: Notation = None) -> Percent | Problem | None:
    """Read a stated percentage with the precision that its text or number format shows."""
    value = _figure(raw, notation, "%?")
    if not isinstance(value, Decimal):
        return value
    if isinstance(raw.value, str):
        return Percent(value, _places(value), scaled=says_percent(raw.value))
    form = shape(raw.format)
    value = _tidy(value * 100 if form.percent else value)
    return Percent(value, min(_places(value), 6) if form.decimals is None else form.decimals, form.unit == "%")


def quantity(raw: Raw, notation: Notation = None) -> Quantity | Problem | None:
    """Read a target or result; words without a leading number are legitimate and have no value.

    The text of a number is what its format shows, with Indonesian signs (``74,08%``).
    """
    stored = _stored(raw)
    if isinstance(stored, str):
        read = number(stored, notation)
        if isinstance(read, Problem):
            return read
        return Quantity(read.value, read.unit, stored) if read else Quantity(None, "", stored)
    if isinstance(stored, Decimal):
        form = shape(raw.format)
        value = _tidy(stored * 100 if form.percent else stored)
        return Quantity(value, form.unit, collapse(shown(value, form) + form.suffix))
    if isinstance(stored, bool):
        return Problem("not_a_number")
    return stored if stored is None or isinstance(stored, Problem) else Quantity(None, "", _iso(stored))


def text(raw: Raw) -> str | None:
    """Give the words of a cell with single blanks; numbers as stored, dates as ISO, nothing for an error value."""
    value = raw.value
    if isinstance(value, str):
        return collapse(value) or None
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float | Decimal):
        return digits(_exact(value))
    return None if value is None or isinstance(value, Problem) else _iso(value)


def code(raw: Raw) -> str | Problem | None:
    """Read an account or program code (``4.01.02``); words that are no code are given as they are, see ``is_code``.

    A number is a code only where no zero can have been lost: 4.01 may have been 4.010.
    """
    stored = _stored(raw)
    if isinstance(stored, str):
        words = stored.removeprefix("'").strip()
        dotted = re.sub(r" ?\. ?", ".", words).removesuffix(".")
        return dotted if is_code(dotted) else words or None
    if isinstance(stored, Decimal):
        form = shape(raw.format)
        whole = stored == stored.to_integral_value() and stored.copy_abs() < _CODE_LIMIT
        if not whole or form.decimals or form.percent or form.literal:
            return Problem("code_is_number")
        return str(int(stored)).zfill(form.width)
    if stored is None or isinstance(stored, Problem):
        return stored
    return Problem("not_a_code" if isinstance(stored, bool) else "date")


def is_code(text: str) -> bool:
    """Tell whether a text is groups of digits separated by single dots."""
    return _CODE.fullmatch(text) is not None


def date(raw: Raw) -> datetime.date | Problem | None:
    """Read a date, also one that stands inside a text; two different dates are ambiguous."""
    stored = _stored(raw)
    if isinstance(stored, datetime.datetime):
        return stored.date()
    if stored is None or isinstance(stored, datetime.date | Problem):
        return stored
    found = set(dates_in(stored)) if isinstance(stored, str) else set()
    if len(found) > 1:
        return Problem("ambiguous")
    return found.pop() if found else Problem("not_a_date")


def _stored(raw: Raw) -> _Stored:
    """Give what the cell holds: text collapsed, numbers exact, ``None`` for a blank."""
    value: _Stored | int | float = raw.value
    if value is None:
        return None if raw.stored else Problem("not_stored")
    if isinstance(value, str):
        words = collapse(value)
        return None if _BLANK.fullmatch(words) else words
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return value
    if not isinstance(value, int) and not math.isfinite(value):
        return Problem("not_a_number")
    figure = _exact(value)
    return figure if figure.copy_abs() < LIMIT else Problem("too_large")


def _exact(value: float | Decimal) -> Decimal:
    """Give a stored number through the 15 digits that Excel shows: 300.29999999999995 is 300.3."""
    figure = Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value)
    return figure or Decimal(0)  # no negative zero


def _figure(raw: Raw, notation: Notation, units: str) -> Decimal | Problem | None:
    """Read a number whose unit, where it is text, matches ``units``."""
    stored = _stored(raw)
    if isinstance(stored, str):
        read = number(stored, notation)
        if isinstance(read, Problem):
            return read
        return read.value if read and re.fullmatch(units, read.unit) else Problem("not_a_number")
    if stored is None or isinstance(stored, Decimal | Problem):
        return stored
    return Problem("not_a_number" if isinstance(stored, bool) else "date")


def _tidy(value: Decimal) -> Decimal:
    return Decimal(digits(value))


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _iso(value: datetime.date | datetime.time | datetime.timedelta) -> str:
    if isinstance(value, datetime.datetime):
        return str(value.date() if value.time() == datetime.time() else value)
    return str(value)
