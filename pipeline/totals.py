"""The totals of a package: sums of its topmost lines."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.figures import summed, topmost
from pipeline.model import Dataset


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of the programs in sen; ``None`` where no program has the figure or one of them could not be read."""

    initial: int | None
    revised: int | None
    realization: int | None
    budget: int | None
    """The latest budget."""

    @property
    def remaining(self) -> int | None:
        """What is left of the latest budget."""
        return None if self.budget is None or self.realization is None else self.budget - self.realization


def totals(data: Dataset) -> Totals:
    """Return the sums of the topmost lines, each counted once."""
    tops = topmost(data.budget)
    return Totals(
        summed([line.initial for line in tops]).value,
        summed([line.revised for line in tops]).value,
        summed([line.realization for line in tops]).value,
        summed([line.budget for line in tops]).value,
    )
