"""All tables of a package -> the Dataset: what is left aside, which names are settled, whose program is meant."""

import pytest
import transcripts

from pipeline.model import Dataset

DPA = """
# DPA.xlsx!S
| Tahun Anggaran 2017 |
| Kode | Uraian | Jumlah |
| '01 | Program A | 300 |
| 01.01 | Kegiatan satu | 100 |
| 01.02 | Kegiatan dua | 200 |
| Jumlah | | 300 |
"""


def read(text: str) -> Dataset:
    return transcripts.outcome(text).data


@pytest.mark.parametrize(
    "title",
    [
        "Target Renstra Tahun 2013-2018",
        "Target Renstra Tahun 2013 - 2018",
        "Periode 2016 s.d. 2021",
        "Renstra Tahun 2016 sampai dengan 2021",
        "Berdasarkan Peraturan Bupati Nomor 5 Tahun 2016",
    ],
)
def test_a_period_or_a_law_in_the_title_leaves_no_table_aside(title: str) -> None:
    text = f"# MT.xlsx!S\n| {title} |\n| Program/Kegiatan | Realisasi | Target Jangka Menengah |\n| Program A | 1 | 2 |"
    data = read(f"{DPA}{text}")
    assert ([table.kind for table in data.tables], data.aside) == (["dpa", "medium_term"], ())


@pytest.mark.parametrize("title", ["Tahun 2016", "Per 31 Desember 2016", "TA 2016, Renstra 2016-2021"])
def test_a_table_of_another_year_is_left_aside(title: str) -> None:
    text = f"# MT.xlsx!S\n| {title} |\n| Program/Kegiatan | Realisasi | Target Jangka Menengah |\n| Program A | 1 | 2 |"
    data = read(f"{DPA}{text}")
    assert [(table.file, reason) for table, reason in data.aside] == [("MT.xlsx", "other_year")]
    assert [table.kind for table in data.tables] == ["dpa"]


@pytest.mark.parametrize("meant", ["Kegiatan dua", "01.02", "01.02."])
def test_an_alias_settles_a_name(meant: str) -> None:
    text = f"""{DPA}
# R.xlsx!S
| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| Program A | 300 | 250 |
| Kegiatan satu | 100 | 90 |
| Penyediaan sesuatu yang lain | 200 | 160 |
# Padanan.xlsx!S
| Nama Tertulis | Nama atau Kode di Anggaran |
| Penyediaan Sesuatu yang  lain | {meant} |
"""
    data = read(text)
    pairing = next(pairing for pairing in data.pairings if pairing.name == "Penyediaan sesuatu yang lain")
    assert (pairing.evidence, pairing.key) == ("alias", "01.02")
    assert data.budget[2].realization.value == 160_00


AGREEMENT = "# PK.xlsx!S\n| No | Sasaran Strategis | Indikator Kinerja | Target | Program | Anggaran |\n"


def test_rows_of_an_agreement_have_the_key_of_their_program() -> None:
    rows = "| 1 | S | I | 70 % | PROGRAM A | 300 |\n| 2 | T | J | 5 | Program Z | 7 |"
    data = read(f"{DPA}{AGREEMENT}{rows}")
    (table,) = data.of("agreement")
    assert [line.key for line in table.lines] == ["01", None]
    assert [(pairing.name, pairing.evidence) for pairing in data.pairings] == [
        ("PROGRAM A", "name"),
        ("Program Z", "open"),
    ]


def test_figures_in_dispute_between_two_documents_are_unknown() -> None:
    other = DPA.replace("DPA.xlsx", "B.xlsx").replace("200", "250").replace("300", "350")
    data = read(DPA + other)
    assert [(line.name, line.initial.value, line.initial.unknown) for line in data.budget] == [
        ("Program A", None, True),
        ("Kegiatan satu", 100_00, False),
        ("Kegiatan dua", None, True),
    ]
    assert [(table.file, reason) for table, reason in data.aside] == [("B.xlsx", "documents_disagree")]
