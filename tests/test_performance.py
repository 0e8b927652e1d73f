"""Tables of targets and results: quantities, achievement, the reason where there is none, predicates."""

from decimal import Decimal

import pytest
import transcripts

from pipeline import performance
from pipeline.model import Cell, Quantity
from pipeline.performance import Pair
from pipeline.settings import Settings
from pipeline.sheets import Entry
from pipeline.spelling import same_name

D = Decimal
PAIR = Pair("target", "result")
DPA = """
# DPA.xlsx!S
| Kode | Uraian | Jumlah |
| '01 | Program A | 300 |
| 01.01 | Kegiatan satu | 100 |
| 01.02 | Kegiatan dua | 200 |
"""
HEAD = "# K.xlsx!S\n| Program/Kegiatan | Target | Realisasi |\n"


def measured(target: str, result: str, settings: Settings | None = None) -> dict[str, Entry]:
    """The entries of a kegiatan with this target and result."""
    outcome = transcripts.outcome(f"{HEAD}| Program A | 1 | 1 |\n| Kegiatan satu | {target} | {result} |")
    (table,) = outcome.data.of("performance")
    return performance.measured(outcome, table, table.lines[1], PAIR, settings or Settings())


@pytest.mark.parametrize(
    ("target", "result", "value"),
    [
        ("70 %", "72,5 %", "1.0357"),
        ("0.7 {0%}", "0.725 {0.0%}", "1.0357"),
        ("12 bulan", "11 bln", "0.9167"),
        ("3", "1", "0.3333"),
        ("10 dokumen", "0 dokumen", "0"),
    ],
)
def test_achievement(target: str, result: str, value: str) -> None:
    entries = measured(target, result)
    assert entries["achievement"] == Entry(D(value), formula="ROUND({result}/{target},4)")
    assert "reason" not in entries


@pytest.mark.parametrize(
    ("target", "result", "reason"),
    [
        ("70 %", "-", "tidak ada realisasi"),
        ("", "70 %", "tidak ada target"),
        ("2 kali", "44 peserta", "satuan berbeda"),
        ("terlaksana", "terlaksana", "bukan angka"),
        ("0 kali", "1 kali", "target nol"),
        ("#REF!", "1 kali", "tidak terbaca"),
    ],
)
def test_the_reason_for_none(target: str, result: str, reason: str) -> None:
    entries = measured(target, result)
    assert reason in str(entries["reason"].value)
    assert "achievement" not in entries


@pytest.mark.parametrize(
    ("lower", "cap", "formula"),
    [
        (False, None, "ROUND({result}/{target},4)"),
        (True, None, "ROUND((2*{target}-{result})/{target},4)"),
        (False, D(100), "MIN(ROUND({result}/{target},4),1)"),
        (True, D(120), "MIN(ROUND((2*{target}-{result})/{target},4),1.2)"),
    ],
)
def test_formula(lower: bool, cap: Decimal | None, formula: str) -> None:
    assert performance.formula(PAIR, lower, cap) == formula


def test_a_cap_holds_the_value_and_the_formula() -> None:
    assert measured("70", "140", Settings(cap=D(100)))["achievement"] == Entry(
        D(1), formula="MIN(ROUND({result}/{target},4),1)"
    )


def test_lower_is_better_only_for_the_line_that_is_named() -> None:
    found = measured("10", "8", Settings(lower=frozenset({same_name("Kegiatan Satu")})))
    assert found["achievement"].value == D("1.2")


@pytest.mark.parametrize(
    ("value", "shown", "unit"),
    [
        (Quantity(D(12), "bulan", "12 bulan"), D(12), "bulan"),
        (Quantity(D("72.5"), "%", "72,5 %"), D("72.5"), "%"),
        (Quantity(None, "", "terlaksana"), "terlaksana", ""),
        (None, None, ""),
    ],
)
def test_quantity(value: Quantity | None, shown: object, unit: str) -> None:
    made = performance.quantity(transcripts.outcome(HEAD), value, Cell("K.xlsx", "S", "B2"))
    assert (made.value, made.unit) == (shown, unit)


def test_rows_have_the_order_of_the_budget_and_strangers_stand_last() -> None:
    rows = "| Program A | 1 | 1 |\n| Lomba lukis | 3 | 3 |\n| Kegiatan dua | 2 | 2 |\n| Kegiatan Satu | 1 | 1 |"
    outcome = transcripts.outcome(f"{DPA}{HEAD}{rows}")
    found = performance.rows(outcome, outcome.data.of("performance")[0], PAIR, Settings())
    told = [(row.role, row.entries["name"].value, row.entries.get("number", Entry()).value) for row in found]
    assert told == [
        ("program", "Program A", "1."),
        ("kegiatan", "Kegiatan satu", "a."),
        ("kegiatan", "Kegiatan dua", "b."),
        ("kegiatan", "Lomba lukis", None),
    ]
    assert [cell.ref for cell in found[1].entries["name"].sources] == ["A5"]


@pytest.mark.parametrize(
    ("value", "predicate"),
    [
        ("0.91", "Sangat Tinggi"),
        ("0.9099", "Tinggi"),
        ("0.76", "Tinggi"),
        ("0.6599", "Rendah"),
        ("0.51", "Rendah"),
        ("0.5099", "Sangat Rendah"),
        ("-0.2", "Sangat Rendah"),
    ],
)
def test_predicate(value: str, predicate: str) -> None:
    assert performance.predicate({"achievement": Entry(D(value))}, Settings()).value == predicate


def test_the_formula_of_a_predicate_has_the_bands_of_the_settings() -> None:
    made = performance.predicate({"achievement": Entry(D("0.9"))}, Settings(bands=(D(90), D(75), D(65), D(50))))
    assert made.value == "Sangat Tinggi"
    assert made.formula == (
        'IF({achievement}="","",IF({achievement}>=0.9,"Sangat Tinggi",IF({achievement}>=0.75,"Tinggi",'
        'IF({achievement}>=0.65,"Sedang",IF({achievement}>=0.5,"Rendah","Sangat Rendah")))))'
    )


def test_without_an_achievement_there_is_no_predicate() -> None:
    assert performance.predicate({"achievement": Entry("")}, Settings()) == Entry(None)
    assert performance.predicate({}, Settings()) == Entry(None)


def test_notes_tell_what_departs_from_the_defaults() -> None:
    plain = performance.notes(Settings(), predicates=True)
    assert len(plain) == 2
    assert ">= 91 Sangat Tinggi; >= 76 Tinggi" in plain[1]
    assert "Permendagri 54/2010" in plain[1]
    own = performance.notes(Settings(D(100), (D(90), D(75), D(65), D(50)), frozenset({"x"})), predicates=True)
    assert "(2 x target - realisasi)" in own[1]
    assert "paling tinggi 100 %" in own[2]
    assert ">= 90 Sangat Tinggi" in own[3]
    assert "batas menurut profil" in own[3]
