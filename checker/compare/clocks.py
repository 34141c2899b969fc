"""Times of the day on a line: each with the minutes around it that its writer leaves open, in UTC where it names its zone.

Who writes `4 p.m.` has rounded to the quarter, who writes `4:15` perhaps to five minutes, who writes `4:17` not at all.
"""

from __future__ import annotations

import re

from checker.model.comparison import Assertion
from checker.model.mention import Interval, Timex
from checker.values.intervals import ANY, period, widen

DAYS, HOURS = "day", "hour of the day"
"""The axes of times, in days: of those that name their day, and of those that name none."""
UTC = " in UTC"
"""Behind the axis of a time that names its zone: the others are where it happened."""
_MINUTE = 1 / 1440
_FULL, _FIVE, _ONE, _ABOUT = 7.5, 2.5, 0.5, 15.0
"""Minutes around an hour, a full five minutes and any other minute, and what `about` adds."""
_NEAR = 30.0
"""Minutes of `shortly before`."""
_HOUR = re.compile(r"T(\d\d)(?::(\d\d))?")
_HALF = re.compile(
    r"\d\s?[ap]\.?\s?m\b|\b(?:noon|midday|midnight|morning|evening|night|afternoon|hours|GMT|UTC)\b|\b0\d",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\b(?:shortly|just|soon|right|moments|minutes)\s+(before|after)\s+$", re.IGNORECASE)


def clock(assertion: Assertion, value: Timex) -> tuple[str, Interval] | None:
    """The axis of the time that an assertion states, and where it lies; None where it states none.

    `4 p.m. on Monday` names a day, `opens at 9` none.
    """
    if value.earliest is not None and len(value.earliest) <= len("2025-06-04"):
        return None
    day = period(value)
    span = day or _hours(assertion, value)
    if span is None:
        return None
    below, above = _room(assertion, value)
    shift = (value.zone or 0) * _MINUTE
    span = widen(span, shift + below, above - shift)
    axis = (HOURS if day is None else DAYS) + ("" if value.zone is None else UTC)
    return axis, span._replace(upper_open=span.upper_open or above > 0)


def near(span: Interval, aim: Interval) -> Interval:
    """A time as an hour of the day that is nearest to another one: 23:55 on some day is ten minutes before 0:05."""
    days = round(_middle(span) - _middle(aim))
    return widen(span, days, -days)


def _middle(span: Interval) -> float:
    low, high = span[:2]
    return (high or 0.0) if low is None else low if high is None else (low + high) / 2


def _hours(assertion: Assertion, value: Timex) -> Interval | None:
    """The hour of the day, or two; `at 9` may be before or after noon."""
    named = [(int(hour) * 60 + int(minute or 0)) * _MINUTE for hour, minute in _HOUR.findall(value.timex)]
    if not named:
        return None
    low, high = named[0], named[-1]
    if low == high < 0.5 and _HALF.search(assertion.text) is None:
        high += 0.5
    return Interval(low, high) if low <= high else ANY


def _room(assertion: Assertion, value: Timex) -> tuple[float, float]:
    """The room before and after a time, in days."""
    before = assertion.sentence[: max(0, assertion.start - assertion.sentence_span[0])]
    side = _SIDE.search(before)
    if side is not None:
        return (_NEAR * _MINUTE, 0.0) if side[1].lower() == "before" else (0.0, _NEAR * _MINUTE)
    minutes = {minute for _, minute in _HOUR.findall(value.timex)}
    room = _FULL if minutes == {""} else _FIVE if all(int(minute or 0) % 5 == 0 for minute in minutes) else _ONE
    if value.mod == "APPROX":
        room += _ABOUT
    return room * _MINUTE, room * _MINUTE
