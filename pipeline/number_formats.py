"""What the number format of a cell shows of a number: its decimals, its signs, its unit."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from pipeline.numerals import unit_of

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[[^\]]*\]|(?P<sign>.)', re.DOTALL)


class Shape(NamedTuple):
    """What a number format shows: ``decimals`` None where the number's own count; ``width`` of leading zeros.

    ``grouped`` tells that thousands are separated, ``literal`` is all fixed text, ``suffix`` what follows the number,
    ``unit`` the unit that it gives, ``%`` for a percentage.
    """

    decimals: int | None
    percent: bool
    grouped: bool
    width: int
    literal: str
    suffix: str
    unit: str


def shape(code: str) -> Shape:
    """Read the first section of a number format."""
    signs = literal = suffix = ""
    for token in _TOKEN.finditer(code):
        sign, words = token["sign"] or "", token["quoted"] or token["escaped"] or ""
        if sign == ";":
            break
        signs += sign
        literal += words
        suffix = suffix + words + sign.strip(",.") if not sign or sign in " %,." else ""
    digits = re.search(r"[0#?][0#?,]*(?:\.([0#?]*))?", signs)
    other = re.search(r"[eE][-+]|/|[0#?],+(?![0#?,])", signs)  # scientific, fraction, in thousands
    return Shape(
        decimals=len(digits[1] or "") if digits and not other else None,
        percent="%" in signs,
        grouped=re.search("[0#?],[0#?]", signs) is not None,
        width=len(signs) if re.fullmatch("0+", signs) else 0,
        literal=literal.strip(),
        suffix="" if other else suffix,
        unit="%" if "%" in signs else "" if other else unit_of(suffix.strip()),
    )


def shown(value: Decimal, shape: Shape) -> str:
    """Write a number (of a percentage: in per cent) as its format shows it, with Indonesian signs, without suffix."""
    if shape.decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-min(shape.decimals, 9)), ROUND_HALF_UP)
    written = digits(value) if shape.decimals is None else format(value, ",f" if shape.grouped else "f")
    return written.translate(str.maketrans(".,", ",."))


def digits(value: Decimal) -> str:
    """Write a number without exponent and without zeros at its end; exact at any length."""
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written
