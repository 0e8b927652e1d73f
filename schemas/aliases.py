"""Padanan: which budget line staff mean where a name alone does not tell."""

from schemas import base
from schemas.base import Layout, Text, Workbook

CHOICES = "Pilihan Nama Anggaran"
"""Heading of the list of names that a Padanan offers to choose from; a sheet that begins with it holds nothing else."""


class Aliases(Workbook):
    """One row per pair: a name as some workbook writes it, and the budget line's name or code."""

    number: Text = base.number()
    written: Text = base.text(
        "Nama Tertulis",
        "Nama di Dokumen",
        "Nama dalam Dokumen",
        "Nama",
        required=True,
        description="Nama seperti tertulis di buku kerja.",
    )
    meant: Text = base.text(
        "Nama atau Kode di Anggaran",
        "Nama di Anggaran",
        "Kode di Anggaran",
        "Nama/Kode Anggaran",
        "Nama atau Kode Anggaran",
        "Padanan",
        required=True,
        description="Nama atau kode baris anggaran yang dimaksud.",
    )
    note: Text = base.note()

    class Config:
        title = "Padanan Nama"
        metadata = base.layouts(Layout(one=False))
