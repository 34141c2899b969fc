"""Dates that say more than a day: `every 5 minutes` and `within 30 days` are lengths of time, `from 9 to 5` is two hours."""

from __future__ import annotations

import re

from checker.model.mention import Interval, Quantity, Timex
from checker.values.precision import AT_MOST, hedged, point, quantity
from checker.values.timespans import SECONDS

_PERIOD = re.compile(r"P(?P<time>T?)(?P<number>\d+(?:\.\d+)?)(?P<unit>[YMWDHS])\)?$")
_UNITS = {"": dict(zip("YMWD", ("year", "month", "week", "day"), strict=True)),
          "T": dict(zip("HMS", ("hour", "minute", "second"), strict=True))}  # fmt: skip
_EXACT = frozenset(("day", "hour", "minute"))
_FROM = re.compile(r"\bfrom\b[^{}.]*\{")
_WITHIN = re.compile(r"within\b", re.IGNORECASE)


def spell(value: Timex, text: str) -> Quantity | None:
    """The length of time that a date says, in seconds; None where it says a day. `text` are its words."""
    found = _PERIOD.search(value.timex)
    unit = found and _UNITS[found["time"]].get(found["unit"])
    if found is None or unit is None:
        return None
    number = float(found["number"])
    if _WITHIN.match(text):
        return quantity(hedged(point(number, 1.0), AT_MOST), "second", unit, SECONDS[unit])
    if not often(value):
        return None
    apart = Interval(number * SECONDS[unit], number * SECONDS[unit])
    return Quantity(apart, apart, apart, "second", number, unit_written=unit)


def begun(value: Timex, line: str) -> Timex:
    """The first of two days or hours, where the line that finds them asks for that: `open from {time}`."""
    if value.timex.startswith("(") and value.grain in _EXACT and _FROM.search(line):
        return value._replace(latest=value.earliest, timex=value.timex[1:].split(",")[0])
    return value


def often(value: Timex) -> bool:
    """Whether it says how often something happens (ISO 8601 `PT5M`, with no day to count from)."""
    return value.earliest is None and _PERIOD.fullmatch(value.timex) is not None
