"""The sheet that lists the findings on a workbook, with links to their cells."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pipeline import layout
from pipeline.marking.looks import Looks
from pipeline.marking.mark import Mark, area
from pipeline.marking.parts import declared
from pipeline.marking.splice import escaped
from pipeline.messages import text
from pipeline.model import letter

WIDTHS = (5, 12, 28, 64, 26, 26, 26, 26)
_PIXELS = [width * 6.4 for width in WIDTHS]  # a little less than there are: programs draw letters differently
_SIZE: dict[str, object] = {"font_size": 10}
CELLS = 4
"""Cells of a finding that are linked, from the first on."""
HIGH = 28
"""Pixels of the title and of the headings."""
LONGEST = 32_767
"""Characters that a cell can hold."""
LINKS = 60_000
"""Links on the sheet, which cannot hold more than 65,530."""


def lines(name: str, remarks: Sequence[str], language: str) -> list[str]:
    """Return what stands above the list: the workbook, what this copy is, and what became of it."""
    title = text("marked.title", language).format(file=name)
    return [title, text("marked.about", language), *remarks]


def sheet(
    above: Sequence[str],
    marks: Sequence[Mark],
    remarks: Mapping[int, str],
    tabs: Mapping[str, bool],
    looks: Looks,
    space: str,
    language: str,
) -> bytes:
    """Return the worksheet: the lines ``above``, then a row for each mark.

    ``remarks`` are further words to a mark by its position from 0. ``tabs`` tells of each worksheet whether it is
    hidden, where a link does not lead. ``space`` is the namespace of the sheets.
    """
    head = header_row(above)
    width = len(WIDTHS) - CELLS + max([1, *(min(len(mark.cells), CELLS) for mark in marks)])
    rows = [_row(1, [("title", above[0])], looks, HIGH)]
    rows += [
        _row(number, [("line", line)], looks, layout.text_height(line, sum(_PIXELS[:width]), _SIZE))
        for number, line in enumerate(above[1:], 2)
    ]
    rows.append(
        _row(
            head,
            [("heading", heading) for heading in text("marked.headings", language).split("|")[:width]],
            looks,
            HIGH,
        )
    )
    links: list[str] = []
    for position, mark in enumerate(marks):
        number = head + 1 + position
        targets = _targets(mark, tabs, language)
        entries = _entries(position, mark, remarks.get(position, ""), language)
        entries += [("link" if target else "text", shown) for shown, target in targets]
        entries += [("text", "")] * (width - len(entries))
        needed = (layout.text_height(str(value), _PIXELS[at], _SIZE) for at, (_, value) in enumerate(entries))
        rows.append(_row(number, entries, looks, max(needed)))
        links += [
            f'<hyperlink ref="{letter(column)}{number}" location="{escaped(target)}" display="{escaped(shown)}"/>'
            for column, (shown, target) in enumerate(targets, len(WIDTHS) - CELLS + 1)
            if target
        ]
    return _page(rows, links[:LINKS], space, width, head, len(above))


def _entries(position: int, mark: Mark, remark: str, language: str) -> list[tuple[str, str | int]]:
    """Return the looks and values of a row up to its links."""
    more = len(mark.cells) - CELLS
    others = text("marked.more", language).format(count=more) if more > 0 else ""
    said = "\n".join(filter(None, (mark.message, others, mark.note, remark)))
    severity = text(f"severity.{mark.severity}", language)
    return [("number", position + 1), (mark.severity, severity), ("text", mark.title), ("text", said)]


def _page(rows: Sequence[str], links: Sequence[str], space: str, width: int, head: int, lines: int) -> bytes:
    """Return the worksheet with these rows: ``head`` is the row of the headings, so many ``lines`` stand above it."""
    last = letter(width)
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{size}" customWidth="1"/>' for at, size in enumerate(WIDTHS[:width], 1)
    )
    merged = "".join(f'<mergeCell ref="A{number}:{last}{number}"/>' for number in range(1, lines + 1))
    pane = f'<pane ySplit="{head}" topLeftCell="A{head + 1}" activePane="bottomLeft" state="frozen"/>'
    cursor = f'<selection pane="bottomLeft" activeCell="A{head + 1}" sqref="A{head + 1}"/>'
    view = f'<sheetView showGridLines="0" tabSelected="1" workbookViewId="0">{pane}{cursor}</sheetView>'
    return declared(
        f'<worksheet xmlns="{space}">'
        '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{last}{head - 1 - lines + len(rows)}"/><sheetViews>{view}</sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>{"".join(rows)}</sheetData>'
        f'<mergeCells count="{lines}">{merged}</mergeCells>'
        + (f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "")
        + '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;R&amp;8 halaman &amp;P dari &amp;N</oddFooter></headerFooter></worksheet>"
    )


def header_row(above: Collection[str]) -> int:
    """Return the row of the headings: a blank line stands between them and what is above."""
    return len(above) + 2


def _targets(mark: Mark, tabs: Mapping[str, bool], language: str) -> list[tuple[str, str | None]]:
    """Return what the cells of a mark are called and where they lie; ``None`` where no link leads."""
    found: list[tuple[str, str | None]] = []
    for title, ref in mark.cells[:CELLS]:
        shown = "!".join(filter(None, (title, ref))) if title else text("marked.file", language)
        if title and not ref:
            shown = text("marked.sheet", language).format(sheet=title)
        if title is None or title not in tabs:
            found.append((shown, None))
        elif tabs[title]:
            found.append((f"{shown} {text('marked.hidden', language)}", None))
        else:
            quoted = title.replace("'", "''")
            found.append((shown, f"'{quoted}'!{ref if area(ref) else 'A1'}"))
    return found


def _row(number: int, entries: Sequence[tuple[str, str | int]], looks: Looks, pixels: int) -> str:
    """Return a row so high, since LibreOffice does not find out itself how high it must be."""
    cells = "".join(_cell(f"{letter(at)}{number}", look, value, looks) for at, (look, value) in enumerate(entries, 1))
    points = min(pixels, layout.TALLEST) * 3 / 4
    return f'<row r="{number}" ht="{points:g}" customHeight="1">{cells}</row>'


def _cell(ref: str, look: str, value: str | int, looks: Looks) -> str:
    if value == "":
        return f'<c r="{ref}" s="{looks.own(look)}"/>'
    if isinstance(value, int):
        return f'<c r="{ref}" s="{looks.own(look)}"><v>{value}</v></c>'
    kept = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    words = f'<is><t xml:space="preserve">{escaped(kept)}</t></is>'
    return f'<c r="{ref}" s="{looks.own(look)}" t="inlineStr">{words}</c>'
