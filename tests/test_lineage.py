"""A wrong amount and what was computed from it: one fault, though each figure is right by its parts."""

from __future__ import annotations

import pytest
from families import DPA, SOUND, SPENT_OF_DPA, changed, told

OUTDATED = (
    DPA
    + """
# DPPA.xlsx!DPPA
| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan |
| 2.17.01.15 | Program Pengembangan Budaya Baca | 300 | 400 |
| 2.17.01.15.01 | Lomba bercerita tingkat SD | 100 | 160 |
| 2.17.01.15.02 | Layanan perpustakaan keliling | 200 | 240 |
| 2.17.01.16 | Program Penyelamatan Arsip | 700 | 700 |
| 2.17.01.16.01 | Pelatihan arsiparis | 310 | 310 |
| 2.17.01.16.02 | Pendataan arsip desa | 390 | 390 |
"""
    + SPENT_OF_DPA
)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        pytest.param(
            changed(SOUND, ("| 805 | 758 | 47 |", "| 805 | 767 | 47 |"), ("| 1165 | 1095 |", "| 1165 | 1104 |")),
            [
                "children_sum_to_parent Realisasi!C5, C6:C7: 767 / 758",
                "  difference_is_right Realisasi!D5, B5, C5: 47 / 38",
                "  difference_is_right Realisasi!D8, B8, C8: 70 / 61",
            ],
            id="the total is computed from a wrong program",
        ),
        pytest.param(
            changed(SOUND, ("| 805 | 758 | 47 |", "| 805 | 767 | 47 |"), ("| 1165 | 1095 |", "| 1165 | 1090 |")),
            [
                "children_sum_to_parent Realisasi!C5, C6:C7: 767 / 758",
                "  difference_is_right Realisasi!D5, B5, C5: 47 / 38",
                "difference_is_right Realisasi!D8, B8, C8: 70 / 75",
                "rows_sum_to_total Realisasi!C8, C2, C5: 1090 / 1104",
            ],
            id="a total that is off by something else is a fault of its own",
        ),
        pytest.param(
            changed(SOUND, ("| 250 | 50 | 25 |", "| 250 | 40 | 20 |")),
            ["difference_is_right DPPA!E4, C4, D4: 40 / 50", "  percentage_is_right DPPA!F4, C4, D4: 20 / 25"],
            id="the percentage of a wrong difference",
        ),
        pytest.param(
            changed(SOUND, ("| 376 | 66 | 21.29 {0.00} |", "| 376 | 60 | 19.35 {0.00} |")),
            ["difference_is_right DPPA!E6, C6, D6: 60 / 66", "  percentage_is_right DPPA!F6, C6, D6: 19.35 / 21.29"],
            id="the percentage of a wrong difference, rounded as it is shown",
        ),
        pytest.param(
            changed(SOUND, ("| 250 | 50 | 25 |", "| 250 | 40 | 30 |")),
            ["difference_is_right DPPA!E4, C4, D4: 40 / 50", "percentage_is_right DPPA!F4, C4, D4: 30 / 25"],
            id="a percentage that is not that of the wrong difference either",
        ),
        pytest.param(
            changed(OUTDATED, ("| 100 | 92 |", "| 100 | 152 |"), ("| 300 | 280 |", "| 300 | 340 |")),
            [
                "realization_uses_current_budget Realisasi!B3; DPPA!D3; Realisasi!B4; DPPA!D4: 100 / 160",
                "  spent_within_budget Realisasi!C2, B2: 340 / 300",
                "  spent_within_budget Realisasi!C3, B3: 152 / 100",
            ],
            id="spent beyond the budget before the revision, within the one after it",
        ),
        pytest.param(
            changed(OUTDATED, ("| 100 | 92 |", "| 100 | 172 |"), ("| 300 | 280 |", "| 300 | 360 |")),
            [
                "realization_uses_current_budget Realisasi!B3; DPPA!D3; Realisasi!B4; DPPA!D4: 100 / 160",
                "  spent_within_budget Realisasi!C2, B2: 360 / 300",
                "spent_within_budget Realisasi!C3, B3: 172 / 100",
            ],
            id="spent beyond both budgets",
        ),
    ],
)
def test_what_is_made_of_a_wrong_amount(text: str, findings: list[str]) -> None:
    assert told(text) == findings


def test_overspending_follows_the_wrong_budget_of_its_own_row() -> None:
    text = changed(SOUND, ("| 110 | 104 | 6 |", "| 90 | 104 | 6 |"), ("| 376 | 345 | 31 |", "| 367 | 345 | 31 |"))
    assert told(text) == [
        "children_sum_to_parent Realisasi!B2, B3:B4: 360 / 340",
        "  difference_is_right Realisasi!D3, B3, C3: 6 / -14",
        "  realization_uses_current_budget Realisasi!B3; DPPA!D3: 90 / 110",
        "  spent_within_budget Realisasi!C3, B3: 104 / 90",
        "children_sum_to_parent Realisasi!B5, B6:B7: 805 / 796",
        "  difference_is_right Realisasi!D6, B6, C6: 31 / 22",
        "  realization_uses_current_budget Realisasi!B6; DPPA!D6: 367 / 376",
    ]
