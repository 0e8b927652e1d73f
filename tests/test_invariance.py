"""Other file and sheet names, moved tables, missing titles, blank and reordered rows change nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped, unused-ignore]  # it ships no types
from generator import faulted, package
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import checking, dataset, grids, ingest, manifest, reading, reports, rules
from pipeline.model import Grid, Line, Outcome, Raw, Table

EXAMPLE = Path(__file__).parent.parent / "input" / "contoh-2017"
Case = tuple[int, str]
EXAMPLE_CASE: Case = (2017, "example")
CASES: tuple[Case, ...] = (
    EXAMPLE_CASE,
    (2, "sound"),
    (7, "sound"),
    (5, "plan_program"),
    (9, "remaining"),
    (11, "doubled"),
    (12, "unreported"),
    (1, "staff_label"),
)
"""The 2017 example, and packages of the generator by seed and fault."""
REORDERED = frozenset({"performance", "medium_term", "realization", "plan", "staff", "indicators"})
"""Kinds whose rows mean the same in any order, a kegiatan staying below its program."""

Grids = Sequence[Grid]
Change = Callable[[st.DataObject, Grids], Grids]


@cache
def package_of(case: Case) -> tuple[Grid, ...]:
    if case == EXAMPLE_CASE:
        return opened(EXAMPLE)
    seed, fault = case
    made = package(seed) if fault == "sound" else faulted(seed, fault)
    assert made is not None
    with tempfile.TemporaryDirectory() as folder:
        for name, data in made.files.items():
            (Path(folder) / name).write_bytes(data)
        return opened(Path(folder))


def opened(folder: Path) -> tuple[Grid, ...]:
    return tuple(grid for path in sorted(folder.glob("*.xlsx")) for grid in grids.read(path, path.name).grids)


def essence(found: Grids) -> dict[str, Any]:
    """Return what must not change, without the checks of single values, which do not look at places."""
    tables, _, doubts = reading.from_grids(found)
    data = dataset.build(tables, doubts)
    checked = rules.check(data)
    return kept(Outcome("package", data, (), (*data.findings, *checked.findings), checked.examined, checked.skipped))


def kept(outcome: Outcome) -> dict[str, Any]:
    """Return office, totals, lines, findings without their cells, and the rows of each printed table in any order."""
    said = manifest.manifest(outcome, (), {})
    compared = ("rule", "severity", "stated", "computed", "difference")
    sheets, skipped = reports.build(outcome)
    printed = {
        sheet.name: sorted(
            str([(key, entry.value, entry.unit) for key, entry in sorted(row.entries.items()) if key != "number"])
            for table in sheet.tables
            for row in table.rows
        )
        for sheet in sheets
        if sheet.name not in ("Ringkasan", "Temuan", "Padanan", "Sumber")
    }
    return {
        **{name: said[name] for name in ("office", "totals", "lines")},
        "findings": sorted(str([finding[name] for name in compared]) for finding in said["findings"]),
        "tables": printed,
        "skipped": [skip.name for skip in skipped],
    }


@cache
def due(case: Case) -> dict[str, Any]:
    return essence(package_of(case))


# How worksheets are changed


def moved(grid: Grid, to: Callable[[int], int]) -> Grid:
    """Return the grid with each row at another place, its merged areas stretched accordingly."""
    return replace(
        grid,
        cells={(to(row), column): raw for (row, column), raw in grid.cells.items()},
        merges=tuple((to(top), left, to(bottom), right) for top, left, bottom, right in grid.merges),
        hidden_rows=frozenset(map(to, grid.hidden_rows)),
    )


def inserted(grid: Grid, rows: Iterable[int]) -> Grid:
    """Return the grid with a blank row before each of these rows; a row named twice gets two."""
    places = sorted(rows)
    return moved(grid, lambda row: row + sum(place <= row for place in places))


def heads(grid: Grid) -> list[tuple[int, int]]:
    """Return first and last row of each table's heading."""
    return [(heading.first_row, heading.last_row) for heading in ingest.read(grid).headings]


def last_row(grid: Grid) -> int:
    return max((row for row, _ in grid.cells), default=1)


def renamed(data: st.DataObject, found: Grids) -> Grids:
    """Give the files other names, which puts them into another order."""
    files = list(dict.fromkeys(grid.file for grid in found))
    names = [f"{chr(97 + number)}.xlsx" for number in range(len(files))]
    other = dict(zip(files, data.draw(st.permutations(names), label="files"), strict=True))
    return sorted((replace(grid, file=other[grid.file]) for grid in found), key=lambda grid: grid.file)


def in_one_workbook(data: st.DataObject, found: Grids) -> Grids:
    """Put all sheets into one file, in any order, as Sheet1, Sheet2 ..."""
    order = data.draw(st.permutations(range(len(found))), label="sheets")
    return [replace(found[index], file="semua.xlsx", sheet=f"Sheet{n}") for n, index in enumerate(order, 1)]


def pushed_down(data: st.DataObject, found: Grids) -> Grids:
    """Put a row with a logo and three blank rows above tables: above the title, or between title and heading."""

    def pushed(grid: Grid) -> Grid:
        place = data.draw(st.sampled_from([0, 1, *(first for first, _ in heads(grid))]), label=f"above {grid.sheet}")
        if not place or not grid.cells:
            return grid
        lower = inserted(grid, [place] * 4)
        return replace(lower, cells={**lower.cells, (place, 1): Raw("LOGO")})

    return [pushed(grid) for grid in found]


def untitled(data: st.DataObject, found: Grids) -> Grids:
    """Take the title rows of all sheets, or of some, away; only an agreement's title tells its stage."""
    return [bare(grid) if data.draw(st.booleans(), label=f"bare {grid.sheet}") else grid for grid in found]


def bare(grid: Grid) -> Grid:
    tables = ingest.read(grid).tables
    if not tables or tables[0].kind == "agreement":
        return grid
    titles = {*range(1, tables[0].header_row), *(table.header_row - 1 for table in tables)}
    cells = {place: raw for place, raw in grid.cells.items() if place[0] not in titles}
    return replace(grid, cells=cells, merges=tuple(area for area in grid.merges if area[0] not in titles))


def spaced(data: st.DataObject, found: Grids) -> Grids:
    """Put blank rows between rows, though not into a heading."""

    def wider(grid: Grid) -> Grid:
        inside = {row for first, last in heads(grid) for row in range(first + 1, last + 1)}
        free = [row for row in range(1, last_row(grid) + 1) if row not in inside]
        return inserted(grid, data.draw(st.lists(st.sampled_from(free), max_size=6), label=f"blanks {grid.sheet}"))

    return [wider(grid) for grid in found]


def reordered(data: st.DataObject, found: Grids) -> Grids:
    """Put programs, and kegiatan within their program, staff and indicators into another order."""
    return [mixed(grid, lambda lines: data.draw(st.permutations(lines), label="order")) for grid in found]


Order = Callable[[list[Line]], list[Line]]


def mixed(grid: Grid, order: Order) -> Grid:
    places: dict[int, int] = {}
    for table in ingest.read(grid).tables:
        if table.kind in REORDERED:
            rows = [line.row for line in table.lines if line.level != "section"]
            places |= dict(zip(shuffled(table, table.children(None), order), rows, strict=True))
    return moved(grid, lambda row: places.get(row, row))


def shuffled(table: Table, lines: list[Line], order: Order) -> list[int]:
    """Return the rows of lines in another order, each with those below it."""
    return [row for line in order(lines) for row in (line.row, *shuffled(table, table.children(line), order))]


def everything(data: st.DataObject, found: Grids) -> Grids:
    for change in (reordered, untitled, pushed_down, spaced):
        found = change(data, found)
    return data.draw(st.sampled_from([renamed, in_one_workbook]), label="files")(data, found)


CHANGES: tuple[Change, ...] = (renamed, in_one_workbook, pushed_down, untitled, spaced, reordered, everything)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@given(data=st.data())
@settings(max_examples=20, deadline=None, derandomize=True)
def test_nothing_changes(change: Change, data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES), label="package")
    assert essence(change(data, package_of(case))) == due(case)


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("place", ["title", "heading"])
def test_a_logo_above_every_table_changes_nothing(case: Case, place: str) -> None:
    found = []
    for grid in package_of(case):
        firsts = [1] if place == "title" else [first for first, _ in heads(grid)]
        for first in reversed(firsts):
            grid = inserted(grid, [first] * 4)
            grid = replace(grid, cells={**grid.cells, (first, 1): Raw("LOGO")})
        found.append(grid)
    assert essence(found) == due(case)


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize(
    "order", [lambda lines: lines[::-1], lambda lines: lines[1:] + lines[:1]], ids=["backwards", "first row last"]
)
def test_rows_in_another_order_change_nothing(case: Case, order: Order) -> None:
    assert essence([mixed(grid, order) for grid in package_of(case)]) == due(case)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_titles_but_the_agreements_change_nothing(case: Case) -> None:
    assert essence([bare(grid) for grid in package_of(case)]) == due(case)


def test_the_example_under_other_names(tmp_path: Path) -> None:
    for name, path in zip("hgfedcba", sorted(EXAMPLE.glob("*.xlsx")), strict=True):
        (tmp_path / f"{name}.xlsx").write_bytes(path.read_bytes())
    assert whole(tmp_path) == whole(EXAMPLE)


def test_the_example_as_one_workbook(tmp_path: Path) -> None:
    write(tmp_path / "semua.xlsx", package_of(EXAMPLE_CASE))
    assert whole(tmp_path) == whole(EXAMPLE)


def whole(folder: Path) -> dict[str, Any]:
    """Return the same of a folder of real files, with every check."""
    return kept(checking.outcome("package", reading.read(sorted(folder.glob("*.xlsx")))))


def write(path: Path, found: Grids) -> None:
    """Write worksheets as the sheets Sheet1, Sheet2 ... of one file, with formulas and their stored values."""
    with xlsxwriter.Workbook(path) as book:
        for number, grid in enumerate(found, 1):
            sheet = book.add_worksheet(f"Sheet{number}")
            for top, left, bottom, right in grid.merges:
                sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
            for (row, column), raw in grid.cells.items():
                form = book.add_format({"num_format": raw.format, "bold": raw.bold})
                if raw.formula:
                    sheet.write_formula(row - 1, column - 1, f"={raw.formula.lstrip('=')}", form, raw.value)
                elif isinstance(raw.value, str):
                    sheet.write_string(row - 1, column - 1, raw.value, form)
                else:
                    sheet.write(row - 1, column - 1, raw.value, form)
