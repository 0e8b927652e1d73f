"""Which cell is to blame for several findings, and by how much it is wrong."""

from __future__ import annotations

import pytest
from families import DPA, SOUND, changed, checked, line, revision
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.blame import groups

AGREEMENT = """
# Perjanjian.xlsx!PK
| PERJANJIAN KINERJA TAHUN 2019 |
| No | Sasaran Strategis | Indikator Kinerja | Target | Program | Anggaran (Rp) |
| 1 | Meningkatnya minat baca | Indeks kegemaran membaca | 60 | Program Pengembangan Budaya Baca | {0} |
| 2 | Meningkatnya tertib arsip | Persentase arsip tertata | 70 % | Program Penyelamatan Arsip | {1} |
"""


def blamed(text: str) -> dict[str, list[str]]:
    """Return each cell that is to blame with its change, and the findings that this would make true."""
    data, findings, values = checked(text)
    return {
        f"{cell.sheet}!{cell.ref} {change:+f}": [line(finding) for finding in group]
        for (cell, change), group in groups(data, findings, values)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(SOUND, {}, id="nothing is wrong"),
        pytest.param(
            changed(SOUND, ("| 50 | 25 |", "| 51 | 25 |")),
            {},
            id="one finding needs no other cell",
        ),
        pytest.param(
            changed(SOUND, ("keliling | 200 |\n", "keliling | 20 |\n")),
            {
                "DPA!C4 +180": [
                    "children_sum_to_parent DPA!C2, C3:C4: 300 / 120",
                    "revision_starts_from_budget DPPA!C4; DPA!C4: 200 / 20",
                ]
            },
            id="an amount of the DPA",
        ),
        pytest.param(
            changed(SOUND, ("| 100 | 110 | 10 | 10 |", "| 100 | 170 | 10 | 10 |")),
            {
                "DPPA!D3 -60": [
                    "children_sum_to_parent DPPA!D2, D3:D4: 360 / 420",
                    "difference_is_right DPPA!E3, C3, D3: 10 / 70",
                    "realization_uses_current_budget Realisasi!B3; DPPA!D3: 110 / 170",
                    "percentage_is_right DPPA!F3, C3, D3: 10 / 70",
                ]
            },
            id="its percentage would be right too",
        ),
        pytest.param(
            changed(SOUND, ("| 250 | 233 | 17 |", "| 250 | 323 | 17 |")),
            {
                "Realisasi!C4 -90": [
                    "children_sum_to_parent Realisasi!C2, C3:C4: 337 / 427",
                    "difference_is_right Realisasi!D4, B4, C4: 17 / -73",
                    "spent_within_budget Realisasi!C4, B4: 323 / 250",
                ]
            },
            id="it would be spent within the budget too",
        ),
        pytest.param(
            changed(
                SOUND, ("| 250 | 233 | 17 |", "| 250 | 223 | 17 |"), ("arsiparis | 310 |\n", "arsiparis | 130 |\n")
            ),
            {
                "DPA!C6 +180": [
                    "children_sum_to_parent DPA!C5, C6:C7: 700 / 520",
                    "revision_starts_from_budget DPPA!C6; DPA!C6: 310 / 130",
                ],
                "Realisasi!C4 +10": [
                    "children_sum_to_parent Realisasi!C2, C3:C4: 337 / 327",
                    "difference_is_right Realisasi!D4, B4, C4: 17 / 27",
                ],
            },
            id="two cells, each for its own",
        ),
        pytest.param(
            DPA + AGREEMENT.format(270, 700),
            {
                "PK!F3 +30": [
                    "agreement_matches_budget PK!F3, E3; DPA!C2:C4: 270 / ",
                    "agreement_sums_to_budget PK!F3:F4; DPA!C8: 970 / 1000",
                ]
            },
            id="the program would have the amount of its agreement too",
        ),
        pytest.param(revision(E4=11, E8=16, E13=5), {}, id="faults that have no cell in common"),
    ],
)
def test_a_cell_is_to_blame(text: str, expected: dict[str, list[str]]) -> None:
    found = blamed(text)
    assert {cell: sorted(group) for cell, group in found.items()} == {
        cell: sorted(group) for cell, group in expected.items()
    }


FIGURES = [part for part in SOUND.split("|") if part.strip().isdigit()]


@settings(max_examples=25, derandomize=True, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(FIGURES) - 1), st.integers(1, 999)), min_size=1, max_size=4))
def test_no_finding_has_two_cells_to_blame(faults: list[tuple[int, int]]) -> None:
    pieces = SOUND.split("|")
    places = [place for place, part in enumerate(pieces) if part.strip().isdigit()]
    for number, amount in faults:
        pieces[places[number]] = f" {amount} "
    data, findings, values = checked("|".join(pieces))
    found = groups(data, findings, values)
    explained = [finding.id for _, group in found for finding in group]
    assert len(explained) == len(set(explained))
    sizes = [len(group) for _, group in found]
    assert all(size > 1 for size in sizes)
    assert sizes == sorted(sizes, reverse=True)
