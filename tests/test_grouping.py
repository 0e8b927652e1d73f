"""One fault, one finding: which findings follow which, on small packages with one fault each."""

from __future__ import annotations

import pytest
from transcripts import outcome

from pipeline.grouping import in_order
from pipeline.model import Cell, Finding

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
