"""The stated total of a table is the sum of its topmost rows."""

from collections.abc import Iterator

from pipeline.amounts import amount, blanks, holders, known, summable
from pipeline.intervals import allowance, differ
from pipeline.kinds import kinds
from pipeline.model import Dataset, Finding, Line, Table
from pipeline.ranges import block
from pipeline.ratios import rupiah
from pipeline.spelling import same_name

TITLE = "Jumlah di bawah tabel sama dengan jumlah barisnya"
LAW = "Permendagri 13/2006 Lampiran (formulir 2.2); PermenPANRB 53/2014 Lampiran II"
SEVERITY = "error"
NEEDS = (("dpa", "dppa", "realization", "plan", "agreement"),)
MESSAGE = "{name}: tertulis {stated}, jumlah baris-barisnya {computed} (selisih {difference})."
ACTION = "Jumlahkan kembali baris programnya, lalu perbaiki yang salah."
EXPLAIN = """\
Baris Jumlah atau Total harus sama dengan jumlah semua program di atasnya; kegiatan tidak dihitung lagi karena
sudah termasuk dalam programnya.

Contoh: Jumlah tertulis 8.275.000.000, padahal program-programnya berjumlah 8.225.000.000.

Yang perlu dilakukan: jumlahkan kembali baris program. Bila jumlahnya benar, periksa angka tiap program; bila memakai
rumus, periksa apakah semua program ikut dijumlahkan dan tidak ada kegiatan yang terhitung dua kali."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each total with the topmost rows; staff tables have a rule of their own."""
    for table in data.tables:
        for total in table.totals:
            for column in summable(table):
                yield from _compared(data, table, total, column)


def _compared(data: Dataset, table: Table, total: Line, column: str) -> Iterator[Finding | None]:
    topmost = table.topmost
    tops = holders(table, topmost, column)
    stated = total.values.get(column)
    if stated is None or not tops or not known(table, topmost, column, data.unknown):
        return
    parts = {table.cell(line.row, column): line.values[column] for line in tops}
    computed = sum(parts.values())
    # where a program is not the sum of its kegiatan, a total over what it should be is no second fault
    mended = sum(_from_below(table, line, column) for line in tops)
    # an agreement may repeat a program's whole amount beside each of its indicators
    once = {(same_name(line.values.get("program") or str(line.row)), line.values[column]) for line in tops}
    # a section that is printed with an amount may hold more than the programs below it
    sections = {line.values.get(column) for line in table.lines if line.level == "section"}
    allowed = allowance(table, (stated, *parts.values()))
    sums = (computed, mended, sum(amount for _, amount in once))
    if not all(differ(stated, added, allowed) for added in sums) or stated in sections:
        yield None
        return
    empty = blanks(table, topmost, column)
    yield Finding(
        "rows_sum_to_total",
        "error",
        (table.cell(total.row, column), *block(table, (line.row for line in (*tops, *empty)), column)),
        {"name": f"{kinds()[table.kind].title}, {kinds()[table.kind].fields[column].headers[0]}"},
        rupiah(stated),
        rupiah(computed),
        terms={table.cell(total.row, column): 1, **{table.cell(line.row, column): -1 for line in (*tops, *empty)}},
        subject=f"{table.kind}{table.stage}|{column}",
    )


def _from_below(table: Table, line: Line, column: str) -> int:
    below = [amount(table, child, column) for child in table.children(line)]
    known_parts = [part for part in below if part is not None]
    return sum(known_parts) if known_parts else line.values[column]
