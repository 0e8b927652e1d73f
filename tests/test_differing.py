"""Two documents' figures of the same budget lines, and where they differ for a reason of their own."""

import pytest
import transcripts

from pipeline.differing import deepest, figures
from pipeline.model import Dataset

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


def differing(data: Dataset) -> list[str]:
    one, other = figures(data, "dpa", "budget"), figures(data, "realization", "budget")
    return [line.name for line in deepest(data, one, other)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, [], id="equal"),
        pytest.param({"| 200 |": "| 210 |"}, ["Kegiatan dua"], id="a kegiatan alone"),
        pytest.param({"| 200 |": "| 210 |", "| 300 |": "| 310 |"}, ["Kegiatan dua"], id="the program only follows"),
        pytest.param({"| 300 |": "| 310 |"}, ["Program A"], id="the program alone"),
        pytest.param(
            {"| 200 |": "| 110 |", "| 100 |": "| 190 |"}, ["Kegiatan satu", "Kegiatan dua"], id="they make up"
        ),
        pytest.param({"| 200 |": "| dua ratus |"}, [], id="what cannot be read is no difference"),
        pytest.param(
            {"| Kegiatan dua | 200 | 160 |\n": "", "| 300 |": "| 100 |"}, ["Kegiatan dua"], id="a line is lacking"
        ),
        pytest.param({"| 200 |": "| - |", "| 300 |": "| 100 |"}, ["Kegiatan dua"], id="a blank is nothing"),
    ],
)
def test_lines_that_differ_for_a_reason_of_their_own(changes: dict[str, str], expected: list[str]) -> None:
    text = LRA
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    assert differing(transcripts.outcome(DPA + text).data) == expected


def test_figures_by_key_with_their_cells() -> None:
    found = figures(transcripts.outcome(DPA + LRA.replace("200", "dua ratus")).data, "realization", "budget")
    assert {key: (figure.value, figure.unknown, figure.cells[0].ref) for key, figure in found.items()} == {
        "01": (300_00, False, "B2"),
        "01.01": (100_00, False, "B3"),
        "01.02": (None, True, "B4"),
    }
