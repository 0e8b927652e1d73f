"""Files that cannot be changed in place are built anew."""

from __future__ import annotations

import datetime
from pathlib import Path

from marked_copies import ERROR, PALE_ERROR, fills, mark, opened, read, zipped

from pipeline.marking import Copy, marked
from pipeline.marking.rebuild import workbook
from pipeline.model import Grid, Problem, Raw

SPACE = "urn:oasis:names:tc:opendocument:xmlns"


def document(*rows: str) -> bytes:
    """An .ods with one sheet DPA; cells are parted by a bar, figures are those that look like it."""

    def cell(text: str) -> str:
        kind = f'float" office:value="{text}' if text.isdigit() else "string"
        return f'<table:table-cell office:value-type="{kind}"><text:p>{text}</text:p></table:table-cell>'

    lines = (f"<table:table-row>{''.join(map(cell, row.split('|')))}</table:table-row>" for row in rows)
    content = (
        f'<office:document-content xmlns:office="{SPACE}:office:1.0" xmlns:table="{SPACE}:table:1.0" '
        f'xmlns:text="{SPACE}:text:1.0"><office:body><office:spreadsheet><table:table table:name="DPA">'
        f"{''.join(lines)}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": b"<manifest/>",
            "content.xml": content.encode(),
        }
    )


def test_a_file_that_is_no_zip_of_xml_is_built_anew(tmp_path: Path) -> None:
    data = document("Uraian|Jumlah", "1.01|90", "=x|15")
    made = marked("DPA.ods", data, [mark("B2", "B3")])
    assert isinstance(made, Copy)
    assert made == marked("DPA.ods", data, [mark("B2", "B3")])
    assert made.name == "DPA.ods.xlsx"
    reading = read(tmp_path, made.data)
    assert reading.ours
    assert [raw.value for raw in reading.grids[1].cells.values()] == ["Uraian", "Jumlah", "1.01", 90, "=x", 15]
    assert fills(made.data) == {"B2": ERROR, "B3": PALE_ERROR}
    assert "bentuk aslinya .ods" in str(opened(made.data)["PERIKSA"]["A3"].value)


def test_values_merges_and_hidden_sheets_come_along(tmp_path: Path) -> None:
    cells = {
        (1, 1): Raw("Kode", bold=True),
        (2, 1): Raw(datetime.date(2019, 3, 1)),
        (3, 1): Raw(0.5, "0%"),
        (4, 1): Raw(Problem("error_value")),
        (5, 1): Raw(True),
        (6, 1): Raw(None, formula="=A1", stored=False),
    }
    hidden = Grid("a.xls", "Lama", {(1, 1): Raw(1)}, hidden=True)
    shown = Grid("a.xls", "DPA", cells, merges=((1, 1, 1, 3), (1, 2, 2, 2), (3, 1, 3, 1)))
    data = workbook((hidden, shown))
    first, second = read(tmp_path, data).grids
    assert (first.hidden, second.hidden) == (True, False)
    assert opened(data).active.title == "DPA"
    assert second.merges == ((1, 1, 1, 3),)
    assert list(second.cells.values()) == [
        Raw("Kode", bold=True),
        Raw(datetime.date(2019, 3, 1), "dd/mm/yyyy"),
        Raw(0.5, "0%"),
        Raw("#N/A"),
        Raw(True),
    ]
