"""Lines that stand more than once in a table."""

import pytest
import transcripts
import worksheets

from pipeline.reading import from_grids
from pipeline.repeats import groups, repeated, surplus, too_often

HEAD = "# A.xlsx!S\n| Kode | Uraian | Jumlah |\n| '01 | Program A | 300 |\n"


@pytest.mark.parametrize(
    ("rows", "together", "again"),
    [
        pytest.param("| 01.01 | Satu | 100 |\n| 01.02 | Dua | 200 |", [], set(), id="two lines"),
        pytest.param("| 01.01 | Satu | 100 |\n| 01.01 | Satu | 200 |", [[3, 4]], {4}, id="code and name"),
        pytest.param("| 01.01 | Satu | 100 |\n| 01.1 | SATU. | 200 |", [[3, 4]], {4}, id="in other writing"),
        pytest.param("| 01.01 | Satu | 100 |\n| 01.02 | Satu | 200 |", [[3, 4]], {4}, id="a name with two codes"),
        pytest.param("| 01.01 | Satu | 100 |\n| 01.01 | Dua | 200 |", [[3, 4]], set(), id="a code with two names"),
        pytest.param("| 01.1 | Satu | 100 |\n| 01.10 | Dua | 200 |", [], set(), id="1.1 is not 1.10"),
        pytest.param("| 01.01 | | 100 |\n| 01.01 | | 200 |", [[3, 4]], {4}, id="a code without a name"),
        pytest.param("| | | 100 |\n| | | 250 |\n| 01.01 | Satu | 1 |", [], set(), id="rows that nobody can tell apart"),
        pytest.param(
            "| 01.01 | Rapat | 300 |\n| '02 | Program B | 50 |\n| 02.01 | Rapat | 50 |", [], set(), id="two programs"
        ),
        pytest.param(
            "| 01.01 | Satu | 100 |\n| 01.02 | Dua | 100 |\n| 01.01 | Satu | 100 |\n| 01.01 | Satu | 100 |",
            [[3, 5, 6]],
            {5, 6},
            id="three times",
        ),
    ],
)
def test_repeats(rows: str, together: list[list[int]], again: set[int]) -> None:
    (table,), _, _ = from_grids(worksheets.read(HEAD + rows))
    assert [[line.row for line in group] for group in groups(table)] == together
    assert set(repeated(table)) == again


@pytest.mark.parametrize(("times", "often", "beyond"), [(1, [], set()), (2, [], set()), (3, [[2, 3, 4]], {4})])
def test_a_list_without_programs_has_a_name_as_often_as_the_budget(
    times: int, often: list[list[int]], beyond: set[int]
) -> None:
    budget = HEAD + "| 01.01 | Rapat | 300 |\n| '02 | Program B | 50 |\n| 02.01 | Rapat | 50 |\n"
    listed = "# B.xlsx!S\n| No | Program/Kegiatan | Target | Realisasi |\n" + "| | Kegiatan Rapat | | |\n" * times
    data = transcripts.outcome(budget + listed).data
    (table,) = data.of("performance")
    assert [[line.row for line in rows] for rows in too_often(table, data.budget)] == often
    assert surplus(table, data.budget) == beyond
