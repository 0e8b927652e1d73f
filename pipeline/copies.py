"""Marked copies: each workbook that has findings once more, its cells coloured, for ``ditandai/`` in the outputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.grouping import in_order
from pipeline.marking import Copy, Mark, marked
from pipeline.messages import causes, explanation, sentence, verdict
from pipeline.model import Cell, Finding, Outcome
from pipeline.staging import MARKED


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies by their path in the output folder, and for each file that has none the code of the reason."""

    made: Mapping[str, bytes]
    left: tuple[tuple[str, str], ...]


NONE = Copies({}, ())


def copies(outcome: Outcome, files: Mapping[str, Path]) -> Copies:
    """Return the marked copy of each workbook that a finding names. Raises OSError where a file cannot be read again.

    A workbook that could not be read at all has no copy; its finding says why.
    """
    unread = {file.file for file in outcome.inputs if file.reason}
    marks: dict[str, list[Mark]] = {}
    for finding in in_order(outcome.findings):
        for file in dict.fromkeys(cell.file for cell in finding.cells):
            marks.setdefault(file, []).append(_mark(finding, file, outcome.language))
    made: dict[str, bytes] = {}
    left: list[tuple[str, str]] = []
    for file in sorted(marks.keys() & files.keys() - unread):
        found = marked(file, files[file].read_bytes(), marks[file], outcome.language)
        if isinstance(found, Copy):
            made[f"{MARKED}/{found.name}"] = found.data
        else:
            left.append((file, found.reason))
    return Copies(made, tuple(left))


def _mark(finding: Finding, file: str, language: str) -> Mark:
    """Return a finding as one workbook shows it: with the cells of this workbook only."""
    told = explanation(finding.rule, language)
    because = [said for said, _ in causes(finding, language)]
    return Mark(
        finding.severity,
        told.title if told else finding.rule,
        "\n".join([sentence(finding, language), *because]),
        tuple((cell.sheet, cell.ref) for cell in finding.cells if cell.file == file),
        verdict(finding, language),
        tuple((cell.sheet, cell.ref) for cell in _blamed(finding) if cell.file == file),
    )


def _blamed(finding: Finding) -> Sequence[Cell]:
    """Return the cells that are wrong: the checked place, of a whole range only those that a cause names."""
    checked = finding.places or finding.cells[:1]
    if len(checked) == 1 and ":" in (checked[0].ref or ""):
        return [cell for found in finding.causes for cell in found.cells] or checked
    return checked
