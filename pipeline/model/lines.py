"""The budget lines of a package, their figures, and how names were matched to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.model.places import Cell
from pipeline.model.tables import Level


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in sen and the cells that it comes from; several where it was added up.

    Without a value but with cells it is unknown: these cells hold something that could not be read exactly.
    """

    value: int | None
    cells: tuple[Cell, ...] = ()
    summed: bool = False
    half: int = 0
    """How far (sen) the true amount may lie from it, where its table states thousands or millions."""

    @property
    def unknown(self) -> bool:
        """Whether there is a figure, but nobody can say which."""
        return self.value is None and bool(self.cells)


NO_FIGURE = Figure(None)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A program, kegiatan or sub kegiatan. ``key`` is unique, ``code`` is ``None`` where no source has one."""

    key: str
    code: str | None
    name: str
    level: Level
    parent: str | None
    cell: Cell
    initial: Figure = NO_FIGURE
    revised: Figure = NO_FIGURE
    realization: Figure = NO_FIGURE

    budget: Figure = NO_FIGURE
    """The latest budget: the revised one where the package has any revision, else the initial one."""


Evidence = Literal["alias", "code", "name", "similarity", "amount", "open"]


@dataclass(frozen=True, slots=True)
class Pairing:
    """How a name was matched to its budget line: the evidence, or ``open`` with the nearest name."""

    cell: Cell
    name: str
    evidence: Evidence
    key: str | None = None
    score: float | None = None
    margin: float | None = None
    nearest: str | None = None
