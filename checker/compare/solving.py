"""What one fact of a relation would have to be, while the others stay as they are: the reckoning turned round."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.compare.terms import Term, combine, short, words
from checker.model.mention import Interval
from checker.model.rule import Binary, Expr, Ref, Relation
from checker.values.intervals import iso_day
from checker.values.labels import days

Value = Callable[[Expr], Term]
"""The value of an expression as the sources state it."""


def fitting(relation: Relation, left: Term, right: Term, value: Value) -> Iterator[str]:
    """For each fact of a relation that does not hold the values with which it would, each completing `it would pass`."""
    aims: dict[str, tuple[Interval | None, Interval | None]] = {
        "=": (right.hard, left.hard),
        "~": (right.hard, left.hard),
        "<": (Interval(None, right.hard.upper), Interval(left.hard.lower, None)),
        "<=": (Interval(None, right.hard.upper), Interval(left.hard.lower, None)),
        ">": (Interval(right.hard.lower, None), Interval(None, left.hard.upper)),
        ">=": (Interval(right.hard.lower, None), Interval(None, left.hard.upper)),
    }
    for side, like, aim in zip(
        (relation.left, relation.right), (left, right), aims.get(relation.op, (None, None)), strict=True
    ):
        if aim is not None:
            for fact, wanted in _solved(side, _aimed(like, aim), value):
                told = _told(wanted)
                if told:
                    yield f"if `{short(fact)}` were {told}"


def _aimed(like: Term, aim: Interval) -> Term:
    return Term(like.dimension, aim, aim, aim, like.unit, "", offset=like.offset)


def _solved(side: Expr, aim: Term, value: Value) -> Iterator[tuple[str, Term]]:
    """Each fact of an expression with what it must be for the expression to come to `aim`."""
    match side:
        case Ref(fact):
            yield fact, aim
        case Binary(op, left, right):
            one, other = value(left), value(right)
            match op:
                case "+":
                    ways = (combine("-", aim, other), combine("-", aim, one))
                case "-":
                    ways = (_sum(aim, other), combine("-", one, aim))
                case "*":
                    ways = (combine("/", aim, other), combine("/", aim, one))
                case _:
                    ways = (combine("*", aim, other), combine("/", one, aim))
            for part, wanted in zip((left, right), ways, strict=True):
                yield from _solved(part, wanted, value)


def _sum(one: Term, other: Term) -> Term:
    """A date stands before the duration that moves it."""
    return combine("+", other, one) if other.dimension == "date" else combine("+", one, other)


def _told(one: Term) -> str:
    """The values in words; empty where all would do."""
    low, high = one.hard.lower, one.hard.upper
    if low is None and high is None:
        return ""
    if one.dimension != "date":
        return words(one)
    if low is not None and high is not None:
        return days(iso_day(low), iso_day(high))
    end = iso_day(high if low is None else low)  # type: ignore[arg-type]  # one of them is there
    return f"{'at the latest' if low is None else 'at the earliest'} {days(end, end)}"
