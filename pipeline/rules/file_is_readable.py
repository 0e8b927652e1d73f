"""Every workbook can be opened."""

TITLE = "Setiap buku kerja dapat dibuka"
LAW = "Aturan program ini"
SEVERITY = "error"
NEEDS = ()
MESSAGE = "{file} tidak dapat dibaca: {reason}"
EXPLAIN = """\
Berkas yang rusak, dikunci kata sandi, atau sebenarnya bukan buku kerja tidak dapat dibaca; semua yang lain tetap
diproses.

Contoh: berkas .xlsx yang terpotong saat disalin dari flashdisk.

Yang perlu dilakukan: buka berkas itu di Excel. Bila terbuka, simpan ulang sebagai Excel Workbook (.xlsx) tanpa kata
sandi; bila tidak, minta salinan baru dari pembuatnya."""
