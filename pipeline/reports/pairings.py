"""How each name was matched to its budget line, and with what evidence."""

from __future__ import annotations

from decimal import Decimal

from pipeline import lines
from pipeline.messages import figure, text
from pipeline.model import Outcome, Pairing
from pipeline.ratios import rounded
from pipeline.sheets import Column, Entry, Row, Sheet, Table

NAME = "Padanan"
ORDER = 210
NEEDS = (("dppa", "dpa", "realization"),)
COLUMNS = (
    Column("number", "No", "center", 5),
    Column("name", "Nama Tertulis", "text", 50),
    Column("meant", "Nama di Anggaran", "text", 50),
    Column("code", "Kode", "center", 16),
    Column("evidence", "Bukti", "text", 34),
    Column("cell", "Sel", "text", 50),
)


def build(outcome: Outcome) -> Sheet:
    """One row per name; the open ones first."""
    ordered = sorted(outcome.data.pairings, key=lambda pairing: pairing.evidence != "open")
    rows = tuple(Row("plain", _entries(outcome, place, pairing)) for place, pairing in enumerate(ordered, start=1))
    opened = sum(pairing.evidence == "open" for pairing in ordered)
    notes = (
        f"{opened} nama belum cocok. Untuk menetapkannya, isi kolom kuning pada Padanan.xlsx di map hasil, lalu "
        "salin berkas itu ke map masukan.",
    )
    return Sheet(
        NAME,
        lines.titles(outcome, "PADANAN NAMA"),
        (Table(COLUMNS, rows, notes=notes if opened else (), filtered=bool(rows)),),
        traced=False,
    )


def _entries(outcome: Outcome, place: int, pairing: Pairing) -> dict[str, Entry]:
    line = next((line for line in outcome.data.budget if line.key == pairing.key), None)
    near = f"? {pairing.nearest}" if pairing.nearest else None
    return {
        "number": Entry(Decimal(place)),
        "name": Entry(pairing.name),
        "meant": Entry(line.name if line else near),
        "code": Entry(line.code if line else None),
        "evidence": Entry(_evidence(pairing), marked="note" if pairing.evidence == "open" else None),
        "cell": Entry(str(pairing.cell), link=pairing.cell),
    }


def _evidence(pairing: Pairing) -> str:
    def shown(value: float | None) -> str:
        return "-" if value is None else figure(rounded(Decimal(value), 1))

    return text(f"evidence.{pairing.evidence}").format(score=shown(pairing.score), margin=shown(pairing.margin))
