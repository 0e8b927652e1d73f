"""The rows below a header: which are lines of the table, which its totals, where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from pipeline import parse
from pipeline.heading import Heading
from pipeline.model import Grid, Raw
from pipeline.spelling import key, starts_with
from schemas import words

FIGURES = frozenset({"rupiah", "count", "percent"})
"""Parsers whose columns hold figures: text alone in them makes no line."""

RowKind = Literal["line", "total", "label", "figureless", "numbers", "below", "subtotal"]


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row below a header: what it is, and its filled cells by field.

    ``label`` rows hold words but no name (a section, a table's title), ``figureless`` ones only text in figure
    columns or a number without a name, ``numbers`` is the row of column numbers, ``below`` follows the table's end, a
    ``subtotal`` is called a total, but lines of the table follow.
    """

    row: int
    kind: RowKind
    cells: Mapping[str, Raw]
    first_column: int
    text: str

    @property
    def label(self) -> str | None:
        """The text of the first filled cell, where that cell belongs to a known column."""
        return next((parse.text(raw) for raw in self.cells.values()), None)

    @property
    def opens_with(self) -> str | None:
        """The field of the first filled cell, where that cell belongs to a known column."""
        return next(iter(self.cells), None)


def rows(grid: Grid, heading: Heading, limit: int) -> list[BodyRow]:
    """Return the filled rows from below a heading up to ``limit`` (not included)."""
    by_row: dict[int, dict[int, Raw]] = {}
    for (row, column), raw in grid.cells.items():
        if heading.last_row < row < limit:
            by_row.setdefault(row, {})[column] = raw
    return list(_classified(by_row, heading))


def _classified(by_row: Mapping[int, Mapping[int, Raw]], heading: Heading) -> Iterator[BodyRow]:
    """Yield the rows; a total or a closing line ends the table unless lines of the table still follow."""
    found = _without_remarks(list(_alone(by_row, heading)), by_row)
    goes_on = [place for place, row in enumerate(found) if _carries_on(row, heading)]
    last = goes_on[-1] if goes_on else -1
    ended = False
    for place, row in enumerate(found):
        if ended:
            yield replace(row, kind="below")
        elif row.kind in ("total", "below") and (place < last or _another_total(found[place + 1 :], row)):
            adds = row.kind == "total" and heading.edition.layout.lines
            yield replace(row, kind="subtotal" if adds else "label")  # or a remark in the middle
        else:
            yield row
            ended = row.kind in ("total", "below")


def _without_remarks(found: Sequence[BodyRow], by_row: Mapping[int, Mapping[int, Raw]]) -> list[BodyRow]:
    """Return the rows with the last ones that hold a single text as ``below``, where lines have a number or a code.

    Who printed the table, who signed it: such a text stands anywhere, also in the column of names.
    """
    lines = [row for row in found if row.kind == "line"]
    if 2 * sum(not row.cells.keys().isdisjoint(("number", "code")) for row in lines) <= len(lines):
        return list(found)
    end = len(found)
    while end and (found[end - 1].kind in ("label", "figureless", "below") or _single_text(by_row[found[end - 1].row])):
        end -= 1
    return [
        replace(row, kind="below") if place >= end and row.kind == "line" else row for place, row in enumerate(found)
    ]


def _single_text(filled: Mapping[int, Raw]) -> bool:
    return len(filled) == 1 and all(isinstance(raw.value, str) and not _reads_as_number(raw) for raw in filled.values())


def _another_total(rest: Sequence[BodyRow], row: BodyRow) -> bool:
    """Whether a total is only that of the last part, since the next row is a total too."""
    following = next((other.kind for other in rest if other.kind != "label"), "")
    return row.kind == "total" and following == "total"


def _carries_on(row: BodyRow, heading: Heading) -> bool:
    """Whether a row is plainly a line of the table, also behind what looks like its end: a figure, and a level."""
    if row.kind != "line" or not heading.edition.layout.lines:
        return False
    fields = heading.edition.fields
    if not any(_reads_as_number(raw) for name, raw in row.cells.items() if fields[name].parser in FIGURES):
        return False
    texts = {name: parse.text(raw) or "" for name, raw in row.cells.items()}
    return (
        any(_is_code(texts[name]) for name in texts if fields[name].parser == "code")
        or _ordinal(texts.get("number", " "))
        or starts_with(texts.get("name", ""), words.LEVELS["program"])
    )


def _alone(by_row: Mapping[int, Mapping[int, Raw]], heading: Heading) -> Iterator[BodyRow]:
    """Yield each row as what it is by itself; a closing line is ``below``."""
    early = True
    for row in sorted(by_row):
        filled = {column: by_row[row][column] for column in sorted(by_row[row])}
        by_column = sorted((column, name) for name, column in heading.columns.items() if column in filled)
        cells = {name: filled[column] for column, name in by_column}
        if row in heading.again:
            kind: RowKind = "numbers"
        elif _ends(filled, cells, heading):
            kind = "below"
        elif early and _numbers(filled, cells, heading):
            kind = "numbers"
        else:
            kind = _kind(filled, cells, heading)
        yield BodyRow(row, kind, cells, min(filled), _written(filled))
        # below a heading that is repeated on a further page its column numbers may stand again, too
        early = row in heading.again or (early and kind in ("label", "figureless"))


def _kind(filled: Mapping[int, Raw], cells: Mapping[str, Raw], heading: Heading) -> RowKind:
    fields = heading.edition.fields
    opening = next((parse.text(raw) for raw in filled.values() if parse.text(raw)), None)
    if opening and starts_with(opening, words.CARRIED):
        return "label"
    if opening and (key(opening) in _totals() or _adds_up(opening, cells, heading)):
        return "total" if _holds_figure(cells, heading) else "label"
    named = any(fields[name].required and fields[name].parser == "text" for name in cells if parse.text(cells[name]))
    figures = [raw for name, raw in cells.items() if fields[name].parser in FIGURES]
    if named:
        return "line"
    code = parse.text(cells["code"]) if "code" in cells else None
    if code and _is_code(code) and any(parse.text(raw) != code for raw in cells.values()):
        return "line"
    if any(not raw.stored or not isinstance(raw.value, str) or _reads_as_number(raw) for raw in figures):
        return "line"
    if figures and any(fields[name].required and _is_day(raw, fields[name].parser) for name, raw in cells.items()):
        return "line"  # a payment whose amount cannot be read: no column of names tells it
    return "label" if not figures and opening and not _ordinal(opening) else "figureless"


def _is_day(raw: Raw, parser: str) -> bool:
    return parser == "date" and isinstance(parse.date(raw), date)


def _is_code(text: str) -> bool:
    return parse.is_code(text.replace(" ", "").rstrip("."))


def _reads_as_number(raw: Raw) -> bool:
    return isinstance(parse.rupiah(raw), int)


def _ordinal(text: str) -> bool:
    return re.fullmatch(r"\(?\w{1,4}[.)]*", text) is not None


def _holds_figure(cells: Mapping[str, Raw], heading: Heading) -> bool:
    """Whether a row has something in a column of figures that may be one; a remark has none."""
    figures = [raw for name, raw in cells.items() if heading.edition.fields[name].parser in FIGURES]
    return any(not isinstance(raw.value, str) or any(sign.isdigit() for sign in raw.value) for raw in figures)


def _adds_up(opening: str, cells: Mapping[str, Raw], heading: Heading) -> bool:
    """Whether a row begins as a total does in a column of codes or numbers, where no line's name can stand."""
    first = next(iter(cells), "")
    marked = first == "number" or (first in cells and heading.edition.fields[first].parser == "code")
    return marked and parse.text(cells[first]) == opening and starts_with(opening, words.SUBTOTALS)


def _totals() -> frozenset[str]:
    return frozenset(key(total) for total in words.TOTALS)


def _ends(filled: Mapping[int, Raw], cells: Mapping[str, Raw], heading: Heading) -> bool:
    """Whether the row belongs to what follows a table: a signature, a source, a remark."""
    codes = [parse.text(raw) or "" for name, raw in cells.items() if heading.edition.fields[name].parser == "code"]
    if len(filled) > 3 or any(_is_code(code) for code in codes):
        return False
    texts = [text for text in (parse.text(raw) for raw in filled.values()) if text]
    if len(texts) != len(filled) or not all(isinstance(raw.value, str) for raw in filled.values()):
        return False
    return any(_closing(text) for text in texts)


def _closing(text: str) -> bool:
    """Whether a text is the first word of a line below a table, or a place with a date."""
    head = re.split(r"[:;,]", text)[0]
    if any(key(head) == key(end) for end in words.ENDS) or starts_with(text, words.SIGNATURES):
        return True
    return re.match(r"[^\W\d][^,]{1,40},", text) is not None and len(text) < 60 and bool(parse.dates_in(text))


def _numbers(filled: Mapping[int, Raw], cells: Mapping[str, Raw], heading: Heading) -> bool:
    """Whether a row numbers or letters the columns, each required one: (1) (2) ..., 1 2 3, a b c, 11=7+8+9+10.

    What stands in unknown columns beside need be no such number.
    """
    if any(name not in cells for name in heading.edition.required):
        return False
    return _counts(filled.values()) or _counts(cells.values())


def _counts(raws: Iterable[Raw]) -> bool:
    """Whether cells from left to right hold only numbers or letters of columns: without a gap, or rising."""
    marks = [text for text in map(parse.text, raws) if text]
    numbers = [_mark(text) for text in marks]
    known = [number for number in numbers if number is not None]
    if len(known) < 2 or len(known) != len(numbers):
        return False
    consecutive = sorted(known) == list(range(min(known), min(known) + len(known)))
    return consecutive or all(later > earlier for earlier, later in pairwise(known))


def _mark(text: str) -> int | None:
    found = re.fullmatch(r"\(?\s*(\d{1,2}|[a-z])\s*\)?(\s*=.*)?", text.strip(), re.IGNORECASE)
    if found is None:
        return None
    mark = found.group(1)
    return int(mark) if mark.isdigit() else ord(mark.lower()) - 96


def _written(filled: Mapping[int, Raw]) -> str:
    return " ".join(text for text in (parse.text(raw) for raw in filled.values()) if text)
