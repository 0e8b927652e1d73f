"""The files of a package -> its tables, what was made of each file and sheet, what was wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import transcripts
import worksheets

from pipeline import reading
from pipeline.messages import sentence
from pipeline.model import InputFile, InputTable, Table

DPA = """
| Kode | Uraian | Jumlah |
| '01 | Program A | 300 |
| 01.01 | Kegiatan satu | 300 |
| Jumlah | | 300 |
"""
ACCOUNTS = "| Uraian | Anggaran (Rp) | Realisasi (Rp) |\n| Belanja Pegawai | 100 | 90 |\n"
MISSPELT = "| No | Program/Kegiatan | Anggaran (Rp) | Realisasii (Rp) |\n| 1 | Program A | 300 | 250 |\n"


def listed(text: str) -> list[tuple[str, str | None, int | None, str]]:
    """Sheet, kind, header row and reason of everything that is told of some worksheets."""
    _, found, _ = reading.from_grids(worksheets.read(text))
    return [(entry.sheet, entry.kind, entry.header_row, entry.reason) for entry in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"# A.xlsx!S{DPA}", [("S", "dpa", 1, "")], id="a table"),
        pytest.param(
            f"# A.xlsx!S{DPA}|\n{ACCOUNTS}", [("S", "dpa", 1, ""), ("S", None, 6, "account_rows")], id="accounts below"
        ),
        pytest.param(
            f"# A.xlsx!S{DPA}|\n{MISSPELT}",
            [("S", "dpa", 1, ""), ("S", None, 6, "column_is_missing")],
            id="a misspelt table below",
        ),
        pytest.param(f"# A.xlsx!S\n{ACCOUNTS}", [("S", None, 1, "account_rows")], id="accounts alone"),
        pytest.param(
            f"# A.xlsx!S{DPA}# A.xlsx!Catatan\n| Rapat |\n# A.xlsx!Kosong\n|\n",
            [("S", "dpa", 1, ""), ("Catatan", None, None, "no_known_header"), ("Kosong", None, None, "sheet_is_empty")],
            id="other sheets",
        ),
    ],
)
def test_everything_on_a_sheet_is_named_once(
    text: str, expected: list[tuple[str, str | None, int | None, str]]
) -> None:
    assert listed(text) == expected


@pytest.mark.parametrize(
    ("below", "status"),
    [("", "complete"), (f"|\n{ACCOUNTS}", "complete"), (f"|\n{MISSPELT}", "partial")],
)
def test_only_what_somebody_has_to_mend_makes_a_package_partial(below: str, status: str) -> None:
    assert transcripts.outcome(f"# A.xlsx!S{DPA}{below}").status == status


def test_a_document_in_thousands_agrees_with_the_same_one_in_rupiah() -> None:
    outcome = transcripts.outcome(
        "# A.xlsx!S\n| Kode | Uraian | Jumlah |\n| 01 | Program A | 300400 |\n"
        "# R.xlsx!S\n| dalam ribuan rupiah |\n| Kode | Uraian | Jumlah |\n| 01 | Program A | 300 |\n"
    )
    assert (outcome.status, outcome.data.budget[0].initial.value) == ("complete", 300_400_00)
    assert [finding.rule for finding in outcome.findings] == ["amounts_are_rupiah"]


def test_with_aside_names_the_table_and_no_other() -> None:
    inputs = (InputFile("A.xlsx", "1", (InputTable("S", "dpa", 1, 2), InputTable("S", "dpa", 9, 2))),)
    table = Table("dpa", "", "", "A.xlsx", "S", 9, {}, ())
    (told,) = reading.with_aside(inputs, [(table, "same_figures")])
    assert [entry.reason for entry in told.tables] == ["", "same_figures"]


# files


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def dpa(tmp_path: Path) -> Path:
    return workbook(
        tmp_path / "DPA.xlsx", ("Kode", "Uraian", "Jumlah"), ("01", "Program A", 300), ("01.01", "Satu", 300)
    )


def test_a_file_that_may_not_be_read_is_no_damaged_one(dpa: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = workbook(dpa.with_name("DPPA.xlsx"), ("Kode", "Uraian", "Sebelum Perubahan", "Setelah Perubahan"))
    opened = Path.open

    def refused(path: Path, *arguments: Any, **options: Any) -> Any:
        if path == dpa:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refused)
    found = reading.read([dpa, other])
    entry, beside = found.inputs
    assert (entry.sha256, entry.reason, entry.failed, entry.tables) == (None, "file_locked", True, ())
    assert (beside.failed, [table.kind for table in found.tables]) == (False, ["dppa"])
    fault = next(finding for finding in found.findings if finding.rule == "file_is_readable")
    message = sentence(fault)
    assert (fault.severity, str(fault.cells[0])) == ("error", "DPA.xlsx")
    assert "sedang dibuka program lain" in message
    assert "rusak" not in message


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("surat.pdf", b"%PDF-1.7", "is_pdf"),
        ("catatan.txt", b"Rapat hari Senin\n", "is_text"),
        ("foto.png", b"\x89PNG\r\n\x1a\n", "is_image"),
        ("kosong.txt", b"", "is_empty"),
    ],
)
def test_what_is_no_workbook_is_named_and_no_fault(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    found = reading.read([tmp_path / name])
    assert [(entry.file, entry.reason, entry.failed) for entry in found.inputs] == [(name, reason, False)]
    assert (found.tables, found.findings) == ((), ())


def test_a_damaged_file_stops_no_other(dpa: Path) -> None:
    broken = dpa.with_name("A.xlsx")
    broken.write_bytes(dpa.read_bytes()[:2000])
    heard: list[str] = []
    found = reading.read([broken, dpa], heard.append)
    assert heard == ["A.xlsx", "DPA.xlsx"]
    assert [(entry.file, entry.failed) for entry in found.inputs] == [("A.xlsx", True), ("DPA.xlsx", False)]
    assert [(finding.rule, str(finding.cells[0])) for finding in found.findings] == [("file_is_readable", "A.xlsx")]
    assert [table.kind for table in found.tables] == ["dpa"]
    assert found.inputs[0].sha256
