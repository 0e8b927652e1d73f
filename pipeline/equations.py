"""What amounts state of each other: sums within a table, and the same figure in several workbooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from pipeline.amounts import holders, known, summable
from pipeline.intervals import half_step
from pipeline.kinds import kinds
from pipeline.model import Cell, Dataset, Figure, Line, Table

INITIAL = (("dpa", "budget"), ("dppa", "before"), ("realization", "budget_initial"))
LATEST = (("dppa", "after"), ("realization", "budget"))
"""Columns that state one and the same budget of a line; without a revision the latest one is that of the DPA."""

Terms = Mapping[Cell, int]
"""Cells with their factors; the sum of factor and amount is zero."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in sen where it stands; ``step`` is how far it may lie from the true one."""

    table: Table
    line: Line
    column: str
    value: int
    step: int

    @property
    def cell(self) -> Cell:
        """The place of the amount."""
        return self.table.cell(self.line.row, self.column)

    @property
    def identity(self) -> str:
        """What the amount is, apart from where it stands."""
        return f"{self.table.kind}{self.table.stage}|{self.line.key or self.line.name or self.line.level}|{self.column}"


@dataclass(frozen=True, slots=True)
class Statement:
    """A truth over amounts: one of several equations holds.

    ``result`` is the cell that is computed from the others, where one is. A ``weak`` statement is one that proves
    nothing of its own: the difference of two amounts of a row.
    """

    ways: tuple[Terms, ...]
    result: Cell | None = None
    weak: bool = False


def amounts(data: Dataset) -> dict[Cell, Amount]:
    """Return every amount that could be read, by its cell."""
    found = {}
    for table in data.tables:
        columns = [name for name in table.columns if kinds()[table.kind].fields[name].parser == "rupiah"]
        for line in table.every:
            for column in columns:
                value = line.values.get(column)
                if isinstance(value, int) and table.cell(line.row, column) not in data.unknown:
                    found[table.cell(line.row, column)] = Amount(table, line, column, value, half_step(table, value))
    return found


def statements(data: Dataset) -> Iterator[Statement]:
    """Yield all that amounts state of each other; figures that are blank or could not be read state nothing."""
    for table in data.tables:
        for column in summable(table):
            yield from _sums(data, table, column)
        for line in table.every:
            yield from _in_row(data, table, line)
    yield from _same_figures(data)
    yield from _agreements(data)


def _sums(data: Dataset, table: Table, column: str) -> Iterator[Statement]:
    parents = [(line, table.children(line)) for line in table.lines]
    totals = [(line, table.topmost) for line in table.totals]
    subtotals = [(line, table.added(line)) for line in table.subtotals if line.parent]
    for whole, parts in (*parents, *subtotals, *totals):
        below = holders(table, parts, column)
        sure = whole.values.get(column) is not None and known(table, [whole, *parts], column, data.unknown)
        if below and sure:
            result = table.cell(whole.row, column)
            yield Statement(({result: 1, **{table.cell(line.row, column): -1 for line in below}},), result)


def _in_row(data: Dataset, table: Table, line: Line) -> Iterator[Statement]:
    """Yield what the amounts of one row state: periods make up the year, a difference is that of its two figures."""
    fields = kinds()[table.kind].fields
    wholes = {fields[name].period_of for name in table.columns if fields[name].period_of}
    for whole in sorted(wholes & table.columns.keys()):
        periods = [name for name in table.columns if fields[name].period_of == whole]
        if _known(data, table, line, (whole, *periods)):
            terms = _terms(table, line, {whole: 1, **dict.fromkeys(periods, -1)})
            yield Statement((terms,), table.cell(line.row, whole))
    for name in table.columns:
        first, second = fields[name].difference or ("", "")
        if first in table.columns and second in table.columns and _known(data, table, line, (name, first, second)):
            ways = ({name: 1, first: -1, second: 1}, {name: 1, first: 1, second: -1})
            yield Statement(tuple(_terms(table, line, way) for way in ways), table.cell(line.row, name), weak=True)


def _known(data: Dataset, table: Table, line: Line, columns: tuple[str, ...]) -> bool:
    """Whether a row states the first of some amounts and at least one other, and none of them is in doubt."""
    doubtful = any(table.cell(line.row, name) in data.unknown for name in columns)
    given = [line.values.get(name) is not None for name in columns]
    return given[0] and any(given[1:]) and not doubtful


def _terms(table: Table, line: Line, factors: Mapping[str, int]) -> Terms:
    return {table.cell(line.row, name): factor for name, factor in factors.items() if line.values.get(name) is not None}


def _same_figures(data: Dataset) -> Iterator[Statement]:
    latest = LATEST if data.of("dppa") else (("dpa", "budget"), LATEST[1])
    for meaning in (INITIAL, latest):
        by_line: dict[str, list[Cell]] = {}
        for kind, column in meaning:
            for table in data.of(kind):
                for line in table.lines:
                    if line.key and line.values.get(column) is not None:
                        by_line.setdefault(line.key, []).append(table.cell(line.row, column))
        for cells in by_line.values():
            for one, other in combinations([cell for cell in cells if cell not in data.unknown], 2):
                yield Statement(({one: 1, other: -1},))


def _agreements(data: Dataset) -> Iterator[Statement]:
    """Yield that an agreement's amount is that of the program which it names, or of a kegiatan of it."""
    below: dict[str, list[Figure]] = {}
    for budget in data.budget:
        for stage, figure in (("initial", budget.initial), ("revised", budget.budget)):
            if len(figure.cells) == 1 and figure.value is not None:
                for key in filter(None, (budget.key, budget.parent)):
                    below.setdefault(f"{stage}|{key}", []).append(figure)
    for table in data.of("agreement"):
        for line in table.lines:
            figures = below.get(f"{table.stage}|{line.key}", [])
            cell = table.cell(line.row, "amount")
            if figures and line.values.get("amount") is not None and cell not in data.unknown:
                yield Statement(tuple({cell: 1, figure.cells[0]: -1} for figure in figures))
