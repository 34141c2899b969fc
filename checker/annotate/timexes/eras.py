"""Years and centuries of an era, and years in short: `44 BC`, `AD 79`, `the XIX century`, `the summer of '44`.

A year before Christ has no day in ISO 8601, so it is kept as its TIMEX3 value alone (`BC0044`, a century `BC02`).
"""

from __future__ import annotations

from checker.annotate.timexes.grammar import Made, Rule
from checker.annotate.timexes.signs import Line
from checker.annotate.timexes.spec import Ends, Fixed, Partial

_LEADS = frozenset(
    "in since of by until till from to through before after around circa c late early mid during between and or -".split()
)


def _year(number: int, sign: int) -> Fixed:
    return Fixed(f"{'BC' if sign < 0 else ''}{number:04}")


def _era(line: Line, first: int, last: int) -> Made:
    """`44 BC`, `14 A.D.`, `AD 79`."""
    number, sign = line.value(first, last, "dney"), line.value(first, last, "l")
    if (sign > 0 and number > 2999) or (line.signs[first] == "l" and line.glued(first + 1)):
        return None  # `BC1` is a name
    return ("D", _year(number, sign)) if number else None


def _era_span(line: Line, first: int, last: int) -> Made:
    """`480-479 BC`, `from 27 BC to AD 14`, `AD 54-68`."""
    one, two = line.values(first, last, "dney")
    signs = line.values(first, last, "l")
    early, late = (signs[0], signs[-1]) if len(signs) > 1 else (signs[0], signs[0])
    if not one or not two or early > late or (early == late and (one <= two) is not (early > 0)):
        return None
    return "I", Ends(_year(one, early), _year(two, late))


def _century(line: Line, first: int, last: int) -> Made:
    """`the 15th century`, `the third century BC`."""
    if line.word(last - 1 - (line.signs[last - 1] == "l")) not in ("century", "centuries"):
        return None
    number, sign = line.value(first, last, "oO") - 1, line.value(first, last, "l") or 1
    if number > 98:
        return None
    return "D", Fixed(f"{'BC' if sign < 0 else ''}{number:02}")


def _other_century(line: Line, first: int, last: int) -> Made:
    """The first of `the 15th and 16th centuries`, `the fourth or third century BC`."""
    whole = line.items[last - 1].value
    if not isinstance(whole, Fixed) or len(whole.value.removeprefix("BC")) != 2:
        return None
    era = "BC" if whole.value.startswith("BC") else ""
    one = Fixed(f"{era}{line.value(first, last, 'oO') - 1:02}")
    return "I", Ends(one, whole)


def _short_year(line: Line, first: int, last: int) -> Made:
    """`in '44`, `class of '09`: whichever century makes it the latest that has been."""
    at = line.items[last - 1].first
    if len(line.chunk.words[at]) != 2 or not line.glued(last - 1) or line.word(first - 1) not in _LEADS:
        return None
    if line.sign(last) in "uU%:/" or (line.glued(last) and line.sign(last) not in " .,;)-"):
        return None
    return "D", Partial(f"XX{line.items[last - 1].value:02}")


RULES = (
    Rule("[dney](?:-|>)[dney]l|[dney]l(?:-|>)[dney]l|[dney]l(?:-|>)l[dney]|l[dney](?:-|>)l?[dney]", _era_span),
    Rule("[dney]l|l[dney]", _era),
    Rule("[oO]-?Ul?", _century),
    Rule("'[de]", _short_year),
)
SPANS = (Rule("[oO](?:-|>|\\+|\\||-?[+|>])t?D", _other_century),)
