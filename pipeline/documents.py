"""Several documents of one kind in one package: equal figures count once; unequal ones are a finding, never a guess."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.intervals import differ, half_step
from pipeline.kinds import kinds
from pipeline.model import MOST_CELLS, Cell, Finding, Line, Quantity, Table
from pipeline.ratios import rupiah
from pipeline.spelling import same_name

Place = tuple[Table, Line, str]


def agreed(
    tables: Sequence[Table], strangers: Sequence[Table] = ()
) -> tuple[list[Table], list[tuple[Table, str]], list[Finding]]:
    """Return the tables that count, those left aside with the reason, and a finding for each pair that disagrees.

    ``strangers`` state another office; they only count where nothing else does. So does a table without rows. Of equal
    documents the one in whole rupiah counts. Which is called first never depends on the names of files.
    """
    used: list[Table] = []
    aside: list[tuple[Table, str]] = []
    findings: list[Finding] = []
    for table in sorted(tables, key=lambda table: (table in strangers, table.scale, *_fullness(table))):
        index = next((number for number, other in enumerate(used) if _same_document(other, table)), None)
        if index is None:
            used.append(table)
            continue
        if not _figures(table) or (table in strangers and used[index] not in strangers):
            aside.append((table, "other_office" if _figures(table) else "no_rows"))
            continue
        differing = _differing(used[index], table)
        if not differing:
            aside.append((table, "same_figures"))
            continue
        newer = _newer(used[index], table)
        findings.append(_finding((used[index], table), differing, undecided=newer is None))
        if newer is None:
            used[index] = _without(used[index], differing)
            aside.append((table, "documents_disagree"))
        else:
            aside.append((used[index] if newer is table else table, "older_document"))
            used[index] = newer
    place = {(table.file, table.sheet, table.header_row): number for number, table in enumerate(tables)}
    used.sort(key=lambda table: place[table.file, table.sheet, table.header_row])
    return used, aside, findings


def _fullness(table: Table) -> tuple[int, str]:
    """The document with most figures first; of equally many what they are decides."""
    figures = _figures(table)
    return -len(figures), str(sorted((str(name), str(_value(place))) for name, place in figures.items()))


def _same_document(one: Table, other: Table) -> bool:
    single = any(edition.layout.one for edition in kinds()[one.kind].editions)
    return single and (one.kind, _part(one), one.stage) == (other.kind, _part(other), other.stage)


def _part(table: Table) -> str:
    """The edition, where it is a document of its own and not only another form of the same one."""
    return table.edition if table.kind == "staff" else ""


def _differing(one: Table, other: Table) -> list[tuple[Place | None, Place | None]]:
    """Return the places in which two documents state different figures; ``None`` where one lacks the line."""
    first, second = _figures(one), _figures(other)
    places = []
    for identity in (*first, *(identity for identity in second if identity not in first)):
        mine, its = first.get(identity), second.get(identity)
        if mine is None or its is None or not _agree(mine, its):
            places.append((mine, its))
    return places


def _figures(table: Table) -> dict[tuple[Any, ...], Place]:
    fields = kinds()[table.kind].fields
    figures = [name for name in table.columns if fields[name].parser in ("rupiah", "count", "quantity")]
    rows = {line.row: line for line in table.lines}
    found: dict[tuple[Any, ...], Place] = {}
    for line in (*table.lines, *table.totals):
        for name in figures:
            if line.values.get(name) is not None:
                found[(*_path(line, rows, table), name)] = (table, line, name)
    return found


def _path(line: Line, rows: dict[int, Line], table: Table) -> tuple[str, ...]:
    fields = kinds()[table.kind].fields
    naming = [name for name in fields if fields[name].required and fields[name].parser == "text"]
    own = "|".join(same_name(str(line.values.get(name) or "")) for name in naming)
    above = _path(rows[line.parent], rows, table) if line.parent in rows else ()
    return (*above, f"{line.level}:{own}")


def _agree(mine: Place, its: Place) -> bool:
    """Whether two places state one figure, as far as the precision of their tables tells."""
    one, other = _value(mine), _value(its)
    if isinstance(one, int) and isinstance(other, int):
        return not differ(one, other, half_step(mine[0], one) + half_step(its[0], other))
    return bool(one == other)


def _value(place: Place) -> Any:
    value = place[1].values[place[2]]
    return (
        (value.value, value.unit, value.text if value.value is None else "") if isinstance(value, Quantity) else value
    )


def _cell(place: Place) -> Cell:
    return place[0].cell(place[1].row, place[2])


def _finding(
    tables: tuple[Table, Table], differing: Sequence[tuple[Place | None, Place | None]], *, undecided: bool
) -> Finding:
    cells = [_cell(place) for pair in differing for place in pair if place]
    mine, its = next((pair for pair in differing if all(pair)), differing[0])
    stated, computed = (_stated(place) for place in (mine, its))
    some = mine or its
    assert some is not None
    facts = {
        "name": _name(some),
        "files": " / ".join(dict.fromkeys(table.file for table in tables)),
        "count": len(differing),
        "undecided": undecided,
    }
    if mine and its:
        cells = list(dict.fromkeys([_cell(mine), _cell(its), *cells]))
    return Finding("documents_agree", "error", tuple(cells[:MOST_CELLS]), facts, stated, computed, places=tuple(cells))


def _stated(place: Place | None) -> Any:
    if place is None:
        return None
    value = place[1].values[place[2]]
    parser = kinds()[place[0].kind].fields[place[2]].parser
    return rupiah(value) if parser == "rupiah" else value.text if isinstance(value, Quantity) else value


def _name(place: Place) -> str:
    line = place[1]
    naming = (line.values.get(name) for name in ("name", "indicator", "label"))
    return next((str(name) for name in naming if name), "Jumlah" if line.level == "total" else "-")


def _newer(one: Table, other: Table) -> Table | None:
    """Return the document with the later date inside; ``None`` where dates do not tell."""
    first, second = max(one.stated.dates, default=None), max(other.stated.dates, default=None)
    if first is None or second is None or first == second:
        return None
    return one if first > second else other


def _without(table: Table, differing: Sequence[tuple[Place | None, Place | None]]) -> Table:
    """Return a table in which the disputed figures are unknown."""
    disputed: dict[int, set[str]] = {}
    for mine, _ in differing:
        if mine:
            disputed.setdefault(mine[1].row, set()).add(mine[2])

    def cleared(line: Line) -> Line:
        values = {name: None if name in disputed.get(line.row, ()) else value for name, value in line.values.items()}
        return Line(line.row, line.level, values, line.parent, line.code, line.key)

    lines, totals = tuple(map(cleared, table.lines)), tuple(map(cleared, table.totals))
    return table.replaced(lines=lines, totals=totals, subtotals=())
