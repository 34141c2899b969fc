"""Exchange rates: amounts given in two currencies imply one, and all of one document must imply the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.model.comparison import Assertion, FactResult, RelationResult
from checker.model.mention import Interval, Quantity
from checker.model.rule import Rate
from checker.values.intervals import divide, meet_all
from checker.values.labels import number


class Pair(NamedTuple):
    """One amount in two currencies, and the rate between the numbers as they are written."""

    amount: str
    again: str
    rate: Interval
    evidence: tuple[str, ...] = ()

    def step(self) -> str:
        """The division in words."""
        low, high = number(self.rate.lower or 0.0), number(self.rate.upper or 0.0)
        return f"{self.amount} ÷ {self.again} = {low}" + ("" if low == high else f" to {high}")


def rate(one: Quantity, other: Quantity) -> Interval:
    """How much of the one currency the other is worth. A hedge moves both amounts alike, so it is left out."""
    return divide(one.written, other.written)


def clash(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The pairs that no one rate fits together with the rest: the fewest, or all where that is no help."""
    if len(pairs) < 2 or meet_all(pair.rate for pair in pairs) is not None:
        return ()
    ends = [end for pair in pairs for end in pair.rate[:2] if end is not None]
    fewest = min(
        (tuple(pair for pair in pairs if meet_all((pair.rate, Interval(end, end))) is None) for end in ends), key=len
    )
    return fewest if 2 * len(fewest) < len(pairs) else tuple(pairs)


def judge_rate(
    relation: Rate, facts: Mapping[str, Sequence[FactResult]], known: Mapping[str, Assertion], group: str
) -> Iterator[RelationResult]:
    """A declared rate in each document that gives at least one amount in both currencies."""
    by_document: dict[str, list[Pair]] = defaultdict(list)
    for fact in relation.facts:
        for result in facts.get(fact, ()):
            for one in (known[id_] for id_ in result.assertions):
                pair = _pair(relation, one, known)
                if pair is not None:
                    by_document[one.document].append(pair)
    for pairs in by_document.values():
        wrong = clash(pairs)
        outcome = "not_judged" if len(pairs) < 2 else "broken" if wrong else "holds"
        yield RelationResult(
            id=relation.id,
            pack=relation.pack,
            title=relation.title,
            expression=relation.text,
            outcome=outcome,  # type: ignore[arg-type]
            severity=relation.severity,
            steps=tuple(pair.step() for pair in pairs),
            evidence=tuple(dict.fromkeys(id_ for pair in wrong or pairs for id_ in pair.evidence)),
            reason="one pair of amounts alone" if len(pairs) < 2 else "",
            why=relation.why,
            link=relation.link,
            group=group,
        )


def _pair(relation: Rate, one: Assertion, known: Mapping[str, Assertion]) -> Pair | None:
    base = known.get(one.restates or "")
    if base is None or not isinstance(base.value, Quantity) or not isinstance(one.value, Quantity):
        return None
    if {base.value.unit, one.value.unit} != set(relation.currencies):
        return None
    first, second = (base, one) if base.value.unit == relation.currencies[0] else (one, base)
    assert isinstance(first.value, Quantity)
    assert isinstance(second.value, Quantity)
    return Pair(first.text, second.text, rate(first.value, second.value), (base.id, one.id))
