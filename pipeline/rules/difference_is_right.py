"""A stated difference (bertambah/berkurang, sisa) is what its two figures give."""

from collections.abc import Iterator

from pipeline.identity import of_line
from pipeline.intervals import allowance, differ
from pipeline.kinds import kinds
from pipeline.model import Dataset, Finding, Line, Table, Wording
from pipeline.ranges import beside
from pipeline.ratios import rupiah

TITLE = "Selisih yang tertulis sama dengan selisih kedua angkanya"
LAW = "Permendagri 13/2006 Lampiran (formulir DPPA-SKPD 2.2, kolom bertambah/berkurang); PP 71/2010 PSAP 02"
SEVERITY = "error"
NEEDS = (("dppa", "realization"),)
MESSAGE = "{name}, {column}: tertulis {stated}, selisih kedua angkanya {computed} (beda {difference})."
ACTION = "Hitung ulang selisihnya, atau perbaiki salah satu angkanya."
EXPLAIN = """\
Kolom Bertambah/(Berkurang) atau Sisa Anggaran harus sama dengan pengurangan dua kolom di sampingnya. Arahnya
(anggaran dikurangi realisasi atau sebaliknya) mengikuti sebagian besar baris.

Contoh: anggaran 320.000.000, realisasi 187.412.655, sisa tertulis 132.587.354; seharusnya 132.587.345.

Yang perlu dilakukan: hitung ulang baris itu. Bila selisihnya benar, salah satu dari kedua angkanya salah ketik."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each stated difference with its two figures; the majority of rows decides the direction."""
    for table in data.tables:
        for name, field in kinds()[table.kind].fields.items():
            if field.difference and {name, *field.difference} <= table.columns.keys():
                yield from _column(data, table, name, field.difference)


def _column(data: Dataset, table: Table, name: str, pair: tuple[str, str]) -> Iterator[Finding | None]:
    rows = [line for line in table.every if _complete(data, table, line, name, pair)]
    given = {line.row: (line.values.get(pair[0]) or 0) - (line.values.get(pair[1]) or 0) for line in rows}
    turned = sum(line.values[name] == -given[line.row] for line in rows)
    sign = -1 if turned > sum(line.values[name] == given[line.row] for line in rows) else 1
    factors = {name: 1, pair[0]: -sign, pair[1]: sign}
    for line in rows:
        computed = sign * given[line.row]
        allowed = allowance(table, (line.values[name], *(line.values.get(column) for column in pair)))
        if not differ(line.values[name], computed, allowed):
            yield None
        else:
            places = (table.cell(line.row, name), *beside(table, line.row, pair))
            facts = {
                "name": line.name or Wording("remark.total"),
                "column": kinds()[table.kind].fields[name].headers[0],
            }
            yield Finding(
                "difference_is_right",
                "error",
                places,
                facts,
                rupiah(line.values[name]),
                rupiah(computed),
                terms={table.cell(line.row, column): factor for column, factor in factors.items()},
                subject=f"{table.kind}|{of_line(table, line)}|{name}",
            )


def _complete(data: Dataset, table: Table, line: Line, name: str, pair: tuple[str, str]) -> bool:
    """Whether a row states a difference and at least one of its figures, none of them in doubt."""
    doubtful = any(table.cell(line.row, column) in data.unknown for column in (name, *pair))
    return (
        line.values.get(name) is not None
        and any(line.values.get(column) is not None for column in pair)
        and not doubtful
    )
