"""The cells of one column -> their values, and a finding for each that gives none for a reason."""

from typing import Any

import pytest
import worksheets

from pipeline import cells
from pipeline.kinds import kinds
from pipeline.messages import sentence
from pipeline.model import Cell, Finding


def values(column: str, *written: str) -> tuple[list[Any], list[Finding]]:
    """What a column of the realization holds, and its findings; the cells are C1, C2 ..."""
    raws = {Cell("A.xlsx", "S", f"C{row}"): worksheets.cell(text) for row, text in enumerate(written, 1)}
    read, findings = cells.values(kinds()["realization"].fields[column], raws)
    return list(read.values()), findings


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("1.234.567", "'12.500"), [1_234_567_00, 12_500_00]),
        (("1,234,567", "12,500"), [1_234_567_00, 12_500_00]),
        (("1.234,56", "'12.500"), [1_234_56, 12_500_00]),
        (("Rp 1.234.567,00", "2.046.040.000,-", "(1.234.000)"), [1_234_567_00, 2_046_040_000_00, -1_234_000_00]),
        (("100", "-", "' ", "0"), [100_00, None, None, 0]),
    ],
)
def test_the_notation_of_a_column_is_told_by_its_plain_cells(written: tuple[str, ...], expected: list[int]) -> None:
    assert values("budget", *written) == (expected, [])


@pytest.mark.parametrize(
    ("written", "unread"),
    [
        pytest.param(("'12.500",), ["C1"], id="nothing tells"),
        pytest.param(("1.234.567", "1,234,567", "'12.500"), ["C3"], id="the column contradicts itself"),
        pytest.param(("100", "dua ratus", "300"), ["C2"], id="words"),
        pytest.param(("100", "#REF!"), ["C2"], id="an error of Excel"),
        pytest.param(("100", "1.2.3"), ["C2"], id="no number"),
    ],
)
def test_what_cannot_be_read_exactly_is_a_finding_and_no_value(written: tuple[str, ...], unread: list[str]) -> None:
    read, findings = values("budget", *written)
    assert [(finding.rule, finding.severity, finding.cells[0].ref) for finding in findings] == [
        ("cell_is_exact", "error", ref) for ref in unread
    ]
    assert [read[int(ref[1:]) - 1] for ref in unread] == [None] * len(unread)


def test_a_formula_that_was_not_computed_is_told_as_such() -> None:
    read, (finding,) = values("budget", "=VLOOKUP(A1,B:C,2,0)")
    assert (read, finding.rule, finding.stated) == ([None], "formula_has_value", "=VLOOKUP(A1,B:C,2,0)")


def test_a_finding_says_column_content_and_what_to_do() -> None:
    _, (finding,) = values("budget", "'150.000")
    message = sentence(finding)
    for told in ("Anggaran (Rp)", '"150.000"', "dua cara", "Tulis sebagai angka biasa"):
        assert told in message
    assert finding.stated == "150.000"


def test_an_excel_error_in_a_name_is_a_finding_too() -> None:
    read, (finding,) = values("name", "Program A", "#NAME?")
    assert (read, finding.cells[0].ref) == (["Program A", None], "C2")
