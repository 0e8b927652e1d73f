"""Amounts are stated in whole rupiah."""

TITLE = "Angka dinyatakan dalam rupiah penuh"
LAW = "PP 71/2010 (laporan keuangan dalam rupiah)"
SEVERITY = "note"
NEEDS = ()
MESSAGE = (
    "{kind}: angkanya tertulis dalam satuan {scale} rupiah. Angka itu dibaca kali {scale} dan dicocokkan sampai "
    "setengah satuan terakhirnya."
)
ACTION = "Bila ada, pakailah dokumen dalam rupiah penuh."
EXPLAIN = """\
Angka dalam ribuan atau jutaan sudah dibulatkan, sehingga tidak dapat dicocokkan sampai rupiah. Dua angka dianggap
sama bila bedanya tidak lebih dari pembulatannya.

Contoh: di atas tabel tertulis (dalam ribuan rupiah). 187.413 dibaca 187.413.000 dan cocok dengan 187.412.655.

Yang perlu dilakukan: pakai dokumen yang menyebut rupiah penuh, supaya setiap rupiah dapat dicocokkan."""
