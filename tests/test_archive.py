"""What becomes of a file that gives way to a new output."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.archive import Notice, archive, digest, dismiss

Files = Mapping[str, str]


def write(folder: Path, files: Files) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def tree(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize(
    ("archived", "to", "files"),
    [
        ({}, "arsip/a.xlsx", {"arsip/a.xlsx": "mine"}),
        ({"arsip/a.xlsx": "1"}, "arsip/a (2).xlsx", {"arsip/a.xlsx": "1", "arsip/a (2).xlsx": "mine"}),
        ({"arsip/b.xlsx": "mine"}, "arsip/b.xlsx", {"arsip/b.xlsx": "mine"}),
        ({"arsip/b.xlsx": "none"}, "arsip/a.xlsx", {"arsip/a.xlsx": "mine", "arsip/b.xlsx": "none"}),
    ],
    ids=["a first file", "the name is taken", "the content is there", "only the size is the same"],
)
def test_a_file_goes_to_the_archive_once(tmp_path: Path, archived: Files, to: str, files: Files) -> None:
    write(tmp_path, {"a.xlsx": "mine", **archived})
    assert archive(tmp_path, "a.xlsx") == Notice("archived", "a.xlsx", to)
    assert tree(tmp_path) == files


@pytest.mark.parametrize(
    ("name", "superseded", "written", "stays"),
    [
        ("a.xlsx", False, "same", True),
        ("a.xlsx", True, "same", False),
        ("a.csv", False, "same", False),
        ("a.xlsx", True, "other", True),
        ("a.csv", False, "other", True),
    ],
)
def test_a_former_output_is_deleted_only_where_it_can_be_made_again(
    tmp_path: Path, name: str, superseded: bool, written: str, stays: bool
) -> None:
    write(tmp_path, {name: "same"})
    notices: list[Notice] = []
    dismiss(tmp_path, name, hashlib.sha256(written.encode()).hexdigest(), superseded, notices)
    assert tree(tmp_path) == ({f"arsip/{name}": "same"} if stays else {})
    assert notices == ([Notice("archived", name, f"arsip/{name}")] if stays else [])


def test_a_former_output_that_a_person_deleted_is_no_matter(tmp_path: Path) -> None:
    notices: list[Notice] = []
    dismiss(tmp_path, "a.xlsx", "", False, notices)
    assert (tree(tmp_path), notices) == ({}, [])


@pytest.mark.parametrize("size", [0, 3, 1_000_003])
def test_digest(tmp_path: Path, size: int) -> None:
    (tmp_path / "a").write_bytes(b"x" * size)
    assert digest(tmp_path / "a") == hashlib.sha256(b"x" * size).hexdigest()
