"""A worksheet of labels with their values beside them."""

import pytest
import worksheets

from pipeline import labels
from pipeline.model import Table

TITLE = "# Profil.xlsx!S\n"
THREE = "| Nama SKPD | Dinas Contoh |\n| Tahun Anggaran | 2017 |\n| Pemerintah | Pemerintah Kabupaten Contoh |\n"


def card(text: str, *, beside: bool = False) -> Table | None:
    found = labels.card(worksheets.read(TITLE + text)[0], beside=beside)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        pytest.param(THREE, "B1", id="in the next column"),
        pytest.param(THREE.replace("| Nama SKPD |", "| Nama SKPD | : |"), "C1", id="behind a colon of its own"),
        pytest.param(THREE.replace("| Dinas", "| : Dinas"), "B1", id="with a colon in front"),
        pytest.param(THREE.replace("| Nama SKPD |", "| Nama SKPD : |"), "B1", id="with the colon at the label"),
        pytest.param(THREE.replace("| Nama SKPD |", "| NAMA  SKPD | | |"), "D1", id="further right"),
        pytest.param(f"| Profil |\n|\n{THREE}", "B3", id="below a title"),
    ],
)
def test_the_value_of_a_label(text: str, ref: str) -> None:
    table = card(text)
    assert table
    assert (table.lines[0].values["office"], table.cell(table.lines[0].row, "office").ref) == ("Dinas Contoh", ref)


def test_what_a_card_states_of_the_package() -> None:
    table = card(THREE + "| Kode SKPD | 4.01.02 |")
    assert table
    said = table.stated
    assert [found[0] for found in (said.office, said.government, said.code, said.year) if found] == [
        "Dinas Contoh",
        "Pemerintah Kabupaten Contoh",
        "4.01.02",
        2017,
    ]


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        pytest.param("| Nama SKPD | Dinas Contoh |\n| Tahun | 2017 |", False, id="two labels are too few"),
        pytest.param("| Nama SKPD | |\n| Tahun | |\n| Pemerintah | |\n| NIP | |", False, id="labels without values"),
        pytest.param("| 1 | Nama SKPD | Dinas Contoh |\n| 2 | Tahun | 2017 |\n| 3 | NIP | 1 |", False, id="numbered"),
        pytest.param(THREE.replace("Tahun Anggaran", "Tempat"), True, id="beside a table: no year"),
        pytest.param(
            "| Tahun | 2017 |\n| Jabatan | Kepala |\n| NIP | 19700101 |", True, id="beside a table: no office"
        ),
    ],
)
def test_no_card(text: str, beside: bool) -> None:
    assert card(text, beside=beside) is None


def test_of_a_label_that_stands_twice_the_first_counts() -> None:
    table = card(f"{THREE}| Nama OPD | Dinas Lain |")
    assert table
    assert table.lines[0].values["office"] == "Dinas Contoh"


def test_a_value_that_cannot_be_read_is_a_finding_at_its_cell() -> None:
    found = labels.card(worksheets.read(TITLE + THREE.replace("2017", "dua ribu"))[0])
    assert found
    table, (finding,) = found
    assert (finding.rule, finding.cells[0].ref, table.stated.year) == ("cell_is_exact", "B2", None)
