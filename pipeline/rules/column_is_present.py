"""A table has every column that its kind needs."""

TITLE = "Tabel memiliki semua kolom yang wajib"
LAW = "Formulir asal tabel"
SEVERITY = "error"
NEEDS = ()
MESSAGE = (
    "Lembar ini mirip {kind}, tetapi kolom {column} tidak ditemukan. Judul kolom yang dikenal: {known}. "
    "Judul yang tidak dikenal di lembar ini: {unknown}. Tambahkan kolomnya, atau samakan judulnya."
)
EXPLAIN = """\
Lembar dikenali dari judul kolomnya. Bila satu kolom wajib tidak ada, lembar itu tidak dipakai, supaya tidak ada
angka yang salah tempat.

Contoh: laporan realisasi tanpa kolom Realisasi, atau judulnya salah ketik.

Yang perlu dilakukan: tambahkan kolomnya, atau samakan judulnya dengan salah satu judul yang dikenal. Perintah
pipeline inspect menunjukkan bagaimana lembar itu dibaca."""
