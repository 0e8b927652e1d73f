"""No line reached its target with little of its money, or missed it with nearly all."""

from collections.abc import Iterator
from decimal import Decimal

from pipeline.counterparts import quantity
from pipeline.model import LINE_LEVELS, MOST_CELLS, BudgetLine, Dataset, Finding, Line, Table, Wording
from pipeline.ranges import joined
from pipeline.ratios import achievement, percent
from pipeline.repeats import groups
from pipeline.settings import settings

TITLE = "Capaian kinerja sejalan dengan penyerapan anggaran"
LAW = "PermenPANRB 53/2014 Lampiran II (analisis efisiensi penggunaan sumber daya)"
SEVERITY = "note"
NEEDS = ("performance", "realization")
MESSAGE = "{name}: capaian {stated} %, {remark} {absorption} %."
ACTION = "Periksa target, realisasi kinerja, dan realisasi anggarannya, lalu jelaskan sebabnya dalam laporan."
EXPLAIN = """\
Target yang tercapai 90 % atau lebih dengan kurang dari 50 % anggaran, atau kurang dari 60 % dengan lebih dari 80 %
anggaran, patut dijelaskan: barangkali targetnya terlalu rendah, anggarannya terlalu besar, atau salah satu angkanya
keliru. Capaian dihitung dari target dan realisasi bersatuan sama; penyerapan dari realisasi dan anggaran terakhir.

Contoh: target 40 orang tercapai 40 orang (100 %), tetapi dari 240.000.000 baru terserap 84.000.000 (35 %).

Yang perlu dilakukan: periksa keempat angkanya. Bila benar, jelaskan sebabnya pada analisis efisiensi."""

REACHED, LITTLE_MONEY = 90, 50
MISSED, MUCH_MONEY = 60, 80
"""Per cent of the target and of the budget from which one no longer fits the other."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare achievement and absorption of each line that states target and result in one unit."""
    budget = {line.key: line for line in data.budget}
    chosen = settings(data)
    for table in data.of("performance"):
        again = {line.row for rows in groups(table) for line in rows}
        for line in table.lines:
            known = budget.get(line.key or "")
            if known is not None and line.level in LINE_LEVELS and line.row not in again:
                name = line.values.get("indicator") or line.name or ""
                yield from _compared(data, table, line, known, lower=chosen.lower_is_better(name))


def _compared(data: Dataset, table: Table, line: Line, known: BudgetLine, *, lower: bool) -> Iterator[Finding | None]:
    target, result = quantity(data, table, line, "target"), quantity(data, table, line, "result")
    spent, budget = known.realization.value, known.budget.value
    reached = achievement(target, result, lower_is_better=lower)
    if reached.value is None or target is None or result is None or spent is None or budget is None or budget <= 0:
        return
    if target.value is None or result.value is None or target.value < 0:
        return
    top = 2 * target.value - result.value if lower else result.value
    early = _at_least(top, target.value, REACHED) and not _at_least(spent, budget, LITTLE_MONEY)
    late = not _at_least(top, target.value, MISSED) and spent * 100 > budget * MUCH_MONEY
    if not early and not late:
        yield None
        return
    yield Finding(
        "performance_follows_money",
        "note",
        (
            table.cell(line.row, "result"),
            table.cell(line.row, "target"),
            *joined(known.realization.cells),
            *joined(known.budget.cells),
        )[:MOST_CELLS],
        {
            "name": known.name,
            "remark": Wording("remark.little_money" if early else "remark.much_money"),
            "absorption": percent(spent, budget),
        },
        percent(top, target.value),
        subject=known.key,
    )


def _at_least(part: int | Decimal, whole: int | Decimal, share: int) -> bool:
    """Tell exactly whether a part is so many per cent of a whole."""
    return part * 100 >= whole * share
