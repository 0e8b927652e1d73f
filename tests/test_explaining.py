"""What ``pipeline explain`` prints."""

from __future__ import annotations

import pytest

from pipeline.explaining import explained, no_such_rule, rule_list
from pipeline.messages import schema_checks
from pipeline.rules import rules


def test_a_rule_is_told_from_its_name_to_its_law() -> None:
    told = explained("revision_starts_from_budget", "id")
    assert told is not None
    lines = told.splitlines()
    assert lines[:3] == [
        "revision_starts_from_budget (galat)",
        "Kolom sebelum perubahan pada DPPA sama dengan DPA",
        "",
    ]
    assert lines[-2:] == [
        "Diperiksa bila ada: Dokumen Pelaksanaan Anggaran (DPA), dan Dokumen Pelaksanaan Perubahan Anggaran (DPPA)",
        "Dasar: Permendagri 13/2006 (perubahan APBD; formulir DPPA-SKPD 2.2)",
    ]
    parts = [told.index(part) for part in ("Contoh:", "Yang perlu dilakukan:", "Dasar:")]
    assert parts == sorted(parts)


def test_a_fault_of_input_needs_no_workbook() -> None:
    assert "Diperiksa bila ada" not in str(explained("cell_is_exact", "id"))
    assert "Dasar: " in str(explained("cell_is_exact", "id"))


def test_a_check_of_a_column_is_told_too() -> None:
    assert str(explained("budget_is_not_negative", "id")).startswith("budget_is_not_negative (galat)\n")
    assert explained("no_such_rule", "id") is None


def test_all_names_are_listed_by_severity() -> None:
    told = rule_list("id").splitlines()
    names = [line.split()[0] for line in told if line.startswith("  ")]
    assert sorted(names) == sorted({*rules(), *schema_checks()})
    assert [line for line in told if line and not line.startswith("  ")] == ["Galat", "Peringatan", "Catatan"]
    assert told.index("Galat") < told.index("Peringatan") < told.index("Catatan")
    place = {line.split()[0]: number for number, line in enumerate(told) if line.startswith("  ")}
    assert place["children_sum_to_parent"] < told.index("Peringatan") < place["percentage_is_right"]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("childen_sum_to_parent", "children_sum_to_parent"),
        ("children_sum", "children_sum_to_parent"),
        ("Row Has Label", "row_has_label"),
        ("cell-is-exact", "cell_is_exact"),
        ("percentage_right", "percentage_is_right"),
        ("spent_within_bugdet", "spent_within_budget"),
    ],
)
def test_a_misspelt_name_gets_the_nearest_one(typed: str, near: str) -> None:
    said = no_such_rule(typed, "id")
    assert said.startswith(f"Tidak ada aturan bernama {typed}. Yang paling mirip: {near}.")


def test_where_nothing_is_near_all_names_are_told() -> None:
    said = no_such_rule("xyzzy", "id")
    assert "Yang ada: " in said
    assert [name for name in (*rules(), *schema_checks()) if name not in said] == []
