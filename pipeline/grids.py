"""A workbook file becomes grids of raw cells: the only place that opens foreign workbooks.

Values come from calamine. What calamine does not tell of an .xlsx (formulas, number formats, bold, hidden rows and
columns, errors, formulas without a stored value) comes from one streaming pass over the XML of each worksheet
(``survey``). The pass runs first, since it also tells whether the reader may be let loose: calamine lays a sheet out as
a dense rectangle, and one stray cell at XFD1048576 makes it abort the whole process. openpyxl loads such sheets; of the
whole program only the readers of workbooks import it: ``grids``, ``survey`` and ``formula_parser``.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from pipeline.containers import recognise
from pipeline.model import OWN_PROPERTY, Grid, Problem, Raw, Reading
from pipeline.ooxml import Package
from pipeline.survey import Place, Style, Survey, read_styles, read_worksheet

LARGEST_RECTANGLE = 20_000_000  # cells that calamine may lay out
LARGEST_LOAD = 400_000  # cells of a file up to which openpyxl may load it

_READABLE = frozenset({"xlsx", "xlsb", "xls", "ods"})
_REASONS = {"empty": "empty_file", "zip": "damaged", "unknown": "damaged"}

P = ParamSpec("P")
T = TypeVar("T")


def read(path: Path, file: str) -> Reading:
    """Return the worksheets of the file at ``path``; ``file`` is the name that its cells carry.

    Never raises for what a file holds. The reason of a problem is damaged, empty_file, text, encrypted, html, mhtml,
    csv, pdf, word, image or too_large; sheets that could be read stand in ``grids`` beside the problem of the others.
    """
    name = recognise(path).name
    if name not in _READABLE:
        return Reading(problem=Problem(_REASONS.get(name, name)))
    facts = _Facts() if name == "xls" else _attempt(_facts, path, name)
    if isinstance(facts, Problem):
        return Reading(problem=facts)
    # By the name of a file calamine says better what is wrong with it; by its content it opens what is misnamed.
    by_name = path.suffix.lower() == f".{name}"
    with path.open("rb") as handle:
        book = _attempt(CalamineWorkbook.from_object, path if by_name else handle)
        if isinstance(book, Problem):
            return Reading(problem=book, ours=facts.ours)
        distant = _attempt(_distant, path, facts)
        sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        answers = [
            _attempt(_grid, book, file, sheet.name, sheet.visible != SheetVisibleEnum.Visible, facts, distant)
            for sheet in sheets
        ]
    grids = tuple(answer for answer in answers if isinstance(answer, Grid))
    problems = [answer for answer in answers if isinstance(answer, Problem)]
    if not answers:
        problems.append(Problem("damaged"))
    return Reading(grids, problems[0] if problems else None, facts.ours)


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


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the zip tells beside the values."""

    surveys: Mapping[str, Survey | Problem] | None = None  # by title; None for a format that is not surveyed
    styles: tuple[Style, ...] = ()
    ours: bool = False


def _facts(path: Path, name: str) -> _Facts | Problem:
    """Survey the zip at ``path``: an .xlsx in full, of another format only the size that it declares."""
    with zipfile.ZipFile(path) as archive:
        package = Package(archive)
        if package.too_large:
            return Problem("too_large")
        if name != "xlsx":
            return _Facts()
        surveys = {title: _attempt(_survey, package, part) for title, part in package.worksheets().items()}
        styles = _attempt(read_styles, package.styles())
        ours = OWN_PROPERTY in package.custom_properties()
        return _Facts(surveys, () if isinstance(styles, Problem) else styles, ours)


def _survey(package: Package, path: str) -> Survey:
    with package.open(path) as part:
        return read_worksheet(part)


def _grid(
    book: CalamineWorkbook,
    file: str,
    title: str,
    hidden: bool,
    facts: _Facts,
    distant: Mapping[str, Mapping[Place, Any]] | Problem,
) -> Grid | Problem:
    """Return one worksheet; ``distant`` holds the values of the sheets that calamine must not touch."""
    if facts.surveys is None:
        sheet = book.get_sheet_by_name(title)
        merges = tuple((top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in _merged(sheet))
        return Grid(file, title, {place: Raw(value) for place, value in _values(sheet).items()}, merges, hidden)
    survey = facts.surveys.get(title, Problem("damaged"))
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
        _cells(survey, values, facts.styles),
        tuple(survey.merges),
        hidden,
        frozenset(survey.hidden_rows),
        frozenset(survey.hidden_columns),
    )


def _cells(survey: Survey, values: Mapping[Place, Any], styles: tuple[Style, ...]) -> dict[Place, Raw]:
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


def _distant(path: Path, facts: _Facts) -> dict[str, dict[Place, Any]] | Problem:
    """Return the values of the sheets that are too wide for calamine, by openpyxl, which keeps only what is there."""
    surveys = {title: item for title, item in (facts.surveys or {}).items() if isinstance(item, Survey)}
    distant = [title for title, survey in surveys.items() if survey.rectangle > LARGEST_RECTANGLE]
    if not distant:
        return {}
    if sum(survey.elements for survey in surveys.values()) > LARGEST_LOAD:
        return Problem("too_large")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from openpyxl import load_workbook  # slow to import, and needed for misshapen sheets only

        book = load_workbook(path, data_only=True, keep_links=False)
    return {
        # No public name gives the cells without filling the rectangle between them.
        title: {place: cell.value for place, cell in book[title]._cells.items() if _holds(cell.value)}
        for title in distant
    }


def _holds(value: object) -> bool:
    """Whether a value is more than blanks."""
    return value is not None and not (isinstance(value, str) and not value.strip())
