"""The main part of a workbook: its sheets, and a new sheet before all others."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.marking.parts import Parts
from pipeline.marking.splice import Edit, Element, appended, attribute, elements, place_for, prefixed, restyled, spliced

FIRST = "PERIKSA"
"""Title of the sheet that lists the findings; where it is taken, a number stands behind it."""

_BEHIND_VIEWS = ("sheets", "functionGroups", "externalReferences")
_BEHIND_NAMES = (
    *("calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes"),
    *("webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst"),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet as the main part lists it: ``kind`` is worksheet, chartsheet or dialogsheet."""

    title: str
    path: str
    kind: str
    hidden: bool


class Book:
    """The main part of a workbook."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.path = parts.target("", "officeDocument") or "xl/workbook.xml"
        self.data = parts.read(self.path)
        self.found = elements(self.data)
        self.space = self._namespace()
        references = {entry.id: entry for entry in parts.references(self.path)}
        self.tabs: list[Tab] = []
        for entry in self.listed:
            reference = references[next(value for key, value in entry.attributes.items() if key.endswith(":id"))]
            hidden = entry.attributes.get("state", "visible") != "visible"
            self.tabs.append(Tab(entry.attributes["name"], reference.target, reference.kind, hidden))

    @property
    def listed(self) -> list[Element]:
        """The elements that list the sheets."""
        return [found for found in self.found if found.path == "workbook/sheets/sheet"]

    def _namespace(self) -> str:
        root = self.found[0]
        return root.attributes[f"xmlns:{root.prefix[:-1]}" if root.prefix else "xmlns"]

    @property
    def free_title(self) -> str:
        """The title of the new sheet."""
        titles = {tab.title.casefold() for tab in self.tabs}
        names = [FIRST, *(f"{FIRST} {number}" for number in range(2, len(titles) + 3))]
        return next(name for name in names if name.casefold() not in titles)

    def put_first(self, title: str, path: str, repeated: int) -> None:
        """List a new worksheet before all others and let the workbook open there.

        ``repeated`` is the row of it that stands above each printed page.
        """
        number = max(int(entry.attributes["sheetId"]) for entry in self.listed) + 1
        reference = self.parts.refer(self.path, "worksheet", path)
        root, prefix = self.found[0], self.found[0].prefix
        values = attribute("name", title) + attribute("sheetId", str(number))
        values += referring(root, self.parts.space, reference)
        first = self.listed[0]
        edits: list[Edit] = [(first.start, first.start, f"<{prefix}sheet".encode() + values + b"/>")]
        edits += self._views() + self._names(title, repeated)
        self.parts.write(self.path, spliced(self.data, edits))

    def _views(self) -> list[Edit]:
        """Let every window show the first sheet."""
        views = [found for found in self.found if found.path == "workbook/bookViews/workbookView"]
        if views:
            return [restyled(self.data, view, {"activeTab": None, "firstSheet": None}) for view in views]
        return self._collected("bookViews", "<workbookView/>", _BEHIND_VIEWS)

    def _names(self, title: str, repeated: int) -> list[Edit]:
        """Names that belong to one sheet belong to its position, which is one further now."""
        names = [found for found in self.found if found.path == "workbook/definedNames/definedName"]
        edits = [
            restyled(self.data, name, {"localSheetId": str(int(name.attributes["localSheetId"]) + 1)})
            for name in names
            if "localSheetId" in name.attributes
        ]
        head = '<definedName name="_xlnm.Print_Titles" localSheetId="0">'
        content = f"{head}'{title}'!${repeated}:${repeated}</definedName>"
        return edits + self._collected("definedNames", content, _BEHIND_NAMES)

    def _collected(self, name: str, content: str, later: tuple[str, ...]) -> list[Edit]:
        """Put content into an element of the root, which is made before the ``later`` ones where it is missing."""
        root = self.found[0]
        children = [found for found in self.found if found.path.count("/") == 1]
        whole = next((found for found in children if found.name == name), None)
        if whole is not None:
            return appended(self.data, whole, prefixed(content, root.prefix))
        at = place_for(children, root, later)
        return [(at, at, prefixed(f"<{name}>{content}</{name}>", root.prefix))]


def referring(root: Element, space: str, reference: str) -> bytes:
    """Return the attribute by which an element refers to another part, declared where the root does not."""
    declared = root.attributes.get("xmlns:r") == f"{space}/relationships"
    return (b"" if declared else attribute("xmlns:r", f"{space}/relationships")) + attribute("r:id", reference)
