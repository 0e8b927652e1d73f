"""Every rule, kind and report has its text test, and the notation of the worksheets is read as it says."""

import datetime
import pkgutil
from pathlib import Path

import conftest
import pytest
import worksheets

import pipeline.reports
import schemas
from pipeline.kinds import kinds
from pipeline.model import Problem, Raw
from pipeline.rules import rules

TESTS = Path(__file__).parent
NEED_FILES = {
    "file_is_readable": "a worksheet as text is no damaged file; tested in test_bad_input.py",
    "input_is_source": "a report is recognised by a property of its file; tested in test_bad_input.py",
}


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule not in NEED_FILES])
def test_rule_has_a_case_that_it_finds_and_one_on_which_it_is_silent(rule: str) -> None:
    found = conftest.cases((TESTS / "rules" / f"{rule}.txt").read_text(encoding="utf-8"))
    assert any(case.expected == "none" for case in found)
    assert any(case.expected.startswith(("error ", "warning ", "note ")) for case in found)


@pytest.mark.parametrize("kind", kinds())
def test_kind_has_a_layout_that_is_recognised(kind: str) -> None:
    found = conftest.cases((TESTS / "layouts" / f"{kind}.txt").read_text(encoding="utf-8"))
    assert any(f": {kind}" in case.expected.splitlines()[0] for case in found)


@pytest.mark.parametrize("report", [module.name for module in pkgutil.iter_modules(pipeline.reports.__path__)])
def test_report_has_a_sheet(report: str) -> None:
    found = conftest.cases((TESTS / "reports" / f"{report}.txt").read_text(encoding="utf-8"))
    assert any(case.expected.startswith("sheet ") for case in found)


def test_text_files_stand_for_something() -> None:
    known = {
        "rules": set(rules()),
        "layouts": {module.name for module in pkgutil.iter_modules(schemas.__path__)},
        "reports": {module.name for module in pkgutil.iter_modules(pipeline.reports.__path__)},
    }
    for folder, names in known.items():
        assert {path.stem for path in (TESTS / folder).glob("*.txt")} <= names


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("12", Raw(12.0)),
        ("-0.5", Raw(-0.5)),
        ("07", Raw("07")),
        ("1.2.3", Raw("1.2.3")),
        ("'12", Raw("12")),
        ("0.8 {0%}", Raw(0.8, "0%")),
        ("=SUM(A1:A2) -> 300", Raw(300.0, formula="=SUM(A1:A2)")),
        ("=SUM(A1:A2)", Raw(None, formula="=SUM(A1:A2)", stored=False)),
        ("**Jumlah**", Raw("Jumlah", bold=True)),
        ("@2018-01-22", Raw(datetime.date(2018, 1, 22))),
        ("2018-01-22", Raw("2018-01-22")),
        ("#DIV/0!", Raw(Problem("error_value"))),
    ],
)
def test_cell_notation(text: str, raw: Raw) -> None:
    assert worksheets.cell(text) == raw


def test_worksheets_with_merged_cells_and_empty_rows() -> None:
    first, second = worksheets.read(
        """
# DPA.xlsx!Lembar 1
| a | < | b |
| ^ | < | ^ |
|
| | c |

# DPA.xlsx!Lembar 2
| d |
"""
    )
    assert (first.file, first.sheet, second.sheet) == ("DPA.xlsx", "Lembar 1", "Lembar 2")
    assert first.cells == {(1, 1): Raw("a"), (1, 3): Raw("b"), (4, 2): Raw("c")}
    assert first.merges == ((1, 1, 2, 2), (1, 3, 2, 3))
    assert second.cells == {(1, 1): Raw("d")}


def test_a_line_that_is_no_row_is_refused() -> None:
    with pytest.raises(ValueError, match=r"neither a worksheet nor a row: a \| b"):
        worksheets.read("# DPA.xlsx!DPA\na | b |")


def test_cases_are_read_and_written_alike() -> None:
    text = "=== satu\n# A.xlsx!S\n| 1 |\n---\nnone\n\n=== dua\n# A.xlsx!S\n|\n---\nerror A1\n\nerror A2\n"
    found = conftest.cases(text)
    assert [(case.title, case.expected.count("error")) for case in found] == [("satu", 0), ("dua", 2)]
    assert conftest.written(found) == text
