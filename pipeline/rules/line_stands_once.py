"""A code, or a name under one parent, stands once in a table of lines."""

from collections.abc import Iterator

from pipeline.identity import of_line
from pipeline.model import LINE_LEVELS, Cell, Dataset, Finding, Line, Table
from pipeline.repeats import too_often
from pipeline.spelling import same_name

TITLE = "Setiap program atau kegiatan tertulis satu kali"
LAW = "Permendagri 13/2006 (kode rekening); sejak 2021 Permendagri 90/2019"
SEVERITY = "error"
NEEDS = (("dpa", "dppa", "realization", "performance", "medium_term", "plan"),)
MESSAGE = "{name}: tertulis {count} kali."
ACTION = "Hapus baris yang berlebih, atau perbaiki kode dan namanya."
EXPLAIN = """\
Satu kode, atau satu nama di bawah program yang sama, hanya boleh ada satu kali dalam satu tabel. Baris yang
tertulis dua kali membuat jumlahnya terhitung dua kali.

Contoh: kegiatan Penyediaan alat kebersihan ada di baris 14 dan di baris 18.

Yang perlu dilakukan: hapus baris yang berlebih, atau perbaiki kode dan nama bila sebenarnya dua kegiatan berbeda."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Report the further rows of a code or name, then the first one, where the budget has it less often."""
    for table in data.tables:
        again = too_often(table, data.budget)
        lines = sum(line.level in LINE_LEVELS for line in table.lines)
        yield from [None] * (lines - sum(map(len, again)))
        yield from (_finding(table, rows) for rows in again)


def _finding(table: Table, rows: list[Line]) -> Finding:
    first, *further = rows
    names = list(dict.fromkeys(line.name for line in rows if line.name))
    same = len({same_name(name) for name in names}) == 1 and bool(first.name)
    name = names[0] if same else f"{first.code} ({'; '.join(names)})" if names else first.code
    return Finding(
        "line_stands_once",
        "error",
        tuple(_cell(table, line, "name" if same else "code") for line in (*further, first)),
        {"name": name, "count": len(rows)},
        subject=f"{table.kind}|{of_line(table, first) or first.code}",
    )


def _cell(table: Table, line: Line, column: str) -> Cell:
    """Return the cell that repeats: of a code split over two columns the second part."""
    split = column == "code" and line.values.get("activity_code")
    return table.cell(line.row, "activity_code" if split else column)
