"""Faults put into the cells of finished workbooks, one at a time, whatever package they belong to.

An injector takes a package and a source of chance, and returns the package with one fault, or ``None`` where it finds
no place for it. Where a sheet has formulas, chance decides whether they are computed anew, as a spreadsheet program
does, or keep what they had.
"""

from __future__ import annotations

from generator_columns import column_copied, column_shifted, partial_total, stale_total, subtotal_counted
from generator_rows import line_renamed, row_deleted, row_doubled, row_moved
from generator_slips import (
    digit_changed,
    digits_swapped,
    percentage_cut_off,
    sign,
    unit_changed,
    wrong_year,
    zero_added,
    zero_lost,
    zeros_added,
    zeros_lost,
)
from generator_slots import Injector

INJECTORS: dict[str, Injector] = {
    inject.__name__: inject
    for inject in (
        digit_changed,
        digits_swapped,
        zeros_lost,
        zeros_added,
        zero_lost,
        zero_added,
        sign,
        row_deleted,
        row_doubled,
        row_moved,
        subtotal_counted,
        stale_total,
        partial_total,
        percentage_cut_off,
        column_copied,
        column_shifted,
        line_renamed,
        unit_changed,
        wrong_year,
    )
}
"""Every kind of fault by its label."""
