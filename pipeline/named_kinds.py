"""Which kind of workbook the title lines above a row of a worksheet name."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.header_rows import Rows
from pipeline.kinds import editions
from pipeline.spelling import contains
from schemas import words

LONGEST = 160
"""Signs beyond which a line is prose and no title."""


class Titles:
    """The title lines of a worksheet that name kinds.

    A line of a title is the only text of its row; above the first row of three cells, where no table has begun, two
    may stand beside each other. Lines without a row of a table between them are one title.
    """

    def __init__(self, rows: Rows) -> None:
        self.lines = list(_lines(rows))

    def kind_above(self, row: int) -> str:
        """Return the kind that the nearest title above a row names; "" where there is none or it names several."""
        above = [line for line in self.lines if line[0] < row]
        kinds = {kind for _, title, kind in above if title == above[-1][1]}
        return next(iter(kinds)) if len(kinds) == 1 else ""


def _lines(rows: Rows) -> Iterator[tuple[int, int, str]]:
    """Yield row, number of the title and kind for each kind that a line of a title names."""
    begun = False
    title = 0
    for row in sorted(rows.cells):
        begun = begun or len(rows.cells[row]) > 2
        if len(rows.cells[row]) > (1 if begun else 2):
            title += 1
            continue
        for kind in _named(" ".join(rows.texts(row))):
            yield row, title, kind


def _named(line: str) -> set[str]:
    """Return the kinds whose titles stand in a line; a law may be about any kind."""
    if not line or len(line) > LONGEST or contains(line, words.LAW_WORDS):
        return set()
    return {edition.kind for edition in editions() if edition.layout.titles and contains(line, edition.layout.titles)}
