"""The 2017 example as a package to spoil, and what the command line makes of a package."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from typer.testing import CliRunner

from pipeline import serialise
from pipeline.cli import app

EXAMPLE = Path(__file__).parents[1] / "input" / "contoh-2017"
NAME = "kantor"
"""The folder of the package below the input folder."""

PERFORMANCE = "Capaian Kinerja 2017.xlsx"
DPA = "DPA-SKPD 2.2 Sekretariat DPRD TA 2017.xlsx"
DPPA = "DPPA 2017 Setelah Perubahan.xlsx"
STAFF = "Data Pegawai 2017.xlsx"
REALIZATION = "Laporan Realisasi per 31 Desember 2017.xlsx"
AGREEMENT = "Perjanjian Kinerja 2017.xlsx"
PROFILE = "Profil OPD.xlsx"
PLAN = "Renja 2017.xlsx"
FILES = (PERFORMANCE, DPA, DPPA, STAFF, REALIZATION, AGREEMENT, PROFILE, PLAN)

Edits = Mapping[str, Mapping[str, object]]
"""New values of cells by sheet and reference; ``None`` empties a cell."""


def example(root: Path, *files: str, name: str = NAME) -> Path:
    """Copy the example, or some of its workbooks, to the package ``name`` below ``root``; return its folder."""
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    for file in files or FILES:
        shutil.copyfile(EXAMPLE / file, folder / file)  # not its mode: the copy may be edited
    return folder


def edit(path: Path, edits: Edits, to: Path | None = None) -> Path:
    """Write other values into a workbook, or into a copy of it. Its formulas lose their stored values."""
    book = openpyxl.load_workbook(path)
    for sheet, cells in edits.items():
        for ref, value in cells.items():
            book[sheet][ref] = value
    book.save(to or path)
    return to or path


@dataclass(frozen=True)
class Produced:
    """What a command left behind: its exit status, what it printed, the output folder and its result.json."""

    status: int
    out: str
    err: str
    folder: Path
    result: dict[str, Any]

    @property
    def screen(self) -> str:
        return self.out + self.err

    def findings(self, rule: str) -> list[dict[str, Any]]:
        return [finding for finding in self.result["findings"] if finding["rule"] == rule]

    def only(self, rule: str) -> dict[str, Any]:
        """Return the one finding of a rule."""
        found = self.findings(rule)
        assert len(found) == 1, [finding["message"] for finding in self.result["findings"]]
        return found[0]

    def input(self, file: str) -> dict[str, Any]:
        return next(entry for entry in self.result["inputs"] if entry["file"] == file)

    def line(self, code: str) -> dict[str, Any]:
        return next(line for line in self.result["lines"] if line["code"] == code)

    def sheets(self, *without: str) -> dict[str, list[tuple[object, ...]]]:
        return values(self.folder / "LKjIP-2017.xlsx", *without)


def produce(package: Path, target: Path, *options: str) -> Produced:
    """Run the pipeline on the input folder of a package, and make sure that it leaves every input as it is."""
    source = package.parent
    before = state(source)
    called = CliRunner().invoke(app, ["run", str(source), str(target), *options])
    assert state(source) == before
    assert "Traceback" not in called.output
    folder = target / package.name
    result = folder / "result.json"
    return Produced(
        called.exit_code,
        called.stdout,
        called.stderr,
        folder,
        serialise.loads(result.read_bytes()) if result.exists() else {},
    )


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return content and time of change of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def listed(folder: Path) -> list[str]:
    """Return the files that an output folder should hold: the outputs of its result.json, and what tells of them."""
    outputs = serialise.loads((folder / "result.json").read_bytes())["outputs"]
    return sorted([*(entry["file"] for entry in outputs), "perubahan.json", "result.json"])


def values(path: Path, *without: str) -> dict[str, list[tuple[object, ...]]]:
    """Return the stored values of a workbook's sheets, row by row, but for some sheets."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: list(sheet.values) for sheet in book.worksheets if sheet.title not in without}


def places(finding: Mapping[str, Any]) -> list[str]:
    """Return the cells of a finding as ``file!sheet!cell``."""
    return ["!".join(place[part] for part in ("file", "sheet", "cell") if part in place) for place in finding["cells"]]
