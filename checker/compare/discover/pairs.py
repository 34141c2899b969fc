"""Places worth comparing: pairs of different documents that share a telling word, near-linear in the places."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from checker.compare.discover.dates import Likeness
from checker.compare.discover.explained import explained
from checker.compare.discover.likeness import Rarity, Spot, likeness, signs, spot
from checker.compare.discover.places import Place, Told
from checker.compare.discover.standing import compare

_SMALL = 150
"""Places of a story of which every pair is tried; a larger one tries those that share rare words."""
_COMMON = 40
"""Places beyond which a word is too common to lead from one to another."""
_EACH = 2
"""The same, for each document: what every outlet tells is not too common."""
_PARTNERS = 12
"""Partners tried for each place, those first that share most."""


class Pair(NamedTuple):
    """Two places (by number) that could speak of one thing; `score` is their likeness."""

    one: int
    other: int
    verdict: Likeness
    score: float


def rarity(told: Sequence[Told]) -> Rarity:
    """How much each stem of a story tells, by the sentences that have it."""
    seen = Counter(word for each in told for sentence in each.sentences for word in sentence.words)
    total = sum(len(each.sentences) for each in told)
    top = math.log(1 + total)
    return {word: math.log(1 + total / times) / top for word, times in seen.items()}


def spots(told: Sequence[Told], rare: Rarity) -> list[Spot]:
    """All places of a story, document by document."""
    found = []
    for number, each in enumerate(told):
        inside: dict[int, list[Place]] = defaultdict(list)
        for place in each.places:
            inside[place.sentence].append(place)
        found += [
            spot(
                number,
                place,
                each.sentences[place.sentence],
                [one for one in inside[place.sentence] if one is not place],
                rare,
            )
            for place in each.places
        ]
    return found


def pairs(found: Sequence[Spot], rare: Rarity) -> Iterator[Pair]:
    """Pairs of different documents whose values can be held against each other, with their likeness."""
    for one, other in _tried(found, rare):
        a, b = found[one], found[other]
        if a.document == b.document:
            continue
        verdict = compare(a.place.standing, b.place.standing)
        if verdict == "apart" or a.sentence.words.isdisjoint(b.sentence.words):
            continue
        if verdict == "rival" and explained(a, b):
            verdict = "fits"
        yield Pair(one, other, verdict, likeness(signs(a, b, verdict, rare)))


def _tried(found: Sequence[Spot], rare: Rarity) -> Iterator[tuple[int, int]]:
    families: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(found):
        families[each.place.standing.family].append(number)
    for members in families.values():
        if len(members) <= _SMALL:
            yield from combinations(members, 2)
        else:
            yield from _blocked(members, found, rare)


def _blocked(members: Sequence[int], found: Sequence[Spot], rare: Rarity) -> Iterator[tuple[int, int]]:
    having: dict[str, list[int]] = defaultdict(list)
    for number in members:
        for word in found[number].sentence.words:
            having[word].append(number)
    most = max(_COMMON, _EACH * len({found[number].document for number in members}))
    leading = {word: numbers for word, numbers in having.items() if 1 < len(numbers) <= most}
    tried: set[tuple[int, int]] = set()
    for number in members:
        shared: dict[int, float] = defaultdict(float)
        for word in sorted(found[number].sentence.words):  # sums of floats depend on their order
            for partner in leading.get(word, ()):
                shared[partner] += rare[word]
        shared.pop(number, None)
        best = sorted(shared, key=lambda partner: (-shared[partner], partner))[:_PARTNERS]
        tried.update((min(number, partner), max(number, partner)) for partner in best)
    yield from sorted(tried)
