"""Arithmetic of intervals against arithmetic of the numbers in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.model.mention import Interval, Timex
from checker.values.intervals import add, divide, holds, iso_day, meet, moment, multiply, period, subtract

numbers = st.floats(min_value=0.001, max_value=1e9)
spans = st.tuples(numbers, numbers).map(lambda ends: Interval(min(ends), max(ends)))


def inside(span: Interval, share: float) -> float:
    assert span.lower is not None
    assert span.upper is not None
    return span.lower + share * (span.upper - span.lower)


@given(spans, spans, st.floats(0, 1), st.floats(0, 1))
def test_what_two_numbers_give_lies_in_what_their_intervals_give(a: Interval, b: Interval, s: float, t: float) -> None:
    x, y = inside(a, s), inside(b, t)
    assert holds(add(a, b), x + y)
    assert holds(multiply(a, b), x * y)
    assert holds(divide(a, b), x / y)
    low, high = subtract(a, b)[:2]
    assert low is not None
    assert high is not None
    assert low - 1e-6 <= x - y <= high + 1e-6


@given(spans, spans)
def test_meeting_is_symmetric(a: Interval, b: Interval) -> None:
    assert (meet(a, b) is None) == (meet(b, a) is None)


def test_an_open_bound_is_left_out() -> None:
    assert meet(Interval(0, 1, upper_open=True), Interval(1, 2)) is None
    assert meet(Interval(0, 1), Interval(1, 2)) == Interval(1, 1)


def test_a_missing_bound_is_no_bound() -> None:
    assert meet(Interval(12000, None), Interval(None, 40000)) == Interval(12000, 40000)


def test_bounds_that_differ_by_noise_are_the_same() -> None:
    assert meet(Interval(0.1 + 0.2, 1), Interval(0, 0.3)) is not None


def test_days_and_minutes() -> None:
    assert iso_day(moment("2025-05-16")) == "2025-05-16"
    assert moment("2025-05-16T12:00") - moment("2025-05-16") == 0.5


def test_an_unanchored_date_is_no_period() -> None:
    assert period(Timex(None, None, "day", "XXXX-WXX-5")) is None
