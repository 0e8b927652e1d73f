"""Amounts that are off by a factor of 1.000 or 1.000.000: with it they would agree exactly with what stands elsewhere.

A guess is some amounts that may be off together. It counts where more statements become true by it than false; what
is computed from the amounts and agrees with them now (a sum, a difference) is taken to move along with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.equations import Amount, Statement, Terms
from pipeline.model import Cell, Line, Table

FACTORS = (1_000, 1_000_000)
SHARP = 1_000
"""How many times larger than what precision allows a change must be to prove anything."""
SCOPES = ("cell", "row", "column_below", "below", "table", "column")
"""What may be off together, the likeliest first: an amount, its row, what stands below it, its whole table."""

Moved = Mapping[Cell, tuple[int, int]]
"""Amounts and steps (sen) of the cells that a guess changes."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Amounts that may be off by a factor together: too small (``up``), or too large."""

    scope: str
    cells: frozenset[Cell]
    factor: int
    up: bool

    def corrected(self, amount: int) -> int:
        """Return an amount (sen) as it should be."""
        return amount * self.factor if self.up else amount // self.factor


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
        mended, broken = book.effect(guess)
        fresh = {number: terms for number, terms in mended.items() if number not in explained}
        if taken.isdisjoint(guess.cells) and book.proves(guess, fresh, broken):
            own = tuple(terms for terms in fresh.values() if not guess.cells.isdisjoint(terms))
            found.append(Suspect(guess, own))
            taken |= guess.cells
            explained |= fresh.keys()
    return found


class _Book:
    """The amounts and statements of a package, by cell."""

    def __init__(self, known: Mapping[Cell, Amount], stated: Sequence[Statement]) -> None:
        self.known = known
        self.stated = stated
        self.by_cell: dict[Cell, list[int]] = {}
        for number, statement in enumerate(stated):
            for cell in {cell for terms in statement.ways for cell in terms}:
                self.by_cell.setdefault(cell, []).append(number)
        self.tables: dict[tuple[int, str], list[Cell]] = {}
        for cell, amount in known.items():
            for column in ("", amount.column):
                self.tables.setdefault((id(amount.table), column), []).append(cell)
        self.true = [self._holding(statement, {}) for statement in stated]

    def ranked(self) -> Iterator[tuple[tuple[int, int, int, str], Guess]]:
        """Yield each guess that proves something, with its rank; the least is the best.

        What explains more goes before what lets fewer other amounts move along, and this before the likelier guess.
        """
        for guess, name in self._guesses().items():
            if not guess.up and any(self.known[cell].value % guess.factor for cell in guess.cells):
                continue
            mended, broken = self.effect(guess)
            if self.proves(guess, mended, broken):
                along = len(self._moved(guess)) - len(guess.cells)
                yield (len(broken) - len(mended), along, self._unlikely(guess), name), guess

    def _unlikely(self, guess: Guess) -> int:
        """Return how unlikely a guess is by itself.

        A table that says thousands and means rupiah is likely; zeros are sooner left out than added.
        """
        said = not guess.up and all(self.known[cell].table.scale == guess.factor for cell in guess.cells)
        return 0 if said else 1 + 2 * SCOPES.index(guess.scope) + (not guess.up)

    def effect(self, guess: Guess) -> tuple[dict[int, Terms], set[int]]:
        """Return the statements that become true by a guess, each with its equation, and those that become false."""
        moved = self._moved(guess)
        mended: dict[int, Terms] = {}
        broken: set[int] = set()
        for number in sorted({number for cell in moved for number in self.by_cell.get(cell, ())}):
            statement, before = self.stated[number], self.true[number]
            after = self._holding(statement, moved, sharply=before is None)
            if before is None and after is not None:
                mended[number] = after
            elif before is not None and after is None:
                broken.add(number)
        return mended, broken

    def proves(self, guess: Guess, mended: Mapping[int, Terms], broken: set[int]) -> bool:
        """Tell whether more becomes true than false, some of it over the guessed amounts themselves."""
        telling = any(
            self.known[cell].value
            for number, terms in mended.items()
            for cell in guess.cells & terms.keys()
            if not self.stated[number].weak
        )
        return telling and len(mended) > len(broken)

    def _holding(self, statement: Statement, moved: Moved, *, sharply: bool = False) -> Terms | None:
        """Return the equation of a statement that holds with some amounts moved."""
        for terms in statement.ways:
            gap, allowed = self._gap(terms, moved)
            if abs(gap) <= allowed and not (sharply and abs(gap - self._gap(terms, {})[0]) < SHARP * allowed):
                return terms
        return None

    def _gap(self, terms: Terms, moved: Moved) -> tuple[int, int]:
        gap = allowed = 0
        for cell, factor in terms.items():
            value, step = moved.get(cell) or (self.known[cell].value, self.known[cell].step)
            gap += factor * value
            allowed += abs(factor) * step
        return gap, allowed

    def _moved(self, guess: Guess) -> Moved:
        """Return the guessed amounts corrected, and with them what is computed from them."""
        moved = {
            cell: (guess.corrected(self.known[cell].value), guess.corrected(self.known[cell].step))
            for cell in guess.cells
        }
        waiting = list(moved)
        while waiting:
            cell = waiting.pop()
            for number in self.by_cell.get(cell, ()):
                terms, result = self.true[number], self.stated[number].result
                if terms is None or result is None or result == cell or result in guess.cells:
                    continue
                shift = self._gap(terms, moved)[0] - self._gap(terms, {})[0]
                if shift:
                    value, step = moved.get(result) or (self.known[result].value, self.known[result].step)
                    moved[result] = (value - shift * terms[result], step)
                    waiting.append(result)
        return moved

    def _guesses(self) -> dict[Guess, str]:
        """Return what may be off, from the equations that do not hold, with a name that does not hang on its place."""
        found: dict[Guess, str] = {}
        for statement, true in zip(self.stated, self.true, strict=True):
            for terms in statement.ways if true is None else ():
                for cells, factor, up in _seeds(self.known, terms):
                    name = min(self.known[cell].identity for cell in cells)
                    for scope, wider in self._scopes(cells):
                        guess = Guess(scope, frozenset(wider), factor, up)
                        found[guess] = min(found.get(guess, name), name)
        return found

    def _scopes(self, cells: Sequence[Cell]) -> Iterator[tuple[str, Iterable[Cell]]]:
        first = self.known[cells[0]]
        table, column = first.table, first.column
        tops = [self.known[cell].line for cell in cells]
        below = [line for top in tops for line in (top, *_below(table, top))]
        wholes = {"table": self.tables[id(table), ""], "column": self.tables[id(table), column]}
        if len(cells) == 1:
            yield "cell", cells
            yield "row", self._there(table, tops, table.columns)
        for scope, columns in (("column_below", [column]), ("below", list(table.columns))):
            found = self._there(table, below, columns)
            if not any(set(found) == set(whole) for whole in wholes.values()):
                yield scope, found
        yield from wholes.items()

    def _there(self, table: Table, lines: Sequence[Line], columns: Iterable[str]) -> list[Cell]:
        places = [table.cell(line.row, column) for line in lines for column in columns]
        return [cell for cell in places if cell in self.known]


def _seeds(known: Mapping[Cell, Amount], terms: Terms) -> Iterator[tuple[list[Cell], int, bool]]:
    """Yield what a factor would have to stand on to make an equation true: one cell of it, or all parts of a sum."""
    gap = sum(factor * known[cell].value for cell, factor in terms.items())
    allowed = sum(abs(factor) * known[cell].step for cell, factor in terms.items())
    parts = [cell for cell, factor in terms.items() if factor < 0]
    for cells in [[cell] for cell in terms] + ([parts] if len(parts) > 1 else []):
        held = sum(terms[cell] * known[cell].value for cell in cells)
        for factor in FACTORS if held else ():
            if abs(gap + held * (factor - 1)) <= allowed * factor:
                yield cells, factor, True
            if abs(gap * factor - held * (factor - 1)) <= allowed * factor:
                yield cells, factor, False


def _below(table: Table, line: Line) -> Iterator[Line]:
    for child in () if line.level == "total" else table.children(line):
        yield child
        yield from _below(table, child)
