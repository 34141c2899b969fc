"""The days that a spec means in a scene: a publication date, the dates named before it, and the way it leans."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import singledispatch
from typing import Any, NamedTuple

from checker.annotate.timexes.spec import (
    Bounded,
    Either,
    Event,
    Fixed,
    Named,
    Part,
    Reference,
    Repeats,
    Spread,
)  # fmt: skip
from checker.model.mention import Offset, Timex
from checker.values.calendar import SECONDS_IN, Period, half, period, third

_UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "X" * 3, "century": "XX", "fortnight": "XXXX-WXX",
}  # fmt: skip
MODS = {"FIRST": "START", "SECOND": "END", "CLOSE": "END", "EARLIER": "START", "LATER": "END", "REST": "END"}


_FRESH = timedelta(days=10)
"""`09-07-2015` in a text of 9 July 2015 has its day first: a page is dated when it is made, and not months ahead."""


class Scene(NamedTuple):
    """Where an expression stands: publication day and time, the date named last and the last of a single day, the way
    its sentence leans, whether it is the whole text, and whether the text tells of what is long past."""

    now: date | None
    clock: time | None
    then: Found | None
    then_day: Found | None
    lean: int
    bare: bool
    history: bool
    told: bool = False  # whether any date was named before, however far back

    def base(self) -> date | None:
        """The day that an incomplete date is near to."""
        if self.then is not None and (self.history or self.now is None):
            return self.then.first
        return self.now


class Found(NamedTuple):
    """Days (or `from_time` to `to_time` on them), as a `Timex` has them; first and last are None without an anchor."""

    first: date | None
    last: date | None
    grain: str
    value: str
    mod: str | None = None
    from_time: str = ""
    to_time: str = ""
    offset: Offset | None = None
    stated: str | None = None  # the first day as far as the words alone say it: XXXX-05-16
    zone: int | None = None

    def timex(self) -> Timex:
        """As the rest of the program has it."""
        if self.first is None or self.last is None:
            return Timex(None, None, self.grain, self.value, self.mod, self.offset, self.zone)
        first, last = self.first.isoformat(), self.last.isoformat()
        if self.from_time:
            first, last = f"{first}T{self.from_time}", f"{last}T{self.to_time}"
        value = self.value + "X" if self.grain == "decade" and len(self.value) == 3 else self.value
        return Timex(first, last, self.grain, value, self.mod, self.offset, self.zone)


@singledispatch
def spec_days(spec: Any, scene: Scene) -> Found:
    """The days of one kind of spec; each kind registers its own. Raises TypeError for what is no spec."""
    raise TypeError(f"{spec!r} says nothing of dates at {scene!r}")


def resolve(spec: Any, scene: Scene) -> Found:
    """The days that a spec means in a scene."""
    try:
        return spec_days(spec, scene)
    except (ValueError, OverflowError):  # beyond the years 1 to 9999, or no such day
        return Found(None, None, "day", getattr(spec, "value", "XXXX-XX-XX"))


def of_period(span: Period, stated: str | None = None) -> Found:
    """A calendar period as found."""
    grain = {"weekend": "week", "half": "quarter"}.get(span.grain, span.grain)
    return Found(span.first, span.last, grain, span.value, stated=stated)


def nothing(grain: str, value: str | None = None) -> Found:
    """No days: nothing anchors it, and `value` keeps what is known."""
    return Found(None, None, grain, value or _UNKNOWN.get(grain, "XXXX"))


@spec_days.register
def _fixed(spec: Fixed, scene: Scene) -> Found:
    if not spec.value[0].isdigit():
        era = {4: "century", 9: "month", 12: "day"} if spec.value.startswith("BC") else {}
        return nothing(era.get(len(spec.value), "quarter" if "-" in spec.value else "year"), spec.value)
    if spec.other is not None and scene.now is not None and spec.value > scene.now.isoformat():
        other = period(spec.other)
        if timedelta(0) <= scene.now - other.first <= _FRESH:
            return of_period(other)
    return of_period(period(spec.value))


@spec_days.register
def _named(spec: Named, _scene: Scene) -> Found:
    return of_period(period(spec.value))


@spec_days.register
def _part(spec: Part, scene: Scene) -> Found:
    whole = resolve(spec.whole, scene)
    mod = MODS.get(spec.mod, spec.mod)
    if whole.first is None or whole.last is None:
        return whole._replace(mod=mod)
    first, last = whole.first, whole.last
    inside = scene.now is not None and first <= scene.now <= last
    if first == last:
        return whole._replace(mod=mod)
    if spec.mod == "REST":
        first = scene.now if inside and scene.now else first
        return whole._replace(first=first, value=f"({first},{last},P{(last - first).days}D)", mod=mod)
    if spec.mod in ("EARLIER", "LATER"):
        return whole._replace(mod=mod)
    if whole.grain == "week" and spec.mod == "CLOSE":
        return whole._replace(first=last - timedelta(days=2), mod=mod)
    span = Period(first, last, whole.grain, whole.value)
    if spec.mod in ("FIRST", "SECOND"):
        first, last = half(span, spec.mod == "FIRST")
    else:
        first, last = third(span, mod)
    return whole._replace(first=first, last=last, mod=mod)


@spec_days.register
def _spread(spec: Spread, scene: Scene) -> Found:
    whole = resolve(spec.whole, scene)
    if whole.first is None or whole.last is None or whole.first == whole.last:
        return whole
    span = Period(whole.first, whole.last, whole.grain, whole.value)
    return whole._replace(first=third(span, spec.first)[0], last=third(span, spec.last)[1])


@spec_days.register
def _bounded(spec: Bounded, scene: Scene) -> Found:
    lean = scene.lean
    if spec.since and not scene.bare:
        lean = -2  # nothing has gone on since a day to come
    elif spec.mod == "ON_OR_BEFORE" and not lean:
        lean = 1
    made = resolve(spec.date, scene._replace(lean=lean))
    return made._replace(mod=spec.mod)


@spec_days.register
def _either(spec: Either, scene: Scene) -> Found:
    return resolve(spec.ahead, scene)


@spec_days.register
def _repeats(spec: Repeats, _scene: Scene) -> Found:
    return nothing("day", spec.value)


@spec_days.register
def _reference(spec: Reference, _scene: Scene) -> Found:
    return Found(None, None, "day", spec.value)


@spec_days.register
def _event(spec: Event, _scene: Scene) -> Found:
    return nothing(spec.unit, "TXX" if spec.unit in SECONDS_IN else None)._replace(
        offset=Offset(spec.amount, spec.unit) if spec.amount else None
    )
