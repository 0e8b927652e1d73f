"""The schemas' own checks over the tables of each kind, stacked: one validation per kind; the only pandera call."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd
from pandera.errors import SchemaErrors

from pipeline.kinds import Kind, kinds
from pipeline.model import Finding, Table
from pipeline.ratios import rupiah

WHOLE = frozenset({"rupiah", "count"})
"""Parsers whose values are whole numbers (sen, persons)."""


def check(tables: Sequence[Table]) -> list[Finding]:
    """Return a finding for each cell that a schema's check refuses. A cell without a value is never refused."""
    findings: list[Finding] = []
    for kind in kinds().values():
        own = [table for table in tables if table.kind == kind.name and table.lines]
        if own and _checked_columns(kind):
            findings.extend(_refused(kind, own))
    return findings


def _checked_columns(kind: Kind) -> list[str]:
    """Return the columns that have checks; the types of the others are the parsers' and need no second look."""
    return [name for name, column in kind.model.to_schema().columns.items() if column.checks]


def frame(kind: Kind, tables: Sequence[Table], names: Sequence[str]) -> pd.DataFrame:
    """Return columns of the lines of some tables as one frame; its index is (number of the table, worksheet row)."""
    rows = [(number, line) for number, table in enumerate(tables) for line in table.lines]
    index = pd.MultiIndex.from_tuples([(number, line.row) for number, line in rows], names=["table", "row"])
    columns = {
        name: pd.Series(
            [line.values.get(name) for _, line in rows],
            index=index,
            dtype="Int64" if field.parser in WHOLE else object,
        )
        for name, field in kind.fields.items()
        if name in names
    }
    return pd.DataFrame(columns, index=index)


def _refused(kind: Kind, tables: Sequence[Table]) -> Iterator[Finding]:
    try:
        names = _checked_columns(kind)
        kind.model.to_schema().select_columns(names).validate(frame(kind, tables, names), lazy=True)
    except SchemaErrors as refusal:
        seen = set()
        for case in refusal.failure_cases.to_dict("records"):
            place = (case["index"], case["column"], case["check"])
            if place not in seen:
                seen.add(place)
                yield _finding(kind, tables, case)


def _finding(kind: Kind, tables: Sequence[Table], case: dict[str, Any]) -> Finding:
    number, row = literal_eval(str(case["index"]))  # pandera gives the pair as text where several columns are refused
    table, column = tables[number], case["column"]
    field = kind.fields[column]
    value = case["failure_case"]
    stated = _stated(field.parser, value)
    return Finding(
        case["check"],
        "error",
        (table.cell(row, column),),
        {"column": field.headers[0], "value": stated},
        stated,
    )


def _stated(parser: str, value: Any) -> Decimal | str | None:
    """Return a refused value as a finding states it."""
    if parser == "rupiah":
        return rupiah(int(value))
    if parser == "numbers":
        return "; ".join(str(number) for number in value)
    return Decimal(int(value)) if parser in WHOLE else str(value)
