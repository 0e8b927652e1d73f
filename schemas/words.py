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
)
"""Labels of a row that states the total of a table. They count only where they are the first filled cell of the row."""

CARRIED = ("Jumlah dipindahkan", "Dipindahkan", "Jumlah pindahan", "Pindahan")
"""First words of the row that carries a sum over to the next page."""

SUBTOTALS = ("Jumlah", "Total", "Sub Total", "Subtotal")
"""First words of a row that adds up a part of a table whose lines have codes; such a row has none."""

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
    1_000: ("dalam ribuan", "ribuan rupiah", "Rp 000", "Rp. 000", "dalam ribu"),
    1_000_000: ("dalam jutaan", "jutaan rupiah", "dalam juta"),
}
"""How many rupiah one unit of a table's amounts stands for, with the words that say so."""

ACCOUNTS = ("Pendapatan", "Belanja", "Pembiayaan")
"""First words of the names of accounts, which are no programs."""
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
    "lembar": "lembar",
    "lbr": "lembar",
    "unit": "unit",
}
"""Units with another spelling, beside the abbreviations."""

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
