"""A finding as it is shown in a person's own workbook, and which cells of a sheet get which colour and words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline import ranges
from pipeline.messages import text
from pipeline.model import SEVERITIES, Area, Severity, letter

LARGEST_RANGE = 10_000
"""Cells of a range that are coloured; of a larger one only the first."""

Place = tuple[int, int]  # row and column, counted from 1
Tint = tuple[bool, Severity]
"""The look of a cell: whether it only takes part, and how severe the finding is. The smallest tint wins."""

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding on a workbook.

    ``title`` is the rule in words, ``message`` what is wrong, what was expected and what to do. ``cells`` are places of
    this workbook as sheet and cell or range, the checked place first; ``None`` stands for the whole file or sheet.
    ``note`` is what a person decided on it.
    """

    severity: Severity
    title: str
    message: str
    cells: tuple[tuple[str | None, str | None], ...]
    note: str = ""
    blamed: tuple[tuple[str | None, str | None], ...] | None = None
    """The places that are wrong by the finding, which get its strong colour; the first of ``cells`` where not said."""


@dataclass(slots=True)
class Paint:
    """What one worksheet gets: a tint for each place, and at some the words of marks with their positions from 0."""

    tints: dict[Place, Tint] = field(default_factory=dict)
    words: dict[Place, list[tuple[int, str]]] = field(default_factory=dict)

    def tint(self, place: Place, tint: Tint) -> None:
        """Colour a place, unless it has a stronger colour."""
        self.tints[place] = min(tint, self.tints.get(place, tint), key=_rank)


def area(ref: str | None) -> Area | None:
    """Return first row and column and last row and column of a cell or range; ``None`` for anything else."""
    found = _REFERENCE.fullmatch(ref or "")
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    places = (int(top), ranges.number(left), int(bottom or top), ranges.number(right or left))
    inside = places[0] <= places[2] <= _LAST_ROW and places[1] <= places[3] <= _LAST_COLUMN
    return places if inside else None


def reference(place: Place) -> str:
    """Return a place as it is written: K14."""
    return f"{letter(place[1])}{place[0]}"


def paints(marks: Sequence[Mark], language: str) -> Mapping[str, Paint]:
    """Return what each sheet gets, by its title: the checked place of a mark is told in words, the others coloured."""
    found: dict[str, Paint] = {}
    for position, mark in enumerate(marks):
        blamed = mark.cells[:1] if mark.blamed is None else mark.blamed
        for order, (sheet, ref) in enumerate(dict.fromkeys((*mark.cells, *blamed))):
            block = area(ref)
            if sheet is None or block is None:
                continue
            paint = found.setdefault(sheet, Paint())
            for place in _places(block):
                paint.tint(place, ((sheet, ref) not in blamed, mark.severity))
            if order == 0:
                paint.words.setdefault(block[:2], []).append((position, _words(position + 1, mark, language)))
    return found


def _words(number: int, mark: Mark, language: str) -> str:
    severity = text(f"severity.{mark.severity}", language)
    said = text("marked.words", language).format(number=number, severity=severity, title=mark.title)
    return "\n".join(filter(None, (said, mark.message, mark.note)))


def _places(block: Area) -> list[Place]:
    top, left, bottom, right = block
    if (bottom - top + 1) * (right - left + 1) > LARGEST_RANGE:
        return [(top, left)]
    return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]


def _rank(tint: Tint) -> tuple[bool, int]:
    return tint[0], SEVERITIES.index(tint[1])


def joined(paint: Paint, merges: Sequence[Area]) -> Paint:
    """Return the same with each place inside a merged area moved to its first cell, the only one that shows."""
    homes = _homes(paint.tints.keys() | paint.words.keys(), merges)
    moved = Paint()
    for place, tint in paint.tints.items():
        moved.tint(homes.get(place, place), tint)
    for place, words in paint.words.items():
        moved.words.setdefault(homes.get(place, place), []).extend(words)
    return moved


def _homes(places: set[Place], merges: Sequence[Area]) -> dict[Place, Place]:
    rows: dict[int, list[Place]] = {}
    for place in places:
        rows.setdefault(place[0], []).append(place)
    homes: dict[Place, Place] = {}
    for top, left, bottom, right in merges:
        touched = range(top, bottom + 1) if bottom - top < len(rows) else [row for row in rows if top <= row <= bottom]
        for row in touched:
            homes |= {place: (top, left) for place in rows.get(row, ()) if left <= place[1] <= right}
    return homes
