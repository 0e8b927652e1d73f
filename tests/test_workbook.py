"""Output sheets written as a workbook and read back."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from recalculation import changed_cells, needs_libreoffice, recalculated

from pipeline import layout, styles, workbook
from pipeline.model import OWN_PROPERTY, Cell, Severity
from pipeline.sheets import Chart, Column, ColumnKind, Entry, Reference, Row, RowRole, Sheet, Table

COLUMNS = (
    Column("no", "No", "center", 5),
    Column("name", "Program/Kegiatan", "text", 40),
    Column("budget", "Anggaran (Rp)", "rupiah", 16),
    Column("spent", "Realisasi (Rp)", "rupiah", 16),
    Column("share", "Persentase (%)", "percent", 10),
)
LONG = "Penyediaan jasa peralatan, perlengkapan, tenaga administrasi, keamanan, pengemudi dan kebersihan kantor"


def row(role: RowRole, **entries: Entry) -> Row:
    return Row(role, entries)


def budget_table(**options: Any) -> Table:
    def line(role: RowRole, number: str, name: str, budget: int, spent: int) -> Row:
        source = (Cell("DPPA 2017.xlsx", "DPPA 2.2", f"E{budget}"), Cell("DPPA 2017.xlsx", "DPPA 2.2", f"F{budget}"))
        share = (Decimal(spent) / budget).quantize(Decimal("0.0001"))
        return row(
            role,
            no=Entry(number),
            name=Entry(name),
            budget=Entry(budget, sources=source),
            spent=Entry(spent, sources=(Cell("Realisasi.xlsx", "Realisasi", f"D{spent}"),)),
            share=Entry(share, formula="ROUND({spent}/{budget},4)"),
        )

    rows = (
        line("program", "1.", "Program Pelayanan", 300, 200),
        line("kegiatan", "a.", LONG, 300, 200),
        line("program", "2.", "Program Aparatur", 500, 400),
        line("kegiatan", "a.", "Pengadaan pakaian dinas", 500, 400),
        row(
            "total",
            name=Entry("Jumlah"),
            budget=Entry(800, total_of=(0, 2)),
            spent=Entry(600, total_of=(0, 2)),
            share=Entry(Decimal("0.75"), formula="ROUND({spent}/{budget},4)"),
        ),
    )
    return Table(COLUMNS, rows, **options)


def sheet(*tables: Table, **options: Any) -> Sheet:
    return Sheet(options.pop("name", "Anggaran"), options.pop("titles", ()), tables, **options)


def opened(*sheets: Sheet, properties: Mapping[str, str] | None = None, links: str | None = None) -> Any:
    return openpyxl.load_workbook(BytesIO(workbook.write(sheets, properties=properties or {}, links=links)))


def one_column(kind: ColumnKind, entries: Sequence[Entry], role: RowRole = "plain") -> Any:
    """Return the worksheet of a table with one column without headings: its first entry stands in A1."""
    table = Table((Column("x", "X", kind, 20),), tuple(row(role, x=entry) for entry in entries), heading=False)
    return opened(sheet(table, traced=False)).worksheets[0]


@pytest.mark.parametrize(
    ("kind", "entry", "value", "number_format", "align"),
    [
        ("rupiah", Entry(17750000000), 17750000000, "#,##0", "right"),
        ("rupiah", Entry(Decimal("1250.50")), 1250.5, "#,##0.00", "right"),
        ("rupiah", Entry(Decimal("1250.00")), 1250, "#,##0", "right"),
        ("rupiah", Entry(-650000000), -650000000, "#,##0", "right"),
        ("rupiah", Entry("-"), "-", "General", "right"),
        ("percent", Entry(Decimal("0.7408")), 0.7408, "0.00%", "right"),
        ("number", Entry(33), 33, "#,##0", "right"),
        ("number", Entry("-"), "-", "General", "right"),
        ("number", Entry("70 %"), "70 %", "General", "left"),
        ("number", Entry("Pojok baca"), "Pojok baca", "General", "left"),
        ("quantity", Entry(Decimal(12), unit="bulan"), 12, '0" bulan"', "center"),
        ("quantity", Entry(Decimal("2.50"), unit="bulan"), 2.5, '0.0" bulan"', "center"),
        ("quantity", Entry(Decimal(80), unit="%"), 0.8, "0%", "center"),
        ("quantity", Entry(Decimal("74.08"), unit="%"), 0.7408, "0.00%", "center"),
        ("quantity", Entry(Decimal(3)), 3, "0", "center"),
        ("quantity", Entry(Decimal(3), unit='5" pipa'), 3, '0" 5 pipa"', "center"),
        ("quantity", Entry("sangat baik"), "sangat baik", "General", "center"),
        ("center", Entry("1."), "1.", "General", "center"),
        ("center", Entry(2017), 2017, "General", "center"),
        ("text", Entry("=1+1"), "=1+1", "General", "left"),
        ("text", Entry("0012"), "0012", "General", "left"),
        ("text", Entry("https://contoh.go.id"), "https://contoh.go.id", "General", "left"),
        ("text", Entry(None), None, "General", "left"),
    ],
)
def test_an_entry_is_written_as_what_it_is(
    kind: ColumnKind, entry: Entry, value: object, number_format: str, align: str
) -> None:
    cell = one_column(kind, [entry])["A1"]
    assert (cell.value, cell.number_format, cell.alignment.horizontal) == (value, number_format, align)
    assert cell.data_type == ("s" if isinstance(value, str) else "n")
    assert cell.hyperlink is None
    assert cell.border.left.style == "thin"


def test_text_that_a_cell_cannot_hold_ends_in_a_sign() -> None:
    text = one_column("text", [Entry("x" * 40_000)])["A1"].value
    assert (len(text), text[-2:]) == (32_767, "x…")


@pytest.mark.parametrize(
    ("role", "bold", "italic", "fill", "top", "indent"),
    [
        ("program", True, False, "FFEEF2F6", "thin", 0),
        ("kegiatan", False, False, None, "thin", 1),
        ("sub_kegiatan", False, False, None, "thin", 2),
        ("section", True, True, None, "thin", 0),
        ("plain", False, False, None, "thin", 0),
        ("total", True, False, "FFE1E7ED", "double", 0),
    ],
)
def test_a_role_has_its_look(role: RowRole, bold: bool, italic: bool, fill: str | None, top: str, indent: int) -> None:
    cell = one_column("text", [Entry("Program")], role)["A1"]
    assert (cell.font.b, cell.font.i, cell.border.top.style) == (bold, italic, top)
    assert (cell.fill.fgColor.rgb if cell.fill.fill_type else None) == fill
    assert (cell.alignment.indent, cell.alignment.wrap_text, cell.alignment.vertical) == (indent, True, "top")


@pytest.mark.parametrize(("marked", "fill"), [("error", "FFF6CFCB"), ("warning", "FFFCE5B6"), ("note", "FFD6E6F5")])
def test_a_mark_goes_over_the_look_of_the_row(marked: Severity, fill: str) -> None:
    cell = one_column("rupiah", [Entry(5, marked=marked)], "program")["A1"]
    assert (cell.fill.fgColor.rgb, cell.font.b) == (fill, True)


def test_titles_groups_notes_and_tables_stand_in_their_places() -> None:
    columns = (
        Column("name", "Program", "text", 30),
        Column("a", "Semula", "rupiah", 16, group="Anggaran"),
        Column("b", "Menjadi", "rupiah", 16, group="Anggaran"),
    )
    first = Table(columns, (row("plain", name=Entry("x")),), title="A. Tabel", notes=("Angka dalam rupiah.",))
    second = Table(columns[:1], (row("plain", name=Entry("y")),), title="B. Tabel")
    page = opened(sheet(first, second, titles=("PERUBAHAN ANGGARAN", "TAHUN 2017"))).worksheets[0]
    found = {cell.coordinate: cell.value for line in page.iter_rows() for cell in line if cell.value is not None}
    assert found == {
        "A1": "PERUBAHAN ANGGARAN",
        "A2": "TAHUN 2017",
        "A4": "A. Tabel",
        "A5": "Program",
        "B5": "Anggaran",
        "E5": "Sumber",
        "B6": "Semula",
        "C6": "Menjadi",
        "A7": "x",
        "A8": "Angka dalam rupiah.",
        "A11": "B. Tabel",
        "A12": "Program",
        "E12": "Sumber",
        "A13": "y",
    }
    assert {str(area) for area in page.merged_cells.ranges} == {"A1:C1", "A2:C2", "A4:C4", "A5:A6", "B5:C5", "A8:C8"}
    assert (page["A8"].font.i, page["A1"].font.b, page["A1"].alignment.horizontal) == (True, True, "center")


def test_formulas_name_cells_and_hold_their_value() -> None:
    data = workbook.write([sheet(budget_table())], properties={}, links=None)
    formulas = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    values = openpyxl.load_workbook(BytesIO(data), data_only=True).worksheets[0]
    assert [(formulas[ref].value, values[ref].value) for ref in ("E2", "C6", "E6")] == [
        ("=ROUND(D2/C2,4)", 0.6667),
        ("=C2+C4", 800),
        ("=ROUND(D6/C6,4)", 0.75),
    ]


@needs_libreoffice
def test_libreoffice_computes_the_stored_values(tmp_path: Path) -> None:
    columns = (
        Column("a", "Target", "number", 12),
        Column("b", "Realisasi", "number", 12),
        Column("sum", "Jumlah", "number", 12),
        Column("less", "Selisih", "number", 12),
        Column("share", "Capaian (%)", "percent", 12),
        Column("word", "Predikat", "center", 16),
        Column("unit", "Mutu", "quantity", 12),
    )
    predicate = 'IF({share}="","",IF({share}>=0.91,"Sangat Tinggi",IF({share}>=0.76,"Tinggi","Rendah")))'

    def line(a: int, b: int, share: str, word: str) -> Row:
        return row(
            "plain",
            a=Entry(a),
            b=Entry(b),
            sum=Entry(a + b, formula="{a}+{b}"),
            less=Entry(a - b, formula="{a}-{b}"),
            share=Entry(Decimal(share) if share else "", formula='IF({a}=0,"",ROUND({b}/{a},4))'),
            word=Entry(word, formula=predicate),
            unit=Entry(Decimal(80), unit="%"),
        )

    lines = (
        line(3, 2, "0.6667", "Rendah"),
        line(8, 8, "1", "Sangat Tinggi"),
        line(0, 5, "", ""),
        line(4, 3, "0.75", "Rendah"),
    )
    totals = (
        row("total", a=Entry(15, total_of=(0, 1, 2, 3)), b=Entry(10, total_of=(0, 1)), sum=Entry(12, total_of=(0, 3))),
        row("total", a=Entry(3, total_of=(0,)), share=Entry(Decimal("1.4167"), total_of=(0, 2, 3))),
    )
    path = tmp_path / "hitung.xlsx"
    path.write_bytes(workbook.write([sheet(Table(columns, lines + totals), name="Capaian")], properties={}, links=None))
    assert changed_cells(path) == []
    computed = recalculated(path)
    assert [computed.get(("Capaian", ref)) for ref in ("E2", "F2", "F3", "E4", "A6", "C6")] == [
        *(0.6667, "Rendah", "Sangat Tinggi", None, 15, 12)
    ]


@needs_libreoffice
def test_a_wrong_stored_value_is_noticed(tmp_path: Path) -> None:
    table = Table((Column("x", "X", "number"),), (row("plain", x=Entry(2)), row("total", x=Entry(3, total_of=(0,)))))
    path = tmp_path / "salah.xlsx"
    path.write_bytes(workbook.write([sheet(table, traced=False)], properties={}, links=None))
    assert changed_cells(path) == ["Anggaran!A3: stored 3, computed 2"]


@pytest.mark.parametrize(
    ("reference", "value", "formula"),
    [
        (Reference("Anggaran '17", 0, "budget"), 300, "='Anggaran ''17'!C4"),  # below a title, a gap and the headings
        (Reference("Anggaran '17", 4, "share"), Decimal("0.75"), "='Anggaran ''17'!E8"),
        (
            Reference("Anggaran '17", 1, "b", table=1),
            20,
            "='Anggaran ''17'!B15",
        ),  # a second table: gap, title, two rows
        (Reference("Anggaran '17", 1, "name"), LONG, "='Anggaran ''17'!B5"),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_reference_repeats_a_cell_of_a_sheet_before_or_after_it(
    reference: Reference, value: Decimal | int | str, formula: str, before: bool
) -> None:
    columns = (Column("name", "Uraian"), Column("b", "Menjadi", "number", group="Anggaran"))
    second = Table(columns, tuple(row("plain", b=Entry(figure)) for figure in (10, 20)), title="B. Tabel")
    source = sheet(budget_table(), second, name="Anggaran '17", titles=("JUDUL",))
    entry = Entry(value, reference=reference)
    target = sheet(Table((Column("x", "X", "number"),), (row("plain", x=entry),)), name="Ringkasan", traced=False)
    sheets = (target, source) if before else (source, target)
    data = workbook.write(sheets, properties={}, links=None)
    assert openpyxl.load_workbook(BytesIO(data))["Ringkasan"]["A2"].value == formula
    stored = openpyxl.load_workbook(BytesIO(data), data_only=True)
    assert stored.sheetnames == [page.name for page in sheets]
    assert stored["Ringkasan"]["A2"].value == stored["Anggaran '17"][formula.rpartition("!")[2]].value


@pytest.mark.parametrize(
    ("link", "target", "location"),
    [
        (Cell("Renja 2017.xlsx", "Renja", "E19"), r"..\..\input\contoh\Renja%202017.xlsx", "'Renja'!E19"),
        (Cell("Renja.xlsx", "Rencana '17", "E20:E26"), r"..\..\input\contoh\Renja.xlsx", "'Rencana ''17'!E20:E26"),
        (Cell("100% #2.xlsx", "A", "B1"), r"..\..\input\contoh\100%25%20%232.xlsx", "'A'!B1"),
        (Cell("Renja.xlsx", "Renja"), r"..\..\input\contoh\Renja.xlsx", "'Renja'!A1"),
        (Cell("Renja.xlsx"), r"..\..\input\contoh\Renja.xlsx", None),
    ],
)
def test_a_link_leads_to_the_cell_of_the_input(link: Cell, target: str, location: str | None) -> None:
    table = Table((Column("x", "Sel"),), (row("plain", x=Entry(link=link)), row("plain", x=Entry("lihat", link=link))))
    page = opened(sheet(table, traced=False), links="../../input/contoh").worksheets[0]
    assert (page["A2"].value, page["A3"].value) == (str(link), "lihat")
    assert (page["A2"].hyperlink.target, page["A2"].hyperlink.location) == (target, location)
    plain = opened(sheet(table, traced=False)).worksheets[0]
    assert (plain["A2"].value, plain["A2"].hyperlink) == (str(link), None)


def test_links_end_before_a_sheet_has_too_many() -> None:
    link = Cell("a.xlsx", "S", "A1")
    rows = (row("plain", x=Entry(link=link)),) * (workbook.LINKS + 1)
    data = workbook.write([sheet(Table((Column("x", "Sel"),), rows), traced=False)], properties={}, links="..")
    page = zipfile.ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert page.count("<hyperlink ") == workbook.LINKS
    assert f'<c r="A{workbook.LINKS + 2}" s="' in page


def test_a_note_is_a_hidden_comment() -> None:
    cell = one_column("rupiah", [Entry(5, note="Tertulis 5, jumlah rinciannya 6.")])["A1"]
    assert (cell.comment.text, cell.comment.author) == ("Tertulis 5, jumlah rinciannya 6.", "pipeline")


def test_a_span_joins_cells_downwards_and_keeps_the_borders() -> None:
    columns = (Column("goal", "Sasaran", "text", 12), Column("target", "Target", "center", 8))
    rows = (
        row("plain", goal=Entry(LONG, span=2), target=Entry("a")),
        row("plain", target=Entry("b")),
        row("plain", goal=Entry("lain", span=9), target=Entry("c")),
    )
    page = opened(sheet(Table(columns, rows), traced=False)).worksheets[0]
    assert [str(area) for area in page.merged_cells.ranges] == ["A2:A3"]
    assert (page["A2"].value, page["A3"].border.bottom.style, page["A4"].value) == (LONG, "thin", "lain")
    height = page.row_dimensions[2].height + page.row_dimensions[3].height
    assert height * 96 / 72 == pytest.approx(layout.text_height(LONG, 12 * 7 + 5, {}), abs=2)


def test_a_row_is_as_high_as_its_text_and_a_column_as_wide_as_its_figures() -> None:
    columns = (Column("name", "Uraian", "text", 20), Column("sum", "Pertanggungjawaban", "rupiah", 4))
    rows = (row("plain", name=Entry(LONG), sum=Entry(1)), row("total", name=Entry("Jumlah"), sum=Entry(10**18)))
    page = opened(sheet(Table(columns, rows), traced=False)).worksheets[0]
    assert page.row_dimensions[2].height == pytest.approx(layout.text_height(LONG, 145, {}) * 0.75, abs=0.5)
    assert page.column_dimensions["A"].width == pytest.approx(20.7, abs=0.1)
    assert page.column_dimensions["B"].width > len("1,000,000,000,000,000,000") * 0.9


def test_the_sources_of_a_row_stand_beside_the_print_area() -> None:
    page = opened(sheet(budget_table(), titles=("JUDUL",))).worksheets[0]
    assert (page["G3"].value, page["G4"].value) == (
        "Sumber",
        "DPPA 2017.xlsx!DPPA 2.2!E300, F300; Realisasi.xlsx!Realisasi!D200",
    )
    assert page["G8"].value is None
    assert page.print_area == "'Anggaran'!$A$1:$E$8"


@pytest.mark.parametrize(("landscape", "orientation"), [(True, "landscape"), (False, "portrait")])
def test_a_sheet_is_ready_to_print(landscape: bool, orientation: str) -> None:
    page = opened(
        sheet(budget_table(), titles=("A",), landscape=landscape), properties={"title": "R&D 2017"}
    ).worksheets[0]
    assert (page.page_setup.orientation or "portrait", int(page.page_setup.paperSize)) == (orientation, 9)
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    assert (page.print_title_rows, page.freeze_panes) == ("$3:$3", "A4")
    assert (page.oddFooter.left.text.strip(), page.oddFooter.right.text.strip()) == ("R&&D 2017", "halaman &P dari &N")
    assert page.sheet_view.showGridLines is False


def test_a_sheet_of_several_tables_repeats_no_heading() -> None:
    page = opened(sheet(budget_table(), budget_table())).worksheets[0]
    assert (page.print_title_rows, page.freeze_panes) == (None, None)


def long_table(rows: int, **options: Any) -> Table:
    columns = (Column("no", "No", "center", 5), Column("text", "Temuan", "text", 40))
    return Table(columns, tuple(row("plain", no=Entry(Decimal(1)), text=Entry(LONG)) for _ in range(rows)), **options)


@pytest.mark.parametrize(("rows", "repeated"), [(3, None), (60, "$3:$3")])
def test_a_table_on_pages_of_its_own_leaves_the_headings_of_the_first_one(rows: int, repeated: str | None) -> None:
    second = budget_table(own_page=True, title="Lain")
    page = opened(sheet(long_table(rows, filtered=True), second, titles=("A",), traced=False)).worksheets[0]
    assert [page_break.id for page_break in page.row_breaks.brk] == [rows + 5]
    assert page.cell(rows + 6, 1).value == "Lain"
    assert (page.print_title_rows, page.freeze_panes, page.auto_filter.ref) == (repeated, "A4", f"A3:B{rows + 3}")


def test_columns_that_are_not_printed_stand_right_of_the_print() -> None:
    columns = (Column("no", "No", "center", 5), Column("name", "Nama"), Column("link", "Sel 1", printed=False))
    entries = {"no": Entry(Decimal(1)), "name": Entry("Lomba"), "link": Entry(link=Cell("DPA.xlsx", "DPA", "C2"))}
    table = Table(columns, (Row("plain", entries),), filtered=True)
    page = opened(sheet(table, titles=("JUDUL",), traced=False), links="../input").worksheets[0]
    assert page.print_area == "'Anggaran'!$A$1:$B$4"
    assert [str(area) for area in page.merged_cells.ranges] == ["A1:B1"]
    assert (page["C3"].value, page["C4"].value, page["C4"].hyperlink.location) == (
        "Sel 1",
        "DPA.xlsx!DPA!C2",
        "'DPA'!C2",
    )
    assert (page.auto_filter.ref, page.freeze_panes) == ("A3:B4", "B4")


def test_a_joined_column_gives_its_room_to_the_one_before_it() -> None:
    columns = (
        Column("rule", "Aturan", width=20),
        Column("wide", "", width=10, joined=True),
        Column("state", "Keadaan"),
    )
    rows = (row("plain", rule=Entry("Setiap rumus punya nilai"), state=Entry("diperiksa")),)
    page = opened(sheet(Table(columns, rows), traced=False)).worksheets[0]
    assert sorted(str(area) for area in page.merged_cells.ranges) == ["A1:B1", "A2:B2"]
    assert [cell.value for cell in page[2]] == ["Setiap rumus punya nilai", None, "diperiksa"]
    assert page.row_dimensions[2].height == pytest.approx((styles.LINE + 3) * 0.75, abs=0.5)


def test_a_figure_with_a_link_stays_a_figure() -> None:
    entry = Entry(Decimal(7), link=Cell("DPA.xlsx", "DPA", "C2"))
    table = Table((Column("no", "No", "center", 5),), (row("plain", no=entry),))
    cell = opened(sheet(table, traced=False), links="../input").worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink.location) == (7, "n", "'DPA'!C2")


def test_filter_buttons_stand_on_the_headings() -> None:
    page = opened(sheet(budget_table(filtered=True), titles=("A",))).worksheets[0]
    assert page.auto_filter.ref == "A3:E8"


def test_a_list_without_headings_begins_with_its_first_row() -> None:
    page = opened(sheet(budget_table(heading=False))).worksheets[0]
    assert (page["B1"].value, page.freeze_panes) == ("Program Pelayanan", None)


def test_the_workbook_says_whose_report_it_is() -> None:
    book = opened(sheet(budget_table()), properties={"title": "LKjIP 2017", "author": "Setwan", "kind": "audit"})
    assert (book.properties.title, book.properties.creator) == ("LKjIP 2017", "Setwan")
    assert book.custom_doc_props[OWN_PROPERTY].value == "audit"
    assert opened(sheet(budget_table())).custom_doc_props[OWN_PROPERTY].value == "LKjIP"
    assert opened(sheet(budget_table(), name="A"), sheet(budget_table(), name="B")).active.title == "A"


def test_the_same_values_give_the_same_bytes() -> None:
    chart = Chart("column", "Anggaran", "Anggaran", "name", ("budget",), (0, 2))
    pages = [sheet(budget_table(notes=("catatan",)), charts=(chart,))]
    first = workbook.write(pages, properties={"title": "A"}, links="..")
    assert workbook.write(pages, properties={"title": "A"}, links="..") == first
    assert b"2000-01-01" in zipfile.ZipFile(BytesIO(first)).read("docProps/core.xml")
