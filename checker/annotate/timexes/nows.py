"""Words for now and what is ahead: `now`, `at the moment`, `in the near future`, `sales to date`, `the year to date`."""

from __future__ import annotations

from checker.annotate.timexes.grammar import Made, Rule, Stage
from checker.annotate.timexes.lexicon import FUNCTION_WORDS
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import NOW, Current, Ends, Nth, Reference


def _now(line: Line, _first: int, last: int) -> Made:
    if line.sign(last) == "+" and line.word(last) == "and" and line.word(last + 1) in ("then", "again", "forever"):
        return None
    return "D", Reference("PRESENT_REF")


def _vaguely(line: Line, first: int, last: int) -> Made:
    """`currently`, `at the moment`, `in the near future`: TIMEX3 gives them no days."""
    word = line.word(last - 1)
    if line.sign(last) in "k'" or line.word(last) == "'s":
        return None
    if word in ("moment", "present"):
        return ("D", Reference("PRESENT_REF")) if "@" in line.signs[first:last] else None
    follows = line.sign(last) in " .,;)!?+" or line.word(last) in FUNCTION_WORDS
    led = line.sign(first) == "t" or line.word(first) in ("near", "foreseeable") or line.word(first - 1) == "in"
    if word == "future" and not (led and follows):
        return None
    return "D", Reference(line.items[last - 1].value)


def _unit_to_date(line: Line, first: int, last: int) -> Made:
    """`in the year to date`."""
    unit = line.items[first].value or "quarter"
    if line.word(last - 1) != "date" or unit not in ("month", "quarter", "year") or line.word(first).endswith("s"):
        return None
    return "I", Ends(Nth(1, "day", Current(unit, 0, NOW)), Current("day", 0, NOW))


def _to_date(line: Line, first: int, last: int) -> Made:
    """`sales to date`."""
    if (line.word(first) != "to" and line.word(first) != "till") or line.word(first - 1) in (
        "up",
        "-",
        "a",
        "specific",
    ):
        return None
    return (
        ("D", Reference("PRESENT_REF"))
        if line.word(last - 1) == "date" and line.word(last) not in ("of", "with")
        else None
    )


NOWS = Stage(
    "N>m",
    Rule("jRN|RN", _now),
    Rule("@t?m|(?:tx?)?m", _vaguely),
    Rule("[UK]-?>-?x", _unit_to_date),
    Rule(">x", _to_date),
    Rule("N", _now),
)
