"""A formula has a stored value, or one that can be computed within its sheet."""

TITLE = "Setiap rumus punya nilai"
LAW = "Aturan program ini: dibaca dengan pasti atau tidak sama sekali"
SEVERITY = "error"
NEEDS = ()
MESSAGE = (
    "Kolom {column}: rumus {written} tidak menyimpan nilai dan tidak dapat dihitung di sini. "
    "Buka buku kerjanya di Excel, lalu simpan."
)
EXPLAIN = """\
Buku kerja buatan program lain kadang menyimpan rumus tanpa hasilnya. Penjumlahan, pengurangan, perkalian,
pembagian, SUM, SUBTOTAL, dan IF dihitung sendiri; rumus lain tidak.

Contoh: =VLOOKUP(A5;Lembar2!A:B;2;0) tanpa nilai tersimpan.

Yang perlu dilakukan: buka buku kerja itu di Excel, tunggu sampai terhitung, lalu simpan."""
