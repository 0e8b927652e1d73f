"""Codes as paths, and the levels of rows by code, by number, by first word, by bold print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.hierarchy import Unplaced, arrange, ends_with, number_style, parts

CODES = st.lists(st.integers(0, 99), min_size=1, max_size=6).map(lambda path: ".".join(f"{part:02}" for part in path))


@pytest.mark.parametrize(
    ("code", "path"),
    [("4.01.02", ("4", "1", "2")), ("04.1.2", ("4", "1", "2")), ("1.00", ("1", "0")), ("1.010", ("1", "10"))],
)
def test_code_is_a_path_whose_leading_zeros_do_not_count(code: str, path: tuple[str, ...]) -> None:
    assert parts(code) == path


@pytest.mark.parametrize(
    ("long", "short", "answer"),
    [
        ("4.01.02.01.02", "02", True),
        ("4.01.02.01.02", "01.02", True),
        ("4.01.02.01.02", "1.2", True),
        ("4.01.02.01.02", "4.01.02.01.02", True),
        ("4.01.02.01.02", "01", False),
        ("4.01.02.01.12", "2", False),
        ("02", "01.02", False),
    ],
)
def test_short_code_is_the_end_of_a_long_one(long: str, short: str, answer: bool) -> None:
    assert ends_with(long, short) is answer


@given(CODES, CODES)
def test_a_code_ends_with_whatever_it_was_prolonged_to_the_left_of(front: str, code: str) -> None:
    assert ends_with(f"{front}.{code}", code)


def placed(*rows: tuple[str, str, str, bool, bool]) -> list[tuple[str, int | None, str | None]]:
    """Level, row of the parent and code of rows given as code, number, name, bold, holds a figure; rows from 1."""
    unplaced = [
        Unplaced(row, code or None, number or None, name, bold, figure)
        for row, (code, number, name, bold, figure) in enumerate(rows, 1)
    ]
    return [(place.level, place.parent, place.code) for place in arrange(unplaced)]


def coded(code: str, name: str = "Kegiatan") -> tuple[str, str, str, bool, bool]:
    return (code, "", name, False, True)


def numbered(number: str, name: str, figure: bool = True) -> tuple[str, str, str, bool, bool]:
    return ("", number, name, False, figure)


def test_depth_of_a_code_is_its_level() -> None:
    assert placed(
        coded("2.17", "Urusan"),
        coded("2.17.01.15", "Program Budaya Baca"),
        coded("2.17.01.15.01"),
        coded("2.17.01.15.01.03"),
        coded("2.17.01.16", "Program Arsip"),
    ) == [
        ("section", None, "2.17"),
        ("program", None, "2.17.01.15"),
        ("kegiatan", 2, "2.17.01.15.01"),
        ("sub_kegiatan", 3, "2.17.01.15.01.03"),
        ("program", None, "2.17.01.16"),
    ]


def test_1_01_is_no_parent_of_1_010() -> None:
    assert placed(coded("1.01", "Program A"), coded("1.010.1"), coded("1.10", "Program B"), coded("1.10.2")) == [
        ("program", None, "1.01"),
        ("kegiatan", 3, "1.010.1"),
        ("program", None, "1.10"),
        ("kegiatan", 3, "1.10.2"),
    ]


def test_code_belongs_to_its_parent_wherever_it_stands() -> None:
    assert placed(coded("1.2.1"), coded("1.1", "Program A"), coded("1.2", "Program B"), coded("1.1.1")) == [
        ("kegiatan", 3, "1.2.1"),
        ("program", None, "1.1"),
        ("program", None, "1.2"),
        ("kegiatan", 2, "1.1.1"),
    ]


@given(st.data())
def test_parent_of_a_code_is_always_a_proper_beginning_of_it(data: st.DataObject) -> None:
    codes = data.draw(st.lists(CODES, min_size=1, max_size=12, unique_by=parts))
    found = placed(*(coded(code) for code in codes))
    if len({len(parts(code)) for code in codes}) > 1:
        for (_, parent, _), code in zip(found, codes, strict=True):
            if parent is not None:
                above = parts(codes[parent - 1])
                assert above == parts(code)[: len(above)] != parts(code)


@pytest.mark.parametrize(
    ("rows", "levels"),
    [
        pytest.param(
            [numbered("1.", "Pelayanan"), numbered("a.", "Surat"), numbered("b.", "Listrik"), numbered("2.", "Arsip")],
            ["program", "kegiatan", "kegiatan", "program"],
            id="the style of the number",
        ),
        pytest.param(
            [numbered("1", "Program A"), numbered("2", "Surat"), numbered("3", "Program B"), numbered("4", "Arsip")],
            ["program", "kegiatan", "program", "kegiatan"],
            id="the first word, where one numbering goes through",
        ),
        pytest.param(
            [
                *(numbered("1", "Program A"), numbered("1", "Surat"), numbered("2", "Listrik"), numbered("3", "Air")),
                *(numbered("2", "Program B"), numbered("1", "Arsip"), numbered("2", "Buku"), numbered("3", "Rak")),
            ],
            ["program", "kegiatan", "kegiatan", "kegiatan"] * 2,
            id="the first word, where every level is numbered alike and programs are few",
        ),
        pytest.param(
            [numbered("1", "Program A"), numbered("1", "Umum"), numbered("a", "Surat"), numbered("2", "Aset")],
            ["program", "kegiatan", "sub_kegiatan", "kegiatan"],
            id="a third level below kegiatan that are numbered as programs are",
        ),
        pytest.param(
            [numbered("1.", "Program A"), numbered("a.", "Program kerja sama")]
            + [numbered(f"{mark}.", "Surat") for mark in "bcdef"]
            + [numbered("2.", "Program B")],
            ["program", *["kegiatan"] * 6, "program"],
            id="a kegiatan called Program",
        ),
        pytest.param(
            [numbered("", "Program A"), numbered("1", "Surat"), numbered("a", "Kurir"), numbered("", "Program B")],
            ["program", "kegiatan", "sub_kegiatan", "program"],
            id="programs without a number",
        ),
        pytest.param(
            [numbered("", "Urusan Perpustakaan", False), numbered("", "Program A"), numbered("", "Surat")],
            ["section", "program", "kegiatan"],
            id="words without a figure above the first program",
        ),
        pytest.param(
            [("", "1", "Pelayanan", True, True), ("", "2", "Surat", False, True), ("", "3", "Arsip", True, True)],
            ["program", "kegiatan", "program"],
            id="bold print, where nothing else tells",
        ),
        pytest.param(
            [numbered("", "Program A"), numbered("", "Kegiatan B"), numbered("", "Sub Kegiatan C")],
            ["program", "kegiatan", "sub_kegiatan"],
            id="level words",
        ),
    ],
)
def test_level_without_codes(rows: list[tuple[str, str, str, bool, bool]], levels: list[str]) -> None:
    assert [level for level, _, _ in placed(*rows)] == levels


def test_kegiatan_with_a_short_code_gets_the_code_of_its_program_in_front() -> None:
    rows = [
        ("01", "", "Program A", False, True),
        ("02", "", "Surat", False, True),
        ("02", "", "Program B", False, True),
    ]
    assert placed(*rows) == [("program", None, "01"), ("kegiatan", 1, "01.02"), ("program", None, "02")]


@pytest.mark.parametrize(
    ("number", "style"),
    [
        ("1.", "1"),
        ("12", "1"),
        ("1)", "1)"),
        ("(1)", "1)"),
        ("a.", "a"),
        ("B", "A"),
        ("iv", "a"),
        ("", ""),
        ("1.2", ""),
    ],
)
def test_style_of_a_number(number: str, style: str) -> None:
    assert number_style(number) == style
