"""The budget lines of a package: their order, codes and figures from DPA, DPPA and realization."""

from collections.abc import Sequence

import pytest
import transcripts

from pipeline.model import BudgetLine, Figure, Outcome
from pipeline.totals import totals

DPA = """
# DPA.xlsx!S
| Kode | Uraian | Jumlah |
| '01 | Program A | 300 |
| 01.01 | Kegiatan satu | 100 |
| 01.02 | Kegiatan dua | 200 |
| '02 | Program B | 50 |
| 02.01 | Kegiatan tiga | 50 |
| Jumlah | | 350 |
"""
DPPA = """
# DPPA.xlsx!S
| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan |
| '01 | Program A | 300 | 320 |
| 01.01 | Kegiatan satu | 100 | 100 |
| 01.02 | Kegiatan dua | 200 | 220 |
| '02 | Program B | 50 | 50 |
| 02.01 | Kegiatan tiga | 50 | 50 |
"""
LRA = """
# R.xlsx!S
| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| Program A | 300 | 250 |
| Kegiatan satu | 100 | 90 |
| Kegiatan dua | 200 | 160 |
| Program B | 50 | 40 |
| Kegiatan tiga | 50 | 40 |
| Jumlah | 350 | 290 |
"""


def without(text: str, *rows: str) -> str:
    """A text without the rows that hold these words."""
    assert all(any(row in line for line in text.splitlines()) for row in rows)
    return "\n".join(line for line in text.splitlines() if not any(row in line for row in rows))


def shown(lines: Sequence[BudgetLine]) -> list[str]:
    """Name: initial, revised and realized amount in rupiah; ``?`` for an unknown one, ``=`` for a sum."""
    return [
        f"{line.name}: {_figure(line.initial)} {_figure(line.revised)} {_figure(line.realization)}" for line in lines
    ]


def _figure(figure: Figure) -> str:
    if figure.value is None:
        return "?" if figure.unknown else "-"
    return f"{'=' if figure.summed else ''}{figure.value // 100}"


def rules(outcome: Outcome) -> list[tuple[str, str]]:
    return [(finding.rule, str(finding.cells[0])) for finding in outcome.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            DPA + LRA,
            [
                "Program A: 300 - 250",
                "Kegiatan satu: 100 - 90",
                "Kegiatan dua: 200 - 160",
                "Program B: 50 - 40",
                "Kegiatan tiga: 50 - 40",
            ],
            id="a DPA and its realization",
        ),
        pytest.param(
            without(DPPA, "Program B", "Kegiatan tiga") + DPA,
            [
                "Program A: 300 320 -",
                "Kegiatan satu: 100 100 -",
                "Kegiatan dua: 200 220 -",
                "Program B: 50 - -",
                "Kegiatan tiga: 50 - -",
            ],
            id="a program that the DPPA lacks",
        ),
        pytest.param(
            DPPA + without(DPA, "Kegiatan satu").replace("| 300 |", "| 200 |").replace("| 350 |", "| 250 |"),
            [
                "Program A: 200 320 -",
                "Kegiatan satu: 100 100 -",
                "Kegiatan dua: 200 220 -",
                "Program B: 50 50 -",
                "Kegiatan tiga: 50 50 -",
            ],
            id="the DPA speaks of the budget before, where it has the line",
        ),
        pytest.param(
            LRA,
            [
                "Program A: 300 - 250",
                "Kegiatan satu: 100 - 90",
                "Kegiatan dua: 200 - 160",
                "Program B: 50 - 40",
                "Kegiatan tiga: 50 - 40",
            ],
            id="a realization alone states its budget",
        ),
        pytest.param(
            LRA.replace("Anggaran (Rp)", "Anggaran Setelah Perubahan (Rp)").split("| Program B")[0],
            ["Program A: - 300 250", "Kegiatan satu: - 100 90", "Kegiatan dua: - 200 160"],
            id="a realization alone that names the revised budget",
        ),
        pytest.param(
            DPA + without(LRA, "Program A", "Program B"),
            [
                "Program A: 300 - =250",
                "Kegiatan satu: 100 - 90",
                "Kegiatan dua: 200 - 160",
                "Program B: 50 - =40",
                "Kegiatan tiga: 50 - 40",
            ],
            id="a realization of kegiatan only: programs are sums",
        ),
        pytest.param(
            DPA.replace("| Program A | 300 |", "| Program A | |"),
            [
                "Program A: =300 - -",
                "Kegiatan satu: 100 - -",
                "Kegiatan dua: 200 - -",
                "Program B: 50 - -",
                "Kegiatan tiga: 50 - -",
            ],
            id="a blank is summed",
        ),
        pytest.param(
            DPA.replace("| Program A | 300 |", "| Program A | |").replace("| 200 |", "| dua ratus |"),
            [
                "Program A: ? - -",
                "Kegiatan satu: 100 - -",
                "Kegiatan dua: ? - -",
                "Program B: 50 - -",
                "Kegiatan tiga: 50 - -",
            ],
            id="a sum over something unread is unknown",
        ),
        pytest.param(
            DPA + without(LRA, "Program B", "Kegiatan tiga"),
            [
                "Program A: 300 - 250",
                "Kegiatan satu: 100 - 90",
                "Kegiatan dua: 200 - 160",
                "Program B: 50 - -",
                "Kegiatan tiga: 50 - -",
            ],
            id="not realized is no zero",
        ),
    ],
)
def test_figures(text: str, expected: list[str]) -> None:
    assert shown(transcripts.outcome(text).data.budget) == expected


def test_a_line_that_the_revision_lacks_has_no_latest_budget() -> None:
    found = transcripts.outcome(DPA + without(DPPA, "Program B", "Kegiatan tiga")).data.budget
    assert [(line.name, _figure(line.budget)) for line in found if line.parent is None] == [
        ("Program A", "320"),
        ("Program B", "-"),
    ]


def test_lines_have_the_order_of_the_latest_budget_and_new_ones_stand_with_their_program() -> None:
    moved = """
# DPPA.xlsx!S
| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan |
| '02 | Program B | 50 | 50 |
| 02.01 | Kegiatan tiga | 50 | 50 |
| '01 | Program A | 100 | 100 |
| 01.01 | Kegiatan satu | 100 | 100 |
| '03 | Program C | 0 | 5 |
"""
    names = [line.name for line in transcripts.outcome(DPA + moved).data.budget]
    assert names == ["Program B", "Kegiatan tiga", "Program A", "Kegiatan satu", "Kegiatan dua", "Program C"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(DPA, ["01", "01.01", "01.02", "02", "02.01"], id="as written"),
        pytest.param(
            DPA.replace("| Kode |", "| SKPD | : 4.01.02 Dinas Contoh |\n| Kode |"),
            ["4.01.02.01", "4.01.02.01.01", "4.01.02.01.02", "4.01.02.02", "4.01.02.02.01"],
            id="with the organisation in front",
        ),
        pytest.param(
            DPPA.replace("'0", "4.01.02.0").replace("| 0", "| 4.01.02.0") + DPA,
            ["4.01.02.01", "4.01.02.01.01", "4.01.02.01.02", "4.01.02.02", "4.01.02.02.01"],
            id="the longest that is known",
        ),
        pytest.param(LRA, [None] * 5, id="none"),
    ],
)
def test_codes(text: str, codes: list[str | None]) -> None:
    assert [line.code for line in transcripts.outcome(text).data.budget] == codes


def test_keys_differ_where_names_and_codes_do_not() -> None:
    text = """
# R.xlsx!S
| No | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| 1 | Program A | 100 | 90 |
| a | Rapat koordinasi | 100 | 90 |
| 2 | Program B | 50 | 40 |
| a | Rapat koordinasi | 50 | 40 |
"""
    found = transcripts.outcome(text).data.budget
    assert len({line.key for line in found}) == 4
    assert shown(found) == [
        "Program A: 100 - 90",
        "Rapat koordinasi: 100 - 90",
        "Program B: 50 - 40",
        "Rapat koordinasi: 50 - 40",
    ]


# rows without a name, and rows that stand twice


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(DPA.replace("Kegiatan dua", "") + DPPA + LRA, "DPA.xlsx!S!B4", id="in the DPA, with a code"),
        pytest.param(
            DPA.replace("01.02 | Kegiatan dua", "|") + DPPA + LRA, "DPA.xlsx!S!B4", id="in the DPA, without a code"
        ),
        pytest.param(DPA + DPPA.replace("Kegiatan dua", "") + LRA, "DPPA.xlsx!S!B4", id="in the DPPA, with a code"),
        pytest.param(DPA + DPPA + LRA.replace("Kegiatan dua", ""), "R.xlsx!S!A4", id="in the realization"),
    ],
)
def test_a_row_without_a_name_is_one_finding_and_changes_no_total(text: str, place: str) -> None:
    budget = LRA.replace("| 300 | 250 |", "| 320 | 250 |").replace("| 200 | 160 |", "| 220 | 160 |")
    clean = transcripts.outcome(DPA + DPPA + budget.replace("| 350 | 290 |", "| 370 | 290 |"))
    assert rules(clean) == []
    spoilt = text.replace("| 300 | 250 |", "| 320 | 250 |").replace("| 200 | 160 |", "| 220 | 160 |")
    found = transcripts.outcome(spoilt.replace("| 350 | 290 |", "| 370 | 290 |"))
    assert rules(found) == [("row_has_label", place)]
    assert [line[line.index(":") :] for line in shown(found.data.budget)] == [
        line[line.index(":") :] for line in shown(clean.data.budget)
    ]


@pytest.mark.parametrize("again", ["| 01.02 | Kegiatan dua | 200 |", "| 01.02 | KEGIATAN DUA. | 200 |"])
def test_a_doubled_row_of_a_budget_is_one_line(again: str) -> None:
    outcome = transcripts.outcome(DPA.replace("| '02 |", f"{again}\n| '02 |") + LRA)
    assert shown(outcome.data.budget) == shown(transcripts.outcome(DPA + LRA).data.budget)
    assert set(rules(outcome)) == {("line_stands_once", "DPA.xlsx!S!B5"), ("children_sum_to_parent", "DPA.xlsx!S!C2")}


def test_a_doubled_row_that_the_program_adds_up_is_only_doubled() -> None:
    text = DPA.replace("| '02 |", "| 01.02 | Kegiatan dua | 200 |\n| '02 |")
    outcome = transcripts.outcome(text.replace("| Program A | 300 |", "| Program A | 500 |").replace("350", "550"))
    assert rules(outcome) == [("line_stands_once", "DPA.xlsx!S!B5")]
    assert shown(outcome.data.budget)[:3] == ["Program A: 500 - -", "Kegiatan satu: 100 - -", "Kegiatan dua: 200 - -"]


def test_a_doubled_row_of_a_realization_counts_once() -> None:
    doubled = LRA.replace("| Program B |", "| Kegiatan dua | 200 | 160 |\n| Program B |")
    outcome = transcripts.outcome(DPA + doubled)
    assert shown(outcome.data.budget) == shown(transcripts.outcome(DPA + LRA).data.budget)
    assert ("line_stands_once", "R.xlsx!S!A5") in rules(outcome)
    assert not {"reported_lines_are_budgeted", "budgeted_lines_are_reported"} & {rule for rule, _ in rules(outcome)}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("| 1.15 | Program A | 300 |\n| 1.15.01 | Satu | 100 |\n| 1.15.02 | Dua | 200 |\n", id="in order"),
        pytest.param("| 1.15.01 | Satu | 100 |\n| 1.15 | Program A | 300 |\n| 1.15.02 | Dua | 200 |\n", id="above it"),
        pytest.param("| 1.51 | Program A | 300 |\n| 1.15.01 | Satu | 100 |\n| 1.15.02 | Dua | 200 |\n", id="own code"),
        pytest.param("| 1.15 | Program A | 300 |\n| 1.15 | Satu | 100 |\n| 1.15.02 | Dua | 200 |\n", id="blank part"),
    ],
)
def test_totals_add_up_programs_only(rows: str) -> None:
    table = f"# D.xlsx!D\n| Kode | Uraian | Jumlah |\n{rows}| 1.16 | Program B | 50 |\n| 1.16.01 | Tiga | 50 |\n"
    assert totals(transcripts.outcome(table).data).initial == 35000
