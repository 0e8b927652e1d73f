"""Which budget line a payment was made for, and what was spent where only a register is there."""

import pytest
import transcripts

DPA = """# DPA.xlsx!DPA
| Kode | Uraian | Jumlah |
| 2.17.01.05 | Program Pengembangan Budaya Baca | 100 |
| 2.17.01.05.01 | Lomba bercerita | 60 |
| 2.17.01.05.02 | Layanan keliling | 40 |
"""
HEAD = "# SP2D.xlsx!R\n| Tanggal SP2D | No. SP2D | Kode Rekening | Kegiatan | Nilai SP2D | Pengembalian |\n"


@pytest.mark.parametrize(
    ("code", "name", "key"),
    [
        pytest.param("2.17.01.05.01", "", "2.17.01.05.01", id="the code"),
        pytest.param("2.17.01.05.01.5.2.2.01", "", "2.17.01.05.01", id="an account behind it"),
        pytest.param("5.02", "", "2.17.01.05.02", id="without the organisation, zeros or not"),
        pytest.param("5.2.2.01", "", None, id="an account alone is no kegiatan"),
        pytest.param("2.17.01.05", "", "2.17.01.05", id="the program only"),
        pytest.param("2.17.01.05.07", "", None, id="a kegiatan that the program does not have"),
        pytest.param("2.17.01.09.01", "Lomba bercerita", "2.17.01.05.01", id="a strange code, a known name"),
        pytest.param("", "LOMBA  BERCERITA", "2.17.01.05.01", id="the name alone"),
        pytest.param("", "Lomba berpidato", None, id="a name that no line has"),
    ],
)
def test_the_line_of_a_payment(code: str, name: str, key: str | None) -> None:
    text = f"{DPA}{HEAD}| @2018-01-05 | 1 | '{code or '-'} | {name} | 10 | |\n"
    (line,) = next(table for table in transcripts.outcome(text).data.tables if table.kind == "register").lines
    assert line.key == key


def test_what_was_spent_where_only_a_register_is_there() -> None:
    rows = (
        "| @2018-01-05 | 1 | '5.01 | | 30 | |\n"
        "| @2018-01-06 | 2 | '5.01 | | | 4 |\n"
        "| @2018-01-07 | 3 | '5.02 | | 9 | |\n"
    )
    budget = transcripts.outcome(DPA + HEAD + rows).data.budget
    assert [(line.name, line.realization.value) for line in budget] == [
        ("Program Pengembangan Budaya Baca", 3500),
        ("Lomba bercerita", 2600),
        ("Layanan keliling", 900),
    ]


def test_a_refund_that_cannot_be_read_leaves_open_what_was_spent() -> None:
    rows = "| @2018-01-05 | 1 | '5.01 | | 30 | |\n| @2018-01-06 | 2 | '5.01 | | | empat |\n"
    line = transcripts.outcome(DPA + HEAD + rows).data.budget[1]
    assert (line.realization.value, line.realization.unknown) == (None, True)


def test_names_that_mean_no_line_stay_open_and_are_listed_once() -> None:
    rows = "".join(f"| @2018-01-0{day} | {day} | | {name} | 9 | |\n" for day, name in enumerate(NAMES, start=1))
    found = transcripts.outcome(DPA + HEAD + rows).data.pairings
    assert [(pairing.name, str(pairing.cell)) for pairing in found if pairing.evidence == "open"] == [
        ("Lomba berpidato", "SP2D.xlsx!R!D3")
    ]


NAMES = ("Lomba bercerita", "Lomba berpidato", "LOMBA BERPIDATO")
