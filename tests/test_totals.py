"""The totals of a package, and that every sheet and result.json state the same."""

from decimal import Decimal

import pytest
import transcripts

from pipeline import reports
from pipeline.manifest import manifest
from pipeline.model import Outcome
from pipeline.totals import totals

DPA = """
# DPA.xlsx!S
| Kode | Uraian | Jumlah |
| '01 | Program A | 300 |
| 01.01 | Kegiatan satu | 300 |
| '02 | Program B | 50 |
| 02.01 | Kegiatan dua | 50 |
| Jumlah | | 350 |
"""
DPPA = """
# DPPA.xlsx!S
| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan |
| '01 | Program A | 300 | 320 |
| 01.01 | Kegiatan satu | 300 | 320 |
| Jumlah | | 300 | 320 |
"""
LRA = """
# R.xlsx!S
| Kode | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| '01 | Program A | 320 | 300 |
| 01.01 | Kegiatan satu | 320 | 300 |
| Jumlah | | 320 | 300 |
"""

KEYS = {
    "Anggaran": {"budget": "budget"},
    "Perubahan Anggaran": {"before": "initial", "after": "revised"},
    "Efisiensi": {"budget": "budget", "realization": "realization", "efficiency": "remaining"},
    "Realisasi Anggaran": {"initial": "initial", "revised": "revised", "realization": "realization"},
    "Ringkasan": {
        "initial": "initial",
        "revised": "revised",
        "budget": "budget",
        "realization": "realization",
        "remaining": "remaining",
    },
}
"""Which total stands in which column of the total row of each sheet."""


def printed(outcome: Outcome) -> dict[str, dict[str, object]]:
    """The figures in the total row of each sheet, by the name of the total."""
    sheets, _ = reports.build(outcome)
    found: dict[str, dict[str, object]] = {}
    for sheet in sheets:
        rows = [row for table in sheet.tables for row in table.rows if row.role == "total"]
        if sheet.name in KEYS and rows:
            entries = {KEYS[sheet.name].get(key): entry.value for key, entry in rows[-1].entries.items()}
            found[sheet.name] = {name: value for name, value in entries.items() if name}
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(DPA, (350, None, None, None, None), id="a DPA alone"),
        pytest.param(DPA + DPPA, (350, 320, None, None, None), id="a revision that lacks a program"),
        pytest.param(DPA + DPPA + LRA, (350, 320, 300, 20, "93.75"), id="and a realization"),
        pytest.param(LRA, (320, None, 300, 20, "93.75"), id="a realization alone"),
        pytest.param(
            DPA.replace("| Program B | 50 |", "| Program B | lima puluh |") + LRA,
            (None, None, 300, None, None),
            id="a program that cannot be read",
        ),
        pytest.param(
            DPA + LRA.replace("| 320 | 300 |", "| 320 | 0 |"), (350, None, 0, 350, "0.00"), id="nothing was spent"
        ),
    ],
)
def test_totals_are_the_same_everywhere(text: str, expected: tuple[object, ...]) -> None:
    outcome = transcripts.outcome(text)
    initial, revised, realization, remaining, percent = expected
    assert manifest(outcome, (), {})["totals"] == {
        "budget_initial": initial,
        "budget_revised": revised,
        "realization": realization,
        "remaining": remaining,
        "realization_percent": None if percent is None else Decimal(str(percent)),
    }
    known = {"initial": initial, "revised": revised, "realization": realization, "remaining": remaining}
    known["budget"] = initial if revised is None else revised
    sheets = printed(outcome)
    assert "Anggaran" in sheets
    for sheet, figures in sheets.items():
        assert figures == {name: known[name] for name in figures}, sheet


def test_the_sheets_that_state_a_total() -> None:
    assert printed(transcripts.outcome(DPA + DPPA + LRA)).keys() == KEYS.keys()


def test_stated_totals_do_not_enter_the_sums() -> None:
    found = totals(transcripts.outcome(DPA.replace("| Jumlah | | 350 |", "| Jumlah | | 999 |")).data)
    assert (found.initial, found.budget, found.remaining) == (350_00, 350_00, None)
