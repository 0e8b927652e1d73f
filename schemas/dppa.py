"""DPPA, the budget after a revision (Dokumen Pelaksanaan Perubahan Anggaran)."""

from schemas import base
from schemas.base import Code, Layout, Percent, Quantity, Rupiah, Text, Workbook


class Dppa(Workbook):
    """One row per program, kegiatan or sub kegiatan, before and after (form DPPA-SKPD 2.2)."""

    code: Code = base.line_code("Kode Rekening", description="Kode lengkap program dan kegiatan.")
    activity_code: Code = base.activity_code()
    number: Text = base.number()
    name: Text = base.line_name("Program / Kegiatan", description="Nama resmi program atau kegiatan.")
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
    note: Text = base.note()

    budget_is_not_negative = base.budget_is_not_negative("before", "after")

    class Config:
        title = "Dokumen Pelaksanaan Perubahan Anggaran (DPPA)"
        metadata = base.layouts(Layout(lines=True, titles=("Dokumen Pelaksanaan Perubahan Anggaran", "DPPA")))
