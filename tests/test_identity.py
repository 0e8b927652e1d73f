"""What findings of reading are about: the same after rows were inserted, tables moved and files renamed."""

from __future__ import annotations

import pytest
import transcripts

from pipeline.identity import identified
from pipeline.model import Cell, Dataset, Finding, Office

DPA = """
# DPA.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
| 2.17.01 | Program Budaya Baca | 300 |
| 2.17.01.01 | Lomba bercerita | tiga ratus |
"""
STAFF = """
# Pegawai.xlsx!Pegawai
| No | PNS Golongan | Jumlah Orang |
| 1 | IV/a | dua |
| 2 | III/d | 3 |
| | | 4.5 |
| | | 5 |
| Jumlah | | 10.5 |
"""
PLAN = """
# Renja.xlsx!Renja
| Program/Kegiatan | Pagu Indikatif (Rp) |
| Program Budaya Baca | 300 |
| Kegiatan Rapat koordinasi | seratus |
| Program Arsip | 200 |
| Kegiatan Rapat koordinasi | dua ratus |
"""
AGREEMENT = """
# DPA.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
| 2.17.01 | Program Budaya Baca | 300 |
# PK.xlsx!PK
| Perjanjian Kinerja |
| No | Sasaran | Indikator Kinerja | Target | Program | Anggaran (Rp) |
| 1 | Minat baca naik | Jumlah pemustaka | 10 orang | Program Budaya Baca | seratus |
| | | Jumlah koleksi | 20 buku | Program Budaya Baca | 100 juta |
| | | Jumlah koleksi | 20 buku | Program Budaya Baca | (-) 100 ribu |
"""
REGISTER = """
# DPA.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
| 2.17.01 | Program Budaya Baca | 300 |
| 2.17.01.01 | Lomba bercerita | 300 |
# SP2D.xlsx!SP2D
| No | Tanggal SP2D | No. SP2D | Kode Kegiatan | Kegiatan | Nilai SP2D |
| 1 | @2019-01-02 | 001/LS | 2.17.01.01 | Lomba bercerita | seratus |
| 2 | @2019-01-03 | 002/LS | 2.17.01.01 | Lomba bercerita | 100 juta |
"""


def ids(text: str, rule: str = "cell_is_exact") -> list[str]:
    return [finding.id for finding in transcripts.outcome(text).findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DPA, ["cell_is_exact:dpa|2.17.01.01|budget"]),
        (
            STAFF,
            [
                "cell_is_exact:staff.grade|iva|persons",
                "cell_is_exact:staff.grade|~1|persons",
                "cell_is_exact:staff.grade|total|persons",
            ],
        ),
        (
            PLAN,
            [
                "cell_is_exact:plan|budayabaca/rapatkoordinasi|amount",
                "cell_is_exact:plan|arsip/rapatkoordinasi|amount",
            ],
        ),
        (
            AGREEMENT,
            [
                "cell_is_exact:agreement.initial|2.17.01/minatbacanaik/jumlahpemustaka/budayabaca|amount",
                "cell_is_exact:agreement.initial|2.17.01/minatbacanaik/jumlahkoleksi/budayabaca|amount",
                "cell_is_exact:agreement.initial|2.17.01/minatbacanaik/jumlahkoleksi/budayabaca~2|amount",
            ],
        ),
        (
            REGISTER,
            [
                "cell_is_exact:register|2.17.01.01/20190102/001ls/2170101/lombabercerita|amount",
                "cell_is_exact:register|2.17.01.01/20190103/002ls/2170101/lombabercerita|amount",
            ],
        ),
    ],
    ids=["budget", "staff", "plan", "agreement", "register"],
)
def test_a_cell_is_known_by_its_kind_line_and_column(text: str, expected: list[str]) -> None:
    assert sorted(ids(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "mended"),
    [(AGREEMENT, "seratus"), (AGREEMENT, "100 juta"), (REGISTER, "seratus"), (PLAN, "seratus"), (STAFF, "4.5")],
)
def test_to_mend_one_row_renames_no_other(text: str, mended: str) -> None:
    assert set(ids(text.replace(f"| {mended} |", "| 100 |"))) < set(ids(text))


@pytest.mark.parametrize(
    "change",
    [
        ("Program Budaya Baca", "PROGRAM BUDAYA BACA"),
        ("Program B", "Program  b"),
        ("Kegiatan Rapat", "Rapat"),
    ],
)
def test_capitals_of_a_plan_without_a_budget_change_nothing(change: tuple[str, str]) -> None:
    text = PLAN.replace("seratus", "100").replace("dua ratus", "150")
    found = ids(text, "children_sum_to_parent")
    assert found == ["children_sum_to_parent:plan|budayabaca|amount", "children_sum_to_parent:plan|arsip|amount"]
    assert ids(text.replace(*change), "children_sum_to_parent") == found


@pytest.mark.parametrize("text", [DPA, STAFF, PLAN], ids=["budget", "staff", "plan"])
def test_it_stays_the_same_wherever_the_table_stands(text: str) -> None:
    first, sheet, *rows = text.strip().split("\n")[0:1] + text.strip().split("\n")
    head = first.replace(".xlsx!", " baru.xlsx!Lembar ")
    moved = "\n".join([head, "| Lampiran |", "|", *(f"| {row}" for row in rows)])
    assert sheet == first
    assert ids(moved) == ids(text)


def test_what_stands_in_no_table_is_known_by_what_is_said_of_it() -> None:
    cell = Cell("a.xlsx", "S", "A1:C1")
    missing = Finding("column_is_present", "error", (cell,), {"kind": "Dokumen Anggaran", "column": "Uraian"})
    own = Finding("file_is_readable", "error", (Cell("b.xlsx"),), subject="b.xlsx")
    bare = Finding("formula_has_value", "error", (cell,))
    found = identified(Dataset(Office(), ()), [missing, own, bare])
    assert [finding.subject for finding in found] == ["dokumenanggaran|uraian", "b.xlsx", ""]
    assert found[2].id == "formula_has_value:a.xlsx!S!A1:C1"


def test_two_documents_that_disagree_are_known_by_their_kind() -> None:
    other = DPA.replace("DPA.xlsx", "DPA lain.xlsx").replace("tiga ratus", "5")
    found = transcripts.outcome(DPA.replace("tiga ratus", "300") + other).findings
    assert "documents_agree:dpa" in [finding.id for finding in found]
