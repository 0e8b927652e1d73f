"""Which kind of workbook the title lines above a row name."""

import pytest
import worksheets

from pipeline.header_rows import Rows
from pipeline.named_kinds import Titles


def kind(text: str) -> str:
    """The kind that is named above the last row of a worksheet."""
    (grid,) = worksheets.read(f"# A.xlsx!S\n{text.strip()}")
    return Titles(Rows(grid)).kind_above(max(row for row, _ in grid.cells))


HEADER = "| No | Program | Anggaran |\n"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("| PERJANJIAN KINERJA TAHUN 2019 |", "agreement"),
        ("| LAMPIRAN | PERJANJIAN KINERJA PERUBAHAN |", "agreement"),
        ("| PERJANJIAN KINERJA |\n| DINAS PERPUSTAKAAN |\n|", "agreement"),
        ("| DOKUMEN PELAKSANAAN PERUBAHAN ANGGARAN |", "dppa"),
        ("| DOKUMEN PELAKSANAAN ANGGARAN |", "dpa"),
        ("| LAPORAN REALISASI ANGGARAN |", "realization"),
        ("| REALISASI KINERJA TAHUN 2019 |", "performance"),
        ("| RENCANA KERJA (RENJA) |", "plan"),
        ("| RENCANA KERJA DAN ANGGARAN |", ""),
        ("| LAPORAN REALISASI ANGGARAN MENURUT DPA |", ""),
        ("| REALISASI KINERJA DAN TARGET JANGKA MENENGAH |", ""),
        ("| CAPAIAN PERJANJIAN KINERJA |", ""),
        ("| LKjIP |\n| Perjanjian Kinerja |\n| Realisasi Kinerja |", ""),
        ("| Peraturan Bupati Nomor 5 tentang Perjanjian Kinerja |", ""),
        (f"| Perjanjian kinerja ini {'kami sepakati dengan penuh tanggung jawab ' * 4} |", ""),
        ("| DINAS PERPUSTAKAAN |", ""),
    ],
)
def test_kind_of_a_title(title: str, expected: str) -> None:
    assert kind(f"{title}\n{HEADER}") == expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        pytest.param("| 1 | Program A | 300 |", "agreement", id="the title of the table above goes on"),
        pytest.param("| 1 | Program A | 300 |\n| DOKUMEN PELAKSANAAN ANGGARAN |", "dpa", id="a title of its own"),
        pytest.param("| | Laporan realisasi anggaran | 300 |", "agreement", id="a line of the table is no title"),
        pytest.param("| | Laporan realisasi anggaran | |", "realization", id="a single text is"),
    ],
)
def test_nearest_title(between: str, expected: str) -> None:
    assert kind(f"| PERJANJIAN KINERJA |\n{HEADER}{between}\n{HEADER}") == expected
