"""Workbooks that staff fill in and give back: one per module, found by folder.

A module has ``FILE`` (the name of the workbook) and ``build(outcome)``, which returns its sheets, none where there is
nothing to write. In the package of its office the workbook is read like any other, filled in or not.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

from pipeline.model import Outcome
from pipeline.sheets import Sheet


def build(outcome: Outcome) -> dict[str, tuple[Sheet, ...]]:
    """Return the sheets of each workbook that there is something to write in, by the name of its file."""
    built = {module.FILE: tuple(module.build(outcome)) for module in _modules()}
    return {file: sheets for file, sheets in sorted(built.items()) if sheets}


def files() -> list[str]:
    """Return the names of all workbooks to be filled in."""
    return sorted(module.FILE for module in _modules())


def _modules() -> list[Any]:
    return [importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]
