"""The input files: what each sheet was taken for, how many rows were read, what was skipped and why."""

from __future__ import annotations

from decimal import Decimal

from pipeline import lines
from pipeline.kinds import kinds
from pipeline.messages import text
from pipeline.model import InputFile, InputTable, Outcome
from pipeline.sheets import Column, Entry, Row, Sheet, Table

NAME = "Sumber"
ORDER = 220
NEEDS = ()
FILES = (
    Column("file", "Berkas", "text", 44),
    Column("sheet", "Lembar", "text", 22),
    Column("kind", "Jenis", "text", 36),
    Column("header_row", "Baris Judul", "number", 10),
    Column("rows", "Baris Dibaca", "number", 10),
    Column("reason", "Keterangan", "text", 50),
    Column("sha256", "SHA-256", "text", 68),
)
PLACES = (
    Column("file", "Sel", "text", 44),
    Column("sheet", "Isi", "text", 22),
    Column("kind", "Alasan", "text", 36),
)


def build(outcome: Outcome) -> Sheet:
    """Return the files with their tables, then the places that were not read."""
    rows = [row for file in outcome.inputs for row in _file(file)]
    tables = [Table(FILES, tuple(rows))]
    places = _places(outcome)
    if places:
        tables.append(Table(PLACES, places, title="Yang tidak dibaca, dan rumus yang dihitung sendiri", counted=False))
    return Sheet(NAME, lines.titles(outcome, "SUMBER"), tuple(tables), traced=False)


def _file(file: InputFile) -> list[Row]:
    first = {"file": Entry(file.file), "sha256": Entry(file.sha256)}
    if not file.tables:
        return [Row("plain", {**first, "reason": Entry(text(f"reason.{file.reason}") if file.reason else None)})]
    return [Row("plain", {**first, **_table(entry)}) for entry in file.tables]


def _table(entry: InputTable) -> dict[str, Entry]:
    return {
        "sheet": Entry(entry.sheet),
        "kind": Entry(kinds()[entry.kind].title if entry.kind else "tidak dipakai"),
        "header_row": Entry(None if entry.header_row is None else Decimal(entry.header_row)),
        "rows": Entry(None if entry.rows is None else Decimal(entry.rows)),
        "reason": Entry(text(f"reason.{entry.reason}") if entry.reason else None),
    }


def _places(outcome: Outcome) -> tuple[Row, ...]:
    skipped = [
        (str(skip.cell), skip.text, text(f"skipped.{skip.reason}"))
        for table in (*outcome.data.tables, *(table for table, _ in outcome.data.aside))
        for skip in table.skipped
    ]
    evaluated = [
        (str(cell), "", "rumus tanpa nilai tersimpan; dihitung sendiri")
        for table in outcome.data.tables
        for cell in table.evaluated
    ]
    return tuple(
        Row("plain", {"file": Entry(place), "sheet": Entry(words), "kind": Entry(reason)})
        for place, words, reason in (*skipped, *evaluated)
    )
