"""Small packages with faults in them, and what is told of these: findings as lines, what follows one indented below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from transcripts import outcome

from pipeline import rules
from pipeline.model import Cause, Cell, Dataset, Finding
from pipeline.terms import Values, figures

DPA = """
# DPA.xlsx!DPA
| Kode | Uraian | Jumlah |
| 2.17.01.15 | Program Pengembangan Budaya Baca | 300 |
| 2.17.01.15.01 | Lomba bercerita tingkat SD | 100 |
| 2.17.01.15.02 | Layanan perpustakaan keliling | 200 |
| 2.17.01.16 | Program Penyelamatan Arsip | 700 |
| 2.17.01.16.01 | Pelatihan arsiparis | 310 |
| 2.17.01.16.02 | Pendataan arsip desa | 390 |
| | Jumlah | 1000 |
"""
DPPA = """
# DPPA.xlsx!DPPA
| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan | Bertambah/(Berkurang) | % |
| 2.17.01.15 | Program Pengembangan Budaya Baca | 300 | 360 | 60 | 20 |
| 2.17.01.15.01 | Lomba bercerita tingkat SD | 100 | 110 | 10 | 10 |
| 2.17.01.15.02 | Layanan perpustakaan keliling | 200 | 250 | 50 | 25 |
| 2.17.01.16 | Program Penyelamatan Arsip | 700 | 805 | 105 | 15 |
| 2.17.01.16.01 | Pelatihan arsiparis | 310 | 376 | 66 | 21.29 {0.00} |
| 2.17.01.16.02 | Pendataan arsip desa | 390 | 429 | 39 | 10 |
"""
REALIZATION = """
# Realisasi.xlsx!Realisasi
| Program/Kegiatan | Anggaran | Realisasi | Sisa Anggaran |
| Program Pengembangan Budaya Baca | 360 | 337 | 23 |
| Lomba bercerita tingkat SD | 110 | 104 | 6 |
| Layanan perpustakaan keliling | 250 | 233 | 17 |
| Program Penyelamatan Arsip | 805 | 758 | 47 |
| Pelatihan arsiparis | 376 | 345 | 31 |
| Pendataan arsip desa | 429 | 413 | 16 |
| Jumlah | 1165 | 1095 | 70 |
"""
SOUND = DPA + DPPA + REALIZATION
SPENT_OF_DPA = """
# Realisasi.xlsx!Realisasi
| Program/Kegiatan | Anggaran | Realisasi |
| Program Pengembangan Budaya Baca | 300 | 280 |
| Lomba bercerita tingkat SD | 100 | 92 |
| Layanan perpustakaan keliling | 200 | 188 |
| Program Penyelamatan Arsip | 700 | 650 |
| Pelatihan arsiparis | 310 | 281 |
| Pendataan arsip desa | 390 | 369 |
"""
NAMES = (
    *("Lomba", "Layanan", "Pelatihan", "Pojok baca", "Bedah buku", "Pameran", "Penataan gudang", "Alih media"),
    *("Siaran radio", "Apresiasi", "Bimbingan", "Pendataan", "Peringatan hari buku", "Sosialisasi", "Rapat kerja"),
)


def changed(text: str, *changes: tuple[str, str]) -> str:
    """Return a text with some parts, of which each stands there once, replaced."""
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times: {old}"
        text = text.replace(old, new)
    return text


def revision(**wrong: int) -> str:
    """Return a DPPA of fifteen kegiatan in rows 3 to 17; ``E5=6``: in E5 stands what belongs in E6."""
    before = [100 * place + 7 * place * place for place in range(1, 16)]
    change = [10 + 3 * place + place * place for place in range(15)]
    shown = [change[wrong.get(f"E{row}", row) - 3] for row in range(3, 18)]
    text = "# DPPA.xlsx!DPPA\n| Kode | Uraian | Sebelum Perubahan | Setelah Perubahan | Bertambah/(Berkurang) |\n"
    whole = f"{sum(before)} | {sum(before) + sum(change)} | {sum(change)}"
    text += f"| 2.17.01.15 | Program Pengembangan Budaya Baca | {whole} |\n"
    for place, name in enumerate(NAMES):
        amounts = f"{before[place]} | {before[place] + change[place]} | {shown[place]}"
        text += f"| 2.17.01.15.{place + 1:02} | {name} | {amounts} |\n"
    return text


def checked(text: str) -> tuple[Dataset, tuple[Finding, ...], Values]:
    """Return a package with what the rules find in it, before anything is grouped, and its figures."""
    data = outcome(text).data
    return data, tuple(rules.check(data).findings), figures(data)


def told(text: str) -> list[str]:
    """Return the errors and warnings of a package as lines."""
    return lines([finding for finding in outcome(text).findings if finding.severity != "note"])


def lines(findings: Sequence[Finding]) -> list[str]:
    """Return findings as lines, each with those that follow it, indented; one that follows nothing known is marked."""
    found: list[str] = []
    for finding in findings:
        if finding.follows is None:
            found.append(line(finding))
            found.extend(f"  {line(other)}" for other in findings if other.follows == finding.id)
    known = {finding.id for finding in findings}
    return found + [
        f"lost: {line(finding)}" for finding in findings if finding.follows and finding.follows not in known
    ]


def line(finding: Finding) -> str:
    """Return a finding as ``rule DPPA!E3, C3:D3: stated / computed``."""
    said = [
        f"{figure:f}" if not isinstance(figure, str | None) else figure for figure in (finding.stated, finding.computed)
    ]
    figures_told = f": {said[0] or ''} / {said[1] or ''}" if any(said) else ""
    return f"{finding.rule} {places(finding.cells)}{figures_told}"


def places(cells: Sequence[Cell]) -> str:
    """Return cells by sheet: ``DPPA!E3, C3; DPA!C3``."""
    groups = [(sheet, [cell.ref or "-" for cell in group]) for sheet, group in groupby(cells, lambda cell: cell.sheet)]
    return "; ".join(f"{sheet}!{', '.join(refs)}" for sheet, refs in groups)


def caused(cause: Cause) -> str:
    """Return a cause as ``kind DPPA!E3``."""
    return f"{cause.kind} {places(cause.cells)}"


def causes(text: str) -> dict[str, list[str]]:
    """Return the causes of each finding that has any, by its rule and checked place."""
    return {
        f"{finding.rule} {places(finding.cells[:1])}": [caused(cause) for cause in finding.causes]
        for finding in outcome(text).findings
        if finding.causes
    }
