"""A workbook in the input folder is a source, and no report of this program."""

TITLE = "Masukan adalah dokumen sumber, bukan hasil program ini"
LAW = "Aturan program ini"
SEVERITY = "note"
NEEDS = ()
MESSAGE = "{file} adalah laporan buatan program ini; tidak dibaca sebagai masukan. Hapus dari map ini."
EXPLAIN = """\
Laporan yang dihasilkan program ini dikenali dan tidak pernah dibaca kembali sebagai sumber, supaya angka tidak
membuktikan dirinya sendiri.

Contoh: LKjIP-2025.xlsx disalin ke map input.

Yang perlu dilakukan: hapus berkas itu dari map input; yang dibaca adalah DPA, DPPA, realisasi dan seterusnya."""
