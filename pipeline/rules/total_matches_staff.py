"""Staff by grade, by position and by education each sum to their stated total, and the stated totals are equal."""

from collections.abc import Iterator
from decimal import Decimal

from pipeline.model import Dataset, Finding, Table, Wording
from pipeline.ranges import block

TITLE = "Jumlah pegawai sama menurut golongan, jabatan, dan pendidikan"
LAW = "Aturan program ini: ketiga tabel pegawai menghitung orang yang sama"
SEVERITY = "error"
NEEDS = ("staff",)
MESSAGE = "{name}: tertulis {stated} orang, {against} {computed} orang (selisih {difference})."
ACTION = "Hitung ulang pegawai pada rinciannya, lalu perbaiki."
EXPLAIN = """\
Setiap tabel pegawai harus berjumlah sama dengan baris Jumlah-nya, dan ketiga Jumlah itu harus sama, karena
pegawainya sama.

Contoh: menurut golongan tertulis 41, rinciannya berjumlah 42.

Yang perlu dilakukan: hitung ulang pegawai pada rincian yang berbeda, lalu perbaiki rincian atau jumlahnya."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each total with its rows, then the stated totals with the first."""
    tables = data.of("staff")
    for table in tables:
        yield from _summed(data, table)
    stated = [(table, total) for table in tables for total in table.totals if total.values.get("persons") is not None]
    for table, total in stated[1:]:
        first, reference = stated[0]
        if total.values["persons"] == reference.values["persons"]:
            yield None
        else:
            yield Finding(
                "total_matches_staff",
                "error",
                (table.cell(total.row, "persons"), first.cell(reference.row, "persons")),
                {"name": Wording(f"staff.{table.edition}"), "against": Wording(f"staff.stated_{first.edition}")},
                Decimal(total.values["persons"]),
                Decimal(reference.values["persons"]),
                terms={table.cell(total.row, "persons"): 1, first.cell(reference.row, "persons"): -1},
                subject=f"{table.edition}|totals",
            )


def _summed(data: Dataset, table: Table) -> Iterator[Finding | None]:
    rows = [line for line in table.lines if line.values.get("persons") is not None]
    if any(table.cell(line.row, "persons") in data.unknown for line in (*table.lines, *table.totals)):
        return
    computed = sum(line.values["persons"] for line in rows)
    for total in table.totals:
        stated = total.values.get("persons")
        if stated == computed:
            yield None
        elif stated is not None:
            numbered = [line.row for line in table.lines]
            parts = {table.cell(line.row, "persons"): -1 for line in rows}
            yield Finding(
                "total_matches_staff",
                "error",
                (table.cell(total.row, "persons"), *block(table, numbered, "persons")),
                {"name": Wording(f"staff.{table.edition}"), "against": Wording("staff.rows")},
                Decimal(stated),
                Decimal(computed),
                terms={table.cell(total.row, "persons"): 1, **parts},
                subject=f"{table.edition}|rows",
            )
