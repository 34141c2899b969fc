"""The values that relations reckon with: a fact's settled value as an interval with its dimension and its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.compare.bounds import bounds
from checker.compare.clocks import DAYS, HOURS
from checker.model.comparison import Assertion, FactResult
from checker.model.mention import Interval, Offset, Quantity, Timex
from checker.values.intervals import ANY, add, divide, iso_day, meet_all, multiply, negative, same, subtract, widen
from checker.values.labels import days, duration, number
from checker.values.timespans import DAY, SECONDS

Dimension = Literal["date", "duration", "amount", "offset"]

_LEAP = 0.003
"""A year is 365 days in the table and 365 or 366 in the calendar: a stated bound has room for that much."""


@dataclass(frozen=True, slots=True)
class Term:
    """A value in a reckoning. Dates are in days, durations in seconds, amounts in `unit`.

    `loose` is `hard` with the room that a writer leaves who reads a duration off two dates: half of the unit written,
    at each end that is not itself the stated bound. `counted` marks a duration that was reckoned from dates,
    `whole_days` one from dates without hours.
    """

    dimension: Dimension
    hard: Interval
    soft: Interval
    loose: Interval
    unit: str
    words: str
    evidence: tuple[str, ...] = ()
    offset: Offset | None = None
    counted: bool = False
    whole_days: bool = False


def term(assertions: Sequence[Assertion]) -> Term | None:
    """What assertions of one fact that agree come to together; None where they share no value."""
    usable = [one for one in assertions if not one.missing and one.restates is None]
    items = [item for one in usable if (item := bounds(one)) is not None and item.condition is None]
    if not items:
        return None
    axis = items[0].axis
    items = [item for item in items if item.axis == axis]
    hard, soft = meet_all(i.hard for i in items), meet_all(i.soft for i in items)
    loose = meet_all(_loose(i.assertion, i.hard) for i in items)
    if hard is None or loose is None:
        return None
    first = min(items, key=lambda i: _width(i.hard))
    value = first.assertion.value
    evidence = tuple(one.id for one in usable)
    if isinstance(value, Timex) and value.offset is not None and value.earliest is None:
        return Term("offset", hard, hard, hard, value.offset.unit, f"“{first.assertion.text}”", evidence, value.offset)
    if isinstance(value, Timex):
        words = _date_words(hard, first.assertion.label) if not axis.startswith(HOURS) else first.assertion.label
        return Term("date", hard, soft or hard, hard, axis, words, evidence)
    dimension: Dimension = "duration" if value.unit == "second" else "amount"
    return Term(dimension, hard, soft or hard, loose, axis, f"“{first.assertion.text}”", evidence)


def _loose(assertion: Assertion, hard: Interval) -> Interval:
    value = assertion.value
    if not isinstance(value, Quantity) or value.unit != "second":
        return hard
    unit = SECONDS.get(value.unit_written, 0.0)
    middle = _middle(value.written)
    if assertion.kind == "ordinal":
        # `in its fourth year` leaves no room: three years have passed, and not four.
        return widen(hard, _LEAP * (hard.lower or 0.0), _LEAP * (hard.upper or 0.0))
    if value.hard == value.written:
        # `a three-year war` is told of anything from its second half to the end of its third year.
        return Interval(*hard[:2])._replace(
            lower=(middle or 0.0) - unit / 2, upper=(middle or 0.0) + unit, upper_open=True
        )
    below = 0.0 if middle is not None and hard.lower is not None and same(hard.lower, middle) else unit / 2
    above = 0.0 if middle is not None and hard.upper is not None and same(hard.upper, middle) else unit / 2
    leap = _LEAP * (middle or 0.0)
    return widen(hard, max(below, leap), max(above, leap))


def _middle(span: Interval) -> float | None:
    return None if span.lower is None or span.upper is None else (span.lower + span.upper) / 2


def _width(span: Interval) -> float:
    return float("inf") if span.lower is None or span.upper is None else span.upper - span.lower


def _date_words(span: Interval, words: str) -> str:
    if span.lower is None or span.upper is None:
        return words
    return days(iso_day(span.lower), iso_day(span.upper))


def settled(
    fact: str, results: Iterable[FactResult], known: Mapping[str, Assertion], documents: frozenset[str] | None
) -> tuple[Term | None, str]:
    """The value of a fact from those of its results that are settled, or the reason why there is none.

    With `documents`, only what those documents state counts.
    """
    assertions: list[Assertion] = []
    for result in results:
        if result.verdict in ("conflicting", "disputed", "updated"):
            return None, f"`{short(fact)}` is {result.verdict} itself"
        judged = [id_ for side in result.sides for id_ in side.assertions]
        assertions += [known[id_] for id_ in judged or result.assertions]
    for wanted in ("asserted", "planned", "requested", "conditional"):
        chosen = [a for a in assertions if a.status == wanted and (documents is None or a.document in documents)]
        if chosen:
            value = term(chosen)
            return value, "" if value is not None else f"`{short(fact)}` has no value that can be reckoned with"
    return None, f"no source states `{short(fact)}`"


def short(fact: str) -> str:
    """A fact's id without its pack."""
    return fact.rsplit("/", 1)[-1]


def words(one: Term, span: Interval | None = None) -> str:
    """A term's interval in the units that people use."""
    span = span or one.hard
    low, high = span.lower, span.upper
    if one.dimension == "date":
        return one.words if low is None or high is None or one.unit.startswith(HOURS) else _date_words(span, one.words)
    if one.dimension == "duration":
        if low is None or high is None:
            bound = high if low is None else low
            return (
                "any time" if bound is None else f"{'at most' if low is None else 'at least'} {duration(bound, bound)}"
            )
        return duration(low, high)
    unit = f" {one.unit}" if one.unit not in ("number", "") else ""
    if low is None or high is None:
        bound = high if low is None else low
        return "any amount" if bound is None else f"{'at most' if low is None else 'at least'} {number(bound)}{unit}"
    return f"{number(low)}{unit}" if same(low, high) else f"{number(low)} to {number(high)}{unit}"


def combine(op: str, one: Term, other: Term) -> Term:
    """What comes out of `+ - * /` between two terms: dates apart by a duration, a date moved by one, amounts."""
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    kinds = (one.dimension, op, other.dimension)
    if "date" in kinds and kinds[0] == kinds[2] and one.unit != other.unit:
        return Term("duration", ANY, ANY, ANY, "second", "", evidence, counted=True)
    if kinds == ("date", "-", "date"):
        hard, soft = (_times(subtract(a, b), DAY) for a, b in ((one.hard, other.hard), (one.soft, other.soft)))
        whole = all(end is None or end % 1 == 0 for end in (*one.hard[:2], *other.hard[:2]))
        return Term("duration", hard, soft, hard, "second", "", evidence, counted=True, whole_days=whole)
    if kinds[0] == "date" and kinds[2] == "duration":
        turn = (lambda span: span) if op == "+" else negative
        hard, soft, loose = (
            add(span, turn(_times(step, 1 / DAY)))
            for span, step in ((one.hard, other.hard), (one.soft, other.soft), (one.hard, other.loose))
        )
        return Term("date", hard, soft, loose, DAYS, "", evidence, counted=True)
    action = {"+": add, "-": subtract, "*": multiply, "/": divide}[op]
    unit = one.unit if op in "+-" or other.unit == "number" else other.unit if op == "*" else "number"
    hard, soft, loose = action(one.hard, other.hard), action(one.soft, other.soft), action(one.loose, other.loose)
    dimension = one.dimension if unit == one.unit else "amount"
    return Term(dimension, hard, soft, loose, unit, "", evidence, counted=one.counted or other.counted)


def _times(span: Interval, factor: float) -> Interval:
    low = None if span.lower is None else span.lower * factor
    return span._replace(lower=low, upper=None if span.upper is None else span.upper * factor)
