"""What stands in a package's folder after publishing, and after a run that was killed while publishing."""

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from pipeline import results
from pipeline.results import Notice

Files = Mapping[str, str]
COPY = "ditandai/DPA.xlsx"
LKJIP, BARU, BARU_2 = "LKjIP-2017.xlsx", "LKjIP-2017 (baru).xlsx", "LKjIP-2017 (baru 2).xlsx"


def publish(folder: Path, outputs: Files) -> results.Published:
    return results.publish(folder, {name: text.encode() for name, text in outputs.items()}, {"package": "contoh"})


def write(folder: Path, files: Files) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def tree(folder: Path) -> dict[str, str]:
    """All files below ``folder`` with their text."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def listed(folder: Path) -> dict[str, str]:
    """The outputs that ``result.json`` names, with their text; their hashes must be those that it states."""
    outputs = json.loads((folder / "result.json").read_bytes())["outputs"]
    for output in outputs:
        assert hashlib.sha256((folder / output["file"]).read_bytes()).hexdigest() == output["sha256"]
    return {output["file"]: (folder / output["file"]).read_text(encoding="utf-8") for output in outputs}


@contextmanager
def opened(*paths: Path) -> Iterator[None]:
    """Files that Excel holds open: Windows lets nobody replace, move or delete them."""
    held = {os.fspath(path) for path in paths}

    def refusing(call: Callable[..., None]) -> Callable[..., None]:
        def refuse(*args: Any, **options: Any) -> None:
            if any(os.fspath(arg) in held and Path(arg).exists() for arg in args):
                raise PermissionError(errno.EACCES, "The process cannot access the file", os.fspath(args[0]))
            call(*args, **options)

        return refuse

    with pytest.MonkeyPatch.context() as patch:
        for name in ("replace", "unlink"):
            patch.setattr(os, name, refusing(getattr(os, name)))
        yield


class Killed(BaseException):
    """The end of the process; no ``except OSError`` may stop it."""


@contextmanager
def killed_at(step: int) -> Iterator[None]:
    """End the process instead of the given step on the disk (counted from 0); a write that it meets is cut short."""
    taken = count()

    def killing(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def kill(*args: Any, **options: Any) -> Any:
            if next(taken) == step:
                if name == "fsync":
                    os.truncate(args[0], os.fstat(args[0]).st_size // 2)
                raise Killed
            return call(*args, **options)

        return kill

    with pytest.MonkeyPatch.context() as patch:
        for name in ("mkdir", "fsync", "replace", "unlink", "rmdir"):
            patch.setattr(os, name, killing(name, getattr(os, name)))
        yield


def was_killed(step: int, run: Callable[[], object]) -> bool:
    try:
        with killed_at(step):
            run()
    except Killed:
        return True
    return False


# --- what stands in the folder afterwards

AFTERWARDS = [
    # former outputs, then what a person wrote, the new outputs -> files but result.json, notices
    pytest.param({}, {}, {LKJIP: "a", "b.csv": "b"}, {LKJIP: "a", "b.csv": "b"}, [], id="first run"),
    pytest.param({LKJIP: "a"}, {}, {LKJIP: "b"}, {LKJIP: "b"}, [], id="an unedited output is replaced"),
    pytest.param({LKJIP: "a"}, {}, {LKJIP: "a"}, {LKJIP: "a"}, [], id="the same again"),
    pytest.param(
        {LKJIP: "a"},
        {LKJIP: "mine"},
        {LKJIP: "b"},
        {LKJIP: "b", f"arsip/{LKJIP}": "mine"},
        [Notice("archived", LKJIP, f"arsip/{LKJIP}")],
        id="an edited output is archived",
    ),
    pytest.param({LKJIP: "a"}, {LKJIP: "b"}, {LKJIP: "b"}, {LKJIP: "b"}, [], id="edited into what is new anyway"),
    pytest.param(
        {LKJIP: "a"},
        {LKJIP: "mine", f"arsip/{LKJIP}": "1", "arsip/LKjIP-2017 (2).xlsx": "2"},
        {LKJIP: "b"},
        {LKJIP: "b", f"arsip/{LKJIP}": "1", "arsip/LKjIP-2017 (2).xlsx": "2", "arsip/LKjIP-2017 (3).xlsx": "mine"},
        [Notice("archived", LKJIP, "arsip/LKjIP-2017 (3).xlsx")],
        id="the name is taken in the archive",
    ),
    pytest.param(
        {LKJIP: "a"},
        {LKJIP: "mine", "arsip/Punya saya.xlsx": "mine"},
        {LKJIP: "b"},
        {LKJIP: "b", "arsip/Punya saya.xlsx": "mine"},
        [Notice("archived", LKJIP, "arsip/Punya saya.xlsx")],
        id="the archive has the content already",
    ),
    pytest.param(
        {LKJIP: "a"},
        {"result.json": "{"},
        {LKJIP: "b"},
        {LKJIP: "b", f"arsip/{LKJIP}": "a"},
        [Notice("archived", LKJIP, f"arsip/{LKJIP}")],
        id="result.json is unreadable, so that nothing is known to be unedited",
    ),
    pytest.param(
        {},
        {LKJIP: "mine"},
        {LKJIP: "b"},
        {LKJIP: "b", f"arsip/{LKJIP}": "mine"},
        [Notice("archived", LKJIP, f"arsip/{LKJIP}")],
        id="a file of that name that no run wrote",
    ),
    pytest.param(
        {"LKjIP-2016.xlsx": "a"},
        {},
        {LKJIP: "b"},
        {LKJIP: "b", "arsip/LKjIP-2016.xlsx": "a"},
        [Notice("archived", "LKjIP-2016.xlsx", "arsip/LKjIP-2016.xlsx")],
        id="the year changed",
    ),
    pytest.param(
        {"LKjIP-2016.xlsx": "a"},
        {"arsip/LKjIP-2016.xlsx": "a"},
        {LKJIP: "b"},
        {LKJIP: "b", "arsip/LKjIP-2016.xlsx": "a"},
        [Notice("archived", "LKjIP-2016.xlsx", "arsip/LKjIP-2016.xlsx")],
        id="the year changed, and the archive has the workbook already",
    ),
    pytest.param(
        {LKJIP: "a"},
        {},
        {},
        {f"arsip/{LKJIP}": "a"},
        [Notice("archived", LKJIP, f"arsip/{LKJIP}")],
        id="the package was rejected",
    ),
    pytest.param(
        {"a.csv": "a", "b.csv": "b"},
        {"b.csv": "mine"},
        {},
        {"arsip/b.csv": "mine"},
        [Notice("archived", "b.csv", "arsip/b.csv")],
        id="outputs not made any more that are no workbooks",
    ),
    pytest.param({LKJIP: "a"}, {LKJIP: "mine"}, {LKJIP: "mine"}, {LKJIP: "mine"}, [], id="equal bytes stay"),
    pytest.param({}, {}, {LKJIP: "a", COPY: "b"}, {LKJIP: "a", COPY: "b"}, [], id="a marked copy"),
    pytest.param({COPY: "a"}, {}, {COPY: "b"}, {COPY: "b"}, [], id="an unedited marked copy is replaced"),
    pytest.param({COPY: "a", LKJIP: "a"}, {}, {LKJIP: "b"}, {LKJIP: "b"}, [], id="a marked copy not made any more"),
    pytest.param(
        {COPY: "a", "ditandai/Renja.xlsx": "a"},
        {COPY: "mine", "ditandai/Renja.xlsx": "mine too", "ditandai/Catatan.txt": "x"},
        {COPY: "b"},
        {COPY: "b", "arsip/DPA.xlsx": "mine", "arsip/Renja.xlsx": "mine too", "ditandai/Catatan.txt": "x"},
        [Notice("archived", COPY, "arsip/DPA.xlsx"), Notice("archived", "ditandai/Renja.xlsx", "arsip/Renja.xlsx")],
        id="edited marked copies are archived",
    ),
    pytest.param(
        {LKJIP: "a"},
        {"Catatan.docx": "x", "sub/LKjIP-2017.xlsx": "y", ".tersembunyi": "z"},
        {LKJIP: "b"},
        {LKJIP: "b", "Catatan.docx": "x", "sub/LKjIP-2017.xlsx": "y", ".tersembunyi": "z"},
        [],
        id="no other file is touched",
    ),
    pytest.param(
        {},
        {"result.json": '{"outputs": [{"file": "../luar.txt", "sha256": "0"}]}', "../luar.txt": "x"},
        {LKJIP: "b"},
        {LKJIP: "b"},
        [],
        id="result.json that names a file elsewhere",
    ),
]


@pytest.mark.parametrize(("former", "written", "outputs", "files", "notices"), AFTERWARDS)
def test_afterwards(
    tmp_path: Path, former: Files, written: Files, outputs: Files, files: Files, notices: list[Notice]
) -> None:
    folder = tmp_path / "output" / "contoh"
    if former:
        publish(folder, former)
    write(folder, written)
    published = publish(folder, outputs)
    found = tree(folder)
    del found["result.json"]
    assert found == files
    assert listed(folder) == outputs
    assert published == results.Published(tuple(sorted(outputs)), tuple(notices))
    outside = {name: text for name, text in written.items() if name.startswith("..")}
    assert {name: (folder / name).read_text(encoding="utf-8") for name in outside} == outside


def test_an_output_whose_bytes_are_the_same_is_left_alone(tmp_path: Path) -> None:
    publish(tmp_path, {LKJIP: "a"})
    before = (tmp_path / LKJIP).stat()
    publish(tmp_path, {LKJIP: "a"})
    after = (tmp_path / LKJIP).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


# --- workbooks that are open in Excel

OPEN = [
    # former outputs, then what a person wrote, open files, new outputs -> outputs as called, other files, notices
    pytest.param(
        {LKJIP: "a"}, {}, [LKJIP], "b", {BARU: "b"}, {LKJIP: "a"}, [Notice("beside", LKJIP, BARU)], id="one is open"
    ),
    pytest.param(
        {LKJIP: "a"},
        {LKJIP: "mine"},
        [LKJIP],
        "b",
        {BARU: "b"},
        {LKJIP: "mine"},
        [Notice("beside", LKJIP, BARU)],
        id="one is open and edited",
    ),
    pytest.param({LKJIP: "a"}, {}, [LKJIP], "a", {LKJIP: "a"}, {}, [], id="open, but nothing new"),
    pytest.param(
        {LKJIP: "a"},
        {BARU: "mine"},
        [LKJIP],
        "b",
        {BARU: "b"},
        {LKJIP: "a", f"arsip/{BARU}": "mine"},
        [Notice("archived", BARU, f"arsip/{BARU}"), Notice("beside", LKJIP, BARU)],
        id="a person has a file of the other name",
    ),
    pytest.param(
        {LKJIP: "a"},
        {BARU: "mine"},
        [LKJIP, BARU],
        "b",
        {BARU_2: "b"},
        {LKJIP: "a", BARU: "mine"},
        [Notice("beside", LKJIP, BARU_2)],
        id="both are open",
    ),
    pytest.param(
        {"LKjIP-2016.xlsx": "a"},
        {},
        ["LKjIP-2016.xlsx"],
        "b",
        {LKJIP: "b"},
        {"LKjIP-2016.xlsx": "a"},
        [Notice("kept", "LKjIP-2016.xlsx", "LKjIP-2016.xlsx")],
        id="one of a former year is open",
    ),
]


@pytest.mark.parametrize(("former", "written", "held", "text", "outputs", "others", "notices"), OPEN)
def test_open(
    tmp_path: Path,
    former: Files,
    written: Files,
    held: list[str],
    text: str,
    outputs: Files,
    others: Files,
    notices: list[Notice],
) -> None:
    publish(tmp_path, former)
    write(tmp_path, written)
    with opened(*(tmp_path / name for name in held)):
        published = publish(tmp_path, {LKJIP: text})
    assert published == results.Published(tuple(sorted(outputs)), tuple(notices))
    assert listed(tmp_path) == outputs
    found = tree(tmp_path)
    del found["result.json"]
    assert found == {**outputs, **others}


LATER = [
    # open in the second run -> what a person wrote into the version beside, the third text -> files, notices
    pytest.param([], {}, "c", {LKJIP: "c", f"arsip/{LKJIP}": "a"}, [("archived", LKJIP)], id="closed again"),
    pytest.param(
        [],
        {BARU: "mine"},
        "c",
        {LKJIP: "c", f"arsip/{LKJIP}": "a", f"arsip/{BARU}": "mine"},
        [("archived", LKJIP), ("archived", BARU)],
        id="closed again, the version beside is edited",
    ),
    pytest.param([LKJIP], {}, "b", {LKJIP: "a", BARU: "b"}, [("beside", LKJIP)], id="still open, nothing new"),
    pytest.param([LKJIP], {}, "c", {LKJIP: "a", BARU: "c"}, [("beside", LKJIP)], id="still open"),
    pytest.param(
        [LKJIP, BARU],
        {},
        "c",
        {LKJIP: "a", BARU: "b", BARU_2: "c"},
        [("beside", LKJIP), ("kept", BARU)],
        id="now both are open",
    ),
]


@pytest.mark.parametrize(("held", "written", "text", "files", "notices"), LATER)
def test_the_run_after_one_with_an_open_workbook(
    tmp_path: Path, held: list[str], written: Files, text: str, files: Files, notices: list[tuple[str, str]]
) -> None:
    publish(tmp_path, {LKJIP: "a"})
    with opened(tmp_path / LKJIP):
        publish(tmp_path, {LKJIP: "b"})
    write(tmp_path, written)
    with opened(*(tmp_path / name for name in held)):
        published = publish(tmp_path, {LKJIP: text})
    found = tree(tmp_path)
    del found["result.json"]
    assert found == files
    assert [(notice.kind, notice.file) for notice in published.notices] == notices
    assert list(listed(tmp_path).values()) == [text]


def test_the_open_workbook_of_a_former_year_leaves_with_the_version_beside_it(tmp_path: Path) -> None:
    publish(tmp_path, {LKJIP: "a"})
    with opened(tmp_path / LKJIP):
        publish(tmp_path, {LKJIP: "b"})
    publish(tmp_path, {"LKjIP-2018.xlsx": "c"})
    assert set(tree(tmp_path)) == {"LKjIP-2018.xlsx", f"arsip/{LKJIP}", f"arsip/{BARU}", "result.json"}


def test_a_version_beside_never_takes_the_name_of_another_output(tmp_path: Path) -> None:
    publish(tmp_path, {LKJIP: "a", BARU: "b"})
    with opened(tmp_path / LKJIP):
        publish(tmp_path, {LKJIP: "c", BARU: "d"})
    assert listed(tmp_path) == {BARU: "d", BARU_2: "c"}


def test_a_marked_copy_that_is_open_gets_its_new_version_beside_it(tmp_path: Path) -> None:
    publish(tmp_path, {COPY: "a"})
    with opened(tmp_path / COPY):
        published = publish(tmp_path, {COPY: "b"})
    assert published.notices == (Notice("beside", COPY, "ditandai/DPA (baru).xlsx"),)
    assert listed(tmp_path) == {"ditandai/DPA (baru).xlsx": "b"}
    publish(tmp_path, {LKJIP: "c"})
    assert set(tree(tmp_path)) == {LKJIP, "arsip/DPA.xlsx", "result.json"}
    assert not (tmp_path / "ditandai").exists()


def test_a_folder_in_the_place_of_an_output_is_left_there(tmp_path: Path) -> None:
    write(tmp_path, {f"{LKJIP}/isi.txt": "x"})
    published = publish(tmp_path, {LKJIP: "a"})
    assert published.notices == (Notice("beside", LKJIP, BARU),)
    assert listed(tmp_path) == {BARU: "a"}
    assert tree(tmp_path)[f"{LKJIP}/isi.txt"] == "x"


# --- runs that are killed

KILLED = [
    # former outputs, then what a person wrote, open files, new outputs
    pytest.param({}, {}, [], {LKJIP: "a", "b.csv": "b"}, id="first run"),
    pytest.param({LKJIP: "a", "b.csv": "b"}, {}, [], {LKJIP: "c", "b.csv": "d"}, id="new contents"),
    pytest.param({LKJIP: "a", "b.csv": "b"}, {LKJIP: "mine"}, [], {LKJIP: "c", "b.csv": "d"}, id="edited"),
    pytest.param({"LKjIP-2016.xlsx": "a", "a.csv": "a"}, {}, [], {LKJIP: "c"}, id="other outputs"),
    pytest.param({LKJIP: "a", "b.csv": "b"}, {"b.csv": "mine"}, [], {}, id="rejected"),
    pytest.param({LKJIP: "a", "A.csv": "b"}, {}, [LKJIP], {LKJIP: "c", "A.csv": "d"}, id="open"),
    pytest.param({LKJIP: "a"}, {BARU: "mine"}, [LKJIP, BARU], {LKJIP: "c"}, id="two are open"),
    pytest.param({BARU: "b"}, {LKJIP: "a"}, [], {LKJIP: "c"}, id="closed again"),
    pytest.param({LKJIP: "a", COPY: "b"}, {COPY: "mine"}, [], {LKJIP: "c", COPY: "d"}, id="marked copies"),
    pytest.param({LKJIP: "a", COPY: "b"}, {}, [], {LKJIP: "c"}, id="no marked copy any more"),
]


@pytest.mark.parametrize(("former", "written", "held", "outputs"), KILLED)
def test_a_run_killed_at_any_step_leaves_the_former_outputs_or_the_new_ones(
    tmp_path: Path, former: Files, written: Files, held: list[str], outputs: Files
) -> None:
    def prepared(name: str) -> Path:
        folder = tmp_path / name
        publish(folder, former)
        write(folder, written)
        return folder

    def run(folder: Path) -> None:
        with opened(*(folder / name for name in held)):
            publish(folder, outputs)

    untouched = tree(prepared("untouched"))
    ends = set()
    for step in count():
        folder = prepared(f"{step}")
        killed = was_killed(step, partial(run, folder))
        times = next(again for again in count() if not was_killed(again, partial(results.recover, folder)))
        found = tree(folder)
        ends.add("former" if found == untouched else "new")
        if found != untouched:
            assert set(listed(folder).values()) == set(outputs.values()), f"killed at {step}, then {times} times"
        assert set(written.values()) <= set(found.values())
        assert not (folder / ".baru").exists()
        run(folder)
        assert set(listed(folder).values()) == set(outputs.values())
        assert set(written.values()) <= set(tree(folder).values())
        if not killed:
            break
    assert ends == {"former", "new"}


STAGINGS = [
    # what lies in .baru, what lies in the folder beside the former a.xlsx and b.xlsx -> the outputs after recovering
    pytest.param({"a.xlsx": "A"}, {}, "former", id="no result.json yet"),
    pytest.param({"a.xlsx": "A", "b.xlsx": "B", "result.json": "half"}, {}, "former", id="half a result.json"),
    pytest.param({"a.xlsx": "A", "b.xlsx": "", "result.json": "whole"}, {}, "former", id="half an output"),
    pytest.param({"a.xlsx": "A", "result.json": "whole"}, {}, "former", id="an output is missing"),
    pytest.param({"a.xlsx": "A", "b.xlsx": "B", "result.json": "whole"}, {}, "new", id="complete"),
    pytest.param({"b.xlsx": "B", "result.json": "whole"}, {"a.xlsx": "A"}, "new", id="one moved"),
    pytest.param({"result.json": "whole"}, {"a.xlsx": "A", "b.xlsx": "B"}, "new", id="all moved"),
    pytest.param({}, {"a.xlsx": "A", "b.xlsx": "B", "result.json": "whole"}, "new", id="result.json moved too"),
]


@pytest.mark.parametrize(("staged", "moved", "expected"), STAGINGS)
def test_recover(tmp_path: Path, staged: Files, moved: Files, expected: str) -> None:
    sets = {"former": {"a.xlsx": "a", "b.xlsx": "b"}, "new": {"a.xlsx": "A", "b.xlsx": "B"}}
    publish(tmp_path / "other", sets["new"])
    whole = (tmp_path / "other" / "result.json").read_text(encoding="utf-8")
    texts = {"whole": whole, "half": whole[: len(whole) // 2]}
    folder = tmp_path / "contoh"
    publish(folder, sets["former"])
    (folder / ".baru").mkdir()
    write(folder / ".baru", {name: texts.get(text, text) for name, text in staged.items()})
    write(folder, {name: texts.get(text, text) for name, text in moved.items()})
    assert results.recover(folder) == ()
    assert listed(folder) == sets[expected]
    assert set(tree(folder)) == {"a.xlsx", "b.xlsx", "result.json"}


def test_a_run_tells_what_its_recovery_archived(tmp_path: Path) -> None:
    folder = tmp_path / "contoh"
    publish(folder, {LKJIP: "a"})
    write(folder, {LKJIP: "mine"})
    publish(tmp_path / "other", {LKJIP: "b"})
    (tmp_path / "other").rename(folder / ".baru")
    assert publish(folder, {"LKjIP-2018.xlsx": "c"}).notices == (
        Notice("archived", LKJIP, f"arsip/{LKJIP}"),  # the person's, when the killed run was finished
        Notice("archived", LKJIP, "arsip/LKjIP-2017 (2).xlsx"),  # the killed run's, which is of a former year now
    )
    assert listed(folder) == {"LKjIP-2018.xlsx": "c"}


@pytest.mark.parametrize("folder", ["", "belum-ada"])
def test_recover_without_a_staging_does_nothing(tmp_path: Path, folder: str) -> None:
    write(tmp_path, {LKJIP: "a"})
    assert results.recover(tmp_path / folder) == ()
    assert tree(tmp_path) == {LKJIP: "a"}


# --- errors


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "../a.xlsx",
        "sub/a.xlsx",
        "ditandai/sub/a.xlsx",
        "ditandai/",
        "ditandai/.a",
        "result.json",
        "result.json.part",
        ".baru",
    ],
)
def test_an_output_must_have_a_plain_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="cannot be the file name of an output"):
        publish(tmp_path, {LKJIP: "a", name: "b"})
    assert tree(tmp_path) == {}


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"contoh": "a file where the folder should be"})
    with pytest.raises(OSError, match="contoh"):
        publish(tmp_path / "contoh", {LKJIP: "a"})


@pytest.mark.parametrize("former", [{}, {LKJIP: "a"}])
def test_an_output_that_cannot_be_moved_is_an_error_and_the_former_ones_stay(tmp_path: Path, former: Files) -> None:
    def refuse(source: Any, target: Any) -> None:
        if Path(target).parent == tmp_path and Path(target).suffix == ".xlsx":
            raise PermissionError(errno.EACCES, "read-only folder", os.fspath(target))
        os.rename(source, target)  # noqa: PTH104

    publish(tmp_path, former)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        with pytest.raises(PermissionError, match="read-only folder"):
            publish(tmp_path, {LKJIP: "b"})
    assert listed(tmp_path) == former


# --- result.json


def test_result_json_as_text(tmp_path: Path) -> None:
    result = {
        "version": 1,
        "package": "Dinas Kesehatan – Ñ",
        "outputs": [],
        "office": {"name": None, "year": 2017},
        "totals": {"realization": Decimal("23467292169.00"), "realization_percent": Decimal("93.90")},
        "findings": (),
    }
    results.publish(tmp_path, {"b.csv": b"b", "a.csv": b"a"}, result)
    assert (
        (tmp_path / "result.json").read_bytes().decode("utf-8")
        == """\
{
  "version": 1,
  "package": "Dinas Kesehatan – Ñ",
  "outputs": [
    {
      "file": "a.csv",
      "sha256": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    },
    {
      "file": "b.csv",
      "sha256": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
    }
  ],
  "office": {
    "name": null,
    "year": 2017
  },
  "totals": {
    "realization": 23467292169,
    "realization_percent": 93.9
  },
  "findings": []
}
"""
    )
