"""The stated total of a table is the sum of its topmost rows."""

from collections.abc import Iterator
from itertools import zip_longest

from pipeline.amounts import amount, blanks, holders, known, summable
from pipeline.intervals import allowance, differ
from pipeline.kinds import kinds
from pipeline.model import MOST_CELLS, Dataset, Finding, Line, Table
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
sudah termasuk dalam programnya. Begitu pula baris subjumlah di tengah tabel (Sub Jumlah, Jumlah Program): ia harus
sama dengan jumlah baris-baris yang dijumlahkannya.

Contoh: Jumlah tertulis 8.275.000.000, padahal program-programnya berjumlah 8.225.000.000.

Yang perlu dilakukan: jumlahkan kembali baris program. Bila jumlahnya benar, periksa angka tiap program; bila memakai
rumus, periksa apakah semua program ikut dijumlahkan dan tidak ada kegiatan yang terhitung dua kali."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each total with the topmost rows, each subtotal with its own; staff tables have a rule of their own."""
    for table in data.tables:
        for total in table.totals:
            for column in summable(table):
                yield from _compared(data, table, total, column)
        for subtotal in table.subtotals:
            for column in summable(table):
                yield from _part(data, table, subtotal, column)


def _part(data: Dataset, table: Table, subtotal: Line, column: str) -> Iterator[Finding | None]:
    """Compare a subtotal with the lines above it that it adds up; what their parent states is right, too."""
    whole = [table.by_row[subtotal.parent]] if subtotal.parent else []
    parts = table.added(subtotal) or whole
    stated = subtotal.values.get(column)
    amounts = {line.row: line.values[column] for line in holders(table, parts, column)}
    if stated is None or not amounts or not known(table, [*parts, *whole], column, data.unknown):
        return
    sums = {sum(amounts.values()), *(line.values[column] for line in whole if line.values.get(column) is not None)}
    if not whole:  # of the topmost lines it may hold those below the subtotal before it only
        begins = max((other.row for other in table.subtotals if other.row < subtotal.row), default=0)
        sums.add(sum(amount for row, amount in amounts.items() if row > begins))
    allowed = allowance(table, (stated, *amounts.values()))
    if not all(differ(stated, added, allowed) for added in sums):
        yield None
        return
    cell = table.cell(subtotal.row, column)
    rows = [*amounts, *(line.row for line in blanks(table, parts, column))]
    kind = kinds()[table.kind]
    names = (kind.title, subtotal.name, *(line.name for line in whole), kind.fields[column].headers[0])
    yield Finding(
        "rows_sum_to_total",
        "error",
        (cell, *block(table, rows, column))[:MOST_CELLS],
        {"name": ", ".join(filter(None, names))},
        rupiah(stated),
        rupiah(sum(amounts.values())),
        terms={cell: 1, **{table.cell(row, column): -1 for row in rows}},
        subject="|".join(
            (f"{table.kind}{table.stage}", column, *(line.key or same_name(line.name or "") for line in whole))
        ),
    )


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
    sections = {line.values.get(column) or 0 for line in table.lines if line.level == "section"}
    sections = {amount for amount in sections if amount > computed}
    sections |= {computed + amount for amount in _apart(table, column) if amount != computed}
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


def _apart(table: Table, column: str) -> Iterator[int]:
    """Yield the amounts of sections without programs below them: a total may hold indirect expenditure, too."""
    for line, following in zip_longest(table.lines, table.lines[1:]):
        if line.level == "section" and (following is None or following.level == "section"):
            yield line.values.get(column) or 0


def _from_below(table: Table, line: Line, column: str) -> int:
    below = [amount(table, child, column) for child in table.children(line)]
    known_parts = [part for part in below if part is not None]
    return sum(known_parts) if known_parts else line.values[column]
