"""A set of values judged as one: whether some value fits all, and if none does, which sources must be wrong.

Intervals on a line share a point as soon as every two of them do (Helly's theorem), so the set is judged by the
points where most of them meet. Conditions on days (`a Friday`) are tried day by day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from checker.compare.bounds import Bounds
from checker.model.mention import Interval
from checker.values.intervals import holds, meet_all

_DAYS = 400
"""The longest period in which days are tried one by one."""

_CYCLE = range(date(2000, 1, 1).toordinal(), date(2028, 1, 1).toordinal())
"""Every weekday on every day of the year: what no such day fits, none does."""


class Judgement(NamedTuple):
    """`sides` partition the set, the side of most documents first; `wrong` is the smallest set of documents that must
    be wrong, empty where all agree or several sets are equally small (`tied`)."""

    agree: bool
    doubtful: bool
    sides: tuple[tuple[Bounds, ...], ...]
    wrong: tuple[str, ...] = ()
    tied: bool = False


def judge(items: Sequence[Bounds]) -> Judgement:
    """Judge values on one axis; the order of the items changes nothing but the order within sides."""
    if _share([item.hard for item in items], items):
        doubtful = not _share([item.soft for item in items], items)
        return Judgement(True, doubtful, (tuple(items),))
    sides, left = [], list(items)
    while left:
        side = _largest(left)
        sides.append(tuple(side))
        left = [item for item in left if item not in side]
    wrong, tied = _wrong(items)
    return Judgement(False, False, tuple(sides), wrong, tied)


def choose(items: Sequence[Bounds]) -> list[Bounds]:
    """The values without those by which a document tells of another case.

    The value that most documents have among theirs is the case that they share. A document that has it keeps what
    fits it; one that has not keeps what fits the first that it says.
    """
    best = max(_points(items), key=lambda x: _support(items, x), default=0.0)
    kept = []
    for item in items:
        own = [other for other in items if other.assertion.document == item.assertion.document]
        fitting = [other for other in own if _fits(other, best)]
        if item in fitting or (not fitting and _share([own[0].hard, item.hard], (own[0], item))):
            kept.append(item)
    return kept


def _support(items: Sequence[Bounds], x: float) -> tuple[int, int, int]:
    """How many documents and values fit, and how early the first of them stands."""
    fitting = [n for n, item in enumerate(items) if _fits(item, x)]
    return len({items[n].assertion.document for n in fitting}), len(fitting), -min(fitting, default=len(items))


def _share(spans: Sequence[Interval], items: Sequence[Bounds]) -> bool:
    common = meet_all(spans)
    if common is None:
        return False
    conditions = {item.condition for item in items if item.condition is not None}
    if not conditions:
        return True
    if common.lower is None or common.upper is None or common.upper - common.lower > _DAYS:
        days = _CYCLE
    else:
        days = range(int(common.lower), int(common.upper) + 1)
    return any(all(condition(day) for condition in conditions) for day in days)


def _points(items: Iterable[Bounds]) -> list[float]:
    """Values worth trying: every bound, the middles between them, and the days of short periods."""
    ends = sorted({end for item in items for end in item.hard[:2] if end is not None})
    points = {*ends, *((a + b) / 2 for a, b in pairwise(ends))}
    if ends:
        points |= {ends[0] - 1.0, ends[-1] + 1.0}
    elif any(item.condition is not None for item in items):
        points.update(map(float, _CYCLE))
    for item in items:
        low, high = item.hard.lower, item.hard.upper
        if item.axis == "day" and low is not None and high is not None and high - low <= _DAYS:
            points.update(float(day) for day in range(int(low), int(high) + 1))
    return sorted(points)


def _fits(item: Bounds, x: float) -> bool:
    return holds(item.hard, x) and (item.condition is None or (x >= 1 and item.condition(x)))


def _largest(items: Sequence[Bounds]) -> list[Bounds]:
    """The items that meet in one point, as many documents and then as many items as possible."""
    best = max(
        ([item for item in items if _fits(item, x)] for x in _points(items)),
        key=lambda fit: (len({item.assertion.document for item in fit}), len(fit)),
        default=[],
    )
    return best or [items[0]]


def _wrong(items: Sequence[Bounds]) -> tuple[tuple[str, ...], bool]:
    """The fewest documents without which the rest agree, and whether other choices are as few."""
    documents = {item.assertion.document for item in items}
    choices = {frozenset(item.assertion.document for item in items if not _fits(item, x)) for x in _points(items)} or {
        frozenset(documents)
    }
    fewest = min(len(choice) for choice in choices)
    smallest = [choice for choice in choices if len(choice) == fewest]
    if len(smallest) > 1:
        return (), True
    return tuple(sorted(smallest[0])), False
