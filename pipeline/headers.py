"""Where the headers of a worksheet's tables stand, and which kind of workbook they are the headers of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from pipeline.kinds import Edition, editions
from pipeline.model import Grid
from pipeline.spelling import key

TALLEST = 4
"""Header rows that a table may have."""
MISSPELT = 85.0
"""Likeness (0 to 100) from which an unknown header is a known one with a slip of the pen."""
LONGEST = 160
"""Signs beyond which a cell is prose and no header."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A header found: rows, kind and layout, the column number of each field.

    ``missing`` are required fields without a column; ``repeated`` columns carry a header that another one has
    already; ``unknown`` columns have a header that the kind does not know, as written.
    """

    first_row: int
    last_row: int
    edition: Edition
    columns: Mapping[str, int]
    missing: frozenset[str]
    repeated: tuple[tuple[int, str], ...]
    unknown: tuple[tuple[int, str], ...]
    rivals: tuple[Edition, ...] = ()
    """Other kinds that the same header fits as well."""

    @property
    def complete(self) -> bool:
        """Whether every required column is there."""
        return not self.missing

    def overlaps(self, other: Heading) -> bool:
        """Tell whether two headings share a row."""
        return self.first_row <= other.last_row and other.first_row <= self.last_row


def headings(grid: Grid) -> list[Heading]:
    """Return the complete headings of a worksheet from top to bottom; without any, the one nearest to complete."""
    found = [heading for rows in _windows(grid) for heading in _fits(grid, *rows)]
    complete = sorted((heading for heading in found if heading.complete), key=lambda heading: heading.first_row)
    clusters: list[list[Heading]] = []
    for heading in complete:
        if clusters and any(heading.overlaps(other) for other in clusters[-1]):
            clusters[-1].append(heading)
        else:
            clusters.append([heading])
    near = [heading for heading in found if _near(heading)]
    if clusters:
        return [_unless_nearer(_best(cluster), near) for cluster in clusters]
    return [_best(near)] if near else []


def _best(rivals: list[Heading]) -> Heading:
    """Most columns first; then the lowest and shortest window, which leaves out title lines."""

    def rank(heading: Heading) -> tuple[int, int, int, int]:
        height = heading.last_row - heading.first_row
        return (len(heading.columns), -len(heading.missing), heading.first_row, -height)

    best = max(rivals, key=rank)
    equals = [
        heading for heading in rivals if rank(heading) == rank(best) and heading.edition.kind != best.edition.kind
    ]
    return Heading(
        best.first_row,
        best.last_row,
        best.edition,
        best.columns,
        best.missing,
        best.repeated,
        best.unknown,
        tuple(heading.edition for heading in equals),
    )


def _unless_nearer(best: Heading, near: list[Heading]) -> Heading:
    """Return a complete heading, unless an incomplete one of the same rows says more.

    A realization whose "Realisasi" is misspelt has all that a plain budget needs, and is none all the same.
    """
    better = [
        heading
        for heading in near
        if heading.overlaps(best) and (len(heading.columns), _misspelt(heading)) > (len(best.columns), _misspelt(best))
    ]
    return _best(better) if better else best


def _misspelt(heading: Heading) -> bool:
    """Whether a required column is missing, and an unknown header is nearly one of its headers."""
    known = [header for name in heading.missing for header in heading.edition.fields[name].keys]
    return any(
        process.extractOne(key(text), known, scorer=fuzz.ratio, score_cutoff=MISSPELT) for _, text in heading.unknown
    )


def _near(heading: Heading) -> bool:
    """Whether a heading lacks one required column only, says more than any list might, and is known for the most."""
    telling = [name for name in heading.columns if heading.edition.fields[name].telling]
    strange = len(heading.unknown) + len(heading.repeated)
    return len(heading.missing) == 1 and len(heading.columns) >= max(3, strange) and bool(telling)


def _windows(grid: Grid) -> Iterator[tuple[int, int]]:
    """Yield first and last row of every place where a header may stand."""
    hits: dict[int, int] = {}
    for (row, _), raw in grid.cells.items():
        if isinstance(raw.value, str) and len(raw.value) <= LONGEST and key(raw.value) in _ends():
            hits[row] = hits.get(row, 0) + 1
    for last in sorted(hits):
        for first in range(max(1, last - TALLEST + 1), last + 1):
            if sum(hits.get(row, 0) for row in range(first, last + 1)) >= 2:
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


def _fits(grid: Grid, first: int, last: int) -> Iterator[Heading]:
    """Yield what each kind makes of the rows, where it knows at least two of their columns."""
    parts = stacked(grid, first, last)
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
            missing = edition.required - columns.keys()
            yield Heading(first, last, edition, columns, missing, tuple(repeated), tuple(unknown))


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


def stacked(grid: Grid, first: int, last: int) -> dict[int, tuple[str, ...]]:
    """Return for each column its header texts from top to bottom, merged cells carried to the right and down."""
    origin = {
        (row, column): (top, left)
        for top, left, bottom, right in grid.merges
        if top <= last and bottom >= first
        for row in range(max(top, first), min(bottom, last) + 1)
        for column in range(left, right + 1)
    }
    columns = sorted({column for row, column in grid.cells if first <= row <= last} | {column for _, column in origin})
    parts: dict[int, tuple[str, ...]] = {}
    seen: dict[int, dict[int, tuple[int, int]]] = {}
    for column in columns:
        places: dict[int, tuple[int, int]] = {}
        for row in range(first, last + 1):
            place = origin.get((row, column), (row, column))
            if place[0] < first:
                continue  # begins above the window, so the header does too
            if place in grid.cells:
                places[row] = place
            elif row < last and _filled_below(grid, row, last, column):
                # an upper header that was never merged stands over its right neighbours all the same
                beside = seen.get(column - 1, {}).get(row)
                if beside and _filled_below(grid, row, last, column - 1):
                    places[row] = beside
        seen[column] = places
        if places and places == seen.get(column - 1):
            continue  # one header merged over several columns: its values stand in the first
        texts = [_text(grid, place) for place in dict.fromkeys(places.values())]
        if any(texts):
            parts[column] = tuple(text for text in texts if text)
    return parts


def _filled_below(grid: Grid, row: int, last: int, column: int) -> bool:
    return any((below, column) in grid.cells for below in range(row + 1, last + 1))


def _text(grid: Grid, place: tuple[int, int]) -> str:
    value = grid.cells[place].value
    if isinstance(value, bool) or value is None:
        return ""
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""
