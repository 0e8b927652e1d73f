"""A required column stands once in a table."""

TITLE = "Kolom wajib tertulis satu kali"
LAW = "Formulir asal tabel"
SEVERITY = "warning"
NEEDS = ()
MESSAGE = "{kind}: kolom {column} ada dua; yang dibaca kolom yang pertama."
ACTION = "Beri kedua kolom itu judul yang berbeda, misalnya Realisasi BPKAD dan Realisasi OPD."
EXPLAIN = """\
Bila dua kolom berjudul sama, tidak jelas kolom mana yang dimaksud. Yang dibaca adalah kolom yang pertama.

Contoh: dua kolom Realisasi (Rp), satu dari BPKAD dan satu dari catatan sendiri.

Yang perlu dilakukan: beri judul yang berbeda, atau hapus kolom yang tidak dipakai."""
