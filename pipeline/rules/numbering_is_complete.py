"""A table's numbering has no gaps and no repeats at its level."""

from collections.abc import Iterator, Sequence

from pipeline.kinds import kinds
from pipeline.model import MOST_CELLS, Dataset, Finding, Level, Table, Wording
from pipeline.numbered_rows import Group, groups, levels, run_through
from pipeline.ranges import block

TITLE = "Penomoran baris lengkap dan tidak berulang"
LAW = "Aturan program ini: nomor yang terlewat dapat berarti baris yang hilang"
SEVERITY = "note"
NEEDS = (("agreement", "dpa", "dppa", "indicators", "medium_term", "performance", "plan", "realization", "staff"),)
MESSAGE = "{table}, nomor {level}: tertulis {stated}, menurut urutannya {computed}.{missing}{again}"
ACTION = "Periksa apakah ada baris yang terhapus, lalu urutkan kembali nomornya."
EXPLAIN = """\
Nomor yang terlewat atau berulang dapat berarti bahwa ada baris yang terhapus, atau bahwa tabel disalin dari tabel lain
tanpa menyesuaikan nomornya. Nomor boleh dimulai kembali di bawah setiap program, atau berlanjut di seluruh tabel.

Contoh: program bernomor 1, 2, 4; nomor 3 tidak ada.

Yang perlu dilakukan: periksa apakah barisnya memang tidak perlu ada. Bila ya, urutkan kembali nomornya; bila tidak,
tambahkan baris yang hilang."""

NAMED = 6
"""Places that the message names."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Look at the numbers of each level of each table; rows in another order count as well."""
    for table in data.tables:
        numbered = list(levels(table))
        together = run_through(table, [row for _, rows in numbered for row in rows])
        for level, rows in numbered:
            found = groups(table, rows)
            if together:
                yield None
            elif found is not None:
                wrong = [group for group in found if group.count.faults and _counts(group)]
                yield _finding(table, level, wrong) if wrong else None


def _counts(group: Group) -> bool:
    """Whether the numbers count rows at all: what leaves out more numbers than there are is a list of codes."""
    return len(group.count.missing) <= len({row.mark for row in group.rows})


def _finding(table: Table, level: Level, wrong: Sequence[Group]) -> Finding:
    rows = [group.rows[place].row for group in wrong for place in group.count.places]
    # the same one in whatever order the rows stand
    stated, computed = min((group.count.wrong for group in wrong), key=lambda pair: (len(pair[1]), pair[1], pair[0]))
    title = kinds()[table.kind].title
    return Finding(
        "numbering_is_complete",
        "note",
        block(table, rows, "number")[:MOST_CELLS],
        {
            "table": Wording(f"staff.{table.edition}") if table.kind == "staff" else title,
            "level": Wording("remark.rows") if level == "plain" else level.replace("_", " "),
            "missing": _named(table, "remark.no_number", wrong, [group.count.missing for group in wrong]),
            "again": _named(table, "remark.number_again", wrong, [group.count.again for group in wrong]),
        },
        stated,
        computed,
        subject=f"{table.kind}{table.edition}{table.stage}|{level}",
    )


def _named(table: Table, code: str, wrong: Sequence[Group], marks: Sequence[tuple[str, ...]]) -> Wording | str:
    """Return which numbers are concerned, each with what it stands below."""
    places = [
        f"{mark} ({_above(table, group)})" if group.parent else mark
        for group, found in zip(wrong, marks, strict=True)
        for mark in found
    ]
    if not places:
        return ""
    more = Wording("remark.and_more", {"count": len(places) - NAMED}) if len(places) > NAMED else ""
    return Wording(code, {"numbers": ", ".join(places[:NAMED]), "more": more})


def _above(table: Table, group: Group) -> str:
    line = table.by_row.get(group.parent) if isinstance(group.parent, int) else None
    return str((line.name or line.code) if line else group.parent)
