"""Every contradiction with its cells, each a link to the source workbook; then the rules that ran and those skipped."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pipeline import lines
from pipeline.grouping import in_order
from pipeline.messages import cause, explanation, sentence, text
from pipeline.model import SEVERITIES, Finding, Outcome
from pipeline.reports import lacking
from pipeline.rules import rules
from pipeline.sheets import Column, Entry, Row, Sheet, Table

NAME = "Temuan"
ORDER = 200
NEEDS = ()
MOST_CELLS = 4
"""Cells of one finding that get a column of their own; further ones are counted."""


def build(outcome: Outcome) -> Sheet:
    """One row per finding, errors first."""
    widest = max((min(len(finding.cells), MOST_CELLS) for finding in outcome.findings), default=1)
    places = tuple(
        Column(f"cell_{place}", "Sel" if place == 0 else f"Sel {place + 1}", "text", 36) for place in range(widest)
    )
    columns = (
        Column("number", "No", "center", 5),
        Column("severity", "Tingkat", "center", 11),
        Column("rule", "Aturan", "text", 30),
        Column("message", "Temuan", "text", 56),
        Column("stated", "Tertulis", "number", 17),
        Column("computed", "Dihitung", "number", 17),
        Column("difference", "Selisih", "number", 17),
        Column("cause", "Penyebab yang mungkin", "text", 34),
        *places,
    )
    ordered = in_order(outcome.findings)
    places_of = {finding.id: place for place, finding in enumerate(ordered, start=1)}
    rows = tuple(Row("plain", _entries(places_of, finding, outcome.language)) for finding in ordered)
    counts = ", ".join(f"{outcome.count(severity)} {text(f'severity.{severity}')}" for severity in SEVERITIES)
    return Sheet(
        NAME,
        (*lines.titles(outcome, "TEMUAN"), counts),
        (Table(columns, rows, filtered=bool(rows)), _rules(outcome)),
        traced=False,
    )


def _entries(places: Mapping[str, int], finding: Finding, language: str) -> dict[str, Entry]:
    told = explanation(finding.rule, language)
    entries = {
        "number": Entry(Decimal(places[finding.id])),
        "severity": Entry(text(f"severity.{finding.severity}"), marked=finding.severity),
        "rule": Entry(told.title if told else finding.rule),
        "message": Entry(sentence(finding, language)),
        "stated": Entry(finding.stated),
        "computed": Entry(finding.computed),
        "difference": Entry(finding.difference),
        "cause": Entry("\n".join(_because(places, finding, language)) or None),
    }
    for index, cell in enumerate(finding.cells[:MOST_CELLS]):
        entries[f"cell_{index}"] = Entry(str(cell), link=cell)
    if len(finding.cells) > MOST_CELLS:
        more = len(finding.cells) - MOST_CELLS
        last = finding.cells[MOST_CELLS - 1]
        entries[f"cell_{MOST_CELLS - 1}"] = Entry(f"{last} dan {more} sel lagi", link=last)
    return entries


def _because(places: Mapping[str, int], finding: Finding, language: str) -> list[str]:
    """Return the finding that this one follows, and the likely causes with their cells."""
    follows = (
        [text("screen.follows_number", language).format(number=places[finding.follows])] if finding.follows else []
    )
    return follows + [cause(found.kind, found.facts, language) + _at(found.cells) for found in finding.causes]


def _at(cells: tuple[object, ...]) -> str:
    return f" ({', '.join(str(cell) for cell in cells)})" if cells else ""


def _rules(outcome: Outcome) -> Table:
    columns = (
        Column("number", "No", "center", 5),
        Column("severity", "Tingkat", "center", 11),
        Column("rule", "Aturan", "text", 30),
        Column("message", "Keadaan", "text", 56),
    )
    counted = {name: sum(finding.rule == name for finding in outcome.findings) for name in rules()}
    reasons = {name: f"dilewati: {lacking(needs)}" for name, needs in outcome.skipped}
    rows = []
    for place, rule in enumerate(rules().values(), start=1):
        state = reasons.get(rule.name) or (f"diperiksa: {counted[rule.name]} temuan")
        rows.append(
            Row(
                "plain",
                {
                    "number": Entry(Decimal(place)),
                    "severity": Entry(text(f"severity.{rule.severity}")),
                    "rule": Entry(rule.title),
                    "message": Entry(state),
                },
            )
        )
    return Table(columns, tuple(rows), title="Aturan yang diperiksa", counted=False)
