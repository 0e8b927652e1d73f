"""Findings that staff accept: what their ``Catatan Temuan`` says of each, and which of its rows serve no more.

A reason holds for the figures for which it was given. The row says which they were: by the ``Sidik`` that the program
wrote, else by the figures in its own columns; a row that says neither holds for nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from pipeline import parse
from pipeline.dates import collapse
from pipeline.model import MOST_CELLS, Cell, Dataset, Finding, Line, Quantity, Raw, Table, Waiver, Wording
from pipeline.number_formats import digits
from pipeline.spelling import same_name

RULE = "waiver_names_finding"
ASIDES = frozenset({"file", "files", "sheet", "row", "rows", "name", "remark"})
"""Facts that tell where something stands, how a line is spelled and what may help: not what was accepted."""

Verdict = Literal["holds", "stale", "unbound"]


@dataclass(frozen=True, slots=True)
class Waived:
    """The findings with what staff wrote of them, and the findings about rows that do not serve."""

    findings: tuple[Finding, ...]
    remarks: tuple[Finding, ...]
    examined: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a Catatan Temuan."""

    table: Table
    line: Line

    @property
    def gives_reason(self) -> bool:
        """Whether it is filled in; a dash says as little as a blank."""
        return any(sign.isalnum() for sign in self.text("reason"))

    def text(self, column: str) -> str:
        return str(self.line.values.get(column) or "")

    def cells(self) -> tuple[Cell, ...]:
        return tuple(self.table.cell(self.line.row, column) for column in ("finding", "reason"))


def applied(data: Dataset, findings: Sequence[Finding]) -> Waived:
    """Say of each finding what staff wrote of it; rows without a reason are not filled in yet and say nothing."""
    tables = data.of("waivers")
    rows = [row for table in tables for line in table.lines if (row := _Row(table, line)).gives_reason]
    by_finding: dict[str, list[_Row]] = {}
    for row in rows:
        by_finding.setdefault(row.text("finding"), []).append(row)
    told = tuple(_with_waiver(finding, by_finding.get(collapse(finding.id), [])) for finding in findings)
    remarks = tuple(_remarks(by_finding, {collapse(finding.id): finding for finding in told}))
    return Waived(told, remarks, {RULE: len(rows)} if tables else {})


def _with_waiver(finding: Finding, rows: Sequence[_Row]) -> Finding:
    verdicts = {verdict: row for row in reversed(rows) for verdict in [_verdict(row, finding)]}
    for verdict in ("holds", "stale"):
        if row := verdicts.get(verdict):
            waiver = Waiver(row.text("reason"), row.text("by"), row.text("date"), stale=verdict == "stale")
            return replace(finding, waiver=waiver)
    return finding


def _verdict(row: _Row, finding: Finding) -> Verdict:
    """Return whether a row was written for the figures that a finding has now."""
    if seal := row.text("seal"):
        return "holds" if seal.casefold() == fingerprint(finding) else "stale"
    figures = ((row.text("stated"), finding.stated), (row.text("computed"), finding.computed))
    if not any(written for written, _ in figures):
        return "unbound"
    return "holds" if all(_same(written, figure) for written, figure in figures) else "stale"


def _same(written: str, figure: Decimal | str | None) -> bool:
    """Compare a figure of a row with that of a finding; staff may have typed it with signs between thousands."""
    if not isinstance(figure, Decimal):
        return same_name(written) == same_name(figure or "")
    read = parse.quantity(Raw(written))
    return written == digits(figure) or (isinstance(read, Quantity) and read.value == figure)


def fingerprint(finding: Finding) -> str:
    """Return twelve signs that change with what a finding says, and neither with its language nor with its place."""
    facts = {name: _plain(value) for name, value in finding.facts.items() if name not in ASIDES}
    said = [finding.id, _plain(finding.stated), _plain(finding.computed), facts]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:12]


def _plain(value: Any) -> Any:
    """Return a fact as text that is the same for equal facts: 1.50 and 1.5 are one figure."""
    if isinstance(value, Decimal | int):
        return f"{Decimal(value).normalize():f}"
    if isinstance(value, Wording):
        return [value.code, {name: _plain(fact) for name, fact in value.facts.items() if name not in ASIDES}]
    return None if value is None else str(value)


def _remarks(by_finding: Mapping[str, Sequence[_Row]], findings: Mapping[str, Finding]) -> Iterator[Finding]:
    """Yield a finding for each identity whose rows do not serve; no reason is dropped in silence."""
    for ident, rows in by_finding.items():
        finding = findings.get(ident)
        if finding is None:
            yield _remark(rows, "gone" if ident else "nameless", None)
        elif finding.waiver is None:
            yield _remark(rows, "unbound", finding)
        elif finding.waiver.stale:
            yield _remark(rows, "stale", finding)


def _remark(rows: Sequence[_Row], why: str, finding: Finding | None) -> Finding:
    cells = tuple(cell for row in rows for cell in row.cells())[:MOST_CELLS]
    ident = rows[0].text("finding")
    facts = {"name": ident or rows[0].text("reason"), "remark": Wording(f"waiver.{why}")}
    return Finding(
        RULE,
        "note" if why == "gone" else "warning",
        cells,
        facts,
        # the finding that came back is told itself, with its former reason
        follows=(finding.follows or finding.id) if finding and why == "stale" else None,
        subject=ident or why,
    )
