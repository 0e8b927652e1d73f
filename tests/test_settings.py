"""How the report is to be computed, from the profile workbook; what cannot be read has its default and a finding."""

from decimal import Decimal

import pytest
import transcripts

from pipeline.ratios import BANDS
from pipeline.settings import Settings, settings

PROFILE = """
# Profil.xlsx!S
| Nama SKPD | Dinas Contoh |
| Tahun Anggaran | 2017 |
| Pemerintah | Pemerintah Kabupaten Contoh |
"""


@pytest.mark.parametrize(
    ("written", "cap"),
    [
        ("1 {0%}", 100),
        ("1.2 {0%}", 120),
        ("100 %", 100),
        ("100", 100),
        ("'100", 100),
        ("1", 100),
        ("1.5", 150),
        ("120 {0}", 120),
        ("110,5 %", "110.5"),
    ],
)
def test_cap(written: str, cap: int | str) -> None:
    outcome = transcripts.outcome(f"{PROFILE}| Batas Capaian | {written} |")
    assert (settings(outcome.data).cap, outcome.findings) == (Decimal(cap), ())


@pytest.mark.parametrize("written", ["seratus", "100-120", "100 orang"])
def test_a_cap_that_cannot_be_read_is_a_finding_and_none(written: str) -> None:
    outcome = transcripts.outcome(f"{PROFILE}| Batas Capaian | {written} |")
    assert settings(outcome.data).cap is None
    (finding,) = outcome.findings
    assert (finding.rule, str(finding.cells[0]), finding.stated) == ("cell_is_exact", "Profil.xlsx!S!B4", written)


@pytest.mark.parametrize("written", ["90; 75; 65; 50", "90;75;65;50", "90 %; 75 %; 65 %; 50 %"])
def test_bands(written: str) -> None:
    outcome = transcripts.outcome(f"{PROFILE}| Batas Predikat | {written} |")
    assert list(map(int, settings(outcome.data).bands)) == [90, 75, 65, 50]
    assert outcome.findings == ()


@pytest.mark.parametrize(
    ("written", "rule", "stated"),
    [
        ("90; 75; 65", "bands_are_four_falling", "90; 75; 65"),
        ("tinggi; rendah", "cell_is_exact", "tinggi; rendah"),
    ],
)
def test_bands_that_are_not_four_are_a_finding_and_the_law_s(written: str, rule: str, stated: str) -> None:
    outcome = transcripts.outcome(f"{PROFILE}| Batas Predikat | {written} |")
    assert settings(outcome.data).bands == BANDS
    (finding,) = outcome.findings
    assert (finding.rule, str(finding.cells[0]), finding.stated) == (rule, "Profil.xlsx!S!B4", stated)


def test_bands_that_do_not_fall_are_a_finding_and_the_law_s() -> None:
    outcome = transcripts.outcome(f"{PROFILE}| Batas Predikat | 51; 66; 76; 91 |")
    assert [finding.rule for finding in outcome.findings] == ["bands_are_four_falling"]
    assert settings(outcome.data).bands == BANDS


def test_names_where_lower_is_better() -> None:
    outcome = transcripts.outcome(f"{PROFILE}| Indikator Makin Rendah Makin Baik | Angka Stunting; Keluhan  warga |")
    found = settings(outcome.data)
    assert [found.lower_is_better(name) for name in ("angka stunting", "Keluhan Warga", "Keluhan")] == [
        True,
        True,
        False,
    ]


def test_without_a_profile_all_is_the_default() -> None:
    assert settings(transcripts.outcome("# A.xlsx!S\n| Kode | Uraian | Jumlah |").data) == Settings()
