"""Where the headers of a worksheet's tables stand, and which kind of workbook they are the headers of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline import parts
from pipeline.candidates import candidates
from pipeline.header_rows import Rows
from pipeline.heading import Heading
from pipeline.model import Grid
from pipeline.spelling import key, starts_with
from schemas import words


def headings(grid: Grid) -> list[Heading]:
    """Return the complete headings of a worksheet from top to bottom; without any, the one nearest to complete."""
    rows = Rows(grid)
    found = candidates(rows)
    pairs = parts.headings(found)
    free = [heading for heading in found if not any(map(heading.overlaps, pairs))]
    left, near = _settled(free)
    complete = _apart(heading for heading in left if heading.complete)
    if complete or pairs:
        taken = [*pairs, *_joined(rows, [_unless_nearer(heading, near) for heading in complete])]
        slips = [heading for heading in near if heading.misspelt or heading.told]
        further = _apart(heading for heading in slips if not any(map(heading.overlaps, taken)))
        return sorted([*taken, *further], key=lambda heading: heading.first_row)
    told = [heading for heading in near if heading.told]
    return [_best([heading for heading in told if heading.hinted] or told or near)] if near else []


def nearest(grid: Grid) -> Heading | None:
    """Return the heading that a worksheet comes nearest to, however far; ``None`` where nothing is known."""

    def rank(heading: Heading) -> tuple[int, int, int, int]:
        return (len(heading.columns), -len(heading.missing), len(heading.telling), heading.first_row)

    return max(candidates(Rows(grid)), key=rank, default=None)


def _settled(found: Iterable[Heading]) -> tuple[list[Heading], list[Heading]]:
    """Return the headings that the title does not rule out, and those near to complete: also what ruled one out."""
    windows: dict[tuple[int, int], list[Heading]] = {}
    for heading in found:
        windows.setdefault((heading.first_row, heading.last_row), []).append(heading)
    left: list[Heading] = []
    near: list[Heading] = []
    for window in windows.values():
        told = max((heading for heading in window if heading.told), key=lambda heading: heading.rank, default=None)
        ruled_out = [heading for heading in window if told and told.outdoes(heading)]
        stay = [heading for heading in window if heading not in ruled_out]
        left += stay
        near += [heading for heading in stay if heading.near]
        if told and not told.complete and not told.near and any(out.complete or out.near for out in ruled_out):
            near.append(told)
    return left, near


def _apart(found: Iterable[Heading]) -> list[Heading]:
    """Return the best heading, the best of those that share no row with it, and so on, from top to bottom."""
    chosen: list[Heading] = []
    rivals = list(found)
    while rivals:
        chosen.append(_best(rivals))
        rivals = [heading for heading in rivals if not heading.overlaps(chosen[-1])]
    return sorted(chosen, key=lambda heading: heading.first_row)


def _best(rivals: list[Heading]) -> Heading:
    """Return the heading of the highest rank, with the other kinds that have the same."""
    best = max(rivals, key=lambda heading: heading.rank)
    equals = [other for other in rivals if other.rank == best.rank and other.edition.kind != best.edition.kind]
    return replace(best, rivals=tuple(heading.edition for heading in equals))


def _unless_nearer(best: Heading, near: list[Heading]) -> Heading:
    """Return a complete heading, unless an incomplete one of the same rows says more.

    A realization whose "Realisasi" is misspelt has all that a plain budget needs, and is none all the same.
    """
    better = [
        heading
        for heading in near
        if heading.overlaps(best) and (len(heading.columns), heading.misspelt) > (len(best.columns), best.misspelt)
    ]
    return _best(better) if better else best


def _joined(rows: Rows, found: list[Heading]) -> list[Heading]:
    """Return the headings without those that only repeat the one above on a further page of its table."""
    kept: list[Heading] = []
    for heading in found:
        if kept and _further_page(rows, kept[-1], heading):
            again = kept[-1].again | frozenset(range(heading.first_row, heading.last_row + 1))
            kept[-1] = replace(kept[-1], again=again)
        else:
            kept.append(heading)
    return kept


def _further_page(rows: Rows, above: Heading, heading: Heading) -> bool:
    """Whether a heading is the one above again, below a line of its table instead of a title or total."""
    if (above.edition, above.columns) != (heading.edition, heading.columns):
        return False
    last = max((row for row in rows.cells if row < heading.first_row), default=0)
    texts = [rows.text((last, column)) for column in sorted(rows.cells.get(last, {}))]
    first = next((text for text in texts if text), "")
    if last <= above.last_row or starts_with(first, words.CARRIED):
        return last > above.last_row
    return len(texts) > 1 and key(first) not in {key(total) for total in words.TOTALS}
