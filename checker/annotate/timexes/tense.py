"""Which way a sentence looks: a plan points ahead of the publication date, a report behind it."""

from __future__ import annotations

import re

_MODAL = r"(?:will|won['’]t|shall|would|must|should|may|might|to)"
_PUT_OFF = r"(?:postpon|delay|extend|adjourn|deferr?|suspend|deadline|reschedul|given?|gave|giving|mov|push|put off)(?:ed|ing|s|es)?"
_CUES = re.compile(
    rf"\b(?:(?P<done>(?:would|could|may|might|must|should) (?:\w+ )?have \w+|\w+ to have \w+)"
    rf"|(?P<ahead>{_MODAL} (?:\w+ )?be \w+|will|won['’]t|shall|would|must|should|going to|set (?:to|for)|due|scheduled|slated|"
    r"expect(?:s|ed|ing)?|planned|planning|plans? to|as (?:soon|early) as|(?:is|are|was|were) to|hopes?|hoped|hoping|intends?|intended|"
    r"aims? to|expires?|calls? for|(?:agreed|vows?|vowed|wants?|wanted|ready|willing|invited|time|chance|deadline) to|"
    r"to (?:begin|start|resume|expire|appear|open|close|vote|meet|decide|leave|arrive)|until|remind|please|let['’]s|"
    rf"may(?= [a-z])|might|could(?! (?:not|have|be)\\b)|{_PUT_OFF}(?= [^.]*\b(?:until|till|to)\s*$))"
    r"|(?P<back>was|were|had|has|have|did|said|says|told|came|went|took|made|began|left|met|held|found|gave|got|saw|led|won|"
    r"lost|fell|rose|struck|shot|hit|put|ran|sent|spoke|spent|stood|became|broke|brought|built|bought|caught|chose|drew|drove|"
    r"felt|fought|flew|grew|heard|kept|knew|paid|read|sat|sold|sought|swept|taught|thought|threw|wore|wrote|set|"
    r"[a-z]{2,}ed)"
    r")\b|['’](?P<will>ll)\b"
)
_NO_VERBS = frozenset(
    ("indeed", "need", "speed", "seed", "united", "hundred", "red", "bed", "feed", "weed", "wed", "breed")
)


def lean(text: str, start: int, end: int, first: int, last: int) -> int:
    """1 where the words of the sentence `first:last` nearest to the place `start:end` look ahead, -1 where they look
    back, 0 where none says. What stands before the place counts before what follows it."""
    found = 0
    for match in _CUES.finditer(text, max(first, start - 160), start):
        found = _way(match) or found
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
