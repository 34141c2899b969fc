"""Number lines and timelines: what lies where, and what no scale can hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model.mention import Interval, Quantity, Timex, Value
from checker.report.html.scale import scale
from checker.values.amounts import days, figure, unit_of
from tests.report.sample import between, day, exact


def quantity(low: float | None, high: float | None, unit: str = "USD") -> Quantity:
    hard = Interval(low, high)
    return Quantity(hard, hard, hard, unit)


def test_values_lie_in_the_order_of_their_size() -> None:
    values = [exact(47, "person"), exact(63, "person"), exact(50, "person")]
    found = scale(values)
    assert found is not None
    first, last, middle = (found.bar(each) for each in values)
    assert first
    assert last
    assert middle
    assert (first.point, middle.point, last.point) == (9.0, 24.38, 91.0)
    assert [tick.label for tick in found.ticks] == ["50", "55", "60"]


def test_a_bound_that_is_missing_is_an_arrow() -> None:
    over = between(4800, None, "litre", 4800, "litre", 1, (4800, 5300))
    found = scale([over, exact(2100, "litre")])
    assert found is not None
    bar = found.bar(over)
    assert bar is not None
    assert (bar.beyond, bar.high, bar.label) == (">", 100.0, "at least 4,800")
    assert bar.full == "at least 4,800, hardly over 5,300"


def test_what_spans_orders_of_magnitude_is_drawn_by_orders_of_magnitude() -> None:
    found = scale([quantity(10, 12), quantity(9e6, 11e6)])
    assert found is not None
    assert found.log
    assert [tick.label for tick in found.ticks] == ["$10", "$1,000", "$100,000", "$10 million"]


def test_two_currencies_or_a_date_and_a_number_share_no_scale() -> None:
    assert scale([quantity(1, 2, "USD"), quantity(1, 2, "GBP")]) is None
    assert scale([quantity(1, 2), day("2025-05-16")]) is None
    dollars = scale([quantity(1, 2, "USD")])
    assert dollars is not None
    assert dollars.bar(quantity(1, 2, "GBP")) is None


def test_what_nothing_bounds_cannot_be_drawn() -> None:
    assert scale([Timex(None, None, "day", "XXXX-WXX-5")]) is None
    assert scale([quantity(None, None)]) is None


BOUND = st.none() | st.floats(-1e15, 1e15, allow_nan=False)
DAY = st.none() | st.dates().map(lambda each: each.isoformat())


def in_order(bounds: tuple[Any, Any]) -> tuple[Any, Any]:
    low, high = bounds
    return (high, low) if low is not None and high is not None and high < low else bounds


@st.composite
def values(draw: st.DrawFn) -> list[Value]:
    if draw(st.booleans()):
        spans = draw(st.lists(st.tuples(DAY, DAY), min_size=1, max_size=5))
        return [Timex(*in_order(each), "day", "") for each in spans]
    unit = draw(st.sampled_from(["", "USD", "XAF", "second", "meter", "percent", "person"]))
    bounds = draw(st.lists(st.tuples(BOUND, BOUND), min_size=1, max_size=5))
    return [quantity(*in_order(each), unit) for each in bounds]


@settings(max_examples=300)
@given(values())
def test_every_bar_lies_within_the_line_and_has_words(given_values: list[Value]) -> None:
    found = scale(given_values)
    for each in given_values if found is not None else ():
        bar = found.bar(each)  # type: ignore[union-attr]
        assert bar is None or (0 <= bar.low <= bar.start <= bar.end <= bar.high <= 100 and bar.label)
    assert found is None or all(tick.label for tick in found.ticks)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (quantity(66.45e9, 66.55e9), "$66.45–66.55 billion"),
        (quantity(17.5e6, 18.5e6), "$17.5–18.5 million"),
        (quantity(-5, 3, "EUR"), "−€5 to €3"),
        (quantity(11500, 12500, "person"), "11,500–12,500"),
        (quantity(0.195, 0.205, "percent"), "0.195–0.205%"),
        (quantity(None, 10800, "second"), "at most 3 hours"),
        (quantity(3600, 3600, "second"), "1 hour"),
        (quantity(1209600, 1330560, "second"), "2–2.2 weeks"),
        (quantity(1e15, 1e15, "XAF"), "1,000 trillion XAF"),
        (quantity(None, None), "any value"),
    ],
)
def test_intervals_in_words(value: Quantity, words: str) -> None:
    assert unit_of([value]).text(value.hard) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (day("2025-05-16"), "May 16, 2025"),
        (day("2025-05-11", "2025-05-20"), "May 11–20, 2025"),
        (day("2025-03-01", "2025-03-31"), "Mar 2025"),
        (day("1994-01-01", "1994-12-31"), "1994"),
        (day("1990-01-01", "1999-12-31"), "1990–1999"),
        (day("2025-05-30", "2025-06-02"), "May 30 – Jun 2, 2025"),
        (day("2024-12-30", "2025-01-02"), "Dec 30, 2024 – Jan 2, 2025"),
        (Timex("2025-06-03T08:00", "2025-06-03T08:59", "hour", ""), "Jun 3, 2025, 08:00 to 08:59"),
        (Timex(None, "2025-06-03", "day", ""), "until Jun 3, 2025"),
        (Timex("2025-06-03", None, "day", ""), "from Jun 3, 2025"),
        (Timex(None, None, "day", "XXXX-WXX-1"), "not anchored to a date"),
    ],
)
def test_days_in_words(value: Timex, words: str) -> None:
    assert days(value) == words


def test_figures_keep_what_tells_them_apart() -> None:
    assert figure(1.00001, 1.00002) == "1.00001"
    assert figure(3.14159) == "3.142"


def written(number: float, lower: float, upper: float, unit: str, name: str) -> Quantity:
    span = Interval(lower, upper)
    return Quantity(span, span, span, unit, number, unit_written=name)


CELSIUS = written(38, 310.65, 311.65, "kelvin", "degree celsius")
FAHRENHEIT = written(100.4, 311.1222, 311.1778, "kelvin", "degree fahrenheit")
FAST = [written(n, (n - 0.5) / 3.6, (n + 0.5) / 3.6, "meter / second", "km per h") for n in (156, 165)]
MPH = written(103, 102.5 * 0.44704, 103.5 * 0.44704, "meter / second", "mph")


@pytest.mark.parametrize(
    ("among", "words"),
    [
        ([CELSIUS], "37.5–38.5 °C"),
        ([CELSIUS, CELSIUS, FAHRENHEIT], "37.5–38.5 °C"),
        ([written(-5, 267.65, 268.65, "kelvin", "degree celsius")], "−5.5 to −4.5 °C"),
        ([FAST[0], MPH, FAST[1]], "155.5–156.5 km/h"),
        ([MPH], "102.5–103.5 mph"),
        ([written(1350, 1345 * 0.3048, 1355 * 0.3048, "meter", "foot")], "1,345–1,355 feet"),
        ([written(12, 11.5 * 0.0254, 12.5 * 0.0254, "meter", "inch")], "11.5–12.5 inches"),
        ([written(3, 2.5, 3.5, "kilogram", "kg")], "2.5–3.5 kg"),
        ([written(3, 2.5, 3.5, "passenger", "passenger")], "2.5–3.5"),
    ],
)
def test_values_are_told_in_the_unit_that_most_are_written_in(among: list[Quantity], words: str) -> None:
    assert unit_of(among).text(among[0].hard) == words


def test_the_axis_of_temperatures_has_round_degrees() -> None:
    found = scale([CELSIUS, written(41, 313.65, 314.65, "kelvin", "degree celsius")])
    assert found is not None
    assert [tick.label for tick in found.ticks] == ["38 °C", "39 °C", "40 °C", "41 °C"]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (17_955_000, 17_965_000, "$17.955–17.965 million"),
        (17.95, 17.96, "$17.95–17.96"),
        (2_465_000, 3_335_000, "$2.465–3.335 million"),
        (16_999_999.995, 17_000_000.005, "$17 million"),
        (11.9, 16.1, "$11.9–16.1"),
        (0.066666, 0.1, "$0.0667–0.1"),
    ],
)
def test_ends_have_as_many_figures_as_tell_them_apart(low: float, high: float, said: str) -> None:
    value = quantity(low, high)
    assert unit_of([value]).text(value.hard) == said


def test_labels_that_would_meet_are_known_by_the_width_of_the_axis() -> None:
    roads = scale([quantity(1_150_000, 1_250_000), quantity(1_260_000, 1_262_000)])
    assert roads is not None
    assert [tick.label for tick in roads.ticks] == ["$1.15 million", "$1.2 million", "$1.25 million"]
    assert [roads.crowded(width) for width in (430, 320, 220)] == [False, True, True]
