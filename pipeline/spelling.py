"""How two spellings are compared: headers by letters and digits, names by words with their short forms written out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from schemas import words as known

ANY_YEAR = "#"
"""Stands for four digits, which in a header are any year."""


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """Return letters and digits only, in small letters; ``%`` reads "persen" and four digits are any year."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("%", "persen")
    plain = re.sub(r"(?<!\d)\d{4}(?!\d)", ANY_YEAR, plain)
    return "".join(sign for sign in plain if sign.isalnum() or sign == ANY_YEAR)


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, short forms written out: "Kunja" is kunjungan kerja."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("&", " dan ")
    found = re.findall(r"[^\W_]+", plain)
    return tuple(word for part in found for word in known.ABBREVIATIONS.get(part, part).split())


def same_name(text: str) -> str:
    """Return what is equal for two spellings of one name: its words run together, without a leading level word."""
    return "".join(content_words(text))


@lru_cache(maxsize=65536)
def content_words(text: str) -> tuple[str, ...]:
    """Return the words of a name without a leading level word (Program, Kegiatan)."""
    found = words(text)
    for starts in known.LEVELS.values():
        for start in starts:
            level = words(start)
            if len(found) > len(level) and found[: len(level)] == level:
                return found[len(level) :]
    return found


def unit(text: str) -> str:
    """Return a unit as it is compared: bln is bulan, persen is %, orang/bulan is orang bulan, kali/tahun is kali."""
    found = [known.UNITS.get(word, word) for word in words(text.replace("%", " persen ").replace("/", " per "))]
    if len(found) > 2 and found[-2] in known.RATES and found[-1] in known.YEARS:
        found = found[:-2]
    plain = " ".join(word for word in found if word not in known.RATES)
    return known.UNITS.get(plain, plain)


def starts_with(text: str, starts: Iterable[str]) -> bool:
    """Tell whether the words of a text begin with the words of one of ``starts``."""
    found = _bare(text)
    return any(found[: len(_bare(start))] == _bare(start) for start in starts)


@lru_cache(maxsize=65536)
def _bare(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))


def in_brackets(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether one of the phrases is all that stands between two brackets of a text; blanks do not count."""
    inside = {"".join(_bare(part)) for part in re.findall(r"\(([^()]*)\)", text)}
    return not inside.isdisjoint("".join(_bare(phrase)) for phrase in phrases)


def contains(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether one of the phrases stands in a text as whole words."""
    found = " ".join(_bare(text))
    return any(re.search(rf"(?<!\S){re.escape(' '.join(_bare(phrase)))}(?!\S)", found) for phrase in phrases)
