"""Totals that grow while news is told: where the later report has the larger figure, neither need be wrong."""

from __future__ import annotations

from functools import cache

from checker.compare.discover.likeness import Spot
from checker.compare.discover.places import stem

_RUNNING = "toll rose climbed grew swelled raised collected".split()
"""Words by which a report says that it gives a figure as it stands."""


def has_grown(one: Spot, other: Spot) -> bool:
    """Whether the later figure is the larger one, and either report says that the figure grows: by such a word, or by
    `at least`."""
    a, b = one.place.standing, other.place.standing
    if a.published is None or b.published is None or a.published == b.published or a.when is not None:
        return False
    first, last = (a, b) if a.published < b.published else (b, a)
    if first.hard.lower is None or last.hard.lower is None or first.hard.lower >= last.hard.lower:
        return False
    running = _running()
    return first.hard.upper is None or any(not running.isdisjoint(spot.near) for spot in (one, other))


@cache
def _running() -> frozenset[str]:
    return frozenset(map(stem, _RUNNING))
