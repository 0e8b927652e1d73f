"""An .xlsx or .xlsm becomes its marked copy: only the parts in which something is shown are changed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from pipeline.marking import balloons, cells, looks, notes, overview, properties, sheet
from pipeline.marking.book import Book, referring
from pipeline.marking.mark import Mark, Paint, Place, joined, paints
from pipeline.marking.parts import Parts
from pipeline.marking.splice import Edit, place_for, prefixed, spliced, with_attributes
from pipeline.messages import text

_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_VIEW = re.compile(rb"""<(?:[\w.-]+:)?sheetView(?:\s+[^\s=/>"']+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_SELECTED = re.compile(rb"""\stabSelected\s*=\s*["'](?:1|true)["']""")
_BEHIND_BALLOONS = (
    *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems"),
    *("tableParts", "extLst", "AlternateContent"),
)


def patched(data: bytes, name: str, marks: Sequence[Mark], remarks: Sequence[str], language: str) -> bytes:
    """Return the copy; ``remarks`` are lines above the list of findings.

    Raises what reading a broken zip or XML raises: ``zipfile.BadZipFile``, ``zlib.error``, ``expat.ExpatError``,
    ``KeyError`` or ValueError.
    """
    parts = Parts(data)
    book = Book(parts)
    worksheets = {tab.title: tab for tab in book.tabs if tab.kind == "worksheet"}
    styles = parts.target(book.path, "styles")
    if styles is None or styles not in parts:
        styles = posixpath.join(posixpath.dirname(book.path), "styles.xml")
        parts.write(styles, looks.bare(book.space))
        parts.declare(styles, f"{_TYPES}.styles+xml")
        parts.refer(book.path, "styles", styles)
    look = looks.Looks(parts.read(styles))
    copy = _Copy(parts, book, look)
    for title, paint in paints(marks, language).items():
        if title in worksheets:
            copy.show(worksheets[title].path, paint)
    for tab in book.tabs:
        copy.deselect(tab.path)
    above = overview.lines(name, [*remarks, *_signed(parts, language)], language)
    path = parts.free(posixpath.join(posixpath.dirname(book.path), "worksheets/periksa{}.xml"))
    told = dict.fromkeys(copy.threaded, text("marked.threaded", language))
    tabs = {tab.title: tab.hidden for tab in worksheets.values()}
    parts.write(path, overview.sheet(above, marks, told, tabs, look, book.space, language))
    parts.declare(path, f"{_TYPES}.worksheet+xml")
    book.put_first(book.free_title, path, overview.header_row(above))
    parts.write(styles, look.data())
    properties.own(parts)
    return parts.data()


def _signed(parts: Parts, language: str) -> list[str]:
    signed = any(name.startswith("_xmlsignatures/") for name in parts.members)
    return [text("marked.signed", language)] if signed else []


class _Copy:
    """The worksheets of a copy while they are changed."""

    def __init__(self, parts: Parts, book: Book, look: looks.Looks) -> None:
        self.parts, self.book, self.look = parts, book, look
        self.blocks = balloons.taken(parts.read(name) for name in parts.names(".vml"))
        self.threaded: set[int] = set()  # positions of the marks that cannot be told at their cells

    def show(self, path: str, paint: Paint) -> None:
        """Colour the cells of a worksheet and write what is to be said of them."""
        data = self.parts.read(path)
        there = joined(paint, sheet.merges(data))
        found = sheet.read(data, {row for row, _ in there.tints})
        edits = cells.coloured(found, there.tints, self.look)
        edits += self._tell(path, found, there)
        self.parts.write(path, spliced(data, edits))

    def _tell(self, path: str, found: sheet.Sheet, paint: Paint) -> list[Edit]:
        """Write the notes of a worksheet; return the edits by which it knows of them."""
        part = self.parts.target(path, "comments")
        known = notes.Notes(self.parts.read(part) if part else notes.bare(self.book.space))
        words: dict[Place, str] = {}
        for place, said in paint.words.items():
            if known.threaded(place):
                self.threaded.update(position for position, _ in said)
            else:
                words[place] = "\n\n".join(entry for _, entry in said)
        if not words:
            return []
        drawing, edits = self._drawing(path, found)
        old = set(known.places)
        shown = {place: said for place, said in words.items() if place not in old}
        data = self.parts.read(drawing) if drawing in self.parts else None
        if data is None:  # the notes that a person wrote have no balloons either
            shown |= {place: words.get(place, "") for place in old}
        if shown:
            self.parts.write(drawing, balloons.drawn(data, shown, found, self.blocks))
        if part is None:
            part = self.parts.free(posixpath.join(posixpath.dirname(self.book.path), "comments{}.xml"))
            self.parts.declare(part, f"{_TYPES}.comments+xml")
            self.parts.refer(path, "comments", part)
        self.parts.write(part, known.with_words(words))
        return edits

    def _drawing(self, path: str, found: sheet.Sheet) -> tuple[str, list[Edit]]:
        """Return the path of the drawing for balloons, and the edits that add it where there is none."""
        listed = next((child for child in found.children if child.name == "legacyDrawing"), None)
        if listed is not None:
            id_ = next(value for key, value in listed.attributes.items() if key.endswith(":id"))
            return next(entry.target for entry in self.parts.references(path) if entry.id == id_), []
        drawing = self.parts.free(posixpath.join(posixpath.dirname(self.book.path), "drawings/vmlDrawing{}.vml"))
        self.parts.declare_extension("vml", _DRAWING)
        root = found.root
        if root is None:
            raise ValueError("no worksheet")
        said = referring(root, self.parts.space, self.parts.refer(path, "vmlDrawing", drawing))
        behind = [child for child in found.children if child.start >= found.body.end]
        at = place_for(behind, root, _BEHIND_BALLOONS)
        return drawing, [(at, at, prefixed("<legacyDrawing", root.prefix) + said + b"/>")]

    def deselect(self, path: str) -> None:
        """Let no other sheet be selected beside the first: whoever types into one would type into all."""
        data = self.parts.read(path)
        end = data.find(b"sheetData")
        views = _VIEW.finditer(data, 0, end if end >= 0 else len(data))
        edits = [
            (*view.span(), with_attributes(view.group(), {"tabSelected": None}))
            for view in views
            if _SELECTED.search(view.group())
        ]
        if edits:
            self.parts.write(path, spliced(data, edits))
