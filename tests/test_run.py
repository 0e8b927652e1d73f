"""A whole run: packages and their folders, the same bytes for the same inputs, links, and nothing else written."""

from __future__ import annotations

import shutil
from pathlib import Path, PureWindowsPath
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest
from office_package import DPA, EXAMPLE, PLAN, PROFILE, example, listed, produce, state
from typer.testing import CliRunner

from pipeline import serialise
from pipeline.cli import app
from pipeline.results import digest

REPORT = "LKjIP-2017.xlsx"


def run(source: Path, target: Path, *options: str) -> int:
    """Run the pipeline on an input folder."""
    return CliRunner().invoke(app, ["run", str(source), str(target), *options]).exit_code


def written(folder: Path) -> dict[str, bytes]:
    return {name: data for name, (data, _) in state(folder).items()}


def result(folder: Path) -> Any:
    return serialise.loads((folder / "result.json").read_bytes())


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    example(tmp_path / "input")
    for target in ("output", "hasil"):
        assert run(tmp_path / "input", tmp_path / target) == 0
    first = written(tmp_path / "output")
    assert sorted(first) == [f"kantor/{name}" for name in listed(tmp_path / "output" / "kantor")]
    assert {f"kantor/{name}" for name in (REPORT, "Catatan Temuan.xlsx", "Padanan.xlsx")} <= set(first)
    assert written(tmp_path / "hasil") == first
    assert run(tmp_path / "input", tmp_path / "output") == 0
    second = written(tmp_path / "output")
    changes = [found.pop("kantor/perubahan.json") for found in (first, second)]  # tells of the former run
    assert (second, changes[0] == changes[1]) == (first, False)
    assert run(tmp_path / "input", tmp_path / "output") == 0
    assert written(tmp_path / "output")["kantor/perubahan.json"] == changes[1]


def test_neither_the_place_nor_the_clock_nor_the_order_of_files_shows(tmp_path: Path) -> None:
    package = example(tmp_path / "satu" / "input")
    files = sorted(path.name for path in package.iterdir())
    example(tmp_path / "lain" / "tempat" / "input", *reversed(files))
    outputs = []
    for root in (tmp_path / "satu", tmp_path / "lain" / "tempat"):
        assert run(root / "input", root / "output") == 0
        outputs.append(written(root / "output"))
    assert outputs[0] == outputs[1]
    assert [name for name, data in outputs[0].items() if str(tmp_path).encode() in data] == []


@pytest.mark.parametrize(
    ("folders", "expected"),
    [
        (["kantor"], ["kantor"]),
        (["2017/setwan", "2017/dinas", "2018/setwan"], ["2017/dinas", "2017/setwan", "2018/setwan"]),
        (["."], ["."]),
        ([".", "cabang"], [".", "cabang"]),
        (["kantor", "kantor/arsip", "kantor/tahun-lalu", "_lama", ".sampah", "kantor/_x/y"], ["kantor"]),
        (["Kantor Camat & Lurah #1"], ["Kantor Camat & Lurah #1"]),
    ],
)
def test_a_package_is_a_folder_with_workbooks(tmp_path: Path, folders: list[str], expected: list[str]) -> None:
    for folder in folders:
        example(tmp_path / "input", DPA, PROFILE, name=folder)
    assert run(tmp_path / "input", tmp_path / "output") == 0
    names = sorted(
        path.parent.relative_to(tmp_path / "output").as_posix() for path in (tmp_path / "output").rglob("result.json")
    )
    assert names == sorted(expected)
    for name in expected:
        assert result(tmp_path / "output" / name)["package"] == name
        assert result(tmp_path / "output" / name)["totals"]["budget_initial"] == 19988590000


def test_what_is_written_is_only_the_outputs(tmp_path: Path) -> None:
    package = example(tmp_path / "input")
    (package / "~$Renja 2017.xlsx").write_bytes(b"lock of Excel")
    (package / ".DS_Store").write_bytes(b"\0")
    before = state(tmp_path / "input")
    assert run(tmp_path / "input", tmp_path / "output") == 0
    assert state(tmp_path / "input") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["input", "output"]
    assert sorted(written(tmp_path / "output")) == [f"kantor/{name}" for name in listed(tmp_path / "output/kantor")]
    files = [entry["file"] for entry in result(tmp_path / "output" / "kantor")["inputs"]]
    assert files == sorted(path.name for path in EXAMPLE.iterdir())


def test_the_hashes_are_those_of_the_files(tmp_path: Path) -> None:
    package = example(tmp_path / "input")
    made = produce(package, tmp_path / "output")
    assert REPORT in [entry["file"] for entry in made.result["outputs"]]
    assert {entry["file"]: entry["sha256"] for entry in made.result["outputs"]} == {
        name: digest(made.folder / name) for name in listed(made.folder) if not name.endswith(".json")
    }
    assert {entry["file"]: entry["sha256"] for entry in made.result["inputs"]} == {
        path.name: digest(path) for path in package.iterdir()
    }


@pytest.mark.parametrize("name", ["kantor", "2017/Sekretariat DPRD #1", "."])
def test_links_lead_to_the_inputs(tmp_path: Path, name: str) -> None:
    package = example(tmp_path / "input", name=name)
    assert run(tmp_path / "input", tmp_path / "output") == 0
    report = tmp_path / "output" / name / REPORT
    page = openpyxl.load_workbook(report)["Temuan"]
    links = [cell.hyperlink for row in page.iter_rows() for cell in row if cell.hyperlink]
    told = result(report.parent)["findings"]
    places = [finding["cells"] + [cell for cause in finding["causes"] for cell in cause["cells"]] for finding in told]
    # the number of a finding leads to the checked place, and each of its cells has a link of its own
    assert len(links) == sum(1 + len({tuple(cell.items()) for cell in cells}) for cells in places)
    for link in links:
        way = PureWindowsPath(unquote(link.target))
        assert not way.is_absolute()
        file = (report.parent / Path(*way.parts)).resolve()
        assert file.parent == package.resolve()
        assert file.is_file()
    renja = [link.location for link in links if unquote(link.target).endswith(PLAN)]
    assert [place for place in renja if place in {"'Renja'!E19", "'Renja'!E20:E26", "'Renja'!E26"}] == [
        "'Renja'!E19",
        "'Renja'!E19",
        "'Renja'!E20:E26",
        "'Renja'!E26",
    ]


def test_a_far_output_has_no_links_that_show_the_machine(tmp_path: Path) -> None:
    example(tmp_path / "a" / "b" / "input")
    assert run(tmp_path / "a" / "b" / "input", tmp_path / "c" / "output") == 0
    page = openpyxl.load_workbook(tmp_path / "c" / "output" / "kantor" / REPORT)["Temuan"]
    assert [cell.coordinate for row in page.iter_rows() for cell in row if cell.hyperlink] == []
    assert f"{PLAN}!Renja!E19" in [cell.value for row in page.iter_rows() for cell in row]


def test_the_workbook_is_named_after_the_year(tmp_path: Path) -> None:
    dated = example(tmp_path / "input", PLAN, name="dated")
    undated = example(tmp_path / "input", "Data Pegawai 2017.xlsx", name="undated")
    assert run(tmp_path / "input", tmp_path / "output") == 0
    reports = [name for name in sorted(written(tmp_path / "output")) if "LKjIP" in name]
    assert reports == [f"{dated.name}/{REPORT}", f"{undated.name}/LKjIP-tanpa-tahun.xlsx"]
    assert result(tmp_path / "output" / "undated")["office"] == {"name": None, "government": None, "year": None}


def test_sheets_without_inputs_are_left_out_and_named(tmp_path: Path) -> None:
    package = example(tmp_path / "input", DPA, PROFILE)
    made = produce(package, tmp_path / "output")
    sheets = ["Ringkasan", "Anggaran", "Temuan", "Padanan", "Sumber"]
    assert openpyxl.load_workbook(made.folder / REPORT).sheetnames == sheets
    assert [table["sheet"] for table in made.result["tables"] if "skipped" not in table] == sheets
    skipped = {table["sheet"]: table["skipped"] for table in made.result["tables"] if "skipped" in table}
    for sheet, words in {
        "Rencana": ["Renja"],
        "Perjanjian Kinerja": ["Perjanjian"],
        "PK Perubahan": ["Perjanjian"],
        "Perubahan Anggaran": ["DPPA"],
        "Realisasi Anggaran": ["Realisasi"],
        "IKU": ["IKU"],
        "Kepegawaian": ["Pegawai"],
    }.items():
        assert [word for word in words if word not in skipped[sheet]] == []
    cover = {str(row[0]): str(row[2]) for row in made.sheets()["Ringkasan"]}
    assert {sheet: cover.get(sheet) for sheet in skipped} == skipped


def test_a_sheet_that_is_no_longer_made_leaves_with_its_workbook(tmp_path: Path) -> None:
    package = example(tmp_path / "input")
    produce(package, tmp_path / "output")
    (package / PLAN).unlink()
    made = produce(package, tmp_path / "output")
    assert "Rencana" not in made.sheets()
    assert sorted(state(made.folder)) == listed(made.folder)


def test_a_former_year_inside_a_package_is_not_mixed_in(tmp_path: Path) -> None:
    package = example(tmp_path / "input")
    plain = produce(package, tmp_path / "output").result
    shutil.copytree(EXAMPLE, package / "tahun-lalu")
    made = produce(package, tmp_path / "hasil")
    assert (made.result["totals"], made.result["findings"]) == (plain["totals"], plain["findings"])
    assert sorted(state(made.folder)) == listed(made.folder)


def test_output_inside_the_input_folder_is_not_read_again(tmp_path: Path) -> None:
    package = example(tmp_path / "input")
    target = tmp_path / "input" / "hasil"
    first = CliRunner().invoke(app, ["run", str(tmp_path / "input"), str(target)])
    assert first.exit_code == 0
    before = written(target / package.name)
    CliRunner().invoke(app, ["run", str(tmp_path / "input"), str(target)])
    after = written(target / package.name)
    assert before.pop("perubahan.json") != after.pop("perubahan.json")
    assert after == before
