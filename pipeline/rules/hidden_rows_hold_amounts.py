"""Hidden or filtered rows, columns and sheets hold no amounts that differ from what is visible."""

from collections.abc import Iterator

from pipeline.kinds import kinds
from pipeline.model import MOST_CELLS, Cell, Dataset, Finding, Table, Twin, Wording
from pipeline.ranges import block, joined
from pipeline.ratios import rupiah
from pipeline.visible import VisibleSum, sums

TITLE = "Yang tersembunyi tidak berbeda dengan yang terlihat"
LAW = "Aturan program ini: angka yang dijumlahkan harus dapat dilihat"
SEVERITY = "warning"
NEEDS = ()
MESSAGE = "{name}: {told}.{several}"
ACTION = "Tampilkan yang tersembunyi, lalu hapus yang tidak berlaku."
EXPLAIN = """\
Baris, kolom, atau lembar yang tersembunyi (atau tersaring) ikut dibaca. Bila isinya mengubah jumlah yang terlihat,
atau berbeda dengan kolom atau lembar sejenis yang terlihat, orang yang membuka buku kerja itu melihat angka lain
daripada yang dihitung.

Contoh: Jumlah tertulis 108.000.000, baris yang terlihat berjumlah 66.000.000, karena satu kegiatan tersembunyi.

Yang perlu dilakukan: tampilkan baris, kolom, atau lembar itu (di Excel: Unhide, atau hapus saringannya). Hapus yang
tidak berlaku lagi, biarkan terlihat yang berlaku."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Examine tables with hidden rows, hidden columns that stand there twice, and hidden sheets."""
    for table in data.tables:
        stated = [item for item in sums(table, data.unknown) if item.seen] if table.hidden.rows else []
        differing = [item for item in stated if item.agrees(item.parts) != item.agrees(item.seen)]
        if stated:
            yield _rows(differing) if differing else None
        for twin in table.hidden.twins:
            yield from _column(data, table, twin)
    yield from _sheets(data)


def _rows(differing: list[VisibleSum]) -> Finding:
    """Tell the largest stated sum, and the hidden rows of all."""
    first = max(differing, key=lambda item: (item.whole.level == "total", item.stated, item.column))
    table, column = first.table, first.column
    hidden = {
        part.row: part
        for item in differing
        for part in item.parts
        if part.row in table.hidden.rows and part.values[item.column]
    }
    added = first.agrees(first.parts)
    stated, computed = rupiah(first.stated), rupiah(first.amount(first.seen if added else first.parts))
    facts = {"stated": stated, "computed": computed, "count": len(hidden)}
    columns = dict.fromkeys(item.column for item in (first, *differing))
    return Finding(
        "hidden_rows_hold_amounts",
        "warning",
        (
            table.cell(first.whole.row, column),
            *(cell for name in columns for cell in block(table, hidden, name)),
        )[:MOST_CELLS],
        {
            "name": first.whole.name or f"{kinds()[table.kind].title}, {kinds()[table.kind].fields[column].headers[0]}",
            "told": Wording("remark.hidden_added" if added else "remark.hidden_left_out", facts),
            "several": Wording("remark.sums_more", {"count": len(differing) - 1}) if len(differing) > 1 else "",
        },
        stated,
        computed,
        subject=f"{table.kind}{table.edition}{table.stage}|rows",
    )


def _column(data: Dataset, table: Table, twin: Twin) -> Iterator[Finding | None]:
    """Compare a column with the one of the same header, row by row; of the two one is hidden."""
    lines = {line.row: line for line in table.every}
    doubtful = {row for row in lines if table.cell(row, twin.column) in data.unknown}
    read = {row: line.values.get(twin.column) for row, line in lines.items() if row not in doubtful}
    pairs = {row: (read[row], amount) for row, amount in twin.amounts.items() if read.get(row) is not None}
    hidden, visible = (1, 0) if twin.hidden else (0, 1)
    differing = [row for row, pair in pairs.items() if pair[hidden] and pair[hidden] != pair[visible]]
    if not differing:
        yield from [None] * bool(pairs)
        return
    first = max(differing, key=lambda row: (lines[row].level != "total", pairs[row][hidden], lines[row].name or ""))
    other = table.replaced(columns={twin.column: twin.letters})
    unseen, seen = (other, table) if twin.hidden else (table, other)
    further = [row for row in differing if row != first]
    stated, computed = rupiah(pairs[first][hidden]), rupiah(pairs[first][visible])
    facts = {"column": kinds()[table.kind].fields[twin.column].headers[0], "stated": stated, "computed": computed}
    yield Finding(
        "hidden_rows_hold_amounts",
        "warning",
        (
            unseen.cell(first, twin.column),
            *block(unseen, further, twin.column),
            *block(seen, differing, twin.column),
        )[:MOST_CELLS],
        {
            "name": lines[first].name or Wording("remark.total"),
            "told": Wording("remark.hidden_column", facts),
            "several": Wording("remark.lines_more", {"count": len(further)}) if further else "",
        },
        stated,
        computed,
        subject=f"{table.kind}{table.edition}{table.stage}|{twin.column}|column",
    )


def _sheets(data: Dataset) -> Iterator[Finding | None]:
    """Tell of two documents that disagree that one of them is hidden; two that agree hide nothing."""
    every = [*data.tables, *(table for table, reason in data.aside if reason != "other_year")]
    hidden = {(table.file, table.sheet) for table in every if table.hidden.sheet}
    for finding in data.findings:
        if finding.rule != "documents_agree" or not hidden:
            continue
        unseen = [cell for cell in finding.cells if (cell.file, cell.sheet) in hidden]
        seen = [cell for cell in finding.cells if cell not in unseen]
        if not unseen or not seen:
            continue
        stated, computed = finding.stated, finding.computed
        if finding.cells[0] not in unseen:
            stated, computed = computed, stated
        facts = {"sheet": unseen[0].sheet, "stated": stated, "visible": seen[0].sheet, "computed": computed}
        count = finding.facts["count"]
        yield Finding(
            "hidden_rows_hold_amounts",
            "warning",
            (unseen[0], *joined(unseen[1:]), *joined(seen))[:MOST_CELLS],
            {
                "name": finding.facts["name"],
                "told": Wording("remark.hidden_sheet", facts),
                "several": Wording("remark.lines_more", {"count": count - 1}) if count > 1 else "",
            },
            stated,
            computed,
            subject=f"{_kind(every, unseen[0])}|sheet",
        )


def _kind(tables: list[Table], cell: Cell) -> str:
    return next(
        f"{table.kind}{table.edition}{table.stage}"
        for table in tables
        if (table.file, table.sheet) == (cell.file, cell.sheet)
    )
