"""``result.json`` keeps its contract: the schema, and what a schema cannot say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from office_package import (
    AGREEMENT,
    DPA,
    DPPA,
    PLAN,
    PROFILE,
    REALIZATION,
    STAFF,
    Produced,
    edit,
    example,
    produce,
    state,
)
from openpyxl.utils.cell import range_boundaries
from test_example import printed
from typer.testing import CliRunner

from pipeline import checking, rules
from pipeline.cli import app
from pipeline.kinds import kinds
from pipeline.results import digest

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "result.schema.json").read_text(encoding="utf-8"))


def whole(_: Path) -> None:
    """Leave the example as it is."""


def damaged(package: Path) -> None:
    (package / PLAN).write_bytes((package / PLAN).read_bytes()[:2000])


def rejected(package: Path) -> None:
    for path in package.iterdir():
        path.write_bytes(b"")


def disagreeing(package: Path) -> None:
    edit(package / DPA, {"DPA 2.2": {"K13": 280200001}}, to=package / "DPA lain.xlsx")


def without_codes(package: Path) -> None:
    for name in (DPA, DPPA):
        (package / name).unlink()


def with_sen(package: Path) -> None:
    edit(package / REALIZATION, {"Realisasi": {"D8": 1753070397.25, "D9": 149029739.25, "D32": 23467292169.25}})


def contradicting(package: Path) -> None:
    edit(package / DPA, {"DPA 2.2": {"K13": "?", "K14": -5, "G15": 1, "K36": "12.500"}})
    edit(package / DPPA, {"DPPA 2.2": {"F9": "=VLOOKUP(A9,Catatan!A:B,2,0)"}})
    edit(package / STAFF, {"Pegawai": {"C24": 40}})
    edit(package / PLAN, {"Renja": {"A1": "RENCANA KERJA TAHUN 2016"}})


def few(package: Path) -> None:
    for path in package.iterdir():
        if path.name not in (STAFF, AGREEMENT):
            path.unlink()


def other_files(package: Path) -> None:
    (package / "surat.pdf").write_bytes(b"%PDF-1.7")
    openpyxl.Workbook().save(package / "kosong.xlsx")


PACKAGES = [whole, damaged, rejected, disagreeing, without_codes, with_sen, contradicting, few, other_files]


@pytest.fixture(scope="module", params=PACKAGES, ids=lambda spoil: spoil.__name__)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Produced:
    root = tmp_path_factory.mktemp("result")
    package = example(root / "input")
    spoil: Callable[[Path], None] = request.param
    spoil(package)
    return produce(package, root / "output")


def plain(value: Any) -> Any:
    """Return a result with ordinary numbers, as the validator wants them."""
    return json.loads(json.dumps(value, default=float))


def test_it_obeys_the_schema(made: Produced) -> None:
    assert made.result != {}
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    errors = jsonschema.Draft202012Validator(SCHEMA).iter_errors(plain(made.result))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_it_is_utf8_with_plain_letters(made: Produced) -> None:
    text = (made.folder / "result.json").read_bytes().decode("utf-8")
    assert (text.endswith("}\n"), "\r" in text, "\\u" in text) == (True, False, False)
    assert list(made.result)[:6] == ["version", "program", "options", "package", "status", "office"]


def test_the_outputs_are_there_with_their_hashes(made: Produced) -> None:
    outputs = made.result["outputs"]
    assert outputs == [
        {"file": name, "sha256": digest(made.folder / name)}
        for name in sorted(state(made.folder))
        if name not in ("result.json", "perubahan.json")
    ]
    assert (outputs == []) is (made.result["status"] == "rejected")


def test_the_inputs_are_all_there_with_their_hashes(made: Produced) -> None:
    package = made.folder.parents[1] / "input" / "kantor"
    assert [(entry["file"], entry["sha256"]) for entry in made.result["inputs"]] == [
        (path.name, digest(path)) for path in sorted(package.iterdir(), key=lambda path: path.name)
    ]


def test_every_sheet_has_a_kind_or_a_reason(made: Produced) -> None:
    modules = set(kinds())
    for entry in made.result["inputs"]:
        assert entry["sheets"] or entry["reason"], entry["file"]
        for sheet in entry["sheets"]:
            assert sheet["kind"] in modules or (sheet["kind"] is None and sheet["reason"]), entry["file"]
            assert (sheet["kind"] is not None) is ("rows" in sheet and "header_row" in sheet)


def test_a_rule_is_a_module_or_a_check_of_a_schema(made: Produced) -> None:
    known = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} | {
        check.name
        for kind in kinds().values()
        for column in kind.model.to_schema().columns.values()
        for check in column.checks
    }
    assert {finding["rule"] for finding in made.result["findings"]} <= known


def test_a_finding_names_cells_of_the_inputs(made: Produced) -> None:
    package = made.folder.parents[1] / "input" / "kantor"
    listed = {entry["file"]: {sheet["sheet"] for sheet in entry["sheets"]} for entry in made.result["inputs"]}
    for finding in made.result["findings"]:
        for cell in [*finding["cells"], *(cell for cause in finding["causes"] for cell in cause["cells"])]:
            assert cell["file"] in listed
            if "sheet" in cell:
                assert cell["sheet"] in listed[cell["file"]]
                page = openpyxl.load_workbook(package / cell["file"])[cell["sheet"]]
                _, _, right, bottom = range_boundaries(cell["cell"])
                assert (right <= page.max_column, bottom <= page.max_row) == (True, True), cell


def test_a_finding_has_an_id_of_its_own_and_follows_another(made: Produced) -> None:
    ids = [finding["id"] for finding in made.result["findings"]]
    assert sorted(set(ids)) == sorted(ids)
    for finding in made.result["findings"]:
        assert finding["id"].split(":")[0] == finding["rule"]
        assert finding["follows"] is None or finding["follows"] in set(ids) - {finding["id"]}


def test_an_id_does_not_tell_the_row(tmp_path: Path) -> None:
    package = example(tmp_path / "input")
    before = [finding["id"] for finding in produce(package, tmp_path / "output").result["findings"]]
    for name, sheet in ((PLAN, "Renja"), (STAFF, "Pegawai")):
        book = openpyxl.load_workbook(package / name)
        page = book[sheet]
        for area in list(page.merged_cells.ranges):
            page.merged_cells.remove(area)
        page.insert_rows(1, 3)
        book.save(package / name)
        (package / name).rename(package / f"Pindah {name}")
    after = produce(package, tmp_path / "output").result["findings"]
    assert [finding["id"] for finding in after] == before


def test_a_difference_is_stated_less_computed(made: Produced) -> None:
    for finding in made.result["findings"]:
        stated, computed = finding["stated"], finding["computed"]
        if isinstance(stated, int | Decimal) and isinstance(computed, int | Decimal):
            assert finding["difference"] == stated - computed
        else:
            assert finding["difference"] is None


def test_findings_stand_by_severity(made: Produced) -> None:
    order = [["error", "warning", "note"].index(finding["severity"]) for finding in made.result["findings"]]
    assert order == sorted(order)


def test_messages_have_no_gaps(made: Produced) -> None:
    for finding in made.result["findings"]:
        assert not re.search(r"[{}]|None|Decimal|Fraction|\bnan\b", finding["message"]), finding["message"]
        assert " -," not in finding["message"]


def test_totals_are_those_of_the_programs(made: Produced) -> None:
    programs = [line for line in made.result["lines"] if line["level"] == "program"]
    for key in ("budget_initial", "budget_revised", "realization"):
        amounts = [line[key] for line in programs if line[key] is not None]
        if len(amounts) == len(programs):
            assert made.result["totals"][key] == (sum(amounts) if programs else None)


def figures(result: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "totals", result["totals"]
    yield from ((line["name"], line) for line in result["lines"])


def test_remaining_and_percentage_follow_from_the_latest_budget(made: Produced) -> None:
    for name, entry in figures(made.result):
        budget = entry["budget_initial"] if entry["budget_revised"] is None else entry["budget_revised"]
        spent = entry["realization"]
        if budget is None or spent is None:
            assert (entry["remaining"], entry["realization_percent"]) == (None, None), name
            continue
        if entry["remaining"] is None:  # a revised budget that could not be read is not the initial one
            assert entry["budget_revised"] is None, name
            assert any(finding["rule"] == "cell_is_exact" for finding in made.result["findings"]), name
            continue
        assert entry["remaining"] == budget - spent, name
        share = Decimal(spent) * 100 / Decimal(budget) if budget else None
        percent = entry["realization_percent"]
        assert percent is None if share is None else abs(Decimal(percent) - share) <= Decimal("0.005"), name


def test_amounts_have_at_most_two_decimals(made: Produced) -> None:
    for name, entry in figures(made.result):
        for key, value in entry.items():
            if isinstance(value, Decimal):
                assert value == value.quantize(Decimal("0.01")), f"{name} {key}"


def test_a_code_stands_once(made: Produced) -> None:
    codes = [line["code"] for line in made.result["lines"] if line["code"]]
    assert sorted(set(codes)) == sorted(codes)


def test_tables_are_the_sheets_and_their_printed_rows(made: Produced) -> None:
    tables = made.result["tables"]
    if made.result["status"] == "rejected":
        assert tables == []
        return
    report = next(entry["file"] for entry in made.result["outputs"] if entry["file"].startswith("LKjIP"))
    book = openpyxl.load_workbook(made.folder / report, data_only=True)
    assert [table["sheet"] for table in tables if "rows" in table] == book.sheetnames
    assert [table["sheet"] for table in tables if ("rows" in table) is ("skipped" in table)] == []
    for table in tables:
        if "rows" in table and table["sheet"] not in ("Ringkasan", "Temuan", "Padanan", "Sumber"):
            counted = sum(len(one.rows) for one in printed(book[table["sheet"]]))
            assert (table["sheet"], table["rows"]) == (table["sheet"], counted)


def test_check_says_the_same_as_run(made: Produced) -> None:
    source = made.folder.parents[1] / "input"
    called = CliRunner().invoke(app, ["check", str(source), "--format", "json"])
    checked = json.loads(called.stdout)
    errors = jsonschema.Draft202012Validator(SCHEMA).iter_errors(checked[0])
    assert [error.message for error in errors] == []
    for key in ("package", "status", "office", "inputs", "totals", "lines", "findings"):
        assert checked[0][key] == plain(made.result)[key], key
    expected = (
        3
        if made.result["status"] == "rejected"
        else 1
        if any(one["severity"] == "error" for one in checked[0]["findings"])
        else 0
    )
    assert called.exit_code == expected


@pytest.mark.parametrize("options", [[], ["--strict"], ["--lang", "en"]])
def test_options_keep_the_contract(tmp_path: Path, options: list[str]) -> None:
    package = example(tmp_path / "input", PLAN, PROFILE, DPA)
    made = produce(package, tmp_path / "output", *options)
    errors = jsonschema.Draft202012Validator(SCHEMA).iter_errors(plain(made.result))
    assert [error.message for error in errors] == []
    assert made.result["options"]["strict"] is ("--strict" in options)
    assert [finding["rule"] for finding in made.result["findings"] if finding["severity"] == "error"] == [
        "children_sum_to_parent"
    ]


def test_a_defect_is_no_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = example(tmp_path / "input", PROFILE)

    def broken(*_: object) -> None:
        raise ZeroDivisionError("kesalahan buatan")

    monkeypatch.setattr(checking, "outcome", broken)
    made = produce(package, tmp_path / "output")
    assert (made.status, made.result) == (3, {})


def test_the_shipped_schema_allows_no_unknown_status() -> None:
    assert SCHEMA["properties"]["status"] == {"enum": ["complete", "partial", "rejected"]}
    assert SCHEMA["properties"]["version"] == {"const": 1}
