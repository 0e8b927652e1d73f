"""What was taken away between two runs: tables that the former ``result.json`` tells of and the present one lacks.

A finding whose table was only taken away is not resolved. Files may be renamed and tables moved: a table is gone where
its place no longer has it and the package has fewer tables of its kind that count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pipeline.identity import has_lines
from pipeline.kinds import kinds
from pipeline.rules import rules

INTRUDERS = frozenset({"input_is_source"})
"""Rules about files that do not belong to the inputs: to take the file away is what they ask for."""


class _Read(NamedTuple):
    """A table as ``inputs`` of a ``result.json`` tells of it; ``kind`` is "" for a sheet that was not used."""

    file: str
    sheet: str
    kind: str
    row: int
    aside: bool
    sha256: str


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a run, in their order."""

    read: tuple[_Read, ...] = ()

    def counting(self, **where: str) -> int:
        """Return how many tables count, and were not left aside, among those with some facts."""
        return sum(bool(table.kind) and not table.aside and _has(table, where) for table in self.read)

    def at(self, cell: Mapping[str, str]) -> list[_Read]:
        """Return the tables that a cell may belong to: of those below each other on its sheet the one around it."""
        where = {name: cell[name] for name in ("file", "sheet") if name in cell}
        found = [table for table in self.read if _has(table, where)]
        row = re.match(r"[A-Z]+(\d+)", cell.get("cell", ""))
        if row is None or not found:
            return found
        tops = [table.row for table in found]
        top = max((top for top in tops if top <= int(row[1])), default=min(tops))
        return [table for table in found if table.row == top]


NONE = Tables()


def tables(result: Mapping[str, Any]) -> Tables:
    """Return the tables that a ``result.json`` tells of; a file without any stands there with no sheet."""
    read: list[_Read] = []
    for entry in result["inputs"]:
        sheets: Sequence[Mapping[str, Any]] = entry["sheets"] or [{"sheet": "", "kind": None}]
        for sheet in sheets:
            kind = sheet["kind"] if sheet["kind"] in kinds() else ""
            aside = bool(kind and sheet.get("reason"))
            row = sheet.get("header_row") or 0
            read.append(_Read(str(entry["file"]), str(sheet["sheet"]), str(kind), row, aside, str(entry.get("sha256"))))
    if not all(isinstance(table.row, int) for table in read):
        raise TypeError("a header row is a number")
    return Tables(tuple(read))


def taken_away(finding: Mapping[str, Any], before: Tables, now: Tables) -> bool:
    """Tell whether a former finding is gone since this run did not see what it is about, or holds it against."""
    if finding["rule"] in INTRUDERS:
        return False
    opposite = any(before.counting(kind=kind) and not now.counting(kind=kind) for kind in _compared(finding["rule"]))
    return opposite or any(_gone(cell, before, now) for cell in finding["cells"]) or _unmended(finding, before, now)


def _unmended(finding: Mapping[str, Any], before: Tables, now: Tables) -> bool:
    """Tell whether budget lines were taken away, while every file of a finding is the same to the byte.

    Which line a name means depends on all of them.
    """
    files = {cell["file"] for cell in finding["cells"]}
    same = {table.sha256 for table in before.read if table.file in files} <= {table.sha256 for table in now.read}
    counting = [table for table in before.read if table.kind and not table.aside and has_lines(table.kind)]
    return same and any(_lost(table, before, now) for table in counting)


def _compared(rule: str) -> Iterator[str]:
    """Yield the kinds that a rule holds against each other, also those without a cell in its findings."""
    needs = rules()[rule].needs if rule in rules() else ()
    for need in needs if len(needs) > 1 else ():
        yield from (kind.partition(".")[0] for kind in ((need,) if isinstance(need, str) else need))


def _gone(cell: Mapping[str, str], before: Tables, now: Tables) -> bool:
    known = before.at(cell)
    if not any(table.kind for table in known):
        return not _used_now(cell, before, now)
    return any(_lost(table, before, now) for table in known if table.kind and not table.aside)


def _lost(table: _Read, before: Tables, now: Tables) -> bool:
    place = {"file": table.file, "sheet": table.sheet, "kind": table.kind}
    fewer = now.counting(kind=table.kind) < before.counting(kind=table.kind)
    return fewer and now.counting(**place) < before.counting(**place)


def _used_now(cell: Mapping[str, str], before: Tables, now: Tables) -> bool:
    """Tell whether a place of which nothing was used before is mended: it gives a table now, or another place does.

    What was said of a whole file that is still there is looked at again whatever the file holds.
    """
    there = now.at(cell)
    mended = any(table.kind for table in there) or ("sheet" not in cell and bool(there))
    return mended or now.counting() > before.counting()


def _has(table: _Read, where: Mapping[str, str]) -> bool:
    return all(getattr(table, name) == value for name, value in where.items())
