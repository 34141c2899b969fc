"""Periods around now or another day: `last week`, `next Monday`, `the past two months`, `last fiscal year`, `now`."""

from __future__ import annotations

import re

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lengths import Length
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    NOW,
    THEN,
    Closest,
    Current,
    Ends,
    Fixed,
    Holiday,
    Partial,
    Reference,
    Shift,
    Weekday,
    Weekdays,
    Window,
)

STEP = {"next": 1, "coming": 1, "following": 1, "last": -1, "past": -1, "previous": -1, "this": 0, "that": 0, "same": 0}


SMALL = ("hour", "minute", "second")


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
    if plural or unit in SMALL or lean not in STEP:
        return None
    if unit == "day" and lean in ("past", "coming", "same") and len(leans) < 2 and line.sign(first) not in "tR":
        return None
    spell = (lean in ("past", "last") and unit in ("decade", "century")) or (lean == "past" and line.sign(first) == "t")
    spell = spell or (
        lean == "last" and line.signs[first] == "t" and line.sign(first - 1) == "i" and not _parted(line, last)
    )
    if spell and not (first == 0 and last == len(line.items)):
        return "P", Length(((1.0, unit),))
    if lean == "last" and unit in ("weekend", "day") and line.word(last) == "in" and line.sign(last + 1) in "DM":
        return None
    if unit == "day" and lean in ("last", "this") and line.sign(last) == "k":
        return None
    if lean == "last" and _parted(line, last):
        return None
    article = line.signs[first] == "t"
    if article and lean in ("next", "coming") and unit in ("decade", "century"):
        return "D", Window(((1.0, unit),), 1)
    base = THEN if lean in ("that", "same", "following", "previous") or (article and lean == "next") else NOW
    if unit == "weekend" and lean == "coming":
        return "D", Partial("XXXX-WXX-WE", lean)
    if unit == "fortnight":
        return "D", Window(((14, "day"),), 1 if STEP[lean] >= 0 else -1)
    return "D", Current(unit, STEP[lean], base)


def joined(line: Line, first: int, last: int) -> Made:
    """`the prior-year period`, `current-quarter sales`; `last-minute` and `next-day` tell no period."""
    lean, unit = line.value(first, last, "R") or "previous", line.items[last - 1].value or "quarter"
    if lean not in ("previous", "this", "last") or unit not in ("year", "quarter", "month"):
        return None
    return "D", Current(unit, STEP[lean], THEN if lean == "previous" else NOW)


def _one_or_two(line: Line, first: int, last: int) -> Made:
    """`in the next day or two`, `the past week or two`."""
    lean, unit, more = (line.value(first, last, signs) for signs in ("R", "U", "dw"))
    if lean in ("next", "coming"):
        return "D", Window(((float(more), unit),), 1)
    return ("P", Length(((float(more), unit),), 1.0, float(more))) if lean in ("past", "last") and more > 1 else None


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
    if lean not in STEP or (
        len(leans) > 1 and leans not in (["this", "past"], ["this", "coming"]) and leans[0] != "that"
    ):
        return None
    if isinstance(date, Weekday | Holiday):
        return "D", date._replace(lean=lean)
    if isinstance(date, Partial) and not date.value.startswith("XXXX-XX"):
        return "D", date._replace(lean=lean)
    if isinstance(date, Fixed) and lean in ("this", "that", "same", "next", "last") and len(date.value) == 10:
        return "D", date
    return None


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
        if line.signs[first] == "t" or length.vague not in (None, "few") or (lean == "last" and not bare):
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
    if lean not in ("coming", "past") or unit in SMALL:
        return None
    return "D", Window(((float(number), unit),), 1 if STEP[lean] > 0 else -1)


def _ago(line: Line, first: int, last: int) -> Made:
    """`three years ago`, `20 minutes ago`; `several years ago` is some time in the past, though one who asks an
    assistant for `few months ago` means three."""
    length: Length = line.items[first].value
    if length.joined:
        return None
    at = line.items[first].first
    asked = length.vague == "few" and (line.chunk.words[at] == "few" or last - first == len(line.items))
    if length.low is not None or (length.vague not in (None, "couple") and not asked):
        return "D", Reference("PAST_REF")
    small = any(unit in SMALL for _, unit in length.parts)
    return ("T" if small else "D"), Shift(length.parts, -1)


def _ago_to_the_day(line: Line, first: int, last: int) -> Made:
    """`20 years ago today`, `a week ago Monday`."""
    made, day = _ago(line, first, last - 1), line.items[last - 1].value
    near = day == Current("day", 0) or (isinstance(day, Weekday) and day.lean is None and line.sign(last - 2) == "A")
    if made is None or not isinstance(made[1], Shift) or not near:
        return None
    return "D", made[1]._replace(base=day, exact=True)


def _named_after_next(line: Line, first: int, last: int) -> Made:
    """`Friday after next`, `March after next`, `the Friday before last`."""
    date = line.items[first].value
    if (line.word(last - 2), line.word(last - 1)) == ("before", "last") and isinstance(date, Weekday):
        return "D", date._replace(lean="before last")
    if line.word(last - 1) != "next" or not isinstance(date, Weekday | Partial):
        return None
    return "D", date._replace(lean="after next")


def _year_ago(line: Line, first: int, last: int) -> Made:
    """`the year-ago quarter`, `the year-earlier quarter`: of the year before the quarter that was named."""
    if line.value(first, last, "U") != "year" or line.word(last - 2) not in ("ago", "earlier"):
        return None
    return "D", Current("quarter", -4, THEN)


def _fiscal(line: Line, first: int, last: int) -> Made:
    word = line.word(last - 2)
    if line.word(last - 1) != "year" or word not in ("fiscal", "financial", "school", "academic", "calendar"):
        return None
    step = STEP.get(line.value(first, last, "R"))
    if step is None:
        return None
    if word == "calendar":
        return "D", Current("year", step, NOW)
    return "D", Current("FY" if word in ("fiscal", "financial") else "SY", step, NOW)


def _weekdays(line: Line, first: int, last: int) -> Made:
    """`three Fridays from now`, `2 Thursdays back`."""
    date = line.items[first + 1].value
    if not isinstance(date, Weekday | int):
        return None
    weekday = date.weekday if isinstance(date, Weekday) else abs(date)
    number = int(line.items[first].value)
    return "D", Weekdays(-number if "A" in line.signs[first:last] else number, weekday)


_RUNS_ON = re.compile(",?[->]t?[DCTdo]")


def runs_on(line: Line, last: int) -> bool:
    """What ends at this item is the first day of a range: `ten days from May 2 to May 11`."""
    return _RUNS_ON.match(line.signs, last) is not None


def from_now(line: Line, first: int, last: int) -> Made:
    """`two weeks from now`, `three weeks from tomorrow`, `3 days after January 12th`, `a week before Christmas`."""
    length: Length = line.items[first].value
    base = line.items[last - 1].value
    word = line.word(first + 1)
    if length.low is not None or length.vague == "" or length.joined:
        return None
    sign = -1 if word in ("before", "prior") else 1
    if isinstance(base, Reference) or line.signs[last - 1] == "N":
        base = NOW
    elif isinstance(base, Ends) or line.sign(last) == "'" or (line.word(last) == "'s") or word == "to":
        return None
    if word == "from" and (line.word(first - 1) == "for" or runs_on(line, last)):
        return None
    small = any(unit in SMALL for _, unit in length.parts)
    return ("T" if small else "D"), Shift(length.parts, sign, base, base != NOW)


def signed(line: Line, first: int, last: int) -> Made:
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
    small = any(unit in SMALL for length in lengths for _, unit in length.parts)
    return ("T" if small else "D"), Shift(tuple(parts), 1)


def _closest(line: Line, first: int, last: int) -> Made:
    """`the closest Monday to Oct. 5`."""
    one, two = line.values(first, last, "D")
    lead = line.word(last - line.signs[first:last][::-1].index("D", 1) - 2)
    if not isinstance(one, Weekday) or lead not in ("closest", "nearest"):
        return None
    return "D", Closest(one, two)


PARTIALS = Stage(
    "R",
    Rule("RR?D", _named),
)


RELATIVE = Stage(
    "RANPK>",
    Rule("t?DrR", _named_after_next),
    Rule("t?xD>t?D", _closest),
    Rule("t?RxU", _fiscal),
    Rule("t?U-?[AX]K", _year_ago),
    Rule("Rt?P|tRP", _window),
    Rule("t?[dw]R[UK]", _counted),
    Rule("t?RU\\|[dw]", _one_or_two),
    Rule("t?R-[UK]", joined),
    Rule("t?R?RU|R[UK]|tR[UK]", _current),
    Rule("[dw][WD]F[jR]?N|[dw][DW]A", _weekdays),
    Rule("P,?AD", _ago_to_the_day),
    Rule("P,?A", _ago),
    Rule("P(?:F|r|s)[Rx]?N", from_now),
    Rule("N[-;+]P(?:[-+;]?P)*|[-;+]P(?:[-;+]?P)*", signed),
)
