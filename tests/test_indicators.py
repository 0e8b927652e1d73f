"""Which indicators of two tables are one: other wordings match, other measures and other objects never do."""

import pytest
import transcripts

from pipeline.indicators import indicators, latest, matched, nearest
from pipeline.model import Dataset

HEADER = "| No | Sasaran Strategis | Indikator Kinerja | Target | Program | Anggaran (Rp) |"


def agreement(*names: str, title: str = "PERJANJIAN KINERJA TAHUN 2019") -> str:
    rows = "\n".join(f"| {row} | Sasaran | {name} | 70 % | Program A | 100 |" for row, name in enumerate(names, 1))
    return f"# PK.xlsx!{title[:9].strip()}\n| {title} |\n{HEADER}\n{rows}\n"


def iku(*names: str) -> str:
    rows = "\n".join(f"| {row} | {name} | 70 % | 80 % |" for row, name in enumerate(names, 1))
    return f"# IKU.xlsx!IKU\n| No | Indikator Kinerja Utama | Target | Realisasi |\n{rows}\n"


def data(text: str) -> Dataset:
    return transcripts.outcome(text).data


def pairs(found: Dataset) -> dict[str, tuple[str, str | None]]:
    """The evidence and the name of the indicator that each of the agreement's is."""
    ours, theirs = indicators(found, *latest(found)), indicators(found, *found.of("indicators"))
    names = {other.ident: other.name for other in theirs}
    matches = matched(found, ours, theirs)
    return {own.name: (matches[own.ident].evidence, names.get(matches[own.ident].ident or "")) for own in ours}


@pytest.mark.parametrize(
    ("one", "other", "evidence"),
    [
        ("Persentase arsip tertata", "persentase Arsip tertata.", "name"),
        ("Prosentase arsip tertata", "% arsip tertata", "name"),
        ("Persentase jumlah kunja komisi", "Persentase kunjungan kerja komisi", "name"),
        ("Indeks Kepuasan Masyarakat Tahun 2019", "Indeks Kepuasan Masyarakat", "name"),
        ("Persentase usulan dari warga yang diterima", "Persentase usulan warga", "similarity"),
        ("Persentase saran rapat kerja komisi", "Persentase rapat kerja komisi", "similarity"),
        ("Jumlah naskah yang tersusunya menurut rencana kerja", "Jumlah naskah tersusun menurut rencana", "similarity"),
    ],
)
def test_one_indicator_in_two_wordings(one: str, other: str, evidence: str) -> None:
    assert pairs(data(agreement(one) + iku(other))) == {one: (evidence, other)}
    assert pairs(data(agreement(other) + iku(one))) == {other: (evidence, one)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Jumlah arsip tertata", "Persentase arsip tertata", id="another measure"),
        pytest.param("Persentase lulusan SD", "Persentase lulusan SMP", id="another object"),
        pytest.param("Persentase usulan yang diterima", "Persentase usulan yang ditolak", id="another outcome"),
        pytest.param("Persentase arsip tertata", "Persentase arsip tidak tertata", id="turned round"),
        pytest.param("Persentase pengadaan buku", "Persentase pemeliharaan buku", id="another act"),
        pytest.param("Persentase desa tahap 1", "Persentase desa tahap 2", id="another number"),
        pytest.param("Persentase arsip", "Persentase kunjungan kerja pimpinan", id="nothing in common"),
    ],
)
def test_other_indicators(one: str, other: str) -> None:
    assert pairs(data(agreement(one) + iku(other))) == {one: ("open", None)}


def test_between_two_alike_nobody_can_choose() -> None:
    found = pairs(
        data(agreement("Persentase layanan arsip") + iku("Persentase layanan arsip A", "Persentase layanan arsip B"))
    )
    assert found == {"Persentase layanan arsip": ("open", None)}


def test_what_staff_have_settled_in_either_direction() -> None:
    for written, meant in (("Indeks A", "Cakupan B"), ("Cakupan B", "Indeks A")):
        padanan = f"# P.xlsx!P\n| Nama Tertulis | Padanan |\n| {written} | {meant} |\n"
        assert pairs(data(agreement("Indeks A") + iku("Cakupan B") + padanan)) == {"Indeks A": ("alias", "Cakupan B")}


def test_an_indicator_that_stands_in_several_rows_is_one() -> None:
    found = data(agreement("Indeks A", "Indeks B", "INDEKS A"))
    own = indicators(found, *latest(found))
    assert [(indicator.name, [line.row for line in indicator.lines]) for indicator in own] == [
        ("Indeks A", [3, 5]),
        ("Indeks B", [4]),
    ]


def test_the_revised_agreement_is_the_latest() -> None:
    both = data(agreement("Indeks A") + agreement("Indeks B", title="PERUBAHAN PERJANJIAN KINERJA TAHUN 2019"))
    assert [table.stage for table in latest(both)] == ["revised"]
    assert [table.stage for table in latest(data(agreement("Indeks A")))] == ["initial"]
    assert latest(data(iku("Indeks A"))) == []


def test_the_most_similar_first() -> None:
    found = data(agreement("Persentase layanan arsip desa") + iku("Persentase gedung", "Persentase layanan arsip kota"))
    (own,), others = indicators(found, *latest(found)), indicators(found, *found.of("indicators"))
    assert [other.name for other in nearest(own, others)] == ["Persentase layanan arsip kota", "Persentase gedung"]
