"""The pipeline itself: read -> check -> build -> publish, package by package; what fails in one stops no other."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from pipeline import changes, checking, copies, reading, reports, results, templates, workbook
from pipeline.changes import Changes
from pipeline.manifest import manifest
from pipeline.model import Outcome
from pipeline.packages import Package, find
from pipeline.reports import Skipped
from pipeline.results import Notice
from pipeline.sheets import Sheet

LOG = "pipeline.log"

Tell = Callable[[str], None]
"""Hears what is being worked on: the name of a file, or of a step."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a package could not be produced: a defect of the program, or a folder that cannot be written."""

    file: str
    error: str
    defect: bool
    log: Path | None = None


@dataclass(frozen=True, slots=True)
class PackageRun:
    """What came of one package."""

    package: Package
    outcome: Outcome | None = None
    result: Mapping[str, Any] | None = None
    folder: Path | None = None
    files: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    changes: Changes | None = None
    unmarked: tuple[tuple[str, str], ...] = ()
    """Files with findings of which no marked copy could be made, each with the code of the reason."""
    failure: Failure | None = None

    @property
    def produced(self) -> bool:
        """Whether the package gave what a person can open."""
        return self.failure is None and self.outcome is not None and self.outcome.status != "rejected"


def check(source: Path, *, language: str = "id", tell: Tell = lambda _: None) -> Iterator[PackageRun]:
    """Read, validate and reconcile every package; write nothing."""
    for package in find(source):
        yield _guarded(package, None, partial(_checked, package, language), tell)


def run(
    source: Path, target: Path, *, options: Mapping[str, Any], language: str = "id", tell: Tell = lambda _: None
) -> Iterator[PackageRun]:
    """Produce the outputs of every package below ``target``, in the same relative folder."""
    for package in find(source, without=target):
        folder = target if package.name == "." else target / package.name
        links = _links(source, target, package.name)
        yield _guarded(package, folder, partial(_produced, package, folder, links, options, language), tell)


def _guarded(package: Package, folder: Path | None, work: Callable[[Tell], PackageRun], tell: Tell) -> PackageRun:
    """Do the work of a package; what goes wrong is said, with a log where a folder for it is known."""
    current = "-"

    def told(what: str) -> None:
        nonlocal current
        current = what
        tell(what)

    try:
        return work(told)
    except OSError as error:
        return PackageRun(package, folder=folder, failure=Failure(current, str(error), defect=False))
    except Exception as error:
        failure = Failure(current, f"{type(error).__name__}: {error}", True, _logged(folder))
        return PackageRun(package, folder=folder, failure=failure)


def _logged(folder: Path | None) -> Path | None:
    if folder is None:
        return None
    log = folder / LOG
    try:
        folder.mkdir(parents=True, exist_ok=True)
        log.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return None
    return log


def _checked(package: Package, language: str, tell: Tell) -> PackageRun:
    outcome = checking.outcome(package.name, reading.read(package.files, tell), language)
    tell(package.name)
    result = manifest(outcome, (), {"lang": language}) | {"outputs": []}
    return PackageRun(package, outcome, result)


def _produced(
    package: Package, folder: Path, links: str | None, options: Mapping[str, Any], language: str, tell: Tell
) -> PackageRun:
    outcome = checking.outcome(package.name, reading.read(package.files, tell), language)
    tell(package.name)
    sheets, skipped = reports.build(outcome)
    outputs: dict[str, bytes] = {}
    copied = copies.NONE
    if outcome.status != "rejected":
        outputs[f"LKjIP-{outcome.data.office.year or 'tanpa-tahun'}.xlsx"] = workbook.write(
            sheets, properties=_properties(outcome), links=links
        )
        outputs |= _templates(outcome)
        copied = copies.copies(outcome, {file.name: file for file in package.files})
        outputs |= copied.made
    result = manifest(outcome, _tables(sheets, skipped) if outcome.status != "rejected" else (), options)
    recovered = results.recover(folder)  # what a killed run had still to put in place is the former result
    found = changes.compared(changes.former(folder), result, [rule for rule, _ in outcome.skipped])
    published = results.publish(folder, outputs, result)
    (folder / LOG).unlink(missing_ok=True)  # of a former failure
    found = replace(found, not_written=changes.write(folder, package.name, found))
    notices = recovered + published.notices
    return PackageRun(package, outcome, result, folder, published.files, notices, found, copied.left)


def _templates(outcome: Outcome) -> dict[str, bytes]:
    """Return the workbooks that staff fill in and give back; they are no reports and so have no kind."""
    office = {"author": outcome.data.office.name or "", "company": outcome.data.office.government or "", "kind": ""}
    return {
        file: workbook.write(sheets, properties={"title": Path(file).stem, **office}, links=None)
        for file, sheets in templates.build(outcome).items()
    }


def _tables(sheets: list[Sheet], skipped: list[Skipped]) -> list[dict[str, Any]]:
    """Return what result.json says of each sheet, in the order of the workbook."""
    rows: dict[str, dict[str, Any]] = {
        sheet.name: {"sheet": sheet.name, "rows": sum(len(table.rows) for table in sheet.tables if table.counted)}
        for sheet in sheets
    }
    rows |= {skip.name: {"sheet": skip.name, "skipped": reports.lacking(skip.lacking)} for skip in skipped}
    return [rows[report.name] for report in reports.reports()]


def _properties(outcome: Outcome) -> dict[str, str]:
    office = outcome.data.office
    title = " ".join(filter(None, ("LKjIP", str(office.year or ""), office.name)))
    return {"title": title, "author": office.name or "", "company": office.government or "", "kind": "LKjIP"}


def _links(source: Path, target: Path, package: str) -> str | None:
    """Return the inputs' folder as seen from the outputs'; ``None`` where the two folders are not side by side.

    A longer way would put the machine's own folders into the workbook, which would differ from machine to machine.
    """
    try:
        way = Path(os.path.relpath(source.resolve(), target.resolve()))
    except ValueError:  # two drives of a Windows machine
        return None
    if way.parts.count("..") > 1:
        return None
    up = [".."] * (0 if package == "." else len(Path(package).parts))
    return Path(*up, way, *(() if package == "." else Path(package).parts)).as_posix()
