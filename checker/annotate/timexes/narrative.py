"""Whether a text tells of what is long past, and which sentences stay in a year of the past: `In 1943 ... until July`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from checker.annotate.timexes.spec import (
    HERE,
    NOW,
    THEN,
    Bounded,
    Clock,
    Current,
    DayPart,
    Ends,
    Fixed,
    Holiday,
    Part,
    Partial,
    Shift,
    Weekday,
)  # fmt: skip
from checker.annotate.tokens import Placed

_OPENS = re.compile(r"\W*(?:(?:and|but|then|yet|in|on|by|during|since|early|late|mid|back|the|of)\W+)*", re.IGNORECASE)
"""What may stand before the year that a sentence opens with."""


def opens(text: str, firsts: Sequence[int], start: int) -> bool:
    """Whether a sentence begins with the expression at this place."""
    behind = bisect_right(firsts, start)
    return _OPENS.fullmatch(text, firsts[behind - 1] if behind else 0, start) is not None


def frames(spec: object) -> bool:
    """Whether a sentence that opens with it may stay in its year: one that is written, or that of the date named last."""
    inner = innermost(spec)
    if inner == THEN or (isinstance(inner, Current) and inner.base == THEN):
        return True
    return isinstance(inner, Fixed) and inner.value[:4].isdigit()


def yearless(spec: object) -> bool:
    """A month, a day or a feast of a year that the expression leaves out; `the end of the year`."""
    inner = innermost(spec)
    if isinstance(inner, Partial):
        return inner.lean is None and inner.value.startswith("XXXX-")
    if isinstance(inner, Holiday):
        return inner.lean is None and inner.year is None
    return isinstance(inner, Current) and inner.base == HERE


def of_old(placed: Sequence[Placed], now: date, text: str, firsts: Sequence[int]) -> bool:
    """Dates with their years, nearly all long before publication, and hardly a weekday. Where nothing at all is told of
    now, one year of long ago is enough if it opens a sentence, or one day or month of it if it is the first date told."""
    plain = [innermost(item.reading.value) for item in placed]
    years = {
        i: int(spec.value[:4]) for i, spec in enumerate(plain) if isinstance(spec, Fixed) and spec.value[:4].isdigit()
    }
    old = [i for i, year in years.items() if year < now.year - 2]
    news = sum(
        isinstance(spec, Weekday)
        or spec == NOW
        or (isinstance(spec, Current) and spec.base == NOW)
        or (isinstance(spec, Fixed) and spec.value.startswith(str(now.year)))
        for spec in plain
    )
    if news or not old:
        return len(old) >= _MANY and len(old) > 4 * news
    long_ago = [i for i in old if years[i] < now.year - _LONG]
    first = plain[0]
    begun = long_ago[:1] == [0] and isinstance(first, Fixed) and len(first.value) >= len("1918-03")
    return begun or len(old) >= 4 or any(opens(text, firsts, placed[i].start) for i in long_ago)


_LONG = 10
"""Years after which what is told without a word of now is no background of news."""
_MANY = 6
"""Dates that make a history, though it tells of now as well."""


def innermost(spec: object) -> object:
    """The day that hours, parts and limits belong to."""
    while field := _WITHIN.get(type(spec)):
        spec = getattr(spec, field)
    return spec


_WITHIN = {Bounded: "date", Clock: "date", DayPart: "date", Part: "whole", Ends: "first", Shift: "base"}
"""Where each of these has the date that it is a part or a limit of."""
