"""Who is said to have said it: `according to the ministry`, `the minister said`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import combinations

from checker.model.document import Span

_NAME = r"(?:(?:[A-Z][\w’'.-]*|of|the|and|for|de|van|von|al)\s+){0,5}[A-Z][\w’'.-]*"
_ROLE = (
    r"(?:police|officials?|authorities|ministers?|ministry|spokes(?:man|woman|person|people)|witnesses|organi[sz]ers"
    r"|doctors|investigators|prosecutors|rescuers|experts|analysts|sources?|hospital|estimates|countries|sides|office"
    r"|unions?|opposition|government|army|military|agency|council|court|mayor|governor|president|monitors?|activists?"
    r"|residents|relatives)"
)
_WHO = rf"(?:{_NAME}(?:\s+{_ROLE})?|(?:[\w’'-]+\s+){{0,3}}{_ROLE})"
_SAYS = (
    r"(?:said|says|told|added|claimed|claims|reported|reports|announced|estimated|estimates|stated|insisted|confirmed"
    r"|puts?|counted|believes?|believed|spoke\s+of|speaks\s+of)"
)
_PATTERNS = (
    re.compile(rf"\b[Aa]ccording\s+to\s+(?P<who>{_WHO})"),
    re.compile(rf"\b(?P<who>{_WHO})\s+(?:also\s+|later\s+)?{_SAYS}\b"),
    re.compile(rf"\b{_SAYS}\s+(?P<who>{_NAME})\s*[.,]"),
    re.compile(rf",\s+(?P<who>(?:the|a|an|its|his|her|their)\s+(?:[\w’'-]+\s+){{0,2}}[\w’'-]+)\s+{_SAYS}\s*[.,]"),
)
_TITLES = frozenset("mr mrs ms dr sir president prime minister the a an former acting".split())


def speaker(text: str, sentence: Span) -> str | None:
    """The person or body that a sentence attributes its statement to, as written; None where the document speaks."""
    for pattern in _PATTERNS:
        found = pattern.search(text, *sentence)
        if found is not None:
            return " ".join(found["who"].split())
    return None


def same_speaker(one: str, other: str) -> bool:
    """Whether two attributions may mean the same speaker: `Mr Gomez` and `President Ana Gomez` do."""
    return bool(_content(one) & _content(other))


def all_differ(sides: Sequence[Collection[str | None]]) -> bool:
    """Whether everything is attributed, and no two sides to one speaker."""
    return not any(None in names for names in sides) and not any(
        same_speaker(a or "", b or "") for one, other in combinations(sides, 2) for a in one for b in other
    )


def _content(name: str) -> frozenset[str]:
    words = frozenset(re.findall(r"[^\W\d_]+", name.lower()))
    return words - _TITLES or words
