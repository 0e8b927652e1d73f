"""A table's results are not another table's targets copied over."""

from collections.abc import Iterator

from pipeline.copied_targets import Telling, telling
from pipeline.kinds import kinds
from pipeline.model import MOST_CELLS, Dataset, Finding
from pipeline.ranges import block

TITLE = "Realisasi bukan salinan target"
LAW = "PermenPANRB 53/2014 Lampiran II (pengukuran dan evaluasi capaian kinerja)"
SEVERITY = "error"
NEEDS = ("performance", "medium_term")
MESSAGE = (
    "{table}: realisasi di {count} baris sama persis dengan target di {source}, padahal realisasinya di sana lain; "
    "misalnya {name}: target {stated}, realisasi {computed}."
)
ACTION = "Ganti dengan realisasi yang sebenarnya."
EXPLAIN = """\
Bila setiap baris yang target dan realisasinya berbeda (paling sedikit dua baris) memuat angka target di kolom realisasi
tabel lain, kolom itu hampir pasti disalin dari kolom yang salah.

Contoh: target 10 sekolah dan realisasi 14 sekolah di tabel realisasi kinerja, tetapi tabel jangka menengah menulis
realisasi 10 sekolah, dan demikian pula baris lainnya.

Yang perlu dilakukan: salin ulang kolom realisasi dari tabel realisasi kinerja, lalu hitung kembali capaiannya."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Report each table whose results are the targets of another wherever that one missed or passed them."""
    for found in telling(data):
        yield _finding(found) if found.copied else None


def _finding(found: Telling) -> Finding:
    rows = [pair.one.row for pair in found.pairs]
    others = [pair.other.row for pair in found.pairs]
    sources = [cell for column in ("target", "result") for cell in block(found.source, others, column)]
    first = found.pairs[0]
    return Finding(
        "target_is_not_result",
        "error",
        (*block(found.table, rows, "result"), *sources)[:MOST_CELLS],
        {
            "table": kinds()[found.table.kind].title,
            "source": kinds()[found.source.kind].title,
            "count": len(found.pairs),
            "name": first.line.name,
        },
        first.one.values["result"].text,
        first.other.values["result"].text,
        places=tuple(found.table.cell(row, "result") for row in rows),
        subject=f"{found.table.kind}|{found.source.kind}",
    )
