"""A table that is printed as two."""

import pytest
import worksheets

from pipeline import ingest
from pipeline.headers import headings
from pipeline.ingest import SheetReading

TITLE = "| PERJANJIAN KINERJA |\n"
UPPER = "| No | Sasaran | Indikator | Target |\n| 1 | Minat baca naik | Indeks baca | 60 |\n|\n"
LOWER = "| No | Program/Kegiatan | Anggaran |\n| 1 | Program Baca | 300 |\n"


def read(text: str) -> SheetReading:
    return ingest.read(worksheets.read(f"# A.xlsx!S\n{text.strip()}")[0])


def test_two_parts_are_one_table() -> None:
    (table,) = read(f"{TITLE}{UPPER}{LOWER}").tables
    assert (table.kind, [line.row for line in table.lines]) == ("agreement", [3, 6])
    assert [cell.ref for name in ("target", "amount") for cell in table.cells(name)] == ["D3", "C6"]


def test_two_agreements_on_one_sheet_are_two_tables() -> None:
    again = f"| | Jumlah | 300 |\n|\n| PERJANJIAN KINERJA PERUBAHAN |\n{UPPER}{LOWER}"
    assert [(table.stage, len(table.lines)) for table in read(f"{TITLE}{UPPER}{LOWER}{again}").tables] == [
        ("initial", 2),
        ("revised", 2),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(f"{UPPER}{LOWER}", ["dpa"], id="without a title that says so"),
        pytest.param(f"{TITLE}{UPPER}| DOKUMEN PELAKSANAAN ANGGARAN |\n{LOWER}", ["dpa"], id="another title between"),
        pytest.param(f"{TITLE}{LOWER}|\n{UPPER}", [], id="the other way round"),
        pytest.param(f"{TITLE}{UPPER}", [], id="the upper one alone"),
        pytest.param(f"{TITLE}{LOWER}", [], id="the lower one alone"),
    ],
)
def test_what_is_no_pair(text: str, kinds: list[str]) -> None:
    assert [table.kind for table in read(text).tables] == kinds


@pytest.mark.parametrize(
    ("details", "parents"),
    [
        pytest.param("| | Lomba | 100 |\n| | Layanan | 200 |", [None, None, 6, 6], id="the kegiatan of the program"),
        pytest.param("| | Lomba | 100 |\n| | Layanan | 150 |", [None] * 4, id="something else"),
    ],
)
def test_what_adds_up_to_a_program_stands_below_it(details: str, parents: list[int | None]) -> None:
    (table,) = read(f"{TITLE}{UPPER}{LOWER}{details}").tables
    assert [line.parent for line in table.lines] == parents


def test_a_heading_of_the_upper_part_that_is_not_known_is_told() -> None:
    (grid,) = worksheets.read(f"# A.xlsx!S\n{TITLE}{UPPER.replace('Sasaran', 'Sasaran Program')}{LOWER}")
    (heading,) = headings(grid)
    assert (heading.edition.kind, heading.unknown) == ("agreement", ((2, "Sasaran Program"),))
