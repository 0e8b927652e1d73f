"""A whole column that is wrong: copied from another, or slipped by a row. Everything that it spoils is one fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline import shifts
from pipeline.blame import Group
from pipeline.kinds import kinds
from pipeline.model import Cell, Dataset, Finding, Table
from pipeline.ranges import members
from pipeline.recurrence import RULES
from pipeline.terms import Values

LEAST = 3
"""Wrong figures in a column from which the column itself may be the fault."""

Links = list[tuple[Finding, Finding]]
Column = tuple[str, str | None, int, str]
"""File, sheet, header row and letters of a table's column."""


def links(data: Dataset, told: Sequence[Finding], groups: Sequence[Group], values: Values) -> Links:
    """Return the findings that belong together because a column is wrong."""
    rows: dict[Column, set[int]] = {}
    tables: dict[Column, Table] = {}
    checked = [finding.cells[0] for finding in told if finding.terms and finding.rule in RULES]
    for cell in (*(cell for (cell, _), _ in groups), *checked):
        table = data.table_at(cell)
        if table is not None:
            column = (cell.file, cell.sheet, table.header_row, cell.column)
            tables[column] = table
            rows.setdefault(column, set()).add(cell.row)
    found: Links = []
    for column, wrong in rows.items():
        if len(wrong) >= LEAST and _whole(data, tables[column], column[3], wrong):
            spoilt = {Cell(column[0], column[1], f"{column[3]}{row}") for row in _all_rows(tables[column])}
            found.extend(_chained(_with(told, spoilt)))
    for run in _runs(data, values, told):
        found.extend(_chained(_with(told, _with_ends(data, run))))
    found.extend(_agreements(data, told))
    return found


def _whole(data: Dataset, table: Table, letters: str, wrong: set[int]) -> bool:
    """Whether most rows of a column are wrong, or the wrong ones are those of another column."""
    name = next((name for name, own in table.columns.items() if own == letters), "")
    lines = [line for line in (*table.lines, *table.totals) if line.values.get(name) is not None]
    if 2 * len(wrong) > len(lines):
        return True
    own = {line.row: line.values[name] for line in lines if line.row in wrong}
    return any(all(other.get(row) == value for row, value in own.items()) for other in _others(data, table, name))


def _others(data: Dataset, table: Table, name: str) -> Iterator[Mapping[int, int]]:
    """Yield the amounts of the other columns by the rows of a table, those of other tables by their line."""
    for other in data.tables:
        fields = kinds()[other.kind].fields
        by_key = {line.key: line for line in other.lines if line.key}
        for column in other.columns:
            if fields[column].parser != "rupiah" or (other is table and column == name):
                continue
            amounts = {}
            for line in table.lines:
                twin = line if other is table else by_key.get(line.key or "")
                value = twin.values.get(column) if twin else None
                if isinstance(value, int):
                    amounts[line.row] = value
            yield amounts


def _all_rows(table: Table) -> list[int]:
    return [line.row for line in (*table.lines, *table.totals)]


def _with(told: Sequence[Finding], cells: set[Cell]) -> list[Finding]:
    """Return the findings in which one of some cells takes part."""
    return [
        finding
        for finding in told
        if not cells.isdisjoint(finding.terms)
        or any(not cells.isdisjoint(members(place)) for place in finding.cells if finding.rule not in APART)
    ]


APART = frozenset({"amount_in_scale", "hidden_rows_hold_amounts", "cell_is_exact", "formula_has_value"})
"""Rules whose findings are faults of their own, whatever else is wrong in their column."""


def _with_ends(data: Dataset, run: Sequence[Cell]) -> set[Cell]:
    """Return the cells of a run and the one on either side, whose figure has left the column or came from outside."""
    table = data.table_at(run[0])
    order = [line.row for line in table.lines] if table else []
    places = [order.index(cell.row) for cell in run if cell.row in order]
    rows = order[max(min(places) - 1, 0) : max(places) + 2] if places else []
    return {*run, *(Cell(run[0].file, run[0].sheet, f"{run[0].column}{row}") for row in rows)}


def _runs(data: Dataset, values: Values, told: Sequence[Finding]) -> set[tuple[Cell, ...]]:
    return {cause.cells for causes in shifts.causes(data, values, told).values() for cause in causes}


def _chained(found: Sequence[Finding]) -> Links:
    return [(found[0], other) for other in found[1:]] if found else []


def _agreements(data: Dataset, told: Sequence[Finding]) -> Links:
    """Amounts of neighbouring rows of an agreement that are not their programs', and the sum that they make wrong.

    A single wrong row leaves open whether the sum is wrong for another reason.
    """
    found: Links = []
    for table in data.of("agreement"):
        place = {line.row: index for index, line in enumerate(table.lines)}
        own = [finding for finding in told if finding.cells[0].page == (table.file, table.sheet)]
        wrong = [finding for finding in own if finding.rule == "agreement_matches_budget"]
        runs = [
            (one, other)
            for one in wrong
            for other in wrong
            if place.get(other.cells[0].row, -1) == place.get(one.cells[0].row, -3) + 1
        ]
        whole = [one for one in wrong if one.facts.get("several")]
        roots = whole or [one for one, _ in runs]
        found += [*runs, *((roots[0], one) for one in own if roots and one.rule == "agreement_sums_to_budget")]
    return found
