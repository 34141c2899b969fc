"""How much a written number leaves open, and how hedges move its bounds.

An `Amount` is a number (or a range, or a vague quantity) before it has a unit. Its three intervals are those of
`Quantity`: `hard` is what the words allow, `soft` what a writer would mean by them, `written` the number alone at its
written precision, half-open as rounding is.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from checker.model.mention import Interval, Quantity, made


class Amount(NamedTuple):
    """`number` or else `low` and `high`, as written; `step` is the worth of the last place that is not mere zeros."""

    number: float | None
    low: float | None
    high: float | None
    step: float
    hard: Interval
    soft: Interval
    written: Interval


def point(number: float, step: float, whole: bool = False) -> Amount:
    """A number that stands alone. `whole`: a count of things, exact where it was not rounded (step 1 or less)."""
    if step <= 0 or (whole and step <= 1 and number == math.floor(number)):
        # Half-open, a point would leave nothing: a share such as `one in five` is exactly what it says.
        written = made(Interval, (number, number, False, False))
    else:
        written = made(Interval, (number - step / 2, number + step / 2, False, True))
    return made(Amount, (number, None, None, step, written, written, written))


def between(low: float, high: float, step: float = 1.0) -> Amount:
    """`3 to 5`: both ends belong to it."""
    span = Interval(low, high)
    return Amount(None, low, high, step, span, span, span)


def vague(number: float | None, hard: Interval, soft: Interval) -> Amount:
    """`dozens`, `several`: words that state no number at all."""
    return Amount(number, None, None, 0.0, hard, soft, soft)


def whole(amount: Amount) -> Amount:
    """The same amount as a count of things; one with a margin stays as it is."""
    if amount.number is None or amount.step == 0 or amount.hard is not amount.written:
        return amount
    return point(amount.number, amount.step, whole=True)


def times(amount: Amount, factor: float) -> Amount:
    """The amount, with all its bounds, a positive number of times."""
    low, high = (None if end is None else tidy(end * factor) for end in (amount.low, amount.high))
    number = None if amount.number is None else tidy(amount.number * factor)
    hard, soft, written = (scaled(span, factor) for span in (amount.hard, amount.soft, amount.written))
    return Amount(number, low, high, amount.step * factor, hard, soft, written)


ABOUT, OVER, JUST_OVER, WELL_OVER, AT_LEAST = "about", "over", "just over", "well over", "at least"
UNDER, JUST_UNDER, WELL_UNDER, AT_MOST, NEARLY, EXACT = (
    "under",
    "just under",
    "well under",
    "at most",
    "nearly",
    "exact",
)
HEDGES = (ABOUT, OVER, JUST_OVER, WELL_OVER, AT_LEAST, UNDER, JUST_UNDER, WELL_UNDER, AT_MOST, NEARLY, EXACT)


class _Bound(NamedTuple):
    """A bound at the number (`strict` leaves it out), and how far from it, as shares of the number, values may lie:
    at most `limit` by the words, between `soft_from` and `soft_to` by what writers mean. `side` is 1 above, -1 below."""

    side: int
    strict: bool
    limit: float | None
    soft_from: float
    soft_to: float


_BOUNDS = {
    OVER: _Bound(1, True, None, 0.0, 0.2),
    JUST_OVER: _Bound(1, True, 0.1, 0.0, 0.1),
    WELL_OVER: _Bound(1, True, None, 0.1, 1.0),
    AT_LEAST: _Bound(1, False, None, 0.0, 0.2),
    UNDER: _Bound(-1, True, None, 0.0, 0.2),
    JUST_UNDER: _Bound(-1, True, 0.1, 0.0, 0.1),
    WELL_UNDER: _Bound(-1, True, None, 0.1, 0.6),
    AT_MOST: _Bound(-1, False, None, 0.0, 0.2),
    NEARLY: _Bound(-1, True, 0.15, 0.0, 0.1),
}
_ABOUT_HARD, _ABOUT_SOFT = 0.15, 0.1


def hedged(amount: Amount, hedge: str) -> Amount:
    """The amount with its bounds moved by one of `HEDGES`.

    The strict comparisons leave the number itself out (`more than 12,000` is never 12,000), and how far a writer would
    go beyond it is soft: a fifth, a tenth after `just`. Raises KeyError for an unknown hedge.
    """
    low = _first(amount.number, amount.low, amount.hard.lower, 0.0)
    high = _first(amount.number, amount.high, amount.hard.upper, low)
    if hedge == EXACT:
        return amount._replace(low=low, high=high, hard=Interval(low, high), soft=Interval(low, high))
    if hedge == ABOUT:
        hard, soft = (
            Interval(low - max(share * abs(low), amount.step), high + max(share * abs(high), amount.step))
            for share in (_ABOUT_HARD, _ABOUT_SOFT)
        )
        return amount._replace(hard=hard, soft=soft)
    side, strict, limit, soft_from, soft_to = _BOUNDS[hedge]
    if side > 0:
        size = abs(low)
        hard = Interval(low, None if limit is None else low + limit * size, strict, False)
        soft = Interval(low + soft_from * size, low + soft_to * size, strict, False)
    else:
        size = abs(high)
        hard = Interval(None if limit is None else high - limit * size, high, False, strict)
        soft = Interval(high - soft_to * size, high - soft_from * size, False, strict)
    return amount._replace(hard=hard, soft=soft)


def _first(*values: float | None) -> float:
    return next((value for value in values if value is not None), 0.0)


def scaled(interval: Interval, factor: float, shift: float = 0.0) -> Interval:
    """The interval in another unit. A negative factor turns it round."""
    if factor == 1.0 and shift == 0.0:
        return interval
    lower = None if interval.lower is None else tidy(interval.lower * factor + shift)
    upper = None if interval.upper is None else tidy(interval.upper * factor + shift)
    if factor < 0:
        return Interval(upper, lower, interval.upper_open, interval.lower_open)
    return made(Interval, (lower, upper, interval.lower_open, interval.upper_open))


def tidy(value: float) -> float:
    """Without the dust of binary arithmetic: 12 significant figures."""
    return float(f"{value:.12g}")


def quantity(  # noqa: PLR0917  (called for every mention: keywords cost time)
    amount: Amount, unit: str, unit_written: str, factor: float = 1.0, shift: float = 0.0, per: str | None = None
) -> Quantity:
    """The amount in a unit: intervals in the base unit (`value * factor + shift`), numbers as written."""
    hard = scaled(amount.hard, factor, shift)
    soft = hard if amount.soft is amount.hard else scaled(amount.soft, factor, shift)
    written = hard if amount.written is amount.hard else scaled(amount.written, factor, shift)
    return made(Quantity, (hard, soft, written, unit, amount.number, amount.low, amount.high, unit_written, per))
