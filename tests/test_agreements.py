"""Performance agreements as output tables: goals over the rows of their indicators, totals, the latest stage."""

import pytest
import transcripts

from pipeline import agreements
from pipeline.agreements import COLUMNS, latest
from pipeline.model import Cell
from pipeline.sheets import Row

TITLE = "# PK.xlsx!S\n| Perjanjian Kinerja |\n"
HEAD = "| No | Sasaran Strategis | Indikator Kinerja | Target | Program | Anggaran (Rp) |\n"


def rows(text: str, total: str = "") -> tuple[Row, ...]:
    outcome = transcripts.outcome(f"{TITLE}{HEAD}{text}")
    return agreements.rows(outcome, outcome.data.of("agreement")[0], COLUMNS, total)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param(
            "| 1 | S | I | 70 % | P | 3 |\n| ^ | ^ | J | 5 | Q | 4 |\n| 2 | T | K | 5 | R | 5 |",
            [("S", 2), (None, 0), ("T", 1)],
            id="two indicators of a goal",
        ),
        pytest.param(
            "| 1 | S | I | 70 % | P | 3 |\n| 2 | S | J | 5 | Q | 4 |",
            [("S", 1), ("S", 1)],
            id="two numbers, one wording",
        ),
        pytest.param(
            "| 1 | S | I | 70 % | P | 3 |\n| | T | J | 5 | Q | 4 |", [("S", 1), ("T", 1)], id="a goal without a number"
        ),
    ],
)
def test_a_goal_spans_its_indicators(text: str, spans: list[tuple[str | None, int]]) -> None:
    goals = [row.entries.get("goal") for row in rows(text)]
    assert [(goal.value, goal.span) if goal else (None, 0) for goal in goals] == spans


def test_a_row_in_its_own_wording() -> None:
    (row,) = rows("| 1 | S | I | 70,50 % | PROGRAM  A | - |")
    assert {key: entry.value for key, entry in row.entries.items()} == {
        "number": "1",
        "goal": "S",
        "indicator": "I",
        "target": "70,50 %",
        "program": "PROGRAM A",
        "amount": "-",
    }
    assert row.entries["target"].sources == (Cell("PK.xlsx", "S", "D3"),)


@pytest.mark.parametrize(
    ("last", "value", "total_of", "marked"),
    [
        ("| Jumlah | | | | | 7 |", 7, (), None),
        ("| Jumlah | | | | | 8 |", 8, (), "error"),
        ("", 7, (0, 1, 2), None),
    ],
)
def test_the_total_is_the_stated_one_or_a_formula(
    last: str, value: int, total_of: tuple[int, ...], marked: str | None
) -> None:
    made = rows(f"| 1 | S | I | 70 % | P | 3 |\n| ^ | ^ | J | 5 | Q | - |\n| 2 | T | K | 5 | R | 4 |\n{last}", "Jumlah")
    amount = made[-1].entries["amount"]
    assert (made[-1].role, made[-1].entries["goal"].value) == ("total", "Jumlah")
    assert (amount.value, amount.total_of, amount.marked) == (value, total_of, marked)


def test_the_revised_agreement_is_the_latest() -> None:
    revised = TITLE.replace("PK.xlsx", "PK2.xlsx").replace("Kinerja |", "Kinerja Perubahan |")
    line = "| 1 | S | I | 70 % | P | 3 |\n"
    assert latest(transcripts.outcome(f"{TITLE}{HEAD}{line}{revised}{HEAD}{line}").data).file == "PK2.xlsx"
    assert latest(transcripts.outcome(f"{revised}{HEAD}{line}{TITLE}{HEAD}{line}").data).file == "PK2.xlsx"
    assert latest(transcripts.outcome(f"{TITLE}{HEAD}{line}").data).file == "PK.xlsx"
