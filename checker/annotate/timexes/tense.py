"""Which way a sentence looks: a plan points ahead of the publication date, a report behind it."""

from __future__ import annotations

import re
from itertools import groupby

_REACH_BACK, _REACH_ON = 140, 110
"""How many characters before and after a date its verb may stand."""
_BACK = (
    "was were had has have did said says told came went took made began left met held found gave got saw led won lost fell "
    "rose struck shot hit put ran sent spoke spent stood became broke brought built bought caught chose drew drove felt "
    "fought flew grew heard kept knew paid read sat sold sought swept taught thought threw wore wrote set"
).split()
_MODAL = r"(?:will|won['’]t|shall|would|must|should|may|might|to)"
_PUT_OFF = r"(?:postpon|delay|extend|adjourn|deferr?|suspend|deadline|reschedul|given?|gave|giving|mov|push|put off)"


def _grouped(words: list[str]) -> str:
    """Alternatives by their first letter, which the engine tries far faster than a plain list."""
    groups = groupby(sorted(words), key=lambda word: word[0])
    return "|".join(f"{letter}(?:{'|'.join(word[1:] for word in group)})" for letter, group in groups)


_CUES = re.compile(
    rf"\b(?:(?P<done>(?:would|could|may|might|must|should) (?:\w+ )?have \w+|to have \w+)"
    rf"|(?P<ahead>{_MODAL} (?:\w+ )?be \w+|will|won['’]t|would|s(?:hall|hould|et (?:to|for)|cheduled|lated)|"
    r"m(?:ust|ight|ay(?= [a-z]))|due|could(?! (?:not|have|be)\b)|going to|p(?:lanned|lanning|lans? to|lease)|"
    r"expect(?:s|ed|ing)?|expires?|(?:is|are|was|were) to|hop(?:es?|ed|ing)|intend(?:s|ed)?|aims? to|calls? for|"
    r"as (?:soon|early) as|(?:agreed|vows?|vowed|wants?|wanted|ready|willing|invited|time|chance|deadline) to|"
    r"to (?:begin|start|resume|expire|appear|open|close|vote|meet|decide|leave|arrive)|until|remind|let['’]s|"
    rf"{_PUT_OFF}(?:ed|ing|s|es)?(?= [^.]*\b(?:until|till|to)\s*$))"
    rf"|(?P<back>{_grouped(_BACK)}))\b|['’](?P<will>ll)\b"
)
_NO_VERBS = frozenset(
    ("indeed", "need", "speed", "seed", "united", "hundred", "red", "bed", "feed", "weed", "wed", "breed")
)


def lean(text: str, start: int, end: int, first: int, last: int) -> int:
    """1 where the words of the sentence `first:last` nearest to the place `start:end` look ahead, -1 where they look
    back, 0 where none says. What stands before the place counts before what follows it."""
    found, at = 0, max(first, start - _REACH_BACK)
    for match in _CUES.finditer(text, at, start):
        found, at = _way(match), match.end()
    if _past_verb(text, at, start):
        return -1
    if found:
        return found
    until = min(last, end + _REACH_ON)
    first_cue = _CUES.search(text, end, until)
    if _past_verb(text, end, first_cue.start() if first_cue else until):
        return -1
    return _way(first_cue) if first_cue else 0


def _way(match: re.Match[str]) -> int:
    return 1 if match["ahead"] or match["will"] else -1


def _past_verb(text: str, first: int, last: int) -> bool:
    """Whether a word in `-ed` stands there that may be a verb."""
    at = text.rfind("ed", first, last)
    while at >= 0:
        begin = at
        while begin > first and text[begin - 1].isalpha():
            begin -= 1
        after = text[at + 2 : at + 3]
        if at - begin >= 2 and not after.isalnum() and text[begin].islower() and text[begin : at + 2] not in _NO_VERBS:
            return True
        at = text.rfind("ed", first, at)
    return False
