"""Renja, the yearly work plan of an office (Rencana Kerja), with indicative ceilings."""

import pandas as pd
import pandera.pandas as pa

from schemas import base
from schemas.base import Code, Layout, Quantity, Rupiah, Text, Workbook


class Plan(Workbook):
    """One row per program or kegiatan with its indicator, target and indicative ceiling (LKjIP table II.A)."""

    code: Code = base.code("Kode", "Kode Rekening", description="Kode program dan kegiatan.")
    number: Text = base.text("No", "No.", "No Urut", "Nomor", telling=False, description="Nomor urut.")
    name: Text = base.text(
        "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",
        "Program/Kegiatan",
        "Program dan Kegiatan",
        "Nama Program dan Kegiatan",
        "Urusan/Bidang Urusan/Program/Kegiatan",
        "Uraian",
        required=True,
        telling=False,
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
    note: Text = base.text("Keterangan", "Ket", "Sumber Dana", "Catatan", telling=False, description="Keterangan.")

    @pa.check("amount", name="budget_is_not_negative", description="Anggaran {value} kurang dari nol.")
    def budget_is_not_negative(cls, amounts: pd.Series) -> pd.Series:
        """A budget is no negative amount."""
        return base.not_negative(amounts)

    class Config:
        title = "Rencana Kerja (Renja)"
        metadata = base.layouts(Layout(lines=True))
