"""Dates told together: `April 24 and 25`, `on 3, 5 and 9 October`, `Monday, May 16`, `the 15th and 16th centuries`."""

from __future__ import annotations

import re

from checker.annotate.timexes import eras
from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lexicon import FUNCTION_WORDS
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import Fixed, Holiday, Partial, Weekday


def _another_day(line: Line, first: int, last: int) -> Made:
    """The second of `April 24 and 25`."""
    date, day = line.items[first - 2].value, line.value(first, last, "do")
    if (
        not isinstance(date, Fixed | Partial)
        or len(date.value) != 10
        or date.value[5] == "X"
        or not int(date.value[8:]) < day <= 31
        or (line.sign(last) == "x" and line.word(last) not in FUNCTION_WORDS)
    ):
        return None
    return "D", type(date)(f"{date.value[:8]}{day:02}")


def _day_of_these(line: Line, first: int, last: int) -> Made:
    """The first of `on 3 and 9 October`, `on 3, 5 and 9 October`, `the 3rd and the 9th of October`."""
    date = line.items[line.signs.index("D", last)].value
    day = line.value(first, last, "do")
    listed = line.word(first - 1) == "on" or (line.sign(first - 1) == "," and line.sign(first - 2) == "D")
    if not listed or not isinstance(date, Fixed | Partial) or len(date.value) != 10 or date.value[5] == "X":
        return None
    return ("D", type(date)(f"{date.value[:8]}{day:02}")) if day < int(date.value[8:]) else None


_LISTED = re.compile(r"(?:,D)*,?[+|/][ij]?t?D")


def _month_of_these(line: Line, first: int, last: int) -> Made:
    """The first of `January and March 1941`, `3 May and 5 June 1941`, `spring and summer of 1942`."""
    listed = _LISTED.match(line.signs, last)
    one, two = line.items[first].value, line.items[listed.end() - 1 if listed else first].value
    if not isinstance(one, Partial) or not isinstance(two, Fixed) or one.lean or one.value[5:6] in ("", "X", "W"):
        return None
    if len(one.value) != len(two.value) or one.value[5].isdigit() != two.value[5].isdigit():
        return None
    year = int(two.value[:4]) - (one.value[5].isdigit() and one.value[5:] > two.value[5:])
    return "D", Fixed(f"{year:04}{one.value[4:]}")


def _quarter_of_these(line: Line, first: int, last: int) -> Made:
    """The first of `the 1st, 2nd and 3rd quarters of 2024`."""
    date, number = line.items[line.signs.index("D", last)].value, line.value(first, last, "o")
    if not isinstance(date, Fixed) or date.value[4:6] != "-Q" or not 1 <= number < int(date.value[6]):
        return None
    return "D", Fixed(f"{date.value[:6]}{number}")


def _beside(line: Line, first: int, last: int) -> Made:
    """A day beside what tells more of it: `Monday, May 16`, `May/22(Tue)`, a feast and its date, a date and its era."""
    one, two = line.values(first, last, "D")
    if isinstance(one, Partial) and isinstance(two, Fixed) and two.value.startswith("BC") and one.value[5:6].isdigit():
        # `10 January 49 BC`
        return ("D", Fixed(two.value + one.value[4:])) if len(two.value) == len("BC0049") else None
    if isinstance(one, Holiday) and isinstance(two, Fixed) and len(two.value) == 10 and one.year is None:
        return "D", two  # `Easter Monday, 24 April 1916`
    if isinstance(one, Weekday) and one.day is None and isinstance(two, Fixed | Partial) and len(two.value) == 10:
        return "D", two._replace(weekday=one.weekday) if isinstance(two, Partial) else two
    if isinstance(two, Weekday) and two.day is None and isinstance(one, Fixed | Partial) and len(one.value) == 10:
        one = one._replace(weekday=two.weekday) if isinstance(one, Partial) else one
        return ("D", one) if line.signs[first + 1] in ",(" and line.word(last - 1) != "'s" else None
    return None


def _same_day(line: Line, first: int, _last: int) -> Made:
    """The second of `the years ended March 31, 2024 and 2023`: that day of another year."""
    at = line.signs.rindex("D", 0, first)
    one, two = line.items[at].value, line.items[first].value
    while line.signs[at - 2 : at] == "D,":
        at -= 2
    if line.word(at - 1) not in ("ended", "ending", "of", "at") or not isinstance(one, Fixed):
        return None
    yearly = isinstance(two, Fixed) and len(one.value) == 10 and len(two.value) == 4 and one.value[5:] != "02-29"
    return ("D", Fixed(two.value + one.value[4:])) if yearly else None


TOGETHER = Stage(
    "D",
    *eras.SPANS,
    Rule(r"(?<=D[+,|])D|(?<=D,\+)D", _same_day),
    Rule(r"(?<=D[+|])t?[do](?![:puUKMe/%-])", _another_day),
    Rule(r"t?o(?=(?:,t?o)*,?[+|]t?D)", _quarter_of_these),
    Rule(r"D\(D\)|D,?-?D", _beside),
    Rule(rf"D(?={_LISTED.pattern})", _month_of_these),
    Rule(r"t?[do](?=(?:,t?[do])*,?[+|]t?D)", _day_of_these),
)
