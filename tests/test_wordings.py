"""When one wording says everything that another does."""

import pytest

from pipeline.wordings import alike, same_words, says_all, without_fillers


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("arsip tertata", "arsip yang tertata", True),
        ("layanan arsip", "layanan arsip desa", True),
        ("arsip tersusunya", "arsip tersusunnya", True),
        ("arsip dipindahkan", "arsip dimusnahkan", False),
        ("arsip tertata", "arsip tidak tertata", False),
        ("arsip desa", "naskah desa", False),
    ],
)
def test_what_a_wording_says(one: str, other: str, expected: bool) -> None:
    assert says_all(one.split(), other.split()) is expected
    assert says_all(other.split(), one.split()) is expected


def test_a_misspelt_word_is_the_same_word_and_a_further_one_is_not() -> None:
    assert same_words(["peencanaan", "ekonomi"], ["perencanaan", "ekonomi"])
    assert not same_words(["perencanaan", "ekonomi"], ["perencanaan", "ekonomi", "desa"])
    assert not same_words(["perencanaan", "ekonomi"], ["perencanaan", "daerah"])


def test_words() -> None:
    assert alike("persentase", "prosentase")
    assert not alike("diterima", "ditolak")
    assert without_fillers(["usulan", "dari", "warga", "yang", "diterima"]) == ["usulan", "warga", "diterima"]
