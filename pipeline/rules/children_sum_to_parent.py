"""A parent's amount is the sum of its direct children's, or of the nearest below them that state one."""

from collections.abc import Iterator

from pipeline.amounts import blanks, holders, known, summable
from pipeline.identity import of_line
from pipeline.intervals import allowance, differ
from pipeline.model import Dataset, Finding, Line, Table
from pipeline.ranges import block
from pipeline.ratios import rupiah

TITLE = "Jumlah program sama dengan jumlah kegiatannya"
LAW = "Permendagri 13/2006 dan 59/2007 (formulir DPA/DPPA-SKPD 2.2); sejak 2021 Permendagri 77/2020"
SEVERITY = "error"
NEEDS = (("dpa", "dppa", "realization", "plan"),)
MESSAGE = "{name}: tertulis {stated}, jumlah rinciannya {computed} (selisih {difference})."
ACTION = "Periksa sel induk dan rinciannya di dokumen asli."
EXPLAIN = """\
Angka pada baris program (atau kegiatan) harus sama dengan jumlah baris-baris di bawahnya.

Contoh: program tertulis 2.350.000.000, padahal keempat kegiatannya berjumlah 2.475.000.000. Selisih 125.000.000
sama persis dengan satu kegiatan; kegiatan itu barangkali belum ikut dijumlahkan.

Yang perlu dilakukan: bandingkan sel induk dengan setiap sel rincian pada dokumen aslinya, lalu perbaiki sel yang
salah ketik, atau lengkapi rincian yang kurang. Bila memakai rumus, periksa apakah rentangnya mencakup semua baris."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each parent that states an amount with what stands below it."""
    for table in data.tables:
        for column in summable(table):
            for line in table.lines:
                children = table.children(line)
                below = holders(table, children, column)
                if line.values.get(column) is None or not below or not known(table, children, column, data.unknown):
                    continue
                yield _compared(table, line, below, blanks(table, children, column), column)


def _compared(table: Table, line: Line, below: list[Line], empty: list[Line], column: str) -> Finding | None:
    stated = line.values[column]
    parts = {table.cell(child.row, column): child.values[column] for child in below}
    if not differ(stated, sum(parts.values()), allowance(table, (stated, *parts.values()))):
        return None
    return Finding(
        "children_sum_to_parent",
        "error",
        (table.cell(line.row, column), *block(table, (child.row for child in (*below, *empty)), column)),
        {"name": line.name},
        rupiah(stated),
        rupiah(sum(parts.values())),
        terms={table.cell(line.row, column): 1, **{table.cell(child.row, column): -1 for child in (*below, *empty)}},
        subject=f"{table.kind}{table.stage}|{of_line(table, line)}|{column}",
    )
