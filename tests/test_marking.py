"""The marked copy of a person's workbook: what is shown in it, and that all else stays as it is."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from marked_copies import (
    ERROR,
    PALE_ERROR,
    PALE_WARNING,
    WARNING,
    changed,
    copied,
    fills,
    links,
    listed,
    mark,
    notes,
    opened,
    parts,
    plain,
    read,
    written,
    zipped,
)

from pipeline.marking import Mark, marked
from pipeline.model import Problem


def test_the_checked_cell_is_coloured_and_explained_and_the_others_are_pale() -> None:
    copy = copied(written(plain), mark("B2", "B3:B4"))
    assert fills(copy) == {"B2": ERROR, "B3": PALE_ERROR, "B4": PALE_ERROR}
    assert notes(copy) == {
        "B2": "Temuan 1 (galat): Jumlah sama dengan rinciannya\nTertulis 90, rinciannya 100. Perbaiki sel itu."
    }
    (row,) = listed(copy)
    assert row[:4] == [1, "galat", "Jumlah sama dengan rinciannya", "Tertulis 90, rinciannya 100. Perbaiki sel itu."]
    assert row[4:] == ["DPA!B2", "DPA!B3:B4"]
    assert links(copy, "PERIKSA") == ["'DPA'!B2", "'DPA'!B3:B4"]


def test_several_findings_at_one_cell_give_the_worst_colour_and_one_note() -> None:
    copy = copied(
        written(plain),
        mark("B2", "B3", severity="warning"),
        mark("B3", severity="note"),
        mark("B2", "B4", severity="note", note="Diterima: sesuai berita acara"),
        mark("B3", "B4", severity="warning"),
    )
    assert fills(copy) == {"B2": WARNING, "B3": WARNING, "B4": PALE_WARNING}
    first, second = notes(copy)["B2"].split("\n\n")
    assert first.startswith("Temuan 1 (peringatan): ")
    assert second.startswith("Temuan 3 (catatan): ")
    assert second.endswith("\nDiterima: sesuai berita acara")


def test_only_the_parts_that_show_something_change() -> None:
    def fill(book: Any, paper: Any) -> None:
        plain(book, paper)
        other = book.add_worksheet("Grafik")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=DPA!$B$2:$B$4"})
        other.insert_chart("B2", chart)
        paper.data_validation("B2:B4", {"validate": "integer", "criteria": ">", "value": 0})
        paper.conditional_format("B2:B4", {"type": "cell", "criteria": "<", "value": 0, "format": book.add_format()})
        paper.set_landscape()
        paper.set_footer("&Lcetakan")
        paper.repeat_rows(0)
        other.repeat_rows(2)
        paper.protect("rahasia")

    data = written(fill)
    before, after = parts(data), parts(copied(data, mark("B2")))
    assert sorted(name for name in before if after[name] != before[name]) == [
        *("[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"),
        "xl/worksheets/sheet1.xml",
    ]
    assert list(after)[: len(before)] == list(before)
    unpainted = re.sub(rb'<legacyDrawing [^>]*/>|<c s="\d+" r="B2"', b"", after["xl/worksheets/sheet1.xml"])
    assert unpainted == re.sub(rb'<c r="B2"| tabSelected="1"', b"", before["xl/worksheets/sheet1.xml"])
    names = re.findall(rb"<definedName [^>]*>[^<]*", after["xl/workbook.xml"])
    assert names == [
        b'<definedName name="_xlnm.Print_Titles" localSheetId="1">DPA!$1:$1',
        b'<definedName name="_xlnm.Print_Titles" localSheetId="2">Grafik!$3:$3',
        b'<definedName name="_xlnm.Print_Titles" localSheetId="0">\'PERIKSA\'!$4:$4',
    ]


def test_the_copy_opens_at_the_list_and_no_other_sheet_is_selected_with_it() -> None:
    def fill(book: Any, paper: Any) -> None:
        for title in ("B", "C"):
            book.add_worksheet(title).activate()
        book.worksheets()[1].select()
        book.worksheets()[2].set_first_sheet()

    book = opened(copied(written(fill), mark("B2")))
    assert book.active is book["PERIKSA"]
    assert book.sheetnames == ["PERIKSA", "DPA", "B", "C"]
    assert [bool(paper.sheet_view.tabSelected) for paper in book.worksheets] == [True, False, False, False]
    assert book.views[0].firstSheet == 0


# --- the list


def test_findings_without_a_cell_and_on_hidden_sheets_stand_in_the_list_only() -> None:
    def fill(book: Any, paper: Any) -> None:
        plain(book, paper)
        book.add_worksheet("Isi 'A' B").hide()
        book.add_worksheet("PERIKSA")

    marks = [mark(None, sheet=None), mark(None), mark("B2", sheet="Isi 'A' B"), mark("B2", sheet="PERIKSA")]
    copy = copied(written(fill), *marks, mark("A1", sheet="tidak ada"))
    assert [row[4] for row in listed(copy, "PERIKSA 2")] == [
        *("seluruh berkas", "DPA (seluruh lembar)", "Isi 'A' B!B2 (tersembunyi)", "PERIKSA!B2", "tidak ada!A1"),
    ]
    assert links(copy, "PERIKSA 2") == ["'DPA'!A1", "'PERIKSA'!B2"]
    assert opened(copy)["Isi 'A' B"].sheet_state == "hidden"
    assert fills(copy, "Isi 'A' B") == {"B2": ERROR}


UNDERLINE = "_x005F_"
"""How an underline is written that Excel would take for the beginning of a sign; openpyxl leaves it so."""


def test_text_of_any_kind_stays_text() -> None:
    odd = Mark("note", "=1+1", "+2 <b>&\x00\x0b _x0041_ \ud800é\r\n@SUM", (("DPA", "B2"),))
    copy = copied(written(plain), odd)
    assert listed(copy)[0][2:4] == ["=1+1", f"+2 <b>& {UNDERLINE}x0041_ é\n@SUM"]
    assert f"+2 <b>& {UNDERLINE}x0041_ é\n@SUM" in notes(copy)["B2"]


def test_a_finding_with_many_cells() -> None:
    copy = copied(written(plain), mark(*(f"A{row}" for row in range(1, 41))))
    assert len(fills(copy)) == 40
    assert str(listed(copy)[0][3]).endswith("\nMasih ada 36 bagian lain yang diwarnai pucat.")
    assert listed(copy)[0][4:] == ["DPA!A1", "DPA!A2", "DPA!A3", "DPA!A4"]


# --- what the copy is


def test_the_copy_is_recognised_as_ours_and_holds_the_same_values(tmp_path: Path) -> None:
    def fill(book: Any, paper: Any) -> None:
        plain(book, paper)
        paper.write_formula("B5", "=SUM(B2:B4)", None, 190)
        book.set_custom_property("Bidang", "Umum", "text")

    data = written(fill)
    before, after = read(tmp_path, data), read(tmp_path, copied(data, mark("B2", "F9")))
    assert not before.ours
    assert after.ours
    assert after.problem is None
    (list_, grid), (original,) = after.grids, before.grids
    assert list_.sheet == "PERIKSA"
    assert grid.cells == original.cells
    custom = parts(copied(data, mark("B2")))["docProps/custom.xml"]
    assert re.findall(rb'pid="(\d+)" name="([^"]*)"', custom) == [(b"2", b"Bidang"), (b"3", b"lkjip-pipeline")]


def test_the_same_file_and_marks_give_the_same_bytes() -> None:
    data = written(plain)
    assert copied(data, mark("B2"), mark("B3")) == copied(data, mark("B2"), mark("B3"))


def test_macros_stay() -> None:
    project = BytesIO(b"macros")

    def fill(book: Any, paper: Any) -> None:
        plain(book, paper)
        book.add_vba_project(project, is_stream=True)

    data = written(fill)
    after = parts(copied(data, mark("B2"), name="DPA.xlsm"))
    assert after["xl/vbaProject.bin"] == b"macros"
    assert b"ms-excel.sheet.macroEnabled.main+xml" in after["[Content_Types].xml"]


def strict(data: bytes) -> bytes:
    """The workbook in the Strict form of the standard."""
    spaces = [
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (b"http://schemas.openxmlformats.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument"),
    ]
    content = parts(data)
    for old, new in spaces:
        content = {name: text.replace(old, new) for name, text in content.items()}
    return zipped(content)


def test_a_strict_workbook_stays_strict(tmp_path: Path) -> None:
    copy = copied(strict(written(plain)), mark("B2"))
    assert [name for name, text in parts(copy).items() if b"schemas.openxmlformats.org/officeDocument" in text] == []
    assert read(tmp_path, copy).ours


def test_a_workbook_that_declares_names_where_it_needs_them() -> None:
    def bare(text: bytes) -> bytes:
        space = b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        root, rest = text.replace(space, b"", 1).split(b"<sheets>")
        return root + b"<sheets>" + rest.replace(b" r:id=", space.replace(b":r=", b":d=") + b" d:id=")

    copy = copied(
        changed(written(plain), workbook=lambda text: bare(text) if b"<sheets>" in text else text), mark("B2")
    )
    assert opened(copy).sheetnames == ["PERIKSA", "DPA"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty_file"),
        (b"bukan buku kerja", "text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rusak", "damaged"),
        (b"PK\x03\x04rusak", "damaged"),
        (written(plain)[:4000], "damaged"),
        (changed(written(plain), sheet1=b"<worksheet"), "damaged"),
        (changed(written(plain), workbook=b"<workbook/>"), "damaged"),
    ],
)
def test_what_gives_no_copy(data: bytes, reason: str) -> None:
    assert marked("DPA.xlsx", data, [mark("B2")]) == Problem(reason)


def test_a_workbook_that_several_people_edit_at_once_gives_no_copy() -> None:
    data = zipped(parts(written(plain)) | {"xl/revisions/revisionHeaders.xml": b"<headers/>"})
    assert marked("DPA.xlsx", data, [mark("B2")]) == Problem("shared")


def test_a_signed_workbook_says_that_its_signature_does_not_hold() -> None:
    data = zipped(parts(written(plain)) | {"_xmlsignatures/sig1.xml": b"<Signature/>"})
    assert "Tanda tangan digital" in str(opened(copied(data, mark("B2")))["PERIKSA"]["A3"].value)
