"""What most rows of a column break is one finding; a few rows stay what they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from families import DPA, DPPA, SOUND, changed, checked, line, lines, revision, told
from hypothesis import given, settings
from hypothesis import strategies as st
from transcripts import outcome

from pipeline.model import MOST_CELLS, Cell, Finding
from pipeline.ranges import members
from pipeline.recurrence import RULES, merged

ALL_WRONG = changed(
    DPA + DPPA,
    ("| 60 | 20 |", "| 61 | 20 |"),
    ("| 10 | 10 |", "| 12 | 10 |"),
    ("| 50 | 25 |", "| 53 | 25 |"),
    ("| 105 | 15 |", "| 109 | 15 |"),
)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        pytest.param(revision(), [], id="nothing is wrong"),
        pytest.param(
            ALL_WRONG,
            ["difference_is_right DPPA!E2:E5, C2:C5, D2:D5: 61 / 60"],
            id="four of six rows are the column",
        ),
        pytest.param(
            changed(DPA + DPPA, ("| 10 | 10 |", "| 12 | 10 |"), ("| 50 | 25 |", "| 53 | 25 |")),
            ["difference_is_right DPPA!E3, C3, D3: 12 / 10", "difference_is_right DPPA!E4, C4, D4: 53 / 50"],
            id="two are two",
        ),
        pytest.param(
            revision(E4=11, E8=16, E13=5),
            [
                "difference_is_right DPPA!E4, C4, D4: 98 / 14",
                "difference_is_right DPPA!E8, C8, D8: 218 / 50",
                "difference_is_right DPPA!E13, C13, D13: 20 / 140",
            ],
            id="three scattered faults stay three",
        ),
        pytest.param(
            revision(E5=6, E6=7, E7=8),
            ["difference_is_right DPPA!E5:E7, C5:C7, D5:D7: 28 / 20"],
            id="three rows that are one fault are one finding",
        ),
    ],
)
def test_a_column_is_told_as_one(text: str, findings: list[str]) -> None:
    assert told(text) == findings


def test_two_runs_in_one_column_are_two_findings() -> None:
    assert told(revision(E5=6, E6=7, E7=8, E13=12, E14=13, E15=14)) == [
        "difference_is_right DPPA!E5:E7, C5:C7, D5:D7: 28 / 20",
        "difference_is_right DPPA!E13:E15, C13:C15, D13:D15: 118 / 140",
    ]


def test_one_for_all_says_of_how_many_and_has_an_identity_without_rows() -> None:
    (finding,) = outcome(ALL_WRONG).findings
    assert finding.facts["rows_more"] == 3
    assert finding.facts["name"] == "Program Pengembangan Budaya Baca"
    assert finding.id == "difference_is_right:dppa|change|rows"
    assert finding.terms == {}


def test_what_followed_a_row_follows_the_one_for_all() -> None:
    data, findings, _ = checked(ALL_WRONG)
    second = findings[1]
    cells = (Cell("DPPA.xlsx", "DPPA", "F3"),)
    follower = Finding("amount_in_scale", "error", cells, subject="x", follows=second.id)
    family = [finding if finding is second else replace(finding, follows=second.id) for finding in findings]
    assert lines(merged(data, [second, *(one for one in family if one is not second), follower])) == [
        "difference_is_right DPPA!E2:E5, C2:C5, D2:D5: 12 / 10",
        "  amount_in_scale DPPA!F3",
    ]


@settings(max_examples=25, derandomize=True, deadline=None)
@given(st.sets(st.integers(3, 17), min_size=1))
def test_every_row_is_told_and_as_many_named_as_a_finding_may_name(rows: set[int]) -> None:
    data, findings, _ = checked(revision(**{f"E{row}": 3 + (row - 2) % 15 for row in rows}))
    assert [finding.cells[0].ref for finding in findings] == [f"E{row}" for row in sorted(rows)]
    after = merged(data, findings)
    if len(rows) > 8:  # of sixteen
        (whole,) = after
        assert whole.facts["rows_more"] == len(rows) - 1
        named = [cell for place in whole.cells for cell in members(place)]
        assert len(named) == min(3 * len(rows), MOST_CELLS // 3 * 3)
        assert named[0] == findings[0].cells[0]
    else:
        assert after == list(findings)


def test_rules_that_do_not_examine_row_by_row_are_left_alone() -> None:
    data, findings, _ = checked(changed(SOUND, ("| 360 | 60 |", "| 361 | 60 |")))
    kept = [finding for finding in findings if finding.rule not in RULES]
    assert [line(finding) for finding in kept] == ["children_sum_to_parent DPPA!D2, D3:D4: 361 / 360"]
    assert [one for one in merged(data, findings) if one.rule not in RULES] == kept
