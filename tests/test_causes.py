"""The likely causes of a difference: each kind, each once, the likeliest first, three at the most."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from families import DPA, SOUND, caused, causes, changed, checked
from hypothesis import given, settings
from hypothesis import strategies as st
from transcripts import outcome

from pipeline.causes import MOST, RANKS, explained
from pipeline.model import Cause, Cell, Finding

FOUR = changed(
    DPA,
    ("desa | 390 |\n", "desa | 190 |\n| 2.17.01.16.03 | Alih media | 150 |\n| 2.17.01.16.04 | Siaran radio | 50 |\n"),
)
"""The second program with four kegiatan: 310, 190, 150, 50."""
SPENT = "| Layanan perpustakaan keliling | 250 | 233 | 17 |\n"
CUT = """
# DPPA.xlsx!DPPA
| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan | Bertambah/(Berkurang) | % |
| 2.17.01.15 | Program Pengembangan Budaya Baca | 300 | 350 | 50 | 16.66 {0.00} |
| 2.17.01.15.01 | Lomba bercerita tingkat SD | 300 | 350 | 50 | 16.67 {0.00} |
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(SOUND, {}, id="nothing is wrong"),
        pytest.param(
            changed(DPA, ("Arsip | 700 |", "Arsip | 705 |")),
            {},
            id="a difference that nothing explains",
        ),
        pytest.param(
            changed(SOUND, ("| 805 | 105 |", "| 805 | -105 |")),
            {"difference_is_right DPPA!E5": ["swapped_sign DPPA!E5"]},
            id="a sign",
        ),
        pytest.param(
            changed(DPA, ("arsiparis | 310 ", "arsiparis | 130 ")),
            {"children_sum_to_parent DPA!C5": ["transposed_digits DPA!C6"]},
            id="two digits that changed places",
        ),
        pytest.param(
            changed(SOUND, ("| 360 | 60 |", "| 360 | 600 |")),
            {"difference_is_right DPPA!E2": ["factor_10 DPPA!E2"]},
            id="a zero too many",
        ),
        pytest.param(
            changed(DPA, ("arsiparis | 310 ", "arsiparis | 310000 ")),
            {"children_sum_to_parent DPA!C5": ["factor_1000 DPA!C6"]},
            id="three zeros",
        ),
        pytest.param(
            changed(DPA, ("arsiparis | 310 ", "arsiparis | 310000000 ")),
            {"children_sum_to_parent DPA!C5": ["factor_1000000 DPA!C6"]},
            id="six zeros",
        ),
        pytest.param(
            changed(DPA, ("Jumlah | 1000 |", "Jumlah | 2000 |")),
            {"rows_sum_to_total DPA!C8": ["subtotal_counted DPA!C3"]},
            id="programs and their kegiatan in one total",
        ),
        pytest.param(
            changed(DPA, ("Jumlah | 1000 |", "Jumlah | 700 |")),
            {"rows_sum_to_total DPA!C8": ["child_equals_difference DPA!C2"]},
            id="a part that was left out",
        ),
        pytest.param(
            changed(DPA, ("Baca | 300 |", "Baca | 500 |")),
            {"children_sum_to_parent DPA!C2": ["doubled_child DPA!C4"]},
            id="a part that was counted twice",
        ),
        pytest.param(
            FOUR.replace("Arsip | 700 |", "Arsip | 500 |"),
            {"children_sum_to_parent DPA!C5": ["partial_total DPA!C8, C9"]},
            id="a sum that stops too early",
        ),
        pytest.param(
            FOUR.replace("Arsip | 700 |", "Arsip | 200 |"),
            {"children_sum_to_parent DPA!C5": ["partial_total DPA!C6, C7"]},
            id="a sum that begins too late",
        ),
        pytest.param(
            changed(SOUND, (SPENT, "")),
            {
                "budgeted_lines_are_reported DPPA!B4": ["missing_child DPPA!D4"],
                "children_sum_to_parent Realisasi!B2": ["missing_child DPPA!D4"],
            },
            id="a line that other documents have, told at its finding and where it is missing",
        ),
        pytest.param(CUT, {"percentage_is_right DPPA!F2": ["cut_off DPPA!F2"]}, id="a percentage that was cut off"),
    ],
)
def test_each_kind_with_its_cells(text: str, expected: dict[str, list[str]]) -> None:
    assert causes(text) == expected


@pytest.mark.parametrize(
    ("text", "ref", "expected"),
    [
        pytest.param(
            changed(SOUND, ("keliling | 200 |\n", "keliling | 20 |\n")),
            "DPPA!C4",
            ["factor_10 DPA!C4", "factor_10 DPPA!C4"],
            id="first the cell that several equations blame",
        ),
        pytest.param(
            changed(SOUND, ("| 250 | 233 | 17 |", "| 250 | 323 | 17 |")),
            "Realisasi!C2",
            ["transposed_digits Realisasi!C4", "transposed_digits Realisasi!C3"],
            id="and not one that explains as much by chance",
        ),
        pytest.param(
            changed(SOUND, (SPENT, SPENT + SPENT)),
            "Realisasi!A5",
            ["doubled_child Realisasi!B5", "doubled_child Realisasi!C5", "doubled_child Realisasi!B4"],
            id="of a row that stands twice the one that came second, three at the most",
        ),
    ],
)
def test_order(text: str, ref: str, expected: list[str]) -> None:
    (found,) = [told for place, told in causes(text).items() if place.endswith(f" {ref}")]
    assert found == expected


def test_a_slip_says_what_was_written_and_what_was_wanted() -> None:
    (finding,) = outcome(changed(DPA, ("arsiparis | 310 ", "arsiparis | 130 "))).findings
    (cause,) = finding.causes
    assert cause.facts == {"written": Decimal(130), "wanted": Decimal(310)}


def test_a_finding_that_others_follow_has_their_causes_too() -> None:
    data, findings, _ = checked(changed(SOUND, ("| 50 | 25 |", "| 51 | 25 |")))
    (finding,) = findings
    cell = Cell("DPPA.xlsx", "DPPA", "E4")
    behind = Finding("x", "error", (cell,), causes=(Cause("partial_total", (cell,)),), subject="x", follows=finding.id)
    told = explained(data, [finding, behind], {})
    assert [[caused(cause) for cause in one.causes] for one in told] == [["partial_total DPPA!E4"]] * 2


@settings(max_examples=25, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(RANKS[1:]), max_size=8), st.lists(st.integers(2, 4), min_size=8, max_size=8))
def test_each_once_the_likeliest_first_three_at_the_most(kinds: list[str], rows: list[int]) -> None:
    data, (finding,), _ = checked(changed(DPA, ("Arsip | 700 |", "Arsip | 705 |")))
    own = [Cause(kind, (Cell("a.xlsx", "A", f"C{row}"),)) for kind, row in zip(kinds, rows, strict=False)]
    (told,) = explained(data, [replace(finding, causes=tuple(own))], {})
    ranks = [RANKS.index(cause.kind) for cause in told.causes]
    assert ranks == sorted(ranks)
    assert len(told.causes) == min(MOST, len({(cause.kind, cause.cells) for cause in own}))
    assert set(map(caused, told.causes)) <= set(map(caused, own))
