"""Single faults for a random package: each spoils one thing so that one finding follows, by plain arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from generator_facts import STRANGER, Activity, Facts, Program
from generator_sheets import Book, Place, book


@dataclass(frozen=True)
class Found:
    """The finding that must come: the checked place first, then what takes part, in the order of the sheet."""

    rule: str
    cells: tuple[Place, ...]
    stated: Decimal | str | None = None
    computed: Decimal | str | None = None
    severity: str = "error"


@dataclass(frozen=True)
class Faulty:
    """Workbooks with a fault, the finding it gives, and the facts by which the realization is still told."""

    book: Book
    found: Found
    realized: Facts | None


def plan_program(facts: Facts, rng: Random) -> Faulty:
    """A program of the plan is not the sum of its kegiatan; the total follows the program."""
    made = book(facts)
    program = rng.choice(facts.programs)
    gap = rng.choice([amount for _, amount in program.plan] + [1_000, 27_000_000])
    made.put("plan", program.code, "amount", f"{program.planned + gap:,}")
    made.put("plan", "total", "amount", f"{sum(own.planned for own in facts.programs) + gap:,}")
    below = [f"{program.code}.{program.named(name).code}" for name, _ in program.plan]
    cells = (made.place("plan", program.code, "amount"), *made.block("plan", below, "amount"))
    stated = Decimal(program.planned + gap)
    return Faulty(made, Found("children_sum_to_parent", cells, stated, Decimal(program.planned)), facts)


def plan_total(facts: Facts, rng: Random) -> Faulty:
    """The plan's total is not the sum of its programs."""
    made = book(facts)
    right = sum(program.planned for program in facts.programs)
    stated = right + rng.choice((-1_000, 500_000, 9_000_000))
    made.put("plan", "total", "amount", f"{stated:,}")
    above = made.block("plan", [program.code for program in facts.programs], "amount")
    cells = (made.place("plan", "total", "amount"), *above)
    return Faulty(made, Found("rows_sum_to_total", cells, Decimal(stated), Decimal(right)), facts)


def plan_text(facts: Facts, rng: Random) -> Faulty:
    """A kegiatan's amount in the plan is a word; the sums over it prove nothing."""
    made = book(facts)
    program = rng.choice(facts.programs)
    line = f"{program.code}.{program.named(program.plan[0][0]).code}"
    made.put("plan", line, "amount", "menyusul")
    return Faulty(made, Found("cell_is_exact", (made.place("plan", line, "amount"),), "menyusul"), facts)


def staff_row(facts: Facts, rng: Random) -> Faulty:
    """The rows of a staff table are not its total."""
    number = rng.randrange(3)
    rows = list(facts.staff[number])
    index = rng.choice([index for index, (_, persons) in enumerate(rows) if persons is not None])
    gap = rng.choice((1, 2, 5))
    rows[index] = (rows[index][0], (rows[index][1] or 0) + gap)
    made = book(facts, staff=_with_staff(facts, number, rows))
    total = facts.staff_totals[number]
    kind = f"staff_{number}"
    cells = (made.place(kind, "total", "persons"), *made.block(kind, map(str, range(1, len(rows) + 1)), "persons"))
    return Faulty(made, Found("total_matches_staff", cells, Decimal(total), Decimal(total + gap)), facts)


def staff_totals(facts: Facts, rng: Random) -> Faulty:
    """A staff table, right in itself, has another total than the first."""
    number = rng.choice((1, 2))
    rows = list(facts.staff[number])
    index = rng.choice([index for index, (_, persons) in enumerate(rows) if persons is not None])
    rows[index] = (rows[index][0], (rows[index][1] or 0) + 1)
    totals = list(facts.staff_totals)
    totals[number] += 1
    changed = replace(_with_staff(facts, number, rows), staff_totals=(totals[0], totals[1], totals[2]))
    made = book(facts, staff=changed)
    cells = (made.place(f"staff_{number}", "total", "persons"), made.place("staff_0", "total", "persons"))
    found = Found("total_matches_staff", cells, Decimal(totals[number]), Decimal(totals[0]))
    return Faulty(made, found, facts)


def _with_staff(facts: Facts, number: int, rows: list[tuple[str, int | None]]) -> Facts:
    tables = list(facts.staff)
    tables[number] = tuple(rows)
    return replace(facts, staff=(tables[0], tables[1], tables[2]))


def staff_label(facts: Facts, rng: Random) -> Faulty:
    """A row of a staff table has persons and no name."""
    made = book(facts)
    number = rng.randrange(3)
    rows = facts.staff[number]
    index = rng.choice([index for index, (_, persons) in enumerate(rows, 1) if persons is not None])
    place = made.place(f"staff_{number}", str(index), "label")
    sheet, row, column = made.spots[f"staff_{number}", str(index), "label"]
    del sheet.cells[row, column]
    persons = made.place(f"staff_{number}", str(index), "persons")
    return Faulty(made, Found("row_has_label", (place, persons), Decimal(rows[index - 1][1] or 0)), facts)


def quarter(facts: Facts, rng: Random) -> Faulty:
    """A kegiatan's quarters are not its budget, in a DPA that states quarters for kegiatan only."""
    program, activity = _any(facts, rng)
    number = rng.randrange(4)
    quarters = list(activity.quarters)
    quarters[number] += rng.choice((1_000, 450_000))
    changed = replace(activity, quarters=(quarters[0], quarters[1], quarters[2], quarters[3]))
    made = book(facts, dpa=replace(facts.changed(program.changed(changed)), quarters_above=False))
    line = f"{program.code}.{activity.code}"
    first, last = made.place("dpa", line, "quarter_1"), made.place("dpa", line, "quarter_4")
    cells = (made.place("dpa", line, "budget"), first._replace(cell=f"{first.cell}:{last.cell}"))
    found = Found("periods_sum_to_total", cells, Decimal(activity.initial), Decimal(sum(quarters)))
    return Faulty(made, found, facts)


def overspent(facts: Facts, rng: Random) -> Faulty | None:
    """More was spent on a kegiatan than its budget; its program stays within."""
    fitting = [program for program in facts.programs if len(program.activities) > 1]
    if not fitting:
        return None
    program = rng.choice(fitting)
    over, other = rng.sample(program.activities, 2)
    excess = min(rng.choice((1, 1_500, 750_000)), other.revised)
    program = program.changed(replace(over, spent=Decimal(over.revised + excess)))
    program = program.changed(replace(other, spent=min(other.spent, Decimal(other.revised - excess))))
    changed = facts.changed(program)
    made = book(changed)
    line = f"{program.code}.{over.code}"
    cells = (made.place("realization", line, "realization"), made.place("realization", line, "budget"))
    found = Found("spent_within_budget", cells, Decimal(over.revised + excess), Decimal(over.revised))
    return Faulty(made, found, changed)


def percent_cut(facts: Facts, rng: Random) -> Faulty | None:
    """A percentage was cut off instead of rounded."""
    lines = [
        (f"{program.code}.{activity.code}", Fraction(activity.spent) / activity.revised * 10_000)
        for program in facts.programs
        for activity in program.activities
    ]
    lines = [(line, share) for line, share in lines if share % 1 >= Fraction(1, 2)]
    if not lines:
        return None
    line, share = rng.choice(lines)
    return _percent(facts, line, Decimal(int(share)), Decimal(int(share) + 1))


def percent_wrong(facts: Facts, rng: Random) -> Faulty:
    """A percentage has nothing to do with its figures."""
    program, activity = _any(facts, rng)
    right = int(Fraction(activity.spent) / activity.revised * 10_000 + Fraction(1, 2))
    return _percent(facts, f"{program.code}.{activity.code}", Decimal(right + 317), Decimal(right))


def _percent(facts: Facts, line: str, stated: Decimal, right: Decimal) -> Faulty:
    """Type a percentage, given in hundredths of a per cent."""
    made = book(facts)
    made.put("realization", line, "percent", stated.scaleb(-4))
    cells = tuple(made.place("realization", line, column) for column in ("percent", "budget", "realization"))
    found = Found("percentage_is_right", cells, stated.scaleb(-2), right.scaleb(-2), "warning")
    return Faulty(made, found, facts)


def remaining(facts: Facts, rng: Random) -> Faulty:
    """What is left of a kegiatan's budget was typed, and wrong."""
    made = book(facts)
    program, activity = _any(facts, rng)
    line = f"{program.code}.{activity.code}"
    right = activity.revised - activity.spent
    stated = right + rng.choice((-45, 9, 180_000))
    made.put("realization", line, "remaining", stated)
    cells = tuple(made.place("realization", line, column) for column in ("remaining", "budget", "realization"))
    return Faulty(made, Found("difference_is_right", cells, stated, right), facts)


def change(facts: Facts, rng: Random) -> Faulty:
    """By how much the DPPA changes a kegiatan was typed, and wrong."""
    made = book(facts)
    program, activity = _any(facts, rng)
    line = f"{program.code}.{activity.code}"
    right = activity.revised - activity.initial
    stated = right + rng.choice((1_000, -54_000))
    made.put("dppa", line, "change", stated)
    cells = tuple(made.place("dppa", line, column) for column in ("change", "before", "after"))
    return Faulty(made, Found("difference_is_right", cells, Decimal(stated), Decimal(right)), facts)


def before(facts: Facts, rng: Random) -> Faulty:
    """A kegiatan's amount before the revision is not the DPA's; all sums of the DPPA are right."""
    program, activity = _any(facts, rng)
    changed = replace(activity, initial=activity.initial + rng.choice((1_000, 90_000_000)))
    made = book(facts, dppa=facts.changed(program.changed(changed)))
    line = f"{program.code}.{activity.code}"
    cells = (made.place("dppa", line, "before"), made.place("dpa", line, "budget"))
    found = Found("revision_starts_from_budget", cells, Decimal(changed.initial), Decimal(activity.initial))
    return Faulty(made, found, facts)


def stale(facts: Facts, rng: Random) -> Faulty:
    """The realization has another budget for a kegiatan than the DPPA; all its sums are right."""
    program, activity = _any(facts, rng)
    changed = replace(activity, revised=activity.revised + rng.choice((1_000, 12_500_000)))
    made = book(facts, realization=facts.changed(program.changed(changed)))
    line = f"{program.code}.{activity.code}"
    cells = (made.place("realization", line, "budget"), made.place("dppa", line, "after"))
    found = Found("realization_uses_current_budget", cells, Decimal(changed.revised), Decimal(activity.revised))
    return Faulty(made, found, facts)


def unreported(facts: Facts, rng: Random) -> Faulty | None:
    """The realization leaves a kegiatan out, in its sums as well."""
    fitting = [program for program in facts.programs if len(program.activities) > 1]
    if not fitting:
        return None
    program = rng.choice(fitting)
    left_out = rng.choice(program.activities)
    rest = tuple(activity for activity in program.activities if activity is not left_out)
    changed = facts.changed(replace(program, activities=rest))
    made = book(facts, realization=changed)
    cells = (made.place("dppa", f"{program.code}.{left_out.code}", "name"),)
    found = Found("budgeted_lines_are_reported", cells, None, Decimal(left_out.revised))
    return Faulty(made, found, changed)


def unbudgeted(facts: Facts, rng: Random) -> Faulty:
    """The realization has a kegiatan, without money, that no budget knows."""
    program = rng.choice(facts.programs)
    extra = Activity("99", STRANGER, 0, 0, Decimal(0), (0, 0, 0, 0), "orang", 1, 1, 1)
    changed = facts.changed(replace(program, activities=(*program.activities, extra)))
    made = book(facts, realization=changed)
    cells = (made.place("realization", f"{program.code}.99", "name"),)
    return Faulty(made, Found("reported_lines_are_budgeted", cells, Decimal(0)), facts)


def doubled(facts: Facts, rng: Random) -> Faulty:
    """A kegiatan stands twice in the table of targets and results."""
    program, activity = _any(facts, rng)
    twice = replace(program, activities=(*program.activities, replace(activity, code="98")))
    made = book(facts, performance=facts.changed(twice))
    lines = (f"{program.code}.{activity.code}", f"{program.code}.98")
    first, further = sorted(lines, key=lambda line: made.spots["performance", line, "name"][1])
    cells = (made.place("performance", further, "name"), made.place("performance", first, "name"))
    return Faulty(made, Found("line_stands_once", cells), facts)


def plan_year(facts: Facts, rng: Random) -> Faulty:
    """The plan is another year's."""
    return _year(facts, rng, {"plan": ["title"]}, facts)


def performance_year(facts: Facts, rng: Random) -> Faulty:
    """The performance workbook is another year's, on each of its sheets."""
    titles = {"performance": ["title"], "indicators": ["title"], "medium_term": ["title"]}
    return _year(facts, rng, titles, facts)


def agreement_year(facts: Facts, rng: Random) -> Faulty:
    """The agreement is another year's, at both its stages."""
    return _year(facts, rng, {"agreement": ["initial", "revised"]}, facts)


def realization_year(facts: Facts, rng: Random) -> Faulty:
    """The realization is another year's, so that the package has none."""
    return _year(facts, rng, {"realization": ["title"]}, None)


def _year(facts: Facts, rng: Random, titles: Mapping[str, Sequence[str]], realized: Facts | None) -> Faulty:
    """Write some kinds with another year; the profile says which year the package is of."""
    year = facts.year + rng.choice((-1, 1))
    made = book(facts, **dict.fromkeys(titles, replace(facts, year=year)))
    stating = (made.place(kind, title, "year") for kind in titles for title in titles[kind])
    cells = (*stating, made.place("profile", "year", "year"))
    return Faulty(made, Found("office_and_year_agree", cells, str(year), str(facts.year)), realized)


def office(facts: Facts, rng: Random) -> Faulty:
    """The realization names another office."""
    other = replace(facts, office=rng.choice(("Dinas Pariwisata", "Badan Penanggulangan Bencana", "Kecamatan Rawalo")))
    made = book(facts, realization=other)
    cells = (made.place("realization", "office", "office"), made.place("profile", "office", "office"))
    return Faulty(made, Found("office_and_year_agree", cells, other.full_office, facts.full_office), facts)


def _any(facts: Facts, rng: Random) -> tuple[Program, Activity]:
    program = rng.choice(facts.programs)
    return program, rng.choice(program.activities)


FAULTS: dict[str, Callable[[Facts, Random], Faulty | None]] = {
    made.__name__: made
    for made in (
        plan_program,
        plan_total,
        plan_text,
        staff_row,
        staff_totals,
        staff_label,
        quarter,
        overspent,
        percent_cut,
        percent_wrong,
        remaining,
        change,
        before,
        stale,
        unreported,
        unbudgeted,
        doubled,
        plan_year,
        performance_year,
        agreement_year,
        realization_year,
        office,
    )
}
"""Every fault by name. One that a package has no place for gives ``None``."""
