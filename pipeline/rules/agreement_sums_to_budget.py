"""The amounts of an agreement sum to the budget of its stage."""

from collections.abc import Iterator, Sequence

from pipeline import stages
from pipeline.agreement_rows import equal
from pipeline.figures import topmost
from pipeline.intervals import allowance, differ, half_step
from pipeline.model import MOST_CELLS, Cause, Cell, Dataset, Figure, Finding, Line, Table, Wording
from pipeline.ranges import block
from pipeline.ratios import rupiah

TITLE = "Perjanjian kinerja berjumlah sama dengan anggaran"
LAW = "PermenPANRB 53/2014 Lampiran I (perjanjian kinerja disusun menurut dokumen pelaksanaan anggaran)"
SEVERITY = "error"
NEEDS = ("agreement", ("dpa", "dppa"))
MESSAGE = "Anggaran dalam {agreement} berjumlah {stated}, di {document} {computed} (selisih {difference})."
ACTION = "Cocokkan program dan angkanya satu per satu dengan dokumen anggaran."
EXPLAIN = """\
Jumlah anggaran dalam perjanjian kinerja harus sama dengan anggaran perangkat daerah: perjanjian awal dengan DPA,
perjanjian perubahan dengan DPPA. Anggaran program yang diulang di samping setiap indikatornya dihitung sekali.

Contoh: perjanjian kinerja berjumlah 8.275.000.000, DPA 8.230.000.000; selisih 45.000.000 adalah satu baris yang
programnya tidak ada dalam DPA.

Yang perlu dilakukan: cari baris yang tidak ada dalam anggaran, program yang belum disebut, atau angka yang berbeda."""

Row = tuple[Cell, Line]


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare the stated total with the budget, or the rows where the total is not theirs or nobody states one."""
    for table in data.of("agreement"):
        budget = stages.total(data, table.stage)
        lines = [line for line in table.topmost if line.values.get("amount") is not None]
        doubtful = not data.unknown.isdisjoint(table.cells("amount"))
        if budget.value is None or not lines or doubtful:
            continue
        rows = [(table.cell(line.row, "amount"), line) for line in _once(data, table, lines)]
        yield _compared(data, table, rows, budget.value, budget.half)


def _once(data: Dataset, table: Table, lines: Sequence[Line]) -> list[Line]:
    """Return the rows without those that repeat the whole amount of their program beside a further indicator."""
    base, seen, counted = stages.base(data, table.stage), set[str](), []
    for line in lines:
        whole = line.key in base and equal(table, [line], [base[line.key or ""]])
        if whole and line.key in seen:
            continue
        seen |= {line.key or ""} if whole else set()
        counted.append(line)
    return counted


def _compared(data: Dataset, table: Table, rows: Sequence[Row], budget: int, half: int) -> Finding | None:
    amounts = [line.values["amount"] for _, line in rows]
    every = [line.values.get("amount") for line in table.topmost]
    total = _stated(data, table)
    if total:
        stated, own = total[1].values["amount"], half_step(table, total[1].values["amount"])
        sums = (sum(amounts), sum(amount or 0 for amount in every))
        if not differ(stated, budget, own + half):
            return None
        adds_up = not all(differ(stated, added, own + allowance(table, every)) for added in sums)
        if adds_up:
            return _finding(data, table, rows, budget, total)
    if not differ(sum(amounts), budget, allowance(table, amounts) + half):
        return None  # a total that is only wrong itself is no fault of the agreement's amounts
    return _finding(data, table, rows, budget)


def _stated(data: Dataset, table: Table) -> Row | None:
    """Return the total that the agreement states, with its cell."""
    stated = [line for line in table.totals if line.values.get("amount") is not None]
    cells = [(table.cell(line.row, "amount"), line) for line in stated]
    return next((row for row in cells if row[0] not in data.unknown), None)


def _finding(data: Dataset, table: Table, rows: Sequence[Row], budget: int, total: Row | None = None) -> Finding:
    base = stages.base(data, table.stage)
    tops = [base[line.key] for line in topmost(data.budget) if line.key in base]
    stated = total[1].values["amount"] if total else sum(line.values["amount"] for _, line in rows)
    document = stages.total_cell(data, table.stage, budget)
    amounts = block(table, (line.row for line in table.topmost), "amount")
    left = [total[0]] if total else [cell for cell, _ in rows]
    return Finding(
        "agreement_sums_to_budget",
        "error",
        (*([total[0]] if total else []), *amounts, *([document] if document else stages.blocks(data, tops)))[
            :MOST_CELLS
        ],
        {"agreement": stages.agreement(table.stage), "document": stages.document(data, table.stage)},
        rupiah(stated),
        rupiah(budget),
        _surplus(rows, stated - budget) or _missing(data, table, budget - stated),
        terms=dict.fromkeys(left, 1) | dict.fromkeys((cell for figure in tops for cell in figure.cells), -1),
        subject=table.stage,
    )


def _surplus(rows: Sequence[Row], gap: int) -> tuple[Cause, ...]:
    """Return the rows that are just what is too much: of a program that no budget has, else what may count twice."""
    fitting = [(cell, line) for cell, line in rows if line.values["amount"] == gap]
    strange = [cell for cell, line in fitting if line.key is None]
    kind = "child_equals_difference" if strange else "doubled_child"
    cells = strange or [cell for cell, _ in fitting]
    facts = {"amount": rupiah(gap), "guess": Wording("remark.should_not_count")}
    return tuple(Cause(kind, (cell,), facts) for cell in cells)[:3]


def _missing(data: Dataset, table: Table, gap: int) -> tuple[Cause, ...]:
    """Return the programs of the budget that the agreement does not name, where they are together what is missing."""
    named = {line.key for line in table.lines}
    base = stages.base(data, table.stage)
    absent = [line for line in topmost(data.budget) if line.key in base and line.key not in named]
    one = [line for line in absent if base[line.key].value == gap]
    chosen = one or (absent if sum(_value(base[line.key]) for line in absent) == gap else [])
    return tuple(
        Cause("missing_child", base[line.key].cells[:1], {"amount": rupiah(base[line.key].value), "name": line.name})
        for line in chosen
        if base[line.key].value
    )[:3]


def _value(figure: Figure) -> int:
    return figure.value or 0
