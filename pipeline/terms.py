"""Findings as equations over cells: their figures, and what one of them would have to be for it to be true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pipeline.kinds import kinds
from pipeline.model import Cell, Dataset, Finding
from pipeline.ratios import rupiah

SUMS = frozenset({"children_sum_to_parent", "rows_sum_to_total"})
"""Rules that find a parent or a total that is not the sum of its lines."""

Values = Mapping[Cell, Decimal]
"""Amounts in rupiah and counts by their cell."""


def figures(data: Dataset) -> dict[Cell, Decimal]:
    """Return every amount (rupiah) and count that the tables of a package hold, by its cell."""
    found: dict[Cell, Decimal] = {}
    for table in data.tables:
        fields = kinds()[table.kind].fields
        amounts = {name: fields[name].parser for name in table.columns if fields[name].parser in ("rupiah", "count")}
        for line in table.every:
            for name, parser in amounts.items():
                value = line.values.get(name)
                if isinstance(value, int):
                    amount = rupiah(value) if parser == "rupiah" else Decimal(value)
                    if amount is not None:
                        found[table.cell(line.row, name)] = amount
    return found


def corrections(finding: Finding) -> Iterator[tuple[Cell, Decimal]]:
    """Yield each cell of an equation with the change of it that would make the equation true."""
    gap = finding.difference
    if gap:
        yield from ((cell, -gap / factor) for cell, factor in finding.terms.items())


def parts(finding: Finding) -> tuple[Cell, ...]:
    """Return the cells that the checked place should be the sum of; none where the equation is no sum."""
    checked = [cell for cell, factor in finding.terms.items() if factor > 0]
    summed = tuple(cell for cell, factor in finding.terms.items() if factor < 0)
    return summed if len(checked) == 1 and (len(summed) > 1 or finding.rule in SUMS) else ()
