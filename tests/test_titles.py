"""What the lines around a table say of it."""

import datetime

import pytest
import worksheets

from pipeline import titles
from pipeline.model import Stated


def stated(*rows: str) -> Stated:
    """What some lines above a table state; cells of a line are parted by ``|``."""
    (grid,) = worksheets.read("\n".join(["# DPA.xlsx!DPA", *(f"| {row} |" for row in rows)]))
    return titles.stated(titles.lines(grid, 1, len(rows)), [])


@pytest.mark.parametrize(
    ("line", "name", "ref"),
    [
        ("DINAS PERPUSTAKAAN KABUPATEN CONTOH", "DINAS PERPUSTAKAAN KABUPATEN CONTOH", "A1"),
        ("SKPD : Dinas Perpustakaan", "Dinas Perpustakaan", "A1"),
        ("Organisasi | : 2.17.01 Dinas Perpustakaan", "Dinas Perpustakaan", "B1"),
        ("Organisasi | : | 2.17.01 | Dinas Perpustakaan", "Dinas Perpustakaan", "C1"),
        ("Unit Organisasi : | 2.17 . 01 - Dinas Perpustakaan", "Dinas Perpustakaan", "B1"),
        ("Nama OPD | Kecamatan Contoh Utara", "Kecamatan Contoh Utara", "B1"),
    ],
)
def test_office(line: str, name: str, ref: str) -> None:
    found = stated(line).office
    assert found is not None
    assert (found[0], found[1].ref) == (name, ref)


@pytest.mark.parametrize(
    "line",
    [
        "SKPD : ........................",
        "Nama SKPD | : ____________",
        "DINAS ........................",
        "DOKUMEN PELAKSANAAN ANGGARAN",
        "Urusan Pemerintahan | : 2.17 Perpustakaan",
        "Kepala Dinas Perpustakaan",
    ],
)
def test_line_that_names_no_office(line: str) -> None:
    assert stated(line).office is None


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("TAHUN ANGGARAN 2019", 2019),
        ("Tahun Anggaran | : 2019", 2019),
        ("LAPORAN REALISASI PER 31 DESEMBER 2019", 2019),
        ("Keadaan 31 Desember 2019", 2019),
        ("T.A. 2019", 2019),
        ("Peraturan Daerah Nomor 12 Tahun 2018", None),
        ("Permendagri 13 Tahun 2006", None),
        ("UU 1 Tahun 2004", None),
        ("Telepon 2019", None),
        ("Tahun 1999", None),
        ("NIP 201920192019", None),
    ],
)
def test_year(line: str, year: int | None) -> None:
    found = stated(line).year
    assert (found[0] if found else None) == year


def test_law_of_another_year_hides_no_year_of_the_report() -> None:
    found = stated("Peraturan Bupati Nomor 5 Tahun 2016", "Tahun Anggaran 2019").year
    assert found is not None
    assert (found[0], str(found[1])) == (2019, "DPA.xlsx!DPA!A2")


@pytest.mark.parametrize(
    ("line", "government"),
    [
        ("PEMERINTAH KABUPATEN CONTOH", "PEMERINTAH KABUPATEN CONTOH"),
        ("Pemerintah Kota Contoh", "Pemerintah Kota Contoh"),
        ("PEMERINTAH KABUPATEN ..........", None),
        ("Urusan Pemerintahan", None),
    ],
)
def test_government(line: str, government: str | None) -> None:
    found = stated(line).government
    assert (found[0] if found else None) == government


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Organisasi | : 2.17.01 Dinas Perpustakaan", "2.17.01"),
        ("Organisasi : 2 . 17 . 01 . Dinas Perpustakaan", "2.17.01"),
        ("Organisasi | : Dinas Perpustakaan", None),
        ("Kode Pos : 5.31.11", None),
    ],
)
def test_organisation_code(line: str, code: str | None) -> None:
    found = stated(line).code
    assert (found[0] if found else None) == code


def test_dates_above_and_below() -> None:
    (grid,) = worksheets.read("# DPA.xlsx!DPA\n| Tanggal 3 Januari 2019 |\n|\n| Contoh, 28-12-2018 |\n")
    found = titles.stated(titles.lines(grid, 1, 1), titles.lines(grid, 3, 3))
    assert found.dates == (datetime.date(2019, 1, 3), datetime.date(2018, 12, 28))


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("PERJANJIAN KINERJA TAHUN 2019", "initial"),
        ("PERJANJIAN KINERJA PERUBAHAN TAHUN 2019", "revised"),
        ("Lampiran Perubahan Perjanjian Kinerja", "revised"),
        ("", "initial"),
    ],
)
def test_stage_by_a_word_of_the_title(title: str, stage: str) -> None:
    (grid,) = worksheets.read(f"# PK.xlsx!PK\n| {title} |")
    assert titles.stage(titles.lines(grid, 1, 1), {"initial": (), "revised": ("Perubahan",)}) == stage


def test_stage_of_a_layout_without_stages() -> None:
    assert titles.stage([], {}) == ""
