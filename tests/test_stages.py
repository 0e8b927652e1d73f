"""The budget before and after the revision, and the cells that state it."""

import pytest
import transcripts

from pipeline import stages
from pipeline.model import Cell, Dataset

DPA = """
# DPA.xlsx!S
| Kode | Uraian | Jumlah |
| '2.01 | Program A | 300 |
| 2.01.01 | Kegiatan satu | 100 |
| 2.01.02 | Kegiatan dua | 200 |
| '2.02 | Program B | 50 |
| | Jumlah | 350 |
"""
DPPA = """
# DPPA.xlsx!S
| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan |
| '2.01 | Program A | 300 | 400 |
| 2.01.01 | Kegiatan satu | 100 | 100 |
| 2.01.02 | Kegiatan dua | 200 | 300 |
| '2.03 | Program C | | 70 |
"""


def data(text: str) -> Dataset:
    return transcripts.outcome(text).data


def rupiah(found: Dataset, stage: str) -> dict[str, int | None]:
    return {key: figure.value and figure.value // 100 for key, figure in stages.base(found, stage).items()}


@pytest.mark.parametrize(
    ("text", "stage", "expected", "document"),
    [
        pytest.param(DPA + DPPA, "initial", {"2.01": 300, "2.01.01": 100, "2.01.02": 200, "2.02": 50}, "DPA", id="DPA"),
        pytest.param(
            DPA + DPPA, "revised", {"2.01": 400, "2.01.01": 100, "2.01.02": 300, "2.03": 70}, "DPPA", id="DPPA"
        ),
        pytest.param(DPPA, "initial", {"2.01": 300, "2.01.01": 100, "2.01.02": 200}, "DPPA", id="column before"),
        pytest.param(DPA, "revised", {}, "DPPA", id="no revision"),
        pytest.param("# A.xlsx!S\n| nothing |", "initial", {}, "DPPA", id="no document"),
    ],
)
def test_the_budget_of_a_stage(text: str, stage: str, expected: dict[str, int], document: str) -> None:
    found = data(text)
    assert rupiah(found, stage) == expected
    assert stages.document(found, stage) == document


def test_the_total_of_a_stage_and_the_cell_that_states_it() -> None:
    found = data(DPA + DPPA)
    assert stages.total(found, "initial").value == 350_00
    assert stages.total_cell(found, "initial", 350_00) == Cell("DPA.xlsx", "S", "C6")
    assert stages.total_cell(found, "initial", 340_00) is None
    assert stages.total(found, "revised").value == 470_00
    assert stages.total_cell(found, "revised", 470_00) is None


def test_a_family_and_its_cells() -> None:
    found = data(DPA + DPPA)
    own = stages.family(found, "2.01")
    assert [line.name for line in own] == ["Program A", "Kegiatan satu", "Kegiatan dua"]
    figures = [line.initial for line in own]
    assert stages.blocks(found, figures) == (Cell("DPA.xlsx", "S", "C2:C4"),)


def test_where_a_line_is_named_at_a_stage() -> None:
    found = data(DPA + DPPA)
    first, *_, last = found.budget
    assert stages.name_cell(found, first, "initial") == Cell("DPA.xlsx", "S", "B2")
    assert stages.name_cell(found, first, "revised") == Cell("DPPA.xlsx", "S", "B2")
    assert stages.other("revised") == "initial"
    assert stages.name_cell(found, last, "initial") == last.cell
