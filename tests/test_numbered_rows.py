"""The numbered rows of a table by level, in the groups in which their numbers count."""

from __future__ import annotations

import transcripts

from pipeline.model import Table
from pipeline.numbered_rows import Group, groups, levels, run_through

Told = list[tuple[str, list[tuple[str, int]]]]


def table(rows: str) -> Table:
    (found,) = transcripts.outcome(
        f"# Capaian.xlsx!Kinerja\n| No | Program/Kegiatan | Target | Realisasi |\n{rows}"
    ).data.tables
    return found


def told(rows: str) -> Told:
    """Return for each level its groups: their numbers, and how many faults they have."""
    read = table(rows)
    return [(level, [_group(group) for group in groups(read, found) or []]) for level, found in levels(read)]


def _group(group: Group) -> tuple[str, int]:
    return " ".join(row.mark for row in group.rows), group.count.faults


def test_numbers_begin_anew_below_each_program() -> None:
    rows = "| 1. | Program A | | |\n| a. | Satu | | |\n| b. | Dua | | |\n| 2. | Program B | | |\n| a. | Tiga | | |\n"
    assert told(rows) == [("program", [("1 2", 0)]), ("kegiatan", [("a b", 0), ("a", 0)])]


def test_numbers_run_on_through_the_table() -> None:
    rows = "| I | Program A | | |\n| 1 | Satu | | |\n| 2 | Dua | | |\n| II | Program B | | |\n| 3 | Tiga | | |\n"
    assert told(rows) == [("program", [("I II", 0)]), ("kegiatan", [("1 2 3", 0)])]


def test_the_way_of_counting_that_leaves_fewest_faults_is_taken() -> None:
    rows = "| 1. | Program A | | |\n| a. | Satu | | |\n| c. | Dua | | |\n| 2. | Program B | | |\n| a. | Tiga | | |\n"
    assert told(rows) == [("program", [("1 2", 0)]), ("kegiatan", [("a c", 1), ("a", 0)])]


def test_a_level_with_a_number_that_is_none_is_left_out() -> None:
    rows = "| 1. | Program A | | |\n| 1.a | Satu | | |\n| 1.c | Dua | | |\n"
    assert told(rows) == [("program", [("1", 0)])]


def test_a_table_without_numbers_has_no_levels() -> None:
    assert told("| | Program A | 80 % | 80 % |\n| | Satu | | |\n") == []


def test_one_numbering_may_run_through_all_levels() -> None:
    rows = "| 1. | Program A | | |\n| {} | Kegiatan Satu | | |\n| 3. | Program B | | |\n"
    together = [
        run_through(read, [row for _, found in levels(read) for row in found])
        for read in (table(rows.format(mark)) for mark in ("2.", "1.", "a."))
    ]
    assert together == [True, False, False]
