"""A percentage of change must be what the two figures beside it come to.

Holds: `sales rose 20% from 50 to 60`. Fails: `sales rose 30% from 50 to 60`. Each figure stands for all values that
round to it; a percentage that is off by its last place alone is a note. Between two percentages both the change in
points and the change in proportion are accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.compare.checks import Failing
from checker.compare.figures import CHANGES, FILL, fits, kindest, readings, told, way
from checker.compare.passages import Pattern, matches
from checker.model.mention import Annotated, Interval, Mention, Quantity
from checker.values.intervals import add, divide, negative, subtract
from checker.values.precision import scaled

_OLD, _NEW = f"(?:the )?<figure old>{FILL}", f"<figure new>{FILL}"
_AGAINST = "(?:from|compared (?:with|to)|against)"
_WAY = r"\b(?P<way>\w+)(?: by)?"
_BEHIND = r"[,(–—\s]+(?:(?!of)\w+ ){0,4}?(?:of )?<percent stated>(?! (?:of|are|were|was|is|who|said|in|for)\b)"
PATTERNS = (
    Pattern(rf"{_WAY} <percent stated>{FILL},? from {_OLD} to {_NEW}", {"from"}, CHANGES),
    Pattern(rf"{_WAY} <percent stated>{FILL} to {_NEW},? {_AGAINST} {_OLD}", {"to"}, CHANGES),
    Pattern(rf"{_WAY} from {_OLD} to {_NEW}{_BEHIND}", {"from"}, CHANGES),
    Pattern(rf"{_WAY} to {_NEW},? {_AGAINST} {_OLD}{_BEHIND}", {"to"}, CHANGES),
    Pattern(rf"\bfrom {_OLD} to {_NEW},? \(?{_WAY} <percent stated>", {"from"}, CHANGES),
    Pattern(rf"\bfrom {_OLD} to {_NEW},? \(?an? <percent stated> (?P<way>\w+)", {"from"}, CHANGES),
    Pattern(rf"<percent stated> (?P<way>\w+) from {_OLD} to {_NEW}", {"from"}, CHANGES),
    Pattern(
        rf"<figure new>{FILL},? (?:was |were |is |are )?{_WAY} <percent stated> (?:from|on|over|against) {_OLD}",
        CHANGES,
    ),
    Pattern(rf"<percent stated> (?P<way>\w+) (?:at|to) {_NEW},? {_AGAINST} {_OLD}", CHANGES),
    Pattern(
        r"(?P<way>\w+)(?: by)? <figure gap>(?:,? or| \(| –)(?: about)? <percent stated>[,)]* (?:at|to) <figure new>"
    ),
    Pattern(rf"<figure new>{FILL},? (?:up|down) from {_OLD},? an? <percent stated> (?P<way>\w+)", {"from"}, CHANGES),
)


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every percentage that stands with the figures before and after a change."""
    for found, slots in matches(annotated, PATTERNS, least=3):
        stated, after = annotated.mentions[slots["stated"]].value, annotated.mentions[slots["new"]]
        assert isinstance(stated, Quantity)
        pairs, rises = _pairs(annotated, slots, rises=way(found["way"]) > 0), way(found["way"]) > 0
        if not pairs or stated.unit != "percent" or not way(found["way"]):
            continue
        changes = [change for old, new in pairs for change in _changes(old, new, after, rises=rises)]
        verdict = kindest(fits(stated.hard, change, stated.written) for change in changes)
        if verdict is True:
            continue
        old, new, share = (
            annotated.quote(annotated.mentions[slots[name]]) for name in (_before(slots), "new", "stated")
        )
        step = f"{'from' if 'old' in slots else 'by'} {old} to {new} is {told(changes[0], '%')} {'more' if rises else 'less'}"
        message = f"“{share}” does not fit “{old}” and “{new}”: {step}"
        yield Failing(
            tuple(sorted(slots.values())),
            message,
            (step,),
            verdict is False,
            (f"if “{share}” were {told(changes[0], '%')}",),
        )


def _before(slots: Mapping[str, int]) -> str:
    return "old" if "old" in slots else "gap"


def _pairs(annotated: Annotated, slots: Mapping[str, int], *, rises: bool) -> list[tuple[Interval, Interval]]:
    """The figures before and after; before is after without the change where that is what is said."""
    pairs = readings(annotated, slots[_before(slots)], slots["new"])
    if "old" in slots:
        return pairs
    return [(subtract(new, gap) if rises else add(new, gap), new) for gap, new in pairs]


def _changes(old: Interval, new: Interval, mention: Mention, *, rises: bool) -> Iterator[Interval]:
    """The change in percent of the old figure, and in points where the figures are percentages themselves."""
    if old.lower and old.lower > 0:
        change = scaled(divide(new, old), 100, -100)
        yield change if rises else negative(change)
    if mention.kind == "percent":
        yield subtract(new, old) if rises else subtract(old, new)
