"""What charts show, and where they stand."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from pipeline import charts, workbook
from pipeline.sheets import Chart, Column, Entry, Row, Sheet, Table

FIGURES: tuple[tuple[int, int | str, int], ...] = ((300, 200, 70), (800, 600, 75), (500, "-", 80))
NAME = "Tahun '17"


def sheet(*drawn: Chart, width: int = 24, landscape: bool = True) -> Sheet:
    columns = (
        Column("name", "Program", "text", 40),
        Column("budget", "Anggaran (Rp)", "rupiah", width),
        Column("spent", "Realisasi (Rp)", "rupiah", width, group="2017"),
        Column("target", "Target", "quantity", width),
    )
    rows = [
        Row(
            "plain",
            {
                "name": Entry(f"Program {number}"),
                "budget": Entry(budget),
                "spent": Entry(spent),
                "target": Entry(target, unit="%"),
            },
        )
        for number, (budget, spent, target) in enumerate(FIGURES)
    ]
    return Sheet(NAME, (), (Table(columns, tuple(rows)),), drawn, landscape=landscape, traced=False)


def opened(*sheets: Sheet) -> Any:
    return openpyxl.load_workbook(BytesIO(workbook.write(sheets, properties={}, links=None)))


def chart(*series: str, rows: tuple[int, ...] = (0, 1, 2)) -> Chart:
    return Chart("bar", "Anggaran per Program", NAME, "name", series, rows)


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        ((0, 1), "'Tahun ''17'!$B$3:$B$4"),
        ((0, 2), "('Tahun ''17'!$B$3,'Tahun ''17'!$B$5)"),
    ],
)
def test_a_chart_shows_the_cells_of_its_table(rows: tuple[int, ...], values: str) -> None:
    cover = Sheet("Ringkasan", (), (), (chart("budget", "spent", rows=rows),))
    series = opened(cover, sheet()).worksheets[0]._charts[0].series[0]
    assert series.val.numRef.f == values
    assert series.cat.strRef.f == values.replace("$B", "$A")
    assert [point.v for point in series.val.numRef.numCache.pt] == [FIGURES[row][0] for row in rows]
    assert [point.v for point in series.cat.strRef.strCache.pt] == [f"Program {row}" for row in rows]
    assert series.tx.strRef is None


def test_a_series_is_called_as_its_headings_and_shows_no_text_as_a_figure() -> None:
    series = opened(sheet(chart("budget", "spent", "target"))).worksheets[0]._charts[0].series
    assert [each.tx.v for each in series] == ["Anggaran (Rp)", "2017 Realisasi (Rp)", "Target"]
    assert [[point.v for point in each.val.numRef.numCache.pt] for each in series] == [
        [300, 800, 500],
        [200, 600],
        [0.7, 0.75, 0.8],
    ]


@pytest.mark.parametrize(
    ("width", "landscape", "rows"),
    [
        (24, True, [7, 7, 38]),  # the third would be torn in row 26
        (24, False, [7, 7, 26]),
        (20, False, [7, 26, 61]),  # and here in row 45
    ],
)
def test_charts_stand_below_the_table_two_beside_each_other_where_there_is_room(
    width: int, landscape: bool, rows: list[int]
) -> None:
    page = opened(sheet(*[chart("budget")] * 3, width=width, landscape=landscape)).worksheets[0]
    assert [drawn.anchor._from.row for drawn in page._charts] == rows


@pytest.mark.parametrize(
    ("height", "above", "rows"),
    [
        (300, [], 0),
        (300, [20] * 30, 0),
        (300, [20] * 40, 12),
        (300, [20] * 50, 0),
        (300, [20] * 84, 17),
        (300, [200, 700], 6),
        (2000, [], 0),
    ],
)
def test_a_chart_is_not_torn_by_the_end_of_a_page(height: int, above: list[int], rows: int) -> None:
    assert charts.rows_to_next_page(height, above=above, repeated=40, page=1000) == rows
