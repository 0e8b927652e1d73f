"""The eight workbooks of a random package as sheets of cells, and those as files."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import xlsxwriter  # type: ignore[import-untyped, unused-ignore]  # it ships no types
from generator_facts import Activity, Facts, Program, StaffRow

AMOUNT = "#,##0"
RUPIAH = '"Rp"\\ #,##0;[Red]"Rp"\\ -#,##0'
SHARE = "0.00%"


class Place(NamedTuple):
    """A cell or a range of a file's sheet: ``E19``, ``E20:E26``."""

    file: str
    sheet: str
    cell: str


class Written(NamedTuple):
    """What a cell holds: its (stored) value, number format and formula, and whether it is bold."""

    value: object
    format: str = ""
    formula: str = ""
    bold: bool = False


Content = tuple[str, tuple[tuple[tuple[int, int], Written], ...], tuple[tuple[int, int, int, int], ...]]
"""A worksheet's name, cells and merged areas."""


@dataclass
class Sheet:
    """A worksheet: its cells by row and column, counted from 1, and its merged areas."""

    file: str
    name: str
    cells: dict[tuple[int, int], Written] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    @property
    def content(self) -> Content:
        """The sheet without its file, as a value."""
        return self.name, tuple(self.cells.items()), tuple(self.merges)

    def put(self, row: int, column: int, value: object, form: str = "", formula: str = "") -> None:
        """Write a cell; a row has no cell where the value is ``None``."""
        if value is not None:
            self.cells[row, column] = Written(float(value) if isinstance(value, Decimal) else value, form, formula)

    def row(self, row: int, values: Sequence[object], form: str = "") -> None:
        """Write the first cells of a row; figures get the number format."""
        for column, value in enumerate(values, 1):
            self.put(row, column, value, form if isinstance(value, int | float | Decimal) else "")

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge an area of more than one cell."""
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))


@dataclass
class Book:
    """The sheets of one package, and where each figure of each line stands: kind, line and column give the cell.

    A line is a program's code (``03``), a kegiatan's with it (``03.12``), ``total``, or the number of a staff row.
    """

    sheets: list[Sheet] = field(default_factory=list)
    spots: dict[tuple[str, str, str], tuple[Sheet, int, int]] = field(default_factory=dict)

    def sheet(self, file: str, name: str) -> Sheet:
        """Add a worksheet."""
        self.sheets.append(Sheet(file, name))
        return self.sheets[-1]

    def mark(self, kind: str, line: str, sheet: Sheet, row: int, columns: Mapping[str, int]) -> None:
        """Remember where a line's figures stand."""
        for name, column in columns.items():
            self.spots[kind, line, name] = (sheet, row, column)

    def place(self, kind: str, line: str, column: str) -> Place:
        """Return where a figure stands."""
        sheet, row, number = self.spots[kind, line, column]
        return Place(sheet.file, sheet.name, f"{chr(64 + number)}{row}")

    def block(self, kind: str, lines: Iterable[str], column: str) -> tuple[Place, ...]:
        """Return where the figures of some lines stand, from top to bottom, neighbours as one range."""
        places = sorted((self.spots[kind, line, column] for line in lines), key=lambda spot: spot[1])
        sheet, _, number = places[0]
        runs: list[list[int]] = []
        for _, row, _ in places:
            if runs and row == runs[-1][-1] + 1:
                runs[-1].append(row)
            else:
                runs.append([row])
        letter = chr(64 + number)
        ends = [letter + str(run[0]) + (f":{letter}{run[-1]}" if len(run) > 1 else "") for run in runs]
        return tuple(Place(sheet.file, sheet.name, end) for end in ends)

    def value(self, kind: str, line: str, column: str) -> object:
        """Return what a cell holds."""
        sheet, row, number = self.spots[kind, line, column]
        return sheet.cells[row, number].value

    def put(self, kind: str, line: str, column: str, value: object) -> None:
        """Type another value over a cell; its number format stays."""
        sheet, row, number = self.spots[kind, line, column]
        sheet.cells[row, number] = Written(
            float(value) if isinstance(value, Decimal) else value, sheet.cells[row, number].format
        )

    def files(self) -> dict[str, bytes]:
        """Return the files by name."""
        names = dict.fromkeys(sheet.file for sheet in self.sheets)
        return {name: _file(*(sheet.content for sheet in self.sheets if sheet.file == name)) for name in sorted(names)}


@lru_cache(maxsize=1024)
def _file(*sheets: Content) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": datetime(2020, 1, 1)})
    used = dict.fromkeys(written[1::2] for _, cells, _ in sheets for _, written in cells)
    formats = {
        (form, bold): book.add_format(({"num_format": form} if form else {}) | ({"bold": True} if bold else {}))
        for form, bold in used
        if form or bold
    }
    for name, cells, merges in sheets:
        page = book.add_worksheet(name)
        for top, left, bottom, right in merges:
            page.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
        for (row, column), (value, form, formula, bold) in cells:
            place = (row - 1, column - 1)
            style = formats.get((form, bold))
            if formula:
                page.write_formula(*place, f"={formula}", style, value)
            elif isinstance(value, datetime):
                page.write_datetime(*place, value, style)
            elif isinstance(value, str):
                page.write_string(*place, value, style)
            else:
                page.write_number(*place, value, style)
    book.close()
    return stream.getvalue()


def book(facts: Facts, **other: Facts) -> Book:
    """Return the workbooks of a package; a kind named in ``other`` is written from other facts."""
    made = Book()
    for kind, write in _KINDS.items():
        write(made, other.get(kind, facts))
    return made


def _performance(made: Book, facts: Facts) -> None:
    sheet = made.sheet(_results_file(facts), "Kinerja Kegiatan")
    sheet.row(1, [f"REALISASI KINERJA TAHUN {facts.year}"])
    sheet.merge(1, 1, 1, 4)
    made.mark("performance", "title", sheet, 1, {"year": 1})
    sheet.row(3, ["No", "Nama Program dan Kegiatan", "Target", "Realisasi"])
    for row, number, line, name, activity in _numbered(facts, "performance", 4):
        cells = [f"{activity.target} {activity.unit}", f"{activity.result} {activity.unit}"] if activity else ["", ""]
        sheet.row(row, [number, name, *cells])
        made.mark("performance", line, sheet, row, {"number": 1, "name": 2, "target": 3, "result": 4})


def _indicators(made: Book, facts: Facts) -> None:
    sheet = made.sheet(_results_file(facts), "IKU")
    sheet.row(1, [f"INDIKATOR KINERJA UTAMA TAHUN {facts.year}"])
    sheet.merge(1, 1, 1, 6)
    made.mark("indicators", "title", sheet, 1, {"year": 1})
    heads = [f"TARGET TH. {facts.year}", f"REALISASI TH. {facts.year}", "HAMBATAN /MASALAH DLM MENCAPAI TARGET"]
    sheet.row(3, ["NO", "IKU PERANGKAT DAERAH", *heads, "UPAYA PEMECAHAN HAMBATAN/MASALAH"])
    sheet.row(4, [1, 2, 3, 4, 5, 6])
    for number, indicator in enumerate(facts.indicators, 1):
        shares = [Decimal(indicator.target).scaleb(-2), Decimal(indicator.result).scaleb(-2)]
        sheet.row(4 + number, [None, indicator.text, *shares, "Keterbatasan waktu", "Penjadwalan kembali"], "0%")
        sheet.put(4 + number, 1, number)
        made.mark("indicators", str(number), sheet, 4 + number, {"number": 1, "name": 2, "target": 3, "result": 4})


def _medium_term(made: Book, facts: Facts) -> None:
    sheet = made.sheet(_results_file(facts), "Jangka Menengah")
    sheet.row(1, [f"REALISASI KINERJA TAHUN {facts.year} DAN TARGET JANGKA MENENGAH (RENSTRA)"])
    sheet.merge(1, 1, 1, 4)
    made.mark("medium_term", "title", sheet, 1, {"year": 1})
    sheet.row(3, ["No", "Nama Program dan Kegiatan", f"Realisasi Tahun {facts.year}", "Target Jangka Menengah"])
    for row, number, line, name, activity in _numbered(facts, "medium_term", 4):
        cells = ["", ""]
        if activity:
            cells = [f"{activity.result} {activity.unit}", f"{activity.in_the_long_run} {activity.unit}"]
        sheet.row(row, [number, name, *cells])
        made.mark("medium_term", line, sheet, row, {"number": 1, "name": 2, "result": 3, "long_run": 4})


def _results_file(facts: Facts) -> str:
    return f"Capaian Kinerja {facts.year}.xlsx"


Numbered = tuple[int, str, str, str, Activity | None]


def _numbered(facts: Facts, kind: str, row: int) -> Iterator[Numbered]:
    """Yield row, number, line, name as written and kegiatan of each line: 1. for a program, a. for a kegiatan."""
    for index, program in enumerate(facts.arranged(kind, 0.3), 1):
        yield row, f"{index}.", program.code, facts.spelled(kind, program.name), None
        row += 1
        for below, activity in enumerate(program.activities):
            line = f"{program.code}.{activity.code}"
            yield row, f"{chr(97 + below)}.", line, facts.spelled(kind, activity.name), activity
            row += 1


def _dpa(made: Book, facts: Facts) -> None:
    sheet = made.sheet(f"DPA-SKPD 2.2 TA {facts.year}.xlsx", "DPA 2.2")
    sheet.row(1, ["DOKUMEN PELAKSANAAN ANGGARAN"])
    sheet.put(1, 10, "Formulir\nDPA - SKPD 2.2")
    sheet.merge(1, 1, 1, 9)
    sheet.merge(1, 10, 2, 11)
    sheet.row(2, ["SATUAN KERJA PERANGKAT DAERAH"])
    sheet.row(3, [f"PEMERINTAH {facts.region.upper()}"])
    sheet.row(4, [f"Tahun Anggaran {facts.year}"])
    made.mark("dpa", "title", sheet, 4, {"year": 1})
    sheet.row(5, ["Urusan Pemerintahan", None, f": {facts.code.rpartition('.')[0]}   Urusan Wajib"])
    sheet.row(6, ["Organisasi", None, f": {facts.code}   {facts.full_office.upper()}"])
    sheet.row(7, ["Rekapitulasi Dokumen Pelaksanaan Anggaran Belanja Langsung Menurut Program dan Kegiatan"])
    heads = ["Uraian", "Lokasi Kegiatan", "Target Kinerja (Kuantitatif)", "Sumber Dana", "Triwulan"]
    sheet.row(9, ["Kode", None, *heads, None, None, None, "Jumlah"])
    sheet.row(10, ["Program", "Kegiatan", None, None, None, None, "I", "II", "III", "IV"])
    for left, right in ((1, 2), (7, 10)):
        sheet.merge(9, left, 9, right)
    for column in (3, 4, 5, 6, 11):
        sheet.merge(9, column, 10, column)
    sheet.row(11, [*map(str, range(1, 11)), "11=7+8+9+10"])
    columns = {"code": 1, "name": 3, "quarter_1": 7, "quarter_2": 8, "quarter_3": 9, "quarter_4": 10, "budget": 11}
    row = 12
    for program in facts.programs:
        quarters = _quarters(facts, [program])
        sheet.row(row, [program.code, None, program.name, None, None, None, *quarters, program.initial], AMOUNT)
        made.mark("dpa", program.code, sheet, row, columns)
        row += 1
        for activity in program.activities:
            target = f"{activity.target} {activity.unit}"
            texts = [program.code, activity.code, activity.name, facts.region, target, "PAD / DAU"]
            sheet.row(row, [*texts, *activity.quarters, activity.initial], AMOUNT)
            made.mark("dpa", f"{program.code}.{activity.code}", sheet, row, columns)
            row += 1
    whole = sum(program.initial for program in facts.programs)
    sheet.row(row, ["JUMLAH", *[None] * 5, *_quarters(facts, facts.programs), whole], AMOUNT)
    sheet.merge(row, 1, row, 6)
    made.mark("dpa", "total", sheet, row, columns)
    lines = (f"{facts.town}, 3 Januari {facts.year}", "Mengesahkan,", "Pejabat Pengelola Keuangan Daerah")
    for offset, text in enumerate((*lines, None, None, "(" + "." * 37 + ")", "NIP. " + "." * 32), 2):
        sheet.put(row + offset, 8, text)


def _quarters(facts: Facts, programs: Sequence[Program]) -> list[int | None]:
    if not facts.quarters_above:
        return [None] * 4
    rows = [activity.quarters for program in programs for activity in program.activities]
    return [sum(row[number] for row in rows) for number in range(4)]


def _dppa(made: Book, facts: Facts) -> None:
    file = f"DPPA {facts.year} Setelah Perubahan.xlsx"
    made.sheet(file, "Catatan").row(
        1, [f"DPPA disahkan 29 September {facts.year}. Sheet DPPA 2.2 dipakai untuk LKjIP."]
    )
    sheet = made.sheet(file, "DPPA 2.2")
    sheet.row(1, ["DOKUMEN PELAKSANAAN PERUBAHAN ANGGARAN SKPD (DPPA-SKPD 2.2)"])
    sheet.row(2, [facts.full_office.upper()])
    sheet.row(3, [f"TAHUN ANGGARAN {facts.year}"])
    made.mark("dppa", "title", sheet, 3, {"year": 1})
    heads = ["Kode Rekening", "Program / Kegiatan", "Lokasi", "Sumber Dana", "Jumlah (Rp)"]
    sheet.row(5, [*heads, None, "Bertambah / (Berkurang)"])
    sheet.row(6, [*[None] * 4, "Sebelum Perubahan", "Setelah Perubahan", "(Rp)", "%"])
    sheet.row(7, ["BELANJA LANGSUNG"])
    for row in (1, 2, 3, 7):
        sheet.merge(row, 1, row, 8)
    for column in (1, 2, 3, 4):
        sheet.merge(5, column, 6, column)
    sheet.merge(5, 5, 5, 6)
    sheet.merge(5, 7, 5, 8)
    row = 8
    tops = []
    for program in facts.arranged("dppa", 0.3):
        code = f"{facts.code}.{program.code}"
        tops.append(row)
        sheet.row(row, [code, program.name])
        sums = [f"SUM({letter}{row + 1}:{letter}{row + len(program.activities)})" for letter in "EF"]
        _change(made, sheet, row, program.code, program.initial, program.revised, sums)
        row += 1
        for activity in program.activities:
            sheet.row(row, [f"{code}.{activity.code}", activity.name, facts.region, "APBD"])
            _change(made, sheet, row, f"{program.code}.{activity.code}", activity.initial, activity.revised)
            row += 1
    sheet.row(row, ["JUMLAH BELANJA LANGSUNG"])
    sheet.merge(row, 1, row, 4)
    initial = sum(program.initial for program in facts.programs)
    revised = sum(program.revised for program in facts.programs)
    sums = ["+".join(f"{letter}{top}" for top in tops) for letter in "EF"]
    _change(made, sheet, row, "total", initial, revised, sums)


def _change(
    made: Book, sheet: Sheet, row: int, line: str, before: int, after: int, sums: Sequence[str] = ("", "")
) -> None:
    sheet.put(row, 5, before, AMOUNT, sums[0])
    sheet.put(row, 6, after, AMOUNT, sums[1])
    sheet.put(row, 7, after - before, AMOUNT, f"F{row}-E{row}")
    sheet.put(row, 8, (after - before) / before * 100, "0.00", f"IF(E{row}=0,0,G{row}/E{row}*100)")
    made.mark("dppa", line, sheet, row, {"code": 1, "name": 2, "before": 5, "after": 6, "change": 7, "percent": 8})


def _staff(made: Book, facts: Facts) -> None:
    sheet = made.sheet(f"Data Pegawai {facts.year}.xlsx", "Pegawai")
    heads = (
        ("a. Jumlah Pegawai Berdasarkan Kepangkatan", "PNS GOLONGAN", "JUMLAH ORANG"),
        ("b. Jumlah Pegawai Berdasarkan Jabatan", "JABATAN", "JUMLAH ORANG"),
        ("c. Jumlah Pegawai Berdasarkan Pendidikan", "JENIS PENDIDIKAN", "JUMLAH"),
    )
    row = 1
    tables: list[tuple[StaffRow, ...]] = list(facts.staff)
    for number, (head, rows, total) in enumerate(zip(heads, tables, facts.staff_totals, strict=True)):
        sheet.row(row, head[:1])
        sheet.row(row + 1, ["NO", *head[1:], "KETERANGAN"])
        row += 2
        for index, (label, persons) in enumerate(rows, 1):
            sheet.row(row, [f"{index}." if number == 0 else str(index), label, "-" if persons is None else persons])
            made.mark(f"staff_{number}", str(index), sheet, row, {"number": 1, "label": 2, "persons": 3})
            row += 1
        sheet.row(row, [None, "Jumlah", total])
        made.mark(f"staff_{number}", "total", sheet, row, {"persons": 3})
        row += 3


def _realization(made: Book, facts: Facts) -> None:
    sheet = made.sheet(f"Laporan Realisasi per 31 Desember {facts.year}.xlsx", "Realisasi")
    sheet.row(1, ["LAPORAN REALISASI ANGGARAN BELANJA LANGSUNG"])
    sheet.row(2, ["PER PROGRAM DAN KEGIATAN"])
    sheet.row(3, [f"Periode 1 Januari s.d. 31 Desember {facts.year}"])
    for row in (1, 2, 3):
        sheet.merge(row, 1, row, 7)
    sheet.row(4, [f"SKPD : {facts.full_office}"])
    made.mark("realization", "title", sheet, 3, {"year": 1})
    made.mark("realization", "office", sheet, 4, {"office": 1})
    heads = ["Anggaran Setelah Perubahan (Rp)", "Realisasi s.d. Bulan Ini (Rp)", "Sisa Anggaran (Rp)"]
    sheet.row(6, ["No", "Program/Kegiatan", *heads, "%", "Sumber Efisiensi"])
    sheet.row(7, [1, 2, 3, 4, 5, 6, 7])
    row = 8
    for index, program in enumerate(facts.arranged("realization", 0.8)):
        sheet.row(row, [f"{chr(65 + index)}.", facts.spelled("realization", program.name)])
        _spent(made, sheet, row, program.code, program.revised, program.spent)
        row += 1
        for below, activity in enumerate(program.activities, 1):
            sheet.row(row, [f"{below})", facts.spelled("realization", activity.name)])
            _spent(made, sheet, row, f"{program.code}.{activity.code}", activity.revised, activity.spent)
            row += 1
    sheet.row(row, [None, "Jumlah"])
    spent = sum((program.spent for program in facts.programs), Decimal(0))
    _spent(made, sheet, row, "total", sum(program.revised for program in facts.programs), spent)
    lines = (f"{facts.town}, 31 Desember {facts.year}", "Bendahara Pengeluaran,")
    for offset, text in enumerate((*lines, None, None, "( ...................... )"), 2):
        sheet.put(row + offset, 5, text)


def _spent(made: Book, sheet: Sheet, row: int, line: str, budget: int, spent: Decimal) -> None:
    sheet.put(row, 3, budget, RUPIAH)
    sheet.put(row, 4, spent, RUPIAH)
    sheet.put(row, 5, budget - spent, RUPIAH, f"C{row}-D{row}")
    if budget:
        sheet.put(row, 6, float(spent / budget), SHARE, f"D{row}/C{row}")
    columns = {"number": 1, "name": 2, "budget": 3, "realization": 4, "remaining": 5, "percent": 6}
    made.mark("realization", line, sheet, row, columns)


def _agreement(made: Book, facts: Facts) -> None:
    file = f"Perjanjian Kinerja {facts.year}.xlsx"
    for stage, name in (("initial", f"PK {facts.year}"), ("revised", "PK Perubahan")):
        sheet = made.sheet(file, name)
        sheet.row(1, [f"PERJANJIAN KINERJA {'PERUBAHAN ' if stage == 'revised' else ''}TAHUN {facts.year}"])
        sheet.row(2, [facts.full_office.upper()])
        made.mark("agreement", stage, sheet, 1, {"year": 1})
        sheet.merge(1, 1, 1, 7)
        sheet.merge(2, 1, 2, 7)
        sheet.row(4, ["NO", "Sasaran Strategis", "Indikator Kinerja", "Target", "Program", "Anggaran", "Ket"])
        sheet.row(5, [f"({number})" for number in range(1, 8)])
        starts: list[int] = []
        columns = {"number": 1, "goal": 2, "name": 3, "target": 4, "program": 5, "amount": 6}
        for row, indicator in enumerate(facts.indicators, 6):
            program = facts.program(indicator.program)
            holder = next((own for own in program.activities if own.code == indicator.activity), program)
            amount = f"{getattr(holder, stage):,}".replace(",", ".") + ",-"
            named = facts.spelled("agreement", program.name)
            sheet.row(row, [None, None, indicator.text, f"{indicator.target} %", named, amount, "APBD"])
            made.mark(f"agreement.{stage}", f"{indicator.program}/{row - 5}", sheet, row, columns)
            if not starts or indicator.goal != sheet.cells[starts[-1], 2].value:
                starts.append(row)
                sheet.row(row, [f"{len(starts)}.", indicator.goal])
        for start, following in zip(starts, [*starts[1:], 6 + len(facts.indicators)], strict=True):
            sheet.merge(start, 1, following - 1, 1)
            sheet.merge(start, 2, following - 1, 2)


def _profile(made: Book, facts: Facts) -> None:
    sheet = made.sheet("Profil OPD.xlsx", "Profil")
    rows = (
        ("PROFIL PERANGKAT DAERAH", None),
        ("Nama Perangkat Daerah", facts.full_office),
        ("Pemerintah Daerah", f"Pemerintah {facts.region}"),
        ("Kode Organisasi", facts.code),
        ("Tahun Anggaran", facts.year),
        ("Dokumen", "Laporan Kinerja Instansi Pemerintah (LKjIP)"),
        ("Tempat", facts.town),
        ("Tanggal Laporan", datetime(facts.year + 1, 1, 22)),
        ("Jabatan Penanda Tangan", f"Kepala {facts.office}"),
        ("Nama Penanda Tangan", "SITI RAHAYU, S.Sos, M.Si"),
        ("NIP", "19700817 199503 2 001"),
    )
    for row, values in enumerate(rows, 1):
        sheet.row(row, values)
    sheet.put(8, 2, rows[7][1], "dd mmmm yyyy")
    made.mark("profile", "office", sheet, 2, {"office": 2})
    made.mark("profile", "year", sheet, 5, {"year": 2})


def _plan(made: Book, facts: Facts) -> None:
    sheet = made.sheet(f"Renja {facts.year}.xlsx", "Renja")
    sheet.row(1, [f"RENCANA KERJA TAHUN {facts.year}"])
    made.mark("plan", "title", sheet, 1, {"year": 1})
    heads = ["Indikator Kinerja Program / Sasaran Kegiatan", f"Rencana Tahun {facts.year}"]
    sheet.row(3, ["Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan", *heads])
    lower = ["Lokasi", "Target Capaian Kinerja", "Kebutuhan Dana/ pagu indikatif dan Sumber Dana"]
    sheet.row(4, [None, None, *lower])
    for area in ((1, 1, 1, 5), (3, 1, 4, 1), (3, 2, 4, 2), (3, 3, 3, 5)):
        sheet.merge(*area)
    sheet.row(5, ["Urusan Wajib", "", "", "", ""])
    row = 6
    columns = {"name": 1, "target": 4, "amount": 5}
    for program in facts.arranged("plan", 0.5):
        name = facts.spelled("plan", program.name)
        sheet.row(row, [name, f"Meningkatnya {program.name[8:].lower()}", "", "", _padded(program.planned)])
        made.mark("plan", program.code, sheet, row, columns)
        row += 1
        for planned, amount in program.plan:
            activity = program.named(planned)
            texts = [facts.spelled("plan", planned), f"Terlaksananya {planned.lower()}", facts.region]
            sheet.row(row, [*texts, facts.aim(activity), _padded(amount)])
            made.mark("plan", f"{program.code}.{activity.code}", sheet, row, columns)
            row += 1
    sheet.row(row, ["TOTAL PAGU", None, None, None, _padded(sum(program.planned for program in facts.programs))])
    sheet.merge(row, 1, row, 4)
    made.mark("plan", "total", sheet, row, columns)


def _padded(amount: int) -> str:
    return f"      {amount:,} "


_KINDS = {
    "performance": _performance,
    "indicators": _indicators,
    "medium_term": _medium_term,
    "dpa": _dpa,
    "dppa": _dppa,
    "staff": _staff,
    "realization": _realization,
    "agreement": _agreement,
    "profile": _profile,
    "plan": _plan,
}
