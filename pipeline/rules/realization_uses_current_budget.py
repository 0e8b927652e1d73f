"""The budget column of a realization is the latest budget."""

from collections.abc import Iterator

from pipeline.differing import deepest, figures
from pipeline.model import BudgetLine, Dataset, Figure, Finding
from pipeline.ratios import rupiah

TITLE = "Laporan realisasi memakai anggaran terakhir"
LAW = "PP 71/2010 PSAP 02 (realisasi dibandingkan dengan anggaran setelah perubahan)"
SEVERITY = "error"
NEEDS = ("realization", ("dppa", "dpa"))
MESSAGE = "{name}: anggaran di laporan realisasi {stated}, di {document} {computed} (selisih {difference}).{remark}"
EXPLAIN = """\
Kolom anggaran pada laporan realisasi harus sama dengan anggaran terakhir: DPPA, atau DPA bila tidak ada
perubahan. Persentase dan sisa anggaran bergantung padanya.

Contoh: laporan realisasi memakai 830.000.000 (anggaran murni), DPPA 919.245.000.

Yang perlu dilakukan: pakai kolom Setelah Perubahan dari DPPA. Bila hanya ada DPA di map ini, barangkali DPPA belum
dimasukkan; temuan ini lalu hanya peringatan."""


def check(data: Dataset) -> Iterator[Finding]:
    """Compare line by line; where all lines that differ show the initial budget, that is one finding."""
    own = figures(data, "realization", "budget")
    latest = {line.key: line.budget for line in data.budget if line.budget.value is not None}
    differing = [line for line in deepest(data, own, latest) if line.key in own and line.key in latest]
    stale = [line for line in differing if data.of("dppa") and own[line.key].value == line.initial.value]
    if len(stale) > 1:
        yield _finding(data, stale, own, latest)
        differing = [line for line in differing if line not in stale]
    for line in differing:
        yield _finding(data, [line], own, latest)


def _finding(data: Dataset, lines: list[BudgetLine], own: dict[str, Figure], latest: dict[str, Figure]) -> Finding:
    revised = bool(data.of("dppa"))
    remark = "" if revised else " Barangkali DPPA belum dimasukkan."
    if len(lines) > 1:
        remark = f" {len(lines)} baris memakai anggaran sebelum perubahan."
    first = lines[0]
    return Finding(
        "realization_uses_current_budget",
        "error" if revised else "warning",
        tuple(cell for line in lines for figure in (own, latest) for cell in figure[line.key].cells),
        {"name": first.name, "document": "DPPA" if revised else "DPA", "remark": remark},
        rupiah(own[first.key].value),
        rupiah(latest[first.key].value),
        subject="stale" if len(lines) > 1 else first.key,
    )
