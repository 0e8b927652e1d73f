"""A heading: rows of a worksheet read as the headers of a kind, and how sure it is that they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from pipeline.kinds import Edition
from pipeline.spelling import key, words

MISSPELT = 85.0
"""Likeness (0 to 100) from which an unknown header is a known one with a slip of the pen."""


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
    told: bool = False
    """Whether the title above names this kind, and no other."""
    rivals: tuple[Edition, ...] = ()
    """Other kinds that the same header fits as well."""
    again: frozenset[int] = frozenset()
    """Rows below in which the same header stands again, on a further page of the same table."""
    continues: bool = False
    """Whether it heads the lower part of the table of the heading above."""

    @property
    def complete(self) -> bool:
        """Whether every required column is there."""
        return not self.missing

    @property
    def rank(self) -> tuple[int, int, int, int, bool]:
        """The better heading has the greater: most columns first; then the lowest and shortest, without titles."""
        return (
            len(self.columns),
            -len(self.missing),
            self.first_row,
            self.first_row - self.last_row,
            self.told,
        )

    @property
    def telling(self) -> frozenset[int]:
        """The columns that say something about the kind."""
        return frozenset(column for name, column in self.columns.items() if self.edition.fields[name].telling)

    @property
    def weak(self) -> bool:
        """Whether any list might have what the kind needs: no more than one of its columns says something."""
        fields = self.edition.fields
        return sum(fields[name].telling for name in self.edition.required) < 2

    @property
    def misspelt(self) -> bool:
        """Whether a required column is missing, and an unknown header is nearly one of its headers."""
        known = [header for name in self.missing for header in self.edition.fields[name].keys]
        return any(
            process.extractOne(key(text), known, scorer=fuzz.ratio, score_cutoff=MISSPELT) for _, text in self.unknown
        )

    @property
    def hinted(self) -> bool:
        """Whether an unknown header has the first word of one of a missing column: "Target Tahunan" for "Target"."""
        first = {words(header)[0] for name in self.missing for header in self.edition.fields[name].headers}
        return any(not first.isdisjoint(words(text)) for _, text in self.unknown)

    @property
    def near(self) -> bool:
        """Whether it lacks little, says more than any list might, and is known for the most.

        One required column may be missing; more where the title tells the kind and other headers hint at them.
        """
        strange = len(self.unknown) + len(self.repeated)
        enough = len(self.columns) >= max(3, strange) or self.misspelt
        little = len(self.missing) == 1 or (len(self.missing) > 1 and self.told and self.hinted)
        return little and enough and bool(self.telling)

    def overlaps(self, other: Heading) -> bool:
        """Tell whether two headings share a row."""
        return self.first_row <= other.last_row and other.first_row <= self.last_row

    def outdoes(self, other: Heading) -> bool:
        """Tell whether the title settles that the same rows are no headers of another kind.

        The title's kind has to know every column that speaks for the other; and where it lacks one that it needs
        itself, another kind that has all it needs gives way only if any list might have that, or a header hints.
        """
        if not self.told or other.told or not other.telling <= frozenset(self.columns.values()):
            return False
        if self.complete:
            return not other.misspelt
        return bool(self.telling) and (not other.complete or other.weak or self.hinted)
