"""Every reason in a Catatan Temuan is given for a finding as it is now."""

TITLE = "Setiap alasan pada Catatan Temuan berlaku untuk temuan yang ada"
LAW = "Aturan program ini: alasan berlaku untuk angka yang diterima, bukan untuk angka lain"
SEVERITY = "warning"
NEEDS = ("waivers",)
MESSAGE = 'Alasan untuk "{name}" tidak dipakai: {remark}.'
ACTION = "Ambil Catatan Temuan.xlsx yang terbaru dari map hasil, isi alasannya, lalu letakkan di map masukan."
EXPLAIN = """\
Buku kerja Catatan Temuan memuat temuan yang diterima beserta alasannya. Alasan itu terikat pada angka saat temuan
diterima: bila angkanya berubah, temuan itu terbuka lagi. Baris yang temuannya tidak ada lagi, yang tidak menyebut
identitas temuan, atau yang tidak menyebut angka yang diterima, disebut di sini. Baris tanpa alasan tidak diperiksa.

Contoh: selisih 125.000.000 pada Renja diterima karena menunggu revisi, lalu angkanya diubah menjadi 135.000.000.

Yang perlu dilakukan: ambil Catatan Temuan.xlsx yang terbaru dari map hasil, isi alasannya bila temuan itu masih dapat
diterima, lalu letakkan di map masukan sebagai pengganti yang lama."""
