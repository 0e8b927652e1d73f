"""A finding becomes a sentence, a figure is written as people write it."""

import re
import string
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import parse
from pipeline.messages import cause, explanation, figure, schema_checks, sentence, shown_value, text
from pipeline.model import SEVERITIES, Cell, Finding, Raw, Wording
from pipeline.rules import rules

D = Decimal
CELL = Cell("DPA.xlsx", "DPA", "C2")
EVERY_CHECK = [*rules(), *schema_checks()]


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        ("0", "0", "0"),
        ("1234567.5", "1.234.567,5", "1,234,567.5"),
        ("-650000000", "-650.000.000", "-650,000,000"),
        ("74.08", "74,08", "74.08"),
        ("90.20", "90,20", "90.20"),
        ("1E+3", "1.000", "1,000"),
    ],
)
def test_figure(value: str, indonesian: str, english: str) -> None:
    assert (figure(D(value)), figure(D(value), "en")) == (indonesian, english)


@pytest.mark.parametrize(("value", "shown"), [(None, "-"), (D(1500), "1.500"), ("Lomba", "Lomba"), (12, "12")])
def test_value_of_a_message(value: object, shown: str) -> None:
    assert shown_value(value) == shown


@given(st.integers(-(10**16), 10**16).filter(lambda sen: abs(sen) >= 10**8))
def test_an_amount_as_written_reads_back(sen: int) -> None:
    assert parse.rupiah(Raw(figure(D(sen) / 100))) == sen


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            Finding("children_sum_to_parent", "error", (CELL,), {"name": "Program Budaya Baca"}, D(100), D(90)),
            "Program Budaya Baca: tertulis 100, jumlah rinciannya 90 (selisih 10). "
            "Periksa sel induk dan rinciannya di dokumen asli.",
        ),
        (
            Finding("file_is_readable", "error", (Cell("a.xlsx"),), {"reason": Wording("reason.file_encrypted")}),
            "a.xlsx tidak dapat dibaca: dikunci dengan kata sandi. Buka di Excel dan simpan tanpa kata sandi.",
        ),
        (
            Finding("budget_is_not_negative", "error", (CELL,), {"value": D(-5)}, D(-5)),
            "Anggaran -5 kurang dari nol. Perbaiki sel itu di buku kerja asalnya.",
        ),
        (
            Finding("spent_within_budget", "error", (CELL,), {"name": "Pojok baca"}, D(2500)),
            "Pojok baca: realisasi 2.500 melebihi anggaran - (lebih -). Periksa realisasinya di buku kas dan SP2D.",
        ),
    ],
)
def test_sentence(finding: Finding, said: str) -> None:
    assert sentence(finding) == said


def test_cause() -> None:
    facts = {"amount": D(650000000), "guess": Wording("remark.left_out")}
    assert cause("child_equals_difference", facts) == (
        "Selisihnya sama persis dengan satu rinciannya, 650.000.000; barangkali belum ikut dijumlahkan."
    )


@pytest.mark.parametrize("rule", rules())
def test_braces_in_a_name_stay_as_they_are(rule: str) -> None:
    names = fields(rules()[rule].message)
    found = sentence(Finding(rule, "error", (CELL,), dict.fromkeys(names, "{stated} {0} {")))
    assert found.count("{stated} {0} {") >= len(names) > 0


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("rule", EVERY_CHECK)
def test_every_rule_and_check_is_explained(rule: str, language: str) -> None:
    told = explanation(rule, language)
    assert told is not None
    assert told.severity in SEVERITIES
    assert told.title
    assert told.law
    if rule in rules():
        example, advice = ("Contoh:", "Yang perlu dilakukan:") if language == "id" else ("Example:", "What to do:")
        assert example in told.text
        assert advice in told.text


@pytest.mark.parametrize("rule", EVERY_CHECK)
def test_both_languages_say_the_same_facts(rule: str) -> None:
    indonesian = rules()[rule].message if rule in rules() else schema_checks()[rule][0]
    english = text(f"rule.{rule}.message" if rule in rules() else f"check.{rule}", "en")
    assert fields(english) == fields(indonesian)


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("rule", rules())
def test_the_rule_is_explained_in_plain_words(rule: str) -> None:
    assert not re.search(r"[a-z]+_[a-z]+", rules()[rule].explain + rules()[rule].message.translate(_NO_FIELDS))


_NO_FIELDS = str.maketrans({"{": " ", "}": " "})


def test_unknown_rule_is_not_explained() -> None:
    assert explanation("no_such_rule") is None
