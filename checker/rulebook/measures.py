"""Numbers, units and days as rule authors write them, in base units."""

from __future__ import annotations

import re
from datetime import date, datetime
from math import isfinite
from typing import NamedTuple

from checker.model.rule import FactKind

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+(?:_\d+)*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
UNITED: frozenset[FactKind] = frozenset(("money", "duration", "quantity", "ordinal"))
"""Kinds whose values have a unit of their own."""


class Unit(NamedTuple):
    """`value * factor + shift` of a unit as written is in its base unit."""

    base: str
    factor: float
    shift: float = 0.0


def read_number(text: str) -> float | None:
    """`20000`, `20,000`, `20_000`, `1.5e9`; None where it is no finite number."""
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace(",", "").replace("_", ""))
    return number if isfinite(number) else None


def read_amount(text: str) -> tuple[float, str] | None:
    """A number and the unit after it (`2%`, `1 day`, `5`); None where it does not begin with a number."""
    match = _NUMBER.match(text.strip())
    if match is None:
        return None
    number = read_number(match[0])
    return None if number is None else (number, text.strip()[match.end() :].strip())


def read_day(text: str) -> str | None:
    """An ISO 8601 day that exists, as it is; None for all else."""
    return text if _DAY.fullmatch(text) and _exists(text) else None


def read_moment(text: str) -> str | None:
    """An ISO 8601 day, or a minute (`2025-06-03T08:08`), that exists; None for all else."""
    return text if (_DAY.fullmatch(text) or _MOMENT.fullmatch(text)) and _exists(text) else None


def _exists(text: str) -> bool:
    try:
        datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return False
    return True
