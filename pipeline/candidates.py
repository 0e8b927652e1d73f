"""Every way in which rows of a worksheet can be read as the headers of some kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.header_rows import TALLEST, Rows, stacked
from pipeline.heading import Heading
from pipeline.kinds import Edition, editions
from pipeline.named_kinds import Titles
from pipeline.spelling import key

REPEATED = 20
"""Rows with the same known words that may be headers of tables below each other."""
LONGEST = 160
"""Signs beyond which a cell is prose and no header."""


def candidates(rows: Rows) -> list[Heading]:
    """Return what each kind makes of each place where a header may stand."""
    titles = Titles(rows)
    return [
        heading
        for first, last in _windows(rows)
        # a title may stand in the window itself, above the row that is surely of the header
        for heading in _fits(rows, first, last, titles.kind_above(last))
    ]


def _windows(rows: Rows) -> Iterator[tuple[int, int]]:
    """Yield first and last row of every place where a header may stand: two known headers that differ.

    Rows that hold the same known words in the same columns time and again are data, whatever the words.
    """
    hits: dict[int, frozenset[str]] = {}
    seen: Counter[tuple[tuple[int, str], ...]] = Counter()
    for row in sorted(rows.cells):
        known = tuple(
            (column, found)
            for column, raw in sorted(rows.cells[row].items())
            if isinstance(raw.value, str) and len(raw.value) <= LONGEST and (found := key(raw.value)) in _ends()
        )
        seen[known] += 1
        if known and seen[known] <= REPEATED:
            hits[row] = frozenset(found for _, found in known)
    for last in sorted(hits):
        for first in range(max(1, last - TALLEST + 1), last + 1):
            if len(frozenset().union(*(hits.get(row, frozenset()) for row in range(first, last + 1)))) >= 2:
                yield first, last


@cache
def _ends() -> frozenset[str]:
    """Every way in which a header known to some kind may end, from three letters on."""
    return frozenset(
        header[start:]
        for edition in editions()
        for field in edition.fields.values()
        for header in field.keys
        for start in range(max(1, len(header) - 2))
    )


def _fits(rows: Rows, first: int, last: int, told: str) -> Iterator[Heading]:
    """Yield what each kind makes of the rows, where it knows at least two columns; the title names ``told``."""
    parts = stacked(rows, first, last)
    for edition, lookup in _lookups():
        matched: dict[str, tuple[int, int]] = {}
        repeated: list[tuple[int, str]] = []
        unknown: list[tuple[int, str]] = []
        for column, texts in parts.items():
            depth, name = _field(texts, lookup)
            written = " ".join(texts)
            if name is None:
                unknown.append((column, written))
            elif name not in matched:
                matched[name] = (depth, column)
            elif matched[name][0] < depth:
                repeated.append((matched[name][1], written))
                matched[name] = (depth, column)
            else:
                repeated.append((column, written))
        if len(matched) >= 2:
            columns = {name: column for name, (_, column) in matched.items()}
            yield Heading(
                first,
                last,
                edition,
                columns,
                edition.required - columns.keys(),
                tuple(repeated),
                tuple(unknown),
                told=edition.kind == told,
            )


@cache
def _lookups() -> tuple[tuple[Edition, Mapping[str, str]], ...]:
    return tuple(
        (edition, {header: field.name for field in edition.fields.values() for header in field.keys})
        for edition in editions()
        if not edition.layout.labels
    )


def _field(texts: tuple[str, ...], lookup: Mapping[str, str]) -> tuple[int, str | None]:
    """Return the field of a stacked header and how many of its parts say so; the whole speaks before its end."""
    keys = [key(text) for text in texts]
    for start in range(len(keys)):
        name = lookup.get("".join(keys[start:]))
        if name is not None:
            return len(keys) - start, name
    return 0, None
