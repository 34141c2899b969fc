"""Days and hours as pages print them: in publication lines, addresses and file names.

This is no reader of dates in prose. It reads only what states a whole day, year included, and says None otherwise.
"""

from __future__ import annotations

import re
from datetime import date, datetime

NO_DATE = "which is no date, or could be two; write it as 2025-06-04."
"""What is said of a date that a source states and that cannot be used."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?:(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\b\.?)"
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b)"
YEAR = r"(?:19|20)\d\d"
ZONE = r"(?:\s*(?:\(?(?:[A-Z]{2,4}|local time|Z)\b\)?|[+-]\d\d:?\d\d))"
TIME = (
    rf"(?:\d{{1,2}}[:.]\d\d(?::\d\d(?:\.\d+)?)?(?:\s*[ap]\.?m\b\.?)?|\d{{1,2}}\s*[ap]\.?m\b\.?"
    rf"|[012]\d[0-5]\d(?=\s*GMT)){ZONE}?(?:\s\(\d{{4}}\s[A-Z]{{2,4}}\))?"  # `1430 GMT (1530 BST)`
)

_FORMS = (
    rf"(?P<y1>{YEAR})[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?!\d)",
    rf"(?P<mon2>{MONTH})\s+(?P<d2>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y2>{YEAR})\b",
    rf"(?P<d3>\d\d?)(?:st|nd|rd|th)?[\s-]+(?P<mon3>{MONTH})[,\s-]+(?P<y3>{YEAR})\b",
    rf"(?P<a4>\d\d?)[/.](?P<b4>\d\d?)[/.](?P<y4>{YEAR})\b",
)
_DAY = rf"(?:(?P<weekday>{WEEKDAY})\.?,?\s+)?(?:{'|'.join(_FORMS)})"
_BETWEEN = r"(?:T|,?\s*(?:at|on|[|@•·–—-])?\s*)"

STAMP = re.compile(rf"(?:(?P<before>{TIME})\s*,?\s+(?:on\s+)?)?{_DAY}(?:{_BETWEEN}(?P<after>{TIME}))?", re.IGNORECASE)

_ADDRESS = re.compile(
    rf"(?<!\d)({YEAR})(?:[-/_](\d\d?)[-/_](\d\d?)|[-/_]?({'|'.join(MONTHS)})[-/_]?(\d\d?)|(\d\d)(\d\d))(?!\d)",
    re.IGNORECASE,
)


def in_stamp(text: str) -> str | None:
    """The first whole day of a text as ISO 8601, with `THH:MM` where an hour stands beside it."""
    for match in STAMP.finditer(text):
        if day := of_match(match):
            return day
    return None


def of_match(match: re.Match[str]) -> str | None:
    """The day of a match of `STAMP`; None for one that no calendar has, or `6/4/2025`, which is two days."""
    day = _day(match)
    if day is None:
        return None
    clock = _clock(match["before"] or match["after"])
    return day.isoformat() + (f"T{clock}" if clock else "")


def in_address(text: str) -> str | None:
    """The first whole day of an address or a file name (`/2025/06/03/`, `2025-06-03-story`, `20250603`)."""
    for match in _ADDRESS.finditer(text):
        year, month, day, name, day_of_name, packed_month, packed_day = match.groups()
        number = MONTHS.index(name.lower()) + 1 if name else int(month or packed_month)
        if found := _valid(int(year), number, int(day or day_of_name or packed_day)):
            return found.isoformat()
    return None


def of_iso(text: str) -> str | None:
    """`2025-06-04`, or with a time, to the minute and as the source's own clock had it."""
    try:
        stamp = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return stamp.date().isoformat() + (stamp.strftime("T%H:%M") if len(text.strip()) > len("2025-06-04") else "")


def _day(match: re.Match[str]) -> date | None:
    if match["y1"]:
        return _valid(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    if match["y2"]:
        return _valid(int(match["y2"]), _month(match["mon2"]), int(match["d2"]))
    if match["y3"]:
        return _valid(int(match["y3"]), _month(match["mon3"]), int(match["d3"]))
    year, first, second = int(match["y4"]), int(match["a4"]), int(match["b4"])
    readings = {day for day in (_valid(year, first, second), _valid(year, second, first)) if day}
    if match["weekday"]:
        readings = {day for day in readings if f"{day:%a}".lower() == match["weekday"][:3].lower()}
    return readings.pop() if len(readings) == 1 else None


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(text: str | None) -> str | None:
    parts = re.match(r"(\d\d?)(?:[:.]?(\d\d))?(?:[:.]\d\d(?:\.\d+)?)?\s*([ap])?", text or "", re.IGNORECASE)
    if not parts:
        return None
    hour, minute = int(parts[1]), int(parts[2] or 0)
    if parts[3]:
        hour = hour % 12 + (12 if parts[3].lower() == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
