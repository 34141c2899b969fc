"""How alike two places are: the signs that two sentences of different sources give the value of one thing.

Each sign adds its weight, the way records are linked that have no common key (Fellegi and Sunter, "A Theory for Record
Linkage", 1969). The weights are the coefficients of a logistic regression over stories with one altered value, rounded
(`docs/discover.md`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum
from typing import NamedTuple

from checker.compare.discover import dates
from checker.compare.discover.dates import Likeness
from checker.compare.discover.places import Place, Sentence
from checker.compare.discover.standing import Standing, compare
from checker.model.mention import Quantity

Rarity = Mapping[str, float]
"""How much each stem tells within one story, 0 to 1: what stands in every sentence tells nothing apart. Sums of it are
exact, since words come in any order."""

_STALE = 3
"""Days after which a weekday is an odd way to tell the news."""


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
    local: float  # of the words near the value
    local_mass: float
    left: float  # words just before the value, one by one
    noun_same: float
    unit: float
    elsewhere: float  # both name where it happened, and no place in common
    person_other: float
    status: float  # one is planned, asked for or ruled out, the other not, or not so
    others_same: float  # other values of the sentences that agree
    others_rival: float
    mixed: float  # dates in different parts: a weekday, a day of a month
    doubtful: float
    hedged: float  # one of two values that clash is said to be exact, the other is not
    saying: float  # one of two dates is when something was said
    single: float  # one of the counts is one
    stale: float  # one weekday is days old as its page is dated, the other as fresh as news is
    far: float  # weekdays of different weeks, as their pages are dated


WEIGHTS = Signs(
    cover=4.5,
    local=3.3,
    local_mass=6.1,
    left=1.3,
    noun_same=-2.5,
    unit=2.3,
    elsewhere=-0.5,
    person_other=-2.1,
    status=-1.3,
    others_same=1.6,
    others_rival=-1.8,
    mixed=-2.1,
    doubtful=-3.3,
    hedged=-2.5,
    saying=-0.9,
    single=-2.7,
    stale=1.6,
    far=-0.5,
)
BASE = -9.4


def spot(document: int, place: Place, sentence: Sentence, others: Sequence[Place], rarity: Rarity) -> Spot:
    """A place with what every comparison of it needs."""
    return Spot(
        document,
        place,
        sentence,
        tuple(others),
        dict(place.near),
        fsum(rarity[word] for word in sentence.words),
        fsum(rarity[word] * near for word, near in place.near),
    )


def signs(one: Spot, other: Spot, verdict: Likeness, rarity: Rarity) -> Signs:
    """The signs of two places, in whichever order."""
    p, q = one.place, other.place
    shared = fsum(rarity[word] for word in one.sentence.words & other.sentence.words)
    shorter = min(one.sentence_mass, other.sentence_mass)
    near = fsum(rarity[word] * min(weight, other.near[word]) for word, weight in one.near.items() if word in other.near)
    either = one.near_mass + other.near_mass
    here, there = one.sentence.where, other.sentence.where
    same, rival = _company(one, other)
    grains = _grains(p.standing, q.standing, verdict)
    return Signs(
        cover=shared / shorter if shorter else 0.0,
        local=2 * near / either if either else 0.0,
        local_mass=_much(near, 0.8),
        left=_alike(p.before, q.before),
        noun_same=float(p.noun is not None and p.noun == q.noun),
        unit=float(_unit(p) == _unit(q)),
        elsewhere=float(bool(here) and bool(there) and here.isdisjoint(there)),
        person_other=float(bool(p.person) and bool(q.person) and not p.person & q.person),
        status=float(p.status != q.status),
        others_same=_much(same, 1.0),
        others_rival=_much(rival, 1.0),
        mixed=float(len(grains) > 1),
        doubtful=float(verdict == "doubtful"),
        hedged=float(verdict == "rival" and (p.standing.hedge is None) != (q.standing.hedge is None)),
        saying=float(p.saying != q.saying),
        single=float(1.0 in (p.standing.exact, q.standing.exact)),
        stale=float(_is_stale(p.standing) != _is_stale(q.standing)) if p.standing.when else 0.0,
        far=float(_far(p, q)),
    )


def likeness(found: Signs) -> float:
    """The signs summed up: the more, the likelier it is that the two places give the value of one thing."""
    return BASE + sum(sign * weight for sign, weight in zip(found, WEIGHTS, strict=True))


def _grains(one: Standing, other: Standing, verdict: Likeness) -> set[str]:
    """By what two dates are told; those that clash, by what they clash in."""
    if one.when is None or other.when is None:
        return set()
    whens = dates.differing(one.when, other.when) if verdict == "rival" else (one.when, other.when)
    return {dates.grain(when) for when in whens}


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
