"""A table that is printed as two: its first columns above, the others below, each under a heading of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.heading import Heading
from pipeline.kinds import kinds
from pipeline.model import Hidden, Line, Table
from pipeline.spelling import starts_with
from schemas import words


def headings(found: Sequence[Heading]) -> list[Heading]:
    """Return the headings of the parts of such tables in pairs, from top to bottom.

    The title has to name the kind, each part to have all that it needs, and the lower one to follow the upper.
    """
    parts: list[tuple[int, Heading]] = []
    for heading in sorted((heading for heading in found if heading.told), key=lambda own: own.rank, reverse=True):
        number = _part(heading)
        if number is not None and not any(heading.overlaps(other) for _, other in parts):
            parts.append((number, _limited(heading, number)))
    parts.sort(key=lambda part: part[1].first_row)
    pairs = [(upper, lower) for (one, upper), (other, lower) in pairwise(parts) if (one, other) == (0, 1)]
    return [heading for upper, lower in pairs for heading in (upper, replace(lower, continues=True))]


def joined(upper: Table, lower: Table) -> Table:
    """Return one table of two parts: the lines of both, each with the values of its part.

    A column that both have is that of the upper part; it numbers or remarks on other rows in the lower one.
    """
    own = {name: letters for name, letters in lower.columns.items() if name not in upper.columns}

    def limited(line: Line) -> Line:
        return replace(line, values={name: value for name, value in line.values.items() if name in own})

    apart = {(line.row, name) for line in upper.lines for name in own}
    apart |= {(line.row, name) for line in lower.lines for name in upper.columns}
    return upper.replaced(
        columns={**upper.columns, **own},
        lines=(*upper.lines, *_arranged(lower, [limited(line) for line in lower.lines])),
        totals=tuple(map(limited, lower.totals)),
        subtotals=tuple(map(limited, lower.subtotals)),
        stated=replace(upper.stated, dates=(*upper.stated.dates, *lower.stated.dates)),
        skipped=(*upper.skipped, *lower.skipped),
        evaluated=(*upper.evaluated, *lower.evaluated),
        scale=lower.scale,
        hidden=Hidden(
            upper.hidden.sheet,
            upper.hidden.rows | lower.hidden.rows,
            (*upper.hidden.twins, *lower.hidden.twins),
        ),
        apart=frozenset(apart),
    )


def _arranged(table: Table, lines: list[Line]) -> list[Line]:
    """Return the lines of a lower part below their programs, where all that are none add up to the program above."""
    fields = kinds()[table.kind].fields
    named = next(name for name in table.columns if fields[name].required and fields[name].parser == "text")
    amount = next((name for name in table.columns if fields[name].parser == "rupiah"), "")
    groups: list[list[Line]] = []
    for line in lines:
        if starts_with(line.values.get(named) or "", words.LEVELS["program"]):
            groups.append([line])
        elif groups:
            groups[-1].append(line)
        else:
            return lines
    for program, *details in groups:
        if details and sum(line.values.get(amount) or 0 for line in details) != program.values.get(amount):
            return lines
    return [
        replace(line, parent=group[0].row if place else None) for group in groups for place, line in enumerate(group)
    ]


def _part(heading: Heading) -> int | None:
    """Return which part a heading heads: it has all that the part needs, and nothing that another one needs."""
    required = heading.edition.required
    for number, part in enumerate(heading.edition.layout.parts):
        if heading.columns.keys() & required == required & frozenset(part):
            return number
    return None


def _limited(heading: Heading, number: int) -> Heading:
    """Return a heading of the part alone, whose columns it has all."""
    part = heading.edition.layout.parts[number]
    fields = {name: field for name, field in heading.edition.fields.items() if name in part}
    columns = {name: column for name, column in heading.columns.items() if name in part}
    return replace(heading, edition=replace(heading.edition, fields=fields), columns=columns, missing=frozenset())
