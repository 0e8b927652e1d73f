"""Findings as equations: their figures, which change makes one true, and where a cell stands."""

from __future__ import annotations

from decimal import Decimal

import pytest
from families import DPA, DPPA, changed, checked
from hypothesis import given
from hypothesis import strategies as st
from transcripts import outcome

from pipeline.model import Cell, Dataset, Finding, Office, Table
from pipeline.terms import corrections, figures, parts


def at(ref: str) -> Cell:
    return Cell("DPA.xlsx", "DPA", ref)


def equation(stated: int, *, rule: str = "periods_sum_to_total", **factors: int) -> Finding:
    """Return a finding that states an amount where nothing would be right."""
    terms = {at(ref): factor for ref, factor in factors.items()}
    return Finding(rule, "error", tuple(terms), stated=Decimal(stated), computed=Decimal(0), terms=terms)


def test_figures_are_amounts_in_rupiah_and_not_what_cannot_be_read() -> None:
    text = changed(DPA, ("tingkat SD | 100 |", "tingkat SD | 99.50 |"), ("keliling | 200 |", "keliling | - |"))
    text = changed(text, ("arsiparis | 310 |", "arsiparis | tiga |"), ("desa | 390 |", "desa | (390) |"))
    assert {cell.ref: figure for cell, figure in figures(outcome(text).data).items()} == {
        "C2": 300,
        "C3": Decimal("99.5"),
        "C5": 700,
        "C7": -390,
        "C8": 1000,
    }


def test_figures_hold_no_percentages_and_no_texts() -> None:
    found = figures(outcome(DPA + DPPA).data)
    assert {cell.column for cell in found if cell.sheet == "DPPA"} == {"C", "D", "E"}
    assert found[Cell("DPPA.xlsx", "DPPA", "E7")] == 39


@pytest.mark.parametrize(
    ("finding", "changes"),
    [
        pytest.param(equation(30, C2=1, C3=-1), {"C2": -30, "C3": 30}, id="a place and what it should be"),
        pytest.param(equation(-6, E3=1, D3=-1, C3=1), {"E3": 6, "D3": -6, "C3": 6}, id="a difference"),
        pytest.param(equation(6, C2=1, C3=-2), {"C2": -6, "C3": 3}, id="a part that counts twice"),
        pytest.param(equation(0, C2=1, C3=-1), {}, id="an equation that holds"),
        pytest.param(Finding("line_stands_once", "error", (at("A2"),)), {}, id="no equation"),
    ],
)
def test_corrections(finding: Finding, changes: dict[str, int]) -> None:
    assert {cell.ref: change for cell, change in corrections(finding)} == changes


@given(
    st.dictionaries(st.integers(2, 9), st.tuples(st.sampled_from((-2, -1, 1, 2)), st.integers(-999, 999)), min_size=1)
)
def test_each_correction_makes_its_equation_true(amounts: dict[int, tuple[int, int]]) -> None:
    terms = {at(f"C{row}"): factor for row, (factor, _) in amounts.items()}
    values = {at(f"C{row}"): Decimal(value) for row, (_, value) in amounts.items()}
    gap = sum((factor * values[cell] for cell, factor in terms.items()), Decimal(0))
    finding = Finding("x", "error", tuple(terms), stated=gap, computed=Decimal(0), terms=terms)
    for cell, change in corrections(finding):
        mended = {**values, cell: values[cell] + change}
        assert sum(factor * mended[place] for place, factor in terms.items()) == 0


@pytest.mark.parametrize(
    ("finding", "summed"),
    [
        pytest.param(equation(1, C2=1, C3=-1, C4=-1), ["C3", "C4"], id="a sum"),
        pytest.param(equation(1, C2=1, C3=-1), [], id="two places that should be alike"),
        pytest.param(equation(1, rule="children_sum_to_parent", C2=1, C3=-1), ["C3"], id="a parent of one child"),
        pytest.param(equation(1, rule="rows_sum_to_total", C2=1, C3=-1), ["C3"], id="a total of one row"),
        pytest.param(equation(1, E3=1, D3=-1, C3=1), [], id="a difference is no sum"),
        pytest.param(Finding("line_stands_once", "error", (at("A2"),)), [], id="no equation"),
    ],
)
def test_parts(finding: Finding, summed: list[str]) -> None:
    assert [cell.ref for cell in parts(finding)] == summed


@pytest.mark.parametrize(
    ("ref", "row", "column"),
    [("K14", 14, "K"), ("E20:F26", 20, "E"), ("AA7", 7, "AA"), (None, 0, "")],
)
def test_row_and_column_of_a_place(ref: str | None, row: int, column: str) -> None:
    place = Cell("DPA.xlsx", "DPA", ref)
    assert (place.row, place.column) == (row, column)


@pytest.mark.parametrize(
    ("file", "sheet", "ref", "header_row"),
    [
        ("Pegawai.xlsx", "Pegawai", "C4", 3),
        ("Pegawai.xlsx", "Pegawai", "C4:C5", 3),
        ("Pegawai.xlsx", "Pegawai", "A1", None),
        ("Pegawai.xlsx", "Pegawai", "C3", None),
        ("Pegawai.xlsx", "Pegawai", "C20", 3),
        ("Pegawai.xlsx", "Pegawai", "C21", 20),
        ("Pegawai.xlsx", "Pegawai", None, None),
        ("Pegawai.xlsx", "Arsip", "C21", 12),
        ("Pegawai.xlsx", "Lain", "C21", None),
        ("Lain.xlsx", "Pegawai", "C21", None),
    ],
)
def test_a_cell_stands_in_the_last_table_that_begins_above_it(
    file: str, sheet: str, ref: str | None, header_row: int | None
) -> None:
    tables = tuple(
        Table("staff", "", "", "Pegawai.xlsx", name, row, {"total": "C"}, ())
        for name, row in (("Pegawai", 20), ("Pegawai", 3), ("Arsip", 12))
    )
    table = Dataset(Office(), tables).table_at(Cell(file, sheet, ref))
    assert (table and table.header_row) == header_row


def test_the_checked_place_of_an_equation_has_a_positive_factor() -> None:
    _, findings, values = checked(
        changed(DPA + DPPA, ("| 100 | 110 | 10 |", "| 100 | 110 | 20 |"), ("| 310 |\n", "| 9 |\n"))
    )
    assert [(finding.rule, finding.cells[0].ref) for finding in findings] == [
        ("children_sum_to_parent", "C5"),
        ("difference_is_right", "E3"),
        ("revision_starts_from_budget", "C6"),
    ]
    for finding in findings:
        assert finding.terms[finding.cells[0]] == 1
        assert sum(factor * values[cell] for cell, factor in finding.terms.items()) == finding.difference
