"""Every budget line with money stands in the work plan, at the levels that the plan carries."""

from collections.abc import Iterator

from pipeline.model import BudgetLine, Dataset, Finding, Level, Table, Wording
from pipeline.ratios import rupiah

TITLE = "Setiap baris anggaran ada dalam rencana kerja"
LAW = "UU 17/2003 Pasal 19; Permendagri 54/2010, sejak 2017 Permendagri 86/2017 (anggaran berdasar Renja)"
SEVERITY = "note"
NEEDS = ("plan", ("dppa", "dpa", "realization"))
MESSAGE = "{name} (anggaran {computed}) tidak ada dalam rencana kerja.{remark}"
ACTION = "Jelaskan perubahannya di laporan, atau tetapkan namanya di buku kerja Padanan."
EXPLAIN = """\
Anggaran disusun dari rencana kerja. Baris yang dianggarkan tetapi tidak direncanakan barangkali baru masuk sesudah
Renja, atau namanya ditulis lain.

Contoh: DPPA memuat Layanan perpustakaan keliling 40.000.000, tetapi Renja tidak memilikinya.

Yang perlu dilakukan: bila kegiatan itu memang baru, jelaskan di laporan. Bila hanya namanya lain, isi buku kerja
Padanan: nama seperti tertulis di Renja dan nama (atau kode) di anggaran."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Look at the lines that the latest budget gives money; what stands below a missing line is not told again."""
    tables = data.of("plan")
    rows = [line for table in tables for line in table.lines]
    levels = {line.level for line in rows}
    planned = {line.key for line in rows if line.key}
    strangers = _strangers(tables)
    absent: set[str] = set()
    for line in data.budget:
        if line.level not in levels or not line.budget.value:
            continue
        if line.key in planned:
            yield None
            continue
        absent.add(line.key)
        if line.parent not in absent:
            yield _finding(line, sorted(strangers.get((line.parent, line.level), ())))


def _strangers(tables: list[Table]) -> dict[tuple[str | None, Level], list[str]]:
    """Return the names of the plan that mean nothing in the budget, by the budget line above them and their level."""
    found: dict[tuple[str | None, Level], list[str]] = {}
    for table in tables:
        for row in table.lines:
            above = table.by_row.get(row.parent) if row.parent else None
            if row.key is None and row.name and (above is None or above.key):
                found.setdefault((above.key if above else None, row.level), []).append(row.name)
    return found


def _finding(line: BudgetLine, strangers: list[str]) -> Finding:
    remark = Wording("remark.strangers", {"names": "; ".join(strangers[:3])}) if strangers else ""
    return Finding(
        "budget_is_planned",
        "note",
        (line.cell,),
        {"name": line.name, "key": line.key, "remark": remark},
        None,
        rupiah(line.budget.value),
        subject=line.key,
    )
