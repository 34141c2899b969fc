"""Scales of number lines and timelines, in percent of the width, and the bars of values on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from checker.model.mention import Interval, Quantity, Timex, Value
from checker.values import amounts
from checker.values.amounts import Unit

_PAD = 9.0  # percent at both ends, for labels and for arrows that say "and beyond"
_EDGE = 11.0  # percent from an end within which the label of a tick begins or ends at it
_LETTER = 6.7  # pixels of a letter of a label, on average
_WIDTHS = {"crowded": 430, "tight": 320}  # pixels of an axis on a wide page, and on a narrow one or paper
_LAST = date.max.toordinal()
_NOTHING = 1e-200  # what is smaller is drawn at zero: its logarithm, or a share of it, is no number any more
_LOG_FROM = 100.0  # a scale that spans more than this ratio is logarithmic


class Bar(NamedTuple):
    """One value: `start, end` what its writer means, `low, high` what the words allow, `point` the written number.

    All in percent. `beyond` says on which side it has no bound (`<`, `>`, both, or neither).
    """

    start: float
    end: float
    low: float
    high: float
    point: float | None
    beyond: str
    label: str
    full: str  # the label, and where its writer would stop


class Tick(NamedTuple):
    """A mark on the axis."""

    at: float
    label: str

    @property
    def anchor(self) -> str:
        """How its label stands to it: `start`, `middle` or `end`."""
        return "start" if self.at < _EDGE else "end" if self.at > 100 - _EDGE else "middle"


class Scale(NamedTuple):
    """A scale that holds every value of one fact."""

    first: float
    last: float
    log: bool
    ticks: tuple[Tick, ...]
    unit: Unit | None  # None for dates
    base: str | None  # the base unit of what can be drawn; None for dates and for counts, whatever is counted

    def at(self, number: float) -> float:
        """Percent of the width, from 0 to 100."""
        place = _place(number, self.first, self.last, self.log)
        return round(min(100.0, max(0.0, place)), 2)

    @property
    def room(self) -> str:
        """`crowded` where the labels of ticks would meet on any page, `tight` where on a narrow one or paper alone."""
        return next((name for name, width in _WIDTHS.items() if self.crowded(width)), "")

    def crowded(self, width: int) -> bool:
        """Whether labels of ticks would meet on an axis of so many pixels."""
        sizes = [len(tick.label) * _LETTER / width * 100 for tick in self.ticks]
        before = {"start": 0.0, "middle": 0.5, "end": 1.0}
        starts = [tick.at - before[tick.anchor] * size for tick, size in zip(self.ticks, sizes, strict=True)]
        ends = [start + size for start, size in zip(starts, sizes, strict=True)]
        return any(start < end + _LETTER / width * 100 for start, end in zip(starts[1:], ends, strict=False))

    def bar(self, value: Value) -> Bar | None:
        """Where a value lies, None where it has no bounds at all or is of another sort."""
        if isinstance(value, Timex) != (self.unit is None):
            return None
        if isinstance(value, Quantity) and self.base not in (None, value.unit):
            return None
        hard, soft, point = _bounds(value)
        if hard == (None, None):
            return None
        low = 0.0 if hard[0] is None else self.at(hard[0])
        high = 100.0 if hard[1] is None else self.at(hard[1])
        start = low if soft[0] is None else self.at(soft[0])
        end = high if soft[1] is None else self.at(soft[1])
        beyond = ("<" if hard[0] is None else "") + (">" if hard[1] is None else "")
        at = None if point is None else self.at(point)
        if isinstance(value, Timex):
            return Bar(start, end, low, high, at, beyond, amounts.days(value), amounts.days(value))
        unit = self.unit or Unit()
        return Bar(start, end, low, high, at, beyond, unit.text(value.hard), amounts.in_full(value, unit))


def scale(values: Sequence[Value], counted: bool = False) -> Scale | None:
    """A scale for these values; None where they are of two sorts, or where nothing bounds them.

    `counted` values are numbers of one thing by different names (`47 passengers`, `63 neighbours`).
    """
    dates = [each for each in values if isinstance(each, Timex)]
    quantities = [each for each in values if isinstance(each, Quantity)]
    if (dates and quantities) or (not counted and len({each.unit for each in quantities}) > 1):
        return None
    marks = [mark if abs(mark) > _NOTHING else 0.0 for each in values for mark in _marks(each)]
    if not marks or not all(math.isfinite(mark) for mark in marks):
        return None
    low, high = min(marks), max(marks)
    if dates:
        return _dates(low, high)
    if counted:
        return _numbers(low, high, Unit(), None)
    return _numbers(low, high, amounts.unit_of(quantities), quantities[0].unit)


def _numbers(low: float, high: float, unit: Unit, base: str | None) -> Scale:
    log = low > 0 and high / low > _LOG_FROM and not unit.shift
    if low == high:
        low, high = low - max(1.0, abs(low) * 0.05), high + max(1.0, abs(high) * 0.05)
    first, last = (low - unit.shift) / unit.factor, (high - unit.shift) / unit.factor
    if log:
        powers = range(math.ceil(math.log10(first)), math.floor(math.log10(last)) + 1)
        stride = max(1, -(-len(powers) // 4))
        shown = [10.0**power for power in powers][::stride]
    else:
        step = _nice((last - first) / 4)
        step = step if base is not None else max(1.0, step)  # nobody counts half a thing
        shown = [step * n for n in range(math.ceil(first / step), math.floor(last / step) + 1)]
    at = [each * unit.factor + unit.shift for each in shown]
    ticks = tuple(
        Tick(round(_place(each, low, high, log), 2), unit.text(Interval(_clean(each), _clean(each)))) for each in at
    )
    return Scale(low, high, log, ticks, unit, base)


def _dates(low: float, high: float) -> Scale:
    """Ticks at hours, days, first days of months, or first days of years, whichever gives two to five."""
    if high - low < 1:
        return _hours(low - 1 / 24, high + 1 / 24)
    if high - low < 3:
        low, high = low - 1, high + 1
    span, noon = high - low, 0.0
    first, last = (date.fromordinal(min(max(1, day), _LAST)) for day in (math.floor(low), math.ceil(high)))
    if span <= 45:
        step = next(each for each in (1, 2, 3, 7, 14) if span / each < 5 or each == 14)
        noon = 0.5  # a tick in the middle of its day, where the bar of that day is
        found = (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1, step))
        labels = [(day, amounts.short(day)) for day in found]
    elif span <= 365 * 2.5:
        step = next(each for each in (1, 2, 3, 6) if span / 30.4 / each < 5 or each == 6)
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        labels = [(day, amounts.month(day)) for n in months if n % step == 0 for day in (date(n // 12, n % 12 + 1, 1),)]
    else:
        step = round(_nice(span / 365.25 / 4)) or 1
        labels = [
            (date(year, 1, 1), str(year)) for year in range(max(1, first.year), last.year + 1) if year % step == 0
        ]
    ticks = (Tick(round(_place(day.toordinal() + noon, low, high, False), 2), label) for day, label in labels)
    return Scale(low, high, False, tuple(each for each in ticks if 2 <= each.at <= 98), None, None)


def _hours(low: float, high: float) -> Scale:
    step = next(each for each in (1, 2, 3, 6, 12) if (high - low) * 24 / each < 5 or each == 12)
    at = range(math.ceil(low * 24 / step), math.floor(high * 24 / step) + 1)
    ticks = (Tick(round(_place(n * step / 24, low, high, False), 2), f"{n * step % 24:02}:00") for n in at)
    return Scale(low, high, False, tuple(ticks), None, None)


def _place(number: float, low: float, high: float, log: bool) -> float:
    if log:
        share = 0.0 if number <= 0 else (math.log(number) - math.log(low)) / (math.log(high) - math.log(low))
    else:
        share = (number - low) / (high - low)
    return _PAD + share * (100 - 2 * _PAD)


def _nice(rough: float) -> float:
    """The least of 1, 2, 5 times a power of ten that is not below `rough` (Heckbert, Graphics Gems, 1990)."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(each * power for each in (1, 2, 5, 10) if each * power >= rough * 0.999)


def _clean(number: float) -> float:
    return float(f"{number:.10g}")


def _bounds(value: Value) -> tuple[tuple[float | None, float | None], tuple[float | None, float | None], float | None]:
    """Hard and soft bounds and the written point, on the axis: numbers in the base unit, days as ordinals."""
    if isinstance(value, Timex):
        span = (_moment(value.earliest, 0), _moment(value.latest, 1))
        return span, span, None
    lower, upper = value.written[:2]
    first, last = value.hard[:2]
    point = (lower + upper) / 2 if lower is not None and upper is not None and value.number is not None else None
    if point is not None and ((first is not None and point < first) or (last is not None and point > last)):
        point = None
    return (value.hard.lower, value.hard.upper), (value.soft.lower, value.soft.upper), point


def _marks(value: Value) -> list[float]:
    hard, soft, point = _bounds(value)
    found = [each for each in (*soft, point) if each is not None]
    return found or [each for each in hard if each is not None]


def _moment(iso: str | None, after: int) -> float | None:
    """An ISO 8601 day as its ordinal, `after` it where it is a last day; a minute as a fraction of its day."""
    day = amounts.parse(iso)
    if iso is None or day is None:
        return None
    if "T" in iso:
        try:
            clock = datetime.fromisoformat(iso)
        except ValueError:
            return None
        return day.toordinal() + (clock.hour * 60 + clock.minute) / 1440
    return day.toordinal() + after
