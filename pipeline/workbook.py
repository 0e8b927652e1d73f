"""Sheets -> the bytes of an .xlsx workbook; the only place that knows the library that writes it.

Which words stand in a sheet is not known here, only roles and kinds: the look of a role is in ``styles``. Rows and
columns count from 0 here, as the library counts them, except in references.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from itertools import groupby, takewhile
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped, unused-ignore]  # it ships no types

from pipeline import charts, layout, references, styles
from pipeline.model import OWN_PROPERTY, Cell, letter
from pipeline.sheets import Entry, Sheet, Table
from pipeline.styles import Style

SOURCES = "Sumber"
"""Heading of the column that lists the source cells."""
LINKS = 60_000
"""Links on one sheet; a sheet cannot hold more than 65,530."""
LONGEST = 32_767
"""Characters that a cell can hold."""
CREATED = datetime(2000, 1, 1)  # noqa: DTZ001, RUF100  # fixed: the same values give the same bytes


def write(sheets: Sequence[Sheet], *, properties: Mapping[str, str], links: str | None) -> bytes:
    """Return the workbook with these sheets; the same values give the same bytes.

    ``properties``: ``title``, ``author`` and ``company`` of the document, and its ``kind`` (``LKjIP``), which marks it
    as a report of this program; without a kind ("") it is one to be filled in and read. ``links``: the folder of the
    inputs as seen from the workbook, with ``/``; ``None`` leaves the links out.
    """
    buffer = BytesIO()
    options = {"in_memory": True, "default_format_properties": {**styles.FONT}, "default_row_height": styles.LINE}
    with Workbook(buffer, options) as book:
        known = {key: properties[key] for key in ("title", "author", "company") if key in properties}
        book.set_properties({**known, "created": CREATED})
        if kind := properties.get("kind", "LKjIP"):
            book.set_custom_property(OWN_PROPERTY, kind, "text")
        formats = _Formats(book)
        pages = {sheet.name: _Page(book, sheet, formats, links) for sheet in sheets}
        for page in sorted(pages.values(), key=lambda page: page.refers):  # what is referred to gets its place first
            page.fill(pages)
        for page in pages.values():  # only now, since a chart may show a table of a later sheet
            page.row = charts.draw(page, pages)
            page.set_up(properties.get("title", ""))
    return buffer.getvalue()


class _Formats:
    """The library's formats by style: one for all cells that look the same."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.known: dict[tuple[tuple[str, object], ...], Any] = {}

    def __getitem__(self, style: Style) -> Any:
        key = tuple(sorted(style.items()))
        if key not in self.known:
            self.known[key] = self.book.add_format({**style})
        return self.known[key]


class _Page:
    """One worksheet while it is written, from its titles down to its charts."""

    def __init__(self, book: Any, sheet: Sheet, formats: _Formats, links: str | None) -> None:
        self.book, self.sheet, self.formats, self.links = book, sheet, formats, links
        self.paper = book.add_worksheet(sheet.name)
        self.across, self.down = layout.page_size(landscape=sheet.landscape)
        # LibreOffice cuts a column that is wider than the page instead of printing it smaller, and draws columns wider
        self.pixels = [min(pixels, int(self.across * 0.94)) for pixels in layout.widths(sheet.tables)]
        self.printed = max([1, *(sum(column.printed for column in table.columns) for table in sheet.tables)])
        self.heights: dict[int, int] = {}
        self.bodies: list[int] = []  # the first row below the headings, of each table
        self.breaks: list[int] = []  # the rows that begin a page
        self.needs: list[tuple[int, int, int]] = []  # a first row, a count of rows, the pixels they need together
        self.row = 0
        self.linked = 0
        self.refers = any(
            entry.reference for table in sheet.tables for row in table.rows for entry in row.entries.values()
        ) or any(column.choices for table in sheet.tables for column in table.columns)

    def fill(self, pages: Mapping[str, _Page]) -> None:
        """Write titles and tables, then set the widths and heights that they need.

        ``pages`` are all pages by the name of their sheet, for the cells that repeat one of another.
        """
        for title in self.sheet.titles:
            self._line(title, styles.TITLE, self.printed)
        self.row += bool(self.sheet.titles)
        for number, table in enumerate(self.sheet.tables):
            self.row += 2 if number else 0
            self._table(table, pages)
        for column, pixels in enumerate(self.pixels):
            self.paper.set_column_pixels(column, column, pixels)
        if self.sheet.traced:
            self.paper.set_column(len(self.pixels), len(self.pixels), 2)
            self.paper.set_column(len(self.pixels) + 1, len(self.pixels) + 1, 40)
        self.heights = layout.heights(self.needs)
        for row, height in self.heights.items():
            self.paper.set_row_pixels(row, height)

    def _table(self, table: Table, pages: Mapping[str, _Page]) -> None:
        width = sum(column.printed for column in table.columns)
        if table.own_page:
            self.breaks.append(self.row)
        if table.title:
            self._line(table.title, styles.TABLE_TITLE, width)
        if table.heading:
            self._heading(table)
        self.bodies.append(self.row)
        covered: set[tuple[int, int]] = set()
        for index, row in enumerate(table.rows):
            for position, column in enumerate(table.columns):
                if (index, position) not in covered and not column.joined:
                    entry = row.entries.get(column.key, Entry())
                    span = min(entry.span, len(table.rows) - index)
                    covered.update((index + below, position) for below in range(1, span))
                    formula = self._formula(table, index, position, entry, pages)
                    self._entry(table, index, position, entry, span, formula)
            if self.sheet.traced and (sources := references.sources(row, table.columns)):
                self._put(self.row + index, len(self.pixels) + 1, sources, styles.SOURCE)
        self._offer(table, pages)
        if table.filtered and table.heading:
            self.paper.autofilter(self.row - 1, 0, self.row + len(table.rows) - 1, width - 1)
        self.row += len(table.rows)
        for note in table.notes:
            self._line(note, styles.NOTE, width)

    def _offer(self, table: Table, pages: Mapping[str, _Page]) -> None:
        """Offer the choices of each column that has some in its cells."""
        for position, column in enumerate(table.columns):
            if column.choices and table.rows:
                page = pages[column.choices[0]]
                offered = page.sheet.tables[0]
                place = next(place for place, other in enumerate(offered.columns) if other.key == column.choices[1])
                rows = range(page.bodies[0] + 1, page.bodies[0] + len(offered.rows) + 1)
                source = references.area(page.sheet.name, place, rows)
                options = {"validate": "list", "source": source, "show_error": False}
                self.paper.data_validation(self.row, position, self.row + len(table.rows) - 1, position, options)

    def _line(self, text: str, style: Style, width: int) -> None:
        self._put(self.row, 0, text, style, columns=width)
        self.row += 1

    def _heading(self, table: Table) -> None:
        levels = _levels(table)
        position = 0
        for group, members in groupby(table.columns, key=lambda column: column.group):
            columns = list(members)
            if group:
                self._put(self.row, position, group, styles.HEADING, columns=len(columns))
            for offset, column in enumerate(columns):
                top, rows = (self.row + 1, 1) if group else (self.row, levels)
                if not column.joined:
                    place = position + offset
                    across = _across(table, place)
                    self._put(top, place, column.heading, styles.HEADING, rows=rows, columns=across)
            position += len(columns)
        if self.sheet.traced:
            self._put(self.row, len(self.pixels) + 1, SOURCES, styles.SOURCE)
        self.row += levels

    def _formula(self, table: Table, index: int, position: int, entry: Entry, pages: Mapping[str, _Page]) -> str | None:
        if entry.reference is None:
            return references.formula(table, index, position, self.row + 1)
        page = pages[entry.reference.sheet]
        columns = page.sheet.tables[entry.reference.table].columns
        place = next(place for place, column in enumerate(columns) if column.key == entry.reference.column)
        row = page.bodies[entry.reference.table] + entry.reference.row + 1
        return references.elsewhere(page.sheet.name, place, row)

    def _entry(self, table: Table, index: int, position: int, entry: Entry, span: int, formula: str | None) -> None:
        column, role, top = table.columns[position], table.rows[index].role, self.row + index
        url = self._url(entry.link)
        words = isinstance(entry.value, str) and any(map(str.isalnum, entry.value))
        style = styles.body(
            role,
            "text" if words and column.kind == "number" else column.kind,
            name=position == _name(table),
            marked=entry.marked,
            linked=url is not None,
            asked=column.asked,
        )
        if not isinstance(entry.value, str) and entry.value is not None:
            style["num_format"] = styles.number_format(column.kind, entry.value, entry.unit)
        elif formula:
            style["num_format"] = styles.number_format(column.kind, 0, entry.unit)
        value = styles.stored(column.kind, entry.value, entry.unit)
        if value is None and entry.link:
            value = str(entry.link)
        across = _across(table, position)
        self._put(top, position, value, style, rows=span, columns=across, formula=formula, url=url)
        if entry.note:
            height = layout.text_height(entry.note, 290, {"font_size": 9}) + 12
            size = {"width": 300, "height": min(height, layout.TALLEST)}
            look = {"author": "pipeline", "visible": False, "font_name": styles.FONT["font_name"], "font_size": 9}
            self.paper.write_comment(top, position, entry.note[:LONGEST], {**look, **size})

    def _put(
        self,
        row: int,
        column: int,
        value: int | float | str | None,
        style: Style,
        *,
        rows: int = 1,
        columns: int = 1,
        formula: str | None = None,
        url: str | None = None,
    ) -> None:
        """Write one cell, or one joined from several: text never turns into a number, a formula or a link."""
        look = self.formats[style]
        if rows * columns > 1:
            self.paper.merge_range(row, column, row + rows - 1, column + columns - 1, "", look)
        if formula is not None:
            self.paper.write_formula(row, column, formula, look, "" if value is None else value)
        elif value is None or value == "":
            self.paper.write_blank(row, column, None, look)
        elif not isinstance(value, str):
            if url is not None:  # a link is written with text, which the figure then replaces
                self.paper.write_url(row, column, url, look, str(value))
            self.paper.write_number(row, column, value, look)
        else:
            text = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
            if url is not None:
                self.paper.write_url(row, column, url, look, text)
            else:
                self.paper.write_string(row, column, text, look)
        if isinstance(value, str) and "text_wrap" in style:
            pixels = sum(self.pixels[column : column + columns])
            self.needs.append((row, rows, layout.text_height(value, pixels, style)))

    def _url(self, link: Cell | None) -> str | None:
        if link is None or self.links is None or self.linked >= LINKS:
            return None
        self.linked += 1
        return references.target(self.links, link)

    def repeated_rows(self) -> range:
        """Return the rows that stand above each page: the headings, but not for a first table that fits on its own."""
        rows = self._headings()
        if len(self.sheet.tables) == 1 or not rows:
            return rows
        page = self.down * max(1, sum(self.pixels[: self.printed]) / self.across)  # what is too wide is printed smaller
        end = self.bodies[0] + len(self.sheet.tables[0].rows)
        return rows if sum(self.heights.get(row, styles.LINE) for row in range(end)) > page else range(0)

    def _headings(self) -> range:
        """Return the rows of the headings, where no other table shares the pages of the first one."""
        first, *others = self.sheet.tables or (None,)
        if first is None or not first.heading or not all(table.own_page for table in others):
            return range(0)
        return range(self.bodies[0] - _levels(first), self.bodies[0])

    def set_up(self, title: str) -> None:
        """Set what is printed and how, and what stays in sight on the screen."""
        paper, sheet = self.paper, self.sheet
        paper.set_paper(9)  # A4
        if sheet.landscape:
            paper.set_landscape()
        paper.fit_to_pages(1, 0)
        paper.set_margins(**layout.MARGINS)
        paper.center_horizontally()
        paper.hide_gridlines(2)
        paper.print_area(0, 0, max(self.row - 1, 0), self.printed - 1)
        paper.set_h_pagebreaks(self.breaks)
        # the blank ends the font size, else a title that begins with a year would become part of it
        paper.set_footer(f"&L&8 {(title or sheet.name)[:150].replace('&', '&&')}&R&8 halaman &P dari &N")
        if repeated := self.repeated_rows():
            paper.repeat_rows(repeated[0], repeated[-1])
        if headings := self._headings():  # beside what is not printed, the first column tells which row it is
            paper.freeze_panes(headings[-1] + 1, int(self.printed < len(self.pixels)))
        area = f"A1:{letter(len(self.pixels) + 2)}{self.row + 1}"
        paper.ignore_errors({"number_stored_as_text": area, "formula_range": area, "formula_differs": area})


def _levels(table: Table) -> int:
    """Count the rows of the headings."""
    return 2 if any(column.group for column in table.columns) else 1


def _across(table: Table, position: int) -> int:
    """Count the columns that a cell of this one takes: its own and those joined to it."""
    return 1 + sum(1 for _ in takewhile(lambda column: column.joined, table.columns[position + 1 :]))


def _name(table: Table) -> int | None:
    """Return the position of the column that names the rows: the first one of text."""
    return next((place for place, column in enumerate(table.columns) if column.kind == "text"), None)
