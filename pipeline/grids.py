"""A workbook file becomes grids of raw cells: the only place that opens foreign workbooks.

Values come from calamine. What calamine does not tell of an .xlsx (formulas, number formats, bold, hidden rows and
columns, errors, formulas without a stored value) comes from one streaming pass over the XML of each worksheet. The
pass runs first, since it also tells whether the reader may be let loose: calamine lays a sheet out as a dense
rectangle, and one stray cell at XFD1048576 makes it abort the whole process.
"""

from __future__ import annotations

import posixpath
import warnings
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeVar
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.formula.translate import Translator
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from pipeline.containers import recognise
from pipeline.model import OWN_PROPERTY, Area, Grid, Problem, Raw, Reading, letter

LARGEST_MEMBER, LARGEST_TOTAL = 1_500_000_000, 3_000_000_000  # bytes that the parts of a zip may declare
LARGEST_RECTANGLE = 20_000_000  # cells that calamine may lay out
LARGEST_DETAIL = 400_000  # cells up to which stored formulas are kept, and up to which openpyxl may load a file

_READABLE = frozenset({"xlsx", "xlsb", "xls", "ods"})
_REASONS = {"empty": "empty_file", "zip": "damaged", "unknown": "damaged"}
_CHUNK = 1 << 20

P = ParamSpec("P")
T = TypeVar("T")
Place = tuple[int, int]  # row and column, counted from 1


def read(path: Path, file: str) -> Reading:
    """Return the worksheets of the file at ``path``; ``file`` is the name that its cells carry.

    Never raises for what a file holds. The reason of a problem is damaged, empty_file, text, encrypted, html, mhtml,
    csv, pdf, word, image or too_large; sheets that could be read stand in ``grids`` beside the problem of the others.
    """
    name = recognise(path).name
    if name not in _READABLE:
        return Reading(problem=Problem(_REASONS.get(name, name)))
    package = _Package() if name == "xls" else _attempt(_package, path, name)
    if isinstance(package, Problem):
        return Reading(problem=package)
    # By the name of a file calamine says better what is wrong with it; by its content it opens what is misnamed.
    by_name = path.suffix.lower() == f".{name}"
    with path.open("rb") as handle:
        book = _attempt(CalamineWorkbook.from_object, path if by_name else handle)
        if isinstance(book, Problem):
            return Reading(problem=book, ours=package.ours)
        distant = _attempt(_distant, path, package)
        sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        answers = [
            _attempt(_grid, book, file, sheet.name, sheet.visible != SheetVisibleEnum.Visible, package, distant)
            for sheet in sheets
        ]
    grids = tuple(answer for answer in answers if isinstance(answer, Grid))
    problems = [answer for answer in answers if isinstance(answer, Problem)]
    if not answers:
        problems.append(Problem("damaged"))
    return Reading(grids, problems[0] if problems else None, package.ours)


def _attempt(step: Callable[P, T | Problem], *args: P.args, **kwargs: P.kwargs) -> T | Problem:
    """Return what a step over foreign content gives, or the problem that stopped it."""
    try:
        return step(*args, **kwargs)
    except PasswordError:
        return Problem("encrypted")
    except MemoryError:
        return Problem("too_large")
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # calamine panics with an exception that is no Exception
        return Problem("too_large" if "Cell limit exceeded" in str(error) else "damaged")


# The package: the parts of a zip and what they tell of the whole workbook.


@dataclass(frozen=True, slots=True)
class _Package:
    """What the zip tells beside the values: the survey of each worksheet, (number format, bold) of each style."""

    surveys: Mapping[str, _Survey | Problem] | None = None  # None for a format that is not surveyed
    styles: tuple[tuple[str, bool], ...] = ()
    ours: bool = False


def _package(path: Path, name: str) -> _Package | Problem:
    """Survey the zip at ``path``: an .xlsx in full, of another format only the size that it declares."""
    with zipfile.ZipFile(path) as archive:
        sizes = [entry.file_size for entry in archive.infolist()]
        if max(sizes) > LARGEST_MEMBER or sum(sizes) > LARGEST_TOTAL:
            return Problem("too_large")
        if name != "xlsx":
            return _Package()
        members = {name.replace("\\", "/").lower(): name for name in archive.namelist()}

        def part(name: str) -> bytes:
            return archive.read(members[name.lower()]) if name.lower() in members else b""

        def related(owner: str) -> dict[str, tuple[str, str]]:
            """Return kind and path of the parts that a part refers to, by the identifier of the reference."""
            folder, base = posixpath.split(owner)
            return {
                attributes["Id"]: (
                    posixpath.basename(attributes["Type"]),
                    posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/"),
                )
                for path, attributes in _elements(part(posixpath.join(folder, "_rels", f"{base}.rels")))
                if path == "Relationships/Relationship"
            }

        main = next((target for kind, target in related("").values() if kind == "officeDocument"), "xl/workbook.xml")
        references = related(main)
        surveys: dict[str, _Survey | Problem] = {}
        for element, attributes in _elements(part(main)):
            kind, target = references.get(attributes.get("id", ""), ("", ""))
            if element == "workbook/sheets/sheet" and kind == "worksheet":
                surveys[attributes["name"]] = _attempt(_survey, archive, members.get(target.lower(), target))
        styles = _attempt(_styles, part(next((target for kind, target in references.values() if kind == "styles"), "")))
        return _Package(surveys, () if isinstance(styles, Problem) else styles, _is_ours(part("docProps/custom.xml")))


def _is_ours(properties: bytes) -> bool:
    """Whether the custom document properties mark a report of this program."""
    return any(attributes.get("name") == OWN_PROPERTY for _, attributes in _elements(properties))


def _elements(data: bytes) -> list[tuple[str, dict[str, str]]]:
    """Return path and attributes of each element of a small XML part, in order, all names without namespaces."""
    found: list[tuple[str, dict[str, str]]] = []
    open_names: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        open_names.append(_local(tag))
        found.append(("/".join(open_names), {_local(key): value for key, value in attributes.items()}))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_names.pop()
    if data:
        parser.Parse(data, True)
    return found


@lru_cache(maxsize=256)
def _local(name: str) -> str:
    """Return a name without its namespace; asked for each element of a sheet, of which there are few kinds."""
    return name.rpartition(" ")[2]


def _styles(data: bytes) -> tuple[tuple[str, bool], ...]:
    """Return number format and bold of each cell style."""
    formats: dict[int, str] = dict(BUILTIN_FORMATS)
    bold: list[bool] = []
    styles: list[tuple[int, int]] = []
    for path, attributes in _elements(data):
        match path:
            case "styleSheet/numFmts/numFmt":
                formats[int(attributes["numFmtId"])] = attributes["formatCode"]
            case "styleSheet/fonts/font":
                bold.append(False)
            case "styleSheet/fonts/font/b":
                bold[-1] = attributes.get("val", "1") in ("1", "true")
            case "styleSheet/cellXfs/xf":
                styles.append((int(attributes.get("numFmtId", 0)), int(attributes.get("fontId", 0))))
    return tuple((formats.get(number, "General"), font < len(bold) and bold[font]) for number, font in styles)


# The survey: one pass over a worksheet's XML.


class _Fact(NamedTuple):
    """What the XML says of a cell that holds something."""

    style: int
    formula: str | None
    stored: bool
    error: bool


@dataclass(slots=True)
class _Survey:
    """Facts and extent of a worksheet, from its cells alone: the dimension that it states may lie."""

    facts: dict[Place, _Fact] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    elements: int = 0  # cells, the empty ones included

    @property
    def rectangle(self) -> int:
        """The number of cells of the smallest rectangle around all cells that hold something."""
        rows, columns = {row for row, _ in self.facts}, {column for _, column in self.facts}
        return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) if rows else 0


class _Handler:
    """Turns the events of the XML parser into a survey."""

    def __init__(self) -> None:
        self.survey = _Survey()
        self.row = self.column = 0
        self.cell: dict[str, str] | None = None  # attributes of the cell that is open
        self.formula: dict[str, str] | None = None  # attributes of its formula
        self.formula_text = ""
        self.filled = False
        self.text: list[str] = []
        self.masters: dict[str, Translator] = {}  # formulas that many cells share, where each stands first
        self.sharing: list[tuple[Place, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if name == "c":
            self.survey.elements += 1
            if "r" in attributes:
                self.row, self.column = coordinate_to_tuple(attributes["r"])
            else:
                self.column += 1
            self.cell, self.formula, self.formula_text, self.filled = attributes, None, "", False
            self.text.clear()
        elif name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
            if attributes.get("hidden") in ("1", "true"):
                self.survey.hidden_rows.add(self.row)
        elif name in ("f", "v"):
            self.text.clear()
            if name == "f":
                self.formula = attributes
        elif name == "is":
            self.filled = True
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self.survey.hidden_columns.update(range(int(attributes["min"]), min(int(attributes["max"]), 16384) + 1))
        elif name == "mergeCell":
            left, top, right, bottom = range_boundaries(attributes["ref"])
            self.survey.merges.append((top, left, bottom, right))

    def end(self, tag: str) -> None:
        name = _local(tag)
        if self.cell is None:
            return
        if name == "f":
            self.formula_text = "".join(self.text)
        elif name == "v":
            # An empty value is a stored empty text only where the cell is said to be text.
            self.filled = bool("".join(self.text)) or self.cell.get("t") == "str"
        elif name == "c":
            self._close(self.cell)
            self.cell = None

    def _close(self, cell: dict[str, str]) -> None:
        """Note a cell that is complete, if it holds something."""
        if self.formula is None and not self.filled:
            return
        formula = None
        if self.formula is not None:
            formula = f"={self.formula_text}" if self.formula.get("t") != "dataTable" else "=TABLE()"
            shared = self.formula.get("si") if self.formula.get("t") == "shared" else None
            if shared is not None and self.formula_text:
                with suppress(TokenizerError):  # what openpyxl cannot read stays "=" in the cells that share it
                    self.masters[shared] = Translator(formula, f"{letter(self.column)}{self.row}")
            elif shared is not None:
                self.sharing.append(((self.row, self.column), shared))
        fact = _Fact(int(cell.get("s", 0)), formula, self.filled, cell.get("t") == "e" and self.filled)
        self.survey.facts[self.row, self.column] = fact

    def finished(self) -> _Survey:
        """Return the survey with the formulas that many cells share written out for each of them."""
        facts = self.survey.facts
        detailed = self.survey.elements <= LARGEST_DETAIL
        for place, shared in self.sharing:
            if shared in self.masters and (detailed or not facts[place].stored):
                row, column = place
                formula = self.masters[shared].translate_formula(f"{letter(column)}{row}")
                facts[place] = facts[place]._replace(formula=formula)
        if not detailed:
            for place, fact in facts.items():
                if fact.stored and fact.formula is not None:
                    facts[place] = fact._replace(formula=None)
        return self.survey


def _survey(archive: zipfile.ZipFile, member: str) -> _Survey:
    """Survey the worksheet part named ``member``, a piece at a time."""
    handler = _Handler()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text.append
    with archive.open(member) as part:
        while piece := part.read(_CHUNK):
            parser.Parse(piece, False)
    parser.Parse(b"", True)
    return handler.finished()


# The grids: values and facts together.


def _grid(
    book: CalamineWorkbook,
    file: str,
    title: str,
    hidden: bool,
    package: _Package,
    distant: Mapping[str, Mapping[Place, Any]] | Problem,
) -> Grid | Problem:
    """Return one worksheet; ``distant`` holds the values of the sheets that calamine must not touch."""
    if package.surveys is None:
        sheet = book.get_sheet_by_name(title)
        merges = tuple((top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in _merged(sheet))
        return Grid(file, title, {place: Raw(value) for place, value in _values(sheet).items()}, merges, hidden)
    survey = package.surveys.get(title, Problem("damaged"))
    if isinstance(survey, Problem):
        return survey
    if survey.rectangle <= LARGEST_RECTANGLE:
        values: Mapping[Place, Any] = _values(book.get_sheet_by_name(title))
    elif isinstance(distant, Problem):
        return distant
    else:
        values = distant[title]
    return Grid(
        file,
        title,
        _cells(survey, values, package.styles),
        tuple(survey.merges),
        hidden,
        frozenset(survey.hidden_rows),
        frozenset(survey.hidden_columns),
    )


def _cells(survey: _Survey, values: Mapping[Place, Any], styles: tuple[tuple[str, bool], ...]) -> dict[Place, Raw]:
    """Return the raw cells of a surveyed sheet in reading order."""
    cells: dict[Place, Raw] = {}
    for place, fact in sorted(survey.facts.items()):
        value = Problem("error_value") if fact.error else values.get(place)
        number_format, bold = styles[fact.style] if fact.style < len(styles) else ("General", False)
        if not fact.stored:
            cells[place] = Raw(None, number_format, fact.formula, bold, stored=False)
        elif fact.formula is not None:
            cells[place] = Raw("" if value is None else value, number_format, fact.formula, bold)
        elif value is not None:
            cells[place] = Raw(value, number_format, None, bold)
    return cells


def _values(sheet: CalamineSheet) -> dict[Place, Any]:
    """Return what calamine gives of a sheet, without blanks and texts of blanks."""
    top, left = sheet.start or (0, 0)
    return {
        (row, column): value
        for row, line in enumerate(sheet.to_python(), top + 1)
        for column, value in enumerate(line, left + 1)
        if _holds(value)
    }


def _merged(sheet: CalamineSheet) -> list[tuple[Place, Place]]:
    """Return the merged areas that calamine knows, counted from 0; it knows none of .xlsb and .ods."""
    return sheet.merged_cell_ranges or []


def _distant(path: Path, package: _Package) -> dict[str, dict[Place, Any]] | Problem:
    """Return the values of the sheets that are too wide for calamine, by openpyxl, which keeps only what is there."""
    surveys = {title: item for title, item in (package.surveys or {}).items() if isinstance(item, _Survey)}
    distant = [title for title, survey in surveys.items() if survey.rectangle > LARGEST_RECTANGLE]
    if not distant:
        return {}
    if sum(survey.elements for survey in surveys.values()) > LARGEST_DETAIL:
        return Problem("too_large")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path, data_only=True, keep_links=False)
    return {
        # No public name gives the cells without filling the rectangle between them.
        title: {place: cell.value for place, cell in book[title]._cells.items() if _holds(cell.value)}
        for title in distant
    }


def _holds(value: object) -> bool:
    """Whether a value is more than blanks."""
    return value is not None and not (isinstance(value, str) and not value.strip())
