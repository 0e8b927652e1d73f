"""What is wrong, as facts with their cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from pipeline.model.places import Cell

Severity = Literal["error", "warning", "note"]
State = Literal["open", "accepted"]


SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


MOST_CELLS = 40
"""Cells that one finding names at the most."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A piece of a message by its code, with the facts that stand in it, so that it can be said in any language."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cause:
    """A likely cause of a difference. ``kind`` is one of the kinds in the result's schema."""

    kind: str
    cells: tuple[Cell, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiver:
    """What staff wrote of a finding that they accept: the reason, by whom, on which date (as in 2018-01-22, or "").

    ``stale``: it was given for other figures than the finding has now, so that it does not hold.
    """

    reason: str
    by: str = ""
    date: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One contradiction or doubt: facts, not prose. The checked place is the first cell.

    Amounts in ``stated``, ``computed`` and ``difference`` are rupiah, per cent or counts as ``Decimal``.
    """

    rule: str
    severity: Severity
    cells: tuple[Cell, ...]
    facts: Mapping[str, Any] = field(default_factory=dict)
    stated: Decimal | str | None = None
    computed: Decimal | str | None = None
    causes: tuple[Cause, ...] = ()
    follows: str | None = None
    terms: Mapping[Cell, int] = field(default_factory=dict)
    """For an equation that does not hold: its cells with their factors, so that stated less computed is their sum."""
    wanted: Mapping[Cell, Decimal] = field(default_factory=dict)
    """For a finding that blames several cells together: what each of them should be (rupiah)."""
    subject: str = ""
    """What the finding is about, apart from where it stands: kind, line, column. With the rule it is the identity."""
    places: tuple[Cell, ...] = ()
    """For a finding that stands for several: each place that they checked, also those that ``cells`` does not name."""
    waiver: Waiver | None = None
    """What staff wrote of it in their ``Catatan Temuan``, also where it does not hold any more."""

    @property
    def id(self) -> str:
        """The identity: the same for the same contradiction wherever its cells move to."""
        return f"{self.rule}:{self.subject or '|'.join(map(str, self.cells))}"

    @property
    def state(self) -> State:
        """``accepted`` where staff gave a reason that still holds, else ``open``."""
        return "accepted" if self.waiver and not self.waiver.stale else "open"

    @property
    def difference(self) -> Decimal | None:
        """Stated less computed, where both are figures."""
        if isinstance(self.stated, Decimal) and isinstance(self.computed, Decimal):
            return self.stated - self.computed
        return None


def doubtful(findings: Iterable[Finding]) -> frozenset[Cell]:
    """Return the cells that could not be read exactly, or over which two documents disagree undecided."""
    return frozenset(
        cell
        for finding in findings
        if finding.rule in ("cell_is_exact", "formula_has_value") or finding.facts.get("undecided")
        for cell in finding.places or finding.cells
    )
