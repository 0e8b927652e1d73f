"""Which printed cells are marked and commented: those whose figure a finding checked."""

from dataclasses import replace

import transcripts

from pipeline.marks import entry
from pipeline.messages import sentence
from pipeline.model import Cell

OUTCOME = transcripts.outcome(
    """
# A.xlsx!S
| Kode | Uraian | Jumlah |
| '01 | Program A | 301 |
| 01.01 | Kegiatan satu | 300 |
| Jumlah | | 302 |
"""
)
PROGRAM, KEGIATAN, TOTAL = (Cell("A.xlsx", "S", ref) for ref in ("C2", "C3", "C4"))


def test_the_checked_place_is_marked_with_the_message() -> None:
    (finding,) = OUTCOME.checked[PROGRAM]
    made = entry(OUTCOME, 301, (PROGRAM,))
    assert (made.value, made.sources, made.marked, made.note) == (301, (PROGRAM,), "error", sentence(finding))
    assert made.note
    assert "tertulis 301, jumlah rinciannya 300" in made.note


def test_a_cell_that_only_takes_part_is_not() -> None:
    assert (entry(OUTCOME, 300, (KEGIATAN,)).marked, entry(OUTCOME, 300, (KEGIATAN,)).note) == (None, None)


def test_of_several_findings_the_worst_marks_and_all_are_told() -> None:
    (finding,) = OUTCOME.checked[PROGRAM]
    note = replace(finding, rule="rows_sum_to_total", severity="note", facts={"name": "Jumlah lain"}, causes=())
    twice = replace(OUTCOME, findings=(note, finding))
    made = entry(twice, 301, (PROGRAM,))
    assert made.marked == "error"
    assert made.note == f"{sentence(note)}\n{sentence(finding)}"


def test_a_sum_of_several_cells_is_marked_for_any_of_them() -> None:
    assert entry(OUTCOME, 602, (KEGIATAN, TOTAL)).marked == "error"


def test_comments_have_the_language_of_the_package() -> None:
    made = entry(replace(OUTCOME, language="en"), 301, (PROGRAM,))
    assert made.note == sentence(OUTCOME.checked[PROGRAM][0], "en")
    assert made.note != sentence(OUTCOME.checked[PROGRAM][0])
