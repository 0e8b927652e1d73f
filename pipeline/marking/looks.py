"""The styles part: a cell's own look with another fill, and the looks of the list of findings."""

from __future__ import annotations

from pipeline.marking.mark import Tint
from pipeline.marking.parts import declared
from pipeline.marking.splice import Edit, Element, appended, elements, place_for, prefixed, spliced, with_attributes

COLOURS: dict[Tint, str] = {
    (False, "error"): "FFFFC7CE",
    (False, "warning"): "FFFFEB9C",
    (False, "note"): "FFDDEBF7",
    (True, "error"): "FFFFE8EB",
    (True, "warning"): "FFFFF8DC",
    (True, "note"): "FFF2F7FC",
}
"""The fill of each tint; paler for a cell that only takes part."""

_ORDER = (
    *("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"),
    *("cellStyles", "dxfs", "tableStyles", "colors", "extLst"),
)
_NO_FILL = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
_NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>"
_LINE = 'style="thin"><color rgb="FFBFBFBF"/>'
_BORDER = "".join(f"<{side} {_LINE}</{side}>" for side in ("left", "right", "top", "bottom"))
_SEEDS = {  # what Excel takes for granted at the first places
    "fonts": ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'],
    "fills": [f"{part}</fill>" for part in _NO_FILL.split("</fill>")[:2]],
    "borders": [_NO_BORDER],
    "cellXfs": ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
}
_FONT = '<font>{mark}<sz val="{size}"/><color rgb="{colour}"/><name val="Calibri"/><family val="2"/></font>'
_FONTS = {
    "plain": _FONT.format(mark="", size=10, colour="FF000000"),
    "bold": _FONT.format(mark="<b/>", size=10, colour="FF000000"),
    "title": _FONT.format(mark="<b/>", size=14, colour="FF000000"),
    "link": _FONT.format(mark="<u/>", size=10, colour="FF0563C1"),
}
LOOKS = {  # font, fill, framed, how it is aligned
    "title": ("title", None, False, 'vertical="top"'),
    "line": ("plain", None, False, 'vertical="top" wrapText="1"'),
    "heading": ("bold", "FFD9D9D9", True, 'horizontal="center" vertical="center" wrapText="1"'),
    "text": ("plain", None, True, 'vertical="top" wrapText="1"'),
    "number": ("plain", None, True, 'horizontal="center" vertical="top"'),
    "link": ("link", None, True, 'vertical="top" wrapText="1"'),
    "error": ("bold", COLOURS[False, "error"], True, 'horizontal="center" vertical="top" wrapText="1"'),
    "warning": ("bold", COLOURS[False, "warning"], True, 'horizontal="center" vertical="top" wrapText="1"'),
    "note": ("bold", COLOURS[False, "note"], True, 'horizontal="center" vertical="top" wrapText="1"'),
}
"""The looks of the list of findings."""


class Looks:
    """A styles part that grows: looks are asked for by their numbers, and ``data`` gives the part in the end."""

    def __init__(self, data: bytes) -> None:
        self.source = data
        self.found = elements(data)
        self.prefix = self.found[0].prefix
        self.present = {name: self._children(name) for name in _SEEDS}
        self.added: dict[str, list[bytes]] = {
            name: [prefixed(seed, self.prefix) for seed in seeds[len(self.present[name]) :]]
            for name, seeds in _SEEDS.items()
        }
        self.numbers: dict[tuple[str, bytes], int] = {}
        self.owned: dict[str, int] = {}

    def _children(self, name: str) -> list[Element]:
        child = {"cellXfs": "xf"}.get(name, name[:-1])
        return [found for found in self.found if found.path == f"styleSheet/{name}/{child}"]

    def tinted(self, look: int, tint: Tint) -> int:
        """Return the number of a look like another one, with the fill of a tint."""
        cells = self.present["cellXfs"]
        values = {"fillId": str(self._fill(COLOURS[tint])), "applyFill": "1"}
        if not cells:
            return self._number("cellXfs", with_attributes(self.added["cellXfs"][0], values))
        base = cells[look if 0 <= look < len(cells) else 0]
        tag = with_attributes(self.source[base.start : base.inner], values)
        return self._number("cellXfs", tag + self.source[base.inner : base.end])

    def own(self, name: str) -> int:
        """Return the number of a look of ``LOOKS``."""
        if name not in self.owned:
            self.owned[name] = self._own(name)
        return self.owned[name]

    def _own(self, name: str) -> int:
        font, colour, framed, aligned = LOOKS[name]
        values = {
            "numFmtId": "0",
            "fontId": str(self._number("fonts", self._xml(_FONTS[font]))),
            "fillId": str(self._fill(colour) if colour else 0),
            "borderId": str(
                self._number("borders", self._xml(f"<border>{_BORDER}<diagonal/></border>")) if framed else 0
            ),
        }
        if any(found.path == "styleSheet/cellStyleXfs/xf" for found in self.found):
            values["xfId"] = "0"
        applied = " ".join(f'apply{what}="1"' for what in ("Font", "Fill", "Border", "Alignment"))
        said = " ".join(f'{key}="{value}"' for key, value in values.items())
        return self._number("cellXfs", self._xml(f"<xf {said} {applied}><alignment {aligned}/></xf>"))

    def _fill(self, colour: str) -> int:
        pattern = f'<patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill>'
        return self._number("fills", self._xml(f"<fill>{pattern}</fill>"))

    def _xml(self, xml: str) -> bytes:
        return prefixed(xml, self.prefix)

    def _number(self, name: str, item: bytes) -> int:
        if (name, item) not in self.numbers:
            self.numbers[name, item] = len(self.present[name]) + len(self.added[name])
            self.added[name].append(item)
        return self.numbers[name, item]

    def data(self) -> bytes:
        """Return the part with all that was asked for."""
        root = self.found[0]
        children = [found for found in self.found if found.path.count("/") == 1]
        collections = {found.name: found for found in children}
        edits: list[Edit] = []
        missing: dict[int, bytes] = {}
        for name, items in self.added.items():
            count = {"count": str(len(self.present[name]) + len(items))}
            content = b"".join(items)
            if name in collections:
                edits += appended(self.source, collections[name], content, count) if items else []
            else:
                opening, ending = self._xml(f'<{name} count="{count["count"]}">'), self._xml(f"</{name}>")
                at = place_for(children, root, _ORDER[_ORDER.index(name) + 1 :])
                missing[at] = missing.get(at, b"") + opening + content + ending
        edits += [(at, at, content) for at, content in missing.items()]
        return spliced(self.source, edits)


def bare(space: str) -> bytes:
    """Return a styles part for a workbook that has none; ``space`` is the namespace of its sheets."""
    return declared(f'<styleSheet xmlns="{space}"></styleSheet>')
