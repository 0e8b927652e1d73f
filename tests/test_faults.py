"""One fault at a time in packages of every size: it is found with its cell, and its cause is told."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest
from generator_editing import copied, recomputed
from generator_edits import INJECTORS
from generator_facts import invent
from generator_grids import grids
from generator_measure import Sound, Verdict, outcome, sound, verdict
from generator_sheets import book
from hypothesis import given, settings
from hypothesis import strategies as st
from mended import mended

from pipeline import checking, reading
from pipeline.grids import read
from pipeline.model import MOST_CELLS

SEEDS = (3, 8, 14)
ROUNDS = 2
"""How often each fault is put into the mended example."""
IN_OTHERS = frozenset({"planned", "line"})
"""Truths that a package need not hold: the plan was written before the budget."""


@cache
def package(seed: int) -> Sound:
    return sound(f"seed {seed}", book(invent(seed)))


@cache
def example() -> Sound:
    return sound("mended", mended())


@cache
def verdicts(label: str) -> tuple[Verdict, ...]:
    """Return what came of a fault in each package that has a place for it, where it contradicts something."""
    tried = [(package(seed), f"{seed}|{label}") for seed in SEEDS]
    tried += [(example(), f"mended|{label}|{number}") for number in range(ROUNDS)]
    made = [(one, fault) for one, chance in tried if (fault := INJECTORS[label](one.book, Random(chance)))]
    return tuple(came for one, fault in made if (came := verdict(one, fault)).broken)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_sound_package_gives_no_error_and_no_warning(seed: int) -> None:
    assert package(seed).alarms == ()
    assert {truth[0] for truth in package(seed).contradictions} <= IN_OTHERS


def test_the_mended_example_gives_no_error_and_no_warning(tmp_path: Path) -> None:
    for name, data in mended().files().items():
        (tmp_path / name).write_bytes(data)
    found = checking.outcome("mended", reading.read(sorted(tmp_path.iterdir())))
    assert [finding for finding in found.findings if finding.severity != "note"] == []
    assert found.findings == example().findings
    assert {truth[0] for truth in example().contradictions} <= IN_OTHERS


def test_sheets_are_the_grids_that_their_files_give(tmp_path: Path) -> None:
    made = book(invent(SEEDS[0]))
    for name, data in made.files().items():
        (tmp_path / name).write_bytes(data)
    assert [grid for path in sorted(tmp_path.iterdir()) for grid in read(path, path.name).grids] == grids(made)


@pytest.mark.parametrize("label", INJECTORS)
def test_a_fault_that_contradicts_something_is_found_with_its_cell(label: str) -> None:
    came = verdicts(label)
    assert came, "no package has a place for it"
    assert [str(one) for one in came if not one.found] == []
    assert max(one.most_cells for one in came) <= MOST_CELLS


@pytest.mark.parametrize("label", INJECTORS)
def test_the_cause_is_among_the_first_three(label: str) -> None:
    due = [one for one in verdicts(label) if one.fault.cause]
    assert [f"{one.fault.cause}: {one}" for one in due if not one.cause_told] == []


@pytest.mark.parametrize("label", INJECTORS)
def test_what_a_finding_follows_is_told(label: str) -> None:
    for one in verdicts(label):
        before = example().findings if one.name == "mended" else package(int(one.name.split()[1])).findings
        told = {finding.id for finding in (*before, *one.new)}
        assert {finding.follows for finding in one.new} - {None} <= told, str(one)


@settings(max_examples=15, derandomize=True, deadline=None)
@given(
    st.integers(0, 10_000),
    st.lists(st.integers(1, 9), min_size=1, max_size=8),
    st.sampled_from(sorted(INJECTORS)),
)
def test_a_fault_is_found_in_a_package_of_any_size(seed: int, sizes: list[int], label: str) -> None:
    one = sound(f"seed {seed}, sizes {sizes}", book(invent(seed, sizes)))
    assert one.alarms == ()
    fault = INJECTORS[label](one.book, Random(seed))
    came = verdict(one, fault) if fault else None
    if came and came.broken:
        assert came.found, str(came)
        assert came.most_cells <= MOST_CELLS, str(came)
        assert came.cause_told or not came.fault.cause, str(came)


def test_what_is_computed_anew_is_what_the_formulas_had() -> None:
    made = copied(mended())
    for sheet in made.sheets:
        recomputed(sheet)
    assert [finding for finding in outcome(made).findings if finding.severity != "note"] == []
