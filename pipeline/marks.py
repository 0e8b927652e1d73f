"""Which printed cells a finding is about: its checked place is marked wherever that figure is printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.messages import sentence, verdict
from pipeline.model import SEVERITIES, Cell, Finding, Outcome, Severity
from pipeline.sheets import Entry


def entry(outcome: Outcome, value: Decimal | int | str | None, cells: Sequence[Cell] = (), **facts: object) -> Entry:
    """Return a printed cell with its sources, marked and commented where a finding checked one of them."""
    found = [finding for cell in cells for finding in outcome.checked.get(cell, ())]
    return Entry(value, tuple(cells), note=_note(found, outcome.language), marked=_worst(found), **facts)  # type: ignore[arg-type]


def _note(findings: Sequence[Finding], language: str) -> str | None:
    """Return the messages of some findings, each with what staff wrote of it."""
    told = (text for finding in findings for text in (sentence(finding, language), verdict(finding, language)))
    return "\n".join(filter(None, told)) or None


def _worst(findings: Sequence[Finding]) -> Severity | None:
    return min((finding.severity for finding in findings), key=SEVERITIES.index, default=None)
