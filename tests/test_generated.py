"""Packages of other offices: totals, lines and findings are those that their generator works out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from generator import FAULTS, Package, Place, faulted, package

from pipeline import checking, manifest, reading
from pipeline.reading import PackageReading

SEEDS = range(1, 21)
SEEN: dict[tuple[str, bytes], PackageReading] = {}
"""What was read of a file, so that only the workbook with the fault is read anew."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("generated")


def result(files: Mapping[str, bytes], folder: Path) -> dict[str, Any]:
    read = [_read(name, data, folder) for name, data in sorted(files.items())]
    merged = PackageReading(
        tuple(entry for one in read for entry in one.inputs),
        tuple(table for one in read for table in one.tables),
        tuple(finding for one in read for finding in one.findings),
    )
    return manifest.manifest(checking.outcome("generated", merged), (), {})


def _read(name: str, data: bytes, folder: Path) -> PackageReading:
    if (name, data) not in SEEN:
        (folder / name).write_bytes(data)
        SEEN[name, data] = reading.read([folder / name])
    return SEEN[name, data]


@cache
def sound(seed: int) -> Package:
    return package(seed)


def grave(said: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [finding for finding in said["findings"] if finding["severity"] != "note"]


def cells(places: list[Mapping[str, str]] | tuple[Place, ...]) -> list[tuple[str, ...]]:
    """Return each cell of some places, those of a range one by one."""
    named = [tuple(place.values()) if isinstance(place, Mapping) else tuple(place) for place in places]
    return [(file, sheet, ref) for file, sheet, written in named for ref in _members(written)]


def _members(ref: str) -> list[str]:
    found = re.fullmatch(r"([A-Z])(\d+):([A-Z])(\d+)", ref)
    if found is None:
        return [ref]
    left, top, right, bottom = found.groups()
    rows = range(int(top), int(bottom) + 1)
    return [f"{chr(column)}{row}" for row in rows for column in range(ord(left), ord(right) + 1)]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_sound_package_gives_its_totals_and_lines_and_no_finding(seed: int, folder: Path) -> None:
    made = sound(seed)
    said = result(made.files, folder)
    assert grave(said) == []
    assert said["office"] == {
        "name": made.facts.full_office,
        "government": f"Pemerintah {made.facts.region}",
        "year": made.facts.year,
    }
    assert said["totals"] == made.totals
    assert said["lines"] == made.lines
    assert said["status"] == "complete"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_gives_its_one_finding(fault: str, seed: int, folder: Path) -> None:
    tried = (faulted(other, fault) for other in range(seed, seed + 1000, 100))
    made = next(one for one in tried if one is not None)  # a package without a place for the fault gives way to another
    assert made.found is not None
    said = result(made.files, folder)
    told = [(one["rule"], one["severity"], cells(one["cells"]), one["stated"], one["computed"]) for one in grave(said)]
    due = made.found
    assert told == [(due.rule, due.severity, cells(due.cells), due.stated, due.computed)]
    assert said["totals"] == made.totals
    assert said["lines"] == made.lines


def test_a_seed_always_gives_the_same_files() -> None:
    assert package(3).files == sound(3).files


def test_the_seeds_have_small_and_large_packages() -> None:
    facts = [sound(seed).facts for seed in SEEDS]
    sizes = {len(program.activities) for one in facts for program in one.programs}
    assert min(sizes) == 1
    assert max(sizes) == 9
    assert {1, 8} <= {len(one.programs) for one in facts}
    assert {2, 3, 4} == {len(one.code.split(".")) for one in facts}
