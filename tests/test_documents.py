"""Several documents of one kind in one package: which counts, which is left aside, which figures are in dispute."""

import pytest
import worksheets

from pipeline.documents import agreed
from pipeline.messages import sentence
from pipeline.model import Finding, Table
from pipeline.reading import from_grids

HEAD = "| Kode | Uraian | Jumlah |\n"
PROGRAM = "| '01 | Program A | 300 |\n"


def read(*documents: str) -> list[Table]:
    """The tables of some worksheets, in files A.xlsx, B.xlsx ..."""
    texts = [f"# {chr(65 + place)}.xlsx!S\n{document.strip()}" for place, document in enumerate(documents)]
    return from_grids(worksheets.read("\n".join(texts)))[0]


def decided(*documents: str) -> tuple[list[str], list[tuple[str, str]], list[Finding]]:
    """The files used, those left aside with the reason, the findings."""
    used, aside, findings = agreed(read(*documents))
    return [table.file for table in used], [(table.file, reason) for table, reason in aside], findings


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(f"{HEAD}{PROGRAM}| 01.01 | Kegiatan satu | 300 |", id="the same"),
        pytest.param(f"{HEAD}| '01. | PROGRAM  A | Rp 300 |\n| 01.01. | Kegiatan Satu | 300,00 |", id="other writing"),
        pytest.param(
            "| No | Program/Kegiatan | Pagu |\n| 1 | Program A | 300 |\n| a | Kegiatan satu | 300 |", id="other columns"
        ),
    ],
)
def test_equal_documents_count_once(other: str) -> None:
    first = f"{HEAD}{PROGRAM}| 01.01 | Kegiatan satu | 300 |"
    assert decided(first, other) == (["A.xlsx"], [("B.xlsx", "same_figures")], [])


@pytest.mark.parametrize(
    ("dates", "used", "aside"),
    [
        pytest.param(("2 Januari 2017", "5 Maret 2017"), "B.xlsx", ("A.xlsx", "older_document"), id="the later one"),
        pytest.param(("5 Maret 2017", "2 Januari 2017"), "A.xlsx", ("B.xlsx", "older_document"), id="in either order"),
        pytest.param(("2 Januari 2017", "2 Januari 2017"), "A.xlsx", ("B.xlsx", "documents_disagree"), id="one day"),
        pytest.param(("2 Januari 2017", ""), "A.xlsx", ("B.xlsx", "documents_disagree"), id="one without a date"),
    ],
)
def test_of_unequal_documents_the_later_counts(dates: tuple[str, str], used: str, aside: tuple[str, str]) -> None:
    first, second = (f"| Contoh, {date} |\n" if date else "" for date in dates)
    files, left, findings = decided(f"{first}{HEAD}{PROGRAM}", f"{second}{HEAD}| '01 | Program A | 350 |")
    assert (files, left) == ([used], [aside])
    assert [finding.rule for finding in findings] == ["documents_agree"]
    assert findings[0].facts["undecided"] == (aside[1] == "documents_disagree")


def test_undecided_figures_are_unknown_and_the_others_stay() -> None:
    lines = f"{PROGRAM}| 01.01 | Kegiatan satu | 100 |\n| 01.02 | Kegiatan dua | 200 |"
    other = lines.replace("| 200 |", "| 250 |").replace("| 300 |", "| 350 |")
    (table,), _, (finding,) = agreed(read(HEAD + lines, HEAD + other))
    assert [line.values["budget"] for line in table.lines] == [None, 100_00, None]
    assert [str(cell) for cell in finding.cells] == ["A.xlsx!S!C2", "B.xlsx!S!C2", "A.xlsx!S!C4", "B.xlsx!S!C4"]
    assert "berbeda pada 2 angka; pertama Program A: 300 dan 350" in sentence(finding)


def test_a_line_that_one_of_them_lacks_is_a_difference() -> None:
    _, _, (finding,) = decided(HEAD + PROGRAM, f"{HEAD}{PROGRAM}| 01.01 | Kegiatan satu | 300 |")
    assert [str(cell) for cell in finding.cells] == ["B.xlsx!S!C3"]
    assert finding.stated == 300  # the fuller one is called first
    assert finding.computed is None


def test_totals_are_compared_too() -> None:
    _, _, (finding,) = decided(f"{HEAD}{PROGRAM}| Jumlah | | 300 |", f"{HEAD}{PROGRAM}| Jumlah | | 301 |")
    assert [str(cell) for cell in finding.cells] == ["A.xlsx!S!C3", "B.xlsx!S!C3"]
    assert "pertama Jumlah: 300 dan 301" in sentence(finding)


def test_a_kegiatan_of_one_name_in_two_programs_is_compared_with_its_own() -> None:
    lines = "| 01.01 | Rapat | 300 |\n| '02 | Program B | 50 |\n| 02.01 | Rapat | 50 |"
    _, aside, findings = decided(HEAD + PROGRAM + lines, HEAD + PROGRAM + lines)
    assert (aside, findings) == ([("B.xlsx", "same_figures")], [])


AGREEMENT = "| No | Sasaran Strategis | Indikator Kinerja | Target | Program | Anggaran |\n"


@pytest.mark.parametrize(
    "documents",
    [
        pytest.param(
            (
                f"| Perjanjian Kinerja |\n{AGREEMENT}| 1 | S | I | 70 % | Program A | 300 |",
                f"| Perjanjian Kinerja Perubahan |\n{AGREEMENT}| 1 | S | I | 75 % | Program A | 320 |",
            ),
            id="an agreement and its revision",
        ),
        pytest.param(
            (
                "| No | Golongan | Jumlah Orang |\n| 1 | IV/a | 2 |",
                "| No | Jabatan | Jumlah Orang |\n| 1 | Kepala | 1 |",
            ),
            id="staff by grade and by position",
        ),
        pytest.param(
            (
                HEAD + PROGRAM,
                "| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan |\n| '01 | Program A | 300 | 320 |",
            ),
            id="a DPA and its revision",
        ),
    ],
)
def test_documents_that_do_not_stand_for_each_other(documents: tuple[str, str]) -> None:
    assert decided(*documents) == (["A.xlsx", "B.xlsx"], [], [])


def test_other_targets_are_a_difference_and_other_words_for_a_unit_are_not_figures() -> None:
    head = "| Program/Kegiatan | Target | Realisasi |\n"
    _, _, (finding,) = decided(
        f"{head}| Program A | 12 bulan | 12 bulan |", f"{head}| Program A | 12 bulan | 11 bulan |"
    )
    told = {str(finding.cells[0]): finding.stated, str(finding.cells[1]): finding.computed}
    assert told == {"A.xlsx!S!C2": "12 bulan", "B.xlsx!S!C2": "11 bulan"}


def test_which_of_two_documents_is_called_first_is_not_their_names() -> None:
    one, other = f"{HEAD}{PROGRAM}", f"{HEAD}{PROGRAM}".replace("300", "310")
    first, second = decided(one, other)[2][0], decided(other, one)[2][0]
    assert (first.stated, first.computed) == (second.stated, second.computed)


def test_a_table_without_rows_disputes_nothing() -> None:
    used, aside, findings = decided(HEAD, HEAD + PROGRAM)
    assert (used, aside, findings) == (["B.xlsx"], [("A.xlsx", "no_rows")], [])
