"""No amount is off by a factor of 1.000 or 1.000.000, with which it would agree exactly with what stands elsewhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from pipeline.equations import Amount, amounts, statements
from pipeline.kinds import kinds
from pipeline.model import MOST_CELLS, Cell, Dataset, Finding, Wording
from pipeline.ranges import across, block, number
from pipeline.ratios import rupiah
from pipeline.scales import Suspect, suspects

TITLE = "Tidak ada angka yang kelebihan atau kekurangan tiga atau enam nol"
LAW = "PP 71/2010 (laporan keuangan disajikan dalam rupiah)"
SEVERITY = "warning"
NEEDS = (("dpa", "dppa", "realization", "plan", "agreement"),)
MESSAGE = (
    "{name}: tertulis {stated}, barangkali {direction} {factor} kali; dengan {computed} angkanya cocok dengan "
    "{against}.{several}"
)
ACTION = "Periksa jumlah nolnya di dokumen asli; tulis semua angka dalam rupiah penuh."
EXPLAIN = """\
Ada angka yang bila dikalikan atau dibagi 1.000 (atau 1.000.000) menjadi sama persis dengan jumlahnya, atau dengan
angka baris yang sama di dokumen lain. Barangkali angka itu diketik dalam ribuan atau jutaan, atau nolnya berlebih.

Contoh: kegiatan tertulis 60.000 di DPA, tetapi 60.000.000 di kolom sebelum perubahan DPPA.

Yang perlu dilakukan: periksa jumlah nolnya pada dokumen asli. Bila seluruh tabel memakai ribuan atau jutaan, tulis
angkanya dalam rupiah penuh, atau sebut satuannya di judul tabel."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Examine each amount that some other one can confirm; amounts that are off together are one finding."""
    known = amounts(data)
    stated = list(statements(data))
    found = suspects(known, stated)
    compared = {cell for statement in stated for terms in statement.ways for cell in terms if known[cell].value}
    yield from [None] * len(compared - {cell for suspect in found for cell in suspect.guess.cells})
    yield from (_finding(known, suspect) for suspect in found)


def _finding(known: Mapping[Cell, Amount], suspect: Suspect) -> Finding:
    guess = suspect.guess
    told = [known[cell] for terms in suspect.mended for cell in terms if cell in guess.cells and known[cell].value]
    first = min(told, key=lambda amount: (-abs(amount.value), amount.identity))
    off = [known[cell] for cell in guess.cells if known[cell].value and cell != first.cell]
    against = {cell: known[cell] for terms in suspect.mended for cell in terms if cell not in guess.cells}
    others = {kinds()[amount.table.kind].title for amount in against.values() if amount.table is not first.table}
    whole = guess.scope in ("table", "column")
    return Finding(
        "amount_in_scale",
        "warning",
        (first.cell, *_blocks(off), *_blocks(against.values()))[:MOST_CELLS],
        {
            "name": kinds()[first.table.kind].title if whole else first.line.name or Wording("remark.total"),
            "direction": Wording("remark.too_small" if guess.up else "remark.too_large"),
            "factor": Decimal(guess.factor),
            "against": "; ".join(sorted(others)) or Wording("remark.own_sums"),
            "several": Wording("remark.amounts_more", {"count": len(off)}) if off else "",
        },
        rupiah(first.value),
        rupiah(guess.corrected(first.value)),
        wanted=_wanted(known, guess.cells, guess.corrected),
        subject=f"{guess.scope}|{first.identity}",
    )


def _wanted(
    known: Mapping[Cell, Amount], cells: Iterable[Cell], corrected: Callable[[int], int]
) -> dict[Cell, Decimal]:
    found = {cell: rupiah(corrected(known[cell].value)) for cell in cells if known[cell].value}
    return {cell: amount for cell, amount in found.items() if amount is not None}


def _blocks(amounts: Iterable[Amount]) -> Iterator[Cell]:
    """Return the cells of some amounts in sheet order: those of one row side by side, others column by column."""
    sheets: dict[tuple[str, str, int], list[Amount]] = {}
    for amount in amounts:
        sheets.setdefault((amount.table.file, amount.table.sheet, amount.table.header_row), []).append(amount)
    for _, group in sorted(sheets.items()):
        table, rows = group[0].table, {amount.line.row for amount in group}
        if len(rows) == 1:
            yield from across(table, rows.pop(), (amount.column for amount in group))
            continue
        columns: dict[str, list[int]] = {}
        for amount in group:
            columns.setdefault(amount.column, []).append(amount.line.row)
        for column in sorted(columns, key=lambda name: number(table.columns[name])):
            yield from block(table, columns[column], column)
