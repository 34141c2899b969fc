"""The readers of dates, times and durations, as `checker.annotate` calls them."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

from checker.annotate import hedges
from checker.annotate.hedges import Hedge
from checker.annotate.timexes import holidays
from checker.annotate.timexes.lengths import Length
from checker.annotate.timexes.lexicon import DECADES, WORDS
from checker.annotate.timexes.read import items
from checker.annotate.timexes.folding import Item
from checker.annotate.timexes.spec import Bounded, Clock, Either, Event, Fixed, Foreign, Partial, Reference, Repeats, Shift
from checker.annotate.tokens import DIGITS, Chunk, Reader, Reading
from checker.model.mention import Interval, Quantity
from checker.values.precision import (
    ABOUT, AT_LEAST, AT_MOST, JUST_OVER, JUST_UNDER, NEARLY, OVER, UNDER, WELL_OVER, WELL_UNDER, Amount, between, hedged, point,
    quantity, vague,
)  # fmt: skip

SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "business day": 86400, "week": 604800, "weekend": 172800,
    "fortnight": 1209600, "month": 2592000, "quarter": 7776000, "year": 31536000, "decade": 315360000,
    "century": 3153600000, "millennium": 31536000000,
}  # fmt: skip
"""A month is 30 days and a year 365, as the sets that measure durations have them."""
_VAGUE = {"couple": (2, 3), "few": (3, 6), "several": (3, 7), "some": (2, 10), "many": (4, None), "numerous": (4, None),
          "dozen": (12, 12), "dozens": (24, None), "recent": (2, 10), "past": (2, 10), "last": (2, 10), "coming": (2, 10),
          "next": (2, 10), "": (2, None)}  # fmt: skip
_DATE_MODS = {ABOUT: "APPROX", NEARLY: "APPROX", OVER: "BEFORE", JUST_OVER: "BEFORE", WELL_OVER: "BEFORE", AT_LEAST: "ON_OR_BEFORE",
              UNDER: "AFTER", JUST_UNDER: "AFTER", WELL_UNDER: "AFTER", AT_MOST: "ON_OR_AFTER"}  # fmt: skip
_LEADS = frozenset("since until till by before after from between the on at in of for a an than no prior to up over during".split())


def read(chunk: Chunk, i: int) -> Reading | None:
    """The date, time or duration that covers token i."""
    for reading in readings(chunk):
        if reading.first <= i < reading.last:
            return reading
    return None


@lru_cache(maxsize=256)
def readings(chunk: Chunk) -> tuple[Reading, ...]:
    """All of a chunk, in order, none overlapping another."""
    found = []
    for item in items(chunk):
        if item.sign == "P":
            reading = _duration(chunk, item)
        elif item.sign == "L":
            reading = _ordinal(chunk, item)
        else:
            reading = _date(chunk, item)
        if reading is not None:
            found.append(reading)
    if found and chunk.size <= _CELL and _foreign(chunk, found):
        return (Reading(0, chunk.size, "time", Foreign(chunk.text), 0, chunk.size),)
    return tuple(found)


_CELL = 14
"""Tokens of the longest text that may be a date in a notation of its own."""


def _foreign(chunk: Chunk, found: list[Reading]) -> bool:
    """Whether a dated text is all numbers and marks beside what was read of it, and some number was left over."""
    if not any(reading.kind in ("date", "time") and isinstance(reading.value, Fixed) and len(reading.value.value) == 10 for reading in found):
        return False
    left = [chunk.words[i] for i in range(chunk.size) if not any(one.first <= i < one.last for one in found)]
    return all(word[0].isdigit() or word in ".:,/-tz" or word in ("year", "at", "hrs") for word in left) and any(
        word[0].isdigit() for word in left
    ) or "year" in left and len(left) == 1


def _core(chunk: Chunk, first: int, last: int) -> int:
    while first < last - 1 and chunk.words[first] in _LEADS:
        first += 1
    return first


def _hedge(chunk: Chunk, item: Item) -> tuple[Hedge | None, int, int]:
    """The hedge around an item, and the item's span with it."""
    found = hedges.before(chunk, item.first)
    if found is not None:
        return found, found.first, item.last
    found = hedges.after(chunk, item.last)
    if found is not None and found.moves:
        return found, item.first, found.last
    return None, item.first, item.last


def _date(chunk: Chunk, item: Item) -> Reading:
    kind: Any = "time" if item.sign in "CT" else "date"
    value = Repeats(item.value) if isinstance(item.value, str) else item.value
    if isinstance(value, Either):
        amount, unit = _amount(value.length)
        value = value._replace(length=quantity(amount, "second", unit, SECONDS[unit]))
    first, last = item.first, item.last
    hedge = None
    if not isinstance(value, Either | Event | Repeats | Reference):
        found = hedges.before(chunk, item.first)
        if found and found.moves in _DATE_MODS and (
            isinstance(value, Shift) or found.moves == ABOUT and (isinstance(value, Clock) or chunk.words[found.first] != "some")
        ):
            if isinstance(value, Shift | Clock | Fixed | Partial) and chunk.words[item.last] != "'s":
                value = Bounded(_DATE_MODS[found.moves], value)
                hedge, first = chunk.quote(found.first, found.last).lower(), found.first
    return Reading(first, last, kind, value, _core(chunk, item.first, item.last), last, hedge)


def _duration(chunk: Chunk, item: Item) -> Reading | None:
    length: Length = item.value
    last = item.last
    words = chunk.words
    age = _age_end(chunk, last, length)
    core = _core(chunk, item.first, item.last)
    if age:
        number, unit = _total(length.parts)
        found, first, _ = _hedge(chunk, item)
        value = _years(number, unit, found)
        if length.low is not None:
            value = quantity(between(length.low, length.high or number), "second", unit, SECONDS[unit])
        return Reading(first, age, "duration", value, core, age, found and chunk.quote(found.first, found.last).lower())
    if length.parts[-1][1] not in SECONDS or words[last] == "'" and False:
        return None
    amount, unit = _amount(length)
    found, first, last = _hedge(chunk, item)
    if words[item.first] == "the" or length.vague in ("recent", "past", "last", "coming", "next", ""):
        found, first, last = None, item.first, item.last
    if found is not None and not length.joined:
        amount = hedged(amount, found.moves)
    elif found is not None:
        first, last, found = item.first, item.last, None
    value = quantity(amount, "second", unit, SECONDS[unit])
    return Reading(first, last, "duration", value, core, item.last, found and chunk.quote(found.first, found.last).lower())


def _total(parts: tuple[tuple[float, str], ...]) -> tuple[float, str]:
    """Several units as one number of the smallest; years and months stay calendar months."""
    unit = parts[-1][1]
    if len(parts) == 1:
        return parts[0]
    if {one for _, one in parts} <= {"year", "month"}:
        return sum(number * (12 if one == "year" else 1) for number, one in parts), "month"
    return sum(number * SECONDS[one] for number, one in parts) / SECONDS[unit], unit


def _amount(length: Length) -> tuple[Amount, str]:
    number, unit = _total(length.parts)
    if length.vague is not None:
        low, high = _VAGUE.get(length.vague, (2, None))
        span = Interval(low, high)
        return vague(2.0 if length.vague == "couple" else None, Interval(max(1, low - 1), high), span), unit
    if length.low is not None:
        return between(length.low, length.high or number), unit
    return point(number, _step(number), whole=length.joined), unit


def _step(number: float) -> float:
    """The worth of the last figure that is not mere zeros, with at least two figures taken as meant."""
    if number != int(number):
        return 0.5 if number * 2 == int(number * 2) else 0.25 if number * 4 == int(number * 4) else 10.0 ** -_decimals(number)
    step = 1.0
    while number >= step * 1000 and number % (step * 10) == 0:
        step *= 10
    return step


def _decimals(number: float) -> int:
    return len(f"{number:.6f}".rstrip("0").partition(".")[2])


def _age_end(chunk: Chunk, at: int, length: Length) -> int:
    """The token after `years old`, `-year-old`, `years of age`; 0 where it is no age."""
    words = chunk.words
    if words[at] == "-" and words[at + 1] in ("old", "olds"):
        return at + 2
    if words[at] in ("old", "olds"):
        return at + 1
    if words[at] == "of" and words[at + 1] == "age":
        return at + 2
    return at if words[at - 1] == "yo" else 0


def _years(number: float, unit: str, found: Hedge | None) -> Quantity:
    """An age: 48 lasts until the 49th birthday."""
    if found is not None:
        return quantity(hedged(point(number, 1), found.moves), "second", unit, SECONDS[unit])
    size = SECONDS[unit]
    span = Interval(number * size, (math.floor(number) + 1) * size, False, True)
    return Quantity(span, span, span, "second", number, None, None, unit)


def _ordinal(chunk: Chunk, item: Item) -> Reading:
    number, unit = item.value
    exact = Interval(number, number)
    return Reading(item.first, item.last, "ordinal", Quantity(exact, exact, exact, unit, number, None, None, unit), item.first, item.last)


def read_age(chunk: Chunk, i: int) -> Reading | None:
    """`Smith, 48,`, `aged 48`, `age 87`: digits of an age without its unit."""
    words = chunk.words
    text = words[i]
    if not text.isdigit() or len(text) > 3 or not 0 < int(text) < 123:
        return None
    before, after = words[i - 1] if i else "", words[i + 1]
    if before in ("aged", "age") or before == "," and words[i - 2] == "aged":
        if after in ("%", "percent", "-", "group", "to", "and") and before == "age":
            return None
        if after in ("-", "to", "–", "and") and words[i + 2].isdigit():
            span = between(float(text), float(words[i + 2]))
            return Reading(i - 1, i + 3, "duration", quantity(span, "second", "year", SECONDS["year"]), i, i + 3)
        return Reading(i - 1, i + 1, "duration", _years(float(text), "year", None), i, i + 1)
    if before != "," or i < 2 or not _named(chunk, i - 2) or not _closes(chunk, i + 1):
        return None
    return Reading(i, i + 1, "duration", _years(float(text), "year", None), i, i + 1)


def _named(chunk: Chunk, at: int) -> bool:
    """A name of a person, as far as letters can say: a capital, and no month, weekday or short form of a state."""
    word = chunk.words[at]
    if word == "." and chunk.words[at - 1] in ("jr", "sr"):
        return True
    if not word.isalpha() or len(word) < 2 or not chunk.upper(at) or chunk.raw(at).isupper():
        return False
    known = WORDS.get(word)
    return not (known and known[0] in "MWSU") and at > 0 and chunk.upper(at - 1)


def _closes(chunk: Chunk, at: int) -> bool:
    """A comma that a list of numbers does not go on after, or the end of the sentence."""
    word, after = chunk.words[at], chunk.words[at + 1]
    if word in (".", ";", ")") or word == "":
        return True
    return word == "," and not after[:1].isdigit() and not (chunk.glued(at + 1))


def _cues() -> frozenset[str]:
    signs = frozenset("MWSBUuDENCKQcZ")
    words = {word for word, (sign, _) in WORDS.items() if sign in signs and word not in ("lunch", "et", "pt", "ist", "second", "mid")}
    for name in holidays.NAMES:
        words.add(max(name, key=len))
    words |= set(DECADES) | {"ago", "am", "pm", "nineteen", "thousand", "eighteen", "fiscal", DIGITS, "seconds", "anniversary", "birthday", "hence"}
    return frozenset(words - {"may", "second"} | {"may", "second"})


READERS = (
    Reader(read, _cues(), frozenset({"q", "h", "fy", "cy", "sy", *(w for w, (s, _) in WORDS.items() if s in "MW")})),
    Reader(read_age, frozenset({DIGITS})),
)
