"""The cells of a marked copy: only their looks change, and missing ones are made."""

from __future__ import annotations

import re
from typing import Any

import pytest
from marked_copies import ERROR, PALE_ERROR, changed, copied, fills, mark, notes, opened, parts, plain, written, zipped

from pipeline import marking
from pipeline.marking import marked
from pipeline.model import Problem

CELLS = [
    # rows of the sheet, the mark -> rows afterwards, without the numbers of looks
    ('<row r="2"><c r="B2"><v>1</v></c></row>', "B2", '<row r="2"><c s r="B2"><v>1</v></c></row>'),
    ("<row r='2'><c r='B2' s='0' t='s' cm='1'/></row>", "B2", "<row r='2'><c r='B2' s t='s' cm='1'/></row>"),
    ("<row><c><v>1</v></c><c><v>2</v></c></row>", "B1", "<row><c><v>1</v></c><c s><v>2</v></c></row>"),
    ("", "B2", '<row r="2"><c r="B2" s/></row>'),
    ('<row r="1"/><row r="4"/>', "B2", '<row r="1"/><row r="2"><c r="B2" s/></row><row r="4"/>'),
    ('<row r="1"/>', "B2:B3", '<row r="1"/><row r="2"><c r="B2" s/></row><row r="3"><c r="B3" s/></row>'),
    ('<row r="2" ht="20"/>', "B2", '<row r="2" ht="20"><c r="B2" s/></row>'),
    ('<row r="2" spans="1:1"><c r="A2"/></row>', "B2", '<row r="2"><c r="A2"/><c r="B2" s/></row>'),
    ('<row r="2"><c r="D2"/></row>', "A2:C2", '<row r="2"><c r="A2" s/><c r="B2" s/><c r="C2" s/><c r="D2"/></row>'),
    (
        '<row r="2"><c r="B2"><f t="shared" ref="B2:B9" si="0">A2&gt;1</f><v>1</v></c></row>',
        "B2",
        '<row r="2"><c s r="B2"><f t="shared" ref="B2:B9" si="0">A2&gt;1</f><v>1</v></c></row>',
    ),
]


@pytest.mark.parametrize(("rows", "ref", "expected"), CELLS)
@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_cells(rows: str, ref: str, expected: str, prefix: str, encoding: str) -> None:
    def dressed(text: str) -> str:
        return re.sub(r"<(/?)(?=\w)", rf"<\1{prefix}", text)

    space = f'xmlns{":x" if prefix else ""}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    root, sheet = f"<{prefix}worksheet {space}>", dressed(f"<sheetData>{rows}</sheetData>")
    declared = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    xml = f'<?xml version="1.0" encoding="{declared}"?>{root}{sheet}</{prefix}worksheet>'
    copy = copied(changed(written(plain), sheet1=xml.encode(encoding)), mark(ref))
    after = parts(copy)["xl/worksheets/sheet1.xml"].decode("utf-8-sig")
    found = re.sub(r"""\ss=["']\d+["']""", " s", after[after.index(f"<{prefix}sheetData") :])
    assert found.startswith(dressed(f"<sheetData>{expected}</sheetData>"))
    assert set(fills(copy).values()) == {ERROR}


@pytest.mark.parametrize(
    "rows", ['<row r="3"/><row r="2"/>', '<row r="2"><c r="C2"/><c r="B2"/></row>', '<row r="x"/>']
)
def test_a_sheet_whose_rows_are_not_in_order_gives_no_copy(rows: str) -> None:
    xml = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>'
    data = changed(written(plain), sheet1=f"{xml}</worksheet>".encode())
    assert marked("DPA.xlsx", data, [mark("B2")]) == Problem("damaged")
    assert marking.copy("DPA.xlsx", data, [mark("B2")]) is None


def test_an_empty_cell_keeps_the_look_of_its_row_or_column() -> None:
    def fill(book: Any, paper: Any) -> None:
        paper.set_column("B:B", 20, book.add_format({"num_format": "0.00"}))
        paper.set_row(2, 15, book.add_format({"bold": True}))
        paper.write("A2", "x")

    paper = opened(copied(written(fill), mark("B2", "B3", "B9")))["DPA"]
    assert [paper[ref].number_format for ref in ("B2", "B3", "B9")] == ["0.00", "General", "0.00"]
    assert [paper[ref].font.bold for ref in ("B2", "B3", "B9")] == [False, True, False]


def test_a_cell_keeps_all_of_its_look_but_the_fill() -> None:
    def fill(book: Any, paper: Any) -> None:
        look = {"num_format": "#,##0.00", "bold": True, "border": 2, "align": "center", "locked": False, "indent": 2}
        paper.write("A1", 1, book.add_format({**look, "bg_color": "#00FF00"}))
        paper.write("A2", 1, book.add_format({**look, "bg_color": "#00FF00"}))

    paper = opened(copied(written(fill), mark("A1")))["DPA"]
    for part in ("number_format", "font", "border", "alignment", "protection"):
        assert repr(getattr(paper["A1"], part)) == repr(getattr(paper["A2"], part))
    assert [paper[ref].fill.fgColor.rgb for ref in ("A1", "A2")] == [ERROR, "FF00FF00"]


def test_inside_a_merged_area_the_first_cell_is_marked() -> None:
    def fill(book: Any, paper: Any) -> None:
        paper.merge_range("B2:C3", "Jumlah", book.add_format())
        paper.merge_range("E1:E3", "x", book.add_format())

    copy = copied(written(fill), mark("C3", "E2:E4"))
    assert fills(copy) == {"B2": ERROR, "E1": PALE_ERROR, "E4": PALE_ERROR}
    assert list(notes(copy)) == ["B2"]


@pytest.mark.parametrize(
    "styles",
    [
        b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dxfs count="0"/></styleSheet>',
        b'<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:fills count="1">'
        b'<x:fill><x:patternFill patternType="none"/></x:fill></x:fills><x:cellXfs><x:xf numFmtId="0" fontId="0"/>'
        b"</x:cellXfs></x:styleSheet>",
    ],
    ids=["no looks", "one fill"],
)
def test_a_workbook_whose_styles_lack_what_excel_takes_for_granted(styles: bytes) -> None:
    copy = copied(changed(written(plain), styles=styles), mark("B2"))
    made = parts(copy)["xl/styles.xml"]
    assert re.findall(rb'patternType="(\w+)"', made)[:3] == [b"none", b"gray125", b"solid"]
    named = [name.decode() for name in re.findall(rb"<(?:x:)?(\w+) count=", made)]
    assert named[:4] == ["fonts", "fills", "borders", "cellXfs"]
    assert fills(copy) == {"B2": ERROR}


def test_a_workbook_without_styles_gets_them() -> None:
    without = {name: text for name, text in parts(written(plain)).items() if name != "xl/styles.xml"}
    for name, element in (("[Content_Types].xml", rb"Override"), ("xl/_rels/workbook.xml.rels", rb"Relationship")):
        without[name] = re.sub(rb"<%b [^>]*styles[^>]*/>" % element, b"", without[name])
    assert fills(copied(zipped(without), mark("B2"))) == {"B2": ERROR}
