"""The charts of an output sheet: what they show, how they look, and where they stand below its tables.

The library that writes workbooks is known here by its objects only: ``Page.book`` and ``Page.paper`` are its workbook
and worksheet. Pixels are those of a screen at 96 dots an inch; rows and columns count from 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from pipeline.references import area
from pipeline.sheets import Chart, ColumnKind, Entry, Sheet
from pipeline.styles import FONT, INK, LINE, Style, stored

BESIDE = 800
"""Pixels of a sheet on which two charts find room beside each other."""
_SERIES = ("#44607C", "#A9BACB", "#C79A4B", "#7A8B6F")
_SMALL: Style = {"name": FONT["font_name"], "size": 8, "color": "#404040"}


class Page(Protocol):
    """A worksheet whose tables are written: what charts must know of it.

    ``pixels`` are the widths of its columns, ``heights`` those of the rows that are not ``LINE`` pixels high;
    ``bodies`` the first row below the headings of each table; ``row`` the first one below all that is written;
    ``across`` and ``down`` the pixels of a printed page.
    """

    book: Any
    paper: Any
    sheet: Sheet
    pixels: list[int]
    heights: dict[int, int]
    bodies: list[int]
    row: int
    across: float
    down: float

    def repeated_rows(self) -> range:
        """Return the rows that stand above each printed page."""


def draw(page: Page, pages: Mapping[str, Page]) -> int:
    """Place the charts of a page below its tables, two beside each other where there is room; return the row below.

    ``pages`` are all pages by the name of their sheet, since a chart may show a table of another one.
    """
    across, row = sum(page.pixels), page.row
    beside = 2 if across >= BESIDE else 1
    for start in range(0, len(page.sheet.charts), beside):
        charts = page.sheet.charts[start : start + beside]
        height = max(_height(chart) for chart in charts)
        row += 1 if start else 2
        row += rows_to_next_page(
            height,
            above=[page.heights.get(each, LINE) for each in range(row)],
            repeated=sum(page.heights.get(each, LINE) for each in page.repeated_rows()),
            page=page.down * max(1, across / page.across),  # in pixels of the sheet, which is printed smaller
        )
        for place, chart in enumerate(charts):
            drawn = _chart(page.book, chart, pages[chart.sheet])
            drawn.set_size({"width": across // beside - 8, "height": height})
            offset = 2 + place * (across // beside)
            page.paper.insert_chart(row, 0, drawn, {"x_offset": offset, "object_position": 2})
        row += math.ceil(height / LINE)
    return row


def rows_to_next_page(height: int, *, above: Iterable[int], repeated: int, page: float) -> int:
    """Count the rows to leave empty so that something so high is not torn by the end of a printed page.

    All in pixels: ``above`` the rows above it, ``repeated`` the headings that stand above each further page, ``page``
    what a page holds.
    """
    used = 0
    for pixels in above:
        used = used + pixels if used + pixels <= page else repeated + pixels
    return math.ceil((page - used) / LINE) if used + height > page and used > 0 else 0


def _chart(book: Any, chart: Chart, page: Page) -> Any:
    """Make a chart over a table of ``page``."""
    table, first = page.sheet.tables[chart.table], page.bodies[chart.table]
    places = {column.key: place for place, column in enumerate(table.columns)}
    cells = [table.rows[row].entries for row in chart.rows]

    def data(key: str) -> tuple[str, list[int | float | str | None]]:
        kind = table.columns[places[key]].kind
        entries = [entries.get(key, Entry()) for entries in cells]
        reference = area(page.sheet.name, places[key], [first + row + 1 for row in chart.rows])
        return reference, [stored(kind, entry.value, entry.unit) for entry in entries]

    drawn = book.add_chart({"type": chart.kind})
    categories, names = data(chart.categories)
    largest = 0.0
    for number, key in enumerate(chart.series):
        values, held = data(key)
        figures = [None if isinstance(figure, str) else figure for figure in held]
        largest = max(largest, *(figure or 0.0 for figure in figures))
        column = table.columns[places[key]]
        drawn.add_series(
            {
                "name": f"{column.group} {column.heading}".strip(),
                "categories": categories,
                "values": values,
                # stored too, for viewers that do not look into the cells
                "categories_data": ["" if name is None else name for name in names],
                "values_data": figures,
                **_series(chart, number, column.kind),
            }
        )
    for part, look in _parts(chart, table.columns[places[chart.series[0]]].kind, largest).items():
        getattr(drawn, f"set_{part}")(look)
    return drawn


def _series(chart: Chart, number: int, kind: ColumnKind) -> Style:
    """Return the look of a chart's series; bars carry their figures, since they stand instead of an axis."""
    return {
        "fill": {"color": _SERIES[number % len(_SERIES)]},
        "gap": 60,
        "overlap": 0,
        "data_labels": {
            "value": chart.kind == "bar",
            "font": _SMALL,
            "num_format": "0.00%" if kind == "percent" else "#,##0",
        },
    }


def _parts(chart: Chart, kind: ColumnKind, largest: float) -> dict[str, Style]:
    """Return the look of a chart over figures of a kind, by the names that its library has for the parts.

    ``largest`` is the largest figure that it shows.
    """
    names: Style = {"num_font": {**_SMALL, "rotation": 0}, "line": {"color": "#9AA7B4"}, "major_tick_mark": "none"}
    figures: Style = {"num_font": _SMALL, "line": {"none": True}, "major_gridlines": {"visible": False}}
    figures["num_format"] = "0%" if kind == "percent" else "#,##0"
    if chart.kind == "bar":
        room: Style = {"min": 0, "max": largest * 1.45} if largest > 0 else {}  # for the figure at the end of a bar
        axes = {"x_axis": {**figures, "visible": False, **room}, "y_axis": {**names, "reverse": True}}
    else:
        faint = {"visible": True, "line": {"color": "#E1E7ED", "width": 0.5}}
        axes = {"x_axis": names, "y_axis": {**figures, "major_gridlines": faint}}
    return {
        "title": {
            "name": chart.title,
            "name_font": {"name": FONT["font_name"], "size": 10, "bold": True, "color": INK},
        },
        "legend": {"position": "bottom", "font": _SMALL} if len(chart.series) > 1 else {"none": True},
        "chartarea": {"border": {"color": "#CFD9E3"}},
        **axes,
    }


def _height(chart: Chart) -> int:
    """Return the pixels that a chart needs downwards: bars need room for each category."""
    bars = len(chart.rows) * (16 * len(chart.series) + 14) if chart.kind == "bar" else 0
    return min(max(300, 90 + bars), 800)
