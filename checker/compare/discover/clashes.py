"""Which pairs of clashing values are worth a person's look: alike, without a better partner, and one of them alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from checker.compare.discover.dates import Key
from checker.compare.discover.likeness import Spot
from checker.compare.discover.pairs import Pair
from checker.compare.discover.standing import clashing_keys, keys

THRESHOLD = 0.0
"""The weight from which a clash is shown: as likely as not. Lower finds more and errs more (`docs/discover.md`)."""

_LIKENESS, _BETTER, _STATED, _KNOWN, _BASE = 1.01, 0.46, -2.55, -3.19, -0.57
"""Weights fitted as those of the signs are: likeness, how much it exceeds that of the next best partner, documents that
state both values anywhere, and whether one of the two knows both."""

_FARTHEST = -8.0
"""Likeness below which it does not matter how unlike two places are."""
_MOST = 3
"""Documents beyond which more of them make no difference."""


class Clash(NamedTuple):
    """A pair whose values cannot both hold, and how much speaks for one thing being told of."""

    pair: Pair
    weight: float


class _Partners:
    """All that one place is alike to: by document the two most alike."""

    def __init__(self) -> None:
        self._best: dict[int, list[tuple[float, int]]] = defaultdict(list)

    def add(self, document: int, place: int, score: float) -> None:
        self._best[document] = sorted([*self._best[document], (-score, place)])[:2]

    def other_than(self, document: int, place: int) -> float:
        """The likeness of the best partner in a document besides this one."""
        return max((-score for score, partner in self._best[document] if partner != place), default=_FARTHEST)


class _Inventory:
    """All values that a story states, by what they are looked up by."""

    def __init__(self, spots: Sequence[Spot], sources: Sequence[int]) -> None:
        self._stating: dict[Key, Counter[int]] = defaultdict(Counter)
        self._known: dict[int, set[Key]] = defaultdict(set)
        for spot in spots:
            for each in keys(spot.place.standing):
                self._stating[each][sources[spot.document]] += 1
                self._known[spot.document].add(each)

    def elsewhere(self, value: Key | None, source: int) -> int:
        """How many sources state a value in some other place than one of this source, in whatever role."""
        stating = self._stating[value] if value is not None else {}
        return len(stating) - (stating.get(source, 0) == 1)

    def knows(self, document: int, value: Key | None) -> bool:
        """Whether a document states a value anywhere."""
        return value in self._known[document]


def clashes(pairs: Sequence[Pair], spots: Sequence[Spot], sources: Sequence[int]) -> list[Clash]:
    """The pairs to report. `sources` gives, for each document, the one that it is a copy of.

    A value for which the other document has a better partner, or that others state as well, is the less likely to be an
    error. A document that states both values holds them for values of two things.
    """
    partners: dict[int, _Partners] = defaultdict(_Partners)
    for pair in pairs:
        for mine, theirs in ((pair.one, pair.other), (pair.other, pair.one)):
            partners[mine].add(spots[theirs].document, theirs, pair.score)
    inventory = _Inventory(spots, sources)
    found = []
    for pair in pairs:
        if pair.verdict not in ("rival", "doubtful"):
            continue
        one, other = partners[pair.one], partners[pair.other]
        here, there = spots[pair.one], spots[pair.other]
        value, rival = clashing_keys(here.place.standing, there.place.standing)
        next_best = min(one.other_than(there.document, pair.other), other.other_than(here.document, pair.one))
        stated = min(
            inventory.elsewhere(value, sources[here.document]), inventory.elsewhere(rival, sources[there.document])
        )
        weight = (
            _BASE
            + _LIKENESS * max(pair.score, _FARTHEST)
            + _BETTER * (pair.score - next_best)
            + _STATED * min(stated, _MOST)
            + _KNOWN * (inventory.knows(here.document, rival) or inventory.knows(there.document, value))
        )
        if weight >= THRESHOLD:
            found.append(Clash(pair, weight))
    return found
