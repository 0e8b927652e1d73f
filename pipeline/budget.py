"""The budget lines of a package: program, kegiatan, sub kegiatan in the order of the latest budget document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from pipeline.assignment import matched
from pipeline.figures import stated, with_figures
from pipeline.hierarchy import parts
from pipeline.model import LINE_LEVELS, BudgetLine, Cell, Line, Pairing, Table
from pipeline.repeats import repeated
from pipeline.spelling import same_name

INITIAL = {"dpa": "budget", "dppa": "before"}
REVISED = {"dppa": "after"}
"""Which column of each kind states the budget before and after a revision."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Budget lines by key, in order, and what is known of how names were matched to them."""

    lines: Mapping[str, BudgetLine]
    tables: tuple[Table, ...]
    pairings: tuple[Pairing, ...]


def tree(
    tables: Sequence[Table],
    aliases: Mapping[str, str],
    organisation: str | None,
    unknown: frozenset[Cell] = frozenset(),
) -> Tree:
    """Return the budget lines with their figures, and all tables with each line's key.

    ``unknown`` are cells whose figure could not be read exactly.
    """
    sources = [table for kind in ("dppa", "dpa") for table in tables if table.kind == kind]
    sources = sources or [table for table in tables if table.kind == "realization"]
    lines: dict[str, BudgetLine] = {}
    keyed: dict[int, Table] = {}
    pairings: list[Pairing] = []
    for table in sources:
        done, found = matched(table, lines, aliases)
        if lines:
            pairings.extend(found)
        keyed[id(table)] = done
        lines = _extended(lines, done, unknown)
        keyed[id(table)] = _with_new_keys(done, lines)
    rest = [table for table in tables if id(table) not in keyed]
    for table in rest:
        keyed[id(table)], found = matched(table, lines, aliases)
        pairings.extend(found)
    ordered = tuple(keyed[id(table)] for table in tables)
    lines = _coded(lines, ordered, organisation)
    return _rekeyed(Tree(with_figures(lines, ordered, unknown), ordered, tuple(pairings)))


def _rekeyed(found: Tree) -> Tree:
    """Return the same with the longest code known as key, so that a line keeps it whichever documents are there."""
    codes = Counter(line.code for line in found.lines.values())
    keys = {
        key: line.code if line.code and codes[line.code] == 1 and line.code not in found.lines.keys() - {key} else key
        for key, line in found.lines.items()
    }
    for key, line in found.lines.items():  # a line without a code is known by its name below its parent
        if line.parent and keys[key] == key and key.startswith(f"{line.parent}~"):
            keys[key] = keys[line.parent] + key.removeprefix(line.parent)
    if len(set(keys.values())) < len(keys):
        return found
    lines = {
        keys[key]: replace(line, key=keys[key], parent=keys[line.parent] if line.parent else None)
        for key, line in found.lines.items()
    }
    tables = tuple(
        table.replaced(lines=tuple(replace(line, key=keys.get(line.key or "")) for line in table.lines))
        for table in found.tables
    )
    pairings = tuple(replace(pairing, key=keys.get(pairing.key or "")) for pairing in found.pairings)
    return Tree(lines, tables, pairings)


def _extended(lines: Mapping[str, BudgetLine], table: Table, unknown: frozenset[Cell]) -> dict[str, BudgetLine]:
    """Return the budget lines with those of a further document: known ones get its figures, new ones their place."""
    order = list(lines.values())
    known = dict(lines)
    again = repeated(table)
    keys: dict[int, str] = {line.row: line.key for line in table.lines if line.key}
    named = [line for line in table.lines if line.level in LINE_LEVELS and (line.name or line.code)]
    for line in sorted(named, key=lambda line: LINE_LEVELS.index(line.level)):  # a parent may stand below its lines
        if line.row in again:
            continue
        if line.row not in keys:
            parent = keys.get(line.parent) if line.parent else None
            key = _new_key(line, parent, known)
            keys[line.row] = key
            known[key] = BudgetLine(
                key, line.code, line.name or line.code or "", line.level, parent, table.cell(line.row, "name")
            )
            order.insert(_place(order, parent), known[key])
        known[keys[line.row]] = _with_budget(known[keys[line.row]], table, line, unknown)
    return {line.key: known[line.key] for line in order}


def _new_key(line: Line, parent: str | None, known: Mapping[str, BudgetLine]) -> str:
    """A line's code where it has one of its own, else its name below its parent; the same wherever its row moves to."""
    if line.code and line.code not in known:
        return line.code
    name = f"{parent or ''}~{same_name(line.name or line.code or '')}"
    further = (f"{name}~{number}" for number in count(2))
    return next(key for key in chain([name], further) if key not in known)


def _place(order: Sequence[BudgetLine], parent: str | None) -> int:
    """Return where a new line goes: behind everything below its parent."""
    inside = {parent}
    place = len(order)
    for index, line in enumerate(order):
        if parent is not None and (line.key == parent or line.parent in inside):
            inside.add(line.key)
            place = index + 1
    return place


def _with_budget(line: BudgetLine, table: Table, row: Line, unknown: frozenset[Cell]) -> BudgetLine:
    initial, revised = _columns(table)
    if (initial and line.initial.value is None and not line.initial.unknown) or table.kind == "dpa":
        line = replace(line, initial=stated(table, row, initial, unknown))
    return replace(line, revised=stated(table, row, revised, unknown)) if revised else line


def _columns(table: Table) -> tuple[str | None, str | None]:
    """Return which columns of a budget document state the initial and the revised budget."""
    if table.kind == "realization":
        own = "budget_initial" if "budget_initial" in table.columns else None
        return (own, "budget") if table.edition or own else ("budget", None)
    return INITIAL[table.kind], REVISED.get(table.kind)


def _with_new_keys(table: Table, lines: Mapping[str, BudgetLine]) -> Table:
    """Return a budget document whose new lines have the keys that they were given."""
    by_cell = {line.cell: line.key for line in lines.values()}
    return table.replaced(
        lines=tuple(
            replace(line, key=by_cell.get(table.cell(line.row, "name"))) if line.key is None else line
            for line in table.lines
        )
    )


def _coded(lines: Mapping[str, BudgetLine], tables: Sequence[Table], organisation: str | None) -> dict[str, BudgetLine]:
    """Return the lines with the longest code known; a short one gets its organisation's or program's in front."""
    codes: dict[str, str] = {key: line.code for key, line in lines.items() if line.code}
    for table in tables:
        for row in table.lines:
            if (
                row.key
                and row.code
                and len(parts(row.code)) > len(parts(codes.get(row.key, "0"))) - (row.key not in codes)
            ):
                codes[row.key] = row.code
    full: dict[str, BudgetLine] = {}
    for key, line in lines.items():
        code = codes.get(key)
        above = full[line.parent].code if line.parent else organisation
        if code and above and len(parts(code)) <= len(parts(above)):
            own = parts(code)[-1:] if line.parent else parts(code)
            code = f"{above}.{'.'.join(code.split('.')[-len(own) :])}"
        full[key] = replace(line, code=code)
    return full
