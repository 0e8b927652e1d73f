"""Gives the lines of a table the budget lines that they mean, parents first, and keeps how each was matched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.matching import Candidate, Match, assign
from pipeline.model import LINE_LEVELS, BudgetLine, Cell, Line, Pairing, Table
from pipeline.repeats import repeated

ANYWHERE = "*"
"""Stands for any parent, where a table does not name the parents of its lines."""


def matched(table: Table, lines: Mapping[str, BudgetLine], aliases: Mapping[str, str]) -> tuple[Table, list[Pairing]]:
    """Return a table of lines with the key of each line, parents first, and how each was matched."""
    if not any(line.level in LINE_LEVELS for line in table.lines):
        return table, []
    keys: dict[int, str] = {}
    pairings: list[Pairing] = []
    again = repeated(table)
    below: dict[tuple[str | None, str], list[BudgetLine]] = {}
    for line in lines.values():
        below.setdefault((line.parent, line.level), []).append(line)
        below.setdefault((ANYWHERE, line.level), []).append(line)

    def descend(parent: Line | None, parent_key: str | None) -> None:
        rows = [line for line in table.children(parent) if line.level in LINE_LEVELS and line.row not in again]
        for level in LINE_LEVELS:
            own = [line for line in rows if line.level == level]
            if not own:
                continue
            against = below.get((ANYWHERE if parent is None else parent_key, level), [])
            if parent is not None and parent_key is not None:
                against = [*against, *below.get((None, level), [])]  # lines whose own parent was not found
            found = assign(
                [Candidate(str(line.row), line.name or "", line.code, _amounts(table, line)) for line in own],
                [Candidate(line.key, line.name, line.code, _budgets(line)) for line in against],
                aliases,
            )
            for line in own:
                match = found[str(line.row)]
                pairings.append(_pairing(table.cell(line.row, "name"), line.name or line.code or "-", match))
                if match.ident:
                    keys[line.row] = match.ident
                if match.ident or not lines:
                    descend(line, match.ident)
                else:
                    pairings.extend(_left_open(table, line))

    descend(None, None)
    done = tuple(replace(line, key=keys.get(line.row)) for line in table.lines)
    return table.replaced(lines=done), pairings


def _budgets(line: BudgetLine) -> frozenset[int]:
    return frozenset(figure.value for figure in (line.initial, line.revised) if figure.value)


def _pairing(cell: Cell, name: str, match: Match) -> Pairing:
    return Pairing(cell, name, match.evidence, match.ident, match.score, match.margin, match.nearest)


def _left_open(table: Table, parent: Line) -> list[Pairing]:
    """Everything below a line that has no budget line has none either."""
    return [
        pairing
        for line in table.children(parent)
        if line.name
        for pairing in (Pairing(table.cell(line.row, "name"), line.name, "open"), *_left_open(table, line))
    ]


def _amounts(table: Table, line: Line) -> frozenset[int]:
    columns = {"dpa": ("budget",), "dppa": ("before", "after"), "realization": ("budget",), "plan": ("amount",)}
    return frozenset(line.values[name] for name in columns.get(table.kind, ()) if line.values.get(name))
