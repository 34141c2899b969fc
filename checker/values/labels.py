"""Values in a few words for people: `May 16, 2025`, `May 11–20, 2025`, `March 2022`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from checker.model.mention import Quantity, Value
from checker.values.timespans import SECONDS

_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_UNITS = (("year", 2.0), ("month", 3.0), ("day", 1.0), ("hour", 1.0), ("minute", 2.0), ("second", 0.0))
"""A duration is told in the first unit of which it has at least so many: 17 days, not 2.43 weeks."""


def label(value: Value, text: str) -> str:
    """What a value comes to. A number says it best as written; a date is told in full, since `Monday` says little."""
    words = " ".join(text.split())
    if isinstance(value, Quantity):
        return words
    if value.earliest is None or value.latest is None:
        return words
    return days(value.earliest, value.latest) + ("" if value.zone is None else f" {_zone(value.zone)}")


def _zone(minutes: int) -> str:
    """`UTC`, `UTC+2`, `UTC−3:30`."""
    hours, rest = divmod(abs(minutes), 60)
    return "UTC" + (f"{'−' if minutes < 0 else '+'}{hours}" if minutes else "") + (f":{rest:02}" if rest else "")


def days(earliest: str, latest: str) -> str:
    """A period in words, the shortest that says it exactly."""
    first, last = date.fromisoformat(earliest[:10]), date.fromisoformat(latest[:10])
    if first == last:
        clock = f", {earliest[11:16]}" if len(earliest) > 10 and earliest[11:16] != "00:00" else ""
        return f"{_MONTHS[first.month]} {first.day}, {first.year}{clock}"
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if first.year == last.year:
        if whole_months and (first.month, last.month) == (1, 12):
            return str(first.year)
        if whole_months and first.month == last.month:
            return f"{_MONTHS[first.month]} {first.year}"
        if whole_months:
            return f"{_MONTHS[first.month]} to {_MONTHS[last.month]} {first.year}"
        if first.month == last.month:
            return f"{_MONTHS[first.month]} {first.day}–{last.day}, {first.year}"
        return f"{_MONTHS[first.month]} {first.day} to {_MONTHS[last.month]} {last.day}, {first.year}"
    if whole_months and (first.month, last.month) == (1, 12):
        return f"{first.year} to {last.year}"
    return f"{days(earliest, earliest)} to {days(latest, latest)}"


def duration(lower: float, upper: float) -> str:
    """Seconds in the unit that people would tell them in: `17 days`, `3.1 to 3.2 years`."""
    size = max(abs(lower), abs(upper))
    name = next(unit for unit, least in _UNITS if size >= SECONDS[unit] * least)
    worth = SECONDS[name]
    low, high = f"{lower / worth:.3g}", f"{upper / worth:.3g}"
    if low == high:
        return f"{low} {name}{'' if low == '1' else 's'}"
    return f"{low} to {high} {name}s"


def number(value: float) -> str:
    """A number with its thousands apart and no noise behind the point: `66,500,000,000`, `1.357`."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"
