"""A set of values judged as one: whether some value fits all, and if none does, which sources must be wrong.

Intervals on a line share a point as soon as every two of them do (Helly's theorem), so the set is judged by the
points where most of them meet. Conditions on days (`a Friday`) are tried day by day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import heapify, heapreplace
from itertools import pairwise
from math import inf, lcm
from typing import NamedTuple

from checker.compare.bounds import Bounds
from checker.compare.clocks import DAYS
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
    best = max(_meetings(items), key=lambda meeting: _support(items, meeting, votes), default=())
    own: dict[str, list[int]] = defaultdict(list)
    for n, item in enumerate(items):
        own[item.assertion.document].append(n)
    kept, shared = [], set(best)
    for n, item in enumerate(items):
        told = own[item.assertion.document]
        first = items[told[0]]
        if n in shared or (shared.isdisjoint(told) and _share([first.hard, item.hard], (first, item))):
            kept.append(item)
    return kept


def _votes(items: Iterable[Bounds], origins: Mapping[str, str]) -> Votes:
    documents = {item.assertion.document for item in items}
    copies = Counter(origins.get(document, document) for document in documents)
    whole = lcm(*copies.values())
    return {document: whole // copies[origins.get(document, document)] for document in documents}


def _counted(documents: Iterable[str], votes: Votes) -> int:
    return sum(votes[document] for document in documents)


def _support(items: Sequence[Bounds], meeting: Sequence[int], votes: Votes) -> tuple[int, int, int]:
    """How many votes and values meet, and how early the first of them stands."""
    documents = {items[n].assertion.document for n in meeting}
    return _counted(documents, votes), len(meeting), -min(meeting, default=len(items))


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
        if item.axis == DAYS and low is not None and high is not None and high - low <= _DAYS:
            points.update(float(day) for day in range(int(low), int(high) + 1))
    return sorted(points)


def _fits(item: Bounds, x: float) -> bool:
    low, high = item.hard.lower, item.hard.upper
    noise = abs(x) / 1e9
    inside = (low is None or low + noise < x) and (high is None or x < high - noise)
    return (inside or holds(item.hard, x)) and (item.condition is None or (x >= 1 and item.condition(x)))


def _meetings(items: Sequence[Bounds]) -> list[tuple[int, ...]]:
    """Which items meet in some point, by number: every set of them once."""
    alike: dict[object, list[int]] = defaultdict(list)
    for n, item in enumerate(items):
        alike[item.hard, item.condition].append(n)
    waiting = sorted(alike.values(), key=lambda several: _least(items[several[0]]), reverse=True)
    near: list[list[int]] = []  # those that have begun and not ended, so that each point is held against few
    found: dict[tuple[int, ...], None] = {}
    for x in _points(items):
        while waiting and _least(items[waiting[-1][0]]) <= x + _room(x):
            near.append(waiting.pop())
        near = [several for several in near if (high := items[several[0]].hard.upper) is None or high >= x - _room(x)]
        found[tuple(sorted(n for several in near if _fits(items[several[0]], x) for n in several))] = None
    return list(found)


def _least(item: Bounds) -> float:
    return -inf if item.hard.lower is None else item.hard.lower


def _room(x: float) -> float:
    """More than the noise of binary fractions."""
    return 1.0 + abs(x) / 1e6


def _sides(items: Sequence[Bounds], meetings: Sequence[tuple[int, ...]], votes: Votes) -> Iterator[tuple[Bounds, ...]]:
    """The items parted: those that meet with as many votes and then as many items as possible, then those of the rest.

    What a meeting has left only shrinks, so that its last known size is looked at again when it comes first.
    """
    left = set(range(len(items)))

    def size(at: int) -> tuple[int, int, int]:
        inside = [n for n in meetings[at] if n in left]
        return -_counted({items[n].assertion.document for n in inside}, votes), -len(inside), at

    sizes = [size(at) for at in range(len(meetings))]
    heapify(sizes)
    while left:
        while sizes and (now := size(sizes[0][2])) != sizes[0]:
            heapreplace(sizes, now)
        best = [n for n in meetings[sizes[0][2]] if n in left] if sizes else []
        best = best or [min(left)]
        left.difference_update(best)
        yield tuple(items[n] for n in best)


def _wrong(items: Sequence[Bounds], meetings: Sequence[tuple[int, ...]], votes: Votes) -> tuple[tuple[str, ...], bool]:
    """The documents of fewest votes without which the rest agree, and whether other choices are as few."""
    stated = Counter(item.assertion.document for item in items)

    def whole(meeting: Sequence[int]) -> frozenset[str]:
        """The documents that the meeting leaves nothing out of."""
        inside = Counter(items[n].assertion.document for n in meeting)
        return frozenset(document for document, number in inside.items() if number == stated[document])

    right = {whole(meeting): None for meeting in meetings} or {frozenset[str](): None}
    most = max(_counted(documents, votes) for documents in right)
    largest = [documents for documents in right if _counted(documents, votes) == most]
    if len(largest) > 1:
        return (), True
    return tuple(sorted(stated.keys() - largest[0])), False
