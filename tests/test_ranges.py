"""Cells as ranges: neighbours are one range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Cell, Table, letter
from pipeline.ranges import across, block, members, number

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
