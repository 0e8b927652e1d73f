"""The table of the rules: which ran, how much each examined, what it found, and which were skipped and why."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pipeline.messages import schema_checks, text
from pipeline.model import SEVERITIES, Outcome, Severity
from pipeline.rules import Rule, rules
from pipeline.sheets import Column, Entry, Row, Table

COLUMNS = (
    Column("number", "No", "center", 4),
    Column("severity", "Tingkat", "center", 10),
    Column("rule", "Aturan", "text", 17),
    Column("rule_wide", "", width=30, joined=True),
    Column("state", "Keadaan", "text", 20),
    *(Column(f"state_wide_{place}", "", width=11, joined=True) for place in range(3)),
)
"""The first ones stand below those of the findings that hold the same, whose headings stand above each printed page."""
CONTENTS = "Isi setiap kolom wajar"
"""Stands for the checks of single columns, which are made of each table that is read."""


def table(outcome: Outcome, reasons: Mapping[str, str], *, own_page: bool) -> Table:
    """Return one row per rule: those that ran by severity, then those skipped.

    ``reasons`` says in words what each skipped rule lacks.
    """
    ordered = sorted(rules().values(), key=lambda rule: SEVERITIES.index(rule.severity))
    ran = [(rule.severity, rule.title, _came_of(outcome, rule)) for rule in ordered if rule.name not in reasons]
    checks: tuple[Severity, str, str] = ("error", CONTENTS, _while_reading(_found(outcome, *schema_checks())))
    skipped = [
        (rule.severity, rule.title, f"dilewati: {reasons[rule.name]}") for rule in ordered if rule.name in reasons
    ]
    rows = tuple(
        Row(
            "plain",
            {
                "number": Entry(Decimal(place)),
                "severity": Entry(text(f"severity.{severity}")),
                "rule": Entry(title),
                "state": Entry(state),
            },
        )
        for place, (severity, title, state) in enumerate([checks, *ran, *skipped], start=1)
    )
    counts = f"{1 + len(ran)} aturan diperiksa, {len(skipped)} dilewati."
    return Table(COLUMNS, rows, title="Aturan yang diperiksa", notes=(counts,), counted=False, own_page=own_page)


def _came_of(outcome: Outcome, rule: Rule) -> str:
    found = _found(outcome, rule.name)
    if rule.check is None and rule.name not in outcome.examined:
        return _while_reading(found)
    examined = max(outcome.examined.get(rule.name, 0), found)
    return f"diperiksa {examined} kali: {found} temuan" if examined else "tidak ada yang dapat diperiksa"


def _while_reading(found: int) -> str:
    return f"diperiksa saat membaca: {found} temuan"


def _found(outcome: Outcome, *names: str) -> int:
    return sum(finding.rule in names for finding in outcome.findings)
