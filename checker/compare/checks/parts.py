"""Parts that are listed under a total must add up to it, and none may exceed it.

Holds: `12 people, five women and seven men,`. Fails: `12 people, five women and eight men,` and `12 people, including
15 children`. A list is complete where a colon, a dash or brackets open it, or where it names the kinds of people that
the total counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce

from checker.compare.checks import Failing
from checker.compare.figures import fits, readings, told
from checker.compare.passages import Pattern, matches
from checker.model.mention import Annotated, Interval
from checker.values.intervals import add

_NOUN = r"(?! (?:others?|more|another)\b)(?: (?!(?:and|but|while|or|to|from|than|plus)\b)[\w’'-]+){1,5}?"
_LIST = rf"<number p1>{_NOUN}(?:, <number p2?>{_NOUN})?(?:, <number p3?>{_NOUN})?(?:, <number p4?>{_NOUN})?,? and <number p5>{_NOUN}"
_SHARES = _LIST.replace(_NOUN, r"(?: (?!and\b|but\b)[\w’'-]+){1,6}?")
_TOTAL = rf"<number total>{_NOUN}"
_WHOLE = (
    Pattern(rf"{_TOTAL}: {_LIST}(?=[.;]|$)", {"and"}),
    Pattern(rf"{_TOTAL} (?P<open>\(|[–—] ?){_LIST}(?:\)| ?[–—])", {"and"}),
    Pattern(
        rf"{_LIST} ?(?:,|[–—(]|for|making)(?: a total of| \w+ all)? <number total>(?:{_NOUN})? (?:in all|in total|altogether)",
        {"all", "total", "altogether"},
        {"and"},
    ),
    Pattern(rf"{_LIST},? (?:for |making |or )?a total of <number total>", {"total"}),
)
_KIN = frozenset(
    """men women children babies infants toddlers teenagers boys girls adults males females man woman child baby boy girl adult
    members""".split()
)
_PEOPLE = (
    Pattern(rf"{_TOTAL}, {_LIST}(?=,|\.|$)", {"and"}, _KIN),
    Pattern(rf"\b(?P<group>\w+) of <number total>, {_LIST}(?=,|\.|$)", {"and"}, _KIN, {"of"}),
)
_MONEY = (Pattern(rf"<number total>, with {_SHARES}(?=[.;]|$)", {"with"}, {"and"}),)
_SOME = (
    Pattern(rf"{_TOTAL},? (?:including|among them) (?:at least )?{_LIST}", {"including", "among"}, {"and"}),
    Pattern(
        rf"{_TOTAL},? (?:including|among them) (?:at least )?<number p1>{_NOUN}(?=[,.;)]|$)", {"including", "among"}
    ),
)
_OF_THEM = re.compile(r"\bof (?:them|which|whom|these|those)\b")
"""What makes a list one of some: `12 boxes (4 of them open and 5 broken)`."""
_ALL = frozenset("person victim passenger juror member student pupil hostage survivor suspect prisoner".split())
_KINDS = tuple(
    map(
        frozenset,
        (
            ("man", "woman", "child", "baby", "infant", "toddler", "teenager"),
            ("man", "woman", "boy", "girl"),
            ("adult", "child", "teenager", "baby", "infant", "toddler"),
            ("adult", "boy", "girl"),
            ("male", "female"),
        ),
    )
)
"""Kinds of people of which nobody is of two."""


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every total whose parts stand beside it."""
    for patterns, people, complete in (
        (_WHOLE, False, True),
        (_PEOPLE, True, True),
        (_MONEY, False, True),
        (_SOME, False, False),
    ):
        for found, slots in matches(annotated, patterns):
            total, parts = slots["total"], [index for name, index in sorted(slots.items()) if name != "total"]
            spans = [one for index in parts for one, _ in readings(annotated, index, total)[:1]]
            whole = [one for _, one in readings(annotated, parts[0], total)[:1]]
            if len(spans) < len(parts) or not whole or not _counts(annotated, total, parts):
                continue
            kinds = _disjoint(annotated, parts)
            counted = "group" in found.groupdict() or annotated.mentions[total].noun in _ALL
            if people and not (kinds and counted) and annotated.mentions[total].noun != "member":
                continue
            if complete and _OF_THEM.search(found[0]):
                continue
            if patterns is _MONEY and annotated.mentions[total].kind != "money":
                continue
            yield from _judged(annotated, total, parts, whole[0], spans, complete=complete, kinds=kinds)


def _judged(
    annotated: Annotated,
    total: int,
    parts: Sequence[int],
    whole: Interval,
    spans: Sequence[Interval],
    *,
    complete: bool,
    kinds: bool,
) -> Iterator[Failing]:
    together = reduce(add, spans)
    quotes = [annotated.quote(annotated.mentions[index]) for index in parts]
    said = annotated.quote(annotated.mentions[total])
    if complete:
        money = annotated.mentions[total].kind == "money"
        small = money or all((one.upper or 0) < (whole.lower or 0) for one in spans)
        verdict = fits(whole, together) if kinds or small else True
    else:
        most = max((one.lower or 0) for one in spans) if not kinds else together.lower or 0
        verdict = whole.upper is None or most <= whole.upper
    if verdict is not True:
        step = f"{' + '.join(quotes)} = {told(together)}" if len(parts) > 1 else f"{quotes[0]} is more than {said}"
        passes = (f"if “{said}” were {told(together)}" + ("" if complete else " or more"),)
        yield Failing((total, *parts), f"the parts do not fit “{said}”: {step}", (step,), verdict is False, passes)


def _counts(annotated: Annotated, total: int, parts: Sequence[int]) -> bool:
    """Whether all are counts of things, or all amounts in one unit; bounds such as `at least` are left alone."""
    mentions = [annotated.mentions[index] for index in (total, *parts)]
    kinds = {mention.kind for mention in mentions}
    return (kinds <= {"count", "number"} or len(kinds) == 1) and all(mention.hedge is None for mention in mentions)


def _disjoint(annotated: Annotated, parts: Sequence[int]) -> bool:
    nouns = [annotated.mentions[index].noun or "" for index in parts]
    return len(set(nouns)) == len(nouns) > 1 and any(set(nouns) <= kinds for kinds in _KINDS)
