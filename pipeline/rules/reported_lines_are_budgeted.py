"""Every line of the realization is a budget line."""

from collections.abc import Iterator

from pipeline.model import LINE_LEVELS, MOST_CELLS, NO_FIGURE, Cell, Dataset, Finding, Line, Table, Wording
from pipeline.payments import paid
from pipeline.ranges import block
from pipeline.ratios import rupiah
from pipeline.repeats import repeated
from pipeline.spelling import same_name

TITLE = "Setiap baris realisasi ada anggarannya"
LAW = "UU 1/2004 Pasal 3 ayat (3); PP 58/2005, sejak 2019 PP 12/2019"
SEVERITY = "error"
NEEDS = (("realization", "register"), ("dppa", "dpa"))
MESSAGE = "{name} (realisasi {stated}) tidak ada dalam anggaran.{remark}"
ACTION = "Periksa programnya, atau tetapkan namanya di buku kerja Padanan."
EXPLAIN = """\
Setiap baris laporan realisasi harus merupakan program atau kegiatan yang dianggarkan.

Contoh: laporan realisasi memuat Penyediaan jasa kebersihan, tetapi anggaran tidak memilikinya.

Yang perlu dilakukan: periksa apakah kegiatan itu tertulis di bawah program yang salah, atau namanya lain; bila hanya
namanya lain, isi buku kerja Padanan: nama seperti tertulis dan nama (atau kode) di anggaran."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Report rows that mean no line of the latest budget; what stands below such a row is not told again."""
    nearest = {pairing.cell: pairing.nearest for pairing in data.pairings}
    dropped = {line.key for line in data.budget if line.budget == NO_FIGURE}
    if not data.of("realization"):
        yield from _payments(data)
    for table in data.of("realization"):
        again = repeated(table)
        strangers: set[int] = set()
        for line in table.lines:
            known = line.key is not None and line.key not in dropped
            if line.level not in LINE_LEVELS or line.row in again or not line.name:
                continue
            if known:
                yield None
                continue
            strangers.add(line.row)
            if line.parent not in strangers:
                yield _finding(data, table, line, nearest.get(table.cell(line.row, "name")))


def _payments(data: Dataset) -> Iterator[Finding | None]:
    """Report kegiatan that a register pays for and no budget has, where it pays for some that the budget has."""
    for table in data.of("register"):
        strangers: dict[tuple[str, str], list[Line]] = {}
        for line in table.lines:
            named = (line.values.get("code") or "", line.values.get("name") or "")
            if line.key:
                yield None
            elif any(named):
                strangers.setdefault(named, []).append(line)
        if not any(line.key for line in table.lines):
            continue
        for (code, name), lines in strangers.items():
            column = "name" if name and "name" in table.columns else "code"
            yield Finding(
                "reported_lines_are_budgeted",
                "error",
                block(table, (line.row for line in lines), column)[:MOST_CELLS],
                {"name": name or code, "remark": ""},
                rupiah(sum(paid(line) or 0 for line in lines)),
                subject=f"register|{code}|{same_name(name)}",
            )


def _finding(data: Dataset, table: Table, line: Line, near: str | None) -> Finding:
    remark: Wording | str = Wording("remark.nearest", {"name": near}) if near else ""
    empty = _empty(data, line.key) if line.key else ()
    if line.key:
        remark = Wording("remark.without_amount" if empty else "remark.dropped")
    return Finding(
        "reported_lines_are_budgeted",
        "error",
        (table.cell(line.row, "name"), *empty),
        {"name": line.name, "key": line.key, "remark": remark},
        rupiah(line.values.get("realization")),
        subject=same_name(line.name or ""),
    )


def _empty(data: Dataset, key: str) -> tuple[Cell, ...]:
    """Return the cell of the latest budget that has the line, but no amount for it."""
    return tuple(
        table.cell(line.row, "after")
        for table in data.of("dppa")
        for line in table.lines
        if line.key == key and "after" in table.columns and line.values.get("after") is None
    )
