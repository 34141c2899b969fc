"""Assertions put on one line, numbers or days, so that a set of them can be judged."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checker.compare.clocks import DAYS, clock, near
from checker.model.comparison import Assertion
from checker.model.mention import Interval, Timex
from checker.model.rule import Fact
from checker.values.intervals import ANY, period, widen
from checker.values.timespans import DAY, SECONDS

_COUNTED = ("count", "number")
_ABOUT = 3.0
"""Days around an `about` that stands before a day."""
_AGO = re.compile(r"\bago$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bounds:
    """One assertion on the line: `hard` and `soft` in the unit of `axis`, and what is known of a day without a year
    or a date (`any Friday`) as a condition on days."""

    assertion: Assertion
    axis: str
    hard: Interval
    soft: Interval
    condition: Callable[[float], bool] | None = None


def bounds(assertion: Assertion, fact: Fact | None = None) -> Bounds | None:
    """Where an assertion lies, None where nothing of its value is known."""
    value = assertion.value
    room = fact.tolerance if fact is not None else (0.0, "")
    if isinstance(value, Timex):
        if value.offset is not None and value.earliest is None:
            unit = SECONDS.get(value.offset.unit, DAY) / DAY
            middle = value.offset.amount * unit
            step = Interval(middle - unit / 2, middle + unit / 2, upper_open=True)
            return Bounds(assertion, "days away", step, step)
        # A day of the week with an hour is a day where the fact is one.
        timed = value.timex.startswith(("T", "(T")) or value.earliest is not None
        time = clock(assertion, value) if timed or (fact is not None and fact.value.kind == "time") else None
        span = time[1] if time is not None else period(value)
        if span is None:
            condition = condition_of(value.timex)
            return None if condition is None else Bounds(assertion, DAYS, ANY, ANY, condition)
        days = room[0] * SECONDS.get(room[1], 0.0) / DAY + (_left_open(assertion, value) if time is None else 0.0)
        span = widen(span, days, days)
        return Bounds(assertion, DAYS if time is None else time[0], span, span)
    # A physical rate is divided in its unit already: km/h and mph are both metre / second.
    per = f" per {value.per}" if value.per and "/" not in value.unit else ""
    axis = "number" if assertion.kind in _COUNTED else value.unit + per
    return Bounds(assertion, axis, _with_room(value.hard, room), _with_room(value.soft, room))


def _left_open(assertion: Assertion, value: Timex) -> float:
    """Days around a date that its words leave open: `around May 28`, and half of the weeks, months or years that `ago`
    counts back."""
    unit = SECONDS.get(value.grain, 0.0) / DAY
    about = max(_ABOUT, unit) if value.mod == "APPROX" else 0.0
    return about + (unit / 2 if unit > 1 and _AGO.search(assertion.text) else 0.0)


def beginning(span: Interval) -> tuple[float, bool]:
    """What intervals are ordered by: where they begin, an open bound behind a closed one."""
    return float("-inf") if span.lower is None else span.lower, span.lower_open


def by_hour(items: Sequence[Bounds], aim: Bounds) -> list[Bounds]:
    """Times, of which some name no day, as hours of the day: that is what can be compared."""
    return [replace(one, axis=aim.axis, hard=near(one.hard, aim.hard), soft=near(one.soft, aim.soft)) for one in items]


def grown(items: Sequence[Bounds]) -> list[Bounds]:
    """Lengths of time that grow as time passes, as what they were when the first of their sources appeared: who is 24
    in July may have been 23 in May. What later sources say may also be as it was then, for the dead grow no older."""
    days = [date.fromisoformat(one.assertion.as_of[:10]).toordinal() for one in items if one.assertion.as_of]
    first = min(days, default=0)
    out = []
    for one in items:
        as_of = one.assertion.as_of
        passed = (date.fromisoformat(as_of[:10]).toordinal() - first) * DAY if as_of else 0.0
        out.append(replace(one, hard=widen(one.hard, passed, 0.0), soft=widen(one.soft, passed, 0.0)))
    return out


def _with_room(span: Interval, room: tuple[float, str]) -> Interval:
    amount, unit = room
    if unit == "%":
        return widen(span, abs(span.lower or 0) * amount / 100, abs(span.upper or 0) * amount / 100)
    amount *= SECONDS.get(unit, 1.0)
    return widen(span, amount, amount)


def condition_of(timex: str) -> Callable[[float], bool] | None:
    """What an unanchored TIMEX3 value still says of a day: its weekday, its month, its day of the month."""
    weekday = re.match(r"XXXX-WXX-([1-7])", timex)
    if weekday:
        wanted = int(weekday[1])
        return lambda day: date.fromordinal(int(day)).isoweekday() == wanted
    month = re.match(r"XXXX-(\d\d|XX)(?:-(\d\d))?(?:T|$)", timex)
    if month and (month[1] != "XX" or month[2]):
        return lambda day: _fits(date.fromordinal(int(day)), month[1], month[2])
    return None


def _fits(day: date, month: str, number: str | None) -> bool:
    return (month == "XX" or day.month == int(month)) and (number is None or day.day == int(number))
