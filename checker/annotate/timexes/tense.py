"""Which way a sentence looks: a plan points ahead of the publication date, a report behind it."""

from __future__ import annotations

_REACH_BACK, _REACH_ON = 140, 180
"""How many characters before and after a date its verb may stand."""
_BACK = frozenset(
    "was were had has have did said says told came went took made began left met held found gave got saw led won lost fell "
    "rose struck shot hit put ran sent spoke spent stood became broke brought built bought caught chose drew drove felt "
    "fought flew grew heard kept knew paid read sold begun born taken given written stolen broken chosen driven sought swept taught thought threw wore wrote set".split()
)
_AHEAD = frozenset(
    "will won't till til would shall should must might due scheduled slated expect expects expected expecting planned planning "
    "intend intends intended expire expires until remind please let's forecast begins starts opens "
    "reopens resumes returns leaves arrives faces goes meets plays airs ends gonna".split()
)
_MODAL = frozenset(("will", "won't", "shall", "would", "must", "should", "may", "might", "to"))
_BARE = _MODAL | {"could", "can"}
_PERHAPS = _BARE - {"will", "won't", "shall", "can"}
_AHEAD_BEFORE = {
    "to": frozenset(
        "going set hope hopes hoped hoping is are was were plan plans aim aims agreed vow vows vowed want wants wanted ready willing invited time "
        "chance deadline".split()
    ),
    "for": frozenset(("set", "wait", "waiting", "excited")),
    "a": frozenset(("plan", "plans")),
}
"""What looks ahead where this word follows it."""
_STEPS = frozenset("begin start resume expire appear open close vote meet decide leave arrive".split())
"""Verbs that look ahead after `to`."""
_PUT_OFF = frozenset(
    "postponed postpones postpone delayed delays delay extended extends extend adjourned adjourn deferred defer suspended "
    "suspend rescheduled reschedule moved pushed given give giving gave deadline".split()
)
_OCCASIONS = frozenset(
    "election elections vote votes referendum runoff primary caucuses poll match game final derby race fight concert show meeting summit debate "
    "hearing trial talks conference deadline launch auction inauguration parade march rally protest polls".split()
)
"""What is known to come before it does: `Sunday's vote` may be ahead, `Sunday's attack` is not."""
_COMING = frozenset("begin start resume expire go meet".split())
"""What several do on a day that is named: `classes resume Monday`."""
_DEMANDS = frozenset("asked ordered demanded urged told wants instructed required".split())
"""What is asked for `by Monday` is to come."""
_TAKES = frozenset(("effect", "place", "office", "up", "force"))
_HOLDING = frozenset(("holding", "hosting", "coming", "leaving", "returning"))
"""What somebody is doing on a day that is named is still to come."""
_OWN = frozenset("a an his her its their another".split())
_CALLED_OFF = frozenset(("was", "were", "had", "has", "did", "never"))
_ONLY = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only one".split())
_CLAUSES = frozenset(("when", "if", "once", "until", "before", "unless", "after"))
_NO_VERBS = frozenset(
    ("indeed", "need", "speed", "seed", "united", "hundred", "red", "bed", "feed", "weed", "wed", "breed")
)
_TELLING = _AHEAD.union(
    _BACK,
    _PUT_OFF,
    _HOLDING,
    _COMING,
    _DEMANDS,
    *_AHEAD_BEFORE.values(),
    "see See c C take takes headed has have to may could be as".split(),
)
"""Every other word looks nowhere, unless it ends like a past."""
_MARKS = ".,;:!?\"'()[]“”‘’—–-"


def lean(text: str, start: int, end: int, first: int, last: int) -> int:
    """1 where the words of the sentence `first:last` nearest to the place `start:end` look ahead, -1 where they look
    back, 0 where none says. What stands before the place counts before what follows it."""
    words = text[max(first, start - _REACH_BACK) : start].split()
    if words[-1:] == ["of"] and words[-2:-1] in (["as"], ["ahead"], ["Ahead"]):
        return -1 if words[-2] == "as" else 1
    after = text[end : min(last, end + _REACH_ON)].split()
    if words and _states(words):
        return 1
    if after and after[0] in ("'s", "’s"):
        known = [i for i in range(1, min(4, len(after))) if after[i].strip(_MARKS) in _OCCASIONS]
        if not known or after[known[0] + 1 : known[0] + 2] in (["is"], ["are"]):
            return 1 if known else -1
    if after and after[0] in ("is", "are") and not words:
        return 1  # `Friday is the day`
    for i in range(len(words) - 1, -1, -1):
        way = _way(words, i)
        if way:
            if way > 1:  # `was headed to college in January`, but not `to work on Monday`
                return -1 if "day" in text[start:end] else 1
            planned = way > 0 and words[i][-2:] == "ed" and after and after[0] in _CALLED_OFF
            return -1 if planned else way
    before = words[-1] if words else ""
    words = after
    for i in range(len(words)):
        way = _way(words, i)
        if way:
            return min(way, 1)
    asked = text[end:last].rstrip().endswith("?") and text[first:start].split(" ", 1)[0].lower() not in _BACK
    return 1 if asked or before == "through" else 0


def _states(words: list[str]) -> bool:
    """`the vote is Friday`, `polls are on Monday`: whoever tells the day of what is, tells what is to come."""
    verb = words[-2] if words[-1] in ("on", "in", "this") and len(words) > 1 else words[-1]
    return verb in ("is", "are")


def _way(words: list[str], i: int) -> int:
    """Where word i looks, in the company of its neighbours; 2 ahead for months and years alone."""
    word = words[i]
    if not word.isalpha():
        if word.endswith(("'ll", "’ll")):
            return 1
        word = word.strip(_MARKS).replace("’", "'")
    if word not in _TELLING and word[-2:] != "ed":
        return 0
    after = words[i + 1] if i + 1 < len(words) else ""
    if words[max(0, i - 2) : i] == ["had", "been"]:
        return -1  # `which had been set for Tuesday`
    if word in _AHEAD:
        return -1 if after == "have" and word in _PERHAPS else 1
    if word in ("see", "See", "c", "C") and after in ("you", "u", "ya", "yall"):
        return 1
    if after in _AHEAD_BEFORE and word in _AHEAD_BEFORE[after]:
        return 1
    if after in _TAKES and word in ("take", "takes"):
        return 1
    if word in _COMING and i and (words[i - 1][-1:] == "s" or words[i - 1] in ("they", "we", "They", "We")):
        return 1
    if word in _DEMANDS and words[-1] == "by":
        return 1
    if word in _PUT_OFF and words[-1] in ("until", "till", "to"):
        return 1
    if word == "headed" and i and words[i - 1] in ("is", "are", "was", "were", "be", "been"):
        return 2
    if word in _BACK and i and (words[i - 1] in _BARE or words[i - 1].endswith(("'ll", "’ll"))):
        return 0  # `will hit`, `to put`: the form of a past that is none
    if word in ("has", "have") and after in _OWN:  # `has a hearing on Friday`, but `has a cold`
        return 0 if _OCCASIONS.isdisjoint(one.strip(_MARKS) for one in words[i + 2 : i + 8]) else 1
    if word in _HOLDING and i and words[i - 1] in ("is", "are", "'re", "we're", "they're"):
        return 1
    if word in _BACK or (word[-2:] == "ed" and len(word) > 3 and word.islower() and word not in _NO_VERBS):
        return 1 if _passive_ahead(words, i) else -1
    if word == "to":
        told = after in _STEPS and not (i and (words[i - 1] in _ONLY or words[i - 1][-1:] == ","))
        return 1 if told else 0  # but `she was the first to arrive`
    if word == "may":
        return 1 if after.islower() and after != "have" else 0
    if word == "could":
        return 1 if after and after not in ("not", "have", "be") else 0
    if word == "be" and i and words[i - 1] in _MODAL:
        return 1
    return 1 if after == "soon" and word == "as" else 0


def _passive_ahead(words: list[str], i: int) -> bool:
    """`must be returned`, `will not be held`, `when it is heard`: a participle that is still to come."""
    if i and words[i - 1] in ("is", "are"):
        return not _CLAUSES.isdisjoint(words[max(0, i - 7) : i - 1])
    for at in (i - 1, i - 2):
        if (
            at > 1
            and words[at] == "be"
            and words[at - 1] == "to"
            and not _ONLY.isdisjoint(words[max(0, at - 5) : at - 1])
        ):
            return False  # `the only shop to be robbed`
        if at > 0 and words[at] == "be":
            return words[at - 1] in _MODAL or (at > 1 and words[at - 2] in _MODAL)
    return False
