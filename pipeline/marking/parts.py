"""The parts of a workbook's zip while some are changed: their content, what they refer to, what type they have."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from itertools import count
from typing import NamedTuple

from pipeline.marking.splice import appended, attribute, elements, legible, spliced
from pipeline.ooxml import Package

TYPES = "[Content_Types].xml"
STRICT, TRANSITIONAL = (
    "http://purl.oclc.org/ooxml/officeDocument",
    "http://schemas.openxmlformats.org/officeDocument/2006",
)
_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows: the same parts give the same bytes
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NO_REFERENCES = f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()


class Reference(NamedTuple):
    """What a part refers to: the identifier, the last word of its type, and the path of the other part."""

    id: str
    kind: str
    target: str


class Parts:
    """The parts of a zip by path; one is found whatever the case and the slashes of its name.

    Raises ``zipfile.BadZipFile``, ``zlib.error``, ``expat.ExpatError``, ``KeyError`` or ``ValueError`` where the zip or
    what is asked for is broken.
    """

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(BytesIO(data))
        self.members = Package(self.archive).members
        self.changed: dict[str, bytes] = {}

    def __contains__(self, path: str) -> bool:
        return path.lower() in self.members or path in self.changed

    def names(self, ending: str) -> list[str]:
        """Return the paths of the parts whose names end so."""
        return [path for path in self.members if path.endswith(ending)]

    def read(self, path: str) -> bytes:
        """Return a part; ``KeyError`` where it is missing."""
        name = self.members.get(path.lower(), path)
        return self.changed[name] if name in self.changed else legible(self.archive.read(name))

    def write(self, path: str, data: bytes) -> None:
        """Change a part, or add one."""
        self.changed[self.members.get(path.lower(), path)] = data

    def free(self, pattern: str) -> str:
        """Return a path that no part has, and no stray type is declared for; ``{}`` in it becomes a number."""
        types = self.read(TYPES).decode("ascii", "ignore").lower()
        paths = (pattern.format(number) for number in count(1))
        return next(path for path in paths if path not in self and f'"/{path.lower()}"' not in types)

    def references(self, owner: str) -> list[Reference]:
        """Return what a part refers to inside the zip; ``""`` is the zip itself."""
        path = _references_of(owner)
        return [
            Reference(
                found.attributes["Id"],
                posixpath.basename(found.attributes["Type"]),
                posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), found.attributes["Target"]))[1:],
            )
            for found in (elements(self.read(path)) if path in self else ())
            if found.path == "Relationships/Relationship" and found.attributes.get("TargetMode") != "External"
        ]

    def target(self, owner: str, kind: str) -> str | None:
        """Return the path of the first part of a kind that a part refers to."""
        return next((found.target for found in self.references(owner) if found.kind == kind), None)

    @property
    def space(self) -> str:
        """Where the names of the document begin: those of Strict or of Transitional."""
        return STRICT if STRICT.encode() in self.read("_rels/.rels") else TRANSITIONAL

    def refer(self, owner: str, kind: str, target: str) -> str:
        """Let a part refer to another one, and return the identifier."""
        path = _references_of(owner)
        data = self.read(path) if path in self else _NO_REFERENCES
        found = elements(data)
        taken = {entry.attributes.get("Id", "").lower() for entry in found}
        new = next(name for number in count(1) if (name := f"rId{number}").lower() not in taken)
        way = posixpath.relpath(target, posixpath.dirname(owner) or ".")
        text = f'<{found[0].prefix}Relationship Id="{new}" Type="{self.space}/relationships/{kind}" Target="{way}"/>'
        self.write(path, spliced(data, appended(data, found[0], text.encode("ascii"))))
        return new

    def declare(self, path: str, content_type: str) -> None:
        """Say what type a new part has."""
        self._typed("Override", {"PartName": f"/{path}", "ContentType": content_type})

    def declare_extension(self, extension: str, content_type: str) -> None:
        """Say what type parts with an extension have, where nothing says it yet."""
        found = elements(self.read(TYPES))
        if not any(entry.attributes.get("Extension", "").lower() == extension for entry in found):
            self._typed("Default", {"Extension": extension, "ContentType": content_type})

    def _typed(self, name: str, values: dict[str, str]) -> None:
        data = self.read(TYPES)
        root = elements(data)[0]
        text = b"".join(attribute(key, value) for key, value in values.items())
        content = f"<{root.prefix}{name}".encode("ascii") + text + b"/>"
        if name == "Default" and root.inner < root.end:  # these stand before the others
            self.write(TYPES, spliced(data, [(root.inner, root.inner, content)]))
        else:
            self.write(TYPES, spliced(data, appended(data, root, content)))

    def data(self) -> bytes:
        """Return the zip: the parts in their order, then the new ones."""
        buffer = BytesIO()
        names = dict.fromkeys(entry.filename for entry in self.archive.infolist())
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in [*names, *(name for name in self.changed if name not in names)]:
                entry = zipfile.ZipInfo(name, _DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                archive.writestr(entry, self.changed[name] if name in self.changed else self.archive.read(name))
        return buffer.getvalue()


def _references_of(owner: str) -> str:
    folder, base = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def declared(xml: str) -> bytes:
    """Return the bytes of a new part."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode("ascii")
