"""One reconciliation rule per module; the module's name is the truth that it asserts.

A module has ``TITLE`` (the truth in words), ``LAW`` (law or form), ``SEVERITY``, ``NEEDS`` (kinds of workbook, each of
which must be there; a tuple inside means one of several), ``MESSAGE`` (a sentence over a finding's facts), ``ACTION``
(what to do, where the message does not say it) and ``EXPLAIN`` (for staff: what it means, an example, what to do), all
in Indonesian. ``check(data)`` yields one item for each thing that it examines: a finding, or ``None`` where the truth
holds. A fault of input has no ``check``, since it is found while reading.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.model import Dataset, Finding, Severity

Needs = tuple[str | tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its module states it; ``check`` is ``None`` for a fault of input."""

    name: str
    title: str
    law: str
    severity: Severity
    needs: Needs
    message: str
    action: str
    explain: str
    check: Callable[[Dataset], Iterator[Finding | None]] | None


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of the rules: the findings, how much each examined, each skipped one with the kinds that it lacks."""

    findings: tuple[Finding, ...]
    examined: Mapping[str, int]
    skipped: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by name."""
    found = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        found[info.name] = Rule(
            info.name,
            module.TITLE,
            module.LAW,
            module.SEVERITY,
            module.NEEDS,
            module.MESSAGE,
            getattr(module, "ACTION", ""),
            module.EXPLAIN,
            getattr(module, "check", None),
        )
    return found


def check(data: Dataset) -> Checked:
    """Run every rule whose workbooks are there."""
    findings: list[Finding] = []
    examined: dict[str, int] = {}
    skipped: list[tuple[str, tuple[str, ...]]] = []
    for rule in rules().values():
        if rule.check is None:
            continue
        lacking = missing(rule.needs, data)
        if lacking:
            skipped.append((rule.name, lacking))
            continue
        looked_at = list(rule.check(data))
        examined[rule.name] = len(looked_at)
        findings.extend(finding for finding in looked_at if finding)
    return Checked(tuple(findings), examined, tuple(skipped))


def missing(needs: Needs, data: Dataset) -> tuple[str, ...]:
    """Return the needed kinds that a package lacks; of several that serve, the first."""
    lacking = []
    for need in needs:
        kinds: Sequence[str] = (need,) if isinstance(need, str) else need
        if not data.of(*kinds):
            lacking.append(kinds[0])
    return tuple(lacking)
