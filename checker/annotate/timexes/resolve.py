"""The days that a spec means in a scene: a publication date, the dates named before it, and the way it leans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from checker.annotate.timexes import holidays
from checker.annotate.timexes.spec import (
    NOW, THEN, Bounded, Clock, Current, DayPart, Either, Ends, Event, Fixed, Foreign, Holiday, Lasting, Nth, Part, Partial, Reference, Repeats,
    Shift, Weekday, Weekdays, Window, Within,
)  # fmt: skip
from checker.model.mention import Offset, Timex
from checker.values import dates
from checker.values.calendar import MONTHS_IN, SECONDS_IN, Period, add, containing, move, nth_weekday, period, third

_UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX", "fortnight": "XXXX-WXX",
}  # fmt: skip
_DAY_PARTS = {
    "MO": ("00:00", "11:59"), "AF": ("12:00", "17:59"), "EV": ("18:00", "23:59"), "NI": ("18:00", "23:59"),
    "DT": ("06:00", "17:59"), "MI": ("12:00", "13:59"), "DI": ("18:00", "20:59"),
}  # fmt: skip
_PART_VALUES = {"MI": "MEL", "DI": "MED"}
_MODS = {"CLOSE": "END", "EARLIER": "BEFORE", "LATER": "AFTER", "REST": "AFTER"}


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

    def timex(self) -> Timex:
        """As the rest of the program has it."""
        if self.first is None or self.last is None:
            return Timex(None, None, self.grain, self.value, self.mod, self.offset)
        first, last = self.first.isoformat(), self.last.isoformat()
        if self.from_time:
            first, last = f"{first}T{self.from_time}", f"{last}T{self.to_time}"
        return Timex(first, last, self.grain, self.value, self.mod, self.offset)


def resolve(spec: Any, scene: Scene) -> Found:
    """The days that a spec means in a scene."""
    try:
        return _RESOLVERS[type(spec)](spec, scene)
    except (ValueError, OverflowError):  # beyond the years 1 to 9999, or no such day
        return Found(None, None, "day", getattr(spec, "value", "XXXX-XX-XX"))


def _of(span: Period, stated: str | None = None) -> Found:
    grain = {"weekend": "week", "half": "quarter"}.get(span.grain, span.grain)
    return Found(span.first, span.last, grain, span.value, stated=stated)


def _nothing(grain: str, value: str | None = None) -> Found:
    return Found(None, None, grain, value or _UNKNOWN.get(grain, "XXXX"))


def _fixed(spec: Fixed, scene: Scene) -> Found:
    if not spec.value[0].isdigit():
        return _nothing("year", spec.value)
    return _of(period(spec.value))


def _partial(spec: Partial, scene: Scene) -> Found:
    value = spec.value
    base = scene.base()
    grain = _grain(value)
    if scene.now is None and scene.then is not None and scene.then.grain == "year" and spec.lean is None and value.startswith("XXXX-") and value[5:7] not in ("XX", "WX"):
        return resolve(Fixed(scene.then.value[:4] + value[4:]), scene) if scene.then.value[:4].isdigit() else _nothing(grain, value)
    if base is None or scene.now is None and spec.lean not in (None, "that", "same", "following"):
        return _nothing(grain, value)
    if spec.lean in ("that", "same") and scene.then is not None and scene.then.first:
        base = scene.then.first
    spans = _candidates(value, base)
    if spec.weekday is not None:
        spans = _on_weekday(spans, spec.weekday, base, scene.bare) or spans
    chosen = _choose(spans, base, spec.lean, scene)
    return _of(chosen, _stated(value)) if chosen else _nothing(grain, value)


def _on_weekday(spans: list[Period], weekday: int, base: date, bare: bool) -> list[Period]:
    """The days that fall on the weekday beside them; in running text only of the two years around, so that a wrong
    weekday stays one."""
    return [span for span in spans if span.first.isoweekday() == weekday and (bare or abs((span.first - base).days) < 366)]


def _grain(value: str) -> str:
    if value.endswith("-WE"):
        return "week"
    if value.startswith("XXXX-XX") or len(value) == 10:
        return "day"
    if len(value) == 3:
        return "decade"
    return {"Q": "quarter", "H": "quarter", "W": "week"}.get(value[5], "month" if value[5:].isdigit() else "season")


def _stated(value: str) -> str | None:
    """The first day of a value without its year, for the notation of ranges."""
    if len(value) < 5:
        return None
    if value[5:].isdigit():
        return f"{value}-01"
    if len(value) == 10 and value[5] != "W":
        return value
    if value[5] == "Q":
        return f"XXXX-{3 * int(value[6]) - 2:02}-01"
    return None


def _candidates(value: str, base: date) -> list[Period]:
    """The periods that a value without its year may be, in order."""
    found = []
    if value.endswith("-WE"):
        weekend = containing(base, "weekend")
        return [containing(add(weekend.first, n, "week"), "weekend") for n in (-2, -1, 0, 1, 2)]
    if value.startswith("XXXX-XX-"):
        values = [containing(add(base.replace(day=1), n, "month"), "month").value + value[7:] for n in range(-3, 4)]
    elif len(value) == 3:
        values = [f"{(base.year // 100 - n):02}{value[2]}" for n in (2, 1, 0)]
    else:
        values = [f"{base.year + n:04}{value[4:]}" for n in range(-8 if value == "XXXX-02-29" else -2, 9 if value == "XXXX-02-29" else 3)]
    for one in values:
        try:
            found.append(period(one))
        except ValueError:
            continue
    return found


def _choose(spans: list[Period], base: date, word: str | None, scene: Scene) -> Period | None:
    """Of the periods in order, the one that the word, or else the tense, asks for."""
    before = [span for span in spans if span.last < base]
    after = [span for span in spans if span.first > base]
    begun = [span for span in spans if span.first <= base]
    ahead = [span for span in spans if span.last >= base]
    if word in ("last", "past", "previous"):
        if spans and spans[0].grain == "weekend":
            return before[-1] if before else None
        return before[-1] if before else None
    if word in ("next", "coming", "following"):
        if spans and spans[0].grain == "weekend" and word == "next" and after and base.isoweekday() < 6:
            return after[1] if len(after) > 1 else after[0]
        return after[0] if after else None
    if word == "after next":
        return after[1] if len(after) > 1 else None
    if word == "this":
        if spans and spans[0].grain == "weekend":
            return ahead[0] if scene.lean >= 0 or base.isoweekday() > 5 else begun[-1]
        same = [span for span in spans if span.first <= base <= span.last]
        year = [span for span in spans if span.last.year == base.year]
        return (same or year or begun or [None])[0]
    if spans and spans[0].grain == "decade":
        return begun[-1] if begun else None
    if scene.history or scene.now is None:
        return min(spans, key=lambda span: (base - span.first).days if span.last < base - timedelta(days=150) else -1 if span.last >= base - timedelta(days=150) and span.first < add(base, 7, "month") else 999, default=None)
    if scene.bare:
        return ahead[0] if ahead else None
    if spans and spans[0].grain == "week":
        return next((span for span in spans if span.last.year == base.year), None)
    wanted = ahead[:1] if scene.lean > 0 else begun[-1:] if scene.lean < 0 or spans[0].grain == "weekend" else []
    if wanted and (len(spans[0].value) < 6 or _away(wanted[0], base) <= _FAR):
        return wanted[0]
    return min(spans, key=lambda span: _away(span, base), default=None)


_FAR = 300
"""Days beyond which the tense is no reason to prefer the farther of two years: in January, `by Feb. 10` is next month
whatever the verb, and `on Dec. 28` was last month."""


def _away(span: Period, base: date) -> int:
    if span.first <= base <= span.last:
        return 0
    return min(abs((span.first - base).days), abs((span.last - base).days))


def _weekday(spec: Weekday, scene: Scene) -> Found:
    value = f"XXXX-WXX-{spec.weekday}"
    base = scene.base()
    if scene.now is None:
        # `in March 2022 ... on Friday`: only a day that was named says which Friday, never a month or a year.
        base = scene.then_day.first if scene.then_day is not None else None
    if spec.lean in ("that", "same") and scene.then is not None:
        base = scene.then.first
    elif scene.now is None:
        base = None  # a weekday without a publication date may be that of any week
    if base is None:
        return _nothing("day", value if spec.day is None else f"XXXX-XX-{spec.day:02}")
    if spec.day is not None:
        day = _weekday_of_month(spec.weekday, spec.day, base, scene.lean)
        return _of(containing(day, "day")) if day else _nothing("day", value)
    back = timedelta(days=(base.isoweekday() - spec.weekday) % 7)
    monday = base - timedelta(days=base.isoweekday() - 1)
    week = timedelta(days=7)
    latest, coming = base - back, base - back + (week if back else timedelta())
    lean = spec.lean
    if lean in ("last", "past"):
        day = latest if back else latest - week
    elif lean == "previous":
        day = monday - week + timedelta(days=spec.weekday - 1)
    elif lean in ("next", "following"):
        day = monday + week + timedelta(days=spec.weekday - 1)
    elif lean == "after next":
        day = coming + week
    elif lean == "coming":
        day = coming if back else coming + week
    elif lean == "this":
        day = latest if scene.lean < 0 and latest >= monday else coming
    elif lean in ("that", "same"):
        day = latest
    elif scene.bare:
        day = coming if back else coming + week
    elif scene.lean > 0 or scene.history and scene.then is not None:
        day = coming
    else:
        day = latest
    return _of(containing(day, "day"))


def _weekday_of_month(weekday: int, day: int, base: date, lean: int) -> date | None:
    """The nearest day of that number that falls on that weekday."""
    spans = [span.first for span in _candidates(f"XXXX-XX-{day:02}", base) if span.first.isoweekday() == weekday]
    if not spans:
        spans = [date(year, month, day) for year in (base.year - 1, base.year, base.year + 1) for month in range(1, 13)
                 if day <= 28 and date(year, month, day).isoweekday() == weekday]  # fmt: skip
    chosen = [one for one in spans if (one >= base if lean > 0 else one <= base if lean < 0 else True)] or spans
    return min(chosen, key=lambda one: abs((one - base).days), default=None)


def _holiday(spec: Holiday, scene: Scene) -> Found:
    if spec.year is not None:
        year = resolve(spec.year, scene)
        if year.first is None:
            return _nothing("day")
        years = [year.first.year]
        if isinstance(spec.year, Shift):
            years = [year.first.year - 1, year.first.year, year.first.year + 1]
    else:
        base = scene.base()
        if base is None:
            return _nothing("day", f"XXXX-{spec.name}" if spec.name in holidays.FIXED else None)
        years = [base.year + n for n in (-2, -1, 0, 1, 2)]
    spans = []
    for one in years:
        days = holidays.days(spec.name, one)
        if days:
            spans.append(Period(*days, "day", days[0].isoformat() if days[0] == days[1] else f"{days[0]}/{days[1]}"))
    if spec.year is not None:
        chosen = min(spans, key=lambda span: abs((span.first - year.first).days) if year.first else 0, default=None)  # type: ignore[operator]
    else:
        chosen = _choose(spans, base, spec.lean, scene)  # type: ignore[arg-type]
    if chosen is None:
        return _nothing("day")
    return Found(chosen.first, chosen.last, "day", chosen.value)


def _base_of(base: Any, scene: Scene, unit: str) -> date | None:
    if base == NOW or base == "today":
        return scene.now if not scene.history or scene.then is None else scene.now
    if base == THEN:
        named = scene.then_day if unit == "day" else scene.then
        if named is not None:
            return named.first
        return scene.now if scene.then is None else None
    return resolve(base, scene).first


def _current(spec: Current, scene: Scene) -> Found:
    unit = spec.unit
    base = _base_of(spec.base, scene, unit)
    if base is None:
        return _nothing("week" if unit in ("week", "weekend") else unit)
    if unit in ("FY", "SY"):
        return _nothing("year", f"{unit}{base.year + spec.amount + (unit == 'SY')}")
    if spec.base == THEN and scene.then is not None and unit != "day" and spec.amount and scene.then.grain in ("year", "month", "quarter"):
        base = scene.then.first or base
    return _of(move(containing(base, unit), spec.amount))


def _shift(spec: Shift, scene: Scene) -> Found:
    unit = spec.parts[-1][1]
    if any(one in SECONDS_IN for _, one in spec.parts):
        return _shift_clock(spec, scene)
    base = _base_of(spec.base, scene, "day" if unit in ("day", "business day") else unit)
    grain = {"decade": "year", "century": "year", "fortnight": "week", "business day": "day"}.get(unit, unit)
    if base is None:
        return _nothing(grain)
    day, rest = base, 0.0
    for number, one in spec.parts:
        if one in MONTHS_IN:
            day = add(day, spec.sign * number, one)
        else:
            rest += spec.sign * number * {"week": 7, "fortnight": 14, "weekend": 7}.get(one, 1)
    day = add(day, int(spec.parts[0][0]) * spec.sign, unit) if unit == "business day" else day + _days(rest)
    if spec.exact or scene.bare or grain == "day":
        return _of(containing(day, "day"))
    if grain == "week" or grain == "month":
        span = containing(day, grain)
        return Found(span.first, span.last, grain, day.isoformat() if scene.now == base else span.value)
    return _of(containing(day, grain if grain in ("quarter", "year") else "week"))


def _days(amount: float) -> timedelta:
    """Half a day back is still the day before."""
    return timedelta(days=int(amount) if amount >= 0 or amount == int(amount) else int(amount) - 1)


def _shift_clock(spec: Shift, scene: Scene) -> Found:
    """Hours and minutes from now need the hour of publication; without it the day is known within a day."""
    base = _base_of(spec.base, scene, "day")
    if base is None:
        return _nothing("hour", "TXX")
    day = base
    seconds = 0.0
    for number, unit in spec.parts:
        if unit in SECONDS_IN:
            seconds += number * SECONDS_IN[unit]
        else:
            day = add(day, spec.sign * number, unit)
    grain = spec.parts[-1][1]
    if scene.clock is None or spec.base != NOW and spec.base != THEN:
        if seconds >= 86400:
            day += _days(spec.sign * seconds / 86400)
        return Found(day, day, grain, day.isoformat(), None, "00:00", "23:59")
    moment = datetime.combine(day, scene.clock) + timedelta(seconds=spec.sign * seconds)
    at = moment.strftime("%H:%M")
    return Found(moment.date(), moment.date(), grain, f"{moment.date()}T{moment:%H:%M:%S}", None, at, at)


def _weekdays(spec: Weekdays, scene: Scene) -> Found:
    if scene.now is None:
        return _nothing("day", f"XXXX-WXX-{spec.weekday}")
    step = (spec.weekday - scene.now.isoweekday()) % 7 or 7
    if spec.amount < 0:
        step = step - 7 if step < 7 else 0
        step = step if step else -7
        return _of(containing(scene.now + timedelta(days=step + 7 * (spec.amount + 1)), "day"))
    return _of(containing(scene.now + timedelta(days=step + 7 * (spec.amount - 1)), "day"))


def _window(spec: Window, scene: Scene) -> Found:
    number, unit = spec.parts[0]
    base = scene.now if spec.base in (NOW, "today") else _base_of(spec.base, scene, "day")
    text = "P" + "".join(f"{n:g}{'W' if u == 'fortnight' else 'BD' if u == 'business day' else u[0].upper()}" for n, u in spec.parts)
    if base is None or any(one in SECONDS_IN for _, one in spec.parts):
        return _nothing("day" if unit in SECONDS_IN else unit, text)
    if (scene.bare or unit == "quarter") and len(spec.parts) == 1 and unit not in ("day", "business day", "fortnight") and spec.base == NOW:
        edge = containing(base, unit)
        one, two = move(edge, spec.sign), move(edge, spec.sign * int(number))
        first, last = min(one.first, two.first), max(one.last, two.last)
        return Found(first, last, unit, f"({first},{last + timedelta(days=1)},{text})")
    start = base + timedelta(days=1 if spec.sign > 0 and spec.base != "today" else 0)
    end = start
    for n, one in spec.parts:
        end = add(end, spec.sign * n, one)
    if spec.sign < 0:
        start, end = end, start
    return Found(start, end - timedelta(days=1), "day", f"({start},{end},{text})")


def _nth(spec: Nth, scene: Scene) -> Found:
    whole = resolve(spec.within, scene)
    if whole.first is None or whole.last is None:
        if isinstance(spec.unit, int):
            return _nothing("day", f"{whole.value}-WXX-{spec.unit}-#{spec.n}" if spec.n > 0 else None)
        return _nothing("day" if spec.unit == "day" else str(spec.unit), f"{whole.value}-{spec.n:02}" if spec.unit == "day" and spec.n > 0 else None)
    span = Period(whole.first, whole.last, whole.grain, whole.value)
    if isinstance(spec.unit, int):
        return _of(containing(nth_weekday(span, spec.unit, spec.n), "day"))
    if spec.unit == "day":
        day = span.first + timedelta(days=spec.n - 1) if spec.n > 0 else span.last + timedelta(days=spec.n + 1)
        return _of(containing(day, "day")) if span.first <= day <= span.last else _nothing("day", f"{whole.value}-{spec.n:02}")
    if spec.unit in ("week", "weekend"):
        weekday = 4 if spec.unit == "week" else 6
        return _of(containing(nth_weekday(span, weekday, spec.n), spec.unit))
    edge = containing(span.first, spec.unit) if spec.n > 0 else containing(span.last, spec.unit)
    return _of(move(edge, spec.n - 1 if spec.n > 0 else spec.n + 1))


def _within(spec: Within, scene: Scene) -> Found:
    whole = resolve(spec.whole, scene)
    part = spec.part
    if whole.first is None:
        return _nothing("day" if isinstance(part, Weekday) else "month", getattr(part, "value", f"XXXX-WXX-{getattr(part, 'weekday', 'X')}"))
    if isinstance(part, Weekday):
        if whole.grain == "month":
            return resolve(part, scene)
        return _of(containing(whole.first + timedelta(days=part.weekday - 1), "day"))
    return _of(period(f"{whole.first.year:04}{part.value[4:]}"))


def _part(spec: Part, scene: Scene) -> Found:
    whole = resolve(spec.whole, scene)
    mod = _MODS.get(spec.mod, spec.mod)
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
    first, last = third(span, mod)
    return whole._replace(first=first, last=last, mod=mod)


def _ends(spec: Ends, scene: Scene) -> Found:
    till_now = isinstance(spec.last, Reference)
    one, two = (Current("day", 0) if isinstance(end, Reference) else end for end in spec)
    if isinstance(one, Clock) or isinstance(two, Clock):
        return _clocks(spec, scene)
    second = None
    if isinstance(one, Partial) and isinstance(two, Fixed) and not one.value.startswith("XXXX-XX-"):
        second = resolve(two, scene)
        if second.first is not None:
            years = (second.first.year, second.first.year - 1)
            first = next((f for y in years if (f := _year_given(one, y)).first is not None and f.first <= second.first), None)  # type: ignore[operator]
            first = first or resolve(one, scene)
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
    if isinstance(one, Fixed) and isinstance(two, Partial):
        stated = second.first.isoformat() if second.first else None
    else:
        stated = second.stated or (second.first.isoformat() if second.first else None)
    if first.first is None or second.last is None or second.first is None or first.first > second.last:
        return _nothing(second.grain, f"({first.value},{second.value})" if first.first is None else None)
    begin = first.stated if isinstance(two, Partial) or till_now or second.stated else None
    begin = begin or first.first.isoformat()
    fine = "day" if "day" in (first.grain, second.grain) else "month" if "month" in (first.grain, second.grain) else "year"
    if {first.grain, second.grain} == {"week"}:
        size = f"P{(second.first - first.first).days // 7}W"
    elif fine == "day" or {first.grain, second.grain} & {"week", "season"}:
        size = f"P{(second.first - first.first).days}D"
    else:
        months = (second.first.year - first.first.year) * 12 + second.first.month - first.first.month
        size = f"P{months // 12}Y" if fine == "year" and months % 12 == 0 else f"P{months}M"
    return Found(first.first, second.last, second.grain if fine != "day" else "day", f"({begin},{stated},{size})")


def _year_given(spec: Partial, year: int) -> Found:
    try:
        return _of(period(f"{year:04}{spec.value[4:]}"))
    except ValueError:
        return _nothing("day")


def _lasting(spec: Lasting, scene: Scene) -> Found:
    if isinstance(spec.first, Clock):
        return _lasting_clock(spec, scene)
    start = resolve(spec.first, scene)
    if start.first is None:
        return _nothing("day", start.value)
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


def _bounded(spec: Bounded, scene: Scene) -> Found:
    lean = -1 if spec.mod == "ON_OR_AFTER" and not scene.bare else 1 if spec.mod == "ON_OR_BEFORE" and not scene.lean else scene.lean
    made = resolve(spec.date, scene._replace(lean=lean))
    return made._replace(mod=spec.mod)


def _day_of(spec: Clock | DayPart, scene: Scene) -> Found | None:
    if spec.date is None:
        return _of(containing(scene.now, "day")) if scene.now else None
    return resolve(spec.date, scene)


def _time_value(clock: Clock) -> str:
    hour = clock.hour % 24
    text = f"T{hour:02}"
    if clock.parts > 1:
        text += f":{clock.minute:02}"
    if clock.parts > 2 :
        text += f":{clock.second:02}"
    return text


def _likely(clock: Clock, scene: Scene) -> Clock:
    """A bare `at 7` or `3:15` in a text of its own: an hour of the waking day."""
    if scene.bare and not clock.sure and 1 <= clock.hour < 7:
        return clock._replace(hour=clock.hour + 12)
    return clock


def _clock(spec: Clock, scene: Scene) -> Found:
    day = _day_of(spec, scene)
    likely = _likely(spec, scene)
    value = _time_value(spec)
    grain = ("hour", "minute", "second")[spec.parts - 1]
    if day is None or day.first is None:
        return _nothing(grain, (day.value if day and spec.date is not None else "") + value)
    first = day.first
    if spec.hour == 24 and spec.date is None:
        first += timedelta(days=1)
    at = f"{likely.hour % 24:02}:{spec.minute:02}" + (f":{spec.second:02}" if spec.parts > 2 else "")
    return Found(first, first, grain, (day.value if spec.date is not None else "") + value, None, at, at)


def _clocks(spec: Ends, scene: Scene) -> Found:
    one, two = _clock(spec.first, scene), _clock(spec.last, scene)
    a, b = spec.first, spec.last
    minutes = (b.hour - a.hour) * 60 + b.minute - a.minute
    if b.date == a.date and minutes < 0:
        minutes += 1440
    size = "PT" + (f"{minutes // 60}H" if minutes >= 60 else "") + (f"{minutes % 60}M" if minutes % 60 else "")
    value = f"({one.value},{two.value},{size})"
    if one.first is None or two.first is None:
        return _nothing(two.grain, value)
    last = two.first
    if last == one.first and two.to_time < one.from_time:
        last += timedelta(days=1)
    return Found(one.first, last, two.grain, value, None, one.from_time, two.to_time)


def _day_part(spec: DayPart, scene: Scene) -> Found:
    day = _day_of(spec, scene)
    tail = "T" + _PART_VALUES.get(spec.part, spec.part)
    mod = _MODS.get(spec.mod or "", spec.mod)
    if day is None or day.first is None:
        return Found(None, None, "hour", (day.value if day and spec.date is not None else "") + tail, mod)
    begin, end = _DAY_PARTS[spec.part]
    if spec.mod in ("END", "LATER", "CLOSE"):
        begin = {"NI": "21:00", "EV": "21:00", "AF": "15:00", "MO": "09:00"}.get(spec.part, begin)
    elif spec.mod == "START":
        end = {"MO": "08:59", "AF": "14:59", "EV": "19:59", "NI": "20:59"}.get(spec.part, end)
    return Found(day.first, day.first, "hour", (day.value if spec.date is not None else "") + tail, mod, begin, end)


def _repeats(spec: Repeats, scene: Scene) -> Found:
    return _nothing("day", spec.value)


def _reference(spec: Reference, scene: Scene) -> Found:
    return Found(None, None, "day", spec.value)


def _foreign(spec: Foreign, scene: Scene) -> Found:
    moment = dates.parse(spec.text, scene.now)
    if moment is None:
        return _nothing("day")
    day = moment.date()
    if moment.hour == moment.minute == moment.second == 0:
        return _of(containing(day, "day"))
    return Found(day, day, "minute", f"{moment:%Y-%m-%dT%H:%M}", None, f"{moment:%H:%M}", f"{moment:%H:%M}")


def _event(spec: Event, scene: Scene) -> Found:
    return _nothing(spec.unit)._replace(offset=Offset(spec.amount, spec.unit))


_RESOLVERS: dict[type, Callable[[Any, Scene], Found]] = {
    Fixed: _fixed, Partial: _partial, Weekday: _weekday, Holiday: _holiday, Current: _current, Shift: _shift,
    Weekdays: _weekdays, Window: _window, Nth: _nth, Within: _within, Part: _part, Ends: _ends, Lasting: _lasting,
    Either: lambda spec, scene: resolve(spec.ahead, scene), Bounded: _bounded, Clock: _clock, DayPart: _day_part, Repeats: _repeats, Reference: _reference, Foreign: _foreign, Event: _event,
}  # fmt: skip
