"""The values that pass between the steps. All are frozen; nothing here imports anything of ours but each other."""

from pipeline.model.findings import MOST_CELLS, SEVERITIES, Cause, Finding, Severity, State, Waiver, Wording, doubtful
from pipeline.model.lines import NO_FIGURE, BudgetLine, Evidence, Figure, Pairing
from pipeline.model.outcome import Dataset, InputFile, InputTable, Office, Outcome
from pipeline.model.places import OWN_PROPERTY, Area, Cell, Grid, Problem, Raw, Reading, letter
from pipeline.model.tables import LINE_LEVELS, Hidden, Level, Line, Skipped, Stated, Table, Twin
from pipeline.model.values import Percent, Quantity

__all__ = [
    "LINE_LEVELS",
    "MOST_CELLS",
    "NO_FIGURE",
    "OWN_PROPERTY",
    "SEVERITIES",
    "Area",
    "BudgetLine",
    "Cause",
    "Cell",
    "Dataset",
    "Evidence",
    "Figure",
    "Finding",
    "Grid",
    "Hidden",
    "InputFile",
    "InputTable",
    "Level",
    "Line",
    "Office",
    "Outcome",
    "Pairing",
    "Percent",
    "Problem",
    "Quantity",
    "Raw",
    "Reading",
    "Severity",
    "Skipped",
    "State",
    "Stated",
    "Table",
    "Twin",
    "Waiver",
    "Wording",
    "doubtful",
    "letter",
]
