"""The look of output workbooks by role.

A style is a mapping of format properties; nothing here writes a file. Pixels are those of a screen at 96 dots an inch.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.model import Severity
from pipeline.sheets import ColumnKind, RowRole

Style = dict[str, object]

FONT: Style = {"font_name": "Arial", "font_size": 10}
LINE = 17
"""Pixels of a row that holds one line of the font."""
INK = "#2F4156"

_LINES: Style = {"border": 1, "border_color": "#9AA7B4"}
_PALE, _GREY = "#EEF2F6", "#E1E7ED"

TITLE: Style = {"bold": True, "font_size": 12, "font_color": INK, "align": "center", "valign": "vcenter"} | {
    "text_wrap": True
}
TABLE_TITLE: Style = {"bold": True, "font_color": INK, "valign": "top", "text_wrap": True}
HEADING: Style = {"bold": True, "font_color": INK, "bg_color": "#CFD9E3", "align": "center", "valign": "vcenter"} | {
    "text_wrap": True,
    **_LINES,
}
NOTE: Style = {"italic": True, "font_size": 8, "font_color": "#404040", "valign": "top", "text_wrap": True}
SOURCE: Style = {"font_size": 8, "font_color": "#7F7F7F", "valign": "top"}

_ROLES: dict[RowRole, Style] = {
    "program": {"bold": True, "bg_color": _PALE},
    "kegiatan": {},
    "sub_kegiatan": {},
    "section": {"bold": True, "italic": True},
    "plain": {},
    "total": {"bold": True, "bg_color": _GREY, "top": 6},
}
_INDENTS: dict[RowRole, int] = {"kegiatan": 1, "sub_kegiatan": 2}
_ALIGNMENTS: dict[ColumnKind, str] = {"center": "center", "quantity": "center", "text": "left"}
_MARKS: dict[Severity, str] = {"error": "#F6CFCB", "warning": "#FCE5B6", "note": "#D6E6F5"}
_ASKED = "#FFF7CC"
_LINK: Style = {"font_color": "#1F5FA8", "underline": 1}


def body(
    role: RowRole, kind: ColumnKind, *, name: bool, marked: Severity | None, linked: bool, asked: bool = False
) -> Style:
    """Return the style of a body cell; ``name`` is set for the column whose indent shows the row's level.

    ``asked`` is set for a cell that staff fill in.
    """
    style: Style = {"valign": "top", "text_wrap": True, **_LINES, **_ROLES[role]}
    style["align"] = _ALIGNMENTS.get(kind, "right")
    if name and role in _INDENTS:
        style["indent"] = _INDENTS[role]
    if asked:
        style["bg_color"] = _ASKED
    if marked:
        style["bg_color"] = _MARKS[marked]
    return style | _LINK if linked else style


def number_format(kind: ColumnKind, value: Decimal | int, unit: str = "") -> str:
    """Return the number format of a figure; sen and the decimals of a quantity (at most four) show only where they are.

    The unit stands within the format, so that the cell stays a number. Excel takes at most 255 characters of format.
    """
    if kind == "percent":
        return "0.00%"
    places = _places(value)
    if kind == "rupiah":
        return "#,##0.00" if places else "#,##0"
    decimals = "." + "0" * places if places else ""
    if kind == "number":
        return "#,##0" + decimals
    if kind != "quantity":
        return "General"
    unit = " ".join(unit.replace('"', "").split())[:200]
    return "0" + decimals + ("%" if unit == "%" else f'" {unit}"' if unit else "")


def stored(kind: ColumnKind, value: Decimal | int | str | None, unit: str = "") -> int | float | str | None:
    """Return what a cell holds: exact figures as the file's numbers, per cent of a quantity as a fraction."""
    if value is None or isinstance(value, str):
        return value
    figure = Decimal(value)
    if kind == "quantity" and unit == "%":
        figure /= 100
    return int(figure) if figure == figure.to_integral_value() else float(figure)


def shown(kind: ColumnKind, value: Decimal | int, unit: str = "") -> str:
    """Return about what a reader sees of a figure, to know its width."""
    if kind == "percent":
        return f"{value * 100:.2f}%"
    if kind == "quantity":
        return f"{value:.{_places(value)}f} {unit}".rstrip()
    return f"{value:,.{2 if kind == 'rupiah' and _places(value) else _places(value)}f}"


def _places(value: Decimal | int) -> int:
    exponent = Decimal(value).normalize().as_tuple().exponent
    return min(max(-exponent, 0), 4) if isinstance(exponent, int) else 0
