"""Which half of the day an hour is in: seven in the evening, dinner at 8, 3 to 4 p.m."""

from __future__ import annotations

from checker.annotate.timexes.spec import Clock

MEALS = {"breakfast": "MO", "lunch": "MI", "dinner": "EV", "supper": "EV"}


def in_part(clock: Clock, part: str) -> Clock:
    """The hour that a part of the day makes of an unsure one: seven in the evening is 19."""
    if clock.sure:
        return clock
    hour = clock.hour
    if part in ("AF", "EV", "DU") or (part == "NI" and hour >= 5) or (part == "MI" and hour < 10):
        hour = hour + 12 if hour < 12 else hour
        if part == "EV" and clock.hour == 12:
            hour = 24
    elif hour == 12 and part in ("MO", "NI"):
        hour = 0 if part == "MO" else 24
    return clock._replace(hour=hour, sure=True)


def share_half(one: Clock, two: Clock) -> tuple[Clock, Clock]:
    """`3 to 4 p.m.` is all in the afternoon; `9 to 5 p.m.` is not."""
    date = one.date or two.date
    if not one.sure and two.sure:
        same = one.hour % 12 + 12 if two.hour >= 12 else one.hour % 12
        if same * 60 + one.minute < two.hour * 60 + two.minute and one.hour <= 12:
            one = one._replace(hour=same)
        one = one._replace(sure=True)
    elif one.sure and not two.sure and two.hour * 60 + two.minute <= one.hour * 60 + one.minute:
        two = two._replace(hour=two.hour + 12 if two.hour < 12 else two.hour, sure=True)
    elif not two.sure and two.hour * 60 + two.minute <= one.hour * 60 + one.minute and two.hour < 12:
        two = two._replace(hour=two.hour + 12)
    return one._replace(date=one.date or date), two._replace(date=two.date or date)
