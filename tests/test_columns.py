"""A column that was copied from another or slipped by a row: everything that it spoils is one fault."""

from __future__ import annotations

import pytest
from families import DPA, DPPA, SOUND, changed, told

BEFORE_IS_AFTER = changed(
    SOUND,
    ("| 300 | 360 |", "| 360 | 360 |"),
    ("| 100 | 110 |", "| 110 | 110 |"),
    ("| 200 | 250 |", "| 250 | 250 |"),
    ("| 700 | 805 |", "| 805 | 805 |"),
    ("| 310 | 376 |", "| 376 | 376 |"),
    ("| 390 | 429 |", "| 429 | 429 |"),
)
"""The column Sebelum Perubahan copied from the one after it."""
AGREEMENT = """
# Perjanjian.xlsx!PK
| PERJANJIAN KINERJA PERUBAHAN TAHUN 2019 |
| No | Sasaran Strategis | Indikator Kinerja | Target | Program | Anggaran (Rp) |
| 1 | Meningkatnya minat baca | Indeks kegemaran membaca | 60 | Program Pengembangan Budaya Baca | {0} |
| 2 | Meningkatnya tertib arsip | Persentase arsip tertata | 70 % | Program Penyelamatan Arsip | {1} |
"""


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        pytest.param(SOUND + AGREEMENT.format(360, 805), [], id="nothing is wrong"),
        pytest.param(
            BEFORE_IS_AFTER,
            [
                "revision_starts_from_budget DPPA!C3:C4, C6:C7; DPA!C3:C4, C6:C7: 110 / 100",
                "  difference_is_right DPPA!E2:E7, C2:C7, D2:D7: 60 / 0",
                "  percentage_is_right DPPA!F2:F7, C2:C7, D2:D7: 20 / 0",
            ],
            id="a copied column, with what was computed from it",
        ),
        pytest.param(
            changed(BEFORE_IS_AFTER, ("| 250 | 233 | 17 |", "| 250 | 233 | 71 |")),
            [
                "difference_is_right Realisasi!D4, B4, C4: 71 / 17",
                "revision_starts_from_budget DPPA!C3:C4, C6:C7; DPA!C3:C4, C6:C7: 110 / 100",
                "  difference_is_right DPPA!E2:E7, C2:C7, D2:D7: 60 / 0",
                "  percentage_is_right DPPA!F2:F7, C2:C7, D2:D7: 20 / 0",
            ],
            id="a fault in another workbook stays one of its own beside it",
        ),
        pytest.param(
            SOUND + AGREEMENT.format(300, 700),
            [
                "agreement_matches_budget PK!F3, F4, E3:E4; DPPA!D2:D7: 300 / ",
                "  agreement_sums_to_budget PK!F3:F4; DPPA!D2, D5: 1000 / 1165",
            ],
            id="an agreement that states the amounts before the revision throughout",
        ),
        pytest.param(
            changed(DPA + DPPA, ("| 66 | 21", "| 105 | 21"), ("| 39 | 10", "| 66 | 10"), ("| 50 | 25", "| 39 | 25")),
            [
                "difference_is_right DPPA!E4, C4, D4: 39 / 50",
                "difference_is_right DPPA!E6, C6, D6: 105 / 66",
                "difference_is_right DPPA!E7, C7, D7: 66 / 39",
            ],
            id="half of a column without a run: three faults",
        ),
        pytest.param(
            changed(DPA + DPPA, ("| 105 | 15", "| 50 | 15"), ("| 66 | 21", "| 105 | 21"), ("| 39 | 10", "| 66 | 10")),
            [
                "difference_is_right DPPA!E5:E7, C5:C7, D5:D7: 50 / 105",
            ],
            id="a run of a column that slipped by a row",
        ),
        pytest.param(
            changed(DPA + DPPA, ("| 50 | 25", "| 51 | 25"), ("| 39 | 10", "| 93 | 10")),
            [
                "difference_is_right DPPA!E4, C4, D4: 51 / 50",
                "difference_is_right DPPA!E7, C7, D7: 93 / 39",
            ],
            id="two wrong figures in a column are two",
        ),
    ],
)
def test_a_column_is_one_fault(text: str, findings: list[str]) -> None:
    assert told(text) == findings


INITIAL = """
# PK.xlsx!PK
| PERJANJIAN KINERJA TAHUN 2019 |
| No | Sasaran Strategis | Indikator Kinerja | Target | Program | Anggaran (Rp) |
| 1 | Minat baca | Indeks kegemaran membaca | 60 | Program Pengembangan Budaya Baca | {0} |
| 2 | Tertib arsip | Persentase arsip tertata | 70 % | Program Penyelamatan Arsip | {1} |
"""


@pytest.mark.parametrize(
    ("amounts", "findings"),
    [
        pytest.param((300, 700), [], id="as in the budget"),
        pytest.param(
            (700, 400),
            [
                "agreement_matches_budget PK!F3, E3; DPA!C2:C4, C5: 700 / ",
                "  agreement_matches_budget PK!F4, E4; DPA!C5:C7: 400 / ",
                "  agreement_sums_to_budget PK!F3:F4; DPA!C8: 1100 / 1000",
            ],
            id="neighbouring rows and the sum that they make wrong",
        ),
    ],
)
def test_amounts_of_an_agreement_that_slipped(amounts: tuple[int, int], findings: list[str]) -> None:
    assert told(DPA + INITIAL.format(*amounts)) == findings
