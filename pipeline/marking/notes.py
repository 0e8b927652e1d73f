"""The part that holds the notes of a worksheet's cells; the notes that a person wrote stay, ours stand behind them."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.marking.mark import Place, area, reference
from pipeline.marking.splice import Edit, Element, appended, elements, escaped, place_for, prefixed, spliced

AUTHOR = "Pemeriksaan"
LONGEST = 32_000
"""Characters of a note; Excel keeps 32,767."""
_LOOK = '<rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>'
_THREAD = "tc="  # so begins the author of a note that stands for a conversation, which Excel writes anew from elsewhere


def bare(space: str) -> bytes:
    """Return a part without notes; ``space`` is the namespace of the sheets."""
    root = f'<comments xmlns="{space}"><authors></authors><commentList></commentList></comments>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'.encode("ascii")


class Notes:
    """A part of notes that gets new ones."""

    def __init__(self, data: bytes) -> None:
        self.source = data
        self.found = elements(data)
        authors = [found for found in self.found if found.path == "comments/authors/author"]
        self.authors = [data[found.inner : found.close].strip() for found in authors]
        self.notes = {
            found.attributes["ref"].replace("$", ""): found
            for found in self.found
            if found.path == "comments/commentList/comment"
        }

    def threaded(self, place: Place) -> bool:
        """Tell whether a conversation hangs at a cell, into which nothing can be written here."""
        note = self.notes.get(reference(place))
        author = int(note.attributes.get("authorId", 0)) if note else len(self.authors)
        return author < len(self.authors) and self.authors[author].startswith(_THREAD.encode())

    @property
    def places(self) -> list[Place]:
        """The cells that have a note."""
        areas = (area(ref) for ref in self.notes)
        return [found[:2] for found in areas if found is not None]

    def with_words(self, words: Mapping[Place, str]) -> bytes:
        """Return the part with words at some cells; none of them may be ``threaded``."""
        edits: list[Edit] = []
        new = b""
        for place, said in sorted(words.items()):
            note = self.notes.get(reference(place))
            if note is None:
                text = f"<text>{_run(said)}</text>"
                new += self._xml(f'<comment ref="{reference(place)}" authorId="{len(self.authors)}">{text}</comment>')
            else:
                edits += self._extended(note, said)
        if new:
            edits += appended(self.source, self._one("authors"), self._xml(f"<author>{AUTHOR}</author>"))
            edits += appended(self.source, self._one("commentList"), new)
        return spliced(self.source, edits)

    def _extended(self, note: Element, said: str) -> list[Edit]:
        """Return the edits that put words behind those that a note has."""
        inside = [found for found in self.found if note.start < found.start < note.end]
        text = next(found for found in inside if found.path == "comments/commentList/comment/text")
        children = [found for found in inside if found.path == f"{text.path}/{found.name}"]
        run = self._xml(_run(f"\n\n{said}"))
        if text.inner == text.end:
            return appended(self.source, text, run)
        edits: list[Edit] = []
        for plain in (child for child in children if child.name == "t"):  # a plain text beside runs may not be shown
            edits += [(plain.start, plain.start, self._xml("<r>")), (plain.end, plain.end, self._xml("</r>"))]
        at = place_for(children, text, ("rPh", "phoneticPr"))
        return [*edits, (at, at, run)]

    def _one(self, name: str) -> Element:
        return next(found for found in self.found if found.path == f"comments/{name}")

    def _xml(self, xml: str) -> bytes:
        return prefixed(xml, self.found[0].prefix)


def _run(said: str) -> str:
    return f'<r>{_LOOK}<t xml:space="preserve">{escaped(said[:LONGEST])}</t></r>'
