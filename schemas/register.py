"""Register of payments (register SP2D, Buku Kas Umum): what a realization consists of."""

from schemas import base
from schemas.base import Code, Date, Layout, Rupiah, Text, Workbook


class Register(Workbook):
    """One row per payment, with the kegiatan that it was made for (Permendagri 13/2006: register SP2D, BKU)."""

    number: Text = base.number()
    date: Date = base.date(
        "Tanggal SP2D",
        "Tanggal Cair SP2D",
        "Tanggal Cair",
        "Tanggal Terbit SP2D",
        "Tgl SP2D",
        "Tanggal",
        "Tgl",
        "Tanggal Bukti",
        description="Tanggal pembayaran.",
        required=True,
        telling=False,
    )
    document: Text = base.text(
        "No. SP2D", "Nomor SP2D", "No. Bukti", "Nomor Bukti", "No. BKU", description="Nomor SP2D atau bukti."
    )
    code: Code = base.code(
        "Kode Kegiatan",
        "Kode Sub Kegiatan",
        "Kode Program/Kegiatan",
        "Kode Rekening",
        "Kode",
        description="Kode kegiatan, boleh dengan kode rekening di belakangnya.",
    )
    name: Text = base.text(
        "Kegiatan",
        "Nama Kegiatan",
        "Sub Kegiatan",
        "Nama Sub Kegiatan",
        "Program/Kegiatan",
        telling=False,
        description="Nama kegiatan yang dibayar.",
    )
    description: Text = base.text(
        "Uraian", "Uraian SP2D", "Keperluan", "Uraian Pembayaran", telling=False, description="Untuk apa dibayar."
    )
    amount: Rupiah = base.rupiah(
        "Nilai SP2D",
        "Nilai SP2D (Rp)",
        "Jumlah SP2D",
        "Jumlah SP2D (Rp)",
        "Jumlah Kotor",
        "Nilai Bruto",
        "Bruto",
        "Pengeluaran",
        "Pengeluaran (Rp)",
        "Nilai Transaksi",
        required=True,
        description="Nilai kotor; pengembalian kurang dari nol.",
    )
    refund: Rupiah = base.rupiah(
        "Pengembalian", "Pengembalian (Rp)", "Contra Pos", description="Pengembalian, sebagai angka positif."
    )
    note: Text = base.note()

    class Config:
        title = "Register SP2D atau Buku Kas Umum"
        metadata = base.layouts(Layout(one=False))
