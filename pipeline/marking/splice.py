"""XML parts of a person's workbook are changed by splicing: what is not replaced stays, byte for byte.

Everything that is put in is plain ASCII with character references, which means the same in every encoding that keeps
ASCII; a part in UTF-16 is brought into UTF-8 first.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.parsers import expat
from xml.sax.saxutils import escape

Edit = tuple[int, int, bytes]
"""From where to where something is replaced, and by what; an insertion replaces nothing."""

_TAG = re.compile(rb"""<[^\s/>]+(?:\s+[^\s=/>"']+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')""")
_DECLARED = re.compile(r"""^(<\?xml\b[^>]*?encoding\s*=\s*["'])[^"']*""")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SEEMS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a part: its path of local names, and where it stands as bytes count from 0.

    ``prefix`` carries its colon. ``inner`` is behind the start tag, ``close`` before the end tag; both are ``end``
    where the element is written as ``<x/>``. The names of attributes are as written, prefix included.
    """

    path: str
    prefix: str
    attributes: Mapping[str, str]
    start: int
    inner: int
    close: int
    end: int

    @property
    def name(self) -> str:
        """The local name."""
        return self.path.rpartition("/")[2]


def legible(data: bytes) -> bytes:
    """Return a part as it is, one in UTF-16 in UTF-8."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    return _DECLARED.sub(r"\g<1>UTF-8", data.decode("utf-16")).encode()


def elements(data: bytes) -> list[Element]:
    """Return the elements of a small part in the order of their starts; raises ``expat.ExpatError``."""
    found: dict[int, Element] = {}
    opened: list[tuple[str, Mapping[str, str], int]] = []
    path: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        path.append(local(tag))
        opened.append((tag, attributes, parser.CurrentByteIndex))

    def end(_: str) -> None:
        tag, attributes, begin = opened.pop()
        inner = tag_end(data, begin)
        close, behind = (inner, inner) if is_empty(data, inner) else closing(data, parser.CurrentByteIndex)
        found[begin] = Element("/".join(path), tag[: -len(path.pop())], attributes, begin, inner, close, behind)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    return [found[begin] for begin in sorted(found)]


def local(tag: str) -> str:
    """Return a name without its prefix."""
    return tag.rpartition(":")[2]


def tag_end(data: bytes, start: int) -> int:
    """Return the place behind the start tag that begins at ``start``; raises ValueError where there is none."""
    found = _TAG.match(data, start)
    if found is None:
        raise ValueError("no start tag")
    return found.end()


def is_empty(data: bytes, inner: int) -> bool:
    """Tell whether the start tag that ends at ``inner`` is the whole element."""
    return data[inner - 2 : inner] == b"/>"


def closing(data: bytes, close: int) -> tuple[int, int]:
    """Return where the end tag at ``close`` begins and the place behind it."""
    return close, data.index(b">", close) + 1


def with_attributes(tag: bytes, values: Mapping[str, str | None]) -> bytes:
    """Return a start tag with some attributes set, the others and their order kept; ``None`` takes one away."""
    pending = dict(values)

    def changed(found: re.Match[bytes]) -> bytes:
        name = found.group(1).decode("ascii", "replace")
        if name not in pending:
            return found.group()
        value = pending.pop(name)
        return b"" if value is None else attribute(name, value)

    name = re.match(rb"<[^\s/>]+", tag)
    if name is None:
        raise ValueError("no start tag")
    kept = _ATTRIBUTE.sub(changed, tag[name.end() :])
    new = b"".join(attribute(key, value) for key, value in pending.items() if value is not None)
    return name.group() + new + kept


def attribute(name: str, value: str) -> bytes:
    """Return an attribute as it is written behind a name."""
    return f' {name}="{escaped(value)}"'.encode("ascii")


def restyled(data: bytes, element: Element, values: Mapping[str, str | None]) -> Edit:
    """Return the edit that sets attributes of an element."""
    return element.start, element.inner, with_attributes(data[element.start : element.inner], values)


def appended(
    data: bytes, element: Element, content: bytes, values: Mapping[str, str | None] | None = None
) -> list[Edit]:
    """Return the edits that put content at the end of an element, and set attributes of it."""
    tag = with_attributes(data[element.start : element.inner], values or {})
    if is_empty(data, element.inner):
        end = f"</{element.prefix}{element.name}>".encode("ascii")
        return [(element.start, element.inner, tag.rstrip(b"/>").rstrip() + b">" + content + end)]
    kept = [(element.start, element.inner, tag)] if values else []
    return [*kept, (element.close, element.close, content)]


def place_for(children: Sequence[Element], parent: Element, later: Iterable[str]) -> int:
    """Return where a new child belongs: before the first of the children that must stand behind it.

    Raises ValueError for a parent written as ``<x/>``, in which nothing can stand.
    """
    if parent.inner == parent.end:
        raise ValueError(f"{parent.name} is empty")
    names = frozenset(later)
    return next((child.start for child in children if child.name in names), parent.close)


def spliced(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the part with all edits made; insertions at one place keep their order."""
    pieces: list[bytes] = []
    at = 0
    for start, end, content in sorted(edits, key=lambda edit: edit[:2]):
        if start < at:
            raise ValueError("two edits of one place")
        pieces += [data[at:start], content]
        at = end
    return b"".join([*pieces, data[at:]])


def prefixed(xml: str, prefix: str) -> bytes:
    """Return a piece of XML with a prefix at each of its names that has none."""
    return re.sub(r"(</?)(?=\w+[\s/>])", rf"\g<1>{prefix}", xml).encode("ascii")


def escaped(text: str) -> str:
    """Return a text as it is written in XML, in ASCII: what XML forbids is dropped, what Excel would decode is kept."""
    text = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = escape(_SEEMS_ESCAPED.sub("_x005F_", text), {'"': "&quot;"})
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")
