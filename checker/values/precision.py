"""How much a written number leaves open, and how hedges move its bounds.

An `Amount` is a number (or a range, or a vague quantity) before it has a unit. Its three intervals are those of
`Quantity`: `hard` is what the words allow, `soft` what a writer would mean by them, `written` the number alone at its
written precision, half-open as rounding is.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from checker.model.mention import Interval, Quantity


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
    if whole and step <= 1 and number == math.floor(number):
        written = Interval(number, number)
    else:
        written = Interval(number - step / 2, number + step / 2, False, True)
    return Amount(number, None, None, step, written, written, written)


def between(low: float, high: float, step: float = 1.0) -> Amount:
    """`3 to 5`: both ends belong to it."""
    span = Interval(low, high)
    return Amount(None, low, high, step, span, span, span)


def vague(number: float | None, hard: Interval, soft: Interval) -> Amount:
    """`dozens`, `several`: words that state no number at all."""
    return Amount(number, None, None, 0.0, hard, soft, soft)


def whole(amount: Amount) -> Amount:
    """The same amount as a count of things."""
    if amount.number is None or amount.step == 0:
        return amount
    return point(amount.number, amount.step, whole=True)


ABOUT, OVER, JUST_OVER, WELL_OVER, AT_LEAST = "about", "over", "just over", "well over", "at least"
UNDER, JUST_UNDER, WELL_UNDER, AT_MOST, NEARLY, EXACT = "under", "just under", "well under", "at most", "nearly", "exact"
HEDGES = (ABOUT, OVER, JUST_OVER, WELL_OVER, AT_LEAST, UNDER, JUST_UNDER, WELL_UNDER, AT_MOST, NEARLY, EXACT)


def hedged(amount: Amount, hedge: str) -> Amount:
    """The amount with its bounds moved by one of `HEDGES`.

    The strict comparisons leave the number itself out (`more than 12,000` is never 12,000), and how far a writer would
    go beyond it is soft: a fifth, a tenth after `just`. Raises KeyError for an unknown hedge.
    """
    low = amount.number if amount.number is not None else amount.low if amount.low is not None else amount.hard.lower
    high = amount.number if amount.number is not None else amount.high if amount.high is not None else amount.hard.upper
    low = 0.0 if low is None else low
    high = low if high is None else high
    hard, soft = _BOUNDS[hedge](low, high, amount)
    return amount._replace(hard=hard, soft=soft)


def _about(low: float, high: float, amount: Amount) -> tuple[Interval, Interval]:
    lo, hi = abs(low), abs(high)
    step = amount.step
    return (
        Interval(low - max(0.15 * lo, step), high + max(0.15 * hi, step)),
        Interval(low - max(0.1 * lo, step), high + max(0.1 * hi, step)),
    )


def _above(share: float, limit: float | None, strict: bool, start: float = 0.0):  # type: ignore[no-untyped-def]
    def bounds(low: float, high: float, amount: Amount) -> tuple[Interval, Interval]:
        size = abs(low)
        hard = Interval(low, None if limit is None else low + limit * size, strict, False)
        return hard, Interval(low + start * size, low + share * size, strict, False)

    return bounds


def _below(share: float, limit: float | None, strict: bool, start: float = 0.0):  # type: ignore[no-untyped-def]
    def bounds(low: float, high: float, amount: Amount) -> tuple[Interval, Interval]:
        size = abs(high)
        hard = Interval(None if limit is None else high - limit * size, high, False, strict)
        return hard, Interval(high - share * size, high - start * size, False, strict)

    return bounds


_BOUNDS = {
    ABOUT: _about,
    OVER: _above(0.2, None, strict=True),
    JUST_OVER: _above(0.1, 0.1, strict=True),
    WELL_OVER: _above(1.0, None, strict=True, start=0.1),
    AT_LEAST: _above(0.2, None, strict=False),
    UNDER: _below(0.2, None, strict=True),
    JUST_UNDER: _below(0.1, 0.1, strict=True),
    WELL_UNDER: _below(0.6, None, strict=True, start=0.1),
    AT_MOST: _below(0.2, None, strict=False),
    NEARLY: _below(0.1, 0.15, strict=True),
    EXACT: lambda low, high, amount: (Interval(low, high), Interval(low, high)),
}


def scaled(interval: Interval, factor: float, shift: float = 0.0) -> Interval:
    """The interval in another unit. A negative factor turns it round."""
    if factor == 1.0 and shift == 0.0:
        return interval
    lower = None if interval.lower is None else _tidy(interval.lower * factor + shift)
    upper = None if interval.upper is None else _tidy(interval.upper * factor + shift)
    if factor < 0:
        return Interval(upper, lower, interval.upper_open, interval.lower_open)
    return Interval(lower, upper, interval.lower_open, interval.upper_open)


def _tidy(value: float) -> float:
    """Without the dust of binary arithmetic: 12 significant figures."""
    return float(f"{value:.12g}")


def quantity(
    amount: Amount, unit: str, unit_written: str, factor: float = 1.0, shift: float = 0.0, per: str | None = None
) -> Quantity:
    """The amount in a unit: intervals in the base unit (`value * factor + shift`), numbers as written."""
    hard = scaled(amount.hard, factor, shift)
    soft = hard if amount.soft is amount.hard else scaled(amount.soft, factor, shift)
    written = hard if amount.written is amount.hard else scaled(amount.written, factor, shift)
    return Quantity(hard, soft, written, unit, amount.number, amount.low, amount.high, unit_written, per)
