"""All tables of a package -> the Dataset: whose it is, which documents count, which budget line each name means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline import documents, payments, registers
from pipeline.budget import Tree, tree
from pipeline.matching import Candidate, assign
from pipeline.model import BudgetLine, Dataset, Finding, Pairing, Table, doubtful
from pipeline.office import of_other_office, of_other_year, office, organisation_code
from pipeline.spelling import same_name


def build(tables: Sequence[Table], findings: Sequence[Finding] = ()) -> Dataset:
    """Return the package that some tables make up; ``findings`` are those made while the tables were read."""
    whose = office(tables)
    foreign = of_other_year(tables, whose.year)
    ours = [table for table in tables if table not in foreign]
    used, duplicates, disagreements = documents.agreed(ours, of_other_office(ours, whose.name))
    aliases = _aliases(used)
    budget = tree(used, aliases, organisation_code(used), doubtful([*findings, *disagreements]))
    agreed, pairings = _agreements(budget, aliases)
    lines = tuple(budget.lines.values())
    agreed, doubled, opened = _registers(agreed, lines, aliases)
    paid = [table for table in agreed if table.kind == "register"]
    if paid and not any(table.kind == "realization" for table in agreed):
        lines = registers.with_payments(lines, paid, doubtful(findings))
    return Dataset(
        office=whose,
        tables=agreed,
        budget=lines,
        pairings=budget.pairings + pairings + opened,
        findings=(*findings, *disagreements),
        aside=(
            *((table, "other_year") for table in foreign),
            *duplicates,
            *((table, "same_payments") for table in doubled),
        ),
    )


def _registers(
    tables: Sequence[Table], lines: Sequence[BudgetLine], aliases: Mapping[str, str]
) -> tuple[tuple[Table, ...], list[Table], tuple[Pairing, ...]]:
    """Return the tables with those registers that count, the others, and the names in them that mean no line."""
    opened: list[Pairing] = []
    keyed: list[Table] = []
    for table in tables:
        if table.kind == "register":
            table, found = registers.keyed(table, lines, aliases)
            opened.extend(found)
        keyed.append(table)
    doubled = payments.doubled([table for table in keyed if table.kind == "register"])
    left = {(table.file, table.sheet, table.header_row) for table in doubled}
    kept = tuple(table for table in keyed if (table.file, table.sheet, table.header_row) not in left)
    return kept, doubled, tuple(opened)


def _aliases(tables: Sequence[Table]) -> dict[str, str]:
    """Return what staff have settled: for a name as written the budget line's name or code."""
    rows = [line.values for table in tables if table.kind == "aliases" for line in table.lines]
    return {same_name(row["written"]): row["meant"] for row in rows if row.get("written") and row.get("meant")}


def _agreements(budget: Tree, aliases: Mapping[str, str]) -> tuple[tuple[Table, ...], tuple[Pairing, ...]]:
    """Give each row of a table that names a program, but is no line itself, that program's key."""
    programs = [line for line in budget.lines.values() if line.level == "program"]
    tables: list[Table] = []
    pairings: list[Pairing] = []
    for table in budget.tables:
        if "program" not in table.columns:
            tables.append(table)
            continue
        keys, found = _programs(table, programs, aliases)
        pairings.extend(found)
        lines = tuple(replace(line, key=keys.get(same_name(line.values.get("program") or ""))) for line in table.lines)
        tables.append(table.replaced(lines=lines))
    return tuple(tables), tuple(pairings)


def _programs(
    table: Table, programs: Sequence[BudgetLine], aliases: Mapping[str, str]
) -> tuple[dict[str, str], list[Pairing]]:
    first = {}
    for line in table.lines:
        name = line.values.get("program")
        if name and same_name(name) not in first:
            first[same_name(name)] = (table.cell(line.row, "program"), name)
    found = assign(
        [Candidate(plain, name) for plain, (_, name) in first.items()],
        [Candidate(line.key, line.name, line.code) for line in programs],
        aliases,
    )
    pairings = [
        Pairing(
            cell,
            name,
            found[plain].evidence,
            found[plain].ident,
            found[plain].score,
            found[plain].margin,
            found[plain].nearest,
        )
        for plain, (cell, name) in first.items()
    ]
    return {plain: match.ident for plain, match in found.items() if match.ident}, pairings
