"""Values in words and on a scale: `2.5–3 hours`, `$17.5–18.5 million`, `May 11–20, 2025`.

Units come back from the words of the source: the written number and its interval in the base unit give the factor,
so no unit library is needed here.
"""

from __future__ import annotations

import math
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from checker.model.mention import Interval, Quantity, Timex, Value
from checker.values import versions
from checker.values.timespans import SECONDS

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_SHOWN = ("second", "minute", "hour", "day", "week", "month", "year")
_PLURALS = {"foot": "feet", "square foot": "square feet", "cubic foot": "cubic feet", "ton": "tons", "hertz": "hertz"}
_DEGREES = {"degree celsius": (1.0, 273.15, "°C"), "degree fahrenheit": (5 / 9, 459.67 * 5 / 9, "°F")}
_SECONDS = {name: SECONDS[name] for name in _SHOWN}
_MAGNITUDES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Unit(NamedTuple):
    """How to show values of a base unit: take `shift` off, divide by `factor`, put `prefix` before and `suffix` (or
    `one`) after."""

    factor: float = 1.0
    prefix: str = ""
    suffix: str = ""
    one: str = ""
    version: bool = False
    shift: float = 0.0

    def text(self, interval: Interval) -> str:
        """An interval in words; what has no bound at all is `any value`."""
        lower, upper = (None if each is None else (each - self.shift) / self.factor for each in interval[:2])
        if lower is not None and upper is not None:
            return self._between(lower, upper)
        if upper is not None:
            return f"{'under' if interval.upper_open else 'at most'} {self._between(upper, upper)}"
        if lower is not None:
            return f"{'over' if interval.lower_open else 'at least'} {self._between(lower, lower)}"
        return "any value"

    def _between(self, lower: float, upper: float) -> str:
        if self.version:
            return versions.spelled(lower)  # what it has room for needs no words
        size, word = next((each for each in _MAGNITUDES if max(abs(lower), abs(upper)) >= each[0]), (1.0, ""))
        first, last = figure(lower / size, upper / size), figure(upper / size, lower / size)
        suffix = self.one if first == last == "1" and not word and self.one else self.suffix
        if first == last:
            return f"{self._signed(first)}{word}{suffix}"
        if lower < 0:
            return f"{self._signed(first)} to {self._signed(last)}{word}{suffix}"
        return f"{self.prefix}{first}–{last}{word}{suffix}"

    def _signed(self, digits: str) -> str:
        return f"−{self.prefix}{digits[1:]}" if digits.startswith("-") else f"{self.prefix}{digits}"


def stands_for(value: Value) -> str:
    """All that a value allows, in words: `1,850–1,950 tonnes`, `May 11–20, 2025`, `over 12,000, hardly over 13,200`."""
    return days(value) if isinstance(value, Timex) else in_full(value, unit_of([value]))


def in_full(value: Quantity, unit: Unit) -> str:
    """A quantity in a unit: what its words allow, and where one who writes so would stop."""
    said = unit.text(value.hard)
    lower, upper = value.hard[:2]
    if lower is not None and upper is None and value.soft.upper is not None:
        return f"{said}, hardly over {unit.text(Interval(value.soft.upper, value.soft.upper))}"
    if lower is None and upper is not None and value.soft.lower is not None:
        return f"{said}, hardly under {unit.text(Interval(value.soft.lower, value.soft.lower))}"
    return said


def unit_of(values: Sequence[Quantity]) -> Unit:
    """The unit in which to show these values of one fact: the one that most of them are written in."""
    base = values[0].unit
    if base == "percent":
        return Unit(suffix="%")
    if base == versions.UNIT:
        return Unit(version=True)
    if len(base) == 3 and base.isupper():
        symbol = _SYMBOLS.get(base)
        return Unit(prefix=symbol) if symbol else Unit(suffix=f" {base}")
    written = [each for each in values if _factor(each) is not None]
    names = Counter(each.unit_written for each in written)
    if base == "second":
        known = [name for name in names if name in _SECONDS]
        top = max((abs(bound) for each in values for bound in each.soft[:2] if bound), default=1.0)
        known = known or [name for name in _SHOWN if _SECONDS[name] <= top] or ["second"]
        name = max(known, key=_SECONDS.__getitem__)
        return Unit(_SECONDS[name], suffix=f" {name}s", one=f" {name}")
    measured = any(mark in base for mark in ("meter", "gram", "second", "kelvin", "ampere", "*", "/"))
    name = names.most_common(1)[0][0] if names else base
    if name in _DEGREES and base == "kelvin":
        factor, shift, sign = _DEGREES[name]
        return Unit(factor, suffix=f" {sign}", shift=shift)
    factor = next((_factor(each) for each in written if each.unit_written == name), None) or 1.0
    if not measured:
        return Unit()
    shown = name.replace(" per ", "/")
    return Unit(factor, suffix=f" {_several(shown)}", one=f" {shown}")


def _several(unit: str) -> str:
    """The plural of a unit; a symbol (`km/h`, `kWh`, `mph`) has none."""
    symbol = len(unit) <= 3 or unit.startswith(("sq ", "cu "))
    if unit in _PLURALS or symbol or not unit.islower() or not unit.replace(" ", "").isalpha():
        return _PLURALS.get(unit, unit)
    return f"{unit}es" if unit.endswith(("s", "x", "ch", "sh")) else f"{unit}s"


def _factor(value: Quantity) -> float | None:
    """Base units in one written unit."""
    lower, upper = value.written[:2]
    if not value.number or lower is None or upper is None or not value.unit_written:
        return None
    return float(f"{(lower + upper) / 2 / value.number:.6g}")


def figure(number: float, beside: float | None = None) -> str:
    """A number at four significant figures, or more: a whole one in full, another at as many as keep its distance to what
    is `beside` it true to a tenth, and at nine at most."""
    if float(number).is_integer() and abs(number) < 1e15:
        return f"{int(number):,}"
    room = math.inf if beside is None else abs(number - beside) / 10 or math.inf
    for digits in range(4, 10):
        places = _places(number, digits)
        text = f"{number:,.{places}f}"
        if abs(round(number, places) - number) <= room:
            break
    return text.rstrip("0").rstrip(".") if "." in text else text


def _places(number: float, digits: int) -> int:
    size = len(str(int(abs(number)))) if abs(number) >= 1 else 0
    return max(0, digits - size)


def days(value: Timex) -> str:
    """A span of days, as short as it can be said."""
    if value.earliest is None and value.latest is None:
        return "not anchored to a date"
    if value.earliest is None:
        return f"until {_day(value.latest or '')}"
    if value.latest is None:
        return f"from {_day(value.earliest)}"
    if "T" in value.earliest:
        return _day(value.earliest) if value.earliest == value.latest else f"{_day(value.earliest)} to {_clock(value)}"
    first, last = parse(value.earliest), parse(value.latest)
    if first is None or last is None:
        return f"{value.earliest} to {value.latest}"
    if first == last:
        return _day(value.earliest)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.day}–{last.day}, {first.year}"
    start = _day(value.earliest) if first.year != last.year else _day(value.earliest).rpartition(",")[0]
    return f"{start} – {_day(value.latest)}"


def parse(iso: str | None) -> date | None:
    """The day of an ISO 8601 day or minute, None where it is neither."""
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def short(day: date) -> str:
    """`Oct 3`."""
    return f"{_MONTHS[day.month - 1]} {day.day}"


def month(day: date) -> str:
    """`Oct 2025`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _day(iso: str) -> str:
    day = parse(iso)
    if day is None:
        return iso
    clock = f", {iso[11:16]}" if len(iso) > 10 else ""
    return f"{short(day)}, {day.year}{clock}"


def _clock(value: Timex) -> str:
    latest = value.latest or ""
    return latest[11:16] if latest[:10] == (value.earliest or "")[:10] else _day(latest)
