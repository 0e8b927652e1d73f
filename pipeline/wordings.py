"""Whether two wordings may mean the same: one of them says everything that the other does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from schemas import words as known

ALIKE = 80.0
"""Similarity (0 to 100) from which two words are spellings of one."""


def alike(one: str, other: str) -> bool:
    """Tell whether two words are spellings of one."""
    return fuzz.ratio(one, other) >= ALIKE


def says_all(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether the words that one of two wordings lacks are all on one side, and none of them turns it round."""
    lacking, surplus = _lacking(one, other), _lacking(other, one)
    return not (lacking and surplus) and not set(known.NEGATIONS) & {*lacking, *surplus}


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two wordings have the same words, apart from how they are spelled and from fillers."""
    return not _lacking(one, other) and not _lacking(other, one)


def without_fillers(words: Iterable[str]) -> list[str]:
    """Return the words that say what a name is about."""
    return [word for word in words if word not in known.FILLERS]


def _lacking(words: Sequence[str], others: Sequence[str]) -> list[str]:
    return [word for word in without_fillers(words) if not any(alike(word, other) for other in others)]
