"""The room that text, columns and rows take."""

from __future__ import annotations

import pytest

from pipeline import layout, styles
from pipeline.sheets import Column, Entry, Row, Table

LINE = styles.LINE + 3
"""Pixels of a row of one line, with its padding."""


@pytest.mark.parametrize(
    ("text", "pixels", "lines"),
    [
        ("", 100, 1),
        ("Program", 100, 1),
        ("Program Pelayanan", 90, 2),
        ("satu\ndua\n\nempat", 200, 4),
        ("W" * 30, 136, 4),
        ("kata " * 40, 10_000, 1),
    ],
)
def test_text_takes_the_lines_that_it_is_wrapped_into(text: str, pixels: float, lines: int) -> None:
    assert layout.text_height(text, pixels, {}) == lines * styles.LINE + 3


@pytest.mark.parametrize(
    ("text", "style", "pixels"),
    [
        ("", {}, 0),
        ("00", {}, 2 * 0.556 * 10 * 96 / 72),
        ("Wi", {}, (1.0 + 0.222) * 10 * 96 / 72),
        ("00", {"font_size": 20}, 2 * 0.556 * 20 * 96 / 72),
        ("00", {"bold": True}, 2 * 0.556 * 10 * 96 / 72 * 1.07),
    ],
)
def test_a_line_of_text_is_as_wide_as_its_letters(text: str, style: styles.Style, pixels: float) -> None:
    assert layout.text_width(text, style) == pytest.approx(pixels)


@pytest.mark.parametrize(
    ("tables", "widths"),
    [
        ([], [600]),
        ([[("A", 20)]], [145]),
        ([[("A", 20), ("B", 10)], [("A", 10), ("B", 15), ("C", 30)]], [145, 110, 215]),
    ],
)
def test_tables_below_each_other_share_the_widest_columns(
    tables: list[list[tuple[str, int]]], widths: list[int]
) -> None:
    made = [Table(tuple(Column(name, name, "text", width) for name, width in table), ()) for table in tables]
    assert layout.widths(made) == widths


def test_a_column_has_room_for_its_figures_and_the_longest_word_of_its_heading() -> None:
    figures = Table((Column("x", "X", "rupiah", 4),), (Row("total", {"x": Entry(10**9)}),))
    assert layout.widths([figures])[0] >= layout.text_width("1,000,000,000", {"bold": True}) + 14
    heading = Table((Column("x", "Jumlah Pertanggungjawaban", "rupiah", 4),), ())
    assert layout.widths([heading])[0] >= layout.text_width("Pertanggungjawaban", styles.HEADING) + 12


@pytest.mark.parametrize(
    ("needs", "heights"),
    [
        ([], {}),
        ([(0, 1, 10)], {0: LINE}),
        ([(0, 1, 54), (0, 1, 37)], {0: 54}),
        ([(3, 2, 100)], {3: 50, 4: 50}),
        ([(3, 2, 100), (3, 1, 70)], {3: 75, 4: LINE + 5}),
        ([(7, 1, 9000)], {7: layout.TALLEST}),
    ],
)
def test_a_row_is_as_high_as_its_cells_need(needs: list[tuple[int, int, int]], heights: dict[int, int]) -> None:
    assert layout.heights(needs) == heights


@pytest.mark.parametrize(
    ("landscape", "inches"), [(True, (11.69 - 1.2, 8.27 - 1.45)), (False, (8.27 - 1.2, 11.69 - 1.45))]
)
def test_a_page_is_a4_without_its_margins(landscape: bool, inches: tuple[float, float]) -> None:
    assert layout.page_size(landscape=landscape) == pytest.approx((inches[0] * 96, inches[1] * 96))
