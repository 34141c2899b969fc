"""What must be true of every judgement, whatever the values."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from checker.compare.bounds import Bounds, bounds
from checker.compare.judging import Judgement, choose, judge
from tests.compare.make import amount, day, said


def items(spans: list[tuple[str, float, float]]) -> list[Bounds]:
    made = [bounds(said(name, amount(low, high), id=f"{n}")) for n, (name, low, high) in enumerate(spans)]
    return [item for item in made if item is not None]


spans = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.integers(0, 50), st.integers(0, 10)).map(
        lambda t: (t[0], float(t[1]), float(t[1] + t[2]))
    ),
    min_size=1,
    max_size=8,
)


def members(judgement: Judgement) -> set[frozenset[str]]:
    return {frozenset(item.assertion.id for item in side) for side in judgement.sides}


@given(spans, st.randoms())
def test_the_order_of_sources_changes_no_verdict(given_spans: list[tuple[str, float, float]], random: object) -> None:
    one = items(given_spans)
    other = list(one)
    random.shuffle(other)  # type: ignore[attr-defined]
    first, second = judge(one), judge(other)
    assert (first.agree, first.wrong, first.tied) == (second.agree, second.wrong, second.tied)


@given(spans)
def test_an_agreeing_source_never_makes_a_conflict(given_spans: list[tuple[str, float, float]]) -> None:
    made = items(given_spans)
    low = max(low for _, low, _ in given_spans)
    high = min(high for _, _, high in given_spans)
    if low <= high:
        extra = items([*given_spans, ("new", low, high)])
        assert judge(made).agree
        assert judge(extra).agree


@given(spans, st.integers(0, 20))
def test_a_wider_interval_never_makes_a_conflict(given_spans: list[tuple[str, float, float]], room: int) -> None:
    made = items(given_spans)
    if judge(made).agree:
        wide = [replace(i, hard=i.hard._replace(lower=(i.hard.lower or 0) - room)) for i in made]
        assert judge(wide).agree


@given(spans)
def test_the_sides_are_a_partition_and_the_rest_agrees(given_spans: list[tuple[str, float, float]]) -> None:
    made = items(given_spans)
    judgement = judge(made)
    assert sorted(i.assertion.id for side in judgement.sides for i in side) == sorted(i.assertion.id for i in made)
    if judgement.wrong:
        rest = [item for item in made if item.assertion.document not in judgement.wrong]
        assert judge(rest).agree


def test_the_fewest_sources_that_must_be_wrong_are_named() -> None:
    judgement = judge(items([("a", 41, 41), ("b", 41, 41), ("c", 39, 39)]))
    assert judgement.wrong == ("c",)
    assert not judgement.tied


def test_one_against_one_names_nobody() -> None:
    judgement = judge(items([("a", 41, 41), ("b", 39, 39)]))
    assert (judgement.wrong, judgement.tied) == ((), True)


def dated(*values: object) -> list[Bounds]:
    made = [bounds(said(str(n), value)) for n, value in enumerate(values)]  # type: ignore[arg-type]
    return [item for item in made if item is not None]


def test_a_bare_weekday_agrees_with_its_own_day_alone() -> None:
    friday = day(None, "XXXX-WXX-5")
    assert judge(dated(day("2025-05-16"), friday)).agree
    assert not judge(dated(day("2025-05-16"), day(None, "XXXX-WXX-2"))).agree


def test_a_bare_weekday_lies_in_any_longer_period() -> None:
    assert judge(dated(day("2025-05-11", until="2025-05-20"), day(None, "XXXX-WXX-2"))).agree


def test_two_bare_weekdays_differ() -> None:
    assert not judge(dated(day(None, "XXXX-WXX-5"), day(None, "XXXX-WXX-2"))).agree


def test_a_day_without_a_year_fits_that_day_of_any_year() -> None:
    assert judge(dated(day("2025-05-16"), day(None, "XXXX-05-16"))).agree
    assert not judge(dated(day("2025-05-16"), day(None, "XXXX-05-19"))).agree


def test_before_a_day_is_open_on_one_side() -> None:
    assert judge(dated(day("2025-05-16", mod="BEFORE"), day("2024-01-01"))).agree
    assert not judge(dated(day("2025-05-16", mod="BEFORE"), day("2025-05-16"))).agree


def test_bare_weekdays_alone_can_be_chosen_from() -> None:
    kept = choose(dated(day(None, "XXXX-WXX-5"), day(None, "XXXX-WXX-5"), day(None, "XXXX-WXX-2")))
    assert [item.assertion.document for item in kept] == ["0", "1", "2"]


@given(spans)
def test_the_fewest_that_must_be_wrong_are_those_that_trying_every_choice_finds(
    given_spans: list[tuple[str, float, float]],
) -> None:
    stated = items(given_spans)
    documents = sorted({item.assertion.document for item in stated})
    agreeing = [
        set(kept)
        for size in range(len(documents), -1, -1)
        for kept in combinations(documents, size)
        if judge([item for item in stated if item.assertion.document in kept]).agree
    ]
    largest = [kept for kept in agreeing if len(kept) == len(agreeing[0])]
    judgement = judge(stated)
    if not judgement.agree:
        assert judgement.tied == (len(largest) > 1)
        assert judgement.wrong == (() if judgement.tied else tuple(sorted(set(documents) - largest[0])))
