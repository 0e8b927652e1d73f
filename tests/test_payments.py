"""Which registers tell the same payments once more."""

import pytest
import transcripts

DPA = """# DPA.xlsx!DPA
| Kode | Uraian | Jumlah |
| 2.17.01.05 | Program Pengembangan Budaya Baca | 100 |
| 2.17.01.05.01 | Lomba bercerita | 60 |
| 2.17.01.05.02 | Layanan keliling | 40 |
"""
HEAD = "| Tanggal SP2D | No. SP2D | Kode Kegiatan | Nilai SP2D |\n"
FEBRUARY = "| @2018-02-05 | 1 | '5.01 | 30 |\n| @2018-02-06 | 2 | '5.02 | 9 |\n"
MARCH = "| @2018-03-05 | 3 | '5.01 | 30 |\n| @2018-03-06 | 4 | '5.02 | 9 |\n"
UNDATED = "| - | 5 | '5.01 | 30 |\n| - | 6 | '5.02 | 9 |\n"
IN_PARTS = "| @2018-02-05 | 7 | '5.01 | 10 |\n| @2018-02-20 | 8 | '5.01 | 20 |\n| @2018-02-06 | 9 | '5.02 | 8 |\n"
OTHERS = "| @2018-02-05 | 10 | '5.01 | 11 |\n| @2018-02-06 | 11 | '5.02 | 12 |\n"
STRANGE = "| @2018-02-05 | 12 | '7.07 | 11 |\n"


@pytest.mark.parametrize(
    ("first", "second", "left", "spent"),
    [
        pytest.param(FEBRUARY, FEBRUARY, ["B.xlsx"], 39, id="a file and its copy"),
        pytest.param(FEBRUARY, FEBRUARY + MARCH, ["A.xlsx"], 78, id="the longer one counts"),
        pytest.param(FEBRUARY + MARCH, FEBRUARY, ["B.xlsx"], 78, id="in whatever order"),
        pytest.param(FEBRUARY, MARCH, [], 78, id="the same sums in another month"),
        pytest.param(UNDATED, UNDATED, [], 78, id="without dates nothing is certain"),
        pytest.param(FEBRUARY, IN_PARTS, ["A.xlsx"], 38, id="half the lines are paid alike in the same month"),
        pytest.param(FEBRUARY, OTHERS, [], 62, id="other payments in the same month"),
        pytest.param(FEBRUARY, STRANGE, [], 39, id="payments for no line repeat nothing"),
    ],
)
def test_what_counts_of_two_registers(first: str, second: str, left: list[str], spent: int) -> None:
    data = transcripts.outcome(f"{DPA}# A.xlsx!R\n{HEAD}{first}# B.xlsx!R\n{HEAD}{second}").data
    assert [table.file for table, reason in data.aside if reason == "same_payments"] == left
    assert data.budget[0].realization.value == spent * 100
