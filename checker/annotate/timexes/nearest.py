"""What lacks its year, month or week: which of the days that bear its name is meant."""

from __future__ import annotations

from datetime import date, timedelta

from checker.annotate.timexes import holidays
from checker.annotate.timexes.resolve import Found, Scene, nothing, of_period, resolve, spec_days
from checker.annotate.timexes.spec import (
    Fixed,
    Holiday,
    Partial,
    Shift,
    Weekday,
)  # fmt: skip
from checker.values.calendar import Period, add, containing, period


@spec_days.register
def _partial(spec: Partial, scene: Scene) -> Found:
    value = spec.value
    base = scene.base()
    grain = _grain(value)
    if (
        scene.now is None
        and scene.then is not None
        and scene.then.grain == "year"
        and spec.lean is None
        and value.startswith("XXXX-")
        and value[5:7] not in ("XX", "WX")
    ):
        return (
            resolve(Fixed(scene.then.value[:4] + value[4:]), scene)
            if scene.then.value[:4].isdigit()
            else nothing(grain, value)
        )
    weekly = value.endswith("-WE") and scene.then is not None and scene.then.grain not in ("day", "week")
    if base is None or (scene.now is None and (weekly or spec.lean not in (None, "that", "same", "following"))):
        return nothing(grain, value)
    if spec.lean in ("that", "same", "following", "previous") and scene.then is not None and scene.then.first:
        base = (scene.then.last or scene.then.first) if spec.lean == "following" else scene.then.first
        if (
            spec.lean in ("that", "same")
            and scene.then.grain == "year"
            and value.startswith("XXXX-")
            and value[5] != "X"
        ):
            return of_period(period(f"{base.year:04}{value[4:]}"))
    elif spec.lean in ("that", "same", "following") and len(value) < 10 and not scene.bare:
        return nothing(grain, value)  # of a year that nobody named
    if value.startswith("XXXX-XX-") and (told := _month_told(spec, scene)) is not None:
        later = next((span for span in _candidates(value, told) if span.last >= told), None)
        return of_period(later) if later else nothing(grain, value)
    spans = _candidates(value, base)
    if spec.lean in ("that", "same") and scene.then is not None and value.startswith("XXXX-") and value[5] not in "XW":
        return of_period(_that(spans, base)) if spans else nothing(grain, value)
    if spec.weekday is not None:
        spans = _on_weekday(spans, spec.weekday, base, scene.bare) or spans
    chosen = _choose(spans, base, spec.lean, scene)
    return of_period(chosen, _stated(value)) if chosen else nothing(grain, value)


def _that(spans: list[Period], base: date) -> Period:
    """`that winter`: the one at hand, else that of the same year, unless another is much nearer (`that January`, told in
    December)."""
    nearest = min(spans, key=lambda span: _away(span, base))
    same = next((span for span in spans if span.value[:4] == f"{base.year:04}"), nearest)
    return nearest if not _away(nearest, base) or _away(same, base) > _ANOTHER else same


_ANOTHER = 270
"""Days."""
_RECENT = timedelta(days=45)


def _month_told(spec: Partial, scene: Scene) -> date | None:
    """The day from which `by the 25th` counts in `in March 1945 they crossed. By the 25th ...`: one named just before
    that is not of these weeks."""
    told = scene.then
    if spec.lean is not None or told is None or told.first is None or told.grain not in ("day", "month"):
        return None
    return told.first if scene.now is None or abs(scene.now - told.first) > _RECENT else None


def _on_weekday(spans: list[Period], weekday: int, base: date, bare: bool) -> list[Period]:
    """The days that fall on the weekday beside them; in running text only of the two years around, so that a wrong
    weekday stays one."""
    return [
        span for span in spans if span.first.isoweekday() == weekday and (bare or abs((span.first - base).days) < 366)
    ]


def _grain(value: str) -> str:
    if value.endswith("-WE"):
        return "week"
    if value.startswith("XXXX-XX") or len(value) == 10:
        return "day"
    if len(value) < 5:
        return "decade" if len(value) == 3 else "year"
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
    elif len(value) < 5:
        values = [f"{(base.year // 100 - n):02}{value[2:]}" for n in (2, 1, 0, -1)]
    else:
        values = [
            f"{base.year + n:04}{value[4:]}"
            for n in range(-8 if value == "XXXX-02-29" else -2, 9 if value == "XXXX-02-29" else 3)
        ]
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
        return next(iter(same or year or begun), None)
    if scene.lean < -1:
        return begun[-1] if begun else None
    if spans and spans[0].grain in ("decade", "year"):
        return begun[-1] if begun else None
    if scene.history or scene.now is None:
        if scene.then is not None and scene.then.grain == "year":
            return next((span for span in spans if span.first >= base), None)
        return min(spans, key=lambda span: _away(span, base) * (_BACK if span.last < base else 1), default=None)
    if scene.bare:
        return ahead[0] if ahead else begun[-1] if begun else None
    if spans and spans[0].grain == "week":
        return next((span for span in spans if span.last.year == base.year), None)
    if scene.lean < 0 and len(begun) > 1 and begun[-1].grain == "season" and base - begun[-1].first < _SEASON:
        return begun[-2]
    wanted = (
        ahead[:1] if scene.lean > 0 else begun[-1:] if scene.lean < 0 or (spans and spans[0].grain == "weekend") else []
    )
    if wanted and (len(spans[0].value) < 6 or _away(wanted[0], base) <= _FAR):
        return wanted[0]
    return min(spans, key=lambda span: _away(span, base), default=None)


_SEASON = timedelta(days=20)
"""In the first days of June, `they fled in the summer` is of the one before."""
_BACK = 1.4
"""An account goes on rather than back: at November 1943, `in January` is the January after, `in July` the one before."""
_FAR = 310
"""Days beyond which the tense is no reason to prefer the farther of two years: in January, `by Feb. 10` is next month
whatever the verb, and `on Dec. 28` was last month."""


def _away(span: Period, base: date) -> int:
    if span.first <= base <= span.last:
        return 0
    return min(abs((span.first - base).days), abs((span.last - base).days))


@spec_days.register
def _weekday(spec: Weekday, scene: Scene) -> Found:
    value = f"XXXX-WXX-{spec.weekday}"
    base = scene.base()
    if scene.now is None:
        # `in March 2022 ... on Friday`: only a day that was named says which Friday, never a month or a year.
        base = scene.then_day.first if scene.then_day is not None else None
    told = scene.then_day if spec.lean == "following" else scene.then
    if spec.lean in ("that", "same", "following") and told is not None:
        base = told.first
    elif scene.now is None:
        base = None  # a weekday without a publication date may be that of any week
    if base is None:
        return nothing("day", value if spec.day is None else f"XXXX-XX-{spec.day:02}")
    if spec.day is not None:
        day = _weekday_of_month(spec.weekday, spec.day, base, scene.lean)
        return of_period(containing(day, "day")) if day else nothing("day", value)
    back = timedelta(days=(base.isoweekday() - spec.weekday) % 7)
    monday = base - timedelta(days=base.isoweekday() - 1)
    week = timedelta(days=7)
    latest, coming = base - back, base - back + (week if back else timedelta())
    lean = spec.lean
    if lean in ("last", "past"):
        day = latest if back else latest - week
    elif lean == "before last":
        day = (latest if back else latest - week) - week
    elif lean == "previous":
        day = monday - week + timedelta(days=spec.weekday - 1)
    elif lean == "following" and told is not None:
        day = coming if back else coming + week
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
    elif scene.lean > 0 or (scene.history and scene.then is not None):
        day = coming
    else:
        day = latest
    return of_period(containing(day, "day"))


def _weekday_of_month(weekday: int, day: int, base: date, lean: int) -> date | None:
    """The nearest day of that number that falls on that weekday."""
    spans = [span.first for span in _candidates(f"XXXX-XX-{day:02}", base) if span.first.isoweekday() == weekday]
    if not spans:
        spans = [date(year, month, day) for year in (base.year - 1, base.year, base.year + 1) for month in range(1, 13)
                 if day <= 28 and date(year, month, day).isoweekday() == weekday]  # fmt: skip
    chosen = [one for one in spans if (one >= base if lean > 0 else one <= base if lean < 0 else True)] or spans
    return min(chosen, key=lambda one: abs((one - base).days), default=None)


@spec_days.register
def _holiday(spec: Holiday, scene: Scene) -> Found:
    start = scene.base() if spec.year is None else resolve(spec.year, scene).first
    if start is None:
        known = spec.year is None and spec.name in holidays.FIXED
        return nothing("day", f"XXXX-{spec.name}" if known else None)
    reach = 2 if spec.year is None else 1 if isinstance(spec.year, Shift) else 0
    spans = []
    for year in range(start.year - reach, start.year + reach + 1):
        days = holidays.days(spec.name, year)
        if days:
            spans.append(Period(*days, "day", days[0].isoformat() if days[0] == days[1] else f"{days[0]}/{days[1]}"))
    if spec.year is None:
        chosen = _choose(spans, start, spec.lean, scene)
    else:
        if isinstance(spec.year, Shift) and spec.year.sign > 0:
            # `Thanksgiving in two years` is the first from that day on
            spans = [span for span in spans if span.first >= start] or spans
        chosen = min(spans, key=lambda span: abs((span.first - start).days), default=None)
    if chosen is None:
        return nothing("day")
    return Found(chosen.first, chosen.last, "day", chosen.value)
