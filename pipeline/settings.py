"""How the report is to be computed, from the profile workbook; what it does not say has a default."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.model import Dataset
from pipeline.ratios import BANDS
from pipeline.spelling import same_name


@dataclass(frozen=True, slots=True)
class Settings:
    """Highest capaian shown (per cent), lower bounds of the predicates (per cent), names where lower is better."""

    cap: Decimal | None = None
    bands: tuple[Decimal, ...] = BANDS
    lower: frozenset[str] = frozenset()

    def lower_is_better(self, name: str) -> bool:
        """Tell whether a lower result is the better one."""
        return same_name(name) in self.lower


def settings(data: Dataset) -> Settings:
    """Return the settings of a package."""
    profiles = data.of("profile")
    values = profiles[0].lines[0].values if profiles else {}
    caps, bands = _numbers(values.get("cap")), _numbers(values.get("bands"))
    names = re.split(r"[;\n]", values.get("lower_is_better") or "")
    return Settings(
        cap=caps[0] if len(caps) == 1 else None,
        bands=tuple(bands) if len(bands) == len(BANDS) and bands == sorted(bands, reverse=True) else BANDS,
        lower=frozenset(same_name(name) for name in names if name.strip()),
    )


def _numbers(text: str | None) -> list[Decimal]:
    return [Decimal(found.replace(",", ".")) for found in re.findall(r"\d+(?:[.,]\d+)?", text or "")]
