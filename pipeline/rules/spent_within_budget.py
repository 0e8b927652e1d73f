"""No line is spent beyond its budget."""

from collections.abc import Iterator

from pipeline.identity import of_line
from pipeline.intervals import half_step
from pipeline.model import LINE_LEVELS, NO_FIGURE, Cell, Dataset, Figure, Finding, Line, Table
from pipeline.ratios import rupiah

TITLE = "Realisasi tidak melebihi anggaran"
LAW = "UU 1/2004 Pasal 3 ayat (3); PP 58/2005, sejak 2019 PP 12/2019"
SEVERITY = "error"
NEEDS = ("realization",)
MESSAGE = "{name}: realisasi {stated} melebihi anggaran {computed} (lebih {difference})."
ACTION = "Periksa realisasinya di buku kas dan SP2D."
EXPLAIN = """\
Belanja tidak boleh melebihi anggaran yang tersedia. Yang dibandingkan adalah kolom anggaran laporan realisasi
itu sendiri, atau anggaran terakhir bila kolom itu kosong.

Contoh: anggaran 412.000.000, realisasi 438.500.000.

Yang perlu dilakukan: periksa realisasi pada buku kas dan SP2D. Bila realisasinya benar, barangkali anggaran yang
dipakai belum anggaran setelah perubahan."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each program, kegiatan, sub kegiatan of a realization with its own budget, else the latest one."""
    latest = {line.key: line.budget for line in data.budget}
    for table in data.of("realization"):
        for line in table.lines:
            spent = line.values.get("realization")
            budget = _budget(table, line, latest, data.unknown)
            cell = table.cell(line.row, "realization")
            if line.level not in LINE_LEVELS or spent is None or budget.value is None:
                continue
            if spent <= budget.value + budget.half + half_step(table, spent):
                yield None
                continue
            yield Finding(
                "spent_within_budget",
                "error",
                (cell, *budget.cells),
                {"name": line.name},
                rupiah(spent),
                rupiah(budget.value),
                subject=of_line(table, line),
            )


def _budget(table: Table, line: Line, latest: dict[str, Figure], unknown: frozenset[Cell]) -> Figure:
    own = line.values.get("budget")
    if own is None and table.cell(line.row, "budget") in unknown:
        return NO_FIGURE
    if own is not None:
        return Figure(own, (table.cell(line.row, "budget"),), half=half_step(table, own))
    return latest.get(line.key or "", NO_FIGURE)
