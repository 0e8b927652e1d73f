"""The names of outputs, and what a result.json lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.staging import is_output, listed, stage, stage_beside


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LKjIP-2019.xlsx", True),
        ("ditandai/DPA 2019.xlsx", True),
        ("ditandai/result.json.xlsx", True),
        ("ditandai/.DPA.xlsx", False),
        ("ditandai/arsip/DPA.xlsx", False),
        ("ditandai/../DPA.xlsx", False),
        ("/ditandai/DPA.xlsx", False),
        ("arsip/DPA.xlsx", False),
        ("ditandai/", False),
        ("result.json.part", False),
        ("", False),
        (None, False),
    ],
)
def test_the_names_of_outputs(name: object, expected: bool) -> None:
    assert is_output(name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"outputs": [{"file": "ditandai/a.xlsx", "sha256": "0"}]}', {"ditandai/a.xlsx": "0"}),
        ('{"outputs": [{"file": "lain/a.xlsx", "sha256": "0"}]}', None),
        ('{"outputs": [{"file": "a.xlsx", "sha256": 0}]}', None),
        ('{"outputs": 1}', None),
        ("{", None),
        (None, None),
    ],
)
def test_what_is_listed(tmp_path: Path, text: str | None, expected: dict[str, str] | None) -> None:
    if text is not None:
        (tmp_path / "result.json").write_text(text, encoding="utf-8")
    assert listed(tmp_path / "result.json") == expected


def test_a_staging_names_its_files_last_and_may_hold_one_twice(tmp_path: Path) -> None:
    folder = tmp_path / ".baru"
    stage(folder, {"ditandai/a.xlsx": b"x"}, {"package": "contoh"}, {"ditandai/a.xlsx": "0"})
    stage_beside(folder, "ditandai/a.xlsx", "ditandai/a (baru).xlsx", {"ditandai/a (baru).xlsx": "0"})
    assert listed(folder / "result.json") == {"ditandai/a (baru).xlsx": "0"}
    assert [path.name for path in sorted((folder / "ditandai").iterdir())] == ["a (baru).xlsx", "a.xlsx"]
