"""The DPPA's "before" is the amount of the DPA."""

from collections.abc import Iterator

from pipeline.differing import deepest, figures
from pipeline.model import Dataset, Figure, Finding, Wording
from pipeline.ratios import rupiah

TITLE = "Kolom sebelum perubahan pada DPPA sama dengan DPA"
LAW = "Permendagri 13/2006 (perubahan APBD; formulir DPPA-SKPD 2.2)"
SEVERITY = "error"
NEEDS = ("dpa", "dppa")
MESSAGE = "{name}: sebelum perubahan {before} di DPPA, {budget} di DPA{gap}."
ACTION = "Cocokkan kedua dokumen, lalu perbaiki kolom Sebelum Perubahan."
EXPLAIN = """\
Perubahan anggaran berangkat dari anggaran murni. Kolom Sebelum Perubahan pada DPPA harus sama dengan Jumlah pada
DPA untuk setiap program dan kegiatan.

Contoh: DPA 740.000.000, kolom Sebelum Perubahan 704.000.000.

Yang perlu dilakukan: cocokkan kedua dokumen. Bila sudah ada pergeseran di antaranya, masukkan juga dokumen pergeseran
itu; bila tidak, perbaiki kolom Sebelum Perubahan."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare line by line; a parent that differs by just what its children do is not told again."""
    before, budget = figures(data, "dppa", "before"), figures(data, "dpa", "budget")
    differing = deepest(data, before, budget)
    yield from [None] * len({*before, *budget} - {line.key for line in differing})
    for line in differing:
        stated, computed = before.get(line.key), budget.get(line.key)
        cells = [figure.cells for figure in (stated, computed) if figure]
        both = len(cells) == 2
        yield Finding(
            "revision_starts_from_budget",
            "error",
            tuple(cell for group in cells for cell in group),
            {"name": line.name, "key": line.key, **_told(stated, computed)},
            rupiah(stated.value) if stated else None,
            rupiah(computed.value) if computed else None,
            terms=dict(zip((cell for group in cells for cell in group), (1, -1), strict=True)) if both else {},
            subject=line.key,
        )


def _told(before: Figure | None, budget: Figure | None) -> dict[str, Wording | str]:
    """Return how the two sides are said, of which one may not be there at all."""
    said: dict[str, Wording | str] = {"gap": ""}
    for name, figure in (("before", before), ("budget", budget)):
        amount = {"amount": rupiah(figure.value)} if figure else {}
        said[name] = Wording("remark.stated" if figure else "remark.not_stated", amount)
    if before and budget and before.value is not None and budget.value is not None:
        said["gap"] = Wording("remark.gap", {"amount": rupiah(before.value - budget.value)})
    return said
