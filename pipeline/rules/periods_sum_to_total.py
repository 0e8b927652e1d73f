"""Quarters or months add up to the amount of the year."""

from collections.abc import Iterator

from pipeline.identity import of_line
from pipeline.intervals import allowance, differ
from pipeline.kinds import kinds
from pipeline.model import Dataset, Finding, Line, Table, Wording
from pipeline.ranges import across
from pipeline.ratios import rupiah

TITLE = "Triwulan berjumlah sama dengan anggaran setahun"
LAW = "Permendagri 13/2006 Lampiran (formulir DPA-SKPD 2.2, kolom triwulan)"
SEVERITY = "error"
NEEDS = ("dpa",)
MESSAGE = "{name}: setahun tertulis {stated}, triwulannya berjumlah {computed} (selisih {difference})."
ACTION = "Periksa keempat triwulan dan jumlahnya."
EXPLAIN = """\
Rencana penarikan per triwulan harus berjumlah sama dengan pagu baris itu.

Contoh: kolom Jumlah 320.000.000, triwulan I sampai IV berjumlah 319.900.000.

Yang perlu dilakukan: periksa keempat angka triwulan dan kolom Jumlah pada baris itu di dokumen aslinya."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each line's amount of the year with its periods; blanks count as nothing."""
    for table in data.tables:
        fields = kinds()[table.kind].fields
        wholes = {fields[name].period_of for name in table.columns if fields[name].period_of}
        for whole in sorted(wholes & table.columns.keys()):
            periods = [name for name in table.columns if fields[name].period_of == whole]
            items = [item for line in table.every for item in _compared(data, table, line, whole, periods)]
            wanted = sum(field.period_of == whole for field in fields.values())
            if len(periods) < wanted and 2 * sum(item is not None for item in items) > len(items):
                continue  # a period's column was not found: nothing can be said of their sum
            yield from items


def _compared(data: Dataset, table: Table, line: Line, whole: str, periods: list[str]) -> Iterator[Finding | None]:
    stated = line.values.get(whole)
    given = [line.values[name] for name in periods if line.values.get(name) is not None]
    doubtful = any(table.cell(line.row, name) in data.unknown for name in (whole, *periods))
    if stated is None or not given or doubtful:
        return
    if not differ(stated, sum(given), allowance(table, (stated, *given))):
        yield None
        return
    yield Finding(
        "periods_sum_to_total",
        "error",
        (table.cell(line.row, whole), *across(table, line.row, periods)),
        {"name": line.name or Wording("remark.total")},
        rupiah(stated),
        rupiah(sum(given)),
        terms={table.cell(line.row, whole): 1, **{table.cell(line.row, name): -1 for name in periods}},
        subject=f"{table.kind}|{of_line(table, line)}|{whole}",
    )
