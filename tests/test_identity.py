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


def ids(text: str) -> list[str]:
    return [finding.id for finding in transcripts.outcome(text).findings if finding.rule == "cell_is_exact"]


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
    ],
    ids=["budget", "staff", "plan"],
)
def test_a_cell_is_known_by_its_kind_line_and_column(text: str, expected: list[str]) -> None:
    assert sorted(ids(text)) == sorted(expected)


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
