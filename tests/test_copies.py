"""Which workbooks get a marked copy, and which findings each copy shows with which cells."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from marked_copies import ERROR, PALE_ERROR, PALE_WARNING, WARNING, fills, listed, notes, plain, written

from pipeline.copies import copies
from pipeline.model import Cell, Dataset, Finding, InputFile, Office, Outcome, Severity


def finding(name: str, *cells: str, severity: Severity = "error", follows: str | None = None) -> Finding:
    """Return a finding of cells such as ``DPA!B2``, each of the workbook with the name of its sheet."""
    places = tuple(Cell(f"{sheet}.xlsx", "DPA", ref) for sheet, _, ref in (cell.partition("!") for cell in cells))
    facts = {"name": name}
    figures = (Decimal(90), Decimal(100))
    return Finding("children_sum_to_parent", severity, places, facts, *figures, subject=name, follows=follows)


def marked(folder: Path, *findings: Finding, unread: str = "", given: str = "DPA DPPA") -> dict[str, bytes]:
    """Return the copies of workbooks that all hold a sheet DPA."""
    files = {}
    for name in given.split():
        files[f"{name}.xlsx"] = folder / f"{name}.xlsx"
        files[f"{name}.xlsx"].write_bytes(written(plain))
    inputs = tuple(InputFile(name, None, reason="unreadable" if name == unread else "") for name in files)
    made = copies(Outcome("contoh", Dataset(Office(), ()), inputs, findings), files)
    assert made.left == ()
    return dict(made.made)


def shown(copy: bytes) -> list[tuple[object, object, list[object]]]:
    """Return the number, the name and the cells of each finding that a copy lists."""
    return [(row[0], str(row[3]).partition(":")[0], [cell for cell in row[4:] if cell]) for row in listed(copy)]


def test_a_copy_shows_its_own_cells_only(tmp_path: Path) -> None:
    found = finding("Program", "DPA!B2", "DPPA!B3:B4", "DPA!B4")
    made = marked(tmp_path, found)
    assert sorted(made) == ["ditandai/DPA.xlsx", "ditandai/DPPA.xlsx"]
    assert shown(made["ditandai/DPA.xlsx"]) == [(1, "Program", ["DPA!B2", "DPA!B4"])]
    assert shown(made["ditandai/DPPA.xlsx"]) == [(1, "Program", ["DPA!B3:B4"])]
    assert fills(made["ditandai/DPA.xlsx"]) == {"B2": ERROR, "B4": PALE_ERROR}


def test_findings_are_numbered_in_each_copy_with_what_follows_behind(tmp_path: Path) -> None:
    first = finding("Pertama", "DPA!B2")
    second = finding("Kedua", "DPPA!B2")
    third = finding("Ketiga", "DPA!B3", severity="warning")
    follower = finding("Akibat", "DPPA!B3", "DPA!B4", severity="warning", follows=first.id)
    made = marked(tmp_path, first, second, third, follower)
    assert shown(made["ditandai/DPA.xlsx"]) == [
        (1, "Pertama", ["DPA!B2"]),
        (2, "Akibat", ["DPA!B4"]),
        (3, "Ketiga", ["DPA!B3"]),
    ]
    assert shown(made["ditandai/DPPA.xlsx"]) == [(1, "Akibat", ["DPA!B3"]), (2, "Kedua", ["DPA!B2"])]
    assert fills(made["ditandai/DPA.xlsx"])["B3"] == WARNING


@pytest.mark.parametrize(
    ("unread", "given", "names"),
    [
        pytest.param("", "DPA DPPA Renja", ["ditandai/DPA.xlsx", "ditandai/DPPA.xlsx"], id="no finding, no copy"),
        pytest.param("DPPA.xlsx", "DPA DPPA", ["ditandai/DPA.xlsx"], id="what could not be read has none"),
        pytest.param("", "DPA", ["ditandai/DPA.xlsx"], id="what is no file has none"),
    ],
)
def test_which_workbooks_have_a_copy(tmp_path: Path, unread: str, given: str, names: list[str]) -> None:
    made = marked(tmp_path, finding("Program", "DPA!B2", "DPPA!B2"), unread=unread, given=given)
    assert sorted(made) == names


def test_the_workbook_itself_stays_as_it_is(tmp_path: Path) -> None:
    marked(tmp_path, finding("Program", "DPA!B2"))
    assert (tmp_path / "DPA.xlsx").read_bytes() == written(plain)


def test_a_file_that_is_no_workbook_is_left_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "DPA.xlsx").write_bytes(b"bukan buku kerja")
    outcome = Outcome("contoh", Dataset(Office(), ()), (), (finding("Program", "DPA!B2"),))
    made = copies(outcome, {"DPA.xlsx": tmp_path / "DPA.xlsx"})
    assert dict(made.made) == {}
    assert [file for file, _ in made.left] == ["DPA.xlsx"]


def test_a_file_that_is_gone_is_an_error_of_the_system(tmp_path: Path) -> None:
    outcome = Outcome("contoh", Dataset(Office(), ()), (), (finding("Program", "DPA!B2"),))
    with pytest.raises(FileNotFoundError):
        copies(outcome, {"DPA.xlsx": tmp_path / "DPA.xlsx"})


def test_in_each_copy_the_first_of_its_own_cells_is_explained_and_the_wrong_one_has_the_strong_colour(
    tmp_path: Path,
) -> None:
    made = marked(tmp_path, finding("Program", "DPA!B2", "DPPA!B2", "DPPA!B3", severity="warning"))
    assert fills(made["ditandai/DPA.xlsx"]) == {"B2": WARNING}
    assert fills(made["ditandai/DPPA.xlsx"]) == {"B2": PALE_WARNING, "B3": PALE_WARNING}
    assert list(notes(made["ditandai/DPPA.xlsx"])) == ["B2"]
