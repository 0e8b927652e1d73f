"""Which budget line a name means: the order of the evidence, one to one, and what never matches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.matching import Candidate, assign, similarity
from pipeline.spelling import same_name

WORDS = ("pengadaan", "pemeliharaan", "buku", "rak", "gedung", "kantor", "lomba", "pelatihan", "arsip", "desa")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
CANDIDATES = st.lists(st.tuples(NAMES, st.sampled_from((0, 100, 200))), max_size=6)


def candidates(*given: str | tuple[str, int] | tuple[str, int, str]) -> list[Candidate]:
    """Candidates from a name, with an amount and a code where they have one; each is its own identity."""
    found = []
    for one in given:
        name, amount, code = (one, 0, "") if isinstance(one, str) else (*one, "")[:3]
        found.append(Candidate(name, name, code or None, frozenset({amount} if amount else ())))
    return found


def matches(
    names: list[Candidate], lines: list[Candidate], aliases: dict[str, str] | None = None
) -> dict[str, tuple[str, str | None]]:
    """The evidence and the line of each name."""
    found = assign(names, lines, aliases or {})
    return {name: (match.evidence, match.ident) for name, match in found.items()}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Lomba Bercerita, tingkat SD", "lomba bercerita tingkat sd."),
        ("Program Budaya Baca", "Budaya Baca"),
        ("Kunja Komisi", "Kunjungan kerja komisi"),
        ("Bimtek & pelatihan", "Bimbingan teknis dan pelatihan"),
    ],
)
def test_equal_names(name: str, line: str) -> None:
    assert matches(candidates(name), candidates(line)) == {name: ("name", line)}


def test_evidence_in_its_order() -> None:
    names = candidates(
        ("Mobil pintar masuk desa", 40),
        ("Nama yang diganti", 0, "2.17.01.15.02"),
        "Pojok baca digital",
        "Bimbingan teknis pengelola perpustakaan desa/kelurahan",
        ("Digitalisasi literasi", 70),
    )
    lines = candidates(
        "Layanan perpustakaan keliling",
        ("Lomba bercerita tingkat SD", 0, "2.17.01.15.02"),
        "Pojok Baca Digital",
        "Bimtek pengelola perpustakaan desa",
        ("Alih media naskah kuno", 70),
    )
    assert matches(names, lines, {same_name("Mobil pintar masuk desa"): "Layanan perpustakaan keliling"}) == {
        "Mobil pintar masuk desa": ("alias", "Layanan perpustakaan keliling"),
        "Nama yang diganti": ("code", "Lomba bercerita tingkat SD"),
        "Pojok baca digital": ("name", "Pojok Baca Digital"),
        "Bimbingan teknis pengelola perpustakaan desa/kelurahan": ("similarity", "Bimtek pengelola perpustakaan desa"),
        "Digitalisasi literasi": ("amount", "Alih media naskah kuno"),
    }


@pytest.mark.parametrize("meant", ["Lomba bercerita tingkat SD", "2.17.01.15.01", "2.17.01.15.01."])
def test_alias_names_a_line_by_its_name_or_its_code(meant: str) -> None:
    lines = candidates(("Lomba bercerita tingkat SD", 0, "2.17.01.15.01"), "Lomba mendongeng anak")
    found = matches(candidates("Lomba mendongeng"), lines, {same_name("Lomba mendongeng"): meant})
    assert found == {"Lomba mendongeng": ("alias", "Lomba bercerita tingkat SD")}


def test_the_example_of_the_work_plan() -> None:
    names = candidates(
        ("Medical cek up pimpinan dan anggota DPRD", 650),
        ("Penyediaan jasa administrasi keuangan", 30),
        ("Hearing", 2550),
        ("Kunja Komisi", 2000),
    )
    lines = candidates(
        ("Kunjungan kerja Komisi", 2550), ("Fasilitasi kesehatan/General Cek Up", 650), ("Hearing/Dialog", 2471)
    )
    found = matches(names, lines)
    assert found["Kunja Komisi"] == ("name", "Kunjungan kerja Komisi")
    assert found["Hearing"][1] in (None, "Hearing/Dialog")
    assert found["Penyediaan jasa administrasi keuangan"] == ("open", None)


def test_equal_amount_counts_for_the_only_ones_left() -> None:
    name, line = ("Medical cek up pimpinan", 650), ("Fasilitasi kesehatan/General Cek Up", 650)
    assert matches(candidates(name), candidates(line)) == {name[0]: ("amount", line[0])}


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        pytest.param([("Penyuluhan kearsipan", 12)], [("Alih media naskah", 15)], id="left over with another amount"),
        pytest.param(["Penyuluhan kearsipan"], ["Alih media naskah"], id="left over without an amount"),
        pytest.param(
            [("Penyuluhan kearsipan", 15), ("Siaran radio", 9)], [("Alih media naskah", 15)], id="a name too many"
        ),
        pytest.param(
            [("Penyuluhan kearsipan", 15)], [("Alih media naskah", 15), ("Pojok baca", 9)], id="a line too many"
        ),
        pytest.param([("Pengadaan rak buku", 15)], [("Pemeliharaan rak buku", 15)], id="another act on the same thing"),
        pytest.param(["Pelatihan pustakawan angkatan 1"], ["Pelatihan pustakawan angkatan 2"], id="another number"),
        pytest.param(
            ["Pelatihan pustakawan"], ["Pelatihan pustakawan desa", "Pelatihan pustakawan kota"], id="no margin"
        ),
    ],
)
def test_stays_open(names: list[str | tuple[str, int]], lines: list[str | tuple[str, int]]) -> None:
    assert set(matches(candidates(*names), candidates(*lines)).values()) == {("open", None)}


def test_open_name_tells_the_nearest_line_that_is_free() -> None:
    lines = candidates("Pengadaan rak buku anak", "Pengadaan rak buku ajar")
    found = assign(candidates("Pengadaan rak buku"), lines, {})
    assert found["Pengadaan rak buku"].evidence == "open"
    assert found["Pengadaan rak buku"].nearest in ("Pengadaan rak buku anak", "Pengadaan rak buku ajar")


def test_open_name_tells_no_line_about_another_act() -> None:
    lines = candidates("Pemeliharaan gedung kantor", "Pemeliharaan rak buku")
    found = assign(candidates("Pemeliharaan gedung kantor", "Pengadaan rak buku"), lines, {})
    assert found["Pengadaan rak buku"].nearest is None


def test_a_name_is_not_taken_for_what_another_name_fits_better() -> None:
    names = candidates("Pelatihan pustakawan", "Pelatihan pustakawan desa")
    lines = candidates("Pelatihan pustakawan desa", "Rehabilitasi gedung")
    assert matches(names, lines)["Pelatihan pustakawan"] == ("open", None)


@pytest.mark.parametrize("rest", ["peralatan dan perlengkapan kantor", "gedung kantor", "buku perpustakaan daerah"])
def test_pengadaan_is_never_pemeliharaan(rest: str) -> None:
    one, other = f"Pengadaan {rest}", f"Pemeliharaan {rest}"
    assert similarity(one, other) == 0
    for amount in (0, 100):
        found = matches(candidates((one, amount), "Lomba"), candidates((other, amount), "Lomba"))
        assert found[one] == ("open", None)


@given(CANDIDATES, CANDIDATES)
def test_matching_is_one_to_one(names: list[tuple[str, int]], lines: list[tuple[str, int]]) -> None:
    found = _assigned(names, lines)
    taken = [ident for _, ident in found.values() if ident]
    assert len(taken) == len(set(taken))
    assert len(found) == len(names)


@given(CANDIDATES, CANDIDATES)
def test_what_matches_has_an_equal_name_or_likeness_or_is_left_over_with_the_amount(
    names: list[tuple[str, int]], lines: list[tuple[str, int]]
) -> None:
    found = _assigned(names, lines)
    for ident, (evidence, line) in found.items():
        if line is None:
            assert evidence == "open"
            continue
        (name, amount), (other, budget) = names[int(ident)], lines[int(line)]
        if evidence == "name":
            assert same_name(name) == same_name(other)
        elif evidence == "similarity":
            assert similarity(name, other) >= 60
        else:
            assert evidence == "amount"
            assert amount == budget > 0
            assert len({taken for _, taken in found.values() if taken}) == len(names) == len(lines)


@given(st.data())
def test_order_of_the_rows_changes_nothing(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.tuples(NAMES, st.sampled_from((0, 100))), max_size=5, unique_by=lambda pair: pair[0]))
    lines = data.draw(st.lists(st.tuples(NAMES, st.sampled_from((0, 100))), max_size=5, unique_by=lambda pair: pair[0]))
    shuffled, turned = data.draw(st.permutations(names)), data.draw(st.permutations(lines))
    assert matches(candidates(*names), candidates(*lines)) == matches(candidates(*shuffled), candidates(*turned))


def _assigned(names: list[tuple[str, int]], lines: list[tuple[str, int]]) -> dict[str, tuple[str, str | None]]:
    """Match names that may repeat; identities are their places."""
    first, second = (
        [
            Candidate(str(place), name, None, frozenset({amount} if amount else ()))
            for place, (name, amount) in enumerate(side)
        ]
        for side in (names, lines)
    )
    return matches(first, second)
