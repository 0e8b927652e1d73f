"""What the program column of an agreement names: programs of the budget, kegiatan of them, or nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.matching import FLOOR, Candidate, assign, means, similarity
from pipeline.model import BudgetLine, Dataset, Line, Table
from pipeline.spelling import content_words, key, same_name, starts_with, words
from pipeline.stages import Base
from pipeline.wordings import same_words, says_all
from schemas import words as known


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the column with its rows, the keys of the programs that it means, and what else is known of it.

    ``key`` is the program that it was matched to, which the budget of the stage may lack; ``nearest`` the most
    similar name of the budget where it means nothing.
    """

    text: str
    lines: tuple[Line, ...]
    key: str | None
    means: frozenset[str]
    nearest: str | None


def named(data: Dataset, table: Table, base: Base) -> list[Named]:
    """Return each name once, in the order of the table. ``base`` is the budget of the agreement's stage."""
    rows: dict[str, list[Line]] = {}
    for line in table.lines:
        if line.values.get("program") and table.cell(line.row, "program") not in data.unknown:
            rows.setdefault(same_name(line.values["program"]), []).append(line)
    budget = [line for line in data.budget if line.key in base]
    nearest = {pairing.cell: pairing.nearest for pairing in data.pairings}
    taken = {line.key for line in table.lines if line.key}
    return [
        Named(
            lines[0].values["program"],
            tuple(lines),
            lines[0].key,
            frozenset(_meant(data, lines[0], budget, taken)),
            next((found for line in lines if (found := nearest.get(table.cell(line.row, "program")))), None),
        )
        for lines in rows.values()
    ]


def _meant(data: Dataset, line: Line, budget: list[BudgetLine], taken: set[str]) -> Iterator[str]:
    """Yield the programs of the budget that a row names, itself or by one of their kegiatan."""
    text = line.values["program"]
    programs = [own for own in budget if own.level == "program"]
    by_key = {own.key: own for own in budget}
    if line.key in by_key:
        yield line.key or ""
    elif line.key is None:
        alias = _alias(data, text)
        for own in budget:
            if same_name(own.name) == same_name(text) or (alias and means(alias, own.name, own.code)):
                yield _program(own, by_key)
        yield from _inside(text, programs)
        yield from _spelled(text, programs, taken)
        if not starts_with(text, known.LEVELS["program"]):
            below = [own for own in budget if own.level != "program"]
            found = assign([Candidate("", text)], [Candidate(own.key, own.name, own.code) for own in below], {})
            yield from (_program(by_key[match.ident], by_key) for match in found.values() if match.ident)


def _spelled(text: str, programs: list[BudgetLine], taken: set[str]) -> Iterator[str]:
    """Yield the programs of which a name is another spelling: those the table names too, or the only one there is."""
    own = content_words(text)
    near = [line for line in programs if similarity(text, line.name) >= FLOOR]
    misspelt = [line.key for line in near if same_words(own, content_words(line.name))]
    yield from (line.key for line in near if line.key in taken and says_all(own, content_words(line.name)))
    yield from misspelt if len(misspelt) == 1 else ()


def _inside(text: str, programs: list[BudgetLine]) -> Iterator[str]:
    """Yield the programs whose names stand in a text that holds several, or a single one and its number."""
    run = same_name(text)
    inside = [own for own in programs if same_name(own.name) in run]
    rest = run
    for name in sorted((same_name(own.name) for own in inside), key=len, reverse=True):
        rest = rest.replace(name, "")
    level = key(known.LEVELS["program"][0])
    if words(text).count(level) > 1 or not rest.replace(level, "").strip("0123456789"):
        yield from (own.key for own in inside)


def _alias(data: Dataset, text: str) -> str | None:
    rows = [line.values for table in data.of("aliases") for line in table.lines]
    return next((row.get("meant") for row in rows if same_name(row.get("written") or "") == same_name(text)), None)


def _program(line: BudgetLine, by_key: dict[str, BudgetLine]) -> str:
    while line.parent in by_key and line.level != "program":
        line = by_key[line.parent or ""]
    return line.key
