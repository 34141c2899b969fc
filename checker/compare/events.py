"""Sources that tell of different events, though they are read side by side: what they say is not held against each
other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from checker.compare.bounds import Bounds, bounds
from checker.compare.clocks import DAYS
from checker.compare.judging import choose, judge
from checker.model.comparison import Assertion
from checker.model.mention import Timex
from checker.model.rule import Fact

Origins = Mapping[str, str]
"""For each document that is a copy of another, the id of that one."""
_COARSE = ("month", "season", "quarter", "half", "year", "decade", "century")
_NEAR = 7
"""Days within which the time of an event is told by those who tell of it."""


def of_one_event(items: Sequence[Bounds], origins: Origins) -> list[Bounds]:
    """The days of one axis without those of other events: what was still to come when a source had told of the event,
    and what is told by no more than its month (`one in June`). The side of most sources stays."""
    judgement = judge(items, origins)
    if judgement.agree or items[0].axis != DAYS:
        return list(items)
    main = judgement.sides[0]
    others = (side for side in judgement.sides[1:] if not (_to_come(main, side) or all(map(_vague, side))))
    return [*main, *(item for side in others for item in side)]


def _vague(item: Bounds) -> bool:
    """Whether a date says no more than the month, or less."""
    low, high, value = item.hard.lower, item.hard.upper, item.assertion.value
    if isinstance(value, Timex) and value.grain in _COARSE:
        return True
    return low is not None and high is not None and high - low > _NEAR


def _to_come(main: Sequence[Bounds], side: Sequence[Bounds]) -> bool:
    return any(_before(one, other) or _before(other, one) for one in main for other in side)


def _before(told: Bounds, event: Bounds) -> bool:
    """Whether a source had appeared before the day that another one names."""
    as_of, low = told.assertion.as_of, event.hard.lower
    return as_of is not None and low is not None and date.fromisoformat(as_of[:10]).toordinal() < low


class Apart:
    """Which documents tell of another event than most, by the facts that tell events apart (`same`)."""

    def __init__(
        self, facts: Iterable[Fact], assertions: Sequence[Assertion], groups: Mapping[str, str], origins: Origins
    ) -> None:
        facts = tuple(facts)
        by_id = {f"{fact.pack}/{fact.id}": fact for fact in facts}
        wanted = {name for fact in facts for name in fact.same if name in by_id}
        stated: dict[tuple[str, str], list[Assertion]] = defaultdict(list)
        for one in assertions:
            if f"{one.pack}/{one.fact}" in wanted and not one.missing and one.status == "asserted":
                stated[groups.get(one.document, ""), f"{one.pack}/{one.fact}"].append(one)
        self._apart = {key: _others(by_id[key[1]], several, origins) for key, several in stated.items()}

    def documents(self, group: str, fact: Fact) -> frozenset[str]:
        """The documents of a group whose values for a fact are not to be compared with those of the rest."""
        return frozenset().union(*(self._apart.get((group, name), frozenset()) for name in fact.same))


def _others(fact: Fact, assertions: Sequence[Assertion], origins: Origins) -> frozenset[str]:
    sets: dict[str, list[Bounds]] = defaultdict(list)
    for one in assertions:
        if (item := bounds(one, fact)) is not None:
            sets[item.axis].append(item)
    if not sets:
        return frozenset()
    items = max(sets.values(), key=len)
    chosen = choose(items, origins) if fact.several == "choose" else items
    judgement = judge(chosen, origins)
    if judgement.agree:
        return frozenset()
    own = {item.assertion.document for item in judgement.sides[0]}
    return frozenset(item.assertion.document for side in judgement.sides[1:] for item in side) - own
