"""The readers of dates, times and durations, as `checker.annotate` calls them."""

from __future__ import annotations

import re
from typing import Any

from checker.annotate import hedges
from checker.annotate.timexes import codes, holidays
from checker.annotate.timexes.ages import read_age
from checker.annotate.timexes.folding import Item
from checker.annotate.timexes.lexicon import DECADES, WORDS
from checker.annotate.timexes.measured import SECONDS, amount_of, core_first, duration, ordinal
from checker.annotate.timexes.read import items
from checker.annotate.timexes.spec import (
    Bounded,
    Clock,
    Either,
    Fixed,
    Foreign,
    Partial,
    Repeats,
    Shift,
)
from checker.annotate.tokens import DIGITS, Chunk, Reader, Reading
from checker.values.precision import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    JUST_OVER,
    JUST_UNDER,
    NEARLY,
    OVER,
    UNDER,
    WELL_OVER,
    WELL_UNDER,
    quantity,
)  # fmt: skip

_DATE_MODS = {ABOUT: "APPROX", NEARLY: "APPROX", OVER: "BEFORE", JUST_OVER: "BEFORE", WELL_OVER: "BEFORE", AT_LEAST: "ON_OR_BEFORE",
              UNDER: "AFTER", JUST_UNDER: "AFTER", WELL_UNDER: "AFTER", AT_MOST: "ON_OR_AFTER"}  # fmt: skip


def read(chunk: Chunk, i: int) -> Reading | None:
    """The date, time or duration that covers token i."""
    for reading in readings(chunk):
        if reading.first <= i < reading.last:
            return reading
    return None


def readings(chunk: Chunk) -> tuple[Reading, ...]:
    """All of a chunk, in order, none overlapping another."""
    found = []
    for item in items(chunk):
        if item.sign == "P":
            reading = duration(chunk, item)
        elif item.sign == "L":
            reading = ordinal(item)
        else:
            reading = _date(chunk, item)
        if reading is not None:
            found.append(reading)
    if found and chunk.size <= _CELL and _foreign(chunk, found):
        return (Reading(0, chunk.size, "time", Foreign(chunk.text), 0, chunk.size),)
    return tuple(found)


_CELL = 14
"""Tokens of the longest text that may be a date in a notation of its own."""
_POINTED_HOUR = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def _foreign(chunk: Chunk, found: list[Reading]) -> bool:
    """Whether all that was left over of a dated text is an hour written with a point, or the word `year`."""
    if not any(
        reading.kind in ("date", "time") and isinstance(reading.value, Fixed) and len(reading.value.value) == 10
        for reading in found
    ):
        return False
    left = [chunk.words[i] for i in range(chunk.size) if not any(one.first <= i < one.last for one in found)]
    return left == ["year"] or (len(left) == 1 and _POINTED_HOUR.fullmatch(left[0]) is not None)


def _date(chunk: Chunk, item: Item) -> Reading:
    kind: Any = "time" if item.sign in "CT" else "date"
    value = Repeats(item.value) if isinstance(item.value, str) else item.value
    if isinstance(value, Either):
        amount, unit = amount_of(value.length)
        value = value._replace(length=quantity(amount, "second", unit, SECONDS[unit]))
    first, last = item.first, item.last
    hedge = None
    found = hedges.before(chunk, item.first)
    if (
        found
        and found.moves in _DATE_MODS
        and isinstance(value, Shift | Clock | Fixed | Partial)
        and (
            isinstance(value, Shift)
            or (found.moves == ABOUT and (isinstance(value, Clock) or chunk.words[found.first] != "some"))
        )
        and chunk.words[item.last] != "'s"
    ):
        value = Bounded(_DATE_MODS[found.moves], value)
        hedge, first = chunk.quote(found.first, found.last).lower(), found.first
    return Reading(first, last, kind, value, core_first(chunk, item.first, item.last), last, hedge)


def _cues() -> frozenset[str]:
    signs = frozenset("MWSBUuDENCKQcZm")
    words = {
        word
        for word, (sign, _) in WORDS.items()
        if sign in signs and word not in ("lunch", "et", "pt", "ist", "second", "mid")
    }
    words |= set(DECADES) | set(
        "ago am pm nineteen thousand eighteen fiscal seconds anniversary birthday hence ampm remainder".split()
    )
    return frozenset(words | {"may", "second", DIGITS})


CUES = _cues()
"""Words that may be a date by themselves; a word of a feast is none without the rest of its name."""
READERS = (
    Reader(
        read,
        CUES | holidays.apart(CUES),
        codes.LETTERS.union(word for word, (sign, _) in WORDS.items() if sign in "MW"),
    ),
    Reader(read_age, frozenset({DIGITS})),
)
