"""What the program column of an agreement names."""

import pytest
import transcripts

from pipeline import stages
from pipeline.agreement_names import named

DPA = """
# DPA.xlsx!S
| Kode | Uraian | Jumlah |
| '2.01 | Program Penyelamatan Arsip | 100 |
| 2.01.01 | Alih media arsip | 100 |
| '2.02 | Program Pengembangan Budaya Baca | 50 |
| 2.02.01 | Lomba bercerita tingkat SD | 50 |
# PK.xlsx!S
| PERJANJIAN KINERJA TAHUN 2019 |
| No | Sasaran | Indikator | Target | Program | Anggaran |
"""
ARSIP, BACA = "2.01", "2.02"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Penyelamatan arsip"], [{ARSIP}], id="without the word Program"),
        pytest.param(["2. Program Penyelamatan Arsip"], [{ARSIP}], id="with a number"),
        pytest.param(["1. Program Penyelamatan Arsip 2. Program Pengembangan Budaya Baca"], [{ARSIP, BACA}], id="two"),
        pytest.param(
            ["Program Penyelamatan Arsip", "Program Penyelamatan Arsip Daerah"], [{ARSIP}, {ARSIP}], id="two spellings"
        ),
        pytest.param(["Program Penyelamatan Arsp"], [{ARSIP}], id="misspelt"),
        pytest.param(["Alih media arsip"], [{ARSIP}], id="a kegiatan"),
        pytest.param(["Lomba bercerita untuk tingkat SD"], [{BACA}], id="a kegiatan in other words"),
        pytest.param(["Program Alih Bahasa"], [set()], id="none"),
        pytest.param(["Program Perlindungan Hutan"], [set()], id="another program"),
    ],
)
def test_what_a_name_means(names: list[str], expected: list[set[str]]) -> None:
    told = "".join(f"| 1 | Sasaran | Indeks {number} | 70 | {name} | 5 |\n" for number, name in enumerate(names))
    data = transcripts.outcome(DPA + told).data
    (table,) = data.of("agreement")
    found = named(data, table, stages.base(data, "initial"))
    assert [set(name.means) for name in found] == expected
    assert [len(name.lines) for name in found] == [1] * len(names)


def test_a_name_stands_once_with_all_its_rows() -> None:
    told = "".join(f"| 1 | Sasaran | Indeks {row} | 70 | Program Alih Bahasa | 5 |\n" for row in range(3))
    data = transcripts.outcome(DPA + told).data
    (name,) = named(data, data.of("agreement")[0], stages.base(data, "initial"))
    assert ([line.row for line in name.lines], name.key, name.means) == ([3, 4, 5], None, frozenset())


def test_a_misspelt_name_beside_one_that_is_nearly_alike() -> None:
    rows = "| '2.03 | Program Penyelamatan Aset | 70 |\n| 2.03.01 | Pendataan aset | 70 |\n"
    text = DPA.replace("# PK", f"{rows}# PK") + "| 1 | Sasaran | Indeks 1 | 70 | Program Penylamatan Arsip | 5 |\n"
    data = transcripts.outcome(text).data
    (name,) = named(data, data.of("agreement")[0], stages.base(data, "initial"))
    assert name.means == {ARSIP}
