"""Amounts of a table's lines as the rules compare them: stated, or summed from what stands below."""

from __future__ import annotations

from pipeline.kinds import kinds
from pipeline.model import Cell, Line, Table


def summable(table: Table) -> list[str]:
    """Return the columns whose amounts add up on their own; a difference column only follows two others."""
    fields = kinds()[table.kind].fields
    return [name for name in table.columns if fields[name].parser == "rupiah" and fields[name].difference is None]


def amount(table: Table, line: Line, column: str) -> int | None:
    """Return a line's amount, or the sum of what stands below it where it states none; sen."""
    value = line.values.get(column)
    if isinstance(value, int):
        return value
    below = [amount(table, child, column) for child in table.children(line)]
    known = [part for part in below if part is not None]
    return sum(known) if known else None


def holders(table: Table, lines: list[Line], column: str) -> list[Line]:
    """Return the lines that state the amounts of ``lines``: themselves, or the nearest below that do."""
    found: list[Line] = []
    for line in lines:
        if line.values.get(column) is not None:
            found.append(line)
        else:
            found.extend(holders(table, table.children(line), column))
    return found


def blanks(table: Table, lines: list[Line], column: str) -> list[Line]:
    """Return the lines that state no amount, neither themselves nor anything below them."""
    return [
        line
        for line in lines
        if line.values.get(column) is None
        and (line.row, column) not in table.apart
        and not holders(table, [line], column)
    ]


def known(table: Table, lines: list[Line], column: str, unknown: frozenset[Cell]) -> bool:
    """Tell whether no amount of these lines or of what stands below them is in doubt."""
    return all(
        (line.row, column) in table.apart
        or (
            table.cell(line.row, column) not in unknown
            and (line.values.get(column) is not None or known(table, table.children(line), column, unknown))
        )
        for line in lines
    )
