"""Formulas without a stored value: worked out exactly, or named as not worked out."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from pipeline.formulas import complete, evaluate
from pipeline.model import Grid, Problem, Raw

UNKNOWN = Problem("formula")
START = (1, 1)

# A1 is the formula; the cells below are what it may ask for.
CELLS = {
    (1, 2): Raw(10.0),  # B1
    (2, 2): Raw(0.1),
    (3, 2): Raw("teks"),
    (4, 2): Raw(True),
    # B5 is blank
    (6, 2): Raw(None, formula="=B1*2", stored=False),
    (7, 2): Raw(99.0, formula="=NOW()"),  # a stored value counts, whatever the formula
    (8, 2): Raw(Problem("error_value")),
    (9, 2): Raw(datetime.date(2017, 12, 31)),
    (10, 2): Raw(None, formula="=VLOOKUP(1,A:A,1)", stored=False),
    (1, 3): Raw(1.0),  # C1:C5 have subtotals among them, D4 is in a hidden row
    (2, 3): Raw(2.0),
    (3, 3): Raw(None, formula="=SUBTOTAL(9,C1:C2)", stored=False),
    (4, 3): Raw(4.0),
    (5, 3): Raw(7.0, formula="=subtotal(9,C4:C4)+3"),
    (21, 4): Raw(5.0),
    (22, 4): Raw(6.0),
}


def grid(formula: str, **more: str) -> Grid:
    """A sheet with the cells above, ``formula`` in A1, and further formulas without a value in column A by row."""
    cells = CELLS | {START: Raw(None, formula=formula, stored=False)}
    cells |= {(int(row.strip("A")), 1): Raw(None, formula=text, stored=False) for row, text in more.items()}
    return Grid("a.xlsx", "Data 1", cells, hidden_rows=frozenset({22}))


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=1+2*3", 7),
        ("=(1+2)*3", 9),
        ("=10-4-3", 3),
        ("=8/4/2", 1),
        ("=-2*-3", 6),
        ("=--2", 2),
        ("=+B1", 10),
        ("=5--3", 8),
        ("=50%*B1", 5),
        ("=200%%", Fraction(2, 100)),
        ("=1/3", Fraction(1, 3)),
        ("=B2*3", Fraction(3, 10)),
        ("=1.5E3", 1500),
        ("=$B$1+B$1", 20),
        ("=B5", 0),
        ("=B5+1", 1),
        ("=B4+1", 2),
        ("=B6", 20),
        ("=B7", 99),
        ("=B3", "teks"),
        ('="a ""b"""', 'a "b"'),
        ("=TRUE", True),
        ("='Data 1'!B1", 10),
        ("=SUM(B1:B5)", Fraction(101, 10)),
        ("=SUM(B5:B1)", Fraction(101, 10)),
        ("=SUM(B1,B6, 5,TRUE)", 36),
        ("=SUM(B3)", 0),
        ("=SUM(B1,)", 10),
        ("=SUM(B6:B7)/SUM(B1:B1)", Fraction(119, 10)),
        ("=SUM(IF(B1>5,1,2),SUM(1,2))", 4),
        ("=SUM(A2:XFD5)", Fraction(161, 10)),
        ("=SUBTOTAL(9,C1:C5)", 7),
        ("=SUBTOTAL(109,C1:C5,B1)", 17),
        ("=SUBTOTAL(109,D21:D22)", 5),
        ("=SUM(D21:D22)", 11),
        ("=IF(B1>5,1,2)", 1),
        ("=IF(B1<=5,1,2)", 2),
        ("=IF(B1<5,1)", False),
        ("=IF(B5=0,,1)", 0),
        ("=IF(B5=0,0,1/B5)", 0),
        ("=IF(B1,B3,0)", "teks"),
        ('=B5=""', True),
        ('="ABC"="abc"', True),
        ('=B1="10"', False),
        ('=B1<>"10"', True),
        ("=B1=TRUE", False),
        ("=0.1+0.2=0.3", True),
        ("=1<2", True),
        ("=B1>=10", True),
    ],
)
def test_value(formula: str, value: object) -> None:
    found = evaluate(grid(formula), *START)
    assert found == value
    assert isinstance(found, bool | str | Fraction)


@pytest.mark.parametrize(
    "formula",
    [
        "=1/0",
        "=1/B5",
        "=B3+1",
        "=-B3",
        "=SUM(B3+1)",
        '=SUM("5")',
        '=IF("x",1,2)',
        "=B8",
        "=SUM(B1:B8)",
        "=B9+1",
        "=SUM(B9)",
        "=B10",
        "=SUM(B10,1)",
        "=B1:B2",
        "=B1:B2*2",
        '="a"<"b"',
        "=B1<TRUE",
        "=SUBTOTAL(9,D21:D22)",  # Excel counts a row hidden by hand and leaves out a filtered one
        "=SUBTOTAL(1,C1:C5)",
        "=SUBTOTAL(9,5)",
        "=SUBTOTAL(9)",
        "=ROUND(B1,0)",
        "=_xlfn.SUMIFS(B1)",
        "=@B1",
        "=B1^2",
        '=B1&"x"',
        "=Lain!B1",
        "=NAMA",
        "=B1 B2",
        "=(B1,B2)",
        "={1,2}",
        "=B1#",
        "=#REF!+1",
        "=1+",
        "=(1",
        "=SUM(1",
        "=1)",
        "=",
        "",
        "=IF(1)",
        "=IF(1,2,3,4)",
        "=A1+1",
        "=SUM(A1:B1)",
        "=SUBTOTAL(9,A1:B1)",
        "=" + "(" * 4000 + "1",
    ],
)
def test_formula_that_is_not_worked_out(formula: str) -> None:
    assert evaluate(grid(formula), *START) == UNKNOWN


@pytest.mark.parametrize(
    ("place", "value"), [((1, 2), 10), ((3, 2), "teks"), ((4, 2), True), ((5, 2), None), ((8, 2), Problem("formula"))]
)
def test_stored_value_stands(place: tuple[int, int], value: object) -> None:
    assert evaluate(grid("=1"), *place) == value


def test_circle() -> None:
    sheet = grid("=A2", A2="=A3+1", A3="=A1", A4="=A1", A5="=B1")
    assert [evaluate(sheet, row, 1) for row in range(1, 6)] == [UNKNOWN] * 4 + [10]


@pytest.mark.parametrize("step", [1, -1])
def test_chain_as_long_as_a_sheet(step: int) -> None:
    rows = range(1, 5001)[::step]
    cells = {(row, 1): Raw(None, formula=f"=A{row - step}+1", stored=False) for row in rows}
    cells[rows[0], 1] = Raw(1.0)
    assert evaluate(Grid("a", "b", cells), rows[-1], 1) == 5000


def test_numbers_that_grow_without_end_stop() -> None:
    cells = {(row, 1): Raw(None, formula=f"=A{row - 1}*A{row - 1}", stored=False) for row in range(2, 60)}
    for start in (3.0, 0.3):
        assert evaluate(Grid("a", "b", cells | {START: Raw(start)}), 59, 1) == UNKNOWN


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=2+3", 5),
        ("=B2*3", Decimal("0.3")),
        ("=2046040000.55-0.1", Decimal("2046040000.45")),
        ("=1/3", 1 / 3),
        ("=1/1024/1024/1024/1024", 1 / 1024**4),
        ("=B3", "teks"),
        ("=1=1", True),
    ],
)
def test_completed_cell(formula: str, value: object) -> None:
    before = Grid("a.xlsx", "s", {START: Raw(None, "0.00", formula, True, stored=False)} | CELLS)
    after, done, _ = complete(before)
    assert after.cells[START] == Raw(value, "0.00", formula, True)
    assert type(after.cells[START].value) is type(value)
    assert START in done


def test_completed_grid_names_what_was_done_and_what_was_not() -> None:
    before = grid("=B10+1")
    after, done, left = complete(before)
    assert (set(done), set(left)) == ({(6, 2), (3, 3)}, {START, (10, 2)})
    assert {place: raw for place, raw in after.cells.items() if raw != before.cells[place]} == {
        (6, 2): Raw(20, formula="=B1*2"),
        (3, 3): Raw(3, formula="=SUBTOTAL(9,C1:C2)"),
    }
    assert complete(after)[1:] == (frozenset(), left)


def test_grid_without_open_formulas_is_the_same_object() -> None:
    before = Grid("a", "b", {START: Raw(2.0, formula="=1+1")})
    assert complete(before)[0] is before
