"""A line's result is the same in every performance table."""

from collections.abc import Iterator

from pipeline.copied_targets import copied_lines
from pipeline.counterparts import Pair, pairs, quantity
from pipeline.model import Dataset, Finding, Quantity, Table
from pipeline.quantities import compared, figures, gap

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


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each line's results; where a table's results are targets copied over, that is told by its own rule."""
    copied = copied_lines(data)
    for table in data.of("medium_term"):
        for other in data.of("performance"):
            for pair in pairs(data, table, other):
                own, its = quantity(data, table, pair.one, "result"), quantity(data, other, pair.other, "result")
                if own is not None and its is not None and pair.line.key not in copied:
                    yield from _compared((table, other), pair, own, its)


def _compared(tables: tuple[Table, Table], pair: Pair, own: Quantity, its: Quantity) -> Iterator[Finding | None]:
    verdict = compared(own, its)
    if verdict == "same":
        yield None
    if verdict != "other_value":
        return
    stated, computed = figures(own, its)
    yield Finding(
        "results_agree",
        "error",
        (tables[0].cell(pair.one.row, "result"), tables[1].cell(pair.other.row, "result")),
        {"name": pair.line.name, "written": own.text, "other": its.text, "remark": gap(stated, computed)},
        stated,
        computed,
        subject=pair.line.key,
    )
