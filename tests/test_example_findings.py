"""Every finding of the 2017 example with its cells, figures and likely causes, as in ``example/findings.txt``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from office_package import Produced, example, produce

EXPECTED = Path(__file__).parent / "example" / "findings.txt"
SHORT = {
    "Capaian Kinerja 2017.xlsx": "Capaian",
    "DPA-SKPD 2.2 Sekretariat DPRD TA 2017.xlsx": "DPA",
    "DPPA 2017 Setelah Perubahan.xlsx": "DPPA",
    "Data Pegawai 2017.xlsx": "Pegawai",
    "Laporan Realisasi per 31 Desember 2017.xlsx": "Realisasi",
    "Perjanjian Kinerja 2017.xlsx": "Perjanjian",
    "Renja 2017.xlsx": "Renja",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Produced:
    root = tmp_path_factory.mktemp("findings")
    return produce(example(root / "input"), root / "output")


def test_the_findings(made: Produced) -> None:
    assert "\n".join(told(made.result["findings"])) == EXPECTED.read_text(encoding="utf-8").rstrip()


def test_no_finding_follows_another(made: Produced) -> None:
    assert [finding["id"] for finding in made.result["findings"] if finding["follows"]] == []


def told(findings: Sequence[Any]) -> Iterator[str]:
    """The findings of each rule: cells of one sheet together, what is stated and what was computed, the causes."""
    last = None
    for finding in findings:
        if (head := f"{finding['severity']} {finding['rule']}") != last:
            yield head
            last = head
        figures = " / ".join(shown(finding[name]) for name in ("stated", "computed"))
        where = cells(finding["cells"])
        short = len(where) + len(figures) <= 110
        yield from (f"  {where} | {figures}",) if short else (f"  {where}", f"      {figures}")
        causes = [f"{cause['kind']} {cells(cause['cells']).rsplit('!', 1)[-1]}" for cause in finding["causes"]]
        yield from (f"      {'; '.join(causes)}",) if causes else ()


def cells(places: Sequence[Any]) -> str:
    named, last = [], None
    for place in places:
        sheet = f"{SHORT[place['file']]}!{place['sheet']}!"
        named.append(place["cell"] if sheet == last else sheet + place["cell"])
        last = sheet
    return ", ".join(named)


def shown(figure: Any) -> str:
    if isinstance(figure, str) or figure is None:
        return figure or "-"
    return f"{Decimal(figure):,f}".translate(str.maketrans(",.", ".,"))
