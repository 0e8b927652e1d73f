"""The room that output tables take: how wide their columns are, how high their rows, and what a page holds.

Pixels are those of a screen at 96 dots an inch; rows and columns count from 0.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from pipeline.sheets import Entry, Table
from pipeline.styles import FONT, HEADING, LINE, Style, shown

TALLEST = 545
"""Pixels of the tallest row that a sheet can hold."""
MARGINS = {"left": 0.6, "right": 0.6, "top": 0.7, "bottom": 0.75}
"""Inches around the print on A4."""

_WIDTHS = {
    character: width
    for characters, width in (
        ("ijl'|", 0.222),
        (" .,:;!/\\ftI[]", 0.278),
        ("-()r`", 0.334),
        ("ckszvxyJ", 0.5),
        ("FTZ+=<>~", 0.611),
        ("ABEKPSVXY&", 0.667),
        ("wCDHNRU", 0.722),
        ("GOQ", 0.778),
        ("mM", 0.833),
        ("W%@—…", 1.0),
    )
    for character in characters
}
_USUAL = 0.556
_BOLD = 1.07


def page_size(*, landscape: bool) -> tuple[float, float]:
    """Return the pixels across and down that A4 has for the print within its margins."""
    across, down = (11.69, 8.27) if landscape else (8.27, 11.69)
    return (across - MARGINS["left"] - MARGINS["right"]) * 96, (down - MARGINS["top"] - MARGINS["bottom"]) * 96


def widths(tables: Sequence[Table]) -> list[int]:
    """Return the pixels of each column: as stated, or what its figures and the longest word of its heading need.

    Tables below each other share the columns of the sheet, and the widest one counts.
    """
    pixels: list[int] = [0] * max([1, *(len(table.columns) for table in tables)])
    for table in tables:
        for place, column in enumerate(table.columns):
            words = column.heading.split() if table.heading else []
            needs = [text_width(word, HEADING) + (30 if table.filtered else 12) for word in words]
            for row in table.rows:
                entry = row.entries.get(column.key, Entry())
                if entry.value is not None and not isinstance(entry.value, str):
                    look = {"bold": row.role in ("program", "total")}
                    needs.append(text_width(shown(column.kind, entry.value, entry.unit), look) + 14)
            pixels[place] = math.ceil(max([pixels[place], column.width * 7 + 5, *needs]))
    return [each or 600 for each in pixels]  # a sheet of titles alone


def heights(needs: Sequence[tuple[int, int, int]]) -> dict[int, int]:
    """Return the pixels of each row, at most ``TALLEST``, from needs: a first row, a count of rows, their pixels.

    What a cell joined over rows needs beyond theirs is shared out among them.
    """
    pixels: dict[int, int] = {}
    for row, rows, needed in sorted(needs, key=lambda need: need[1]):
        below = range(row, row + rows)
        missing = needed - sum(pixels.get(each, LINE + 3) for each in below)
        for each in below:
            pixels[each] = pixels.get(each, LINE + 3) + max(math.ceil(missing / rows), 0)
    return {row: min(height, TALLEST) for row, height in pixels.items()}


def text_width(text: str, style: Mapping[str, object]) -> float:
    """Return the pixels that a line of text takes, by the usual widths of a sans-serif face."""
    size = float(str(style.get("font_size", FONT["font_size"]))) * 96 / 72
    return sum(_WIDTHS.get(character, _USUAL) for character in text) * size * (_BOLD if style.get("bold") else 1)


def text_height(text: str, pixels: float, style: Style) -> int:
    """Return the pixels that text takes downwards when wrapped in a cell so wide, padding included."""
    room = max(pixels - 6 - 9 * int(str(style.get("indent", 0))), 12)
    lines = sum(_wrapped(paragraph, room, style) for paragraph in text.split("\n"))
    return math.ceil(lines * LINE * text_width("0", {**style, "bold": False}) / text_width("0", {})) + 3


def _wrapped(paragraph: str, room: float, style: Style) -> int:
    """Count the lines of a paragraph broken at blanks; a word that is wider than the cell is broken within."""
    blank, lines, filled = text_width(" ", style), 1, 0.0
    for word in paragraph.split(" "):
        width = text_width(word, style) * 1.02  # renderers differ a little: better one line of room too many
        if filled and filled + blank + width > room:
            lines, filled = lines + 1, 0.0
        filled += (blank if filled else 0) + width
        if filled > room:
            extra = math.ceil(filled / room) - 1
            lines, filled = lines + extra, filled - extra * room
    return lines
