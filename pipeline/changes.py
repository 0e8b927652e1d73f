"""What is new, what remains and what was resolved since the former run of a package.

It is told beside the outputs, in ``perubahan.json``, and is none of them: the same inputs give the same outputs,
whatever ran before. Findings are compared by their ids, which do not depend on where cells stand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline import serialise
from pipeline.model import Cell
from pipeline.ranges import members
from pipeline.removals import NONE, Tables, tables, taken_away
from pipeline.results import RESULT, digest

CHANGES = "perubahan.json"
VERSION = 1
UNREAD = frozenset({"cell_is_exact", "formula_has_value"})
"""Rules about cells without a figure: of what such a cell is part, nothing can be said."""

Told = Mapping[str, Any]
"""A finding as ``result.json`` states it."""


@dataclass(frozen=True, slots=True)
class Former:
    """The findings of a former ``result.json`` by id, its tables, its hash; without a hash there is none to compare.

    ``unreadable``: there is one, but it is damaged or of another version.
    """

    sha256: str | None = None
    findings: Mapping[str, Told] = field(default_factory=dict)
    tables: Tables = NONE
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """The findings of two runs side by side.

    ``unchecked`` are former ones that are gone only because their workbook was taken away, a cell of theirs could not
    be read, or their rule not be checked, this time; ``changed`` those of ``remaining`` whose stated or computed figure
    is another one now, each with its former finding.
    """

    former: Former
    new: tuple[Told, ...] = ()
    remaining: tuple[Told, ...] = ()
    resolved: tuple[Told, ...] = ()
    unchecked: tuple[Told, ...] = ()
    changed: tuple[tuple[Told, Told], ...] = ()
    not_written: str = ""
    """Why ``perubahan.json`` could not be written."""


def former(folder: Path) -> Former:
    """Return what a former run left in an output folder. Never raises for what the file holds."""
    try:
        data = (folder / RESULT).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Former()
    except OSError:
        return Former(unreadable=True)
    try:
        told = serialise.loads(data)
        findings = {finding["id"]: finding for finding in told["findings"]}
        read = tables(told)
        known = told["version"] == VERSION and all(_whole(finding) for finding in findings.values())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        known = False
    return Former(hashlib.sha256(data).hexdigest(), findings, read) if known else Former(unreadable=True)


def _whole(finding: Told) -> bool:
    """Tell whether a former finding says all that is asked of it here."""
    words = (finding["id"], finding["rule"], finding["severity"], finding["message"])
    figures = (finding.get("stated"), finding.get("computed"))
    places = [word for cell in finding["cells"] for word in (cell["file"], *cell.values())]
    told = all(isinstance(word, str) for word in (*words, *places)) and bool(places)
    return told and all(figure is None or isinstance(figure, str | int | Decimal) for figure in figures)


def compared(before: Former, result: Mapping[str, Any], skipped: Collection[str] = ()) -> Changes:
    """Compare the values of the present ``result.json`` with the former findings.

    ``skipped`` are the rules that could not be checked this time, for want of their workbooks.
    """
    if before.sha256 is None:
        return Changes(before)
    now: Sequence[Told] = result["findings"]
    ids = {finding["id"] for finding in now}
    gone = [finding for finding in before.findings.values() if finding["id"] not in ids]
    read, unknown = tables(result), {cell for finding in now if finding["rule"] in UNREAD for cell in _places(finding)}
    proven = [
        finding["rule"] not in skipped
        and not taken_away(finding, before.tables, read)
        and not unknown.intersection(_places(finding))
        for finding in gone
    ]
    remaining = tuple(finding for finding in now if finding["id"] in before.findings)
    pairs = ((finding, before.findings[finding["id"]]) for finding in remaining)
    return Changes(
        before,
        new=tuple(finding for finding in now if finding["id"] not in before.findings),
        remaining=remaining,
        resolved=tuple(finding for finding, sure in zip(gone, proven, strict=True) if sure),
        unchecked=tuple(finding for finding, sure in zip(gone, proven, strict=True) if not sure),
        changed=tuple((one, other) for one, other in pairs if _figures(one) != _figures(other)),
    )


def _places(finding: Told) -> Iterator[Cell]:
    """Yield every single cell of a finding."""
    for cell in finding["cells"]:
        yield from members(Cell(cell["file"], cell.get("sheet"), cell.get("cell")))


def _figures(finding: Told) -> tuple[Any, Any]:
    return finding.get("stated"), finding.get("computed")


def as_json(package: str, changes: Changes, present: str) -> dict[str, Any]:
    """Return the values of ``perubahan.json`` (contract: ``schemas/perubahan.schema.json``).

    ``present`` is the hash of the ``result.json`` that it belongs to.
    """
    return {
        "version": VERSION,
        "package": package,
        "former": changes.former.sha256,
        "present": present,
        "new": [_brief(finding) for finding in changes.new],
        "remaining": [_brief(finding) for finding in changes.remaining],
        "resolved": [_brief(finding) for finding in changes.resolved],
        "unchecked": [_brief(finding) for finding in changes.unchecked],
        "changed": [
            {
                **_brief(now),
                "stated": now["stated"],
                "computed": now["computed"],
                "former": {"stated": before.get("stated"), "computed": before.get("computed")},
            }
            for now, before in changes.changed
        ],
    }


def _brief(finding: Told) -> dict[str, Any]:
    told = {name: finding[name] for name in ("id", "rule", "severity", "message", "cells")}
    return told | {"state": finding.get("state") or "open", "follows": finding.get("follows")}


def write(folder: Path, package: str, changes: Changes) -> str:
    """Write ``perubahan.json``, whole or not at all; return why it could not be written, or ""."""
    part = folder / f".{CHANGES}.part"
    try:
        present = digest(folder / RESULT)
        part.write_bytes(serialise.dumps(as_json(package, changes, present)))
        part.replace(folder / CHANGES)
    except OSError as error:  # the outputs themselves stand already, whole
        return str(error)
    return ""
