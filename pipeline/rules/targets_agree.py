"""An indicator has the same target in each stage of the agreement and in the IKU."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import stages, targets
from pipeline.indicators import Indicator, indicators, latest, matched
from pipeline.model import MOST_CELLS, Cell, Dataset, Finding, Quantity, Table, Wording
from pipeline.ranges import block

TITLE = "Target indikator sama dalam perjanjian kinerja dan IKU"
LAW = "PermenPANRB 53/2014 Lampiran I dan II (target dalam laporan adalah target perjanjian kinerja)"
SEVERITY = "error"
NEEDS = ("agreement",)
MESSAGE = 'Indikator "{name}": target di {where} {stated}, di {against} {computed}.'
ACTION = "Periksa target yang benar menurut perjanjian kinerja, lalu samakan."
EXPLAIN = """\
Satu indikator mempunyai satu target: dalam perjanjian kinerja awal, perjanjian perubahan, dan tabel IKU. Yang
dibandingkan ialah angka dan satuannya; 0,8 dalam format persen sama dengan 80 %.

Contoh: perjanjian kinerja menargetkan 80 %, tabel IKU memakai target 85 %.

Yang perlu dilakukan: cari target yang disepakati dalam perjanjian kinerja yang ditandatangani, lalu perbaiki yang
lain. Bila target memang diubah, ubahlah juga di tabel IKU."""


@dataclass(frozen=True, slots=True)
class Place:
    """The target of an indicator in one table, with its cells."""

    table: Table
    target: Quantity
    cells: tuple[Cell, ...]


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare the targets of each indicator of the latest agreement, wherever it has one for sure."""
    for table in latest(data):
        own = indicators(data, table)
        before = [other for other in data.of("agreement.initial") if other is not table]
        places: dict[str, list[Place]] = {indicator.ident: [] for indicator in own}
        for other in (*before, table, *data.of("indicators")):
            theirs = {indicator.ident: indicator for indicator in indicators(data, other)}
            pairs = matched(data, own, list(theirs.values()))
            for ident, match in pairs.items():
                place = _place(data, theirs[match.ident]) if match.ident else None
                places[ident] += [place] if place else []
        for indicator in own:
            yield from _compared(indicator, places[indicator.ident])


def _place(data: Dataset, own: Indicator) -> Place | None:
    """Return the target of an indicator; ``None`` where it has none, several in one table, or one in doubt."""
    rows = [line for line in own.lines if line.values.get("target") is not None]
    cells = block(own.table, (line.row for line in rows), "target")
    doubtful = any(own.table.cell(line.row, "target") in data.unknown for line in own.lines)
    stated = [line.values["target"] for line in rows]
    one = bool(stated) and all(targets.same(stated[0], other) for other in stated)
    return Place(own.table, stated[0], cells) if one and not doubtful else None


def _compared(own: Indicator, places: Sequence[Place]) -> Iterator[Finding | None]:
    """Yield the contradiction of the place that stands against most others, the last of several."""
    against = [[other for other in places if targets.same(place.target, other.target) is False] for place in places]
    alike = [sum(targets.same(place.target, other.target) is True for other in places) for place in places]
    most = max((len(others) for others in against), default=0)
    if not most:
        yield from [None] * (max(alike, default=0) > 1)
        return
    odd = max(index for index, others in enumerate(against) if len(others) == most)
    checked = places[odd]
    reference = max(against[odd], key=lambda place: alike[places.index(place)])
    rest = [place for place in places if place is not checked]
    yield Finding(
        "targets_agree",
        "error",
        tuple(cell for place in (checked, *rest) for cell in place.cells)[:MOST_CELLS],
        {"name": own.name, "where": _called(checked), "against": _called(reference)},
        checked.target.text,
        reference.target.text,
        subject=own.ident,
    )


def _called(place: Place) -> Wording:
    agreement = place.table.kind == "agreement"
    return stages.agreement(place.table.stage) if agreement else Wording("remark.indicators")
