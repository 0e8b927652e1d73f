"""A person's own workbook with the findings in it: cells coloured, notes beside them, a list of all in front.

The workbook is never saved anew: of its zip only the parts in which something is shown are changed, and of these parts
only the places themselves, so that charts, checks of entries, print set-up, macros and notes stay as they are.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

from pipeline.marking.mark import Mark
from pipeline.marking.patching import patched
from pipeline.marking.rebuild import rebuilt
from pipeline.messages import text
from pipeline.model import Problem
from pipeline.ooxml import Package

__all__ = ["Copy", "Mark", "copy", "marked"]


@dataclass(frozen=True, slots=True)
class Copy:
    """A marked copy: how it is called, and its bytes."""

    name: str
    data: bytes


def copy(name: str, data: bytes, marks: Sequence[Mark], language: str = "id") -> bytes | None:
    """Return the bytes of the marked copy of a file, ``None`` where none can be made."""
    made = marked(name, data, marks, language)
    return made.data if isinstance(made, Copy) else None


def marked(name: str, data: bytes, marks: Sequence[Mark], language: str = "id") -> Copy | Problem:
    """Return the marked copy of a file; the same file and marks give the same bytes.

    ``name`` is the file's, ``data`` its content. A format that is no zip of XML is built anew as an .xlsx, whose name
    stands behind the whole name of the file. Never raises for what a file holds. The reason of a problem is one of
    ``grids.read``, or ``shared`` for a workbook that several people edit at once, whose history knows each sheet.
    """
    try:
        kind = _kind(data)
        if isinstance(kind, Problem):
            return kind
        if kind == "xml":
            return Copy(name, patched(data, name, marks, (), language))
        plain = rebuilt(name, data)
        if isinstance(plain, Problem):
            return plain
        remark = text("marked.rebuilt", language).format(form=Path(name).suffix.lower() or name)
        return Copy(f"{name}.xlsx", patched(plain, name, marks, (remark,), language))
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, NotImplementedError, LookupError, ValueError):
        return Problem("damaged")
    except (RuntimeError, EOFError, StopIteration):  # an encrypted zip, one cut short, an element that must be there
        return Problem("damaged")


def _kind(data: bytes) -> str | Problem:
    """Tell whether a file is a zip of XML, which can be changed in place, or why no copy should be made."""
    if not data.startswith(b"PK\x03\x04"):  # an old .xls may hold a zip, too
        return "other"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        package = Package(archive)
        if package.too_large:
            return Problem("too_large")
        if any(name.startswith("xl/revisions/") for name in package.members):
            return Problem("shared")
        return (
            "xml"
            if "[content_types].xml" in package.members
            and not any(name.endswith("workbook.bin") for name in package.members)
            else "other"
        )
