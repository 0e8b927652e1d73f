"""Every indicator of the latest agreement has a result."""

from collections.abc import Iterator

from pipeline.indicators import Indicator, indicators, latest, matched, nearest
from pipeline.model import MOST_CELLS, Cell, Dataset, Finding, Wording
from pipeline.ranges import block

TITLE = "Setiap indikator perjanjian kinerja ada realisasinya"
LAW = "PermenPANRB 53/2014 Lampiran II (capaian setiap indikator perjanjian kinerja dilaporkan)"
SEVERITY = "warning"
NEEDS = ("agreement", "indicators")
MESSAGE = 'Indikator "{name}" (target {stated}) belum ada realisasinya.{remark}'
ACTION = "Tambahkan realisasinya, atau tetapkan namanya di buku kerja Padanan."
EXPLAIN = """\
Setiap indikator dalam perjanjian kinerja yang terakhir harus ada realisasinya: di tabel IKU, atau di tabel realisasi
kinerja bila tabel itu memuat kolom indikator.

Contoh: perjanjian kinerja menjanjikan Persentase desa yang memiliki perpustakaan 70 %, tetapi tidak ada tabel yang
menyebut realisasinya.

Yang perlu dilakukan: ukur dan tulis realisasinya di tabel IKU. Bila indikatornya sudah ada di situ dengan kata-kata
lain, isi buku kerja Padanan: nama seperti tertulis dan nama indikator yang dimaksud."""


STRANGERS = 3
"""Indicators of the IKU without an agreement that a finding names at the most, for they may be meant."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Look each indicator up in the IKU, then in the performance tables that name indicators."""
    promised = indicators(data, *latest(data))
    found: dict[str, list[Indicator]] = {own.ident: [] for own in promised}
    strangers: list[Indicator] = []
    for table in data.of("indicators", "performance"):
        reported = {other.ident: other for other in indicators(data, table)}
        pairs = matched(data, promised, list(reported.values()))
        for ident, match in pairs.items():
            found[ident] += [reported[match.ident]] if match.ident else []
        if table.kind == "indicators":
            meant = {match.ident for match in pairs.values()}
            strangers += [other for other in reported.values() if other.ident not in meant]
    for own in promised:
        cells = [cell for other in found[own.ident] for cell in _results(other)]
        if data.unknown.isdisjoint(cells):
            measured = any(line.values.get("result") is not None for other in found[own.ident] for line in other.lines)
            yield None if measured else _finding(own, cells, strangers)


def _results(own: Indicator) -> list[Cell]:
    return [own.table.cell(line.row, "result") for line in own.lines]


def _finding(own: Indicator, blanks: list[Cell], strangers: list[Indicator]) -> Finding:
    target = next((line.values["target"].text for line in own.lines if line.values.get("target")), None)
    near = [] if blanks else nearest(own, strangers)[:STRANGERS]
    remark: Wording | str = Wording("remark.result_blank") if blanks else ""
    if near:
        remark = Wording("remark.indicator_strangers", {"names": "; ".join(other.name for other in near)})
    return Finding(
        "every_indicator_is_measured",
        "warning",
        (
            *block(own.table, (line.row for line in own.lines), "indicator"),
            *blanks,
            *(cell for other in near for cell in block(other.table, (line.row for line in other.lines), "indicator")),
        )[:MOST_CELLS],
        {"name": own.name, "remark": remark},
        target,
        subject=own.ident,
    )
