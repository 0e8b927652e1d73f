"""Publishing: a package's outputs appear in its folder all together or not at all, and no person's work is lost.

The new files are staged, whole, in ``.baru``; once its ``result.json`` stands there the staging is complete, and it
holds all that is needed to finish: each file is moved into place, former outputs leave, and ``result.json`` moves
last. Every step may be repeated, so after a crash ``recover`` finishes a complete staging and discards any other.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from pipeline import staging
from pipeline.archive import ARCHIVE, Notice, archive, digest, dismiss
from pipeline.staging import MARKED, RESULT, STAGE

__all__ = ["ARCHIVE", "MARKED", "RESULT", "STAGE", "Notice", "Published", "digest", "publish", "recover"]


@dataclass(frozen=True, slots=True)
class Published:
    """The outputs as they are called in the folder, by name and without ``result.json``, and what to tell.

    The name of a file in a folder of its own has that folder before it, with ``/``.
    """

    files: tuple[str, ...]
    notices: tuple[Notice, ...]


def publish(folder: Path, outputs: Mapping[str, bytes], result: Mapping[str, Any]) -> Published:
    """Replace the outputs in ``folder``, which is made if missing, and write ``result`` with their hashes last.

    Outputs stand in ``folder`` itself or in its folder ``MARKED``. Raises OSError where the folder cannot be written,
    and ValueError for an output of another name.
    """
    for name in outputs:
        if not staging.is_output(name):
            raise ValueError(f"{name!r} cannot be the file name of an output")
    folder.mkdir(parents=True, exist_ok=True)
    recovered = recover(folder)
    staged = {name: hashlib.sha256(outputs[name]).hexdigest() for name in sorted(outputs)}
    staging.stage(folder / STAGE, outputs, result, staged)
    published = _install(folder, staged)
    return Published(published.files, recovered + published.notices)


def recover(folder: Path) -> tuple[Notice, ...]:
    """Finish what a killed run had staged completely, or discard it. Raises OSError where that is not possible."""
    stage = folder / STAGE
    if not stage.exists():
        return ()
    staged = staging.listed(stage / RESULT)
    if staged is None or any(not staging.holds(sha, stage / name, folder / name) for name, sha in staged.items()):
        shutil.rmtree(stage)
        return ()
    return _install(folder, staged).notices


def _install(folder: Path, staged: Mapping[str, str]) -> Published:
    former = staging.listed(folder / RESULT) or {}
    # A file beside which the last version was written is known by name only, hence has no hash and counts as edited.
    former = {_original(name): "" for name in former} | former
    final, notices = {name: name for name in staged}, list[Notice]()
    for name, sha in staged.items():
        for target in _names(name, staged):
            final[name] = target
            if target != name:
                staging.stage_beside(folder / STAGE, name, target, {final[other]: staged[other] for other in staged})
            if _placed(folder, target, sha, former.get(target), notices):
                break
    notices += [Notice("beside", name, beside) for name, beside in final.items() if beside != name]
    originals = {_original(name) for name in final.values()}
    for name in sorted(former.keys() - set(final.values()) - originals):
        dismiss(folder, name, former[name], _original(name) in originals, notices)
    if any(name.startswith(f"{MARKED}/") for name in former):
        with suppress(OSError):  # missing, or not empty
            (folder / MARKED).rmdir()
    (folder / STAGE / RESULT).replace(folder / RESULT)
    shutil.rmtree(folder / STAGE, ignore_errors=True)  # means nothing without its result.json; the next run clears it
    return Published(tuple(sorted(final.values())), tuple(notices))


def _placed(folder: Path, name: str, sha: str, former: str | None, notices: list[Notice]) -> bool:
    """Move a staged file into place; return False where the file there is open in a program that holds it."""
    target = folder / name
    target.parent.mkdir(exist_ok=True)
    try:
        if target.is_file():
            if (present := digest(target)) == sha:
                return True
            if present != former:
                notices.append(archive(folder, name))
        (folder / STAGE / name).replace(target)
    except (PermissionError, IsADirectoryError):
        if not target.exists():
            raise  # nothing there that could be open: the folder itself cannot be written
        return False
    return True


def _names(name: str, staged: Mapping[str, str]) -> Iterator[str]:
    """Yield ``name`` and then the names to write beside it: ``X (baru).xlsx``, ``X (baru 2).xlsx`` ..."""
    yield name
    path = Path(_original(name))
    for number in count(1):
        beside = path.with_name(f"{path.stem} (baru{f' {number}' if number > 1 else ''}){path.suffix}").as_posix()
        if beside not in staged:
            yield beside


def _original(name: str) -> str:
    """Return the name of the file beside which ``name`` was written, or ``name`` itself."""
    path = Path(name)
    return path.with_name(re.sub(r" \(baru( \d+)?\)$", "", path.stem) + path.suffix).as_posix()
