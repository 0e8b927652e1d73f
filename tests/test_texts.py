"""The texts of every language: the same codes, a text for every rule and check, the same placeholders."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

import pytest

from pipeline.messages import LANGUAGES, explanation, schema_checks
from pipeline.rules import rules

SOURCE = "id"
OTHERS = tuple(language for language in LANGUAGES if language != SOURCE)
AT_SOURCE = ("title", "message", "action", "explain")
"""What a rule's module says of it in Indonesian, so that only other languages have it among the texts."""


def texts(language: str) -> dict[str, str]:
    content = resources.files("pipeline.texts").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return dict(flat(tomllib.loads(content)))


def flat(values: Mapping[str, Any], above: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in values.items():
        code = f"{above}{name}"
        found.extend(flat(value, f"{code}.") if isinstance(value, dict) else [(code, value)])
    return found


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def from_modules() -> dict[str, str]:
    """What stands in the rules and schemas in Indonesian, by the code that other languages have for it."""
    found = {f"rule.{name}.{part}": getattr(rule, part) for name, rule in rules().items() for part in AT_SOURCE}
    found = {code: text for code, text in found.items() if text}  # a message may say itself what to do
    return found | {f"check.{name}": description for name, (description, _) in schema_checks().items()}


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_codes_of_the_source_and_those_of_the_rules_and_no_others(language: str) -> None:
    assert set(texts(language)) == set(texts(SOURCE)) | set(from_modules())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_blank(language: str) -> None:
    assert [code for code, text in texts(language).items() if not text.strip()] == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("code", sorted(texts(SOURCE)))
def test_placeholders_agree_with_the_source(language: str, code: str) -> None:
    assert placeholders(texts(language)[code]) == placeholders(texts(SOURCE)[code])


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("code", sorted(from_modules()))
def test_placeholders_agree_with_the_rules_and_schemas(language: str, code: str) -> None:
    if code.endswith((".title", ".explain")):
        assert placeholders(texts(language)[code]) == set(), "a title and an explanation stand for every finding"
    else:
        assert placeholders(texts(language)[code]) == placeholders(from_modules()[code])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted({*rules(), *schema_checks()}))
def test_every_rule_and_check_is_explained(language: str, name: str) -> None:
    told = explanation(name, language)
    assert told is not None
    says_what_to_do = {"id": "Yang perlu dilakukan: ", "en": "What to do: "}[language]
    assert says_what_to_do in told.text


@pytest.mark.parametrize(("language", "example"), [("id", "Contoh: "), ("en", "Example: ")], ids=["id", "en"])
@pytest.mark.parametrize("name", sorted(rules()))
def test_every_rule_gives_an_example(language: str, example: str, name: str) -> None:
    told = explanation(name, language)
    assert told is not None
    assert example in told.text
