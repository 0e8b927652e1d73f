"""The Outcome of a package as the values of result.json (contract: ``schemas/result.schema.json``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from pipeline import __version__
from pipeline.messages import cause, sentence, text
from pipeline.model import BudgetLine, Cell, Finding, InputFile, InputTable, Outcome
from pipeline.ratios import percent, rupiah
from pipeline.totals import Totals, totals


def manifest(outcome: Outcome, tables: Sequence[Mapping[str, Any]], options: Mapping[str, Any]) -> dict[str, Any]:
    """Return everything that result.json says but the outputs, which publishing knows."""
    office = outcome.data.office
    language = outcome.language
    return {
        "version": 1,
        "program": __version__,
        "options": dict(options),
        "package": outcome.package,
        "status": outcome.status,
        "office": {"name": office.name, "government": office.government, "year": office.year},
        "inputs": [_input(entry, language) for entry in outcome.inputs],
        "totals": _totals(totals(outcome.data)),
        "lines": [_line(line) for line in outcome.data.budget],
        "findings": [_finding(finding, language) for finding in outcome.findings],
        "tables": list(tables),
    }


def _input(entry: InputFile, language: str) -> dict[str, Any]:
    reason = {"reason": text(f"reason.{entry.reason}", language)} if entry.reason else {}
    return {
        "file": entry.file,
        "sha256": entry.sha256,
        **reason,
        "sheets": [_sheet(table, language) for table in entry.tables],
    }


def _sheet(table: InputTable, language: str) -> dict[str, Any]:
    said: dict[str, Any] = {"sheet": table.sheet, "kind": table.kind}
    said |= {} if table.header_row is None else {"header_row": table.header_row}
    said |= {} if table.rows is None else {"rows": table.rows}
    return said | ({"reason": text(f"reason.{table.reason}", language)} if table.reason else {})


def _totals(found: Totals) -> dict[str, Decimal | None]:
    return {
        "budget_initial": rupiah(found.initial),
        "budget_revised": rupiah(found.revised),
        "realization": rupiah(found.realization),
        "remaining": rupiah(found.remaining),
        "realization_percent": percent(found.realization, found.budget),
    }


def _line(line: BudgetLine) -> dict[str, Any]:
    budget, spent = line.budget.value, line.realization.value
    return {
        "code": line.code,
        "name": line.name,
        "level": line.level,
        "budget_initial": rupiah(line.initial.value),
        "budget_revised": rupiah(line.revised.value),
        "realization": rupiah(spent),
        "remaining": None if budget is None or spent is None else rupiah(budget - spent),
        "realization_percent": percent(spent, budget),
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity,
        "state": finding.state,
        "message": sentence(finding, language),
        "cells": [_cell(cell) for cell in finding.cells],
        "stated": finding.stated,
        "computed": finding.computed,
        "difference": finding.difference,
        "follows": finding.follows,
        "causes": [
            {
                "kind": found.kind,
                "text": cause(found.kind, found.facts, language),
                "cells": [_cell(cell) for cell in found.cells],
            }
            for found in finding.causes
        ],
        **_waiver(finding),
    }


def _waiver(finding: Finding) -> dict[str, Any]:
    """Return what staff wrote of a finding, where they did; ``stale`` where it was for other figures."""
    told = finding.waiver
    if told is None:
        return {}
    return {"waiver": {"reason": told.reason, "by": told.by, "date": told.date, "stale": told.stale}}


def _cell(cell: Cell) -> dict[str, str]:
    named = {"file": cell.file, "sheet": cell.sheet, "cell": cell.ref}
    return {key: value for key, value in named.items() if value}
