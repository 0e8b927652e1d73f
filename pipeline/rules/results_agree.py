"""A line's result is the same in every performance table."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.copied_targets import copied_lines
from pipeline.counterparts import Pair, pairs, quantity
from pipeline.model import MOST_CELLS, Dataset, Finding, Quantity, Table
from pipeline.quantities import compared, figures, gap
from pipeline.ranges import joined

TITLE = "Realisasi kinerja sama di setiap tabel kinerja"
LAW = "PermenPANRB 53/2014 Lampiran II (pengukuran dan evaluasi capaian kinerja)"
SEVERITY = "error"
NEEDS = ("performance", "medium_term")
MESSAGE = "{name}: realisasi di tabel jangka menengah {written}, di tabel realisasi kinerja {other}{remark}."
ACTION = "Periksa data dukungnya, lalu tulis realisasi yang sama di kedua tabel."
EXPLAIN = """\
Satu program atau kegiatan hanya punya satu realisasi kinerja dalam satu tahun, sehingga tabel realisasi kinerja dan
tabel target jangka menengah harus menyebut angka yang sama. Yang dibandingkan hanya realisasi dengan satuan yang sama.

Contoh: tabel realisasi kinerja menyebut 420 peserta, tabel jangka menengah menyebut 402 peserta.

Yang perlu dilakukan: cocokkan keduanya dengan data dukung kegiatan, lalu perbaiki tabel yang salah."""

LEAST = 3
"""Results that are their own targets, from which the whole column was copied."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each line's results; where a table's results are targets copied over, that is told by its own rule."""
    copied = copied_lines(data)
    for table in data.of("medium_term"):
        for other in data.of("performance"):
            items: list[Finding | None] = []
            for pair in pairs(data, table, other):
                own, its = quantity(data, table, pair.one, "result"), quantity(data, other, pair.other, "result")
                if own is not None and its is not None and pair.line.key not in copied:
                    items += _compared(data, (table, other), pair, own, its)
            yield from _together(items)


def _together(items: list[Finding | None]) -> list[Finding | None]:
    """Return the items with results that all are their own targets, three at least, as one finding with all cells."""
    found = [item for item in items if item]
    if len(found) < LEAST or not all(finding.facts["is_target"] for finding in found):
        return items
    cells = joined(cell for finding in found for cell in finding.cells)[:MOST_CELLS]
    facts = {**found[0].facts, "rows_more": len(found) - 1}
    whole = replace(found[0], cells=cells, facts=facts, subject="rows")
    return [whole, *(None for _ in items[1:])]


def _compared(
    data: Dataset, tables: tuple[Table, Table], pair: Pair, own: Quantity, its: Quantity
) -> Iterator[Finding | None]:
    verdict = compared(own, its)
    if verdict == "same":
        yield None
    if verdict != "other_value":
        return
    stated, computed = figures(own, its)
    due = quantity(data, tables[1], pair.other, "target")
    later = quantity(data, tables[0], pair.one, "medium_term_target")
    copied = any(one and compared(one, other) == "same" for one, other in ((due, its), (later, own)))
    yield Finding(
        "results_agree",
        "error",
        (tables[0].cell(pair.one.row, "result"), tables[1].cell(pair.other.row, "result")),
        {
            "name": pair.line.name,
            "written": own.text,
            "other": its.text,
            "remark": gap(stated, computed),
            "is_target": copied,
        },
        stated,
        computed,
        subject=pair.line.key,
    )
