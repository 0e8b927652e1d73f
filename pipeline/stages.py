"""The budget of a stage of the year, before or after its revision, as an agreement of that stage has to promise it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.figures import summed, topmost
from pipeline.model import NO_FIGURE, BudgetLine, Cell, Dataset, Figure, Table, Wording
from pipeline.ranges import block

Base = Mapping[str, Figure]
"""The figures of the budget lines at one stage, by key; a line that the stage does not have is not in it."""

COLUMNS = {"initial": {"dpa": "budget", "dppa": "before"}, "revised": {"dppa": "after"}}
"""Which column of which document states the budget of a stage; the document that comes first counts."""


def base(data: Dataset, stage: str) -> Base:
    """Return the budget of a stage; empty where the package has no document of it."""
    if not _documents(data, stage):
        return {}
    figures = {line.key: line.revised if stage == "revised" else line.initial for line in data.budget}
    return {key: figure for key, figure in figures.items() if figure != NO_FIGURE}


def other(stage: str) -> str:
    """Return the other stage of the year."""
    return "initial" if stage == "revised" else "revised"


def document(data: Dataset, stage: str) -> str:
    """Return the short name of the document that states the budget of a stage."""
    return "DPA" if any(table.kind == "dpa" for table, _ in _documents(data, stage)) else "DPPA"


def agreement(stage: str) -> Wording:
    """Return how the agreement of a stage is called."""
    return Wording(f"remark.agreement_{stage}")


def family(data: Dataset, key: str) -> list[BudgetLine]:
    """Return a budget line and everything below it."""
    inside = {key}
    found = []
    for line in data.budget:
        if line.key == key or line.parent in inside:
            inside.add(line.key)
            found.append(line)
    return found


def total(data: Dataset, stage: str) -> Figure:
    """Return the sum of the topmost lines at a stage; none where there is no document of it."""
    figures = base(data, stage)
    return summed([figures[line.key] for line in topmost(data.budget) if line.key in figures])


def total_cell(data: Dataset, stage: str, value: int) -> Cell | None:
    """Return the cell in which a document of the stage states that total (sen); ``None`` where none does."""
    cells = [
        table.cell(line.row, column)
        for table, column in _documents(data, stage)
        for line in table.totals
        if line.values.get(column) == value and table.cell(line.row, column) not in data.unknown
    ]
    return cells[0] if cells else None


def blocks(data: Dataset, figures: Iterable[Figure]) -> tuple[Cell, ...]:
    """Return the cells of some figures in sheet order, neighbours joined."""
    wanted = {cell for figure in figures for cell in figure.cells}
    return tuple(
        cell
        for table in data.of("dpa", "dppa")
        for column in table.columns
        for cell in block(table, (line.row for line in table.lines if table.cell(line.row, column) in wanted), column)
    )


def name_cell(data: Dataset, line: BudgetLine, stage: str) -> Cell:
    """Return where the document of a stage names a budget line."""
    named = (
        table.cell(row.row, "name")
        for table, _ in _documents(data, stage)
        for row in table.lines
        if row.key == line.key
    )
    return next(named, line.cell)


def _documents(data: Dataset, stage: str) -> list[tuple[Table, str]]:
    """Return the tables that state the budget of a stage, each with its column."""
    return [
        (table, column)
        for kind, column in COLUMNS.get(stage, {}).items()
        for table in data.of(kind)
        if column in table.columns
    ]
