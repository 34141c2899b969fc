"""Arithmetic of intervals: what is left when several must hold at once, and what sums and quotients may be.

After Moore, Kearfott and Cloud, *Introduction to Interval Analysis* (SIAM, 2009), with open and missing bounds.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from checker.model.mention import Interval, Timex

ANY = Interval()
CLOSE = 1e-10
"""Relative difference below which two bounds are the same number, written in other units."""


def meet(one: Interval, other: Interval) -> Interval | None:
    """The values that both allow, None where there are none."""
    lower, lower_open = _tighter(one.lower, one.lower_open, other.lower, other.lower_open, low=True)
    upper, upper_open = _tighter(one.upper, one.upper_open, other.upper, other.upper_open, low=False)
    if lower is not None and upper is not None:
        if same(lower, upper):
            if lower_open or upper_open:
                return None
        elif lower > upper:
            return None
    return Interval(lower, upper, lower_open, upper_open)


def meet_all(spans: Iterable[Interval]) -> Interval | None:
    """The values that all allow."""
    common: Interval | None = ANY
    for span in spans:
        if common is None:
            return None
        common = meet(common, span)
    return common


def holds(span: Interval, x: float) -> bool:
    """Whether a value lies in an interval."""
    return meet(span, Interval(x, x)) is not None


def same(one: float, other: float) -> bool:
    """Whether two bounds are the same number but for the noise of binary fractions."""
    return math.isclose(one, other, rel_tol=CLOSE, abs_tol=1e-12)


def _tighter(
    one: float | None, one_open: bool, other: float | None, other_open: bool, *, low: bool
) -> tuple[float | None, bool]:
    if one is None:
        return other, other_open
    if other is None:
        return one, one_open
    if same(one, other):
        return one, one_open or other_open
    return (one, one_open) if (one > other) == low else (other, other_open)


def add(one: Interval, other: Interval) -> Interval:
    """All sums."""
    return Interval(
        None if one.lower is None or other.lower is None else one.lower + other.lower,
        None if one.upper is None or other.upper is None else one.upper + other.upper,
        one.lower_open or other.lower_open,
        one.upper_open or other.upper_open,
    )


def negative(span: Interval) -> Interval:
    """All values with their sign turned."""
    return Interval(
        None if span.upper is None else -span.upper,
        None if span.lower is None else -span.lower,
        span.upper_open,
        span.lower_open,
    )


def subtract(one: Interval, other: Interval) -> Interval:
    """All differences."""
    return add(one, negative(other))


def multiply(one: Interval, other: Interval) -> Interval:
    """All products. The second is not negative here; where it may be, the product has no bounds."""
    if (other.lower or 0) < 0:
        return ANY
    low, high = one.lower or 0.0, one.upper
    least, most = other.lower or 0.0, other.upper
    return Interval(
        _product(low, least if low >= 0 else most),
        _product(high, least if high is not None and high < 0 else most),
        one.lower_open or other.lower_open,
        one.upper_open or other.upper_open,
    )


def _product(bound: float | None, factor: float | None) -> float | None:
    return None if bound is None or factor is None else bound * factor


def divide(one: Interval, other: Interval) -> Interval:
    """All quotients. The divisor is not negative here; where it may be 0, one bound is missing, and where it may be
    negative both."""
    if (other.lower or 0) < 0:
        return ANY
    low, high = one.lower or 0.0, one.upper
    least, most = other.lower or 0.0, math.inf if other.upper is None else other.upper
    return Interval(
        _quotient(low, most if low >= 0 else least),
        _quotient(high, most if high is not None and high < 0 else least),
        one.lower_open or other.upper_open,
        one.upper_open or other.lower_open,
    )


def _quotient(bound: float | None, divisor: float) -> float | None:
    return None if bound is None or divisor == 0 else bound / divisor + 0.0  # no minus before a zero


def widen(span: Interval, below: float, above: float) -> Interval:
    """An interval with room on both sides."""
    return span._replace(
        lower=None if span.lower is None else span.lower - below,
        upper=None if span.upper is None else span.upper + above,
    )


def period(value: Timex) -> Interval | None:
    """A date as an interval of days (proleptic ordinals, minutes as fractions); None where nothing anchors it.

    `before`, `until` and `after` leave one side open.
    """
    if value.earliest is None or value.latest is None:
        return None
    first, last = moment(value.earliest), moment(value.latest)
    match value.mod:
        case "BEFORE":
            return Interval(None, first, upper_open=True)
        case "ON_OR_BEFORE":
            return Interval(None, last)
        case "AFTER":
            return Interval(last, None, lower_open=True)
        case _:
            return Interval(first, last)


def moment(iso: str) -> float:
    """An ISO 8601 day or minute as days since the first of year 1."""
    day = float(date.fromisoformat(iso[:10]).toordinal())
    if len(iso) >= 16:
        day += (int(iso[11:13]) * 60 + int(iso[14:16])) / 1440
    return day


def iso_day(days: float) -> str:
    """The ISO 8601 day of `moment`'s number."""
    return date.fromordinal(max(1, min(int(days), date.max.toordinal()))).isoformat()
