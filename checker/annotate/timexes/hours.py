"""A day with its hour or its part: `Thursday morning`, `9 a.m. Tuesday`, `from 3 to 4 p.m.`, `tonight at 8`."""

from __future__ import annotations

from typing import Any

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.halfdays import in_part, share_half
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    Bounded,
    Clock,
    Current,
    DayPart,
    Ends,
    Event,
    Fixed,
    Named,
    Nth,
    Part,
    Partial,
    Reference,
    Repeats,
    Shift,
    Weekday,
    Window,
    Within,
)  # fmt: skip

_NOT_DAYS = (Bounded, Event, Reference, Repeats, Window, Ends)
LIMITING = {"since": "ON_OR_AFTER", "until": "ON_OR_BEFORE", "till": "ON_OR_BEFORE", "til": "ON_OR_BEFORE", "by": "ON_OR_BEFORE",
           "before": "BEFORE", "after": "AFTER", "prior": "BEFORE"}  # fmt: skip


def day_like(date: Any) -> bool:
    """Whether a date is a single day, so far as its words say."""
    if isinstance(date, Fixed | Named):
        return len(date.value) == 10
    if isinstance(date, Partial):
        return len(date.value) == 10 and not date.value.endswith("WE")
    if isinstance(date, Current):
        return date.unit == "day"
    if isinstance(date, Nth):
        return date.unit == "day" or isinstance(date.unit, int)
    if isinstance(date, Within):
        return isinstance(date.part, Weekday)
    if isinstance(date, Shift):
        return date.parts[-1][1] == "day"
    if isinstance(date, Part):
        return date.mod in ("EARLIER", "LATER") and day_like(date.whole)
    return not isinstance(date, (*_NOT_DAYS, Clock, DayPart))


def _clock_part(line: Line, first: int, last: int) -> Made:
    """`3:15 in the afternoon`, `half past seven evening`, `in the night five thirty`."""
    clock: Clock = line.value(first, last, "C")
    part = line.value(first, last, "B")
    return "C", in_part(clock, part)


def _hour_part(line: Line, first: int, last: int) -> Made:
    """`5 in the morning`, `8 tonight`, `nine this evening`."""
    hour = line.value(first, last, "dw")
    if hour > 12 or (line.signs[first] == "w" and line.sign(first - 1) not in "@ xF>bj"):
        return None
    if "B" in line.signs[first:last]:
        return "C", in_part(Clock(hour, 0, 0, 1, False), line.value(first, last, "B"))
    part = line.value(first, last, "T")
    if not isinstance(part, DayPart) or line.sign(first - 1) in "-DM" or not isinstance(part.date, Current):
        return None
    return "T", in_part(Clock(hour, 0, 0, 1, False), part.part)._replace(date=part.date)


def _day_clock(line: Line, first: int, last: int) -> Made:
    """`May 16 at 3 p.m.`, `9 a.m. Tuesday`, `tomorrow evening at 5`, `10:30 on 1/1/2015`."""
    values = line.values(first, last, "DCT")
    clock = next((value for value in values if isinstance(value, Clock)), None)
    part = next((value for value in values if isinstance(value, DayPart)), None)
    date = next((value for value in values if not isinstance(value, Clock | DayPart)), None)
    told = date is None or day_like(date) or (isinstance(date, Event) and date.unit == "day")
    if clock is None or clock.date is not None or not told or len(values) != 2:
        return None
    if part is not None:
        clock = in_part(clock, part.part)
        date = part.date
    elif clock.parts > 2:
        clock = clock._replace(sure=True)  # who tells the second counts 24 hours
    return "T", clock._replace(date=date)


def _day_limit(line: Line, first: int, last: int) -> Made:
    """`Thursday before 5 p.m.`, `today until noon`."""
    date, clock = line.value(first, last, "D"), line.value(first, last, "C")
    mod = LIMITING.get(line.word(first + 1))
    if mod is None or not day_like(date) or clock.date is not None:
        return None
    return "T", Bounded(mod, clock._replace(date=date))


def _hour_day(line: Line, first: int, last: int) -> Made:
    """`9 tomorrow`, `tonight around 7`: a bare hour beside a day that says it is one."""
    hour = line.value(first, last, "dw")
    date = line.value(first, last, "DT")
    if isinstance(date, DayPart):
        late = in_part(Clock(hour, 0, 0, 1, False), date.part)._replace(date=date.date)
        return ("T", late) if hour <= 12 else None
    bare = first == 0 and last == len(line.items)
    whole = (
        bare
        or line.word(first) == "at"
        or (
            date in (Current("day", 1), Current("day", 0))
            and line.sign(first - 1) in " xj@"
            and line.word(first - 1) not in _AGES
        )
    )
    return ("T", Clock(hour, 0, 0, 1, hour > 12, None, date)) if whole and hour <= 23 else None


_AGES = frozenset("turn turns turned turning is am are was im age aged xx".split())
"""Before a number and a day these tell an age (`he turns 18 today`), as may a word that a run knows nothing of (`he is 18
today`)."""
_OPENING = ("open", "opens", "opened", "opening", "hours", "from", "between", "daily", "works")


def _bare_hours(line: Line, first: int, last: int) -> Made:
    """`from 3 to 4 p.m.`, `between 5 and 6`, `Monday 3-8`: the first number is an hour like the second."""
    signs = line.signs[first:last]
    values = [
        value
        for sign, value in zip(signs, (item.value for item in line.items[first:last]), strict=True)
        if sign in "dwC"
    ]
    one, two = (
        value if isinstance(value, Clock) else Clock(value, 0, 0, 1, value > 12 or value == 0) for value in values
    )
    if one.hour > 24 or two.hour > 24:
        return None
    if "C" not in signs:
        beside = (
            line.sign(last) in "BDT"
            or (line.sign(last) in "ij" and line.sign(last + 1) in "tDWB")
            or line.sign(first - 1) in "DT"
        )
        if "-" in signs and line.sign(first - 1) not in "DT" and line.word(first - 1) not in _OPENING:
            return None  # `won 3-2 on Sunday` is a score
        if not beside or (line.sign(last) == "D" and not day_like(line.items[last].value)) or line.sign(last) in "UuP":
            return None
        if line.sign(first - 1) == "D" and not isinstance(line.items[first - 1].value, Weekday | Current):
            return None
    if ("+" in signs and "b" not in signs) or (isinstance(values[0], Clock) and values[0].date):
        return None
    return "T", Ends(*share_half(one, two))


def _hours(line: Line, first: int, last: int) -> Made:
    part = line.value(first, last, "B")
    at = line.signs.index("i", first) if part and "i" in line.signs[first:last] else last
    made = _bare_hours(line, first, at)
    if part:
        signs = line.signs[first:at]
        values = [item.value for item in line.items[first:at] if item.sign in "dwC"]
        clocks = [value if isinstance(value, Clock) else Clock(value, 0, 0, 1, False) for value in values]
        if len(clocks) != 2 or any(clock.hour > 12 for clock in clocks) or ("+" in signs and "b" not in signs):
            return None
        return "T", Ends(in_part(clocks[0], part), in_part(clocks[1], part))
    return made


def _hours_day(line: Line, first: int, last: int) -> Made:
    """`Thursday from 9:30 to 11:00`, `3-8 p.m. yesterday afternoon`."""
    hours = next((value for value in line.values(first, last, "DT") if isinstance(value, Ends)), None)
    other = next((value for value in line.values(first, last, "DT") if value is not hours), None)
    if not isinstance(hours, Ends) or not isinstance(hours.first, Clock):
        return None
    one, two = hours
    if one.date is not None or (line.sign(first - 1) in "->" and line.sign(first - 2) == "D"):
        return None  # `Monday through Friday, 9 a.m. to 5 p.m.`
    if isinstance(other, DayPart):
        if not one.sure or not two.sure:
            one, two = in_part(one, other.part), in_part(two, other.part)
        other = other.date
    elif not day_like(other):
        return None
    return "T", Ends(one._replace(date=other), two._replace(date=other))


def _hours_part(line: Line, first: int, last: int) -> Made:
    """`between 5 and 6 in the afternoon`."""
    hours, part = line.value(first, last, "T"), line.value(first, last, "B")
    if not isinstance(hours, Ends):
        return None
    return "T", Ends(in_part(hours.first, part), in_part(hours.last, part))


CLOCK_PARTS = Stage(
    "BT",
    Rule("C,?i?t?X?B", _clock_part),
    Rule("(?:it)?X?Bi?@?C", _clock_part),
    Rule("@?[dw]i?tB", _hour_part),
    Rule("@?[dw]T", _hour_part),
)
HOURS = Stage(
    ("dwC", "->+"),
    Rule("[Fb]?[dwC](?:-|>|\\+)[dwC](?:it?B)?", _hours),
)
DAY_HOURS = Stage(
    ("CTdw", "DTC"),
    Rule("D[r>s]C", _day_limit),
    Rule("[DT],?(?:@|j|i|F|x)?,?C", _day_clock),
    Rule("C,?(?:j|k|i|@|\\+|-)?D", _day_clock),
    Rule("C,?(?:j|k|i)?T", _day_clock),
    Rule("[DT],?(?:j|i|F)?T", _hours_day),
    Rule("T,?(?:j|k|i)?[DT]", _hours_day),
    Rule("TitB", _hours_part),
    Rule("@?[dw]T", _hour_part),
    Rule("[dw]D|D@[dw]|T(?:x|@)[dw]", _hour_day),
)
