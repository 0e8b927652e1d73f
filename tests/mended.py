"""The 2017 example without its contradictions: each mend with its cell, and which line each row is about."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import openpyxl
from generator_editing import without_row
from generator_sheets import Book, Sheet, Written

EXAMPLE = Path(__file__).parents[1] / "input" / "contoh-2017"

PERFORMANCE = "Capaian Kinerja 2017.xlsx"
DPA = "DPA-SKPD 2.2 Sekretariat DPRD TA 2017.xlsx"
DPPA = "DPPA 2017 Setelah Perubahan.xlsx"
STAFF = "Data Pegawai 2017.xlsx"
REALIZATION = "Laporan Realisasi per 31 Desember 2017.xlsx"
AGREEMENT = "Perjanjian Kinerja 2017.xlsx"
PROFILE = "Profil OPD.xlsx"
PLAN = "Renja 2017.xlsx"

DISCIPLINE = "Program Peningkatan Disiplin Aparatur"

MENDS: tuple[tuple[str, str, str, object, str], ...] = (
    (PLAN, "Renja", "E19", "      18,400,000,000 ", "the sum of E20:E26"),
    (PLAN, "Renja", "E30", "      23,123,550,000 ", "the sum of the programs with it"),
    (STAFF, "Pegawai", "B14", "GOL. I/a", "the grade that row 12 lacks"),
    (STAFF, "Pegawai", "C14", "-", "33 persons by grade, not 34"),
    (STAFF, "Pegawai", "C32", 7, "33 persons by education, not 30"),
    (AGREEMENT, "PK 2017", "E8", DISCIPLINE, "the program that has 165.000.000"),
    (AGREEMENT, "PK Perubahan", "E8", DISCIPLINE, "the program that has 165.000.000"),
    (PERFORMANCE, "IKU", "B14", "Persentase peningkatan pelayanan administrasi", "an indicator without a result"),
    (PERFORMANCE, "IKU", "B15", "Persentase peningkatan sarana prasarana penunjang kegiatan DPRD", "another"),
    (PERFORMANCE, "IKU", "B16", "Persentase peningkatan kualitas SDM Aparatur", "another"),
    *(
        (PERFORMANCE, "IKU", f"{column}{row}", value, "its number, target and result")
        for row, number, target, result in ((14, 10, 0.7, 0.75), (15, 11, 0.5, 0.62), (16, 12, 0.9, 0.95))
        for column, value in (("A", number), ("C", target), ("D", result))
    ),
    *(
        (AGREEMENT, sheet, f"A{row}", number, "goals numbered on without the goal of row 9")
        for sheet in ("PK 2017", "PK Perubahan")
        for row, number in ((10, "2."), (13, "3."), (17, "4."), (18, "5."))
    ),
)
"""File, sheet, cell, its value, and why."""

LEFT_OUT = ((AGREEMENT, "PK 2017", 9), (AGREEMENT, "PK Perubahan", 9))
"""Rows taken out: the goal whose program is in no budget."""

LONG_RUN = {"reses": 5, "bintek": 10, "raperda": 4, "kunja": 3, "kegiatan": 5, "orang": 5, "perda": 5}
"""The medium-term table has every line of the year's table with its result; its targets are so many times that."""

LINES = [
    *("01", "01.02", "01.10", "01.19", "01.18", "01.20", "02", "02.07", "02.22", "02.24", "02.28", "03", "03.02"),
    *("15", "15.02", "15.07", "15.01", "15.05", "15.09", "15.06", "15.11", "26", "26.01", "26.04"),
]
"""The lines in the order of the DPA, by program and kegiatan."""
REALIZED = [*LINES[:2], "01.18", "01.10", "01.19", "01.20", *LINES[6:]]
PLANNED = [*LINES[:2], "01.98", *LINES[2:5], *LINES[6:]]
"""The plan's 01.98 is in no budget, and it lacks 01.20."""
AGREED = ["01/10", "02/11", "03/12", "15/1", "15/2", "15/3", "15/4", "15/5", "15/6", "15/7", "26/8", "26/9"]
"""Program and number in the IKU of each row of the agreement."""

TABLES: tuple[tuple[str, str, str, int, list[str], str], ...] = (
    (
        "dpa",
        DPA,
        "DPA 2.2",
        12,
        [*LINES, "total"],
        "code A name C quarter_1 G quarter_2 H quarter_3 I quarter_4 J budget K",
    ),
    ("dppa", DPPA, "DPPA 2.2", 8, [*LINES, "total"], "code A name B before E after F change G percent H"),
    (
        "realization",
        REALIZATION,
        "Realisasi",
        8,
        [*REALIZED, "total"],
        "number A name B budget C realization D remaining E percent F",
    ),
    ("plan", PLAN, "Renja", 6, [*PLANNED, "total"], "name A target D amount E"),
    ("performance", PERFORMANCE, "Kinerja Kegiatan", 4, LINES, "number A name B target C result D"),
    ("medium_term", PERFORMANCE, "Jangka Menengah", 4, LINES, "number A name B result C long_run D"),
    (
        "indicators",
        PERFORMANCE,
        "IKU",
        5,
        [str(number) for number in range(1, 13)],
        "number A name B target C result D",
    ),
    ("agreement.initial", AGREEMENT, "PK 2017", 6, AGREED, "number A goal B name C target D program E amount F"),
    ("agreement.revised", AGREEMENT, "PK Perubahan", 6, AGREED, "number A goal B name C target D program E amount F"),
    ("staff_0", STAFF, "Pegawai", 3, [*map(str, range(1, 13)), "total"], "number A label B persons C"),
    ("staff_1", STAFF, "Pegawai", 20, [*map(str, range(1, 5)), "total"], "number A label B persons C"),
    ("staff_2", STAFF, "Pegawai", 29, [*map(str, range(1, 7)), "total"], "number A label B persons C"),
)
"""Kind, file, sheet, first row, lines, and the columns."""

TITLES = (
    ("dpa", DPA, "DPA 2.2", "A4"),
    ("dppa", DPPA, "DPPA 2.2", "A3"),
    ("realization", REALIZATION, "Realisasi", "A3"),
    ("plan", PLAN, "Renja", "A1"),
    ("performance", PERFORMANCE, "Kinerja Kegiatan", "A1"),
    ("medium_term", PERFORMANCE, "Jangka Menengah", "A1"),
    ("indicators", PERFORMANCE, "IKU", "A1"),
    ("agreement.initial", AGREEMENT, "PK 2017", "A1"),
    ("agreement.revised", AGREEMENT, "PK Perubahan", "A1"),
    ("profile", PROFILE, "Profil", "B5"),
)
"""Where each document states its year."""


@cache
def mended() -> Book:
    """Return the workbooks of the example without contradictions."""
    book = Book([sheet for path in sorted(EXAMPLE.glob("*.xlsx")) for sheet in _sheets(path)])
    for file, sheet, cell, value, _ in MENDS:
        _put(_sheet(book, file, sheet), cell, value)
    for file, sheet, row in LEFT_OUT:
        without_row(book, _sheet(book, file, sheet), row)
    _medium_term(book)
    for kind, file, name, first, lines, columns in TABLES:
        words = columns.split()
        places = {column: ord(letter) - 64 for column, letter in zip(words[::2], words[1::2], strict=True)}
        for row, line in enumerate(lines, first):
            book.mark(kind, line, _sheet(book, file, name), row, places)
    for kind, file, name, cell in TITLES:
        book.mark(kind, "title", _sheet(book, file, name), int(cell[1:]), {"year": ord(cell[0]) - 64})
    return book


def _sheets(path: Path) -> list[Sheet]:
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    found = []
    for page in formulas.worksheets:
        sheet = Sheet(path.name, page.title)
        for cell in (cell for row in page.iter_rows() for cell in row if cell.value is not None):
            value = values[page.title][cell.coordinate].value
            formula = str(cell.value)[1:] if cell.data_type == "f" else ""
            form = "" if cell.number_format == "General" else cell.number_format
            sheet.cells[cell.row, cell.column] = Written(value, form, formula, bool(cell.font.b))
        sheet.merges = [(area.min_row, area.min_col, area.max_row, area.max_col) for area in page.merged_cells.ranges]
        found.append(sheet)
    return found


def _sheet(book: Book, file: str, name: str) -> Sheet:
    return next(sheet for sheet in book.sheets if (sheet.file, sheet.name) == (file, name))


def _put(sheet: Sheet, cell: str, value: object) -> None:
    place = (int(cell[1:]), ord(cell[0]) - 64)
    form = "0%" if isinstance(value, float) else ""  # a share
    sheet.cells[place] = sheet.cells.get(place, Written(None, form))._replace(value=value)


def _medium_term(book: Book) -> None:
    """Write the medium-term table anew with every line and result of the year's table."""
    source, sheet = _sheet(book, PERFORMANCE, "Kinerja Kegiatan"), _sheet(book, PERFORMANCE, "Jangka Menengah")
    for row in range(4, 4 + len(LINES)):
        sheet.row(row, [source.cells[row, column].value for column in (1, 2, 4)])
        number, _, unit = str(source.cells[row, 3].value).partition(" ")
        sheet.put(row, 4, f"{int(number) * LONG_RUN.get(unit, 1)} {unit}" if number else "")
