"""Calendar arithmetic on the values of TIMEX3 (ISO-TimeML, ISO 24617-1): what days a value stands for, and the next.

A value names a period at its own grain: `2025-05-16` a day, `2025-W20` a week, `2025-W20-WE` its weekend, `2025-05` a
month, `2025-Q2` a quarter, `2025-H1` a half, `2025-SU` a season, `2025` a year, `202` a decade, `20` a century.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
SECONDS_IN = {"hour": 3600, "minute": 60, "second": 1}
SEASONS = {"SP": (3, 1, 6, 20), "SU": (6, 1, 9, 22), "FA": (9, 1, 12, 21), "WI": (12, 1, 3, 20)}
"""First and last day of a season, wide enough for both the meteorologist's and the astronomer's: a writer of the
northern half who says `spring` may mean either. A winter carries the year in which it begins."""

_VALUE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)|(?P<weekend>\d{4}-W\d\d-WE)|(?P<week>\d{4}-W\d\d)|(?P<quarter>\d{4}-Q[1-4])"
    r"|(?P<half>\d{4}-H[12])|(?P<season>\d{4}-(?:SP|SU|FA|WI))|(?P<month>\d{4}-\d\d)|(?P<year>\d{4})"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)"
)


class Period(NamedTuple):
    """The days from `first` to `last`, both included, that the TIMEX3 `value` names."""

    first: date
    last: date
    grain: str
    value: str


def add(day: date, amount: float, unit: str) -> date:
    """The day `amount` units on (negative: back); a month's end is kept inside the month. Raises OverflowError or
    ValueError outside the years 1 to 9999."""
    if unit in DAYS_IN:
        return day + timedelta(days=amount * DAYS_IN[unit])
    if unit == "business day":
        return _add_business(day, int(amount))
    months = day.year * 12 + day.month - 1 + round(amount * MONTHS_IN[unit])
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _add_business(day: date, amount: int) -> date:
    step = timedelta(days=1 if amount > 0 else -1)
    for _ in range(abs(amount)):
        day += step
        while day.weekday() > 4:
            day += step
    return day


def period(value: str) -> Period:
    """The days that a complete TIMEX3 value names. Raises ValueError where it is none or names no day (February 30)."""
    found = _period(value)
    if found is None:
        raise ValueError(f"{value!r} is not a complete calendar value")
    return found


@lru_cache(maxsize=4096)
def _period(value: str) -> Period | None:
    match = _VALUE.fullmatch(value)
    if match is None or match.lastgroup is None:
        return None
    grain = match.lastgroup
    try:
        first, last = _bounds(grain, value)
    except (ValueError, OverflowError):
        return None
    return Period(first, last, grain, value)


def _bounds(grain: str, value: str) -> tuple[date, date]:
    if grain == "day":
        day = date.fromisoformat(value)
        return day, day
    if grain in ("week", "weekend"):
        monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        return monday + timedelta(days=5 if grain == "weekend" else 0), monday + timedelta(days=6)
    year = int(value[:4].ljust(4, "0"))
    if grain == "season":
        month, day_, end_month, end_day = SEASONS[value[5:]]
        return date(year, month, day_), date(year + (end_month < month), end_month, end_day)
    months = MONTHS_IN[grain]
    at = int(value.lstrip("0123456789").lstrip("-QH") or 1) if len(value) > 4 else 1
    first = date(max(year, 1), 1 + (at - 1) * months if months < 12 else 1, 1)
    if year + months // 12 > 9999:
        return first, date(9999, 12, 31)
    end = year * 12 + first.month - 1 + months
    return first, date(end // 12, end % 12 + 1, 1) - timedelta(days=1)


def containing(day: date, grain: str) -> Period:
    """The period of a grain that a day lies in; for a weekend, that of its week. A season: the one that began last."""
    year = day.year
    if grain == "day":
        return Period(day, day, "day", day.isoformat())
    if grain in ("week", "weekend", "fortnight"):
        iso_year, week, _ = day.isocalendar()
        return period(f"{iso_year:04}-W{week:02}" + ("-WE" if grain == "weekend" else ""))
    if grain == "season":
        at = ("WI", "SP", "SU", "FA", "WI")[day.month // 3]
        return period(f"{year - (day.month < 3):04}-{at}")
    if grain == "month":
        return period(f"{year:04}-{day.month:02}")
    if grain == "quarter":
        return period(f"{year:04}-Q{(day.month + 2) // 3}")
    if grain == "half":
        return period(f"{year:04}-H{(day.month + 5) // 6}")
    return period(f"{year:04}"[: {"year": 4, "decade": 3, "century": 2}[grain]])


def move(start: Period, amount: int) -> Period:
    """The period of the same grain `amount` places on."""
    if start.grain == "season":
        names = ("SP", "SU", "FA", "WI")
        years, at = divmod(names.index(start.value[5:]) + amount, 4)
        return period(f"{start.first.year + years:04}-{names[at]}")
    return containing(add(start.first, amount, start.grain), start.grain)


def third(whole: Period, mod: str) -> tuple[date, date]:
    """The days of the early (`START`), middle (`MID`) or late (`END`) third of a period, as editors use them:
    the 1st to 10th, 11th to 20th and the rest of a month; Monday to Wednesday, Tuesday to Thursday, Thursday to Sunday
    of a week; four months of a year; years 0 to 3, 4 to 6 and 7 to 9 of a decade."""
    first, last, grain, _ = whole
    if grain == "week":
        begin, end = {"START": (0, 2), "MID": (1, 3), "END": (3, 6)}[mod]
        return first + timedelta(days=begin), first + timedelta(days=end)
    if grain == "month":
        begin, end = {"START": (0, 9), "MID": (10, 19), "END": (20, (last - first).days)}[mod]
        return first + timedelta(days=begin), first + timedelta(days=end)
    if grain in ("year", "decade", "century"):
        unit, size = {"year": ("month", 1), "decade": ("year", 1), "century": ("decade", 1)}[grain]
        edges = {"year": (0, 4, 8, 12), "decade": (0, 4, 7, 10), "century": (0, 3, 7, 10)}[grain]
        at = ("START", "MID", "END").index(mod)
        return add(first, edges[at] * size, unit), add(first, edges[at + 1] * size, unit) - timedelta(days=1)
    length = (last - first).days + 1
    at = ("START", "MID", "END").index(mod)
    return first + timedelta(days=length * at // 3), first + timedelta(days=length * (at + 1) // 3 - 1)


def half(whole: Period, early: bool) -> tuple[date, date]:
    """The days of the first or second half of a period: the 1st to 15th and the rest of a month, six months of a year,
    five years of a decade."""
    first, last, grain, _ = whole
    if grain == "month":
        middle = first + timedelta(days=15)
    elif grain in ("year", "decade", "century"):
        middle = add(first, MONTHS_IN[grain] // 2, "month")
    else:
        middle = first + timedelta(days=((last - first).days + 1) // 2)
    return (first, middle - timedelta(days=1)) if early else (middle, last)


def nth_weekday(within: Period, weekday: int, n: int) -> date:
    """The n-th (from 1; negative: from the end) Monday (1) to Sunday (7) of a period. Raises ValueError if it has
    none."""
    if n > 0:
        day = within.first + timedelta(days=(weekday - within.first.isoweekday()) % 7 + 7 * (n - 1))
    else:
        day = within.last - timedelta(days=(within.last.isoweekday() - weekday) % 7 + 7 * (-n - 1))
    if not within.first <= day <= within.last:
        raise ValueError(f"{within.value} has no such weekday")
    return day


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the algorithm that Nature printed for an anonymous writer in 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * e) // 451
    month, day = divmod(h + e - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, in the Gregorian calendar (Meeus, Astronomical Algorithms), for the years
    1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
