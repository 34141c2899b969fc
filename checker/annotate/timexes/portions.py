"""Portions of a period: `early March`, `late last year`, `mid- to late 1990s`, `the first half of May`, `the rest of the week`."""

from __future__ import annotations

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import (
    HERE,
    NOW,
    Bounded,
    Current,
    Ends,
    Event,
    Fixed,
    Part,
    Partial,
    Reference,
    Spread,
    Weekday,
    Within,
)  # fmt: skip


def _modified(line: Line, first: int, last: int) -> Made:
    """`early March`, `mid-1990s`, `the end of next week`, `late last year`, `later this month`."""
    mod, date = line.value(first, last, "X"), line.items[last - 1].value
    if line.signs[last - 1] == "U":
        date = Current(date, 0, HERE)
        if date.unit not in ("day", "week", "month", "year", "century", "decade"):
            return None
    word = line.word(first)
    if line.sign(last) == "B":
        return None
    if isinstance(date, Current) and date[:2] == ("day", 0) and "i" in line.signs[first:last]:
        return None
    if (
        word in ("start", "beginning", "end", "middle", "close")
        and "k" not in line.signs[first:last]
        and line.word(first - 1) not in ("the", "by", "at", "until", "from", "to", "")
    ):
        return None
    if (word == "close" or line.word(first - 1) == "to") and line.signs[first + 1] == "i":
        return None  # `expected to close in June`
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
    grows = (one, two) in {("START", "MID"), ("START", "END"), ("MID", "END")}
    if isinstance(date, Reference | Event | Bounded | Ends) or not grows:
        return None
    return "D", Spread(one, two, date)


def _half(line: Line, first: int, last: int) -> Made:
    """`the first half of May`, `the latter half of the 1850s`, `the second half of the year`."""
    signs = line.signs[first:last]
    at = first + signs.index("h") - 1
    at -= line.signs[at] == "-"
    word = line.word(at)
    n = {"first": "FIRST", "second": "SECOND", "latter": "SECOND", "later": "SECOND", "last": "SECOND"}.get(word)
    date = Current(line.items[last - 1].value, 0, HERE) if signs[-1] == "U" else line.items[last - 1].value
    if n is None or not isinstance(date, Current | Fixed | Partial | Within) or getattr(date, "unit", "") == "day":
        return None
    return "D", Part(n, date)


def _year_end(line: Line, first: int, last: int) -> Made:
    """`by year-end`, `by year's end`; `at year-end` may be that of the year before."""
    unit = line.items[first].value
    if line.word(last - 1) != "end" or unit not in ("month", "year") or line.word(first).endswith("s"):
        return None
    if line.sign(last) in "kyDi" or line.word(first - 1) not in ("by", "until", "before"):
        return None
    return "D", Part("CLOSE", Current(unit, 0, HERE))


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
        return "D", Current(unit, 0, HERE)
    if unit == "fortnight" and ends and line.sign(first - 1) != "D":
        return "D", Ends(Current("week", 0, NOW), Current("week", 1, NOW))
    return None


def _rest(line: Line, first: int, last: int) -> Made:
    """`the rest of the month`, `remainder of this week`."""
    if line.word(first) not in ("rest", "remainder", "balance"):
        return None
    date = line.items[last - 1].value
    if line.signs[last - 1] == "U":
        date = Current(date, 0, HERE)
    return "D", Part("REST", date)


def _end_of_year(line: Line, first: int, last: int) -> Made:
    """`year-end 2025`."""
    date = line.items[last - 1].value
    if line.items[first].value != "year" or line.value(first, last, "X") != "CLOSE" or not isinstance(date, Fixed):
        return None
    return ("D", Part("CLOSE", date)) if len(date.value) == 4 else None


MODS = Stage(
    "XUDh",
    Rule("U-?XD", _end_of_year),
    Rule("U-?X|U;X", _year_end),
    Rule("X-?(?:>|\\||\\+)-?X-?(?:kt?)?D", _spread),
    Rule("t?[oxXR]-?hkt?[DU]", _half),
    Rule("X-?t?D", _modified),
    Rule("X(?:i|k)+[tR]?[DU]", _modified),
    Rule("XktU|XitU|XkU", _modified),
    Rule("xk?[tR]?[DU]", _rest),
    Rule("t?xU|tU|ta?U|U", _the_unit),
)
