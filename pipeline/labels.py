"""A worksheet of labels with their values beside them (a profile) -> a table of one line."""

from __future__ import annotations

from typing import Any

from pipeline import cells
from pipeline.kinds import Edition, editions
from pipeline.model import Finding, Grid, Line, Stated, Table, letter
from pipeline.spelling import key

FEWEST = 3
"""Known labels with a value that make a worksheet a list of labels."""
TELLING = frozenset({"office", "year"})
"""Labels that must be among them where the sheet holds a table ``beside``, whose title lines look alike."""


def card(grid: Grid, *, beside: bool = False) -> tuple[Table, list[Finding]] | None:
    """Return the table of a worksheet's labels and the findings of its values; ``None`` where there are too few."""
    for edition in editions():
        places = _places(grid, edition) if edition.layout.labels else {}
        if len(places) >= FEWEST and (not beside or places.keys() >= TELLING):
            return _table(grid, edition, places)
    return None


def _places(grid: Grid, edition: Edition) -> dict[str, tuple[int, int]]:
    """Return for each field the place of its value: the next filled cell to the right of its label."""
    lookup = {header: name for name, field in edition.fields.items() for header in field.keys}
    columns: dict[int, list[int]] = {}
    for row, column in sorted(grid.cells):
        columns.setdefault(row, []).append(column)
    places: dict[str, tuple[int, int]] = {}
    for row, filled in columns.items():
        label = grid.cells[row, filled[0]].value
        name = lookup.get(key(label.split(":")[0])) if isinstance(label, str) else None
        value = next((column for column in filled[1:] if str(grid.cells[row, column].value).strip(" :")), None)
        if name and value and name not in places:
            places[name] = (row, value)
    return places


def _table(grid: Grid, edition: Edition, places: dict[str, tuple[int, int]]) -> tuple[Table, list[Finding]]:
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for name, place in places.items():
        raw = grid.cells[place]
        if isinstance(raw.value, str):
            raw = raw._replace(value=raw.value.lstrip(" :"))
        cell = grid.cell(*place)
        read, doubts = cells.values(edition.fields[name], {cell: raw})
        values[name] = read[cell]
        findings.extend(doubts)
    first = min(row for row, _ in places.values())
    table = Table(
        kind=edition.kind,
        edition=edition.layout.name,
        stage="",
        file=grid.file,
        sheet=grid.sheet,
        header_row=first,
        columns={name: letter(column) for name, (_, column) in places.items()},
        lines=(Line(first, "plain", values),),
        stated=_stated(grid, values, places),
        places={name: grid.cell(*place) for name, place in places.items()},
    )
    return table, findings


def _stated(grid: Grid, values: dict[str, Any], places: dict[str, tuple[int, int]]) -> Stated:
    said = {name: (values[name], grid.cell(*places[name])) for name in places if values[name] is not None}
    return Stated(
        office=said.get("office"), government=said.get("government"), code=said.get("code"), year=said.get("year")
    )
