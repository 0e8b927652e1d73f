"""The cells of one column -> their values, and a finding for each that gives none for a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pipeline import parse
from pipeline.kinds import Field
from pipeline.model import Cell, Finding, Problem, Raw, Wording

_FIGURES: dict[str, Callable[[Raw, parse.Notation], Any]] = {
    "percent": parse.percent,
    "quantity": parse.quantity,
    "count": parse.count,
}
_OTHERS: dict[str, Callable[[Raw], Any]] = {
    "code": parse.code,
    "date": parse.date,
    "text": parse.text,
    "numbers": parse.numbers,
}


def values(field: Field, cells: Mapping[Cell, Raw], scale: int = 1) -> tuple[dict[Cell, Any], list[Finding]]:
    """Return the value of each cell of a column, ``None`` for a blank or what could not be read exactly.

    ``scale`` is how many rupiah one unit of an amount stands for.
    """
    notation = parse.notation(cells.values()) if field.parser in ("rupiah", *_FIGURES) else None
    read: dict[Cell, Any] = {}
    findings: list[Finding] = []
    for cell, raw in cells.items():
        value = _value(field, raw, notation, scale)
        if isinstance(value, Problem):
            findings.append(_doubt(field, cell, raw, value.reason))
            value = None
        read[cell] = value
    return read, findings


def _value(field: Field, raw: Raw, notation: parse.Notation, scale: int) -> Any:
    if not raw.stored:
        return Problem("formula")
    if field.parser == "rupiah":
        return parse.rupiah(raw, notation, scale)
    if field.parser in _FIGURES:
        return _FIGURES[field.parser](raw, notation)
    return raw.value if isinstance(raw.value, Problem) else _OTHERS[field.parser](raw)


def _doubt(field: Field, cell: Cell, raw: Raw, reason: str) -> Finding:
    rule = "formula_has_value" if reason == "formula" else "cell_is_exact"
    written = raw.formula if reason == "formula" else parse.text(raw) or raw.formula
    shown = written or Wording("remark.excel_error")
    facts = {"column": field.headers[0], "reason": Wording(f"reason.{reason}"), "written": shown}
    return Finding(rule, "error", (cell,), facts, stated=written or None)
