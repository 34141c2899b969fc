"""What a value is once it is held against others: families that can be compared, and whether two values can both hold."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from checker.annotate.numeral_words import FEW, MANY
from checker.compare.discover import dates
from checker.compare.discover.dates import Key, Likeness, When, when
from checker.compare.discover.stamps import is_stamp
from checker.model.mention import Interval, Mention, Quantity, Timex
from checker.values.intervals import meet, moment, same, widen
from checker.values.timespans import SECONDS

_AGE = re.compile(r"[\s-]*(?:(?:year|month|week|day)s?[\s-]+old\b|years?\s+of\s+age\b|y\.?o\b)", re.IGNORECASE)
_AGED = re.compile(r"\baged?\b", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+(?:,?\s+(?:Jr|Sr|II|III)\b\.?)?(?:,\s+|\s+\()$")
_APPOSED = re.compile(r"(?:[,;.)]|\s+(?:of|from|and)\b)")
_LABEL_BEFORE = re.compile(r"[\w’'-]\s+([A-Z][\w’'-]*)\s$")
_LABEL_BEHIND = re.compile(r"(?:st|nd|rd|th)?\s+([A-Z][\w’'-]*)")
_INFANT = re.compile(r"\s+(?:month|week|day)s?\b")
_VAGUE = re.compile(rf"\b(?:{'|'.join(sorted({*FEW, *MANY}))})\b", re.IGNORECASE)
_OLDEST = 115
_GROWN = 45
"""Days between two reports from which a birthday may lie between them."""
_YEAR = 365.25


class Standing(NamedTuple):
    """A value made ready for comparison; only members of one `family` can clash.

    `ends` are both ends of a range as written; `exact` is a whole number that stands for itself alone.
    """

    family: str
    hard: Interval = Interval()
    soft: Interval = Interval()
    when: When | None = None
    ends: tuple[float, float] | None = None
    exact: float | None = None
    hedge: str | None = None
    written: Interval = Interval()
    published: float | None = None
    per: str | None = None


def standing(mention: Mention, text: str, published: str | None) -> Standing | None:
    """The value of a mention, None where it cannot be held against another (`several`, `the present`, page 1 of 9).

    `published` is the ISO 8601 day of the text: how old somebody is depends on it.
    """
    value = mention.value
    if isinstance(value, Timex):
        found = when(value, text[mention.start : mention.end], text[max(0, mention.start - 8) : mention.start])
        day = moment(published) if published else None
        return None if found is None or is_stamp(mention, text) else Standing("date", when=found, published=day)
    if value.number is None and value.low is None:
        return None
    if _VAGUE.search(text, mention.start, mention.end) or is_stamp(mention, text):
        return None
    family = _family(mention, value, text)
    if family == "age" and value.unit_written == "year" and _INFANT.match(text, mention.end):
        return None  # `age 2` of `age 2 months`
    scale = 1 / SECONDS["year"] if family == "age" and value.unit == "second" else 1.0
    hard, soft = _scaled(value.hard, scale), _scaled(value.soft, scale)
    if family == "age" and value.unit != "second" and value.number is not None:
        hard = soft = Interval(value.number, value.number + 1, upper_open=True)
    whole = value.number if mention.hedge is None and value.number is not None and value.number.is_integer() else None
    ends = (value.low, value.high) if value.low is not None and value.high is not None else None
    written = hard if family == "age" else value.written
    day = moment(published) if published else None
    return Standing(family, hard, soft, None, ends, whole, mention.hedge, written, day, value.per)


def _scaled(span: Interval, scale: float) -> Interval:
    return span._replace(
        lower=None if span.lower is None else span.lower * scale,
        upper=None if span.upper is None else span.upper * scale,
    )


def _family(mention: Mention, value: Quantity, text: str) -> str:
    match mention.kind:
        case "count":
            return "count"
        case "number" | "ordinal":
            if mention.kind == "number" and _is_apposed_age(mention, value, text):
                return "age"
            labelled = _LABEL_BEHIND.match(text, mention.end) or _LABEL_BEFORE.search(
                text, max(0, mention.start - 24), mention.start
            )
            if labelled:
                return f"{labelled[1]} {mention.kind}"
            return "count" if mention.kind == "number" else "ordinal"
        case "duration":
            return "age" if _is_age(mention, text) else "duration"
        case "quantity" | "money":
            return value.unit
        case kind:
            return kind


def _is_age(mention: Mention, text: str) -> bool:
    """Whether a duration says how old somebody is: `27-year-old`, `aged 27`, `Ann Roe, 27,`."""
    core = text[mention.core_start : mention.core_end]
    if core.isdigit() or _AGED.search(text, max(0, mention.start - 5), mention.end):
        return True
    return _AGE.search(core) is not None or _AGE.match(text, mention.end) is not None


def _is_apposed_age(mention: Mention, value: Quantity, text: str) -> bool:
    return (
        value.number is not None
        and 0 < value.number <= _OLDEST
        and text[mention.start : mention.end].isdigit()
        and _NAME_BEFORE.search(text, max(0, mention.start - 40), mention.start) is not None
        and _APPOSED.match(text, mention.end) is not None
    )


def compare(one: Standing, other: Standing) -> Likeness:
    """Whether two values can both hold."""
    if one.family != other.family or (one.per and other.per and one.per != other.per):
        return "apart"
    if one.when is not None and other.when is not None:
        return dates.compare(one.when, other.when)
    if one.ends is not None and other.ends is not None and _one_end_alike(one.ends, other.ends):
        return "rival"
    if meet(one.hard, other.hard) is None:
        return "same" if one.family == "age" and _grown(one, other) else "rival"
    if meet(one.soft, other.soft) is not None:
        loose = _one_sided(one.hard) or _one_sided(other.hard)
        return "fits" if loose and meet(one.written, other.written) is None else "same"
    # Two that both say `at least` can both be right, and yet one of them was told another figure.
    alike = one.hedge is not None and one.hedge == other.hedge
    return "doubtful" if not alike else "same" if meet(one.written, other.written) else "rival"


def _one_sided(span: Interval) -> bool:
    """Whether a value is a bound: `more than 40`, `up to 40`."""
    return span.upper is None or not span.lower


def keys(one: Standing) -> set[Key]:
    """What a value has in common with others that are the same, wherever a story states them."""
    if one.when is not None:
        return dates.keys(one.when)
    return {found} if (found := key(one)) is not None else set()


def key(one: Standing) -> Key | None:
    """The part of a value by which it is looked up; None where there is none."""
    if one.when is not None:
        return dates.key(one.when)
    if one.ends is not None:
        return (one.family, *one.ends)
    low, high = one.written[:2]
    return None if low is None or high is None else (one.family, float(f"{(low + high) / 2:.3g}"))


def clashing_keys(one: Standing, other: Standing) -> tuple[Key | None, Key | None]:
    """By what two values that clash are looked up: dates by the part in which they differ."""
    if one.when is None or other.when is None:
        return key(one), key(other)
    a, b = dates.differing(one.when, other.when)
    return dates.key(a), dates.key(b)


def _grown(one: Standing, other: Standing) -> bool:
    """Whether somebody has had a birthday between two reports."""
    if one.published is None or other.published is None:
        return False
    first, last = (one, other) if one.published <= other.published else (other, one)
    days = (last.published or 0.0) - (first.published or 0.0)
    if days < _GROWN:
        return False
    years = math.ceil(days / _YEAR)
    return meet(widen(first.hard, 0.0, float(years)), last.hard) is not None


def _one_end_alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Ranges that share one end and not the other are the same range with another figure."""
    return same(one[0], other[0]) != same(one[1], other[1])
