"""One line is spelled the same in every workbook; capitals, blanks, punctuation and a level word do not count."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import MOST_CELLS, BudgetLine, Cell, Dataset, Finding, Table, Wording
from pipeline.ranges import block
from pipeline.spelling import starts_with
from schemas import words

TITLE = "Satu program atau kegiatan ditulis sama di semua dokumen"
LAW = "Permendagri 13/2006 (nomenklatur program dan kegiatan); sejak 2021 Permendagri 90/2019"
SEVERITY = "note"
NEEDS = (("dppa", "dpa", "realization"),)
MESSAGE = "{name}: ditulis dengan {count} cara: {variants}."
ACTION = "Samakan dengan nama di anggaran."
EXPLAIN = """\
Satu program atau kegiatan sebaiknya ditulis sama di anggaran, Renja, perjanjian kinerja, dan laporan. Huruf besar,
spasi, dan tanda baca tidak dihitung, begitu pula kata Program atau Kegiatan di depannya; singkatan dan salah ketik
dihitung.

Contoh: DPPA menulis Kunjungan kerja ke desa binaan, Renja menulis Kunja ke desa binaan.

Yang perlu dilakukan: pakai nama seperti di anggaran di semua dokumen. Bila ternyata dua kegiatan berbeda, tetapkan di
buku kerja Padanan nama mana yang dimaksud."""

MOST_TOLD = 10
"""Spellings that a sentence names; a register may write something else at every payment."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A name as it stands in a row of a table."""

    table: Table
    row: int
    column: str
    text: str

    @property
    def cell(self) -> Cell:
        return self.table.cell(self.row, self.column)


def check(data: Dataset) -> Iterator[Finding | None]:
    """Compare all that is written for a budget line, in the budget and elsewhere."""
    found: dict[str, list[_Written]] = {}
    for table in data.tables:
        column = "program" if "program" in table.columns else "name"
        for row in table.lines:
            text = row.values.get(column)
            if row.key and text and column in table.columns:
                found.setdefault(row.key, []).append(_Written(table, row.row, column, text))
    for line in data.budget:
        places = found.get(line.key, [])
        if len(places) < 2 or line.name == line.code:
            continue
        spelt = {_spelt(place.text) for place in places}
        yield _finding(line, places) if spelt - {_spelt(line.name)} else None


def _spelt(name: str) -> str:
    """Return the letters and digits of a name without a leading level word, short forms as they are."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("&", " dan ")
    found = re.findall(r"[^\W_]+", plain)
    for starts in words.LEVELS.values():
        for start in starts:
            length = len(start.split())
            if len(found) > length and starts_with(" ".join(found), (start,)):
                return "".join(found[length:])
    return "".join(found)


def _finding(line: BudgetLine, places: list[_Written]) -> Finding:
    """The spelling that differs most often stands first; the rest of the cells follow in the order of the sheets."""
    own = _spelt(line.name)
    spellings: dict[str, Counter[str]] = {}
    for place in places:
        spellings.setdefault(_spelt(place.text), Counter())[place.text] += 1
    ordered = sorted(spellings, key=lambda spelt: (spelt != own, -spellings[spelt].total(), spelt))
    shown = [min(spellings[spelt], key=lambda text: (-spellings[spelt][text], text)) for spelt in ordered]
    first = next(place for place in places if place.text == shown[1])
    told = [(text, spellings[spelt].total()) for text, spelt in zip(shown, ordered, strict=True)]
    return Finding(
        "names_agree",
        "note",
        (first.cell, *_others(places, first))[:MOST_CELLS],
        {"name": line.name, "count": len(ordered), "variants": _told(told[:MOST_TOLD])},
        shown[1],
        line.name,
        subject=line.key,
    )


def _others(places: list[_Written], first: _Written) -> Iterator[Cell]:
    by_table: dict[int, list[_Written]] = {}
    for place in places:
        by_table.setdefault(id(place.table), []).append(place)
    for group in by_table.values():
        yield from block(group[0].table, (place.row for place in group if place is not first), group[0].column)


def _told(spellings: list[tuple[str, int]], code: str = "remark.spelled") -> Wording | str:
    if not spellings:
        return ""
    (text, count), *rest = spellings
    return Wording(code, {"text": text, "count": count, "rest": _told(rest, "remark.spelled_further")})
