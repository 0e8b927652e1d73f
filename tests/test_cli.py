"""The commands: exit statuses, what goes where, and that no failure of the program shows its inside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office_package import DPA, DPPA, PLAN, PROFILE, REALIZATION, STAFF, edit, example, listed, state
from typer.testing import CliRunner, Result

from pipeline import checking, grids, rules
from pipeline.cli import app, main
from pipeline.kinds import kinds

RULES = sorted(path.stem for path in Path(rules.__file__).parent.glob("*.py") if path.stem != "__init__")
SCHEMA_CHECKS = sorted(
    {
        check.name
        for kind in kinds().values()
        for column in kind.model.to_schema().columns.values()
        for check in column.checks
    }
)
PIPELINE = [sys.executable, "-c", "from pipeline.cli import main; main()"]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with input folders of several kinds."""
    example(tmp_path / "good", DPA, DPPA, REALIZATION, PROFILE)
    example(tmp_path / "faulty", PLAN, STAFF)
    broken = example(tmp_path / "broken", DPA)
    (broken / DPA).write_bytes((broken / DPA).read_bytes()[:3000])
    example(tmp_path / "mixed", PLAN, name="a")
    (tmp_path / "mixed" / "b").mkdir()
    (tmp_path / "mixed" / "b" / "rusak.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "nothing" / "kosong").mkdir(parents=True)
    (tmp_path / "nothing" / "kosong" / "surat.pdf").write_bytes(b"%PDF-1.7")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def outside(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a person does, in the working folder."""
    return subprocess.run([*PIPELINE, *arguments], capture_output=True, env={**os.environ, **environment})


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("run good out", 0),
        ("run faulty out", 0),
        ("run good out --strict", 0),
        ("run faulty out --strict", 1),
        ("run broken out", 3),
        ("run mixed out", 3),
        ("run mixed out --strict", 3),  # 3 beats 1
        ("run nothing out", 2),
        ("run nowhere out", 2),
        ("run good/kantor/catatan.txt out", 2),
        ("run good out --lang xx", 2),
        ("run good out --lang en", 0),
        ("run good out --fast", 2),
        ("run good out more", 2),
        ("run good good", 2),
        ("run good nothing/../good", 2),
        ("check good", 0),
        ("check faulty", 1),
        ("check broken", 3),
        ("check mixed", 3),
        ("check nothing", 2),
        ("check nowhere", 2),
        ("check good --format xml", 2),
        ("check faulty --format json", 1),
        ("inspect good/kantor/Profil*", 0),
        ("inspect good/kantor/DPA* good/kantor/DPPA*", 0),
        ("inspect broken/kantor/DPA*", 3),
        ("inspect good/kantor/Profil* broken/kantor/DPA*", 3),
        ("inspect nothing.xlsx", 3),
        ("inspect nothing/kosong/surat.pdf", 3),
        ("inspect", 2),
        ("explain children_sum_to_parent", 0),
        ("explain no_such_rule", 2),
        ("explain", 2),
        ("nonsense", 2),
        ("--help", 0),
        ("run --help", 0),
        ("explain --help", 0),
    ],
)
def test_exit_status(office: Path, command: str, status: int) -> None:
    arguments: list[str] = []
    for word in command.split():
        arguments.extend(sorted(str(path.relative_to(office)) for path in office.glob(word)) if "*" in word else [word])
    result = call(*arguments)
    assert (result.exit_code, result.exception is None or isinstance(result.exception, SystemExit)) == (status, True)


def test_run_reads_input_and_writes_output_of_the_working_folder(office: Path) -> None:
    (office / "good").rename(office / "input")
    assert call("run").exit_code == 0
    names = listed(office / "output" / "kantor")
    assert "LKjIP-2017.xlsx" in names
    assert sorted(state(office / "output")) == [f"kantor/{name}" for name in names]
    assert call("check").exit_code == 0


def test_check_writes_nothing(office: Path) -> None:
    before = state(office)
    for arguments in (["check", "faulty"], ["check", "mixed", "--format", "json"], ["check", "broken"]):
        call(*arguments)
    assert (state(office), sorted(path.name for path in office.iterdir())) == (
        before,
        ["broken", "faulty", "good", "mixed", "nothing"],
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "nowhere"], ["nowhere", "tidak ada"]),
        (["check", "nothing"], ["nothing", "Tidak ada buku kerja"]),
        (["explain", "no_such_rule"], ["no_such_rule", "children_sum_to_parent"]),
        (["run", "good", "good"], ["good", "map hasil yang lain"]),
    ],
)
def test_wrong_use_is_said_on_standard_error(office: Path, arguments: list[str], words: list[str]) -> None:
    result = call(*arguments)
    assert result.stdout == ""
    assert [word for word in words if word not in result.stderr] == []


def test_an_input_folder_is_never_the_output_folder(office: Path) -> None:
    (office / "good" / "kantor" / DPA).rename(office / "good" / "kantor" / "LKjIP-2017.xlsx")
    before = state(office)
    assert call("run", "good", "good").exit_code == 2
    assert state(office) == before


def test_the_summary_of_a_run(office: Path) -> None:
    result = call("run", "faulty", "out")
    assert result.stderr == ""
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert "Temuan: 4 galat, 0 peringatan, 0 catatan" in lines
    assert [line for line in lines if line.startswith("galat children_sum_to_parent:")] == [
        f"galat children_sum_to_parent: {PLAN}!Renja!E19, E20:E26"
    ]
    assert f"Buka: {Path('out') / 'kantor' / 'LKjIP-2017.xlsx'}" in lines


def test_the_summary_states_the_totals(office: Path) -> None:
    assert (
        "Anggaran awal 19.988.590.000, Anggaran perubahan 24.988.590.000, Realisasi 23.467.292.169 (93,91 %)"
        in call("run", "good", "out").stdout
    )


def test_english(office: Path) -> None:
    result = call("run", "faulty", "out", "--lang", "en")
    assert result.exit_code == 0
    assert "stated 17,750,000,000" in result.stdout
    assert "Temuan:" not in result.stdout
    assert "galat" not in result.stdout
    messages = [
        finding["message"] for finding in json.loads((office / "out/kantor/result.json").read_bytes())["findings"]
    ]
    assert [message for message in messages if "tertulis" in message] == []
    english = openpyxl.load_workbook(office / "out/kantor/LKjIP-2017.xlsx")
    call("run", "faulty", "hasil")
    indonesian = openpyxl.load_workbook(office / "hasil/kantor/LKjIP-2017.xlsx")
    assert english.sheetnames == indonesian.sheetnames
    for name in ("Rencana", "Kepegawaian"):
        assert list(english[name].values) == list(indonesian[name].values)


def test_check_as_json_holds_the_results_and_nothing_else(office: Path) -> None:
    result = call("check", "mixed", "--format", "json")
    found = json.loads(result.stdout)
    assert [(package["package"], package["status"]) for package in found] == [("a", "complete"), ("b", "rejected")]
    assert [finding["rule"] for package in found for finding in package["findings"]] == [
        "children_sum_to_parent",
        "file_is_readable",
    ]
    run = call("run", "mixed", "out")
    assert run.exit_code == 3
    written = json.loads((office / "out/a/result.json").read_bytes())
    for key in ("office", "inputs", "totals", "lines", "findings"):
        assert found[0][key] == written[key]


def test_check_lists_every_finding(office: Path) -> None:
    ways = {f"E{row}": f"?{'(' * (row - 6)}" for row in range(7, 19)}  # alike, they would be one finding
    edit(office / "faulty/kantor" / PLAN, {"Renja": ways})
    shown = call("check", "faulty").stdout
    assert [row for row in range(7, 19) if f"{PLAN}!Renja!E{row}" not in shown] == []


def test_inspect_shows_how_a_sheet_is_understood(office: Path) -> None:
    shown = call("inspect", str(Path("good/kantor") / DPA)).stdout
    for part in ("DPA 2.2", "(dpa)", "baris 9", "K", "24 baris"):
        assert part in shown


def test_inspect_names_what_is_missing_and_the_nearest_header(office: Path) -> None:
    path = edit(office / "good/kantor" / PROFILE, {"Profil": {"A1": "x"}}, to=office / "x.xlsx")
    edit(office / "faulty/kantor" / PLAN, {"Renja": {"E4": "Pagu Indikatip"}}, to=path)
    result = call("inspect", "x.xlsx", "--format", "json")
    sheet = json.loads(result.stdout)[0]["sheets"][0]
    assert sheet["tables"] == []
    assert [near["kind"] for near in sheet["nearest"]] == ["plan"]
    assert "Pagu Indikatif" in sheet["nearest"][0]["missing"][0]
    unknown = next(entry for entry in sheet["unknown"] if "Indikatip" in entry["header"])
    assert (unknown["cell"], str(unknown["near"]).startswith("Pagu Indikatif")) == ("E4", True)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("rule", [*RULES, *SCHEMA_CHECKS])
def test_explain_knows_every_rule(rule: str, language: str) -> None:
    result = call("explain", rule, "--lang", language)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{rule} (")
    assert len(result.stdout.splitlines()) >= 4
    asks = "Yang perlu dilakukan:" if language == "id" else "What to do:"
    assert asks in result.stdout
    assert ("Dasar:" in result.stdout) is (language == "id")


@pytest.mark.parametrize("part", ["message", "title", "explain"])
def test_every_rule_is_told_in_english(part: str) -> None:
    texts = tomllib.loads((Path(checking.__file__).parent / "texts" / "en.toml").read_text(encoding="utf-8"))
    assert [rule for rule in RULES if not texts["rule"].get(rule, {}).get(part)] == []


def test_english_has_every_text_that_indonesian_has() -> None:
    def codes(language: str) -> set[str]:
        text = (Path(checking.__file__).parent / "texts" / f"{language}.toml").read_text(encoding="utf-8")
        return {f"{group}.{code}" for group, entries in tomllib.loads(text).items() for code in entries}

    assert sorted(codes("id") - codes("en")) == []


# What reaches a person when the program itself fails.


def failing(monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    """Make the program fail when it opens a certain file."""
    read = grids.read

    def broken(path: Path, name: str) -> Any:
        if path.name == file:
            raise ZeroDivisionError("kesalahan buatan")
        return read(path, name)

    monkeypatch.setattr(grids, "read", broken)


def test_a_defect_is_said_with_the_file_and_the_log(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example(office / "two", PLAN, name="baik")
    example(office / "two", DPA, DPPA, name="gagal")
    failing(monkeypatch, DPPA)
    result = call("run", "two", "out")
    assert result.exit_code == 3
    log = Path("out") / "gagal" / "pipeline.log"
    for part in ("gagal", DPPA, "cacat program", str(log), "tidak diubah"):
        assert part in result.output
    assert "Traceback" not in result.output
    assert 'File "' not in result.output
    text = log.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "ZeroDivisionError: kesalahan buatan" in text
    made = [f"baik/{name}" for name in listed(office / "out" / "baik")]
    assert sorted(state(office / "out")) == [*made, "gagal/pipeline.log"]


def test_a_defect_leaves_former_outputs(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call("run", "good", "out")
    former = state(office / "out")

    def broken(*_: object) -> None:
        raise RuntimeError("kesalahan buatan")

    monkeypatch.setattr(checking, "outcome", broken)
    result = call("run", "good", "out")
    assert (result.exit_code, "Traceback" in result.output) == (3, False)
    left = state(office / "out")
    assert left.pop("kantor/pipeline.log")[0].endswith(b"RuntimeError: kesalahan buatan\n")
    assert left == former


@pytest.mark.parametrize("arguments", [["check", "good"], ["check", "good", "--format", "json"]])
def test_a_defect_in_check_writes_no_log(office: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    before = state(office)
    failing(monkeypatch, DPPA)
    result = call(*arguments)
    assert (result.exit_code, "Traceback" in result.output, state(office)) == (3, False, before)
    assert "kesalahan buatan" in result.output
    if "json" in arguments:
        assert [package["status"] for package in json.loads(result.stdout)] == ["rejected"]
    else:
        assert DPPA in result.output


def started(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int | str | None:
    """Start the program in this process; return its exit status."""
    monkeypatch.setattr(sys, "argv", ["pipeline", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    return end.value.code


def test_a_defect_in_inspect_shows_no_inside(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing(monkeypatch, DPPA)
    assert started(monkeypatch, "inspect", str(Path("good/kantor") / DPPA)) == 3
    shown = "".join(capsys.readouterr())
    assert (DPPA in shown, "Traceback" in shown) == (True, False)


@pytest.mark.parametrize("command", ["run", "check"])
def test_an_input_folder_that_cannot_be_listed(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "good/kantor")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert started(monkeypatch, command, "good") in (2, 3)
    shown = "".join(capsys.readouterr())
    assert ("good" in shown, "Traceback" in shown) == (True, False)


def test_an_output_folder_that_cannot_be_written(office: Path) -> None:
    (office / "out").write_bytes(b"a file where the folder should be")
    result = call("run", "good", "out")
    assert result.exit_code == 3
    assert ("out" in result.output, "tidak dapat menulis" in result.output) == (True, True)
    assert "Traceback" not in result.output
    assert "cacat" not in result.output


# The program as it is started.


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["check", "--help"]])
def test_help_answers_without_the_libraries(arguments: list[str]) -> None:
    libraries = ["pandas", "pandera", "numpy", "openpyxl", "xlsxwriter", "python_calamine", "rapidfuzz"]
    script = (
        "import sys\nfrom pipeline.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert end.code == 0\n"
        f"print([name for name in {libraries} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "--help" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["run", "faulty", "out"], {"TERM": "xterm-256color"}),
        (["check", "faulty"], {}),
        (["explain", "row_has_label"], {"NO_COLOR": "1"}),
        (["--help"], {"TERM": "xterm-256color"}),
    ],
)
def test_nothing_but_text_when_redirected(office: Path, arguments: list[str], environment: dict[str, str]) -> None:
    done = outside(*arguments, **environment)
    assert done.returncode in (0, 1)
    assert done.stdout != b""
    assert (b"\x1b" in done.stdout, b"\r" in done.stdout.replace(b"\r\n", b"\n"), done.stderr) == (False, False, b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal in the standard library")
def test_no_colour_on_a_terminal_where_it_is_not_wanted(office: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "xterm-256color"}
    process = subprocess.Popen([*PIPELINE, "run", "faulty", "out"], stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end was closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    assert process.wait() == 0
    assert PLAN.encode() in shown  # the progress names what is being read
    assert re.findall(rb"\x1b\[[0-9;]*m", shown) == []


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "utf-8"])
def test_a_console_that_cannot_show_a_sign(office: Path, encoding: str) -> None:
    name = "Renja – 2017 ≥ 預算.xlsx"
    (office / "faulty" / "kantor" / PLAN).rename(office / "faulty" / "kantor" / name)
    done = outside("run", "faulty", "out", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    shown = done.stdout.decode(encoding)
    assert "!Renja!E19" in shown
    assert (name in shown) is (encoding == "utf-8")
    result = json.loads((office / "out" / "kantor" / "result.json").read_bytes())
    assert name in [entry["file"] for entry in result["inputs"]]


def test_the_installed_command_is_the_same() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["scripts"] == {"pipeline": "pipeline.cli:main"}
