"""Which amounts of an agreement's rows are those of the budget."""

import pytest
import transcripts

from pipeline import stages
from pipeline.agreement_rows import examinable, fits, rows_of

DPA = """
# DPA.xlsx!S
| Kode | Uraian | Jumlah |
| '2.01 | Program A | 1000 |
| 2.01.01 | Kegiatan satu | 100 |
| 2.01.02 | Kegiatan dua | 300 |
| 2.01.03 | Kegiatan tiga | 600 |
| '2.02 | Program B | 50 |
| 2.02.01 | Kegiatan empat | 50 |
# PK.xlsx!S
| PERJANJIAN KINERJA TAHUN 2019 |
| No | Sasaran | Indikator | Target | Program | Anggaran |
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([("Program A", "1000")], [True], id="the program"),
        pytest.param([("Program A", "300")], [True], id="a kegiatan"),
        pytest.param([("Program A", "900")], [True], id="two of three kegiatan"),
        pytest.param([("Program A", "350")], [False], id="nothing of it"),
        pytest.param([("Program A", "50")], [False], id="another program's"),
        pytest.param([("Program A", "350"), ("Program A", "650")], [True, True], id="rows that sum to the program"),
        pytest.param(
            [("Program A", "350"), ("", "650"), ("Program B", "50")], [True, None, True], id="one name, two rows"
        ),
        pytest.param([("Program A", "350"), ("Program A", "600")], [False, True], id="rows that do not"),
        pytest.param([("Program A", "-"), ("Program Z", "7")], [None, None], id="a dash, and a program of no budget"),
        pytest.param([("Program A", "350"), ("Program A", "sisa")], [None, None], id="a row that cannot be read"),
        pytest.param([("Program A", "0")], [False], id="nought is a figure"),
    ],
)
def test_amounts_of_rows(rows: list[tuple[str, str]], expected: list[bool | None]) -> None:
    told = "".join(
        f"| 1 | Sasaran | Indeks {number} | 70 | {name} | {amount} |\n" for number, (name, amount) in enumerate(rows)
    )
    data = transcripts.outcome(DPA + told).data
    (table,), base = data.of("agreement"), stages.base(data, "initial")
    found = [fits(data, table, line, base) if examinable(data, table, line, base) else None for line in table.lines]
    assert found == expected


def test_a_row_without_a_name_belongs_to_the_program_above_it() -> None:
    told = "".join(
        f"| 1 | Sasaran | Indeks {name} | 70 | {name} | 5 |\n" for name in ("Program A", "", "Program B", "")
    )
    (table,) = transcripts.outcome(DPA + told).data.of("agreement")
    assert [line.row for line in rows_of(table, "2.01")] == [3, 4]
    assert [line.row for line in rows_of(table, "2.02")] == [5, 6]
