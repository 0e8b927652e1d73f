"""Sums that cover too much or too little, columns pasted over others or one row too low."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from random import Random

from generator_editing import copied
from generator_sheets import Book
from generator_slots import AMOUNTS, COUNTS, Fault, Spot, computed, filled, one, restyled, retyped, typed, written
from generator_statements import SUMS, amount, held, rows

COPIES = (
    ("realization", "realization", "realization", "budget"),
    ("realization", "budget", "dpa", "budget"),
    ("dppa", "before", "dppa", "after"),
    ("dppa", "after", "dppa", "before"),
    ("performance", "result", "performance", "target"),
    ("medium_term", "result", "performance", "target"),
    ("medium_term", "result", "medium_term", "long_run"),
    ("agreement.revised", "amount", "agreement.initial", "amount"),
    ("agreement.initial", "amount", "agreement.revised", "amount"),
    ("indicators", "result", "indicators", "target"),
)
"""Columns over which a person pastes another one: the column, and where the figures come from."""
SHIFTED = (
    ("dpa", "budget"),
    ("dppa", "before"),
    ("dppa", "after"),
    ("realization", "budget"),
    ("plan", "amount"),
    ("performance", "result"),
    ("medium_term", "result"),
    ("agreement.initial", "amount"),
    ("agreement.revised", "amount"),
)
"""Columns in which a person pastes one row too low."""


def subtotal_counted(book: Book, rng: Random) -> Fault | None:
    """A total adds up the programs and their kegiatan."""
    spot = one(rng, [spot for spot in _sums(book) if spot[0] in SUMS and spot[1] == "total"])
    if spot is None:
        return None
    value = 2 * (amount(held(book, *spot)) or Fraction(0))
    return retyped("subtotal_counted", book, rng, spot, restyled(written(book, spot), value), "subtotal_counted")


def stale_total(book: Book, rng: Random) -> Fault | None:
    """A parent or a total was added up before one of its rows was there."""
    spot = one(rng, [spot for spot in _sums(book) if len(_parts(book, spot)) > 1])
    if spot is None:
        return None
    value = (amount(held(book, *spot)) or Fraction(0)) - rng.choice(_parts(book, spot))
    return retyped("stale_total", book, rng, spot, restyled(written(book, spot), value), "child_equals_difference")


def partial_total(book: Book, rng: Random) -> Fault | None:
    """A parent or a total adds up its first rows only, and lacks more than one."""
    spot = one(rng, [spot for spot in _sums(book) if len(_parts(book, spot)) > 3])
    if spot is None:
        return None
    parts = _parts(book, spot)
    value = sum(parts[: rng.randrange(2, len(parts) - 1)], Fraction(0))
    return retyped("partial_total", book, rng, spot, restyled(written(book, spot), value), "partial_total")


def _sums(book: Book) -> list[Spot]:
    """Return the filled parents and totals."""
    spots = filled(book, {kind: AMOUNTS[kind] for kind in SUMS}, COUNTS)
    return [
        spot
        for spot in spots
        if (spot[1] == "total" or ("." not in spot[1] and spot[0] in SUMS)) and amount(held(book, *spot))
    ]


def _parts(book: Book, spot: Spot) -> list[Fraction]:
    """Return what a parent or a total adds up, from top to bottom, without nothing."""
    kind, line, column = spot
    listed = rows(book, kind)
    if line == "total":
        below = [row.known for row in listed if "." not in row.line]
    else:
        below = [row.known for row in listed if row.program == line and "." in row.line]
    return [value for known in below if (value := amount(held(book, kind, known, column)))]


def column_copied(book: Book, rng: Random) -> Fault | None:
    """A column holds the figures of another one."""
    kind, column, source, other = rng.choice(COPIES)
    made = copied(book)
    changed = []
    for spot in filled(book, {kind: (column,)}):
        value = held(book, source, spot[1], other)
        if value is not None and value != held(book, *spot):
            typed(made, spot, value)
            changed.append(spot)
    if len(changed) < 2:
        return None
    again = computed(rng, made.spots[changed[0]][0])
    cells = tuple(made.place(*spot) for spot in changed)
    return Fault("column_copied", made, cells, f"{kind} {column} = {source} {other}{again}")


def column_shifted(book: Book, rng: Random) -> Fault | None:
    """Some figures of a column stand one row too low."""
    kind, column = rng.choice(SHIFTED)
    spots = [(kind, row.known, column) for row in rows(book, kind) if set("./") & set(row.line)]
    runs = [run for run in _runs(book, spots) if len(run) > 3]
    if not runs:
        return None
    run = rng.choice(runs)
    start = rng.randrange(len(run) - 3)
    part = run[start : start + rng.randrange(4, len(run) - start + 1)]
    made = copied(book)
    for above, below in pairwise(part):
        typed(made, below, held(book, *above))
    changed = [made.place(*spot) for spot in part if held(made, *spot) != held(book, *spot)]
    if len(changed) < 3:
        return None
    again = computed(rng, made.spots[part[0]][0])
    known = kind in ("dpa", "dppa", "realization") and len(changed) == len(part) - 1
    told = f"{kind} {column} {part[1][1]} to {part[-1][1]}{again}"
    return Fault("column_shifted", made, tuple(changed), told, "shifted_rows" if known else None)


def _runs(book: Book, spots: Sequence[Spot]) -> list[list[Spot]]:
    """Return the filled cells among some as runs of neighbouring rows."""
    runs: list[list[Spot]] = []
    for spot in spots:
        if held(book, *spot) is None:
            continue
        if runs and book.spots[spot][1] == book.spots[runs[-1][-1]][1] + 1:
            runs[-1].append(spot)
        else:
            runs.append([spot])
    return runs
