"""The headers of a sheet fit one kind of workbook."""

TITLE = "Lembar dapat dikenali sebagai satu jenis"
LAW = "Formulir asal tabel"
SEVERITY = "error"
NEEDS = ()
MESSAGE = "Judul kolom lembar ini cocok untuk beberapa jenis: {kinds}. Lembar ini tidak dipakai."
ACTION = "Tulis judul kolom seperti pada formulirnya."
EXPLAIN = """\
Jenis lembar dikenali dari judul kolomnya. Bila judul yang sama cocok untuk dua jenis, lembar itu tidak dipakai,
supaya tidak salah baca.

Contoh: tabel dengan kolom Program/Kegiatan, Indikator, Target, Realisasi.

Yang perlu dilakukan: tulis judul kolom seperti pada formulirnya. Perintah pipeline inspect menunjukkan jenisnya."""
