"""How the text of a formula is taken apart, and which formulas are not understood."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pipeline.formula_parser import Call, Node, parse

B1, B2, C1 = (1, 2, 1, 2), (2, 2, 2, 2), (1, 3, 1, 3)


def root(formula: str) -> Node:
    parsed = parse(formula, "Data 1")
    assert parsed is not None
    return parsed.root


def call(name: str, *arguments: Node | int) -> Call:
    """A call; a whole number stands for the fraction that a literal becomes."""
    return Call(
        name,
        tuple(Fraction(item) if isinstance(item, int) and not isinstance(item, bool) else item for item in arguments),
    )


@pytest.mark.parametrize(
    ("formula", "node"),
    [
        ("=1+2*3", call("+", 1, call("*", 2, 3))),
        ("=(1+2)*3", call("*", call("+", 1, 2), 3)),
        ("=10-4-3", call("-", call("-", 10, 4), 3)),
        ("=8/4*2", call("*", call("/", 8, 4), 2)),
        ("=1+2>3-4", call(">", call("+", 1, 2), call("-", 3, 4))),
        ("=1=2<>3", call("<>", call("=", 1, 2), 3)),
        ("=B1<=2", call("<=", B1, 2)),
        ("=-2*-3", call("*", call("-", 2), call("-", 3))),
        ("=--2", call("-", call("-", 2))),
        ("=+B1", B1),
        ("=5--3", call("-", 5, call("-", 3))),
        ("=-50%", call("-", call("/", 50, 100))),
        ("=2%%*B1", call("*", call("/", call("/", 2, 100), 100), B1)),
        ("= 1 + 2 ", call("+", 1, 2)),
        ("=SUM(B1, B2:B1 ,3)", call("SUM", B1, (1, 2, 2, 2), 3)),
        ("=sum(B1,)", call("SUM", B1, None)),
        ("=SUM()", call("SUM", None)),
        ("=subtotal(109,B1:C1)", call("SUBTOTAL", 109, (1, 2, 1, 3))),
        ("=IF(B1>5,1)", call("IF", call(">", B1, 5), 1)),
        ("=IF(B1,,SUM(IF(B2,1,2)))", call("IF", B1, None, call("SUM", call("IF", B2, 1, 2)))),
    ],
)
def test_operators_bind_by_their_strength_and_from_the_left(formula: str, node: Node) -> None:
    assert root(formula) == node


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=0.1", Fraction(1, 10)),
        ("=1.5E3", Fraction(1500)),
        ('="a ""b"""', 'a "b"'),
        ('=""', ""),
        ("=TRUE", True),
        ("=FALSE", False),
    ],
)
def test_a_literal_is_its_value(formula: str, value: object) -> None:
    found = root(formula)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("formula", "area"),
    [
        ("=B1", B1),
        ("=$B$1", B1),
        ("=b$1", B1),
        ("=XFD1048576", (1048576, 16384, 1048576, 16384)),
        ("=B2:C5", (2, 2, 5, 3)),
        ("=C5:B2", (2, 2, 5, 3)),
        ("=$C2:B$5", (2, 2, 5, 3)),
        ("='Data 1'!B1", B1),
    ],
)
def test_a_reference_is_its_area(formula: str, area: Node) -> None:
    assert root(formula) == area


@pytest.mark.parametrize(
    ("title", "formula"), [("Lain", "=Lain!B1"), ("Tahun '17", "='Tahun ''17'!B1"), ("A!B", "='A!B'!B1")]
)
def test_a_reference_may_name_its_own_sheet(title: str, formula: str) -> None:
    parsed = parse(formula, title)
    assert parsed is not None
    assert parsed.root == B1
    assert parse(formula, "Data 1") is None


@pytest.mark.parametrize(
    ("formula", "areas"),
    [("=1+2", ()), ("=C1+B1", (C1, B1)), ("=IF(B1,B2,SUM(C1,B1))", (B1, B2, C1, B1)), ("=SUM(C1:B2)", ((1, 2, 2, 3),))],
)
def test_the_areas_are_all_that_the_formula_may_ask_for(formula: str, areas: tuple[Node, ...]) -> None:
    parsed = parse(formula, "Data 1")
    assert parsed is not None
    assert parsed.areas == areas


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "=",
        "1+1",
        "=1+",
        "=*1",
        "=(1",
        "=1)",
        "=SUM(1",
        "=SUM(1;2",
        "=B1^2",
        '=B1&"x"',
        "=B1 B2",
        "=(B1,B2)",
        "={1,2}",
        "=B1#",
        "=@B1",
        "=#REF!+1",
        "=NAMA",
        "=A:A",
        "=1:1",
        "=Lain!B1",
        "=[1]Lain!B1",
        "=ROUND(B1,0)",
        "=_xlfn.SUMIFS(B1)",
        "=IF(TRUE,1,ROUND(B1,0))",  # a branch that is not understood leaves the whole without an answer
        "=SUBTOTAL(9)",
        "=IF(1)",
        "=IF(1,2,3,4)",
        "=" + "(" * 4000 + "1",
    ],
)
def test_a_formula_that_is_not_understood_has_no_parts(formula: str) -> None:
    assert parse(formula, "Data 1") is None


@pytest.mark.parametrize("formula", ["=NAN", "=INF", "=1E99999999"])
def test_what_is_no_number_of_excel_is_not_understood(formula: str) -> None:
    assert parse(formula, "Data 1") is None
