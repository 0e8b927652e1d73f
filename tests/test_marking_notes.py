"""The notes of a marked copy, beside those that a person wrote."""

from __future__ import annotations

import re
from typing import Any

import openpyxl
from marked_copies import ERROR, copied, fills, listed, mark, notes, opened, parts, plain, saved, written
from openpyxl.comments import Comment


def test_notes_of_a_person_stay_and_ours_stand_behind_them() -> None:
    def fill(book: Any, paper: Any) -> None:
        plain(book, paper)
        paper.write_comment("B2", "Cek lagi", {"author": "Sari"})
        paper.write_comment("B4", "Sudah benar", {"author": "Budi"})

    data = written(fill)
    copy = copied(data, mark("B2"), mark("B3"))
    assert notes(copy)["B2"].startswith("Cek lagi\n\nTemuan 1 (galat)")
    assert notes(copy)["B3"].startswith("Temuan 2 (galat)")
    assert notes(copy)["B4"] == "Sudah benar"
    assert opened(copy)["DPA"]["B2"].comment.author == "Sari"
    drawing = parts(copy)["xl/drawings/vmlDrawing1.vml"]
    before = parts(data)["xl/drawings/vmlDrawing1.vml"]
    shape = drawing[len(before) - len(b"</xml>") + len(b",2") : -len(b"</xml>")]
    assert drawing.replace(shape, b"").replace(b'data="1,2"', b'data="1"') == before
    assert shape.count(b"<x:Row>2</x:Row>") == shape.count(b"<v:shape ") == 1
    ids = re.findall(rb'id="_x0000_s(\d+)"', drawing)
    assert len(ids) == len(set(ids)) == 3


def test_a_plain_note_and_one_saved_by_openpyxl_are_extended() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book["DPA"]["A1"].comment = Comment("Periksa", "Sari")

    copy = copied(saved(fill), mark("A1"), mark("A2"))
    assert notes(copy)["A1"].startswith("Periksa\n\nTemuan 1")
    assert notes(copy)["A2"].startswith("Temuan 2")
    comments = next(text for name, text in parts(copy).items() if "comment" in name and name.endswith(".xml"))
    assert b"<t>Periksa</t>" not in re.sub(rb"<r>.*?</r>", b"", comments, flags=re.DOTALL)


def test_a_conversation_is_left_alone_and_the_list_says_so() -> None:
    def fill(book: Any, paper: Any) -> None:
        plain(book, paper)
        paper.write_comment("B2", "[Threaded comment]", {"author": "tc={0A}"})

    copy = copied(written(fill), mark("B2"), mark("B3"))
    assert notes(copy)["B2"] == "[Threaded comment]"
    assert fills(copy) == {"B2": ERROR, "B3": ERROR}
    assert str(listed(copy)[0][3]).endswith("Sel pertama sudah memuat percakapan, sehingga catatan hanya ada di sini.")


def test_balloons_of_other_sheets_and_buttons_keep_their_numbers() -> None:
    def fill(book: Any, paper: Any) -> None:
        plain(book, paper)
        paper.insert_button("D2", {"caption": "Hitung"})
        book.add_worksheet("Lain").write_comment("A1", "x")

    copy = copied(written(fill), mark("B2"), mark("A1", sheet="Lain"), mark("A2", sheet="Lain"))
    drawings = [text for name, text in parts(copy).items() if name.endswith(".vml")]
    assert [re.findall(rb'idmap [^>]*data="([\d,]+)"', text) for text in drawings] == [[b"1,3"], [b"2,4"]]
    assert b'ObjectType="Button"' in drawings[0]
    assert set(notes(copy)) == {"B2"}
    assert set(notes(copy, "Lain")) == {"A1", "A2"}
