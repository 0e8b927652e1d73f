"""What a file is, told by its content: a workbook of some kind, another document, or something damaged."""

from __future__ import annotations

import codecs
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
_WORKBOOKS = frozenset({"xlsx", "xlsb", "xls", "ods", "csv"})
_TEXT_TABLES = frozenset({".csv", ".tsv"})
_OTHER_OFFICE = frozenset({".doc", ".docx", ".docm", ".ppt", ".pptx", ".pptm"})
_HEAD = 64 * 1024  # enough to tell every kind of text apart
_SMALL = 1024 * 1024  # the parts read from a zip are a few kilobytes; more is a trap

_PICTURES = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avif)", re.DOTALL
)
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|meta|title|style|body|div|center|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVE = re.compile(r"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version:|Content-Type:\s*multipart/)", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_SHEET_TYPE = re.compile(
    rb"(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macroEnabled)\.main\+xml"
)


@dataclass(frozen=True, slots=True)
class Container:
    """What a file is.

    ``name`` is xlsx (also xlsm and Strict), xlsb, xls, ods, encrypted, html, mhtml, csv, pdf, word, image, text, zip,
    empty, damaged or unknown. ``workbook`` tells whether it is a workbook or, by its extension, ought to be one.
    """

    name: str
    workbook: bool


def recognise(path: Path) -> Container:
    """Return what the file at ``path`` is. Never raises: what cannot be opened is ``damaged``."""
    suffix = path.suffix.lower()
    expected = suffix in SPREADSHEETS
    try:
        with path.open("rb") as handle:
            head = handle.read(_HEAD)
            name = _name(handle, head, suffix)
    except OSError:
        name = "damaged"
    if name == "unknown" and expected:
        name = "damaged"
    if name == "encrypted":
        return Container(name, suffix not in _OTHER_OFFICE)
    if name == "mhtml":
        return Container(name, expected or b"urn:schemas-microsoft-com:office:excel" in head)
    return Container(name, expected or name in _WORKBOOKS)


def _name(handle: BinaryIO, head: bytes, suffix: str) -> str:
    """Return the name of a container from its first bytes, and from its inner directory where it has one."""
    if not head:
        return "empty"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _inside(handle, _zip_name)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _inside(handle, _ole_name)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "word"
    if _PICTURES.match(head):
        return "image"
    return _text_name(head, suffix)


def _inside(handle: BinaryIO, look: Callable[[BinaryIO], str]) -> str:
    """Return what a look into a container's directory tells, or ``damaged`` where the directory is broken."""
    try:
        return look(handle)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, struct.error, KeyError, ValueError):
        return "damaged"


def _zip_name(handle: BinaryIO) -> str:
    """Return what a zip is: the content types of Office files, the mimetype of OpenDocument files."""
    with zipfile.ZipFile(handle) as archive:

        def part(name: str) -> bytes:
            if name not in names:
                return b""
            with archive.open(name) as member:
                return member.read(_SMALL)

        names = frozenset(archive.namelist())
        types, mimetype = part("[Content_Types].xml"), part("mimetype")
        if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return "encrypted" if b"encryption-data" in part("META-INF/manifest.xml") else "ods"
        # The main part decides: types of embedded documents and defaults for an extension may name any format.
        if _SHEET_TYPE.search(types) or "xl/workbook.xml" in names:
            return "xlsx"
        if "xl/workbook.bin" in names:
            return "xlsb"
        word = "word/document.xml" in names or mimetype.startswith(b"application/vnd.oasis.opendocument.text")
        return "word" if word else "zip"


def _ole_name(handle: BinaryIO) -> str:
    """Return what an OLE file is by the streams at its root; embedded documents further down say nothing."""
    streams = _ole_streams(handle)
    if "EncryptedPackage" in streams:
        return "encrypted"
    if streams & {"Workbook", "Book"}:
        return "xls"
    return "word" if "WordDocument" in streams else "unknown"


def _ole_streams(handle: BinaryIO) -> frozenset[str]:
    """Return the names at the root of an OLE file. Raises ``struct.error`` or ``ValueError`` where it is broken."""
    handle.seek(0)
    header = handle.read(512)
    shift, first = struct.unpack_from("<H", header, 30)[0], struct.unpack_from("<I", header, 48)[0]
    if shift not in (9, 12):
        raise ValueError("no sector size of an OLE file")
    size = 1 << shift

    def sector(index: int) -> bytes:
        handle.seek((index + 1) << shift)
        return handle.read(size)

    # The header lists the first 109 sectors of the chain table; longer lists matter only beyond 7 MB, and a
    # directory that far back is cut short there, which the names at its start outlive.
    chains = struct.unpack_from("<109I", header, 76)
    directory, seen = b"", set[int]()
    while first < 0xFFFFFFF0 and first not in seen and first // (size // 4) < len(chains):
        seen.add(first)
        directory += sector(first)
        first = struct.unpack_from("<I", sector(chains[first // (size // 4)]), first % (size // 4) * 4)[0]

    names, visited, pending = set[str](), set[int](), [struct.unpack_from("<I", directory, 76)[0]]
    while pending:
        index = pending.pop()
        if index in visited or (index + 1) * 128 > len(directory):
            continue
        visited.add(index)
        entry = directory[index * 128 : (index + 1) * 128]
        names.add(entry[: max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)].decode("utf-16-le", "replace"))
        pending.extend(struct.unpack_from("<2I", entry, 68))  # its neighbours; its own children are not at the root
    return frozenset(names)


def _text_name(head: bytes, suffix: str) -> str:
    """Return which kind of text a file is, or ``unknown`` where it is none."""
    text = _decoded(head)
    if _CONTROL.search(text):
        return "unknown"
    if _MARKUP.match(text):
        return "html"
    if _ARCHIVE.match(text):
        return "mhtml"
    if suffix in _TEXT_TABLES and re.search(r"[,;\t|]", text):
        return "csv"
    return "text"


def _decoded(head: bytes) -> str:
    """Return the start of a text; bytes that are no UTF-8 are read as Windows-1252, in which every letter is one."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    try:
        return codecs.getincrementaldecoder("utf-8-sig")().decode(head)  # a letter cut at the end is no error
    except UnicodeDecodeError:
        return head.decode("cp1252", "replace")
