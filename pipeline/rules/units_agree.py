"""Target and result, and the medium-term target, are in the same unit."""

from collections.abc import Iterator

from pipeline.counterparts import quantity
from pipeline.kinds import kinds
from pipeline.model import Dataset, Finding, Line, Table
from pipeline.quantities import same_unit
from pipeline.spelling import same_name

TITLE = "Target dan realisasi memakai satuan yang sama"
LAW = "PermenPANRB 53/2014 Lampiran II (pengukuran kinerja membandingkan realisasi dengan target)"
SEVERITY = "warning"
NEEDS = (("performance", "medium_term", "indicators"),)
MESSAGE = "{name}: realisasi {stated}, {column} {computed}; satuannya berbeda, sehingga tidak dapat dibandingkan."
ACTION = "Tulis keduanya dengan satuan yang sama."
EXPLAIN = """\
Realisasi hanya dapat dibandingkan dengan target bila satuannya sama. Singkatan yang lazim dianggap sama (bln = bulan,
bh = buah, org = orang, persen = %); angka tanpa satuan tidak diperiksa.

Contoh: realisasi 14 sekolah, target jangka menengah 600 siswa.

Yang perlu dilakukan: tulis target atau realisasi itu dengan satuan yang sama, sesuai indikatornya. Bila satuan target
memang diganti, sebut hal itu dalam laporan."""

AGAINST = {"performance": "target", "indicators": "target", "medium_term": "medium_term_target"}
"""The column that each kind's result is measured by."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare the units in each row; the same line in another table is that table's own row."""
    for table in data.of(*AGAINST):
        column = AGAINST[table.kind]
        for line in table.lines:
            result, target = quantity(data, table, line, "result"), quantity(data, table, line, column)
            agree = same_unit(result, target) if result and target else None
            if agree is not None and line.level != "section":
                yield None if agree else _finding(table, line, column)


def _finding(table: Table, line: Line, column: str) -> Finding:
    name = line.name or line.values.get("indicator")
    return Finding(
        "units_agree",
        "warning",
        (table.cell(line.row, "result"), table.cell(line.row, column)),
        {"name": name, "column": kinds()[table.kind].fields[column].headers[0].lower()},
        line.values["result"].text,
        line.values[column].text,
        subject=f"{table.kind}|{line.key or same_name(name or '')}",
    )
