"""A count of years, months or days must fit the dates that it stands between.

Holds: `founded in 2005, 20 years ago` in 2025, `for 15 years, from 1990 to 2005`. Fails: `founded in 1990, 20 years
ago`, `for 20 years, from 1990 to 2005`. A count is read at two figures at most, as people round it; the ends may or may
not be counted, and what was so many years `ago` may be one more or less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.compare.checks import Failing
from checker.compare.figures import told
from checker.compare.passages import Pattern, matches
from checker.compare.periods import Days, day, days_of, worth
from checker.model.mention import Annotated, Interval, Mention, Quantity, Timex
from checker.values.intervals import meet
from checker.values.precision import scaled

_IN = r"(?:(?:back )?(?:in|on) )?"
_AGO = (
    Pattern(r"<date when>(?:,|\)| –| —)(?: or| that is,?| some| about| just| almost| nearly)? \(?<date ago>"),
    Pattern(rf"<date ago>(?:,| –| —)? \(?{_IN}<date when>"),
)
_SPANS = (
    Pattern(r"\b(?:for|lasted|took) <duration length>,? \(?<date period>", {"for", "lasted", "took"}),
    Pattern(
        r"<date period>(?:,|\))? (?:a (?:period|span|stretch|total) of |(?:it |which )?(?:lasted|lasting|ran for) )<duration length>",
        {"of", "lasted", "lasting", "ran"},
    ),
    Pattern(
        r"<duration length> (?!and\b|but\b)[\w’'-]+(?: (?!and\b|but\b)[\w’'-]+)?,? (?:(?:runs|ran|lasts|lasted|took place|is set) )?<date period>"
    ),
)
_SINCE = (Pattern(r"\bfor (?:the (?:past|last) )?<duration length>,? (?:ever )?(?:since )?<date when>", {"for"}),)
_OLD = (
    Pattern(
        r"\b(?:built|founded|opened|established|made|created|launched|completed|dating)(?: \w+)? (?:in|from) <date when>,? (?:is|are) (?:now )?"
        r"<duration length>",
        {"is", "are"},
    ),
)
_BACK = re.compile(
    r"(?P<count>.+?)\s+(?P<unit>year|month|week|day|decade|centur)(?:s|y|ies)?\s+ago$", re.IGNORECASE | re.DOTALL
)
_RANGE = re.compile(r"^\W*(?:from|between)\b|\d\s*[–-]\s*\w", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{4}\b")


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every count of time that stands with its dates."""
    published = annotated.document.published
    today = None if published is None else day(published)
    for _, slots in matches(annotated, _SPANS):
        period = annotated.mentions[slots["period"]]
        span = days_of(period)
        if span is not None and _RANGE.search(annotated.quote(period)):
            yield from _counted(annotated, slots["length"], slots["period"], _inside(period, span))
    if today is None:
        return
    for _, slots in matches(annotated, _AGO):
        yield from _ago(annotated, slots["when"], slots["ago"], today)
    for _, slots in matches(annotated, _OLD):
        built = days_of(annotated.mentions[slots["when"]])
        if built is not None and _YEAR.search(annotated.quote(annotated.mentions[slots["when"]])):
            yield from _counted(annotated, slots["length"], slots["when"], _apart(built, today))
    for found, slots in matches(annotated, _SINCE):
        when = annotated.mentions[slots["when"]]
        since, words = days_of(when), f"{found[0]} {annotated.quote(when)}"
        if since is not None and "since" in words.lower() and _YEAR.search(words):
            yield from _counted(annotated, slots["length"], slots["when"], _apart(since, today))


def _ago(annotated: Annotated, when: int, ago: int, today: Days) -> Iterator[Failing]:
    """`in 1990, 20 years ago`: the date must lie where the count leads."""
    date, back = annotated.mentions[when], annotated.mentions[ago]
    counted, stated, there = _BACK.search(annotated.quote(back)), days_of(date), days_of(back)
    if counted is None or stated is None or there is None or not _YEAR.search(annotated.quote(date)):
        return
    name = counted["unit"].lower().replace("centur", "century")
    unit = worth(name) or 1.0
    room = unit * max(1.0, _rounding((today.last - (there.first + there.last) / 2) / unit))
    if stated.last < there.first - room or stated.first > there.last + room:
        gone = f"{told(scaled(_apart(stated, today), 1 / unit))} {name}s"
        step = f"{annotated.quote(date)} is {gone} before publication"
        passes = (f"if “{annotated.quote(back)}” were {gone} ago",)
        yield Failing((min(when, ago), max(when, ago)), f"“{annotated.quote(back)}”: {step}", (step,), passes=passes)


def _counted(annotated: Annotated, length: int, dates: int, gone: Interval) -> Iterator[Failing]:
    """A length of time, given the days between its ends."""
    mention = annotated.mentions[length]
    value = mention.value
    if not isinstance(value, Quantity) or value.number is None or mention.hedge is not None:
        return
    unit = worth(value.unit_written)
    if unit is None:
        return
    room = _rounding(value.number) if unit > 1 else 0.0
    if meet(Interval((value.number - room) * unit, (value.number + room) * unit), gone) is None:
        reckoned = f"{told(scaled(gone, 1 / unit))} {value.unit_written}s"
        step = f"{annotated.quote(annotated.mentions[dates])} is {reckoned}"
        passes = (f"if “{annotated.quote(mention)}” were {reckoned}",)
        yield Failing(tuple(sorted((length, dates))), f"“{annotated.quote(mention)}”: {step}", (step,), passes=passes)


def _apart(first: Days, last: Days) -> Interval:
    return Interval(float(last.first - first.last), float(last.last - first.first))


def _inside(period: Mention, span: Days) -> Interval:
    """Days in a period, whose ends may lie anywhere in the years and months named, and may count or not."""
    assert isinstance(period.value, Timex)
    open_ends = {"year": 728, "month": 60}.get(period.value.grain, 0)
    return Interval(float(max(0, span.last - span.first - open_ends)), float(span.last - span.first + 1))


def _rounding(count: float) -> float:
    """Half of the last place, at two figures at most: 20 years may be 19 or 21, 150 may be 145."""
    return 0.5 * 10.0 ** max(0, len(str(int(abs(count)))) - 2)
