"""Values as JSON: the same values give the same bytes, and a figure keeps its exact digits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any


def dumps(value: Any) -> bytes:
    r"""Return ``value`` as UTF-8 JSON: keys in the given order, indented by 2, lines ended by ``\n``.

    Takes mappings with text keys, lists, tuples, text, int, bool, None and Decimal. Raises TypeError for any other
    type, a float included since its digits are not exact, and ValueError for a Decimal that is no finite number.
    """
    # A file name that is no valid Unicode holds lone surrogates; their backslash form is an escape of JSON too.
    return (_text(value, "\n") + "\n").encode("utf-8", "backslashreplace")


def loads(data: bytes) -> Any:
    """Return the value that JSON bytes hold, a figure with a decimal point as Decimal. Raises ValueError otherwise."""
    return json.loads(data, parse_float=Decimal)


def _text(value: Any, newline: str) -> str:
    inner = newline + "  "
    match value:
        case Mapping():
            return _enclosed("{}", (f"{_key(key)}: {_text(item, inner)}" for key, item in value.items()), newline)
        case list() | tuple():
            return _enclosed("[]", (_text(item, inner) for item in value), newline)
        case Decimal():
            return _figure(value)
        case float():
            raise TypeError(f"{value!r} is a float; figures are written exactly, as int or Decimal")
        case _:
            return json.dumps(value, ensure_ascii=False)


def _enclosed(brackets: str, items: Iterable[str], newline: str) -> str:
    inner = newline + "  "
    body = f",{inner}".join(items)
    return f"{brackets[0]}{inner}{body}{newline}{brackets[1]}" if body else brackets


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"{key!r} is no text and so no key of a JSON object")
    return json.dumps(key, ensure_ascii=False)


def _figure(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError(f"{value} is no number that JSON can state")
    if value == value.to_integral_value():
        return str(int(value))
    return format(value, "f").rstrip("0")  # 74.10 and 74.1 are one value and so one text
