"""What a person sees on the screen of the changes since the former run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.changes import CHANGES, Changes, Told
from pipeline.messages import text

FEW = 3
"""Findings that are named of each way in which they changed; ``perubahan.json`` names all."""
ALWAYS = ("new", "remaining", "resolved")
"""Ways whose count is told also where it is zero."""


def compared(changes: Changes, language: str) -> list[str]:
    """Return how many findings are new, remain and were resolved, and a few of them; consequences are not told."""
    lines = [_say(language, "changes_not_written", file=CHANGES, error=changes.not_written)] * bool(changes.not_written)
    if changes.former.sha256 is None:
        return [_say(language, "former_unreadable" if changes.former.unreadable else "first_run"), *lines]
    groups = _groups(changes)
    if not any(groups[way] for way in groups if way != "remaining"):
        return [_say(language, "no_changes"), *lines]
    counts = [_say(language, f"count_{way}", count=len(groups[way])) for way in groups if groups[way] or way in ALWAYS]
    lines.append(_say(language, "changes", counts=", ".join(counts)))
    for way in ("resolved", "new", "changed", "unchecked"):
        lines += [_say(language, f"one_{way}", finding=_briefly(finding, language)) for finding in groups[way][:FEW]]
        more = len(groups[way]) - FEW
        lines += [_say(language, "more_changes", count=more, file=CHANGES)] if more > 0 else []
    return lines


def _groups(changes: Changes) -> Mapping[str, Sequence[Told]]:
    """Return the findings that stand on their own by the way in which they changed."""
    ways = {
        "new": changes.new,
        "remaining": changes.remaining,
        "changed": [now for now, _ in changes.changed],
        "resolved": changes.resolved,
        "unchecked": changes.unchecked,
    }
    return {way: [finding for finding in found if not finding.get("follows")] for way, found in ways.items()}


def _briefly(finding: Told, language: str) -> str:
    """Return a finding of ``result.json`` in a few words: severity, rule, checked place."""
    place = "!".join(finding["cells"][0].values())
    severity = text(f"severity.{finding['severity']}", language)
    return f"{severity} {finding['rule']}: {place}"


def _say(language: str, code: str, **facts: object) -> str:
    return text(f"screen.{code}", language).format(**facts)
