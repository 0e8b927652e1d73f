"""Budget realization per program and kegiatan (Laporan Realisasi Anggaran)."""

from schemas import base
from schemas.base import Code, Layout, Percent, Rupiah, Text, Workbook

_TITLES = ("Laporan Realisasi", "Realisasi Anggaran", "Realisasi Keuangan", "Realisasi Belanja")


class Realization(Workbook):
    """One row per program, kegiatan or sub kegiatan, with what was spent of its budget."""

    code: Code = base.line_code("Kode")
    activity_code: Code = base.activity_code()
    number: Text = base.number()
    name: Text = base.line_name("Program/Kegiatan")
    budget_initial: Rupiah = base.rupiah(
        "Anggaran (Rp) (Awal)",
        "Anggaran Awal",
        "Anggaran Awal (Rp)",
        "Anggaran Murni",
        "Anggaran Murni (Rp)",
        "Anggaran Sebelum Perubahan (Rp)",
        "Anggaran Sebelum Perubahan",
        description="Pagu sebelum perubahan.",
    )
    budget: Rupiah = base.rupiah(
        "Anggaran (Rp)",
        "Anggaran",
        "Jumlah Anggaran",
        "Jumlah Anggaran (Rp)",
        "Pagu",
        "Pagu (Rp)",
        "Pagu Anggaran",
        "Pagu Anggaran (Rp)",
        required=True,
        description="Pagu yang menjadi dasar realisasi.",
    )
    realization: Rupiah = base.rupiah(
        "Realisasi (Rp)",
        "Realisasi",
        "Realisasi s.d. Bulan Ini (Rp)",
        "Realisasi s.d. Bulan Ini",
        "Realisasi s/d Bulan Ini",
        "Realisasi s/d Bulan Ini (Rp)",
        "Realisasi Anggaran",
        "Realisasi Anggaran (Rp)",
        "Realisasi Keuangan (Rp)",
        "Realisasi Keuangan",
        "Jumlah Realisasi",
        "Jumlah Realisasi (Rp)",
        required=True,
        description="Belanja yang terealisasi.",
    )
    remaining: Rupiah = base.rupiah(
        "Sisa Anggaran (Rp)",
        "Sisa Anggaran",
        "Sisa",
        "Sisa (Rp)",
        "Sisa Pagu",
        "Sisa Pagu Anggaran",
        "Efisiensi",
        "Efisiensi (Rp)",
        "Lebih / (Kurang)",
        difference=("budget", "realization"),
        description="Anggaran yang tidak terealisasi.",
    )
    realization_percent: Percent = base.percent(
        "%",
        "(%)",
        "Persen",
        "Persentase",
        "Persentase (%)",
        "Prosentase",
        "Prosentase (%)",
        "Persentase Realisasi (%)",
        "Prosentase Realisasi (%)",
        "Prosentasi Realisasi (%)",
        "Realisasi (%)",
        "% Realisasi",
        "% Realisasi Anggaran",
        quotient=("realization", "budget"),
        description="Realisasi terhadap anggaran.",
    )
    note: Text = base.note("Sumber Efisiensi")

    class Config:
        title = "Laporan Realisasi Anggaran"
        metadata = base.layouts(
            Layout(lines=True, titles=_TITLES),
            Layout(
                "revised",
                lines=True,
                titles=_TITLES,
                headers={
                    "budget": (
                        "Anggaran Setelah Perubahan (Rp)",
                        "Anggaran Setelah Perubahan",
                        "Anggaran (Rp) (Perubahan)",
                        "Anggaran Perubahan",
                        "Anggaran Perubahan (Rp)",
                        "Setelah Perubahan",
                        "Pagu Perubahan",
                        "Pagu Setelah Perubahan",
                        "Pagu Setelah Perubahan (Rp)",
                    )
                },
            ),
        )
