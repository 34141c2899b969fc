"""How much a number leaves open, and how hedges move its bounds."""

from __future__ import annotations

import pytest

from checker.annotate import annotate
from checker.ingest import from_text
from checker.model.mention import Interval, Quantity
from checker.values import precision
from checker.values.precision import between, hedged, point


def written(text: str) -> Quantity:
    """The value of the only mention of a text."""
    (mention,) = annotate(from_text(text)).mentions
    assert isinstance(mention.value, Quantity)
    return mention.value


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("They spent $66.5 billion.", 66.45e9, 66.55e9),
        ("They spent $18 billion.", 17.5e9, 18.5e9),
        ("They spent $1 billion.", 0.95e9, 1.05e9),
        ("They freed 12,000 sheep.", 11500.0, 12500.0),
        ("They freed 1,200 sheep.", 1150.0, 1250.0),
        ("They freed 1,000 sheep.", 950.0, 1050.0),
        ("They freed 11,830 sheep.", 11825.0, 11835.0),
        ("They spent $4.20.", 4.195, 4.205),
    ],
)
def test_precision_as_written(text: str, lower: float, upper: float) -> None:
    """Half of the last place that is not mere zeros, two figures at least; half-open."""
    interval = written(text).written
    assert interval.lower == pytest.approx(lower)
    assert interval.upper == pytest.approx(upper)
    assert interval.upper_open


@pytest.mark.parametrize(
    ("text", "number"), [("They lost 41 planes.", 41), ("They lost two planes.", 2), ("They lost 1,347 planes.", 1347)]
)
def test_counts_that_were_not_rounded_are_exact(text: str, number: float) -> None:
    """A count of things whose last place is one is that number and no other."""
    assert written(text).hard == Interval(number, number)


def test_strict_bounds_are_open() -> None:
    """`more than` leaves the number out, in logic and in use."""
    value = written("More than 12,000 people left.")
    assert value.hard == Interval(12000.0, None, lower_open=True)
    assert value.soft == Interval(12000.0, 14400.0, lower_open=True)


@pytest.mark.parametrize("hedge", precision.HEDGES)
def test_soft_lies_within_hard(hedge: str) -> None:
    """What writers mean, the words allow."""
    for amount in (point(40.0, 1.0), point(-40.0, 1.0), between(3.0, 5.0), point(12000.0, 1000.0)):
        moved = hedged(amount, hedge)
        hard, soft = moved.hard, moved.soft
        assert hard.lower is None or soft.lower is None or hard.lower <= soft.lower
        assert hard.upper is None or soft.upper is None or soft.upper <= hard.upper


def test_a_unit_moves_all_bounds() -> None:
    """Kilometres become metres, and degrees are shifted."""
    assert written("It is about 10 km long.").hard == Interval(8500.0, 11500.0)
    assert written("It was exactly 35°C.").hard == Interval(308.15, 308.15)
