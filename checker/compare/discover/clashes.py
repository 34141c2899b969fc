"""Which pairs of clashing values are worth a person's look: alike, without a better partner, and one of them alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from checker.compare.discover.likeness import Spot
from checker.compare.discover.pairs import Pair
from checker.compare.discover.standing import key, keys

THRESHOLD = 0.5
"""The weight from which a clash is shown; lower finds more and errs more (`docs/discover.md`)."""

_LIKENESS, _BETTER, _BACKED, _STATED, _KNOWN, _BASE = 0.87, 0.2, -1.06, -1.21, -1.97, 0.58
"""Weights fitted as those of the signs are: likeness, how much it exceeds that of the next best partner, documents that
state both values in this role, documents that state both anywhere, and whether one of the two knows both."""

_FARTHEST = -8.0
"""Likeness below which it does not matter how unlike two places are."""
_AGREES = -3.0
"""Likeness from which a document counts as one that states a value in the same role."""
_MOST = 3
"""Documents beyond which more of them make no difference."""


class Clash(NamedTuple):
    """A pair whose values cannot both hold, and how much speaks for one thing being told of."""

    pair: Pair
    weight: float


class _Partners:
    """All that one place is alike to: by document the two most alike, and the sources that agree with it."""

    def __init__(self) -> None:
        self.best: dict[int, list[tuple[float, int]]] = defaultdict(list)
        self.agreeing: set[int] = set()

    def add(self, document: int, place: int, source: int, pair: Pair) -> None:
        self.best[document] = sorted([*self.best[document], (-pair.score, place)])[:2]
        if pair.verdict == "same" and pair.score > _AGREES:
            self.agreeing.add(source)

    def other_than(self, document: int, place: int) -> float:
        """The likeness of the best partner in a document besides this one."""
        return max((-score for score, partner in self.best[document] if partner != place), default=_FARTHEST)


def clashes(pairs: Sequence[Pair], spots: Sequence[Spot], sources: Sequence[int]) -> list[Clash]:
    """The pairs to report. `sources` gives, for each document, the one that it is a copy of.

    Values that agree are matched first: a value for which the other document has a better partner, or that others state
    as well, is the less likely to be an error.
    """
    partners: dict[int, _Partners] = defaultdict(_Partners)
    for pair in pairs:
        for mine, theirs in ((pair.one, pair.other), (pair.other, pair.one)):
            document = spots[theirs].document
            partners[mine].add(document, theirs, sources[document], pair)
    stated, known = _stated(spots, sources), _known(spots)
    found = []
    for pair in pairs:
        if pair.verdict not in ("rival", "doubtful"):
            continue
        one, other = partners[pair.one], partners[pair.other]
        next_best = min(
            one.other_than(spots[pair.other].document, pair.other),
            other.other_than(spots[pair.one].document, pair.one),
        )
        weight = (
            _BASE
            + _LIKENESS * max(pair.score, _FARTHEST)
            + _BETTER * (pair.score - next_best)
            + _BACKED * min(len(one.agreeing), len(other.agreeing))
            + _STATED * min(stated[pair.one], stated[pair.other], _MOST)
            + _KNOWN * _knows_both(spots[pair.one], spots[pair.other], known)
        )
        if weight >= THRESHOLD:
            found.append(Clash(pair, weight))
    return found


def _stated(spots: Sequence[Spot], sources: Sequence[int]) -> list[int]:
    """For each place, how many sources state its value in some other place, in whatever role."""
    places: dict[tuple[object, ...], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for spot in spots:
        for each in keys(spot.place.standing):
            places[each][sources[spot.document]] += 1
    counted = []
    for spot in spots:
        found = key(spot.place.standing)
        having = places[found] if found is not None else {}
        own = having.get(sources[spot.document], 0)
        counted.append(len(having) - (own == 1))
    return counted


def _known(spots: Sequence[Spot]) -> Mapping[int, Collection[tuple[object, ...]]]:
    """All values that each document states."""
    known: dict[int, set[tuple[object, ...]]] = defaultdict(set)
    for spot in spots:
        known[spot.document] |= keys(spot.place.standing)
    return known


def _knows_both(one: Spot, other: Spot, known: Mapping[int, Collection[tuple[object, ...]]]) -> bool:
    """Whether a document that states one value states the other as well: it holds them for values of two things."""
    return key(other.place.standing) in known[one.document] or key(one.place.standing) in known[other.document]
