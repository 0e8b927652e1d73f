"""What was read -> the Outcome: the dataset, validated and reconciled."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import dataset, rules, validate, waivers
from pipeline.grouping import grouped
from pipeline.identity import identified
from pipeline.model import SEVERITIES, Finding, Outcome
from pipeline.reading import PackageReading, with_aside


def outcome(package: str, reading: PackageReading, language: str = "id") -> Outcome:
    """Validate and reconcile what the files of a package hold."""
    data = dataset.build(reading.tables, reading.findings)
    checked = rules.check(data)
    found = identified(data, [*data.findings, *validate.check(data.tables), *checked.findings])
    waived = waivers.applied(data, grouped(data, _sorted(found)))
    findings = _sorted([*waived.findings, *waived.remarks])
    examined = {**checked.examined, **waived.examined}
    inputs = with_aside(reading.inputs, data.aside)
    return Outcome(package, data, inputs, tuple(findings), examined, checked.skipped, language)


def _sorted(findings: Sequence[Finding]) -> list[Finding]:
    """Errors first, then by rule; within a rule in the order of the workbooks."""
    return sorted(findings, key=lambda finding: (SEVERITIES.index(finding.severity), finding.rule))
