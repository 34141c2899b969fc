"""Totals that grow while news is told: where the later report has the larger figure, neither need be wrong."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from checker.compare.discover.likeness import Spot
from checker.compare.discover.places import stem

_RUNNING = "toll rose climbed grew swelled raised collected".split()
"""Words by which a report says that it gives a figure as it stands."""

_NOW = frozenset(("already",))
_NOW_TWO = frozenset((("so", "far"), ("as", "of")))
"""By which it says that the figure is the one of its own day."""


def has_grown(one: Spot, other: Spot) -> bool:
    """Whether the later figure is the larger one, and either report says that the figure grows: by such a word, or by
    `at least`. Where it is not known which one is later, a report has to say that its figure is as of now."""
    a, b = one.place.standing, other.place.standing
    if a.when is not None or a.family in ("age", "duration"):
        return False
    if a.published is None or b.published is None:
        return _is_as_of_now(one) or _is_as_of_now(other)
    if a.published == b.published:
        return False
    first, last = (a, b) if a.published < b.published else (b, a)
    if first.hard.lower is None or last.hard.lower is None or first.hard.lower >= last.hard.lower:
        return False
    running = _running()
    return first.hard.upper is None or any(not running.isdisjoint(spot.near) for spot in (one, other))


def _is_as_of_now(spot: Spot) -> bool:
    around = (*reversed(spot.place.before), "…", *spot.place.behind)
    return not _NOW.isdisjoint(around) or any(pair in _NOW_TWO for pair in pairwise(around))


@cache
def _running() -> frozenset[str]:
    return frozenset(map(stem, _RUNNING))
