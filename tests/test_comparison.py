"""What is said of the changes since the former run."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.changes import CHANGES, Changes, Former
from pipeline.comparison import FEW, compared

BEFORE = Former("0" * 64)


def finding(number: int, severity: str = "error", follows: str | None = None) -> dict[str, Any]:
    cells = [{"file": "DPA.xlsx", "sheet": "DPA", "cell": f"C{number}"}]
    return {"id": f"r:{number}", "rule": "r", "severity": severity, "follows": follows, "cells": cells}


ONE, TWO, CONSEQUENCE = finding(1), finding(2, "warning"), finding(3, follows="r:1")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (Changes(Former()), ["Belum ada proses sebelumnya yang dapat dibandingkan"]),
        (
            Changes(Former(unreadable=True)),
            ["result.json dari proses sebelumnya tidak terbaca, jadi tidak dibandingkan"],
        ),
        (Changes(BEFORE), ["Sejak proses sebelumnya: tidak ada perubahan"]),
        (Changes(BEFORE, remaining=(ONE,)), ["Sejak proses sebelumnya: tidak ada perubahan"]),
        (Changes(BEFORE, new=(CONSEQUENCE,)), ["Sejak proses sebelumnya: tidak ada perubahan"]),
        (
            Changes(BEFORE, new=(ONE, CONSEQUENCE), resolved=(TWO,)),
            [
                "Sejak proses sebelumnya: 1 baru, 0 tetap, 1 selesai",
                "selesai: peringatan r: DPA.xlsx!DPA!C2",
                "baru: galat r: DPA.xlsx!DPA!C1",
            ],
        ),
        (
            Changes(BEFORE, remaining=(ONE,), changed=((ONE, ONE),), unchecked=(TWO,)),
            [
                "Sejak proses sebelumnya: 0 baru, 1 tetap, 1 di antaranya dengan angka lain, 0 selesai, "
                "1 tidak dapat diperiksa lagi",
                "angkanya lain: galat r: DPA.xlsx!DPA!C1",
                "tidak dapat diperiksa lagi: peringatan r: DPA.xlsx!DPA!C2",
            ],
        ),
        (
            Changes(BEFORE, not_written="penuh"),
            [
                "Sejak proses sebelumnya: tidak ada perubahan",
                f"{CHANGES} tidak dapat ditulis (penuh); hasil lainnya lengkap",
            ],
        ),
    ],
)
def test_what_is_said(changes: Changes, expected: list[str]) -> None:
    assert [line.strip() for line in compared(changes, "id")] == expected


def test_of_many_a_few_are_named() -> None:
    lines = compared(Changes(BEFORE, new=tuple(finding(row) for row in range(1, FEW + 5))), "id")
    assert len(lines) == 1 + FEW + 1
    assert lines[-1].strip() == f"... dan 4 lagi, lihat {CHANGES}"


def test_it_is_said_in_english() -> None:
    lines = compared(Changes(BEFORE, resolved=(ONE,)), "en")
    assert [line.strip() for line in lines] == [
        "Since the former run: 0 new, 0 remaining, 1 resolved",
        "resolved: error r: DPA.xlsx!DPA!C1",
    ]
