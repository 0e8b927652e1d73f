"""The staging of a package's outputs: the new files, whole, before they take their places.

Once ``result.json`` stands in it the staging is complete: it names each file with the hash of its content.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline import serialise
from pipeline.archive import digest

RESULT = "result.json"
STAGE = ".baru"
MARKED = "ditandai"
"""The only folder below a package's own in which outputs may stand: the marked copies of its inputs."""


def is_output(name: Any) -> bool:
    """Tell whether ``name`` is a file directly in the folder or in ``MARKED``, and none of our own bookkeeping."""
    if not isinstance(name, str):
        return False
    folder, _, base = name.rpartition("/")
    plain = Path(base).name == base != "" and not base.startswith(".")
    return plain and name == f"{MARKED}/{base}" if folder else plain and not base.startswith(RESULT)


def listed(path: Path) -> dict[str, str] | None:
    """Return the outputs and hashes that a ``result.json`` lists; None where it is missing or does not say."""
    try:
        found = {entry["file"]: entry["sha256"] for entry in serialise.loads(path.read_bytes())["outputs"]}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    return found if all(is_output(name) and isinstance(sha, str) for name, sha in found.items()) else None


def holds(sha: str, *places: Path) -> bool:
    """Tell whether one of the places is a file of that hash."""
    return any(place.is_file() and digest(place) == sha for place in places)


def stage(folder: Path, outputs: Mapping[str, bytes], result: Mapping[str, Any], files: Mapping[str, str]) -> None:
    """Make the staging ``folder`` with some outputs, and ``result`` with their hashes last."""
    folder.mkdir()
    for name, data in outputs.items():
        _write(folder / name, data)
    _write_result(folder, result, files)


def stage_beside(folder: Path, name: str, beside: str, files: Mapping[str, str]) -> None:
    """Stage ``name`` a second time as ``beside``; the first stays, so that the staging is complete at every moment."""
    _write(folder / beside, (folder / name).read_bytes())
    _write_result(folder, serialise.loads((folder / RESULT).read_bytes()), files)


def _write_result(folder: Path, result: Mapping[str, Any], files: Mapping[str, str]) -> None:
    outputs = [{"file": name, "sha256": files[name]} for name in sorted(files)]
    part = folder / f"{RESULT}.part"
    _write(part, serialise.dumps({**result, "outputs": outputs}))
    part.replace(folder / RESULT)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
