"""Whether two dates can be one, by what each of them says: a weekday, a day of a month, a year, an hour, `years ago`.

What a writer leaves out is open. A reader's guess (the year of `May 3`, the week of `Monday`) can join two dates, and
never part them: publication days of pages are wrong too often.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from checker.annotate.numeral_words import SMALL, TENS
from checker.model.mention import Interval, Timex
from checker.values.intervals import meet, moment, period

Likeness = Literal["same", "fits", "rival", "doubtful", "apart"]
"""One value; one that leaves more open than the other; no value for both; only by a stretch; nothing to tell by."""

Key = tuple[object, ...]
"""What values have in common that are the same, wherever a story states them."""

_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s?day|s|nesday|rs?day|rs?|urday)?\b", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b|\d[./-]\d",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b[12]\d{3}\b|[’']\d\d\b|\d[./-]\d+[./-]\d")
_AGO = re.compile(
    r"([\w-]+)\s+(year|month|week|day|hour|decade)s?\s+(?:ago|earlier|before|later|after)\b", re.IGNORECASE
)
_ZONE = re.compile(r"\b(?:GMT|UTC|BST|CET|[ECMP][SD]?T)\b")
_TIMEX = re.compile(
    r"(?:(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?|-([QH]\d|SP|SU|FA|WI)|-[A-Z][\dA-Z]+(?:-\d)?)?)?(?:T(.+))?"
)

_RANGE = re.compile(r"\((\d{4}-\d\d-\d\d)\S*?,(\d{4}-\d\d-\d\d)")
_HOURS = re.compile(r"\(([^,]*T[^,]*),[^,]*T([^,]*)")
_CLOCK = re.compile(r"(\d\d)(?::(\d\d))?")
_SIDE = re.compile(r"\b(?:before|after)(?=\s+(?:\d|noon|midnight))", re.IGNORECASE)
_JUST = 60
"""Minutes that `just after` may span."""
DAY = 1440
"""Minutes."""
_PARTS = {"START": "MO", "END": "NI"}
"""`early Sunday`, `late Friday`."""
_ROUND, _SLACK, _GIVE = 30, 20, 5
"""Minutes: a time on the half hour may be a round one, and then it is right by so much; any other, by so little."""
_LONG = ("year", "decade")
"""What is as long ago in a report of next week; of `two weeks ago` that is open where the reports have no day."""
_EARLY, _LATE = 6 * 60, 21 * 60
"""Minutes into a day between which a night is told of by either of its days."""


class When(NamedTuple):
    """What a date says. A part is None where the words leave it open; `day` is as read, guesses included."""

    day: Interval | None = None
    year: int | None = None
    month: int | None = None
    date: int | None = None
    weekday: int | None = None  # 0 is Monday
    minute: int | None = None
    part: str | None = None
    ago: tuple[float, str] | None = None
    span: tuple[float, float] | None = None
    zone: str | None = None
    rough: bool = False
    side: str | None = None  # `before` or `after` a time, by not much
    season: str | None = None  # or quarter, or half of a year: `SU`, `Q2`, `H1`
    until: int | None = None  # minutes at which hours end that begin at `minute`


def when(value: Timex, quote: str, before: str = "") -> When | None:
    """The parts of a date as its words give them; None where they give none (`recently`). `before` are the words in front."""
    named, year = _WEEKDAY.search(quote), _YEAR.search(quote)
    dated = _MONTH.search(quote) is not None
    ago = _AGO.search(quote)
    if ago is not None:
        count = _number(ago[1])
        if count is None or value.offset is not None:
            return None
        return When(_days(value), ago=(count, ago[2].lower())) if not dated else When(_days(value))
    both, hours = _RANGE.match(value.timex), _HOURS.match(value.timex)
    if both is not None and (hours is None or both[1] != both[2]):
        return When(_days(value), span=(moment(both[1]), moment(both[2])), rough=not year)
    found = _TIMEX.fullmatch(value.timex if hours is None else hours[1])
    parts = found.groups() if found is not None else (None,) * 5
    minute, part = _clock(parts[4])
    if part is None and minute is None and named is not None:
        part = _PARTS.get(value.mod or "")
    made = When(
        _days(value),
        _int(parts[0]) if year is not None else None,
        _int(parts[1]) if dated else None,
        _int(parts[2]) if dated else None,
        _WEEKDAYS.index(named[1].lower()) if named is not None else None,
        minute,
        part,
        zone=zone[0] if (zone := _ZONE.search(quote)) else None,
        rough=value.mod is not None,
        side=side[0].lower() if minute is not None and (side := _SIDE.search(before + quote)) else None,
        season=parts[3],
        until=None if hours is None else _clock(hours[2])[0],
    )
    return None if made[:7] == (None,) * 7 and made.season is None else made


def _int(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdigit() else None


def _number(word: str) -> float | None:
    word = word.lower()
    return float(word) if word.isdigit() else SMALL.get(word, TENS.get(word, 1.0 if word in ("a", "an") else None))


def _days(value: Timex) -> Interval | None:
    """The days that a date covers; one that says `by` or `since` stands for the day it names."""
    span = period(value._replace(mod=None))
    if span is None or span.lower is None or span.upper is None:
        return None
    return Interval(float(int(span.lower)), float(int(span.upper)))


def _clock(clock: str | None) -> tuple[int | None, str | None]:
    if clock is None:
        return None, None
    found = _CLOCK.match(clock)
    return (None, clock[:2]) if found is None else (int(found[1]) * 60 + int(found[2] or 0), None)


def compare(one: When, other: When) -> Likeness:
    """Whether two dates can be one."""
    days = _compare_days(one, other)
    if days == "rival":
        return _one_night(one, other) or "rival"
    clocks = _compare_clocks(one, other)
    if clocks == "rival" or days == "apart":
        return clocks
    return "fits" if (one.minute is None) != (other.minute is None) else days


def key(one: When) -> Key | None:
    """What other dates of a story have in common with this one if they are the same; None where it is too open."""
    if one.month is not None and one.date is not None:
        return ("day", one.month, one.date)
    if one.weekday is not None:
        return ("weekday", one.weekday)
    if one.month is not None:
        return ("month", one.month)
    if one.season is not None:
        return ("season", one.season)
    if one.year is not None:
        return ("year", one.year)
    if one.minute is not None:
        return ("clock", one.minute)
    return ("ago", *one.ago) if one.ago is not None else None


def differing(one: When, other: When) -> tuple[When, When]:
    """Two dates that cannot be one, each cut down to what sets it apart from the other: of 4 a.m. on Monday and 5 a.m. on
    Monday the hours."""
    if _compare_days(one, other) != "rival":
        if one.minute == other.minute:
            return When(minute=one.until), When(minute=other.until)
        return When(minute=one.minute), When(minute=other.minute)
    if one.year != other.year and one.year is not None and other.year is not None:
        return When(year=one.year), When(year=other.year)
    if one.weekday is not None and other.weekday is not None and (one.month is None or other.month is None):
        return When(weekday=one.weekday), When(weekday=other.weekday)
    return one, other


def grain(one: When) -> str:
    """By what a date is told: `day`, `weekday`, `month`, `year`, `clock` or `ago`; empty where it is too open."""
    found = key(one)
    return "" if found is None else str(found[0])


def keys(one: When) -> set[Key]:
    """All that a date states, the weekday of a day and the month of a date among it."""
    found = {key(one._replace(month=None)), key(one._replace(weekday=None)), key(one)}
    found |= {key(one._replace(date=None, weekday=None)), key(When(year=one.year)), key(When(minute=one.minute))}
    if one.day is not None and one.day.lower is not None and one.day.lower == one.day.upper:
        found.add(("weekday", int(one.day.lower - 1) % 7))
    return {each for each in found if each is not None}


def _compare_days(one: When, other: When) -> Likeness:
    if one.span is not None and other.span is not None:
        return "same" if one.span == other.span else "rival"
    if one.ago is not None and other.ago is not None:
        if one.ago[1] == other.ago[1]:
            if one.ago == other.ago or _meet(one, other):
                return "same"
            return "rival" if one.day is not None or other.day is not None or one.ago[1] in _LONG else "doubtful"
        return "same" if _meet(one, other) else "apart"
    shared = [(a, b) for a, b in zip(_parts(one), _parts(other), strict=True) if a is not None and b is not None]
    if any(a != b for a, b in shared):
        return "rival"
    if shared:
        written = one.year is not None and other.year is not None and one.month is None and other.month is None
        if written and one.day is not None and other.day is not None and not _meet(one, other):
            return "rival"
        return (
            "same"
            if (one.date is None) == (other.date is None) and (one.month is None) == (other.month is None)
            else "fits"
        )
    if one.weekday is not None and other.weekday is not None:
        return "same" if one.weekday == other.weekday else "rival"
    return _compare_guesses(one, other)


def _parts(one: When) -> tuple[int | str | None, ...]:
    return one.year, one.season, one.month, one.date


def _compare_guesses(one: When, other: When) -> Likeness:
    """A weekday against a date, or `yesterday` against either: what a page's publication day makes of them."""
    if one.day is None or other.day is None:
        return "apart"
    if _meet(one, other):
        return "same"
    for a, b in ((one, other), (other, one)):
        if a.weekday is not None and a.month is None and b.date is not None and b.day is not None:
            return "same" if int((b.day.lower or 1) - 1) % 7 == a.weekday else "rival"
    return "apart"


def _meet(one: When, other: When) -> bool:
    return one.day is not None and other.day is not None and meet(one.day, other.day) is not None


def _one_night(one: When, other: When) -> Likeness | None:
    """`Saturday night` and `early Sunday` are the same hours; `Saturday night` and `Sunday` may be, somewhere else."""
    for a, b in ((one, other), (other, one)):
        if a.weekday is None or b.weekday is None or (b.weekday - a.weekday) % 7 != 1:
            continue
        night = a.part == "NI" or (a.minute is not None and a.minute >= _LATE)
        morning = b.part == "MO" or (b.minute is not None and b.minute < _EARLY)
        if night and morning:
            return "same"
        if (night and b.part is None and b.minute is None) or (morning and a.part is None and a.minute is None):
            return "doubtful"
    return None


def _compare_clocks(one: When, other: When) -> Likeness:
    if one.minute is None or other.minute is None or (one.zone or "") != (other.zone or ""):
        return "apart"
    for a, b in ((one, other), (other, one)):
        past = (b.minute - a.minute if a.side == "after" else a.minute - b.minute) % DAY  # type: ignore[operator]
        if a.side is not None and a.side != b.side and past <= _JUST:
            return "fits"
    if not _near(one.minute, other.minute, loose=one.rough or other.rough):
        return "rival"
    ends = one.until is None or other.until is None or _near(one.until, other.until)
    return "same" if ends else "rival"


def _near(one: int, other: int, *, loose: bool = False) -> bool:
    """Whether two times of day can be one: a time on the half hour may be a round one."""
    round_ = loose or one % _ROUND == 0 or other % _ROUND == 0
    return abs(one - other) <= (_SLACK if round_ else _GIVE)
