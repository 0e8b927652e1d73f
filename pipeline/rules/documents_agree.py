"""Two documents of one kind in one package state the same figures."""

TITLE = "Dua dokumen sejenis menyebut angka yang sama"
LAW = "Aturan program ini: satu dokumen untuk satu jenis"
SEVERITY = "error"
NEEDS = ()
MESSAGE = (
    "{files}: dokumen yang sama jenisnya, tetapi berbeda pada {count} angka; pertama {name}: "
    "{stated} dan {computed}. Pindahkan yang tidak berlaku dari map ini."
)
EXPLAIN = """\
Bila satu map berisi dua dokumen sejenis dengan angka yang sama, satu dipakai. Bila angkanya berbeda, yang
bertanggal lebih akhir di dalam dokumennya yang dipakai; tanpa tanggal, angka yang berbeda dikosongkan.

Contoh: dua berkas DPA, satu masih rancangan.

Yang perlu dilakukan: pindahkan dokumen yang tidak berlaku dari map ini."""
