"""What was taken away: a finding is then gone without being resolved; what was moved or renamed is still there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from pipeline.removals import tables, taken_away

Sheets = Mapping[str, str]
"""The kinds of a sheet's tables, ``-`` for none, by file and sheet; ``kind?`` is one that was left aside."""

BOTH = {"PK.xlsx!Murni": "agreement", "PK.xlsx!Perubahan": "agreement", "DPA.xlsx!DPA": "dpa"}
SPLIT = {"PK.xlsx!Murni": "agreement", "PK baru.xlsx!S": "agreement", "DPA.xlsx!DPA": "dpa"}


def result(sheets: Sheets, sha256: str = "") -> dict[str, Any]:
    """A result.json with tables of 10 rows each below each other; ``sha256`` ends the hash of each file."""
    files: dict[str, list[dict[str, Any]]] = {}
    for place, kinds in sheets.items():
        file, _, sheet = place.partition("!")
        entries = files.setdefault(file, [])
        for number, kind in enumerate(kinds.split()):
            aside = {"reason": "x"} if kind.endswith("?") else {}
            told = None if kind == "-" else kind.rstrip("?")
            entries.append({"sheet": sheet, "kind": told, "header_row": 10 * number + 1, **aside})
    inputs = [{"file": file, "sha256": f"{file}{sha256}", "sheets": entries} for file, entries in files.items()]
    return {"inputs": inputs}


def finding(place: str, rule: str = "r") -> dict[str, Any]:
    parts = zip(("file", "sheet", "cell"), place.split("!"), strict=False)
    return {"rule": rule, "cells": [dict(parts)]}


@pytest.mark.parametrize(
    ("place", "before", "now", "gone"),
    [
        pytest.param("DPA.xlsx!DPA!C4", BOTH, BOTH, False, id="it is still there"),
        pytest.param("DPA.xlsx!DPA!C4", BOTH, {**SPLIT}, False, id="another table moved"),
        pytest.param("DPA.xlsx!DPA!C4", {"DPA.xlsx!DPA": "dpa"}, {}, True, id="its file is gone"),
        pytest.param("DPA.xlsx!DPA!C4", {"DPA.xlsx!DPA": "dpa"}, {"a.xlsx!b": "dpa"}, False, id="its file is renamed"),
        pytest.param("DPA.xlsx!DPA!C4", {"DPA.xlsx!DPA": "dpa"}, {"DPA.xlsx!DPA": "-"}, True, id="it is read no more"),
        pytest.param("DPA.xlsx!DPA!C4", {"DPA.xlsx!DPA": "dpa"}, {"DPA.xlsx": ""}, True, id="its file is damaged"),
        pytest.param("DPA.xlsx!DPA!C4", {"DPA.xlsx!DPA": "dpa"}, {"DPA.xlsx!DPA": "dpa?"}, True, id="it is left aside"),
        pytest.param(
            "PK.xlsx!Perubahan!C4", BOTH, {"PK.xlsx!Murni": "agreement"}, True, id="of two stages its own is gone"
        ),
        pytest.param(
            "PK.xlsx!Murni!C4", BOTH, {"PK.xlsx!Murni": "agreement"}, False, id="of two stages the other is gone"
        ),
        pytest.param("PK.xlsx!Perubahan!C4", BOTH, SPLIT, False, id="of two stages its own moved"),
        pytest.param("A.xlsx!A!C4", {"A.xlsx!A": "dpa", "B.xlsx!B": "dpa?"}, {"B.xlsx!B": "dpa"}, False, id="its twin"),
        pytest.param("S.xlsx!S!C4", {"S.xlsx!S": "plan staff"}, {"S.xlsx!S": "plan"}, False, id="the one below"),
        pytest.param("S.xlsx!S!C14", {"S.xlsx!S": "plan staff"}, {"S.xlsx!S": "plan"}, True, id="the one above"),
        pytest.param("a.xlsx!S!A1", {"a.xlsx!S": "-"}, {"a.xlsx!S": "dpa"}, False, id="it is read now"),
        pytest.param("a.xlsx!S!A1", {"a.xlsx!S": "-"}, {"b.xlsx!S": "dpa"}, False, id="it is renamed, and read now"),
        pytest.param("a.xlsx!S!A1", {"a.xlsx!S": "-", **BOTH}, BOTH, True, id="it was never read, and is gone"),
        pytest.param("a.xlsx", {"a.xlsx": ""}, {"a.xlsx!S": "-"}, False, id="a damaged file can be opened"),
        pytest.param("a.xlsx", {"a.xlsx": "", **BOTH}, BOTH, True, id="a damaged file is gone"),
    ],
)
def test_what_is_taken_away(place: str, before: Sheets, now: Sheets, gone: bool) -> None:
    assert taken_away(finding(place), tables(result(before)), tables(result(now, "mended"))) is gone


def test_to_take_an_intruder_away_mends_its_finding() -> None:
    before = tables(result({"LKjIP-2017.xlsx": "", **BOTH}))
    assert not taken_away(finding("LKjIP-2017.xlsx", "input_is_source"), before, tables(result(BOTH)))


@pytest.mark.parametrize(
    ("rule", "gone"), [("agreement_program_is_budgeted", True), ("rows_sum_to_total", False)], ids=["pair", "alone"]
)
def test_what_it_was_held_against_is_taken_away(rule: str, gone: bool) -> None:
    before, now = ({"PK.xlsx!PK": "agreement", "DPA.xlsx!DPA": "dpa"}, {"PK.xlsx!PK": "agreement"})
    told = finding("PK.xlsx!PK!C4", rule)
    assert taken_away(told, tables(result(before)), tables(result(now, "mended"))) is gone


@pytest.mark.parametrize(
    ("lost", "sha256", "gone"),
    [("dppa", "", True), ("dppa", "mended", False), ("indicators", "", False)],
    ids=["it is the same file", "it was mended", "what was taken away names no lines"],
)
def test_without_a_budget_a_file_that_is_the_same_is_not_mended(lost: str, sha256: str, gone: bool) -> None:
    kept = {"Renja.xlsx!Renja": "plan"}
    before = tables(result({**kept, "x.xlsx!X": lost}))
    assert taken_away(finding("Renja.xlsx!Renja!C4"), before, tables(result(kept, sha256))) is gone
