"""Days counted from others: periods moved, amounts added, windows, parts by number, ranges."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from checker.annotate.timexes.resolve import Found, Scene, nothing, of_period, resolve, spec_days
from checker.annotate.timexes.spec import (
    HERE,
    NOW,
    THEN,
    Closest,
    Current,
    LongWeekend,
    Nth,
    Shift,
    Weekday,
    Weekdays,
    Window,
    Within,
)  # fmt: skip
from checker.values.calendar import DAYS_IN, MONTHS_IN, SECONDS_IN, Period, add, containing, move, nth_weekday, period


def _base_of(base: Any, scene: Scene, unit: str, ahead: bool = False) -> date | None:
    """The day counted from; where no date was named, `two days later` counts from now only in a plan."""
    if base == HERE:
        base = THEN if scene.then is not None and (scene.history or scene.now is None) else NOW
    if base in (NOW, "today"):
        return scene.now
    if base == THEN:
        named = scene.then_day if unit == "day" else scene.then
        if named is not None:
            return named.first
        return None if scene.told or (ahead and not scene.bare and scene.lean <= 0) else scene.now
    return resolve(base, scene).first


@spec_days.register
def _current(spec: Current, scene: Scene) -> Found:
    unit = spec.unit
    base = _base_of(spec.base, scene, unit, spec.amount > 0)
    if base is None or (spec.base == THEN and not spec.amount and not scene.told and not scene.bare):
        if unit == "weekend":
            return nothing("week", "XXXX-WXX-WE")
        return nothing("week" if unit in ("week", "weekend") else unit)
    yearly = spec.amount and spec.amount % {"quarter": 4, "month": 12}.get(unit, 99) == 0 and spec.base == THEN
    if yearly and (scene.then is None or scene.then.grain != unit):
        return nothing(unit)  # of a year before a quarter or month that nobody named
    if unit in ("FY", "SY"):
        return nothing("year", f"{unit}{base.year + spec.amount + (unit == 'SY')}")
    if (
        spec.base == THEN
        and scene.then is not None
        and unit != "day"
        and spec.amount
        and scene.then.grain in ("year", "month", "quarter")
    ):
        base = scene.then.first or base
    return of_period(move(containing(base, unit), spec.amount))


@spec_days.register
def _shift(spec: Shift, scene: Scene) -> Found:
    unit = spec.parts[-1][1]
    if any(one in SECONDS_IN for _, one in spec.parts):
        return _shift_clock(spec, scene)
    base = _base_of(spec.base, scene, "day" if unit in ("day", "business day") else unit, spec.sign > 0)
    grain = {"decade": "year", "century": "year", "fortnight": "week", "business day": "day"}.get(unit, unit)
    if base is None:
        return nothing(grain)
    day, rest = base, 0.0
    for number, one in spec.parts:
        if one in MONTHS_IN:
            day = add(day, spec.sign * number, one)
        else:
            rest += spec.sign * number * {"week": 7, "fortnight": 14, "weekend": 7}.get(one, 1)
    day = add(day, int(spec.parts[0][0]) * spec.sign, unit) if unit == "business day" else day + _days(rest)
    if spec.exact or scene.bare or grain == "day":
        return of_period(containing(day, "day"))
    if grain in {"week", "month"}:
        span = containing(day, grain)
        return Found(span.first, span.last, grain, day.isoformat() if scene.now == base else span.value)
    return of_period(containing(day, grain if grain in ("quarter", "year") else "week"))


def _days(amount: float) -> timedelta:
    """Half a day back is still the day before."""
    return timedelta(days=int(amount) if amount >= 0 or amount == int(amount) else int(amount) - 1)


def _shift_clock(spec: Shift, scene: Scene) -> Found:
    """Hours and minutes from now need the hour of publication; without it all hours that may be meant are given."""
    base = _base_of(spec.base, scene, "day", spec.sign > 0)
    if base is None:
        return nothing("hour", "TXX")
    days, hours = timedelta(), timedelta()
    for number, unit in spec.parts:
        if unit in SECONDS_IN:
            hours += timedelta(seconds=spec.sign * number * SECONDS_IN[unit])
        elif unit in MONTHS_IN:
            base = add(base, spec.sign * number, unit)
        else:
            days += timedelta(days=spec.sign * number * DAYS_IN.get(unit, 1))
    grain = spec.parts[-1][1]
    known = scene.clock is not None and spec.base in (NOW, THEN)
    clock = scene.clock if known and scene.clock else time()
    first = datetime.combine(base, clock) + days + hours
    if known:
        value = f"{first.date()}T{first:%H:%M:%S}"
        return Found(first.date(), first.date(), grain, value, None, f"{first:%H:%M}", f"{first:%H:%M}")
    last = first + timedelta(hours=23, minutes=59)
    value = first.date().isoformat() if first.date() == last.date() else "XXXX-XX-XX"
    return Found(first.date(), last.date(), grain, value, None, f"{first:%H:%M}", f"{last:%H:%M}")


@spec_days.register
def _weekdays(spec: Weekdays, scene: Scene) -> Found:
    if scene.now is None:
        return nothing("day", f"XXXX-WXX-{spec.weekday}")
    step = (spec.weekday - scene.now.isoweekday()) % 7 or 7
    if spec.amount < 0:
        step = step - 7 if step < 7 else 0
        step = step or -7
        return of_period(containing(scene.now + timedelta(days=step + 7 * (spec.amount + 1)), "day"))
    return of_period(containing(scene.now + timedelta(days=step + 7 * (spec.amount - 1)), "day"))


@spec_days.register
def _closest(spec: Closest, scene: Scene) -> Found:
    base = resolve(spec.to, scene).first
    if base is None:
        return nothing("day", f"XXXX-WXX-{spec.day.weekday}")
    ahead = (spec.day.weekday - base.isoweekday()) % 7
    days = (ahead + 3) % 7 - 3 if not spec.way else (ahead or 7) if spec.way > 0 else ahead - 7
    return of_period(containing(base + timedelta(days=days), "day"))


@spec_days.register
def _long_weekend(spec: LongWeekend, scene: Scene) -> Found:
    day = resolve(spec.feast, scene).first
    if day is None:
        return nothing("week", "XXXX-WXX-WE")
    saturday = day + timedelta(days=(6 - day.isoweekday() + 2) % 7 - 2)
    sunday = saturday + timedelta(days=1)
    return Found(min(day, saturday), max(day, sunday), "week", containing(saturday, "weekend").value)


@spec_days.register
def _window(spec: Window, scene: Scene) -> Found:
    number, unit = spec.parts[0]
    base = scene.now if spec.base in (NOW, "today") else _base_of(spec.base, scene, "day")
    text = "P" + "".join(
        f"{n:g}{'W' if u == 'fortnight' else 'BD' if u == 'business day' else u[0].upper()}" for n, u in spec.parts
    )
    if spec.sign > 0 and spec.base == NOW and scene.lean < 0:
        base = None  # `over the next ten years he was jailed twice` counts from what is told
    if base is None or any(one in SECONDS_IN for _, one in spec.parts):
        return nothing("day" if unit in SECONDS_IN else unit, text)
    if (
        (scene.bare or unit == "quarter")
        and len(spec.parts) == 1
        and unit not in ("day", "business day", "fortnight")
        and spec.base == NOW
    ):
        edge = containing(base, unit)
        one, two = move(edge, spec.sign), move(edge, spec.sign * int(number))
        first, last = min(one.first, two.first), max(one.last, two.last)
        return Found(first, last, unit, f"({first},{last + timedelta(days=1)},{text})")
    start = base + timedelta(days=1 if spec.sign > 0 and spec.base != "today" else 0)
    end = start
    for n, name in spec.parts:
        end = add(end, spec.sign * n, name)
    if spec.sign < 0:
        start, end = end, start
    return Found(start, end - timedelta(days=1), "day", f"({start},{end},{text})")


@spec_days.register
def _nth(spec: Nth, scene: Scene) -> Found:
    whole = resolve(spec.within, scene)
    if whole.first is None or whole.last is None:
        if isinstance(spec.unit, int):
            return nothing("day", f"{whole.value}-WXX-{spec.unit}-#{spec.n}" if spec.n > 0 else None)
        return nothing(
            "day" if spec.unit == "day" else str(spec.unit),
            f"{whole.value}-{spec.n:02}" if spec.unit == "day" and spec.n > 0 else None,
        )
    span = Period(whole.first, whole.last, whole.grain, whole.value)
    if isinstance(spec.unit, int):
        return of_period(containing(nth_weekday(span, spec.unit, spec.n), "day"))
    if spec.unit == "day":
        day = span.first + timedelta(days=spec.n - 1) if spec.n > 0 else span.last + timedelta(days=spec.n + 1)
        return (
            of_period(containing(day, "day"))
            if span.first <= day <= span.last
            else nothing("day", f"{whole.value}-{spec.n:02}")
        )
    if spec.unit in ("week", "weekend"):
        weekday = 4 if spec.unit == "week" else 6
        return of_period(containing(nth_weekday(span, weekday, spec.n), spec.unit))
    edge = containing(span.first, spec.unit) if spec.n > 0 else containing(span.last, spec.unit)
    return of_period(move(edge, spec.n - 1 if spec.n > 0 else spec.n + 1))


@spec_days.register
def _within(spec: Within, scene: Scene) -> Found:
    whole = resolve(spec.whole, scene)
    part = spec.part
    if whole.first is None:
        return nothing(
            "day" if isinstance(part, Weekday) else "month",
            getattr(part, "value", f"XXXX-WXX-{getattr(part, 'weekday', 'X')}"),
        )
    if isinstance(part, Weekday):
        if whole.grain == "month":
            return resolve(part, scene)
        return of_period(containing(whole.first + timedelta(days=part.weekday - 1), "day"))
    return of_period(period(f"{whole.first.year:04}{part.value[4:]}"))
