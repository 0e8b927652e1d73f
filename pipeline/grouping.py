"""One fault, one finding: which findings are only the consequence of another.

Findings state equations over cells. Where one cell, changed by one and the same amount, would make several of them
true, that cell holds the fault: the first of them stands for it and the others follow. A doubled row explains the
sums that it spoils, and so does a line that one of the documents lacks or has in another place. What recurs in most
rows of a column is one finding, and so are the cells of a column that cannot be read for one reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline import absences, blame, columns, lineage, recurrence, unread_columns
from pipeline.causes import explained
from pipeline.model import SEVERITIES, Dataset, Finding
from pipeline.terms import figures

FIRST = (
    "cell_is_exact",
    "formula_has_value",
    "line_stands_once",
    "reported_lines_are_budgeted",
    "budgeted_lines_are_reported",
    "agreement_matches_budget",
    "children_sum_to_parent",
    "rows_sum_to_total",
    "agreement_sums_to_budget",
    "periods_sum_to_total",
    "revision_starts_from_budget",
    "realization_uses_current_budget",
    "difference_is_right",
)
"""Of several findings of one fault the one whose rule stands first tells it."""


def grouped(data: Dataset, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with their likely causes, each consequence with the id of the finding that it follows."""
    told = _with_own_ids(findings)
    values = figures(data)
    families = _Families(told)
    for first, other in absences.links(data, told, values):
        families.join(first, other)
    groups = blame.groups(data, told, values)
    for _, group in groups:
        for other in group[1:]:
            families.join(group[0], other)
    for first, other in (
        *blame.together(data, told, values),
        *lineage.links(data, told, values),
        *columns.links(data, told, groups, values),
    ):
        families.join(first, other)
    faults = {families.root(group[0]): fault for fault, group in reversed(groups)}
    unread = absences.unread(told)
    followed = [replace(finding, follows=unread.get(finding.id) or families.follows(finding)) for finding in told]
    return unread_columns.merged(data, recurrence.merged(data, explained(data, followed, faults)))


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with each consequence right behind the one that it follows."""
    behind: dict[str | None, list[Finding]] = {}
    for finding in findings:
        behind.setdefault(finding.follows, []).append(finding)
    return [told for finding in behind.get(None, []) for told in (finding, *behind.get(finding.id, []))]


def _with_own_ids(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with ids that differ, also where two stand for one subject."""
    seen: dict[str, int] = {}
    told = []
    for finding in findings:
        seen[finding.id] = number = seen.get(finding.id, 0) + 1
        subject = finding.id.removeprefix(f"{finding.rule}:")
        told.append(finding if number == 1 else replace(finding, subject=f"{subject}|{number}"))
    return told


def _rank(finding: Finding) -> tuple[int, int]:
    """Errors before warnings, so that no error counts as the consequence of less; then by the order of the rules."""
    place = FIRST.index(finding.rule) if finding.rule in FIRST else len(FIRST)
    return (SEVERITIES.index(finding.severity), place)


class _Families:
    """Findings of one fault, joined pair by pair."""

    def __init__(self, told: Sequence[Finding]) -> None:
        self._place = {finding.id: place for place, finding in enumerate(told)}
        self._by_id = {finding.id: finding for finding in told}
        self._parent = {finding.id: finding.id for finding in told}

    def join(self, one: Finding, other: Finding) -> None:
        """Make one family of those of two findings; its best told finding is its root."""
        first, second = sorted((self.root(one), self.root(other)), key=self._order)
        if first != second:
            self._parent[second] = first

    def root(self, finding: Finding) -> str:
        """Return the id of the finding that tells the fault of a family."""
        ident = finding.id
        while self._parent[ident] != ident:
            self._parent[ident] = self._parent[self._parent[ident]]
            ident = self._parent[ident]
        return ident

    def follows(self, finding: Finding) -> str | None:
        """Return the id of the finding that a finding follows."""
        root = self.root(finding)
        return None if root == finding.id else root

    def _order(self, ident: str) -> tuple[int, int, int]:
        return (*_rank(self._by_id[ident]), self._place[ident])
