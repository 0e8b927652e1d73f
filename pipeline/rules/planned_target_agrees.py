"""A line's target is the same in the work plan and in the performance table."""

from collections.abc import Iterator

from pipeline.counterparts import Pair, pairs, quantity
from pipeline.matching import FLOOR, similarity
from pipeline.model import Dataset, Finding, Quantity, Table, Wording
from pipeline.quantities import compared, figures, gap
from pipeline.spelling import same_name

TITLE = "Target kinerja sama dengan target di Renja"
LAW = "PermenPANRB 53/2014 Lampiran I (perjanjian kinerja disusun dari rencana kerja); Permendagri 54/2010 dan 86/2017"
SEVERITY = "note"
NEEDS = ("plan", "performance")
MESSAGE = "{name}: target di realisasi kinerja {written}, di Renja {other}{remark}."
ACTION = "Periksa apakah targetnya memang diubah, dan jelaskan perubahannya dalam laporan."
EXPLAIN = """\
Target yang diukur pada akhir tahun biasanya target yang direncanakan dalam Renja. Bila berbeda, pembaca laporan perlu
tahu sebabnya. Singkatan satuan (12 bln = 12 bulan) tidak dihitung sebagai perbedaan.

Contoh: Renja menargetkan 15 dokumen, tabel realisasi kinerja memakai target 12 dokumen.

Yang perlu dilakukan: pastikan target mana yang berlaku (perjanjian kinerja terakhir), lalu perbaiki yang salah ketik
atau jelaskan perubahannya dalam laporan."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare the targets of each line that both have."""
    for table in data.of("performance"):
        for plan in data.of("plan"):
            for pair in pairs(data, table, plan):
                own, planned = quantity(data, table, pair.one, "target"), quantity(data, plan, pair.other, "target")
                if own is not None and planned is not None and _about_one_thing(pair):
                    yield from _compared((table, plan), pair, own, planned)


def _about_one_thing(pair: Pair) -> bool:
    """Whether the targets may be those of one indicator: not where both rows name one, and these are no variants."""
    names = [line.values.get("indicator") for line in (pair.one, pair.other)]
    if names[0] is None or names[1] is None:
        return True
    return same_name(names[0]) == same_name(names[1]) or similarity(names[0], names[1]) >= FLOOR


def _compared(tables: tuple[Table, Table], pair: Pair, own: Quantity, planned: Quantity) -> Iterator[Finding | None]:
    verdict = compared(own, planned)
    if verdict == "same":
        yield None
    if verdict not in ("other_value", "other_unit"):
        return
    stated, computed = figures(own, planned)
    remark = Wording("remark.other_unit") if verdict == "other_unit" else gap(stated, computed)
    yield Finding(
        "planned_target_agrees",
        "note",
        (tables[0].cell(pair.one.row, "target"), tables[1].cell(pair.other.row, "target")),
        {"name": pair.line.name, "written": own.text, "other": planned.text, "remark": remark},
        stated,
        computed,
        subject=pair.line.key,
    )
