"""Which spellings are one header, one name, one unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.spelling import contains, content_words, in_brackets, key, same_name, starts_with, unit, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Program / Kegiatan", "PROGRAM/KEGIATAN"),
        ("Persentase (%)", "persentase persen"),
        ("Target Th. 2017", "Target Th 2019"),
        ("Jumlah\n(Rp)", "jumlah rp"),
        ("Realisasi s.d. Bulan Ini", "Realisasi s/d bulan ini"),
        ("Anggaran\u00a0(Rp)", "Anggaran (Rp)"),
    ],
)
def test_one_header(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Triwulan I", "Triwulan II"), ("TW 1", "TW 2"), ("Anggaran", "Anggaran (Rp)"), ("Kolom 12345", "Kolom 1234")],
)
def test_two_headers(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.lists(st.text("abcdefghij", min_size=1), min_size=1), st.sampled_from((" ", "/", " - ", ".\n", "(")))
def test_capitals_blanks_and_punctuation_change_no_header(parts: list[str], mark: str) -> None:
    assert key(mark.join(parts).upper()) == "".join(parts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Program Pelayanan Administrasi Perkantoran", "PELAYANAN ADM. PERKANTORAN"),
        ("Kegiatan: Kunja Komisi", "kunker komisi"),
        ("Sub Kegiatan Koleksi", "Koleksi"),
        ("Bimtek & Pelatihan", "Bimbingan Teknis dan Pelatihan"),
        ("Rapat-rapat koordinasi", "Rapat rapat Koordinasi"),
        ("General Cek Up", "General CekUp"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pengadaan rak", "Pemeliharaan rak"),
        ("Pelatihan angkatan 1", "Pelatihan angkatan 2"),
        ("Program", "Kegiatan"),
        ("Programa siaran", "Siaran"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert same_name(one) != same_name(other)


def test_words_with_their_short_forms_written_out() -> None:
    assert words("Kunja Komisi, 12 bln") == ("kunjungan", "kerja", "komisi", "12", "bulan")
    assert content_words("Program Budaya Baca") == ("budaya", "baca")
    assert content_words("Program") == ("program",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bln", "Bulan"),
        ("bh", "buah"),
        ("%", "persen"),
        (" % ", "%"),
        ("org/bln", "orang bulan"),
        ("Lbr.", "lembar"),
        ("kl", "kali"),
        ("eks.", "eksemplar"),
        ("ltr", "liter"),
        ("TW", "triwulan"),
        ("klp", "kelompok"),
        ("KK", "kepala keluarga"),
        ("OB", "orang/bulan"),
        ("orang per bulan", "orang bulan"),
        ("kunja", "kunjungan"),
        ("kunjungan kerja", "kunjungan"),
        ("%/tahun", "%"),
        ("kali per th.", "kali"),
    ],
)
def test_one_unit(one: str, other: str) -> None:
    assert unit(one) == unit(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("bulan", "kali"), ("", "%"), ("orang", "orang/bulan"), ("tahun", ""), ("% dari target", "dari target")],
)
def test_two_units(one: str, other: str) -> None:
    assert unit(one) != unit(other)


@pytest.mark.parametrize(
    ("text", "starts", "answer"),
    [
        ("DINAS Perpustakaan", ("Dinas",), True),
        ("Dinasti", ("Dinas",), False),
        ("Satuan Polisi Pamong Praja", ("Dinas", "Satuan Polisi"), True),
        ("Kepala Dinas", ("Dinas",), False),
    ],
)
def test_beginning_as_whole_words(text: str, starts: tuple[str, ...], answer: bool) -> None:
    assert starts_with(text, starts) is answer


@pytest.mark.parametrize(
    ("text", "phrases", "answer"),
    [
        ("Perjanjian Kinerja (Perubahan)", ("Perubahan",), True),
        ("Perubahannya", ("Perubahan",), False),
        ("Th. Anggaran", ("TA", "TH"), True),
        ("TAHUN", ("TA",), False),
        ("Menurut T.A. 2019", ("T.A",), True),
    ],
)
def test_phrase_as_whole_words(text: str, phrases: tuple[str, ...], answer: bool) -> None:
    assert contains(text, phrases) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Realisasi (Rp 1.000)", True),
        ("(rp.1.000,-)", True),
        ("Rp 1.000", False),
        ("(Rp 1.000.000)", False),
        ("(biaya Rp 1.000)", False),
    ],
)
def test_a_phrase_alone_in_brackets(text: str, answer: bool) -> None:
    assert in_brackets(text, ("Rp 1.000",)) is answer
