"""Amounts that are off by a factor of 1.000 or 1.000.000: with it they would agree exactly with what stands elsewhere.

A guess counts where more statements become true by it than false; what is computed from the guessed amounts and agrees
with them now (a sum, a difference) is taken to move along with them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.equations import Amount, Statement, Terms
from pipeline.guesses import Guess, guesses
from pipeline.model import Cell

SHARP = 1_000
"""How many times larger than what precision allows a change must be to prove anything."""

Moved = Mapping[Cell, tuple[int, int]]
"""Amounts and steps (sen) of the cells that a guess changes."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """Amounts that are off, and the equations over them that would hold with the factor."""

    guess: Guess
    mended: tuple[Terms, ...]


def suspects(known: Mapping[Cell, Amount], stated: Sequence[Statement]) -> list[Suspect]:
    """Return the amounts that are off by a factor; what explains the most comes first and is told once."""
    book = _Book(known, stated)
    found: list[Suspect] = []
    taken: set[Cell] = set()
    explained: set[int] = set()
    for _, guess in sorted(book.ranked(), key=lambda item: item[0]):
        if not taken.isdisjoint(guess.cells):
            continue
        effect = book.effect(guess)
        fresh = {number: terms for number, terms in effect.mended.items() if number not in explained}
        if book.proves(guess, fresh, effect.broken):
            own = tuple(terms for terms in fresh.values() if not guess.cells.isdisjoint(terms))
            found.append(Suspect(guess, own))
            taken |= guess.cells
            explained |= fresh.keys()
    return found


@dataclass(frozen=True, slots=True)
class _Effect:
    """What a guess does: which statements become true, how many become false, how many other amounts move along."""

    mended: Mapping[int, Terms]
    broken: int
    along: int


class _Book:
    """The amounts and statements of a package, by cell."""

    def __init__(self, known: Mapping[Cell, Amount], stated: Sequence[Statement]) -> None:
        self.known = known
        self.stated = stated
        self.by_cell: dict[Cell, list[int]] = {}
        for number, statement in enumerate(stated):
            for cell in {cell for terms in statement.ways for cell in terms}:
                self.by_cell.setdefault(cell, []).append(number)
        self.gaps = [[self._gap(terms) for terms in statement.ways] for statement in stated]
        self.true = [self._holding(number, {}) for number in range(len(stated))]

    def ranked(self) -> Iterator[tuple[tuple[int, int, int, str], Guess]]:
        """Yield each guess that proves something, with its rank; the least is the best.

        What explains more goes before what lets fewer other amounts move along, and this before the likelier guess.
        """
        open_ways = (
            terms
            for statement, true in zip(self.stated, self.true, strict=True)
            if true is None
            for terms in statement.ways
        )
        for guess, name in guesses(self.known, open_ways).items():
            effect = self.effect(guess)
            if self.proves(guess, effect.mended, effect.broken):
                gain = len(effect.mended) - effect.broken
                yield (-gain, effect.along, guess.unlikeliness(self.known), name), guess

    def effect(self, guess: Guess) -> _Effect:
        """Return what becomes of the statements by a guess."""
        moved = self._moved(guess)
        mended: dict[int, Terms] = {}
        broken = 0
        for number in sorted({number for cell in moved for number in self.by_cell.get(cell, ())}):
            before = self.true[number]
            after = self._holding(number, moved)
            if before is None and after is not None:
                mended[number] = after
            elif before is not None and after is None:
                broken += 1
        return _Effect(mended, broken, len(moved) - len(guess.cells))

    def proves(self, guess: Guess, mended: Mapping[int, Terms], broken: int) -> bool:
        """Tell whether more becomes true than false, some of it over the guessed amounts themselves."""
        return len(mended) > broken and any(
            self.known[cell].value
            for number, terms in mended.items()
            for cell in terms
            if cell in guess.cells and not self.stated[number].weak
        )

    def _gap(self, terms: Terms) -> tuple[int, int]:
        """Return by how much an equation is off (sen), and how much of it precision allows."""
        return (
            sum(factor * self.known[cell].value for cell, factor in terms.items()),
            sum(abs(factor) * self.known[cell].step for cell, factor in terms.items()),
        )

    def _holding(self, number: int, moved: Moved) -> Terms | None:
        """Return the equation of a statement that holds with some amounts moved.

        One that did not hold before has to be mended by far more than precision allows.
        """
        for terms, (gap, allowed) in zip(self.stated[number].ways, self.gaps[number], strict=True):
            shift = 0
            for cell in terms.keys() & moved.keys():
                value, step = moved[cell]
                shift += terms[cell] * (value - self.known[cell].value)
                allowed += abs(terms[cell]) * (step - self.known[cell].step)
            proven = not moved or self.true[number] is not None or abs(shift) >= SHARP * allowed
            if abs(gap + shift) <= allowed and proven:
                return terms
        return None

    def _moved(self, guess: Guess) -> Moved:
        """Return the guessed amounts corrected, and with them what is computed from them."""
        moved = {}
        waiting = []
        for cell in guess.cells:
            amount = self.known[cell]
            moved[cell] = (guess.corrected(amount.value), guess.corrected(amount.step))
            waiting.append((cell, moved[cell][0] - amount.value))
        while waiting:
            cell, shift = waiting.pop()
            for number in self.by_cell.get(cell, ()) if shift else ():
                terms, result = self.true[number], self.stated[number].result
                if terms is None or result is None or result == cell or result in guess.cells:
                    continue
                value, step = moved.get(result) or (self.known[result].value, self.known[result].step)
                change = -shift * terms[cell] * terms[result]
                moved[result] = (value + change, step)
                waiting.append((result, change))
        return moved
