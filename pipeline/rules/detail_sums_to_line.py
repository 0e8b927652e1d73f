"""A register's payments, refunds taken off, sum to the line's realization."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipeline.intervals import allowance, differ
from pipeline.model import MOST_CELLS, Cell, Dataset, Finding, Line, Table
from pipeline.payments import FACTORS, is_doubtful, paid, places
from pipeline.ranges import block
from pipeline.ratios import rupiah

TITLE = "Realisasi sama dengan jumlah pembayarannya di register"
LAW = "Permendagri 13/2006 (register SP2D, Buku Kas Umum); PP 71/2010 PSAP 02"
SEVERITY = "error"
NEEDS = ("register", "realization", ("dppa", "dpa"))
MESSAGE = (
    "{name}: realisasi tertulis {stated}, {count} pembayarannya di register berjumlah {computed} "
    "(selisih {difference})."
)
ACTION = "Cocokkan pembayaran kegiatan itu satu per satu dengan register."
EXPLAIN = """\
Realisasi sebuah kegiatan harus sama dengan jumlah pembayarannya (SP2D atau bukti kas), pengembalian dikurangkan.
Register yang hanya memuat sebagian pembayaran (misalnya hanya LS) tidak dibandingkan, begitu pula laporan yang berakhir
sebelum registernya.

Contoh: laporan realisasi menyebut 75.000.000, ketiga SP2D kegiatan itu berjumlah 73.500.000.

Yang perlu dilakukan: cari SP2D yang belum tercatat, tercatat dua kali, atau tercatat pada kegiatan lain."""

LEAST = 3
"""Lines that agree, from which a register counts as complete, so that a line without any payment is wrong."""

Payments = Mapping[str, list[tuple[Table, Line]]]


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each line that has payments; a line without any only where the register is plainly complete."""
    made: dict[str, list[tuple[Table, Line]]] = {}
    for table in data.of("register"):
        for line in table.lines:
            if line.key and places(table, line, data.unknown):
                made.setdefault(line.key, []).append((table, line))
    gathered = _with_those_below(data, made)
    items = [item for table in data.of("realization") for item in _lines(data, table, gathered)]
    gaps = [item.difference for item in items if item and item.difference is not None]
    if 2 * len(gaps) > len(items) and _other_period(gaps):
        return
    unnamed = _unnamed(data)
    for item in items:
        gap = item.difference if item else None
        if gap is None or not 0 < gap <= unnamed:  # else payments under a name that means no line may be the rest
            yield item
    if len(items) - len(gaps) >= LEAST and not gaps and not unnamed:
        yield from _unpaid(data, made)


def _other_period(gaps: Sequence[Decimal]) -> bool:
    """Tell whether a register holds only a part of the payments, or the report ends before the register does.

    More payments than were spent must show in several lines, since a single one is rather a mistake.
    """
    return all(gap > 0 for gap in gaps) or (len(gaps) > 1 and all(gap < 0 for gap in gaps))


def _unnamed(data: Dataset) -> Decimal:
    """Return what was paid (rupiah) under names that mean no budget line for certain."""
    rows = [line for table in data.of("register") for line in table.lines if line.name and not line.key]
    return rupiah(sum(max(paid(line) or 0, 0) for line in rows)) or Decimal(0)


def _with_those_below(data: Dataset, payments: Payments) -> Payments:
    """Return the payments of each line that has its own, with those of the lines below it.

    A payment for a kegiatan may belong to any of its sub kegiatan, so that these cannot be compared.
    """
    gathered: dict[str, list[tuple[Table, Line]]] = {}
    lineage = _lineage(data)
    for key, rows in payments.items():
        highest = next((above for above in reversed(lineage.get(key, [])) if above in payments), key)
        gathered.setdefault(highest, []).extend(rows)
    return gathered


def _lineage(data: Dataset) -> dict[str, list[str]]:
    """Return the keys of what stands above each budget line, the nearest first."""
    parents = {line.key: line.parent for line in data.budget}
    found = {}
    for key in parents:
        above, found[key] = parents[key], list[str]()
        while above is not None:
            found[key].append(above)
            above = parents.get(above)
    return found


def _lines(data: Dataset, table: Table, payments: Payments) -> Iterator[Finding | None]:
    for line in table.lines:
        stated, cell = line.values.get("realization"), table.cell(line.row, "realization")
        rows = payments.get(line.key or "", [])
        doubtful = any(is_doubtful(own, row, data.unknown) for own, row in rows)
        if not rows or stated is None or cell in data.unknown or doubtful:
            continue
        amounts = [paid(row) or 0 for _, row in rows]
        allowed = allowance(table, [stated]) + sum(allowance(own, [paid(row)]) for own, row in rows)
        yield _finding(table, line, rows, sum(amounts)) if differ(stated, sum(amounts), allowed) else None


def _unpaid(data: Dataset, payments: Payments) -> Iterator[Finding | None]:
    """Tell lines of a level that has payments, where neither they nor what stands above or below them has any."""
    lineage = _lineage(data)
    paid_for = payments.keys() | {above for key in payments for above in lineage.get(key, ())}
    levels = {line.level for line in data.budget if line.key in payments}
    for table in data.of("realization"):
        for line in table.lines:
            spent = line.key is not None and line.level in levels and line.values.get("realization")
            if spent and line.key not in paid_for and payments.keys().isdisjoint(lineage.get(line.key or "", ())):
                yield _finding(table, line, [], 0)


def _finding(table: Table, line: Line, rows: list[tuple[Table, Line]], computed: int) -> Finding:
    own = list({id(register): register for register, _ in rows}.values())
    blocks: list[Cell] = []
    for register in own:
        for column in FACTORS:
            stated = [row.row for other, row in rows if other is register and row.values.get(column) is not None]
            blocks.extend(block(register, stated, column) if stated else ())
    cell = table.cell(line.row, "realization")
    parts = {place: factor for register, row in rows for place, factor in places(register, row, frozenset()).items()}
    return Finding(
        "detail_sums_to_line",
        "error",
        (cell, *blocks)[:MOST_CELLS],
        {"name": line.name, "key": line.key, "count": len(rows)},
        rupiah(line.values["realization"]),
        rupiah(computed),
        terms={cell: 1, **{place: -factor for place, factor in parts.items()}} if len(parts) < MOST_CELLS else {},
        subject=line.key or "",
    )
