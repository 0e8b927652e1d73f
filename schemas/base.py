"""What every schema is made of: the model, its columns with their headers, its layouts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

Rupiah = Series[pd.Int64Dtype]
"""Whole sen (1 rupiah is 100)."""
Count = Series[pd.Int64Dtype]
Text = Series[object]
Code = Series[object]
Percent = Series[object]
Quantity = Series[object]
Date = Series[object]
Numbers = Series[object]


class Workbook(pa.DataFrameModel):
    """A kind of workbook: one row per row of its table. Values come parsed; nothing is coerced."""

    class Config:
        strict = False
        coerce = False


@dataclass(frozen=True, slots=True)
class Layout:
    """One edition of a kind.

    ``name`` tells editions apart where the difference matters later (the staff table by grade, by position ...).
    ``headers`` gives a column other headers in this edition. ``lines`` says that the rows are program, kegiatan, sub
    kegiatan. ``labels`` says that the sheet is a list of labels and values instead of a table. ``one`` says that a
    package holds one such document (so that two must agree). ``stages`` names, by words of the title, which stage of
    the year the document belongs to; the first name is that of a title with none of the words. ``titles`` are words by
    which a title names the kind, so that headers which other kinds know too are not taken as theirs. ``parts`` are the
    columns of the two tables that the form may be printed as, the upper one first.
    """

    name: str = ""
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: bool = False
    labels: bool = False
    one: bool = True
    stages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()


def layouts(*editions: Layout) -> dict[str, Any]:
    """Return the Config.metadata of a schema with these editions."""
    return {"layouts": editions}


_LINE_CODES = (
    "Kode",
    "Kode Rekening",
    "Kode Program",
    "No. Rekening",
    "Kode Program/Kegiatan",
    "Kode Program dan Kegiatan",
)
_LINE_NAMES = (
    "Uraian",
    "Program/Kegiatan",
    "Program dan Kegiatan",
    "Nama Program dan Kegiatan",
    "Uraian Program/Kegiatan",
    "Program/Kegiatan/Sub Kegiatan",
)
_NOTES = ("Keterangan", "Ket")
"""Headers that a column has in every kind, whatever its official one. Headers compare by letters and digits only."""


def _headers(own: tuple[str, ...], shared: tuple[str, ...]) -> tuple[str, ...]:
    """Return a kind's own headers, then the shared ones; one that differs in spaces only stands once."""
    spelt = {header.replace(" ", "") for header in own}
    return (*own, *(header for header in shared if header.replace(" ", "") not in spelt))


def _column(parser: str, headers: tuple[str, ...], description: str, **facts: Any) -> Any:
    required = facts.pop("required", False)
    return pa.Field(
        nullable=True,
        description=description,
        metadata={"parser": parser, "headers": headers, "required": required, **facts},
    )


def code(*headers: str, description: str = "", below: str = "") -> Any:
    """Return a column of codes. ``below`` names the code column that holds the first part of a split code."""
    return _column("code", headers, description, below=below)


def line_code(official: str, *further: str, description: str = "Kode program dan kegiatan.") -> Any:
    """Return the column of the codes of budget lines; their second part may stand in an ``activity_code``."""
    return code(*_headers((official, *further), _LINE_CODES), description=description)


def activity_code() -> Any:
    """Return the column of the second part of a code that stands in two columns."""
    return code("Kode Kegiatan", below="code", description="Kode kegiatan, bila kode ditulis dalam dua kolom.")


def text(*headers: str, description: str = "", required: bool = False, fill: bool = False, telling: bool = True) -> Any:
    """Return a column of text.

    ``fill`` repeats a value down to the next one (a goal that stands beside several indicators). ``telling`` is
    False for a column that any workbook may have, so that its header says nothing about the kind.
    """
    return _column("text", headers, description, required=required, fill=fill, telling=telling)


def number(*, description: str = "Nomor urut.", fill: bool = False) -> Any:
    """Return the column that counts the rows."""
    return text("No", "No Urut", "Nomor", telling=False, fill=fill, description=description)


def line_name(official: str, *further: str, description: str = "Nama program atau kegiatan.") -> Any:
    """Return the column of the names of budget lines."""
    headers = _headers((official, *further), _LINE_NAMES)
    return text(*headers, required=True, telling=False, description=description)


def note(official: str = "Keterangan", *further: str) -> Any:
    """Return the column of remarks."""
    return text(*_headers((official, *further), _NOTES), telling=False, description="Keterangan.")


def rupiah(
    *headers: str,
    description: str = "",
    required: bool = False,
    difference: tuple[str, str] | None = None,
    period_of: str = "",
) -> Any:
    """Return a column of amounts.

    ``difference`` names the two columns whose difference it states; ``period_of`` the column of the whole year that
    it is a part of.
    """
    return _column("rupiah", headers, description, required=required, difference=difference, period_of=period_of)


def percent(*headers: str, description: str = "", quotient: tuple[str, str] | None = None) -> Any:
    """Return a column of percentages; ``quotient`` names the dividend and the divisor where it states a quotient."""
    return _column("percent", headers, description, quotient=quotient)


def quantity(*headers: str, description: str = "", required: bool = False) -> Any:
    """Return a column of targets or results: a number with its unit, or text."""
    return _column("quantity", headers, description, required=required)


def count(*headers: str, description: str = "", required: bool = False) -> Any:
    """Return a column of whole numbers."""
    return _column("count", headers, description, required=required)


def date(*headers: str, description: str = "", required: bool = False, telling: bool = True) -> Any:
    """Return a column of dates; ``telling`` as for a column of text."""
    return _column("date", headers, description, required=required, telling=telling)


def numbers(*headers: str, description: str = "") -> Any:
    """Return a column of several numbers in one cell, with semicolons between."""
    return _column("numbers", headers, description)


def not_negative(values: pd.Series) -> pd.Series:
    """Tell for each value whether it is blank or at least zero."""
    return values.isna() | (values >= 0)


def budget_is_not_negative(*columns: str) -> Any:
    """Return the check of a kind's columns of budgets; it takes its place in the class under its own name."""

    @pa.check(*columns, name="budget_is_not_negative", description="Anggaran {value} kurang dari nol.")
    def check(_cls: type[Workbook], amounts: pd.Series) -> pd.Series:
        """A budget is no negative amount."""
        return not_negative(amounts)

    return check
