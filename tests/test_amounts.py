"""Amounts of a table's lines as the rules compare them."""

import pytest
import worksheets

from pipeline.amounts import amount, holders, known, summable
from pipeline.model import Cell, Table
from pipeline.reading import from_grids

HEAD = "# A.xlsx!S\n| Kode | Uraian | Jumlah |\n"
DEEP = "| '01 | Program A | |\n| 01.01 | Satu | |\n| 01.01.01 | Sub satu | 100 |\n| 01.01.02 | Sub dua | 50 |\n"


def read(text: str) -> Table:
    return from_grids(worksheets.read(text))[0][0]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(f"{DEEP}| 01.02 | Dua | 200 |", 350_00, id="the sum of all below"),
        pytest.param("| '01 | Program A | 300 |\n| 01.01 | Satu | 100 |", 300_00, id="its own before the sum"),
        pytest.param("| '01 | Program A | 0 |\n| 01.01 | Satu | 100 |", 0, id="zero is stated"),
        pytest.param("| '01 | Program A | - |\n| 01.01 | Satu | - |", None, id="nothing anywhere"),
    ],
)
def test_amount(rows: str, expected: int | None) -> None:
    table = read(HEAD + rows)
    assert amount(table, table.lines[0], "budget") == expected


def test_holders_are_the_nearest_that_state_an_amount() -> None:
    table = read(f"{HEAD}{DEEP}| 01.02 | Dua | 200 |\n| 01.03 | Tiga | - |")
    assert [line.row for line in holders(table, table.children(None), "budget")] == [4, 5, 6]


@pytest.mark.parametrize(
    ("doubtful", "expected"),
    [("C4", False), ("C3", False), ("C6", False), ("C2", False), ("C7", True), ("B4", True)],
)
def test_a_sum_is_known_where_no_cell_below_is_in_doubt(doubtful: str, expected: bool) -> None:
    table = read(f"{HEAD}{DEEP}| 01.02 | Dua | 200 |")
    unknown = frozenset({Cell("A.xlsx", "S", doubtful)})
    assert known(table, table.children(None), "budget", unknown) is expected


def test_what_stands_below_a_stated_amount_does_not_make_it_doubtful() -> None:
    table = read(f"{HEAD}| '01 | Program A | 300 |\n| 01.01 | Satu | seratus |")
    assert known(table, table.children(None), "budget", frozenset({Cell("A.xlsx", "S", "C3")}))


def test_a_column_of_differences_adds_nothing_of_its_own() -> None:
    head = "# A.xlsx!S\n| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan | Bertambah / (Berkurang) | % |\n"
    assert summable(read(f"{head}| '01 | Program A | 300 | 320 | 20 | 6.67 |")) == ["before", "after"]
