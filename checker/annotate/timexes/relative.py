"""Dates counted from another day: `last week`, `three days ago`, `the day before`, `the first Friday of next month`."""

from __future__ import annotations

import re

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lengths import Length
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    NOW, THEN, Bounded, Current, DayPart, Either, Ends, Event, Fixed, Holiday, Lasting, Nth, Part, Partial, Reference, Repeats,
    Shift, Weekday, Weekdays, Window, Within,
)  # fmt: skip

_STEP = {"next": 1, "coming": 1, "following": 1, "last": -1, "past": -1, "previous": -1, "this": 0, "that": 0, "same": 0}
_SMALL = ("hour", "minute", "second")
def _current(line: Line, first: int, last: int) -> Made:
    """`last week`, `this month`, `the following year`, `next quarter`."""
    leans = line.values(first, last, "R")
    lean = leans[-1]
    word = line.word(last - 1)
    unit = line.items[last - 1].value or "quarter"
    if lean == "recent":
        return ("P", Length(((3.0, unit),), vague="recent")) if word.endswith("s") else None
    plural = word.endswith("s") and word != "centuries" and line.sign(last) != "'"
    if plural and lean in ("coming", "next", "past", "last", "following", "previous"):
        return "P", Length(((3.0, unit),), vague=lean)
    if plural or unit in _SMALL or lean not in _STEP:
        return None
    if unit == "day" and lean in ("past", "coming", "same") and len(leans) < 2 and line.sign(first) not in "tR":
        return None
    if lean in ("past", "last") and unit in ("decade", "century") or lean == "past" and line.sign(first) == "t":
        if not (first == 0 and last == len(line.items)):
            return "P", Length(((1.0, unit),))
    if unit == "day" and lean in ("last", "this") and line.sign(last) == "k":
        return None
    if lean == "last" and _parted(line, last):
        return None
    article = line.signs[first] == "t"
    base = THEN if lean in ("that", "same", "following", "previous") or (article and lean == "next") else NOW
    if unit == "fortnight":
        return "D", Window(((14, "day"),), 1 if _STEP[lean] >= 0 else -1)
    return "D", Current(unit, _STEP[lean], base)


def _parted(line: Line, at: int) -> bool:
    """`of July`, `of last month`, `of the year` after `the last week`: it is the last of that, not the one before now."""
    return re.match(r"(?:k|i)t?(?:[DR]|U)", line.signs[at : at + 3]) is not None and line.word(at) == "of"


def _named(line: Line, first: int, last: int) -> Made:
    """`next Monday`, `last October`, `this spring`, `that Friday`, `this past Sunday`."""
    leans = line.values(first, last, "R")
    lean = leans[-1]
    date = line.items[last - 1].value
    if lean == "last" and _parted(line, last):
        return None
    if lean not in _STEP or len(leans) > 1 and leans != ["this", "past"] and leans != ["this", "coming"] and leans[0] != "that":
        return None
    if isinstance(date, Weekday | Holiday):
        return "D", date._replace(lean=lean)
    if isinstance(date, Partial) and not date.value.startswith("XXXX-XX"):
        return "D", date._replace(lean=lean)
    if isinstance(date, Fixed) and lean in ("this", "that", "same", "next", "last") and len(date.value) == 10:
        return "D", date
    return None


def _within(line: Line, first: int, last: int) -> Made:
    """`Tuesday next week`, `June of next year`, `next week Sunday`, `the 20th of next month`."""
    one, two = line.value(first, first + 1, "Dto"), line.items[last - 1].value
    dates = line.values(first, last, "D")
    if "o" in line.signs[first:last] or "d" in line.signs[first:last]:
        whole = dates[-1]
        day = line.value(first, last, "od")
        unit = whole.unit if isinstance(whole, Current) else None
        return ("D", Nth(day, "day", whole)) if unit == "month" else None
    if len(dates) != 2:
        return None
    one, two = dates
    if isinstance(one, Current) and isinstance(two, Weekday) and one.unit == "week" and two.day is None:
        return "D", Within(two._replace(lean=None), one)
    if isinstance(one, Weekday) and isinstance(two, Current) and two.unit in ("week", "month") and one.day is None:
        return "D", Within(one._replace(lean=None), two)
    if isinstance(one, Partial) and isinstance(two, Current | Fixed) and getattr(two, "unit", "year") == "year":
        if isinstance(two, Fixed) and len(two.value) != 4 or one.value.startswith(("XXXX-XX", "XX1", "XX2")) or not one.value.startswith("XXXX"):
            return None
        return "D", Within(one, two)
    if isinstance(one, Holiday):
        if isinstance(two, Current) and two.unit == "year" or isinstance(two, Shift):
            return "D", one._replace(year=two)
        if isinstance(two, Fixed) and len(two.value) == 4:
            return "D", one._replace(year=two)
    return None


def _nth(line: Line, first: int, last: int) -> Made:
    """`the third week of 2027`, `first Friday of July`, `last day of this month`, `third last week of 2018`."""
    signs = line.signs[first:last]
    whole = line.items[last - 1].value if signs[-1] in "DK" else None
    n = line.value(first, last, "o")
    lean = line.value(first, last, "R")
    if lean not in (None, "last") or isinstance(whole, Weekday) or isinstance(whole, Fixed) and len(whole.value) > 7:
        return None
    n = -(n or 1) if lean else n
    unit = line.value(first, last - 1, "U")
    if unit is None:
        inner = line.values(first, last - 1, "D")
        if not inner or not isinstance(inner[0], Weekday):
            return ("D", Nth(n, "quarter", whole)) if "K" in signs else None
        unit = inner[0].weekday
    if unit == "weekend":
        return "D", Nth(n, "weekend", whole)
    if unit in ("decade", "century", "year", "fortnight") and not (unit == "year"):
        return None
    return "D", Nth(n, unit, whole)


def _nth_of_unit(line: Line, first: int, last: int) -> Made:
    """`the first quarter of the year`, `the 26th day of the month`."""
    unit = line.items[last - 1].value
    date = line.value(first, last, "D")
    if isinstance(date, Partial) and unit == "year" and date.value[5:6] in "QH":
        return "D", Partial(date.value)
    n, inner = line.value(first, last, "o"), line.value(first, last - 1, "U")
    return ("D", Nth(n, inner, Current(unit, 0, THEN))) if n and inner == "day" else None


def _nth_named(line: Line, first: int, last: int) -> Made:
    """`second Sunday`, where no period is named: of the month."""
    date = line.items[last - 1].value
    n = line.value(first, last, "o")
    if not isinstance(date, Weekday) or n > 5 or len(line.items) > last + 1:
        return None
    return "D", Nth(n, date.weekday, Current("month", 0, NOW))


def _first_days(line: Line, first: int, last: int) -> Made:
    """`first ten days of last year`, `the last three days of May`."""
    length: Length = line.value(first, last, "P")
    whole = line.items[last - 1].value
    if len(length.parts) != 1 or length.parts[0][1] in _SMALL or length.vague is not None:
        return None
    number, unit = length.parts[0]
    if line.signs[last - 1] == "U" or isinstance(whole, Weekday):
        return None
    n = int(number) if "o" in line.signs[first:last] else -int(number)
    if "o" in line.signs[first:last] and line.value(first, last, "o") != 1:
        return None
    return "D", Ends(Nth(1, unit, whole), Nth(n, unit, whole)) if n > 0 else Ends(Nth(n, unit, whole), Nth(-1, unit, whole))


def _window(line: Line, first: int, last: int) -> Made:
    """`the next three days`; `the past two months` is a duration, as ISO-TimeML has it, except in a text that is
    nothing else or without an article."""
    lean = line.values(first, last, "R")[-1]
    if lean == "last" and line.word(first - 1) in ("will", "would", "to", "may", "can", "could", "should", "not"):
        return None
    length: Length = line.value(first, last, "P")
    if lean not in ("next", "coming", "past", "last", "previous", "following"):
        return None
    if length.low or length.parts[0][0] != int(length.parts[0][0]):
        return "P", length
    if lean in ("past", "last", "previous"):
        bare = first == 0 and last >= len(line.items) - 1
        if length.parts[0][1] == "quarter":
            return "D", Window(length.parts, -1)
        if line.signs[first] == "t" or length.vague not in (None, "few") or lean == "last" and not bare:
            return "P", length
        return "D", Window(length.parts, -1)
    if length.vague not in (None, "few", "couple"):
        return "P", length
    return "D", Window(length.parts, 1, THEN if lean == "following" else NOW)


def _counted(line: Line, first: int, last: int) -> Made:
    """`5 upcoming years`, `the 5 past years`."""
    lean = line.value(first, last, "R")
    number = line.value(first, last, "dw")
    unit = line.items[last - 1].value or "quarter"
    if lean not in ("coming", "past") or unit in _SMALL:
        return None
    return "D", Window(((float(number), unit),), 1 if _STEP[lean] > 0 else -1)


def _ago(line: Line, first: int, last: int) -> Made:
    """`three years ago`."""
    length: Length = line.items[first].value
    if length.joined:
        return None
    if length.vague == "" or length.low is not None:
        return "D", Reference("PAST_REF")
    return "D", Shift(length.parts, -1)


def _from_now(line: Line, first: int, last: int) -> Made:
    """`two weeks from now`, `three weeks from tomorrow`, `3 days after January 12th`, `a week before Christmas`."""
    length: Length = line.items[first].value
    base = line.items[last - 1].value
    word = line.word(first + 1)
    if length.low is not None or length.vague == "" or length.joined:
        return None
    sign = -1 if word in ("before", "prior") else 1
    if isinstance(base, Reference) or line.signs[last - 1] == "N":
        base = NOW
    elif isinstance(base, Ends) or line.sign(last) == "'" or (line.word(last) == "'s"):
        return None
    elif word == "to":
        return None
    if line.word(first - 1) == "for" and word == "from":
        return None
    small = any(unit in _SMALL for _, unit in length.parts)
    return ("T" if small else "D"), Shift(length.parts, sign, base, base != NOW)


def _weekdays(line: Line, first: int, last: int) -> Made:
    """`three Fridays from now`, `2 Thursdays back`."""
    date = line.items[first + 1].value
    weekday = date.weekday if isinstance(date, Weekday) else abs(date)
    number = int(line.items[first].value)
    return "D", Weekdays(-number if "A" in line.signs[first:last] else number, weekday)


def _later(line: Line, first: int, last: int) -> Made:
    """`three days later`, `a week earlier`, `the day before`: from the date named last; or from an event."""
    length: Length = line.items[first].value
    word = line.word(last - 1)
    if length.joined or length.low is not None or length.vague == "":
        return None
    sign = 1 if word in ("later", "after", "following", "hence") else -1
    number, unit = length.parts[0]
    if word in ("before", "after", "prior", "following") and _event_follows(line, last):
        if len(length.parts) > 1 or unit in _SMALL or number != int(number) or length.vague is not None:
            return None
        return "D", Event(sign * int(number), unit)
    if word == "following" or word == "prior":
        return None
    small = any(unit in _SMALL for _, unit in length.parts)
    if word == "hence":
        return ("T" if small else "D"), Shift(length.parts, 1, NOW)
    if line.word(first - 1) in ("than", "no"):
        return None
    return ("T" if small else "D"), Shift(length.parts, sign, THEN)


def _event_follows(line: Line, at: int) -> bool:
    """A word right after `before` or `after` names what is counted from."""
    return line.sign(at) not in " .,;:)!?" and line.word(at) not in ("\n", "and", "but", "when", "that") or line.sign(at) == ";" and line.word(at) in "“‘$£€"


def _day_before(line: Line, first: int, last: int) -> Made:
    """`the day before`, `the month after Russia invaded`, `the day before yesterday`, `the year after next`."""
    unit = line.value(first, last, "U")
    word = line.word(first + line.signs[first:last].index("U") + 1)
    sign = 1 if word in ("after", "following") else -1
    if line.signs[last - 1] == "D":
        return ("D", Shift(((1, unit),), sign, line.items[last - 1].value, True)) if line.word(last) != "'s" else None
    if line.signs[last - 1] == "R" and word != line.word(last - 1):
        if line.word(last - 1) == "next" and sign == 1:
            return "D", Current(unit, 2)
        return None
    if line.word(first - 1) in ("from", "all", "every") and line.signs[first] != "t" or line.sign(last) == "U":
        return None
    if line.sign(first - 1) == "i" and line.sign(first - 2) == "X":
        return None
    if _event_follows(line, last):
        return "D", Event(sign, unit)
    return ("D", Current(unit, sign, THEN)) if line.signs[first] == "t" else None


def _named_after_next(line: Line, first: int, last: int) -> Made:
    """`Friday after next`, `March after next`."""
    date = line.items[first].value
    if line.word(last - 1) != "next" or not isinstance(date, Weekday | Partial):
        return None
    return "D", date._replace(lean="after next")


def _in_length(line: Line, first: int, last: int) -> Made:
    """`in two weeks`: a date ahead, or how long something took."""
    length: Length = line.items[last - 1].value if line.signs[last - 1] == "P" else line.value(first, last, "P")
    word = line.word(first)
    bare = first == 0
    timed = line.word(last - 1) == "time"
    if not timed and line.signs[last - 1] == "x":
        return None
    if length.joined or length.low is not None or line.word(last) == "of" or length.vague in ("", "several", "many", "recent"):
        return None
    if length.vague in ("last", "past", "coming", "next"):
        return None
    if word == "within":
        if line.word(last) in ("of", "after") or any(unit in _SMALL for _, unit in length.parts):
            return None
        window = Window(length.parts, 1, "today")
        return "D", window if bare else Either(window, length)
    if word != "in":
        return None
    small = any(unit in _SMALL for _, unit in length.parts)
    shift = Shift(length.parts, 1)
    sure = bare or timed or isinstance(line.items[first - 1].value, Holiday)
    return ("T" if small else "D"), shift if sure else Either(shift, length)


def _within_window(line: Line, first: int, last: int) -> Made:
    """`within the next 3 years`."""
    window = line.items[last - 1].value
    if line.word(first) != "within" or not isinstance(window, Window) or window.sign < 0:
        return None
    return "D", window._replace(base="today")


def _signed(line: Line, first: int, last: int) -> Made:
    """`-1 decade`, `+2 years`, `now - 2 hours`: notations of logs and tools, read where they are the whole text."""
    whole = first == 0 and last == len(line.items)
    lengths = line.values(first, last, "P")
    signs = line.signs[first:last]
    if not whole:
        return None
    parts: list[tuple[float, str]] = []
    way = 1
    for i, sign in enumerate(signs):
        if sign == "-":
            way = -1
        elif sign in "+;":
            way = 1
        elif sign == "P":
            parts += [(number * way, unit) for number, unit in line.items[first + i].value.parts]
    small = any(unit in _SMALL for length in lengths for _, unit in length.parts)
    return ("T" if small else "D"), Shift(tuple(parts), 1)


def _after_length(line: Line, first: int, last: int) -> Made:
    """`after 4 days`, where it is the whole text."""
    length: Length = line.items[last - 1].value
    if first or last < len(line.items) or line.word(first) != "after":
        return None
    return "D", Shift(length.parts, 1)


def _now(line: Line, first: int, last: int) -> Made:
    if line.sign(last) in "+" and line.word(last) == "and" and line.word(last + 1) in ("then", "again", "forever"):
        return None
    return "D", Reference("PRESENT_REF")


def _moment(line: Line, first: int, last: int) -> Made:
    return ("D", Reference("PRESENT_REF")) if line.word(last - 1) in ("moment", "present") and line.word(last) != "of" else None


def _to_date(line: Line, first: int, last: int) -> Made:
    if line.word(first) != "to" and line.word(first) != "till" or line.word(first - 1) in ("up", "-", "a", "specific"):
        return None
    return ("D", Reference("PRESENT_REF")) if line.word(last - 1) == "date" and line.word(last) not in ("of", "with") else None


def _modified(line: Line, first: int, last: int) -> Made:
    """`early March`, `mid-1990s`, `the end of next week`, `late last year`, `later this month`."""
    mod, date = line.value(first, last, "X"), line.items[last - 1].value
    if line.signs[last - 1] == "U":
        date = Current(date, 0, NOW)
        if date.unit not in ("day", "week", "month", "year", "century", "decade"):
            return None
    word = line.word(first)
    if line.sign(last) == "B":
        return None
    if date == Current("day", 0, NOW) and "i" in line.signs[first:last]:
        return None
    if word in ("start", "beginning", "end", "middle", "close") and "k" not in line.signs[first:last] and line.word(first - 1) not in (
        "the", "by", "at", "until", "from", "to", ""
    ):
        return None
    if isinstance(date, Reference | Event | Bounded) or word == "end" and line.word(last) == "of":
        return None
    if word == "start" and line.sign(first - 1) in "x>" and line.word(first - 1) in ("to", "will", "would", "can"):
        return None
    if isinstance(date, Weekday) and mod in ("EARLIER", "LATER") and line.signs[first + 1] == "j":
        return None
    return "D", Part(mod, date)


def _the_unit(line: Line, first: int, last: int) -> Made:
    """`the weekend`; `the week`, `the day` only where they stand for the current one."""
    unit = line.items[last - 1].value
    word = line.word(last - 1)
    if word == "weekend":
        if line.signs[first] not in "ta" and line.word(first - 1) not in ("on", "my") or line.signs[first] == "a":
            return None
        return "D", Partial("XXXX-WXX-WE")
    ends = line.sign(last) in " .,;!?" and line.word(last) != "'"
    bare = first == 0 and last == len(line.items)
    lead = line.word(first - 1)
    if unit in ("week", "month", "year", "quarter", "day") and not word.endswith("s") and (bare or ends and lead in ("for", "in", "of", "sales")):
        if lead == "of" or lead in ("in", "for") and line.word(first - 2) in ("time", "once", "day", "late", "later", "earlier", "early"):
            return None
        return "D", Current(unit, 0, NOW)
    if unit == "fortnight" and ends:
        return "D", Ends(Current("week", 0, NOW), Current("week", 1, NOW))
    return None


def _rest(line: Line, first: int, last: int) -> Made:
    """`the rest of the month`, `remainder of this week`."""
    if line.word(first) not in ("rest", "remainder", "balance"):
        return None
    date = line.items[last - 1].value
    if line.signs[last - 1] == "U":
        date = Current(date, 0, NOW)
    return "D", Part("REST", date)


def _week_of(line: Line, first: int, last: int) -> Made:
    """`the week of March 6`, `the week beginning February 4`, `w/c Feb 4`."""
    date = line.items[last - 1].value
    unit = line.value(first, last, "U")
    if unit not in ("week", None) or isinstance(date, Weekday | Reference | Current | Ends | Part):
        return None
    if unit is None and line.chunk.quote(line.items[first].first, line.items[first].first + 3) not in ("w/c", "w/b", "W/C"):
        return None
    if "x" in line.signs[first + 1 : last] and unit and not any(
        line.word(i) in ("beginning", "starting", "commencing", "ending") for i in range(first, last)
    ):
        return None
    return "D", Current("week", 0, date)


def _fiscal(line: Line, first: int, last: int) -> Made:
    word = line.word(last - 2)
    if line.word(last - 1) != "year" or word not in ("fiscal", "financial", "school", "academic", "calendar"):
        return None
    step = _STEP.get(line.value(first, last, "R"))
    if step is None:
        return None
    if word == "calendar":
        return "D", Current("year", step, NOW)
    return "D", Current("FY" if word in ("fiscal", "financial") else "SY", step, NOW)


def _set(line: Line, first: int, last: int) -> Made:
    """`every Monday`, `each week`, `every other Friday`, `every two days`."""
    value = line.items[last - 1].value
    sign = line.signs[last - 1]
    if "x" in line.signs[first:last] and line.word(first + 1) not in ("other", "single", "second", "third", "few") or line.word(first) == "any" and sign == "P":
        return None
    if sign == "U" and line.word(first) == "any" and value not in ("day", "weekend", "week", "month", "year"):
        return None
    if sign in "Uu":
        value = {"weekend": "P1WE", "hour": "PT1H", "minute": "PT1M", "second": "PT1S"}.get(value) or f"P1{value[0].upper()}"
    elif isinstance(value, Weekday):
        value = f"XXXX-WXX-{value.weekday}"
    elif isinstance(value, Length):
        value = duration_value(value)
    elif sign == "B":
        value = f"T{value}"
    elif isinstance(value, Holiday | Partial):
        value = getattr(value, "value", "P1Y")
    else:
        return None
    if line.word(first) == "each" and line.sign(first - 1) not in " xi." and sign == "u":
        return None
    return "Q", Repeats(value)


def duration_value(length: Length) -> str:
    """A length as a TIMEX3 duration: `P2W`, `PT1H20M`."""
    letters = {"business day": "BD", "weekend": "WE", "century": "C", "decade": "DE", "fortnight": "W", "quarter": "Q"}
    date = clock = ""
    for number, unit in length.parts:
        number = number * 2 if unit == "fortnight" else number
        text = f"{number:g}" + letters.get(unit, unit[0].upper())
        if unit in _SMALL:
            clock += text
        else:
            date += text
    return "P" + date + ("T" + clock if clock else "")


def _day_part(line: Line, first: int, last: int) -> Made:
    """`this morning`, `last night`, `the next morning`, `in the afternoon`."""
    part = line.items[last - 1].value
    lean = line.value(first, last, "R")
    mod = line.value(first, last, "X")
    if lean:
        if lean not in _STEP or part == "DI" and lean not in ("this", "last"):
            return None
        if lean in ("this",):
            return "T", DayPart(part, Current("day", 0, NOW), mod)
        if lean in ("last", "past", "previous"):
            return "T", DayPart(part, Current("day", -1, THEN if lean == "previous" else NOW), mod)
        if lean in ("that", "same"):
            return "T", DayPart(part, Current("day", 0, THEN), mod)
        return "T", DayPart(part, Current("day", 1, THEN if line.signs[first] == "t" or lean == "following" else NOW), mod)
    if line.word(last - 1) in ("lunch", "nights", "evenings", "mornings", "afternoons") and line.word(first) not in ("at", "in"):
        return None
    return "T", DayPart(part, None, mod)


PARTIALS = Stage(
    Rule("RR?D", _named),
)
RELATIVE = Stage(
    Rule("tUrD|UrD", _day_before),
    Rule("tUrR|UrR", _day_before),
    Rule("DrR", _named_after_next),
    Rule("t?RxU", _fiscal),
    Rule("Rt?P|tRP", _window),
    Rule("t?[dw]R[UK]", _counted),
    Rule("t?R?RU|R[UK]|tR[UK]", _current),
    Rule("[dw][WD]F[jR]?N|[dw][DW]A", _weekdays),
    Rule("P,?A", _ago),
    Rule("P(?:F|r|s)R?N", _from_now),
    Rule("jRN|RN", _now),
    Rule("@t?x", _moment),
    Rule(">x", _to_date),
    Rule("N[-;+]P(?:[-+;]?P)*|[-;+]P(?:[-;+]?P)*", _signed),
    Rule("N", _now),
)
COUNTED = Stage(
    Rule("P(?:F|r|s)t?D", _from_now),
    Rule("iP'?x", _in_length),
    Rule("iP", _in_length),
    Rule("it?D", _within_window),
    Rule("Pr|PX|PR", _later),
    Rule("tUr|Ur|tUR", _day_before),
    Rule("rP", _after_length),
    Rule("P[-+;]P(?:[-+;]?P)*", _signed),
)
NTHS = Stage(
    Rule("t?o(?:t?R)?[UKD](?:k|i)t?D", _nth),
    Rule("t?R[UKD](?:k|i)t?D", _nth),
    Rule("t?(?:o|R)P(?:k|i)t?D", _first_days),
    Rule("t?[od]Ukt?D|t?[od]kt?D", _within),
    Rule("D(?:k|i|j|,|-|;)?D", _within),
    Rule("t?Dkt?U|t?oUkt?U", _nth_of_unit),
    Rule("oD", _nth_named),
    Rule("t?Ukt?D", _week_of),
    Rule("t?U[xX]j?t?D", _week_of),
    Rule("x/xj?t?D", _week_of),
)
YEARS = Stage(Rule("D(?:i|k)?D", _within))
MODS = Stage(
    Rule("X-?t?D", _modified),
    Rule("X(?:i|k)+[tR]?[DU]", _modified),
    Rule("XktU|XitU|XkU", _modified),
    Rule("xk?[tR]?[DU]", _rest),
    Rule("t?xU|tU|ta?U|U", _the_unit),
)
PARTS = Stage(
    Rule("X?-?R-?B|tRB", _day_part),
)
SETS = Stage(
    Rule("V(?:x|R|o)?[DUuPBW]", _set),
)
_ = Lasting
