"""What was read -> the Outcome: findings in their order, rules that ran or were skipped."""

import pytest
import transcripts

DPA = """
# DPA.xlsx!S
| Kode | Uraian | Jumlah |
| '01 | Program A | 300 |
| 01.01 | Kegiatan satu | 100 |
| 01.02 | Kegiatan dua | 200 |
"""
LRA = """
# R.xlsx!S
| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| Program A | 300 | 250 |
| Kegiatan satu | 100 | 90 |
| Kegiatan dua | 200 | 160 |
"""


def test_of_a_sound_package_nothing_is_found() -> None:
    outcome = transcripts.outcome(DPA + LRA)
    assert (outcome.findings, outcome.status) == ((), "complete")


def test_errors_come_before_warnings_and_then_by_rule() -> None:
    doubled = """
# R.xlsx!S
| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) | Realisasi (Rp) |
| Program A | 300 | 310 | 1 |
| Kegiatan satu | 100 | 90 | 1 |
| Kegiatan dua | 200 | 160 | 1 |
"""
    assert [(finding.severity, finding.rule) for finding in transcripts.outcome(DPA + doubled).findings] == [
        ("error", "children_sum_to_parent"),
        ("error", "spent_within_budget"),
        ("warning", "column_stands_once"),
    ]


def test_findings_of_reading_of_schemas_and_of_rules_stand_together() -> None:
    text = DPA.replace("| Program A | 300 |", "| Program A | -300 |").replace("| 200 |", "| dua ratus |")
    outcome = transcripts.outcome(text + LRA.replace("| 100 | 90 |", "| 100 | 190 |"))
    assert {(finding.rule, str(finding.cells[0])) for finding in outcome.findings} >= {
        ("cell_is_exact", "DPA.xlsx!S!C4"),
        ("budget_is_not_negative", "DPA.xlsx!S!C2"),
        ("spent_within_budget", "R.xlsx!S!C3"),
    }


@pytest.mark.parametrize(
    ("text", "rule", "lacking"),
    [
        (DPA, "spent_within_budget", ("realization",)),
        (DPA + LRA, "revision_starts_from_budget", ("dppa",)),
        (LRA, "budgeted_lines_are_reported", ("dppa",)),
    ],
)
def test_a_rule_without_its_workbooks_is_skipped_and_named(text: str, rule: str, lacking: tuple[str, ...]) -> None:
    outcome = transcripts.outcome(text)
    assert rule not in outcome.examined
    assert lacking[0] in dict(outcome.skipped)[rule]


def test_a_rule_that_ran_is_not_skipped() -> None:
    outcome = transcripts.outcome(DPA + LRA)
    assert {"children_sum_to_parent", "spent_within_budget"} <= set(outcome.examined)
    assert not set(outcome.examined) & dict(outcome.skipped).keys()


def test_a_budget_of_its_own_that_cannot_be_read_is_compared_with_nothing() -> None:
    coded = """
# R.xlsx!S
| Kode | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| '01 | Program A | 300 | 250 |
| 01.01 | Kegiatan satu | '150.000 | 120 |
| 01.02 | Kegiatan dua | 200 | 130 |
"""
    outcome = transcripts.outcome(DPA + coded)
    assert [(finding.rule, str(finding.cells[0])) for finding in outcome.findings] == [("cell_is_exact", "R.xlsx!S!C3")]


def test_a_table_that_was_left_aside_is_told_at_its_sheet_and_checked_by_no_rule() -> None:
    title = "| Tahun Anggaran 2017 |\n| Kode |"
    wrong = (
        DPA.replace("DPA.xlsx", "Lama.xlsx").replace("| Kode |", title.replace("2017", "2016")).replace("300", "999")
    )
    outcome = transcripts.outcome(DPA.replace("| Kode |", title) + wrong)
    (ours, theirs) = outcome.inputs
    assert (ours.tables[0].reason, theirs.tables[0].reason) == ("", "other_year")
    assert [finding.rule for finding in outcome.findings] == ["office_and_year_agree"]
