"""Gives names the budget line that they mean, one to one inside one parent, with the evidence (or leaves them open).

In this order: what staff have settled (``Padanan``), equal code, equal name, best for each other by similarity among
all names of the parent, equal amount together with being the only ones left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.hierarchy import ends_with
from pipeline.model import Evidence
from pipeline.parse import is_code
from pipeline.spelling import content_words, same_name

FLOOR = 60.0
"""Similarity (0 to 100) below which two names are not taken for one."""
MARGIN = 10.0
"""How far the second best must lie behind, on either side."""
SAME_OBJECT = 80.0
"""Similarity of what follows the first word, from which two names are about one object."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One side of a match: an identity, the name and code as written, the amounts (sen) that may identify it."""

    ident: str
    name: str
    code: str | None = None
    amounts: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """The line that a name means, and what says so; ``open`` names the nearest instead."""

    evidence: Evidence
    ident: str | None = None
    score: float | None = None
    margin: float | None = None
    nearest: str | None = None


def assign(names: Sequence[Candidate], lines: Sequence[Candidate], aliases: Mapping[str, str]) -> dict[str, Match]:
    """Match names to the budget lines of one parent. ``aliases`` gives, for a name, a budget name or code."""
    found: dict[str, Match] = {}

    def settle(evidence: Evidence, same: Callable[[Candidate, Candidate], bool]) -> None:
        left = [name for name in names if name.ident not in found]
        free = [line for line in lines if line.ident not in {match.ident for match in found.values()}]
        for name in left:
            fitting = [line for line in free if same(name, line)]
            rivals = [other for other in left if fitting and same(other, fitting[0])]
            # of a line that stands twice the first one counts
            if len(fitting) == 1 and rivals[0] is name and len({same_name(rival.name) for rival in rivals}) == 1:
                found[name.ident] = Match(evidence, fitting[0].ident)

    settle("alias", lambda name, line: _alias(name, line, aliases))
    settle("code", _same_code)
    settle("name", lambda name, line: same_name(name.name) == same_name(line.name))
    if len(found) == len(names):
        return found
    scores = {(name.ident, line.ident): similarity(name.name, line.name) for name in names for line in lines}
    _by_similarity(names, lines, scores, found)
    left = [name for name in names if name.ident not in found]
    free = [line for line in lines if line.ident not in {match.ident for match in found.values()}]
    if len(left) == 1 and len(free) == 1 and left[0].amounts & free[0].amounts and not _other_act(left[0], free[0]):
        found[left[0].ident] = Match("amount", free[0].ident, scores[left[0].ident, free[0].ident])
    for name in names:
        if name.ident not in found:
            best = max(free, key=lambda line: scores[name.ident, line.ident], default=None)
            near = best is not None and scores[name.ident, best.ident] >= FLOOR
            found[name.ident] = Match("open", nearest=best.name if best and near else None)
    return found


def _alias(name: Candidate, line: Candidate, aliases: Mapping[str, str]) -> bool:
    meant = aliases.get(same_name(name.name))
    if meant is None:
        return False
    return means(meant, line.name, line.code)


def means(meant: str, name: str, code: str | None) -> bool:
    """Tell whether a name or code that staff wrote is that of a budget line; a code may lack its first parts."""
    own = meant.strip(". ")
    if is_code(own) and code:
        return ends_with(own, code) or ends_with(code, own)
    return same_name(meant) == same_name(name)


def _same_code(name: Candidate, line: Candidate) -> bool:
    if not name.code or not line.code:
        return False
    return ends_with(name.code, line.code) or ends_with(line.code, name.code)


def _by_similarity(
    names: Sequence[Candidate],
    lines: Sequence[Candidate],
    scores: Mapping[tuple[str, str], float],
    found: dict[str, Match],
) -> None:
    """Take pairs that are each other's best among all names of the parent, the matched ones included."""
    taken = {match.ident for match in found.values()}
    fresh: dict[str, Match] = {}
    for name in names:
        if name.ident in found:
            continue
        mine = sorted(((scores[name.ident, line.ident], line.ident) for line in lines), reverse=True)
        if not mine or mine[0][0] < FLOOR or mine[0][1] in taken:
            continue
        theirs = sorted(((scores[other.ident, mine[0][1]], other.ident) for other in names), reverse=True)
        seconds = [ranked[1][0] for ranked in (mine, theirs) if len(ranked) > 1]
        margin = mine[0][0] - max(seconds, default=0.0)
        if theirs[0][1] == name.ident and margin >= MARGIN:
            fresh[name.ident] = Match("similarity", mine[0][1], mine[0][0], margin)
    found.update(fresh)


def similarity(one: str, other: str) -> float:
    """Return how alike two names are, 0 to 100; 0 where they are plainly about different acts or numbers."""
    first, second = content_words(one), content_words(other)
    if not first or not second or _numbers(first) != _numbers(second) or _other_head(first, second):
        return 0.0
    return fuzz.token_sort_ratio(" ".join(first), " ".join(second))


def _numbers(found: Sequence[str]) -> list[str]:
    return sorted(word for word in found if any(sign.isdigit() for sign in word))


def _other_head(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two names begin with different acts: Pengadaan ... is never Pemeliharaan ..., however alike the rest."""
    return not any(_alike(first[0], word) for word in second) and not any(_alike(second[0], word) for word in first)


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(one, other) >= 80


def _other_act(name: Candidate, line: Candidate) -> bool:
    """Whether two names are about one object but begin with different acts."""
    first, second = content_words(name.name), content_words(line.name)
    if not first or not second or not _other_head(first, second):
        return False
    return fuzz.token_sort_ratio(" ".join(first[1:]), " ".join(second[1:])) >= SAME_OBJECT
