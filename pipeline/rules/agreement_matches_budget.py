"""An agreement row's amount is that of the program, or of a kegiatan of the program, that it names."""

from collections.abc import Iterator, Sequence

from pipeline import stages
from pipeline.agreement_rows import equal, examinable, fits
from pipeline.model import MOST_CELLS, BudgetLine, Cell, Dataset, Finding, Line, Table, Wording
from pipeline.ranges import block
from pipeline.ratios import rupiah
from pipeline.spelling import same_name
from pipeline.stages import Base

TITLE = "Anggaran dalam perjanjian kinerja sama dengan anggaran programnya"
LAW = "PermenPANRB 53/2014 Lampiran I (perjanjian kinerja memuat program dengan anggarannya)"
SEVERITY = "error"
NEEDS = ("agreement", ("dpa", "dppa"))
MESSAGE = (
    "{name}: dalam {agreement} tertulis {stated}; di {document} program itu {budget}, dan tidak ada kegiatannya yang "
    "sebesar itu.{remark}{several}"
)
ACTION = "Perbaiki angkanya, atau sebut program yang memiliki anggaran itu."
EXPLAIN = """\
Angka di samping sebuah program dalam perjanjian kinerja harus sama dengan anggaran program itu, atau dengan anggaran
kegiatannya: perjanjian awal menurut DPA, perjanjian perubahan menurut DPPA. Satu baris boleh mencakup beberapa
kegiatan, dan beberapa baris boleh bersama-sama mencakup satu program.

Contoh: di samping Program Pembinaan Perpustakaan tertulis 96.000.000, padahal itu anggaran program lain.

Yang perlu dilakukan: cocokkan dengan DPA atau DPPA. Bila angkanya milik program lain, perbaiki nama programnya; bila
angkanya masih dari sebelum perubahan, pakai angka DPPA."""


def check(data: Dataset) -> Iterator[Finding | None]:
    """Examine row by row; a table that has the amounts of the other stage throughout is one finding."""
    for table in data.of("agreement"):
        base, former = (stages.base(data, stage) for stage in (table.stage, stages.other(table.stage)))
        rows = [line for line in table.lines if examinable(data, table, line, base)]
        wrong = [line for line in rows if not fits(data, table, line, base)]
        yield from [None] * (len(rows) - len(wrong))
        if len(wrong) > 1 and all(fits(data, table, line, former) for line in rows):
            yield _finding(data, table, wrong, base)
        else:
            yield from (_finding(data, table, [line], base) for line in wrong)


def _finding(data: Dataset, table: Table, rows: Sequence[Line], base: Base) -> Finding:
    first, *more = rows
    own = [member.key for row in rows for member in stages.family(data, row.key or "")]
    remark, owners = _owner(data, table, first, base)
    cells = (
        table.cell(first.row, "amount"),
        *block(table, (row.row for row in more), "amount"),
        *block(table, (row.row for row in rows), "program"),
        *stages.blocks(data, [base[key] for key in own if key in base]),
        *(() if more else owners),
    )
    indicator = same_name(first.values.get("indicator") or "")
    return Finding(
        "agreement_matches_budget",
        "error",
        cells[:MOST_CELLS],
        {
            "name": first.values.get("program"),
            "key": first.key,
            "stage": table.stage,
            "agreement": stages.agreement(table.stage),
            "document": stages.document(data, table.stage),
            "budget": rupiah(base[first.key or ""].value),
            "remark": remark,
            "several": Wording("remark.lines_more", {"count": len(more)}) if more else "",
        },
        rupiah(first.values["amount"]),
        subject=f"{table.stage}|several" if more else f"{table.stage}|{first.key}|{indicator}",
    )


def _owner(data: Dataset, table: Table, line: Line, base: Base) -> tuple[Wording | str, tuple[Cell, ...]]:
    """Return whose amount it is instead, as a remark and with the cells that say so."""
    stage = stages.other(table.stage)
    former = stages.base(data, stage)
    for member in stages.family(data, line.key or ""):
        if member.key in former and equal(table, [line], [former[member.key]]):
            return Wording(f"remark.amount_of_{stage}"), former[member.key].cells
    names: dict[str, tuple[Cell, ...]] = {}
    for program in data.budget:
        if program.level == "program" and program.key != line.key:
            own = [member for member in stages.family(data, program.key) if member.key in base]
            theirs = next((member for member in own if equal(table, [line], [base[member.key]])), None)
            if theirs and line.values["amount"]:
                names[_called(theirs, program)] = base[theirs.key].cells
    told = list(names)[:3]
    remark = Wording("remark.amount_of_other", {"names": "; ".join(told)}) if told else ""
    return remark, tuple(cell for name in told for cell in names[name])


def _called(line: BudgetLine, program: BudgetLine) -> str:
    return program.name if line is program else f"{line.name} ({program.name})"
