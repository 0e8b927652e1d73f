"""Whose package it is and of which year, from what its documents state."""

import pytest

from pipeline.model import Cell, Office, Stated, Table
from pipeline.office import of_other_year, office, organisation_code, same_office


def table(
    kind: str,
    *,
    year: int | None = None,
    name: str | None = None,
    file: str = "",
    government: str | None = None,
    code: str | None = None,
) -> Table:
    """A table without rows that states something."""
    cell = Cell(file or f"{kind}.xlsx", "S", "A1")
    said = Stated(
        office=(name, cell) if name else None,
        government=(government, cell) if government else None,
        code=(code, cell) if code else None,
        year=(year, cell) if year else None,
    )
    return Table(kind, "", "", cell.file, "S", 1, {}, (), stated=said)


@pytest.mark.parametrize(
    ("tables", "found"),
    [
        pytest.param([], Office(), id="nobody states anything"),
        pytest.param(
            [table("dpa", year=2018, name="Dinas Arsip"), table("profile", year=2019, name="Dinas Perpustakaan")],
            Office("Dinas Perpustakaan", None, 2019),
            id="the profile before the DPA",
        ),
        pytest.param(
            [
                table("agreement", year=2017),
                table("realization", year=2018),
                table("dpa", year=2019),
                table("dppa", year=2020),
            ],
            Office(year=2020),
            id="DPPA, DPA, realization, agreement",
        ),
        pytest.param(
            [table("realization", year=2018, name="Dinas A"), table("dpa", government="Pemerintah Kabupaten Contoh")],
            Office("Dinas A", "Pemerintah Kabupaten Contoh", 2018),
            id="each from whoever states it",
        ),
        pytest.param(
            [table("dpa", year=2018), table("dpa", year=2019, file="b.xlsx"), table("realization", year=2018)],
            Office(year=2018),
            id="two DPA of different years: the realization tells",
        ),
        pytest.param(
            [table("plan", year=2018), table("plan", year=2019, file="b.xlsx"), table("staff", year=2018)],
            Office(year=2018),
            id="other kinds by majority",
        ),
    ],
)
def test_office(tables: list[Table], found: Office) -> None:
    assert office(tables) == found


@pytest.mark.parametrize("written", ["SEKRETARIAT DPRD KABUPATEN CONTOH", "RSUD CONTOH", "Dinas Perpustakaan"])
def test_a_name_is_given_as_it_is_written(written: str) -> None:
    assert office([table("dpa", name=written)]).name == written


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Dinas Perpustakaan", "DINAS PERPUSTAKAAN KABUPATEN CONTOH", True),
        ("Dinas Perpustakaan Kab. Contoh", "Dinas Perpustakaan Kabupaten Contoh", True),
        ("Dinas Perpustakaan", "Dinas Perikanan", False),
        ("Dinas Perpustakaan Kota Contoh", "Dinas Perpustakaan Kabupaten Contoh", False),
    ],
)
def test_names_of_one_office(one: str, other: str, answer: bool) -> None:
    assert same_office(one, other) is answer
    assert same_office(other, one) is answer


def test_tables_of_another_year_are_foreign_with_their_workbook() -> None:
    ours, silent = table("dpa", year=2019), table("plan")
    former = table("realization", year=2018, file="lama.xlsx")
    beside = table("staff", file="lama.xlsx")
    mixed = [table("performance", year=2019, file="capaian.xlsx"), table("medium_term", year=2018, file="capaian.xlsx")]
    tables = [ours, silent, former, beside, *mixed, table("indicators", file="capaian.xlsx")]
    assert of_other_year(tables, 2019) == [former, beside, mixed[1]]
    assert of_other_year(tables, None) == []


def test_code_of_the_organisation() -> None:
    assert organisation_code([table("dpa"), table("dppa", code="2.17.01")]) == "2.17.01"
    assert organisation_code([table("dpa")]) is None
