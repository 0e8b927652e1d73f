"""Packages: the folders below the input folder that hold the workbooks of one office in one year."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path

from pipeline.containers import recognise

NO_PACKAGE = frozenset({"arsip", "tahun-lalu"})
"""Folders for what was moved away and for former years; neither they nor folders inside them are packages."""


@dataclass(frozen=True, slots=True)
class Package:
    """One office in one year.

    ``name`` is the folder relative to the input folder, ``/`` between parts, ``.`` for the input folder itself.
    ``files`` are all files directly in the folder that a person may have put there, workbooks or not, by name.
    """

    name: str
    folder: Path
    files: tuple[Path, ...]


def find(root: Path, without: Path | None = None) -> list[Package]:
    """Return the packages in ``root`` by name: the folder itself and every one below that directly holds a workbook.

    A folder reached twice, through links, counts once, under its own name rather than a link's; loops end.
    ``without`` is a folder that is passed over with all that is in it (the outputs, where they lie inside ``root``).
    Raises OSError where ``root`` is no folder or a folder cannot be listed.
    """
    packages = []
    seen: set[Path] = {without.resolve()} if without else set()
    folders, links = deque([root]), deque[Path]()
    while folders or links:
        folder = folders.popleft() if folders else links.popleft()
        if (place := folder.resolve()) in seen:
            continue
        seen.add(place)
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)  # a Path compares differently on Windows
        files = tuple(entry for entry in entries if not entry.name.startswith(("~$", ".")) and entry.is_file())
        if any(recognise(file).workbook for file in files):
            packages.append(Package(folder.relative_to(root).as_posix(), folder, files))
        for entry in entries:
            if _may_hold_packages(entry):
                (links if entry.is_symlink() else folders).append(entry)
    return sorted(packages, key=lambda package: package.name)


def _may_hold_packages(entry: Path) -> bool:
    name = entry.name.casefold()  # staff write Arsip as often as arsip
    return not name.startswith(("_", ".")) and name not in NO_PACKAGE and entry.is_dir()
