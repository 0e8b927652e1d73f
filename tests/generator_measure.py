"""What the program says of a package with one fault, against what plain arithmetic says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator_grids import grid
from generator_oracle import contradictions
from generator_sheets import Book, Place, Sheet
from generator_slots import Fault
from generator_truths_of_money import Truth

from pipeline import checking, reading
from pipeline.model import Cell, Finding, Outcome
from pipeline.ranges import members
from pipeline.reading import PackageReading

Signature = tuple[Any, ...]
Read = tuple[Any, Any, Any]


@dataclass(frozen=True)
class Sound:
    """A package before the fault: its workbooks, what the program says of them, what contradicts all the same."""

    name: str
    book: Book
    findings: tuple[Finding, ...]
    contradictions: frozenset[Truth]

    @property
    def alarms(self) -> tuple[Finding, ...]:
        """The errors and warnings, of which a sound package has none."""
        return tuple(finding for finding in self.findings if finding.severity != "note")


@dataclass(frozen=True)
class Verdict:
    """What came of one fault.

    ``broken`` are the truths that it breaks, ``new`` the findings that the sound package does not have, ``naming``
    those among them that name a cell of the fault.
    """

    name: str
    fault: Fault
    broken: tuple[Truth, ...]
    new: tuple[Finding, ...]
    naming: tuple[Finding, ...]

    @property
    def found(self) -> bool:
        """Whether a finding names a faulty cell."""
        return bool(self.naming)

    @property
    def named(self) -> float:
        """The share of the faulty cells that some finding names."""
        places = {place for finding in self.naming for place in _single(finding.cells)}
        return len(places & set(self.fault.cells)) / len(self.fault.cells)

    @property
    def cause_told(self) -> bool:
        """Whether the kind of its cause is among the first three of a finding that names a faulty cell."""
        return any(cause.kind == self.fault.cause for finding in self.naming for cause in finding.causes[:3])

    @property
    def alone(self) -> int:
        """How many errors and warnings stand on their own; one fault should give one."""
        return sum(finding.follows is None and finding.severity != "note" for finding in self.new)

    @property
    def most_cells(self) -> int:
        """The cells of the finding that has most."""
        return max((len(finding.cells) for finding in self.new), default=0)

    def __str__(self) -> str:
        told = (
            f"{finding.severity} {finding.rule} {', '.join(f'{cell.sheet}!{cell.ref}' for cell in finding.cells[:6])}"
            f" {finding.stated} / {finding.computed} [{' '.join(cause.kind for cause in finding.causes)}]"
            f"{' follows ' + finding.follows if finding.follows else ''}"
            for finding in self.new
        )
        cells = ", ".join(f"{place.sheet}!{place.cell}" for place in self.fault.cells[:6])
        lines = [f"{self.name} {self.fault.label}: {self.fault.told} at {cells}"]
        lines += [f"    breaks {len(self.broken)}: " + "; ".join(" ".join(truth) for truth in self.broken[:4])]
        return "\n".join([*lines, *(f"    {line}" for line in told)])


def sound(name: str, book: Book) -> Sound:
    """Return a package before the fault."""
    return Sound(name, book, outcome(book).findings, contradictions(book))


def verdict(package: Sound, fault: Fault) -> Verdict:
    """Return what the program says of a fault."""
    known = {_signature(finding) for finding in package.findings}
    new = tuple(finding for finding in outcome(fault.book).findings if _signature(finding) not in known)
    places = set(fault.cells)
    naming = tuple(finding for finding in new if places & set(_single(finding.cells)))
    broken = tuple(sorted(contradictions(fault.book) - package.contradictions))
    return Verdict(package.name, fault, broken, new, naming)


def outcome(book: Book) -> Outcome:
    """Read and check a package."""
    read = [_read(*_frozen(sheet)) for sheet in sorted(book.sheets, key=lambda sheet: sheet.file)]
    tables = tuple(table for one in read for table in one[0])
    faults = tuple(finding for one in read for finding in one[2])
    return checking.outcome("generated", PackageReading((), tables, faults))


def _frozen(sheet: Sheet) -> tuple[Any, ...]:
    return sheet.file, sheet.name, tuple(sheet.cells.items()), tuple(sheet.merges)


@lru_cache(maxsize=256)
def _read(file: str, name: str, cells: tuple[Any, ...], merges: tuple[Any, ...]) -> Read:
    """Read a sheet once, since a fault changes one of ten."""
    return reading.from_grids([grid(Sheet(file, name, dict(cells), list(merges)))])


def _signature(finding: Finding) -> Signature:
    """Return what of a finding stays where rows move."""
    facts = sorted((key, value) for key, value in finding.facts.items() if isinstance(value, str | int))
    count = sum(len(members(cell)) for cell in finding.cells)
    return finding.id, finding.stated, finding.computed, count, tuple(facts)


def _single(cells: Sequence[Cell]) -> list[Place]:
    return [Place(cell.file, cell.sheet or "", cell.ref or "") for place in cells for cell in members(place)]
