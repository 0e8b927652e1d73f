"""DPA, the approved budget of an office (Dokumen Pelaksanaan Anggaran)."""

from schemas import base
from schemas.base import Code, Layout, Quantity, Rupiah, Text, Workbook


class Dpa(Workbook):
    """One row per program, kegiatan or sub kegiatan (form DPA-SKPD 2.2, Permendagri 13/2006 and 59/2007)."""

    code: Code = base.line_code("Kode", description="Kode program dan kegiatan; panjangnya membedakan tingkatnya.")
    activity_code: Code = base.activity_code()
    number: Text = base.number()
    name: Text = base.line_name("Uraian", description="Nama resmi program atau kegiatan.")
    location: Text = base.text("Lokasi Kegiatan", "Lokasi", telling=False, description="Lokasi kegiatan.")
    target: Quantity = base.quantity(
        "Target Kinerja (Kuantitatif)", "Target Kinerja", "Target", description="Target keluaran dengan satuannya."
    )
    fund: Text = base.text("Sumber Dana", telling=False, description="Sumber dana.")
    quarter_1: Rupiah = base.rupiah(
        "Triwulan I", "TW I", "TW 1", "Triwulan 1", period_of="budget", description="Rencana triwulan I."
    )
    quarter_2: Rupiah = base.rupiah(
        "Triwulan II", "TW II", "TW 2", "Triwulan 2", period_of="budget", description="Rencana triwulan II."
    )
    quarter_3: Rupiah = base.rupiah(
        "Triwulan III", "TW III", "TW 3", "Triwulan 3", period_of="budget", description="Rencana triwulan III."
    )
    quarter_4: Rupiah = base.rupiah(
        "Triwulan IV", "TW IV", "TW 4", "Triwulan 4", period_of="budget", description="Rencana triwulan IV."
    )
    budget: Rupiah = base.rupiah(
        "Jumlah",
        "Jumlah (Rp)",
        "Pagu Anggaran",
        "Pagu Anggaran (Rp)",
        "Pagu",
        "Pagu (Rp)",
        "Anggaran",
        "Anggaran (Rp)",
        "Jumlah Anggaran",
        "Jumlah Anggaran (Rp)",
        required=True,
        description="Pagu yang disahkan.",
    )
    note: Text = base.note()

    budget_is_not_negative = base.budget_is_not_negative("budget", "quarter_1", "quarter_2", "quarter_3", "quarter_4")

    class Config:
        title = "Dokumen Pelaksanaan Anggaran (DPA)"
        metadata = base.layouts(
            Layout(lines=True, titles=("Dokumen Pelaksanaan Anggaran", "DPA", "Rencana Kerja dan Anggaran", "RKA"))
        )
