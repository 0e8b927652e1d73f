"""Text -> number, exactly or not at all; no other module turns text into a number.

A number is tried in both notations. Where only one of them reads it, that is its value whatever the column says;
``12.500`` fits both and follows the column. ``words`` are a text with single blanks, as ``dates.collapse`` gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from pipeline.dates import MONTHS, collapse
from pipeline.model import Problem, Raw

Notation = Literal["id", "en"] | None
"""How a column writes numbers: ``id`` is 1.234,50; ``en`` is 1,234.50; ``None`` is not known."""
LIMIT = Decimal(10) ** 16
"""Beyond this no amount is real, and a stored number has lost digits."""
DASHES = "-‐‑‒–—―−"
"""The signs that people write for nothing."""

_CURRENCY = re.compile(r"^([-−+(]? ?)(?:rp|idr)(?![a-z])\.? ?(?=[^ .])", re.IGNORECASE)
_LOOSE_END = re.compile(rf" (?=[.,] ?(?:[0-9]{{2}}|[{DASHES}]{{1,2}}) ?\)?$)")
_GROUPS = re.compile(r"^([-−+(]? ?)([1-9][0-9]{0,2}(?:[ '’][0-9]{3})+)(?=(?:[.,](?![0-9]{3}).*)?[ )]*$)")
_NUMBER = re.compile(
    rf"(?P<open>\(?) ?(?P<sign>(?:[-−+] ?)?)(?P<body>[0-9]+(?:[.,][0-9]+)*)"
    rf"(?P<tail>(?:[.,] ?[{DASHES}]{{1,2}})?) ?(?P<close>\)?) ?(?P<rest>.*)"
)
_PERCENT_INSIDE = re.compile(r"\(([^()%]*)%\)")
_UNIT = re.compile(r"(?:\([^()0-9]*\) ?)?(?P<unit>(?:%|[^\W\d_]).*)")  # "12 (dua belas) bulan": the words say it again
_FURTHER_NUMBER = re.compile(r"\b(?!(?:19|20)[0-9]{2}\b)[0-9]")  # a year or the 2 of m2 is part of a unit
_PERCENT_WORDS = re.compile(r"%|persen", re.IGNORECASE)


class Number(NamedTuple):
    """A number and its unit as written, ``%`` for any way to say per cent, empty for none."""

    value: Decimal
    unit: str


def notation(cells: Iterable[Raw]) -> Notation:
    """Tell the notation of a column from its text cells; contradicting evidence or none gives ``None``."""
    seen: set[Literal["id", "en"]] = set()
    for raw in cells:
        split = _split(amount(raw.value)) if isinstance(raw.value, str) else None
        if split and not split.body.isdigit() and not _doubtful(split.body):
            seen |= _readings(split.body).keys()
    return seen.pop() if len(seen) == 1 else None


def number(words: str, notation: Notation) -> Number | Problem | None:
    """Read a number with its unit; ``None`` where the words do not have that form.

    Problems: ``not_a_number``, ``ambiguous`` (only the column's notation, which is not known, can tell), ``too_large``.
    """
    split = _split(words)
    if split is None:
        return None
    readings = _readings(split.body)
    if _doubtful(split.body):
        if notation is None:
            return Problem("ambiguous")
        value = readings.get(notation)
    else:
        value = next(iter(readings.values()), None)
    if value is None:
        return Problem("not_a_number")
    if value >= LIMIT:
        return Problem("too_large")
    return Number(value.copy_negate() if split.negative and value else value, split.unit)


def amount(text: str) -> str:
    """Return the words of an amount without what is no part of its number; a sign before it stays.

    That is the Rp or IDR in front, blanks or apostrophes between groups of three digits, a blank before the last comma.
    """
    words = _LOOSE_END.sub("", _CURRENCY.sub(r"\1", collapse(text)))
    return _GROUPS.sub(lambda match: match[1] + re.sub("[^0-9]", "", match[2]), words)


def says_percent(text: str) -> bool:
    """Tell whether a per-cent sign or word stands in a text."""
    return _PERCENT_WORDS.search(text) is not None


def unit_of(rest: str) -> str:
    """Return the unit that what follows a number gives, as written; empty where it is none."""
    match = _UNIT.fullmatch(rest)
    return match["unit"] if match else ""


class _Split(NamedTuple):
    negative: bool
    body: str
    unit: str


def _split(words: str) -> _Split | None:
    """Take words apart into sign, digits with separators, and unit."""
    match = _NUMBER.fullmatch(_PERCENT_INSIDE.sub(r"(\1)%", words, count=1) if words.startswith("(") else words)
    if match is None or bool(match["open"]) != bool(match["close"]) or (match["open"] and match["sign"]):
        return None
    body, unit = match["body"], ""
    if match["tail"].startswith(",") and body.count(",") < 2:  # 1,234,567,- shows its groups itself
        body += ",00"
    if match["rest"]:
        unit = unit_of(match["rest"])
        if not unit or _FURTHER_NUMBER.search(unit):  # "12 bulan, 3 kali" is not one quantity
            return None
        unit = "%" if _PERCENT_WORDS.fullmatch(unit) else unit
        if unit.split()[0].lower().rstrip(".") in MONTHS:  # "31 Desember 2025" is no quantity
            return None
        if unit != "%" and (match["open"] or match["sign"].endswith(" ")):  # a list's number or dash, no sign
            return None
    return _Split(bool(match["open"]) or match["sign"].strip() in ("-", "−"), body, unit)


def _grammar(group: str, point: str) -> re.Pattern[str]:
    return re.compile(
        rf"[0-9]+|(?P<whole>0|[1-9][0-9]*|[1-9][0-9]{{0,2}}(?:\{group}[0-9]{{3}})+)(?:\{point}(?P<fraction>[0-9]+))?"
    )


_GRAMMARS: dict[Literal["id", "en"], re.Pattern[str]] = {"id": _grammar(".", ","), "en": _grammar(",", ".")}


def _readings(body: str) -> dict[Literal["id", "en"], Decimal]:
    """Read digits with separators in each notation that allows it."""
    readings: dict[Literal["id", "en"], Decimal] = {}
    for name, grammar in _GRAMMARS.items():
        if match := grammar.fullmatch(body):
            whole = re.sub("[.,]", "", match["whole"] or body)
            readings[name] = Decimal(f"{whole}.{match['fraction'] or ''}")
    return readings


def _doubtful(body: str) -> bool:
    """Tell whether only the column can say what the separator means.

    1250.000 is meant too: read as a decimal it could be 1.250.000 with a lost dot.
    """
    return re.fullmatch(r"[1-9][0-9]*[.,][0-9]{3}", body) is not None
