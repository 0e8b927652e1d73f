"""The schemas' own checks: one finding for each cell that is refused, all in one pass."""

import pytest
import transcripts
import worksheets

from pipeline import validate
from pipeline.kinds import kinds
from pipeline.messages import sentence
from pipeline.reading import from_grids

MEND = " Perbaiki sel itu di buku kerja asalnya."
"""What every refused cell is told to do."""


def refused(text: str) -> list[tuple[str, str, str]]:
    """The check, the cell and the sentence of each finding."""
    tables, _, _ = from_grids(worksheets.read(text))
    return [(found.rule, str(found.cells[0]), sentence(found)) for found in validate.check(tables)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            """
# DPA.xlsx!DPA
| Kode | Uraian | Triwulan I | Jumlah (Rp) |
| 2.17.01.15 | Program Budaya Baca | -5 | -100.25 |
| 2.17.01.15.01 | Lomba bercerita | 0 | - |
""",
            [
                (
                    "budget_is_not_negative",
                    "DPA.xlsx!DPA!C2",
                    "Anggaran -5 kurang dari nol." + MEND,
                ),
                (
                    "budget_is_not_negative",
                    "DPA.xlsx!DPA!D2",
                    "Anggaran -100,25 kurang dari nol." + MEND,
                ),
            ],
            id="every cell of every column",
        ),
        pytest.param(
            """
# A.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
| 2.17.01.15 | Program Budaya Baca | 100 |
# B.xlsx!DPPA
| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan |
| 2.17.01.15 | Program Budaya Baca | 100 | (50) |
# C.xlsx!Renja
| Kode | Program dan Kegiatan | Pagu Indikatif |
| 2.17.01.15 | Program Budaya Baca | (1.000.000) |
# D.xlsx!Pegawai
| No | Golongan | Jumlah Orang |
| 1 | IV/a | -2 |
""",
            [
                (
                    "budget_is_not_negative",
                    "B.xlsx!DPPA!D2",
                    "Anggaran -50 kurang dari nol." + MEND,
                ),
                (
                    "budget_is_not_negative",
                    "C.xlsx!Renja!C2",
                    "Anggaran -1.000.000 kurang dari nol." + MEND,
                ),
                (
                    "persons_are_not_negative",
                    "D.xlsx!Pegawai!C2",
                    "Jumlah orang -2 kurang dari nol." + MEND,
                ),
            ],
            id="several kinds",
        ),
        pytest.param(
            """
# A.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
| 2.17.01.15 | Program Budaya Baca | 100 |
# B.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
| 2.17.01.15 | Program Budaya Baca | -100 |
""",
            [
                (
                    "budget_is_not_negative",
                    "B.xlsx!DPA!C2",
                    "Anggaran -100 kurang dari nol." + MEND,
                )
            ],
            id="two tables of one kind, the same row",
        ),
        pytest.param(
            """
# IKU.xlsx!IKU
| No | Indikator Kinerja Utama | Target | Realisasi |
| 1 | Indeks kegemaran membaca | 60 | 62 |
| 2 | Jumlah pengunjung | 100 | 90 |
| 3 | indeks kegemaran MEMBACA | 61 | 62 |
""",
            [
                (
                    "indicator_stands_once",
                    "IKU.xlsx!IKU!B2",
                    'Indikator "Indeks kegemaran membaca" tertulis lebih dari sekali.' + MEND,
                ),
                (
                    "indicator_stands_once",
                    "IKU.xlsx!IKU!B4",
                    'Indikator "indeks kegemaran MEMBACA" tertulis lebih dari sekali.' + MEND,
                ),
            ],
            id="an indicator that stands twice",
        ),
        pytest.param(
            """
# Profil.xlsx!Profil
| Nama Perangkat Daerah | Dinas Perpustakaan |
| Pemerintah Daerah | Pemerintah Kabupaten Contoh |
| Tahun Anggaran | 219 |
""",
            [
                (
                    "year_is_plausible",
                    "Profil.xlsx!Profil!B3",
                    "Tahun 219 bukan tahun anggaran." + MEND,
                )
            ],
            id="a label's value stands in its own row",
        ),
    ],
)
def test_refused_cells(text: str, found: list[tuple[str, str, str]]) -> None:
    assert refused(text) == found


def test_a_cell_that_could_not_be_read_is_told_once() -> None:
    found = transcripts.outcome(
        """
# DPA.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
| 2.17.01.15 | Program Budaya Baca | kurang seratus |
"""
    ).findings
    assert [(one.rule, str(one.cells[0])) for one in found] == [("cell_is_exact", "DPA.xlsx!DPA!C2")]


def test_amounts_stay_whole_where_one_is_missing() -> None:
    tables, _, _ = from_grids(
        worksheets.read(
            "# D.xlsx!D\n| Kode | Uraian | Jumlah |\n| 1.1 | Program A | 9007199254740.93 |\n| 1.1.1 | B | |\n"
        )
    )
    frame = validate.frame(kinds()["dpa"], tables, ["budget"])
    assert frame["budget"].dtype == "Int64"
    assert frame["budget"].iloc[0] == 900719925474093
    assert frame.index.tolist() == [(0, 2), (0, 3)]
