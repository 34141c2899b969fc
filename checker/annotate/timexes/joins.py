"""What dates and times make together: a day with its hour, ranges, limits, and what repeats."""

from __future__ import annotations

from typing import Any

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lengths import Length
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    Bounded, Clock, Current, DayPart, Ends, Event, Fixed, Lasting, Nth, Part, Partial, Reference, Repeats, Shift, Weekday,
    Window, Within,
)  # fmt: skip

_NOT_DAYS = (Bounded, Event, Reference, Repeats, Window, Ends)
_LIMITS = {"since": "ON_OR_AFTER", "until": "ON_OR_BEFORE", "till": "ON_OR_BEFORE", "til": "ON_OR_BEFORE", "by": "ON_OR_BEFORE",
           "before": "BEFORE", "after": "AFTER", "prior": "BEFORE"}  # fmt: skip


def day_like(date: Any) -> bool:
    """Whether a date is a single day, so far as its words say."""
    if isinstance(date, Fixed):
        return len(date.value) == 10
    if isinstance(date, Partial):
        return len(date.value) == 10 and not date.value.endswith("WE")
    if isinstance(date, Current):
        return date.unit == "day"
    if isinstance(date, Nth):
        return date.unit == "day" or isinstance(date.unit, int)
    if isinstance(date, Within):
        return isinstance(date.part, Weekday)
    if isinstance(date, Shift):
        return date.parts[-1][1] == "day"
    if isinstance(date, Part):
        return date.mod in ("EARLIER", "LATER") and day_like(date.whole)
    return not isinstance(date, (*_NOT_DAYS, Clock, DayPart))


def _in_part(clock: Clock, part: str) -> Clock:
    """The hour that a part of the day makes of an unsure one: seven in the evening is 19."""
    if clock.sure:
        return clock
    hour = clock.hour
    if part in ("AF", "EV") or part == "NI" and hour >= 5 or part == "MI" and hour < 10:
        hour = hour + 12 if hour < 12 else hour
        if part == "EV" and clock.hour == 12:
            hour = 24
    elif hour == 12 and part in ("MO", "NI"):
        hour = 0 if part == "MO" else 24
    return clock._replace(hour=hour, sure=True)


def _clock_part(line: Line, first: int, last: int) -> Made:
    """`3:15 in the afternoon`, `half past seven evening`, `in the night five thirty`."""
    clock: Clock = line.value(first, last, "C")
    part = line.value(first, last, "B")
    return "C", _in_part(clock, part)


def _hour_part(line: Line, first: int, last: int) -> Made:
    """`5 in the morning`, `8 tonight`, `nine this evening`."""
    hour = line.value(first, last, "dw")
    if hour > 12 or line.signs[first] == "w" and line.sign(first - 1) not in "@ xF>bj":
        return None
    if "B" in line.signs[first:last]:
        return "C", _in_part(Clock(hour, 0, 0, 1, False), line.value(first, last, "B"))
    part: DayPart = line.value(first, last, "T")
    if not isinstance(part, DayPart) or line.sign(first - 1) in "-DM" or not isinstance(part.date, Current):
        return None
    return "T", _in_part(Clock(hour, 0, 0, 1, False), part.part)._replace(date=part.date)


def _day_and_part(line: Line, first: int, last: int) -> Made:
    """`Thursday morning`, `tomorrow evening`, `the morning of May 5`, `Monday early in the morning`."""
    date = line.value(first, last, "D")
    part, mod = line.value(first, last, "B"), line.value(first, last, "X")
    if not day_like(date) or line.word(last - 1).endswith("s") and line.signs[last - 1] == "B" and line.word(last - 1) != "'s":
        if day_like(date) and isinstance(date, Weekday):
            return "Q", Repeats(f"XXXX-WXX-{date.weekday}T{part}")
        return None
    return "T", DayPart(part, date, mod)


def _part_of_week(line: Line, first: int, last: int) -> Made:
    """`Wednesday evening next week`."""
    one, two = line.values(first, last, "D")
    if not isinstance(one, Weekday) or not isinstance(two, Current) or two.unit != "week":
        return None
    return "T", DayPart(line.value(first, last, "B"), Within(one._replace(lean=None), two))


def _day_clock(line: Line, first: int, last: int) -> Made:
    """`May 16 at 3 p.m.`, `9 a.m. Tuesday`, `tomorrow evening at 5`, `10:30 on 1/1/2015`."""
    values = line.values(first, last, "DCT")
    clock = next((value for value in values if isinstance(value, Clock)), None)
    part = next((value for value in values if isinstance(value, DayPart)), None)
    date = next((value for value in values if not isinstance(value, Clock | DayPart)), None)
    if clock is None or clock.date is not None or date is not None and not day_like(date) or len(values) != 2:
        return None
    if part is not None:
        clock = _in_part(clock, part.part)
        date = part.date
    return "T", clock._replace(date=date)


def _day_limit(line: Line, first: int, last: int) -> Made:
    """`Thursday before 5 p.m.`, `today until noon`."""
    date, clock = line.value(first, last, "D"), line.value(first, last, "C")
    mod = _LIMITS.get(line.word(first + 1))
    if mod is None or not day_like(date) or clock.date is not None:
        return None
    return "T", Bounded(mod, clock._replace(date=date))


def _hour_day(line: Line, first: int, last: int) -> Made:
    """`9 tomorrow`, `tonight around 7`: a bare hour beside a day that says it is one."""
    hour = line.value(first, last, "dw")
    date = line.value(first, last, "DT")
    if isinstance(date, DayPart):
        return "T", _in_part(Clock(hour, 0, 0, 1, False), date.part)._replace(date=date.date) if hour <= 12 else None
    whole = line.word(first) == "at" or date in (Current("day", 1), Current("day", 0)) and line.sign(first - 1) in " xj@"
    return ("T", Clock(hour, 0, 0, 1, hour > 12, None, date)) if whole and hour <= 23 else None


def _night(line: Line, first: int, last: int) -> Made:
    return "T", DayPart("NI", Current("day", 0), line.value(first, last, "X"))


def _alone(line: Line, first: int, last: int) -> Made:
    """`in the morning`, `afternoon`: some day's."""
    part = line.value(first, last, "B")
    word = line.word(last - 1)
    at = line.items[last - 1].first
    if at and line.chunk.upper(at) and line.chunk.size > 2:
        return None
    if part in ("MI", "DI") and line.word(first) not in ("at",) or word.endswith("s") and "t" not in line.signs[first:last]:
        return None
    if line.word(first - 1) in ("good", "saturday", "opening") or line.word(last) in ("club", "market", "shift", "school", "sky"):
        return None
    return "T", DayPart(part, None, line.value(first, last, "X"))


def _ends(line: Line, first: int, last: int) -> Made:
    """`from March to June`, `May 16 - June 2`, `between 2014 and 2018`, `9:30 - 11:00`."""
    one, two = line.values(first, last, "DCTI")
    between = line.signs[first] == "b"
    marks = line.signs[first:last]
    if isinstance(one, Ends | Bounded | Event | Repeats) or isinstance(two, Ends | Bounded | Event | Repeats):
        return None
    if isinstance(one, DayPart) or isinstance(two, DayPart):
        return None
    if "+" in marks and not between:
        return None
    clocks = isinstance(one, Clock), isinstance(two, Clock)
    if any(clocks):
        if not all(clocks) or marks.count(";") or "+" in marks and not between:
            return None
        return "T", Ends(*_share_half(one, two))
    if "-" in marks and "F" not in marks and "b" not in marks:
        if isinstance(one, Weekday) != isinstance(two, Weekday) or isinstance(one, Reference):
            return None
    if ">" in marks and "F" not in marks and "b" not in marks and line.word(first + marks.index(">")) == "to":
        near = isinstance(two, Weekday | Current | Shift) and not (isinstance(one, Fixed) and day_like(two))
        if isinstance(one, Weekday | Current | Shift) != near or isinstance(one, Reference):
            return None
        if isinstance(one, Current | Shift) and not day_like(one):
            return None
    if isinstance(one, Weekday) and not isinstance(two, Weekday | Fixed | Partial | Current):
        return None
    return "I", Ends(one, two)


def _share_half(one: Clock, two: Clock) -> tuple[Clock, Clock]:
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


def _bare_hours(line: Line, first: int, last: int) -> Made:
    """`from 3 to 4 p.m.`, `between 5 and 6`, `Monday 3-8`: the first number is an hour like the second."""
    signs = line.signs[first:last]
    values = [value for sign, value in zip(signs, (item.value for item in line.items[first:last]), strict=True) if sign in "dwC"]
    one, two = (value if isinstance(value, Clock) else Clock(value, 0, 0, 1, value > 12 or value == 0) for value in values)
    if one.hour > 24 or two.hour > 24:
        return None
    if "C" not in signs:
        beside = line.sign(last) in "BDT" or line.sign(last) in "ij" and line.sign(last + 1) in "tDWB" or line.sign(first - 1) in "DT"
        if not beside or line.sign(last) == "D" and not day_like(line.items[last].value) or line.sign(last) in "UuP":
            return None
        if line.sign(first - 1) == "D" and not isinstance(line.items[first - 1].value, Weekday | Current):
            return None
    if "+" in signs and "b" not in signs or isinstance(values[0], Clock) and values[0].date:
        return None
    return "T", Ends(*_share_half(one, two))


def _hours_day(line: Line, first: int, last: int) -> Made:
    """`Thursday from 9:30 to 11:00`, `3-8 p.m. yesterday afternoon`."""
    hours = next((value for value in line.values(first, last, "DT") if isinstance(value, Ends)), None)
    other = next((value for value in line.values(first, last, "DT") if value is not hours), None)
    if not isinstance(hours, Ends) or not isinstance(hours.first, Clock):
        return None
    one, two = hours
    if one.date is not None:
        return None
    if isinstance(other, DayPart):
        if not one.sure or not two.sure:
            one, two = _in_part(one, other.part), _in_part(two, other.part)
        other = other.date
    elif not day_like(other):
        return None
    return "T", Ends(one._replace(date=other), two._replace(date=other))


def _hours_part(line: Line, first: int, last: int) -> Made:
    """`between 5 and 6 in the afternoon`."""
    hours, part = line.value(first, last, "T"), line.value(first, last, "B")
    if not isinstance(hours, Ends):
        return None
    return "T", Ends(_in_part(hours.first, part), _in_part(hours.last, part))


def _month_days(line: Line, first: int, last: int) -> Made:
    """`May 16-18, 2025`, `November between 19 and 20`, `April ninth through 17th`."""
    month, year = line.value(first, last, "M"), line.value(first, last, "y")
    days = line.values(first, last, "dow")
    return _span_of_days(days, month, year)


def _span_of_days(days: list[int], month: int, year: int | None) -> Made:
    one, two = days
    if not 1 <= one < two <= 31:
        return None
    if year:
        return "I", Ends(Fixed(f"{year}-{month:02}-{one:02}"), Fixed(f"{year}-{month:02}-{two:02}"))
    return "I", Ends(Partial(f"XXXX-{month:02}-{one:02}"), Partial(f"XXXX-{month:02}-{two:02}"))


def _days_month(line: Line, first: int, last: int) -> Made:
    """`12 to 16 September`, `between the ninth and the seventeenth of April`."""
    if "+" in line.signs[first:last] and "b" not in line.signs[first:last]:
        return None
    return _month_days(line, first, last)


def _day_to_date(line: Line, first: int, last: int) -> Made:
    """`from 4 to January 22, 1995`, `4 to 23 next month`."""
    day, date = line.value(first, last, "do"), line.value(first, last, "D")
    signs = line.signs[first:last]
    if isinstance(date, Nth) and date.unit == "day":
        return "I", Ends(date._replace(n=day), date)
    if isinstance(date, Fixed | Partial) and len(date.value) == 10 and "F" in signs and day < int(date.value[8:]) and date.value[5] != "X":
        return "I", Ends(type(date)(date.value[:8] + f"{day:02}"), date)
    return None


def _days_current(line: Line, first: int, last: int) -> Made:
    """`from 4 to 22 this month`."""
    date = line.value(first, last, "D")
    one, two = line.values(first, last, "do")
    if not isinstance(date, Current) or date.unit != "month" or one >= two:
        return None
    return "I", Ends(Nth(one, "day", date), Nth(two, "day", date))


def _date_to_day(line: Line, first: int, last: int) -> Made:
    """`Aug. 27th - 29th`, `May 30 to 31`."""
    date, day = line.value(first, last, "D"), line.items[last - 1].value
    marks = line.signs[first:last]
    if not isinstance(date, Fixed | Partial) or len(date.value) != 10 or date.value[5] == "X" or line.sign(last) in "UuMK:/%" or (
        line.sign(last) == "x" and marks[-1] == "d" and "-" not in marks
    ):
        return None
    if not int(date.value[8:]) < day or "+" in marks and "b" not in marks or isinstance(date, Fixed) and "F" not in marks:
        return None
    return "I", Ends(date, type(date)(date.value[:8] + f"{day:02}"))


def _since(line: Line, first: int, last: int) -> Made:
    """`since March`, `until Friday`, `before 2018`, `by the end of May`."""
    date = line.items[last - 1].value
    word = line.word(first)
    if isinstance(date, Bounded | Ends | Event | Repeats | Window) or isinstance(date, Reference):
        return None
    mod = _LIMITS.get(word)
    after = line.sign(last)
    if mod is None or line.word(last) == "'s" or mod in ("BEFORE", "AFTER") and after == "x" and line.signs[last - 1] == "D":
        return None
    if word == "by" and (isinstance(date, Weekday | Fixed | Partial | Current | Part | Shift | Nth | Clock) is False or after == ";"):
        return None
    if line.sign(first - 1) == "P" or line.word(first - 1) in ("up", "day", "month", "year", "week", "shortly", "soon", "just"):
        return None if line.word(first - 1) != "up" else (line.signs[last - 1], Bounded(mod, date))
    return line.signs[last - 1], Bounded(mod, date)


def _or_later(line: Line, first: int, last: int) -> Made:
    """`2012 or later`, `3 p.m. or later on Monday`, `1/1/2016 and later`."""
    date = line.items[first].value
    if line.value(first, last, "X") != "LATER" and line.word(first + 2) not in ("after", "onward", "onwards"):
        return None
    return line.signs[first], Bounded("ON_OR_AFTER", date)


def _lasting(line: Line, first: int, last: int) -> Made:
    """`for 1 week from 20 December`, `a week starting tomorrow`, `18 Dec for 10 days`."""
    length: Length = line.value(first, last, "P")
    date = line.value(first, last, "DCT")
    if "i" in line.signs[first:last] and "for" not in (line.word(first), line.word(first + 1)):
        return None
    if length.low is not None or length.vague is not None or not (day_like(date) or isinstance(date, Clock)):
        return None
    if "x" in line.signs[first:last] and not any(line.word(i) in ("starting", "beginning") for i in range(first, last)):
        return None
    return ("T" if isinstance(date, Clock) else "I"), Lasting(date, length.parts)


def _every(line: Line, first: int, last: int) -> Made:
    """`every day at 7:13 p.m.`, `6 a.m. every day`."""
    clock = line.value(first, last, "CT")
    if not isinstance(clock, Clock) or clock.date is not None:
        return None
    return "Q", Repeats(f"T{clock.hour:02}" + (f":{clock.minute:02}" if clock.parts > 1 else ""))


def _on_of(line: Line, first: int, last: int) -> Made:
    """`19th of every month`."""
    return "Q", Repeats(f"XXXX-XX-{line.value(first, last, 'o'):02}")


DAY_RANGES = Stage(
    Rule("F?Mt?[dow](?:-|>)t?[dow](?:,?y|ky)?(?![:pc/])", _month_days),
    Rule("Mbt?[dow]\\+t?[dow](?:,?y|ky)?", _month_days),
    Rule("[Fb]?t?[dow](?:-|>|\\+)t?[dow]k?M(?:,?y|ky)?", _days_month),
)
TODAYS = Stage(
    Rule("X?-?E", _night),
)
CLOCK_PARTS = Stage(
    Rule("C,?i?t?X?B", _clock_part),
    Rule("(?:it)?X?Bi?@?C", _clock_part),
    Rule("@?[dw]i?tB", _hour_part),
    Rule("@?[dw]T", _hour_part),
)
DAY_TIMES = Stage(
    Rule("DB(?:k|i)?D", _part_of_week),
    Rule("X?DX?(?:it?|j|-)?X?B|DX(?:it)?B", _day_and_part),
    Rule("X?Bkt?D|X?Bj?D|D@B", _day_and_part),
    Rule("(?:it)?X?B(?=[^a-zA-Z]|$|.)", _alone),
)
HOURS = Stage(
    Rule("[Fb]?[dwC](?:-|>|\\+)[dwC](?:it?B)?", lambda line, first, last: _hours(line, first, last)),
)
DAY_HOURS = Stage(
    Rule("D[r>s]C", _day_limit),
    Rule("[DT],?(?:@|j|i|F|x)?,?C", _day_clock),
    Rule("C,?(?:j|k|i|@|\\+|-)?(?:\\(C\\))?D", _day_clock),
    Rule("C,?(?:j|k|i)?T", _day_clock),
    Rule("[DT],?(?:j|i|F)?T", _hours_day),
    Rule("T,?(?:j|k|i)?[DT]", _hours_day),
    Rule("TitB", _hours_part),
    Rule("@?[dw]T", _hour_part),
    Rule("[dw]D|D@[dw]|T(?:x|@)[dw]", _hour_day),
)
RANGES = Stage(
    Rule("(?:iP,?Ft?[DC])|P(?:xj?|F)t?[DC]|[DC]iP", _lasting),
    Rule("[Fb]t?[do](?:-|>|\\+)t?[do]D", _days_current),
    Rule("[do](?:-|>)t?[do]D", _days_current),
    Rule("[Fb]?t?[do](?:-|>)t?D", _day_to_date),
    Rule("[Fb]t?[DCT],?(?:-|>|\\+|-\\+)(?:>)?t?[DCT]", _ends),
    Rule("[DCT],?(?:-|>|\\+)t?[DCT]", _ends),
    Rule("F?D(?:-|>)t?[dow]", _date_to_day),
)
LIMITS = Stage(
    Rule("[DTC][|+](?:X|xX|r|x)", _or_later),
    Rule("s@?t?[DTC]", _since),
    Rule("r>?t?[DTC]", _since),
    Rule(">t?[DTC]", _since),
    Rule("xt?[DTC]", _since),
    Rule("Q[@,]*[CT]|[CT],?Q", _every),
    Rule("okQ", _on_of),
)


def _hours(line: Line, first: int, last: int) -> Made:
    part = line.value(first, last, "B")
    at = line.signs.index("i", first) if part and "i" in line.signs[first:last] else last
    made = _bare_hours(line, first, at)
    if part:
        signs = line.signs[first:at]
        values = [item.value for item in line.items[first:at] if item.sign in "dwC"]
        clocks = [value if isinstance(value, Clock) else Clock(value, 0, 0, 1, False) for value in values]
        if len(clocks) != 2 or any(clock.hour > 12 for clock in clocks) or "+" in signs and "b" not in signs:
            return None
        return "T", Ends(_in_part(clocks[0], part), _in_part(clocks[1], part))
    return made
