"""A figure that doubled, tripled or halved must have done so between the two figures given.

Holds: `doubled from 4 to 8`, `a threefold rise, from 10 to 31`. Fails: `doubled from 4 to 9`. Ten in a hundred are
allowed beyond the rounding of the figures: who writes `doubled` does not reckon closer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.compare.checks import Failing
from checker.compare.figures import AGAINST, AGAINST_WORDS, CHANGES, FILL, kindest, readings, told, way
from checker.compare.passages import Pattern, matches
from checker.model.mention import Annotated, Interval, Quantity
from checker.values.intervals import divide, meet

_ROOM = 0.1
_MULTIPLES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}
_VERB = rf"(?P<verb>{'|'.join(_MULTIPLES)})(?:es|ed|ing)"
_VERBS = frozenset(stem + ending for stem in _MULTIPLES for ending in ("es", "ed", "ing"))
_MULTIPLIED = re.compile(rf"\b(?:{'|'.join(_MULTIPLES)})(?:es|ed|ing)\b", re.IGNORECASE)
_HEDGE = r"(?:\b(?P<hedge>more than|over|at least|nearly|almost|close to|just over|just under) )?"
_OLD, _NEW = f"(?:the )?<figure old>{FILL}", f"<figure new>{FILL}"
_FROM_TO, _TO_FROM = (
    rf",? (?:\w+ing )?from {_OLD} to {_NEW}",
    rf",? to {_NEW},? {AGAINST} {_OLD}",
)
_WHAT = r"(?: again| in \w+|(?: in| over| within)?(?: the (?:past|last))? (?:<duration>|<date>))?"
PATTERNS = (
    Pattern(rf"{_HEDGE}\b{_VERB}{_WHAT}{_FROM_TO}", _VERBS, {"from"}),
    Pattern(rf"{_HEDGE}\b{_VERB}{_WHAT}{_TO_FROM}", _VERBS, AGAINST_WORDS),
    Pattern(rf"<ratio stated>{_WHAT}{_FROM_TO}", {"from"}),
    Pattern(rf"<ratio stated>{_WHAT}{_TO_FROM}", AGAINST_WORDS),
    Pattern(rf"<ratio stated> (?P<way>\w+){_WHAT}{_FROM_TO}", {"from"}, CHANGES),
    Pattern(rf"<ratio stated> (?P<way>\w+){_WHAT}{_TO_FROM}", AGAINST_WORDS, CHANGES),
    Pattern(rf"\b(?P<way>\w+) <ratio stated>{_FROM_TO}", {"from"}, CHANGES),
    Pattern(rf"\b(?P<way>\w+) <ratio stated>{_TO_FROM}", AGAINST_WORDS, CHANGES),
    Pattern(
        rf"{_NEW},? (?:is |was |or )?<ratio stated> (?:as \w+ as )?the <figure old>",
        {"the"},
    ),
)
_MORE, _LESS = ("more than", "over", "at least", "just over"), ("nearly", "almost", "close to", "just under")


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every multiple that stands with the figures before and after."""
    for found, slots in matches(annotated, PATTERNS):
        stated = _stated(annotated, found, slots.get("stated"))
        pairs = readings(annotated, slots["old"], slots["new"])
        low, high = next(
            each for each in annotated.sentences if each[0] <= annotated.mentions[slots["new"]].start < each[1]
        )
        if len(_MULTIPLIED.findall(annotated.document.text, low, high)) > 1:
            continue  # `doubled and then halved`
        if found.groupdict().get("way") and way(found["way"]) <= 0:
            continue
        if stated is None or not pairs or annotated.mentions[slots["new"]].kind == "percent":
            continue
        ratios = [divide(new, old) for old, new in pairs]
        if kindest(meet(stated, ratio) is not None for ratio in ratios):
            continue
        old, new = (annotated.quote(annotated.mentions[slots[name]]) for name in ("old", "new"))
        said = annotated.quote(annotated.mentions[slots["stated"]]) if "stated" in slots else found["verb"] + "ed"
        step = f"{new} ÷ {old} = {told(ratios[0])}"
        yield Failing(
            tuple(sorted(slots.values())),
            f"“{said}” is not the way from “{old}” to “{new}”: {step}",
            (step,),
            passes=(f"if “{said}” were {told(ratios[0])} times as much",),
        )


def _stated(annotated: Annotated, found: re.Match[str], index: int | None) -> Interval | None:
    if index is not None:
        value = annotated.mentions[index].value
        if not isinstance(value, Quantity) or value.unit != "times":
            return None
        low, high = value.hard.lower, value.hard.upper
        if not low:
            return Interval(0.0, high * (1 + _ROOM)) if high and high < 1 else None  # `more than halved`
        if value.number and high and high - low < _ROOM * value.number:
            low = high = value.number  # the room is more than the word leaves open
        return Interval(low * (1 - _ROOM), None if high is None else high * (1 + _ROOM))
    times, hedge = _MULTIPLES[found["verb"].lower()], (found["hedge"] or "").lower()
    up, down = (_LESS, _MORE) if times < 1 else (_MORE, _LESS)
    low = times * (0.75 if hedge in down else 1 - _ROOM)
    high = None if hedge in up else times * (1 + _ROOM)
    return Interval(low, high)
