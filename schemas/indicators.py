"""IKU, the main performance indicators of an office (Indikator Kinerja Utama)."""

import pandas as pd
import pandera.pandas as pa

from schemas import base
from schemas.base import Layout, Quantity, Text, Workbook


class Indicators(Workbook):
    """One row per indicator with target, result, obstacle and solution (LKjIP table III.A.3)."""

    number: Text = base.number()
    indicator: Text = base.text(
        "Indikator Kinerja Utama",
        "IKU Perangkat Daerah",
        "IKU",
        "Indikator Kinerja Utama (IKU)",
        "Indikator Kinerja",
        "Indikator",
        required=True,
        description="Indikator kinerja utama.",
    )
    target: Quantity = base.quantity(
        "Target",
        "Target Th. 2017",
        "Target Tahun 2017",
        "Target Kinerja",
        "Target 2017",
        required=True,
        description="Target tahun laporan.",
    )
    result: Quantity = base.quantity(
        "Realisasi",
        "Realisasi Th. 2017",
        "Realisasi Tahun 2017",
        "Realisasi Kinerja",
        "Realisasi 2017",
        required=True,
        description="Realisasi tahun laporan.",
    )
    obstacle: Text = base.text(
        "Hambatan",
        "Hambatan/Masalah dlm Mencapai Target",
        "Hambatan/Masalah dalam Mencapai Target",
        "Hambatan/Masalah",
        "Permasalahan",
        description="Hambatan mencapai target.",
    )
    solution: Text = base.text(
        "Upaya",
        "Upaya Pemecahan Hambatan/Masalah",
        "Upaya Pemecahan",
        "Upaya Pemecahan Masalah",
        "Solusi",
        "Tindak Lanjut",
        description="Upaya mengatasi hambatan.",
    )
    note: Text = base.note()

    @pa.check("indicator", name="indicator_stands_once", description='Indikator "{value}" tertulis lebih dari sekali.')
    def indicator_stands_once(cls, indicators: pd.Series) -> pd.Series:
        """An indicator stands once in one table."""
        tables = indicators.index.get_level_values(0).to_series(index=indicators.index)
        named = indicators.astype("string").str.casefold()
        return indicators.isna() | ~pd.DataFrame({"table": tables, "name": named}).duplicated(keep=False)

    class Config:
        title = "Indikator Kinerja Utama (IKU)"
        metadata = base.layouts(
            Layout(titles=("Indikator Kinerja Utama", "IKU", "Capaian", "Pengukuran Kinerja", "Evaluasi Kinerja"))
        )
