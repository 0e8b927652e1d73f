"""Input that cannot be used as it is: it is named with its place and what to do, and everything else is produced."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office_package import (
    DPA,
    DPPA,
    FILES,
    PLAN,
    PROFILE,
    REALIZATION,
    STAFF,
    Produced,
    edit,
    example,
    listed,
    places,
    produce,
    state,
    values,
)
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from test_containers import ole

from pipeline import serialise
from pipeline.results import digest

LOGISTICS, EQUIPMENT = "4.01.02.01.10", "4.01.02.01.02"
ABOUT_INPUT = ("Ringkasan", "Temuan", "Padanan", "Sumber")
"""Sheets that tell of the input, and so differ when the input does."""
REPORT = "LKjIP-2017.xlsx"


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Produced:
    """What the example gives as it is."""
    root = tmp_path_factory.mktemp("clean")
    return produce(example(root / "input"), root / "output")


@pytest.fixture(scope="module")
def without_plan(tmp_path_factory: pytest.TempPathFactory) -> Produced:
    """What the example gives without its work plan."""
    root = tmp_path_factory.mktemp("without_plan")
    package = example(root / "input")
    (package / PLAN).unlink()
    return produce(package, root / "output")


def identity(finding: dict[str, Any]) -> tuple[object, ...]:
    return finding["rule"], finding["severity"], tuple(places(finding)), finding["stated"], finding["computed"]


def others(produced: Produced, *rules: str) -> list[tuple[object, ...]]:
    """Return the findings of all but some rules."""
    return [identity(finding) for finding in produced.result["findings"] if finding["rule"] not in rules]


def says(finding: dict[str, Any], *words: str) -> None:
    """Make sure that a message holds each of these words, or one of those between ``|``."""
    message = finding["message"].casefold()
    found = {word: any(one in message for one in word.casefold().split("|")) for word in words}
    assert [word for word in words if not found[word]] == [], finding["message"]


def truncate(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def as_text(path: Path) -> None:
    path.write_text("Program\tPagu\nPelayanan Administrasi\t1.000\n", encoding="utf-8")


def locked(path: Path) -> None:
    path.write_bytes(ole("DataSpaces", "EncryptedPackage"))


def no_bytes(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "expected", "advice"),
    [
        (truncate, "rusak", "minta salinan baru"),
        (as_text, "teks", "Minta berkas Excel"),
        (locked, "kata sandi", "simpan tanpa kata sandi"),
        (no_bytes, "kosong", "minta salinan baru"),
    ],
)
def test_a_file_that_cannot_be_read(
    tmp_path: Path, clean: Produced, without_plan: Produced, spoil: Callable[[Path], None], expected: str, advice: str
) -> None:
    package = example(tmp_path / "input")
    spoil(package / PLAN)
    made = produce(package, tmp_path / "output")
    finding = made.only("file_is_readable")
    assert (finding["severity"], places(finding)) == ("error", [PLAN])
    says(finding, PLAN, expected, advice)
    assert (made.status, made.result["status"]) == (0, "partial")
    assert made.input(PLAN)["sheets"] == []
    assert expected in made.input(PLAN)["reason"].casefold()
    assert made.result["totals"] == clean.result["totals"]
    assert made.result["lines"] == clean.result["lines"]
    assert others(made, "file_is_readable") == others(without_plan)
    assert made.sheets(*ABOUT_INPUT) == clean.sheets(*ABOUT_INPUT, "Rencana")
    skipped = next(table for table in made.result["tables"] if table["sheet"] == "Rencana")
    assert "Renja" in skipped["skipped"]
    assert PLAN in made.out


def test_without_a_readable_revision_the_other_figures_stay(tmp_path: Path) -> None:
    package = example(tmp_path / "input")
    truncate(package / DPPA)
    made = produce(package, tmp_path / "output")
    assert made.result["office"]["year"] == 2017
    assert made.result["totals"]["budget_initial"] == 19988590000
    assert made.result["totals"]["budget_revised"] is None
    assert made.result["totals"]["realization"] == 23467292169


@pytest.mark.parametrize("spoil", [truncate, as_text, locked, no_bytes])
def test_a_package_of_which_nothing_can_be_read(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    package = example(tmp_path / "input", DPA)
    target = tmp_path / "output"
    produce(package, target)
    former = (target / "kantor" / REPORT).read_bytes()
    spoil(package / DPA)
    made = produce(package, target)
    assert (made.status, made.result["status"]) == (3, "rejected")
    assert made.result["outputs"] == []
    left = [name for name in sorted(state(made.folder)) if not name.startswith("arsip/")]
    assert left == listed(made.folder) == ["perubahan.json", "result.json"]
    assert (made.folder / "arsip" / REPORT).read_bytes() == former
    assert places(made.only("file_is_readable")) == [DPA]


def test_a_broken_package_stops_no_other(tmp_path: Path, clean: Produced) -> None:
    package = example(tmp_path / "input")
    broken = example(tmp_path / "input", DPA, name="rusak")
    truncate(broken / DPA)
    made = produce(package, tmp_path / "output")
    assert made.status == 3
    assert (made.folder / REPORT).read_bytes() == (clean.folder / REPORT).read_bytes()
    assert sorted(state(tmp_path / "output" / "rusak")) == ["perubahan.json", "result.json"]


def test_an_empty_workbook(tmp_path: Path, clean: Produced) -> None:
    package = example(tmp_path / "input")
    openpyxl.Workbook().save(package / "Baru.xlsx")
    made = produce(package, tmp_path / "output")
    finding = made.only("table_has_rows")
    assert (finding["severity"], places(finding)) == ("warning", ["Baru.xlsx"])
    says(finding, "Baru.xlsx", "tidak ada isinya|kosong", "isi |isilah|keluarkan|hapus|pindahkan")
    assert (made.status, made.result["status"]) == (0, "complete")
    assert made.input("Baru.xlsx")["sheets"] == [{"sheet": "Sheet", "kind": None, "reason": "lembar kosong"}]
    assert others(made, "table_has_rows") == others(clean)
    assert made.sheets(*ABOUT_INPUT) == clean.sheets(*ABOUT_INPUT)


def test_headers_and_no_rows(tmp_path: Path, clean: Produced, without_plan: Produced) -> None:
    package = example(tmp_path / "input")
    book = openpyxl.load_workbook(package / PLAN)
    book["Renja"].delete_rows(5, 40)
    book.save(package / PLAN)
    made = produce(package, tmp_path / "output")
    finding = made.only("table_has_rows")
    assert finding["severity"] == "warning"
    assert (finding["cells"][0]["file"], finding["cells"][0]["sheet"]) == (PLAN, "Renja")
    says(finding, "Rencana Kerja", "tidak ada", "isi |isilah|keluarkan|hapus|pindahkan")
    assert (made.status, made.result["status"]) == (0, "complete")
    assert made.input(PLAN)["sheets"] == [{"sheet": "Renja", "kind": "plan", "header_row": 3, "rows": 0}]
    assert made.result["totals"] == clean.result["totals"]
    assert others(made, "table_has_rows") == others(without_plan)
    assert made.sheets(*ABOUT_INPUT, "Rencana") == clean.sheets(*ABOUT_INPUT, "Rencana")


@pytest.mark.parametrize(
    ("file", "sheet", "header", "written", "expected"),
    [
        (DPA, "DPA 2.2", "K9", "Besaran", "Jumlah"),
        (PLAN, "Renja", "E4", "Besaran", "Pagu Indikatif"),
    ],
)
def test_a_missing_column(
    tmp_path: Path,
    clean: Produced,
    file: str,
    sheet: str,
    header: str,
    written: str,
    expected: str,
) -> None:
    package = example(tmp_path / "input")
    edit(package / file, {sheet: {header: written}})
    made = produce(package, tmp_path / "output")
    finding = made.only("column_is_present")
    assert finding["severity"] == "error"
    place = finding["cells"][0]
    assert (place["file"], place["sheet"]) == (file, sheet)
    left, top, right, bottom = range_boundaries(place["cell"])
    column, row = coordinate_to_tuple(header)[::-1]
    assert (left <= column <= right, top <= row <= bottom) == (True, True)
    says(finding, expected, f"{written} ({header[0]}", "kolom", "samakan|tambahkan|ganti|perbaiki")
    assert (made.status, made.result["status"]) == (0, "partial")
    entry = made.input(file)["sheets"][0]
    assert (entry["kind"], "kolom" in entry["reason"]) == (None, True)
    assert made.result["totals"] == clean.result["totals"]  # the DPPA states the initial budget too
    of_this = (*ABOUT_INPUT, "Rencana") if file == PLAN else (*ABOUT_INPUT, "Perubahan Anggaran", "Realisasi Anggaran")
    assert made.sheets(*of_this) == clean.sheets(*of_this)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("seratus juta", "angka"),
        ("12.500", "angka"),  # the column groups by commas, and twelve rupiah and a half have no three decimals
        ("#REF!", "rumus"),
    ],
)
def test_text_in_an_amount_column(tmp_path: Path, clean: Produced, written: str, advice: str) -> None:
    package = example(tmp_path / "input")
    edit(package / PLAN, {"Renja": {"E7": written}})
    made = produce(package, tmp_path / "output")
    finding = made.only("cell_is_exact")
    assert (finding["severity"], places(finding)) == ("error", [f"{PLAN}!Renja!E7"])
    says(finding, "Pagu Indikatif", written, advice)
    assert (made.status, made.result["status"]) == (0, "complete")
    assert made.result["totals"] == clean.result["totals"]
    assert others(made, "cell_is_exact") == others(clean)  # E6 and E30 are sums over a cell that is not known
    assert made.sheets(*ABOUT_INPUT, "Rencana") == clean.sheets(*ABOUT_INPUT, "Rencana")
    row = next(row for row in made.sheets()["Rencana"] if row[0] == "Penyediaan jasa peralatan dan perlengkapan kantor")
    assert row[4] is None


@pytest.mark.parametrize(
    ("file", "sheet", "ref", "rule", "words"),
    [
        (DPA, "DPA 2.2", "K13", "budget_is_not_negative", ["-5", "kurang dari nol"]),
        (DPA, "DPA 2.2", "G13", "budget_is_not_negative", ["-5", "kurang dari nol"]),
    ],
)
def test_a_figure_that_a_schema_refuses(
    tmp_path: Path, clean: Produced, file: str, sheet: str, ref: str, rule: str, words: list[str]
) -> None:
    package = example(tmp_path / "input")
    edit(package / file, {sheet: {ref: -5}})
    made = produce(package, tmp_path / "output")
    assert (made.status, made.result.get("status")) == (0, "complete")
    finding = made.only(rule)
    assert (finding["severity"], places(finding), finding["stated"]) == ("error", [f"{file}!{sheet}!{ref}"], -5)
    says(finding, *words)
    assert made.result["totals"] == clean.result["totals"]


def test_text_in_an_amount_column_of_the_budget(tmp_path: Path, clean: Produced) -> None:
    package = example(tmp_path / "input")
    edit(package / DPA, {"DPA 2.2": {"K13": "dua ratus juta"}})
    made = produce(package, tmp_path / "output")
    finding = made.only("cell_is_exact")
    assert (finding["severity"], places(finding)) == ("error", [f"{DPA}!DPA 2.2!K13"])
    says(finding, "Jumlah", "dua ratus juta", "angka")
    assert made.status == 0
    assert others(made, "cell_is_exact") == others(clean)
    assert made.result["totals"] == clean.result["totals"]
    unlike = [
        line["code"]
        for line, other in zip(made.result["lines"], clean.result["lines"], strict=True)
        if line["budget_revised"] != other["budget_revised"] or line["realization"] != other["realization"]
    ]
    assert unlike == []


@pytest.mark.parametrize(
    ("file", "sheet", "edits"),
    [
        (PLAN, "Renja", {"E32": "Purwokerto, 3 Januari 2017", "E33": "Sekretaris DPRD,", "E37": "NIP. 19600101 1"}),
        (PLAN, "Renja", {"E31": "Mengetahui,", "E35": "( ................ )"}),
        (DPA, "DPA 2.2", {"K37": "Purwokerto, 3 Januari 2017", "I45": "Pembina Tingkat I"}),
        (STAFF, "Pegawai", {"C16": "Purwokerto, 31 Desember 2017", "C37": "Kepala Subbagian Umum"}),
    ],
)
def test_a_signature_below_a_table_is_no_amount(
    tmp_path: Path, clean: Produced, file: str, sheet: str, edits: dict[str, object]
) -> None:
    package = example(tmp_path / "input")
    edit(package / file, {sheet: edits})
    made = produce(package, tmp_path / "output")
    assert others(made) == others(clean)
    assert made.result["totals"] == clean.result["totals"]
    assert made.sheets(*ABOUT_INPUT) == clean.sheets(*ABOUT_INPUT)


def test_a_workbook_of_another_year_beside_ours(tmp_path: Path, clean: Produced) -> None:
    package = example(tmp_path / "input")
    edit(package / DPA, {"DPA 2.2": {"A4": "Tahun Anggaran 2016", "K13": 1, "K36": 1}}, to=package / "DPA lama.xlsx")
    made = produce(package, tmp_path / "output")
    finding = made.only("office_and_year_agree")
    assert (finding["severity"], finding["stated"], finding["computed"]) == ("error", "2016", "2017")
    assert places(finding)[0] == "DPA lama.xlsx!DPA 2.2!A4"
    assert "DPA lama.xlsx" not in places(finding)[1]
    says(finding, "DPA lama.xlsx", "2016", "2017", "dikesampingkan", "pindahkan|perbaiki")
    assert (made.status, made.result["status"]) == (0, "complete")
    assert made.input("DPA lama.xlsx")["sheets"][0]["reason"] == "dokumen tahun lain; dikesampingkan"
    assert others(made, "office_and_year_agree") == others(clean)
    assert made.result["totals"] == clean.result["totals"]
    assert made.sheets(*ABOUT_INPUT) == clean.sheets(*ABOUT_INPUT)


def test_the_only_workbook_of_its_kind_is_of_another_year(
    tmp_path: Path, clean: Produced, without_plan: Produced
) -> None:
    package = example(tmp_path / "input")
    edit(package / PLAN, {"Renja": {"A1": "RENCANA KERJA TAHUN 2018", "A2": None}})
    made = produce(package, tmp_path / "output")
    finding = made.only("office_and_year_agree")
    assert (places(finding)[0], finding["stated"]) == (f"{PLAN}!Renja!A1", "2018")
    assert others(made, "office_and_year_agree") == others(without_plan)
    assert made.sheets(*ABOUT_INPUT) == clean.sheets(*ABOUT_INPUT, "Rencana")
    skipped = next(table for table in made.result["tables"] if table["sheet"] == "Rencana")
    assert "Renja" in skipped["skipped"]


SWAPPED = {"K13": 830000000, "K14": 280200000}
"""Amounts of two kegiatan of one program exchanged, with their quarters, so that every sum stays right."""


def swapped(package: Path, to: str, **cells: object) -> Path:
    """Write a second DPA in which two kegiatan have each other's amounts."""
    sheet = openpyxl.load_workbook(package / DPA)["DPA 2.2"]
    quarters = {f"{column}{row}": sheet[f"{column}{27 - row}"].value for column in "GHIJ" for row in (13, 14)}
    return edit(package / DPA, {"DPA 2.2": {**quarters, **SWAPPED, **cells}}, to=package / to)


def disagreement(made: Produced, other: str) -> dict[str, Any]:
    finding = made.only("documents_agree")
    assert finding["severity"] == "error"
    assert set(places(finding)[:2]) == {f"{DPA}!DPA 2.2!K13", f"{other}!DPA 2.2!K13"} or set(places(finding)[:2]) == {
        f"{DPA}!DPA 2.2!G13",
        f"{other}!DPA 2.2!G13",
    }
    assert {f"{file}!DPA 2.2!{cell}" for file in (DPA, other) for cell in ("K13", "K14")} <= set(places(finding))
    says(finding, DPA, other, "Penyediaan jasa peralatan dan perlengkapan kantor", "pindahkan|keluarkan")
    return finding


@pytest.mark.parametrize(
    ("date", "initial"),
    [
        ("Purwokerto, 2 Januari 2017", {EQUIPMENT: 280200000, LOGISTICS: 830000000}),
        ("Purwokerto, 10 Februari 2017", {EQUIPMENT: 830000000, LOGISTICS: 280200000}),
    ],
)
def test_of_two_budgets_the_later_one_counts(
    tmp_path: Path, clean: Produced, date: str, initial: dict[str, int]
) -> None:
    package = example(tmp_path / "input")
    swapped(package, "DPA lain.xlsx", H38=date)
    made = produce(package, tmp_path / "output")
    disagreement(made, "DPA lain.xlsx")
    assert made.status == 0
    assert {code: made.line(code)["budget_initial"] for code in initial} == initial
    assert made.result["totals"] == clean.result["totals"]
    kept = initial[EQUIPMENT] == 280200000
    older = "DPA lain.xlsx" if kept else DPA
    assert made.input(older)["sheets"][0]["reason"] == "ada dokumen sejenis yang bertanggal lebih akhir"
    # the DPPA starts from the amounts of the first document
    found = others(made, "documents_agree", "revision_starts_from_budget")
    assert str(found).replace("DPA lain.xlsx", DPA) == str(others(clean))
    starts = {place for found in made.findings("revision_starts_from_budget") for place in places(found)}
    assert ({f"{DPPA}!DPPA 2.2!E9", f"{DPPA}!DPPA 2.2!E10"} <= starts) is not kept


def test_of_two_budgets_without_dates_none_is_taken(tmp_path: Path) -> None:
    package = example(tmp_path / "input", DPA, REALIZATION, PROFILE)
    edit(package / DPA, {"DPA 2.2": {"H38": None}})
    swapped(package, "DPA lain.xlsx")
    made = produce(package, tmp_path / "output")
    disagreement(made, "DPA lain.xlsx")
    assert {code: made.line(code)["budget_initial"] for code in (EQUIPMENT, LOGISTICS)} == {
        EQUIPMENT: None,
        LOGISTICS: None,
    }
    assert made.line("4.01.02.01.19")["budget_initial"] == 524500000
    assert made.line("4.01.02.01")["budget_initial"] == 2046040000
    assert (made.status, made.result["totals"]["budget_initial"]) == (0, 19988590000)
    reasons = {made.input(file)["sheets"][0].get("reason") for file in (DPA, "DPA lain.xlsx")}
    assert reasons == {None, "angkanya berbeda dengan dokumen lain yang sejenis"}


def test_of_two_equal_budgets_one_is_used_and_the_other_named(tmp_path: Path, clean: Produced) -> None:
    package = example(tmp_path / "input")
    shutil.copyfile(package / DPA, package / "Salinan DPA.xlsx")
    made = produce(package, tmp_path / "output")
    assert (made.status, made.result["status"]) == (0, "complete")
    assert made.result["findings"] == clean.result["findings"]
    assert made.result["lines"] == clean.result["lines"]
    reasons = [made.input(file)["sheets"][0].get("reason", "") for file in (DPA, "Salinan DPA.xlsx")]
    assert reasons == ["", "angkanya sama dengan dokumen lain yang sejenis; satu yang dipakai"]
    assert made.sheets(*ABOUT_INPUT) == clean.sheets(*ABOUT_INPUT)


def test_formulas_without_stored_values_are_computed(tmp_path: Path, clean: Produced) -> None:
    package = example(tmp_path / "input")
    for file in (DPPA, REALIZATION):
        edit(package / file, {})  # the library that saves it stores no values
    assert openpyxl.load_workbook(package / DPPA, data_only=True)["DPPA 2.2"]["F8"].value is None
    made = produce(package, tmp_path / "output")
    assert (made.status, made.result["status"]) == (0, "complete")
    assert made.result["lines"] == clean.result["lines"]
    assert made.result["findings"] == clean.result["findings"]
    assert made.sheets("Sumber") == clean.sheets("Sumber")
    named = {str(row[0]) for row in made.sheets()["Sumber"] if row[0]}
    for place in (f"{DPPA}!DPPA 2.2!F8", f"{DPPA}!DPPA 2.2!E32", f"{REALIZATION}!Realisasi!E8"):
        assert any(name.startswith(place) for name in named), place


def test_a_formula_that_cannot_be_computed(tmp_path: Path, clean: Produced) -> None:
    package = example(tmp_path / "input")
    formula = "=VLOOKUP(A7,Lain!A:B,2,0)"
    edit(package / PLAN, {"Renja": {"E7": formula}})
    made = produce(package, tmp_path / "output")
    finding = made.only("formula_has_value")
    assert (finding["severity"], places(finding)) == ("error", [f"{PLAN}!Renja!E7"])
    says(finding, "Pagu Indikatif", formula, "tidak menyimpan nilai", "buka", "simpan")
    assert made.status == 0
    assert made.result["totals"] == clean.result["totals"]
    assert others(made, "formula_has_value") == others(clean)
    assert made.sheets(*ABOUT_INPUT, "Rencana") == clean.sheets(*ABOUT_INPUT, "Rencana")
    row = next(row for row in made.sheets()["Rencana"] if row[0] == "Penyediaan jasa peralatan dan perlengkapan kantor")
    assert row[4] is None


def test_a_formula_that_cannot_be_computed_leaves_its_sums_open(tmp_path: Path, clean: Produced) -> None:
    package = example(tmp_path / "input")
    edit(package / DPPA, {"DPPA 2.2": {"F9": "=VLOOKUP(A9,Catatan!A:B,2,0)"}})
    made = produce(package, tmp_path / "output")
    named = {place for finding in made.findings("formula_has_value") for place in places(finding)}
    sheet = f"{DPPA}!DPPA 2.2!"
    expected = {f"{sheet}{ref}" for ref in ("F8", "F9", "F32", "G8", "G9", "G32", "H8", "H9", "H32")}
    assert named == expected
    assert made.status == 0
    assert made.line(EQUIPMENT)["budget_revised"] is None
    assert made.line(LOGISTICS)["budget_revised"] == 919245000
    assert made.result["totals"]["budget_initial"] == clean.result["totals"]["budget_initial"]
    assert made.result["totals"]["realization"] == clean.result["totals"]["realization"]
    assert others(made, "formula_has_value") == others(clean)


def test_our_own_report_among_the_input(tmp_path: Path, clean: Produced) -> None:
    package = example(tmp_path / "input")
    shutil.copyfile(clean.folder / REPORT, package / "Laporan jadi.xlsx")
    shutil.copyfile(clean.folder / "result.json", package / "result.json")
    made = produce(package, tmp_path / "output")
    finding = made.only("input_is_source")
    assert (finding["severity"], places(finding)) == ("note", ["Laporan jadi.xlsx"])
    says(finding, "Laporan jadi.xlsx", "program ini", "hapus|keluarkan|pindahkan")
    assert (made.status, made.result["status"]) == (0, "complete")
    assert made.input("Laporan jadi.xlsx")["reason"] == "laporan buatan program ini, bukan dokumen sumber"
    assert others(made, "input_is_source") == others(clean)
    assert made.result["lines"] == clean.result["lines"]
    assert made.sheets(*ABOUT_INPUT) == clean.sheets(*ABOUT_INPUT)


def test_our_own_report_saved_again_is_still_ours(tmp_path: Path, clean: Produced) -> None:
    package = example(tmp_path / "input")
    edit(clean.folder / REPORT, {"IKU": {"A1": "diubah"}}, to=package / "Laporan.xlsx")
    made = produce(package, tmp_path / "output")
    assert places(made.only("input_is_source")) == ["Laporan.xlsx"]
    assert made.result["lines"] == clean.result["lines"]


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("catatan.txt", b"rapat hari Senin", "teks"),
        ("surat.pdf", b"%PDF-1.7\n", "PDF"),
        ("foto.png", b"\x89PNG\r\n\x1a\n", "gambar"),
        ("surat.doc", ole("WordDocument"), "Word"),
    ],
)
def test_what_is_no_workbook_is_named_and_no_fault(
    tmp_path: Path, clean: Produced, file: str, content: bytes, reason: str
) -> None:
    package = example(tmp_path / "input")
    (package / file).write_bytes(content)
    made = produce(package, tmp_path / "output")
    assert (made.status, made.result["status"]) == (0, "complete")
    assert reason in made.input(file)["reason"]
    assert made.result["findings"] == clean.result["findings"]


def test_all_faults_are_told_in_one_pass(tmp_path: Path, clean: Produced) -> None:
    package = example(tmp_path / "input")
    truncate(package / STAFF)
    edit(package / PLAN, {"Renja": {"E7": "seratus juta", "E8": "150 juta", "E28": "?"}})
    edit(package / DPA, {"DPA 2.2": {"K9": "Besaran"}})
    made = produce(package, tmp_path / "output")
    told = {(finding["rule"], *places(finding)) for finding in made.result["findings"]}
    exact = {("cell_is_exact", f"{PLAN}!Renja!{ref}") for ref in ("E7", "E8", "E28")}
    assert exact | {("file_is_readable", STAFF)} <= told
    assert len(made.findings("column_is_present")) == 1
    assert made.result["status"] == "partial"
    assert made.result["totals"]["realization"] == clean.result["totals"]["realization"]


# Outputs that are in use, were edited, or were left by a run that did not end.


def test_a_report_that_is_open_gets_its_new_version_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, target = example(tmp_path / "input"), tmp_path / "output"
    report = produce(package, target).folder / REPORT
    former = report.read_bytes()
    edit(package / PLAN, {"Renja": {"E7": 1}})
    replace = os.replace

    def refuse(source: Any, goal: Any, **rest: Any) -> None:
        if Path(goal) == report or Path(source) == report:
            raise PermissionError(13, "used by another process", str(report))
        replace(source, goal, **rest)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        made = produce(package, target)
    beside = report.with_name("LKjIP-2017 (baru).xlsx")
    assert made.status == 0
    assert report.read_bytes() == former
    assert beside.read_bytes() != former
    assert {"file": beside.name, "sha256": digest(beside)} in made.result["outputs"]
    assert [line for line in made.out.splitlines() if REPORT in line and "terbuka" in line and beside.name in line]

    later = produce(package, target)
    assert sorted(set(state(later.folder)) - {f"arsip/{REPORT}"}) == listed(later.folder)
    assert values(report)["Rencana"][6][4] == 1
    assert {"file": REPORT, "sha256": digest(report)} in later.result["outputs"]


def test_a_report_that_was_edited_moves_to_the_archive(tmp_path: Path, clean: Produced) -> None:
    package, target = example(tmp_path / "input"), tmp_path / "output"
    report = produce(package, target).folder / REPORT
    edit(report, {"IKU": {"A20": "tambahan dari Kasubbag"}})
    edited = report.read_bytes()
    made = produce(package, target)
    assert (made.folder / "arsip" / REPORT).read_bytes() == edited
    assert report.read_bytes() == (clean.folder / REPORT).read_bytes()
    assert sorted(state(made.folder)) == sorted([*listed(made.folder), f"arsip/{REPORT}"])
    assert [line for line in made.out.splitlines() if REPORT in line and "arsip/" in line]


def test_a_report_that_nobody_touched_is_replaced_without_a_word(tmp_path: Path) -> None:
    package, target = example(tmp_path / "input"), tmp_path / "output"
    former = produce(package, target)
    edit(package / PLAN, {"Renja": {"E7": 1}})
    made = produce(package, target)
    assert sorted(state(made.folder)) == listed(made.folder)
    assert made.result["outputs"] != former.result["outputs"]
    assert "arsip" not in made.screen


KILLED = """
import os, signal, sys
from pathlib import Path

moment, target = int(sys.argv[1]), sys.argv[3]
count = 0


def watch(event, details):
    global count
    if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"):
        if target in str(details[0]) or target in str(details[1] if len(details) > 1 else ""):
            count += 1
            if count == moment:
                os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)


from pipeline import run

sys.addaudithook(watch)
for made in run.run(Path(sys.argv[2]), Path(target), options=OPTIONS):
    assert made.produced
print(count)
"""
"""A run that dies just before the n-th time that it touches a file or folder of its output."""


@dataclass(frozen=True)
class TwoRuns:
    """A former run of a package, what a run makes of it now, and how often that touches the output."""

    root: Path
    new: dict[str, bytes]
    touches: int


def contents(folder: Path) -> dict[str, bytes]:
    """The outputs; what tells of the run before them depends on which runs there were."""
    return {name: data for name, (data, _) in state(folder).items() if "perubahan.json" not in name}


def killed(root: Path, target: Path, moment: int) -> subprocess.CompletedProcess[str]:
    """Copy the former outputs to ``target``, beside the input, and run until the moment comes."""
    shutil.copytree(root / "former", target)
    options = serialise.loads((target / "kantor" / "result.json").read_bytes())["options"]
    script = KILLED.replace("OPTIONS", repr(options))
    command = [sys.executable, "-c", script, str(moment), str(root / "input"), str(target)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture(scope="module")
def two_runs(tmp_path_factory: pytest.TempPathFactory) -> TwoRuns:
    root = tmp_path_factory.mktemp("killed")
    package = example(root / "input", DPA, PROFILE)
    produce(package, root / "former")
    edit(package / DPA, {"DPA 2.2": {"K13": 1}})
    ended = killed(root, root / "whole", 0)
    return TwoRuns(root, contents(root / "whole" / package.name), int(ended.stdout))


@pytest.mark.parametrize("share", [0, 0.3, 0.6, 0.75, 0.9, 1])
def test_a_killed_run_leaves_whole_outputs(two_runs: TwoRuns, share: float) -> None:
    source, target = two_runs.root / "input", two_runs.root / f"output {share}"
    folder = target / "kantor"
    inputs, old = state(source), contents(two_runs.root / "former" / "kantor")
    died = killed(two_runs.root, target, 1 + int(share * (two_runs.touches - 1)))
    assert (died.returncode != 0, died.stderr, died.stdout) == (True, "", "")
    assert state(source) == inputs
    for name in (REPORT, "result.json"):
        assert (folder / name).read_bytes() in (old[name], two_runs.new[name])
    outputs = serialise.loads((folder / "result.json").read_bytes())["outputs"]
    files = [folder / entry["file"] for entry in outputs]
    whole = [entry["sha256"] for entry in outputs] == [digest(file) if file.exists() else "" for file in files]
    assert whole or (folder / ".baru" / "result.json").exists()  # all that is needed to end the work

    produce(source / "kantor", target)
    assert contents(folder) == two_runs.new


def test_every_input_keeps_its_bytes(clean: Produced) -> None:
    assert {name: clean.input(name)["sha256"] for name in FILES} == {
        name: digest(Path(__file__).parents[1] / "input" / "contoh-2017" / name) for name in FILES
    }
    assert all(isinstance(total, int | Decimal) for total in clean.result["totals"].values())
