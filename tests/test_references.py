"""How formulas, charts and links name cells."""

from __future__ import annotations

import re

import pytest

from pipeline import references
from pipeline.model import Cell
from pipeline.sheets import Column, Entry, Row, Table

EVERY_OTHER = tuple(range(0, 140, 2))
COLUMNS = (
    Column("budget", "Anggaran", "rupiah"),
    Column("spent", "Realisasi", "rupiah"),
    Column("share", "%", "percent"),
)


def one_column(*entries: Entry) -> Table:
    return Table((Column("x", "X", "rupiah"),), tuple(Row("plain", {"x": entry}) for entry in entries))


@pytest.mark.parametrize(
    ("index", "position", "formula"),
    [
        (0, 0, None),
        (0, 2, "=ROUND(B7/A7,4)"),
        (1, 0, None),
        (2, 0, "=SUM(A7:A8)"),
        (2, 1, None),
        (2, 2, "=ROUND(B9/A9,4)"),
    ],
)
def test_a_formula_names_the_cells_of_its_row_or_the_rows_that_it_adds(
    index: int, position: int, formula: str | None
) -> None:
    share = Entry(0, formula="ROUND({spent}/{budget},4)")
    rows = (
        Row("plain", {"budget": Entry(300), "spent": Entry(200), "share": share}),
        Row("plain", {"budget": Entry(500)}),
        Row("total", {"budget": Entry(800, total_of=(0, 1)), "share": share}),
    )
    assert references.formula(Table(COLUMNS, rows), index, position, 7) == formula


@pytest.mark.parametrize(
    ("entries", "total_of", "formula"),
    [
        ([Entry(1)], (0,), "=A1"),
        ([Entry(1), Entry(2), Entry(3)], (0, 1, 2), "=SUM(A1:A3)"),
        ([Entry(1), Entry(2), Entry(3), Entry(4)], (0, 1, 3), "=A1+A2+A4"),
        ([Entry(1), Entry(2), Entry("-")], (0, 2), "=SUM(A1,A3)"),
        ([Entry(1), Entry(2), Entry(None, formula='IF(1=0,1,"")')], (0, 2), "=SUM(A1,A3)"),
        ([Entry(1), Entry(2), Entry(None)], (0, 2), "=A1+A3"),
        ([Entry(1)] * 140, EVERY_OTHER, "=SUM(" + ",".join(f"A{index + 1}" for index in EVERY_OTHER) + ")"),
        (
            [Entry(1)] * 140,
            (*EVERY_OTHER, 139),
            "=SUM(" + ",".join(f"A{i + 1}" for i in EVERY_OTHER[:-1]) + ",A139:A140)",
        ),
    ],
)
def test_a_total_adds_the_rows_that_it_names(entries: list[Entry], total_of: tuple[int, ...], formula: str) -> None:
    table = one_column(*entries, Entry(6, total_of=total_of))
    assert references.formula(table, len(entries), 0, 1) == formula


def test_a_total_of_very_many_stretches_keeps_to_the_arguments_of_a_sum() -> None:
    formula = references.total(0, range(1, 600, 2), figures=True)
    assert [part.count(",") + 1 for part in re.findall(r"SUM\(([^)]*)\)", formula)] == [250, 50]


@pytest.mark.parametrize(
    ("sheet", "column", "rows", "area"),
    [
        ("Anggaran", 0, [5], "='Anggaran'!$A$5"),
        ("Tahun '17", 2, [2, 3], "='Tahun ''17'!$C$2:$C$3"),
        ("Tahun '17", 27, [2, 4, 5], "=('Tahun ''17'!$AB$2,'Tahun ''17'!$AB$4:$AB$5)"),
    ],
)
def test_an_area_joins_rows_that_follow_each_other(sheet: str, column: int, rows: list[int], area: str) -> None:
    assert references.area(sheet, column, rows) == area


@pytest.mark.parametrize(
    ("sheet", "column", "row", "formula"),
    [
        ("Anggaran", 0, 5, "='Anggaran'!A5"),
        ("Tahun '17", 2, 3, "='Tahun ''17'!C3"),
        ("A!B", 27, 1, "='A!B'!AB1"),
    ],
)
def test_a_cell_of_another_sheet_is_named_with_that_sheet(sheet: str, column: int, row: int, formula: str) -> None:
    assert references.elsewhere(sheet, column, row) == formula


@pytest.mark.parametrize(
    ("rows", "runs"),
    [([], []), ([4], [(4, 4)]), ([1, 2, 3], [(1, 3)]), ([1, 3, 4, 9], [(1, 1), (3, 4), (9, 9)])],
)
def test_a_run_is_rows_that_follow_each_other(rows: list[int], runs: list[tuple[int, int]]) -> None:
    assert list(references.runs(rows)) == runs


@pytest.mark.parametrize(
    ("cell", "target"),
    [
        (Cell("Renja 2017.xlsx", "Renja", "E19"), "external:../../input/Renja%202017.xlsx#'Renja'!E19"),
        (Cell("Renja.xlsx", "Rencana '17", "E20:E26"), "external:../../input/Renja.xlsx#'Rencana ''17'!E20:E26"),
        (Cell("100% #2.xlsx", "A", "B1"), "external:../../input/100%25%20%232.xlsx#'A'!B1"),
        (Cell("Renja.xlsx", "Renja"), "external:../../input/Renja.xlsx#'Renja'!A1"),
        (Cell("Renja.xlsx"), "external:../../input/Renja.xlsx"),
    ],
)
def test_a_target_is_the_place_in_the_input(cell: Cell, target: str) -> None:
    assert references.target("../../input", cell) == target


@pytest.mark.parametrize(
    ("budget", "spent", "sources"),
    [
        ((), (), ""),
        ((Cell("a.xlsx", "S", "E9"),), (Cell("b.xlsx", "T", "D9"),), "a.xlsx!S!E9; b.xlsx!T!D9"),
        ((Cell("a.xlsx", "S", "E9"), Cell("a.xlsx", "S", "F9")), (Cell("a.xlsx", "S", "E9"),), "a.xlsx!S!E9, F9"),
        ((Cell("a.xlsx", "S", "E9"),), (Cell("a.xlsx", "T", "E9"), Cell("b.xlsx")), "a.xlsx!S!E9; a.xlsx!T!E9; b.xlsx"),
    ],
)
def test_the_sources_of_a_row_are_told_once(budget: tuple[Cell, ...], spent: tuple[Cell, ...], sources: str) -> None:
    row = Row("plain", {"spent": Entry(1, sources=spent), "budget": Entry(1, sources=budget)})
    assert references.sources(row, COLUMNS) == sources
