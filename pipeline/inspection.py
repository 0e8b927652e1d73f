"""How the sheets of a workbook are understood, for whoever wants to know why one is not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from pipeline import grids, ingest, serialise
from pipeline.heading import Heading
from pipeline.ingest import SheetReading
from pipeline.kinds import kinds
from pipeline.messages import sentence, text
from pipeline.model import Table, letter
from pipeline.spelling import key

NEAR = 75.0
"""Likeness (0 to 100) from which a known header is named beside an unknown one."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file as the program understands it; ``problem`` is the code of the reason why it could not be opened."""

    file: str
    problem: str
    sheets: tuple[SheetReading, ...]


def inspected(path: Path) -> Inspected:
    """Read one file and understand each of its sheets."""
    if not path.is_file():
        return Inspected(str(path), "file_missing", ())
    try:
        reading = grids.read(path, path.name)
        sheets = tuple(ingest.read(grid) for grid in reading.grids)
    except Exception:  # one file must not keep the others from being shown
        return Inspected(path.name, "file_defect", ())
    return Inspected(path.name, f"file_{reading.problem.reason}" if reading.problem else "", sheets)


def facts(sheet: SheetReading, language: str) -> dict[str, Any]:
    """Return what is known of a sheet."""
    return {
        "sheet": sheet.sheet,
        "tables": [_table(table) for table in sheet.tables],
        "reason": text(f"reason.{sheet.reason}", language) if sheet.reason else None,
        "nearest": [_nearest(heading) for heading in sheet.headings if not heading.complete],
        "unknown": [entry for heading in sheet.headings for entry in _unknown(heading)],
        "findings": [{"cell": str(found.cells[0]), "message": sentence(found, language)} for found in sheet.findings],
    }


def _table(table: Table) -> dict[str, Any]:
    fields = kinds()[table.kind].fields
    return {
        "kind": table.kind,
        "title": kinds()[table.kind].title,
        "header_row": table.header_row,
        "columns": {fields[name].headers[0]: _where(table, name) for name in table.columns},
        "not_there": [
            field.headers[0] for name, field in fields.items() if name not in table.columns and field.telling
        ],
        "rows": len(table.lines),
        "totals": [total.row for total in table.totals],
        "skipped": [f"{skip.cell.ref}: {skip.text}" for skip in table.skipped],
    }


def _nearest(heading: Heading) -> dict[str, Any]:
    fields = heading.edition.fields
    return {
        "kind": heading.edition.kind,
        "title": heading.edition.title,
        "header_row": heading.first_row,
        "columns": {fields[name].headers[0]: letter(column) for name, column in heading.columns.items()},
        "missing": [fields[name].headers[0] for name in sorted(heading.missing)],
    }


def _unknown(heading: Heading) -> list[dict[str, Any]]:
    """Return the headers that the kind does not know, each with the nearest that it knows."""
    known = {key(header): header for field in heading.edition.fields.values() for header in field.headers}
    found = []
    for column, written in heading.unknown:
        place = f"{letter(column)}{heading.last_row}"
        found.append({"cell": place, "header": written, "near": _near(written, known)})
    return found


def _near(written: str, known: Mapping[str, str]) -> str | None:
    """Return the known header nearest to a stacked one or to its end, where the part that matters stands."""
    words = written.split()
    endings = [key(" ".join(words[start:])) for start in range(len(words))]
    found = [process.extractOne(ending, list(known), scorer=fuzz.ratio, score_cutoff=NEAR) for ending in endings]
    best = max((match for match in found if match), key=lambda match: match[1], default=None)
    return known[best[0]] if best else None


def as_json(files: Sequence[Inspected], language: str) -> str:
    """Return what is known of some files as JSON."""
    return serialise.dumps(
        [
            {
                "file": file.file,
                "problem": text(f"reason.{file.problem}", language) if file.problem else None,
                "sheets": [facts(sheet, language) for sheet in file.sheets],
            }
            for file in files
        ]
    ).decode()


def as_text(file: Inspected, language: str) -> str:
    """Return what is known of a file as lines for the screen."""
    lines = [file.file]
    if file.problem:
        lines.append(f"  {text(f'reason.{file.problem}', language)}")
    for sheet in file.sheets:
        lines.extend(_lines(facts(sheet, language), language))
    return "\n".join(lines)


def _lines(known: Mapping[str, Any], language: str) -> list[str]:
    def say(code: str, **details: Any) -> str:
        return text(f"inspect.{code}", language).format(**details)

    lines = [say("sheet", sheet=known["sheet"])]
    if known["reason"]:
        lines.append(say("unused", reason=known["reason"]))
    for table in known["tables"]:
        lines.append(say("table", **table))
        lines.append(say("columns", columns=_columns(table["columns"])))
        if table["not_there"]:
            lines.append(say("not_there", columns=", ".join(table["not_there"])))
        lines.append(say("rows", rows=table["rows"], totals=", ".join(map(str, table["totals"])) or "-"))
        lines.extend(say("skipped", what=what) for what in table["skipped"])
    for near in known["nearest"]:
        lines.append(say("nearest", **near))
        lines.append(say("columns", columns=_columns(near["columns"])))
        lines.append(say("missing", columns=", ".join(near["missing"])))
    for entry in known["unknown"]:
        near = say("near", near=entry["near"]) if entry["near"] else ""
        lines.append(say("unknown", cell=entry["cell"], header=entry["header"]) + near)
    lines.extend(say("finding", **found) for found in known["findings"])
    return lines


def _columns(columns: Mapping[str, str]) -> str:
    return ", ".join(f"{place} = {header}" for header, place in columns.items())


def _where(table: Table, name: str) -> str:
    """Return the letter of a column, or the cell of a label's value."""
    place = table.places.get(name)
    return place.ref or "" if place else table.columns[name]
