"""Days so far from another: `two days later`, `the day before the vote`, `in two weeks`, `three weeks from tomorrow`."""

from __future__ import annotations

import re

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lengths import Length
from checker.annotate.timexes.relative import SMALL, from_now, joined, signed
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    NOW,
    THEN,
    Bounded,
    Closest,
    Current,
    Either,
    Event,
    Fixed,
    Holiday,
    Partial,
    Reference,
    Shift,
    Weekday,
    Window,
)


def _later(line: Line, first: int, last: int) -> Made:
    """`three days later`, `a week earlier`, `the day before`: from the date named last; or from an event."""
    length: Length = line.items[first].value
    word = line.word(last - 1)
    if length.joined or length.low is not None or length.vague == "":
        return None
    if word not in ("later", "after", "following", "hence", "before", "earlier", "prior"):
        return None
    if line.word(first - 1) == "another":
        return None  # `another ten months before peace came` is how long it took
    sign = 1 if word in ("later", "after", "following", "hence") else -1
    number, unit = length.parts[0]
    if word in ("before", "after", "prior", "following") and _event_follows(line, last):
        if len(length.parts) > 1 or unit in SMALL or number != int(number) or length.vague is not None:
            return None
        return "D", Event(sign * int(number), unit)
    if word in {"following", "prior"}:
        return None
    small = any(unit in SMALL for _, unit in length.parts)
    if length.vague not in (None, "couple", "few") or (length.vague == "few" and last - first < len(line.items)):
        return ("T" if small else "D"), Event(0, unit)  # `several days later`: nobody says how many
    if word == "hence":
        return ("T" if small else "D"), Shift(length.parts, 1, NOW)
    if line.word(first - 1) in ("than", "no") or line.word(last) == "than":
        return None  # `90 minutes later than planned` is how late it was
    return ("T" if small else "D"), Shift(length.parts, sign, THEN)


def _some_off(line: Line, first: int, last: int) -> Made:
    """`days later`, `months ago`: nobody says how many."""
    unit, word = line.items[first].value, line.word(last - 1)
    if (
        word not in ("later", "earlier", "ago")
        or not line.word(first).endswith("s")
        or line.sign(first - 1) in "oRtVkXh-"
    ):
        return None
    small = unit in SMALL
    if word == "ago":
        return "D", Reference("PAST_REF")
    return ("T" if small else "D"), Event(0, unit)


def _event_follows(line: Line, at: int) -> bool:
    """A word right after `before` or `after` names what is counted from, be it behind another distance: `30 minutes
    before and two hours after the meal`."""
    again = re.match(r"[+|]P?r", line.signs[at:])
    if again:
        return _event_follows(line, at + again.end())
    return (line.sign(at) not in " .,;:)!?" and line.word(at) not in ("\n", "and", "but", "when", "that")) or (
        line.sign(at) == ";" and line.word(at) in "“‘$£€"
    )


def _day_before(line: Line, first: int, last: int) -> Made:
    """`the day before`, `the month after Russia invaded`, `the day before yesterday`, `the year after next`."""
    unit = line.value(first, last, "U")
    word = line.word(first + line.signs[first:last].index("U") + 1)
    sign = 1 if word in ("after", "following") else -1
    if line.signs[last - 1] == "D":
        date = line.items[last - 1].value
        if line.word(last) == "'s" and unit != "day":
            return None
        if unit == "day":
            return "D", Shift(((1, unit),), sign, date, True)
        return "D", Window(((1, unit),), sign, date) if unit == "week" else Current(unit, sign, date)
    if line.signs[last - 1] == "R" and word != line.word(last - 1):
        if line.word(last - 1) == "next" and sign == 1:
            return "D", Current(unit, 2)
        if line.word(last - 1) == "last" and sign == -1 and line.sign(last) not in "PUKDBSH":
            return "D", Current(unit, -2)
        return None
    if (line.word(first - 1) in ("from", "all", "every") and line.signs[first] != "t") or line.sign(last) == "U":
        return None
    if line.sign(first - 1) == "i" and line.sign(first - 2) == "X":
        return None
    if line.signs[first] == "U" and line.sign(first - 1) in "tk":
        return None  # what `later in the day before` and `a matter of days before` leave
    if _event_follows(line, last):
        plural = line.word(last - 2 if line.signs[last - 2] == "U" else first).endswith("s")
        return "D", Event(0 if plural else sign, unit)
    return ("D", Current(unit, sign, THEN)) if line.signs[first] == "t" else None


def _in_length(line: Line, first: int, last: int) -> Made:
    """`in two weeks`: a date ahead, or how long something took."""
    length: Length = line.items[last - 1].value if line.signs[last - 1] == "P" else line.value(first, last, "P")
    word = line.word(first)
    bare = first == 0 and last == len(line.items)
    timed = line.word(last - 1) == "time"
    item = line.items[first + line.signs[first:last].index("P")]
    if not {"the", "past", "last", "previous"}.isdisjoint(line.chunk.words[item.first : item.last]):
        return None  # `in the last two days`
    if not timed and line.signs[last - 1] == "x":
        return None
    if (
        length.joined
        or length.low is not None
        or line.word(last) == "of"
        or length.vague in ("", "several", "many", "recent")
    ):
        return None
    if length.vague in ("last", "past", "coming", "next"):
        return None
    if word == "within":
        if line.word(last) in ("of", "after") or any(unit in SMALL for _, unit in length.parts):
            return None
        window = Window(length.parts, 1, "today")
        return "D", window if bare else Either(window, length)
    if word != "in":
        return None
    small = any(unit in SMALL for _, unit in length.parts)
    shift = Shift(length.parts, 1)
    sure = bare or timed or isinstance(line.items[first - 1].value, Holiday)
    return ("T" if small else "D"), shift if sure else Either(shift, length)


def _in_about(line: Line, first: int, last: int) -> Made:
    """`in about an hour`: a time ahead, or how long something took, roughly."""
    if line.word(first) != "in" or line.word(first + 1) not in ("about", "around", "roughly", "approximately"):
        return None
    length: Length = line.items[last - 1].value
    if length.joined or length.low is not None or length.vague is not None:
        return None
    small = any(unit in SMALL for _, unit in length.parts)
    whole = first == 0 and last == len(line.items)
    shift = Bounded("APPROX", Shift(length.parts, 1))
    return ("T" if small else "D"), shift if whole else Either(shift, length)


def _within_window(line: Line, first: int, last: int) -> Made:
    """`within the next 3 years`."""
    window = line.items[last - 1].value
    if line.word(first) != "within" or not isinstance(window, Window) or window.sign < 0:
        return None
    return "D", window._replace(base="today")


def _after_length(line: Line, first: int, last: int) -> Made:
    """`after 4 days`, where it is the whole text."""
    length: Length = line.items[last - 1].value
    if first or last < len(line.items) or line.word(first) != "after":
        return None
    return "D", Shift(length.parts, 1)


def _clock_off(line: Line, first: int, last: int) -> Made:
    """`two hours before midnight`, `10 minutes after 5 p.m.`"""
    length, clock, word = line.items[first].value, line.items[last - 1].value, line.word(first + 1)
    minutes = length.parts[0][0] * {"hour": 60, "minute": 1}.get(length.parts[0][1], 0)
    plain = len(length.parts) == 1 and length.low is None and length.vague is None and not length.joined
    if not (plain and clock.sure and clock.date is None and minutes) or word not in ("before", "after"):
        return None
    total = clock.hour * 60 + clock.minute + round(minutes) * (1 if word == "after" else -1)
    return "C", clock._replace(hour=total // 60 % 24, minute=total % 60, parts=2)


def _week_on(line: Line, first: int, last: int) -> Made:
    """`Monday week`, `tomorrow week`: a week behind that day, as the British say."""
    date = line.items[first].value
    ends = line.sign(last) in " .,;?" or line.word(last) in ("at", "and", "when", "for", "in", "or")
    near = isinstance(date, Weekday) or (isinstance(date, Current) and date.unit == "day")
    unit = line.items[last - 1].value
    if not ends or not near or line.word(last - 1) not in ("week", "fortnight"):
        return None
    return "D", Shift(((1, unit),), 1, date._replace(lean="coming") if isinstance(date, Weekday) else date, True)


COUNTED = Stage(
    "PUuD",
    Rule("DU", _week_on),
    Rule("PrC", _clock_off),
    Rule("P(?:F|r|s)t?D", from_now),
    Rule("iP;x", _in_length),
    Rule("iP'?x", _in_length),
    Rule("iP", _in_length),
    Rule("ixP", _in_about),
    Rule("it?D", _within_window),
    Rule("Pr|PX|PR", _later),
    Rule("[Uu][AX]", _some_off),
    Rule("tUr|Ur|tUR", _day_before),
    Rule("rP", _after_length),
    Rule("P[-+;]P(?:[-+;]?P)*", signed),
)


def _weekday_by(line: Line, first: int, last: int) -> Made:
    """`the Sunday before Christmas`, `the Monday after May 5`."""
    one, two = line.values(first, last, "D")
    word = line.word(first + line.signs[first:last].index("r"))
    told = isinstance(two, Holiday) or (isinstance(two, Fixed | Partial) and len(two.value) == len("2025-05-16"))
    if not isinstance(one, Weekday) or one.lean or one.day or not told or word not in ("before", "after"):
        return None
    return "D", Closest(one, two, 1 if word == "after" else -1)


BEFORE = Stage(
    "r",
    Rule("t?Drt?D", _weekday_by),
    Rule("t?r-[UK]", joined),
    Rule("tUrD|UrD", _day_before),
    Rule("tUrR|UrR", _day_before),
)
