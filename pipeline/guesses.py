"""Which amounts may be off by a factor of 1.000 or 1.000.000 together, as the equations that do not hold suggest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.equations import Amount, Terms
from pipeline.model import Cell, Line, Table

FACTORS = (1_000, 1_000_000)
SCOPES = ("cell", "row", "column_below", "below", "table", "column")
"""What may be off together, the likeliest first: an amount, its row, what stands below it, its whole table."""


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

    def unlikeliness(self, known: Mapping[Cell, Amount]) -> int:
        """Return how unlikely the guess is by itself.

        A table that says thousands and means rupiah is likely; zeros are sooner left out than added.
        """
        said = not self.up and all(known[cell].table.scale == self.factor for cell in self.cells)
        return 0 if said else 1 + 2 * SCOPES.index(self.scope) + (not self.up)


def guesses(known: Mapping[Cell, Amount], untrue: Iterable[Terms]) -> dict[Guess, str]:
    """Return the guesses over some equations that do not hold, each with a name that does not hang on its place.

    An amount that cannot be divided into whole sen is not too large by the factor.
    """
    tables: dict[tuple[int, str], list[Cell]] = {}
    for cell, amount in known.items():
        for column in ("", amount.column):
            tables.setdefault((id(amount.table), column), []).append(cell)
    wholes = {place: frozenset(cells) for place, cells in tables.items()}
    found: dict[Guess, str] = {}
    for terms in untrue:
        for cells, factor, up in _seeds(known, terms):
            name = min(known[cell].identity for cell in cells)
            for wider, scope in _scopes(known, wholes, cells).items():
                guess = Guess(scope, wider, factor, up)
                found[guess] = min(found.get(guess, name), name)
    return {
        guess: name
        for guess, name in found.items()
        if guess.up or not any(known[cell].value % guess.factor for cell in guess.cells)
    }


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


def _scopes(
    known: Mapping[Cell, Amount], wholes: Mapping[tuple[int, str], frozenset[Cell]], cells: Sequence[Cell]
) -> dict[frozenset[Cell], str]:
    """Return what may be off together with some cells of one column, each set of cells under its simplest name."""
    table, column = known[cells[0]].table, known[cells[0]].column
    tops = [known[cell].line for cell in cells]
    below = [line for top in tops for line in (top, *_below(table, top))]
    found: dict[frozenset[Cell], str] = {}
    if len(cells) == 1:
        found[frozenset(cells)] = "cell"
        found.setdefault(_there(known, table, tops, table.columns), "row")
    found.setdefault(wholes[id(table), ""], "table")
    found.setdefault(wholes[id(table), column], "column")
    found.setdefault(_there(known, table, below, [column]), "column_below")
    found.setdefault(_there(known, table, below, table.columns), "below")
    return found


def _there(
    known: Mapping[Cell, Amount], table: Table, lines: Sequence[Line], columns: Iterable[str]
) -> frozenset[Cell]:
    places = (table.cell(line.row, column) for line in lines for column in columns)
    return frozenset(cell for cell in places if cell in known)


def _below(table: Table, line: Line) -> Iterator[Line]:
    for child in () if line.level == "total" else table.children(line):
        yield child
        yield from _below(table, child)
