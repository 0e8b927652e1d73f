"""The tables that list the program's own rules and sheets: each part once, with what came of it."""

from dataclasses import replace
from decimal import Decimal

import transcripts

from pipeline import examined, layout, reports
from pipeline.model import Outcome
from pipeline.rules import rules
from pipeline.sheets import Entry, Row, Sheet

PACKAGE = """
# DPA.xlsx!DPA
| Dinas Perpustakaan Kabupaten Contoh |
| Tahun Anggaran 2019 |
| Kode | Uraian | Jumlah (Rp) |
| 2.17.01.15 | Program Budaya Baca | 100 |
| 2.17.01.15.01 | Lomba bercerita | 90 |
"""


def told_of(sheets: list[Sheet], sheet: str, title: str, key: str, value: str) -> dict[str, str]:
    """A column of a table by another one; the table is given by its sheet and its title."""
    table = next(table for found in sheets if found.name == sheet for table in found.tables if table.title == title)
    told = [(str(row.entries[key].value), str(row.entries[value].value)) for row in table.rows]
    assert len(dict(told)) == len(told)
    return dict(told)


def built() -> tuple[Outcome, list[Sheet]]:
    outcome = transcripts.outcome(PACKAGE)
    return outcome, reports.build(outcome)[0]


def test_every_rule_is_listed_with_what_came_of_it() -> None:
    _, sheets = built()
    told = told_of(sheets, "Temuan", "Aturan yang diperiksa", "rule", "state")
    assert sorted(told) == sorted([examined.CONTENTS, *(rule.title for rule in rules().values())])
    assert told[rules()["children_sum_to_parent"].title] == "diperiksa 1 kali: 1 temuan"
    assert told[rules()["line_stands_once"].title] == "diperiksa 2 kali: 0 temuan"
    assert told[rules()["cell_is_exact"].title] == told[examined.CONTENTS] == "diperiksa saat membaca: 0 temuan"
    skipped = {title for title, state in told.items() if state.startswith("dilewati: tidak ada ")}
    assert {rules()["total_matches_staff"].title, rules()["spent_within_budget"].title} <= skipped
    assert [title in skipped for title in told] == sorted(title in skipped for title in told)  # the skipped ones last


def test_the_findings_print_in_letters_that_can_be_read() -> None:
    _, sheets = built()
    table = next(sheet for sheet in sheets if sheet.name == "Temuan").tables[0]
    amounts = {key: Entry(Decimal(-18_400_000_000)) for key in ("stated", "computed", "difference")}
    pixels = layout.widths([replace(table, rows=(*table.rows, Row("plain", amounts)))])
    printed = sum(width for width, column in zip(pixels, table.columns, strict=True) if column.printed)
    across, _ = layout.page_size(landscape=True)
    assert 10 * across / printed > 7.5  # points


def test_every_sheet_is_listed_once_as_made_or_with_the_reason() -> None:
    _, sheets = built()
    told = told_of(sheets, "Ringkasan", "Isi buku kerja ini", "sheet", "state")
    assert sorted(told) == sorted(report.name for report in reports.reports() if report.name != "Ringkasan")
    made = {name for name, state in told.items() if state == "ada"}
    assert made == {sheet.name for sheet in sheets} - {"Ringkasan"} == {"Anggaran", "Temuan", "Padanan", "Sumber"}
    assert told["Kepegawaian"] == "tidak ada Data Pegawai di map ini"
    assert told["PK Perubahan"] == "tidak ada Perjanjian Kinerja (perubahan) di map ini"
