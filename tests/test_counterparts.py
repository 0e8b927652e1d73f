"""The rows of two tables that mean one budget line."""

from __future__ import annotations

import transcripts

from pipeline.counterparts import pairs, quantity
from pipeline.model import Dataset, Table

BUDGET = """
# DPA.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
| 2.17.15 | Program Pengembangan Budaya Baca | 100 |
| 2.17.15.01 | Lomba bercerita | 60 |
| 2.17.15.02 | Layanan perpustakaan keliling | 40 |
# Capaian.xlsx!Kinerja
| No | Program/Kegiatan | Target | Realisasi |
| 1. | Program Pengembangan Budaya Baca | 80 % | 82 % |
| a. | Layanan perpustakaan keliling | 90 kali | #REF! |
| b. | Lomba bercerita | 20 sekolah | 24 sekolah |
# Renstra.xlsx!Jangka Menengah
"""


def package(rows: str, heads: str = "| No | Program/Kegiatan | Realisasi | Target Jangka Menengah |") -> Dataset:
    return transcripts.outcome(f"{BUDGET}{heads}\n{rows}").data


def both(data: Dataset) -> tuple[Table, Table]:
    return data.of("performance")[0], data.of("medium_term")[0]


def test_rows_come_in_the_order_of_the_budget() -> None:
    data = package("| 1. | Program Pengembangan Budaya Baca | | |\n| a. | Lomba bercerita | 1 | 2 |\n")
    found = pairs(data, *both(data))
    assert [(pair.line.name, pair.one.row, pair.other.row) for pair in found] == [
        ("Program Pengembangan Budaya Baca", 2, 2),
        ("Lomba bercerita", 4, 3),
    ]


def test_a_line_that_stands_twice_is_in_doubt() -> None:
    row = "| a. | Lomba bercerita | 1 | 2 |\n"
    data = package(f"| 1. | Program Pengembangan Budaya Baca | | |\n{row}{row}")
    assert [pair.line.name for pair in pairs(data, *both(data))] == ["Program Pengembangan Budaya Baca"]


def test_what_a_row_states() -> None:
    data = package("| 1. | Program Pengembangan Budaya Baca | - | 100 % |\n")
    performance, medium_term = both(data)
    said = [quantity(data, performance, line, "result") for line in performance.lines]
    assert [found and found.text for found in said] == ["82 %", None, "24 sekolah"]
    assert quantity(data, medium_term, medium_term.lines[0], "result") is None
    assert quantity(data, medium_term, medium_term.lines[0], "target") is None


def test_a_column_that_stands_twice_states_nothing() -> None:
    heads = "| No | Program/Kegiatan | Realisasi Tahun 2018 | Realisasi Tahun 2019 | Target Jangka Menengah |"
    data = package("| 1. | Program Pengembangan Budaya Baca | 70 % | 82 % | 100 % |\n", heads)
    _, medium_term = both(data)
    assert quantity(data, medium_term, medium_term.lines[0], "result") is None
    assert quantity(data, medium_term, medium_term.lines[0], "medium_term_target") is not None
