"""Hours told from others: `half past seven`, `a quarter to eight`, `half three`, and a bare `at 7`."""

from __future__ import annotations

from checker.annotate.timexes.clocks import STATES, clock_of, half_of
from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.halfdays import MEALS, in_part
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import Clock

_SHARES = {"1/2": 30, "1/4": 15, "3/4": 45}
"""Minutes of an hour."""


def _minutes(line: Line, first: int, last: int) -> Made:
    """`half past seven`, `a quarter to eight`, `twenty after 3 p.m.`"""
    signs = line.signs
    way = next(i for i in range(first, last) if signs[i] in "R>rF" and i > first)
    word = line.word(way)
    head = signs[first]
    if line.glued(first) and line.sign(first - 1) == "x":
        return None  # `CO2 after 5`
    if word not in ("past", "to", "after", "till", "from", "before", "of") or line.sign(first - 1) in "Fb":
        return None
    if word == "from" and head in "dwve" and "u" not in signs[first:way]:
        return None
    if signs[first + 1] == "/":
        share = line.chunk.quote(line.items[first].first, line.items[way].first).strip()
        if share not in _SHARES:
            return None
        minutes = _SHARES[share]
    elif "u" in signs[first:way]:
        if line.value(first, way, "u") != "minute":
            return None
        minutes = line.value(first, way, "dwve")
    elif head == "h":
        minutes = 30
    elif "K" in signs[first:way]:
        minutes = 15
    else:
        minutes = line.value(first, way, "dwve")
    goal = line.items[last - 1].value if signs[last - 1] == "C" else line.value(way, last, "dw")
    if (
        word == "to"
        and head in "dwve"
        and "u" not in signs[first:way]
        and line.word(last - 1) not in ("noon", "midday", "midnight")
        and not (head in "wv" and minutes in (5, 10, 20, 25) and line.sign(first - 1) == "@")
    ):
        return None  # `3 to 4 p.m.` is a range; `at twenty to seven` none
    if not isinstance(goal, Clock):
        spoken = line.values(way, last, "wv")
        if len(spoken) > 1:
            goal = Clock(spoken[0], spoken[1], 0, 2, False)
    if not isinstance(goal, Clock):
        made = clock_of(goal, 0, 0, 1, half_of(line, way, last))
        if made is None:
            return None
        goal = made[1]
    if (goal.minute and word not in ("to", "before")) or minutes >= 60:
        return None
    total = goal.hour * 60 + goal.minute + (minutes if word in ("past", "after", "from") else -minutes)
    return "C", goal._replace(hour=total // 60 % 24, minute=total % 60, parts=2)


def _half_hour(line: Line, first: int, last: int) -> Made:
    """`at half three`, as the British say half past."""
    bare = first == 0 and last == len(line.items)
    if (not bare and line.sign(first - 1) != "@") or line.sign(last) in "uUx":
        return None
    clock = line.value(first, last, "C")
    if clock:
        return None if clock.parts > 1 else ("C", clock._replace(minute=30, parts=2))
    return clock_of(line.value(first, last, "dw"), 30, 0, 2, None)


def _at(line: Line, first: int, last: int) -> Made:
    """`at 7`, where what stands around it is about time: another date, or a verb of coming and going."""
    hour = line.value(first, last, "dw")
    after, before = line.sign(last), line.sign(first - 1)
    near = after in "BDETWMNH" or (after in "ij" and line.sign(last + 1) in "tBWDRMdC") or before in "BDETWM"
    ends = after in " .,;?" and (line.word(last) != "," or line.sign(last + 1) == " ")
    leads = (
        line.word(first - 1) in STATES
        or "RU" in line.signs[max(0, first - 2) : first]
        or (first == 0 and last == len(line.items))
    )
    if hour > 24 or not (near or (ends and leads)) or line.sign(last) == "-":
        return None
    meal = MEALS.get(line.word(first - 1))
    return "C", in_part(Clock(hour, 0, 0, 1, sure=hour > 12), meal) if meal else Clock(hour, 0, 0, 1, sure=hour > 12)


PAST = Stage(
    ("R>rFh@", "dwveKuhC"),
    Rule("h[dwC]", _half_hour),
    Rule("d/dR(?:C|[dw]c?)", _minutes),
    Rule("(?:h|a?K|[dwve]u|[dwve])(?:R|>|r|F)(?:C|[dw][wv]|[dw]p|[dw]c|[dw])", _minutes),
    Rule("@[dw](?![>RuUK])", _at),
)
