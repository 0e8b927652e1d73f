"""Which rows of a table only add up others: headings, subtotals; the rows are numbered from 1."""

import pytest

from pipeline.hierarchy import Unplaced
from pipeline.sums import Sums, found

NO = frozenset[int]()


def sums(text: str, *added: int, totals: frozenset[int] = NO) -> Sums:
    """What is found in rows given as ``number | name | budget | realization``."""
    rows = []
    for row, line in enumerate(text.strip().splitlines(), 1):
        number, name, *amounts = (part.strip() for part in line.split("|"))
        known = {column: int(amount) for column, amount in zip("br", amounts, strict=False) if amount}
        rows.append(Unplaced(row, None, number or None, name, False, bool(known), known))
    return found(rows, frozenset(added), totals)


FIRST = """
1. | Program Pelayanan | 300 | 150
a. | Surat menyurat    | 100 | 50
b. | Jumlah dokumen    | 200 | 100
"""
SECOND = """2. | Program Pengendalian Obat | 500 | 400
a. | Pengadaan obat            | 150 | 100
b. | Pengawasan obat           | 350 | 300
"""


@pytest.mark.parametrize(
    "name",
    [
        *("Sub Jumlah", "Subtotal", "SUB TOTAL", "Jumlah", "Jml", "Jumlah I", "Jumlah A.", "Jumlah Program"),
        *("Jumlah per Program", "JUMLAH PROGRAM OBAT"),
    ],
)
@pytest.mark.parametrize("numbers", [True, False])
def test_subtotals_below_programs(name: str, numbers: bool) -> None:
    text = f"{FIRST} | {name} | 300 | 150\n{SECOND} | {name} | 500 | 400\n"
    if not numbers:
        text = "\n".join(f"|{line.partition('|')[2]}" for line in text.strip().splitlines())
    text += "\n" * (not text.endswith("\n")) + " | Total | 800 | 550"
    assert sums(text, totals=frozenset({9})) == Sums(NO, {4: 1, 8: 5}, NO)


def test_subtotals_of_programs_that_state_no_amounts() -> None:
    text = f"{FIRST} | Sub Jumlah | 300 | 150\n{SECOND} | Sub Jumlah | 500 | 400\n".replace("| 300 | 150", "| |", 1)
    assert sums(text).subtotals == {4: 1, 8: 5}


def test_a_wrong_subtotal_among_right_ones_is_one() -> None:
    text = f"{FIRST} | Jumlah I | 310 | 160\n{SECOND} | Jumlah II | 500 | 400\n"
    assert sums(text) == Sums(NO, {4: 1, 8: 5}, NO)


def test_a_wrong_subtotal_one_of_whose_amounts_is_right_is_one() -> None:
    assert sums(f"{FIRST} | Sub Jumlah | 300 | 160\n{SECOND}").subtotals == {4: 1}


def test_a_sum_of_a_page_is_left_open() -> None:
    assert sums(f"{FIRST} | Jumlah | 777 | 666\n{SECOND}", 4) == Sums(NO, {}, frozenset({4}))


@pytest.mark.parametrize("number", ["", "b."])
def test_an_ordinary_row_that_begins_like_a_subtotal(number: str) -> None:
    assert sums(FIRST.replace("b. |", f"{number} |") + SECOND) == Sums(NO, {}, NO)


def test_an_ordinary_row_with_the_amounts_of_the_one_above() -> None:
    text = " | Program Pelayanan | 400 | 200\n | Surat | 200 | 100\n | Jumlah dokumen | 200 | 100\n"
    assert sums(text) == Sums(NO, {}, NO)


def test_a_last_total_may_be_the_subtotal_of_the_last_part() -> None:
    text = f"{FIRST} | Jumlah | 300 | 150\n{SECOND} | Jumlah | 500 | 400\n"
    assert sums(text, 4, totals=frozenset({8})).subtotals == {4: 1, 8: 5}


def test_a_total_of_the_last_part_that_has_its_subtotal_is_a_wrong_total() -> None:
    text = f"{FIRST} | Sub Jumlah | 300 | 150\n{SECOND} | Sub Jumlah | 500 | 400\n | Jumlah | 500 | 400\n"
    assert sums(text, totals=frozenset({9})).subtotals == {4: 1, 8: 5}


@pytest.mark.parametrize("number", ["", "I", "A."])
@pytest.mark.parametrize("name", ["BELANJA LANGSUNG", "Belanja Tidak Langsung", "Dinas Kesehatan", "Setwan"])
def test_a_heading_with_the_sum(number: str, name: str) -> None:
    assert sums(f"{number} | {name} | 800 | 550\n{FIRST.strip()}\n{SECOND}").headings == {1}


def test_headings_above_each_other_and_between_programs() -> None:
    text = f" | Dinas | 800 | 550\n | URUSAN UMUM | 300 | 150{FIRST} | URUSAN KESEHATAN | 500 | 400\n{SECOND}"
    assert sums(text).headings == {1, 2, 6}


def test_indirect_expenditure_with_its_parts() -> None:
    above = "I | BELANJA TIDAK LANGSUNG | 90 | 80\n1 | Gaji | 60 | 50\n2 | Tambahan penghasilan | 30 | 30\n"
    assert sums(f"{above}II | BELANJA LANGSUNG | 800 | 550{FIRST}{SECOND}").headings == {1, 2, 3, 4}


def test_a_program_without_the_word_is_no_heading() -> None:
    equal = SECOND.replace("500 | 400", "300 | 150")
    assert sums(FIRST.replace("Program Pelayanan", "Pelayanan") + equal).headings == NO
