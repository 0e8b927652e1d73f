"""DPPA, the budget after a revision (Dokumen Pelaksanaan Perubahan Anggaran)."""

import pandas as pd
import pandera.pandas as pa

from schemas import base
from schemas.base import Code, Layout, Percent, Quantity, Rupiah, Text, Workbook


class Dppa(Workbook):
    """One row per program, kegiatan or sub kegiatan, before and after (form DPPA-SKPD 2.2)."""

    code: Code = base.code(
        "Kode Rekening",
        "Kode",
        "Kode Program",
        "No. Rekening",
        "Kode Program/Kegiatan",
        "Kode Program dan Kegiatan",
        description="Kode lengkap program dan kegiatan.",
    )
    activity_code: Code = base.code(
        "Kode Kegiatan", below="code", description="Kode kegiatan, bila kode ditulis dalam dua kolom."
    )
    number: Text = base.text("No", "No.", "No Urut", "Nomor", telling=False, description="Nomor urut.")
    name: Text = base.text(
        "Program / Kegiatan",
        "Uraian",
        "Program dan Kegiatan",
        "Nama Program dan Kegiatan",
        "Uraian Program/Kegiatan",
        "Program/Kegiatan/Sub Kegiatan",
        required=True,
        telling=False,
        description="Nama resmi program atau kegiatan.",
    )
    location: Text = base.text("Lokasi", "Lokasi Kegiatan", telling=False, description="Lokasi kegiatan.")
    target: Quantity = base.quantity(
        "Target Kinerja (Kuantitatif)", "Target Kinerja", "Target", description="Target keluaran dengan satuannya."
    )
    fund: Text = base.text("Sumber Dana", telling=False, description="Sumber dana.")
    before: Rupiah = base.rupiah(
        "Jumlah (Rp) Sebelum Perubahan",
        "Sebelum Perubahan",
        "Sebelum Perubahan (Rp)",
        "Sebelum",
        "Semula",
        "Semula (Rp)",
        "Murni",
        "Anggaran Sebelum Perubahan",
        "Anggaran Murni",
        "Anggaran Semula",
        "Anggaran Awal",
        required=True,
        description="Pagu sebelum perubahan.",
    )
    after: Rupiah = base.rupiah(
        "Jumlah (Rp) Setelah Perubahan",
        "Setelah Perubahan",
        "Setelah Perubahan (Rp)",
        "Setelah",
        "Sesudah",
        "Sesudah Perubahan",
        "Menjadi",
        "Menjadi (Rp)",
        "Perubahan",
        "Anggaran Setelah Perubahan",
        "Anggaran Perubahan",
        "Anggaran Menjadi",
        required=True,
        description="Pagu setelah perubahan.",
    )
    change: Rupiah = base.rupiah(
        "Bertambah / (Berkurang) (Rp)",
        "Bertambah / (Berkurang)",
        "Bertambah/Berkurang",
        "Bertambah/(Kurang)",
        "Selisih",
        "Selisih (Rp)",
        difference=("after", "before"),
        description="Selisih setelah dan sebelum perubahan.",
    )
    change_percent: Percent = base.percent(
        "Bertambah / (Berkurang) %",
        "%",
        "(%)",
        "Persen",
        "Prosentase",
        "Persentase",
        quotient=("change", "before"),
        description="Selisih terhadap pagu sebelum perubahan.",
    )
    note: Text = base.text("Keterangan", "Ket", telling=False, description="Keterangan.")

    @pa.check("before", "after", name="budget_is_not_negative", description="Anggaran {value} kurang dari nol.")
    def budget_is_not_negative(cls, amounts: pd.Series) -> pd.Series:
        """A budget is no negative amount."""
        return base.not_negative(amounts)

    class Config:
        title = "Dokumen Pelaksanaan Perubahan Anggaran (DPPA)"
        metadata = base.layouts(Layout(lines=True))
