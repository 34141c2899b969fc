"""A set of values judged as one: whether some value fits all, and if none does, which sources must be wrong.

Intervals on a line share a point as soon as every two of them do (Helly's theorem), so the set is judged by the
points where most of them meet. Conditions on days (`a Friday`) are tried day by day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import lcm
from typing import NamedTuple

from checker.compare.bounds import Bounds
from checker.model.mention import Interval
from checker.values.intervals import holds, meet_all

_DAYS = 400
"""The longest period in which days are tried one by one."""

_CYCLE = range(date(2000, 1, 1).toordinal(), date(2028, 1, 1).toordinal())
"""Every weekday on every day of the year: what no such day fits, none does."""


Votes = Mapping[str, int]
"""What each document counts, by id: copies of one story share what any other story counts."""


class Judgement(NamedTuple):
    """`sides` partition the set, the side of most votes first; `wrong` is the smallest set of documents that must be
    wrong, empty where all agree or several sets are equally small (`tied`)."""

    agree: bool
    doubtful: bool
    sides: tuple[tuple[Bounds, ...], ...]
    wrong: tuple[str, ...] = ()
    tied: bool = False


def judge(items: Sequence[Bounds], origins: Mapping[str, str] | None = None) -> Judgement:
    """Judge values on one axis; the order of the items changes nothing but the order within sides.

    `origins` names, for each document that is a copy, the one it is a copy of.
    """
    votes = _votes(items, origins or {})
    if _share([item.hard for item in items], items):
        doubtful = not _share([item.soft for item in items], items)
        return Judgement(True, doubtful, (tuple(items),))
    meetings = _meetings(items)
    wrong, tied = _wrong(items, meetings, votes)
    return Judgement(False, False, tuple(_sides(items, meetings, votes)), wrong, tied)


def choose(items: Sequence[Bounds], origins: Mapping[str, str] | None = None) -> list[Bounds]:
    """The values without those by which a document tells of another case.

    The value that most documents, copies counted once, have among theirs is the case that they share. A document that
    has it keeps what fits it; one that has not keeps what fits the first that it says.
    """
    votes = _votes(items, origins or {})
    best = max(_points(items), key=lambda x: _support(items, x, votes), default=0.0)
    kept = []
    for item in items:
        own = [other for other in items if other.assertion.document == item.assertion.document]
        fitting = [other for other in own if _fits(other, best)]
        if item in fitting or (not fitting and _share([own[0].hard, item.hard], (own[0], item))):
            kept.append(item)
    return kept


def _votes(items: Iterable[Bounds], origins: Mapping[str, str]) -> Votes:
    documents = {item.assertion.document for item in items}
    copies = Counter(origins.get(document, document) for document in documents)
    whole = lcm(*copies.values())
    return {document: whole // copies[origins.get(document, document)] for document in documents}


def _counted(documents: Iterable[str], votes: Votes) -> int:
    return sum(votes[document] for document in documents)


def _support(items: Sequence[Bounds], x: float, votes: Votes) -> tuple[int, int, int]:
    """How many votes and values fit, and how early the first of them stands."""
    fitting = [n for n, item in enumerate(items) if _fits(item, x)]
    documents = {items[n].assertion.document for n in fitting}
    return _counted(documents, votes), len(fitting), -min(fitting, default=len(items))


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
    low, high = item.hard.lower, item.hard.upper
    room = 1.0 + abs(x) / 1e6
    if (low is not None and x < low - room) or (high is not None and x > high + room):
        return False  # as `holds` would say, at a tenth of the price
    return holds(item.hard, x) and (item.condition is None or (x >= 1 and item.condition(x)))


def _meetings(items: Sequence[Bounds]) -> list[tuple[int, ...]]:
    """Which items meet in some point, by number: every set of them once."""
    found = (tuple(n for n, item in enumerate(items) if _fits(item, x)) for x in _points(items))
    return list(dict.fromkeys(found))


def _sides(items: Sequence[Bounds], meetings: Sequence[tuple[int, ...]], votes: Votes) -> Iterator[tuple[Bounds, ...]]:
    """The items parted: those that meet with as many votes and then as many items as possible, then those of the rest."""
    left = set(range(len(items)))
    while left:
        best = max(
            (tuple(n for n in meeting if n in left) for meeting in meetings),
            key=lambda side: (_counted({items[n].assertion.document for n in side}, votes), len(side)),
            default=(),
        ) or (min(left),)
        left.difference_update(best)
        yield tuple(items[n] for n in best)


def _wrong(items: Sequence[Bounds], meetings: Sequence[tuple[int, ...]], votes: Votes) -> tuple[tuple[str, ...], bool]:
    """The documents of fewest votes without which the rest agree, and whether other choices are as few."""
    choices = {
        frozenset(item.assertion.document for n, item in enumerate(items) if n not in meeting)
        for meeting in map(frozenset, meetings)
    } or {frozenset(item.assertion.document for item in items)}
    fewest = min(_counted(choice, votes) for choice in choices)
    smallest = [choice for choice in choices if _counted(choice, votes) == fewest]
    if len(smallest) > 1:
        return (), True
    return tuple(sorted(smallest[0])), False
