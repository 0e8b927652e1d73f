"""A worksheet by row, and the headers of its columns where they stand stacked in several rows."""

from __future__ import annotations

from pipeline.model import Grid, Raw
from pipeline.spelling import key

TALLEST = 4
"""Header rows that a table may have."""
WIDEST = 200
"""Columns over which a merged header is followed."""


class Rows:
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

    def texts(self, row: int) -> list[str]:
        """Return the texts of a row from left to right."""
        found = [self.text((row, column)) for column in sorted(self.cells.get(row, {}))]
        return [text for text in found if text]

    def heads_group(self, row: int, column: int) -> bool:
        """Tell whether a cell is the upper header of several columns, each with a header of its own in the next row."""
        beside = column + 1
        if self.filled(row, beside) and self.origin(row, beside) == (row, beside):
            return False
        below = [self.cells.get(row + 1, {}).get(place) for place in (column, beside)]
        return all(raw is not None and isinstance(raw.value, str) and key(raw.value).isalpha() for raw in below)


def stacked(rows: Rows, first: int, last: int) -> dict[int, tuple[str, ...]]:
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


def _filled_below(rows: Rows, row: int, last: int, column: int) -> bool:
    return any(rows.filled(below, column) for below in range(row + 1, last + 1))
