"""Staff of an office by grade, by position and by education (Kepegawaian)."""

import pandas as pd
import pandera.pandas as pa

from schemas import base
from schemas.base import Count, Layout, Text, Workbook


class Staff(Workbook):
    """One row per grade, position or education with its number of persons (LKjIP I.C)."""

    number: Text = base.number()
    label: Text = base.text("Golongan", required=True, description="Golongan, jabatan, atau pendidikan.")
    persons: Count = base.count(
        "Jumlah Orang",
        "Jumlah",
        "Jumlah Pegawai",
        "Jumlah (Orang)",
        "Jml",
        "Banyaknya",
        required=True,
        description="Jumlah orang.",
    )
    note: Text = base.note()

    @pa.check("persons", name="persons_are_not_negative", description="Jumlah orang {value} kurang dari nol.")
    def persons_are_not_negative(cls, persons: pd.Series) -> pd.Series:
        """A number of persons is not negative."""
        return base.not_negative(persons)

    class Config:
        title = "Data Pegawai"
        metadata = base.layouts(
            Layout(
                "grade",
                headers={
                    "label": (
                        "PNS Golongan",
                        "Golongan",
                        "Golongan/Pangkat",
                        "Pangkat/Golongan",
                        "Kepangkatan",
                        "Pangkat",
                    )
                },
            ),
            Layout("position", headers={"label": ("Jabatan", "Nama Jabatan", "Eselon", "Eselon/Jabatan")}),
            Layout(
                "education",
                headers={"label": ("Jenis Pendidikan", "Pendidikan", "Tingkat Pendidikan", "Jenjang Pendidikan")},
            ),
        )
