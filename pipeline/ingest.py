"""A worksheet and the schemas -> the tables on it, or the reason why it holds none for us."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline import labels, parts, tables
from pipeline.headers import headings, nearest
from pipeline.heading import Heading
from pipeline.kinds import kinds
from pipeline.model import Cell, Finding, Grid, Table, letter
from pipeline.spelling import contains, in_brackets, key, starts_with
from schemas import aliases, words

SCALE_ROWS = 12
"""Rows above a header in which a remark on its amounts is looked for."""
MOST_HEADERS = 6
"""Known headers that a finding names of missing columns."""


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What one worksheet gave: its tables, or the reason for which it has none; the findings of its cells.

    ``headings`` are those that were found, for whoever wants to see how the sheet was understood.
    """

    sheet: str
    tables: tuple[Table, ...] = ()
    reason: str = ""
    findings: tuple[Finding, ...] = ()
    headings: tuple[Heading, ...] = ()
    left: tuple[tuple[int, str], ...] = ()
    """The header row of each table that was not taken, with the code of the reason."""


def read(grid: Grid) -> SheetReading:
    """Return everything that a worksheet holds for us."""
    if not grid.cells:
        return SheetReading(grid.sheet, reason="sheet_is_empty")
    if grid.cells[min(grid.cells)].value == aliases.CHOICES:
        return SheetReading(grid.sheet, reason="choices")
    found = tuple(headings(grid))
    if not found:
        card = labels.card(grid)
        if card is None:
            near = nearest(grid)
            return SheetReading(grid.sheet, reason="no_known_header", headings=(near,) if near else ())
        return SheetReading(grid.sheet, (card[0],), findings=tuple(card[1]))
    rival = next((heading for heading in found if heading.rivals), None)
    if rival:
        return SheetReading(grid.sheet, (), "several_kinds", (_several(grid, rival),), found)
    return _tables(grid, found)


def _tables(grid: Grid, found: tuple[Heading, ...]) -> SheetReading:
    taken: list[Table] = []
    left: list[tuple[int, str]] = []
    findings: list[Finding] = []
    start = 1
    after = max(row for row, _ in grid.cells) + 1
    for heading, following in zip(found, [*found[1:], None], strict=True):
        limit = following.first_row if following else after
        if not heading.complete:
            findings.append(_missing(grid, heading))
            left.append((heading.first_row, "column_is_missing"))
            start = limit
            continue
        scale = _scale(grid, heading)
        table, doubts, end = tables.table(grid, heading, start, limit, scale[0] if scale else 1)
        start = end + 1
        other = _of_something_else(table, heading) if heading.edition.layout.lines else ""
        if other:
            left.append((heading.first_row, other))
            continue
        if heading.continues:
            table = parts.joined(taken.pop(), table)
        taken.append(table)
        if scale:
            findings.append(_scaled(table, *scale))
        findings.extend(doubts)
        findings.extend(_doubled(grid, heading))
    card = labels.card(grid, beside=True)
    if card:
        taken.append(card[0])
        findings.extend(card[1])
    reason = "" if taken else left[0][1]
    return SheetReading(grid.sheet, tuple(taken), reason, tuple(findings), found, tuple(left))


def _of_something_else(table: Table, heading: Heading) -> str:
    """Return why a table under headers that any list may have is none of lines; "" where it is one."""
    fields = heading.edition.fields
    telling = sum(fields[name].required and fields[name].telling for name in heading.columns) > 1
    programs = [line for line in table.lines if line.level == "program"]
    names = [line.name for line in table.lines if line.name]
    accounts = any(starts_with(name, words.ACCOUNTS) for name in names) or any(
        line.code in words.ACCOUNT_CODES for line in table.lines
    )
    if accounts and not any(starts_with(name, words.LEVELS["program"]) for name in names):
        return "account_rows"
    coded = any(line.code for line in table.lines)
    if table.lines and not programs and not coded and not (telling and names):
        return "no_program_row"
    return ""


def _missing(grid: Grid, heading: Heading) -> Finding:
    missing = [field for name, field in heading.edition.fields.items() if name in heading.missing]
    told = MOST_HEADERS // len(missing)
    facts = {
        "kind": heading.edition.title,
        "column": ", ".join(field.headers[0] for field in missing),
        "known": "; ".join(", ".join(field.headers[:told]) for field in missing),
        "unknown": "; ".join(f"{text} ({letter(column)}{heading.last_row})" for column, text in heading.unknown) or "-",
    }
    return Finding("column_is_present", "error", (_range(grid, heading),), facts)


def _scale(grid: Grid, heading: Heading) -> tuple[int, Cell] | None:
    """Return how many rupiah one unit of a table's amounts is, and the cell near its heading that says so."""
    if not any(heading.edition.fields[name].parser == "rupiah" for name in heading.columns):
        return None
    for row, column in sorted(grid.cells):
        value = grid.cells[row, column].value
        if heading.first_row - SCALE_ROWS <= row <= heading.last_row and isinstance(value, str):
            for scale in sorted(words.SCALES, reverse=True):  # Rp 1.000.000 begins with the words of Rp 1.000
                if contains(value, words.SCALES[scale]) or in_brackets(value, words.SCALES_IN_BRACKETS[scale]):
                    return scale, grid.cell(row, column)
    return None


def _scaled(table: Table, scale: int, cell: Cell) -> Finding:
    facts = {"kind": kinds()[table.kind].title, "scale": Decimal(scale)}
    return Finding("amounts_are_rupiah", "note", (cell,), facts, subject=f"{table.kind}{table.edition}{table.stage}")


def _doubled(grid: Grid, heading: Heading) -> list[Finding]:
    """Return a finding for each required column whose header stands twice: nobody can say which one is meant."""
    lookup = {header: field for field in heading.edition.fields.values() for header in field.keys if field.required}
    found = []
    for column, text in heading.repeated:
        field = lookup.get(key(text))
        if field:
            cells = (grid.cell(heading.last_row, column), grid.cell(heading.last_row, heading.columns[field.name]))
            facts = {"column": text, "kind": heading.edition.title}
            found.append(
                Finding("column_stands_once", "warning", cells, facts, subject=f"{heading.edition.kind}|{field.name}")
            )
    return found


def _several(grid: Grid, heading: Heading) -> Finding:
    titles = ", ".join(edition.title for edition in (heading.edition, *heading.rivals))
    return Finding("sheet_is_one_kind", "error", (_range(grid, heading),), {"kinds": titles})


def _range(grid: Grid, heading: Heading) -> Cell:
    columns = [*heading.columns.values(), *(column for column, _ in heading.unknown)]
    first, last = f"{letter(min(columns))}{heading.first_row}", f"{letter(max(columns))}{heading.last_row}"
    return Cell(grid.file, grid.sheet, f"{first}:{last}")
