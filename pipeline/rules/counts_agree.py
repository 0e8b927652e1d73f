"""A performance table has the programs and kegiatan of the latest budget."""

from collections.abc import Iterator, Sequence

from pipeline.kinds import kinds
from pipeline.matching import FLOOR, similarity
from pipeline.model import LINE_LEVELS, MOST_CELLS, NO_FIGURE, BudgetLine, Dataset, Finding, Level, Line, Table, Wording
from pipeline.ranges import block, joined
from pipeline.repeats import surplus
from pipeline.spelling import same_name

TITLE = "Tabel kinerja memuat semua program dan kegiatan anggaran"
LAW = "PermenPANRB 53/2014 Lampiran II (capaian kinerja dan realisasi anggaran program dan kegiatan yang sama)"
SEVERITY = "warning"
NEEDS = (("performance", "medium_term"), ("dppa", "dpa", "realization"))
MESSAGE = "{table}: {stated}; anggaran: {computed}.{missing}{strangers}"
ACTION = "Lengkapi atau perbaiki barisnya, atau tetapkan namanya di buku kerja Padanan."
EXPLAIN = """\
Tabel kinerja harus memuat program dan kegiatan yang sama dengan anggaran terakhir, pada tingkat yang dimuat tabel itu.
Baris anggaran tanpa pagu tidak harus ada.

Contoh: anggaran berisi 3 program dan 11 kegiatan, tabel jangka menengah hanya 3 program dan 9 kegiatan.

Yang perlu dilakukan: tambahkan baris yang kurang, hapus baris yang tidak dianggarkan, atau, bila hanya namanya ditulis
lain, isi buku kerja Padanan: nama seperti tertulis dan nama (atau kode) di anggaran."""

NAMED = 6
"""Lines that the message names; further ones are counted."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each performance table with the budget at the levels that the table carries."""
    names = {same_name(line.name) for line in data.budget}
    for table in data.of("performance", "medium_term"):
        again = surplus(table, data.budget)
        rows = [line for line in table.lines if line.level in LINE_LEVELS and line.row not in again]
        # where no row at all means a budget line, nor is called as one, the table is about something else
        if any(line.key or same_name(line.name or "") in names for line in rows):
            yield _compared(data, table, rows)


def _compared(data: Dataset, table: Table, rows: Sequence[Line]) -> Finding | None:
    levels = {line.level for line in rows}
    keys = {line.key for line in rows if line.key}
    written = _written(data)
    current = [
        line for line in data.budget if line.level in levels and (line.budget != NO_FIGURE or line.key in written)
    ]
    due = [line for line in current if line.budget.value or line.key in keys]
    missing = [line for line in due if line.key not in keys]
    known = {line.key for line in current}
    strangers = [line for line in rows if line.key not in known]
    missing, strangers = _certain(table, missing, strangers)
    if not missing and not strangers:
        return None
    return Finding(
        "counts_agree",
        "warning",
        (*block(table, (line.row for line in rows), "name"), *joined(line.cell for line in missing))[:MOST_CELLS],
        {
            "table": kinds()[table.kind].title,
            "lines": _names([*(line.name for line in missing), *(line.name or "" for line in strangers)]),
            "missing": _named("remark.lacking", [line.name for line in _highest(missing)]),
            "strangers": _named("remark.unbudgeted", [line.name or line.code or "-" for line in _above(strangers)]),
        },
        _counts([line.level for line in rows]),
        _counts([line.level for line in due]),
        subject=table.kind,
    )


def _written(data: Dataset) -> frozenset[str]:
    """Return the lines that the latest budget document still has, be it without an amount."""
    latest = data.of("dppa") or data.of("dpa") or data.of("realization")
    return frozenset(line.key for table in latest for line in table.lines if line.key)


def _certain(
    table: Table, missing: Sequence[BudgetLine], strangers: Sequence[Line]
) -> tuple[list[BudgetLine], list[Line]]:
    """Return both without the pairs of like names below one parent: there only which is which is open.

    A row that stands below nothing may be a line of any parent.
    """
    lines: set[str] = set()
    rows: set[int] = set()
    for row in _above(strangers):
        parents = {table.by_row[row.parent].key} if row.parent else {line.parent for line in missing}
        like = [
            line
            for line in _highest(missing)
            if line.level == row.level and line.parent in parents and line.key not in lines
        ]
        best = max(like, key=lambda line: similarity(row.name or "", line.name), default=None)
        if best and similarity(row.name or "", best.name) >= FLOOR:
            lines.add(best.key)
            rows.add(row.row)
    return (
        [line for line in missing if line.key not in lines and line.parent not in lines],
        [row for row in strangers if row.row not in rows and row.parent not in rows],
    )


def _names(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(map(same_name, names)))


def _highest(missing: Sequence[BudgetLine]) -> list[BudgetLine]:
    """Return the missing lines without what stands below a missing one."""
    keys = {line.key for line in missing}
    return [line for line in missing if line.parent not in keys]


def _above(strangers: Sequence[Line]) -> list[Line]:
    """Return the unknown rows without what stands below an unknown one."""
    rows = {line.row for line in strangers}
    return [line for line in strangers if line.parent not in rows]


def _named(code: str, names: Sequence[str]) -> Wording | str:
    if not names:
        return ""
    more = Wording("remark.and_more", {"count": len(names) - NAMED}) if len(names) > NAMED else ""
    return Wording(code, {"names": "; ".join(names[:NAMED]), "more": more})


def _counts(levels: Sequence[Level]) -> str:
    """Return how many lines of each level there are: "4 program, 14 kegiatan"."""
    return ", ".join(f"{levels.count(level)} {level.replace('_', ' ')}" for level in LINE_LEVELS if level in levels)
