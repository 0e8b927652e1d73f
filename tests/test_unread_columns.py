"""Cells of one column that cannot be read for one reason are one finding, and each of them stays unknown."""

from __future__ import annotations

import pytest
from transcripts import outcome

from pipeline.model import MOST_CELLS, Cell, Finding, Outcome, doubtful
from pipeline.ranges import members
from pipeline.waivers import fingerprint

HEAD = "# DPA.xlsx!DPA\n| Kode | Uraian | Jumlah (Rp) |\n| 2.17.01 | Program Arsip | 300 |\n"


def made(*amounts: str) -> Outcome:
    rows = (f"| 2.17.01.{number} | Lomba {number} | {amount} |" for number, amount in enumerate(amounts, 1))
    return outcome(HEAD + "\n".join(rows))


def unread(package: Outcome) -> list[Finding]:
    return [finding for finding in package.findings if finding.rule == "cell_is_exact"]


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        pytest.param(["1 jt", "2 jt"], ["C3", "C4"], id="two are two"),
        pytest.param(["1 jt", "2 jt", "10", "3,5 jt"], ["C3:C4, C6"], id="three are the column"),
        pytest.param(["1 jt", "dua juta", "2 jt"], ["C3, C5", "C4"], id="written in another way"),
        pytest.param(["menyusul", "belum ada", "menyusul"], ["C3:C5"], id="words"),
        pytest.param(["1 jt", "@2017-12-31", "2 jt"], ["C3", "C4", "C5"], id="for two reasons"),
        pytest.param(["@2017-12-31"] * 3, ["C3:C5"], id="dates"),
        pytest.param(["#REF!"] * 3, ["C3:C5"], id="errors of Excel"),
    ],
)
def test_a_column_is_told_as_one(amounts: list[str], told: list[str]) -> None:
    package = made(*amounts)
    assert [", ".join(str(cell.ref) for cell in finding.cells) for finding in unread(package)] == told


def test_each_cell_stays_unknown_and_marked_also_those_that_are_not_named() -> None:
    package = made(*(part for _ in range(MOST_CELLS + 5) for part in ("1 jt", "10")))
    cells = {Cell("DPA.xlsx", "DPA", f"C{row}") for row in range(3, 3 + 2 * (MOST_CELLS + 5), 2)}
    (finding,) = unread(package)
    assert (len(finding.cells), finding.facts["rows_more"]) == (MOST_CELLS, MOST_CELLS + 4)
    assert package.data.unknown == doubtful(package.findings) == cells
    assert {place for place, found in package.checked.items() if finding in found} == cells
    assert {member for place in finding.cells for member in members(place)} < cells


def test_the_identity_knows_no_rows_and_the_seal_knows_every_cell() -> None:
    first, (moved,) = made("1 jt", "2 jt", "3 jt"), unread(made("10", "1 jt", "2 jt", "3 jt"))
    (finding,), (other,) = unread(first), unread(made("1 jt", "2 jt", "4 jt"))
    assert finding.id == moved.id == other.id == "cell_is_exact:dpa|budget|not_a_number|0 a"
    assert fingerprint(finding) == fingerprint(moved) != fingerprint(other)


def test_the_same_column_of_two_documents_is_two_findings() -> None:
    rows = "".join(f"| 2.17.01.{number} | Lomba {number} | {number} jt |\n" for number in (1, 2, 3))
    package = outcome(HEAD + rows + HEAD.replace("DPA.xlsx", "DPA lagi.xlsx") + rows)
    assert [(finding.cells[0].file, finding.id) for finding in unread(package)] == [
        ("DPA.xlsx", "cell_is_exact:dpa|budget|not_a_number|0 a"),
        ("DPA lagi.xlsx", "cell_is_exact:dpa|budget|not_a_number|0 a|2"),
    ]


def test_what_followed_a_cell_follows_the_column() -> None:
    package = made("1 jt", "2 jt", "3 jt", "=VLOOKUP(C4,C:D,2)")
    (finding,) = unread(package)
    assert [other.follows for other in package.findings if other.rule == "formula_has_value"] == [finding.id]
