"""The budget column of a realization is the latest budget."""

from collections.abc import Iterator

from pipeline.differing import deepest, figures
from pipeline.model import MOST_CELLS, NO_FIGURE, BudgetLine, Dataset, Figure, Finding, Wording
from pipeline.ratios import rupiah

TITLE = "Laporan realisasi memakai anggaran terakhir"
LAW = "PP 71/2010 PSAP 02 (realisasi dibandingkan dengan anggaran setelah perubahan)"
SEVERITY = "error"
NEEDS = ("realization", ("dppa", "dpa"))
MESSAGE = (
    "{name}: anggaran di laporan realisasi {stated}, di {document} {computed} (selisih {difference}).{several}{remark}"
)
ACTION = "Pakai anggaran terakhir dalam laporan realisasi."
EXPLAIN = """\
Kolom anggaran pada laporan realisasi harus sama dengan anggaran terakhir: DPPA, atau DPA bila tidak ada
perubahan. Persentase dan sisa anggaran bergantung padanya.

Contoh: laporan realisasi memakai 740.000.000 (anggaran murni), DPPA 815.500.000.

Yang perlu dilakukan: pakai kolom Setelah Perubahan dari DPPA. Bila hanya ada DPA di map ini, barangkali DPPA belum
dimasukkan; temuan ini lalu hanya peringatan."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare line by line; lines that differ for one reason (an outdated budget, a missing DPPA) are one finding."""
    if not data.of("dppa") and any(table.kind == "dppa" for table, _ in data.aside):
        return  # there is a revision, which could not be used: nobody knows the latest budget
    own = figures(data, "realization", "budget")
    latest = {line.key: line.budget for line in data.budget if line.budget != NO_FIGURE}
    differing = [line for line in deepest(data, own, latest) if line.key in own and line.key in latest]
    yield from [None] * (len(own.keys() & latest.keys()) - len(differing))
    if not data.of("dppa"):
        together = differing
    else:
        together = [line for line in differing if own[line.key].value == line.initial.value]
    if together:
        yield _finding(data, together, own, latest)
    for line in differing:
        if line not in together:
            yield _finding(data, [line], own, latest)


def _finding(data: Dataset, lines: list[BudgetLine], own: dict[str, Figure], latest: dict[str, Figure]) -> Finding:
    revised = bool(data.of("dppa"))
    several = Wording("remark.lines_more", {"count": len(lines) - 1}) if len(lines) > 1 else ""
    remark = "" if revised else Wording("remark.revision_missing")
    first = lines[0]
    cells = tuple(cell for line in lines for figure in (own, latest) for cell in figure[line.key].cells)
    return Finding(
        "realization_uses_current_budget",
        "error" if revised else "warning",
        cells[:MOST_CELLS],
        {"name": first.name, "document": "DPPA" if revised else "DPA", "several": several, "remark": remark},
        rupiah(own[first.key].value),
        rupiah(latest[first.key].value),
        terms=dict(zip(cells, (1, -1), strict=True)) if len(cells) == 2 else {},
        subject="several" if len(lines) > 1 else first.key,
    )
