"""Whether workbooks contradict each other, by plain arithmetic over the cells of a package: nothing of the program."""

from __future__ import annotations

import generator_truths_of_money as money
import generator_truths_of_results as other
from generator_sheets import Book
from generator_truths_of_money import Truth

TRUTHS = (
    money.sums,
    money.rows_alone,
    money.documents,
    money.agreements,
    other.indicators,
    other.results,
    other.staff,
    other.years,
    other.numbering,
)


def contradictions(book: Book) -> frozenset[Truth]:
    """Return the truths that do not hold: the name of each and what it is about."""
    return frozenset(truth for told in TRUTHS for truth, holds in told(book) if not holds)
