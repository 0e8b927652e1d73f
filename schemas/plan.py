"""Renja, the yearly work plan of an office (Rencana Kerja), with indicative ceilings."""

from schemas import base
from schemas.base import Code, Layout, Quantity, Rupiah, Text, Workbook


class Plan(Workbook):
    """One row per program or kegiatan with its indicator, target and indicative ceiling (LKjIP table II.A)."""

    code: Code = base.code("Kode", "Kode Rekening", description="Kode program dan kegiatan.")
    number: Text = base.number()
    name: Text = base.line_name(
        "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",
        "Urusan/Bidang Urusan/Program/Kegiatan",
        description="Nama program atau kegiatan menurut Renja.",
    )
    indicator: Text = base.text(
        "Indikator Kinerja Program / Sasaran Kegiatan",
        "Indikator Kinerja Program/Kegiatan",
        "Indikator Kinerja",
        "Indikator",
        "Sasaran Kegiatan",
        description="Indikator program atau sasaran kegiatan.",
    )
    location: Text = base.text("Lokasi", "Lokasi Kegiatan", telling=False, description="Lokasi.")
    target: Quantity = base.quantity(
        "Target Capaian Kinerja", "Target", "Target Kinerja", description="Target dengan satuannya."
    )
    amount: Rupiah = base.rupiah(
        "Kebutuhan Dana/Pagu Indikatif",
        "Kebutuhan Dana/ pagu indikatif dan Sumber Dana",
        "Kebutuhan Dana",
        "Pagu Indikatif",
        "Pagu Indikatif (Rp)",
        "Kebutuhan Dana/Pagu Indikatif (Rp)",
        required=True,
        description="Pagu indikatif.",
    )
    note: Text = base.note("Keterangan", "Sumber Dana", "Catatan")

    budget_is_not_negative = base.budget_is_not_negative("amount")

    class Config:
        title = "Rencana Kerja (Renja)"
        metadata = base.layouts(Layout(lines=True, titles=("Rencana Kerja", "Renja")))
