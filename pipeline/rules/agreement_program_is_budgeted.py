"""Every program that an agreement names is in the budget of its stage, and every program of that budget is named."""

from collections.abc import Iterator, Sequence

from pipeline import stages
from pipeline.agreement_names import Named, named
from pipeline.model import MOST_CELLS, BudgetLine, Dataset, Finding, Table, Wording
from pipeline.ranges import block
from pipeline.ratios import rupiah
from pipeline.spelling import same_name
from pipeline.stages import Base

TITLE = "Program dalam perjanjian kinerja dan dalam anggaran sama"
LAW = "PermenPANRB 53/2014 Lampiran I (perjanjian kinerja memuat program dengan anggarannya)"
SEVERITY = "warning"
NEEDS = ("agreement", ("dpa", "dppa"))
MESSAGE = "{name} {said}.{remark}"
ACTION = (
    "Samakan program dalam perjanjian kinerja dengan dokumen anggaran, atau tetapkan namanya di buku kerja Padanan."
)
EXPLAIN = """\
Setiap program yang disebut dalam perjanjian kinerja harus ada dalam anggaran, dan setiap program yang dianggarkan
harus disebut: perjanjian awal dibandingkan dengan DPA, perjanjian perubahan dengan DPPA.

Contoh: perjanjian kinerja menyebut program pengembangan minat baca yang tidak ada dalam DPA, sedangkan program
pembinaan perpustakaan yang ada dalam DPA tidak disebut.

Yang perlu dilakukan: periksa apakah nama programnya tertukar atau ditulis lain. Bila hanya namanya ditulis lain, isi
buku kerja Padanan: nama seperti tertulis dan nama (atau kode) di anggaran."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Report each name that means nothing in the budget of the stage, then each program of it that no row names."""
    for table in data.of("agreement"):
        base = stages.base(data, table.stage)
        if not base:
            continue
        names = named(data, table, base)
        for name in names:
            yield None if name.means else _stranger(data, table, name, base)
        strangers = [name.text for name in names if not name.means and name.key is None]
        meant = {key for name in names for key in name.means}
        for line in data.budget:
            if line.level == "program" and line.key in base and base[line.key].value:
                yield None if line.key in meant else _absent(data, table, line, base, strangers)


def _stranger(data: Dataset, table: Table, name: Named, base: Base) -> Finding:
    dropped = name.key is not None and name.key not in base and table.stage == "revised"
    remark: Wording | str = Wording("remark.nearest", {"name": name.nearest}) if name.nearest else ""
    return Finding(
        "agreement_program_is_budgeted",
        "warning",
        block(table, (line.row for line in name.lines), "program")[:MOST_CELLS],
        {
            "name": name.text,
            "said": _said("not_budgeted", data, table),
            "remark": Wording("remark.dropped") if dropped else remark,
        },
        subject=f"{table.stage}|agreement|{same_name(name.text)}",
    )


def _absent(data: Dataset, table: Table, line: BudgetLine, base: Base, strangers: Sequence[str]) -> Finding:
    amount = rupiah(base[line.key].value)
    rows = (row.row for row in table.lines)
    return Finding(
        "agreement_program_is_budgeted",
        "warning",
        (stages.name_cell(data, line, table.stage), *block(table, rows, "program"))[:MOST_CELLS],
        {
            "name": line.name,
            "key": line.key,
            "said": _said("not_agreed", data, table, amount=amount),
            "remark": Wording("remark.strangers", {"names": "; ".join(strangers[:3])}) if strangers else "",
        },
        None,
        amount,
        subject=f"{table.stage}|budget|{line.key}",
    )


def _said(code: str, data: Dataset, table: Table, **facts: object) -> Wording:
    documents = {"agreement": stages.agreement(table.stage), "document": stages.document(data, table.stage)}
    return Wording(f"remark.{code}", {**documents, **facts})
