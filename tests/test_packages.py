"""Which folders are packages, and which of their files are looked at."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.packages import find

CSV = "Kode;Uraian\n1;Program\n"


def write(root: Path, names: Sequence[str]) -> None:
    """Make files; those called .csv are the workbooks."""
    root.mkdir(exist_ok=True)
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(CSV if name.endswith(".csv") else "Catatan", encoding="utf-8")


def found(root: Path) -> dict[str, list[str]]:
    return {package.name: [file.name for file in package.files] for package in find(root)}


@pytest.mark.parametrize(
    ("files", "packages"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param(["DPA.csv"], {".": ["DPA.csv"]}, id="the folder itself"),
        pytest.param(["dinas/2017/DPA.csv"], {"dinas/2017": ["DPA.csv"]}, id="only the folder that holds the workbook"),
        pytest.param(
            ["a.csv", "dinas/b.csv", "dinas/2017/c.csv"],
            {".": ["a.csv"], "dinas": ["b.csv"], "dinas/2017": ["c.csv"]},
            id="packages inside packages",
        ),
        pytest.param(["dinas/README.md"], {}, id="no workbook"),
        pytest.param(
            ["dinas/b.txt", "dinas/a.csv", "dinas/C.md"], {"dinas": ["C.md", "a.csv", "b.txt"]}, id="other files too"
        ),
        pytest.param(
            ["dinas/a.csv", "dinas/~$a.csv", "dinas/.b.csv"], {"dinas": ["a.csv"]}, id="locks and hidden files"
        ),
        pytest.param(["dinas/~$a.csv", "dinas/.b.csv"], {}, id="nothing but locks and hidden files"),
        pytest.param(
            ["dinas/a.csv", "_contoh/b.csv", ".git/c.csv", "dinas/arsip/d.csv", "dinas/Tahun-Lalu/2016/e.csv"],
            {"dinas": ["a.csv"]},
            id="folders left aside, and all in them",
        ),
        pytest.param(["arsip 2017/a.csv"], {"arsip 2017": ["a.csv"]}, id="only the whole name is left aside"),
        pytest.param(
            ["b/a.csv", "a/2018/a.csv", "C/a.csv", "a/2017/a.csv"],
            {"C": ["a.csv"], "a/2017": ["a.csv"], "a/2018": ["a.csv"], "b": ["a.csv"]},
            id="by name",
        ),
    ],
)
def test_find(tmp_path: Path, files: list[str], packages: dict[str, list[str]]) -> None:
    write(tmp_path / "input", files)
    assert found(tmp_path / "input") == packages
    assert list(found(tmp_path / "input")) == sorted(packages)


def test_folder_and_files_are_paths_that_open(tmp_path: Path) -> None:
    write(tmp_path, ["dinas/2017/DPA.csv"])
    (package,) = find(tmp_path)
    assert package.folder == tmp_path / "dinas" / "2017"
    assert [file.read_text(encoding="utf-8") for file in package.files] == [CSV]


@pytest.mark.parametrize("name", ["_contoh", ".contoh", "arsip", "tahun-lalu"])
def test_the_folder_that_is_asked_for_is_never_left_aside(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, ["DPA.csv"])
    assert found(tmp_path / name) == {".": ["DPA.csv"]}


@pytest.mark.parametrize(
    ("files", "links", "packages"),
    [
        pytest.param(["dinas/a.csv"], {"dinas/lagi": "."}, {"dinas": ["a.csv"]}, id="a loop to the top"),
        pytest.param(["dinas/a.csv"], {"dinas/lagi": "dinas"}, {"dinas": ["a.csv"]}, id="a loop to itself"),
        pytest.param(["dinas/a.csv"], {"dinas/lagi": "dinas/lagi"}, {"dinas": ["a.csv"]}, id="a link to itself"),
        pytest.param(["dinas/a.csv"], {"dinas/hilang": "tidak ada"}, {"dinas": ["a.csv"]}, id="a link to nothing"),
        pytest.param(["b/a.csv"], {"a": "b"}, {"b": ["a.csv"]}, id="linked twice, under its own name"),
        pytest.param(["../luar/a.csv"], {"dinas": "../luar"}, {"dinas": ["a.csv"]}, id="a folder elsewhere"),
        pytest.param(["../luar/a.csv"], {"a.csv": "../luar/a.csv"}, {".": ["a.csv"]}, id="a file elsewhere"),
    ],
)
def test_links(tmp_path: Path, files: list[str], links: dict[str, str], packages: dict[str, list[str]]) -> None:
    root = tmp_path / "input"
    write(root, files)
    for link, target in links.items():
        try:
            (root / link).symlink_to(root / target, target_is_directory=(root / target).is_dir())
        except OSError:
            pytest.skip("links need a right that this account does not have")
    assert found(root) == packages


@pytest.mark.parametrize("without", ["hasil", "dinas/../hasil", "dinas/hasil", "../output"])
def test_the_folder_of_the_outputs_is_no_package(tmp_path: Path, without: str) -> None:
    root = tmp_path / "input"
    write(root, ["dinas/a.csv", "dinas/hasil/b.csv", "hasil/c.csv", "hasil/dinas/d.csv"])
    packages = {package.name for package in find(root, without=root / without)}
    kept = {
        "../output": {"dinas", "dinas/hasil", "hasil", "hasil/dinas"},
        "dinas/hasil": {"dinas", "hasil", "hasil/dinas"},
    }
    assert packages == kept.get(without, {"dinas", "dinas/hasil"})


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="tidak ada"):
        find(tmp_path / "tidak ada")
