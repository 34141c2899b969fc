"""Assertions grouped by what they are about, and the verdict on each group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from checker.compare.asides import without
from checker.compare.bounds import Bounds, beginning, bounds, by_hour, grown
from checker.compare.clocks import DAYS, HOURS, UTC
from checker.compare.events import Apart, Origins, of_one_event
from checker.compare.judging import Judgement, choose, judge
from checker.compare.names import joined
from checker.extraction.speaker import all_differ
from checker.model.comparison import Assertion, FactResult, Side, Verdict
from checker.model.mention import Interval, Timex, Value
from checker.model.rule import Fact, Rulebook
from checker.values.intervals import iso_day, meet_all, negative
from checker.values.labels import label as worded

_ONLY = {
    "non-decreasing": "no value fits all: only a later figure may be larger",
    "non-increasing": "no value fits all: only a later figure may be smaller",
}

Groups = Mapping[str, str]
"""The group (`--group-by`) of each document, by id."""


class Key(NamedTuple):
    """Assertions with one key speak of the same thing."""

    group: str
    pack: str
    fact: str
    qualifiers: tuple[tuple[str, str], ...]


def judge_facts(
    assertions: Sequence[Assertion], rulebook: Rulebook, groups: Groups, origins: Origins = MappingProxyType({})
) -> tuple[FactResult, ...]:
    """The verdict on every fact, in rule order and then by group and qualifiers; facts that nobody states come too."""
    by_id = {(fact.pack, fact.id): fact for fact in rulebook.facts}
    persons = _persons(assertions, by_id, groups)
    grouped: dict[Key, list[Assertion]] = defaultdict(list)
    for one in assertions:
        group = groups.get(one.document, "")
        qualifiers = tuple((name, persons.get((group, name, case), case)) for name, case in one.qualifiers)
        grouped[Key(group, one.pack, one.fact, qualifiers)].append(one)
    order = {(fact.pack, fact.id): n for n, fact in enumerate(rulebook.facts)}
    apart = Apart(rulebook.facts, assertions, groups, origins)
    results = []
    for key in sorted(grouped, key=lambda k: (order[k.pack, k.fact], k)):
        fact = by_id[key.pack, key.fact]
        results.append(judge_fact(fact, key, grouped[key], origins, apart.documents(key.group, fact)))
    stated = {(key.pack, key.fact) for key in grouped}
    results += [
        _result(fact, Key("", fact.pack, fact.id, ()), "missing", (), reason="no source states it")
        for fact in rulebook.facts
        if (fact.pack, fact.id) not in stated
    ]
    return tuple(results)


def _persons(
    assertions: Iterable[Assertion], by_id: Mapping[tuple[str, str], Fact], groups: Groups
) -> dict[tuple[str, str, str], str]:
    """The fullest name of each person that a group tells of, by group, qualifier and name."""
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in assertions:
        if one.qualifiers:
            fact = by_id[one.pack, one.fact]
            own = {spec.name for spec in fact.qualifiers if spec.event is None}
            for name, case in one.qualifiers:
                if name in own:
                    named[groups.get(one.document, ""), name].add(case)
    return {(*where, case): full for where, cases in named.items() for case, full in joined(cases).items()}


def judge_fact(
    fact: Fact,
    key: Key,
    assertions: Sequence[Assertion],
    origins: Origins = MappingProxyType({}),
    apart: frozenset[str] = frozenset(),
) -> FactResult:
    """The verdict on one fact: a set judged by status, so that a plan is not held against what happened. Copies of one
    story are one source; the documents of `apart` tell of another event."""
    ids = tuple(one.id for one in assertions)
    lost, usable = list[Assertion](), list[Assertion]()
    for one in assertions:
        (lost if one.missing or bounds(one, fact) is None else usable).append(one)
    if not usable:
        return _result(fact, key, "incomparable", ids, reason=_why_lost(lost))
    own = [one for one in usable if one.document not in apart]
    told, usable = usable, own or usable
    sets = _comparable(usable, fact)
    if fact.several == "choose":
        sets = [of_one_event(choose(items, origins), origins) for items in sets]
    judged, aside = _judged(sets, origins)
    usable = [item.assertion for items, _ in judged for item in items]
    for items, judgement in judged:
        if not judgement.agree:
            verdict, reason = _explain(fact, items, judgement)
            sides = tuple(_side(side) for side in judgement.sides)
            wrong = judgement.wrong if verdict == "conflicting" else ()
            return _result(fact, key, verdict, ids, sides=sides, wrong=wrong, reason=reason)
    sides = tuple(_side(side) for _, judgement in judged for side in judgement.sides)
    # Of a running total, a later figure far above a bound is what was to be expected.
    grows = fact.trend is not None and len({item.assertion.as_of for items in sets for item in items}) > 1
    doubtful = not grows and any(judgement.doubtful for _, judgement in judged)
    largest = max(len(stories((item.assertion for item in items), origins)) for items, _ in judged)
    sources = stories(usable, origins)
    if largest > 1 or (len(sources) > 1 and _plans_kept(judged)):
        reason = "; ".join(dict.fromkeys((*aside, *(_why_lost([one]) for one in lost))))
        return _result(fact, key, "consistent", ids, sides=sides, doubtful=doubtful, reason=reason)
    if len(sources) < len(stories(told, origins)):
        reason = "; ".join(aside) or "the sources tell of different events"
        return _result(fact, key, "incomparable", ids, sides=sides, reason=reason)
    if len(sources) == 1:
        number = len({one.document for one in usable})
        reason = "one source alone states it" if number == 1 else f"{number} copies of one story state it"
        return _result(fact, key, "single_source", ids, sides=sides, reason=reason)
    return _result(fact, key, "incomparable", ids, sides=sides, reason=_apart(sets))


def _judged(sets: Iterable[list[Bounds]], origins: Origins) -> tuple[list[tuple[list[Bounds], Judgement]], list[str]]:
    """Each set with what it comes to; where its values clash, without those that are told aside."""
    judged, aside = [], list[str]()
    for items in sets:
        judgement = judge(items, origins)
        kept, told = ([], []) if judgement.agree else without(items)
        judged.append((kept, judge(kept, origins)) if told else (items, judgement))
        aside += told
    return judged, aside


def stories(assertions: Iterable[Assertion], origins: Origins) -> frozenset[str]:
    """The sources of assertions, each by a document of its own: copies of one story are one."""
    return frozenset(origins.get(one.document, one.document) for one in assertions)


def _comparable(assertions: Iterable[Assertion], fact: Fact) -> list[list[Bounds]]:
    """Sets of like with like: one status, one unit. The status that most documents share comes first."""
    sets: dict[tuple[str, str], list[Bounds]] = defaultdict(list)
    for one in assertions:
        item = bounds(one, fact)
        if item is not None:
            sets[one.status, item.axis].append(item)
    for status, axis in [key for key in sets if key[1].startswith(HOURS)]:
        dated = sets.get((status, axis.replace(HOURS, DAYS)), [])
        if all(item.condition is None for item in dated) and judge(dated).agree:
            sets.pop((status, axis.replace(HOURS, DAYS)), None)
            sets[status, axis] = by_hour([*sets[status, axis], *dated], sets[status, axis][0])
    alike = [grown(items) if fact.trend == "with-time" else items for items in sets.values()]
    return sorted(alike, key=lambda items: -len({item.assertion.document for item in items}))


def _plans_kept(judged: Sequence[tuple[list[Bounds], Judgement]]) -> bool:
    """Whether all sets on one axis agree with each other: what was planned is what happened. What is denied is not."""
    if any(item.assertion.status == "denied" for items, _ in judged for item in items):
        return False
    axes = {item.axis for items, _ in judged for item in items}
    return len(axes) == 1 and judge([item for items, _ in judged for item in items]).agree


def _explain(fact: Fact, items: Sequence[Bounds], judgement: Judgement) -> tuple[Verdict, str]:
    if fact.trend in ("non-decreasing", "non-increasing"):
        known = [item for item in items if item.assertion.as_of is not None]
        if len(known) < len(items):
            return "incomparable", "it changes with time, and not every source says or shows as of when"
        if _grows(items, 1 if fact.trend == "non-decreasing" else -1):
            return (
                "updated",
                "the later figure is the larger one"
                if fact.trend == "non-decreasing"
                else "the later figure is the smaller one",
            )
    if _disputed(judgement):
        return "disputed", "the sources quote different speakers; each may have said so"
    why = _ONLY.get(fact.trend or "", "no value fits all")
    return "conflicting", f"{why}, and the sources are evenly split" if judgement.tied else why


def _grows(items: Sequence[Bounds], sign: int) -> bool:
    """Whether every two values that cannot both hold stand in the order of their dates."""
    ordered = sorted(items, key=lambda item: item.assertion.as_of or "")
    furthest = Interval()  # of what was told before
    for _, group in groupby(ordered, key=lambda item: item.assertion.as_of):
        told = [item.hard if sign > 0 else negative(item.hard) for item in group]
        if meet_all(told) is None or any(_lies_below(one, furthest) for one in told):
            return False
        furthest = max(furthest, *told, key=beginning)
    return True


def _lies_below(one: Interval, other: Interval) -> bool:
    return meet_all((one, other)) is None and beginning(one) <= beginning(other)


def _disputed(judgement: Judgement) -> bool:
    """Whether every clashing value is attributed, and no two sides to the same speaker."""
    return all_differ([{item.assertion.speaker for item in side} for side in judgement.sides])


def _side(items: Sequence[Bounds]) -> Side:
    first = min(items, key=_width).assertion
    labels = dict.fromkeys(item.assertion.label for item in items)
    common = _common(items, first.value)
    label = first.label
    if isinstance(common, Timex) and common.earliest and common.latest:
        label = worded(common, label)
    elif len(labels) > 1 and label not in labels:
        label = next(iter(labels))
    return Side(
        label,
        common,
        tuple(item.assertion.id for item in items),
        tuple(dict.fromkeys(item.assertion.document for item in items)),
    )


def _width(item: Bounds) -> tuple[float, str]:
    low, high = item.soft.lower, item.soft.upper
    return (float("inf") if low is None or high is None else high - low, item.assertion.id)


def _common(items: Sequence[Bounds], value: Value) -> Value:
    """The values that fit all of a side."""
    hard = meet_all(item.hard for item in items) or items[0].hard
    if isinstance(value, Timex):
        if hard.lower is None or hard.upper is None or value.earliest is None or len(value.earliest) > 10:
            return value
        return value._replace(earliest=iso_day(hard.lower), latest=iso_day(hard.upper), mod=None)
    soft = meet_all(item.soft for item in items) or Interval(*hard)
    return value._replace(hard=hard, soft=soft)


def _why_lost(assertions: Sequence[Assertion]) -> str:
    reasons = [reason for one in assertions for reason in one.missing] or [
        "no date anchors it: give the document's publication date (--published, or checker.toml)"
    ]
    return "; ".join(dict.fromkeys(reasons))


def _apart(sets: Sequence[Sequence[Bounds]]) -> str:
    axes = sorted({item.axis for items in sets for item in items})
    if any(axis.endswith(UTC) for axis in axes) and not all(axis.endswith(UTC) for axis in axes):
        return "stated with a time zone and without one, which nothing converts"
    if len(axes) > 1:
        return f"stated in {' and '.join(axes)}, which nothing converts"
    kinds = sorted({item.assertion.status for items in sets for item in items})
    return f"stated as {' and '.join(kinds)}, which are not held against each other"


def _result(fact: Fact, key: Key, verdict: Verdict, ids: tuple[str, ...], **more: object) -> FactResult:
    return FactResult(
        id=fact.id,
        pack=fact.pack,
        title=fact.title,
        qualifiers=key.qualifiers,
        verdict=verdict,
        severity=fact.severity,
        assertions=ids,
        why=fact.why,
        link=fact.link,
        group=key.group,
        **more,  # type: ignore[arg-type]  # the fields of FactResult that a verdict adds
    )
