"""Catatan Temuan: the findings with their figures, and room for the reason why one is accepted."""

from __future__ import annotations

from decimal import Decimal

from pipeline.messages import sentence, text, verdict
from pipeline.model import Finding, Outcome
from pipeline.sheets import Column, Entry, Row, Sheet, Table
from pipeline.waivers import RULE, fingerprint

FILE = "Catatan Temuan.xlsx"
HOW = (
    "Isi kolom kuning pada temuan yang dapat diterima, simpan, lalu letakkan berkas ini di map masukan. "
    "Temuan tanpa alasan tetap terbuka; bila angkanya berubah, temuan yang diterima terbuka lagi."
)
COLUMNS = (
    Column("number", "No", "center", 5),
    Column("severity", "Tingkat", "center", 11),
    Column("message", "Temuan", "text", 50),
    Column("stated", "Tertulis", "number", 16),
    Column("computed", "Dihitung", "number", 16),
    Column("place", "Sel", "text", 26),
    Column("reason", "Alasan", "text", 34, asked=True),
    Column("by", "Oleh", "text", 16, asked=True),
    Column("date", "Tanggal", "center", 13, asked=True),
    Column("note", "Keterangan", "text", 24),
    Column("finding", "Identitas Temuan", "text", 44, printed=False),
    Column("seal", "Sidik", "center", 15, printed=False),
)


def build(outcome: Outcome) -> list[Sheet]:
    """One row per finding that stands on its own, and per accepted consequence; reasons that still hold are kept."""
    found = [finding for finding in outcome.findings if finding.rule != RULE]
    listed = [finding for finding in found if finding.follows is None or finding.state == "accepted"]
    rows = tuple(
        Row("plain", _entries(place, finding, outcome.language)) for place, finding in enumerate(listed, start=1)
    )
    table = Table(COLUMNS, rows, title=HOW, filtered=True)
    return [Sheet("Catatan Temuan", ("CATATAN TEMUAN",), (table,), traced=False)] if rows else []


def _entries(place: int, finding: Finding, language: str) -> dict[str, Entry]:
    kept = finding.waiver if finding.state == "accepted" else None
    return {
        "number": Entry(Decimal(place)),
        "severity": Entry(text(f"severity.{finding.severity}"), marked=finding.severity),
        "message": Entry(sentence(finding, language)),
        "stated": Entry(finding.stated),
        "computed": Entry(finding.computed),
        "place": Entry(str(finding.cells[0])),
        "reason": Entry(kept.reason if kept else None),
        "by": Entry(kept.by if kept else None),
        "date": Entry(kept.date if kept else None),
        # a reason given for other figures is shown, but has to be given anew
        "note": Entry(verdict(finding, language) if finding.waiver and not kept else None),
        "finding": Entry(finding.id),
        "seal": Entry(fingerprint(finding)),
    }
