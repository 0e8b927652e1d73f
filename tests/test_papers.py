"""What the papers say is true: commands, sheets, paths, identifiers, versions."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest
import typer.main

import pipeline
from pipeline import checking, handbook, reading, reports
from pipeline.causes import RANKS
from pipeline.cli import app
from pipeline.kinds import kinds
from pipeline.messages import sentence
from pipeline.model import SEVERITIES, Outcome
from pipeline.packages import find
from pipeline.rules import rules

ROOT = Path(__file__).parent.parent
PAPERS = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "input" / "README.md", ROOT / "output" / "README.md"]
)


def paper(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


README, CONTRIBUTING, GLOSSARY = paper("README.md"), paper("CONTRIBUTING.md"), paper("GLOSSARY.md")


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of each row of the Markdown table whose first heading is this one."""
    body = re.search(rf"(?m)^\| {re.escape(heading)} \|.*\n\|[-|]+\n((?:\|.*\n?)+)", text)
    assert body, f"no table that begins with {heading}"
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in body[1].splitlines()]


def blocks(text: str) -> list[str]:
    return re.findall(r"(?ms)^```\n(.*?)^```", text)


@pytest.fixture(scope="module")
def example() -> Outcome:
    package = next(package for package in find(ROOT / "input") if package.name == "contoh-2017")
    return checking.outcome(package.name, reading.read(package.files))


# README


def test_the_two_commands_stand_in_the_readme_alone_in_a_block() -> None:
    assert "python -m pip install uv\npython -m uv run pipeline run\n" in blocks(README)
    assert "`uv run pipeline run`" in README


@pytest.mark.parametrize("starter", ["jalankan.cmd", "jalankan.sh"])
def test_a_starter_does_what_the_two_commands_do(starter: str) -> None:
    told = paper(starter)
    assert "-m pip install --quiet uv" in told
    assert "pipeline run" in told
    assert "-m uv" in told
    assert f"`{starter}`" in README


def test_starters_have_the_line_ends_of_their_platforms() -> None:
    windows, unix = ((ROOT / name).read_bytes() for name in ("jalankan.cmd", "jalankan.sh"))
    assert windows.count(b"\n") == windows.count(b"\r\n") > 0
    assert b"\r" not in unix


def test_the_table_of_commands_is_the_command_line() -> None:
    told = [re.match(r"`pipeline (\w+)", row[0]) for row in rows(README, "Perintah")]
    assert [found[1] for found in told if found] == [*typer.main.get_group(app).commands]


def test_every_option_that_the_readme_names_exists() -> None:
    commands = typer.main.get_group(app).commands.values()
    known = {option for command in commands for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"`(--[a-z]+)", README)) <= known


def test_the_table_of_sheets_is_the_workbook() -> None:
    assert [row[0].strip("`") for row in rows(README, "Lembar")] == [report.name for report in reports.reports()]


def test_the_table_of_sheets_names_the_columns(example: Outcome) -> None:
    told = {row[0].strip("`"): row[2] for row in rows(README, "Lembar")}
    understood = {"No", "Keterangan"}  # stand in most tables, or only where there is something to say
    sheets, _ = reports.build(example)
    for sheet in sheets:
        headings = {column.heading for column in sheet.tables[0].columns} | {
            column.group for column in sheet.tables[0].columns
        }
        unnamed = {heading for heading in headings - understood if not re.fullmatch(r"Sel \d+", heading)}
        if sheet.name != "Ringkasan":  # its tables are told in words
            assert [heading for heading in unnamed if heading not in told[sheet.name]] == [], sheet.name


def test_the_finding_that_the_readme_explains_is_one_of_the_example(example: Outcome) -> None:
    finding = next(finding for finding in example.findings if finding.rule == "children_sum_to_parent")
    figures = re.findall(r"\d+(?:\.\d{3})+", sentence(finding))
    assert figures == ["17.750.000.000", "18.400.000.000", "650.000.000"]
    assert [figure for figure in figures if figure not in README] == []
    cells = [str(cell.ref) for cell in finding.cells]
    assert cells == ["E19", "E20:E26"]
    assert [cell for cell in cells if not re.search(rf"\b{cell}\b", README)] == []


def test_the_severities_in_the_readme_are_those_of_findings() -> None:
    assert [row[0] for row in rows(README, "Tingkat")] == ["galat", "peringatan", "catatan"]
    assert len(SEVERITIES) == len(rows(README, "Tingkat"))


def test_the_settings_in_the_readme_are_labels_of_the_profile() -> None:
    labels = {header for field in kinds()["profile"].fields.values() for header in field.headers}
    assert {row[0].strip("`") for row in rows(README, "Label")} <= labels


@pytest.mark.parametrize("picture", ["docs/realisasi-anggaran.png", "docs/temuan.png"])
def test_a_picture_is_there_and_small(picture: str) -> None:
    assert f"]({picture})" in README
    assert 0 < (ROOT / picture).stat().st_size < 150_000


# the rules


def test_the_page_of_rules_is_current() -> None:
    assert paper("docs/rules.md") == handbook.rules_page(), (
        "docs/rules.md is not what the rules say; make it anew: uv run python -m pipeline.handbook > docs/rules.md"
    )


@pytest.mark.parametrize("rule", sorted(rules()))
def test_every_rule_stands_in_the_page_of_rules(rule: str) -> None:
    page = paper("docs/rules.md")
    assert f"\n### {rule}\n" in page
    assert f"](#{rule})" in page


def test_the_contents_of_the_page_of_rules_lead_to_its_headings() -> None:
    page = handbook.rules_page()
    headings = re.findall(r"(?m)^##+ (.+)$", page)
    assert re.findall(r"\]\(#([^)]+)\)", page) != []
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) == {heading.lower().replace(" ", "-") for heading in headings}
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("rule", sorted(rules()))
def test_the_page_of_rules_says_of_a_rule_all_that_staff_ask(rule: str) -> None:
    section = re.search(rf"(?ms)^### {rule}\n(.*?)(?=^##|\Z)", handbook.rules_page())
    assert section
    told = section[1]
    assert [part for part in ("- Tingkat: ", "- Diperiksa: ", "- Dasar: ", "\n> ") if part not in told] == []
    assert [part for part in (rules()[rule].title, rules()[rule].explain) if part not in told] == []
    assert re.search(r"\{\w+\}", told) is None


def test_every_cause_that_a_result_may_name_stands_in_the_page_of_rules() -> None:
    page = handbook.rules_page()
    schema = json.loads(paper("schemas/result.schema.json"))
    finding = schema["properties"]["findings"]["items"]["properties"]
    kinds_of_causes = finding["causes"]["items"]["properties"]["kind"]["enum"]
    assert sorted(RANKS) == sorted(kinds_of_causes)
    assert [kind for kind in kinds_of_causes if f"\n| `{kind}` | " not in page] == []
    texts = tomllib.loads(paper("pipeline/texts/id.toml"))["cause"]
    assert sorted(texts) == sorted(kinds_of_causes)


# CONTRIBUTING


def placeholder(path: str) -> bool:
    """Whether a path only shows how a new file is called."""
    return Path(path).stem in {"x", "x_2026", "xx"}


def test_every_path_that_contributing_names_exists() -> None:
    named = {path for path in re.findall(r"`([\w./-]+)`", CONTRIBUTING) if "/" in path and not placeholder(path)}
    named |= set(re.findall(r"`([\w-]+\.(?:md|toml))`", CONTRIBUTING))
    assert {"pipeline/grids.py", "pyproject.toml"} <= named
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda page: page.stem)
def test_every_module_that_a_decision_names_exists(page: Path) -> None:
    named = re.findall(r"`((?:pipeline|schemas|tests)/[\w./]+)`", page.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_checks_in_contributing_are_those_of_the_script() -> None:
    script = [
        line.replace("uv run -q", "uv run").replace("pytest -q", "pytest") for line in paper(".ci/run").split("\n")
    ]
    told = next(block for block in blocks(CONTRIBUTING) if "ruff check" in block)
    assert told.splitlines() == [line for line in script if line.startswith("uv run")]


# GLOSSARY


def identifiers() -> set[str]:
    """Every name in the code, and every text that is a name of its own; not the words of comments and docstrings."""
    found = set()
    for folder in ("pipeline", "schemas"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                match node:
                    case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Name(id=name) | ast.arg(arg=name):
                        found.add(name)
                    case ast.Attribute(attr=name) | ast.Constant(value=str(name)):
                        found.add(name)
                    case _:
                        pass
    return {name for name in found if name.isidentifier()}


def test_every_identifier_of_the_glossary_is_in_the_code() -> None:
    lines = re.findall(r"(?m)^\|[^|]+\|[^|]+\|([^|]+)\|$", GLOSSARY)
    named = {name for line in lines for name in re.findall(r"`(\w+)`", line)}
    modules = {path.stem for folder in ("pipeline", "schemas") for path in (ROOT / folder).rglob("*.py")}
    modules |= {path.name for path in (ROOT / "pipeline").iterdir() if path.is_dir()}
    assert {"dpa", "realization", "Finding"} <= named
    assert sorted(named - identifiers() - modules) == []


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_of_workbook_stands_in_the_glossary(kind: str) -> None:
    assert f"`{kind}`" in GLOSSARY


@pytest.mark.parametrize(
    "term",
    [
        "DPA",
        "DPPA",
        "RKA",
        "Renja",
        "Renstra",
        "LKjIP",
        "IKU",
        "PK",
        "Sasaran",
        "Program",
        "Kegiatan",
        "Pagu",
        "Realisasi",
        "Sisa",
        "Capaian",
        "Predikat",
        "Efisiensi",
        "Triwulan",
        "Urusan",
        "OPD",
        "SKPD",
        "Golongan",
        "eselon",
        "Pergeseran",
    ],
)
def test_a_word_of_the_field_stands_among_the_terms(term: str) -> None:
    terms = " ".join(re.findall(r"(?m)^\| ([^|]+) \|", GLOSSARY))
    assert re.search(rf"\b{term}\b", terms)


# all papers


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (path.parent / link).exists()] == []


def test_one_version_everywhere() -> None:
    project = tomllib.loads(paper("pyproject.toml"))["project"]
    newest = re.search(r"(?m)^## (\S+)", paper("CHANGELOG.md"))
    assert newest
    assert newest[1] == project["version"] == pipeline.__version__


def test_the_licence_is_the_one_that_the_project_states() -> None:
    project = tomllib.loads(paper("pyproject.toml"))["project"]
    assert paper("LICENSE").startswith(f"{project['license']} License\n\nCopyright (c) 2026 the pipeline authors\n")
