"""Versions stand apart and in order, and leave room for what they do not say."""

from __future__ import annotations

from itertools import pairwise

import pytest

from checker.values.intervals import meet
from checker.values.versions import interval, spelled

ASCENDING = ("0.9", "1.0.9", "1.0.10", "1.1", "3.1", "3.9", "3.10", "3.11", "12.0.1", "12.0.2", "2024.3.2", "2024.3.3")


@pytest.mark.parametrize(("one", "other"), list(pairwise(ASCENDING)))
def test_each_comes_after_the_one_before(one: str, other: str) -> None:
    """The next version begins where this one ends, or later."""
    first, second = interval(one), interval(other)
    assert first is not None
    assert second is not None
    assert first.upper is not None
    assert second.lower is not None
    assert first.upper <= second.lower
    assert meet(first, second) is None


@pytest.mark.parametrize(("general", "special"), [("3", "3.1"), ("3", "3.10.2"), ("3.10", "3.10.2"), ("22.04", "22.4")])
def test_what_is_left_out_may_be_anything(general: str, special: str) -> None:
    """`Python 3` does not contradict `Python 3.10`."""
    one, other = interval(general), interval(special)
    assert one is not None
    assert other is not None
    assert meet(one, other) is not None


@pytest.mark.parametrize("build", ["10.0.19041", "1.2.3.4", "20250.1", "1.1000"])
def test_builds_have_no_place(build: str) -> None:
    """A part over 999, or a fourth, would run into its neighbours."""
    assert interval(build) is None


@pytest.mark.parametrize("text", ["3", "3.10", "3.10.2", "2024.3.3"])
def test_spelled_as_written(text: str) -> None:
    """The way back."""
    span = interval(text)
    assert span is not None
    assert span.lower is not None
    assert spelled(span.lower) == text
