"""What the XML of a worksheet tells of its cells, and the XML of the styles of their look."""

from __future__ import annotations

from io import BytesIO
from xml.parsers import expat

import pytest

from pipeline import survey
from pipeline.survey import Fact, Survey

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def surveyed(rows: str, *, before: str = "", after: str = "") -> Survey:
    text = f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    return survey.read_worksheet(BytesIO(text.encode()))


@pytest.mark.parametrize(
    ("cell", "fact"),
    [
        ('<c r="A1"><v>1.5</v></c>', Fact(0, None, True, False)),
        ('<c r="A1" s="3"><v>1.5</v></c>', Fact(3, None, True, False)),
        ('<c r="A1" s="3"/>', None),
        ('<c r="A1"><v/></c>', None),
        ('<c r="A1" t="inlineStr"><is><t>Uraian</t></is></c>', Fact(0, None, True, False)),
        ('<c r="A1" t="e"><v>#REF!</v></c>', Fact(0, None, True, True)),
        ('<c r="A1" t="e"><f>1/0</f></c>', Fact(0, "=1/0", False, False)),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', Fact(0, "=1+1", True, False)),
        ('<c r="A1"><f>1+1</f><v/></c>', Fact(0, "=1+1", False, False)),
        ('<c r="A1" t="str"><f>""</f><v></v></c>', Fact(0, '=""', True, False)),
        ('<c r="A1"><f>A2&amp;"&lt;"</f><v>2</v></c>', Fact(0, '=A2&"<"', True, False)),
        ('<c r="A1"><f t="array" ref="A1">SUM(B1:B2*2)</f></c>', Fact(0, "=SUM(B1:B2*2)", False, False)),
        ('<c r="A1"><f t="dataTable" ref="A1:A2" r1="B1"/></c>', Fact(0, "=TABLE()", False, False)),
    ],
)
def test_a_cell_that_holds_something_has_its_facts(cell: str, fact: Fact | None) -> None:
    assert surveyed(f'<row r="1">{cell}</row>').facts == ({} if fact is None else {(1, 1): fact})


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ('<row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>1</v></c></row>', [(3, 2), (3, 27)]),
        ("<row><c><v>1</v></c><c/><c><v>1</v></c></row><row><c><v>1</v></c></row>", [(1, 1), (1, 3), (2, 1)]),
        ('<row r="4"><c r="C4"><v>1</v></c><c><v>1</v></c></row><row><c><v>1</v></c></row>', [(4, 3), (4, 4), (5, 1)]),
    ],
)
def test_cells_without_a_reference_count_on(rows: str, places: list[tuple[int, int]]) -> None:
    assert list(surveyed(rows).facts) == places


def test_tags_may_have_a_prefix_and_the_dimension_may_lie() -> None:
    rows = "".join(f'<x:row r="{n}"><x:c r="B{n}"><x:v>{n}</x:v></x:c></x:row>' for n in (3, 4, 5))
    text = f'<x:worksheet xmlns:x="{MAIN}"><x:dimension ref="A1"/><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    found = survey.read_worksheet(BytesIO(text.encode()))
    assert (list(found.facts), found.rectangle) == ([(3, 2), (4, 2), (5, 2)], 3)


@pytest.mark.parametrize(
    ("rows", "rectangle", "elements"),
    [
        ("", 0, 0),
        ('<row r="9"><c r="Z9" s="1"/></row>', 0, 1),
        ('<row r="2"><c r="B2"><v>1</v></c><c r="Z2" s="1"/></row><row r="4"><c r="D4"><v>1</v></c></row>', 9, 3),
        ('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><f>1</f></c></row>', 2**34, 2),
    ],
)
def test_the_rectangle_is_around_the_cells_that_hold_something(rows: str, rectangle: int, elements: int) -> None:
    found = surveyed(rows)
    assert (found.rectangle, found.elements) == (rectangle, elements)


def test_hidden_rows_and_columns_and_merged_areas() -> None:
    columns = (
        '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/><col min="16383" max="99999" hidden="true"/>'
    )
    rows = '<row r="2" hidden="1"/><row r="3" hidden="0"/><row hidden="true"/>'
    merges = '<mergeCells><mergeCell ref="B4:D5"/><mergeCell ref="A1:A2"/></mergeCells>'
    found = surveyed(rows, before=columns + "</cols>", after=merges)
    assert found.hidden_rows == {2, 4}
    assert found.hidden_columns == {2, 3, 16383, 16384}
    assert found.merges == [(4, 2, 5, 4), (1, 1, 2, 1)]


SHARED = (
    '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">{}</f><v>1</v></c></row>'
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>'
    '<row r="3"><c r="B3"><f t="shared" si="0"/></c></row>'
)


@pytest.mark.parametrize(
    ("formula", "formulas"),
    [
        ("A1*$D$1", ["=A1*$D$1", "=A2*$D$1", "=A3*$D$1"]),
        ("SUM(A$1:A1)", ["=SUM(A$1:A1)", "=SUM(A$1:A2)", "=SUM(A$1:A3)"]),
        ("SUM(A1", ["=SUM(A1", "=SUM(A2", "=SUM(A3"]),
        ('"A1', ['="A1', "=", "="]),  # no formula, so it cannot be moved
    ],
)
def test_a_formula_that_cells_share_is_written_out_for_each(formula: str, formulas: list[str]) -> None:
    facts = surveyed(SHARED.format(formula)).facts.values()
    assert [(fact.formula, fact.stored) for fact in facts] == list(zip(formulas, (True, True, False), strict=True))


def test_a_sheet_of_very_many_cells_keeps_only_the_formulas_without_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "LARGEST_DETAIL", 2)
    assert [fact.formula for fact in surveyed(SHARED.format("A1+1")).facts.values()] == [None, None, "=A3+1"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<worksheet>",
        "<worksheet></row>",
        "<worksheet><col hidden='1'/></worksheet>",
        "<worksheet><c r='1'/></worksheet>",
        "<worksheet><row r='x'/></worksheet>",
    ],
)
def test_broken_xml_raises(text: str) -> None:
    with pytest.raises((expat.ExpatError, KeyError, ValueError)):
        survey.read_worksheet(BytesIO(text.encode()))


def styles(formats: str, fonts: str, looks: str) -> tuple[tuple[str, bool], ...]:
    text = (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><fonts>{fonts}</fonts>'
        f'<cellStyleXfs><xf numFmtId="9" fontId="1"/></cellStyleXfs><cellXfs>{looks}</cellXfs></styleSheet>'
    )
    return survey.read_styles(text.encode())


@pytest.mark.parametrize(
    ("look", "style"),
    [
        ("<xf/>", ("General", False)),
        ('<xf numFmtId="10"/>', ("0.00%", False)),
        ('<xf numFmtId="164"/>', ('0" bulan"', False)),
        ('<xf numFmtId="165"/>', ("General", False)),  # a format that is not there
        ('<xf fontId="1"/>', ("General", True)),
        ('<xf fontId="2"/>', ("General", False)),
        ('<xf fontId="3"/>', ("General", True)),
        ('<xf fontId="4"/>', ("General", False)),  # a font that is not there
        ('<xf numFmtId="9" fontId="1"/>', ("0%", True)),
    ],
)
def test_a_style_is_a_number_format_and_whether_it_is_bold(look: str, style: tuple[str, bool]) -> None:
    formats = '<numFmt numFmtId="164" formatCode="0&quot; bulan&quot;"/>'
    fonts = '<font><sz val="11"/></font><font><b/></font><font><b val="0"/></font><font><b val="true"/></font>'
    assert styles(formats, fonts, "<xf/>" + look) == (("General", False), style)


def test_a_workbook_without_a_styles_part_has_no_styles() -> None:
    assert survey.read_styles(b"") == ()
