"""What may explain a difference exactly: the likely causes with their cells, the likeliest first, three at the most."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from pipeline import shifts
from pipeline.kinds import kinds
from pipeline.model import Cause, Cell, Dataset, Finding, Line, Wording
from pipeline.ratios import rupiah
from pipeline.slips import slip
from pipeline.spelling import same_name
from pipeline.terms import Values, corrections, figures, parts

MOST = 3

Fault = tuple[Cell, Decimal]
"""A cell with the change of it that makes several equations true at once."""

RANKS = (
    "shifted_rows",
    "missing_child",
    "subtotal_counted",
    "swapped_sign",
    "factor_1000",
    "factor_1000000",
    "child_equals_difference",
    "doubled_child",
    "partial_total",
    "cut_off",
    "factor_10",
    "transposed_digits",
)
"""From the likeliest to what most often happens by chance."""


def explained(data: Dataset, findings: Sequence[Finding], faults: Mapping[str, Fault]) -> list[Finding]:
    """Return the findings with their likely causes; one that others follow has theirs too.

    ``faults`` gives, for a finding that others follow, the cell that is to blame for all of them.
    """
    if not any(finding.terms for finding in findings):
        return list(findings)
    evidence = _Evidence(data)
    shifted = shifts.causes(data, evidence.values, findings)
    suspects = {finding.cells[0].line for finding in findings if not finding.terms}
    own = {
        finding.id: _ranked(
            [*finding.causes, *shifted.get(finding.id, ()), *evidence.causes(finding)],
            faults.get(finding.follows or finding.id),
            suspects,
        )
        for finding in findings
    }
    followers: dict[str, list[Cause]] = {}
    for finding in findings:
        if finding.follows:
            followers.setdefault(finding.follows, []).extend(own[finding.id])
    told = []
    for finding in findings:
        behind = followers.get(finding.id, [])
        kinds_told = {cause.kind for cause in own[finding.id]}
        further = [cause for cause in behind if cause.kind not in kinds_told]
        fault = faults.get(finding.follows or finding.id)
        told.append(replace(finding, causes=_ranked([*own[finding.id], *further], fault, suspects)[:MOST]))
    return told


def _ranked(causes: Sequence[Cause], fault: Fault | None, suspects: Collection[object]) -> tuple[Cause, ...]:
    """Return each cause once, the likeliest first; of one kind those in rows that have a finding of their own."""

    def rank(cause: Cause) -> tuple[int, bool]:
        blamed = fault is not None and cause.cells == (fault[0],) and "wanted" in cause.facts
        suspect = any(cell.line in suspects for cell in cause.cells)
        certain = blamed or "twin" in cause.facts  # the same row again is no coincidence
        return (-1 if certain else RANKS.index(cause.kind), not suspect)

    first: dict[tuple[str, tuple[Cell, ...]], Cause] = {}
    for cause in causes:
        first.setdefault((cause.kind, cause.cells), cause)
    return tuple(sorted(first.values(), key=rank))


@dataclass(frozen=True)
class _Evidence:
    """The figures of a package, for whoever looks for a cause in them."""

    data: Dataset

    @cached_property
    def values(self) -> Values:
        return figures(self.data)

    def causes(self, finding: Finding) -> Iterator[Cause]:
        """Yield every cause that explains the difference of an equation exactly."""
        gap = finding.difference
        if not gap or not finding.terms:
            return
        yield from self._slips(finding)
        summed = parts(finding) or self._column_below(finding)
        if summed:
            yield from self._missing(finding, gap)
            yield from self._counted(gap, summed)
            yield from self._partial(finding, summed)

    def _column_below(self, finding: Finding) -> tuple[Cell, ...]:
        """Return the cells below a wrong difference that are right, so that it may have been added up instead."""
        table = self.data.table_at(finding.cells[0])
        if table is None or finding.rule != "difference_is_right":
            return ()
        line = table.by_row.get(finding.cells[0].row)
        name = table.column_at(finding.cells[0])
        below = table.children(line) if line else table.topmost
        places = tuple(table.cell(child.row, name) for child in below if name)
        amounts = [self.values[place] for place in places if place in self.values]
        return places if len(amounts) == len(places) and sum(amounts) == finding.computed else ()

    def _slips(self, finding: Finding) -> Iterator[Cause]:
        for cell, change in corrections(finding):
            written = self.values.get(cell)
            kind = slip(written, written + change) if written is not None else None
            if kind == "swapped_sign" and finding.rule == "total_matches_staff":
                continue  # nobody counts less than no persons
            if kind and written is not None:
                yield Cause(kind, (cell,), {"written": written, "wanted": written + change})

    def _missing(self, finding: Finding, gap: Decimal) -> Iterator[Cause]:
        """A line of other documents that this table lacks, just as large as what is missing."""
        table = self.data.table_at(finding.cells[0])
        if table is None or gap < 0:
            return
        parent = table.by_row.get(finding.cells[0].row)
        there = {line.key for line in table.lines}
        for line in self.data.budget:
            if line.key in there or line.parent != (parent.key if parent else None):
                continue
            for place, amount in self._elsewhere.get(line.key, {}).items():
                if amount == gap:
                    yield Cause("missing_child", (place,), {"name": line.name, "amount": amount})
                    break

    @cached_property
    def _elsewhere(self) -> Mapping[str, Mapping[Cell, Decimal]]:
        """The amounts that documents state for each budget line."""
        found: dict[str, dict[Cell, Decimal]] = {}
        for table in self.data.tables:
            fields = kinds()[table.kind].fields
            names = [name for name in table.columns if fields[name].parser == "rupiah"]
            for line in table.lines:
                for name in names:
                    amount = rupiah(line.values.get(name)) if line.key else None
                    if line.key and amount:
                        found.setdefault(line.key, {})[table.cell(line.row, name)] = amount
        return found

    def _counted(self, gap: Decimal, summed: Sequence[Cell]) -> Iterator[Cause]:
        """A part left out or counted twice; a part that is itself the sum of others."""
        amounts = [self.values.get(cell, Decimal(0)) for cell in summed]
        for place, (cell, amount) in enumerate(zip(summed, amounts, strict=True)):
            if amount and abs(amount) == abs(gap):
                facts = {"amount": abs(amount), "guess": Wording("remark.left_out")}
                if (gap < 0) == (amount > 0):
                    twice = self._called(cell) and self._called(cell) in [
                        self._called(other) for other in summed if other != cell and self.values.get(other) == amount
                    ]
                    yield (
                        Cause("doubled_child", (cell,), {**facts, "twin": True})
                        if twice
                        else Cause("child_equals_difference", (cell,), facts)
                    )
                    if _sum_of_others(amounts, place):
                        yield Cause("subtotal_counted", (cell,), facts)
                else:
                    yield Cause("doubled_child", (cell,), facts)
        for own in (self._below(summed), *(self._below([cell]) for cell in summed)):
            if own and sum(own.values()) == gap:
                yield Cause("subtotal_counted", tuple(own)[:1], {"amount": gap})

    def _called(self, cell: Cell) -> str:
        """Return what the row of a cell calls itself."""
        table = self.data.table_at(cell)
        line = table.by_row.get(cell.row) if table else None
        if table is None or line is None:
            return ""
        naming = [
            name for name, field in kinds()[table.kind].fields.items() if field.required and field.parser == "text"
        ]
        return "|".join(same_name(str(line.values[name])) for name in naming if line.values.get(name))

    def _below(self, cells: Sequence[Cell]) -> dict[Cell, Decimal]:
        """Return the amounts directly below some lines, in the column of their cells."""
        found: dict[Cell, Decimal] = {}
        for cell in cells:
            table = self.data.table_at(cell)
            line: Line | None = table.by_row.get(cell.row) if table else None
            if table is None or line is None:
                continue
            name = table.column_at(cell)
            for child in table.children(line) if name else []:
                place = table.cell(child.row, name)
                if place in self.values:
                    found[place] = self.values[place]
        return found

    def _partial(self, finding: Finding, summed: Sequence[Cell]) -> Iterator[Cause]:
        """A total over a run of rows that stops too early, or begins too late."""
        amounts = [self.values.get(cell, Decimal(0)) for cell in summed]
        stated = finding.stated
        for count in range(1, len(summed) - 1):
            for run, cells in ((amounts[:count], summed[:count]), (amounts[-count:], summed[-count:])):
                if stated == sum(run) and sum(amounts) != stated:
                    left = [cell for cell in summed if cell not in cells]
                    yield Cause("partial_total", tuple(left)[:MOST], {"count": len(left)})


def _sum_of_others(amounts: Sequence[Decimal], place: int) -> bool:
    """Whether an amount is the sum of a run of at least two right before or after it."""
    for count in range(2, len(amounts)):
        before = amounts[max(place - count, 0) : place]
        after = amounts[place + 1 : place + 1 + count]
        if amounts[place] in (sum(run) for run in (before, after) if len(run) == count):
            return True
    return False
