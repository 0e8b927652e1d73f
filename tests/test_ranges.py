"""Cells as ranges: neighbours are one range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Cell, Table, letter
from pipeline.ranges import across, beside, block, joined, members, number

TABLE = Table("dpa", "", "", "DPA.xlsx", "DPA", 1, {"code": "A", "q1": "G", "q2": "H", "q3": "I", "far": "AA"}, ())


def refs(cells: tuple[Cell, ...]) -> list[str | None]:
    assert all((cell.file, cell.sheet) == ("DPA.xlsx", "DPA") for cell in cells)
    return [cell.ref for cell in cells]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([], []),
        ([7], ["G7"]),
        ([3, 4, 5], ["G3:G5"]),
        ([9, 3, 5, 4], ["G3:G5", "G9"]),
        ([3, 5, 6, 9, 10, 11], ["G3", "G5:G6", "G9:G11"]),
    ],
)
def test_rows_of_a_column(rows: list[int], found: list[str]) -> None:
    assert refs(block(TABLE, rows, "q1")) == found


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (["q1"], ["G5"]),
        (["q1", "q2", "q3"], ["G5:I5"]),
        (["q3", "q1"], ["G5", "I5"]),
        (["far", "code", "q2", "q3"], ["A5", "H5:I5", "AA5"]),
    ],
)
def test_columns_of_a_row(columns: list[str], found: list[str]) -> None:
    assert refs(across(TABLE, 5, columns)) == found


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (["q1"], ["G5"]),
        (["q3", "q1", "q2"], ["G5", "H5", "I5"]),
        (["far", "absent", "code"], ["A5", "AA5"]),
        (["absent"], []),
    ],
)
def test_cells_beside_each_other_stay_single_and_columns_may_be_absent(columns: list[str], found: list[str]) -> None:
    assert refs(beside(TABLE, 5, columns)) == found


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ([], []),
        (["E3"], ["E3"]),
        (["E3", "C3", "E4", "C4"], ["E3:E4", "C3:C4"]),
        (["E9", "C3", "E3", "E4"], ["E3:E4", "E9", "C3"]),
        (["E3", "E3"], ["E3"]),
        (["E3:E5", "E6", "C2"], ["E6", "C2", "E3:E5"]),
    ],
)
def test_cells_joined_by_column(cells: list[str], found: list[str]) -> None:
    assert refs(joined(Cell("DPA.xlsx", "DPA", ref) for ref in cells)) == found


def test_cells_of_other_sheets_are_not_joined() -> None:
    cells = [Cell("DPA.xlsx", "DPA", "C3"), Cell("DPPA.xlsx", "DPPA", "C4"), Cell("DPA.xlsx", "DPA", "C4")]
    assert joined([*cells, Cell("DPA.xlsx")]) == (
        Cell("DPA.xlsx", "DPA", "C3:C4"),
        Cell("DPPA.xlsx", "DPPA", "C4"),
        Cell("DPA.xlsx"),
    )


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        ("G3", ["G3"]),
        ("G3:G5", ["G3", "G4", "G5"]),
        ("Z5:AB5", ["Z5", "AA5", "AB5"]),
        ("A1:B2", ["A1", "B1", "A2", "B2"]),
        (None, [None]),
    ],
)
def test_members_of_a_range(ref: str | None, found: list[str | None]) -> None:
    assert [cell.ref for cell in members(Cell("DPA.xlsx", "DPA", ref))] == found


@given(st.sets(st.integers(1, 60)))
def test_a_block_has_just_its_rows(rows: set[int]) -> None:
    cells = block(TABLE, rows, "far")
    assert [cell.ref for whole in cells for cell in members(whole)] == [f"AA{row}" for row in sorted(rows)]


@given(st.integers(1, 16_384))
def test_number_of_a_column_and_its_letters(column: int) -> None:
    assert number(letter(column)) == column


@given(st.lists(st.tuples(st.sampled_from("CDE"), st.integers(1, 30)), unique=True))
def test_joining_keeps_every_cell(places: list[tuple[str, int]]) -> None:
    cells = [Cell("DPA.xlsx", "DPA", f"{column}{row}") for column, row in places]
    assert sorted(cell for whole in joined(cells) for cell in members(whole)) == sorted(cells)
