"""A finding -> a sentence, in a language. Indonesian stands in the rules, other languages in ``texts``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from pipeline.kinds import kinds
from pipeline.model import Cell, Finding, Wording
from pipeline.rules import Needs, rules

LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a person is told of a rule."""

    name: str
    title: str
    law: str
    severity: str
    text: str


def sentence(finding: Finding, language: str = "id") -> str:
    """Return what is wrong, and what to do."""
    return f"{message(finding, language)} {_action(finding.rule, language)}".rstrip()


def message(finding: Finding, language: str = "id") -> str:
    """Return what is wrong."""
    facts: dict[str, Any] = {
        "stated": finding.stated,
        "computed": finding.computed,
        "difference": finding.difference,
        "file": finding.cells[0].file,
        **finding.facts,
    }
    said = _said(_template(finding.rule, language), facts, language)
    more = finding.facts.get("rows_more")
    return said + text("remark.lines_more", language).format(count=more) if more else said


def advice(rule: str, language: str = "id") -> str:
    """Return what to do; where the message says it, what the explanation advises in general."""
    action = _action(rule, language)
    told = explanation(rule, language)
    if action or told is None:
        return action
    general = " ".join(told.text.partition(text("explain.advice", language))[2].split())
    return general[:1].upper() + general[1:]


def verdict(finding: Finding, language: str = "id") -> str:
    """Return what staff wrote of a finding that they accept or once accepted; "" where they wrote nothing."""
    waiver = finding.waiver
    if waiver is None:
        return ""
    who = ", ".join(filter(None, (waiver.by, waiver.date)))
    code = "reopened" if waiver.stale else "accepted"
    return text(f"waiver.{code}", language).format(reason=waiver.reason.rstrip("."), who=f" ({who})" if who else "")


def _action(rule: str, language: str) -> str:
    """Return what to do, where the message itself does not say it."""
    if rule not in rules():
        return text("check.action", language)
    action = rules()[rule].action
    return text(f"rule.{rule}.action", language) if action and language != "id" else action


def cause(kind: str, facts: Mapping[str, Any], language: str = "id") -> str:
    """Return what a cause says."""
    return _said(text(f"cause.{kind}", language), facts, language)


def causes(finding: Finding, language: str = "id") -> list[tuple[str, tuple[Cell, ...]]]:
    """Return what the likely causes of a finding say, each sentence once with all its cells."""
    found: dict[str, tuple[Cell, ...]] = {}
    for one in finding.causes:
        said = cause(one.kind, one.facts, language)
        found[said] = (*found.get(said, ()), *one.cells)
    return list(found.items())


def _said(template: str, facts: Mapping[str, Any], language: str) -> str:
    return template.format_map(_Blank({name: shown_value(value, language) for name, value in facts.items()}))


def workbook(need: str, language: str = "id") -> str:
    """Return what the workbooks of a kind are called; ``agreement.revised`` is a kind at one of its stages."""
    kind, _, stage = need.partition(".")
    return kinds()[kind].title + (text("needs.revised", language) if stage == "revised" else "")


def workbooks(needs: Needs, language: str = "id") -> str:
    """Return which kinds of workbook are needed: all of them, of those in a tuple one."""
    each = [(need,) if isinstance(need, str) else need for need in needs]
    either, both = text("needs.either", language), text("needs.both", language)
    return both.join(either.join(workbook(kind, language) for kind in kinds) for kinds in each)


def explanation(rule: str, language: str = "id") -> Explanation | None:
    """Return what a rule or a schema's check asserts and what to do; ``None`` where there is none of that name."""
    if rule in rules():
        found = rules()[rule]
        title, body = found.title, found.explain
        if language != "id":
            title, body = text(f"rule.{rule}.title", language), text(f"rule.{rule}.explain", language)
        return Explanation(rule, title, found.law, found.severity, body)
    if rule in schema_checks():
        title = _said(_template(rule, language), {"value": "..."}, language)
        return Explanation(rule, title, schema_checks()[rule][1], "error", text("check.explain", language))
    return None


@cache
def schema_checks() -> dict[str, tuple[str, str]]:
    """Return for each check of the schemas what it asserts and the titles of the kinds that it belongs to."""
    found: dict[str, tuple[str, list[str]]] = {}
    for kind in kinds().values():
        for column in kind.model.to_schema().columns.values():
            for check in column.checks:
                titles = found.setdefault(check.name, (check.description, []))[1]
                titles.extend([kind.title] if kind.title not in titles else [])
    return {name: (description, "; ".join(titles)) for name, (description, titles) in found.items()}


def _template(rule: str, language: str) -> str:
    if language != "id":
        return text(f"rule.{rule}.message" if rule in rules() else f"check.{rule}", language)
    return rules()[rule].message if rule in rules() else schema_checks()[rule][0]


def text(code: str, language: str = "id") -> str:
    """Return a text by its code."""
    value: Any = _texts(language)
    for part in code.split("."):
        value = value[part]
    return str(value)


@cache
def _texts(language: str) -> Mapping[str, Any]:
    return tomllib.loads(resources.files("pipeline.texts").joinpath(f"{language}.toml").read_text(encoding="utf-8"))


def shown_value(value: Any, language: str = "id") -> str:
    """Return a figure as it is written in a language, or a text as it is; "-" for nothing."""
    if value is None:
        return "-"
    if isinstance(value, Decimal):
        return figure(value, language)
    if isinstance(value, Wording):
        return _said(text(value.code, language), value.facts, language)
    return str(value)


def figure(value: Decimal, language: str = "id") -> str:
    """Return 1234567.5 as 1.234.567,5 or 1,234,567.5."""
    plain = f"{value:,f}"
    return plain if language != "id" else plain.translate(str.maketrans(",.", ".,"))


class _Blank(dict[str, str]):
    """Facts of a message; one that is not there reads "-"."""

    def __missing__(self, key: str) -> str:
        return "-"
