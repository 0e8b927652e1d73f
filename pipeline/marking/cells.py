"""The cells of a worksheet get other looks: of a cell that is there only its look changes, a missing one is made."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.marking.looks import Looks
from pipeline.marking.mark import Place, Tint, reference
from pipeline.marking.sheet import Row, Sheet
from pipeline.marking.splice import Edit, appended, tag_end, with_attributes


def coloured(sheet: Sheet, tints: Mapping[Place, Tint], looks: Looks) -> list[Edit]:
    """Return the edits that give the places of a sheet their tints; the rows of all places must have been read."""
    edits: list[Edit] = []
    rows: dict[int, dict[int, Tint]] = {}
    for (row, column), tint in sorted(tints.items()):
        rows.setdefault(row, {})[column] = tint
    made: dict[int, bytes] = {}  # whole rows, by the place where they belong
    for number, columns in rows.items():
        if number in sheet.rows:
            edits += _in_row(sheet, number, columns, looks)
        else:
            at = sheet.gaps[number]
            made[at] = made.get(at, b"") + _new_row(sheet, number, columns, looks)
    body = sheet.body
    for at, content in made.items():
        edits += appended(sheet.data, body, content) if at == body.close else [(at, at, content)]
    return edits


def _in_row(sheet: Sheet, number: int, columns: Mapping[int, Tint], looks: Looks) -> list[Edit]:
    row = sheet.rows[number]
    there = {column: (attributes, start) for column, attributes, start in row.cells}
    edits: list[Edit] = []
    made: dict[int, bytes] = {}
    for column, tint in columns.items():
        if column in there:
            attributes, start = there[column]
            end = tag_end(sheet.data, start)
            look = looks.tinted(int(attributes.get("s", 0)), tint)
            edits.append((start, end, with_attributes(sheet.data[start:end], {"s": str(look)})))
        else:
            at = next((start for other, _, start in row.cells if other > column), row.element.close)
            look = looks.tinted(_look(sheet, row, column), tint)
            made[at] = made.get(at, b"") + _new_cell(row.element.prefix, (number, column), look)
    tag: dict[str, str | None] = {"spans": None} if made and "spans" in row.element.attributes else {}
    for at, content in made.items():
        if at == row.element.close:
            edits += appended(sheet.data, row.element, content, tag)
            tag = {}
        else:
            edits.append((at, at, content))
    if tag:  # which columns the row spans is no longer true, and need not be said
        start, end = row.element.start, row.element.inner
        edits.append((start, end, with_attributes(sheet.data[start:end], tag)))
    return edits


def _new_row(sheet: Sheet, number: int, columns: Mapping[int, Tint], looks: Looks) -> bytes:
    prefix = sheet.body.prefix
    cells = (
        _new_cell(prefix, (number, column), looks.tinted(_look(sheet, None, column), tint))
        for column, tint in columns.items()
    )
    return f'<{prefix}row r="{number}">'.encode("ascii") + b"".join(cells) + f"</{prefix}row>".encode("ascii")


def _new_cell(prefix: str, place: Place, look: int) -> bytes:
    return f'<{prefix}c r="{reference(place)}" s="{look}"/>'.encode("ascii")


def _look(sheet: Sheet, row: Row | None, column: int) -> int:
    """Return the look that an empty cell has from its row or its column."""
    if row is not None and "s" in row.element.attributes:
        return int(row.element.attributes["s"])
    for entry in sheet.columns:
        if int(entry["min"]) <= column <= int(entry["max"]):
            return int(entry.get("style", 0))
    return 0
