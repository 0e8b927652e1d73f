"""A figure stands in a row with a name."""

from collections.abc import Iterator
from decimal import Decimal

from pipeline.kinds import kinds
from pipeline.model import Dataset, Finding, Line, Table
from pipeline.ratios import rupiah

TITLE = "Setiap angka punya nama di barisnya"
LAW = "Aturan program ini: angka tanpa nama tidak dapat dipertanggungjawabkan"
SEVERITY = "error"
NEEDS = ()
MESSAGE = "{file}, baris {row}: ada angka {stated} tetapi kolom {column} kosong."
ACTION = "Isi namanya, atau hapus angkanya."
EXPLAIN = """\
Baris yang berisi angka harus menyebut milik siapa angka itu. Baris bernomor yang seluruhnya kosong tidak
dihitung sebagai baris.

Contoh: tabel golongan, baris 12 berisi 1 orang tanpa nama golongan.

Yang perlu dilakukan: isi namanya, atau hapus angkanya bila baris itu tidak berlaku."""

FIGURES = ("rupiah", "count", "percent")


def check(data: Dataset) -> Iterator[Finding | None]:
    """Report each row that has a figure and none of its names."""
    for table in data.tables:
        fields = kinds()[table.kind].fields
        naming = [
            name
            for name, field in fields.items()
            if name in table.columns and field.required and field.parser == "text" and not field.fill
        ]
        for line in table.lines:
            if naming:
                named = any(line.values.get(name) for name in naming)
                yield from (None,) if named else _finding(table, line, naming[0])


def _finding(table: Table, line: Line, column: str) -> Iterator[Finding]:
    fields = kinds()[table.kind].fields
    number = line.values.get("number")
    for name, value in line.values.items():
        if fields[name].parser in FIGURES and isinstance(value, int):
            stated = rupiah(value) if fields[name].parser == "rupiah" else Decimal(value)
            yield Finding(
                "row_has_label",
                "error",
                (table.cell(line.row, column), table.cell(line.row, name)),
                {"file": table.file, "row": line.row, "column": _heading(table, column)},
                stated,
                subject=f"{table.kind}{table.edition}|{number}" if number else "",
            )
            return


def _heading(table: Table, column: str) -> str:
    edition = next(edition for edition in kinds()[table.kind].editions if edition.layout.name == table.edition)
    return edition.fields[column].headers[0]
