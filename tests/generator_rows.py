"""Rows deleted, doubled, moved to another program, or named otherwise. No sum follows but by formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from generator_editing import copied, rekeyed, with_row, without_row
from generator_facts import STRANGER
from generator_sheets import Book, Place
from generator_slots import AMOUNTS, COUNTS, Fault, computed, filled, one, retyped, shown
from generator_statements import LISTS, STAFF, STAGES, SUMS, by_code, held, rows

LINES = (*SUMS, *LISTS)
"""The tables of programs and kegiatan."""
Known = tuple[str, str]
"""Kind and line of a row."""


def row_deleted(book: Book, rng: Random) -> Fault | None:
    """A row is missing."""
    candidates = [place for place in _kegiatan(book) if _several(book, *place)]
    candidates += [(kind, row.known) for kind in (*STAFF, *STAGES, "indicators") for row in rows(book, kind)[1:]]
    chosen = _chosen(rng, candidates)
    if chosen is None:
        return None
    kind, line = chosen
    made = copied(book)
    sheet, row, column = made.spots[kind, line, _naming(kind)]
    program = next(own.program for own in rows(made, kind) if own.known == line)
    if kind in STAGES:
        _keep_goal(made, kind, line)
    lost = shown(sheet.cells[row, column])
    without_row(made, sheet, row)
    again = computed(rng, sheet)
    cells = [*_about(made, kind, program), *_elsewhere(made, kind, line)]
    cause = "missing_child" if kind in ("dpa", "dppa", "realization") and not again else None
    return Fault("row_deleted", made, tuple(cells), f"{kind} {line}: {lost}{again}", cause)


def row_doubled(book: Book, rng: Random) -> Fault | None:
    """A row stands twice."""
    persons = [(kind, row.known) for kind in STAFF for row in rows(book, kind)]
    chosen = _chosen(rng, [*_kegiatan(book), *(own for own in persons if held(book, *own, "persons") != "-")])
    if chosen is None:
        return None
    kind, line = chosen
    made = copied(book)
    sheet, row, _ = made.spots[kind, line, _naming(kind)]
    with_row(made, sheet, row + 1, row, (kind, line, f"{line}#2"))
    again = computed(rng, sheet)
    cells = [made.place(*spot) for spot in made.spots if spot[0] == kind and spot[1] in (line, f"{line}#2")]
    cause = "doubled_child" if kind in (*SUMS, *STAFF) and not again else None
    return Fault("row_doubled", made, tuple(cells), f"{kind} {line}{again}", cause)


def row_moved(book: Book, rng: Random) -> Fault | None:
    """A row stands under another program; the code of one that has a code, and an agreement's row, name it."""
    candidates = [place for place in _kegiatan(book) if _several(book, *place)]
    chosen = _chosen(rng, [*candidates, *((kind, row.known) for kind in STAGES for row in rows(book, kind))])
    if chosen is None:
        return None
    kind, line = chosen
    if kind in STAGES:
        return _other_program(book, rng, kind, line)
    listed = rows(book, kind)
    own = next(row.program for row in listed if row.known == line)
    target = rng.choice(sorted({row.program for row in listed} - {own}) or [own])
    moved = f"{target}.{line.split('.')[1]}" if by_code(kind) else line
    if target == own or (moved != line and any(row.line == moved for row in listed)):
        return None
    made = copied(book)
    sheet, row, _ = made.spots[kind, line, "name"]
    below = 1 + max(row.at for row in listed if row.program == target)
    with_row(made, sheet, below, row, (kind, line, f"{line}#2"))
    without_row(made, sheet, row + (below <= row))
    rekeyed(made, kind, f"{line}#2", moved)
    if moved != line:
        _recode(made, kind, moved, own, target)
    again = computed(rng, sheet)
    cells = [made.place(*spot) for spot in made.spots if spot[:2] == (kind, moved)]
    sums = [place for program in (own, target) for place in _about(made, kind, program)] if kind in SUMS else []
    return Fault("row_moved", made, tuple(dict.fromkeys([*cells, *sums])), f"{kind} {line}: {own} -> {target}{again}")


def line_renamed(book: Book, rng: Random) -> Fault | None:
    """A line, an indicator or a program has another name in one place."""
    columns = dict.fromkeys((*LINES, "indicators"), ("name",))
    spot = one(rng, filled(book, columns, dict.fromkeys(STAGES, ("name", "program"))))
    if spot is None:
        return None
    kind, line, column = spot
    name = STRANGER
    if column == "program" or (kind in LINES and "." not in line):
        name = f"Program {STRANGER}"
    elif kind not in LINES:
        name = f"Persentase {STRANGER}"
    fault = retyped("line_renamed", book, rng, spot, name)
    if kind in STAGES:
        program, number = line.split("/")
        rekeyed(fault.book, kind, line, f"99/{number}" if column == "program" else f"{program}/99")
    elif not by_code(kind):
        rekeyed(fault.book, kind, line, f"{line.split('.')[0]}.99" if "." in line else "99")
    return fault


def _kegiatan(book: Book) -> list[Known]:
    return [(kind, row.known) for kind in LINES for row in rows(book, kind) if "." in row.line]


def _several(book: Book, kind: str, known: str) -> bool:
    """Tell whether a row is not the only one of its program."""
    listed = rows(book, kind)
    own = next(row.program for row in listed if row.known == known)
    return sum(row.program == own and "." in row.line for row in listed) > 1


def _chosen(rng: Random, candidates: Sequence[Known]) -> Known | None:
    """Choose a kind first, then a line."""
    if not candidates:
        return None
    kind = rng.choice(sorted({kind for kind, _ in candidates}))
    return kind, rng.choice(sorted(line for own, line in candidates if own == kind))


def _naming(kind: str) -> str:
    return "label" if kind in STAFF else "name"


def _keep_goal(book: Book, kind: str, line: str) -> None:
    """Leave a goal and its number to the next row of the goal, which Excel does for a merged area."""
    listed = [row.known for row in rows(book, kind)]
    following = listed[listed.index(line) + 1 :]
    for column in ("number", "goal") if following else ():
        sheet, row, number = book.spots[kind, line, column]
        if (row, number) in sheet.cells:
            sheet.cells.setdefault((book.spots[kind, following[0], column][1], number), sheet.cells[row, number])


def _about(book: Book, kind: str, program: str) -> Iterator[Place]:
    """Yield the cells in which it shows that a program lacks a row: sums over it, or the numbers of a list."""
    for line in (program, "total"):
        for column in (*AMOUNTS.get(kind, ()), *COUNTS.get(kind, ())):
            if (kind, line, column) in book.spots:
                yield book.place(kind, line, column)
    if kind not in SUMS:
        column = "amount" if kind in STAGES else "number"
        yield from (book.place(kind, row.known, column) for row in rows(book, kind))


def _elsewhere(book: Book, kind: str, line: str) -> Iterator[Place]:
    """Yield the cells by which other tables have the same line."""
    for known, own, column in book.spots:
        if known != kind and column == "name" and own.split("/")[-1] == line.split("/")[-1]:
            yield book.place(known, own, column)


def _recode(book: Book, kind: str, line: str, own: str, target: str) -> None:
    """Write the other program's code into a row: alone in its column, or the last but one part of a full code."""
    sheet, row, column = book.spots[kind, line, "code"]
    parts = str(sheet.cells[row, column].value).split(".")
    at = len(parts) - 2 if len(parts) > 1 else 0
    assert parts[at] == own
    parts[at] = target
    sheet.cells[row, column] = sheet.cells[row, column]._replace(value=".".join(parts))


def _other_program(book: Book, rng: Random, kind: str, line: str) -> Fault | None:
    """Let a row of an agreement name a program that another row names."""
    own, number = line.split("/")
    named = {row.line.split("/")[0]: held(book, kind, row.known, "program") for row in rows(book, kind)}
    others = sorted(set(named) - {own})
    if not others:
        return None
    target = rng.choice(others)
    fault = retyped("row_moved", book, rng, (kind, line, "program"), named[target])
    rekeyed(fault.book, kind, line, f"{target}/{number}")
    return fault
