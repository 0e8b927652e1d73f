"""Tables of targets and results: quantities with their units, achievement as a formula, or the reason for none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline import lines, ratios
from pipeline.marks import entry
from pipeline.messages import text
from pipeline.model import Cell, Line, Outcome, Quantity
from pipeline.model import Table as Source
from pipeline.settings import Settings, settings
from pipeline.sheets import Column, Entry, Row, Sheet, Table

CAPAIAN = Column("achievement", "Capaian (%)", "percent", 12)
REASON = Column("reason", "Keterangan", "text", 18)


@dataclass(frozen=True, slots=True)
class Pair:
    """Which columns of a source table are compared: the target and the result."""

    target: str
    result: str


def sheet(outcome: Outcome, source: Source, columns: tuple[Column, ...], pair: Pair, name: str, title: str) -> Sheet:
    """Return the sheet of a table of lines; where a row has no achievement, a further column says why."""
    chosen = settings(outcome.data)
    made = rows(outcome, source, pair, chosen)
    shown = (*columns, REASON) if uses_reasons(made) else columns
    table = Table(shown, made, notes=notes(chosen))
    return Sheet(name, lines.titles(outcome, title), (table,), landscape=False)


def quantity(outcome: Outcome, value: Quantity | None, cell: Cell) -> Entry:
    """Return a quantity as a number with its unit, or as text where it is no number."""
    if value is None:
        return entry(outcome, None, (cell,)) if cell in outcome.data.unknown else Entry(None)
    if value.value is None:
        return entry(outcome, value.text, (cell,))
    return entry(outcome, value.value, (cell,), unit=value.unit)


def measured(outcome: Outcome, source: Source, line: Line, pair: Pair, settings: Settings) -> dict[str, Entry]:
    """Return target, result, achievement and, where there is none, the reason, by column key."""
    target, result = line.values.get(pair.target), line.values.get(pair.result)
    lower = settings.lower_is_better(line.values.get("indicator") or line.name or "")
    found = ratios.achievement(target, result, lower_is_better=lower, cap=settings.cap)
    cells = {key: source.cell(line.row, key) for key in (pair.target, pair.result)}
    entries = {
        pair.target: quantity(outcome, target, cells[pair.target]),
        pair.result: quantity(outcome, result, cells[pair.result]),
    }
    if found.value is not None:
        entries["achievement"] = Entry(found.value, formula=formula(pair, lower, settings.cap))
    else:
        unread = any(cell in outcome.data.unknown for cell in cells.values())
        entries["reason"] = Entry(text(f"achievement.{'unreadable' if unread else found.reason}"))
    return entries


def formula(pair: Pair, lower: bool, cap: Decimal | None) -> str:
    """Return the formula of an achievement over its row."""
    top = f"(2*{{{pair.target}}}-{{{pair.result}}})" if lower else f"{{{pair.result}}}"
    rounded = f"ROUND({top}/{{{pair.target}}},4)"
    return rounded if cap is None else f"MIN({rounded},{cap / 100})"


def rows(outcome: Outcome, source: Source, pair: Pair, settings: Settings) -> tuple[Row, ...]:
    """Return the rows of a table of lines in the budget's order; names that mean no budget line follow at the end."""
    budget = outcome.data.budget
    numbers = lines.numbers(budget)
    by_key = {line.key: line for line in source.lines if line.key}
    made = []
    for known in budget:
        line = by_key.get(known.key)
        if line is not None:
            entries = {
                "number": Entry(numbers[known.key]),
                "name": Entry(known.name, (source.cell(line.row, "name"),)),
                **measured(outcome, source, line, pair, settings),
            }
            made.append(Row(known.level if known.level in ("program", "kegiatan") else "sub_kegiatan", entries))
    for line in source.lines:
        if line.key is None and line.name and line.level != "section":
            entries = {
                "name": entry(outcome, line.name, (source.cell(line.row, "name"),)),
                **measured(outcome, source, line, pair, settings),
            }
            made.append(Row("kegiatan" if line.level == "kegiatan" else "program", entries))
    return tuple(made)


def notes(settings: Settings, *, predicates: bool = False) -> tuple[str, ...]:
    """Return how the achievement was computed, for below the table."""
    told = [
        "Capaian = realisasi dibagi target, dibulatkan setengah ke atas sampai dua desimal; hanya bila satuannya sama."
    ]
    if settings.lower:
        told.append("Untuk indikator yang makin rendah makin baik: (2 x target - realisasi) dibagi target.")
    if settings.cap is not None:
        told.append(f"Capaian dibatasi paling tinggi {settings.cap} %.")
    if predicates:
        bands = "; ".join(f">= {low} {name}" for low, name in zip(settings.bands, ratios.PREDICATES, strict=False))
        law = "Permendagri 54/2010 dan 86/2017" if settings.bands == ratios.BANDS else "batas menurut profil"
        told.append(f"Predikat: {bands}; di bawahnya {ratios.PREDICATES[-1]} ({law}).")
    return tuple(told)


def uses_reasons(rows: Sequence[Row]) -> bool:
    """Tell whether a row has no achievement, so that the column of reasons is needed."""
    return any("reason" in row.entries for row in rows)


def predicate(entries: Mapping[str, Entry], settings: Settings) -> Entry:
    """Return the predicate of a row's achievement as a formula."""
    value = entries["achievement"].value if "achievement" in entries else None
    if not isinstance(value, Decimal):
        return Entry(None)
    shown = '""'
    nested = f'"{ratios.PREDICATES[-1]}"'
    for low, name in reversed(list(zip(settings.bands, ratios.PREDICATES, strict=False))):
        nested = f'IF({{achievement}}>={low / 100},"{name}",{nested})'
    return Entry(ratios.predicate(value, settings.bands), formula=f'IF({{achievement}}="",{shown},{nested})')
