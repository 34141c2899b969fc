"""What must hold of every comparison, over numbers and dates, through the stages as the command runs them.

Texts are drawn and compared from the words on; values that no text would give are put into assertions of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from checker import pipeline
from checker.compare import Evidence, compare
from checker.ingest import from_text
from checker.model.comparison import Assertion, Comparison
from checker.model.document import Sources
from checker.model.mention import Interval, Quantity
from checker.model.rule import Fact, Rulebook
from checker.pipeline import compare_texts
from tests.compare.make import day, fact, said
from tests.compare.test_corpus import rules

RULES = """\
facts:
  toll: {value: {kind: count, noun: [people]}, find: [hurt]}
  opened: {value: date, match: ["hall opened ... {date}"]}
  length: {value: {kind: quantity, unit: km}, find: [long]}
  took: {value: {kind: duration}, match: ["work took {duration}"]}
  cost: {value: {kind: money, unit: EUR}, find: [cost]}
"""
DAYS = st.integers(0, 60).map(lambda n: date(2025, 3, 20) + timedelta(n))
MONTHS = tuple("January February March April May June July".split())


def spelled(when: date, form: int) -> str:
    month = MONTHS[when.month - 1]
    part = "early" if when.day <= 10 else "mid" if when.day <= 20 else "late"
    return (
        f"on {month} {when.day}",
        f"on {when.day} {month} 2025",
        f"in {month}",
        f"in {part}-{month}" if part == "mid" else f"in {part} {month}",
        f"on {when.isoformat()}",
    )[form]


sentences = st.one_of(
    st.builds(
        "{}{} people were hurt.".format,
        st.sampled_from(["", "", "About ", "More than ", "Fewer than ", "At least ", "Up to "]),
        st.integers(2, 60),
    ),
    st.builds(lambda when, form: f"The hall opened {spelled(when, form)}.", DAYS, st.integers(0, 4)),
    st.builds(
        "The path is {}{} {} long.".format,
        st.sampled_from(["", "about "]),
        st.integers(1, 60),
        st.sampled_from(["km", "miles"]),
    ),
    st.builds(
        "The work took {}{} {}.".format,
        st.sampled_from(["", "about ", "just over "]),
        st.integers(2, 30),
        st.sampled_from(["days", "weeks"]),
    ),
    st.builds("It cost {}{} million euros.".format, st.sampled_from(["", "almost ", "around "]), st.integers(1, 60)),
)
stories = st.lists(sentences, min_size=1, max_size=5)


def compared(texts: Sequence[str]) -> Comparison:
    return compare_texts(texts, ["2025-06-04"] * len(texts), rules(RULES))


def verdicts(run: Comparison) -> dict[str, tuple[str, bool]]:
    return {f"{one.id} {one.qualifiers}": (one.verdict, one.doubtful) for one in run.facts}


@settings(max_examples=60)
@given(sentences, sentences)
def test_two_sources_are_compared_alike_both_ways(one: str, other: str) -> None:
    assert verdicts(compared([one, other])) == verdicts(compared([other, one]))


@settings(max_examples=60)
@given(stories.flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(texts))))
def test_the_order_of_sources_changes_no_verdict(orders: tuple[list[str], list[str]]) -> None:
    there, back = (compared(texts) for texts in orders)
    assert verdicts(there) == verdicts(back)
    assert sorted(one.kind for one in there.findings) == sorted(one.kind for one in back.findings)


@settings(max_examples=60)
@given(stories, st.data())
def test_a_source_that_says_the_same_again_makes_no_conflict(texts: list[str], data: st.DataObject) -> None:
    again = data.draw(st.sampled_from(texts))
    before, after = verdicts(compared(texts)), verdicts(compared([*texts, again]))
    assert all(after[name][0] != "conflicting" for name, (verdict, _) in before.items() if verdict == "consistent")


@settings(max_examples=60)
@given(stories, st.data())
def test_authority_changes_no_verdict_no_finding_and_no_set_that_must_be_wrong(texts: list[str], data: Any) -> None:
    weights = data.draw(st.lists(st.floats(0, 9), min_size=len(texts), max_size=len(texts)))

    def run(authorities: Sequence[float]) -> Comparison:
        told = (from_text(text, id=f"{n}.txt", published="2025-06-04") for n, text in enumerate(texts))
        weighed = tuple(replace(one, authority=weight) for one, weight in zip(told, authorities, strict=True))
        return pipeline.run(Sources(weighed), rules(RULES), jobs=1, discover=True)

    plain, weighed = run([1.0] * len(texts)), run(weights)
    assert verdicts(plain) == verdicts(weighed)
    assert [(one.id, one.verdict, one.severity) for one in plain.findings] == [
        (one.id, one.verdict, one.severity) for one in weighed.findings
    ]
    for one, other in zip(plain.facts, weighed.facts, strict=True):
        assert (one.wrong, one.reason, sorted(map(repr, one.sides))) == (
            other.wrong,
            other.reason,
            sorted(map(repr, other.sides)),
        )


def test_of_values_that_as_many_sources_state_the_one_of_more_authority_is_shown_first() -> None:
    told = ("8 people were hurt.", "9 people were hurt.", "9 people were hurt.", "7 people were hurt.")

    def first(*authorities: float) -> list[str]:
        weighed = tuple(
            replace(from_text(text, id=f"{n}.txt"), authority=weight)
            for n, (text, weight) in enumerate(zip(told, authorities, strict=False))
        )
        run = pipeline.run(Sources(weighed), rules(RULES), jobs=1)
        [fact] = [one for one in run.facts if one.id == "toll"]
        [finding] = run.findings
        assert finding.message.index(fact.sides[0].label) < finding.message.index(fact.sides[1].label)
        return [side.label for side in fact.sides]

    assert first(1, 1) == ["8", "9"]
    assert first(1, 1.5) == ["9", "8"]
    assert first(9, 1, 1, 10) == ["9", "7", "8"]


@settings(max_examples=40)
@given(st.integers(2, 400), st.integers(2, 400), st.sampled_from([("km", "metres", 1000), ("weeks", "days", 7)]))
def test_a_unit_of_another_size_changes_no_verdict(first: int, second: int, units: tuple[str, str, int]) -> None:
    large, small, times = units
    told = "The path is {} {} long." if large == "km" else "The work took {} {}."
    exact = RULES.replace("unit: km}", "unit: km}, precision: exact").replace(
        "kind: duration}", "kind: duration}, precision: exact"
    )

    def run(*texts: str) -> dict[str, tuple[str, bool]]:
        return verdicts(compare_texts(texts, [None] * len(texts), rules(exact)))

    in_large = told.format(first, large), told.format(second, large)
    in_small = told.format(first, large), told.format(f"{second * times:,}", small)
    assert run(*in_large) == run(*in_small)


numbers = st.tuples(st.floats(-1e6, 1e6), st.floats(0, 1e5), st.floats(0, 1e5)).map(
    lambda t: (Interval(t[0], t[0] + t[1] + t[2]), Interval(t[0] + min(t[1:]) / 2, t[0] + t[1] + t[2]))
)


def amounts(spans: Sequence[tuple[Interval, Interval]], scale: float = 1.0) -> list[Assertion]:
    def put(span: Interval) -> Interval:
        return span._replace(lower=(span.lower or 0.0) * scale, upper=(span.upper or 0.0) * scale)

    return [
        said(f"{n}.txt", Quantity(put(hard), put(soft), put(hard), "meter", number=1.0), id="0", kind="quantity")
        for n, (hard, soft) in enumerate(spans)
    ]


def days(spans: Sequence[tuple[int, int]]) -> list[Assertion]:
    first = date(2025, 1, 1)
    return [
        said(
            f"{n}.txt",
            day((first + timedelta(at)).isoformat(), until=(first + timedelta(at + more)).isoformat()),
            id="0",
        )
        for n, (at, more) in enumerate(spans)
    ]


def judged(assertions: Sequence[Assertion], rule: Fact) -> str:
    evidence = [Evidence(from_text("", id=one.document), 1, (one,), ()) for one in assertions]
    run = compare(evidence, (), Rulebook(facts=(rule,)))
    return run.facts[0].verdict


spans = st.lists(numbers, min_size=1, max_size=5)
periods = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 10)), min_size=1, max_size=5)


@given(spans, st.integers(0, 4), st.floats(0, 1e6))
def test_a_wider_number_makes_no_conflict(
    given_spans: list[tuple[Interval, Interval]], which: int, room: float
) -> None:
    wide = list(given_spans)
    hard, soft = wide[which % len(wide)]
    wide[which % len(wide)] = (Interval((hard.lower or 0) - room, (hard.upper or 0) + room), soft)
    if judged(amounts(given_spans), fact("quantity")) == "consistent":
        assert judged(amounts(wide), fact("quantity")) == "consistent"


@given(periods, st.integers(0, 4), st.integers(0, 30))
def test_a_wider_period_makes_no_conflict(given_spans: list[tuple[int, int]], which: int, room: int) -> None:
    wide = list(given_spans)
    first, more = wide[which % len(wide)]
    wide[which % len(wide)] = (first - room, more + 2 * room)
    if judged(days(given_spans), fact("date")) == "consistent":
        assert judged(days(wide), fact("date")) == "consistent"


@given(spans, st.sampled_from([0.3048, 1609.344, 1e-3, 1e9]))
def test_another_base_unit_changes_no_verdict(given_spans: list[tuple[Interval, Interval]], scale: float) -> None:
    assert judged(amounts(given_spans), fact("quantity")) == judged(amounts(given_spans, scale), fact("quantity"))


@given(spans)
def test_a_source_within_what_all_allow_makes_no_conflict(given_spans: list[tuple[Interval, Interval]]) -> None:
    low = max(hard.lower or 0.0 for hard, _ in given_spans)
    high = min(hard.upper or 0.0 for hard, _ in given_spans)
    if low <= high:
        inside = Interval(low, high)
        assert judged(amounts([*given_spans, (inside, inside)]), fact("quantity")) == "consistent"


@given(periods)
def test_days_moved_together_change_no_verdict(given_spans: list[tuple[int, int]]) -> None:
    moved = [(first + 365, more) for first, more in given_spans]
    assert judged(days(given_spans), fact("date")) == judged(days(moved), fact("date"))


@given(periods)
def test_one_document_says_what_several_do(given_spans: list[tuple[int, int]]) -> None:
    apart = days(given_spans)
    together = [replace(one, document="one.txt", id=str(n)) for n, one in enumerate(apart)]
    run = compare([Evidence(from_text("", id="one.txt"), 1, tuple(together), ())], (), Rulebook(facts=(fact("date"),)))
    verdict: Any = run.facts[0].verdict
    assert (verdict == "conflicting") == (judged(apart, fact("date")) == "conflicting")
