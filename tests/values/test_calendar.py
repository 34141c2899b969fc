"""The days that TIMEX3 values name, and steps from one to the next."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from checker.values.calendar import add, containing, easter, move, nth_weekday, orthodox_easter, period, third


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-W01", "2024-12-30", "2025-01-05"),
        ("2025-W01-WE", "2025-01-04", "2025-01-05"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025-SU", "2025-06-01", "2025-09-22"),
        ("2025-WI", "2025-12-01", "2026-03-20"),
        ("0476", "0476-01-01", "0476-12-31"),
        ("198", "1980-01-01", "1989-12-31"),
        ("14", "1400-01-01", "1499-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_period(value: str, first: str, last: str) -> None:
    found = period(value)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("value", ["2025-02-30", "2025-13", "2025-Q5", "XXXX-05", "", "2025-W54", "May"])
def test_no_period(value: str) -> None:
    with pytest.raises(ValueError, match="not a complete"):
        period(value)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "end"),
    [
        ("2025-01-31", 1, "month", "2025-02-28"),
        ("2024-02-29", 1, "year", "2025-02-28"),
        ("2025-03-31", -1, "quarter", "2024-12-31"),
        ("2025-06-04", -2, "week", "2025-05-21"),
        ("2025-06-04", 1, "decade", "2035-06-04"),
        ("2025-06-06", 1, "business day", "2025-06-09"),
        ("2025-06-09", -4, "business day", "2025-06-03"),
        ("2025-06-04", 1, "fortnight", "2025-06-18"),
    ],
)
def test_add(start: str, amount: float, unit: str, end: str) -> None:
    assert add(date.fromisoformat(start), amount, unit) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("grain", "value", "after"),
    [
        ("day", "2025-12-31", "2026-01-01"),
        ("week", "2026-W01", "2026-W02"),
        ("weekend", "2026-W01-WE", "2026-W02-WE"),
        ("month", "2025-12", "2026-01"),
        ("quarter", "2025-Q4", "2026-Q1"),
        ("half", "2025-H2", "2026-H1"),
        ("season", "2025-WI", "2026-SP"),
        ("year", "2025", "2026"),
        ("decade", "202", "203"),
        ("century", "20", "21"),
    ],
)
def test_the_period_of_a_day_and_the_next(grain: str, value: str, after: str) -> None:
    span = containing(date(2025, 12, 31), grain)
    assert (span.value, move(span, 1).value) == (value, after)
    assert move(move(span, 1), -1) == span


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [
        ("2025-05", "MID", "2025-05-11", "2025-05-20"),
        ("2025-02", "END", "2025-02-21", "2025-02-28"),
        ("2025-W23", "START", "2025-06-02", "2025-06-04"),
        ("2025", "START", "2025-01-01", "2025-04-30"),
        ("199", "END", "1997-01-01", "1999-12-31"),
        ("19", "MID", "1930-01-01", "1969-12-31"),
        ("2025-Q2", "START", "2025-04-01", "2025-04-30"),
    ],
)
def test_thirds(value: str, mod: str, first: str, last: str) -> None:
    assert tuple(day.isoformat() for day in third(period(value), mod)) == (first, last)


@pytest.mark.parametrize("value", ["2025-05", "2024-02", "2025", "202", "20", "2025-Q3", "2025-SU"])
def test_thirds_part_the_whole(value: str) -> None:
    whole = period(value)
    parts = [third(whole, mod) for mod in ("START", "MID", "END")]
    assert (parts[0][0], parts[2][1]) == (whole.first, whole.last)
    assert all((after[0] - before[1]).days == 1 for before, after in pairwise(parts))


def test_weekdays_of_a_month() -> None:
    may = period("2025-05")
    assert nth_weekday(may, 5, 1) == date(2025, 5, 2)
    assert nth_weekday(may, 5, -1) == date(2025, 5, 30)
    with pytest.raises(ValueError, match="no such weekday"):
        nth_weekday(period("2025-02"), 6, 5)


@pytest.mark.parametrize(
    ("year", "west", "east"),
    [(2018, (4, 1), (4, 8)), (2024, (3, 31), (5, 5)), (2025, (4, 20), (4, 20)), (2013, (3, 31), (5, 5))],
)
def test_easter(year: int, west: tuple[int, int], east: tuple[int, int]) -> None:
    assert (easter(year), orthodox_easter(year)) == (date(year, *west), date(year, *east))
