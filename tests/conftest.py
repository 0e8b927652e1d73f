"""Text files as tests: above ``---`` worksheets, below it what must come out; ``pytest --update`` writes it anew.

A file may hold several cases, each begun by a line ``=== title``.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import transcripts

TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that accepts what comes out."""
    parser.addoption("--update", action="store_true", help="write what comes out into the text tests")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take the text files of the folders that have a way of being shown."""
    if file_path.suffix == ".txt" and file_path.parent.parent == TESTS and file_path.parent.name in transcripts.WAYS:
        return TextFile.from_parent(parent, path=file_path)
    return None


@dataclass
class Case:
    """One case of a text file: its title, the worksheets, what must come out."""

    title: str
    given: str
    expected: str


def cases(text: str) -> list[Case]:
    """Return the cases of a text file."""
    found = []
    for part in re.split(r"(?m)^(?==== )", text):
        if part.strip():
            titled = re.match(r"=== (.*)\n", part)
            body = part[titled.end() :] if titled else part
            given, _, expected = f"{body}\n".partition("\n---\n")
            found.append(Case(titled.group(1).strip() if titled else "", given.strip(), expected.strip()))
    return found


def written(found: list[Case]) -> str:
    """Return the text of a file with these cases."""
    return (
        "\n\n".join(
            (f"=== {case.title}\n" if case.title else "") + f"{case.given}\n---\n{case.expected}" for case in found
        )
        + "\n"
    )


class TextFile(pytest.File):
    """A text file with its cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """Give a test for each case."""
        found = cases(self.path.read_text(encoding="utf-8"))
        for case in found:
            yield TextItem.from_parent(self, name=case.title or self.path.stem, case=case, found=found)


class DifferentError(Exception):
    """What comes out is not what was expected; the text is the difference."""


class TextItem(pytest.Item):
    """A case as a test."""

    def __init__(self, *, case: Case, found: list[Case], **rest: Any) -> None:
        super().__init__(**rest)
        self.case, self.found = case, found

    def runtest(self) -> None:
        """Compare what comes out with what is expected, or write it into the file."""
        actual = transcripts.WAYS[self.path.parent.name](self.path.stem, self.case.given)
        actual = "\n".join(line.rstrip() for line in actual.splitlines())
        if actual == self.case.expected:
            return
        if self.config.getoption("--update"):
            self.case.expected = actual
            self.path.write_text(written(self.found), encoding="utf-8", newline="\n")
            return
        sides = (self.case.expected.splitlines(), actual.splitlines())
        raise DifferentError("\n".join(difflib.unified_diff(*sides, "expected", "actual", lineterm="")))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the difference alone."""
        return str(excinfo.value) if isinstance(excinfo.value, DifferentError) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Say which file and case it is."""
        return self.path, None, f"{self.path.parent.name}/{self.path.name}: {self.case.title}"
