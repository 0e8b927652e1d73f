"""Raw cells of foreign workbooks: values, facts of cells, and what keeps a file shut."""

import datetime
import io
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped, unused-ignore]  # it ships no types
from openpyxl.styles import Font
from openpyxl.worksheet.formula import ArrayFormula

from pipeline import grids, ooxml
from pipeline.model import OWN_PROPERTY, Grid, Problem, Raw, Reading

ERROR = Problem("error_value")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read(path: Path) -> Reading:
    return grids.read(path, "a.xlsx")


def only(reading: Reading) -> Grid:
    assert reading.problem is None
    (grid,) = reading.grids
    return grid


def values(grid: Grid) -> dict[str | None, object]:
    return {grid.cell(*place).ref: raw.value for place, raw in grid.cells.items()}


def saved(tmp_path: Path, fill: Callable[[openpyxl.Workbook], object] = id) -> Path:
    """A workbook as openpyxl saves it: formulas have no stored value."""
    book = openpyxl.Workbook()
    fill(book)
    book.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def changed(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Rewrite the parts of a zip."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: change(name, archive.read(name)) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def sheet(tmp_path: Path, data: str) -> Path:
    """A workbook with one worksheet whose rows are written as XML."""
    text = f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>'

    def change(name: str, content: bytes) -> bytes:
        return text.encode() if name == "xl/worksheets/sheet1.xml" else content

    return changed(saved(tmp_path), change)


CELLS = [
    ('<c r="A1"><v>1.5</v></c>', Raw(1.5)),
    ('<c r="A1" t="b"><v>1</v></c>', Raw(True)),
    ('<c r="A1" t="inlineStr"><is><t>Uraian</t></is></c>', Raw("Uraian")),
    ('<c r="A1" t="inlineStr"><is><t> \u00a0 </t></is></c>', None),
    ('<c r="A1" t="inlineStr"><is><t></t></is></c>', None),
    ('<c r="A1" s="0"/>', None),
    ('<c r="A1" t="e"><v>#REF!</v></c>', Raw(ERROR)),
    ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', Raw(ERROR, formula="=1/0")),
    ("<c><v>7</v></c>", Raw(7.0)),  # without a reference, cells count on
    ('<c r="A1"><f>1+1</f><v>2</v></c>', Raw(2.0, formula="=1+1")),
    ('<c r="A1"><f>1+1</f><v/></c>', Raw(None, formula="=1+1", stored=False)),
    ('<c r="A1"><f>1+1</f></c>', Raw(None, formula="=1+1", stored=False)),
    ('<c r="A1" t="str"><f>""</f><v></v></c>', Raw("", formula='=""')),
    ('<c r="A1" t="str"><f>" "</f><v> </v></c>', Raw("", formula='=" "')),
    ('<c r="A1"><f t="dataTable" ref="A1:A2" r1="B1"/></c>', Raw(None, formula="=TABLE()", stored=False)),
]


@pytest.mark.parametrize(("cell", "raw"), CELLS)
def test_cell(tmp_path: Path, cell: str, raw: Raw | None) -> None:
    grid = only(read(sheet(tmp_path, f'<row r="1">{cell}</row>')))
    assert grid.cells == ({} if raw is None else {(1, 1): raw})


def test_facts_of_cells(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        page = book.worksheets[0]
        page["B2"] = "Jumlah"
        page["B2"].font = Font(bold=True)
        page["C2"], page["C2"].number_format = 0.7408, "0.00%"
        page["D2"], page["D2"].number_format = 5, '0" bulan"'
        page["E2"], page["E2"].number_format = datetime.date(2017, 12, 31), "dd/mm/yyyy"
        page["F2"] = "=SUM(C2:D2)"
        page["G2"] = ArrayFormula("G2:G2", "=SUM(C2:D2*2)")
        page.merge_cells("B4:D5")
        page["B4"] = "gabung"
        page.row_dimensions[7].hidden = True
        page.column_dimensions.group("H", "I", hidden=True)

    grid = only(read(saved(tmp_path, fill)))
    assert grid == Grid(
        "a.xlsx",
        "Sheet",
        {
            (2, 2): Raw("Jumlah", bold=True),
            (2, 3): Raw(0.7408, "0.00%"),
            (2, 4): Raw(5.0, '0" bulan"'),
            (2, 5): Raw(datetime.date(2017, 12, 31), "dd/mm/yyyy"),
            (2, 6): Raw(None, formula="=SUM(C2:D2)", stored=False),
            (2, 7): Raw(None, formula="=SUM(C2:D2*2)", stored=False),
            (4, 2): Raw("gabung"),
        },
        merges=((4, 2, 5, 4),),
        hidden_rows=frozenset({7}),
        hidden_columns=frozenset({8, 9}),
    )


def test_trailing_row_whose_formula_has_no_value_is_there(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="C9"><f>A1</f></c></row>'
    assert values(only(read(sheet(tmp_path, rows)))) == {"A1": 1, "C9": None}


def test_stray_cell_in_the_last_corner(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1"><f>A1</f></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    )
    grid = only(read(sheet(tmp_path, rows)))
    assert values(grid) == {"A1": 1, "B1": ERROR, "C1": None, "XFD1048576": 2}


def test_stray_cell_beside_very_many_cells_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grids, "LARGEST_LOAD", 1)
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    assert read(sheet(tmp_path, rows)) == Reading(problem=Problem("too_large"))


@pytest.mark.parametrize("limit", ["LARGEST_MEMBER", "LARGEST_TOTAL"])
def test_parts_that_declare_too_much_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(ooxml, limit, 100)
    assert read(saved(tmp_path)) == Reading(problem=Problem("too_large"))


def test_hidden_sheets_are_read_and_chart_sheets_are_not(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for title, hide in (("A & <B>", None), ("tersembunyi", "hide"), ("sangat", "very_hidden")):
            page = book.add_worksheet(title)
            page.write("A1", title)
            if hide:
                getattr(page, hide)()
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "='A & <B>'!$A$1:$A$2"})
        book.add_chartsheet("grafik").set_chart(chart)
    assert [(g.sheet, g.hidden, values(g)) for g in read(path).grids] == [
        ("A & <B>", False, {"A1": "A & <B>"}),
        ("tersembunyi", True, {"A1": "tersembunyi"}),
        ("sangat", True, {"A1": "sangat"}),
    ]


@pytest.mark.parametrize(("name", "ours"), [(OWN_PROPERTY, True), ("lain", False)])
def test_own_reports_are_recognised(tmp_path: Path, name: str, ours: bool) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet()
        book.set_custom_property(name, "1")
    assert read(path).ours is ours


def test_strict_workbook(tmp_path: Path) -> None:
    def strict(name: str, content: bytes) -> bytes:
        content = content.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        return re.sub(
            rb"http://schemas.openxmlformats.org/officeDocument/2006/",
            b"http://purl.oclc.org/ooxml/officeDocument/",
            content,
        )

    def fill(book: openpyxl.Workbook) -> None:
        page = book.worksheets[0]
        page["A1"], page["A2"], page["A1"].number_format = 0.5, "=A1", "0%"

    grid = only(read(changed(saved(tmp_path, fill), strict)))
    assert grid.cells == {(1, 1): Raw(0.5, "0%"), (2, 1): Raw(None, formula="=A1", stored=False)}


def test_one_broken_sheet_does_not_lose_the_others(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["A1"] = 1
        book.create_sheet("rusak")["A1"] = 2
        book.create_sheet("utuh")["A1"] = 3

    def cut(name: str, content: bytes) -> bytes:
        return content[:-30] if name == "xl/worksheets/sheet2.xml" else content

    reading = read(changed(saved(tmp_path, fill), cut))
    assert reading.problem == Problem("damaged")
    assert [(g.sheet, values(g)) for g in reading.grids] == [("Sheet", {"A1": 1}), ("utuh", {"A1": 3})]


def test_workbook_with_another_extension_is_read_by_its_content(tmp_path: Path) -> None:
    path = saved(tmp_path, lambda book: book.worksheets[0].append([5]))
    assert values(only(read(path.rename(tmp_path / "a.xls")))) == {"A1": 5}


def test_open_document(tmp_path: Path) -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0"'
        f' xmlns:text="{space}:text:1.0">'
        '<office:body><office:spreadsheet><table:table table:name="Lembar"><table:table-row><table:table-cell/>'
        '<table:table-cell office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    assert only(read(path)) == Grid("a.xlsx", "Lembar", {(1, 2): Raw(12.0)})


def workbook() -> bytes:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


def zipped(name: str, content: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def ole(name: str, stream: bytes) -> bytes:
    """An OLE file with one stream of 4096 bytes: chains, directory, stream."""

    def entry(text: str, kind: int, child: int, start: int, size: int) -> bytes:
        letters = text.encode("utf-16-le")
        head = struct.pack("<64sHBB3i", letters, len(letters) + 2 if text else 0, kind, 1, -1, -1, child)
        return head + bytes(36) + struct.pack("<iq", start, size)

    directory = entry("Root Entry", 5, 1, -2, 0) + entry(name, 2, -1, 2, 4096) + entry("", 0, -1, 0, 0) * 2
    chains = struct.pack("<128i", -3, -2, *range(3, 10), -2, *[-1] * 118)
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header = struct.pack("<8s16x5H6x9i", magic, 62, 3, 65534, 9, 6, 0, 1, 1, 0, 4096, -2, 0, -2, 0)
    return header + struct.pack("<109i", 0, *[-1] * 108) + chains + directory + stream.ljust(4096, b"\0")


PROTECTED = struct.pack("<2H16s", 0x809, 16, struct.pack("<4H", 0x600, 5, 0, 0)) + struct.pack("<2H6s", 0x2F, 6, b"\1")


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("a.xlsx", b"", "empty_file"),
        ("a.xlsx", b"Kode\tUraian\n", "text"),
        ("a.xlsx", ole("EncryptedPackage", b""), "encrypted"),
        ("a.xls", ole("Workbook", PROTECTED), "encrypted"),
        ("a.xls", b"<html><table>", "html"),
        ("a.xls", b"MIME-Version: 1.0\n\n<table>", "mhtml"),
        ("a.csv", b"a;b\n1;2\n", "csv"),
        ("a.xlsx", b"%PDF-1.7", "pdf"),
        ("a.xlsx", b"{\\rtf1", "word"),
        ("a.xlsx", b"GIF89a", "image"),
        ("a.xlsx", zipped("a.txt", "a"), "damaged"),
        ("a.xlsx", zipped("xl/workbook.xml", "<workbook"), "damaged"),
        ("a.xlsx", zipped("xl/workbook.xml", f'<workbook xmlns="{MAIN}"/>'), "damaged"),  # no sheet in it
        ("a.xlsx", workbook()[:3000], "damaged"),
        ("a.xlsx", bytes(500), "damaged"),
        ("a.xls", ole("Workbook", b"\xff" * 4096), "damaged"),
        ("a.xlsb", zipped("xl/workbook.bin", "x"), "damaged"),
    ],
)
def test_file_that_stays_shut(tmp_path: Path, file: str, content: bytes, reason: str) -> None:
    path = tmp_path / file
    path.write_bytes(content)
    assert read(path) == Reading(problem=Problem(reason))
    assert path.read_bytes() == content
