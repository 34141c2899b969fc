"""Who is said to have said it: `according to the ministry`, `the minister said`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from checker.extraction.saying import SAYING, one_of
from checker.extraction.tokens import CONTRAST
from checker.model.document import Span
from checker.values.calendar import MONTHS, WEEKDAYS

_NAME = r"(?:(?:[A-Z][\w’'.-]*|of|the|and|for|de|van|von|al)\s+){0,5}[A-Z][\w’'.-]*"
_ROLE = (
    r"(?:police|officials?|authorities|ministers?|ministry|spokes(?:man|woman|person|people)|witnesses|organi[sz]ers"
    r"|doctors|investigators|prosecutors|rescuers|experts|analysts|sources?|hospital|estimates|countries|sides|office"
    r"|unions?|opposition|government|army|military|agency|council|court|mayor|governor|president|monitors?|activists?"
    r"|residents|relatives)"
)
_WHO = rf"(?:{_NAME}(?:\s+{_ROLE})?|(?:[\w’'-]+\s+){{0,3}}{_ROLE})"
_SAYS = (
    rf"(?:{one_of(SAYING)}|claim|reported|reports(?!\s+of\b)|estimate[ds]?|puts?|counted|believe[ds]?"
    r"|spoke\s+of|speaks\s+of)"
)
_PATTERNS = (
    re.compile(rf"\b(?:[Aa]ccording\s+to|[Ii]n\s+the\s+words\s+of)\s+(?P<who>{_WHO})"),
    re.compile(rf"\b[Bb]y\s+(?P<who>{_WHO})['’]?s?\s+(?:own\s+)?(?:counts?|estimates?|reckoning|accounts?|figures)\b"),
    re.compile(rf"\b(?P<who>{_WHO})\s+(?:also\s+|later\s+)?{_SAYS}\b"),
    re.compile(rf"\b{_SAYS}\s+(?P<who>(?!on\b|in\b|at\b)(?:[a-z][\w’'-]*\s+){{0,2}}{_NAME})\s*[.,]"),
    re.compile(rf",\s+(?P<who>(?:the|a|an|its|his|her|their)\s+(?:[\w’'-]+\s+){{0,2}}[\w’'-]+)\s+{_SAYS}\s*[.,]"),
)
_NOBODY = re.compile(
    r"\b(?:we|i|you|this|that|there|these|those|nobody|none|no|earlier|later|what|which|who|as|some|many"
    rf"|{one_of(WEEKDAYS, MONTHS - {'may'})})$",
    re.IGNORECASE,
)
"""What stands where a speaker would: `we counted`, `said on Monday`."""
_SOMEBODY = frozenset(("he", "she", "it", "they"))
_BREAK = re.compile(rf"[;:]|\band\b|{CONTRAST}")
_ENDS = re.compile(r"\W*(?:$|[.,;”\"])")
_GENERAL = frozenset(
    """sir prime former acting own president minister ministry mayor governor chief leader head police official officials
    authorities spokesman spokeswoman spokesperson office government agency council court union unions army military source
    sources""".split()
)
"""Words that many speakers have: those who share no other are one where either has no other."""
_EMPTY = frozenset("a an the s mr mrs ms dr estimate estimates figures count".split())


class _Said(NamedTuple):
    who: str
    start: int
    end: int
    trails: bool  # stands behind what is said


def speaker(text: str, sentence: Span, value: Span | None = None) -> str | None:
    """The person or body that a sentence attributes its statement to, as written; None where the document speaks. Of
    several speakers the one of the `value` at that place."""
    found = list(_attributions(text, sentence))
    if not found:
        return None
    found = [one for one in found if one.who.lower() not in _SOMEBODY] or found
    if len(found) == 1 or value is None:
        return found[0].who

    def apart(one: _Said) -> tuple[bool, int, int]:
        between = (value[1], one.start) if one.start >= value[1] else (one.end, value[0])
        wrong_side = one.trails != (one.start >= value[1])
        return wrong_side, len(_BREAK.findall(text, *between)), abs(between[1] - between[0])

    return min(found, key=apart).who


def _attributions(text: str, sentence: Span) -> Iterator[_Said]:
    """Every attribution in a sentence, those by the surest words first."""
    taken: list[Span] = []
    for pattern in _PATTERNS:
        for found in pattern.finditer(text, *sentence):
            who, (start, end) = " ".join(found["who"].split()), found.span()
            if _NOBODY.search(who) is None and not any(start < b and a < end for a, b in taken):
                taken.append((start, end))
                opens = not text[sentence[0] : start].strip(" “\"'")
                yield _Said(who, start, end, not opens and _ENDS.match(text, end, sentence[1]) is not None)


def same_speaker(one: str, other: str) -> bool:
    """Whether two attributions may mean the same speaker: `Mr Gomez` and `President Ana Gomez` do, and so do `the
    ministry` and `the ministry of health`."""
    mine, theirs = _words(one), _words(other)
    own, its = mine - _GENERAL, theirs - _GENERAL
    return bool(own & its if own and its else mine & theirs)


def all_differ(sides: Sequence[Collection[str | None]]) -> bool:
    """Whether everything is attributed, and no two sides to one speaker."""
    return not any(None in names for names in sides) and not any(
        same_speaker(a or "", b or "") for one, other in combinations(sides, 2) for a in one for b in other
    )


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    words = frozenset(re.findall(r"[^\W\d_]+", name.lower()))
    return words - _EMPTY or words
