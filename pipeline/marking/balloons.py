"""The drawing part that shows notes as balloons beside their cells: Excel needs a shape for each note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline import layout
from pipeline.marking.mark import Place
from pipeline.marking.sheet import Sheet

WIDTH = 300  # pixels
FARTHEST = 5_000  # rows or columns that a balloon reaches over, the hidden ones included
BLOCK = 1024  # numbers of shapes that belong to one block

_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_BLOCKS = re.compile(rb"""(<[\w.-]+:idmap\b[^<>]*?\sdata\s*=\s*["'])([0-9,\s]*)""")
_KIND = (
    '<v:shapetype {spaces}id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape {spaces}id="_x0000_s{number}" type="#_x0000_t202" '
    "style='position:absolute;margin-left:60pt;margin-top:2pt;width:225pt;height:{points}pt;z-index:{order};"
    'visibility:hidden\' fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    "<v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox>"
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


def taken(drawings: Iterable[bytes]) -> set[int]:
    """Return the blocks of numbers that the drawings of a workbook use."""
    found = (entry.group(2) for data in drawings for entry in _BLOCKS.finditer(data))
    return {int(number) for numbers in found for number in numbers.split(b",") if number.strip().isdigit()}


def drawn(data: bytes | None, notes: Mapping[Place, str], sheet: Sheet, used: set[int]) -> bytes:
    """Return a drawing with a balloon for each place; a person's own drawing keeps all that it has.

    ``used`` are the blocks of numbers that are taken; those that this drawing takes are added to it. Raises ValueError
    where the drawing has no end.
    """
    first = max(used, default=0) + 1
    blocks = range(first, first + len(notes) // (BLOCK - 1) + 1)
    used.update(blocks)
    said = ",".join(str(block) for block in blocks)
    if data is None:
        spaces = ""
        top = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{said}"/></o:shapelayout>'
        data = f"<xml {_SPACES}>{top}</xml>".encode("ascii")
    else:
        spaces = f"{_SPACES} "  # a person's drawing may call the namespaces by other names
        data = _BLOCKS.sub(rb"\g<1>\g<2>," + said.encode("ascii"), data, count=1)
    end = data.rfind(b"</")
    if end < 0:
        raise ValueError("a drawing without an end")
    shapes = "" if b'"_x0000_t202"' in data else _KIND.format(spaces=spaces)
    for order, (place, words) in enumerate(sorted(notes.items()), 1):
        pixels = min(layout.text_height(words, WIDTH - 10, {"font_size": 9}) + 12, layout.TALLEST)
        shapes += _SHAPE.format(
            spaces=spaces,
            number=blocks[0] * BLOCK + order,
            points=pixels * 3 // 4,
            order=order,
            anchor=_anchor(place, pixels, sheet),
            row=place[0] - 1,
            column=place[1] - 1,
        )
    return data[:end] + shapes.encode("ascii") + data[end:]


def _anchor(place: Place, pixels: int, sheet: Sheet) -> str:
    """Return where a balloon stands: its first and last column and row from 0, each with the pixels inside it."""
    widths, heights = _Widths(sheet), _Heights(sheet)
    left = min(place[1] + 1, 16_384 - 3)
    top = max(place[0] - 1, 1)
    right, across = _reach(left, WIDTH + 15, widths, 16_384)
    bottom, down = _reach(top, pixels + 4, heights, 1_048_576)
    return f"{left - 1}, 15, {top - 1}, 4, {right - 1}, {across}, {bottom - 1}, {down}"


def _reach(start: int, pixels: int, sizes: Mapping[int, int] | _Widths | _Heights, last: int) -> tuple[int, int]:
    """Return the column or row that lies so many pixels behind the beginning of another, and how far inside it."""
    at, last = start, min(start + FARTHEST, last)  # where all rows are hidden, a balloon is flat
    while at < last and pixels >= (size := sizes[at]):
        pixels -= size
        at += 1
    return at, min(pixels, sizes[at])


class _Widths:
    """The pixels of a column."""

    def __init__(self, sheet: Sheet) -> None:
        self.columns: Sequence[Mapping[str, str]] = sheet.columns
        self.default = _pixels(float(sheet.measures.get("defaultColWidth", sheet.measures.get("baseColWidth", 8.43))))

    def __getitem__(self, column: int) -> int:
        for entry in self.columns:
            if int(entry["min"]) <= column <= int(entry["max"]):
                hidden = entry.get("hidden") in ("1", "true")
                return 0 if hidden else _pixels(float(entry["width"])) if "width" in entry else self.default
        return self.default


class _Heights:
    """The pixels of a row."""

    def __init__(self, sheet: Sheet) -> None:
        self.rows = sheet.heights
        hidden = sheet.measures.get("zeroHeight") in ("1", "true")
        self.default = 0.0 if hidden else float(sheet.measures.get("defaultRowHeight", 15))

    def __getitem__(self, row: int) -> int:
        return round(self.rows.get(row, self.default) * 4 / 3)


def _pixels(characters: float) -> int:
    return int(characters * 7 + 5)
