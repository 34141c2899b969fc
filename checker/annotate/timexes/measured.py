"""Lengths of time as quantities: their intervals in seconds, hedged, and ages."""

from __future__ import annotations

import math

from checker.annotate import hedges
from checker.annotate.hedges import Hedge
from checker.annotate.timexes.folding import Item
from checker.annotate.timexes.lengths import Length
from checker.annotate.tokens import Chunk, Reading
from checker.model.mention import Interval, Quantity
from checker.values import timespans
from checker.values.precision import (
    Amount,
    between,
    hedged,
    point,
    quantity,
    vague,
)  # fmt: skip

SECONDS = {**timespans.SECONDS, "business day": timespans.DAY, "weekend": 2 * timespans.DAY}


_VAGUE = {"couple": (2, 3), "few": (3, 6), "several": (3, 7), "some": (2, 10), "many": (4, None), "numerous": (4, None),
          "dozen": (12, 12), "dozens": (24, None), "tens": (20, None), "scores": (40, None), "hundreds": (200, None), "thousands": (2000, None),
          "millions": (2e6, None), "recent": (2, 10), "past": (2, 10), "last": (2, 10), "coming": (2, 10),
          "next": (2, 10), "": (2, None)}  # fmt: skip


def _hedge(chunk: Chunk, item: Item) -> tuple[Hedge | None, int, int]:
    """The hedge around an item, and the item's span with it."""
    found = hedges.before(chunk, item.first)
    if found is not None:
        return found, found.first, item.last
    found = hedges.after(chunk, item.last)
    if found is not None and found.moves:
        return found, item.first, found.last
    return None, item.first, item.last


def duration(chunk: Chunk, item: Item) -> Reading | None:
    """An item of sign `P` as a duration or an age."""
    length: Length = item.value
    last = item.last
    words = chunk.words
    age = _age_end(chunk, last)
    core = core_first(chunk, item.first, item.last)
    if age:
        number, unit = _total(length.parts)
        found, first, _ = _hedge(chunk, item)
        value = age_value(number, unit, found)
        if length.low is not None:
            value = quantity(between(length.low, length.high or number), "second", unit, SECONDS[unit])
        return Reading(first, age, "duration", value, core, age, found and chunk.quote(found.first, found.last).lower())
    if length.parts[-1][1] not in SECONDS:
        return None
    if words[last] == "-" and words[last + 1] == "long" and length.joined:
        item = item._replace(last=last + 2)  # `a three-day-long search`
    amount, unit = amount_of(length)
    found, first, last = _hedge(chunk, item)
    if words[item.first] == "the" or length.vague in ("recent", "past", "last", "coming", "next", ""):
        found, first, last = None, item.first, item.last
    if found is not None and not length.joined:
        amount = hedged(amount, found.moves)
    elif found is not None:
        first, last, found = item.first, item.last, None
    value = quantity(amount, "second", unit, SECONDS[unit])
    return Reading(
        first, last, "duration", value, core, item.last, found and chunk.quote(found.first, found.last).lower()
    )


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


def _total(parts: tuple[tuple[float, str], ...]) -> tuple[float, str]:
    """Several units as one number of the smallest; years and months stay calendar months."""
    unit = parts[-1][1]
    if len(parts) == 1:
        return parts[0]
    if all(one in _MONTHS for _, one in parts):
        return sum(number * _MONTHS[one] for number, one in parts) / _MONTHS[unit], unit
    return sum(number * SECONDS[one] for number, one in parts) / SECONDS[unit], unit


def amount_of(length: Length) -> tuple[Amount, str]:
    """The number of a length, in the smallest of its units."""
    number, unit = _total(length.parts)
    if length.vague is not None:
        low, high = _VAGUE.get(length.vague, (2, None))
        span = Interval(low, high)
        return vague(2.0 if length.vague == "couple" else None, Interval(max(1, low - 1), high), span), unit
    if length.low is not None:
        return between(length.low, length.high or number), unit
    # A 30-day truce is one of 30 days; a three-year war may be in its fourth year.
    return point(number, _step(length.parts[-1][0]), whole=length.joined and unit == "day"), unit


def _step(number: float) -> float:
    """The worth of the last figure that is not mere zeros, with at least two figures taken as meant."""
    if number != int(number):
        return (
            0.5
            if number * 2 == int(number * 2)
            else 0.25
            if number * 4 == int(number * 4)
            else 10.0 ** -_decimals(number)
        )
    step = 1.0
    while number >= step * 100 and number % (step * 10) == 0:
        step *= 10
    return step


def _decimals(number: float) -> int:
    return len(f"{number:.6f}".rstrip("0").partition(".")[2])


def _age_end(chunk: Chunk, at: int) -> int:
    """The token after `years old`, `-year-old`, `years of age`; 0 where it is no age."""
    words = chunk.words
    if words[at] == "-" and words[at + 1] in ("old", "olds"):
        return at + 2
    if words[at] in ("old", "olds"):
        return at + 1
    if words[at] == "of" and words[at + 1] == "age":
        return at + 2
    return at if words[at - 1] in ("yo", "y.o.") or words[at - 2 : at] == [".", "o"] else 0


def age_value(number: float, unit: str, found: Hedge | None) -> Quantity:
    """An age: 48 lasts until the 49th birthday."""
    if found is not None:
        return quantity(hedged(point(number, 1), found.moves), "second", unit, SECONDS[unit])
    size = SECONDS[unit]
    span = Interval(number * size, (math.floor(number) + 1) * size, False, True)
    return Quantity(span, span, span, "second", number, None, None, unit)


def core_first(chunk: Chunk, first: int, last: int) -> int:
    """The first token that is no preposition or article."""
    while first < last - 1 and chunk.words[first] in _LEADS:
        first += 1
    return first


_LEADS = frozenset(
    "since until till by before after from between the on at in of for a an than no prior to up over during".split()
)


def ordinal(item: Item) -> Reading:
    """`fourth year`: which one in a row."""
    number, unit = item.value
    exact = Interval(number, number)
    return Reading(
        item.first,
        item.last,
        "ordinal",
        Quantity(exact, exact, exact, unit, number, None, None, unit),
        item.first,
        item.last,
    )
