"""Pieces put into XML: what is not replaced stays, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from pipeline.marking.splice import appended, elements, escaped, legible, prefixed, spliced, with_attributes


@pytest.mark.parametrize(
    ("tag", "values", "expected"),
    [
        (b"<c r='B2' s='1'/>", {"s": "7"}, b"<c r='B2' s=\"7\"/>"),
        (b'<c r="B2">', {"s": "7"}, b'<c s="7" r="B2">'),
        (b'<x:c note=" s=\'1\'"\n s = "1" >', {"s": "7"}, b'<x:c note=" s=\'1\'" s="7" >'),
        (b'<row r="2" spans="1:4" ht="2"/>', {"spans": None}, b'<row r="2" ht="2"/>'),
        (b"<row/>", {"spans": None}, b"<row/>"),
    ],
)
def test_attributes(tag: bytes, values: Mapping[str, str | None], expected: bytes) -> None:
    assert with_attributes(tag, values) == expected


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (b"<a><b>1</b></a>", b"<a><b>1</b><c/></a>"),
        (b"<a/>", b"<a><c/></a>"),
        (b'<x:a xmlns:x="urn:x" y="/>" />', b'<x:a xmlns:x="urn:x" y="/>"><c/></x:a>'),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!-- <a> --><a>\xc3\xa9</a >", None),
    ],
)
def test_content_at_the_end_of_an_element(xml: bytes, expected: bytes | None) -> None:
    root = elements(xml)[0]
    expected = expected or xml.replace(b"</a >", b"<c/></a >")
    assert spliced(xml, appended(xml, root, b"<c/>")) == expected


def test_where_elements_stand() -> None:
    xml = b'<x:a xmlns:x="urn:x"><x:b/><c>t<d e="&gt;"></d></c></x:a>'
    found = elements(xml)
    assert [element.prefix + element.path for element in found] == ["x:a", "x:a/b", "a/c", "a/c/d"]
    assert [xml[element.start : element.end] for element in found[1:]] == [
        *(b"<x:b/>", b'<c>t<d e="&gt;"></d></c>', b'<d e="&gt;"></d>'),
    ]
    assert [xml[element.inner : element.close] for element in found[1:]] == [b"", b't<d e="&gt;"></d>', b""]


def test_two_edits_of_one_place_are_a_defect() -> None:
    with pytest.raises(ValueError, match="two edits"):
        spliced(b"abcdef", [(1, 4, b"x"), (2, 3, b"y")])


def test_a_part_in_utf_16_becomes_utf_8() -> None:
    xml = '<?xml version="1.0" encoding="UTF-16"?><a>é</a>'
    assert legible(xml.encode("utf-16")) == xml.replace("UTF-16", "UTF-8").encode()
    assert legible(xml.encode("utf-8")) == xml.encode("utf-8")


def test_a_prefix_stands_at_names_only() -> None:
    assert prefixed('<r><t xml:space="preserve">a &lt;b&gt;</t><v:s/></r>', "x:") == (
        b'<x:r><x:t xml:space="preserve">a &lt;b&gt;</x:t><v:s/></x:r>'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a<b> & "c"', "a&lt;b&gt; &amp; &quot;c&quot;"),
        ("é – 😀", "&#233; &#8211; &#128512;"),
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("a\x00\x1f\ufffe\ud800b", "ab"),
        ("_x000D_ _x_ _xyz0_", "_x005F_x000D_ _x_ _xyz0_"),
    ],
)
def test_escapes(text: str, expected: str) -> None:
    assert escaped(text) == expected
