"""How alike two places are: the signs that two sentences of different sources give the value of one thing.

Each sign adds its weight, the way records are linked that have no common key (Fellegi and Sunter, "A Theory for Record
Linkage", 1969). The weights are those of a logistic regression over stories with one altered value, rounded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from checker.compare.discover import dates
from checker.compare.discover.dates import Likeness
from checker.compare.discover.places import Place, Sentence
from checker.compare.discover.standing import Standing, compare
from checker.model.mention import Quantity

Rarity = Mapping[str, float]
"""How much each stem tells within one story, 0 to 1: what stands in every sentence tells nothing apart."""


_ANOTHER = frozenset(("another", "other", "second", "third"))
_CLOSE = 3
_COARSE = frozenset(("month", "year"))
_STALE = 3
"""Days after which a weekday is an odd way to tell the news."""
_SHARED = 3
"""Telling words that two sentences need in common to state one thing."""


class Spot(NamedTuple):
    """A place made ready: its document's number, its sentence, the other places there, and sums of rarity."""

    document: int
    place: Place
    sentence: Sentence
    others: tuple[Place, ...]
    near: Mapping[str, float]
    sentence_mass: float
    near_mass: float


class Signs(NamedTuple):
    """What two places share, each sign from 0 to 1."""

    cover: float  # of the telling words of the shorter sentence
    mass: float  # telling words shared, whatever the length
    local: float  # of the words near the value
    local_mass: float
    left: float  # words just before the value, one by one
    right: float  # and just behind it
    noun_same: float
    unit: float
    names_apart: float  # both have names and share none
    person_other: float
    others_same: float  # other values of the sentences that agree
    others_rival: float
    date: float
    age: float
    coarse: float  # one date is a year or a month alone
    mixed: float  # dates in different parts: a weekday, a day of a month
    doubtful: float
    saying: float  # one of two dates is when something was said
    single: float  # one of the counts is one
    stale: float  # one weekday is days old as its page is dated, the other as fresh as news is
    far: float  # weekdays of different weeks, as their pages are dated


WEIGHTS = Signs(
    cover=1.8,
    mass=5.8,
    local=0.6,
    local_mass=4.8,
    left=1.1,
    right=0.5,
    noun_same=-0.9,
    unit=1.4,
    names_apart=-0.4,
    person_other=-2.2,
    others_same=1.0,
    others_rival=-3.2,
    date=0.2,
    age=0.5,
    coarse=-0.4,
    mixed=-0.8,
    doubtful=-0.8,
    saying=-0.5,
    single=-2.8,
    stale=1.0,
    far=-1.0,
)
BASE = -8.2


def spot(document: int, place: Place, sentence: Sentence, others: Sequence[Place], rarity: Rarity) -> Spot:
    """A place with what every comparison of it needs."""
    return Spot(
        document,
        place,
        sentence,
        tuple(others),
        dict(place.near),
        sum(rarity[word] for word in sentence.words),
        sum(rarity[word] * near for word, near in place.near),
    )


def signs(one: Spot, other: Spot, verdict: Likeness, rarity: Rarity) -> Signs:
    """The signs of two places, in whichever order."""
    p, q = one.place, other.place
    shared = sum(rarity[word] for word in one.sentence.words & other.sentence.words)
    shorter = min(one.sentence_mass, other.sentence_mass)
    near = sum(rarity[word] * min(weight, other.near[word]) for word, weight in one.near.items() if word in other.near)
    either = one.near_mass + other.near_mass
    names = one.sentence.names & other.sentence.names
    same, rival = _company(one, other)
    grains = {dates.grain(when) for when in (p.standing.when, q.standing.when) if when is not None}
    return Signs(
        cover=shared / shorter if shorter else 0.0,
        mass=_much(shared, 2.0),
        local=2 * near / either if either else 0.0,
        local_mass=_much(near, 0.8),
        left=_alike(p.before, q.before),
        right=_alike(p.behind, q.behind),
        noun_same=float(p.noun is not None and p.noun == q.noun),
        unit=float(_unit(p) == _unit(q)),
        names_apart=float(bool(one.sentence.names) and bool(other.sentence.names) and not names),
        person_other=float(bool(p.person) and bool(q.person) and not p.person & q.person),
        others_same=_much(same, 1.0),
        others_rival=_much(rival, 1.0),
        date=float(p.standing.family == "date"),
        age=float(p.standing.family == "age"),
        coarse=float(not _COARSE.isdisjoint(grains)),
        mixed=float(len(grains) > 1),
        doubtful=float(verdict == "doubtful"),
        saying=float(p.saying != q.saying),
        single=float(1.0 in (p.standing.exact, q.standing.exact)),
        stale=float(_is_stale(p.standing) != _is_stale(q.standing)) if p.standing.when else 0.0,
        far=float(_far(p, q)),
    )


def likeness(found: Signs) -> float:
    """The signs summed up: the more, the likelier it is that the two places give the value of one thing."""
    return BASE + sum(sign * weight for sign, weight in zip(found, WEIGHTS, strict=True))


def _is_stale(one: Standing) -> bool:
    when = one.when
    if when is None or when.weekday is None or when.date is not None or when.day is None or one.published is None:
        return False
    return one.published - (when.day.lower or 0.0) >= _STALE


def _far(p: Place, q: Place) -> bool:
    a, b = p.standing.when, q.standing.when
    if a is None or b is None or a.day is None or b.day is None or (a.weekday is None and b.weekday is None):
        return False
    return abs((a.day.lower or 0) - (b.day.lower or 0)) > 6


def _unit(place: Place) -> str:
    value = place.mention.value
    return value.unit_written if isinstance(value, Quantity) else ""


def _much(amount: float, half: float) -> float:
    """An amount as a share that nears 1: `half` of it gives a half."""
    return amount / (amount + half)


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """How many of the nearest words are the same, up to the first that is not."""
    run = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return run / 4


def _company(one: Spot, other: Spot) -> tuple[int, int]:
    """Other values of the two sentences: how many agree and how many clash."""
    same = rival = 0
    for mine in one.others:
        found = {compare(mine.standing, theirs.standing) for theirs in other.others}
        same += "same" in found
        rival += "same" not in found and "rival" in found
    return same, rival


def _is_there(one: Spot, other: Spot) -> bool:
    """Whether the other sentence has this very value in another place."""
    return any(compare(one.place.standing, theirs.standing) == "same" for theirs in other.others)


def explained(one: Spot, other: Spot) -> bool:
    """Whether two values that cannot be one need not clash: their sentences share too little, one has the other's value
    as well, or they are told of different things or days."""
    p, q = one.place, other.place
    return (
        len(one.sentence.words & other.sentence.words) < _SHARED
        or _is_there(one, other)
        or _is_there(other, one)
        or (p.saying and q.saying and p.standing.published != q.standing.published)
        or _is_one_of_two(p)
        or _is_one_of_two(q)
        or _is_another(p) != _is_another(q)
        or _counts_other(one, other)
        or _adds_up(one, other)
        or _adds_up(other, one)
    )


def _is_one_of_two(place: Place) -> bool:
    """`2005 or 2006`: the source itself leaves it open."""
    return "or" in (*place.before[:1], *place.behind[:1])


def _is_another(place: Place) -> bool:
    return not _ANOTHER.isdisjoint(place.before[:_CLOSE])


def _counts_other(one: Spot, other: Spot) -> bool:
    """Whether two counts are of different things, and one sentence speaks of both."""
    a, b = one.place.noun, other.place.noun
    return bool(a and b and a != b and (a in other.sentence.words or b in one.sentence.words))


def _adds_up(whole: Spot, part: Spot) -> bool:
    """`Six were hurt` and `the driver and five others`: a count that another count of the sentence makes up for."""
    x, y = whole.place.standing.exact, part.place.standing.exact
    if whole.place.standing.family != "count" or x is None or y is None:
        return False
    if _is_rest(part.place) and not _is_rest(whole.place):
        return True
    rest = {p.standing.exact for p in part.others if p.standing.family == "count"}
    return x - y in rest - {p.standing.exact for p in whole.others}


def _is_rest(place: Place) -> bool:
    return place.noun == "other" or any(word in ("other", "others", "more") for word in place.behind[:2])
