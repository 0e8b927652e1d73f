"""A table has rows, and a workbook something in it."""

TITLE = "Tabel berisi baris"
LAW = "Aturan program ini"
SEVERITY = "warning"
NEEDS = ()
MESSAGE = "{kind}: tidak ada isinya. Isi tabelnya, atau keluarkan berkas itu dari map ini."
EXPLAIN = """\
Judul kolom ditemukan, tetapi tidak ada baris di bawahnya, atau buku kerjanya kosong.

Contoh: formulir Renja yang belum diisi.

Yang perlu dilakukan: isi tabelnya, atau keluarkan berkas itu dari map ini."""
