"""Every line of the work plan is a budget line."""

from collections.abc import Iterator

from pipeline.model import LINE_LEVELS, Dataset, Finding, Line, Table, Wording
from pipeline.ratios import rupiah
from pipeline.repeats import repeated
from pipeline.spelling import same_name

TITLE = "Setiap baris rencana kerja ada anggarannya"
LAW = "Permendagri 54/2010, sejak 2017 Permendagri 86/2017 (Renja menjadi dasar anggaran)"
SEVERITY = "note"
NEEDS = ("plan", ("dppa", "dpa", "realization"))
MESSAGE = "{name} (pagu indikatif {stated}) direncanakan, tetapi tidak ada dalam anggaran.{remark}"
ACTION = "Jelaskan perubahannya di laporan, atau tetapkan namanya di buku kerja Padanan."
EXPLAIN = """\
Rencana kerja disusun sebelum anggaran, jadi programnya boleh berubah. Baris yang direncanakan tetapi tidak
dianggarkan perlu diketahui, supaya laporan dapat menjelaskannya.

Contoh: Renja memuat Lomba mewarnai tingkat TK dengan pagu indikatif 25.000.000, tetapi DPPA tidak memilikinya.

Yang perlu dilakukan: bila kegiatan itu memang batal, jelaskan di laporan. Bila hanya namanya lain, isi buku kerja
Padanan: nama seperti tertulis dan nama (atau kode) di anggaran."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Look at rows of the levels that the budget carries; what stands below a stranger is not told again.

    Nor is what stands below a row that only repeats another: nobody has matched it.
    """
    nearest = {pairing.cell: pairing.nearest for pairing in data.pairings}
    levels = {line.level for line in data.budget}
    for table in data.of("plan"):
        told = set(repeated(table))
        for line in table.lines:
            if line.level not in LINE_LEVELS or line.level not in levels or line.row in told or not line.name:
                continue
            if line.key is not None:
                yield None
                continue
            told.add(line.row)
            if line.parent not in told:
                yield _finding(table, line, nearest.get(table.cell(line.row, "name")))


def _finding(table: Table, line: Line, near: str | None) -> Finding:
    return Finding(
        "plan_is_budgeted",
        "note",
        (table.cell(line.row, "name"),),
        {"name": line.name, "remark": Wording("remark.nearest", {"name": near}) if near else ""},
        rupiah(line.values.get("amount")),
        subject=same_name(line.name or ""),
    )
