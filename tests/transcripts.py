"""What comes out of worksheets, as text: the findings of a rule, the tables that were read, an output sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

import worksheets

from pipeline import checking, references, reports
from pipeline.messages import cause, sentence
from pipeline.model import Cell, Finding, Grid, InputFile, Line, Outcome, Percent, Quantity, Table, letter
from pipeline.reading import FAULTS, PackageReading, from_grids
from pipeline.sheets import Entry, Row, Sheet
from pipeline.sheets import Table as Printed

OWN_PARTS = ("Aturan yang diperiksa", "Isi buku kerja ini")
"""Output tables with a row for each rule or report: those rows are not shown, so that a new rule changes no text."""


def outcome(text: str) -> Outcome:
    """Return what is known of a package of worksheets."""
    files = [
        (file, *from_grids(list(grids))) for file, grids in groupby(worksheets.read(text), key=lambda grid: grid.file)
    ]
    inputs = tuple(
        InputFile(file, f"(hash {file})", tuple(listed), failed=any(entry.reason in FAULTS for entry in listed))
        for file, _, listed, _ in files
    )
    tables = tuple(table for _, found, _, _ in files for table in found)
    findings = tuple(finding for *_, found in files for finding in found)
    return checking.outcome("contoh", PackageReading(inputs, tables, findings))


def rule(name: str, text: str) -> str:
    """Return the findings of one rule, or ``none``."""
    found = [finding for finding in outcome(text).findings if finding.rule == name]
    return "\n\n".join(map(_finding, found)) or "none"


def _finding(finding: Finding) -> str:
    lines = [f"{finding.severity} {_cells(finding.cells)}"]
    figures = {"stated": finding.stated, "computed": finding.computed, "difference": finding.difference}
    told = ", ".join(f"{name} {_plain(value)}" for name, value in figures.items() if value is not None)
    lines += [f"  {told}"] if told else []
    lines.append(f"  {sentence(finding)}")
    lines += [f"  {item.kind}: {cause(item.kind, item.facts)} ({_cells(item.cells)})" for item in finding.causes]
    return "\n".join(lines + ([f"  follows {finding.follows}"] if finding.follows else []))


def _cells(cells: Sequence[Cell]) -> str:
    """Return cells in their order, those of one sheet together: ``Renja.xlsx!Renja!E19, E20:E26``."""
    groups = [list(group) for _, group in groupby(cells, key=lambda cell: (cell.file, cell.sheet))]
    return "; ".join(", ".join([str(group[0]), *(cell.ref or "-" for cell in group[1:])]) for group in groups)


def _plain(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def layout(_: str, text: str) -> str:
    """Return how each worksheet was understood."""
    return "\n\n".join(map(_sheet_read, worksheets.read(text)))


def _sheet_read(grid: Grid) -> str:
    tables, listed, findings = from_grids([grid])
    told = [f"{grid.file}!{grid.sheet}: {entry.reason}" for entry in listed if entry.kind is None]
    told += [_table_read(table) for table in tables]
    told += [f"finding {finding.rule} {_cells(finding.cells)}: {sentence(finding)}" for finding in findings]
    return "\n".join(told)


def _table_read(table: Table) -> str:
    named = " ".join(filter(None, (table.kind, table.edition, table.stage)))
    lines = [f"{table.file}!{table.sheet}: {named}, header row {table.header_row}"]
    stated = table.stated
    said = {"office": stated.office, "government": stated.government, "code": stated.code, "year": stated.year}
    lines += [f"  states {what}: {found[0]} ({found[1].ref})" for what, found in said.items() if found]
    lines += [f"  states dates: {', '.join(map(str, stated.dates))}"] if stated.dates else []
    lines.append(f"  columns {', '.join(f'{letters} = {name}' for name, letters in table.columns.items())}")
    lines += [f"  {_line(line)}" for line in (*table.lines, *table.totals)]
    lines += [f"  skipped {skip.cell.ref} {skip.reason}: {skip.text}" for skip in table.skipped]
    lines += [f"  evaluated {_cells(table.evaluated)}"] if table.evaluated else []
    return "\n".join(lines)


def _line(line: Line) -> str:
    place = f"{line.row} {line.level}" + (f" below {line.parent}" if line.parent else "")
    place += f" code {line.code}" if line.code else ""
    values = [f"{name} {_value(value)}" for name, value in line.values.items() if value is not None]
    return f"{place}: {'; '.join(values) or 'nothing'}"


def _value(value: object) -> str:
    """Return a value of the model: sen and counts plain, text in quotes, a quantity with its unit and its text."""
    if isinstance(value, Quantity):
        number = "-" if value.value is None else f"{value.value:f} {value.unit}".strip()
        return f"<{number}> {value.text!r}"
    if isinstance(value, Percent):
        return f"<{value.value:f} %, {value.decimals} decimals{'' if value.scaled else ', unscaled'}>"
    return repr(value) if isinstance(value, str) else value.isoformat() if isinstance(value, date) else str(value)


def report(name: str, text: str) -> str:
    """Return the output sheet of one report, or why it is left out."""
    module = next(report for report in reports.reports() if report.build.__module__ == f"pipeline.reports.{name}")
    sheets, skipped = reports.build(outcome(text))
    left_out = {skip.name: reports.lacking(skip.lacking) for skip in skipped}
    if module.name in left_out:
        return f"left out: {left_out[module.name]}"
    return _sheet(next(sheet for sheet in sheets if sheet.name == module.name))


def _sheet(sheet: Sheet) -> str:
    parts = ["\n".join([f"sheet {sheet.name}", *(f"  {title}" for title in sheet.titles)])]
    parts += [_table(table, traced=sheet.traced) for table in sheet.tables]
    parts += [
        f'{chart.kind} chart "{chart.title}": {", ".join(chart.series)} by {chart.categories} of {chart.sheet}, '
        f"rows {', '.join(str(row + 1) for row in chart.rows)}"
        for chart in sheet.charts
    ]
    return "\n\n".join(parts)


def _table(table: Printed, *, traced: bool) -> str:
    """Return a table whose first row is row 1 and whose columns are named by letters, as the formulas name them."""
    lines = [table.title] if table.title else []
    headings = [f"{column.group} > {column.heading}" if column.group else column.heading for column in table.columns]
    if table.heading:
        lines.append(" | ".join(f"{letter(place)} {heading}" for place, heading in enumerate(headings, 1)))
    if table.title in OWN_PARTS:
        return "\n".join([*lines, "..."])
    lines += [_row(table, index, row, traced=traced) for index, row in enumerate(table.rows)]
    lines += [f"note: {note}" for note in table.notes]
    return "\n".join([*lines, *_comments(table)])


def _row(table: Printed, index: int, row: Row, *, traced: bool) -> str:
    shown = [_entry(table, index, place) for place in range(len(table.columns))]
    found = references.sources(row, table.columns) if traced else ""
    return f"{index + 1} {row.role}: {' | '.join(shown)}{f'   from {found}' if found else ''}".rstrip()


def _entry(table: Printed, index: int, place: int) -> str:
    entry = table.rows[index].entries.get(table.columns[place].key, Entry())
    shown = "" if entry.value is None else _plain(entry.value).replace("\n", " / ")
    shown = f"{shown} {entry.unit}".strip()
    formula = references.formula(table, index, place, 1)
    if entry.reference:
        formula = f"='{entry.reference.sheet}' {entry.reference.column} of row {entry.reference.row + 1}"
    shown = f"{formula} -> {shown or chr(34) * 2}" if formula else shown
    joined = f" ({entry.span} rows)" if entry.span > 1 else ""
    return f"{shown}{joined}{' (link)' if entry.link else ''}{f' [{entry.marked}]' if entry.marked else ''}"


def _comments(table: Printed) -> list[str]:
    return [
        f"comment {letter(place)}{index}: {entry.note}".replace("\n", " / ")
        for index, row in enumerate(table.rows, 1)
        for place, column in enumerate(table.columns, 1)
        if (entry := row.entries.get(column.key)) and entry.note
    ]


WAYS: dict[str, Callable[[str, str], str]] = {"rules": rule, "layouts": layout, "reports": report}
"""What a text file shows, by its folder; each takes the file's name without its ending, and the worksheets."""
