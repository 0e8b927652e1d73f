"""The rows of a table that only add up others: headings with the sum of what follows, subtotals with what precedes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.hierarchy import Place, Unplaced, arrange, number_style, starts_program
from pipeline.spelling import starts_with
from schemas import words

Amounts = Mapping[str, int]
"""Amounts (sen) by column."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Rows that are no lines: headings, subtotals with the row whose parts they add up, subtotals of nobody knows what.

    A subtotal of the topmost lines above it has ``None`` for that row.
    """

    headings: frozenset[int]
    subtotals: Mapping[int, int | None]
    open: frozenset[int]

    @property
    def rows(self) -> frozenset[int]:
        """All of them."""
        return self.headings | self.subtotals.keys() | self.open


def found(every: Sequence[Unplaced], added: frozenset[int], totals: frozenset[int]) -> Sums:
    """Return which rows of a table only add up others.

    ``added`` are rows that are sums by their label alone, ``totals`` those that end the table; such a one may be the
    subtotal of the last part all the same, where other parts have theirs.
    """
    rows = [row for row in every if row.row not in totals]
    heads = [row for row in rows if row.row not in added and row.amounts and _may_head(row, rows)]
    foots = [row for row in rows if row.row in added or (row.amounts and _may_add(row))]
    aside = frozenset(row.row for row in (*heads, *foots))
    lines = [row for row in rows if row.row not in aside]
    marked = _marked(lines)
    tree = _Tree(lines, aside)
    if foots and foots[-1] is every[-1] and foots[-1].row not in added and tree.ends(foots[-1]):
        foots.pop()
    headings = {row.row for head in heads for row in _details(head, rows)}
    for head in reversed(heads):
        following = next((row.row for row in rows if row.row > head.row), None)
        above = _account(head) or following in tree.rows or following in headings
        if (above and tree.follows(head)) or (marked and not _mark(head) and _account(head)):
            headings.add(head.row)
    foots = [row for row in foots if row.row not in headings]
    sure = {row.row for row in foots if row.row in added or _plain(row, marked) or tree.precedes(row, strict=True)[1]}
    # a row that is a line after all may be a part of what the others add up
    tree = _Tree([row for row in rows if row.row not in headings | sure], frozenset(headings | sure))
    subtotals: dict[int, int | None] = {}
    left: dict[int, int | None] = {}
    for row in foots:
        if row.row in sure:
            part, exact = tree.precedes(row)
            (subtotals if exact or part in tree.partly(row) else left)[row.row] = part
    wrong = {row.row for row in foots if subtotals and (len(subtotals) > len(left) or _plain(row, marked))}
    subtotals |= {row: part for row, part in left.items() if row in wrong and part is not None}
    for row in every:
        if row.row in totals and subtotals and not tree.ends(row):
            part, _ = tree.precedes(row)
            subtotals |= {row.row: part} if part not in subtotals.values() else {}
    return Sums(frozenset(headings), subtotals, frozenset(left.keys() - subtotals.keys()))


def _mark(row: Unplaced) -> str | None:
    return row.code or row.number


def _marked(rows: Sequence[Unplaced]) -> bool:
    """Whether lines have a number or a code; programs may have none."""
    lines = [row for row in rows if row.amounts and not starts_program(row)]
    return 10 * sum(bool(_mark(row)) for row in lines) >= 8 * len(lines) > 0


def _may_head(row: Unplaced, rows: Sequence[Unplaced]) -> bool:
    """Whether a row may be a heading: any above the first program; below it an account or an office that is no line."""
    if row.code or not row.name or starts_program(row):
        return False
    above = [other for other in rows if other.row < row.row]
    programs = [other for other in rows if starts_program(other)]
    if programs and row.row < programs[0].row:
        return _account(row) or not _alike(row, programs[0])
    return _account(row) and not (above and _alike(row, above[-1]))


def _alike(one: Unplaced, other: Unplaced) -> bool:
    """Whether two rows bear numbers of one style."""
    return number_style(one.number) == number_style(other.number) != ""


def _details(head: Unplaced, rows: Sequence[Unplaced]) -> list[Unplaced]:
    """Return an account with the rows that it is the sum of, which are no programs: salaries; none where it is not."""
    if not starts_with(head.name or "", words.ACCOUNTS):
        return []
    below = (row for row in rows if row.row > head.row)
    parts = [
        row
        for row in takewhile(lambda row: not _account(row) and not starts_program(row), below)
        if row.amounts and not _may_add(row) and not _alike(row, head)
    ]
    sums = {column: sum(row.amounts.get(column, 0) for row in parts) for column in head.amounts}
    return [head, *parts] if parts and _equal(head.amounts, sums) else []


def _account(row: Unplaced) -> bool:
    return starts_with(row.name or "", (*words.ACCOUNTS, *words.SECTIONS, *words.OFFICE_HEADS))


def _may_add(row: Unplaced) -> bool:
    return not _mark(row) and starts_with(row.name or "", words.SUBTOTALS)


def _plain(row: Unplaced, marked: bool) -> bool:
    """Whether a row is a subtotal whatever its amounts: Sub Jumlah; Jumlah I, Jumlah Program X where lines are marked.

    "Jumlah dokumen yang disusun" is the name of a line.
    """
    name = row.name or ""
    if starts_with(name, words.PART_TOTALS):
        return True
    of = name.split(maxsplit=1)[1:]
    labels = (*words.LEVELS["program"], *words.TOTAL_OF)
    return marked and (not of or len(of[0].strip("().:")) <= 3 or starts_with(of[0], labels))


class _Tree:
    """Lines in their hierarchy, to be compared with a row among them."""

    def __init__(self, rows: Sequence[Unplaced], aside: frozenset[int]) -> None:
        self.aside = aside
        self.rows = {row.row: row for row in rows}
        self.places: dict[int, Place] = dict(zip(self.rows, arrange(rows), strict=True)) if rows else {}

    def below(self, parent: int | None, first: int, last: int) -> list[int]:
        """Return the rows directly below a line (or the topmost ones) between two rows."""
        own = [row for row, place in self.places.items() if place.parent == parent and place.level != "section"]
        if parent is None and any(self.places[row].level == "program" for row in own):
            own = [row for row in own if self.places[row].level == "program"]
        return [row for row in own if first < row < last]

    def added(self, parts: Sequence[int], last: int) -> Amounts:
        """Return the sums of some lines by column; a line that states no amount has that of what stands below it."""
        sums: dict[str, int] = {}
        for row in parts:
            stated = self.rows[row].amounts
            for column, amount in {**self.added(self.below(row, row, last), last), **stated}.items():
                sums[column] = sums.get(column, 0) + amount
        return sums

    def follows(self, heading: Unplaced) -> bool:
        """Whether the amounts of a row are the sums of the topmost lines below it, all or those up to the next one."""
        end = max(self.rows, default=0) + 1
        ends = [*sorted(row for row in self.aside if row > heading.row), end]
        parts = [self.below(None, heading.row, last) for last in ends]
        return any(part and _equal(heading.amounts, self.added(part, end)) for part in parts)

    def precedes(self, total: Unplaced, *, strict: bool = False) -> tuple[int | None, bool]:
        """Return the line whose parts a row adds up, ``None`` for the topmost lines, and whether its amounts agree.

        ``strict`` asks for more than one part, and that the line itself, where it states amounts, agrees as well.
        """
        chain = self._chain(total.row)
        for line in chain:
            parts = self.below(line, line, total.row)
            sums, stated = self.added(parts, total.row), self.rows[line].amounts
            if strict and parts and (stated or len(parts) > 1) and _equal(total.amounts, {**sums, **stated}):
                return line, True
            if not strict and (_equal(total.amounts, {**sums, **stated}) or _equal(total.amounts, sums)):
                return line, True
        starts = (0, max((row for row in self.aside if row < total.row), default=0))
        if not strict and any(
            _equal(total.amounts, self.added(self.below(None, start, total.row), total.row)) for start in starts
        ):
            return None, True
        return next((line for line in chain if line in self.partly(total)), chain[-1] if chain else None), False

    def ends(self, total: Unplaced) -> bool:
        """Whether a last row is the total of the table, right or wrong, and no subtotal of the last part."""
        tops = self.added(self.below(None, 0, total.row), total.row)
        part, exact = self.precedes(total)
        plain = starts_with(total.name or "", words.PART_TOTALS)
        return not plain and (part is None or not exact or _equal(total.amounts, tops))

    def partly(self, total: Unplaced) -> set[int | None]:
        """Return the lines above a row of whose parts at least one of its amounts is the sum."""
        return {
            line
            for line in self._chain(total.row)
            for sums in (self.added(self.below(line, line, total.row), total.row), self.rows[line].amounts)
            if any(amount and sums.get(column) == amount for column, amount in total.amounts.items())
        }

    def _chain(self, before: int) -> list[int]:
        """Return the lines that the last line before a row stands below, from the lowest, itself where it has none."""
        line = max((row for row in self.places if row < before and self.places[row].level != "section"), default=None)
        chain: list[int] = []
        while line is not None:
            chain.append(line)
            line = self.places[line].parent
        alone = len(chain) == 1 and self.places[chain[0]].level != "program"
        return [] if alone else chain[1:] or chain


def _equal(stated: Amounts, sums: Amounts) -> bool:
    """Whether all amounts of a row are these, and one of them is more than nothing."""
    return any(stated.values()) and all(sums.get(column, 0) == amount for column, amount in stated.items())
