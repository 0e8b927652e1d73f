"""Targets and results per program and kegiatan (Realisasi Kinerja)."""

from schemas import base
from schemas.base import Code, Layout, Quantity, Text, Workbook


class Performance(Workbook):
    """One row per program or kegiatan with its target and its result (PermenPANRB 53/2014, LKjIP table III.A.1)."""

    code: Code = base.code("Kode", "Kode Rekening", description="Kode program dan kegiatan.")
    number: Text = base.number()
    name: Text = base.line_name("Nama Program dan Kegiatan", "Kegiatan", "Nama Kegiatan", "Uraian Kegiatan")
    indicator: Text = base.text(
        "Indikator Kinerja",
        "Indikator",
        "Indikator Kinerja Program/Kegiatan",
        "Indikator Keluaran",
        description="Indikator program atau kegiatan.",
    )
    target: Quantity = base.quantity(
        "Target",
        "Target Kinerja",
        "Target Th. 2017",
        "Target Tahun 2017",
        "Target Kinerja Tahun 2017",
        required=True,
        description="Target dengan satuannya.",
    )
    result: Quantity = base.quantity(
        "Realisasi",
        "Realisasi Kinerja",
        "Realisasi Th. 2017",
        "Realisasi Tahun 2017",
        "Realisasi Kinerja Tahun 2017",
        "Realisasi Target",
        required=True,
        description="Realisasi dengan satuannya.",
    )
    note: Text = base.note()

    class Config:
        title = "Realisasi Kinerja per Program dan Kegiatan"
        metadata = base.layouts(
            Layout(
                lines=True,
                titles=(
                    "Realisasi Kinerja",
                    "Realisasi Perjanjian Kinerja",
                    "Capaian",
                    "Pengukuran Kinerja",
                    "Evaluasi Kinerja",
                ),
            )
        )
