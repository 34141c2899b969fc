"""Parts of other periods, and what repeats: `the first Friday of July`, `early March`, `June next year`, `every Monday`."""

from __future__ import annotations

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lengths import Length, duration_value
from checker.annotate.timexes.relative import SMALL
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    NOW,
    THEN,
    Bounded,
    Current,
    Ends,
    Event,
    Fixed,
    Holiday,
    Nth,
    Part,
    Partial,
    Reference,
    Repeats,
    Shift,
    Spread,
    Weekday,
    Within,
)  # fmt: skip


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
    if isinstance(one, Fixed) and isinstance(two, Partial) and one.value.startswith("FY"):
        one, two = two, one
    if isinstance(two, Fixed) and two.value.startswith("FY") and isinstance(one, Partial) and one.value[5:6] in "QH":
        return "D", Fixed(two.value + one.value[4:])
    if isinstance(one, Current) and isinstance(two, Weekday) and one.unit == "week" and two.day is None:
        return "D", Within(two._replace(lean=None), one)
    if isinstance(one, Weekday) and isinstance(two, Current) and two.unit in ("week", "month") and one.day is None:
        return "D", Within(one._replace(lean=None), two)
    if isinstance(one, Partial) and isinstance(two, Current | Fixed) and getattr(two, "unit", "year") == "year":
        if (
            (isinstance(two, Fixed) and len(two.value) != 4)
            or one.value.startswith(("XXXX-XX", "XX1", "XX2"))
            or not one.value.startswith("XXXX")
        ):
            return None
        return "D", Within(one, two)
    if isinstance(one, Holiday):
        if (isinstance(two, Current) and two.unit == "year") or isinstance(two, Shift):
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
    if lean not in (None, "last") or isinstance(whole, Weekday) or (isinstance(whole, Fixed) and len(whole.value) > 7):
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
    if unit in ("decade", "century", "fortnight"):
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
    if len(length.parts) != 1 or length.parts[0][1] in SMALL or length.vague is not None:
        return None
    number, unit = length.parts[0]
    if line.signs[last - 1] == "U" or isinstance(whole, Weekday):
        return None
    n = int(number) if "o" in line.signs[first:last] else -int(number)
    if unit == "week":  # the first three weeks of January begin with the 1st, whatever weekday it is
        n, unit = n * 7, "day"
    if "o" in line.signs[first:last] and line.value(first, last, "o") != 1:
        return None
    return "D", Ends(Nth(1, unit, whole), Nth(n, unit, whole)) if n > 0 else Ends(
        Nth(n, unit, whole), Nth(-1, unit, whole)
    )


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
    if (
        word in ("start", "beginning", "end", "middle", "close")
        and "k" not in line.signs[first:last]
        and line.word(first - 1) not in ("the", "by", "at", "until", "from", "to", "")
    ):
        return None
    if isinstance(date, Reference | Event | Bounded) or (word == "end" and line.word(last) == "of"):
        return None
    if word == "start" and line.sign(first - 1) in "x>" and line.word(first - 1) in ("to", "will", "would", "can"):
        return None
    if isinstance(date, Weekday) and mod in ("EARLIER", "LATER") and line.signs[first + 1] == "j":
        return None
    return "D", Part(mod, date)


def _spread(line: Line, first: int, last: int) -> Made:
    """`early to mid-1943`, `mid- to late March`: from the first part to the end of the second."""
    one, two = line.values(first, last, "X")
    date = line.items[last - 1].value
    if isinstance(date, Reference | Event | Bounded | Ends) or {one, two} - {"START", "MID", "END"}:
        return None
    return "D", Spread(one, two, date)


def _half(line: Line, first: int, last: int) -> Made:
    """`the first half of May`, `the latter half of the 1850s`, `the second half of the year`."""
    signs = line.signs[first:last]
    at = first + signs.index("h") - 1
    at -= line.signs[at] == "-"
    word = line.word(at)
    n = {"first": "FIRST", "second": "SECOND", "latter": "SECOND", "later": "SECOND", "last": "SECOND"}.get(word)
    date = Current(line.items[last - 1].value, 0, NOW) if signs[-1] == "U" else line.items[last - 1].value
    if n is None or not isinstance(date, Current | Fixed | Partial | Within) or getattr(date, "unit", "") == "day":
        return None
    return "D", Part(n, date)


def _year_end(line: Line, first: int, last: int) -> Made:
    """`by year-end`; `at year-end` may be that of the year before."""
    unit = line.items[first].value
    if line.word(last - 1) != "end" or unit not in ("month", "year") or line.word(first).endswith("s"):
        return None
    if line.sign(last) in "kyDi" or line.word(first - 1) not in ("by", "until", "before"):
        return None
    return "D", Part("CLOSE", Current(unit, 0, NOW))


def _the_unit(line: Line, first: int, last: int) -> Made:
    """`the weekend`; `the week`, `the day` only where they stand for the current one."""
    unit = line.items[last - 1].value
    word = line.word(last - 1)
    if word == "weekend":
        if (line.signs[first] not in "ta" and line.word(first - 1) not in ("on", "my")) or line.signs[first] == "a":
            return None
        return "D", Partial("XXXX-WXX-WE")
    ends = line.sign(last) in " .,;!?" and line.word(last) != "'"
    bare = first == 0 and last == len(line.items)
    lead = line.word(first - 1)
    if (
        unit in ("week", "month", "year", "quarter", "day")
        and not word.endswith("s")
        and (bare or (ends and lead in ("for", "in", "of", "sales")))
    ):
        if lead == "of" or (
            lead in ("in", "for")
            and line.word(first - 2) in ("time", "once", "day", "late", "later", "earlier", "early")
        ):
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
    at = line.items[first].first
    if unit is None and line.chunk.quote(at, at + 3).lower() not in ("w/c", "w/b"):
        return None
    if (
        "x" in line.signs[first + 1 : last]
        and unit
        and not any(line.word(i) in ("beginning", "starting", "commencing", "ending") for i in range(first, last))
    ):
        return None
    return "D", Current("week", 0, date)


def _set(line: Line, first: int, last: int) -> Made:
    """`every Monday`, `each week`, `every other Friday`, `every two days`."""
    value = line.items[last - 1].value
    sign = line.signs[last - 1]
    if (
        "x" in line.signs[first:last] and line.word(first + 1) not in ("other", "single", "second", "third", "few")
    ) or (line.word(first) == "any" and sign == "P"):
        return None
    if sign == "U" and line.word(first) == "any" and value not in ("day", "weekend", "week", "month", "year"):
        return None
    if sign in "Uu":
        value = {"weekend": "P1WE", "hour": "PT1H", "minute": "PT1M", "second": "PT1S"}.get(
            value
        ) or f"P1{value[0].upper()}"
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


NTHS = Stage(
    ("DU", "ktoRDx"),
    Rule("t?o(?:t?R)?[UKD](?:k|i)t?D", _nth),
    Rule("t?R[UKD](?:k|i)t?D", _nth),
    Rule("t?(?:o|R)P(?:k|i)t?D", _first_days),
    Rule("t?[od]Ukt?D|t?[od]kt?D", _within),
    Rule("D(?:kt?|i|j|,|-|;)?D", _within),
    Rule("t?Dkt?U|t?oUkt?U", _nth_of_unit),
    Rule("oD", _nth_named),
    Rule("t?Ukt?D", _week_of),
    Rule("t?U[xX]j?t?D", _week_of),
    Rule("x/xj?t?D", _week_of),
)
YEARS = Stage("D", Rule("D(?:i|k)?D", _within))
MODS = Stage(
    "XUDh",
    Rule("U-?X", _year_end),
    Rule("X-?(?:>|\\||\\+)-?X-?(?:kt?)?D", _spread),
    Rule("t?[oxXR]-?hkt?[DU]", _half),
    Rule("X-?t?D", _modified),
    Rule("X(?:i|k)+[tR]?[DU]", _modified),
    Rule("XktU|XitU|XkU", _modified),
    Rule("xk?[tR]?[DU]", _rest),
    Rule("t?xU|tU|ta?U|U", _the_unit),
)
SETS = Stage(
    "V",
    Rule("V(?:x|R|o)?[DUuPBW]", _set),
)
