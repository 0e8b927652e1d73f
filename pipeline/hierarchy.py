"""Codes as paths, and the level of each row: by its code, by the style of its number, by the first word of its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.model import LINE_LEVELS, Level
from pipeline.parse import is_code
from pipeline.spelling import starts_with
from schemas import words


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What tells a row's level: its code, number, name, whether it is bold and holds a figure, its amounts (sen)."""

    row: int
    code: str | None
    number: str | None
    name: str | None
    bold: bool
    figure: bool
    amounts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A row's level, the row of its parent, its code with the parent's in front where it was a short one."""

    level: Level
    parent: int | None
    code: str | None


def parts(code: str) -> tuple[str, ...]:
    """Return a code as the path it is compared by; leading zeros of a part do not count: 4.01 is (4, 1)."""
    return tuple(part.lstrip("0") or "0" for part in code.split("."))


def ends_with(long: str, short: str) -> bool:
    """Tell whether a code is another one with the first parts left out."""
    return parts(long)[-len(parts(short)) :] == parts(short)


def arrange(rows: Sequence[Unplaced]) -> list[Place]:
    """Return the place of each row, in the order given."""
    coded = [row for row in rows if row.code and is_code(row.code)]
    depths = {len(parts(row.code)) for row in coded if row.code}
    if len(coded) * 2 >= len(rows) and len(depths) > 1:
        return _by_code(rows)
    return _by_order(rows)


def _by_code(rows: Sequence[Unplaced]) -> list[Place]:
    depth = {row.row: len(parts(row.code)) for row in rows if row.code and is_code(row.code)}
    named = Counter(depth[row.row] for row in rows if row.row in depth and _word_level(row) == "program")
    top = max(named, key=lambda deep: (named[deep], -deep)) if named else min(depth.values())
    ranks = [deep for deep in sorted(set(depth.values())) if deep >= top]
    by_path = {parts(row.code): row.row for row in reversed(rows) if row.row in depth and row.code}
    programs = {row.row for row in rows if _word_level(row) == "program"}
    places: list[Place] = []
    above: int | None = None
    for row in rows:
        if row.name and _is_no_line(row.name, coded=row.row in depth):
            places.append(Place("section", None, row.code))
            continue
        if row.row not in depth:
            level: Level = "section" if not row.figure else "kegiatan"
            places.append(Place(level, above if level != "section" else None, None))
            continue
        deep = depth[row.row]
        if deep < top:
            places.append(Place("section", None, row.code))
            continue
        first = by_path[parts(row.code or "")]
        if first != row.row and deep == top and first in programs and _word_level(row) != "program":
            places.append(Place("kegiatan", first, None))  # the program's code alone: its own part was left blank
            continue
        rank = ranks.index(deep)
        level = LINE_LEVELS[rank] if rank < len(LINE_LEVELS) else "plain"
        if level == "program":
            above = row.row
        places.append(Place(level, _prefix(row.code or "", by_path, top), row.code))
    return places


def _prefix(code: str, by_path: dict[tuple[str, ...], int], top: int) -> int | None:
    """Return the row of the longest code that is a proper beginning of this one, not shorter than a program's."""
    path = parts(code)
    for length in range(len(path) - 1, top - 1, -1):
        if path[:length] in by_path:
            return by_path[path[:length]]
    return None


def _by_order(rows: Sequence[Unplaced]) -> list[Place]:
    levels = _levels(rows)
    places: list[Place] = []
    above: dict[Level, tuple[int, str | None]] = {}
    for row, level in zip(rows, levels, strict=True):
        if level == "section":
            places.append(Place(level, None, row.code))
            continue
        rank = LINE_LEVELS.index(level)
        parent = next((above[upper] for upper in reversed(LINE_LEVELS[:rank]) if upper in above), None)
        code = row.code
        if code and parent and parent[1] and len(parts(code)) <= len(parts(parent[1])):
            code = f"{parent[1]}.{code}"
        above = {upper: place for upper, place in above.items() if LINE_LEVELS.index(upper) < rank}
        above[level] = (row.row, code)
        places.append(Place(level, parent[0] if parent else None, code))
    return places


def _levels(rows: Sequence[Unplaced]) -> list[Level]:
    styles = _styles(rows)
    worded = any(_word_level(row) == "program" for row in rows)
    bold_tells = not worded and not styles and 0 < sum(row.bold for row in rows) < len(rows)
    levels: list[Level] = []
    for row in rows:
        style = number_style(row.number)
        word = _word_level(row)
        if style in styles:
            levels.append(styles[style])
        elif word:
            levels.append(word)
        elif bold_tells:
            levels.append("program" if row.bold else "kegiatan")
        elif not row.figure and "program" not in levels:
            levels.append("section")
        else:
            levels.append("kegiatan")
    return levels


def _styles(rows: Sequence[Unplaced]) -> dict[str, Level]:
    """Return the level that each style of numbering stands for; a style used for several levels tells none.

    Few rows called Program may bear a style of other lines, unless they are all the programs that there are.
    """
    every = Counter(style for row in rows if (style := number_style(row.number)))
    named = Counter(number_style(row.number) for row in rows if _word_level(row) == "program")
    if not named:
        return dict(zip(every, LINE_LEVELS, strict=False)) if len(every) > 1 else {}
    programs = [style for style in every if named[style] >= 0.8 * every[style]]
    own = named[""] + sum(named[style] for style in programs)
    several = [
        style for style in every if style not in programs and (named[style] > 0.2 * every[style] or named[style] > own)
    ]
    others = [style for style in every if style not in programs and style not in several]
    found: dict[str, Level] = dict(zip(others, LINE_LEVELS[2 if _deeper(rows, others, several) else 1 :], strict=False))
    return found | dict.fromkeys(programs, LINE_LEVELS[0])


def _deeper(rows: Sequence[Unplaced], others: Sequence[str], several: Sequence[str]) -> bool:
    """Whether the first style of its own stands below kegiatan that bear the style of the programs."""
    above = [
        before
        for before, row in pairwise(rows)
        if number_style(row.number) in others[:1] and number_style(before.number) not in others
    ]
    kegiatan = [row for row in above if number_style(row.number) in several and _word_level(row) != "program"]
    return 2 * len(kegiatan) > len(above)


def number_style(number: str | None) -> str:
    """Return what kind of number a row bears: "1." and "2" are alike, "1)" and "a." are others; "" for none."""
    found = re.fullmatch(r"(\()?(\d+|[a-z]+|[A-Z]+)\s*([.)]*)", number or "")
    if found is None:
        return ""
    mark = "1" if found.group(2).isdigit() else "A" if found.group(2).isupper() else "a"
    return mark + (")" if ")" in found.group(3) else "")


def _is_no_line(name: str, *, coded: bool) -> bool:
    """Whether a row among coded lines is an account, or a subtotal without a code."""
    return starts_with(name, words.ACCOUNTS) or (not coded and starts_with(name, words.SUBTOTALS))


def starts_program(row: Unplaced) -> bool:
    """Tell whether a row calls itself a program."""
    return _word_level(row) == "program"


def _word_level(row: Unplaced) -> Level | None:
    for level, starts in words.LEVELS.items():
        if row.name and starts_with(row.name, starts):
            return next(known for known in LINE_LEVELS if known == level)
    return None
