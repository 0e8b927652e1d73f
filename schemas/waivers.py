"""Catatan Temuan: which findings staff accept, and why."""

from schemas import base
from schemas.base import Layout, Text, Workbook


class Waivers(Workbook):
    """One row per finding: its identity, the figures as they were, and what staff say of it."""

    number: Text = base.number()
    severity: Text = base.text("Tingkat", telling=False, description="Tingkat temuan; hanya untuk dibaca.")
    message: Text = base.text("Temuan", telling=False, description="Kalimat temuan; hanya untuk dibaca.")
    stated: Text = base.text("Tertulis", telling=False, description="Angka tertulis saat temuan diterima.")
    computed: Text = base.text("Dihitung", telling=False, description="Angka hitungan saat temuan diterima.")
    place: Text = base.text("Sel", telling=False, description="Sel temuan; hanya untuk dibaca.")
    reason: Text = base.text(
        "Alasan", "Alasan Diterima", required=True, telling=False, description="Mengapa temuan ini dapat diterima."
    )
    by: Text = base.text("Oleh", "Diterima Oleh", telling=False, description="Siapa yang menerimanya.")
    date: Text = base.text("Tanggal", "Tanggal Diterima", telling=False, description="Kapan diterima.")
    note: Text = base.note()
    finding: Text = base.text("Identitas Temuan", required=True, description="Identitas temuan; jangan diubah.")
    seal: Text = base.text("Sidik", telling=False, description="Tanda isi temuan saat ditulis; jangan diubah.")

    class Config:
        title = "Catatan Temuan"
        metadata = base.layouts(Layout(one=False))
