"""Which way a sentence looks: a plan points ahead of the publication date, a report behind it."""

from __future__ import annotations

import re

_CUES = re.compile(
    r"\b(?:(?P<ahead>will|won['’]t|shall|would|going to|set (?:to|for)|due|scheduled|slated|expect(?:s|ed|ing)?|plans?|planned|planning|"
    r"upcoming|forthcoming|(?:is|are|was|were) to|must|should|may|might|hopes?|hoped|hoping|intends?|intended|aims?|ahead of|deadline|"
    r"expires?|invited|proposed|calls? for|arranged|prepar(?:e|es|ed|ing)|until|next|tomorrow|later this|coming|"
    r"agreed to|vow(?:s|ed) to|want(?:s|ed)? to|urged?|could|can|book|remind|please|let['’]s)"
    r"|(?P<back>was|were|had|has|have|did|said|says|told|came|went|took|made|began|left|met|held|found|gave|got|saw|led|won|"
    r"lost|fell|rose|struck|shot|hit|put|ran|sent|spoke|spent|stood|became|broke|brought|built|bought|caught|chose|drew|drove|"
    r"felt|fought|flew|grew|heard|kept|knew|paid|read|sat|sold|sought|swept|taught|thought|threw|wore|wrote|died|"
    r"[a-z]{2,}ed|earlier|last|since|after)"
    r")\b|['’](?P<will>ll)\b"
)
_NO_VERBS = frozenset(("indeed", "need", "speed", "seed", "united", "hundred", "red", "bed", "feed", "weed", "wed", "breed"))


def lean(text: str, start: int, end: int, first: int, last: int) -> int:
    """1 where the words of the sentence `first:last` nearest to the place `start:end` look ahead, -1 where they look
    back, 0 where none says. What stands before the place counts before what follows it."""
    found = 0
    for match in _CUES.finditer(text, max(first, start - 160), start):
        way = _way(match)
        found = way or found
    if found:
        return found
    for match in _CUES.finditer(text, end, min(last, end + 120)):
        way = _way(match)
        if way:
            return way
    return 0


def _way(match: re.Match[str]) -> int:
    if match["ahead"] or match["will"]:
        return 1
    return 0 if match["back"] in _NO_VERBS else -1
