"""Columns that slipped by a row: each figure stands where its neighbour's belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pipeline.model import Cause, Cell, Dataset, Finding, Table
from pipeline.terms import Values, corrections

LEAST = 2
"""Rows in a run of figures that moved by one row, from which it is no chance."""


def causes(data: Dataset, values: Values, findings: Sequence[Finding]) -> Mapping[str, list[Cause]]:
    """Return, by finding, the cause ``shifted_rows`` with the cells of the run that moved."""
    wanted: dict[Cell, dict[Decimal, list[str]]] = {}
    for finding in findings:
        for cell, change in corrections(finding):
            if cell in values and values[cell] + change:
                wanted.setdefault(cell, {}).setdefault(values[cell] + change, []).append(finding.id)
    columns: dict[tuple[str, str | None, str, int], list[Cell]] = {}
    for cell in wanted:
        table = data.table_at(cell)
        if table is not None:
            columns.setdefault((cell.file, cell.sheet, cell.column, table.header_row), []).append(cell)
    found: dict[str, list[Cause]] = {}
    for cells in columns.values():
        table = data.table_at(cells[0])
        if table is not None and len(cells) >= LEAST:
            for step in (1, -1):
                _runs(table, cells, step, values, wanted, found)
    return found


def _runs(
    table: Table,
    cells: Sequence[Cell],
    step: int,
    values: Values,
    wanted: Mapping[Cell, Mapping[Decimal, list[str]]],
    found: dict[str, list[Cause]],
) -> None:
    """Add the runs of neighbouring lines of which each wants what the line ``step`` lines further holds."""
    order = [line.row for line in table.lines]
    place = {row: index for index, row in enumerate(order)}
    letters = cells[0].column
    moved: list[tuple[int, Cell, list[str]]] = []
    for cell in sorted(cells, key=lambda cell: cell.row):
        index = place.get(cell.row)
        if index is None or not 0 <= index + step < len(order):
            continue
        neighbour = values.get(Cell(cell.file, cell.sheet, f"{letters}{order[index + step]}"))
        if neighbour is not None and neighbour in wanted[cell]:
            moved.append((index, cell, wanted[cell][neighbour]))
    run: list[tuple[int, Cell, list[str]]] = []
    for item in [*moved, (len(order) + LEAST, cells[0], [])]:
        if run and item[0] != run[-1][0] + 1:
            if len(run) >= LEAST:
                told = Cause("shifted_rows", tuple(cell for _, cell, _ in run), {"count": len(run)})
                for _, _, ids in run:
                    for ident in ids:
                        found.setdefault(ident, []).append(told)
            run = []
        run.append(item)
