"""Verdicts on one fact, by status, speaker, time and unit."""

from __future__ import annotations

from checker.compare.facts import Key, judge_fact
from checker.model.comparison import Assertion, FactResult
from checker.model.rule import Fact
from tests.compare.make import amount, day, fact, said


def judged(*assertions: Assertion, rule: Fact | None = None) -> FactResult:
    return judge_fact(rule or fact(), Key("", "p", "toll", ()), assertions)


def test_two_sources_with_one_value_agree() -> None:
    assert judged(said("a", amount(41, 41)), said("b", amount(41, 41))).verdict == "consistent"


def test_one_source_alone_is_no_agreement() -> None:
    assert judged(said("a", amount(41, 41)), said("a", amount(41, 41), id="2")).verdict == "single_source"


def test_one_source_may_contradict_itself() -> None:
    result = judged(said("a", amount(41, 41)), said("a", amount(39, 39)))
    assert result.verdict == "conflicting"
    assert len(result.sides) == 2


def test_a_plan_is_not_held_against_the_event() -> None:
    plan = said("a", day("2025-06-02"), status="planned")
    event = said("b", day("2025-06-03"))
    assert judged(plan, event, rule=fact("date")).verdict == "incomparable"


def test_a_plan_that_came_true_agrees() -> None:
    plan = said("a", day("2025-06-02"), status="planned")
    event = said("b", day("2025-06-02"))
    assert judged(plan, event, rule=fact("date")).verdict == "consistent"


def test_two_plans_can_conflict() -> None:
    one = said("a", day("2025-06-02"), status="planned")
    other = said("b", day("2025-06-05"), status="planned")
    assert judged(one, other, rule=fact("date")).verdict == "conflicting"


def test_different_speakers_are_a_dispute() -> None:
    one = said("a", amount(41, 41), speaker="Kyiv")
    other = said("b", amount(12, 12), speaker="Moscow")
    assert judged(one, other).verdict == "disputed"


def test_one_speaker_quoted_twice_is_a_conflict() -> None:
    one = said("a", amount(41, 41), speaker="President Ana Gomez")
    other = said("b", amount(12, 12), speaker="Mrs Gomez")
    assert judged(one, other).verdict == "conflicting"


def test_a_total_may_grow_and_not_shrink() -> None:
    rule = fact(trend="non-decreasing")
    early, late = said("a", amount(10, 10), as_of="2025-06-01"), said("b", amount(14, 14), as_of="2025-06-02")
    assert judged(early, late, rule=rule).verdict == "updated"
    early, late = said("a", amount(14, 14), as_of="2025-06-01"), said("b", amount(10, 10), as_of="2025-06-02")
    assert judged(early, late, rule=rule).verdict == "conflicting"


def test_other_units_cannot_be_compared() -> None:
    dollars, pounds = said("a", amount(5, 5, "USD"), kind="money"), said("b", amount(5, 5, "GBP"), kind="money")
    result = judged(dollars, pounds, rule=fact("money"))
    assert result.verdict == "incomparable"
    assert "USD" in result.reason
    assert "GBP" in result.reason


def test_a_missing_qualifier_is_told() -> None:
    result = judged(said("a", amount(5, 5), missing=("no word says which round",)))
    assert (result.verdict, result.reason) == ("incomparable", "no word says which round")


def test_tolerance_lets_values_differ() -> None:
    pair = said("a", amount(100, 100)), said("b", amount(103, 103))
    assert judged(*pair).verdict == "conflicting"
    assert judged(*pair, rule=fact(tolerance=(2.0, "%"))).verdict == "consistent"


def test_a_document_may_tell_of_several_cases() -> None:
    rule = fact(several="choose")
    two = said("a", amount(4, 4)), said("a", amount(2, 2))
    assert judged(*two, rule=rule).verdict == "single_source"
    assert judged(*two, said("b", amount(2, 2)), rule=rule).verdict == "consistent"
    assert judged(*two, said("b", amount(3, 3)), rule=rule).verdict == "conflicting"
    assert judged(*two, said("b", amount(2, 2))).verdict == "conflicting"
