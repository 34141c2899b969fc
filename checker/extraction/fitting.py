"""Whether a mention may be a fact's value, and what that value is once it is put as the fact asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from checker.extraction.dating import belongs_elsewhere, days_together
from checker.extraction.matching import found
from checker.extraction.spells import begun, spell
from checker.extraction.steps import Hole, Steps
from checker.extraction.tokens import line
from checker.model.document import Span
from checker.model.mention import Annotated, Interval, Mention, Quantity, Timex, Value
from checker.model.rule import Fact, FactKind, Match
from checker.values import calendar, versions
from checker.values.intervals import meet
from checker.values.precision import scaled
from checker.values.timespans import SECONDS

TAKES: dict[FactKind, tuple[str, ...]] = {
    "number": ("number", "count", "ordinal"),
    "count": ("count", "number"),
    "ordinal": ("ordinal", "number"),
    "date": ("date", "time"),
    "time": ("time", "date"),
    "duration": ("duration", "ordinal", "date"),
    "percent": ("percent", "ratio"),
    "ratio": ("ratio", "percent"),
    "offset": ("date",),
}
"""Kinds of mention that may be the value of a fact's kind; a kind that is not here takes its own alone."""

_GRAINS = "second minute hour day week month season quarter half year decade century millennium".split()
"""How coarse a date may be, the finest first."""

_BESIDE = re.compile(r"\s*[,(–—-]\s*(?:which (?:was|is|were)\s+|that is,?\s+|or\s+)?")
_BARE_HOUR = re.compile(
    r"(?:about|around|just|shortly|roughly|nearly|almost|approximately|before|after|by|at|past|to|half|quarter|from|until|and|or"
    r"|noon|midday|midnight|night|morning|evening|afternoon|the|o['’]clock|local|time|hours?|hrs?|[ap]\.?\s?m\b\.?"
    r"|(?-i:[ACEGMP][MSDE]?T|UTC|BST)\b|\d+|[\W_])+",
    re.IGNORECASE,
)
"""A time of the day alone: which day it belongs to was worked out from elsewhere, and is not said here."""
ANOTHER = "another kind of value"
OFTEN = "it says how often, not how long"
_HOW_OFTEN = re.compile(r"(?:every|each)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:in all|in total|altogether|combined|a total of|between them|together(?! with)|shared|jointly|collectively)\b",
    re.IGNORECASE,
)
"""Words that say that a number is that of all sides together."""
_NOUN_REACH = 24
"""Characters behind a number without a noun phrase of its own in which the rule's noun may stand."""
_ANOTHER_PHRASE = re.compile(
    r"[.;:()]|,(?!\s+\d)|\b(?:in|on|at|with|by|for|from|to|into|near|when|while|after|before|and|but|or|as|who|which|that|an?|his|her"
    r"|their|its|was|were|is|are|has|had|have)\b(?!\s+\d)",  # `40 and 55 soldiers` share their noun
    re.IGNORECASE,
)
"""What stands between a number and a noun that it does not count: `a driver of 34 died in his car`."""


class Worth(NamedTuple):
    """A value as a fact asks for it, the steps that led there, and the places that it was worked out from."""

    value: Value
    notes: tuple[str, ...] = ()
    rests_on: tuple[Span, ...] = ()


def fits(annotated: Annotated, index: int, fact: Fact, nouns: Sequence[Steps], hole: Hole) -> bool:
    """Whether mention `index` may fill the hole of a pattern (or a `find`) of this fact."""
    return misfit(annotated, index, fact, nouns, hole) is None


def misfit(annotated: Annotated, index: int, fact: Fact, nouns: Sequence[Steps], hole: Hole) -> str | None:
    """Why mention `index` may not fill the hole, in a few words for rule authors; None where it may."""
    mention = annotated.mentions[index]
    kind = hole.kind or fact.value.kind
    if mention.kind not in TAKES.get(kind, (kind,)):
        return ANOTHER
    if isinstance(mention.value, Timex) and kind == "duration":
        quote = annotated.quote(mention)
        if spell(mention.value, quote) is None:
            return ANOTHER
        # How often is how far apart two times are; only where the pattern says so by the words right before.
        return OFTEN if hole.loose and _HOW_OFTEN.match(quote) else None
    if isinstance(mention.value, Timex):
        elsewhere = belongs_elsewhere(annotated, index) if hole.loose and fact.value.kind != "offset" else None
        return elsewhere or _misfit_of_date(annotated, index, fact, mention.value)
    return _misfit_of_number(
        annotated, mention, mention.value, fact, hole.nouns or tuple(nouns) if hole.kind != "number" else ()
    )


def _misfit_of_date(annotated: Annotated, index: int, fact: Fact, value: Timex) -> str | None:
    if fact.value.kind == "offset":
        return None if value.offset is not None else "no distance from another event"
    mention = annotated.mentions[index]
    if fact.value.kind == "date" and mention.kind == "time" and _BARE_HOUR.fullmatch(annotated.quote(mention)):
        return "an hour that names no day"
    if fact.value.kind == "time" and "T" not in f"{value.timex}{value.earliest or ''}":
        return "a day that names no hour"
    grain = fact.value.grain
    if grain is not None and value.grain in _GRAINS[_GRAINS.index(grain) + 1 :]:
        return f"a {value.grain}, and the rule takes nothing coarser than a {grain}"
    if value.offset is None or value.earliest is not None or event_date(annotated, index) is not None:
        return None
    return "a distance from another event, not a date"


def _misfit_of_number(
    annotated: Annotated, mention: Mention, value: Quantity, fact: Fact, nouns: Sequence[Steps]
) -> str | None:
    """`nouns` are those that a count must have; a rule author who writes `{number}` says that the noun is elsewhere."""
    unit, plausible = fact.value.unit, fact.value.plausible
    if mention.restates is not None and unit is None:
        return "it gives the amount before it again"
    if unit == versions.UNIT and mention.kind == "number":
        return None if versions.interval(_core(annotated, mention)) is not None else "no version"
    if fact.value.kind == "number" and mention.kind == "ordinal":
        return None if _core(annotated, mention).isdigit() else "an ordinal in words"
    if mention.kind == "ordinal" and fact.value.kind != "ordinal":
        counts_time = fact.value.kind != "duration" or value.unit_written in SECONDS
        return None if counts_time else "an ordinal that counts no time"
    counted = mention.kind in ("count", "number")
    if unit is not None and value.unit != unit and not (counted or _is_bare(mention, unit)):
        return "another unit than the rule's"
    if nouns and counted and not counts(annotated, mention, nouns):
        return "none of the rule's nouns behind it"
    believable = plausible is None or meet(_in_unit(fact, mention, value).written, plausible) is not None
    return None if believable else "outside the rule's plausible bounds"


def _core(annotated: Annotated, mention: Mention) -> str:
    """The words of a mention without what moves its bounds."""
    return annotated.document.text[mention.core_start : mention.core_end]


def counts(annotated: Annotated, mention: Mention, nouns: Sequence[Steps]) -> bool:
    """Whether what is counted is one of these nouns: in the noun phrase, or right behind the number."""
    text = annotated.document.text
    low, high = mention.noun_span or (mention.core_end, min(len(text), mention.core_end + _NOUN_REACH))
    other = None if mention.noun_span else _ANOTHER_PHRASE.search(text, low, high)
    high = other.start() if other is not None else high
    return found(tuple(nouns), line(text, (min(low, mention.core_start), high), ())) is not None


def event_date(annotated: Annotated, index: int) -> Timex | None:
    """When an event was that a distance from it, put beside a date, speaks of: `March 2022, the month after Russia
    invaded` says that Russia invaded in February 2022."""
    mention = annotated.mentions[index]
    offset = mention.value.offset if isinstance(mention.value, Timex) else None
    beside = annotated.mentions[index - 1] if index else None
    if offset is None or beside is None or not isinstance(beside.value, Timex) or beside.value.earliest is None:
        return None
    if not _BESIDE.fullmatch(annotated.document.text[beside.end : mention.start]):
        return None
    first, last = (
        calendar.containing(calendar.add(date.fromisoformat(end[:10]), -offset.amount, offset.unit), offset.unit)
        for end in (beside.value.earliest, beside.value.latest or beside.value.earliest)
    )
    whole = first == last
    timex = first.value if whole else f"{first.first}/{last.last}"
    return Timex(first.first.isoformat(), last.last.isoformat(), offset.unit if whole else "day", timex)


def worth(annotated: Annotated, index: int, fact: Fact, sentence: str, match: Match | None = None) -> Worth:
    """The mention's value as the fact asks for it: per side, an ordinal as time elapsed, at the rule's precision, and
    where the line that finds it says so as the most or the least that it may be."""
    mention = annotated.mentions[index]
    value, quote = mention.value, annotated.quote(mention)
    notes: tuple[str, ...] = ()
    if isinstance(value, Timex) and fact.value.kind == "duration":
        value, notes = spell(value, quote) or value, (f"“{quote}” as a length of time",)
    if isinstance(value, Timex):
        value = begun(value, match.pattern.text) if match is not None else value
        if fact.value.kind == "offset":
            # Of `the month after` the distance counts, even where a date beside it says which month that was.
            return Worth(value._replace(earliest=None, latest=None))
        event = event_date(annotated, index)
        if event is None:
            together = days_together(annotated, index) if fact.value.kind == "date" else None
            notes = (f"“{quote}” and the day beside it",) if together is not None else ()
            return Worth(_at_grain(together or value, fact, quote), notes)
        beside = annotated.mentions[index - 1]
        note = f"“{quote}” beside “{annotated.quote(beside)}” dates the event itself"
        return Worth(event, (note,), ((beside.start, beside.end), (mention.start, mention.end)))
    if mention.kind == "ordinal" and fact.value.kind == "duration":
        year = SECONDS[value.unit_written]
        nth = int(value.number or 0)
        span = Interval((nth - 1) * year, nth * year, upper_open=True)
        words = f"the {nth}th {value.unit_written} runs from {nth - 1} to {nth} {value.unit_written}s"
        return Worth(value._replace(hard=span, soft=span, written=span, unit="second"), (words,))
    if fact.value.kind == "percent" and mention.kind == "ratio" and value.unit == "":
        value = _scaled(value, 100)._replace(unit="percent")
        notes = (f"“{quote}” in percent",)
    if fact.value.limit and None in (value.hard.lower, value.hard.upper) and None not in value.written[:2]:
        notes = (*notes, f"“{quote}” as the limit itself")
        value = value._replace(hard=value.written, soft=value.written)
    release = versions.interval(_core(annotated, mention)) if fact.value.unit == versions.UNIT else None
    if release is not None and value.unit != versions.UNIT:
        value = value._replace(hard=release, soft=release, written=release, unit=versions.UNIT)
    value = _in_unit(fact, mention, value)
    bound = match.bound if match is not None else None
    if bound is not None:
        value = bounded(value, bound)
        notes = (*notes, f"{bound.replace('-', ' ')} “{quote}”, as the rule reads these words")
    if value.per is not None and (value.per == fact.value.per or _says(match, value.per)):
        value = value._replace(per=None)
    elif fact.value.per is not None and _in_all(mention, sentence):
        parties = fact.value.parties
        value = _scaled(value, 1 / parties)
        notes = (f"stated in all: divided by {parties} for each {fact.value.per}",)
    return Worth(_at_precision(value, fact.precision), notes)


def _at_grain(value: Timex, fact: Fact, quote: str) -> Timex:
    """A time as its day where the fact is a day, and without one where it is a time and the words name none.

    Where the rule asks for an exact date, `until May 3` gives that day and not all days up to it.
    """
    first, last = value.earliest, value.latest
    if first is None or last is None:
        return value
    if fact.value.kind == "time" and _BARE_HOUR.fullmatch(quote):
        return value._replace(earliest=None, latest=None)
    if fact.precision == 0:
        value = value._replace(mod=None)
    if fact.value.kind == "date" and "T" in first:
        return value._replace(earliest=first[:10], latest=last[:10], grain="day")
    return value


def _in_unit(fact: Fact, mention: Mention, value: Quantity) -> Quantity:
    """A bare number as so many of the unit that the rule names: `(42)` behind a name as 42 years."""
    unit = "percent" if fact.value.kind == "percent" else fact.value.unit
    if unit is None or unit == value.unit or not _is_bare(mention, unit):
        return value
    if fact.value.scale[0] == SECONDS["year"] and value.number is not None and value.hard == value.written:
        # Of years the full ones are counted: who is 24 is not yet 25.
        years = Interval(value.number, value.number + 1, upper_open=True)
        value = value._replace(hard=years, soft=years, written=years)
    return _scaled(value, *fact.value.scale)._replace(unit=unit)


def _is_bare(mention: Mention, unit: str) -> bool:
    """Whether a number leaves its unit to the rule: one without any, or degrees where the rule says which."""
    value = mention.value
    return mention.kind in ("number", "count") or (
        unit in ("kelvin", "radian") and isinstance(value, Quantity) and value.unit == "degree"
    )


def _says(match: Match | None, word: str) -> bool:
    """Whether a line says itself what its value is for each of: `{money} per share`."""
    return match is not None and word in match.pattern.text.split()


def bounded(value: Quantity, bound: str) -> Quantity:
    """A value as a bound: what is said is as far as anybody may go, and what is meant is near it."""
    low, high = (None, value.hard.upper) if bound == "at-most" else (value.hard.lower, None)
    return value._replace(hard=Interval(low, high), soft=Interval(low, high))


def _in_all(mention: Mention, sentence: str) -> bool:
    if mention.share is not None:
        return mention.share == "total"
    return _TOGETHER.search(sentence) is not None


def _scaled(value: Quantity, factor: float, shift: float = 0.0) -> Quantity:
    hard, soft, written = (scaled(span, factor, shift) for span in (value.hard, value.soft, value.written))
    return value._replace(hard=hard, soft=soft, written=written)


def _at_precision(value: Quantity, figures: int | None) -> Quantity:
    """A number without a hedge at the rule's precision instead of the one it is written with."""
    low, high = value.written.lower, value.written.upper
    if figures is None or low is None or high is None or value.hard != value.written:
        return value
    middle = (low + high) / 2
    if figures == 0:
        span = Interval(middle, middle)
    else:
        half = 0.5 * 10 ** (len(str(int(abs(middle)))) - figures) if middle else 0.0
        span = Interval(middle - half, middle + half, upper_open=True)
    return value._replace(hard=span, soft=span, written=span)
