"""What the lines around a table say: office, government, organisation code, year, dates, stage."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from pipeline import parse
from pipeline.model import Cell, Grid, Stated
from pipeline.spelling import contains, key, starts_with, words
from schemas import words as known

Said = TypeVar("Said")
TitleLine = Sequence[tuple[Cell, str]]
"""The filled cells of one row."""


def lines(grid: Grid, first: int, last: int) -> list[TitleLine]:
    """Return the rows of a worksheet from ``first`` to ``last`` as texts with their cells."""
    found: dict[int, list[tuple[Cell, str]]] = {}
    for row, column in sorted(place for place in grid.cells if first <= place[0] <= last):
        text = parse.text(grid.cells[row, column])
        if text:
            found.setdefault(row, []).append((grid.cell(row, column), text))
    return list(found.values())


def stated(above: Sequence[TitleLine], below: Sequence[TitleLine]) -> Stated:
    """Return what the lines above and below a table state of it."""
    return Stated(
        office=_first(above, _office),
        government=_first(above, _government),
        code=_first(above, _code),
        year=_first(above, _year),
        dates=tuple(day for line in (*above, *below) for _, text in line for day in parse.dates_in(text)),
    )


def stage(above: Sequence[TitleLine], stages: Mapping[str, tuple[str, ...]]) -> str:
    """Return the stage that the title names; the first one where no word of another stands there."""
    text = " ".join(text for line in above for _, text in line if not contains(text, known.LAW_WORDS))
    named = [name for name, marks in stages.items() if marks and contains(text, marks)]
    return (named or list(stages) or [""])[0]


def _first(above: Sequence[TitleLine], find: Callable[[TitleLine], Said | None]) -> Said | None:
    return next((found for line in above for found in [find(line)] if found), None)


def _labelled(line: TitleLine) -> tuple[str, Cell, str] | None:
    """Return label, cell and value of a line such as "Organisasi | : 4.01.02 ..." or "SKPD : ..."."""
    joined = re.fullmatch(r"([^:]+):(.*)", line[0][1])
    if joined:
        own = joined.group(2).strip()
        rest = [(cell, text) for cell, text in line[1:] if text.strip(": ")]
        if own or rest:
            cell = line[0][0] if own else rest[0][0]
            return joined.group(1).strip(), cell, " ".join([own, *(text for _, text in rest)]).strip()
    values = [(cell, text.lstrip(": ")) for cell, text in line[1:] if text.strip(": ")]
    if values:
        return line[0][1], values[0][0], " ".join(text for _, text in values)
    return None


def _office(line: TitleLine) -> tuple[str, Cell] | None:
    labelled = _labelled(line)
    if labelled and key(labelled[0]) in {key(label) for label in known.OFFICE_LABELS}:
        name = re.sub(r"^[\d.\s]+", "", labelled[2]).strip(" -:")
        return (name, labelled[1]) if _filled(name) else None
    if len(line) == 1 and starts_with(line[0][1], known.OFFICE_HEADS) and len(line[0][1]) < 100:
        return (line[0][1], line[0][0]) if _filled(line[0][1]) else None
    return None


def _government(line: TitleLine) -> tuple[str, Cell] | None:
    cell, text = line[0]
    return (text, cell) if starts_with(text, known.GOVERNMENT_HEADS) and _filled(text) and len(text) < 80 else None


def _code(line: TitleLine) -> tuple[str, Cell] | None:
    labelled = _labelled(line)
    if labelled and key(labelled[0]) in {key(label) for label in known.OFFICE_LABELS}:
        found = re.match(r"\d+(?:\s*\.\s*\d+)+", labelled[2])
        if found:
            return re.sub(r"\s", "", found.group()), labelled[1]
    return None


def _year(line: TitleLine) -> tuple[int, Cell] | None:
    for cell, text in line:
        spans = [span.span() for span in _PERIOD.finditer(text)]
        for found in re.finditer(r"(?<!\d)(20\d\d)(?!\d)", text):
            if any(start <= found.start() < end for start, end in spans):
                continue  # a period of several years states none
            before = text[: found.start()]
            if contains(before, known.LAW_WORDS) or not _dated(line, text, before):
                continue
            return int(found.group()), cell
    return None


_PERIOD = re.compile(
    r"20\d\d\s*(?:-|\u2013|\u2014|/|s\.?\s*/?\s*d\.?|sampai(?: dengan)?)\s*(?:tahun\s*)?20\d\d", re.IGNORECASE
)


def _dated(line: TitleLine, text: str, before: str) -> bool:
    label = " ".join(other for _, other in line if other != text)
    return contains(f"{label} {before}", known.YEAR_WORDS)


def _filled(text: str) -> bool:
    """Whether a title line was filled in: dots and blanks after a label state nothing."""
    return bool(words(text)) and not re.search(r"\.{4,}|…{2,}|_{3,}", text)
