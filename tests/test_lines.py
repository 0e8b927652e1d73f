"""Output tables of budget lines: numbering, sums as formulas, computed columns, what stays empty."""

import pytest
import transcripts

from pipeline import lines
from pipeline.model import BudgetLine, Cell, Figure
from pipeline.sheets import Row

HEAD = "# A.xlsx!S\n| Kode | Uraian | Jumlah |\n"


def budget_line(key: str, level: str, parent: str | None) -> BudgetLine:
    return BudgetLine(key, None, key, level, parent, Cell("A.xlsx", "S", "A1"))  # type: ignore[arg-type]


def test_numbers_begin_anew_below_each_line() -> None:
    made = [budget_line("A", "program", None), budget_line("A1", "kegiatan", "A"), budget_line("A2", "kegiatan", "A")]
    made += [
        budget_line("B", "program", None),
        budget_line("B1", "kegiatan", "B"),
        budget_line("B11", "sub_kegiatan", "B1"),
    ]
    assert list(lines.numbers(made).values()) == ["1.", "a.", "b.", "2.", "a.", "1)"]


def test_the_letters_of_more_than_26_kegiatan() -> None:
    made = [budget_line("A", "program", None), *(budget_line(f"A{place}", "kegiatan", "A") for place in range(1, 54))]
    numbers = list(lines.numbers(made).values())
    assert (numbers[26], numbers[27], numbers[52], numbers[53]) == ("z.", "aa.", "az.", "ba.")


def rows(text: str) -> tuple[Row, ...]:
    outcome = transcripts.outcome(HEAD + text)
    return lines.rows(outcome, [lines.Amount("budget", lambda line: line.budget)], (), "Jumlah")


def test_a_stated_amount_is_printed_and_a_blank_one_is_a_sum() -> None:
    found = rows("| '01 | Program A | 301 |\n| 01.01 | Satu | 300 |\n| '02 | Program B | |\n| 02.01 | Dua | 50 |")
    assert [(row.entries["budget"].value, row.entries["budget"].total_of) for row in found] == [
        (301, ()),
        (300, ()),
        (50, (3,)),
        (50, ()),
        (351, (0, 2)),
    ]
    assert [row.role for row in found] == ["program", "kegiatan", "program", "kegiatan", "total"]
    assert (found[0].entries["budget"].marked, found[2].entries["budget"].marked) == ("error", None)


def test_a_sum_over_a_cell_that_cannot_be_read_is_empty() -> None:
    found = rows("| '01 | Program A | |\n| 01.01 | Satu | 300 |\n| 01.02 | Dua | lima puluh |")
    assert [(row.entries["budget"].value, row.entries["budget"].total_of) for row in found] == [
        (None, ()),
        (300, ()),
        (None, ()),
        (None, ()),
    ]


CELLS = (Cell("A.xlsx", "S", "C3"),)


@pytest.mark.parametrize(
    ("after", "before", "change"),
    [
        (Figure(320_00, CELLS), Figure(300_00, CELLS), 20),
        (Figure(0, CELLS), Figure(300_00, CELLS), -300),
        (Figure(50_00, CELLS), Figure(None), 50),
        (Figure(50_00, CELLS), Figure(None, CELLS), None),
        (Figure(None), Figure(300_00, CELLS), None),
    ],
)
def test_a_difference_in_which_a_blank_before_is_nothing(after: Figure, before: Figure, change: int | None) -> None:
    column = lines.difference("change", "after", "before", blank_is_nothing=True)
    values = {"after": after, "before": before}
    assert (column.value(values), column.formula(values)) == (change, None if change is None else "{after}-{before}")


@pytest.mark.parametrize(
    ("spent", "budget", "value", "computed"),
    [
        (Figure(1_00, CELLS), Figure(3_00, CELLS), "0.3333", True),
        (Figure(2_00, CELLS), Figure(3_00, CELLS), "0.6667", True),
        (Figure(2_00, CELLS), Figure(0, CELLS), "", True),
        (Figure(2_00, CELLS), Figure(None), "", True),
        (Figure(2_00, CELLS), Figure(None, CELLS), "None", False),
        (Figure(None), Figure(3_00, CELLS), "None", False),
    ],
)
def test_a_ratio(spent: Figure, budget: Figure, value: str, computed: bool) -> None:
    column = lines.ratio("percent", "spent", "budget", lambda values: values["spent"].value)
    values = {"spent": spent, "budget": budget}
    formula = 'IF({budget}=0,"",ROUND({spent}/{budget},4))' if computed else None
    assert (str(column.value(values)), column.formula(values)) == (value, formula)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("| Dinas Contoh |\n| Tahun Anggaran 2017 |\n", ("ANGGARAN TAHUN 2017", "DINAS CONTOH")),
        ("", ("ANGGARAN",)),
    ],
)
def test_titles(title: str, expected: tuple[str, ...]) -> None:
    outcome = transcripts.outcome(f"# A.xlsx!S\n{title}| Kode | Uraian | Jumlah |\n| '01 | Program A | 300 |")
    assert lines.titles(outcome, "ANGGARAN") == expected
