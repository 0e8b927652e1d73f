"""Works out formulas whose value was never stored, exactly or not at all.

A program that does not compute writes a formula without its value. What stands within one sheet and needs only
``+ - * /``, per cent, comparisons, ``SUM``, ``SUBTOTAL`` and ``IF`` is worked out with fractions; anything else is a
``Problem("formula")``, never a guess. The text of a formula is taken apart in ``formula_parser``.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from pipeline.formula_parser import Call, Formula, Node, Value, parse
from pipeline.model import Area, Grid, Problem, Raw

Place = tuple[int, int]
Operand = Value | Area  # what a part of a formula gives; a reference gives its area

_ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
_EQUAL = {"=": operator.eq, "<>": operator.ne}
_ORDER = {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}
_LARGEST, _LONGEST = 10**300, 100_000  # what a spreadsheet can hold; bits that a chain of divisions may gather


class _UnsupportedError(Exception):
    """The formula asks for something that this module does not do."""


def evaluate(grid: Grid, row: int, column: int) -> Value | Problem:
    """Return the value of a cell: a stored one as it stands, a formula's without one worked out.

    Numbers are exact fractions, a blank cell is ``None``. ``Problem("formula")`` where the value cannot be had exactly.
    """
    return _Sheet(grid).value((row, column))


def complete(grid: Grid) -> tuple[Grid, frozenset[Place], frozenset[Place]]:
    """Return the grid with its unstored formulas worked out, the places where that was done and where it was not.

    A whole number is an int, a decimal of up to 15 digits a ``Decimal``, any other a float; such a cell counts as
    stored from then on. A cell that could not be worked out keeps the value ``None`` and stays unstored.
    """
    open_places = [place for place, raw in grid.cells.items() if not raw.stored]
    if not open_places:
        return grid, frozenset(), frozenset()
    sheet, cells = _Sheet(grid), dict(grid.cells)
    done: set[Place] = set()
    for place in open_places:
        value = sheet.value(place)
        if not isinstance(value, Problem):
            cells[place] = cells[place]._replace(value=_plain(value), stored=True)
            done.add(place)
    return replace(grid, cells=cells), frozenset(done), frozenset(open_places) - done


def _plain(value: Value) -> int | Decimal | float | str | bool | None:
    """Return a worked-out value as a cell holds it."""
    if not isinstance(value, Fraction):
        return value
    if value.denominator == 1:
        return value.numerator
    shown = Decimal(format(float(value), ".15g"))
    return shown if Fraction(shown) == value else float(value)


class _Sheet:
    """The values of a grid's cells, worked out once each."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.found: dict[Place, Value | Problem] = {}

    def value(self, place: Place) -> Value | Problem:
        """Return the value of a cell, after those of all cells that it asks for; a loop, so that chains may be long."""
        opened: dict[Place, Formula | None] = {}
        pending = [place]
        while pending:
            here = pending[-1]
            raw = self.grid.cells.get(here)
            if here in self.found:
                pending.pop()
            elif raw is None or raw.stored:
                self.found[here] = _stored(raw)
            elif here not in opened:
                opened[here] = formula = parse(raw.formula or "", self.grid.sheet)
                areas = formula.areas if formula else ()
                pending.extend(p for area in areas for p in self.places(area) if not self.known(p) and p not in opened)
            else:
                self.found[here] = self._worked_out(here, opened[here])
        return self.found[place]

    def known(self, place: Place) -> bool:
        """Whether a cell needs no further work."""
        return place in self.found or self.grid.cells[place].stored

    def _worked_out(self, here: Place, formula: Formula | None) -> Value | Problem:
        """Return what a formula gives; cells that it asks for and that are still open stand in a circle with it."""
        try:
            if formula is None or any(here in self.places(area) for area in formula.areas):
                return Problem("formula")
            value = self.scalar(self.operand(formula.root))
        except (_UnsupportedError, ZeroDivisionError, RecursionError):
            return Problem("formula")
        if isinstance(value, Fraction) and (abs(value) >= _LARGEST or value.denominator.bit_length() > _LONGEST):
            return Problem("formula")
        return Fraction(0) if value is None else value

    def places(self, area: Area) -> list[Place]:
        """Return the cells of an area that hold something."""
        top, left, bottom, right = area
        if (bottom - top + 1) * (right - left + 1) > len(self.grid.cells):
            return [(r, c) for r, c in self.grid.cells if top <= r <= bottom and left <= c <= right]
        block = ((r, c) for r in range(top, bottom + 1) for c in range(left, right + 1))
        return [place for place in block if place in self.grid.cells]

    def at(self, place: Place) -> Value:
        """Return the value of a cell that a formula asks for."""
        raw = self.grid.cells.get(place)
        value = self.found.get(place, Problem("formula")) if raw and not raw.stored else _stored(raw)
        if isinstance(value, Problem):
            raise _UnsupportedError
        return value

    def operand(self, node: Node) -> Operand:
        """Return what a part of a formula gives; of the branches of an ``IF`` only the chosen one is worked out."""
        if not isinstance(node, Call):
            return node
        match node.name, node.arguments:
            case "SUM", arguments:
                return self.total([self.operand(argument) for argument in arguments])
            case "SUBTOTAL", arguments:
                return self.subtotal([self.operand(argument) for argument in arguments])
            case "IF", (test, chosen, *otherwise):
                if self.number(self.operand(test)):
                    return self.operand(chosen)
                return self.operand(otherwise[0]) if otherwise else False
            case "-", (single,):
                return -self.number(self.operand(single))
        left, right = node.arguments
        return self.joined(node.name, self.operand(left), self.operand(right))

    def joined(self, sign: str, left: Operand, right: Operand) -> Value:
        """Return the outcome of an operator between two values."""
        if sign in _ARITHMETIC:
            return Fraction(_ARITHMETIC[sign](self.number(left), self.number(right)))
        return self.compare(sign, self.scalar(left), self.scalar(right))

    def scalar(self, value: Operand) -> Value:
        """Return one value; an area of several cells has none."""
        if not isinstance(value, tuple):
            return value
        if value[:2] != value[2:]:
            raise _UnsupportedError
        return self.at(value[:2])

    def number(self, value: Operand) -> Fraction:
        """Return a value as a number: a blank is 0, a text has none."""
        single = self.scalar(value)
        if isinstance(single, str):
            raise _UnsupportedError
        return Fraction(single or 0)

    def total(self, values: list[Operand]) -> Fraction:
        """Return the sum of numbers; texts, truth values and blanks inside referenced cells count as nothing."""
        inside = (self.at(place) for value in values if isinstance(value, tuple) for place in self.places(value))
        outside = (self.number(value) for value in values if not isinstance(value, tuple))
        return sum((value for value in inside if isinstance(value, Fraction)), sum(outside, Fraction(0)))

    def subtotal(self, values: list[Operand]) -> Fraction:
        """Return the sum of numbers without those that are subtotals themselves.

        Excel leaves out rows by how they were hidden, which the file does not tell: a number there has no answer.
        """
        function, *areas = values
        if function not in (9, 109) or not areas:
            raise _UnsupportedError
        result = Fraction(0)
        for place in (place for area in areas for place in self._counted(area)):
            value = self.at(place)
            if isinstance(value, Fraction) and function == 9 and place[0] in self.grid.hidden_rows:
                raise _UnsupportedError
            if isinstance(value, Fraction) and place[0] not in self.grid.hidden_rows:
                result += value
        return result

    def _counted(self, area: Operand) -> Iterator[Place]:
        """Give the cells of an area that are no subtotals."""
        if not isinstance(area, tuple):
            raise _UnsupportedError
        for place in self.places(area):
            if "SUBTOTAL(" not in (self.grid.cells[place].formula or "").upper():
                yield place

    def compare(self, sign: str, left: Value, right: Value) -> bool:
        """Return the outcome of a comparison; a blank is what the other side is, texts have no order."""
        if left is None or right is None:
            filled = right if left is None else left
            blank = Fraction(0) if filled is None else type(filled)()
            left, right = (blank if side is None else side for side in (left, right))
        if isinstance(left, str) and isinstance(right, str):
            left, right = left.casefold(), right.casefold()
        same = type(left) is type(right)
        if sign in _EQUAL:
            return bool(_EQUAL[sign]((same, left), (True, right)))
        if not same or not isinstance(left, Fraction):
            raise _UnsupportedError
        return bool(_ORDER[sign](left, right))


def _stored(raw: Raw | None) -> Value | Problem:
    """Return the value that a cell stores; a number has the 15 digits that a spreadsheet shows."""
    value = None if raw is None else raw.value
    if value is None or isinstance(value, (str, bool)):
        return value
    try:
        return Fraction(format(value, ".15g")) if isinstance(value, (int, float, Decimal)) else Problem("formula")
    except ValueError:
        return Problem("formula")
