"""What would have made a finding pass: the values that fit, and the least room that a rule would have to give.

Each line completes `it would pass …`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from checker.compare.bounds import Bounds, beginning, bounds
from checker.compare.clocks import DAYS, HOURS
from checker.model.comparison import Assertion, FactResult
from checker.model.mention import Interval
from checker.model.rule import Fact
from checker.values.amounts import stands_for
from checker.values.intervals import meet

_NAMED = 3
"""Documents that a line names; of more it gives the number."""


def of_fact(result: FactResult, fact: Fact, known: Mapping[str, Assertion], verdict: str) -> Iterator[str]:
    """For a fact that is in conflict, disputed, doubtful, or not to be compared."""
    if verdict == "incomparable":
        yield from _of_incomparable(result, fact, known)
        return
    if verdict not in ("conflicting", "disputed"):
        return
    first, *others = result.sides
    for side in others:
        yield f"if {_who(side.documents)} said {stands_for(first.value)}"
    if len(others) == 1 and not result.wrong:
        yield f"if {_who(first.documents)} said {stands_for(others[0].value)}"
    items = [item for side in result.sides for i in side.assertions if (item := bounds(known[i])) is not None]
    room = _tolerance(items)
    if room:
        yield f"with `tolerance: {room}` in the rule"
    yield "with a `known:` entry in the rule, or in the baseline, once people have accepted it"


def of_missing(sources: int, fact: Fact) -> Iterator[str]:
    """For a `require:` that is unmet."""
    more = fact.require - sources
    yield f"if {more} more source{'s' if more > 1 else ''} stated it"
    yield f"with `require: {sources}` in the rule" if sources else "without `require:` in the rule"


def _of_incomparable(result: FactResult, fact: Fact, known: Mapping[str, Assertion]) -> Iterator[str]:
    lacking = {reason for i in result.assertions for reason in known[i].missing}
    for spec in fact.qualifiers:
        if any(reason.endswith(f"which {spec.name}") for reason in lacking):
            yield f"if a word near the value said which {spec.name}, or with `default:` for `{spec.name}` in the rule"
    if fact.trend is not None and any(known[i].as_of is None for i in result.assertions):
        yield "if each source said as of when (`--published`, or `as of …` in the text)"
    if "time zone" in result.reason:
        yield "if every source named its time zone, or none did"
    if result.reason.startswith("stated as"):
        yield "with `status: asserted` in the rule, where the words around the value say nothing of what it is"
    if "anchors" in result.reason:
        yield "with the publication dates of the sources (`--published`, or `published` in checker.toml)"


def _who(documents: Sequence[str]) -> str:
    if len(documents) > _NAMED:
        return f"those {len(documents)} sources"
    return " and ".join(documents)


def _tolerance(items: Sequence[Bounds]) -> str:
    """The least `tolerance:` with which all values fit, in the words of a rule; empty where none is of help."""
    spans = [item.hard for item in items if item.condition is None]
    if len(spans) < len(items) or len({item.axis for item in items}) != 1:
        return ""
    lowest = min((one for one in spans if one.upper is not None), key=_end, default=None)
    highest = max((one for one in spans if one.lower is not None), key=beginning, default=None)
    if lowest is None or highest is None or meet(lowest, highest) is not None:
        return ""
    low, high = _end(lowest)[0], beginning(highest)[0]  # no two others are further apart
    if items[0].axis.startswith((DAYS, HOURS)):
        timed = low % 1 or high % 1
        amount, unit = (math.ceil((high - low) * 720), "minute") if timed else (math.ceil((high - low) / 2), "day")
        return f"{amount} {unit}{'s' if amount > 1 else ''}"
    return f"{math.floor(100 * (high - low) / (high + low)) + 1}%" if low + high > 0 else ""


def _end(span: Interval) -> tuple[float, bool]:
    return span.upper or 0.0, not span.upper_open
