"""The parts of the zip of an Office file: how they are found and what they tell of the whole workbook."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.parsers import expat

import pytest

from pipeline import ooxml
from pipeline.ooxml import Package

TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"

NAMES = {
    "roots": "_rels/.rels",
    "workbook": "xl/workbook.xml",
    "references": "xl/_rels/workbook.xml.rels",
    "styles": "xl/styles.xml",
    "properties": "docProps/custom.xml",
}


def package(**parts: str) -> Package:
    """A zip with these parts, by their path or by their name above."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(NAMES.get(name, name), content)
    return Package(zipfile.ZipFile(buffer))


def references(*targets: tuple[str, str, str], space: str = TRANSITIONAL) -> str:
    """References to parts: identifier, kind, target."""
    lines = (f'<Relationship Id="{id_}" Type="{space}/{kind}" Target="{target}"/>' for id_, kind, target in targets)
    return f'<Relationships xmlns="urn:r">{"".join(lines)}</Relationships>'


def book(*sheets: tuple[str, str], space: str = TRANSITIONAL) -> str:
    """The main part: title and identifier of each sheet."""
    lines = (f'<sheet name="{title}" r:id="{id_}"/>' for title, id_ in sheets)
    return f'<workbook xmlns="urn:m" xmlns:r="{space}"><sheets>{"".join(lines)}</sheets></workbook>'


@pytest.mark.parametrize("space", [TRANSITIONAL, STRICT])
@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("../lembar.xml", "lembar.xml"),
        ("../../../lembar.xml", "lembar.xml"),  # never out of the zip
    ],
)
def test_a_sheet_leads_to_its_part(target: str, path: str, space: str) -> None:
    found = package(
        workbook=book(("DPA &amp; 2.2", "a"), space=space),
        references=references(("a", "worksheet", target), space=space),
    )
    assert found.worksheets() == {"DPA & 2.2": path}


def test_only_worksheets_count_in_the_order_of_the_workbook() -> None:
    found = package(
        workbook=book(("dua", "b"), ("grafik", "c"), ("hilang", "x"), ("satu", "a")),
        references=references(("a", "worksheet", "1.xml"), ("b", "worksheet", "2.xml"), ("c", "chartsheet", "3.xml")),
    )
    assert list(found.worksheets().items()) == [("dua", "xl/2.xml"), ("satu", "xl/1.xml")]


def test_the_main_part_may_have_another_name() -> None:
    parts = {
        "roots": references(("a", "officeDocument", "/Isi/Buku.XML")),
        "isi/buku.xml": book(("DPA", "b")),
        "isi/_rels/buku.xml.rels": references(("b", "worksheet", "1.xml")),
    }
    assert package(**parts).worksheets() == {"DPA": "Isi/1.xml"}


@pytest.mark.parametrize(
    ("stored", "asked"), [("xl/a.xml", "xl/a.xml"), ("XL\\A.xml", "xl/a.xml"), ("xl/a.xml", "XL/A.XML")]
)
def test_a_part_is_found_whatever_its_case_and_slashes(stored: str, asked: str) -> None:
    with package(**{stored: "isi"}).open(asked) as part:
        assert part.read() == b"isi"


def test_a_part_that_is_missing_cannot_be_opened() -> None:
    with pytest.raises(KeyError, match=r"xl/Tidak\.xml"):
        package(styles="x").open("xl/Tidak.xml")


@pytest.mark.parametrize(
    ("parts", "styles"),
    [
        ({"references": references(("a", "styles", "styles.xml")), "styles": "<styleSheet/>"}, b"<styleSheet/>"),
        ({"references": references(("a", "styles", "lain.xml")), "styles": "<styleSheet/>"}, b""),
        ({"references": references(("a", "theme", "styles.xml")), "styles": "<styleSheet/>"}, b""),
        ({"styles": "<styleSheet/>"}, b""),
    ],
)
def test_the_styles_are_the_part_that_the_workbook_refers_to(parts: dict[str, str], styles: bytes) -> None:
    assert package(**parts).styles() == styles


@pytest.mark.parametrize(
    ("parts", "names"),
    [
        ({}, set()),
        ({"properties": '<Properties><property fmtid="x" name="a"/><property name="b"/></Properties>'}, {"a", "b"}),
    ],
)
def test_custom_properties_have_names(parts: dict[str, str], names: set[str]) -> None:
    assert package(**parts).custom_properties() == names


@pytest.mark.parametrize(
    ("member", "total", "too_large"), [(10, 15, False), (9, 15, True), (10, 14, True), (15, 15, False)]
)
def test_a_package_is_too_large_by_one_part_or_by_all(
    monkeypatch: pytest.MonkeyPatch, member: int, total: int, too_large: bool
) -> None:
    monkeypatch.setattr(ooxml, "LARGEST_MEMBER", member)
    monkeypatch.setattr(ooxml, "LARGEST_TOTAL", total)
    assert package(a="x" * 10, b="x" * 5).too_large is too_large


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ({"workbook": "<workbook"}, expat.ExpatError),
        ({"roots": "<Relationships><Relationship/></Relationships>"}, KeyError),
        (
            {"workbook": "<workbook><sheets><sheet id='a'/></sheets></workbook>"}
            | {"references": references(("a", "worksheet", "1.xml"))},
            KeyError,
        ),
    ],
)
def test_a_broken_part_raises(parts: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        package(**parts).worksheets()


def test_elements_are_told_by_their_path_without_namespaces() -> None:
    data = b'<x:a xmlns:x="urn:a" xmlns:y="urn:b" n="1"><b y:n="2"><c/></b><b>teks</b></x:a>'
    assert ooxml.elements(data) == [("a", {"n": "1"}), ("a/b", {"n": "2"}), ("a/b/c", {}), ("a/b", {})]
    assert ooxml.elements(b"") == []
