"""Time between two dates, in the unit that a text counts it in."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from checker.model.mention import Mention, Timex
from checker.values.intervals import moment
from checker.values.timespans import DAY, SECONDS


class Days(NamedTuple):
    """The first and the last day that a date may mean, as proleptic ordinals."""

    first: int
    last: int


def day(iso: str) -> Days:
    """The day of an ISO 8601 day or minute."""
    ordinal = int(moment(iso))
    return Days(ordinal, ordinal)


def days_of(mention: Mention) -> Days | None:
    """The days of a mention; None where it is no date or nothing anchors it."""
    value = mention.value
    if not isinstance(value, Timex) or value.earliest is None or value.latest is None:
        return None
    return Days(int(moment(value.earliest)), int(moment(value.latest)))


def years(first: Days, last: Days) -> tuple[int, int]:
    """Whole years from one date to another, at least and at most: a birthday counts on its day."""
    return _full_years(first.last, last.first), _full_years(first.first, last.last)


def calendar_years(first: Days, last: Days) -> tuple[int, int]:
    """The difference of the years' numbers, at least and at most."""
    a, b, c, d = (date.fromordinal(end).year for end in (last.first, first.last, last.last, first.first))
    return a - b, c - d


def _full_years(first: int, last: int) -> int:
    one, other = date.fromordinal(first), date.fromordinal(last)
    return other.year - one.year - ((other.month, other.day) < (one.month, one.day))


def worth(unit: str) -> float | None:
    """Days in a unit of time; None for what is no such unit or shorter than a day."""
    seconds = SECONDS.get(unit)
    return seconds / DAY if seconds and seconds >= DAY else None
