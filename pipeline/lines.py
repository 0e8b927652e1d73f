"""Tables of budget lines: the budget's order and numbering, sums as formulas, a total row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.figures import summed, topmost
from pipeline.marks import entry
from pipeline.model import NO_FIGURE, BudgetLine, Figure, Outcome
from pipeline.ratios import rupiah, share
from pipeline.sheets import Column, Entry, Row

NUMBER = Column("number", "No", "center", 5)
NAME = Column("name", "Program/Kegiatan", "text", 52)


Values = Mapping[str, Figure]
"""The amounts of a row by column."""


def numbers(lines: Sequence[BudgetLine]) -> dict[str, str]:
    """Return each line's number: programs 1., their kegiatan a., sub kegiatan 1)."""
    counted: dict[str | None, int] = {}
    found: dict[str, str] = {}
    for line in lines:
        counted[line.parent] = place = counted.get(line.parent, 0) + 1
        style = {"program": f"{place}.", "kegiatan": f"{_letters(place)}."}
        found[line.key] = style.get(line.level, f"{place})")
    return found


def _letters(place: int) -> str:
    letters = ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Amount:
    """A column of amounts: which figure of a line it shows."""

    key: str
    figure: Callable[[BudgetLine], Figure]


@dataclass(frozen=True, slots=True)
class Computed:
    """A column that follows from others: its formula over their keys, and its value from a line's figures."""

    key: str
    formula: Callable[[Values], str | None]
    value: Callable[[Values], object]


def rows(outcome: Outcome, amounts: Sequence[Amount], computed: Sequence[Computed], total: str) -> tuple[Row, ...]:
    """Return a row for each budget line and a total row over the topmost ones."""
    lines = outcome.data.budget
    place = {line.key: index for index, line in enumerate(lines)}
    marks = numbers(lines)
    children: dict[str | None, list[int]] = {}
    for line in lines:
        children.setdefault(line.parent, []).append(place[line.key])
    made = []
    for line in lines:
        figures = {amount.key: amount.figure(line) for amount in amounts}
        below = tuple(children.get(line.key, ()))
        entries = {
            "number": Entry(marks[line.key]),
            "name": entry(outcome, line.name, (line.cell,)),
            **{key: _amount(outcome, figure, below) for key, figure in figures.items()},
            **_computed(computed, figures),
        }
        made.append(Row(line.level if line.level in ("program", "kegiatan") else "sub_kegiatan", entries))
    tops = topmost(lines)
    sums = {amount.key: summed([amount.figure(line) for line in tops]) for amount in amounts}
    places = tuple(place[line.key] for line in tops)
    last = {
        "name": Entry(total),
        **{key: _amount(outcome, figure, places) for key, figure in sums.items()},
        **_computed(computed, sums),
    }
    return (*made, Row("total", last))


def _amount(outcome: Outcome, figure: Figure, below: tuple[int, ...]) -> Entry:
    if figure.summed:
        return Entry(None) if figure.value is None else Entry(rupiah(figure.value), total_of=below)
    return entry(outcome, rupiah(figure.value), figure.cells)


def _computed(computed: Sequence[Computed], values: Values) -> dict[str, Entry]:
    found = {}
    for column in computed:
        formula = column.formula(values)
        value = column.value(values)
        found[column.key] = Entry(value if formula else None, formula=formula)  # type: ignore[arg-type]
    return found


def less(first: str, second: str, *, blank_is_nothing: bool = False) -> Callable[[Values], int | None]:
    """Return what gives the difference of two amounts of a row in sen, where both are known.

    ``blank_is_nothing`` takes a blank in the second for zero (a line that is new has no amount before).
    """

    def value(values: Values) -> int | None:
        one, other = values[first], values[second]
        if blank_is_nothing and other == NO_FIGURE:
            return one.value
        return None if one.value is None or other.value is None else one.value - other.value

    return value


def difference(key: str, first: str, second: str, *, blank_is_nothing: bool = False) -> Computed:
    """Return a column with the difference of two others, where both have a figure."""
    value = less(first, second, blank_is_nothing=blank_is_nothing)
    return Computed(
        key,
        lambda values: None if value(values) is None else f"{{{first}}}-{{{second}}}",
        lambda values: rupiah(value(values)),
    )


def ratio(key: str, dividend: str, divisor: str, of: Callable[[Values], int | None]) -> Computed:
    """Return a column with a quotient as a fraction rounded to four decimals; empty where its base is zero.

    ``of`` gives the dividend in sen, which may be another computed column.
    """

    def value(values: Values) -> object:
        top = of(values)
        if top is None or values[divisor].unknown:
            return None
        fraction = share(top, values[divisor].value)
        return "" if fraction is None else fraction

    def formula(values: Values) -> str | None:
        if value(values) is None:
            return None
        return f'IF({{{divisor}}}=0,"",ROUND({{{dividend}}}/{{{divisor}}},4))'

    return Computed(key, formula, value)


def titles(outcome: Outcome, what: str) -> tuple[str, ...]:
    """Return the title lines of a sheet: what it is with the year, and whose."""
    office = outcome.data.office
    year = f" TAHUN {office.year}" if office.year else ""
    return tuple(line for line in (f"{what}{year}", (office.name or "").upper()) if line)
