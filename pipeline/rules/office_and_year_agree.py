"""Every workbook of a package that states an office or a year states the same."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pipeline.model import MOST_CELLS, Cell, Dataset, Finding, Table, Wording
from pipeline.office import by_reliability, same_office
from pipeline.spelling import same_name

TITLE = "Semua buku kerja menyebut perangkat daerah dan tahun yang sama"
LAW = "Aturan program ini: satu laporan untuk satu perangkat daerah dan satu tahun"
SEVERITY = "error"
NEEDS = ()
MESSAGE = "{file} menyebut {what} {stated}, buku kerja lain {computed}.{remark}"
EXPLAIN = """\
Satu map berisi buku kerja satu perangkat daerah untuk satu tahun. Buku kerja tahun lain dikesampingkan: angkanya
tidak dipakai.

Contoh: DPA menyebut Tahun Anggaran 2024, profil menyebut 2025.

Yang perlu dilakukan: pindahkan buku kerja itu ke map tahunnya (atau ke map tahun-lalu), atau perbaiki judulnya bila
hanya salah ketik."""

Statement = tuple[Table, Any, Cell]
"""A table with what it states, and where."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare what each workbook states with what the package is; one against all others is told as the odd one."""
    tables = [*data.tables, *(table for table, _ in data.aside)]
    year = data.office.year
    years = [(table, *table.stated.year) for table in tables if table.stated.year and year is not None]
    yield from _compared(data, "year", years, lambda other: other == year)
    name = data.office.name
    offices = [(table, *table.stated.office) for table in tables if table.stated.office and name]
    yield from _compared(data, "office", offices, lambda other: same_office(str(other), str(name)))


def _compared(
    data: Dataset, what: str, stated: Sequence[Statement], is_ours: Callable[[object], bool]
) -> Iterator[Finding | None]:
    wanted = str(data.office.year if what == "year" else data.office.name)
    reference = _reference(data, what)
    foreign: dict[tuple[str, str], list[Cell]] = {}
    agreeing = set()
    for table, other, cell in stated:
        if is_ours(other):
            agreeing.add(table.file)
        else:
            foreign.setdefault((table.file, str(other)), []).append(cell)
    yield from [None] * len(agreeing)
    others = {other for _, other in foreign}
    if len(foreign) > 1 and len(others) == 1 and len(agreeing) == 1:
        cells = tuple(dict.fromkeys(cell for cells in foreign.values() for cell in cells))
        facts = {"file": agreeing.pop(), "what": Wording(f"remark.{what}"), "remark": _remark(what, odd=True)}
        yield Finding(
            "office_and_year_agree",
            "error",
            (*reference, *cells)[:MOST_CELLS],
            facts,
            wanted,
            others.pop(),
            subject=f"{what}|{same_name(str(wanted))}",
        )
        return
    for (file, other), places in foreign.items():
        kinds = sorted({table.kind for table, said, _ in stated if (table.file, str(said)) == (file, other)})
        yield Finding(
            "office_and_year_agree",
            "error",
            (*dict.fromkeys(places), *reference),
            {"file": file, "what": Wording(f"remark.{what}"), "remark": _remark(what)},
            other,
            wanted,
            subject=f"{what}|{same_name(str(other))}|{'|'.join(kinds)}",
        )


def _remark(what: str, *, odd: bool = False) -> Wording | str:
    if what != "year":
        return ""
    return Wording("remark.others_left_aside" if odd else "remark.left_aside")


def _reference(data: Dataset, what: str) -> tuple[Cell, ...]:
    """Return the cell that states what the package is."""
    wanted = data.office.year if what == "year" else data.office.name
    for table in by_reliability(data.tables):
        said = getattr(table.stated, what)
        if said and (said[0] == wanted or (what == "office" and wanted and same_office(said[0], str(wanted)))):
            return (said[1],)
    return ()
