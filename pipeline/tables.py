"""The rows below a heading -> one Table, its lines in their hierarchy."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline import body, cells, formulas, hierarchy, parse, sums, titles
from pipeline.body import BodyRow
from pipeline.heading import Heading
from pipeline.kinds import Field
from pipeline.model import Cell, Finding, Grid, Hidden, Line, Skipped, Table, Twin, letter
from pipeline.spelling import key, starts_with
from schemas import words

Values = dict[int, dict[str, Any]]
"""The values of each worksheet row by field."""


def table(grid: Grid, heading: Heading, start: int, limit: int, scale: int = 1) -> tuple[Table, list[Finding], int]:
    """Return the table below a heading, the findings of its cells and the last row that belongs to it.

    ``start`` is the first row of its title lines, ``limit`` the first row of the next table or the row after the last,
    ``scale`` how many rupiah one unit of its amounts stands for.
    """
    grid, evaluated = _completed(grid, heading, limit)
    found = body.rows(grid, heading, limit)
    taken = [row for row in found if row.kind in ("line", "total", "subtotal")]
    end = taken[-1].row if taken else heading.last_row
    layout = heading.edition.layout
    above = titles.lines(grid, start, heading.first_row - 1)
    values, findings = _values(grid, heading, taken, scale)
    lines, subtotals, left = _lines(heading, taken, values)
    added = {row.row for row in subtotals} | left
    totals = tuple(
        Line(row.row, "total", values[row.row]) for row in taken if row.kind == "total" and row.row not in added
    )
    if not totals and lines:
        lines, totals = _unlabelled_total(lines, heading.edition.fields)
    if not lines:
        place = grid.cell(heading.first_row, min(heading.columns.values()))
        findings.append(Finding("table_has_rows", "warning", (place,), {"kind": heading.edition.title}))
    read = Table(
        kind=heading.edition.kind,
        edition=layout.name,
        stage=titles.stage(above, layout.stages),
        file=grid.file,
        sheet=grid.sheet,
        header_row=heading.first_row,
        columns={name: letter(column) for name, column in heading.columns.items()},
        lines=tuple(lines),
        totals=totals,
        subtotals=tuple(subtotals),
        stated=titles.stated(above, titles.lines(grid, end + 1, limit - 1)),
        skipped=_skipped(grid, heading, found, left, titled=limit <= max(row for row, _ in grid.cells)),
        evaluated=evaluated,
        scale=scale,
        hidden=_hidden(grid, heading, taken, scale),
    )
    return read, findings, end


def _completed(grid: Grid, heading: Heading, limit: int) -> tuple[Grid, tuple[Cell, ...]]:
    """Return the grid with the formulas of the table computed whose value was never stored, and their cells."""
    wanted = {(row.row, heading.columns[name]) for row in body.rows(grid, heading, limit) for name in row.cells}
    if all(grid.cells[place].stored for place in wanted):
        return grid, ()
    complete, evaluated, _ = formulas.complete(grid)
    return complete, tuple(grid.cell(*place) for place in sorted(wanted & evaluated))


def _values(grid: Grid, heading: Heading, taken: Sequence[BodyRow], scale: int) -> tuple[Values, list[Finding]]:
    values: Values = {row.row: {} for row in taken}
    findings: list[Finding] = []
    for name, column in heading.columns.items():
        field = heading.edition.fields[name]
        places = {grid.cell(row.row, column): row for row in taken if name in row.cells}
        # the label of a total may reach into a column of figures or codes
        labels = {
            cell
            for cell, row in places.items()
            if row.kind in ("total", "subtotal") and row.opens_with == name and row.first_column == column
        }
        raws = {cell: row.cells[name] for cell, row in places.items() if cell not in labels}
        read, doubts = cells.values(field, raws, scale)
        findings.extend(doubts)
        for cell, row in places.items():
            values[row.row][name] = read.get(cell)
    return values, findings


def _hidden(grid: Grid, heading: Heading, taken: Sequence[BodyRow], scale: int) -> Hidden:
    """Return what of a table is hidden; of columns only those of amounts that stand beside a visible one."""
    amounts = {header: field for field in heading.edition.fields.values() for header in field.keys}
    rows = [row.row for row in taken]
    twins = []
    for column, text in heading.repeated:
        field = amounts.get(key(text))
        hidden = column in grid.hidden_columns
        if field and field.parser == "rupiah" and hidden != (heading.columns[field.name] in grid.hidden_columns):
            raws = {grid.cell(row, column): grid.cells[row, column] for row in rows if (row, column) in grid.cells}
            read, _ = cells.values(field, raws, scale)
            known = {row: read.get(grid.cell(row, column)) for row in rows}
            stated = {row: value for row, value in known.items() if value is not None}
            twins.append(Twin(field.name, letter(column), hidden, stated))
    return Hidden(grid.hidden, grid.hidden_rows & frozenset(rows), tuple(twins))


def _skipped(
    grid: Grid, heading: Heading, found: Sequence[BodyRow], left: frozenset[int], titled: bool
) -> tuple[Skipped, ...]:
    """Return what was left out; rows below the table do not count where they are the ``titled`` lines of the next."""
    reasons = {"label": "section_row", "figureless": "row_without_name", "below": "below_table"}
    rows = tuple(
        Skipped(grid.cell(row.row, row.first_column), reasons.get(row.kind, "subtotal_row"), row.text)
        for row in found
        if row.row in left or (row.kind in reasons and not (row.kind == "below" and titled))
    )
    columns = tuple(
        Skipped(grid.cell(heading.last_row, column), reason, text)
        for reason, unused in (("column_is_unknown", heading.unknown), ("column_is_repeated", heading.repeated))
        for column, text in unused
    )
    return rows + columns


def _lines(heading: Heading, taken: Sequence[BodyRow], values: Values) -> tuple[list[Line], list[Line], frozenset[int]]:
    """Return the lines, the subtotals, and the rows of subtotals of which nobody can say what they add up."""
    fields = heading.edition.fields
    own = [row for row in taken if row.kind == "line"]
    _fill([name for name, field in fields.items() if field.fill], [values[row.row] for row in own])
    if not heading.edition.layout.lines:
        return [Line(row.row, "plain", values[row.row]) for row in own], [], frozenset()
    rows = _unplaced(heading, taken, values)
    kinds = {kind: frozenset(row.row for row in taken if row.kind == kind) for kind in ("subtotal", "total")}
    added = sums.found(rows, kinds["subtotal"], kinds["total"])
    rest = [row for row in rows if row.row not in added.rows | kinds["total"]]
    places = dict(zip((row.row for row in rest), hierarchy.arrange(rest), strict=True)) if rest else {}
    places |= {row.row: hierarchy.Place("section", None, row.code) for row in rows if row.row in added.headings}
    lines = [Line(row, place.level, values[row], place.parent, place.code) for row, place in sorted(places.items())]
    return lines, [Line(row, "total", values[row], part) for row, part in added.subtotals.items()], added.open


def _unplaced(heading: Heading, taken: Sequence[BodyRow], values: Values) -> list[hierarchy.Unplaced]:
    fields = heading.edition.fields
    unplaced = []
    split = None
    for row in taken:
        own = values[row.row]
        code, split = _joined_code(own, split)
        if code and not parse.is_code(code):
            own["number"], code = own.get("number") or code, None
        if row.kind == "subtotal":
            own["name"] = row.label
        if not own.get("name") and _is_name(own.get("number")):
            own["name"], own["number"] = own["number"], None  # a heading begins at the left edge of the table
        bold = "name" in row.cells and row.cells["name"].bold
        figure = any(own.get(name) is not None for name in own if fields[name].parser in ("rupiah", "quantity"))
        amounts = {
            name: value
            for name, value in own.items()
            if fields[name].parser == "rupiah" and not fields[name].difference and value is not None
        }
        unplaced.append(hierarchy.Unplaced(row.row, code, own.get("number"), own.get("name"), bold, figure, amounts))
    return unplaced


def _is_name(number: str | None) -> bool:
    """Whether words stand in the column of numbers; a Roman number is none."""
    return re.search(r"[^\W\d_]{5}", number or "") is not None and not re.fullmatch(r"[IVXLC]+\W*", number or "")


def _joined_code(own: Mapping[str, Any], above: str | None) -> tuple[str | None, str | None]:
    """Return the code of a row whose code may be split over two columns, and the first part for the rows below."""
    first, second = own.get("code"), own.get("activity_code")
    first = first or (above if second else None)
    if second and first and not second.startswith(f"{first}."):
        return f"{first}.{second}", first
    return second or first, first or above


def _fill(names: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Repeat what stands in the first row of a group only (a goal and its number) in the rows below it."""
    group: dict[str, Any] = {}
    for row in rows:
        if any(row.get(name) for name in names):
            group = {name: row.get(name) for name in names}
        row.update(group)


def _unlabelled_total(lines: list[Line], fields: Mapping[str, Field]) -> tuple[list[Line], tuple[Line, ...]]:
    """Take a last row for the total where each of its amounts is the sum of the topmost lines'.

    It has no name, or one that begins as subtotals do ("Jumlah Belanja Tahun Ini"), and then need not be right where
    every other line has a code or a number; it has neither.
    """
    last = lines[-1]
    amounts = [name for name, value in last.values.items() if fields[name].parser == "rupiah" and value is not None]
    named = any(
        value and fields[name].parser in ("text", "code") for name, value in last.values.items() if name != "name"
    )
    if named or not amounts or (last.name and not starts_with(last.name, words.SUBTOTALS)):
        return lines, ()
    marked = all(line.code or line.values.get("number") for line in lines[:-1] if line.level != "section")
    if last.name and marked:
        return lines[:-1], (Line(last.row, "total", last.values),)
    tops = [line for line in lines[:-1] if line.parent is None and line.level != "section"]
    if tops and all(sum(line.values.get(name) or 0 for line in tops) == last.values[name] for name in amounts):
        return lines[:-1], (Line(last.row, "total", last.values),)
    return lines, ()
