"""The workbooks that staff fill in and give back: what stands in them, and that they are read, filled in or not."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import transcripts
from office_package import AGREEMENT, DPA, DPPA, PLAN, PROFILE, REALIZATION, STAFF, Produced, example, produce
from typer.testing import CliRunner, Result

from pipeline import templates, workbook
from pipeline.cli import app
from pipeline.grids import read
from pipeline.model import OWN_PROPERTY, letter
from pipeline.waivers import fingerprint

FINDINGS, PAIRS = "Catatan Temuan.xlsx", "Padanan.xlsx"
RULE = "children_sum_to_parent"


def page(path: Path) -> tuple[Any, Any, dict[str, int]]:
    """A workbook, its first sheet, and the column of each heading."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    headings = next(row for row in sheet.iter_rows() if row[0].value == "No")
    return book, sheet, {cell.value: cell.column for cell in headings}


def rows(path: Path) -> list[dict[str, object]]:
    """The rows below the headings, by heading."""
    _, sheet, columns = page(path)
    return [
        {heading: sheet.cell(row, column).value for heading, column in columns.items()}
        for row in range(1, sheet.max_row + 1)
        if isinstance(sheet.cell(row, 1).value, int)
    ]


def fill(path: Path, to: Path, key: str, which: str, **answers: object) -> None:
    """Fill in the row whose cell below ``key`` begins with some words, and save the workbook elsewhere."""
    book, sheet, columns = page(path)
    row = next(row for row in range(1, sheet.max_row + 1) if str(sheet.cell(row, columns[key]).value).startswith(which))
    for heading, value in answers.items():
        sheet.cell(row, columns[heading.replace("_", " ")], value)
    book.save(to)


def rule(made: Produced, name: str = RULE) -> dict[str, Any]:
    return next(finding for finding in made.result["findings"] if finding["rule"] == name)


def checked(package: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["check", str(package.parent), *options])


# Catatan Temuan.


def test_each_finding_has_a_row_with_its_figures_and_its_mark() -> None:
    outcome = transcripts.outcome(
        "# DPA.xlsx!S\n| Kode | Uraian | Jumlah |\n| '01 | Program A | 300.5 |\n| 01.01 | Kegiatan satu | 200 |"
    )
    (sheet,) = templates.build(outcome)[FINDINGS]
    (row,) = sheet.tables[0].rows
    told = {key: entry.value for key, entry in row.entries.items()}
    (finding,) = outcome.findings
    assert (told["finding"], told["seal"]) == (finding.id, fingerprint(finding))
    assert (told["stated"], told["computed"], told["place"]) == (finding.stated, finding.computed, "DPA.xlsx!S!C2")
    assert [told[key] for key in ("reason", "by", "date", "note")] == [None] * 4


def test_where_there_is_nothing_to_say_nothing_is_written() -> None:
    sound = "# DPA.xlsx!S\n| Kode | Uraian | Jumlah |\n| '01 | Program A | 300 |\n| 01.01 | Kegiatan satu | 300 |"
    assert templates.build(transcripts.outcome(sound)) == {}


def test_consequences_and_remarks_on_reasons_have_no_row(tmp_path: Path) -> None:
    package = example(tmp_path / "input", PLAN, STAFF)
    made = produce(package, tmp_path / "output")
    fill(made.folder / FINDINGS, package / "x.xlsx", "Identitas Temuan", RULE, Alasan="a", Identitas_Temuan="lain")
    made = produce(package, tmp_path / "output")
    assert rule(made, "waiver_names_finding")["severity"] == "note"
    listed = {row["Identitas Temuan"] for row in rows(made.folder / FINDINGS)}
    assert listed == {
        finding["id"]
        for finding in made.result["findings"]
        if finding["follows"] is None and finding["rule"] != "waiver_names_finding"
    }


def test_an_unfilled_workbook_says_nothing(tmp_path: Path) -> None:
    package = example(tmp_path / "input")
    made = produce(package, tmp_path / "output")
    for file in (FINDINGS, PAIRS):
        assert not read(made.folder / file, file).ours
        shutil.copyfile(made.folder / file, package / f"Isian {file}")
    again = produce(package, tmp_path / "output")
    for key in ("status", "office", "totals", "lines", "findings", "tables", "outputs"):
        if key not in ("outputs", "tables"):  # Sumber lists two files more
            assert again.result[key] == made.result[key], key
    assert [sheet["kind"] for sheet in again.input(f"Isian {FINDINGS}")["sheets"]] == ["waivers"]
    assert [sheet["kind"] for sheet in again.input(f"Isian {PAIRS}")["sheets"]] == ["aliases", None]
    assert "Pilihan" not in again.out
    for file in (FINDINGS, PAIRS):
        assert (again.folder / file).read_bytes() == (made.folder / file).read_bytes()


def test_a_reason_goes_round(tmp_path: Path) -> None:
    package = example(tmp_path / "input", PLAN, PROFILE, DPA)
    made = produce(package, tmp_path / "output")
    assert (checked(package).exit_code, rule(made)["state"]) == (1, "open")
    assert "waiver" not in rule(made)

    answers = {"Alasan": "Menunggu revisi Renja", "Oleh": "Kasubbag Program", "Tanggal": "22 Januari 2018"}
    fill(made.folder / FINDINGS, package / "Catatan.xlsx", "Identitas Temuan", RULE, **answers)
    made = produce(package, tmp_path / "output", "--strict")
    finding = rule(made)
    assert (finding["state"], finding["waiver"]) == (
        "accepted",
        {"reason": "Menunggu revisi Renja", "by": "Kasubbag Program", "date": "22 Januari 2018", "stale": False},
    )
    open_errors = [one for one in made.result["findings"] if (one["severity"], one["state"]) == ("error", "open")]
    assert (open_errors, made.status) == ([], 0)
    assert "1 diterima" in made.out
    assert [row["Alasan"] for row in rows(made.folder / FINDINGS) if str(row["Identitas Temuan"]).startswith(RULE)] == [
        "Menunggu revisi Renja"
    ]

    text = checked(package)
    assert f"(diterima) galat {RULE}" in text.stdout
    assert "Diterima: Menunggu revisi Renja (Kasubbag Program, 22 Januari 2018)." in text.stdout
    assert (text.exit_code, checked(package, "--format", "json").exit_code) == (0, 0)
    assert '"state": "accepted"' in checked(package, "--format", "json").stdout

    comments = [
        cell.comment.text
        for sheet in openpyxl.load_workbook(made.folder / "LKjIP-2017.xlsx").worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    ]
    assert [comment for comment in comments if "Diterima: Menunggu revisi Renja" in comment] != []

    # the workbook of the results may take the place of the one in the package
    shutil.copyfile(made.folder / FINDINGS, package / "Catatan.xlsx")
    assert rule(produce(package, tmp_path / "output"))["waiver"] == finding["waiver"]


def test_with_other_figures_the_finding_comes_back(tmp_path: Path) -> None:
    package = example(tmp_path / "input", PLAN, PROFILE)
    made = produce(package, tmp_path / "output")
    fill(made.folder / FINDINGS, package / "Catatan.xlsx", "Identitas Temuan", RULE, Alasan="Menunggu revisi")
    assert checked(package).exit_code == 0
    book = openpyxl.load_workbook(package / PLAN)
    book["Renja"]["E26"] = 600000000
    book.save(package / PLAN)
    made = produce(package, tmp_path / "output", "--strict")
    finding = rule(made)
    assert (made.status, finding["state"], finding["waiver"]["stale"]) == (1, "open", True)
    assert "Terbuka lagi karena angkanya berubah sejak diterima: Menunggu revisi." in made.out
    remark = rule(made, "waiver_names_finding")
    assert (remark["severity"], remark["follows"]) == ("warning", finding["id"])
    (row,) = (row for row in rows(made.folder / FINDINGS) if row["Identitas Temuan"] == finding["id"])
    assert (row["Alasan"], "Menunggu revisi" in str(row["Keterangan"])) == (None, True)


def test_a_moved_table_keeps_its_reason(tmp_path: Path) -> None:
    package = example(tmp_path / "input", STAFF)
    made = produce(package, tmp_path / "output")
    ids = [str(row["Identitas Temuan"]) for row in rows(made.folder / FINDINGS)]
    source = made.folder / FINDINGS
    for ident in ids:
        fill(source, package / "Catatan.xlsx", "Identitas Temuan", ident, Alasan="Menunggu BKD")
        source = package / "Catatan.xlsx"
    book = openpyxl.load_workbook(package / STAFF)
    for area in list(book["Pegawai"].merged_cells.ranges):
        book["Pegawai"].merged_cells.remove(area)
    book["Pegawai"].insert_rows(1, 4)
    book.save(package / STAFF)
    (package / STAFF).rename(package / "Pegawai pindah.xlsx")
    moved = produce(package, tmp_path / "output")
    assert {finding["id"]: finding["state"] for finding in moved.result["findings"]} == dict.fromkeys(ids, "accepted")


def test_one_filled_in_where_it_lies_is_never_lost(tmp_path: Path) -> None:
    package = example(tmp_path / "input", PLAN)
    made = produce(package, tmp_path / "output")
    fill(made.folder / FINDINGS, made.folder / FINDINGS, "Identitas Temuan", RULE, Alasan="Menunggu revisi")
    edited = (made.folder / FINDINGS).read_bytes()
    made = produce(package, tmp_path / "output")
    assert (made.folder / "arsip" / FINDINGS).read_bytes() == edited
    assert f"arsip/{FINDINGS}" in made.out


# Padanan.


def test_each_open_name_has_a_row_with_the_nearest_as_a_hint(tmp_path: Path) -> None:
    made = produce(example(tmp_path / "input"), tmp_path / "output")
    listed = rows(made.folder / PAIRS)
    assert {row["Nama Tertulis"]: row["Nama atau Kode di Anggaran"] for row in listed} == {
        "Penyediaan jasa administrasi keuangan": None,
        "Program peningkatan pengembangan sistem pelaporan capaian kinerja dan keuangan": None,
    }
    assert f"Tertulis di {PLAN}!Renja!A8." in str(listed[0]["Keterangan"])
    book, sheet, columns = page(made.folder / PAIRS)
    (validation,) = sheet.data_validations.dataValidation
    names = [row[0] for row in book["Pilihan Nama Anggaran"].iter_rows(min_row=2, values_only=True)]
    assert validation.formula1.replace("$", "") == f"'Pilihan Nama Anggaran'!A2:A{len(names) + 1}"
    assert [str(area).split(":")[0][0] for area in validation.sqref.ranges] == [
        letter(columns["Nama atau Kode di Anggaran"])
    ]
    assert names[:2] == [line["name"] for line in made.result["lines"]][:2]
    assert len(set(names)) == len(names)


def test_a_name_goes_round(tmp_path: Path) -> None:
    package = example(tmp_path / "input", DPA, DPPA, REALIZATION, PLAN, AGREEMENT, PROFILE)
    made = produce(package, tmp_path / "output")
    name, meant = "Penyediaan jasa administrasi keuangan", "4.01.02.01.20"
    budget = next(line["name"] for line in made.result["lines"] if line["code"] == meant)
    fill(made.folder / PAIRS, package / "Padanan kami.xlsx", "Nama Tertulis", name, Nama_atau_Kode_di_Anggaran=budget)
    made = produce(package, tmp_path / "output")
    pair = next(row for row in made.sheets()["Padanan"] if name in row)
    assert (pair[3], pair[4]) == (meant, "menurut Padanan")
    kept = {row["Nama Tertulis"]: row["Nama atau Kode di Anggaran"] for row in rows(made.folder / PAIRS)}
    assert kept[name] == budget
    assert None in kept.values()  # the other open name is still asked for


# How they are written.


@pytest.mark.parametrize("file", [FINDINGS, PAIRS])
def test_what_is_to_be_filled_in_is_yellow_and_the_page_is_set_up(tmp_path: Path, file: str) -> None:
    made = produce(example(tmp_path / "input"), tmp_path / "output")
    book, sheet, columns = page(made.folder / file)
    assert OWN_PROPERTY not in [prop.name for prop in book.custom_doc_props.props]
    asked = {"Alasan", "Oleh", "Tanggal"} if file == FINDINGS else {"Nama atau Kode di Anggaran"}
    yellow = {
        heading
        for heading, column in columns.items()
        if sheet.cell(sheet.max_row, column).fill.fgColor.rgb == "FFFFF7CC"
    }
    assert yellow == asked
    assert "letakkan berkas ini di map masukan" in str(sheet["A3"].value)
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert str(sheet.freeze_panes).endswith("5")  # the headings stay in sight
    assert sheet.cell(sheet.max_row, 2).alignment.wrap_text
    assert {entry["file"] for entry in made.result["outputs"]} >= {file}


def test_a_workbook_without_a_kind_is_none_of_our_reports() -> None:
    outcome = transcripts.outcome(
        "# DPA.xlsx!S\n| Kode | Uraian | Jumlah |\n| '01 | Program A | 300.5 |\n| 01.01 | Kegiatan satu | 200 |"
    )
    made = templates.build(outcome)[FINDINGS]
    assert workbook.write(made, properties={"kind": ""}, links=None) != workbook.write(made, properties={}, links=None)
    assert workbook.write(made, properties={"kind": ""}, links=None) == workbook.write(
        made, properties={"kind": ""}, links=None
    )
