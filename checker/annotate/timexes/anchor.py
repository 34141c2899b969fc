"""From what expressions say to the days they mean: publication date, the dates named before, and tense.

News speaks of the past: `on Monday` is the latest Monday not after publication unless a word or the tense looks ahead.
In an account of what is long past (a history), what lacks its year takes it from the date named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from checker.annotate.timexes import counting, narrative, nearest, spans
from checker.annotate.timexes.halfdays import in_part
from checker.annotate.timexes.resolve import Found, Scene, resolve
from checker.annotate.timexes.spec import (
    NOW,
    THEN,
    Bounded,
    Clock,
    Current,
    DayPart,
    Either,
    Ends,
    Fixed,
    Lasting,
    Named,
    Nth,
    Part,
    Partial,
    Shift,
    Spread,
    Weekday,
    Window,
    Within,
)
from checker.annotate.timexes.tense import lean
from checker.annotate.tokens import Placed
from checker.model.document import Document, Span
from checker.model.mention import Quantity, Timex

_RESOLVERS = (counting, nearest, spans)  # each registers what it resolves
_NEAR, _FAR = 2, 12
"""How many sentences on `that day` or a bare hour may still belong to a day that was named; in a history, much later."""
_HOURS_REACH = 4
_HELD = re.compile(
    r"\b(?:first|second|third|fourth|fifth|\d(?:st|nd|rd|th)|only|times?|\w+est|most|once|twice|not|n['’]t)\b[^.]*$",
    re.IGNORECASE,
)
"""Words that make `in three years` the length of a spell: `the first visit in three years`."""
_WORD = re.compile(r"\w+")
_MESSAGE = 280
"""Letters of a short message."""


def anchor(placed: Sequence[Placed], document: Document, sentences: Sequence[Span]) -> list[Timex | Quantity]:
    """The `Timex` of every placed reading of kind `date` or `time`, in the order given (that of the text).

    A `Quantity` stands for a reading that is a length of time after all (`in two weeks`, said of the past): it covers
    the core alone.
    """
    now, clock = published(document.published)
    text = document.text
    firsts = [span[0] for span in sentences]
    history = now is not None and narrative.of_old(placed, now, text, firsts)
    bare = len(text) < 80 and len(placed) == 1 and _covers(text, placed[0])
    news = now is not None and not history
    reach = _FAR if history else _NEAR
    found: list[Found | Quantity | None] = []
    then: Found | None = None
    then_day: Found | None = None
    then_at = day_at = 0
    frame: Found | None = None
    frame_at = -1  # `In 1943 ... until July`: a sentence stays in the year that it opens with
    for item in placed:
        spec = item.reading.value
        waits, asks, free = _traits(spec)
        if waits:
            found.append(None)
            continue
        sentence = max(bisect_right(firsts, item.start) - 1, 0)
        way = 1 if bare else 0
        if asks and not bare:
            first, last = sentences[sentence] if sentences else (0, len(text))
            way = lean(text, item.core_start, item.end, first, last)
            if not way and isinstance(spec, Clock) and len(text) <= _MESSAGE and isinstance(spec.date, Weekday):
                way = 1  # `fri 7pm at the pub`: no word of what was
            if isinstance(spec, Either) and (way <= 0 or _HELD.search(text, max(first, item.start - 60), item.start)):
                found.append(spec.length)
                continue
        framed = frame_at == sentence and narrative.yearless(spec)
        if free and news and not framed:
            made = _settled(spec, now, clock, way, bare)
        else:
            named = frame if framed and then_at < sentence else then if sentence - then_at <= reach else None
            named_day = then_day if sentence - day_at <= reach else None
            made = resolve(
                spec, Scene(now, clock, named, named_day, way, bare, history or framed, told=then is not None)
            )
        found.append(made)
        if made.first is None:
            continue
        if now and made.first.year < now.year and narrative.frames(spec) and narrative.opens(text, firsts, item.start):
            frame, frame_at = made, sentence
        inner = narrative.innermost(spec)
        dated = made.grain not in ("season", "decade", "century") or (made.grain, type(inner)) == ("season", Fixed)
        if dated and not isinstance(inner, Named):
            then, then_at = made, sentence
            then_day, day_at = (made, sentence) if made.first == made.last else (None, 0)
    return _timed(placed, found, document, sentences, bare)


def _timed(
    placed: Sequence[Placed],
    found: Sequence[Found | Quantity | None],
    document: Document,
    sentences: Sequence[Span],
    bare: bool,
) -> list[Timex | Quantity]:
    """All values, when every day is known: hours without their day take one named near them."""
    now, _ = published(document.published)
    news = None if bare else now
    firsts = [span[0] for span in sentences]
    places: list[int] = []
    days: list[date] = []
    adrift: set[int] = set()  # sentences that count from an event: `at 6 a.m., ten days before the vote`
    if None in found:
        for item, made in zip(placed, found, strict=True):
            if not isinstance(made, Found):
                continue
            if made.first is not None and made.first == made.last:
                places.append(item.start)
                days.append(made.first)
            elif made.offset is not None:
                adrift.add(bisect_right(firsts, item.start) - 1)
    out: list[Timex | Quantity] = []
    part, part_at = "", -2
    for item, made in zip(placed, found, strict=True):
        spec = item.reading.value
        if isinstance(spec, DayPart):
            part, part_at = spec.part, bisect_right(firsts, item.start) - 1
        if isinstance(made, Quantity):
            out.append(made)
            continue
        if made is not None:
            out.append(_timex(made))
            continue
        sentence = max(bisect_right(firsts, item.start) - 1, 0)
        day = _day_for(item.start, sentence, firsts, places, days)
        if news and day and day > news and lean(document.text, item.core_start, item.end, *sentences[sentence]) < 0:
            # `no ruling before Monday. The shots fell at 10 p.m.`: not those of a day to come
            been = [(place, one) for place, one in zip(places, days, strict=True) if one <= news]
            day = _day_for(item.start, sentence, firsts, [one[0] for one in been], [one[1] for one in been]) or news
        if firsts and item.start == firsts[sentence] and news is not None:
            day = now  # `2:15 p.m.` at the head of a line stamps a report of the day
        elif sentence in adrift or (isinstance(spec, DayPart) and news is not None):
            day = None  # `the long night` is nobody's night in particular
        elif day is None and not days:
            day = now
        if isinstance(spec, Clock) and sentence - part_at <= 1:
            spec = in_part(spec, part)  # `it is on tonight. Doors open at 8`
        scene = Scene(day, None, None, None, 0, bare=bare, history=False)
        out.append(resolve(spec, scene).timex())
    return out


@lru_cache(maxsize=8192)
def _settled(spec: Any, now: date, clock: time | None, way: int, bare: bool) -> Found:
    """What a spec means that no date named before has a say in: the same all over a document, and its neighbours."""
    return resolve(spec, Scene(now, clock, None, None, way, bare, history=False))


@lru_cache(maxsize=8192)
def _timex(found: Found) -> Timex:
    return found.timex()


@lru_cache(maxsize=8192)
def _traits(spec: Any) -> tuple[bool, bool, bool]:
    """Whether a spec waits for a day, whether tense has a say in it, and whether no date named before it has."""
    return _waits(spec), isinstance(spec, Either) or _asks(spec), _free(spec)


def _free(part: Any) -> bool:
    if isinstance(part, tuple):
        return all(_free(one) for one in part)
    if isinstance(part, str) and part.startswith("XXXX-XX-"):
        return False
    return part not in (THEN, "that", "same", "following")


def published(value: str | None) -> tuple[date | None, time | None]:
    """The day, and the time of the day where it is given, of an ISO 8601 value."""
    if not value:
        return None, None
    try:
        if len(value) > 10:
            moment = datetime.fromisoformat(value)
            return moment.date(), moment.time()
        return date.fromisoformat(value[:10]), None
    except ValueError:
        return None, None


def _covers(text: str, item: Placed) -> bool:
    """A text that is nothing but an expression: an entry in a form, a question to an assistant."""
    return len(_WORD.findall(text[: item.start])) + len(_WORD.findall(text[item.end :])) <= 1


def _waits(spec: object) -> bool:
    """A time of the day without its day is anchored when every day is known."""
    if isinstance(spec, Ends):
        return isinstance(spec.first, Clock) and _waits(spec.first)
    if isinstance(spec, Bounded):
        return _waits(spec.date)
    return isinstance(spec, Clock | DayPart) and spec.date is None


def _asks(spec: object) -> bool:
    """Whether tense has a say."""
    if isinstance(spec, Partial | Weekday):
        return spec.lean in (None, "this")
    if isinstance(spec, Ends):
        return _asks(spec.first) or _asks(spec.last)
    if isinstance(spec, Bounded | Clock | DayPart):
        return _asks(spec.date)
    if isinstance(spec, Part | Within | Spread):
        return _asks(spec.whole)
    if isinstance(spec, Window):
        return spec.sign > 0 and spec.base == NOW
    if isinstance(spec, Shift | Current) and spec.base == THEN:
        return (spec.sign if isinstance(spec, Shift) else spec.amount) > 0
    if isinstance(spec, Shift | Lasting | Nth):
        return _asks(spec.base if isinstance(spec, Shift) else spec.within if isinstance(spec, Nth) else spec.first)
    return not isinstance(spec, Fixed | Current | str)


def _day_for(start: int, sentence: int, firsts: list[int], places: list[int], days: list[date]) -> date | None:
    """The day that a bare time belongs to: the nearest named in its sentence, else the last named shortly before.

    `places` are where the days are named, ascending, so that two neighbours decide however many there are.
    """
    behind = bisect_right(places, start)
    here = bisect_left(places, firsts[sentence]) if sentence else 0  # what stands before all sentences is in the first
    on = firsts[sentence + 1] if sentence + 1 < len(firsts) else None
    after = behind if behind < len(places) and (on is None or places[behind] < on) else None
    if behind > here:
        before = behind - 1
        return days[before if after is None or start - places[before] <= places[after] - start else after]
    if after is not None:
        return days[after]
    if behind and sentence - max(bisect_right(firsts, places[behind - 1]) - 1, 0) <= _HOURS_REACH:
        return days[behind - 1]
    return None
