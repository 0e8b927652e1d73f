"""Words that stand in every office's workbooks, whatever their kind. Compared by letters and digits."""

TOTALS = (
    "Jumlah",
    "Total",
    "Jumlah Total",
    "Jumlah Seluruhnya",
    "Jumlah Keseluruhan",
    "Grand Total",
    "Jumlah Belanja",
    "Total Belanja",
    "Jumlah Belanja Langsung",
    "Total Belanja Langsung",
    "Jumlah Belanja Daerah",
    "Jumlah Anggaran",
    "Total Anggaran",
    "Jumlah Pagu",
    "Total Pagu",
    "Total Pagu Indikatif",
    "Jumlah Pagu Indikatif",
    "Jumlah Pegawai",
    "Total Pegawai",
    "Jml",
)
"""Labels of a row that states the total of a table. They count only where they are the first filled cell of the row."""

CARRIED = ("Jumlah dipindahkan", "Dipindahkan", "Jumlah pindahan", "Pindahan")
"""First words of the row that carries a sum over to the next page."""

PART_TOTALS = ("Sub Jumlah", "Subjumlah", "Sub Total", "Subtotal", "Sub Jml")
"""First words of a row that adds up a part of a table, and of nothing else."""

SUBTOTALS = ("Jumlah", "Total", "Jml", *PART_TOTALS)
"""First words of a row that adds up a part of a table whose lines have codes or numbers; such a row has none ..."""

TOTAL_OF = ("per", "Sub Kegiatan", "Subkegiatan", "Kegiatan", "Belanja", "Anggaran", "Pagu")
"""... and plainly is none of them where one of these words, or Program, follows."""

ENDS = (
    "Mengesahkan",
    "Mengetahui",
    "Menyetujui",
    "Disahkan oleh",
    "Tim Anggaran Pemerintah Daerah",
    "Pejabat Pengelola Keuangan Daerah",
    "Bendahara Pengeluaran",
    "Pengguna Anggaran",
    "Kuasa Pengguna Anggaran",
    "Sumber Data",
    "Keterangan",
    "Catatan",
    "Rencana Penarikan Dana per Triwulan",
    "Rencana Penarikan Dana per Bulan",
)
"""First words of a line below a table: signatures, sources, remarks."""

SIGNATURES = ("NIP",)
"""First word of a line that holds the number of a civil servant below a signature."""

LEVELS = {
    "program": ("Program",),
    "sub_kegiatan": ("Sub Kegiatan", "Subkegiatan"),
    "kegiatan": ("Kegiatan",),
}
"""First words of a name that tell its level."""

SCALES = {
    1_000: (
        "dalam ribuan",
        "dlm ribuan",
        "ribuan rupiah",
        "ribuan Rp",
        "Rp 000",
        "dalam ribu",
        "dlm ribu",
        "satuan ribu",
        "dalam Rp 1.000",
        "dlm Rp 1.000",
        "satuan Rp 1.000",
    ),
    1_000_000: (
        "dalam jutaan",
        "dlm jutaan",
        "jutaan rupiah",
        "jutaan Rp",
        "Rp 000.000",
        "dalam juta",
        "dlm juta",
        "satuan juta",
        "dalam Rp 1.000.000",
        "dlm Rp 1.000.000",
        "satuan Rp 1.000.000",
    ),
}
"""How many rupiah one unit of a table's amounts stands for, with the words that say so ..."""

SCALES_IN_BRACKETS = {
    1_000: ("Rp 1.000", "x Rp 1.000", "Rp x 1.000", "x 1.000", "000", "x 000", "Rp ribu", "ribu Rp", "ribu rupiah"),
    1_000_000: (
        "Rp 1.000.000",
        "x Rp 1.000.000",
        "Rp x 1.000.000",
        "x 1.000.000",
        "000.000",
        "x 000.000",
        "Rp juta",
        "juta Rp",
        "juta rupiah",
    ),
}
"""... and those that say so only where they are all that stands between two brackets."""

ACCOUNTS = ("Pendapatan", "Belanja", "Pembiayaan")
"""First words of the names of accounts, which are no programs."""
SECTIONS = ("Urusan", "Bidang Urusan")
"""First words of a heading above the programs of one field of government."""
ACCOUNT_CODES = ("4", "5", "6")
"""Codes of the groups of accounts (pendapatan, belanja, pembiayaan), below which all others stand."""

OFFICE_LABELS = (
    "SKPD",
    "OPD",
    "Organisasi",
    "Unit Organisasi",
    "Perangkat Daerah",
    "Satuan Kerja",
    "Unit Kerja",
    "Nama Organisasi",
    "Nama Unit Organisasi",
    "Nama SKPD",
    "Nama OPD",
    "Nama Perangkat Daerah",
)
OFFICE_HEADS = (
    "Sekretariat",
    "Dinas",
    "Badan",
    "Inspektorat",
    "Kantor",
    "Kecamatan",
    "Kelurahan",
    "Rumah Sakit",
    "RSUD",
    "Satuan Polisi",
    "Bagian",
    "Biro",
    "Puskesmas",
)
"""First words of a line that names an office without a label."""

GOVERNMENT_HEADS = ("Pemerintah Kabupaten", "Pemerintah Kota", "Pemerintah Provinsi", "Pemerintah Daerah")

YEAR_WORDS = ("Tahun Anggaran", "Tahun", "TH", "TA", "T.A", "Periode", "Desember")
"""A year counts where one of these words stands before it in the line ..."""
LAW_WORDS = ("Nomor", "Peraturan", "Permendagri", "Perda", "Perbup", "Perwal", "Pergub", "Undang-Undang", "UU")
"""... and none of these does: the year of a law is not the year of a report."""

ABBREVIATIONS = {
    "kunja": "kunjungan kerja",
    "kunker": "kunjungan kerja",
    "bln": "bulan",
    "bh": "buah",
    "bj": "buah",
    "keg": "kegiatan",
    "kab": "kabupaten",
    "prov": "provinsi",
    "kec": "kecamatan",
    "adm": "administrasi",
    "sekr": "sekretariat",
    "org": "orang",
    "dok": "dokumen",
    "lap": "laporan",
    "thn": "tahun",
    "th": "tahun",
    "jml": "jumlah",
    "ops": "operasional",
    "peg": "pegawai",
    "pem": "pemeliharaan",
    "pkt": "paket",
    "bimtek": "bimbingan teknis",
    "bintek": "bimbingan teknis",
}
"""Short forms in names and units, with what they stand for."""

UNITS = {
    "persen": "%",
    "lbr": "lembar",
    "kl": "kali",
    "x": "kali",
    "eks": "eksemplar",
    "exp": "eksemplar",
    "exemplar": "eksemplar",
    "examplar": "eksemplar",
    "ltr": "liter",
    "mtr": "meter",
    "m": "meter",
    "m2": "meter persegi",
    "km": "kilometer",
    "kg": "kilogram",
    "ha": "hektar",
    "hektare": "hektar",
    "tw": "triwulan",
    "smt": "semester",
    "mgg": "minggu",
    "hr": "hari",
    "hri": "hari",
    "jp": "jam pelajaran",
    "jpl": "jam pelajaran",
    "klp": "kelompok",
    "kk": "kepala keluarga",
    "ob": "orang bulan",
    "oh": "orang hari",
    "oj": "orang jam",
    "pst": "peserta",
    "btg": "batang",
    "btl": "botol",
    "bks": "bungkus",
    "stel": "setel",
    "stl": "setel",
    "ekr": "ekor",
    "lok": "lokasi",
    "doc": "dokumen",
    "kunjungan kerja": "kunjungan",
}
"""Units with what they stand for, beside the abbreviations; in a name the same letters may say something else."""

RATES = ("per", "tiap", "setiap")
"""Words, like the stroke, before what a unit counts by: 12 kali per bulan ..."""
YEARS = ("tahun",)
"""... where that is the year, it says nothing: all figures of a yearly report are of one year."""

MEASURES = (
    ("Persentase", "Persen"),
    ("Jumlah", "Banyaknya"),
    ("Indeks",),
    ("Nilai",),
    ("Skor",),
    ("Tingkat",),
    ("Angka",),
    ("Rasio",),
    ("Rata",),
    ("Cakupan",),
    ("Predikat",),
    ("Opini",),
    ("Kategori",),
)
"""First words of the name of an indicator that say how it is measured, each with others for it; "%" is the first."""

FILLERS = ("dan", "yang", "di", "dari", "pada", "untuk", "atas", "dengan", "serta", "oleh", "dalam", "terhadap", "bagi")
"""Words that may be missing in another wording of a name without changing what it is about ..."""
NEGATIONS = ("tidak", "belum", "bukan", "tanpa", "non")
"""... and words that turn it into its opposite."""
