"""A cell is read exactly or not at all."""

TITLE = "Setiap sel terbaca dengan pasti"
LAW = "Aturan program ini: dibaca dengan pasti atau tidak sama sekali"
SEVERITY = "error"
NEEDS = ()
MESSAGE = 'Kolom {column}: "{written}" tidak dapat dibaca dengan pasti; {reason}'
EXPLAIN = """\
Angka dibaca persis seperti tertulis, atau tidak sama sekali; tidak ada yang ditebak. Sel yang meragukan dibiarkan
kosong dan disebut di sini.

Contoh: 12.500 sendirian dapat berarti dua belas ribu lima ratus atau dua belas koma lima.

Yang perlu dilakukan: tulis selnya sebagai angka biasa (bukan teks) di Excel, misalnya 12500."""
