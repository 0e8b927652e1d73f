"""A stated percentage is the quotient of its two figures at the precision that it shows."""

from collections.abc import Callable, Iterator
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from pipeline.identity import of_line
from pipeline.intervals import allowance, half_step
from pipeline.kinds import kinds
from pipeline.model import Cause, Dataset, Finding, Line, Percent, Table, Wording
from pipeline.ranges import beside
from pipeline.ratios import quotient, rounded

TITLE = "Persentase yang tertulis sesuai dengan angkanya"
LAW = "PP 71/2010 PSAP 02; PermenPANRB 53/2014 Lampiran II"
SEVERITY = "warning"
NEEDS = (("dppa", "realization"),)
MESSAGE = "{name}, {column}: tertulis {stated} %, menurut angkanya {computed} %{remark}."
ACTION = "Pakai rumus dengan ROUND, atau periksa kedua angkanya."
EXPLAIN = """\
Persentase dihitung kembali dari dua angka di barisnya dan dibandingkan sampai desimal yang ditampilkan;
pembulatannya setengah ke atas. Persentase dari dasar nol tidak diperiksa.

Contoh: 288.629.000 dari 320.000.000 adalah 90,1966 %, dibulatkan 90,20 %; tertulis 90,19 % berarti dipotong.

Yang perlu dilakukan: pakai rumus dengan ROUND, jangan memotong desimal. Bila bedanya besar, periksa kedua angkanya."""

READINGS: tuple[Callable[[Decimal], Decimal], ...] = (
    lambda share: share,
    lambda share: 100 - share,
    lambda share: 100 + share,
)
"""What a column of percentages may state: the share itself, what is left of it, or the base together with it."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare each stated percentage with its figures; what most rows agree with is what the column states."""
    for table in data.tables:
        for name, field in kinds()[table.kind].fields.items():
            if field.quotient and name in table.columns:
                yield from _column(data, table, name, field.quotient)


def _column(data: Dataset, table: Table, name: str, pair: tuple[str, str]) -> Iterator[Finding | None]:
    rows = [
        (line, line.values[name], share)
        for line in table.every
        if line.values.get(name) is not None and (share := _share(data, table, line, pair)) is not None
    ]
    choices = [(reading, scale) for scale in (1, 100) for reading in READINGS]
    fits = [sum(_agrees(stated, share, reading, scale) for _, stated, share in rows) for reading, scale in choices]
    if not rows:
        return
    reading, scale = choices[fits.index(max(fits))]
    for line, stated, share in rows:
        if _agrees(stated, share, reading, scale):
            yield None
        else:
            yield _finding(table, line, name, pair, stated, reading(share.value), scale)


class _Share(NamedTuple):
    """A quotient in per cent, and the least and the most that the precision of its two figures allows."""

    value: Decimal
    least: Decimal
    most: Decimal


def _share(data: Dataset, table: Table, line: Line, pair: tuple[str, str]) -> _Share | None:
    dividend, divisor = (_figure(table, line, column) for column in pair)
    cells = [table.cell(line.row, column) for column in pair if column in table.columns]
    if dividend is None or not divisor or any(cell in data.unknown for cell in cells):
        return None
    value = quotient(dividend, divisor) * 100
    if table.scale == 1:
        return _Share(value, value, value)
    half, base = _half(table, line, pair[0]), half_step(table, divisor)
    ends = [quotient(dividend + one, divisor + two) * 100 for one in (-half, half) for two in (-base, base)]
    return _Share(value, min(ends), max(ends))


def _half(table: Table, line: Line, column: str) -> int:
    """Return how far the figure of a column may lie from the true one, computed as the figure itself is."""
    return allowance(table, (line.values.get(name) for name in _from(table, column)))


def _from(table: Table, column: str) -> tuple[str, ...]:
    """Return the columns that a figure is taken from: a difference is computed from its two."""
    return kinds()[table.kind].fields[column].difference or (column,)


def _figure(table: Table, line: Line, column: str) -> int | None:
    """Return a figure; a difference is computed, since a wrong one is another rule's finding."""
    difference = kinds()[table.kind].fields[column].difference
    if difference is None:
        value = line.values.get(column)
        return value if isinstance(value, int) else None
    first, second = (line.values.get(name) for name in difference)
    return None if first is None or second is None else first - second


def _agrees(stated: Percent, share: _Share, reading: Callable[[Decimal], Decimal], scale: int) -> bool:
    """Whether the rounded figure is that of the quotient, or of one that the precision of its figures allows."""
    factor = 1 if stated.scaled else scale
    least, most = sorted(rounded(reading(end) / factor, stated.decimals) for end in (share.least, share.most))
    return least <= rounded(stated.value, stated.decimals) <= most


def _finding(
    table: Table, line: Line, name: str, pair: tuple[str, str], stated: Percent, share: Decimal, scale: int
) -> Finding:
    factor = 1 if stated.scaled else scale
    computed = rounded(share / factor, stated.decimals)
    shown = rounded(stated.value, stated.decimals)
    cut = (share / factor).quantize(Decimal(1).scaleb(-stated.decimals), rounding=ROUND_DOWN) == shown
    cell = table.cell(line.row, name)
    return Finding(
        "percentage_is_right",
        "warning",
        (cell, *beside(table, line.row, dict.fromkeys(name for column in pair for name in _from(table, column)))),
        {
            "name": line.name or Wording("remark.total"),
            "column": kinds()[table.kind].fields[name].headers[0],
            "remark": Wording("remark.cut_off") if cut else "",
        },
        _in_percent(shown, factor),
        _in_percent(computed, factor),
        (Cause("cut_off", (cell,)),) if cut else (),
        subject=f"{table.kind}|{of_line(table, line)}|{name}",
    )


def _in_percent(value: Decimal, factor: int) -> Decimal:
    """Return a figure in per cent, without decimals that only the conversion of a fraction added."""
    exponent = value.as_tuple().exponent
    return rounded(value * factor, max(-exponent - 2, 0)) if factor > 1 and isinstance(exponent, int) else value
