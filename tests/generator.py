"""Random packages of the eight kinds of workbook, and what the program must say of them.

Everything comes from a seed, and everything expected is worked out here by plain arithmetic; nothing of the program
is used. ``package(seed)`` is free of contradictions; ``faulted(seed, fault)`` has one, put in on purpose.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator_facts import Activity, Facts, Program, invent
from generator_faults import FAULTS, Found
from generator_sheets import Place, book

__all__ = ["FAULTS", "Found", "Package", "Place", "faulted", "package"]

Figures = dict[str, Decimal | None]


@dataclass(frozen=True)
class Package:
    """The files of a package, what ``result.json`` must say of its totals and lines, and the finding of its fault."""

    facts: Facts
    files: dict[str, bytes]
    totals: Figures
    lines: list[dict[str, object]]
    found: Found | None = None


def package(seed: int) -> Package:
    """Return the package of a seed, free of contradictions."""
    facts = invent(seed)
    return Package(facts, book(facts).files(), _totals(facts, facts), _lines(facts, facts))


def faulted(seed: int, fault: str) -> Package | None:
    """Return the package of a seed with one fault; ``None`` where it has no place for it."""
    facts = invent(seed)
    made = FAULTS[fault](facts, facts.random(fault))
    if made is None:
        return None
    files = made.book.files()
    return Package(facts, files, _totals(facts, made.realized), _lines(facts, made.realized), made.found)


def _totals(facts: Facts, realized: Facts | None) -> Figures:
    spent = sum((program.spent for program in realized.programs), Decimal(0)) if realized else None
    revised = sum(program.revised for program in facts.programs)
    return _figures(sum(program.initial for program in facts.programs), revised, spent)


def _lines(facts: Facts, realized: Facts | None) -> list[dict[str, object]]:
    """Return the lines in the order of the DPPA; what ``realized`` does not have has no realization."""
    spent: dict[tuple[str, ...], Decimal] = {}
    for program in realized.programs if realized else ():
        spent[program.code,] = program.spent
        spent |= {(program.code, activity.code): activity.spent for activity in program.activities}
    lines = []
    for program in facts.arranged("dppa", 0.3):
        lines.append(_line(f"{facts.code}.{program.code}", "program", program, spent.get((program.code,))))
        for activity in program.activities:
            code = f"{facts.code}.{program.code}.{activity.code}"
            lines.append(_line(code, "kegiatan", activity, spent.get((program.code, activity.code))))
    return lines


def _line(code: str, level: str, line: Program | Activity, spent: Decimal | None) -> dict[str, object]:
    return {"code": code, "name": line.name, "level": level, **_figures(line.initial, line.revised, spent)}


def _figures(initial: int, revised: int, spent: Decimal | None) -> Figures:
    return {
        "budget_initial": Decimal(initial),
        "budget_revised": Decimal(revised),
        "realization": spent,
        "remaining": None if spent is None else revised - spent,
        "realization_percent": None if spent is None else _percent(spent, revised),
    }


def _percent(spent: Decimal, budget: int) -> Decimal:
    """Return a percentage with two decimals, half up."""
    return Decimal(int(Fraction(spent) / budget * 10_000 + Fraction(1, 2))).scaleb(-2)
