"""Every budget line has a line in the realization, at the levels that the realization carries."""

from collections.abc import Iterator

from pipeline.model import BudgetLine, Dataset, Finding, Wording
from pipeline.ratios import rupiah

TITLE = "Setiap baris anggaran dilaporkan realisasinya"
LAW = "PP 71/2010 PSAP 02; PermenPANRB 53/2014 Lampiran II (realisasi anggaran)"
SEVERITY = "error"
NEEDS = ("realization", ("dppa", "dpa"))
MESSAGE = "{name} (anggaran {computed}) tidak ada dalam laporan realisasi.{remark}"
ACTION = "Tambahkan barisnya, atau tetapkan namanya di buku kerja Padanan."
EXPLAIN = """\
Setiap program dan kegiatan yang dianggarkan harus ada dalam laporan realisasi, juga bila realisasinya nol.

Contoh: kegiatan Pelatihan pengelola perpustakaan desa dianggarkan 215.400.000, tetapi tidak ada barisnya.

Yang perlu dilakukan: tambahkan barisnya, atau, bila hanya namanya ditulis lain, isi buku kerja Padanan: nama seperti
tertulis dan nama (atau kode) di anggaran."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Report budget lines without a row; what stands below a missing line is not told again."""
    rows = [line for table in data.of("realization") for line in table.lines]
    levels = {line.level for line in rows}
    reported = {line.key for line in rows if line.key}
    absent: set[str] = set()
    for line in data.budget:
        if line.level not in levels or not line.budget.value:
            continue
        if line.key in reported:
            yield None
            continue
        absent.add(line.key)
        if line.parent not in absent:
            yield _finding(line, [row.name for row in rows if row.level == line.level and row.key is None and row.name])


def _finding(line: BudgetLine, strangers: list[str]) -> Finding:
    remark = Wording("remark.strangers", {"names": "; ".join(strangers[:3])}) if strangers else ""
    return Finding(
        "budgeted_lines_are_reported",
        "error",
        (line.cell,),
        {"name": line.name, "key": line.key, "remark": remark},
        None,
        rupiah(line.budget.value),
        subject=line.key,
    )
