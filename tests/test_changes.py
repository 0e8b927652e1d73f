"""Two runs side by side: what is new, what remains, what was resolved; and that no former file stops a run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from office_package import AGREEMENT, DPA, DPPA, PERFORMANCE, PLAN, PROFILE, STAFF, edit, example, produce

from pipeline import changes, serialise
from pipeline.changes import CHANGES, Former, as_json, compared
from pipeline.removals import tables

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "perubahan.schema.json").read_text(encoding="utf-8"))


def finding(ident: str, stated: Any = 1, file: str = "DPA.xlsx", **more: Any) -> dict[str, Any]:
    told = {"id": ident, "rule": "r", "severity": "error", "state": "open", "message": "m", "follows": None}
    return {**told, "cells": [{"file": file}], "stated": stated, "computed": None, **more}


def result(*findings: dict[str, Any], **kinds: str | None) -> dict[str, Any]:
    """A result.json with these findings; ``kinds`` gives for each further workbook the kind of its sheet."""
    used = {"DPA.xlsx": "dpa", **{f"{name}.xlsx": kind for name, kind in kinds.items()}}
    inputs = [{"file": file, "sheets": [{"sheet": "S", "kind": kind}]} for file, kind in used.items()]
    return {"version": 1, "inputs": inputs, "findings": list(findings)}


def former(*findings: dict[str, Any]) -> Former:
    return Former("0" * 64, {one["id"]: one for one in findings}, tables(result()))


def ids(told: tuple[Any, ...]) -> list[str]:
    return [one["id"] for one in told]


def test_findings_are_compared_by_their_ids() -> None:
    found = compared(former(finding("a"), finding("b", 5), finding("c")), result(finding("b", 6), finding("d")))
    assert (ids(found.new), ids(found.remaining), ids(found.resolved)) == (["d"], ["b"], ["a", "c"])
    assert [(now["stated"], before["stated"]) for now, before in found.changed] == [(6, 5)]


@pytest.mark.parametrize("stated", [1, Decimal("1.0"), Decimal(1)])
def test_equal_figures_are_no_change(stated: Any) -> None:
    assert compared(former(finding("a", stated)), result(finding("a"))).changed == ()


@pytest.mark.parametrize(
    ("kind", "resolved", "unchecked"), [("plan", ["a"], []), (None, [], ["a"])], ids=["read", "unread"]
)
def test_what_can_no_longer_be_read_is_not_resolved(
    kind: str | None, resolved: list[str], unchecked: list[str]
) -> None:
    before = Former("0" * 64, {"a": finding("a", file="Renja.xlsx")}, tables(result(Renja="plan")))
    found = compared(before, result(Renja=kind))
    assert (ids(found.resolved), ids(found.unchecked)) == (resolved, unchecked)


@pytest.mark.parametrize(
    ("rule", "cell", "unchecked"),
    [("cell_is_exact", "E20", ["a"]), ("formula_has_value", "E20:E26", ["a"]), ("cell_is_exact", "E27", [])],
)
def test_what_stands_on_a_cell_that_cannot_be_read_is_not_resolved(rule: str, cell: str, unchecked: list[str]) -> None:
    def at(ref: str) -> list[dict[str, str]]:
        return [{"file": "DPA.xlsx", "sheet": "S", "cell": ref}]

    before = finding("a", cells=[*at("E19"), *at("E20:E26")])
    found = compared(former(before), result(finding("b", rule=rule, cells=at(cell))))
    assert ids(found.unchecked) == unchecked


def test_a_finding_of_a_rule_that_could_not_be_checked_is_not_resolved() -> None:
    found = compared(former(finding("a"), finding("b", rule="q")), result(), ["q"])
    assert (ids(found.resolved), ids(found.unchecked)) == (["a"], ["b"])


def test_without_a_former_run_nothing_is_told() -> None:
    found = as_json("kantor", compared(Former(), result(finding("a"))), "0" * 64)
    assert (found["former"], found["new"], found["remaining"], found["resolved"]) == (None, [], [], [])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"version": 1}',
        b'{"version": 2, "findings": []}',
        b'{"version": 1, "findings": [{}]}',
        b'{"version": 1, "findings": [{"id": 1, "rule": "r", "severity": "error", "message": "m", "cells": []}]}',
        b'{"version": 1, "findings": [{"id": "a", "rule": "r", "severity": "error", "message": "m", "cells": []}]}',
        serialise.dumps({"version": 1, "inputs": [], "findings": [finding("a", [1])]}),
        serialise.dumps({"version": 1, "findings": [finding("a")]}),
        *(
            serialise.dumps({"version": 1, "inputs": inputs, "findings": [finding("a")]})
            for inputs in (
                1,
                [1],
                [{"file": "a.xlsx"}],
                [{"file": "a.xlsx", "sheets": [1]}],
                [{"file": "a.xlsx", "sheets": [{"sheet": "S", "kind": []}]}],
                [{"file": "a.xlsx", "sheets": [{"sheet": "S", "kind": "dpa", "header_row": "1"}]}],
            )
        ),
    ],
)
def test_a_former_result_that_says_nothing_is_unreadable(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "result.json").write_bytes(content)
    assert changes.former(tmp_path) == Former(unreadable=True)


def test_a_former_result_is_known_by_its_hash(tmp_path: Path) -> None:
    assert changes.former(tmp_path) == changes.former(tmp_path / "none") == Former()
    content = serialise.dumps(result(finding("a")))
    (tmp_path / "result.json").write_bytes(content)
    found = changes.former(tmp_path)
    assert (found.sha256, list(found.findings)) == (hashlib.sha256(content).hexdigest(), ["a"])


# Whole runs.


def told(folder: Path) -> dict[str, Any]:
    """perubahan.json, which obeys its schema."""
    found = json.loads((folder / CHANGES).read_bytes())
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    errors = jsonschema.Draft202012Validator(SCHEMA).iter_errors(found)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
    return dict(found)


def test_a_run_after_another(tmp_path: Path) -> None:
    package = example(tmp_path / "input", PLAN, STAFF)
    first = produce(package, tmp_path / "output")
    assert "Belum ada proses sebelumnya yang dapat dibandingkan" in first.out
    assert told(first.folder)["former"] is None

    before = hashlib.sha256((first.folder / "result.json").read_bytes()).hexdigest()
    again = produce(package, tmp_path / "output")
    assert "Sejak proses sebelumnya: tidak ada perubahan" in again.out
    found = told(again.folder)
    assert found["former"] == before
    assert (found["new"], found["resolved"], found["changed"]) == ([], [], [])
    assert ids(found["remaining"]) == ids(tuple(first.result["findings"]))
    assert CHANGES not in [entry["file"] for entry in again.result["outputs"]]

    # the plan is mended, and another figure of the staff is wrong now
    edit(package / PLAN, {"Renja": {"E19": 18400000000, "E30": 23123550000}})
    edit(package / STAFF, {"Pegawai": {"C35": 32, "C24": 40}})
    later = produce(package, tmp_path / "output")
    found = told(later.folder)
    assert [one["rule"] for one in found["resolved"]] == ["children_sum_to_parent"]
    assert "17.750.000.000" in found["resolved"][0]["message"]
    assert found["resolved"][0]["cells"][0] == {"file": PLAN, "sheet": "Renja", "cell": "E19"}
    assert found["new"] != []
    assert [(one["stated"], one["former"]["stated"]) for one in found["changed"] if one["stated"] == 32] == [(32, 33)]
    assert f"selesai: galat children_sum_to_parent: {PLAN}!Renja!E19" in later.out
    assert "1 selesai" in later.out


def test_a_workbook_that_cannot_be_read_any_more_resolves_nothing(tmp_path: Path) -> None:
    package = example(tmp_path / "input", PLAN, DPA, PROFILE)
    produce(package, tmp_path / "output")
    (package / PLAN).write_bytes(b"PK\x03\x04")
    made = produce(package, tmp_path / "output")
    found = told(made.folder)
    assert found["resolved"] == []
    assert "children_sum_to_parent" in [one["rule"] for one in found["unchecked"]]
    assert "tidak dapat diperiksa lagi: galat children_sum_to_parent" in made.out


def _without(file: str, package: Path) -> None:
    (package / file).unlink()


def _without_sheet(file: str, sheet: str, package: Path) -> None:
    book = openpyxl.load_workbook(package / file)
    del book[sheet]
    book.save(package / file)


@pytest.mark.parametrize(
    ("take", "rule"),
    [
        (partial(_without, PLAN), "children_sum_to_parent"),
        (partial(_without, STAFF), "total_matches_staff"),
        (partial(_without, DPPA), "agreement_program_is_budgeted"),
        (partial(_without_sheet, AGREEMENT, "PK Perubahan"), "agreement_program_is_budgeted"),
        (partial(_without_sheet, PERFORMANCE, "IKU"), "every_indicator_is_measured"),
    ],
    ids=["plan", "staff", "revised budget", "revised agreement", "indicators"],
)
def test_what_was_only_taken_away_resolves_nothing(tmp_path: Path, take: Callable[[Path], None], rule: str) -> None:
    package = example(tmp_path / "input")
    produce(package, tmp_path / "output")
    take(package)
    found = told(produce(package, tmp_path / "output").folder)
    assert found["resolved"] == []
    assert rule in [one["rule"] for one in found["unchecked"]]


def test_what_was_mended_in_a_renamed_file_is_resolved(tmp_path: Path) -> None:
    package = example(tmp_path / "input", PLAN, STAFF)
    produce(package, tmp_path / "output")
    edit(package / PLAN, {"Renja": {"E19": 18400000000, "E30": 23123550000}})
    (package / PLAN).rename(package / "a.xlsx")
    found = told(produce(package, tmp_path / "output").folder)
    assert [one["rule"] for one in found["resolved"]] == ["children_sum_to_parent"]
    assert found["unchecked"] == []


def test_a_damaged_former_result_is_said(tmp_path: Path) -> None:
    package = example(tmp_path / "input", PROFILE)
    folder = produce(package, tmp_path / "output").folder
    (folder / "result.json").write_bytes(b"{")
    made = produce(package, tmp_path / "output")
    assert "result.json dari proses sebelumnya tidak terbaca" in made.out
    assert (made.status, told(folder)["former"]) == (0, None)


def test_that_it_cannot_be_written_loses_nothing(tmp_path: Path) -> None:
    package = example(tmp_path / "input", PROFILE)
    (tmp_path / "output" / package.name / CHANGES).mkdir(parents=True)
    made = produce(package, tmp_path / "output")
    assert f"{CHANGES} tidak dapat ditulis" in made.out
    assert (made.status, made.result["status"]) == (0, "complete")
