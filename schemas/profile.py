"""Profile of an office: who reports, for which year, and how the report is to be computed."""

import pandas as pd
import pandera.pandas as pa

from schemas import base
from schemas.base import Code, Count, Date, Layout, Numbers, Percent, Text, Workbook


class Profile(Workbook):
    """One row in all: labels in one column, their values beside them."""

    office: Text = base.text(
        "Nama Perangkat Daerah", "Nama OPD", "Nama SKPD", "Perangkat Daerah", "Organisasi", "SKPD", "OPD"
    )
    government: Text = base.text("Pemerintah Daerah", "Pemerintah", "Nama Pemerintah Daerah")
    code: Code = base.code("Kode Organisasi", "Kode SKPD", "Kode OPD", "Kode Perangkat Daerah")
    year: Count = base.count("Tahun Anggaran", "Tahun", "Tahun Laporan")
    document: Text = base.text("Dokumen", "Judul", "Judul Laporan")
    place: Text = base.text("Tempat", "Kota", "Ibu Kota")
    report_date: Date = base.date("Tanggal Laporan", "Tanggal")
    signatory_position: Text = base.text("Jabatan Penanda Tangan", "Jabatan")
    signatory: Text = base.text("Nama Penanda Tangan", "Penanda Tangan", "Nama Pejabat")
    signatory_id: Text = base.text("NIP", "NIP Penanda Tangan")
    signatory_rank: Text = base.text("Pangkat Penanda Tangan", "Pangkat", "Pangkat/Golongan")
    cap: Percent = base.percent(
        "Batas Capaian", "Batas Capaian (%)", description="Batas atas capaian dalam persen; kosong: tanpa batas."
    )
    bands: Numbers = base.numbers(
        "Batas Predikat", description="Batas bawah Sangat Tinggi; Tinggi; Sedang; Rendah dalam persen: 91; 76; 66; 51."
    )
    lower_is_better: Text = base.text(
        "Indikator Makin Rendah Makin Baik", description="Nama indikator atau kegiatan, dipisahkan titik koma."
    )

    @pa.check("year", name="year_is_plausible", description="Tahun {value} bukan tahun anggaran.")
    def year_is_plausible(cls, years: pd.Series) -> pd.Series:
        """A fiscal year lies between 2000 and 2100."""
        return years.isna() | years.between(2000, 2100)

    @pa.check(
        "bands",
        name="bands_are_four_falling",
        description="Batas Predikat bukan empat angka yang menurun: 91; 76; 66; 51.",
    )
    def bands_are_four_falling(cls, bands: pd.Series) -> pd.Series:
        """Four lower bounds, the highest first."""
        return bands.map(
            lambda found: found is None or (len(found) == 4 and list(found) == sorted(found, reverse=True))
        )

    class Config:
        title = "Profil Perangkat Daerah"
        metadata = base.layouts(Layout(labels=True))
