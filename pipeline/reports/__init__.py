"""One output sheet per module, found by folder.

A module has ``NAME`` (the sheet), ``ORDER`` (its place in the workbook), ``NEEDS`` (as in the rules) and
``build(outcome) -> Sheet``. It never names a colour or a number format. A module with ``OVERVIEW`` is built last and
gets the other sheets as well: ``build(outcome, sheets, skipped)``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.messages import workbook
from pipeline.model import Outcome
from pipeline.rules import Needs, missing
from pipeline.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Report:
    """An output sheet as its module states it."""

    name: str
    order: int
    needs: Needs
    build: Callable[..., Sheet]
    overview: bool


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sheet that is not made, and the kinds of workbook that it lacks."""

    name: str
    lacking: tuple[str, ...]


@cache
def reports() -> tuple[Report, ...]:
    """Return every report in the order of the workbook."""
    modules = [importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]
    found = [
        Report(module.NAME, module.ORDER, module.NEEDS, module.build, getattr(module, "OVERVIEW", False))
        for module in modules
    ]
    return tuple(sorted(found, key=lambda report: report.order))


def build(outcome: Outcome) -> tuple[list[Sheet], list[Skipped]]:
    """Return the sheets of a package, and those left out because their inputs are not there."""
    sheets: list[Sheet] = []
    skipped: list[Skipped] = []
    for report in reports():
        lacking = missing(report.needs, outcome.data)
        if lacking:
            skipped.append(Skipped(report.name, lacking))
        elif not report.overview:
            sheets.append(report.build(outcome))
    overviews = [report.build(outcome, tuple(sheets), tuple(skipped)) for report in reports() if report.overview]
    return [*overviews, *sheets], skipped


def lacking(needs: Sequence[str]) -> str:
    """Return which workbooks are missing, in words."""
    return f"tidak ada {', '.join(map(workbook, needs))} di map ini"
