"""Ask LibreOffice what the formulas of a workbook give, to compare it with the values that were stored with them."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl
import pytest

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ,
    reason="LibreOffice is not installed; where every change is checked it must be",
)

_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def recalculated(path: Path) -> dict[tuple[str, str], object]:
    """Return the value of each filled cell, by sheet and reference, after LibreOffice computed every formula anew."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
        out = Path(folder) / "out"
        command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        done = subprocess.run(
            [*command, "--convert-to", "xlsx", "--outdir", str(out), str(path)],
            capture_output=True,
            text=True,
            timeout=180,
            check=True,
        )
        copy = out / f"{path.stem}.xlsx"
        assert copy.exists(), f"LibreOffice made no workbook: {done.stdout}{done.stderr}"
        return _values(copy)


def changed_cells(path: Path) -> list[str]:
    """Return a line for each cell whose stored value is not the one that LibreOffice computes."""
    stored, computed = _values(path), recalculated(path)
    return [
        f"{sheet}!{ref}: stored {stored.get((sheet, ref))!r}, computed {computed.get((sheet, ref))!r}"
        for sheet, ref in dict.fromkeys([*stored, *computed])
        if not _same(stored.get((sheet, ref)), computed.get((sheet, ref)))
    ]


def _values(path: Path) -> dict[tuple[str, str], object]:
    book = openpyxl.load_workbook(path, data_only=True)
    try:
        return {
            (sheet.title, cell.coordinate): cell.value
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.value not in (None, "")
        }
    finally:
        book.close()


def _same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-9)
    return one == other
