"""The look of cells by role and kind, and the figures as a file holds and shows them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline import styles
from pipeline.model import Severity
from pipeline.sheets import ColumnKind, RowRole


def body(
    role: RowRole = "plain",
    kind: ColumnKind = "text",
    *,
    name: bool = False,
    marked: Severity | None = None,
    linked: bool = False,
) -> styles.Style:
    return styles.body(role, kind, name=name, marked=marked, linked=linked)


def test_every_cell_of_a_body_has_lines_and_wraps_from_the_top() -> None:
    assert body() == {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#9AA7B4", "align": "left"}


@pytest.mark.parametrize(
    ("kind", "align"),
    [
        ("text", "left"),
        ("center", "center"),
        ("quantity", "center"),
        ("rupiah", "right"),
        ("number", "right"),
        ("percent", "right"),
    ],
)
def test_a_kind_has_its_alignment(kind: ColumnKind, align: str) -> None:
    assert body(kind=kind)["align"] == align


@pytest.mark.parametrize(
    ("role", "added", "indent"),
    [
        ("program", {"bold": True, "bg_color": "#EEF2F6"}, {}),
        ("kegiatan", {}, {"indent": 1}),
        ("sub_kegiatan", {}, {"indent": 2}),
        ("section", {"bold": True, "italic": True}, {}),
        ("plain", {}, {}),
        ("total", {"bold": True, "bg_color": "#E1E7ED", "top": 6}, {}),
    ],
)
def test_a_role_adds_its_look_and_only_the_name_is_indented(
    role: RowRole, added: styles.Style, indent: styles.Style
) -> None:
    assert body(role) == {**body(), **added}
    assert body(role, name=True) == {**body(), **added, **indent}


@pytest.mark.parametrize(("marked", "fill"), [("error", "#F6CFCB"), ("warning", "#FCE5B6"), ("note", "#D6E6F5")])
def test_a_mark_covers_the_fill_of_the_role(marked: Severity, fill: str) -> None:
    assert body("total", marked=marked) == {**body("total"), "bg_color": fill}


def test_a_link_looks_like_one_and_keeps_the_mark() -> None:
    link = {"font_color": "#1F5FA8", "underline": 1}
    assert body("program", marked="error", linked=True) == {**body("program", marked="error"), **link}


@pytest.mark.parametrize(
    ("kind", "value", "unit", "number_format", "stored", "shown"),
    [
        ("rupiah", 17750000000, "", "#,##0", 17750000000, "17,750,000,000"),
        ("rupiah", Decimal("1250.5"), "", "#,##0.00", 1250.5, "1,250.50"),
        ("rupiah", Decimal("1250.00"), "", "#,##0", 1250, "1,250"),
        ("rupiah", -650, "", "#,##0", -650, "-650"),
        ("rupiah", Decimal("1E+3"), "", "#,##0", 1000, "1,000"),
        ("number", 1234, "", "#,##0", 1234, "1,234"),
        ("number", Decimal("2.50"), "", "#,##0.0", 2.5, "2.5"),
        ("number", Decimal("0.123456"), "", "#,##0.0000", 0.123456, "0.1235"),
        ("percent", Decimal("0.7408"), "", "0.00%", 0.7408, "74.08%"),
        ("percent", 1, "", "0.00%", 1, "100.00%"),
        ("quantity", Decimal(12), "bulan", '0" bulan"', 12, "12 bulan"),
        ("quantity", Decimal("2.5"), "bulan", '0.0" bulan"', 2.5, "2.5 bulan"),
        ("quantity", Decimal(80), "%", "0%", 0.8, "80 %"),
        ("quantity", Decimal("74.08"), "%", "0.00%", 0.7408, "74.08 %"),
        ("quantity", Decimal(100), "%", "0%", 1, "100 %"),
        ("quantity", Decimal(3), "", "0", 3, "3"),
        ("center", 2017, "", "General", 2017, "2,017"),
    ],
)
def test_a_figure_has_a_format_a_stored_value_and_a_look(
    kind: ColumnKind, value: Decimal | int, unit: str, number_format: str, stored: float, shown: str
) -> None:
    assert styles.number_format(kind, value, unit) == number_format
    held = styles.stored(kind, value, unit)
    assert held == stored
    assert type(held) is type(stored)
    assert styles.shown(kind, value, unit) == shown


@pytest.mark.parametrize(
    ("unit", "number_format"),
    [
        ('5" pipa', '0" 5 pipa"'),
        (" dokumen\n per  tahun ", '0" dokumen per tahun"'),
        ('"', "0"),
        ("x" * 300, '0" ' + "x" * 200 + '"'),
    ],
)
def test_a_unit_stays_inside_its_quotes(unit: str, number_format: str) -> None:
    assert styles.number_format("quantity", 3, unit) == number_format


@pytest.mark.parametrize("value", [None, "", "-", "12", "sangat baik"])
def test_a_text_is_stored_as_it_stands(value: str | None) -> None:
    assert styles.stored("quantity", value, "%") == value
