"""What a person sees on the screen after a command."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline import serialise, templates
from pipeline.comparison import compared
from pipeline.grouping import in_order
from pipeline.messages import causes, figure, sentence, text, verdict
from pipeline.model import SEVERITIES, Finding, Outcome
from pipeline.ratios import percent, rupiah
from pipeline.run import PackageRun
from pipeline.staging import MARKED
from pipeline.totals import totals

SHOWN = 10
"""Findings that the summary of a run lists; the workbook lists all."""


def run_summary(package: PackageRun, language: str) -> str:
    """Return what was read, the totals, the findings by severity, and what to open."""
    changes = compared(package.changes, language) if package.changes else []
    lines = [*_head(package, language), *changes, *_shown(package, language), *_outputs(package, language)]
    return "\n".join(lines)


def check_summary(package: PackageRun, language: str) -> str:
    """Return what was read, the totals, and every finding."""
    return "\n".join([*_head(package, language), *_shown(package, language, None)])


def as_json(packages: Sequence[PackageRun]) -> str:
    """Return the results of some packages as JSON."""
    made = [
        package.result
        or {"package": package.package.name, "status": "rejected", "failure": package.failure and package.failure.error}
        for package in packages
    ]
    return serialise.dumps(made).decode()


def _head(package: PackageRun, language: str) -> list[str]:
    say = _sayer(language)
    if package.failure or package.outcome is None:
        return [f"{package.package.name}: {line}" for line in _failure(package, language)]
    outcome = package.outcome
    office = outcome.data.office
    whose = ", ".join(filter(None, (office.name or say("no_office"), str(office.year or say("no_year")))))
    lines = [f"{outcome.package}: {whose} ({text(f'status.{outcome.status}', language)})", _read(outcome, language)]
    if outcome.data.budget:
        lines.append(_amounts(outcome, language))
    counts = [f"{outcome.count(severity)} {text(f'severity.{severity}', language)}" for severity in SEVERITIES]
    counts += [say("accepted", count=outcome.accepted)] if outcome.accepted else []
    lines.append(say("findings", counts=", ".join(counts)))
    return lines


def _failure(package: PackageRun, language: str) -> list[str]:
    say = _sayer(language)
    failure = package.failure
    if failure is None:
        return [say("nothing")]
    if not failure.defect:
        return [say("not_written", folder=package.folder or package.package.folder, error=failure.error)]
    where = say("log", log=failure.log) if failure.log else say("no_log")
    return [say("defect", file=failure.file, error=failure.error), where]


def _read(outcome: Outcome, language: str) -> str:
    say = _sayer(language)
    tables = sum(1 for file in outcome.inputs for table in file.tables if table.kind)
    unused = [
        f"{file.file}{f' ({table.sheet})' if table.sheet else ''}: {text(f'reason.{table.reason}', language)}"
        for file in outcome.inputs
        for table in file.tables
        if table.reason and table.reason != "choices"  # a part of our own workbook, which nobody expects to be used
    ]
    unused += [f"{file.file}: {text(f'reason.{file.reason}', language)}" for file in outcome.inputs if file.reason]
    read = sum(not file.reason for file in outcome.inputs)
    lines = [say("read", files=read, tables=tables)]
    lines += [say("unused", what=what) for what in unused]
    return "\n".join(lines)


def _amounts(outcome: Outcome, language: str) -> str:
    found = totals(outcome.data)

    def shown(sen: int | None) -> str:
        amount = rupiah(sen)
        return "-" if amount is None else figure(amount, language)

    say = _sayer(language)
    share = percent(found.realization, found.budget)
    parts = [
        say(f"total_{name}", amount=shown(sen))
        for name, sen in (("initial", found.initial), ("revised", found.revised), ("realization", found.realization))
        if sen is not None
    ]
    percentage = "" if share is None else f" ({figure(share, language)} %)"
    return f"  {', '.join(parts)}{percentage}" if parts else say("no_totals")


def _shown(package: PackageRun, language: str, most: int | None = SHOWN) -> list[str]:
    """Return the findings, those that staff accept behind the open ones."""
    if package.outcome is None:
        return []
    accepted = {finding.id for finding in package.outcome.findings if finding.state == "accepted"}
    found = sorted(in_order(package.outcome.findings), key=lambda finding: (finding.follows or finding.id) in accepted)
    lines = [_finding(finding, language) for finding in found[:most]]
    if most is not None and len(found) > most:
        lines.append(_sayer(language)("more", count=len(found) - most))
    return lines


def _finding(finding: Finding, language: str) -> str:
    first = finding.cells[0]
    others = ", ".join(_short(cell, first) for cell in finding.cells[1:4])
    more = f", +{len(finding.cells) - 4}" if len(finding.cells) > 4 else ""
    severity = text(f"severity.{finding.severity}", language)
    if finding.state == "accepted":
        severity = f"({text('state.accepted', language)}) {severity}"
    if finding.follows:
        severity = f"  ({_sayer(language)('follows')}) {severity}"
    head = f"    {severity} {finding.rule}: {first}{f', {others}{more}' if others else ''}"
    because = [
        f"      {said} ({', '.join(_short(cell, first) for cell in cells)})"
        for said, cells in causes(finding, language)
    ]
    told = verdict(finding, language)
    return "\n".join([head, f"      {sentence(finding, language)}", *because, *([f"      {told}"] if told else [])])


def _short(cell: object, first: object) -> str:
    """Return a cell without the file and sheet that it shares with the first one."""
    whole, head = str(cell), str(first).rsplit("!", 1)[0]
    return whole.removeprefix(f"{head}!")


def _outputs(package: PackageRun, language: str) -> list[str]:
    say = _sayer(language)
    if package.folder is None or package.outcome is None:
        return []
    filled_in = tuple(Path(file).stem for file in templates.files())
    lines = []
    for notice in package.notices:
        forgotten = notice.kind == "archived" and notice.file.startswith(filled_in)
        kind = "forgotten" if forgotten else notice.kind
        lines.append(say(f"notice_{kind}", file=notice.file, to=notice.to))
    answers = [file for file in package.files if file.startswith(filled_in)]
    copies = [file for file in package.files if file.startswith(f"{MARKED}/")]
    reports = [file for file in package.files if file not in answers and file not in copies]
    lines += [say("open", file=package.folder / file) for file in reports]
    lines += [say("marked", folder=package.folder / MARKED, count=len(copies))] if copies else []
    lines += [
        say("unmarked", file=file, reason=text(f"reason.file_{reason}", language)) for file, reason in package.unmarked
    ]
    lines += [say("fill_in", file=package.folder / file) for file in answers]
    return lines or [say("nothing")]


class _Sayer:
    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, code: str, **facts: object) -> str:
        return text(f"screen.{code}", self.language).format(**facts)


def _sayer(language: str) -> _Sayer:
    return _Sayer(language)
