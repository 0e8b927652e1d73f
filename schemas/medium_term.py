"""Results of the year beside the medium-term targets (Renstra)."""

from schemas import base
from schemas.base import Code, Layout, Quantity, Text, Workbook


class MediumTerm(Workbook):
    """One row per program or kegiatan (PermenPANRB 53/2014, LKjIP table III.A.2)."""

    code: Code = base.code("Kode", "Kode Rekening", description="Kode program dan kegiatan.")
    number: Text = base.number()
    name: Text = base.line_name("Nama Program dan Kegiatan")
    result: Quantity = base.quantity(
        "Realisasi Tahun 2017",
        "Realisasi",
        "Realisasi Th. 2017",
        "Realisasi Kinerja Tahun 2017",
        "Realisasi Kinerja",
        required=True,
        description="Realisasi tahun laporan.",
    )
    medium_term_target: Quantity = base.quantity(
        "Target Jangka Menengah",
        "Target Jangka Menengah (Renstra)",
        "Target Renstra",
        "Target Akhir Renstra",
        "Target Akhir",
        "Target Renstra Tahun 2018",
        "Target Akhir Renstra Tahun 2018",
        "Target Jangka Menengah Tahun 2018",
        required=True,
        description="Target akhir Renstra.",
    )
    note: Text = base.note()

    class Config:
        title = "Realisasi Kinerja dan Target Jangka Menengah"
        metadata = base.layouts(Layout(lines=True, titles=("Jangka Menengah", "Renstra")))
