"""A difference must be what the two figures beside it come to.

Holds: `fell by 5 points, from 45 to 40`. Fails: `fell by 5 points, from 45 to 35`. A difference that is off by its
last place alone is a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.compare.checks import Failing
from checker.compare.figures import (
    AGAINST,
    AGAINST_WORDS,
    CHANGES,
    FILL,
    bare,
    fits,
    kindest,
    middle,
    readings,
    told,
    way,
)
from checker.compare.passages import Pattern, matches
from checker.model.mention import Annotated, Interval, Quantity
from checker.values.intervals import subtract
from checker.values.precision import scaled

_OLD, _NEW = f"(?:the )?<figure old>{FILL}", f"<figure new>{FILL}"
_WAY = r"\b(?P<way>\w+)(?: (?:its|the|their|his|her)(?: [a-z-]+){1,2})?(?: by)?"
PATTERNS = (
    Pattern(rf"{_WAY} <figure stated>{FILL},? (?:\w+ing )?from {_OLD} to {_NEW}", {"from"}, CHANGES),
    Pattern(rf"{_WAY} <figure stated>{FILL},? to {_NEW},? {AGAINST} {_OLD}", AGAINST_WORDS, CHANGES),
    Pattern(rf"\bfrom {_OLD} to {_NEW}, an? (?P<way>\w+) of <figure stated>", {"from"}, CHANGES),
    Pattern(rf"<figure new>{FILL},? (?:up|down) from {_OLD}, an? (?P<way>\w+) of <figure stated>", {"from"}, CHANGES),
    Pattern(rf"<figure new>{FILL}, {_WAY} <figure stated> from {_OLD}", {"from"}, CHANGES),
)


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every difference that stands with the figures before and after a change."""
    for found, slots in matches(annotated, PATTERNS, least=3):
        rises = way(found["way"]) > 0
        low, high = ("old", "new") if rises else ("new", "old")
        pairs = readings(annotated, slots[low], slots[high])
        stated = list(_stated(annotated, slots["stated"], slots["new"]))
        gaps = [subtract(more, less) for less, more in pairs]
        verdict = kindest(fits(said, gap) for gap in gaps for said in stated)
        if not gaps or not stated or verdict is True or not way(found["way"]):
            continue
        old, new, share = (annotated.quote(annotated.mentions[slots[name]]) for name in ("old", "new", "stated"))
        step = f"from {old} to {new} is {told(gaps[0])} {'more' if rises else 'less'}"
        yield Failing(
            tuple(sorted(slots.values())),
            f"“{share}” is not the way from “{old}” to “{new}”: {step}",
            (step,),
            verdict is False,
            (f"if “{share}” were {told(gaps[0])}",),
        )


def _stated(annotated: Annotated, index: int, beside: int) -> Iterator[Interval]:
    """The difference in the unit of the figures; a percentage of figures is no difference of them."""
    mention, figure = annotated.mentions[index], annotated.mentions[beside]
    assert isinstance(mention.value, Quantity)
    if figure.kind == "percent":
        if mention.noun == "point" or mention.value.unit == "percentage point":
            yield mention.value.hard
    elif bare(annotated, beside) and not bare(annotated, index):
        # `raised by two years, from 16 to 18`: the figures are in the unit of the difference.
        written = middle(mention.value.written)
        if mention.value.number and written and mention.kind not in ("percent", "ratio"):
            yield scaled(mention.value.hard, mention.value.number / written)
    elif mention.kind not in ("percent", "ratio"):
        yield from (one for one, _ in readings(annotated, index, beside))
