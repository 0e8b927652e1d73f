"""Where the headers of a worksheet's tables stand, and which kind of workbook they are the headers of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz, process

from pipeline.kinds import Edition, editions
from pipeline.model import Grid, Raw
from pipeline.spelling import key, starts_with
from schemas import words

TALLEST = 4
"""Header rows that a table may have."""
REPEATED = 20
"""Rows with the same known words that may be headers of tables below each other."""
MISSPELT = 85.0
"""Likeness (0 to 100) from which an unknown header is a known one with a slip of the pen."""
WIDEST = 200
"""Columns over which a merged header is followed."""
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
    again: frozenset[int] = frozenset()
    """Rows below in which the same header stands again, on a further page of the same table."""

    @property
    def complete(self) -> bool:
        """Whether every required column is there."""
        return not self.missing

    def overlaps(self, other: Heading) -> bool:
        """Tell whether two headings share a row."""
        return self.first_row <= other.last_row and other.first_row <= self.last_row


def headings(grid: Grid) -> list[Heading]:
    """Return the complete headings of a worksheet from top to bottom; without any, the one nearest to complete."""
    rows = _Rows(grid)
    found = [heading for window in _windows(rows) for heading in _fits(rows, *window)]
    near = [heading for heading in found if _near(heading)]
    complete = _apart([heading for heading in found if heading.complete])
    if complete:
        taken = _joined(rows, [_unless_nearer(heading, near) for heading in complete])
        slips = [heading for heading in near if _misspelt(heading) and not any(map(heading.overlaps, taken))]
        return sorted([*taken, *_apart(slips)], key=lambda heading: heading.first_row)
    return [_best(near)] if near else []


def _apart(rivals: list[Heading]) -> list[Heading]:
    """Return the best heading, the best of those that share no row with it, and so on, from top to bottom."""
    chosen: list[Heading] = []
    while rivals:
        chosen.append(_best(rivals))
        rivals = [heading for heading in rivals if not heading.overlaps(chosen[-1])]
    return sorted(chosen, key=lambda heading: heading.first_row)


def nearest(grid: Grid) -> Heading | None:
    """Return the heading that a worksheet comes nearest to, however far; ``None`` where nothing is known."""
    rows = _Rows(grid)
    found = [heading for window in _windows(rows) for heading in _fits(rows, *window)]
    return max(
        found, key=lambda heading: (len(heading.columns), -len(heading.missing), heading.first_row), default=None
    )


def _joined(rows: _Rows, found: list[Heading]) -> list[Heading]:
    """Return the headings without those that only repeat the one above on a further page of its table."""
    kept: list[Heading] = []
    for heading in found:
        if kept and _further_page(rows, kept[-1], heading):
            again = kept[-1].again | frozenset(range(heading.first_row, heading.last_row + 1))
            kept[-1] = replace(kept[-1], again=again)
        else:
            kept.append(heading)
    return kept


def _further_page(rows: _Rows, above: Heading, heading: Heading) -> bool:
    """Whether a heading is the one above again, below a line of its table instead of a title or total."""
    if (above.edition, above.columns) != (heading.edition, heading.columns):
        return False
    last = max((row for row in rows.cells if row < heading.first_row), default=0)
    texts = [rows.text((last, column)) for column in sorted(rows.cells.get(last, {}))]
    first = next((text for text in texts if text), "")
    if last <= above.last_row or starts_with(first, words.CARRIED):
        return last > above.last_row
    return len(texts) > 1 and key(first) not in {key(total) for total in words.TOTALS}


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
    enough = len(heading.columns) >= max(3, strange) or _misspelt(heading)
    return len(heading.missing) == 1 and enough and bool(telling)


def _windows(rows: _Rows) -> Iterator[tuple[int, int]]:
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


def _fits(rows: _Rows, first: int, last: int) -> Iterator[Heading]:
    """Yield what each kind makes of the rows, where it knows at least two of their columns."""
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


class _Rows:
    """A worksheet by row: its filled cells by column, and where each merged cell begins."""

    def __init__(self, grid: Grid) -> None:
        self.cells: dict[int, dict[int, Raw]] = {}
        for (row, column), raw in grid.cells.items():
            self.cells.setdefault(row, {})[column] = raw
        self.origins: dict[int, dict[int, tuple[int, int]]] = {}
        for top, left, bottom, right in grid.merges:
            for row in range(top, min(bottom, top + TALLEST) + 1):
                own = self.origins.setdefault(row, {})
                own.update(dict.fromkeys(range(left, min(right, left + WIDEST) + 1), (top, left)))

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """Return the place whose value a cell shows."""
        return self.origins.get(row, {}).get(column, (row, column))

    def filled(self, row: int, column: int) -> bool:
        """Tell whether a cell holds something itself."""
        return column in self.cells.get(row, {})

    def text(self, place: tuple[int, int]) -> str:
        """Return the text of a cell; a whole number is text too (the year above a column)."""
        value = self.cells[place[0]][place[1]].value
        if isinstance(value, bool) or value is None:
            return ""
        return " ".join(str(value).split()) if isinstance(value, str | int) else ""

    def heads_group(self, row: int, column: int) -> bool:
        """Tell whether a cell is the upper header of several columns, each with a header of its own in the next row."""
        beside = column + 1
        if self.filled(row, beside) and self.origin(row, beside) == (row, beside):
            return False
        below = [self.cells.get(row + 1, {}).get(place) for place in (column, beside)]
        return all(raw is not None and isinstance(raw.value, str) and key(raw.value).isalpha() for raw in below)


def stacked(rows: _Rows, first: int, last: int) -> dict[int, tuple[str, ...]]:
    """Return for each column its header texts from top to bottom, merged cells carried to the right and down."""
    window = range(first, last + 1)
    columns = sorted({column for row in window for side in (rows.cells, rows.origins) for column in side.get(row, {})})
    parts: dict[int, tuple[str, ...]] = {}
    seen: dict[int, dict[int, tuple[int, int]]] = {}
    for column in columns:
        places: dict[int, tuple[int, int]] = {}
        for row in window:
            place = rows.origin(row, column)
            if place[0] < first:
                continue  # begins above the window, so the header does too
            if rows.filled(*place):
                places[row] = place
            elif row < last and _filled_below(rows, row, last, column):
                # an upper header that was never merged stands over its right neighbours all the same
                beside = seen.get(column - 1, {}).get(row)
                if beside and _filled_below(rows, row, last, column - 1):
                    places[row] = beside
        seen[column] = places
        if places and places == seen.get(column - 1):
            continue  # one header merged over several columns: its values stand in the first
        if last in places and rows.heads_group(last, column):
            continue  # the header goes on in the next row
        texts = [rows.text(place) for place in dict.fromkeys(places.values())]
        if any(texts):
            parts[column] = tuple(text for text in texts if text)
    return parts


def _filled_below(rows: _Rows, row: int, last: int, column: int) -> bool:
    return any(rows.filled(below, column) for below in range(row + 1, last + 1))
