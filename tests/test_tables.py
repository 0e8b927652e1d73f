"""The rows below a heading as a table: its lines in their hierarchy, its totals, what was left out."""

import pytest
import worksheets

from pipeline.model import Table
from pipeline.reading import from_grids


def read(text: str) -> Table:
    """The only table of a text, whose cells are all read exactly."""
    (table,), _, findings = from_grids(worksheets.read(f"# A.xlsx!S\n{text}"))
    assert findings == []
    return table


def tree(table: Table) -> list[str]:
    """Each line with its level, the row of its parent and its name."""
    return [f"{line.row} {line.level}{f' < {line.parent}' if line.parent else ''} {line.name}" for line in table.lines]


def totals(table: Table, column: str) -> list[tuple[int, int]]:
    """Worksheet row and amount in sen of each total."""
    return [(total.row, total.values[column]) for total in table.totals]


def test_subtotals_of_programs_are_neither_lines_nor_totals() -> None:
    table = read(
        """
| No | Program/Kegiatan | Pagu Anggaran | Sumber Dana |
| 1 | Program A | 300 | APBD |
| a | Kegiatan satu | 100 | x |
| b | Kegiatan dua | 200 | x |
| | Jumlah | 300 | |
| 2 | Program B | 50 | APBD |
| a | Kegiatan tiga | 60 | x |
| | Jumlah | 50 | |
| | Total | 350 | |
"""
    )
    assert tree(table) == [
        "2 program Program A",
        "3 kegiatan < 2 Kegiatan satu",
        "4 kegiatan < 2 Kegiatan dua",
        "6 program Program B",
        "7 kegiatan < 6 Kegiatan tiga",
    ]
    assert totals(table, "budget") == [(9, 350_00)]
    assert [(line.row, line.parent, line.name, line.values["budget"]) for line in table.subtotals] == [
        (5, 2, "Jumlah", 300_00),
        (8, 6, "Jumlah", 50_00),
    ]
    assert table.skipped == ()


CODED = (
    "| Kode | Uraian | Jumlah |\n| '01 | Program A | 300 |\n| 01.01 | Kegiatan satu | 100 |\n| 01.02 | Dua | 200 |\n"
)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("| Jumlah | | 301 |", [(5, 301_00)]),
        ("| | Jumlah | 301 |", [(5, 301_00)]),
        ("| Jumlah Belanja Langsung Tahun Ini | | 301 |", [(5, 301_00)]),
        ("| | Jumlah Belanja Langsung Tahun Ini | 301 |", [(5, 301_00)]),
        ("| | | 300 |", [(5, 300_00)]),
        ("| | | 301 |", []),
        ("| 01.03 | Jumlah dokumen | 300 |", []),
    ],
)
def test_a_last_row_that_is_the_total(last: str, expected: list[tuple[int, int]]) -> None:
    table = read(CODED + last)
    assert totals(table, "budget") == expected
    assert len(table.lines) == (3 if expected else 4)


def test_a_total_of_a_table_without_codes_whose_words_nobody_knows() -> None:
    table = read(
        """
| No | Program/Kegiatan | Pagu |
| 1 | Program A | 300 |
| a | Kegiatan satu | 300 |
| | JUMLAH TOTAL ANGGARAN | 301 |
"""
    )
    assert (len(table.lines), totals(table, "budget")) == (2, [(4, 301_00)])


def test_a_subtotal_of_nobody_knows_what_is_named() -> None:
    table = read(
        """
| No | Program/Kegiatan | Pagu |
| 1 | Program A | 300 |
| a | Kegiatan satu | 300 |
| | Sub Jumlah | 310 |
| 2 | Program B | 50 |
| | Jumlah | 350 |
"""
    )
    assert [line.row for line in table.lines] == [2, 3, 5]
    assert [(skip.cell.ref, skip.reason, skip.text) for skip in table.skipped] == [
        ("B4", "subtotal_row", "Sub Jumlah 310")
    ]


@pytest.mark.parametrize("heading", ["| BELANJA LANGSUNG | | 300 |", "| BELANJA LANGSUNG | < | 300 |"])
def test_a_heading_with_the_sum_begins_in_the_column_of_codes(heading: str) -> None:
    head, program, *rest = CODED.splitlines()
    table = read("\n".join((head, heading, program, *rest)))
    assert tree(table)[:2] == ["2 section BELANJA LANGSUNG", "3 program Program A"]


AGREEMENT = "| No | Sasaran Strategis | Indikator Kinerja | Target | Program | Anggaran |\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "| 1 | S1 | I1 | 70 % | P | 300 |\n| ^ | ^ | I2 | 80 % | Q | 200 |",
            [("1", "S1", "I1"), ("1", "S1", "I2")],
            id="a goal beside two indicators",
        ),
        pytest.param(
            "| 1 | S1 | I1 | 70 % | P | 300 |\n| | S2 | I2 | 80 % | Q | 200 |\n| 2 | S3 | I3 | 9 | R | 10 |",
            [("1", "S1", "I1"), (None, "S2", "I2"), ("2", "S3", "I3")],
            id="a goal without a number has not the one above",
        ),
        pytest.param(
            "| 1 | S1 | I1 | 70 % | P | 300 |\n| | S2 | I2 | 70 % | P | 300 |",
            [("1", "S1", "I1"), (None, "S2", "I2")],
            id="a last goal whose amount is that of all above it is no total",
        ),
    ],
)
def test_goals_of_an_agreement(rows: str, expected: list[tuple[str | None, str, str]]) -> None:
    table = read(AGREEMENT + rows)
    found = [tuple(line.values.get(name) for name in ("number", "goal", "indicator")) for line in table.lines]
    assert found == expected
    assert table.totals == ()


def test_a_code_in_two_columns_is_one_code() -> None:
    table = read(
        """
| Kode Program | Kode Kegiatan | Uraian | Jumlah |
| '01 | | Program A | 300 |
| | '01 | Kegiatan satu | 100 |
| | '02 | Kegiatan dua | 200 |
"""
    )
    assert [(line.code, line.level) for line in table.lines] == [
        ("01", "program"),
        ("01.01", "kegiatan"),
        ("01.02", "kegiatan"),
    ]


def test_a_formula_without_a_value_is_computed_and_named() -> None:
    table = read(
        """
| Kode | Uraian | Jumlah |
| '01 | Program A | =SUM(C3:C4) |
| 01.01 | Kegiatan satu | 100 |
| 01.02 | Kegiatan dua | 200 |
"""
    )
    assert table.lines[0].values["budget"] == 300_00
    assert [cell.ref for cell in table.evaluated] == ["C2"]


def test_what_stands_below_a_table_is_named_unless_another_table_follows() -> None:
    text = f"{CODED}| Jumlah | | 300 |\n| Contoh, 2 Januari 2017 |\n| Kepala Dinas |\n"
    assert [(skip.cell.ref, skip.reason, skip.text) for skip in read(text).skipped] == [
        ("A6", "below_table", "Contoh, 2 Januari 2017"),
        ("A7", "below_table", "Kepala Dinas"),
    ]
    followed = f"{text}| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |\n| Program A | 300 | 250 |"
    (first, _), _, _ = from_grids(worksheets.read(f"# A.xlsx!S\n{followed}"))
    assert first.skipped == ()
    assert [str(day) for day in first.stated.dates] == ["2017-01-02"]


def test_a_heading_without_rows_is_a_warning() -> None:
    (table,), _, (finding,) = from_grids(worksheets.read("# A.xlsx!S\n| Kode | Uraian | Jumlah |"))
    assert table.lines == ()
    assert (finding.rule, finding.severity, finding.cells[0].ref) == ("table_has_rows", "warning", "A1")


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("Perjanjian Kinerja Tahun 2017", "initial"),
        ("Perjanjian Kinerja Perubahan Tahun 2017", "revised"),
        ("Perjanjian Kinerja Tahun 2017 | Peraturan Daerah tentang Perubahan Organisasi", "initial"),
    ],
)
def test_the_stage_of_an_agreement(title: str, stage: str) -> None:
    lines = "".join(f"| {line} |\n" for line in title.split(" | "))
    assert read(f"{lines}{AGREEMENT}| 1 | S | I | 70 % | Program A | 300 |").stage == stage
