"""Results that are another table's targets, copied over."""

from __future__ import annotations

import transcripts

from pipeline.copied_targets import copied_lines, telling
from pipeline.model import Dataset

NAMES = ("Lomba bercerita", "Layanan perpustakaan keliling", "Pengadaan buku")


def package(performance: list[tuple[str, str]], results: list[str]) -> Dataset:
    """Return a package of three kegiatan: target and result of each, and the result in the medium-term table."""
    program = "Program Pengembangan Budaya Baca"
    text = f"# DPA.xlsx!DPA\n| Kode | Uraian | Jumlah (Rp) |\n| 2.15 | {program} | 30 |\n"
    text += "".join(f"| 2.15.0{place} | {name} | 10 |\n" for place, name in enumerate(NAMES, 1))
    text += f"# A.xlsx!A\n| No | Program/Kegiatan | Target | Realisasi |\n| 1. | {program} | | |\n"
    text += "".join(f"| a. | {name} | {one} | {two} |\n" for name, (one, two) in zip(NAMES, performance, strict=True))
    text += f"# B.xlsx!B\n| No | Program/Kegiatan | Realisasi | Target Jangka Menengah |\n| 1. | {program} | | |\n"
    text += "".join(f"| a. | {name} | {result} | 99 kali |\n" for name, result in zip(NAMES, results, strict=True))
    return transcripts.outcome(text).data


def test_every_row_that_differs_shows_the_target() -> None:
    data = package([("5 kali", "7 kali"), ("6 kali", "6 kali"), ("8 kali", "9 kali")], ["5 kali", "6 kali", "8 kali"])
    (found,) = telling(data)
    assert found.copied
    assert (found.table.kind, found.source.kind) == ("medium_term", "performance")
    assert [pair.line.name for pair in found.pairs] == ["Lomba bercerita", "Pengadaan buku"]
    assert copied_lines(data) == {"2.15.01", "2.15.03"}


def test_a_row_with_the_result_speaks_against_it() -> None:
    data = package([("5 kali", "7 kali"), ("6 kali", "4 kali"), ("8 kali", "9 kali")], ["5 kali", "6 kali", "9 kali"])
    assert [found.copied for found in telling(data)] == [False]
    assert copied_lines(data) == frozenset()


def test_one_row_tells_nothing() -> None:
    data = package([("5 kali", "7 kali"), ("6 kali", "6 kali"), ("8 kali", "9 kali")], ["5 kali", "6 kali", "-"])
    assert list(telling(data)) == []
