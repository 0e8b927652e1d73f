"""Every contradiction as a list to work through, each cell a link to the source workbook; then the rules that ran."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from pipeline import examined, lines
from pipeline.grouping import in_order
from pipeline.messages import advice, causes, explanation, message, text, verdict
from pipeline.model import SEVERITIES, Cell, Finding, Outcome
from pipeline.references import listed
from pipeline.reports import lacking
from pipeline.sheets import Column, Entry, Row, Sheet, Table

NAME = "Temuan"
ORDER = 200
NEEDS = ()
COLUMNS = (
    Column("number", "No", "center", 4),
    Column("severity", "Tingkat", "center", 10),
    Column("rule", "Aturan", "text", 16),
    Column("message", "Temuan", "text", 30),
    Column("advice", "Yang perlu dilakukan", "text", 19),
    Column("stated", "Tertulis", "number", 11),
    Column("computed", "Dihitung", "number", 11),
    Column("difference", "Selisih", "number", 11),
    Column("cause", "Penyebab yang mungkin", "text", 21),
    Column("state", "Keadaan", "center", 11),
    Column("cells", "Sel", "text", 17),
)
"""What is printed: on a page across these are wide enough to read and narrow enough for letters of 8 points."""
PRINTED_CELLS = 6
"""Cells of a finding that the printed column names; right of the print, each cell has a link of its own."""

Numbers = Mapping[str, int]
"""The number of each finding by its id."""


def build(outcome: Outcome) -> Sheet:
    """One row per finding: errors first, accepted ones last, each consequence right behind what it follows from."""
    accepted = {finding.id for finding in outcome.findings if finding.state == "accepted"}
    ordered = sorted(in_order(outcome.findings), key=lambda finding: (finding.follows or finding.id) in accepted)
    numbers = {finding.id: place for place, finding in enumerate(ordered, start=1)}
    most = max((len(_places(finding)) for finding in ordered), default=1)
    links = (Column(f"cell_{place}", f"Sel {place}", "text", 36, printed=False) for place in range(1, most + 1))
    rows = tuple(Row("plain", _entries(numbers, finding, outcome.language)) for finding in ordered)
    reasons = {name: lacking(needs) for name, needs in outcome.skipped}
    tables = [examined.table(outcome, reasons, own_page=bool(rows))]
    if rows:
        tables.insert(0, Table((*COLUMNS, *links), rows, filtered=True))
    return Sheet(NAME, (*lines.titles(outcome, "TEMUAN"), *_counts(outcome)), tuple(tables), traced=False)


def _counts(outcome: Outcome) -> list[str]:
    """Return how many findings there are, also where there are none."""
    counts = [f"{outcome.count(severity)} {text(f'severity.{severity}')}" for severity in SEVERITIES]
    if outcome.accepted:
        counts.append(f"{outcome.accepted} {text('state.accepted')}")
    none = "Tidak ada temuan" + ("; ada aturan yang dilewati, lihat di bawah." if outcome.skipped else ".")
    return [", ".join(counts), *([] if outcome.findings else [none])]


def _entries(numbers: Numbers, finding: Finding, language: str) -> dict[str, Entry]:
    told = explanation(finding.rule, language)
    own = finding.state == "open" and not finding.follows
    return {
        "number": Entry(Decimal(numbers[finding.id]), link=finding.cells[0]),
        "severity": Entry(text(f"severity.{finding.severity}"), marked=finding.severity if own else None),
        "rule": Entry(told.title if told else finding.rule),
        "message": Entry(message(finding, language)),
        "advice": Entry(_advice(numbers, finding, language)),
        "stated": Entry(finding.stated),
        "computed": Entry(finding.computed),
        "difference": Entry(finding.difference),
        "cause": Entry("\n".join(_because(finding, language)) or None),
        "state": Entry(_state(numbers, finding)),
        "cells": Entry(_named(finding.cells)),
        **{f"cell_{place}": Entry(str(cell), link=cell) for place, cell in enumerate(_places(finding), start=1)},
    }


def _places(finding: Finding) -> list[Cell]:
    """Return every cell of a finding and of its causes, each once."""
    return list(dict.fromkeys([*finding.cells, *(cell for found in finding.causes for cell in found.cells)]))


def _named(cells: Sequence[Cell]) -> str:
    """Return the cells in lines that fit a narrow column: each file, then its sheets with their cells."""
    said = []
    for file, found in groupby(cells[:PRINTED_CELLS], key=lambda cell: cell.file):
        said.append(file)
        for sheet, members in groupby(found, key=lambda cell: cell.sheet):
            refs = ", ".join(cell.ref for cell in members if cell.ref)
            said.extend(["!".join(filter(None, (sheet, refs)))] if sheet else [])
    more = len(cells) - PRINTED_CELLS
    return "\n".join([*said, *([f"dan {more} sel lagi"] if more > 0 else [])])


def _state(numbers: Numbers, finding: Finding) -> str:
    if finding.state == "open" and finding.follows:
        return text("state.follows").format(number=numbers[finding.follows])
    return text(f"state.{finding.state}")


def _advice(numbers: Numbers, finding: Finding, language: str) -> str:
    """Return what to do; of a finding that staff accepted, why."""
    if finding.state == "accepted":
        return verdict(finding, language)
    if finding.follows:
        return text("state.root_first", language).format(number=numbers[finding.follows])
    return "\n".join(filter(None, (advice(finding.rule, language), verdict(finding, language))))


def _because(finding: Finding, language: str) -> list[str]:
    """Return the likely causes with their cells; on the sheet of the finding a cell is named without it."""
    sheet = f"{Cell(finding.cells[0].file, finding.cells[0].sheet)}!"
    return [
        said + (f" ({listed(cells).removeprefix(sheet)})" if cells else "") for said, cells in causes(finding, language)
    ]
