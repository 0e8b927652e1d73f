"""What a random package is about: an office, its programs and kegiatan with their amounts, its staff, its plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

OFFICES = (
    "Dinas Kesehatan",
    "Dinas Pekerjaan Umum dan Penataan Ruang",
    "Badan Perencanaan Pembangunan Daerah",
    "Sekretariat DPRD",
    "Inspektorat",
    "Kecamatan Sumbang",
    "Dinas Lingkungan Hidup",
    "Badan Kepegawaian Daerah",
    "Satuan Polisi Pamong Praja",
    "Dinas Perhubungan",
)
REGIONS = (
    ("Kabupaten", "Purbalingga"),
    ("Kabupaten", "Kebumen"),
    ("Kota", "Pekalongan"),
    ("Kabupaten", "Lombok Utara"),
    ("Kota", "Banjarbaru"),
    ("Kabupaten", "Ogan Ilir"),
    ("Kota", "Tomohon"),
    ("Kabupaten", "Sumba Barat Daya"),
)
PROGRAMS = (
    "Program Pelayanan Administrasi Perkantoran",
    "Program Peningkatan Sarana dan Prasarana Aparatur",
    "Program Peningkatan Disiplin Aparatur",
    "Program Upaya Kesehatan Masyarakat",
    "Program Pengendalian Pencemaran dan Perusakan Lingkungan Hidup",
    "Program Pembangunan Jalan dan Jembatan",
    "Program Perencanaan Pembangunan Ekonomi",
    "Program Penataan Peraturan Perundang-undangan",
    "Program Kemitraan Pengembangan Wawasan Kebangsaan",
    "Program Pencegahan dan Penanggulangan Penyakit Menular",
    "Program Obat dan Perbekalan Farmasi",
    "Program Pengelolaan Areal Pemakaman",
)
PAIRS = (
    ("Pengadaan peralatan dan perlengkapan kantor", "Pemeliharaan peralatan dan perlengkapan kantor"),
    ("Pengadaan kendaraan dinas/operasional", "Pemeliharaan rutin/berkala kendaraan dinas/operasional"),
    ("Pembangunan gedung puskesmas", "Rehabilitasi gedung puskesmas"),
    ("Pengadaan lampu penerangan jalan umum", "Pemeliharaan lampu penerangan jalan umum"),
)
"""Kegiatan about one object that begin with different acts."""
ACTIVITIES = (
    "Penyediaan jasa komunikasi, sumber daya air dan listrik",
    "Penyediaan alat tulis kantor",
    "Penyediaan barang cetakan dan penggandaan",
    "Penyediaan makanan dan minuman",
    "Penyediaan tenaga administrasi, keamanan, pengemudi dan kebersihan",
    "Rapat-rapat koordinasi dan konsultasi ke luar daerah",
    "Pengendalian dan penatausahaan keuangan daerah",
    "Pemeliharaan rutin/berkala gedung kantor",
    "Pengadaan pakaian dinas beserta perlengkapannya",
    "Kunjungan kerja pimpinan dan anggota dewan",
    "Studi banding penyelenggaraan pemerintahan desa",
    "Bimbingan teknis implementasi peraturan perundang-undangan",
    "Penyusunan laporan capaian kinerja dan ikhtisar realisasi",
    "Fasilitasi pelaksanaan reses",
    "Dokumentasi dan publikasi kegiatan kedinasan",
    "Pembahasan rancangan peraturan daerah",
    "Penyuluhan masyarakat pola hidup sehat",
    "Pengadaan vaksin penyakit menular",
    "Pemberian tambahan makanan dan vitamin",
    "Sosialisasi kawasan tanpa rokok",
    "Pembinaan kader posyandu balita",
    "Peningkatan jalan lingkar selatan",
    "Rehabilitasi saluran irigasi tersier",
    "Penyusunan dokumen analisis mengenai dampak lingkungan",
    "Pemantauan kualitas air sungai",
    "Musyawarah perencanaan pembangunan tingkat kecamatan",
    "Penertiban pedagang kaki lima",
    "Operasi pasar murah",
    "Pelatihan kewirausahaan pemuda",
    "Inventarisasi barang milik daerah",
    "Uji kelayakan kendaraan bermotor angkutan umum",
    "Seleksi penerimaan calon pegawai",
    "Verifikasi administrasi kenaikan pangkat",
    "Audit kinerja unit pelayanan",
    "Survei kepuasan pengguna layanan",
    "Monitoring, evaluasi dan pelaporan",
)
STRANGER = "Khitanan massal anak yatim"
"""A kegiatan that no package budgets."""
UNITS = ("bulan", "orang", "dokumen", "unit", "kegiatan", "paket", "laporan", "buah")
SHORT = {"bulan": "bln", "kegiatan": "keg", "buah": "bh"}
"""Units as a plan shortens them."""
GRADES = ("IV/b", "IV/a", "III/d", "III/c", "III/b", "III/a", "II/d", "II/c", "II/b", "II/a", "I/d", "I/c")
POSITIONS = ("ESELON II/B", "ESELON III/A", "ESELON III/B", "ESELON IV/A", "FUNGSIONAL TERTENTU", "FUNGSIONAL UMUM")
DEGREES = ("PASCA SARJANA", "SARJANA", "DIPLOMA III", "SLTA", "SLTP", "SD")


@dataclass(frozen=True)
class Activity:
    """A kegiatan. Amounts are rupiah; the quarters add up to the initial budget."""

    code: str
    name: str
    initial: int
    revised: int
    spent: Decimal
    quarters: tuple[int, int, int, int]
    unit: str
    target: int
    result: int
    in_the_long_run: int


@dataclass(frozen=True)
class Program:
    """A program with its kegiatan, and what the work plan holds of it: names with amounts."""

    code: str
    name: str
    activities: tuple[Activity, ...]
    plan: tuple[tuple[str, int], ...]

    @property
    def initial(self) -> int:
        """The sum of the kegiatan before the revision."""
        return sum(activity.initial for activity in self.activities)

    @property
    def revised(self) -> int:
        """The sum of the kegiatan after the revision."""
        return sum(activity.revised for activity in self.activities)

    @property
    def spent(self) -> Decimal:
        """What was spent on all kegiatan."""
        return sum((activity.spent for activity in self.activities), Decimal(0))

    @property
    def planned(self) -> int:
        """The sum of the plan's kegiatan."""
        return sum(amount for _, amount in self.plan)

    def named(self, name: str) -> Activity:
        """Return a kegiatan by its name."""
        return next(activity for activity in self.activities if activity.name == name)

    def changed(self, activity: Activity) -> Program:
        """Return the program with the kegiatan of the same code replaced."""
        return replace(
            self, activities=tuple(activity if own.code == activity.code else own for own in self.activities)
        )


@dataclass(frozen=True)
class Indicator:
    """A row of the agreement: a kegiatan's amount or, where that is ``None``, the whole program's."""

    goal: str
    text: str
    target: int
    result: int
    program: str
    activity: str | None


StaffRow = tuple[str, int | None]


@dataclass(frozen=True)
class Facts:
    """Everything that the eight workbooks of a package say."""

    seed: int
    office: str
    region: str
    town: str
    code: str
    year: int
    programs: tuple[Program, ...]
    indicators: tuple[Indicator, ...]
    staff: tuple[tuple[StaffRow, ...], tuple[StaffRow, ...], tuple[StaffRow, ...]]
    staff_totals: tuple[int, int, int]
    quarters_above: bool = True
    """Whether the DPA states quarters for programs and in the total row as well."""

    @property
    def full_office(self) -> str:
        """The office with its region, as the profile has it."""
        return f"{self.office} {self.region}"

    def random(self, *about: object) -> Random:
        """Return a source of chance of its own for one matter, so that a change elsewhere does not disturb it."""
        return Random("|".join(map(str, (self.seed, *about))))

    def program(self, code: str) -> Program:
        """Return a program by its code."""
        return next(program for program in self.programs if program.code == code)

    def changed(self, program: Program) -> Facts:
        """Return the facts with the program of the same code replaced."""
        return replace(self, programs=tuple(program if own.code == program.code else own for own in self.programs))

    def arranged(self, kind: str, chance: float) -> list[Program]:
        """Return the programs in the order in which one kind of workbook lists them and their kegiatan."""
        rng = self.random("order", kind)
        programs = list(self.programs)
        if rng.random() < chance:
            rng.shuffle(programs)
            programs = [
                replace(program, activities=tuple(rng.sample(program.activities, len(program.activities))))
                for program in programs
            ]
        return programs

    def aim(self, activity: Activity) -> str:
        """Return the plan's target of a kegiatan: mostly that of the year's tables, with the unit shortened."""
        rng = self.random("aim", activity.name, activity.code)
        if rng.random() < 0.3:
            return "12 bln"
        return f"{activity.target} {SHORT.get(activity.unit, activity.unit)}"

    def spelled(self, kind: str, name: str) -> str:
        """Return a name as one kind of workbook writes it: often otherwise than the budget does."""
        rng = self.random("spelling", kind, name)
        first, _, rest = name.partition(" ")
        ways = (name, name, name.title(), name.capitalize(), _loosened(name), f"{first} {_shortened(rng, rest)}")
        return rng.choice(ways)


def _loosened(name: str) -> str:
    """Write "Rapat - rapat", "rutin/ berkala" and "Kunja"."""
    return name.replace("Kunjungan kerja", "Kunja").replace("-", " - ").replace("/", "/ ")


def _shortened(rng: Random, text: str) -> str:
    """Drop a letter from the middle of a long word."""
    words = text.split(" ")
    long = [index for index, word in enumerate(words) if len(word) >= 8 and word.isalpha()]
    if not long:
        return text
    index = rng.choice(long)
    at = rng.randrange(2, len(words[index]) - 2)
    words[index] = words[index][:at] + words[index][at + 1 :]
    return " ".join(words)


def invent(seed: int, sizes: Sequence[int] = ()) -> Facts:
    """Return the facts of a package; the same seed gives the same. ``sizes`` are the kegiatan of each program."""
    rng = Random(seed)
    kind, town = rng.choice(REGIONS)
    code = ".".join([str(rng.randint(1, 6)), *(f"{rng.randint(1, 30):02}" for _ in range(rng.randint(1, 3)))])
    numbers = sizes or [0] * rng.randint(1, 8)
    codes = rng.sample(range(1, 36), len(numbers))
    in_sen = rng.random() < 0.3
    programs = tuple(
        _program(rng, number, name, in_sen, size)
        for number, name, size in zip(codes, rng.sample(PROGRAMS, len(codes)), numbers, strict=True)
    )
    persons = rng.randint(25, 140)
    return Facts(
        seed=seed,
        office=rng.choice(OFFICES),
        region=f"{kind} {town}",
        town=town,
        code=code,
        year=rng.randint(2014, 2020),
        programs=programs,
        indicators=tuple(_indicators(rng, programs)),
        staff=(
            _staff(rng, [f"GOL. {grade}" for grade in GRADES], persons),
            _staff(rng, POSITIONS, persons),
            _staff(rng, DEGREES, persons),
        ),
        staff_totals=(persons, persons, persons),
    )


def _program(rng: Random, number: int, name: str, in_sen: bool, size: int) -> Program:
    names = rng.sample(ACTIVITIES, size or rng.randint(1, 9))
    if len(names) > 1 and rng.random() < 0.5:
        names[:2] = rng.choice(PAIRS)
    codes = rng.sample(range(1, 41), len(names))
    activities = tuple(_activity(rng, code, own, in_sen) for code, own in zip(codes, names, strict=True))
    planned = [own for own in names if rng.random() < 0.9] or names[:1]
    plan = [(own, max(1_000_000, _amount(rng))) for own in planned]
    return Program(f"{number:02}", name, activities, tuple(plan))


def _activity(rng: Random, code: int, name: str, in_sen: bool) -> Activity:
    initial = _amount(rng)
    revised = initial if rng.random() < 0.4 else max(100_000, initial * rng.randint(30, 250) // 100_000 * 1_000)
    spent = Decimal(rng.choice((0, revised)))
    if rng.random() < 0.85:
        spent = Decimal(rng.randint(revised * 30, revised * 100)).scaleb(-2)
        spent = spent if in_sen else Decimal(int(spent))
    target = rng.choice((12, rng.randint(1, 300)))
    return Activity(
        code=f"{code:02}",
        name=name,
        initial=initial,
        revised=revised,
        spent=spent,
        quarters=_quarters(rng, initial),
        unit=rng.choice(UNITS),
        target=target,
        result=rng.choice((target, rng.randint(0, 2 * target))),
        in_the_long_run=target * rng.randint(1, 5),
    )


def _amount(rng: Random) -> int:
    scale = rng.choice((100, 1_000, 10_000, 50_000, 100_000, 1_000_000, 10_000_000))
    return rng.randint(scale, 9 * scale) * 1_000


def _quarters(rng: Random, whole: int) -> tuple[int, int, int, int]:
    first, second, third = (whole * rng.randint(10, 30) // 100_000 * 1_000 for _ in range(3))
    return first, second, third, whole - first - second - third


def _indicators(rng: Random, programs: Sequence[Program]) -> list[Indicator]:
    """Return the rows of the agreement: each program once, or each of its kegiatan; goals span several rows."""
    rows: list[Indicator] = []
    goal = ""
    for program in programs:
        if not goal or rng.random() < 0.6:
            goal = f"Meningkatnya hasil {program.name[8:].lower()}"
        whole = rng.random() < 0.5
        for activity in program.activities[:1] if whole else program.activities:
            about = program.name[8:] if whole else activity.name
            # a kegiatan of this name may stand under several programs
            text = f"Persentase {about[0].lower()}{about[1:]} ({program.code})"
            chosen = None if whole else activity.code
            rows.append(Indicator(goal, text, rng.randint(5, 10) * 10, rng.randint(30, 100), program.code, chosen))
    return rows


def _staff(rng: Random, labels: Sequence[str], persons: int) -> tuple[StaffRow, ...]:
    chosen = [label for label in labels if rng.random() < 0.9] or list(labels[:2])
    blank = rng.choice(chosen[1:]) if len(chosen) > 3 else ""
    counted = [label for label in chosen if label != blank]
    cuts = sorted(rng.sample(range(1, persons), len(counted) - 1))
    counts = dict(
        zip(counted, (end - start for start, end in zip([0, *cuts], [*cuts, persons], strict=True)), strict=True)
    )
    return tuple((label, counts.get(label)) for label in chosen)
