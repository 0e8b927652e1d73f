"""How many faults the program finds: one labelled fault at a time in packages of random size.

Run it as ``uv run python benchmarks/faults.py [PACKAGES] [SEED] [SOUND]``: that many packages get each fault once, the
mended example often; SOUND further ones are only looked at for false alarms. A fault counts where plain arithmetic says
that it contradicts something; every other one is printed as excused. What is found names a faulty cell.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from generator_edits import INJECTORS
from generator_facts import invent
from generator_measure import sound, verdict
from generator_sheets import book
from mended import mended

MENDED = -1
"""Stands for the mended example among the seeds."""


class Told(NamedTuple):
    """What came of one fault, as plain values that a process hands over."""

    label: str
    contradicting: bool
    found: bool
    cause: str | None
    cause_told: bool
    alone: int
    most: int
    named: float
    """The share of the faulty cells that findings name."""
    rules: tuple[str, ...]
    """The rules of the errors and warnings that stand on their own."""
    text: str


class Packaged(NamedTuple):
    """What came of one package: its false alarms, its faults, the labels that found no place in it."""

    seed: int
    alarms: list[str]
    told: list[Told]
    without: list[str]


def tried(job: tuple[int, int]) -> Packaged:
    """Put each fault into the package of a seed, several times into the mended example."""
    seed, rounds = job
    package = sound("mended" if seed == MENDED else f"seed {seed}", mended() if seed == MENDED else book(invent(seed)))
    alarms = [
        f"{package.name}: {finding.severity} {finding.id} {', '.join(map(str, finding.cells))}"
        for finding in package.alarms
    ]
    alarms += [
        f"{package.name} breaks {' '.join(truth)}"
        for truth in sorted(package.contradictions)
        if truth[0] not in ("planned", "line")
    ]
    told, without = [], []
    for label, inject in INJECTORS.items():
        for number in range(rounds):
            fault = inject(package.book, Random(f"{seed}|{label}|{number}"))
            if fault is None:
                without.append(label)
                continue
            came = verdict(package, fault)
            own = [finding for finding in came.new if finding.follows is None and finding.severity != "note"]
            rules = tuple(sorted(finding.rule for finding in own))
            told.append(
                Told(
                    label,
                    bool(came.broken),
                    came.found,
                    fault.cause,
                    came.cause_told,
                    came.alone,
                    came.most_cells,
                    came.named,
                    rules,
                    str(came),
                )
            )
    return Packaged(seed, alarms, told, without)


def main(packages: int, first: int, further: int) -> None:
    """Print the table, then every false alarm, miss and excused fault."""
    jobs = [(MENDED, 20), *((seed, int(seed < first + packages)) for seed in range(first, first + packages + further))]
    with Pool(2) as pool:
        done = list(pool.imap_unordered(tried, jobs, chunksize=1))
    done.sort(key=lambda one: one.seed)
    alarms = [line for one in done for line in one.alarms]
    print(
        f"packages: {len(done)} (the mended example among them), with a false error or warning: "
        f"{sum(bool(one.alarms) for one in done)} (goal 0)"
    )
    by_label: dict[str, list[Told]] = defaultdict(list)
    for one in done:
        for told in one.told:
            by_label[told.label].append(told)
    print("\n".join(_table(by_label)))
    _listed("False alarms on sound packages", alarms)
    contradicting = [told for label in INJECTORS for told in by_label[label] if told.contradicting]
    _listed("Misses", [told.text for told in contradicting if not told.found])
    _listed(
        "Causes not told",
        [f"{told.cause}: {told.text}" for told in contradicting if told.cause and not told.cause_told],
    )
    _listed("More than 40 cells", [told.text for told in contradicting if told.most > 40])
    _listed("Several findings that stand on their own, with an example each", _alike(contradicting))
    _listed(
        "Excused: nothing contradicts",
        [told.text.partition("\n")[0] for label in INJECTORS for told in by_label[label] if not told.contradicting],
    )


def _table(by_label: dict[str, list[Told]]) -> Iterator[str]:
    heads = (
        "fault",
        "injected",
        "contradict",
        "found",
        "share",
        "cause due",
        "told",
        "share",
        "named",
        "alone mean",
        "max",
        "cells",
    )
    yield "  ".join(f"{head:>10}" if at else f"{head:20}" for at, head in enumerate(heads))
    whole = [told for label in INJECTORS for told in by_label[label]]
    for label, all_told in [*((label, by_label[label]) for label in INJECTORS), ("all", whole)]:
        due = [told for told in all_told if told.contradicting]
        found = sum(told.found for told in due)
        causes = [told for told in due if told.cause]
        hits = sum(told.cause_told for told in causes)
        alone = [told.alone for told in due]
        figures = (
            len(all_told),
            len(due),
            found,
            _share(found, len(due)),
            len(causes),
            hits,
            _share(hits, len(causes)),
            f"{sum(told.named for told in due) / len(due):.1%}" if due else "",
            f"{sum(alone) / len(alone):.2f}" if alone else "",
            max(alone, default=0),
            max((told.most for told in due), default=0),
        )
        yield "  ".join([f"{label:20}", *(f"{figure:>10}" for figure in figures)])


def _share(part: int, whole: int) -> str:
    return f"{part * 1000 // whole / 10}%" if whole else ""  # never rounded up to all


def _alike(contradicting: list[Told]) -> list[str]:
    """Return which rules stand side by side how often, with one example each."""
    groups: dict[tuple[str, tuple[str, ...]], list[Told]] = defaultdict(list)
    for told in contradicting:
        if told.alone > 1:
            groups[told.label, tuple(sorted(set(told.rules)))].append(told)
    ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
    return [
        f"{len(group)} x {label}: {' + '.join(rules)}\n    {min(group, key=lambda one: one.alone).text}"
        for (label, rules), group in ordered
    ]


def _listed(title: str, lines: list[str]) -> None:
    print(f"\n{title}: {len(lines)}")
    for line in lines:
        print(f"  {line}")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*given, *(50, 1, 950)[len(given) :])
