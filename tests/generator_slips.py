"""Slips in a single figure, unit or year."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from random import Random

from generator_facts import UNITS
from generator_sheets import Book
from generator_slots import (
    AMOUNTS,
    COUNTS,
    PERCENTS,
    QUANTITIES,
    Fault,
    Spot,
    as_before,
    filled,
    one,
    restyled,
    retyped,
    shown,
    written,
)
from generator_statements import amount, exact, half_up, held, quantity


def digit_changed(book: Book, rng: Random) -> Fault | None:
    """One digit of a figure is another."""
    spot = one(rng, filled(book, AMOUNTS, COUNTS, PERCENTS, QUANTITIES))
    if spot is None:
        return None
    cell = written(book, spot)
    text = shown(cell)
    at = rng.choice([index for index, sign in enumerate(text) if sign.isdigit()])
    first = not any(sign.isdigit() for sign in text[:at])
    digit = rng.choice([sign for sign in "0123456789"[first:] if sign != text[at]])
    return retyped("digit_changed", book, rng, spot, as_before(cell, text[:at] + digit + text[at + 1 :]))


def digits_swapped(book: Book, rng: Random) -> Fault | None:
    """Two neighbouring digits of a figure have changed places."""
    fitting = {
        spot: pairs
        for spot in filled(book, AMOUNTS, COUNTS, PERCENTS, QUANTITIES)
        if (pairs := _pairs(shown(written(book, spot))))
    }
    spot = one(rng, list(fitting))
    if spot is None:
        return None
    cell = written(book, spot)
    text = shown(cell)
    first, second = rng.choice(fitting[spot])
    swapped = text[:first] + text[second] + text[first + 1 : second] + text[first] + text[second + 1 :]
    cause = "transposed_digits" if spot[2] in AMOUNTS.get(spot[0], ()) else None
    return retyped("digits_swapped", book, rng, spot, as_before(cell, swapped), cause)


def _pairs(text: str) -> list[tuple[int, int]]:
    """Return the places of neighbouring digits that differ; a figure never begins with 0."""
    places = [index for index, sign in enumerate(text) if sign.isdigit()]
    return [
        (first, second)
        for first, second in pairwise(places)
        if text[first] != text[second] and not (first == places[0] and text[second] == "0")
    ]


def _scaled(label: str, book: Book, rng: Random, factor: Fraction, cause: str) -> Fault | None:
    fitting = {
        spot: value * factor
        for spot in filled(book, AMOUNTS)
        if (value := amount(held(book, *spot))) and (value * factor).denominator == 1
    }
    spot = one(rng, list(fitting))
    if spot is None:
        return None
    return retyped(label, book, rng, spot, restyled(written(book, spot), fitting[spot]), cause)


def zeros_lost(book: Book, rng: Random) -> Fault | None:
    """An amount has lost three zeros."""
    return _scaled("zeros_lost", book, rng, Fraction(1, 1000), "factor_1000")


def zeros_added(book: Book, rng: Random) -> Fault | None:
    """An amount has three zeros too many."""
    return _scaled("zeros_added", book, rng, Fraction(1000), "factor_1000")


def zero_lost(book: Book, rng: Random) -> Fault | None:
    """An amount has lost a zero."""
    return _scaled("zero_lost", book, rng, Fraction(1, 10), "factor_10")


def zero_added(book: Book, rng: Random) -> Fault | None:
    """An amount has a zero too many."""
    return _scaled("zero_added", book, rng, Fraction(10), "factor_10")


def sign(book: Book, rng: Random) -> Fault | None:
    """An amount has the wrong sign."""
    return _scaled("sign", book, rng, Fraction(-1), "swapped_sign")


def unit_changed(book: Book, rng: Random) -> Fault | None:
    """A target or result is counted in something else."""
    fitting: dict[Spot, tuple[str, str]] = {}
    for spot in filled(book, QUANTITIES):
        value = held(book, *spot)
        own = quantity(value)
        if isinstance(value, str) and isinstance(own, tuple):
            fitting[spot] = (value.partition(" ")[0], own[1])
    chosen = one(rng, list(fitting))
    if chosen is None:
        return None
    number, unit = fitting[chosen]
    other = rng.choice([name for name in UNITS if name != unit])
    return retyped("unit_changed", book, rng, chosen, f"{number} {other}")


def percentage_cut_off(book: Book, rng: Random) -> Fault | None:
    """A percentage was cut off instead of rounded."""
    fitting: dict[Spot, Fraction] = {}
    for spot in filled(book, PERCENTS):
        scale = 10_000 if "%" in written(book, spot).format else 100
        hundredths = exact(held(book, *spot)) * scale
        if int(hundredths) != half_up(hundredths):
            fitting[spot] = Fraction(int(hundredths), scale)
    chosen = one(rng, list(fitting))
    return retyped("percentage_cut_off", book, rng, chosen, fitting[chosen], "cut_off") if chosen else None


def wrong_year(book: Book, rng: Random) -> Fault | None:
    """A title, or the profile, states another year."""
    spot = rng.choice(sorted(spot for spot in book.spots if spot[2] == "year"))
    value = held(book, *spot)
    by = rng.choice((-1, 1))
    if not isinstance(value, str):
        return retyped("wrong_year", book, rng, spot, float(exact(value)) + by)
    found = re.search(r"(?<!\d)20\d\d(?!\d)", value)
    assert found is not None
    other = value[: found.start()] + str(int(found[0]) + by) + value[found.end() :]
    return retyped("wrong_year", book, rng, spot, other)
