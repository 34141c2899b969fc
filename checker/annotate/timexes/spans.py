"""Ranges and times of the day: first and last of what goes on for a while, and hours on their day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from checker.annotate.timexes.resolve import MODS, Found, Scene, nothing, of_period, resolve, spec_days
from checker.annotate.timexes.spec import (
    Clock,
    Current,
    DayPart,
    Ends,
    Fixed,
    Foreign,
    Lasting,
    Part,
    Partial,
    Reference,
    Weekday,
)  # fmt: skip
from checker.values import dates
from checker.values.calendar import SECONDS_IN, add, containing

_DAY_PARTS = {
    "MO": ("00:00", "11:59"), "AF": ("12:00", "17:59"), "EV": ("18:00", "23:59"), "NI": ("18:00", "23:59"),
    "DT": ("06:00", "17:59"), "DA": ("04:00", "07:59"), "DU": ("16:00", "22:59"), "EH": ("00:00", "05:59"), "MI": ("12:00", "13:59"), "DI": ("18:00", "20:59"),
}  # fmt: skip
_PART_VALUES = {"MI": "MEL", "DI": "MED", "DA": "MO", "DU": "EV", "EH": "MO"}


@spec_days.register
def _ends(spec: Ends, scene: Scene) -> Found:
    till_now = isinstance(spec.last, Reference)
    one, two = (Current("day", 0) if isinstance(end, Reference) else end for end in spec)
    if isinstance(one, Clock) or isinstance(two, Clock):
        return _clocks(spec, scene)
    second = None
    plain = one.whole if isinstance(one, Part) else one
    dated = isinstance(two.whole if isinstance(two, Part) else two, Fixed)
    if isinstance(plain, Partial) and dated and not plain.value.startswith("XXXX-XX-"):
        second = resolve(two, scene)
        if second.first is not None:
            first = _year_given(one, plain, second.first.year, scene)
            if first.first is None or first.first > second.first:
                first = _year_given(one, plain, second.first.year - 1, scene)
        else:
            first = resolve(one, scene)
    else:
        first = resolve(one, scene)
        inner = two.whole if isinstance(two, Part) else two
        if isinstance(inner, Partial | Weekday) and first.first is not None:
            forward = scene._replace(now=first.first, lean=1, then=None, bare=False, history=False)
            inner = inner._replace(lean=None if isinstance(inner, Weekday) else "coming")
            second = resolve(two._replace(whole=inner) if isinstance(two, Part) else inner, forward)
    second = second or resolve(two, scene)
    week = isinstance(one, Weekday) and isinstance(two, Weekday) and scene.lean < 0
    if week and scene.now and second.last and second.last > scene.now:  # `the truce held from Monday to Friday`
        first, second = _week_before(first), _week_before(second)
    if isinstance(one, Fixed) and isinstance(two, Partial):
        stated = second.first.isoformat() if second.first else None
    else:
        stated = second.stated or (second.first.isoformat() if second.first else None)
    if first.first is None or second.last is None or second.first is None or first.first > second.last:
        return nothing(second.grain, f"({first.value},{second.value})" if first.first is None else None)
    begin = first.stated if isinstance(two, Partial) or till_now or second.stated else None
    begin = begin or first.first.isoformat()
    fine = (
        "day" if "day" in (first.grain, second.grain) else "month" if "month" in (first.grain, second.grain) else "year"
    )
    if {first.grain, second.grain} == {"week"}:
        size = f"P{(second.first - first.first).days // 7}W"
    elif fine == "day" or {first.grain, second.grain} & {"week", "season"}:
        size = f"P{(second.first - first.first).days}D"
    else:
        months = (second.first.year - first.first.year) * 12 + second.first.month - first.first.month
        size = f"P{months // 12}Y" if fine == "year" and months % 12 == 0 else f"P{months}M"
    return Found(first.first, second.last, second.grain if fine != "day" else "day", f"({begin},{stated},{size})")


def _week_before(found: Found) -> Found:
    return of_period(containing(found.first - timedelta(days=7), "day")) if found.first else found


def _year_given(spec: Any, plain: Partial, year: int, scene: Scene) -> Found:
    """The first end of a range in the year of its second."""
    dated = Fixed(f"{year:04}{plain.value[4:]}")
    return resolve(spec._replace(whole=dated) if isinstance(spec, Part) else dated, scene)


@spec_days.register
def _lasting(spec: Lasting, scene: Scene) -> Found:
    if isinstance(spec.first, Clock):
        return _lasting_clock(spec, scene)
    start = resolve(spec.first, scene)
    if start.first is None:
        return nothing("day", start.value)
    end = start.first
    for number, unit in spec.parts:
        if unit in SECONDS_IN:
            return start
        end = add(end, number, unit)
    text = "P" + "".join(f"{n:g}{'W' if u == 'fortnight' else u[0].upper()}" for n, u in spec.parts)
    return Found(start.first, end - timedelta(days=1), "day", f"({start.first},{end},{text})")


def _lasting_clock(spec: Lasting, scene: Scene) -> Found:
    clock: Clock = spec.first
    seconds = sum(number * SECONDS_IN.get(unit, 86400) for number, unit in spec.parts)
    end = clock.hour * 3600 + clock.minute * 60 + int(seconds)
    last = Clock(end // 3600 % 24, end // 60 % 60, end % 60, 3, True, clock.zone, clock.date)
    return _clocks(Ends(clock._replace(sure=True), last), scene)


def _day_of(spec: Clock | DayPart, scene: Scene) -> Found | None:
    if spec.date is None:
        return of_period(containing(scene.now, "day")) if scene.now else None
    return resolve(spec.date, scene)


def _time_value(clock: Clock) -> str:
    hour = clock.hour % 24
    text = f"T{hour:02}"
    if clock.parts > 1:
        text += f":{clock.minute:02}"
    if clock.parts > 2:
        text += f":{clock.second:02}"
    return text


def _likely(clock: Clock, scene: Scene) -> Clock:
    """A bare `at 7` or `3:15` in a text of its own: an hour of the waking day."""
    if scene.bare and not clock.sure and 1 <= clock.hour < 7:
        return clock._replace(hour=clock.hour + 12)
    return clock


@spec_days.register
def _clock(spec: Clock, scene: Scene) -> Found:
    """`at 7` may be morning or evening, and midnight may begin or end its day; alone it is the coming one."""
    day = _day_of(spec, scene)
    grain = ("hour", "minute", "second")[spec.parts - 1]
    value = _time_value(spec)
    if day is None or day.first is None:
        return nothing(grain, (day.value if day and spec.date is not None else "") + value)._replace(zone=spec.zone)
    first = day.first
    likely = _likely(spec, scene)
    at = till = _at(likely)
    if spec.hour in (0, 24) and spec.date is None and scene.bare and not spec.minute:
        first += timedelta(days=1)
    elif spec.hour == 24:
        till = "23:59"
    elif _either_half(likely, scene):
        till = _at(likely._replace(hour=likely.hour + 12))
    value = (day.value if spec.date is not None else "") + value
    return Found(first, first, grain, value, None, at, till, zone=spec.zone)


def _at(clock: Clock) -> str:
    return f"{clock.hour % 24:02}:{clock.minute:02}" + (f":{clock.second:02}" if clock.parts > 2 else "")


def _either_half(clock: Clock, scene: Scene) -> bool:
    return not (clock.sure or clock.padded or scene.bare) and 1 <= clock.hour < 12


def _clocks(spec: Ends, scene: Scene) -> Found:
    a, b = (_likely(clock, scene)._replace(sure=True) for clock in spec)
    plain = scene._replace(bare=False)  # the midnight of a range is that of its own day
    one, two = _clock(a, plain), _clock(b, plain)
    a, b = spec.first, spec.last
    minutes = (b.hour - a.hour) * 60 + b.minute - a.minute
    if b.date == a.date and minutes < 0:
        minutes += 1440
    size = "PT" + (f"{minutes // 60}H" if minutes >= 60 else "") + (f"{minutes % 60}M" if minutes % 60 else "")
    value = (
        f"({_time_value(a) if a.date is None else one.value},{_time_value(b) if b.date is None else two.value},{size})"
    )
    if one.first is None or two.first is None:
        return nothing(two.grain, value)
    last = two.first
    if last == one.first and two.to_time < one.from_time:
        last += timedelta(days=1)
    return Found(one.first, last, two.grain, value, None, one.from_time, two.to_time, zone=two.zone)


@spec_days.register
def _day_part(spec: DayPart, scene: Scene) -> Found:
    day = _day_of(spec, scene)
    tail = "T" + _PART_VALUES.get(spec.part, spec.part)
    mod = MODS.get(spec.mod or "", spec.mod)
    if day is None or day.first is None:
        return Found(None, None, "hour", (day.value if day and spec.date is not None else "") + tail, mod)
    begin, end = _DAY_PARTS[spec.part]
    if spec.mod in ("END", "LATER", "CLOSE"):
        begin = {"NI": "21:00", "EV": "21:00", "AF": "15:00", "MO": "09:00"}.get(spec.part, begin)
    elif spec.mod == "START":
        end = {"MO": "08:59", "AF": "14:59", "EV": "19:59", "NI": "20:59"}.get(spec.part, end)
    return Found(day.first, day.first, "hour", (day.value if spec.date is not None else "") + tail, mod, begin, end)


@spec_days.register
def _foreign(spec: Foreign, scene: Scene) -> Found:
    moment = dates.parse(spec.text, scene.now)
    if moment is None:
        return nothing("day")
    day = moment.date()
    if moment.hour == moment.minute == moment.second == 0:
        return of_period(containing(day, "day"))
    return Found(day, day, "minute", f"{moment:%Y-%m-%dT%H:%M}", None, f"{moment:%H:%M}", f"{moment:%H:%M}")
