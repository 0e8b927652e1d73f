"""Padanan: the names that no budget line could be found for, and room for the line that each means."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.model import Outcome, Pairing
from pipeline.sheets import Column, Entry, Row, Sheet, Table
from pipeline.spelling import same_name
from schemas.aliases import CHOICES

FILE = "Padanan.xlsx"
HOW = (
    "Isi kolom kuning dengan nama (pilih dari daftar) atau kode anggaran yang dimaksud, simpan, lalu letakkan berkas "
    "ini di map masukan. Biarkan kosong bila memang tidak ada di anggaran."
)
CHOICE = "line"
COLUMNS = (
    Column("number", "No", "center", 5),
    Column("written", "Nama Tertulis", "text", 50),
    Column("meant", "Nama atau Kode di Anggaran", "text", 50, asked=True, choices=(CHOICES, CHOICE)),
    Column("note", "Keterangan", "text", 50),
)

Pair = tuple[str, str | None, str | None]
"""A name as written, what it means, a remark."""


def build(outcome: Outcome) -> list[Sheet]:
    """One row per open name, then the rows that staff have filled in before; nothing where no name is open."""
    opened = list(_open(outcome))
    names = list(dict.fromkeys(line.name for line in outcome.data.budget))
    if not opened or not names:
        return []
    rows = tuple(
        Row("plain", {"number": Entry(Decimal(place))} | _entries(pair))
        for place, pair in enumerate([*opened, *_settled(outcome)], start=1)
    )
    choices = tuple(Row("plain", {CHOICE: Entry(name)}) for name in names)
    return [
        Sheet("Padanan", ("PADANAN NAMA",), (Table(COLUMNS, rows, title=HOW),), traced=False),
        Sheet(CHOICES, (), (Table((Column(CHOICE, CHOICES, "text", 70),), choices),), landscape=False, traced=False),
    ]


def _open(outcome: Outcome) -> Iterator[Pair]:
    """Yield each open name once, with the nearest name of the budget as a hint."""
    seen: set[str] = set()
    for pairing in outcome.data.pairings:
        if pairing.evidence == "open" and same_name(pairing.name) not in seen:
            seen.add(same_name(pairing.name))
            yield pairing.name, None, _hint(pairing)


def _hint(pairing: Pairing) -> str:
    near = f"Yang paling mirip: {pairing.nearest}. " if pairing.nearest else ""
    return f"{near}Tertulis di {pairing.cell}."


def _settled(outcome: Outcome) -> Iterator[Pair]:
    for table in outcome.data.of("aliases"):
        for line in table.lines:
            values = line.values
            if values.get("written") and values.get("meant"):
                yield values["written"], values["meant"], values.get("note")


def _entries(pair: Pair) -> dict[str, Entry]:
    return dict(zip(("written", "meant", "note"), map(Entry, pair), strict=True))
