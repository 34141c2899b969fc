"""Counts that stand in a list: of `two men and a girl were hurt`, two is how many men there were, and no total."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extraction.fitting import counts
from checker.extraction.matching import found
from checker.extraction.parallel import RESPECTIVELY
from checker.extraction.steps import Steps
from checker.extraction.tokens import line
from checker.model.mention import Annotated, Mention

_REACH, _WORDS = 40, 8
"""Characters, and words and marks, that a member of a list without a number may have: `a 10-year-old girl`."""
_LINK = r"(?:,?\s+(?:and|as well as|along with|plus)|,)\s+"
_BEHIND = re.compile(_LINK)
_BEFORE = re.compile(rf"{_LINK}$")
_ONE = re.compile(r"(?:an?|another)\s", re.IGNORECASE)
_ONE_BEFORE = re.compile(r"\b(?:an?|another)\s+(?:[\w-]+\s+){0,2}[\w-]+$", re.IGNORECASE)
_OF_ITS_OWN = re.compile(r"\s+(?:was|were|is|are|has|have|had|remain(?:s|ed)?|suffered|died)\b")
"""What makes a clause of the second of two: `killed two men and three were hurt`."""
_OBJECT = re.compile(r"(?:ed|ing|left|shot|hurt)\s+(?:(?:at least|about|some|over|more than)\s+)?$", re.IGNORECASE)


def is_member(annotated: Annotated, index: int, nouns: Sequence[Steps]) -> bool:
    """Whether another number or one more of the rule's nouns is joined to a count, by `and` or a comma."""
    if not nouns:
        return False
    mention, text = annotated.mentions[index], annotated.document.text
    low, high = mention.start, _end(mention)
    sentence = next((each for each in annotated.sentences if each[0] <= low < each[1]), (low, high))
    if RESPECTIVELY.search(text, *sentence):
        return False  # each is said of another
    link = _BEHIND.match(text, high)
    if link is not None:
        end = _member_at(annotated, link.end(), nouns)
        if end is not None and not (_OF_ITS_OWN.match(text, end) and _OBJECT.search(text, max(0, low - _REACH), low)):
            return True
    link = _BEFORE.search(text, max(0, low - _REACH), low)
    if link is None:
        return False
    first = next((one for one in annotated.mentions[:index] if _end(one) == link.start()), None)
    if first is not None and first.kind == "count":
        own = _OF_ITS_OWN.match(text, high) and _OBJECT.search(text, max(0, first.start - _REACH), first.start)
        return not own and counts(annotated, first, nouns)
    one = _ONE_BEFORE.search(text, max(0, link.start() - _REACH), link.start())
    return one is not None and found(tuple(nouns), line(text, (one.start(), one.end()), ())) is not None


def _member_at(annotated: Annotated, start: int, nouns: Sequence[Steps]) -> int | None:
    """Where the member of a list that begins here ends; None where none of the rule's nouns does."""
    text = annotated.document.text
    number = next((one for one in annotated.mentions if start in (one.start, one.core_start)), None)
    if number is not None and number.kind == "count":
        return _end(number) if counts(annotated, number, nouns) else None
    one = _ONE.match(text, start)
    if one is None:
        return None
    ready = line(text, (one.end(), min(len(text), one.end() + _REACH)), ())
    hit = found(tuple(nouns), ready, 0, _WORDS)
    return ready.tokens[hit.end - 1].end if hit is not None else None


def _end(mention: Mention) -> int:
    return max(mention.end, mention.noun_span[1] if mention.noun_span else 0)
