"""The archive: where a file goes that a person may still want, once a new output takes its place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal

ARCHIVE = "arsip"
"""Its name in a package's output folder."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person should know of a file.

    ``archived``: it was edited or is of a former year, and now lies at ``to``; ``beside``: it is open in a program,
    and its new version is ``to``; ``kept``: it is no output any more, but is open and could not leave (``to`` is it).
    """

    kind: Literal["archived", "beside", "kept"]
    file: str
    to: str


def archive(folder: Path, name: str) -> Notice:
    """Move a file to the archive, under a free name, unless the archive has its content; then it only leaves.

    Raises OSError where it cannot be moved, such as PermissionError for one that is open in Excel.
    """
    source, place = folder / name, folder / ARCHIVE
    place.mkdir(exist_ok=True)
    size, sha = source.stat().st_size, digest(source)
    for kept in sorted(place.iterdir()):
        if kept.is_file() and kept.stat().st_size == size and digest(kept) == sha:
            source.unlink()
            return Notice("archived", name, f"{ARCHIVE}/{kept.name}")
    names = (source.name if number == 1 else f"{source.stem} ({number}){source.suffix}" for number in count(1))
    free = next(free for free in names if not (place / free).exists())
    source.replace(place / free)
    return Notice("archived", name, f"{ARCHIVE}/{free}")


def dismiss(folder: Path, name: str, former: str, superseded: bool, notices: list[Notice]) -> None:
    """Archive a former output; delete it where the same program makes it again: superseded or no report.

    A report is a workbook directly in ``folder``. ``former`` is the hash with which the output was written; a file with
    another one was edited and never deleted. What a person should know is added to ``notices``.
    """
    target = folder / name
    if not target.is_file():
        return
    try:
        report = target.suffix == ".xlsx" and target.parent == folder
        if (superseded or not report) and digest(target) == former:
            target.unlink()
        else:
            notices.append(archive(folder, name))
    except PermissionError:
        notices.append(Notice("kept", name, name))


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
