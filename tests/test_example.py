"""The 2017 example: its totals and lines, and every printed table as ``tests/example`` has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office_package import FILES, NAME, PLAN, REALIZATION, STAFF, Produced, example, produce
from recalculation import changed_cells, needs_libreoffice

TABLES = Path(__file__).parent / "example"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Produced:
    root = tmp_path_factory.mktemp("example")
    return produce(example(root / "input"), root / "output")


@pytest.fixture(scope="module")
def book(made: Produced) -> Any:
    return openpyxl.load_workbook(made.folder / "LKjIP-2017.xlsx")


@pytest.fixture(scope="module")
def stored(made: Produced) -> Any:
    return openpyxl.load_workbook(made.folder / "LKjIP-2017.xlsx", data_only=True)


# Messages, totals, lines.


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("E19", ["lembaga perwakilan rakyat daerah", "17.750.000.000", "18.400.000.000", "-650.000.000"]),
        ("C15", ["golongan", "33", "34", "-1"]),
        ("C35", ["pendidikan", "33", "30", "3"]),
        ("B14", [STAFF, "14", "1", "Golongan"]),
    ],
)
def test_the_message_of_an_error(made: Produced, cell: str, words: list[str]) -> None:
    found = next(finding for finding in made.result["findings"] if finding["cells"][0].get("cell") == cell)
    assert [word for word in words if word not in found["message"]] == []


def test_office_and_status(made: Produced) -> None:
    assert (made.status, made.result["status"], made.result["package"]) == (0, "complete", NAME)
    assert made.result["office"] == {
        "name": "Sekretariat DPRD Kabupaten Banyumas",
        "government": "Pemerintah Kabupaten Banyumas",
        "year": 2017,
    }


def test_totals(made: Produced) -> None:
    assert made.result["totals"] == {
        "budget_initial": 19988590000,
        "budget_revised": 24988590000,
        "realization": 23467292169,
        "remaining": 1521297831,
        "realization_percent": Decimal("93.91"),
    }


LINES = """
4.01.02.01    |  2.046.040.000 |  2.366.440.000 |  1.753.070.397 | 613.369.603 | 74,08
4.01.02.01.02 |    280.200.000 |    280.200.000 |    149.029.739 | 131.170.261 | 53,19
4.01.02.01.10 |    830.000.000 |    919.245.000 |    585.099.560 | 334.145.440 | 63,65
4.01.02.01.19 |    524.500.000 |    386.000.000 |    342.500.000 |  43.500.000 | 88,73
4.01.02.01.18 |    263.000.000 |    634.315.000 |    548.116.098 |  86.198.902 | 86,41
4.01.02.01.20 |    148.340.000 |    146.680.000 |    128.325.000 |  18.355.000 | 87,49
4.01.02.02    |    574.150.000 |  1.034.100.000 |    852.432.053 | 181.667.947 | 82,43
4.01.02.02.07 |    171.150.000 |    156.100.000 |    130.150.000 |  25.950.000 | 83,38
4.01.02.02.22 |    100.000.000 |    555.000.000 |    500.595.435 |  54.404.565 | 90,20
4.01.02.02.24 |    200.000.000 |    220.000.000 |    178.770.482 |  41.229.518 | 81,26
4.01.02.02.28 |    103.000.000 |    103.000.000 |     42.916.136 |  60.083.864 | 41,67
4.01.02.03    |    165.000.000 |    165.000.000 |    157.500.000 |   7.500.000 | 95,45
4.01.02.03.02 |    165.000.000 |    165.000.000 |    157.500.000 |   7.500.000 | 95,45
4.01.02.15    | 16.088.000.000 | 20.277.650.000 | 19.779.017.067 | 498.632.933 | 97,54
4.01.02.15.02 |  1.838.000.000 |  2.471.900.000 |  2.419.103.813 |  52.796.187 | 97,86
4.01.02.15.07 |  3.200.000.000 |  4.200.000.000 |  4.130.289.437 |  69.710.563 | 98,34
4.01.02.15.01 |  7.500.000.000 |  9.455.750.000 |  9.333.174.344 | 122.575.656 | 98,70
4.01.02.15.05 |    200.000.000 |    300.000.000 |    283.186.286 |  16.813.714 | 94,40
4.01.02.15.09 |    400.000.000 |    900.000.000 |    874.965.419 |  25.034.581 | 97,22
4.01.02.15.06 |  2.300.000.000 |  2.550.000.000 |  2.544.553.280 |   5.446.720 | 99,79
4.01.02.15.11 |    650.000.000 |    400.000.000 |    193.744.488 | 206.255.512 | 48,44
4.01.02.26    |  1.115.400.000 |  1.145.400.000 |    925.272.652 | 220.127.348 | 80,78
4.01.02.26.01 |  1.055.250.000 |  1.055.250.000 |    887.433.652 | 167.816.348 | 84,10
4.01.02.26.04 |     60.150.000 |     90.150.000 |     37.839.000 |  52.311.000 | 41,97
"""
"""Code, initial and revised budget, realization, remaining, realization in per cent; in the budget's order."""


def test_lines(made: Produced) -> None:
    names = [row[1] for row in table("Realisasi Anggaran")[0].rows[:-1]]
    keys = ("budget_initial", "budget_revised", "realization", "remaining", "realization_percent")
    expected = []
    for name, text in zip(names, LINES.strip().splitlines(), strict=True):
        code, *figures = (part.strip() for part in text.split("|"))
        numbers = [Decimal(figure.replace(".", "").replace(",", ".")) for figure in figures]
        level = "program" if code.count(".") == 3 else "kegiatan"
        expected.append({"code": code, "name": name, "level": level, **dict(zip(keys, numbers, strict=True))})
    assert made.result["lines"] == expected


@pytest.mark.parametrize(
    ("file", "sheet", "kind", "header_row", "rows"),
    [
        ("Capaian Kinerja 2017.xlsx", "Kinerja Kegiatan", "performance", 3, 24),
        ("Capaian Kinerja 2017.xlsx", "IKU", "indicators", 3, 9),
        ("Capaian Kinerja 2017.xlsx", "Jangka Menengah", "medium_term", 3, 18),
        ("DPA-SKPD 2.2 Sekretariat DPRD TA 2017.xlsx", "DPA 2.2", "dpa", 9, 24),
        ("DPPA 2017 Setelah Perubahan.xlsx", "DPPA 2.2", "dppa", 5, 24),
        (STAFF, "Pegawai", "staff", 2, 12),
        (STAFF, "Pegawai", "staff", 19, 4),
        (STAFF, "Pegawai", "staff", 28, 6),
        (REALIZATION, "Realisasi", "realization", 6, 24),
        ("Perjanjian Kinerja 2017.xlsx", "PK 2017", "agreement", 4, 13),
        ("Perjanjian Kinerja 2017.xlsx", "PK Perubahan", "agreement", 4, 13),
        (PLAN, "Renja", "plan", 3, 25),
    ],
)
def test_what_a_sheet_was_taken_for(
    made: Produced, file: str, sheet: str, kind: str, header_row: int, rows: int
) -> None:
    expected = {"sheet": sheet, "kind": kind, "header_row": header_row, "rows": rows}
    assert expected in made.input(file)["sheets"]


def test_the_notes_sheet_is_named_with_the_reason(made: Produced) -> None:
    sheet = next(entry for entry in made.input("DPPA 2017 Setelah Perubahan.xlsx")["sheets"] if entry["kind"] is None)
    assert (sheet["sheet"], "judul kolom" in sheet["reason"]) == ("Catatan", True)


@pytest.mark.parametrize(
    ("cell", "written", "code"),
    [
        (f"{PLAN}!Renja!A20", "Fasilitas Hearing/ dialog", "4.01.02.15.02"),
        (f"{PLAN}!Renja!A22", "Fasilitasi fungsi legislasi DPRD", "4.01.02.15.01"),
        (f"{PLAN}!Renja!A25", "Kunja Komisi dan studi komparatif DPRD", "4.01.02.15.06"),
        (f"{PLAN}!Renja!A26", "Medical cek up Pimpinan dan anggota DPRD", "4.01.02.15.11"),
        (f"{PLAN}!Renja!A13", "Pengadaan peralatan dan perlengkapan kantor", "4.01.02.02.07"),
        (f"{PLAN}!Renja!A16", "Pemeliharaan peralatan dan perlengkapan kantor", "4.01.02.02.28"),
        (f"{PLAN}!Renja!A8", "Penyediaan jasa administrasi keuangan", None),
        (f"{REALIZATION}!Realisasi!B24", "Fasilitasi fungsi legislasi", "4.01.02.15.01"),
        (f"{REALIZATION}!Realisasi!B28", "Fasilitasi kesehatan/ General Check Up", "4.01.02.15.11"),
        ("Perjanjian Kinerja 2017.xlsx!PK 2017!E9", "Program peningkatan pengembangan sistem pelaporan", None),
    ],
)
def test_which_line_a_name_means(stored: Any, cell: str, written: str, code: str | None) -> None:
    row = next(row for row in stored["Padanan"].values if row[5] == cell)
    assert (str(row[1]).startswith(written), row[3]) == (True, code)


def test_no_realization_and_no_performance_line_is_left_open(stored: Any) -> None:
    names = [row for row in stored["Padanan"].values if str(row[5]).startswith((REALIZATION, "Capaian"))]
    assert len(names) == 24 + 24 + 18
    assert [row[1] for row in names if row[3] is None] == []


# The printed tables.


@dataclass(frozen=True)
class Printed:
    """A table: its title where it has one, its headings, its rows, and where each row stands."""

    title: str
    headings: list[str]
    rows: list[list[str]]
    places: tuple[int, ...] = ()


SHEETS = {
    "Anggaran": "anggaran",
    "Rencana": "rencana",
    "Perjanjian Kinerja": "perjanjian_kinerja",
    "PK Perubahan": "pk_perubahan",
    "Perubahan Anggaran": "perubahan_anggaran",
    "Realisasi Kinerja": "realisasi_kinerja",
    "Jangka Menengah": "jangka_menengah",
    "IKU": "iku",
    "Efisiensi": "efisiensi",
    "Program Penunjang": "program_penunjang",
    "Realisasi Anggaran": "realisasi_anggaran",
    "Kepegawaian": "kepegawaian",
}


def table(sheet: str) -> list[Printed]:
    """Return the tables that a sheet ought to have, from its text file."""
    found = []
    for block in (TABLES / f"{SHEETS[sheet]}.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        title = lines.pop(0)[2:] if lines[0].startswith("# ") else ""
        headings, *rows = [[part.strip() for part in line.split(" | ")] for line in lines]
        rows = [[part.rstrip(" |") for part in row] + [""] * (len(headings) - len(row)) for row in rows]
        found.append(Printed(title, headings, rows))
    return found


def printed(sheet: Any) -> Iterator[Printed]:
    """Give the tables of a worksheet as they look in print."""
    joined = {area.min_row for area in sheet.merged_cells.ranges if area.min_col == 1 and area.max_col > 2}
    title, row = "", 0
    while row < sheet.max_row:
        row += 1
        first = sheet.cell(row, 1).value
        if first not in ("No", "Program/Kegiatan"):
            title = str(first) if row > 3 and row in joined else title
            continue
        below = row + 1
        stacked = all(sheet.cell(below, column).value is None for column in (1, 2)) and any(
            sheet.cell(below, column).value for column in (3, 4, 5)
        )
        headings: list[str] = []
        group = ""
        for column in range(1, sheet.max_column + 1):
            top, low = sheet.cell(row, column).value, sheet.cell(below, column).value if stacked else None
            if top is None and low is None:
                break
            group = str(top) if top else group
            headings.append(f"{group} {low}" if low else group)
        start = below + 1 if stacked else below
        row = start
        while row <= sheet.max_row and row not in joined and any(shown(cell) for cell in body(sheet, row, headings)):
            row += 1
        rows = [[shown(cell) for cell in body(sheet, place, headings)] for place in range(start, row)]
        yield Printed(title, headings, rows, tuple(range(start, row)))
        row -= 1


def body(sheet: Any, row: int, headings: list[str]) -> list[Any]:
    return [sheet.cell(row, column + 1) for column in range(len(headings))]


def shown(cell: Any) -> str:
    """Return a cell as Excel shows it with Indonesian settings."""
    if cell.value is None or isinstance(cell.value, str):
        return cell.value or ""
    form = cell.number_format
    if unit := re.fullmatch(r'0" (.+)"', form):
        return f"{cell.value} {unit[1]}"
    if form in ("0%", "0.00%"):
        return f"{Decimal(str(cell.value)) * 100:.{2 if '.' in form else 0}f}%".replace(".", ",")
    assert form in ("#,##0", "#,##0.00", "0"), f"{cell.coordinate}: {form}"
    return f"{cell.value:,}".translate(str.maketrans(",.", ".,"))


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_printed_table(stored: Any, sheet: str) -> None:
    found, expected = list(printed(stored[sheet])), table(sheet)
    assert [(one.title, one.headings) for one in found] == [(one.title, one.headings) for one in expected]
    for one, other in zip(found, expected, strict=True):
        assert one.rows == other.rows


@pytest.mark.parametrize(
    ("name", "percent"),
    [
        ("Pemeliharaan rutin/berkala gedung kantor", "90,20%"),
        ("Kunjungan kerja pimpinan dan Anggota DPRD", "94,40%"),
        ("Penyusunan konsep produk hukum DPRD", "84,10%"),
    ],
)
def test_percentages_that_the_document_cut_off_are_rounded(stored: Any, name: str, percent: str) -> None:
    rows = next(printed(stored["Realisasi Anggaran"])).rows
    assert [row[-1] for row in rows if row[1] == name] == [percent]


def test_the_order_of_the_sheets(book: Any) -> None:
    names = "Ringkasan;Anggaran;Rencana;Perjanjian Kinerja;PK Perubahan;Perubahan Anggaran;Realisasi Kinerja"
    later = "Jangka Menengah;IKU;Efisiensi;Program Penunjang;Realisasi Anggaran;Kepegawaian;Temuan;Padanan;Sumber"
    assert book.sheetnames == [*names.split(";"), *later.split(";")]


# Formulas and figures.

COMPUTED: dict[str, tuple[dict[str, str | None], tuple[str, ...]]] = {
    "Anggaran": ({}, ("Anggaran (Rp)",)),
    "Rencana": ({}, ()),
    "Perjanjian Kinerja": ({}, ("Anggaran (Rp)",)),
    "PK Perubahan": ({}, ("Anggaran (Rp)",)),
    "Perubahan Anggaran": (
        {"Bertambah/(Berkurang) (Rp)": "={D}-{C}", "Bertambah/(Berkurang) %": '=IF({C}=0,"",ROUND({E}/{C},4))'},
        ("Semula (Rp)", "Menjadi (Rp)"),
    ),
    "Realisasi Kinerja": ({"Capaian (%)": "=ROUND({D}/{C},4)"}, ()),
    "Jangka Menengah": ({"Capaian (%)": "=ROUND({C}/{D},4)"}, ()),
    "IKU": ({"Capaian (%)": "=ROUND({D}/{C},4)", "Predikat": None}, ()),
    "Efisiensi": (
        {"Efisiensi (Rp)": "={C}-{D}", "%": '=IF({C}=0,"",ROUND({E}/{C},4))'},
        ("Anggaran (Rp)", "Realisasi (Rp)"),
    ),
    "Program Penunjang": ({}, ()),
    "Realisasi Anggaran": (
        {"Persentase (%)": '=IF({D}=0,"",ROUND({E}/{D},4))'},
        ("Anggaran (Rp) Awal", "Anggaran (Rp) Perubahan", "Realisasi (Rp)"),
    ),
    "Kepegawaian": ({}, ()),
}
"""For each sheet the columns that are computed, with the formula of a row, and those whose total the program adds."""


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_is_computed_is_a_formula_and_what_is_stated_a_figure(book: Any, stored: Any, sheet: str) -> None:
    columns, totals = COMPUTED[sheet]
    for one in printed(stored[sheet]):
        assert set(columns) | set(totals) <= set(one.headings)
        for row, place in zip(one.rows, one.places, strict=True):
            added = row[1] == "Jumlah" and totals != ()
            for index, heading in enumerate(one.headings):
                cell, value = book[sheet].cell(place, index + 1), row[index]
                where = f"{sheet}!{cell.coordinate}: {cell.value!r}"
                if not value:
                    assert cell.value is None, where
                elif heading in columns or (added and heading in totals):
                    assert cell.data_type == "f", where
                    if form := columns.get(heading):
                        assert cell.value == form.format(C=f"C{place}", D=f"D{place}", E=f"E{place}"), where
                else:
                    assert cell.data_type == ("n" if is_figure(sheet, heading, value) else "s"), where


WORDED = ("Rencana", "Perjanjian Kinerja", "PK Perubahan", "Program Penunjang")
"""Sheets that reproduce approved documents, with their own wording of a target."""


def is_figure(sheet: str, heading: str, value: str) -> bool:
    """Tell whether a value ought to be a number: every amount and count, every target and result."""
    if heading == "Jumlah Orang" or "(Rp)" in heading:
        return value != "-"
    return sheet not in WORDED and heading in ("Target", "Realisasi", "Target Jangka Menengah")


@pytest.mark.parametrize(
    ("sheet", "cell", "formula"),
    [
        ("Anggaran", "C29", "=C5+C11+C16+C18+C26"),
        ("Perubahan Anggaran", "C30", "=C6+C12+C17+C19+C27"),
        ("Perubahan Anggaran", "E30", "=D30-C30"),
        ("Efisiensi", "C29", "=C5+C11+C16+C18+C26"),
        ("Efisiensi", "D29", "=D5+D11+D16+D18+D26"),
        ("Efisiensi", "E29", "=C29-D29"),
        ("Realisasi Anggaran", "C30", "=C6+C12+C17+C19+C27"),
        ("Realisasi Anggaran", "D30", "=D6+D12+D17+D19+D27"),
        ("Realisasi Anggaran", "E30", "=E6+E12+E17+E19+E27"),
        ("Realisasi Anggaran", "F30", '=IF(D30=0,"",ROUND(E30/D30,4))'),
        ("Perjanjian Kinerja", "F18", "=SUM(F5:F17)"),
        ("PK Perubahan", "F18", "=SUM(F5:F17)"),
    ],
)
def test_a_total_adds_the_topmost_rows_once(book: Any, sheet: str, cell: str, formula: str) -> None:
    assert book[sheet][cell].value == formula


def test_predicates_are_formulas_over_the_rounded_percentage(book: Any) -> None:
    for row in range(5, 14):
        formula = book["IKU"][f"F{row}"].value
        assert formula.startswith(f'=IF(E{row}="","",IF(E{row}>=0.91,"Sangat Tinggi"'), formula
        for bound, word in (("0.76", "Tinggi"), ("0.66", "Sedang"), ("0.51", "Rendah")):
            assert f'E{row}>={bound},"{word}"' in formula


def test_the_summary_repeats_the_totals_by_formula(book: Any, stored: Any) -> None:
    cells = [cell for row in book["Ringkasan"].iter_rows() for cell in row if cell.data_type == "f"]
    shown_values = [shown(stored["Ringkasan"][cell.coordinate]) for cell in cells]
    assert shown_values == ["19.988.590.000", "24.988.590.000", "23.467.292.169", "1.521.297.831", "93,91%"]


def test_every_formula_refers_to_cells(book: Any) -> None:
    formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert [formula for formula in formulas if not re.search(r"[A-Z]+[1-9]", formula)] == []


@pytest.mark.parametrize(
    ("sheet", "ref", "value", "words"),
    [
        ("Rencana", "E19", 17750000000, ["17.750.000.000", "18.400.000.000"]),
        ("Kepegawaian", "C18", 33, ["33", "34"]),
        ("Kepegawaian", "C38", 33, ["33", "30"]),
    ],
)
def test_a_wrong_stated_figure_is_marked(book: Any, sheet: str, ref: str, value: int, words: list[str]) -> None:
    cell = book[sheet][ref]
    assert (cell.value, cell.fill.fgColor.rgb) == (value, "FFF6CFCB")
    assert cell.comment is not None
    assert [word for word in words if word not in cell.comment.text] == []


def test_every_printed_figure_names_its_source(stored: Any) -> None:
    for sheet in SHEETS:
        page = stored[sheet]
        for one in printed(page):
            column = len(one.headings) + 2
            assert page.cell(one.places[0] - 1, column).value == "Sumber" or page.cell(one.places[0] - 2, column).value
            for row, place in zip(one.rows, one.places, strict=True):
                if "Jumlah" not in row[:2]:
                    assert str(page.cell(place, column).value).split("!")[0] in FILES, f"{sheet} row {place}"


@needs_libreoffice
def test_libreoffice_computes_the_same(made: Produced) -> None:
    assert changed_cells(made.folder / "LKjIP-2017.xlsx") == []
