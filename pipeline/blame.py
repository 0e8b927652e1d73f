"""One wrong cell, several findings: the figure of which one change would make several of them true."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from heapq import heapify, heappop, heappush

from pipeline.causes import Fault
from pipeline.model import Cell, Dataset, Finding
from pipeline.ranges import members
from pipeline.ratios import quotient, rounded
from pipeline.terms import Values, corrections

Changed = Callable[[Cell], Decimal | None]
"""The figure of a cell after the change."""
Holds = Callable[[Finding, Changed], bool]
"""Whether the truth that a finding contradicts would hold with changed figures."""


def _percentage(finding: Finding, changed: Changed) -> bool:
    """Whether a stated percentage is the quotient of its two figures, or what is left of it or above it."""
    stated, figures = finding.stated, [changed(cell) for cell in finding.cells[1:]]
    if not isinstance(stated, Decimal) or len(figures) != 2 or None in figures:
        return False
    exponent = stated.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    one, other = (figure for figure in figures if figure is not None)
    for dividend, divisor in ((one, other), (other, one), (other - one, one), (one - other, other)):
        if divisor:
            share = quotient(dividend, divisor) * 100
            if stated in (rounded(share, decimals), rounded(100 - share, decimals), rounded(100 + share, decimals)):
                return True
    return False


def _spent(finding: Finding, changed: Changed) -> bool:
    spent, *budgets = (changed(cell) for cell in finding.cells)
    known = [budget for budget in budgets if budget is not None]
    return spent is not None and bool(known) and spent <= sum(known)


def _scaled(finding: Finding, changed: Changed) -> bool:
    return finding.computed is not None and changed(finding.cells[0]) == finding.computed


def _positive(finding: Finding, changed: Changed) -> bool:
    amount = changed(finding.cells[0])
    return amount is not None and amount >= 0


def _latest(finding: Finding, changed: Changed) -> bool:
    """Whether each budget of several lines is the one that it stands beside."""
    pairs = zip(finding.cells[::2], finding.cells[1::2], strict=False)  # the last may be cut off
    return all(changed(own) == changed(latest) for own, latest in pairs)


TRUE_AFTER: Mapping[str, Holds] = {
    "percentage_is_right": _percentage,
    "spent_within_budget": _spent,
    "amount_in_scale": _scaled,
    "budget_is_not_negative": _positive,
    "realization_uses_current_budget": _latest,
}
"""Rules that state no equation: whether their finding would be gone after a change of a figure."""


Group = tuple[Fault, list[Finding]]
"""A change of a cell, and the findings that it would make true."""


def groups(data: Dataset, told: Sequence[Finding], values: Values) -> list[Group]:
    """Return the cells that are to blame for several findings each, with the change that would make these true.

    The cell that explains most comes first; what it explains counts for no other.
    """
    mended = _mended(data, told, values)
    faults: dict[str, list[Fault]] = {}
    for fault, explained in mended.items():
        for ident in explained:
            faults.setdefault(ident, []).append(fault)
    waiting = [(-len(explained), place, fault) for place, (fault, explained) in enumerate(mended.items())]
    heapify(waiting)
    found = []
    while waiting:
        size, place, fault = heappop(waiting)
        group = mended[fault]
        if len(group) < 2:
            continue
        if len(group) < -size:  # others were explained by a cell that explains more
            heappush(waiting, (-len(group), place, fault))
            continue
        found.append((fault, list(group.values())))
        for ident in list(group):
            for other in faults[ident]:
                mended[other].pop(ident, None)
    return found


def _mended(data: Dataset, told: Sequence[Finding], values: Values) -> dict[Fault, dict[str, Finding]]:
    """Return for each change of a cell the findings that it would make true, by their id."""
    mended: dict[Fault, dict[str, Finding]] = {}
    at: dict[Cell, list[Fault]] = {}
    for finding in told:
        for fault in corrections(finding):
            if fault not in mended:
                at.setdefault(fault[0], []).append(fault)
            mended.setdefault(fault, {})[finding.id] = finding
    for finding in told:
        for cell in (member for place in finding.cells for member in members(place)) if not finding.terms else ():
            for fault in at.get(cell, ()):
                if cell in values and _true_after(data, finding, {cell: values[cell] + fault[1]}, values):
                    mended[fault][finding.id] = finding
    return mended


def together(data: Dataset, told: Sequence[Finding], values: Values) -> list[tuple[Finding, Finding]]:
    """Return the findings that would be gone if all cells were as a finding wants them that blames several."""
    return [
        (blaming, finding)
        for blaming in told
        if len(blaming.wanted) > 1
        for finding in told
        if finding is not blaming and _true_after(data, finding, blaming.wanted, values)
    ]


def _true_after(data: Dataset, finding: Finding, wanted: Values, values: Values) -> bool:
    """Whether a finding that the figures now give would be gone with other figures in some cells."""

    def changed(place: Cell) -> Decimal | None:
        return wanted.get(place, values.get(place))

    if finding.terms:
        return not wanted.keys().isdisjoint(finding.terms) and not sum(
            factor * (changed(cell) or 0) for cell, factor in finding.terms.items()
        )
    holds = TRUE_AFTER.get(finding.rule)
    if finding.rule == "agreement_matches_budget":
        holds = partial(_matched, data)
    return holds is not None and holds(finding, changed) and not holds(finding, values.get)


def _matched(data: Dataset, finding: Finding, changed: Changed) -> bool:
    """Whether an agreement's amount is that of the program that it names, or of something below it."""
    key, revised = finding.facts.get("key"), finding.facts.get("stage") == "revised"
    inside = {key}
    budget = set()
    for line in data.budget:
        if line.key == key or line.parent in inside:
            inside.add(line.key)
            figure = line.revised if revised else line.initial
            budget |= {changed(cell) for cell in figure.cells}
    return changed(finding.cells[0]) in budget - {None}
