"""How much of a stated sum is visible."""

import pytest
import transcripts

from pipeline.visible import sums

TABLE = """
# DPA.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
{0}| 2.17.01.15 | Program Pengembangan Budaya Baca | 100000000 |
{1}| 2.17.01.15.01 | Lomba bercerita tingkat SD | 60000000 |
{2}| 2.17.01.15.02 | Layanan perpustakaan keliling | 40000000 |
{3}| | Jumlah | 100000000 |
"""


@pytest.mark.parametrize(
    ("hidden", "seen"),
    [
        ("", {"Jumlah": [2], "Program": [3, 4]}),
        ("~   ", {"Jumlah": [3, 4]}),
        (" ~  ", {"Jumlah": [2], "Program": [4]}),
        (" ~~ ", {"Jumlah": [2], "Program": []}),
        ("~~~ ", {"Jumlah": []}),
        ("   ~", {"Program": [3, 4]}),
    ],
)
def test_a_sum_is_seen_in_its_rows_or_in_what_stands_below_them(hidden: str, seen: dict[str, list[int]]) -> None:
    marks = [mark.strip() for mark in hidden.ljust(4)]
    (table,) = transcripts.outcome(TABLE.format(*marks)).data.tables
    found = {
        "Jumlah" if item.whole.level == "total" else "Program": [line.row for line in item.seen]
        for item in sums(table, frozenset())
    }
    assert found == seen


def test_a_doubtful_cell_makes_no_sum() -> None:
    (table,) = transcripts.outcome(TABLE.format("", "", "", "")).data.tables
    doubtful = frozenset({table.cell(4, "budget")})
    assert [item.whole.level for item in sums(table, doubtful)] == ["total"]


def test_rows_agree_with_a_sum_as_exactly_as_their_scale_says() -> None:
    text = TABLE.format("", "", "", "").replace("# DPA.xlsx!DPA\n", "# DPA.xlsx!DPA\n| (dalam ribuan rupiah) |\n")
    (table,) = transcripts.outcome(text.replace("40000000 ", "39999999 ")).data.tables
    total, program = sums(table, frozenset())
    assert (total.agrees(total.parts), program.agrees(program.parts)) == (True, True)
    assert not program.agrees(program.parts[:1])
