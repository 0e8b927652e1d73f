"""Dates that stand in words (``Kota Baru, 31 Desember 2025``), with the Indonesian names of the months."""

from __future__ import annotations

import datetime
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari pebruari feb peb",
            "maret mar",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "agustus agu agt ags",
            "september sept sep",
            "oktober okt",
            "november nopember nov nop",
            "desember des",
        ),
        start=1,
    )
    for name in names.split()
}
"""The number of each month by its name and its short forms, in small letters."""

_DATES = (
    re.compile(
        rf"(?<![0-9])(?P<day>[0-9]{{1,2}})[ -]?(?P<month>{'|'.join(MONTHS)})\.?[ -]?(?P<year>[12][0-9]{{3}})(?![0-9])",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![0-9/-])(?P<day>[0-9]{1,2})([/-])(?P<month>[0-9]{1,2})\2(?P<year>[12][0-9]{3})(?![0-9/-])"),
    re.compile(r"(?<![0-9/-])(?P<year>[12][0-9]{3})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?![0-9/-])"),
)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff"))  # zero-width signs that come with pasted text


def dates_in(text: str) -> list[datetime.date]:
    """List the dates of a text in its order, day first; what no calendar has is left out."""
    words = collapse(text)
    found: list[tuple[int, datetime.date]] = []
    for pattern in _DATES:
        for match in pattern.finditer(words):
            month = match["month"].lower()
            try:
                day = datetime.date(int(match["year"]), MONTHS.get(month) or int(month), int(match["day"]))
            except ValueError:  # 31 Februari
                continue
            found.append((match.start(), day))
    return [day for _, day in sorted(found)]


def collapse(text: str) -> str:
    """Return a text with single blanks, none at its ends, and without signs that nobody sees."""
    return " ".join(text.translate(_INVISIBLE).split())
