"""Registers of payments: which budget line each payment was made for, and what was spent of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.figures import summed
from pipeline.hierarchy import parts
from pipeline.intervals import half_step
from pipeline.matching import means
from pipeline.model import NO_FIGURE, BudgetLine, Cell, Figure, Line, Pairing, Table
from pipeline.payments import is_doubtful, paid, places
from pipeline.spelling import same_name

SHORTEST = 2
"""Parts of a code by which a kegiatan is known where the organisation's are left out: program and kegiatan."""


def keyed(table: Table, budget: Sequence[BudgetLine], aliases: Mapping[str, str]) -> tuple[Table, tuple[Pairing, ...]]:
    """Return a register with the key of the line that each payment was made for, and the names that stay open.

    What staff have settled counts first (``aliases``: a name -> a budget line's name or code). A code counts by its
    parts, also with an account's code behind it or without the organisation's in front; a name only where it is that
    of a single line. Whatever is not certain has no key.
    """
    whole = {parts(line.code): line.key for line in budget if line.code}
    above = {line.parent for line in budget}
    lowest = frozenset(line.key for line in budget) - above
    short: dict[tuple[str, ...], set[str]] = {}
    for own, ident in whole.items():
        for start in range(1, len(own) - SHORTEST + 1):
            short.setdefault(own[start:], set()).add(ident)
    names: dict[str, list[str]] = {}
    for line in budget:
        names.setdefault(same_name(line.name), []).append(line.key)
    known: dict[tuple[str | None, str | None], str | None] = {}

    def key(line: Line) -> str | None:
        written = (line.values.get("code"), line.values.get("name"))
        if written not in known:
            known[written] = (
                _settled(written[1], budget, aliases)
                or _by_code(written[0], whole, short, lowest)
                or _by_name(written[1], names)
            )
        return known[written]

    done = table.replaced(lines=tuple(replace(line, key=key(line)) for line in table.lines))
    first = {same_name(line.name): line for line in reversed(done.lines) if line.name and not line.key}
    opened = sorted(first.values(), key=lambda line: line.row)
    return done, tuple(Pairing(done.cell(line.row, "name"), line.name or "", "open") for line in opened)


def _settled(name: str | None, budget: Sequence[BudgetLine], aliases: Mapping[str, str]) -> str | None:
    meant = aliases.get(same_name(name)) if name else None
    found = [line.key for line in budget if meant and means(meant, line.name, line.code)]
    return found[0] if len(found) == 1 else None


def _by_code(
    code: str | None,
    whole: Mapping[tuple[str, ...], str],
    short: Mapping[tuple[str, ...], set[str]],
    lowest: Collection[str],
) -> str | None:
    own = parts(code) if code else ()
    for length in range(len(own), 0, -1):
        key = whole.get(own[:length])
        if key and (length == len(own) or key in lowest):  # behind a program's code stands another kegiatan's
            return key
    found = short.get(own, set())  # 5.2 is a kegiatan's code only where nothing stands behind it
    return next(iter(found)) if len(found) == 1 else None


def _by_name(name: str | None, names: Mapping[str, list[str]]) -> str | None:
    found = names.get(same_name(name), []) if name else []
    return found[0] if len(found) == 1 else None


def with_payments(
    lines: Iterable[BudgetLine], tables: Sequence[Table], unknown: frozenset[Cell]
) -> tuple[BudgetLine, ...]:
    """Return the budget lines with what registers say was spent, for a package that has no realization report."""
    spent: dict[str, list[Figure]] = {}
    for table in tables:
        for row in table.lines:
            cells = tuple(places(table, row, unknown))
            if row.key and cells:
                amount = None if is_doubtful(table, row, unknown) else paid(row)
                spent.setdefault(row.key, []).append(Figure(amount, cells, half=half_step(table, amount)))
    done = {line.key: replace(line, realization=summed(spent.get(line.key, []))) for line in lines}
    children: dict[str, list[str]] = {}
    for line in done.values():
        if line.parent:
            children.setdefault(line.parent, []).append(line.key)
    for key in reversed(list(done)):
        below = [done[child].realization for child in children.get(key, [])]
        own = done[key].realization
        done[key] = replace(done[key], realization=summed([*([own] if own != NO_FIGURE else []), *below]))
    return tuple(done.values())
