"""How the report is to be computed, from the profile workbook; what it does not say has a default."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.model import Dataset, Percent
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
    names = re.split(r"[;\n]", values.get("lower_is_better") or "")
    bands = values.get("bands") or BANDS
    return Settings(
        cap=_cap(values.get("cap")),
        # the profile's own check tells what is wrong with others
        bands=bands if len(bands) == len(BANDS) and list(bands) == sorted(bands, reverse=True) else BANDS,
        lower=frozenset(same_name(name) for name in names if name.strip()),
    )


def _cap(cap: Percent | None) -> Decimal | None:
    """Return the cap in per cent; a plain 1 or 1.2 is a fraction, since no cap lies below 2 %."""
    if cap is None:
        return None
    return cap.value if cap.scaled or cap.value > 2 else cap.value * 100
