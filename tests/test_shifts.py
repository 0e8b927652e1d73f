"""Runs of figures that slipped by a row, on a DPPA of fifteen kegiatan."""

from __future__ import annotations

import pytest
from families import checked, places, revision

from pipeline import shifts


def runs(text: str) -> set[str]:
    data, findings, values = checked(text)
    return {places(cause.cells) for causes in shifts.causes(data, values, findings).values() for cause in causes}


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        pytest.param({}, set(), id="nothing is wrong"),
        pytest.param({"E5": 6}, set(), id="one figure is no run"),
        pytest.param({"E5": 4, "E6": 5}, set(), id="two rows, of which one figure has left the column"),
        pytest.param({"E5": 6, "E6": 5}, set(), id="two that changed places want each other"),
        pytest.param({"E5": 4, "E6": 5, "E7": 6}, {"DPPA!E5, E6"}, id="a row down: the last one has left"),
        pytest.param({"E5": 6, "E6": 7, "E7": 8}, {"DPPA!E6, E7"}, id="a row up: the first one has left"),
        pytest.param({"E5": 6, "E6": 7, "E7": 8, "E8": 9}, {"DPPA!E6, E7, E8"}, id="four of them"),
        pytest.param(
            {"E5": 6, "E6": 7, "E7": 8, "E13": 12, "E14": 13, "E15": 14},
            {"DPPA!E6, E7", "DPPA!E13, E14"},
            id="two runs, up and down",
        ),
        pytest.param({"E5": 8, "E6": 9, "E7": 10}, set(), id="three rows further is no slip by a row"),
    ],
)
def test_runs(wrong: dict[str, int], found: set[str]) -> None:
    assert runs(revision(**wrong)) == found


def test_each_finding_of_the_run_has_the_cause() -> None:
    data, findings, values = checked(revision(E5=6, E6=7, E7=8))
    found = shifts.causes(data, values, findings)
    at = {finding.id: finding.cells[0].ref for finding in findings}
    assert {at[ident]: [(cause.kind, cause.facts) for cause in causes] for ident, causes in found.items()} == {
        "E6": [("shifted_rows", {"count": 2})],
        "E7": [("shifted_rows", {"count": 2})],
    }
