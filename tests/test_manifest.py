"""The Outcome of a package as the values of result.json."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
import transcripts

from pipeline.manifest import manifest
from pipeline.messages import text as told

PACKAGE = """
# DPA.xlsx!S
| Dinas Contoh |
| Tahun Anggaran 2017 |
| Kode | Uraian | Jumlah |
| '01 | Program A | 300.50 |
| 01.01 | Kegiatan satu | 100.50 |
| 01.02 | Kegiatan dua | 200 |
| Jumlah | | 301.50 |
# R.xlsx!S
| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| Program A | 300.50 | 250 |
| Kegiatan satu | 100.50 | 90 |
| Kegiatan dua | 200 | 160 |
# Catatan.xlsx!S
| Rapat |
"""


def made(text: str = PACKAGE, **options: Any) -> dict[str, Any]:
    return manifest(transcripts.outcome(text), (), options)


def test_whose_package_it_is() -> None:
    found = made(strict=True)
    assert (found["package"], found["status"], found["options"]) == ("contoh", "complete", {"strict": True})
    assert found["office"] == {"name": "Dinas Contoh", "government": None, "year": 2017}


def test_each_input_with_its_sheets() -> None:
    assert made()["inputs"] == [
        {
            "file": "DPA.xlsx",
            "sha256": "(hash DPA.xlsx)",
            "sheets": [{"sheet": "S", "kind": "dpa", "header_row": 3, "rows": 3}],
        },
        {
            "file": "R.xlsx",
            "sha256": "(hash R.xlsx)",
            "sheets": [{"sheet": "S", "kind": "realization", "header_row": 1, "rows": 3}],
        },
        {
            "file": "Catatan.xlsx",
            "sha256": "(hash Catatan.xlsx)",
            "sheets": [{"sheet": "S", "kind": None, "reason": told("reason.no_known_header")}],
        },
    ]


def test_amounts_are_rupiah_with_sen_where_the_source_has_some() -> None:
    found = made()
    assert found["totals"] == {
        "budget_initial": Decimal("300.50"),
        "budget_revised": None,
        "realization": 250,
        "remaining": Decimal("50.50"),
        "realization_percent": Decimal("83.19"),
    }
    assert found["lines"][1] == {
        "code": "01.01",
        "name": "Kegiatan satu",
        "level": "kegiatan",
        "budget_initial": Decimal("100.50"),
        "budget_revised": None,
        "realization": 90,
        "remaining": Decimal("10.50"),
        "realization_percent": Decimal("89.55"),
    }


@pytest.mark.parametrize(
    ("budget", "spent", "remaining", "percent"),
    [
        ("300", "-", None, None),
        ("300", "0", 300, Decimal("0.00")),
        ("0", "0", 0, None),
        ("-", "0", None, None),
        ("200", "300", -100, Decimal("150.00")),
    ],
)
def test_what_follows_from_the_figures_of_a_line(
    budget: str, spent: str, remaining: int | None, percent: Decimal | None
) -> None:
    text = f"# R.xlsx!S\n| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |\n| Program A | {budget} | {spent} |"
    (line,) = made(text)["lines"]
    assert (line["remaining"], line["realization_percent"]) == (remaining, percent)


def test_a_finding_states_its_figures_and_cells() -> None:
    (finding,) = made()["findings"]
    assert finding["cells"] == [
        {"file": "DPA.xlsx", "sheet": "S", "cell": "C7"},
        {"file": "DPA.xlsx", "sheet": "S", "cell": "C4"},
    ]
    figures = [finding[name] for name in ("rule", "severity", "state", "stated", "computed", "difference", "follows")]
    assert figures == ["rows_sum_to_total", "error", "open", Decimal("301.50"), Decimal("300.50"), 1, None]


def test_messages_have_the_language_of_the_package_and_figures_do_not_change() -> None:
    outcome = transcripts.outcome(PACKAGE)
    indonesian, english = (manifest(replace(outcome, language=language), (), {}) for language in ("id", "en"))
    assert indonesian["findings"][0]["message"] != english["findings"][0]["message"]
    assert indonesian["inputs"][2]["sheets"][0]["reason"] != english["inputs"][2]["sheets"][0]["reason"]
    assert (indonesian["lines"], indonesian["totals"]) == (english["lines"], english["totals"])
