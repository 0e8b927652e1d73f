"""A code, or a name under one parent, stands once in a table of lines."""

from collections.abc import Iterator

from pipeline.hierarchy import parts
from pipeline.model import LINE_LEVELS, Dataset, Finding, Line, Table
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

Contoh: kegiatan Penyediaan bahan logistik kantor ada di baris 14 dan di baris 18.

Yang perlu dilakukan: hapus baris yang berlebih, atau perbaiki kode dan nama bila sebenarnya dua kegiatan berbeda."""


def check(data: Dataset) -> Iterator[Finding]:
    """Report the further rows of a code or name, then the first one."""
    for table in data.tables:
        groups: dict[tuple[object, ...], list[Line]] = {}
        for line in table.lines:
            if line.level in LINE_LEVELS and (line.name or line.code):
                groups.setdefault(_identity(line), []).append(line)
        yield from (_finding(table, rows) for rows in _merged(groups) if len(rows) > 1)


def _identity(line: Line) -> tuple[object, ...]:
    if line.code:
        return ("code", parts(line.code))
    return ("name", line.parent, line.level, same_name(line.name or ""))


def _merged(groups: dict[tuple[object, ...], list[Line]]) -> list[list[Line]]:
    """Join what is one line by its name though its codes differ."""
    by_name: dict[tuple[object, ...], list[Line]] = {}
    for rows in groups.values():
        first = rows[0]
        by_name.setdefault((first.parent, first.level, same_name(first.name or str(first.row))), []).extend(rows)
    return [sorted(rows, key=lambda line: line.row) for rows in by_name.values()]


def _finding(table: Table, rows: list[Line]) -> Finding:
    first, *further = rows
    same = len({same_name(line.name or "") for line in rows}) == 1
    column = "name" if same and first.name else "code"
    name = first.name if column == "name" else first.code
    return Finding(
        "line_stands_once",
        "error",
        tuple(table.cell(line.row, column) for line in (*further, first)),
        {"name": name, "count": len(rows)},
        subject=f"{table.kind}|{first.key or first.name}",
    )
