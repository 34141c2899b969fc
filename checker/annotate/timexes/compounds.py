"""Lengths of time made of others: `an hour and a half`, `2 years and 3 months`, `a week to a month`, `from five years to two`."""

from __future__ import annotations

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lengths import Length
from checker.annotate.timexes.signs import Line

_ORDER = ("millennium", "century", "decade", "year", "quarter", "month", "fortnight", "week", "weekend", "business day",
          "day", "hour", "minute", "second")  # fmt: skip


def _half_on(line: Line, first: int, last: int) -> Made:
    """`an hour and a half`, `one month and half`, `a year and a quarter`."""
    length: Length = line.items[first].value
    if len(length.parts) != 1 or line.sign(last) in "uU":
        return None
    share = 0.25 if line.signs[last - 1] == "K" else line.items[last - 1].value or 0.5
    return "P", Length(((length.parts[0][0] + share, length.parts[0][1]),))


def _or_two(line: Line, first: int, last: int) -> Made:
    """`a year or two`."""
    length: Length = line.items[first].value
    more = float(line.items[last - 1].value)
    if len(length.parts) > 1 or length.low is not None or not length.parts[0][0] < more or line.sign(last) in "uUKP-":
        return None
    return "P", Length(((more, length.parts[0][1]),), length.parts[0][0], more)


def _hour_and(line: Line, first: int, last: int) -> Made:
    """`1 hour fifteen`, `2 hours and 10`, where nothing more follows."""
    length: Length = line.items[first].value
    if length.parts[-1][1] != "hour" or len(length.parts) > 1 or line.sign(last) not in " .,;)":
        return None
    return "P", Length((*length.parts, (float(line.items[last - 1].value), "minute")))


def _ranged_units(line: Line, first: int, last: int) -> Made:
    """`two weeks to a month`: one length with two ends, in the unit of the second."""
    one, two = line.values(first, last, "P")
    if one.low or two.low or one.vague is not None or two.vague is not None or len(one.parts) + len(two.parts) > 2:
        return None
    if one.parts[0][1] != two.parts[0][1] or one.parts[0][0] >= two.parts[0][0]:
        return None
    return "P", Length(two.parts, one.parts[0][0], two.parts[0][0])


def _other_end(line: Line, first: int, last: int) -> Made:
    """The second of `from five years to two`: it has the unit of the first."""
    length: Length = line.items[first - 2].value
    word = line.word(last)
    number = line.items[first].value
    if len(length.parts) > 1 or (line.sign(last) == ";" and word == "%") or (word == "." and line.glued(last + 1)):
        return None
    return "P", Length(((float(number[0] if isinstance(number, tuple) else number), length.parts[0][1]),))


def _of_these(line: Line, first: int, last: int) -> Made:
    """The first of `3, 6 and 12 months`: each has the unit of the last, and they grow."""
    item = line.items[first]
    length: Length = line.items[line.signs.index("P", last)].value
    number = float(item.value[0] if item.sign == "f" else item.value)
    if len(length.parts) > 1 or length.low is not None or length.vague is not None or length.joined:
        return None
    if number >= length.parts[0][0] or line.sign(first - 1) in "MyD:/-;" or line.glued(first):
        return None
    return "P", Length(((number, length.parts[0][1]),))


def _compound(line: Line, first: int, last: int) -> Made:
    """`2 years, 3 months and 4 days`: every unit once."""
    lengths = line.values(first, last, "P")
    parts = tuple(part for length in lengths for part in length.parts)
    units = [unit for _, unit in parts]
    if len(set(units)) < len(units) or any(length.low or length.vague or length.joined for length in lengths):
        return None
    places = [_ORDER.index(unit) for unit in units]
    marks = line.signs[first:last].replace("P", "")
    if places != sorted(places) and (marks or len(parts) > 2 or line.word(last - 1) in ("a", "an")):
        return None  # `5 minutes an hour`
    return "P", Length(tuple(part for _, part in sorted(zip(places, parts, strict=True))))


HALVES = Stage(
    "P",
    Rule(r"P\|[dw]", _or_two),
    Rule(r"P\+?a?[hK]", _half_on),
    Rule(r"P\+?[dwe](?!p|:|c)", _hour_and),
)
COMPOUNDS = Stage(
    "P",
    Rule(r"[dewf](?=(?:,[dewf])*,?[+|]P)", _of_these),
    Rule(r"P(?:,?\+?P)+", _compound),
    Rule(r"(?<!P,)P(?:>|-|\|)P", _ranged_units),
    Rule(r"(?<=FP>)[dewvnf](?=$|[ .,;)@ijF+|])", _other_end),
)
