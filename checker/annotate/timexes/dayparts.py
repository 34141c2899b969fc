"""Parts of the day, and the days they belong to: `Thursday morning`, `last night`, `the early hours of May 7`, `at dawn`."""

from __future__ import annotations

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.hours import day_like
from checker.annotate.timexes.relative import STEP
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    NOW,
    THEN,
    Current,
    DayPart,
    Ends,
    Repeats,
    Weekday,
    Within,
)  # fmt: skip


def _day_part(line: Line, first: int, last: int) -> Made:
    """`this morning`, `last night`, `the next morning`, `in the afternoon`."""
    part = line.items[last - 1].value
    lean = line.value(first, last, "R")
    mod = line.value(first, last, "X")
    if lean:
        if lean not in STEP or (part == "DI" and lean not in ("this", "last")):
            return None
        if lean == "this":
            return "T", DayPart(part, Current("day", 0, NOW), mod)
        if lean in ("last", "past", "previous"):
            return "T", DayPart(part, Current("day", -1, THEN if lean == "previous" else NOW), mod)
        if lean in ("that", "same"):
            return "T", DayPart(part, Current("day", 0, THEN), mod)
        return "T", DayPart(
            part, Current("day", 1, THEN if line.signs[first] == "t" or lean == "following" else NOW), mod
        )
    if line.word(last - 1) in ("lunch", "nights", "evenings", "mornings", "afternoons") and line.word(first) not in (
        "at",
        "in",
    ):
        return None
    return "T", DayPart(part, None, mod)


def _day_and_part(line: Line, first: int, last: int) -> Made:
    """`Thursday morning`, `tomorrow evening`, `the morning of May 5`, `Monday early in the morning`."""
    date = line.value(first, last, "DI")
    part, mod = line.value(first, last, "B"), line.value(first, last, "X")
    if isinstance(date, Ends):
        return ("T", DayPart(part, date.first, mod)) if part == "NI" and day_like(date.first) else None
    if not day_like(date) or (
        line.word(last - 1).endswith("s") and line.signs[last - 1] == "B" and line.word(last - 1) != "'s"
    ):
        if day_like(date) and isinstance(date, Weekday):
            return "Q", Repeats(f"XXXX-WXX-{date.weekday}T{part}")
        return None
    return "T", DayPart(part, date, mod)


def _part_of_week(line: Line, first: int, last: int) -> Made:
    """`Wednesday evening next week`."""
    one, two = line.values(first, last, "D")
    if not isinstance(one, Weekday) or not isinstance(two, Current) or two.unit != "week":
        return None
    return "T", DayPart(line.value(first, last, "B"), Within(one._replace(lean=None), two))


def _night(line: Line, first: int, last: int) -> Made:
    return "T", DayPart("NI", Current("day", 0), line.value(first, last, "X"))


_LIGHT = frozenset("at before by until till after since around about toward towards near from @".split())
"""What stands before the light of the day where it is a time: `at dawn`, but `the dawn of a new age`."""


def _alone(line: Line, first: int, last: int) -> Made:
    """`in the morning`, `afternoon`, `at dawn`: some day's."""
    part = line.value(first, last, "B")
    word = line.word(last - 1)
    if part in ("DA", "DU") and line.word(first - 1) not in _LIGHT:
        return None
    at = line.items[last - 1].first
    if at and line.chunk.upper(at) and line.chunk.size > 2:
        return None
    if (part in ("MI", "DI") and line.word(first) != "at") or (
        word.endswith("s") and "t" not in line.signs[first:last]
    ):
        return None
    if line.word(first - 1) == "and" and line.word(first - 2) == "day":
        return None  # `day and night`
    if line.word(first - 1) in ("good", "saturday", "opening", "per") or line.word(last) in (
        "club",
        "market",
        "shift",
        "school",
        "sky",
    ):
        return None
    return "T", DayPart(part, None, line.value(first, last, "X"))


def _early_hours(line: Line, first: int, last: int) -> Made:
    """`the early hours of Monday`, `the small hours of Sunday morning`, `early morning hours of May 7`."""
    lead = line.word(first + (line.signs[first] == "t"))
    date = line.items[last - 1].value
    if line.signs[last - 1] == "B":
        date = line.items[last - 2].value
    if lead not in ("early", "small", "wee") or line.value(first, last, "u") != "hour" or not day_like(date):
        return None
    return "T", DayPart("EH", date, "START")


PARTS = Stage(
    "B",
    Rule("X?-?R-?B|tRB", _day_part),
)
TODAYS = Stage(
    "E",
    Rule("X?-?E", _night),
)
DAY_TIMES = Stage(
    "B",
    Rule("DB(?:k|i)?D", _part_of_week),
    Rule("X?DX?(?:it?|j|-)?X?B|DX(?:it)?B", _day_and_part),
    Rule("X?Bkt?I|X?Bkt?D|X?Bj?D|D@B", _day_and_part),
    Rule("(?:it)?X?B(?!kt?[DI])", _alone),
)
EARLY_HOURS = Stage("u", Rule("t?[Xx]B?u[kj]?t?DB?", _early_hours))
