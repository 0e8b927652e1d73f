"""What Excel insists on: each element and each part at its place. LibreOffice opens the copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import recalculation
from marked_copies import copied, mark, parts, plain, written

from pipeline.marking import Mark

SHEET_ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
    *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
    *("phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors"),
    *("smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls"),
    *("webPublishItems", "tableParts", "extLst"),
)


def everything(book: Any, paper: Any) -> None:
    """A sheet that uses most of what may stand behind its cells."""
    plain(book, paper)
    paper.autofilter("A1:B4")
    paper.merge_range("D1:E1", "x", book.add_format())
    paper.conditional_format("B2:B4", {"type": "data_bar"})
    paper.data_validation("B2:B4", {"validate": "list", "source": ["a", "b"]})
    paper.write_url("A6", "internal:DPA!A1")
    paper.set_h_pagebreaks([20])
    paper.ignore_errors({"number_stored_as_text": "A1:B9"})
    paper.add_sparkline("F2", {"range": "DPA!B2:B4"})
    paper.add_table("H1:I3")
    paper.set_footer("&L&G", {"image_left": "titik.png", "image_data_left": BytesIO(PIXEL)})
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=DPA!$B$2:$B$4"})
    paper.insert_chart("D5", chart)
    book.define_name("Pagu", "=DPA!$B$2")
    book.add_chartsheet("Bagan").set_chart(book.add_chart({"type": "pie"}))
    book.get_worksheet_by_name("Bagan").chart.add_series({"values": "=DPA!$B$2:$B$4"})


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c6360000002000001"
    "e221bc330000000049454e44ae426082".replace(" ", "")
)


def local_names(xml: bytes, depth: int) -> list[str]:
    """The names of the elements at a depth, in their order."""
    found, level = [], 0
    for closing, name, empty in re.findall(rb"<(/?)(?:[\w-]+:)?(\w+)[^<>]*?(/?)>", xml[xml.index(b"?>") :]):
        if closing:
            level -= 1
            continue
        if level == depth:
            found.append(name.decode())
        level += not empty
    return found


@pytest.mark.parametrize("marks", [[mark("B2")], [mark("B2"), mark("B9", sheet="DPA"), mark(None, sheet="Bagan")]])
def test_excel_finds_every_element_and_every_part_at_its_place(marks: Sequence[Mark]) -> None:
    made = parts(copied(written(everything), *marks))
    for name, text in made.items():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            places = [SHEET_ORDER.index(child) for child in local_names(text, 1)]
            assert places == sorted(places), name
    types = made["[Content_Types].xml"].decode()
    overrides = re.findall(r'PartName="/([^"]+)"', types)
    assert len(overrides) == len(set(overrides))
    assert set(overrides) <= set(made)
    extensions = set(re.findall(r'Extension="([^"]+)"', types))
    assert [name for name in made if name not in overrides and name.rpartition(".")[2] not in extensions] == []
    for name, text in made.items():
        if name.endswith(".rels"):
            ids = re.findall(rb'Id="([^"]+)"', text)
            assert len(ids) == len(set(ids))
            owner = Path(name).parent.parent
            for target in re.findall(r'Target="([^"]+)"', text.decode()):
                path = Path(target[1:]) if target.startswith("/") else (Path("/") / owner / target).resolve()
                assert path.as_posix().lstrip("/") in made
    book = made["xl/workbook.xml"]
    for key in (rb'sheetId="(\d+)"', rb"""[\w]+:id="([^"]+)\"""", rb'<sheet name="([^"]+)"'):
        found = re.findall(key, book)
        assert len(found) == len(set(found)) == 3
    styles = made["xl/styles.xml"]
    for collection, child in (("fonts", "font"), ("fills", "fill"), ("borders", "border"), ("cellXfs", "xf")):
        whole = re.search(rb'<%b count="(\d+)".*?</%b>' % (collection.encode(), collection.encode()), styles, re.DOTALL)
        assert whole
        assert len(re.findall(rb"<%b[ />]" % child.encode(), whole.group())) == int(whole.group(1)), collection


@recalculation.needs_libreoffice
def test_libreoffice_opens_the_copy_and_computes_the_same(tmp_path: Path) -> None:
    path = tmp_path / "DPA.xlsx"
    path.write_bytes(copied(written(everything), mark("B2", "B3:B4"), mark("H2", severity="note")))
    found = recalculation.recalculated(path)
    assert found["PERIKSA", "C5"] == "Jumlah sama dengan rinciannya"
    assert found["DPA", "B2"] == 90
