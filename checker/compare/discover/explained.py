"""Why two values that cannot be one need not clash."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from checker.compare.discover import dates
from checker.compare.discover.dates import When
from checker.compare.discover.likeness import Spot
from checker.compare.discover.places import Place
from checker.compare.discover.standing import compare

_SHARED = 3
"""Telling words that two sentences need in common to state one thing."""
_ANOTHER = frozenset(("another", "other", "second", "third", "remaining", "further", "additional"))
_MORE = frozenset(("more", "less", "fewer"))
_NO_SUMS = frozenset(("age", "ordinal"))
_BESIDE = 60
"""Characters between two parts of one whole."""
_OR = len(" or ")
_CLOSE = 3
"""Words before a value among which one of these says that it is of somebody else."""


def explained(one: Spot, other: Spot) -> bool:
    """Whether two values that cannot be one need not clash: their sentences share too little, one has the other's value
    as well, or they are told of different things or days."""
    p, q = one.place, other.place
    return (
        _share_too_little(one.sentence.words, other.sentence.words)
        or _is_there(one, other)
        or _is_there(other, one)
        or (p.saying and q.saying and p.standing.published != q.standing.published)
        or _is_one_of_two(one)
        or _is_one_of_two(other)
        or (_is_another(p) != _is_another(q) and not p.person & q.person)
        or _is_difference(p) != _is_difference(q)
        or _counts_other(one, other)
        or _is_asked_for(p, q)
        or _differs_in_all(one, other)
        or _on_other_days(one, other)
        or _adds_up(one, other)
        or _adds_up(other, one)
    )


def _share_too_little(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """A short sentence may have fewer words, which the other must have all: `The bridge was built in 1962`."""
    return len(one & other) < min(_SHARED, max(2, min(len(one), len(other))))


def _is_there(one: Spot, other: Spot) -> bool:
    """Whether the other sentence has this very value in another place."""
    mine = one.place.standing
    return any(
        (mine.ends is None) == (theirs.standing.ends is None) and compare(mine, theirs.standing) == "same"
        for theirs in other.others
    )


def _is_one_of_two(spot: Spot) -> bool:
    """`2005 or 2006`: the source itself leaves it open."""
    mine = spot.place.mention
    before = "or" in spot.place.before[:1] and any(0 < mine.start - each.mention.end <= _OR for each in spot.others)
    behind = "or" in spot.place.behind[:1] and any(0 < each.mention.start - mine.end <= _OR for each in spot.others)
    return before or behind


def _is_another(place: Place) -> bool:
    return not _ANOTHER.isdisjoint(place.before[:_CLOSE])


def _is_difference(place: Place) -> bool:
    """`two inches narrower`, `40 more than last year`: by how much, and not how much."""
    return bool(place.behind) and (
        place.behind[0] in _MORE or (place.behind[0].endswith("er") and "than" in place.behind)
    )


def _counts_other(one: Spot, other: Spot) -> bool:
    """Whether two counts are of different things, and one sentence speaks of both."""
    a, b = one.place.noun, other.place.noun
    return bool(a and b and a != b and (a in other.sentence.words or b in one.sentence.words))


def _is_asked_for(p: Place, q: Place) -> bool:
    """Whether one value is what somebody asked for, the other what is so."""
    return (p.status == "requested") != (q.status == "requested")


def _differs_in_all(one: Spot, other: Spot) -> bool:
    """Whether the other values of the sentences clash as well and none agrees: `31 percent in 2019`, `38 in 2023`."""
    rival = False
    for mine in one.others:
        found = {compare(mine.standing, theirs.standing) for theirs in other.others}
        if "same" in found or "fits" in found:
            return False
        rival = rival or "rival" in found
    return rival


def _on_other_days(one: Spot, other: Spot) -> bool:
    """Whether both sentences date what they tell, and by no day in common: `35 killed on 4 October`, `18 on 20 September`."""
    days, others = _days(one), _days(other)
    return bool(days and others) and all(dates.compare(a, b) == "rival" for a in days for b in others)


def _days(spot: Spot) -> list[When]:
    """The other dates of a sentence that name a day of a month."""
    whens = (place.standing.when for place in spot.others)
    return [when for when in whens if when is not None and when.month is not None and when.date is not None]


def _adds_up(whole: Spot, part: Spot) -> bool:
    """`Six were hurt` and `the driver and five others`: a count that another count of the sentence makes up for."""
    x, y, family = whole.place.standing.exact, part.place.standing.exact, whole.place.standing.family
    if family in _NO_SUMS or x is None or y is None:
        return False
    if family == "count" and _is_rest(part.place) and not _is_rest(whole.place):
        return True
    rest = {p.standing.exact for p in part.others if p.standing.family == family and _are_beside(part.place, p)}
    return x - y in rest - {p.standing.exact for p in whole.others}


def _are_beside(one: Place, other: Place) -> bool:
    """Whether two values stand near enough to be the parts of one whole: `three drivers and two mechanics`."""
    return max(one.mention.start, other.mention.start) - min(one.mention.end, other.mention.end) <= _BESIDE


def _is_rest(place: Place) -> bool:
    return place.noun == "other" or any(word in ("other", "others", "more") for word in place.behind[:2])
