"""A percentage of change must be what the two figures beside it come to.

Holds: `sales rose 20% from 50 to 60`. Fails: `sales rose 30% from 50 to 60`. Each figure stands for all values that
round to it; a percentage that is off by its last place alone is a note. Between two percentages both the change in
points and the change in proportion are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.compare.checks import Failing
from checker.compare.figures import AGAINST, AGAINST_WORDS, CHANGES, FILL, bare, fits, kindest, readings, told, way
from checker.compare.passages import Pattern, matches
from checker.model.mention import Annotated, Interval, Quantity
from checker.values.intervals import divide, negative, subtract
from checker.values.precision import scaled

_OLD, _NEW = f"(?:the )?<figure old>{FILL}", f"<figure new>{FILL}"
_WAY = r"\b(?P<way>\w+)(?: (?:its|the|their|his|her)(?: [a-z-]+){1,2})?(?: by)?"
_BEHIND = r"[,(–—\s]+(?:(?!of)\w+ ){0,4}?(?:of )?<share stated>(?! (?:of|are|were|was|is|who|said|in|for)\b)"
_EACH = re.compile(
    r"\b(?:average|annual(?:ly|ised|ized)?|(?:a|an|per|each|every) (?:year|month|week|quarter|day)(?! (?:ago|earlier|before)))\b"
)
PATTERNS = (
    Pattern(rf"{_WAY} <share stated>{FILL},? (?:\w+ing )?from {_OLD} to {_NEW}", {"from"}, CHANGES),
    Pattern(
        rf"{_WAY} <share stated>{FILL},? (?:at|to) (?:an? \w+ of )?{_NEW},? {AGAINST} {_OLD}", AGAINST_WORDS, CHANGES
    ),
    Pattern(rf"{_WAY} from {_OLD} to {_NEW}{_BEHIND}", {"from"}, CHANGES),
    Pattern(rf"{_WAY} to {_NEW},? {AGAINST} {_OLD}{_BEHIND}", AGAINST_WORDS, CHANGES),
    Pattern(rf"\bfrom {_OLD} to {_NEW},? \(?{_WAY} <percent stated>", {"from"}, CHANGES),
    Pattern(rf"\bfrom {_OLD} to {_NEW},? \(?an? <percent stated> (?P<way>\w+)", {"from"}, CHANGES),
    Pattern(rf"<percent stated> (?P<way>\w+) from {_OLD} to {_NEW}", {"from"}, CHANGES),
    Pattern(
        rf"<figure new>{FILL},? (?:was |were |is |are )?{_WAY} <percent stated> (?:from|on|over|against) {_OLD}",
        CHANGES,
    ),
    Pattern(rf"<percent stated> (?P<way>\w+) (?:at|to) {_NEW},? {AGAINST} {_OLD}", AGAINST_WORDS, CHANGES),
    Pattern(
        r"(?P<way>\w+)(?: by)? <figure gap>(?:,? or| \(| –)(?: about)? <percent stated>[,)]* (?:at|to) <figure new>"
    ),
    Pattern(rf"<figure new>{FILL},? (?:up|down) from {_OLD},? an? <percent stated> (?P<way>\w+)", {"from"}, CHANGES),
)


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every percentage that stands with the figures before and after a change."""
    for found, slots in matches(annotated, PATTERNS, least=3):
        stated = annotated.mentions[slots["stated"]].value
        if not isinstance(stated, Quantity) or stated.unit not in ("percent", "") or not way(found["way"]):
            continue
        if _EACH.search(found[0]):
            continue  # what came together over some years is not told
        percent = 100 if stated.unit == "" else 1  # a third
        rises = way(found["way"]) > 0
        changes = list(
            _by(annotated, slots, rises=rises) if "gap" in slots else _between(annotated, slots, rises=rises)
        )
        verdict = kindest(
            fits(scaled(stated.hard, percent), change, scaled(stated.written, percent)) for change in changes
        )
        if not changes or verdict is True:
            continue
        quote = {name: annotated.quote(annotated.mentions[index]) for name, index in slots.items()}
        old = f"from {quote['old']}" if "old" in slots else f"by {quote['gap']}"
        reckoned = told(changes[0], "%")
        step = f"{old} to {quote['new']} is {reckoned} {'more' if rises else 'less'}"
        passes = (f"if “{quote['stated']}” were {reckoned}",)
        message = f"“{quote['stated']}” is not the change: {step}"
        yield Failing(tuple(sorted(slots.values())), message, (step,), verdict is False, passes)


def _between(annotated: Annotated, slots: Mapping[str, int], *, rises: bool) -> Iterator[Interval]:
    """The change from the old figure to the new one in percent, and in points where both are percentages themselves."""
    for old, new in readings(annotated, slots["old"], slots["new"]):
        if old.lower and old.lower > 0:
            change = scaled(divide(new, old), 100, -100)
            yield change if rises else negative(change)
        if annotated.mentions[slots["new"]].kind == "percent" and not bare(annotated, slots["new"]):
            yield subtract(new, old) if rises else subtract(old, new)


def _by(annotated: Annotated, slots: Mapping[str, int], *, rises: bool) -> Iterator[Interval]:
    """The change of so much, to the new figure, in percent of what it was before."""
    sign = 1 if rises else -1
    for gap, new in readings(annotated, slots["gap"], slots["new"]):
        if gap.lower is not None and gap.upper is not None and new.lower and new.upper:
            least, most = new.upper - sign * gap.lower, new.lower - sign * gap.upper
            if least > 0 and most > 0:
                yield Interval(100 * gap.lower / least, 100 * gap.upper / most, gap.lower_open, gap.upper_open)
