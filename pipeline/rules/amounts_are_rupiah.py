"""Amounts are stated in whole rupiah."""

TITLE = "Angka dinyatakan dalam rupiah penuh"
LAW = "PP 71/2010 (laporan keuangan dalam rupiah)"
SEVERITY = "error"
NEEDS = ()
MESSAGE = "{kind}: angkanya dinyatakan dalam ribuan atau jutaan; tabelnya tidak dipakai."
ACTION = "Tulis angkanya dalam rupiah penuh, atau mintalah dokumen dalam rupiah penuh."
EXPLAIN = """\
Angka dalam ribuan atau jutaan sudah dibulatkan, sehingga tidak dapat dicocokkan sampai rupiah, dan akan terbaca seribu
kali terlalu kecil.

Contoh: di atas tabel tertulis (dalam ribuan rupiah).

Yang perlu dilakukan: pakai dokumen yang menyebut rupiah penuh."""
