"""A column that is written in a way which nobody can read exactly: one finding for its cells, not one for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import MOST_CELLS, Dataset, Finding, Wording
from pipeline.ranges import joined
from pipeline.recurrence import substituted

LEAST = 3
"""Cells of one column, unread for one reason, from which they are told as one."""
RULE = "cell_is_exact"


def merged(data: Dataset, told: Sequence[Finding]) -> list[Finding]:
    """Return the findings with those of unread cells of one column, reason and way as one, at the place of the first.

    What followed one of them follows the one that stands for all. ``data.findings`` keeps each cell by itself, so that
    none of them is taken for a figure or a blank.
    """
    columns: dict[tuple[str, ...], list[Finding]] = {}
    for finding in told:
        if finding.rule == RULE:
            columns.setdefault(_column(data, finding), []).append(finding)
    instead: dict[str, Finding] = {}
    subjects: Counter[str] = Counter()
    for (*_, reason), members in columns.items():
        ways: dict[str, list[Finding]] = {}
        for finding in members if len(members) >= LEAST else ():
            ways.setdefault(_way(finding), []).append(finding)
        for way, alike in ways.items():
            if len(alike) > 1:
                subject = "|".join((_document(data, alike[0]), reason, way))
                subjects[subject] += 1
                again = f"|{subjects[subject]}" if subjects[subject] > 1 else ""
                instead |= dict.fromkeys((one.id for one in alike), _whole(alike, subject + again))
    return list(substituted(told, instead))


def _column(data: Dataset, finding: Finding) -> tuple[str, ...]:
    """Return the column of a table in which a cell stands, and the reason for which it could not be read."""
    cell, reason = finding.cells[0], finding.facts.get("reason")
    table = data.table_at(cell)
    head = str(table.header_row) if table else ""
    said = reason.code.rpartition(".")[2] if isinstance(reason, Wording) else ""
    return (cell.file, cell.sheet or "", head, cell.column, said)


def _document(data: Dataset, finding: Finding) -> str:
    """Return the kind of table and the column that a finding is about."""
    table = data.table_at(finding.cells[0])
    if table is None:
        return str(finding.facts.get("column", ""))
    return f"{table.kind}{table.edition}{table.stage}|{table.column_at(finding.cells[0])}"


def _way(finding: Finding) -> str:
    """Return how a cell is written, whatever its words and figures are: "Rp 1.250 juta" is "a 0 a"."""
    figures = re.sub(r"\d+(?:[^\w()]+\d+)*", "0", finding.stated if isinstance(finding.stated, str) else "")
    words = re.sub(r"[^\W\d_]+(?:[^\w()]+[^\W\d_]+)*", "a", figures)
    return " ".join(re.sub(r"[^\w()]+", " ", words).split())


def _whole(members: Sequence[Finding], subject: str) -> Finding:
    """Return one finding for all: what is written in the first cell, and all cells, neighbours as ranges."""
    places = tuple(finding.cells[0] for finding in members)
    written = tuple(sorted(str(finding.stated) for finding in members))
    return replace(
        members[0],
        cells=joined(places)[:MOST_CELLS],
        facts={**members[0].facts, "rows_more": len(members) - 1, "all": written},
        places=places,
        subject=subject,
    )
