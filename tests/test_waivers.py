"""What staff wrote of findings: when it holds, when it does not any more, and what stays the same in a moved one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
import transcripts

from pipeline.model import Cell, Finding, Outcome, Wording
from pipeline.waivers import fingerprint

D = Decimal
DPA = """
# DPA.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
| 2.17.01 | Program Budaya Baca | {stated} |
| 2.17.01.01 | Lomba bercerita | 290.25 |
"""
IDENT = r"children_sum_to_parent:dpa\|2.17.01\|budget"
FINDING = Finding(
    "names_agree",
    "note",
    (Cell("DPA.xlsx", "DPA", "B2"),),
    {"file": "DPA.xlsx", "row": 2, "count": 3, "names": Wording("remark.spelled", {"text": "Lomba", "row": 5})},
    D("1.50"),
    "lomba cerita",
    subject="2.17.01.01",
)


def outcome(row: str, stated: str = "300") -> Outcome:
    """A package with one contradiction, and a row of a Catatan Temuan."""
    head = "| Tertulis | Dihitung | Alasan | Oleh | Tanggal | Identitas Temuan | Sidik |"
    return transcripts.outcome(f"{DPA.format(stated=stated)}# Catatan.xlsx!Catatan\n{head}\n{row}\n")


def only(found: Outcome) -> Finding:
    (finding,) = (finding for finding in found.findings if finding.rule == "children_sum_to_parent")
    return finding


def test_a_finding_with_a_reason_is_accepted_and_counts_no_more() -> None:
    found = outcome(f"| 300 | 290.25 | Menunggu revisi | Kasubbag | @2019-03-04 | {IDENT} | |")
    told = only(found)
    assert told.waiver is not None
    assert (told.state, told.waiver.reason, told.waiver.by, told.waiver.date) == (
        "accepted",
        "Menunggu revisi",
        "Kasubbag",
        "2019-03-04",
    )
    assert (found.count("error"), found.accepted, found.examined["waiver_names_finding"]) == (0, 1, 1)


@pytest.mark.parametrize(
    ("stated", "computed", "seal", "state"),
    [
        ("300", "290.25", "", "accepted"),
        ("'300,00", "'290,25", "", "accepted"),
        ("'300", "'290.25", "", "accepted"),
        ("300", "290.2", "", "open"),
        ("300", "", "", "open"),
        ("", "", "", "open"),
        ("", "", "{seal}", "accepted"),
        ("1", "2", "{SEAL}", "accepted"),  # the mark counts, not the columns
        ("300", "290.25", "0123456789ab", "open"),
    ],
)
def test_a_reason_holds_for_the_figures_that_it_was_given_for(
    stated: str, computed: str, seal: str, state: str
) -> None:
    own = fingerprint(only(outcome("| | | | | | x | |")))
    seal = seal.format(seal=own, SEAL=own.upper())
    told = only(outcome(f"| {stated} | {computed} | Menunggu revisi | | | {IDENT} | {seal} |"))
    assert told.state == state


@pytest.mark.parametrize("reason", ["", "-", " . "])
def test_a_row_without_a_reason_says_nothing(reason: str) -> None:
    found = outcome(f"| 300 | 290.25 | {reason} | Kasubbag | | {IDENT} | |")
    assert (only(found).waiver, [finding.rule for finding in found.findings]) == (None, ["children_sum_to_parent"])


def test_a_finding_whose_figures_changed_is_open_and_keeps_what_was_written() -> None:
    found = outcome(f"| 300 | 290.25 | Menunggu revisi | | | {IDENT} | |", stated="301")
    told = only(found)
    assert told.waiver is not None
    assert (told.state, told.waiver.stale, told.waiver.reason) == ("open", True, "Menunggu revisi")
    assert (found.count("error"), found.count("warning"), found.accepted) == (1, 0, 0)
    remark = next(finding for finding in found.findings if finding.rule == "waiver_names_finding")
    assert (remark.severity, remark.follows) == ("warning", told.id)


def test_without_a_list_of_findings_its_rule_examines_nothing() -> None:
    assert "waiver_names_finding" not in transcripts.outcome(DPA.format(stated="300")).examined


def test_of_a_list_of_findings_alone_nothing_can_be_made() -> None:
    text = f"# Catatan.xlsx!C\n| Identitas Temuan | Alasan | Oleh |\n| {IDENT} | Menunggu revisi | Kasubbag |\n"
    assert transcripts.outcome(text).status == "rejected"


@pytest.mark.parametrize(
    "change",
    [
        {"cells": (Cell("DPA baru.xlsx", "Lembar1", "C9"),)},
        {"facts": {**FINDING.facts, "file": "DPA baru.xlsx", "row": 9}},
        {"facts": {**FINDING.facts, "name": "lomba Bercerita", "remark": Wording("remark.nearest", {"name": "x"})}},
        {"facts": {**FINDING.facts, "names": Wording("remark.spelled", {"text": "Lomba", "row": 9})}},
        {"severity": "warning", "causes": ()},
        {"stated": D("1.5"), "facts": dict(reversed(list(FINDING.facts.items())))},
    ],
)
def test_a_fingerprint_stays_where_only_the_place_changes(change: dict[str, object]) -> None:
    assert fingerprint(replace(FINDING, **change)) == fingerprint(FINDING)  # type: ignore[arg-type]
    assert len(fingerprint(FINDING)) == 12


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "2.17.01.02"},
        {"rule": "results_agree"},
        {"stated": D("1.51")},
        {"stated": None},
        {"computed": "lomba baca"},
        {"facts": {**FINDING.facts, "count": 4}},
        {"facts": {**FINDING.facts, "names": Wording("remark.spelled", {"text": "Lomba baca"})}},
    ],
)
def test_a_fingerprint_changes_with_what_is_said(change: dict[str, object]) -> None:
    assert fingerprint(replace(FINDING, **change)) != fingerprint(FINDING)  # type: ignore[arg-type]
