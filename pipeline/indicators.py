"""Which indicators of two tables are one and the same: those of the agreement's stages, of the IKU, of performance.

By the evidence that names have everywhere: what staff have settled (``Padanan``), equal name, best for each other by
similarity. An indicator is measured in one way only (a percentage is no number), and two wordings mean the same only
where one says everything that the other does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.matching import Candidate, Match, assign, similarity
from pipeline.model import Dataset, Line, Table
from pipeline.spelling import content_words, key, same_name
from pipeline.wordings import alike, says_all, without_fillers
from schemas import words as known


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of a table: its name as first written, and every row in which it stands."""

    ident: str
    name: str
    table: Table
    lines: tuple[Line, ...]


def indicators(data: Dataset, *tables: Table) -> list[Indicator]:
    """Return the indicators of some tables that have them, each table's in its order."""
    found: list[Indicator] = []
    for table in tables:
        rows: dict[str, list[Line]] = {}
        for line in table.lines:
            name = line.values.get("indicator")
            if name and table.cell(line.row, "indicator") not in data.unknown:
                rows.setdefault(same_name(name), []).append(line)
        found.extend(Indicator(own, rows[own][0].values["indicator"], table, tuple(rows[own])) for own in rows)
    return found


def latest(data: Dataset) -> list[Table]:
    """Return the agreement of the latest stage; none where there is no agreement."""
    return data.of("agreement.revised") or data.of("agreement")


def matched(data: Dataset, ours: Sequence[Indicator], theirs: Sequence[Indicator]) -> dict[str, Match]:
    """Return for each of our indicators which of theirs it is, or that it stays open."""
    settled = _settled(data)
    idents = {other.ident for other in theirs}
    found = {
        own.ident: Match("alias", other)
        for own in ours
        for other in settled.get(own.ident, ())
        if own.ident != other and other in idents
    }
    for measure in dict.fromkeys(_measure(own.name) for own in ours):
        names = [own for own in ours if _measure(own.name) == measure and own.ident not in found]
        lines = [other for other in theirs if _measure(other.name) == measure]
        taken = {match.ident for match in found.values()}
        free = [other for other in lines if other.ident not in taken]
        pairs = assign(_candidates(names), _candidates(free), {})
        found |= {own.ident: _sure(own, pairs[own.ident], lines) for own in names}
    return found


def nearest(own: Indicator, others: Iterable[Indicator]) -> list[Indicator]:
    """Return some indicators, the most similar to one of them first."""
    return sorted(others, key=lambda other: (-similarity(_about(own.name), _about(other.name)), other.ident))


def _sure(own: Indicator, match: Match, lines: Sequence[Indicator]) -> Match:
    """Return a match that holds; one by similarity only where the one wording says everything that the other does."""
    other = next((line for line in lines if line.ident == match.ident), None)
    if other is None:
        return Match("open")
    said = says_all(_about(own.name).split(), _about(other.name).split())
    return match if said or match.evidence != "similarity" else Match("open")


def _candidates(found: Iterable[Indicator]) -> list[Candidate]:
    return [Candidate(own.ident, _about(own.name)) for own in found]


def _settled(data: Dataset) -> Mapping[str, set[str]]:
    """Return what staff have settled as one, in either direction."""
    pairs: dict[str, set[str]] = {}
    for row in (line.values for table in data.of("aliases") for line in table.lines):
        if row.get("written") and row.get("meant"):
            written, meant = same_name(row["written"]), same_name(row["meant"])
            pairs.setdefault(written, set()).add(meant)
            pairs.setdefault(meant, set()).add(written)
    return pairs


def _words(name: str) -> tuple[str, ...]:
    """Return the words of an indicator; a year says nothing, since the tables are those of one year."""
    return content_words(
        re.sub(r"(?:\btahun\s+)?\b20\d\d\b", " ", name.replace("%", f" {known.MEASURES[0][0]} "), flags=re.IGNORECASE)
    )


def _measure(name: str) -> str:
    """Return the word that says how an indicator is measured, in its first spelling; "" where none does."""
    first = next(iter(_words(name)), "")
    found = next((measure for measure in known.MEASURES if any(alike(first, key(way)) for way in measure)), ("",))
    return found[0]


def _about(name: str) -> str:
    """Return what an indicator is about, without the words that say how it is measured, and without fillers."""
    found = list(_words(name))
    while len(found) > 1 and _measure(found[0]):
        del found[0]
    return " ".join(without_fillers(found) or found)
