"""The cells of a package by what they state, how a figure is written in one, and a package with one fault in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from generator_editing import copied, recomputed
from generator_sheets import Book, Place, Sheet, Written
from generator_statements import STAFF, STAGES, SUMS, exact, held

Spot = tuple[str, str, str]
"""Kind, line and column of a cell."""
Columns = Mapping[str, tuple[str, ...]]
"""Some columns of some kinds."""

AMOUNTS: Columns = {kind: columns for kind, (_, columns) in SUMS.items()} | dict.fromkeys(STAGES, ("amount",))
COUNTS: Columns = dict.fromkeys(STAFF, ("persons",))
PERCENTS: Columns = {"dppa": ("percent",), "realization": ("percent",)}
QUANTITIES: Columns = {
    "performance": ("target", "result"),
    "medium_term": ("result", "long_run"),
    "indicators": ("target", "result"),
    "plan": ("target",),
    **dict.fromkeys(STAGES, ("target",)),
}


@dataclass(frozen=True)
class Fault:
    """A package with one fault.

    ``cells`` are where it stands: it is found where a finding names one of them. ``cause`` is the kind of cause that
    explains the difference it makes, where it is one that has a kind. ``told`` says what was done.
    """

    label: str
    book: Book
    cells: tuple[Place, ...]
    told: str
    cause: str | None = None


Injector = Callable[[Book, Random], Fault | None]


def filled(book: Book, *columns: Columns) -> list[Spot]:
    """Return the filled cells of some columns."""
    wanted = {(kind, column) for part in columns for kind, names in part.items() for column in names}
    return [spot for spot in book.spots if (spot[0], spot[2]) in wanted and held(book, *spot) not in (None, "-")]


def one(rng: Random, spots: Sequence[Spot]) -> Spot | None:
    """Choose a kind and column first, then a line, so that small tables count as much as large ones."""
    if not spots:
        return None
    kind, column = rng.choice(sorted({(kind, column) for kind, _, column in spots}))
    return rng.choice(sorted(spot for spot in spots if (spot[0], spot[2]) == (kind, column)))


def written(book: Book, spot: Spot) -> Written:
    """Return what a cell holds, with its format."""
    sheet, row, column = book.spots[spot]
    return sheet.cells[row, column]


def shown(cell: Written) -> str:
    """Return a cell as a person sees it; a share as per cent, an amount with its sen."""
    if isinstance(cell.value, str):
        return cell.value
    value = exact(cell.value) * (100 if "%" in cell.format else 1)
    places = 2 if "0.00" in cell.format or value.denominator > 1 else 0
    return f"{float(value):.{places}f}"


def as_before(cell: Written, text: str) -> object:
    """Return what a person types as the value that the cell then holds."""
    if isinstance(cell.value, str):
        return text
    return float(Fraction(text) / (100 if "%" in cell.format else 1))


def restyled(cell: Written, value: Fraction) -> object:
    """Return an amount in the way in which the cell writes it."""
    old = cell.value
    if not isinstance(old, str):
        return float(value)
    text = f"{int(abs(value)):,}"
    if old.endswith(",-"):
        text = text.replace(",", ".") + ",-"
        return f"({text})" if value < 0 else text
    return f"      {'-' if value < 0 else ''}{text} "


def typed(book: Book, spot: Spot, value: object) -> None:
    """Type a value over a cell; its format stays, its formula goes."""
    sheet, row, column = book.spots[spot]
    own = sheet.cells.get((row, column), Written(""))
    sheet.cells[row, column] = own._replace(value=float(value) if isinstance(value, Fraction) else value, formula="")


def computed(rng: Random, sheet: Sheet) -> str:
    """Compute the formulas of a sheet anew, or not, and say so."""
    if not any(cell.formula for cell in sheet.cells.values()) or rng.random() < 0.5:
        return ""
    recomputed(sheet)
    return " (formulas computed anew)"


def retyped(label: str, book: Book, rng: Random, spot: Spot, value: object, cause: str | None = None) -> Fault:
    """Return the package with another value in one cell."""
    made = copied(book)
    before = shown(written(made, spot))
    typed(made, spot, value)
    again = computed(rng, made.spots[spot][0])
    after = shown(written(made, spot))
    told = f"{' '.join(spot)}: {before.strip()} -> {after.strip()}{again}"
    return Fault(label, made, (made.place(*spot),), told, cause)
