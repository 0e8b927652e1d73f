"""One fault, one finding: which findings follow which, on small packages with one fault each."""

from __future__ import annotations

import families
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transcripts import outcome

from pipeline.grouping import grouped, in_order
from pipeline.model import SEVERITIES, Cell, Finding
from pipeline.ranges import members

DPA = """
# DPA.xlsx!DPA
| Kode | Uraian | Triwulan I | Triwulan II | Jumlah |
| 2.17.01.15 | Program Pengembangan Budaya Baca | 30 | 70 | 100 |
| 2.17.01.15.01 | Lomba bercerita tingkat SD | 10 | 50 | {lomba} |
| 2.17.01.15.02 | Layanan perpustakaan keliling | 20 | 20 | 40 |
"""
TWICE = "| 2.17.01.15.02 | Layanan perpustakaan keliling | 20 | 20 | 40 |\n"
DPPA = """
# DPPA.xlsx!DPPA
| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan | Bertambah/(Berkurang) | % |
| 2.17.01.15 | Program Pengembangan Budaya Baca | 100 | 120 | 20 | 20 |
| 2.17.01.15.01 | Lomba bercerita tingkat SD | 60 | {after} | 10 | {percent} |
"""
KEPT = "| 2.17.01.15.02 | Layanan perpustakaan keliling | 40 | 50 | 10 | 25 |\n"
REALIZATION = """
# Realisasi.xlsx!Realisasi
| Program/Kegiatan | Anggaran Perubahan | Realisasi | Sisa Anggaran |
| Program Pengembangan Budaya Baca | 120 | 90 | 30 |
| Lomba bercerita tingkat SD | 70 | 50 | 20 |
"""
SPENT = "| Layanan perpustakaan keliling | 50 | 40 | 10 |\n"
SOUND = DPA.format(lomba=60) + DPPA.format(after=70, percent="16.67 {0.00}") + KEPT + REALIZATION + SPENT


def told(text: str) -> list[tuple[str, str | None]]:
    """The rule of each finding with the rule of the one that it follows."""
    findings = outcome(text).findings
    by_id = {finding.id: finding.rule for finding in findings}
    return sorted((finding.rule, by_id[finding.follows] if finding.follows else None) for finding in findings)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        pytest.param(SOUND, [], id="nothing is wrong"),
        pytest.param(
            SOUND.replace("| 10 | 50 | 60 |", "| 10 | 50 | 61 |"),
            [
                ("children_sum_to_parent", None),
                ("periods_sum_to_total", "children_sum_to_parent"),
                ("revision_starts_from_budget", "children_sum_to_parent"),
            ],
            id="one figure of the DPA",
        ),
        pytest.param(
            SOUND.replace("| 60 | 70 | 10 |", "| 60 | 75 | 10 |"),
            [
                ("children_sum_to_parent", None),
                ("difference_is_right", "children_sum_to_parent"),
                ("percentage_is_right", "children_sum_to_parent"),
                ("realization_uses_current_budget", "children_sum_to_parent"),
            ],
            id="one figure of the DPPA",
        ),
        pytest.param(
            SOUND.replace(TWICE, TWICE + TWICE),
            [
                ("children_sum_to_parent", "line_stands_once"),
                ("children_sum_to_parent", "line_stands_once"),
                ("children_sum_to_parent", "line_stands_once"),
                ("line_stands_once", None),
            ],
            id="a row that stands twice",
        ),
        pytest.param(
            SOUND.replace(SPENT, ""),
            [
                ("budgeted_lines_are_reported", None),
                ("children_sum_to_parent", "budgeted_lines_are_reported"),
                ("children_sum_to_parent", "budgeted_lines_are_reported"),
            ],
            id="a line that the realization lacks",
        ),
        pytest.param(
            SOUND.replace(KEPT, ""),
            [
                ("children_sum_to_parent", "reported_lines_are_budgeted"),
                ("children_sum_to_parent", "reported_lines_are_budgeted"),
                ("reported_lines_are_budgeted", None),
                ("revision_starts_from_budget", "reported_lines_are_budgeted"),
            ],
            id="a line that the revision lacks",
        ),
        pytest.param(
            SOUND.replace("| 70 | 50 | 20 |", "| 70 | #REF! | =B3-C3 |"),
            [("cell_is_exact", None), ("formula_has_value", "cell_is_exact")],
            id="a formula over a cell that cannot be read",
        ),
        pytest.param(
            SOUND.replace("| 10 | 50 | 60 |", "| 10 | 50 | 61 |").replace("| 70 | 50 | 20 |", "| 70 | 50 | 25 |"),
            [
                ("children_sum_to_parent", None),
                ("difference_is_right", None),
                ("periods_sum_to_total", "children_sum_to_parent"),
                ("revision_starts_from_budget", "children_sum_to_parent"),
            ],
            id="two faults stay two",
        ),
    ],
)
def test_consequences_follow_their_fault(text: str, findings: list[tuple[str, str | None]]) -> None:
    assert told(text) == findings


def test_only_what_stands_on_its_own_is_counted() -> None:
    made = outcome(SOUND.replace("| 10 | 50 | 60 |", "| 10 | 50 | 61 |"))
    assert (len(made.findings), made.count("error")) == (3, 1)


def test_consequences_stand_behind_their_finding() -> None:
    first, second, third = (Finding(rule, "error", (Cell("a.xlsx"),), subject=rule) for rule in ("a", "b", "c"))
    follower = Finding("d", "error", (Cell("a.xlsx"),), subject="d", follows=second.id)
    assert [finding.rule for finding in in_order([first, follower, second, third])] == ["a", "b", "d", "c"]


@st.composite
def faulty(draw: st.DrawFn) -> str:
    """Return the sound package with up to four figures that are others, and up to two rows gone or there twice."""
    pieces = families.SOUND.split("|")
    places = [place for place, part in enumerate(pieces) if part.strip().isdigit()]
    for place in draw(st.lists(st.sampled_from(places), max_size=4)):
        pieces[place] = f" {draw(st.one_of(st.integers(-500, 2000), st.sampled_from(_near(int(pieces[place])))))} "
    text = "|".join(pieces)
    lines = text.splitlines(keepends=True)
    rows = [place for place, line in enumerate(lines) if any(part.strip().isdigit() for part in line.split("|"))]
    for row in draw(st.lists(st.sampled_from(rows), max_size=2, unique=True)):
        lines[row] *= draw(st.sampled_from((0, 2)))
    return "".join(lines)


def _near(figure: int) -> list[int]:
    """Return what slips make of a figure."""
    return [-figure, figure * 10, figure * 1000, int(str(abs(figure))[::-1])]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(faulty())
def test_the_laws_of_grouping(text: str) -> None:
    data, before, _ = families.checked(text)
    after = grouped(data, before)
    by_id = {finding.id: finding for finding in after}
    assert len(by_id) == len(after)
    named = {(finding.rule, cell) for finding in after for place in finding.cells for cell in members(place)}
    assert {(finding.rule, members(finding.cells[0])[0]) for finding in before} <= named, "none is lost"
    for finding in after:
        if finding.follows is not None:
            root = by_id[finding.follows]
            assert root.follows is None, "what others follow stands on its own"
            assert SEVERITIES.index(root.severity) <= SEVERITIES.index(finding.severity), "no error follows less"
    assert sorted(finding.id for finding in in_order(after)) == sorted(by_id)


def test_two_findings_of_one_subject_get_ids_of_their_own() -> None:
    data = outcome(SOUND).data
    twice = [Finding("row_has_label", "warning", (Cell("a.xlsx", "A", ref),), subject="x") for ref in ("A1", "A2")]
    assert [(finding.id, finding.cells[0].ref) for finding in grouped(data, twice)] == [
        ("row_has_label:x", "A1"),
        ("row_has_label:x|2", "A2"),
    ]


def test_an_error_is_told_before_the_warning_that_tells_it_better() -> None:
    findings = outcome(SOUND.replace("| 70 | 10 | 16.67 {0.00} |", "| 70 | 20 | 33.33 {0.00} |")).findings
    assert [(finding.rule, finding.severity, bool(finding.follows)) for finding in findings] == [
        ("difference_is_right", "error", False),
        ("percentage_is_right", "warning", True),
    ]
