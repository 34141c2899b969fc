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
    Fixed,
    Holiday,
    Nth,
    Part,
    Partial,
    Reference,
    Repeats,
    Shift,
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
    if len(dates) != 2 or ("F" in line.signs[first:last] and not isinstance(dates[0], Weekday)):
        return None
    one, two = dates if ";" not in line.signs[first:last] else dates[::-1]  # `last year's third quarter`
    if isinstance(one, Fixed) and isinstance(two, Partial) and one.value.startswith("FY"):
        one, two = two, one
    if isinstance(two, Fixed) and two.value.startswith("FY") and isinstance(one, Partial) and one.value[5:6] in "QH":
        return "D", Fixed(two.value + one.value[4:])
    if isinstance(one, Shift) and isinstance(two, Current) and (one.base, two.base, two.amount) == (NOW, NOW, 0):
        return "D", two._replace(base=one._replace(exact=True))  # `a year ago this month`
    if isinstance(one, Current) and isinstance(two, Current) and (one.amount, one.base, two.unit) == (0, THEN, "year"):
        per = {"quarter": 4, "month": 12}.get(one.unit)  # `the same month last year`
        return ("D", Current(one.unit, per * two.amount, THEN)) if per and two.amount else None
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
    if n == 1 and unit and unit != "weekend" and line.word(first + signs.index("U")).endswith("s"):
        return "D", Part("START", whole)  # `the first days of May`
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


def _nth_of_every(line: Line, first: int, last: int) -> Made:
    """`the third Thursday of every month`, `the first business day of each month`: no day in particular."""
    day = line.value(first, last, "D")
    placed = "o" in line.signs[first:last] or (isinstance(day, Weekday) and day.lean == "last")
    if day is None:
        return ("Q", line.items[last - 1].value) if placed else None
    return ("Q", Repeats(f"XXXX-WXX-{day.weekday}")) if placed and isinstance(day, Weekday) else None


def _like_the_first(line: Line, first: int, _last: int) -> Made:
    """The second of `next Tuesday and Wednesday`."""
    one, two = line.items[first - 2].value, line.items[first].value
    if not isinstance(one, Weekday) or not isinstance(two, Weekday) or two.lean or one.lean not in ("next", "last"):
        return None
    return "D", two._replace(lean=one.lean)


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


def _last_days(line: Line, first: int, last: int) -> Made:
    """`the last days of May 1905`."""
    length, whole = line.items[first].value, line.items[last - 1].value
    small = isinstance(whole, Weekday | Reference | Repeats | Ends | Bounded) or length.parts[0][1] in SMALL
    return None if length.vague != "last" or small else ("D", Part("END", whole))


def _week_of(line: Line, first: int, last: int) -> Made:
    """`the week of March 6`, `the week beginning February 4`, `w/c Feb 4`."""
    date = line.items[last - 1].value
    unit = line.value(first, last, "U")
    if unit not in ("week", "weekend", None) or isinstance(date, Weekday | Reference | Current | Ends | Part):
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
    return "D", Current(unit or "week", 0, date)


def _set(line: Line, first: int, last: int) -> Made:
    """`every Monday`, `each week`, `every other Friday`, `every two days`."""
    value = line.items[last - 1].value
    sign = line.signs[last - 1]
    if (
        "x" in line.signs[first:last] and line.word(first + 1) not in ("other", "single", "second", "third", "few")
    ) or (sign == "P" and (line.word(first) == "any" or value.joined)):
        return None  # `any two days`, `each 28-day cycle`
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


def _multiplied(line: Line, first: int, last: int) -> Made:
    """`semi-annually`, `bi-weekly`."""
    times = {("semi", "P1Y"): "P6M", ("bi", "P1W"): "P2W", ("bi", "P1M"): "P2M", ("bi", "P1Y"): "P2Y"}
    value = times.get((line.word(first), line.items[last - 1].value))
    return ("Q", value) if value else None


NTHS = Stage(
    ("DUQ", "ktoRDx"),
    Rule("t?o?J?[UD][ki]Q", _nth_of_every),
    Rule("t?o(?:t?R)?[UKD](?:k|i)t?D", _nth),
    Rule("t?R[UKD](?:k|i)t?D", _nth),
    Rule("t?(?:o|R)P(?:k|i)t?D", _first_days),
    Rule("Pkt?D", _last_days),
    Rule("(?<=D[+|])D", _like_the_first),
    Rule("t?[od]Ukt?D|t?[od]kt?D", _within),
    Rule("D(?:kt?|i|j|,|-|;|F)?D", _within),
    Rule("t?Dkt?U|t?oUkt?U", _nth_of_unit),
    Rule("oD", _nth_named),
    Rule("t?Ukt?D", _week_of),
    Rule("t?U[xX]j?t?D", _week_of),
    Rule("x/xj?t?D", _week_of),
)
YEARS = Stage("D", Rule("D(?:i|k)?D", _within))
SETS = Stage(
    "VQ",
    Rule("x-Q", _multiplied),
    Rule("V(?:x|R|o)?[DUuPBW]", _set),
)
