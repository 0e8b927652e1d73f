"""Every workbook of a package that states an office or a year states the same."""

from collections.abc import Iterator

from pipeline.model import Cell, Dataset, Finding, Table, Wording
from pipeline.office import by_reliability, same_office

TITLE = "Semua buku kerja menyebut perangkat daerah dan tahun yang sama"
LAW = "Aturan program ini: satu laporan untuk satu perangkat daerah dan satu tahun"
SEVERITY = "error"
NEEDS = ()
MESSAGE = "{file} menyebut {what} {stated}, buku kerja lain {computed}.{remark}"
EXPLAIN = """\
Satu map berisi buku kerja satu perangkat daerah untuk satu tahun. Buku kerja tahun lain dikesampingkan: angkanya
tidak dipakai.

Contoh: DPA menyebut Tahun Anggaran 2016, profil menyebut 2017.

Yang perlu dilakukan: pindahkan buku kerja itu ke map tahunnya (atau ke map tahun-lalu), atau perbaiki judulnya bila
hanya salah ketik."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare what each workbook states with what the package is."""
    tables = [*data.tables, *(table for table, _ in data.aside)]
    yield from _years(data, tables)
    yield from _offices(data, tables)


def _years(data: Dataset, tables: list[Table]) -> Iterator[Finding]:
    year = data.office.year
    reference = _reference(data, "year")
    foreign: dict[tuple[str, int], list[Cell]] = {}
    for table in tables:
        if table.stated.year and year is not None and table.stated.year[0] != year:
            foreign.setdefault((table.file, table.stated.year[0]), []).append(table.stated.year[1])
    for (file, other), cells in foreign.items():
        yield Finding(
            "office_and_year_agree",
            "error",
            (*dict.fromkeys(cells), *reference),
            {"file": file, "what": Wording("remark.year"), "remark": Wording("remark.left_aside")},
            str(other),
            str(year),
            subject=f"year|{other}|{'|'.join(sorted({table.kind for table in tables if table.file == file}))}",
        )


def _offices(data: Dataset, tables: list[Table]) -> Iterator[Finding]:
    name = data.office.name
    reference = _reference(data, "office")
    foreign: dict[tuple[str, str], list[Cell]] = {}
    for table in tables:
        if table.stated.office and name and not same_office(table.stated.office[0], name):
            foreign.setdefault((table.file, table.stated.office[0]), []).append(table.stated.office[1])
    for (file, other), cells in foreign.items():
        yield Finding(
            "office_and_year_agree",
            "error",
            (*dict.fromkeys(cells), *reference),
            {"file": file, "what": Wording("remark.office"), "remark": ""},
            other,
            name,
            subject=f"office|{other}",
        )


def _reference(data: Dataset, what: str) -> tuple[Cell, ...]:
    """Return the cell that states what the package is."""
    wanted = data.office.year if what == "year" else data.office.name
    for table in by_reliability(data.tables):
        said = getattr(table.stated, what)
        if said and (said[0] == wanted or (what == "office" and wanted and same_office(said[0], str(wanted)))):
            return (said[1],)
    return ()
