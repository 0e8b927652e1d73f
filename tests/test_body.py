"""Which rows below a header are lines of its table, which are totals, where the table ends."""

import pytest
import transcripts
import worksheets

from pipeline import body
from pipeline.headers import headings


def kinds(text: str) -> list[str]:
    """What each filled row below the header is; the header is row 1."""
    (grid,) = worksheets.read(f"# A.xlsx!S\n{text}")
    heading = headings(grid)[0]
    return [f"{row.row} {row.kind}" for row in body.rows(grid, heading, max(row for row, _ in grid.cells) + 1)]


NUMBERED = "| No | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) | Keterangan |\n"
CODED = "| Kode | Uraian | Jumlah |\n"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("| 1 | 2 | 3 | 4 | 5 |", "numbers"),
        ("| (1) | (2) | (3) | (4) | (5) |", "numbers"),
        ("| a | b | c | d | e |", "numbers"),
        ("| 1 | 2 | 3 | 4=3-2 | 5 |", "numbers"),
        ("| 1 | 2 | 4 | 3 | 5 |", "numbers"),
        ("| 1 | 2 | 5 | 7 | 9 |", "numbers"),
        ("| | 2 | 3 | 4 | |", "numbers"),
        ("| 1 | Program B | 3 | 4 | |", "line"),
        ("| | | 3 | 4 | |", "line"),
        ("| 2 | | | | |", "figureless"),
        ("| URUSAN WAJIB | | | | |", "label"),
        ("| | | (Rp) | (Rp) | |", "figureless"),
        ("| | Jumlah dokumen | 3 | 4 | |", "line"),
    ],
)
def test_the_first_row_below_a_header(row: str, kind: str) -> None:
    assert kinds(f"{NUMBERED}{row}\n| 1 | Program A | 300 | 250 | |")[0] == f"2 {kind}"


@pytest.mark.parametrize("row", ["| 1 | 2 | 5 | 11=7+8+9+10 |", "| 1 | 2 | x | 3 |", "| 1 | 2 | 12 | 11 |"])
def test_a_helper_column_hides_no_column_numbers(row: str) -> None:
    assert kinds(f"| Kode | Uraian | Pembantu | Jumlah |\n{row}\n| '01 | Program A | | 300 |") == [
        "2 numbers",
        "3 line",
    ]


def test_column_numbers_count_only_before_the_first_line() -> None:
    text = f"{NUMBERED}| 1 | Program A | 300 | 250 | |\n| 1 | 2 | 3 | 4 | 5 |"
    assert kinds(text) == ["2 line", "3 line"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "| 1 | Program A | 300 | 250 | |\n| | Jumlah | 300 | 250 | |\n| | dibulatkan | 300 | | |",
            ["2 line", "3 total", "4 below"],
            id="a total ends the table",
        ),
        pytest.param(
            """
| 1 | Program A | 300 | 250 | |
| | Jumlah | 300 | 250 | |
| 2 | Program B | 50 | 40 | |
| a | Kegiatan tiga | 50 | 40 | |
| | Jumlah | 50 | 40 | |
| | Total | 350 | 290 | |
""",
            ["2 line", "3 subtotal", "4 line", "5 line", "6 subtotal", "7 total"],
            id="subtotals end no table, the last of two totals is the total",
        ),
        pytest.param(
            """
| | Program A | 300 | 250 | |
| Catatan: menunggu | | | | |
| | Kegiatan satu | 300 | 250 | |
| | Program B | 50 | 40 | |
""",
            ["2 line", "3 label", "4 line", "5 line"],
            id="a remark in the middle",
        ),
        pytest.param(
            """
| 1 | Program A | 300 | 250 | |
| | Jumlah | 300 | 250 | |
| | | | Contoh, 31 Desember 2017 | |
| | | | Kepala Dinas | |
| | | | Budi Santoso, S.E. | |
| | | | NIP. 19700101 199503 1 001 | |
""",
            ["2 line", "3 total", "4 below", "5 below", "6 below", "7 below"],
            id="a signature below a total",
        ),
        pytest.param(
            """
| 1 | Program A | 300 | 250 | |
| | | | Contoh, 31 Desember 2017 | |
| | | | Kepala Dinas | |
""",
            ["2 line", "3 below", "4 below"],
            id="a signature without a total",
        ),
        pytest.param(
            "| 1 | Program A | 300 | 250 | |\n| Mengetahui, | | | | |\n| 1 | Budi | Ketua | | |",
            ["2 line", "3 below", "4 below"],
            id="a list of names below the signature is no line",
        ),
    ],
)
def test_where_a_table_ends(rows: str, expected: list[str]) -> None:
    assert kinds(f"{NUMBERED}{rows.lstrip()}") == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "| '01 | Program A | 300 |\n| Jumlah Belanja Langsung Tahun Ini | | 300 |",
            ["2 line", "3 total"],
            id="a long total in the column of codes",
        ),
        pytest.param(
            """
| '01 | Program A | 300 |
| 01.01 | Kegiatan satu | 100 |
| 01.02 | Kegiatan dua | 200 |
| Jumlah dipindahkan | | 300 |
| Kode | Uraian | Jumlah |
| Jumlah pindahan | | 300 |
| '02 | Program B | 10 |
| Jumlah | | 310 |
""",
            ["2 line", "3 line", "4 line", "5 label", "6 numbers", "7 label", "8 line", "9 total"],
            id="a sum carried to a further page",
        ),
        pytest.param(
            "| '01 | Program A | 300 |\n| 01.01 | | 300 |\n| 01.02 | | |",
            ["2 line", "3 line", "4 label"],
            id="a code and an amount make a line, a code alone does not",
        ),
    ],
)
def test_rows_of_a_budget_with_codes(rows: str, expected: list[str]) -> None:
    assert kinds(f"{CODED}{rows.lstrip()}") == expected


def test_the_field_that_a_row_opens_with() -> None:
    (grid,) = worksheets.read(f"# A.xlsx!S\n{CODED}| '01 | Program A | 300 |\n| | Jumlah | 300 |")
    line, total = body.rows(grid, headings(grid)[0], 4)
    assert (line.opens_with, total.opens_with) == ("code", "name")
    assert (line.text, total.first_column) == ("01 Program A 300", 2)


def test_a_remark_that_begins_like_a_total_is_none() -> None:
    outcome = transcripts.outcome(
        "# P.xlsx!P\n| NO | JABATAN | JUMLAH ORANG |\n| 1 | ESELON III | 3 |\n| | Jumlah | 4 |\n"
        "| Total pegawai lihat lampiran |\n"
    )
    assert [(finding.rule, str(finding.cells[0])) for finding in outcome.findings] == [
        ("total_matches_staff", "P.xlsx!P!C3")
    ]


def test_a_heading_repeated_with_its_column_numbers() -> None:
    head = "| Kode | Uraian | Jumlah |\n| 1 | 2 | 3 |\n"
    page = "| '1.01 | Program A | 300 |\n| 1.01.01 | Satu | 300 |\n"
    (grid,) = worksheets.read(f"# A.xlsx!S\n{head}{page}{head}| '1.02 | Program B | 50 |\n")
    (found,) = headings(grid)
    assert [row.kind for row in body.rows(grid, found, 99)] == ["numbers", "line", "line", "numbers", "numbers", "line"]


def test_who_printed_a_table_is_no_line_of_it() -> None:
    outcome = transcripts.outcome(
        "# K.xlsx!K\n| No | Nama Program dan Kegiatan | Target | Realisasi |\n| 1. | Program A | | |\n"
        "| a. | Satu | 12 bulan | 12 bulan |\n| b. | Dua | 3 unit | |\n"
        "| | Dicetak oleh SIPKD 3/1/2018 |\n| | BUDI SANTOSO |\n"
    )
    (table,) = outcome.data.tables
    assert [line.name for line in table.lines] == ["Program A", "Satu", "Dua"]


def test_a_payment_whose_amount_cannot_be_read_is_a_line() -> None:
    outcome = transcripts.outcome(
        "# B.xlsx!BKU\n| Tanggal | No. Bukti | Kegiatan | Pengeluaran |\n"
        "| @2018-02-05 | B1 | Lomba bercerita | 4000000 |\n| @2018-02-06 | B2 | Lomba bercerita | empat juta |\n"
    )
    (table,) = outcome.data.tables
    assert [line.row for line in table.lines] == [2, 3]
    assert [(finding.rule, str(finding.cells[0])) for finding in outcome.findings] == [
        ("cell_is_exact", "B.xlsx!BKU!D3")
    ]
