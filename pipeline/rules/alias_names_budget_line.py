"""Every row of a Padanan workbook names a line of the budget, and no name stands there with two meanings."""

from collections.abc import Iterator

from pipeline.matching import means
from pipeline.model import Dataset, Finding, Wording
from pipeline.spelling import same_name

TITLE = "Setiap padanan menyebut baris anggaran yang ada"
LAW = "Aturan program ini: yang ditetapkan staf harus dapat dijalankan"
SEVERITY = "warning"
NEEDS = ("aliases",)
MESSAGE = 'Padanan untuk "{name}": "{meant}" {remark}.'
ACTION = "Tulis nama atau kode seperti pada DPPA atau DPA."
EXPLAIN = """\
Buku kerja Padanan menetapkan baris anggaran mana yang dimaksud oleh suatu nama. Bila nama atau kode yang ditulis di
situ tidak ada dalam anggaran, atau satu nama diberi dua arti, padanan itu tidak dapat dijalankan.

Contoh: kode 4.01.02.01.99, padahal tidak ada baris anggaran dengan kode itu.

Yang perlu dilakukan: salin nama atau kodenya dari lembar Padanan pada hasil, atau dari DPPA."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Report rows whose meaning is no budget line, and further rows for a name with another meaning."""
    indicators = {
        same_name(line.values["indicator"])
        for table in data.of("agreement", "indicators")
        for line in table.lines
        if line.values.get("indicator")
    }
    for table in data.of("aliases"):
        meanings: dict[str, str] = {}
        for line in table.lines:
            name, meant = line.values.get("written"), line.values.get("meant")
            if not name or not meant:
                continue
            first = meanings.setdefault(same_name(name), same_name(meant))
            known = same_name(meant) in indicators or any(means(meant, other.name, other.code) for other in data.budget)
            if known and first == same_name(meant):
                yield None
                continue
            facts = {
                "name": name,
                "meant": meant,
                "remark": Wording(f"remark.{'other_meaning' if known else 'no_line'}"),
            }
            cell = table.cell(line.row, "meant")
            yield Finding("alias_names_budget_line", "warning", (cell,), facts, meant, subject=f"{name}|{meant}")
