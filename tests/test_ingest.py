"""A worksheet and the schemas -> the tables on it, or the reason why it holds none."""

import pytest
import worksheets

from pipeline import ingest
from pipeline.ingest import SheetReading
from pipeline.messages import sentence

DPA = """
| Kode | Uraian | Jumlah |
| '01 | Program A | 300 |
| 01.01 | Kegiatan satu | 100 |
| 01.02 | Kegiatan dua | 200 |
| Jumlah | | 300 |
"""
PROFILE = """
| Nama SKPD | Dinas Contoh |
| Tahun Anggaran | 2017 |
| Pemerintah | Pemerintah Kabupaten Contoh |
| Batas Capaian | 100 |
"""


def read(text: str) -> SheetReading:
    return ingest.read(worksheets.read(f"# A.xlsx!S\n{text.strip()}")[0])


def tables(reading: SheetReading) -> list[tuple[str, int, int]]:
    """Kind, header row and number of lines of each table."""
    return [(table.kind, table.header_row, len(table.lines)) for table in reading.tables]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("|", "sheet_is_empty"),
        ("| Catatan rapat |\n| Rapat hari Senin |", "no_known_header"),
        ("| Uraian | Anggaran (Rp) | Realisasi (Rp) |\n| Belanja Pegawai | 100 | 90 |", "account_rows"),
        ("| No | Uraian | Jumlah |\n| 1 | Kertas | 5 |\n| 2 | Tinta | 7 |", "no_program_row"),
        ("| No | Program/Kegiatan | Anggaran | Realisasii |\n| 1 | Program A | 3 | 2 |", "column_is_missing"),
        ("| Program/Kegiatan | Anggaran | Realisasii |\n| Program A | 3 | 2 |", "column_is_missing"),
        ("| Kode | Uraian | Pagu | Pagu Indikatif |\n| 01 | Program A | 300 | 310 |", "several_kinds"),
    ],
)
def test_a_sheet_without_a_table_says_why(text: str, reason: str) -> None:
    reading = read(text)
    assert (reading.tables, reading.reason) == ((), reason)


@pytest.mark.parametrize(
    ("below", "reason"),
    [
        pytest.param(
            "| Uraian | Anggaran (Rp) | Realisasi (Rp) |\n| Belanja Pegawai | 100 | 90 |\n| Belanja | 200 | abc |",
            "account_rows",
            id="accounts",
        ),
        pytest.param(
            "| Program/Kegiatan | Anggaran (Rp) | Realisasii (Rp) | Sisa Anggaran |\n| Program A | 300 | 250 | 50 |",
            "column_is_missing",
            id="a misspelt column",
        ),
    ],
)
def test_a_bad_table_below_a_good_one_is_named(below: str, reason: str) -> None:
    reading = read(f"{DPA}|\n{below}")
    assert tables(reading) == [("dpa", 1, 3)]
    assert (reading.reason, reading.left) == ("", ((7, reason),))


def test_accounts_beside_a_good_table_are_no_fault() -> None:
    below = "| Uraian | Anggaran (Rp) | Realisasi (Rp) |\n| Belanja Pegawai | 100 | abc |"
    assert read(f"{DPA}|\n{below}").findings == ()


def test_a_misspelt_column_names_its_cells_and_the_headers_that_are_known() -> None:
    below = "| Program/Kegiatan | Anggaran (Rp) | Realisasii (Rp) | Sisa Anggaran |\n| Program A | 300 | 250 | 50 |"
    (finding,) = read(f"{DPA}|\n{below}").findings
    assert (finding.rule, finding.severity, str(finding.cells[0])) == ("column_is_present", "error", "A.xlsx!S!A7:D7")
    message = sentence(finding)
    for told in ("kolom Realisasi (Rp) tidak ditemukan", "Realisasi s.d. Bulan Ini", "Realisasii (Rp) (C7)"):
        assert told in message


def test_a_second_table_of_the_sheet_is_read_too() -> None:
    below = "| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |\n| Program A | 300 | 250 |"
    assert tables(read(f"{DPA}|\n{below}")) == [("dpa", 1, 3), ("realization", 7, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{PROFILE}|{DPA}", [("dpa", 6, 3), ("profile", 1, 1)], id="above it"),
        pytest.param(f"{DPA}|{PROFILE}", [("dpa", 1, 3), ("profile", 7, 1)], id="below it"),
    ],
)
def test_a_profile_on_the_sheet_of_a_table(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert tables(read(text)) == expected


def test_title_lines_of_a_table_are_no_profile() -> None:
    title = "| SKPD | Dinas Contoh |\n| Tahun Anggaran | 2017 |"
    assert tables(read(f"{title}{DPA}")) == [("dpa", 3, 3)]


@pytest.mark.parametrize(
    ("remark", "scale"),
    [
        ("(dalam ribuan rupiah)", 1000),
        ("Dalam Jutaan Rupiah", 1_000_000),
        ("(Rp. 000)", 1000),
        ("(dalam ribu Rp)", 1000),
        ("(Rp 1.000)", 1000),
        ("(x Rp. 1.000)", 1000),
        ("(x1000)", 1000),
        ("(Rp ribu)", 1000),
        ("(dlm ribuan Rp)", 1000),
        ("Satuan: Ribu Rupiah", 1000),
        ("(000)", 1000),
        ("(dalam Rp 1.000,-)", 1000),
        ("(Rp 1.000.000)", 1_000_000),
        ("(x 1.000.000)", 1_000_000),
        ("(Rp juta)", 1_000_000),
        ("(dlm jutaan Rp)", 1_000_000),
        ("Satuan : juta rupiah", 1_000_000),
        ("(dalam Rp. 1.000.000,-)", 1_000_000),
    ],
)
def test_amounts_in_thousands_are_read_as_rupiah_and_said_to_be(remark: str, scale: int) -> None:
    reading = read(f"| Laporan Anggaran | {remark} |{DPA}")
    (finding,) = reading.findings
    assert (finding.rule, finding.severity, finding.cells[0].ref) == ("amounts_are_rupiah", "note", "B1")
    (whole,) = (table.lines[0].values["budget"] for table in read(f"| Laporan Anggaran |{DPA}").tables)
    assert [(table.scale, table.lines[0].values["budget"]) for table in reading.tables] == [(scale, whole * scale)]


@pytest.mark.parametrize(
    "remark",
    ["(dalam rupiah)", "Ribuan peserta hadir", "Rp 1.000", "(biaya Rp 1.000 per orang)", "(seratus ribu rupiah)"],
)
def test_other_remarks_do_not_make_amounts_thousands(remark: str) -> None:
    assert tables(read(f"| {remark} |{DPA}")) == [("dpa", 2, 3)]


def test_a_required_column_that_stands_twice_is_doubtful() -> None:
    (finding,) = read(
        "| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) | Realisasi (Rp) |\n| Program A | 300 | 100 | 250 |"
    ).findings
    assert (finding.rule, finding.severity) == ("column_stands_once", "warning")
    assert [cell.ref for cell in finding.cells] == ["D1", "C1"]


@pytest.mark.parametrize(
    ("text", "row", "amounts"),
    [
        pytest.param(
            "| No | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) | % |\n| 1 | 2 | 4 | 3 | 5 |\n"
            "| 1 | Program A | 300 | 250 | |",
            1,
            [(3, 300_00, 250_00)],
            id="column numbers in another order",
        ),
        pytest.param(
            "| Program/Kegiatan | Anggaran (Rp) | Realisasi | |\n| | | Semester I (Rp) | Realisasi (Rp) |\n"
            "| Program A | 300 | 100 | 250 |",
            1,
            [(3, 300_00, 250_00)],
            id="a heading over two columns",
        ),
    ],
)
def test_realizations_with_unusual_heads(text: str, row: int, amounts: list[tuple[int, int, int]]) -> None:
    reading = read(text)
    (table,) = reading.tables
    assert (table.kind, table.header_row, reading.findings) == ("realization", row, ())
    assert [(line.row, line.values["budget"], line.values["realization"]) for line in table.lines] == amounts
