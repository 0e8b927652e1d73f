"""Where the headers of a worksheet's tables stand, of which kind they are, and which columns they head."""

import pytest
import worksheets

from pipeline.headers import headings, nearest
from pipeline.heading import Heading
from pipeline.model import letter


def found(text: str) -> list[Heading]:
    """The headings of the only worksheet of a text."""
    return headings(*worksheets.read(f"# A.xlsx!S\n{text}"))


def shown(heading: Heading) -> str:
    """Kind, rows and columns of a heading in one line."""
    columns = ", ".join(f"{letter(column)} {name}" for name, column in sorted(heading.columns.items(), key=_column))
    return f"{heading.edition.kind} {heading.first_row}-{heading.last_row}: {columns}"


def _column(item: tuple[str, int]) -> int:
    return item[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "| Kode | Uraian | Jumlah |\n| 01 | Program A | 300 |",
            ["dpa 1-1: A code, B name, C budget"],
            id="one row",
        ),
        pytest.param(
            "| KODE REKENING | uraian | Jumlah  (Rp.) |\n| 01 | Program A | 300 |",
            ["dpa 1-1: A code, B name, C budget"],
            id="capitals, blanks and points do not count",
        ),
        pytest.param(
            """
| Kode | Uraian | Jumlah (Rp) | < | Bertambah / (Berkurang) | < |
| ^ | ^ | Sebelum Perubahan | Setelah Perubahan | (Rp) | % |
""",
            ["dppa 1-2: A code, B name, C before, D after, E change, F change_percent"],
            id="merged over columns and rows",
        ),
        pytest.param(
            """
| Kode | Uraian | Jumlah (Rp) | | Bertambah / (Berkurang) | |
| | | Sebelum Perubahan | Setelah Perubahan | (Rp) | % |
""",
            ["dppa 1-2: A code, B name, C before, D after, E change, F change_percent"],
            id="the same, never merged",
        ),
        pytest.param(
            """
| Program/Kegiatan | Anggaran (Rp) | Realisasi | |
| | | Semester I (Rp) | Realisasi (Rp) |
| Program A | 300 | 100 | 250 |
""",
            ["realization 1-2: A name, B budget, D realization"],
            id="a semester under the heading of the year is not the year",
        ),
        pytest.param(
            """
| Uraian kegiatan dan jumlah anggaran tahun berjalan |
| Jumlah kegiatan | 3 |
| Kode | Uraian | Jumlah |
| 01 | Program A | 300 |
""",
            ["dpa 3-3: A code, B name, C budget"],
            id="title lines with words of the headers",
        ),
        pytest.param(
            """
| Kode | Uraian | Jumlah |
| 01 | Program A | 300 |
| Jumlah | | 300 |
|
| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| Program A | 300 | 250 |
""",
            ["dpa 1-1: A code, B name, C budget", "realization 5-5: A name, B budget, C realization"],
            id="two tables below each other",
        ),
        pytest.param("| Nama | Alamat |\n| Budi | Jalan Melati |", [], id="a list of something else"),
        pytest.param("| Jumlah | Uraian kegiatan yang panjang |", [], id="one known header"),
    ],
)
def test_headings(text: str, expected: list[str]) -> None:
    assert [shown(heading) for heading in found(text)] == expected


def test_a_misspelt_required_header_is_missing_and_makes_no_other_kind() -> None:
    (heading,) = found("| Program/Kegiatan | Anggaran (Rp) | Realisasii (Rp) | Sisa Anggaran |\n| A | 300 | 250 | 50 |")
    assert (heading.edition.kind, heading.complete, set(heading.missing)) == ("realization", False, {"realization"})
    assert heading.unknown == ((3, "Realisasii (Rp)"),)


def test_a_misspelt_table_below_a_good_one_is_named_too() -> None:
    first, second = found(
        """
| Kode | Uraian | Jumlah |
| 01 | Program A | 300 |
| Jumlah | | 300 |
|
| Program/Kegiatan | Anggaran (Rp) | Realisasii (Rp) | Sisa Anggaran |
| Program A | 300 | 250 | 50 |
"""
    )
    assert (first.edition.kind, first.complete) == ("dpa", True)
    assert (second.edition.kind, second.first_row, set(second.missing)) == ("realization", 5, {"realization"})


def test_a_column_that_stands_twice() -> None:
    (heading,) = found("| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) | Realisasi (Rp) |\n| A | 3 | 1 | 2 |")
    assert (heading.columns["realization"], heading.repeated) == (3, ((4, "Realisasi (Rp)"),))


PAGE = "| Kode | Uraian | Jumlah |\n| '01 | Program A | 300 |\n| 01.01 | Kegiatan satu | 100 |\n| 01.02 | Dua | 200 |\n"


@pytest.mark.parametrize(
    ("between", "rows", "again"),
    [
        pytest.param("", [1], {5}, id="right below a line"),
        pytest.param("| Jumlah dipindahkan | | 300 |\n", [1], {6}, id="below the sum carried over"),
        pytest.param("|\n|\n", [1], {7}, id="below empty rows"),
        pytest.param("| Jumlah | | 300 |\n", [1, 6], set(), id="below a total begins another table"),
        pytest.param("| DPA BAGIAN UMUM |\n", [1, 6], set(), id="below a title begins another table"),
    ],
)
def test_a_header_that_stands_again(between: str, rows: list[int], again: set[int]) -> None:
    headings = found(f"{PAGE}{between}| Kode | Uraian | Jumlah |\n| '02 | Program B | 10 |")
    assert [heading.first_row for heading in headings] == rows
    assert set(headings[0].again) == again


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """
| Kode | Uraian | Jumlah |
| '01 | Program A | 300 |
| Kode | Uraian | Jumlah |
| '02 | Program B | 10 |
""",
            ["dpa 1-1: A code, B name, C budget"],
            id="a page of one line",
        ),
        pytest.param(
            """
| Kode | Uraian | Jumlah |
| '01 | Program A | 300 |
|
| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| Program A | 300 | 250 |
""",
            ["dpa 1-1: A code, B name, C budget", "realization 4-4: A name, B budget, C realization"],
            id="a table of one line above another",
        ),
    ],
)
def test_headers_close_to_each_other_are_two_all_the_same(text: str, expected: list[str]) -> None:
    assert [shown(heading) for heading in found(text)] == expected


def test_headers_that_fit_two_kinds_equally_well_name_both() -> None:
    (heading,) = found("| Kode | Uraian | Pagu | Pagu Indikatif |\n| 01 | Program A | 300 | 310 |")
    assert {heading.edition.kind, *(rival.kind for rival in heading.rivals)} == {"dpa", "plan"}


def test_the_nearest_heading_of_a_sheet_that_has_none() -> None:
    (grid,) = worksheets.read("# A.xlsx!S\n| No | Nama Kegiatan | Realisasi (Rp) |\n| 1 | Kegiatan satu | 90 |")
    assert headings(grid) == []
    near = nearest(grid)
    assert near
    assert (near.edition.kind, set(near.missing)) == ("realization", {"name", "budget"})
    assert near.unknown == ((2, "Nama Kegiatan"),)


def test_nothing_is_near_a_sheet_of_prose() -> None:
    (grid,) = worksheets.read("# A.xlsx!S\n| Catatan rapat |\n| Anggaran dibahas lagi pekan depan |")
    assert nearest(grid) is None


def test_a_misspelt_table_beside_a_good_one_is_not_lost() -> None:
    (grid,) = worksheets.read(
        "# P.xlsx!P\n| NO | PNS GOLONGAN | JUMLAH OARNG |\n| 1 | IV/a | 3 |\n| | Jumlah | 4 |\n|\n"
        "| NO | JABATAN | JUMLAH ORANG |\n| 1 | ESELON III | 3 |\n| | Jumlah | 3 |\n"
    )
    found = headings(grid)
    assert [(heading.first_row, heading.complete, set(heading.missing)) for heading in found] == [
        (1, False, {"persons"}),
        (5, True, set()),
    ]
