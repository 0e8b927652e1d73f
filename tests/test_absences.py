"""A line that stands twice, is missing, moved or renamed: what follows from that, on small packages."""

from __future__ import annotations

import pytest
from families import DPA, SOUND, SPENT_OF_DPA, changed, checked, told
from transcripts import outcome

from pipeline.absences import unread

SPENT = "| Layanan perpustakaan keliling | 250 | 233 | 17 |\n"
LAST = "| Pendataan arsip desa | 429 | 413 | 16 |\n"
BELOW_ARCHIVES = "| Pelatihan arsiparis | 376"
REVISED = "| 2.17.01.15.02 | Layanan perpustakaan keliling | 200 | 250 | 50 | 25 |\n"
AGREEMENT = """
# Perjanjian.xlsx!PK
| PERJANJIAN KINERJA TAHUN 2019 |
| No | Sasaran Strategis | Indikator Kinerja | Target | Program | Anggaran (Rp) |
| 1 | Meningkatnya minat baca | Indeks kegemaran membaca | 60 | Program Pengembangan Budaya Baca | 300 |
| 2 | Meningkatnya tertib arsip | Persentase arsip tertata | 70 % | Program Penyelamatan Arsip | 700 |
"""
RESULTS = """
# Capaian.xlsx!Kinerja
| No | Program/Kegiatan | Target | Realisasi |
| 1. | Program Pengembangan Budaya Baca | | |
| a. | Lomba bercerita tingkat SD | 5 kali | 5 kali |
| b. | Layanan perpustakaan keliling | 6 kali | 6 kali |
| 2. | Program Penyelamatan Arsip | | |
| a. | Pelatihan arsiparis | 7 kali | 7 kali |
| b. | Pendataan arsip desa | 8 desa | 8 desa |
"""
LONG_RUN = RESULTS.replace("Capaian.xlsx!Kinerja", "Renstra.xlsx!Jangka Menengah").replace(
    "Target | Realisasi", "Realisasi | Target Jangka Menengah"
)
MEASURED = "| b. | Pendataan arsip desa | 8 desa | 8 desa |\n"


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        pytest.param(SOUND + AGREEMENT + RESULTS + LONG_RUN, [], id="nothing is wrong"),
        pytest.param(
            changed(SOUND, (SPENT, SPENT + SPENT)),
            [
                "line_stands_once Realisasi!A5, A4",
                "  children_sum_to_parent Realisasi!B2, B3:B5: 360 / 610",
                "  children_sum_to_parent Realisasi!C2, C3:C5: 337 / 570",
            ],
            id="a row that stands twice explains the sums that it spoils",
        ),
        pytest.param(
            changed(SOUND, (SPENT, SPENT + SPENT), ("| 376 | 345 | 31 |", "| 376 | 354 | 31 |")),
            [
                "children_sum_to_parent Realisasi!C6, C7:C8: 758 / 767",
                "  difference_is_right Realisasi!D7, B7, C7: 31 / 22",
                "line_stands_once Realisasi!A5, A4",
                "  children_sum_to_parent Realisasi!B2, B3:B5: 360 / 610",
                "  children_sum_to_parent Realisasi!C2, C3:C5: 337 / 570",
            ],
            id="a row that stands twice explains no sum that is off by something else",
        ),
        pytest.param(
            changed(SOUND, (SPENT, "")),
            [
                "budgeted_lines_are_reported DPPA!B4:  / 250",
                "  children_sum_to_parent Realisasi!B2, B3: 360 / 110",
                "  children_sum_to_parent Realisasi!C2, C3: 337 / 104",
            ],
            id="a missing line explains the sums of its row, also the one whose figure nobody else has",
        ),
        pytest.param(
            changed(SOUND, (SPENT, ""), (LAST, "")),
            [
                "budgeted_lines_are_reported DPPA!B4:  / 250",
                "  children_sum_to_parent Realisasi!B2, B3: 360 / 110",
                "  children_sum_to_parent Realisasi!C2, C3: 337 / 104",
                "budgeted_lines_are_reported DPPA!B7:  / 429",
                "  children_sum_to_parent Realisasi!B4, B5: 805 / 376",
                "  children_sum_to_parent Realisasi!C4, C5: 758 / 345",
            ],
            id="two missing lines are two faults",
        ),
        pytest.param(
            changed(SOUND, (REVISED, "")),
            [
                "reported_lines_are_budgeted Realisasi!A4: 233 / ",
                "  children_sum_to_parent DPPA!C2, C3: 300 / 100",
                "  children_sum_to_parent DPPA!D2, D3: 360 / 110",
                "  revision_starts_from_budget DPA!C4:  / 200",
            ],
            id="what is told of one missing line is one finding",
        ),
        pytest.param(
            changed(SOUND, (SPENT, ""), (BELOW_ARCHIVES, SPENT + BELOW_ARCHIVES)),
            [
                "reported_lines_are_budgeted Realisasi!A5: 233 / ",
                "  budgeted_lines_are_reported DPPA!B4:  / 250",
                "  children_sum_to_parent Realisasi!B2, B3: 360 / 110",
                "  children_sum_to_parent Realisasi!B4, B5:B7: 805 / 1055",
                "  children_sum_to_parent Realisasi!C2, C3: 337 / 104",
                "  children_sum_to_parent Realisasi!C4, C5:C7: 758 / 991",
            ],
            id="a row below another program: one sum has it too much, another lacks it",
        ),
        pytest.param(
            changed(SOUND + AGREEMENT, ("70 % | Program Penyelamatan Arsip", "70 % | Program Kerja Sama Media")),
            [
                "agreement_program_is_budgeted PK!E4",
                "  agreement_program_is_budgeted DPA!B5; PK!E3:E4:  / 700",
            ],
            id="a renamed program: the unknown one has the amount of the one that is not named",
        ),
        pytest.param(
            changed(
                SOUND + AGREEMENT, ("70 % | Program Penyelamatan Arsip | 700", "70 % | Program Kerja Sama Media | 9")
            ),
            [
                "agreement_sums_to_budget PK!F3:F4; DPA!C8: 309 / 1000",
                "agreement_program_is_budgeted PK!E4",
                "agreement_program_is_budgeted DPA!B5; PK!E3:E4:  / 700",
            ],
            id="an unknown program with another amount is not the one that is not named",
        ),
        pytest.param(
            changed(SOUND + RESULTS, (LAST, ""), (MEASURED, "")),
            [
                "budgeted_lines_are_reported DPPA!B7:  / 429",
                "  children_sum_to_parent Realisasi!B5, B6: 805 / 376",
                "  children_sum_to_parent Realisasi!C5, C6: 758 / 345",
                "  counts_agree Kinerja!B2:B6; DPPA!B7: 2 program, 3 kegiatan / 2 program, 4 kegiatan",
            ],
            id="a count that lacks the line which the realization lacks",
        ),
        pytest.param(
            (SOUND + RESULTS + LONG_RUN).replace(MEASURED, ""),
            [
                "counts_agree Kinerja!B2:B6; DPPA!B7: 2 program, 3 kegiatan / 2 program, 4 kegiatan",
                "  counts_agree Jangka Menengah!B2:B6; DPPA!B7: 2 program, 3 kegiatan / 2 program, 4 kegiatan",
            ],
            id="two tables that lack the same line",
        ),
    ],
)
def test_what_follows_from_a_line(text: str, findings: list[str]) -> None:
    assert told(text) == findings


@pytest.mark.parametrize(
    ("spent", "followers"),
    [
        ("| 110 | #REF! | =B3-C3 |", {"D3": "C3"}),
        ("| 110 | #REF! | =$B$3-$C$3 |", {"D3": "C3"}),
        ("| 110 | #REF! | =B33-C33 |", {}),
        ("| #REF! | 104 | =C4 |", {}),
    ],
)
def test_a_formula_follows_the_unreadable_cell_that_it_names(spent: str, followers: dict[str, str]) -> None:
    findings = outcome(changed(SOUND, ("| 110 | 104 | 6 |", spent))).data.findings
    at = {finding.id: finding.cells[0].ref for finding in findings}
    assert {at[ident]: at[root] for ident, root in unread(findings).items()} == followers


def test_nothing_is_unread_where_every_cell_is_a_figure() -> None:
    assert unread(checked(SOUND)[1]) == {}


def test_a_line_that_only_the_realization_has_and_the_sum_that_lacks_it() -> None:
    text = changed(DPA + SPENT_OF_DPA, ("| 2.17.01.15.02 | Layanan perpustakaan keliling | 200 |\n", ""))
    assert told(text) == [
        "reported_lines_are_budgeted Realisasi!A4: 188 / ",
        "  children_sum_to_parent DPA!C2, C3: 300 / 100",
    ]
