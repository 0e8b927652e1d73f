"""Every line of the realization is a budget line."""

from collections.abc import Iterator

from pipeline.model import LINE_LEVELS, Dataset, Finding, Line, Table, Wording
from pipeline.ratios import rupiah
from pipeline.spelling import same_name

TITLE = "Setiap baris realisasi ada anggarannya"
LAW = "UU 1/2004 Pasal 3 ayat (3); PP 58/2005, sejak 2019 PP 12/2019"
SEVERITY = "error"
NEEDS = ("realization", ("dppa", "dpa"))
MESSAGE = "{name} (realisasi {stated}) tidak ada dalam anggaran.{remark}"
ACTION = "Periksa programnya, atau tetapkan namanya di buku kerja Padanan."
EXPLAIN = """\
Setiap baris laporan realisasi harus merupakan program atau kegiatan yang dianggarkan.

Contoh: laporan realisasi memuat Penyediaan jasa kebersihan, tetapi anggaran tidak memilikinya.

Yang perlu dilakukan: periksa apakah kegiatan itu tertulis di bawah program yang salah, atau namanya lain; bila hanya
namanya lain, isi buku kerja Padanan: nama seperti tertulis dan nama (atau kode) di anggaran."""


def check(data: Dataset) -> Iterator[Finding]:
    """Report rows that mean no budget line; what stands below such a row is not told again."""
    nearest = {pairing.cell: pairing.nearest for pairing in data.pairings}
    for table in data.of("realization"):
        strangers: set[int] = set()
        for line in table.lines:
            if line.level not in LINE_LEVELS or line.key or not line.name:
                continue
            strangers.add(line.row)
            if line.parent in strangers or _repeats(table, line):
                continue
            cell = table.cell(line.row, "name")
            near = nearest.get(cell)
            yield Finding(
                "reported_lines_are_budgeted",
                "error",
                (cell,),
                {"name": line.name, "remark": Wording("remark.nearest", {"name": near}) if near else ""},
                rupiah(line.values.get("realization")),
                subject=same_name(line.name),
            )


def _repeats(table: Table, line: Line) -> bool:
    """Whether a row is the second one of a line: that is another rule's finding."""
    return any(
        other.key and other.parent == line.parent and same_name(other.name or "") == same_name(line.name or "")
        for other in table.lines
    )
