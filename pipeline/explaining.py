"""What ``pipeline explain`` prints: a rule, all of them, or the nearest ones to a name that there is not."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from pipeline.messages import explanation, schema_checks, text, workbooks
from pipeline.model import SEVERITIES
from pipeline.rules import rules

NEAR = 72.0
"""Likeness (0 to 100) from which a name is taken for the misspelling of another."""
BESIDE = 10.0
"""A name that is less like it than the nearest one by so much is not suggested beside it."""
SUGGESTED = 3
"""Names that are suggested at the most."""


def explained(rule: str, language: str) -> str | None:
    """Return a rule's name and severity, what it asserts, its explanation, what it needs and its law.

    ``None`` where there is no rule and no check of that name.
    """
    told = explanation(rule, language)
    if told is None:
        return None
    lines = [f"{told.name} ({text(f'severity.{told.severity}', language)})", told.title, "", told.text, ""]
    if rule in rules() and rules()[rule].needs:
        lines.append(text("screen.needs", language).format(needs=workbooks(rules()[rule].needs, language)))
    return "\n".join([*lines, text("screen.law", language).format(law=told.law)])


def rule_list(language: str) -> str:
    """Return every name that can be explained with what it asserts, by severity."""
    told = [found for name in _names() if (found := explanation(name, language))]
    width = max(len(found.name) for found in told)
    groups = []
    for severity in SEVERITIES:
        listed = [f"  {each.name:{width}}  {each.title}" for each in told if each.severity == severity]
        groups.append("\n".join([text(f"severity.{severity}", language).capitalize(), *listed]))
    return "\n\n".join(groups)


def no_such_rule(rule: str, language: str) -> str:
    """Return what is said of a name that cannot be explained: the nearest ones, else all of them."""
    typed = "_".join(rule.casefold().replace("-", " ").split())
    found = process.extract(typed, _names(), scorer=fuzz.WRatio, score_cutoff=NEAR, limit=SUGGESTED)
    near = [name for name, likeness, _ in found if likeness > found[0][1] - BESIDE]
    code, names = ("near_rule", near) if near else ("no_rule", _names())
    return text(f"screen.{code}", language).format(rule=rule, names=", ".join(names))


def _names() -> list[str]:
    return sorted({*rules(), *schema_checks()})
