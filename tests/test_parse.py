"""Cells become values exactly, or a problem that says why not."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import parse
from pipeline.model import Percent, Problem, Quantity, Raw
from pipeline.parse import Notation

ERROR = Problem("error_value")
NOON = datetime.datetime(2017, 12, 31, 12)
MIDNIGHT = datetime.datetime(2017, 12, 31)
READERS = (parse.rupiah, parse.count, parse.percent, parse.quantity)


@pytest.mark.parametrize("blank", [None, "", "  ", "\u00a0\n", "-", "- ", "–", "—", "−", "--", "- -", "Rp -", "Rp. -"])
@pytest.mark.parametrize("reader", [*READERS, parse.code, parse.date])
def test_a_blank_or_a_dash_is_no_value(reader: Any, blank: str | None) -> None:
    assert reader(Raw(blank)) is None


@pytest.mark.parametrize("reader", [*READERS, parse.code, parse.date])
def test_an_error_value_is_passed_on_and_a_formula_without_value_is_no_blank(reader: Any) -> None:
    assert reader(Raw(ERROR)) == ERROR
    assert reader(Raw(None, formula="=A1", stored=False)) == Problem("not_stored")


@pytest.mark.parametrize("notation", [None, "id", "en"])
@pytest.mark.parametrize(
    ("cell", "rupiah"),
    [
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("Rp 1.234.567,00", "1234567"),
        ("Rp. 1.234.567", "1234567"),
        ("Rp.1.234.567,5", "1234567.5"),
        ("rp1.234.567", "1234567"),
        ("IDR 1,234,567.00", "1234567"),
        ("2.046.040.000,-", "2046040000"),
        ("Rp 2.046.040.000,--", "2046040000"),
        ("2.046.040.000.-", "2046040000"),
        ("2,046,040,000,-", "2046040000"),
        ("1.234.567 ,-", "1234567"),
        ("Rp. 1.234.567 ,00", "1234567"),
        ("1,234,567 .50", "1234567.5"),
        ("(1.234.567 ,-)", "-1234567"),
        ("Rp 1 234 567", "1234567"),
        ("-1 234 567,50", "-1234567.5"),
        ("1 234 567.50", "1234567.5"),
        ("1 234 567,-", "1234567"),
        ("12 500", "12500"),
        ("1'234'567", "1234567"),
        ("Rp 1’234’567 ,00", "1234567"),
        ("1.234,-", "1234"),
        ("0,-", "0"),
        ("(1.234.567)", "-1234567"),
        ("(Rp 1.234.567)", "-1234567"),
        ("Rp (1.234.567)", "-1234567"),
        ("-1.234.567", "-1234567"),
        ("−1.234.567", "-1234567"),
        ("-Rp 1.234.567", "-1234567"),
        ("Rp -1.234.567", "-1234567"),
        ("-   1,234,567 ", "-1234567"),
        ("      2,011,550,000 ", "2011550000"),
        ("\u00a0Rp\u00a01.234.567\u202f", "1234567"),
        ("\ufeff1.234.567", "1234567"),
        ("116600000.00", "116600000"),
        ("467.998.630.663,83", "467998630663.83"),
        ("(115,888,860,874.61)", "-115888860874.61"),
        ("1234567,8900", "1234567.89"),
        ("165000000", "165000000"),
        ("007", "7"),
        ("0", "0"),
        ("-0", "0"),
        ("0,50", "0.5"),
        ("0.000", "0"),
        ("9.999.999.999.999.999,99", "9999999999999999.99"),
        (2366440000, "2366440000"),
        (0, "0"),
        (-5, "-5"),
        (1753070397.0, "1753070397"),
        (300.29999999999995, "300.3"),
        (467998630663.83, "467998630663.83"),
        (Decimal("12.5"), "12.5"),
        (-0.0, "0"),
    ],
)
def test_an_amount_that_decides_itself_is_whole_sen_in_any_column(cell: Any, rupiah: str, notation: Notation) -> None:
    assert parse.rupiah(Raw(cell), notation) == int(Decimal(rupiah) * 100)


@pytest.mark.parametrize("notation", [None, "id", "en"])
@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("1.23.456", "not_a_number"),
        ("12.3456.789", "not_a_number"),
        ("1.234.567-", "not_a_number"),
        ("1.234,567,890", "not_a_number"),
        ("1.234,50,-", "not_a_number"),
        ("01.234.567", "not_a_number"),
        ("1 234 56", "not_a_number"),
        ("1 234.567", "not_a_number"),
        ("1 234 567 orang", "not_a_number"),
        ("12 ,345", "not_a_number"),
        ("(1.234.567", "not_a_number"),
        ("1.234.567)", "not_a_number"),
        ("(-1.234.567)", "not_a_number"),
        ("--1.234.567", "not_a_number"),
        ("1.234.567,", "not_a_number"),
        (",50", "not_a_number"),
        ("1.234.567 Rp", "not_a_number"),
        ("Rp", "not_a_number"),
        ("Rp.", "not_a_number"),
        ("Jumlah", "not_a_number"),
        ("1.234.567 rupiah", "not_a_number"),
        ("70 %", "not_a_number"),
        ("1e9", "not_a_number"),
        ("١٢٣", "not_a_number"),
        ("4.01.02", "not_a_number"),
        ("31 Desember 2017", "not_a_number"),
        (True, "not_a_number"),
        (float("nan"), "not_a_number"),
        (float("inf"), "not_a_number"),
        ("0,125", "too_precise"),
        ("0.125", "too_precise"),
        ("1.234.567,891", "too_precise"),
        ("1234,5678", "too_precise"),
        (12.345, "too_precise"),
        (1e-300, "too_precise"),
        ("10.000.000.000.000.000", "too_large"),
        (10**16, "too_large"),
        (-(10**400), "too_large"),
        (1e300, "too_large"),
        (MIDNIGHT, "date"),
        (MIDNIGHT.date(), "date"),
        (datetime.time(1), "date"),
        (datetime.timedelta(1), "date"),
    ],
)
def test_an_amount_that_is_not_exact_is_a_problem_in_any_column(cell: Any, reason: str, notation: Notation) -> None:
    assert parse.rupiah(Raw(cell), notation) == Problem(reason)


@pytest.mark.parametrize(
    ("cell", "alone", "id", "en"),
    [
        ("12.500", "ambiguous", 1250000, "ambiguous"),  # no amount has three decimals
        ("12,500", "ambiguous", "ambiguous", 1250000),
        ("Rp1.234", "ambiguous", 123400, "ambiguous"),
        ("(1.500)", "ambiguous", -150000, "ambiguous"),
        ("1.234.-", "ambiguous", 123400, "ambiguous"),
        ("1250.000", "ambiguous", "not_a_number", "ambiguous"),  # perhaps 1.250.000 with a lost dot
        ("1234.567", "ambiguous", "not_a_number", "ambiguous"),
    ],
)
def test_three_digits_after_the_only_separator_follow_the_column(
    cell: str, alone: str, id: int | str, en: int | str
) -> None:
    columns: tuple[tuple[Notation, int | str], ...] = ((None, alone), ("id", id), ("en", en))
    for notation, expected in columns:
        assert parse.rupiah(Raw(cell), notation) == (Problem(expected) if isinstance(expected, str) else expected)


@pytest.mark.parametrize(
    ("cell", "notation", "expected"),
    [
        (33, None, 33),
        (33.0, None, 33),
        ("33", None, 33),
        ("33 orang", None, 33),
        ("33,0", None, 33),
        ("1.650 orang", "id", 1650),
        ("1.650 orang", None, Problem("ambiguous")),
        ("2017", None, 2017),
        ("-3", None, -3),
        (33.5, None, Problem("not_whole")),
        ("33,5 orang", None, Problem("not_whole")),
        ("33 %", None, Problem("not_a_number")),
        ("orang 33", None, Problem("not_a_number")),
        ("12 bulan 3 kali", None, Problem("not_a_number")),
        ("31 Desember 2017", None, Problem("not_a_number")),
        (True, None, Problem("not_a_number")),
        (MIDNIGHT, None, Problem("date")),
        (1e16, None, Problem("too_large")),
    ],
)
def test_a_count_is_whole(cell: Any, notation: Notation, expected: int | Problem) -> None:
    assert parse.count(Raw(cell), notation) == expected


@pytest.mark.parametrize(
    ("cell", "shown", "value", "decimals", "scaled"),
    [
        ("70 %", "General", "70", 0, True),
        ("70%", "General", "70", 0, True),
        ("74,08%", "General", "74.08", 2, True),
        ("74.08 %", "General", "74.08", 2, True),
        ("70,00 %", "General", "70", 2, True),
        ("(15,66)%", "General", "-15.66", 2, True),
        ("(15,66%)", "General", "-15.66", 2, True),
        ("-26,4%", "General", "-26.4", 1, True),
        ("12,5 persen", "General", "12.5", 1, True),
        ("1.234,5%", "General", "1234.5", 1, True),
        ("74,08", "General", "74.08", 2, False),
        ("(15,66)", "General", "-15.66", 2, False),
        (0.7, "0%", "70", 0, True),
        (0.7408, "0.00%", "74.08", 2, True),
        (0.7408123, "0.00%", "74.08123", 2, True),
        (1, "0%", "100", 0, True),
        (-0.1566, "0.00%;[Red](0.00%)", "-15.66", 2, True),
        (74.08, '0.00"%"', "74.08", 2, True),
        (74.08, r"0.00\%", "74.08", 2, True),
        (15.659517897988309, "0.00", "15.6595178979883", 2, False),
        (15.659517897988309, "General", "15.6595178979883", 6, False),
        (93.9, "General", "93.9", 1, False),
        (94, "#,##0", "94", 0, False),
        (94.5, "_(* #,##0.0_);_(* (#,##0.0);_(* \"-\"??_);_(@_)", "94.5", 1, False),
        (94.5, "@", "94.5", 1, False),
        (0.7, "0.00E+00", "0.7", 1, False),
        (0, "0.00", "0", 2, False),
    ],
)  # fmt: skip
def test_a_percentage_has_the_precision_that_it_shows(
    cell: Any, shown: str, value: str, decimals: int, scaled: bool
) -> None:
    assert parse.percent(Raw(cell, shown)) == Percent(Decimal(value), decimals, scaled)


@pytest.mark.parametrize(
    ("cell", "notation", "expected"),
    [
        ("12.500%", None, Problem("ambiguous")),
        ("12.500%", "id", Percent(Decimal(12500), 0)),
        ("12.500%", "en", Percent(Decimal("12.5"), 3)),
        ("%", None, Problem("not_a_number")),
        ("70 orang", None, Problem("not_a_number")),
        ("70 % dari target", None, Problem("not_a_number")),
        ("tercapai", None, Problem("not_a_number")),
        (False, None, Problem("not_a_number")),
        (NOON, None, Problem("date")),
    ],
)
def test_a_percentage_that_is_not_exact_is_a_problem(
    cell: Any, notation: Notation, expected: Percent | Problem
) -> None:
    assert parse.percent(Raw(cell), notation) == expected


@pytest.mark.parametrize(
    ("cell", "value", "unit", "text"),
    [
        ("12 bulan", "12", "bulan", "12 bulan"),
        ("12bulan", "12", "bulan", "12bulan"),
        (" 10  raperda\ninisiatif ", "10", "raperda inisiatif", "10 raperda inisiatif"),
        ("28880 buah", "28880", "buah", "28880 buah"),
        ("12 (dua belas) bulan", "12", "bulan", "12 (dua belas) bulan"),
        ("2,5 m2", "2.5", "m2", "2,5 m2"),
        ("3 dokumen LKjIP 2017", "3", "dokumen LKjIP 2017", "3 dokumen LKjIP 2017"),
        ("70 %", "70", "%", "70 %"),
        ("70 persen", "70", "%", "70 persen"),
        ("(26,4) %", "-26.4", "%", "(26,4) %"),
        ("80,00", "80", "", "80,00"),
        ("-5 orang", "-5", "orang", "-5 orang"),
        ("Tepat Waktu", None, "", "Tepat Waktu"),
        ("Tepat Waktu\n80,00", None, "", "Tepat Waktu 80,00"),
        ("n/a", None, "", "n/a"),
        ("10-20 orang", None, "", "10-20 orang"),
        ("12 bulan, 3 kali", None, "", "12 bulan, 3 kali"),
        ("1. Jumlah dokumen", None, "", "1. Jumlah dokumen"),
        ("(1) Jumlah dokumen", None, "", "(1) Jumlah dokumen"),
        ("- 12 bulan", None, "", "- 12 bulan"),
        ("31 Desember 2017", None, "", "31 Desember 2017"),
        ("31 Des. 2017", None, "", "31 Des. 2017"),
        ("31-12-2017", None, "", "31-12-2017"),
        (MIDNIGHT, None, "", "2017-12-31"),
        (NOON, None, "", "2017-12-31 12:00:00"),
        (NOON.date(), None, "", "2017-12-31"),
    ],
)
def test_a_quantity_has_value_unit_and_text(cell: Any, value: str | None, unit: str, text: str) -> None:
    assert parse.quantity(Raw(cell)) == Quantity(None if value is None else Decimal(value), unit, text)


@pytest.mark.parametrize(
    ("cell", "shown", "value", "unit", "text"),
    [
        (12, "General", "12", "", "12"),
        (12.0, "0", "12", "", "12"),
        (12.5, "General", "12.5", "", "12,5"),
        (0.8, "0%", "80", "%", "80%"),
        (0.8, "0 %", "80", "%", "80 %"),
        (0.74085, "0.00%", "74.085", "%", "74,09%"),
        (12, '0" bulan"', "12", "bulan", "12 bulan"),
        (12, r"0\ \b\h", "12", "bh", "12 bh"),
        (12, 'General" bulan"', "12", "bulan", "12 bulan"),
        (12, '[Red]0.0 "bulan"_);(0.0)', "12", "bulan", "12,0 bulan"),
        (1650, '#,##0" bh"', "1650", "bh", "1.650 bh"),
        (1650, '"Rp"#,##0', "1650", "", "1.650"),
        (2500000, '0.0,," juta"', "2500000", "", "2500000"),
        (1e-7, "0." + "0" * 30, "1E-7", "", "0,000000100"),
    ],
)
def test_the_format_of_a_number_may_give_its_unit(cell: float, shown: str, value: str, unit: str, text: str) -> None:
    assert parse.quantity(Raw(cell, shown)) == Quantity(Decimal(value), unit, text)


@pytest.mark.parametrize(
    ("cell", "shown", "printed"),
    [(0.8, "0%", "80"), (1, "0%", "100"), (-0.0, "0%", "0"), (0.7408, "0.00%", "74.08"), ("-0 %", "General", "0")],
)
def test_a_value_prints_plainly(cell: Any, shown: str, printed: str) -> None:
    stated, target = parse.percent(Raw(cell, shown)), parse.quantity(Raw(cell, shown))
    assert isinstance(stated, Percent)
    assert isinstance(target, Quantity)
    assert (str(stated.value), str(target.value)) == (printed, printed)


@pytest.mark.parametrize(
    ("cell", "notation", "expected"),
    [
        ("1.650 bh", None, Problem("ambiguous")),
        ("1.650 bh", "id", Quantity(Decimal(1650), "bh", "1.650 bh")),
        ("1.650 bh", "en", Quantity(Decimal("1.65"), "bh", "1.650 bh")),
        ("1.23.456 bh", "id", Problem("not_a_number")),
        (True, None, Problem("not_a_number")),
        (10**16, None, Problem("too_large")),
    ],
)
def test_a_quantity_follows_the_column(cell: Any, notation: Notation, expected: Quantity | Problem) -> None:
    assert parse.quantity(Raw(cell), notation) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("  Belanja\u00a0 Langsung \n", "Belanja Langsung"),
        ("", None),
        (" \n", None),
        (None, None),
        ("-", "-"),
        (2017, "2017"),
        (2017.0, "2017"),
        (4.01, "4.01"),
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        (100, "100"),
        (10**20, "1" + "0" * 20),
        (True, "TRUE"),
        (MIDNIGHT, "2017-12-31"),
        (NOON, "2017-12-31 12:00:00"),
        (datetime.time(7, 30), "07:30:00"),
        (ERROR, None),
    ],
)
def test_words_have_single_blanks(cell: Any, expected: str | None) -> None:
    assert parse.text(Raw(cell)) == expected


@pytest.mark.parametrize(
    ("cell", "shown", "expected"),
    [
        ("1.01.1.01.01.01.01.5.2.2.", "General", "1.01.1.01.01.01.01.5.2.2"),
        (" 5.1.02.", "General", "5.1.02"),
        ("1.20 . 1.20.03 . 00.00", "General", "1.20.1.20.03.00.00"),
        ("'4.01.02", "General", "4.01.02"),
        ("01", "@", "01"),
        ("BELANJA  LANGSUNG", "General", "BELANJA LANGSUNG"),
        ("JUMLAH.", "General", "JUMLAH."),
        ("5..1", "General", "5..1"),
        ("'", "General", None),
        (5, "General", "5"),
        (5.0, "0", "5"),
        (1, "00", "01"),
        (2, "000", "002"),
        (12, "#,##0", "12"),
        (4.01, "General", Problem("code_is_number")),
        (4.01, "0.00", Problem("code_is_number")),
        (4, "0.00", Problem("code_is_number")),
        (10203, r"0\.00\.00", Problem("code_is_number")),
        (1, "0%", Problem("code_is_number")),
        (10**15, "General", Problem("code_is_number")),
        (True, "General", Problem("not_a_code")),
        (MIDNIGHT, "General", Problem("date")),
    ],
)
def test_a_code_keeps_its_zeros(cell: Any, shown: str, expected: str | Problem | None) -> None:
    assert parse.code(Raw(cell, shown)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("5", True), ("4.01.02", True), ("", False), ("5.", False), (".5", False), ("5..1", False), ("5a", False),
     ("5.1\n", False), ("٥", False)],
)  # fmt: skip
def test_a_code_is_groups_of_digits(words: str, expected: bool) -> None:
    assert parse.is_code(words) is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (NOON, "2017-12-31"),
        (NOON.date(), "2017-12-31"),
        ("Purwokerto,   31\u00a0DESEMBER\n2017", "2017-12-31"),
        ("1 Mei 2017, tanggal 01-05-2017", "2017-05-01"),
        ("1 Mei 2017 sampai 2 Mei 2017", Problem("ambiguous")),
        ("31 Februari 2017", Problem("not_a_date")),
        ("Desember 2017", Problem("not_a_date")),
        (43100, Problem("not_a_date")),
        (True, Problem("not_a_date")),
        (datetime.time(1), Problem("not_a_date")),
    ],
)
def test_a_date_is_a_stored_one_or_the_only_one_in_words(cell: Any, expected: str | Problem) -> None:
    expected_value = datetime.date.fromisoformat(expected) if isinstance(expected, str) else expected
    assert parse.date(Raw(cell)) == expected_value


LARGEST = 10**18 - 1  # sen
SIGNS = {"id": (".", ","), "en": (",", ".")}


def written(sen: int, notation: str, cents: bool) -> str:
    """Write an amount without its sign, with groups and, on request, two decimals."""
    group, point = SIGNS[notation]
    whole, rest = divmod(abs(sen), 100)
    return f"{whole:,}".replace(",", group) + (f"{point}{rest:02}" if cents else "")


@given(
    sen=st.integers(100_000, LARGEST),
    negative=st.sampled_from(["", "-", "()"]),
    currency=st.sampled_from(["", "Rp", "Rp ", "Rp. ", "Rp.", "IDR ", "Rp\u00a0"]),
    notation=st.sampled_from(["id", "en"]),
    column=st.sampled_from([None, "id", "en"]),
)
def test_a_written_amount_is_read_back(sen: int, negative: str, currency: str, notation: str, column: Notation) -> None:
    amount = currency + written(sen, notation, cents=True)
    if negative:
        amount = f"({amount})" if negative == "()" else f"-{amount}"
    assert parse.rupiah(Raw(amount), column) == (-sen if negative else sen)


@given(
    rupiah=st.integers(1_000_000, LARGEST // 100),
    notation=st.sampled_from(["id", "en"]),
    tail=st.sampled_from(["", ",-", ",--", ".-"]),
    column=st.sampled_from([None, "id", "en"]),
)
def test_a_written_whole_amount_is_read_back(rupiah: int, notation: str, tail: str, column: Notation) -> None:
    assert parse.rupiah(Raw(written(rupiah * 100, notation, cents=False) + tail), column) == rupiah * 100


@given(rupiah=st.integers(1_000, 999_999), notation=st.sampled_from(["id", "en"]))
def test_a_single_group_is_ambiguous_alone_and_follows_the_column(rupiah: int, notation: Notation) -> None:
    cell = Raw(written(rupiah * 100, str(notation), cents=False))
    assert parse.rupiah(cell) == Problem("ambiguous")
    assert parse.rupiah(cell, notation) == rupiah * 100
    assert parse.rupiah(cell, parse.notation([cell, Raw(written(10**9, str(notation), cents=False))])) == rupiah * 100


@given(
    value=st.one_of(
        st.text(),
        st.text("0123456789.,-()%Rp \u00a0'/–JanuariDes", max_size=25),
        st.integers(),
        st.floats(),
        st.dates(),
        st.datetimes(),
        st.times(),
        st.booleans(),
    ),
    shown=st.one_of(st.text(), st.text('0#?.,%;"\\_*[]E+/ bG', max_size=15)),
    notation=st.sampled_from([None, "id", "en"]),
)
def test_nothing_raises_for_what_a_person_typed(value: Any, shown: str, notation: Notation) -> None:
    raw = Raw(value, shown)
    expected = {parse.rupiah: int, parse.count: int, parse.percent: Percent, parse.quantity: Quantity}
    for reader, kind in expected.items():
        assert isinstance(reader(raw, notation), kind | Problem | None)
    assert isinstance(parse.code(raw), str | Problem | None)
    assert isinstance(parse.date(raw), datetime.date | Problem | None)
    assert parse.text(raw) != ""
    assert parse.notation([raw]) in (None, "id", "en")
