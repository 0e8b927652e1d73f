"""What the schemas say, as plain values: the kinds of workbook with their columns and layouts, found by folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import schemas
from pipeline.spelling import key
from schemas.base import Layout, Workbook


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a kind: the parser of its cells, its headers (the first is the official one), what it means."""

    name: str
    parser: str
    headers: tuple[str, ...]
    keys: frozenset[str]
    required: bool
    description: str
    fill: bool = False
    telling: bool = True
    below: str = ""
    difference: tuple[str, str] | None = None
    quotient: tuple[str, str] | None = None
    period_of: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """A kind in one of its layouts, with the fields as this layout heads them."""

    kind: str
    title: str
    layout: Layout
    fields: Mapping[str, Field]

    @property
    def required(self) -> frozenset[str]:
        """The columns without which a sheet is not of this kind."""
        return frozenset(name for name, field in self.fields.items() if field.required)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of workbook; ``model`` is its pandera schema."""

    name: str
    title: str
    model: type[Workbook]
    fields: Mapping[str, Field]
    editions: tuple[Edition, ...]


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by the name of its module under ``schemas``."""
    found = {}
    for module in sorted(pkgutil.iter_modules(schemas.__path__), key=lambda info: info.name):
        for value in vars(importlib.import_module(f"schemas.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, Workbook) and value is not Workbook:
                found[module.name] = _kind(module.name, value)
    return found


@cache
def editions() -> tuple[Edition, ...]:
    """Return every layout of every kind."""
    return tuple(edition for kind in kinds().values() for edition in kind.editions)


def _kind(name: str, model: type[Workbook]) -> Kind:
    config: Any = model.Config
    annotated = {field: info for field, info in model.to_schema().columns.items() if info.metadata}
    fields = {field: _field(field, info.metadata, info.description or "") for field, info in annotated.items()}
    layouts: tuple[Layout, ...] = config.metadata["layouts"]
    return Kind(
        name,
        config.title,
        model,
        fields,
        tuple(Edition(name, config.title, layout, _under(fields, layout)) for layout in layouts),
    )


def _field(name: str, facts: Mapping[str, Any], description: str) -> Field:
    headers = facts["headers"]
    rest = {fact: value for fact, value in facts.items() if fact != "headers"}
    return Field(name=name, headers=headers, keys=_keys(headers), description=description, **rest)


def _keys(headers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key(header) for header in headers)


def _under(fields: Mapping[str, Field], layout: Layout) -> Mapping[str, Field]:
    changed = {}
    for name, field in fields.items():
        headers = layout.headers.get(name, field.headers)
        facts = {slot: getattr(field, slot) for slot in Field.__slots__ if slot not in ("headers", "keys")}
        changed[name] = Field(headers=headers, keys=_keys(headers), **facts)
    return changed
