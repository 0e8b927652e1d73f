"""What a person does to the sheets of a package: rows put in and taken out, formulas computed anew."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from generator_sheets import Book, Sheet, Written
from generator_statements import exact

_REFERENCE = re.compile(r"([A-Z])(\d+)")


def copied(book: Book) -> Book:
    """Return a package with sheets of its own."""
    own = {id(sheet): replace(sheet, cells=dict(sheet.cells), merges=list(sheet.merges)) for sheet in book.sheets}
    spots = {place: (own[id(sheet)], row, column) for place, (sheet, row, column) in book.spots.items()}
    return Book(list(own.values()), spots)


def without_row(book: Book, sheet: Sheet, row: int) -> None:
    """Take a row out; what stands below it moves up, and so do formulas that refer to it."""
    for place in [place for place, spot in book.spots.items() if spot[0] is sheet and spot[1] == row]:
        del book.spots[place]
    sheet.cells = {place: written for place, written in sheet.cells.items() if place[0] != row}
    _moved(book, sheet, row, -1)


def with_row(book: Book, sheet: Sheet, row: int, like: int, line: tuple[str, str, str]) -> None:
    """Put a copy of the row ``like`` in before ``row``; ``line`` is a kind, a line of it and the copy's own line."""
    kind, original, own = line
    cells = {column: written for (at, column), written in sheet.cells.items() if at == like}
    columns = {
        name: column
        for (known, key, name), (_, at, column) in book.spots.items()
        if (known, key) == (kind, original) and at == like
    }
    _moved(book, sheet, row, 1)
    for column, written in cells.items():
        formula = re.sub(rf"([A-Z]){like}(?!\d)", rf"\g<1>{row}", written.formula)
        sheet.cells[row, column] = written._replace(formula=formula)
    book.mark(kind, own, sheet, row, columns)


def rekeyed(book: Book, kind: str, line: str, own: str) -> None:
    """Let a row stand for another line."""
    for known, key, name in [place for place in book.spots if place[:2] == (kind, line)]:
        book.spots[kind, own, name] = book.spots.pop((known, key, name))


def _moved(book: Book, sheet: Sheet, row: int, by: int) -> None:
    """Move everything from a row on, which is put in (``by`` is 1) or has been taken out (-1)."""
    first = row if by > 0 else row + 1

    def to(at: int) -> int:
        return at + by if at >= first else at

    sheet.cells = {
        (to(at), column): written._replace(formula=_shifted(written.formula, first, by))
        for (at, column), written in sheet.cells.items()
    }
    areas = [
        (to(top), left, bottom - 1 if by < 0 and bottom == row else to(bottom), right)
        for top, left, bottom, right in sheet.merges
    ]
    sheet.merges = [area for area in areas if area[0] <= area[2] and area[:2] != area[2:]]
    for place, (own, at, column) in book.spots.items():
        if own is sheet:
            book.spots[place] = (own, to(at), column)


def _shifted(formula: str, first: int, by: int) -> str:
    """Return a formula whose references follow the rows; the end of a range goes up with a row taken out of it."""

    def reference(found: re.Match[str]) -> str:
        end, column, row = found[1], found[2], int(found[3])
        gone = by < 0 and bool(end) and row == first - 1
        return f"{end}{column}{row + by if row >= first or gone else row}"

    return re.sub(r"(:?)([A-Z])(\d+)", reference, formula)


def recomputed(sheet: Sheet) -> None:
    """Give every formula the value that follows from the cells as they are."""
    for _ in range(4):  # a total of sums of differences is the longest chain
        for place, written in sheet.cells.items():
            if written.formula:
                sheet.cells[place] = written._replace(value=float(_value(sheet, written.formula)))


def _value(sheet: Sheet, formula: str) -> Fraction:
    if found := re.fullmatch(r"IF\(([A-Z]\d+)=0,0,(.+)\)", formula):
        return Fraction(0) if _cell(sheet, found[1]) == 0 else _value(sheet, found[2])
    if found := re.fullmatch(r"SUM\(([A-Z])(\d+):[A-Z](\d+)\)", formula):
        rows = range(int(found[2]), int(found[3]) + 1)
        return sum((_cell(sheet, f"{found[1]}{row}") for row in rows), Fraction(0))
    (_, first), *rest = re.findall(r"([-+*/]?)([A-Z]\d+|\d+)", formula)
    value = _cell(sheet, first)
    for sign, operand in rest:
        value = _applied(sign, value, _cell(sheet, operand))
    return value


def _applied(sign: str, one: Fraction, other: Fraction) -> Fraction:
    if sign in "+-":
        return one + other if sign == "+" else one - other
    if sign == "*":
        return one * other
    return one / other if other else Fraction(0)


def _cell(sheet: Sheet, operand: str) -> Fraction:
    found = _REFERENCE.fullmatch(operand)
    if found is None:
        return Fraction(operand)
    written = sheet.cells.get((int(found[2]), ord(found[1]) - 64), Written(0))
    return exact(written.value) if isinstance(written.value, int | float) else Fraction(0)
