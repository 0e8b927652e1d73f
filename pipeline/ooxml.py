"""The zip of an Office file: its size, its parts, its worksheets, its styles and its custom properties.

What the parts say of cells is read in ``survey``.
"""

from __future__ import annotations

import posixpath
import zipfile
from functools import cached_property, lru_cache
from typing import IO
from xml.parsers import expat

LARGEST_MEMBER, LARGEST_TOTAL = 1_500_000_000, 3_000_000_000  # bytes that the parts of a zip may declare


class Package:
    """An open zip. Its parts are found whatever the case and the slashes of their names.

    Broken content raises: ``zipfile.BadZipFile``, ``zlib.error``, ``expat.ExpatError``, or ``KeyError`` for an
    attribute that is missing. A part that is missing has no content.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.members = {name.replace("\\", "/").lower(): name for name in archive.namelist()}

    @property
    def too_large(self) -> bool:
        """Whether the parts declare more than should be unpacked; ``ValueError`` where there is none."""
        sizes = [entry.file_size for entry in self.archive.infolist()]
        return max(sizes) > LARGEST_MEMBER or sum(sizes) > LARGEST_TOTAL

    def open(self, path: str) -> IO[bytes]:
        """Open a part to read it a piece at a time; ``KeyError`` where it is missing."""
        return self.archive.open(self.members.get(path.lower(), path))

    def worksheets(self) -> dict[str, str]:
        """Return the path of each worksheet's part by title, without chart sheets."""
        found: dict[str, str] = {}
        for element, attributes in elements(self._part(self._main)):
            kind, target = self._references.get(attributes.get("id", ""), ("", ""))
            if element == "workbook/sheets/sheet" and kind == "worksheet":
                found[attributes["name"]] = target
        return found

    def styles(self) -> bytes:
        """Return the part that describes the looks of cells."""
        return self._part(next((target for kind, target in self._references.values() if kind == "styles"), ""))

    def custom_properties(self) -> frozenset[str]:
        """Return the names of the custom document properties."""
        return frozenset(
            attributes["name"] for _, attributes in elements(self._part("docProps/custom.xml")) if "name" in attributes
        )

    @cached_property
    def _main(self) -> str:
        """The path of the workbook's main part."""
        targets = (target for kind, target in self._related("").values() if kind == "officeDocument")
        return next(targets, "xl/workbook.xml")

    @cached_property
    def _references(self) -> dict[str, tuple[str, str]]:
        """Kind and path of the parts that the main part refers to, by the identifier of the reference."""
        return self._related(self._main)

    def _related(self, owner: str) -> dict[str, tuple[str, str]]:
        """Return kind and path of the parts that a part refers to, by the identifier of the reference."""
        folder, base = posixpath.split(owner)
        return {
            attributes["Id"]: (
                posixpath.basename(attributes["Type"]),
                posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/"),
            )
            for element, attributes in elements(self._part(posixpath.join(folder, "_rels", f"{base}.rels")))
            if element == "Relationships/Relationship"
        }

    def _part(self, path: str) -> bytes:
        return self.archive.read(self.members[path.lower()]) if path.lower() in self.members else b""


def elements(data: bytes) -> list[tuple[str, dict[str, str]]]:
    """Return path and attributes of each element of a small XML part, in order, all names without namespaces."""
    found: list[tuple[str, dict[str, str]]] = []
    open_names: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        open_names.append(local_name(tag))
        found.append(("/".join(open_names), {local_name(key): value for key, value in attributes.items()}))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_names.pop()
    if data:
        parser.Parse(data, True)
    return found


@lru_cache(maxsize=256)
def local_name(name: str) -> str:
    """Return a name without its namespace; asked for each element of a sheet, of which there are few kinds."""
    return name.rpartition(" ")[2]
