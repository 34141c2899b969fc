"""Which pairs of clashing values are worth a person's look: alike, without a better partner, and one of them alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from checker.compare.discover.pairs import Pair

THRESHOLD = -1.5
_FARTHEST = -8.0
"""Likeness below which it does not matter how unlike two places are."""
_AGREES, _CLASHES = -3.0, -2.0
"""Likeness from which a document counts as one that states a value too, or another one in its place."""

_LIKENESS, _BETTER, _BACKED, _OPPOSED, _KNOWN, _BASE = 0.5, 0.4, -1.8, 0.6, -0.9, -2.7


class Clash(NamedTuple):
    """A pair whose values cannot both hold, and how much speaks for one thing being told of."""

    pair: Pair
    weight: float


class _Partners:
    """All that one place is alike to."""

    def __init__(self) -> None:
        self.best: dict[int, list[tuple[float, int]]] = defaultdict(list)  # by document, the two most alike
        self.agreeing: set[int] = set()
        self.opposed: set[int] = set()
        self.known = False

    def add(self, document: int, spot: int, source: int, pair: Pair) -> None:
        self.best[document] = sorted([*self.best[document], (-pair.score, spot)])[:2]
        if pair.verdict == "same":
            self.known = True
            if pair.score > _AGREES:
                self.agreeing.add(source)
        elif pair.score > _CLASHES:
            self.opposed.add(source)

    def other_than(self, document: int, spot: int) -> float:
        """The likeness of the best partner in a document besides this one."""
        return max((-score for score, partner in self.best[document] if partner != spot), default=_FARTHEST)


def clashes(pairs: Sequence[Pair], documents: Sequence[int], sources: Sequence[int]) -> list[Clash]:
    """The pairs to report. `documents` gives the document of each place, `sources` the one it is a copy of.

    Values that agree are matched first: a value for which the other document has a better partner, one that others
    state in the same role, or that the story knows from elsewhere, is the less likely to be an error.
    """
    partners: dict[int, _Partners] = defaultdict(_Partners)
    for pair in pairs:
        for mine, theirs in ((pair.one, pair.other), (pair.other, pair.one)):
            partners[mine].add(documents[theirs], theirs, sources[theirs], pair)
    found = []
    for pair in pairs:
        if pair.verdict == "same":
            continue
        one, other = partners[pair.one], partners[pair.other]
        rival = min(one.other_than(documents[pair.other], pair.other), other.other_than(documents[pair.one], pair.one))
        weight = (
            _BASE
            + _LIKENESS * max(pair.score, _FARTHEST)
            + _BETTER * (pair.score - rival)
            + _BACKED * min(len(one.agreeing), len(other.agreeing))
            + _OPPOSED * max(len(one.opposed), len(other.opposed))
            + _KNOWN * (one.known + other.known)
        )
        if weight >= THRESHOLD:
            found.append(Clash(pair, weight))
    return found
