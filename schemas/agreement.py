"""Performance agreement between the head of an office and the regent (Perjanjian Kinerja)."""

from schemas import base
from schemas.base import Layout, Quantity, Rupiah, Text, Workbook


class Agreement(Workbook):
    """One row per indicator of a strategic goal, with the program that serves it (PermenPANRB 53/2014)."""

    number: Text = base.number(description="Nomor sasaran.", fill=True)
    goal: Text = base.text(
        "Sasaran Strategis", "Sasaran", "Sasaran Kinerja", required=True, fill=True, description="Sasaran strategis."
    )
    indicator: Text = base.text(
        "Indikator Kinerja", "Indikator", "Indikator Kinerja Utama", required=True, description="Indikator kinerja."
    )
    target: Quantity = base.quantity(
        "Target",
        "Target Kinerja",
        "Target Tahun 2017",
        "Target Th. 2017",
        "Target 2017",
        required=True,
        description="Target.",
    )
    program: Text = base.text(
        "Program",
        "Program/Kegiatan",
        "Program dan Kegiatan",
        "Nama Program",
        required=True,
        telling=False,
        description="Program pendukung.",
    )
    amount: Rupiah = base.rupiah(
        "Anggaran",
        "Anggaran (Rp)",
        "Jumlah Anggaran",
        "Jumlah Anggaran (Rp)",
        "Alokasi Anggaran",
        "Alokasi Anggaran (Rp)",
        "Pagu Anggaran",
        "Pagu Anggaran (Rp)",
        "Pagu",
        "Pagu (Rp)",
        "Jumlah",
        "Jumlah (Rp)",
        required=True,
        description="Anggaran.",
    )
    note: Text = base.note("Ket")

    budget_is_not_negative = base.budget_is_not_negative("amount")

    class Config:
        title = "Perjanjian Kinerja"
        metadata = base.layouts(
            Layout(
                stages={"initial": (), "revised": ("Perubahan",)},
                titles=("Perjanjian Kinerja", "Penetapan Kinerja"),
                parts=(("number", "goal", "indicator", "target", "note"), ("number", "program", "amount", "note")),
            )
        )
