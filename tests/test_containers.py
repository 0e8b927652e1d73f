"""What a file is depends on its content; its name matters only where the content is damaged."""

import io
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from pipeline.containers import Container, recognise

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
ARCHIVE = b"From: <Saved by Blink>\nDate: Tue, 5 Jan 2021\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n"


def workbook() -> bytes:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


def zipped(**parts: bytes | str) -> bytes:
    """A zip; in the names of parts ``__`` is ``/`` and ``_`` is a dot, ``types`` stands for the content types."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(
                "[Content_Types].xml" if name == "types" else name.replace("__", "/").replace("_", "."), content
            )
    return buffer.getvalue()


def ole(*names: str, below: str = "") -> bytes:
    """An OLE file of three sectors: chains, directory, nothing. ``names`` stand at its root, ``below`` in the first."""

    def entry(name: str, kind: int, right: int = -1, child: int = -1) -> bytes:
        text = name.encode("utf-16-le")
        return struct.pack("<64sHBB3i", text, len(text) + 2, kind, 1, -1, right, child) + bytes(48)

    entries = [entry("Root Entry", 5, child=1)]
    for index, name in enumerate(names, 1):
        right = index + 1 if index < len(names) else -1
        entries.append(entry(name, 2, right, len(names) + 1 if below and index == 1 else -1))
    if below:
        entries.append(entry(below, 2))
    directory = b"".join(entries).ljust(1024, b"\0")
    chains = struct.pack("<128i", -3, 2, -2, *[-1] * 125)  # the directory takes sectors 1 and 2
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<i", header, 48, 1)
    struct.pack_into("<109i", header, 76, 0, *[-1] * 108)
    return bytes(header) + chains + directory


def recognised(tmp_path: Path, name: str, content: bytes) -> Container:
    path = tmp_path / name
    path.write_bytes(content)
    return recognise(path)


@pytest.mark.parametrize(
    ("file", "content", "name", "is_workbook"),
    [
        # workbooks, whatever they are called
        ("a.xlsx", workbook(), "xlsx", True),
        ("a.xls", workbook(), "xlsx", True),
        ("a.pdf", workbook(), "xlsx", True),
        ("a.xlsm", zipped(types=MACRO), "xlsx", True),
        ("a.xlsx", zipped(types=SHEET + BINARY), "xlsx", True),  # a default type for .bin says nothing
        ("a.xlsb", zipped(types=BINARY, xl__workbook_bin=""), "xlsb", True),
        ("a.ods", zipped(mimetype=ODS), "ods", True),
        ("a.xls", ole("Workbook"), "xls", True),
        ("a.doc", ole("Book"), "xls", True),
        ("a.xls", ole("a", "b", "c", "d", "Workbook"), "xls", True),  # the directory's second sector
        # encrypted
        ("a.xlsx", ole("DataSpaces", "EncryptedPackage"), "encrypted", True),
        ("a", ole("EncryptedPackage"), "encrypted", True),
        ("a.docx", ole("EncryptedPackage"), "encrypted", False),
        ("a.ods", zipped(mimetype=ODS, **{"META-INF__manifest_xml": "<encryption-data/>"}), "encrypted", True),
        # text that holds a table
        ("a.xls", b"<html><table><tr><td>1</table>", "html", True),
        ("a.xlsx", "\ufeff<!-- x --> <TABLE>".encode(), "html", True),
        ("a.xls", "<html><table>".encode("utf-16"), "html", True),
        ("a.html", b"<!DOCTYPE html><table>", "html", False),
        ("a.xls", ARCHIVE + b"<table>", "mhtml", True),
        ("a.mht", ARCHIVE + b'<html xmlns:x=3D"urn:schemas-microsoft-com:office:excel">', "mhtml", True),
        ("a.mht", ARCHIVE + b"<p>Undangan", "mhtml", False),
        ("a.csv", b"Kode;Uraian\n1;Caf\xe9\n", "csv", True),
        ("a.CSV", "Kode,Uraian\n1,Kafé\n".encode(), "csv", True),
        ("a.tsv", "Kode\tUraian".encode("utf-16"), "csv", True),
        ("a.csv", b"satu kolom", "text", False),
        ("a.txt", b"Kode,Uraian", "text", False),
        ("a.md", b"# Catatan", "text", False),
        ("a.xlsx", b"Kode\tUraian\n", "text", True),
        ("a.csv", "é".encode().rjust(64 * 1024 + 1, b","), "csv", True),  # a letter cut in two at the end of the head
        # other documents
        ("a.pdf", b"%PDF-1.7\n\x01", "pdf", False),
        ("a.xlsx", b"%PDF-1.7\n\x01", "pdf", True),
        ("a.docx", zipped(word__document_xml=""), "word", False),
        ("a.xlsx", zipped(word__document_xml="", word__embeddings__a_xlsx=workbook()), "word", True),
        ("a.doc", ole("WordDocument", below="Workbook"), "word", False),
        ("a.rtf", b"{\\rtf1", "word", False),
        ("a.png", b"\x89PNG\r\n\x1a\n", "image", False),
        ("a.xlsx", b"\xff\xd8\xff\xe0", "image", True),
        ("a.zip", zipped(a_txt="a"), "zip", False),
        ("a.xlsx", zipped(a_txt="a"), "zip", True),
        ("a.ppt", ole("PowerPoint Document"), "unknown", False),
        ("a.bin", b"\0\x01\x02", "unknown", False),
        # damaged
        ("a.xlsx", b"", "empty", True),
        ("a.txt", b"", "empty", False),
        ("a.xlsx", workbook()[:2000], "damaged", True),
        ("a.zip", workbook()[:2000], "damaged", False),
        ("a.xlsx", bytes(4096), "damaged", True),
        ("a.xls", ole("Workbook")[:600], "damaged", True),
        ("a.xls", ole("Workbook")[:100], "damaged", True),
        ("a.xls", ole("Contents"), "damaged", True),
    ],
)
def test_name_and_workbook(tmp_path: Path, file: str, content: bytes, name: str, is_workbook: bool) -> None:
    assert recognised(tmp_path, file, content) == Container(name, is_workbook)


@pytest.mark.parametrize(("file", "is_workbook"), [("gone.xlsx", True), ("gone.txt", False)])
def test_file_that_cannot_be_opened(tmp_path: Path, file: str, is_workbook: bool) -> None:
    assert recognise(tmp_path / file) == Container("damaged", is_workbook)


def test_directory_that_runs_in_a_circle(tmp_path: Path) -> None:
    content = bytearray(ole("Workbook"))
    struct.pack_into("<i", content, 512 + 8, 1)  # sector 2 is followed by sector 1 again
    assert recognised(tmp_path, "a.xls", bytes(content)) == Container("xls", True)
