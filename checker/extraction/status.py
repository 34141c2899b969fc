"""Whether a value is asserted, planned, conditional, denied or requested: a plan is no event."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.extraction.saying import FORMER, one_of
from checker.extraction.tokens import FILLERS, RELATIVE, Line
from checker.model.rule import Status

_CUES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (
        "conditional",
        re.compile(
            r"\b(if|unless|could|may|might|would|whether|possible|possibly|should|in case|rumou?rs?|likely to"
            r"|consider(s|ed|ing)? (\w+ )?\w+ing|mull(s|ed|ing)?)\b"
        ),
    ),
    (
        "planned",
        re.compile(
            r"\b(will|shall|\w+'ll|set to|due to (be|take|meet|start|begin|hold|open|resume)|scheduled"
            r"|plan(s|ned|ning)? (to|for|on)"
            r"|expected to|intends? to|(forecast|predict)(s|ed)?|projected|(promis|pledg|vow|threaten|hop|aim)(e?s|ed)? to|going to"
            r"|(is|are) to (be|meet|hold|begin|start|take)|slated|upcoming|(is|are) (due(?! …)|planned))\b"
        ),
    ),
    (
        "requested",
        re.compile(
            r"\b(demand(s|ed|ing)?|propos(e|es|ed|ing)|request(s|ed|ing)?|call(s|ed|ing)? (for|on)|urg(e|es|ed|ing)"
            r"|ask(s|ed|ing)? (for|that|(\w+ ){1,3}to)|want(s|ed)? to|seek(s|ing)?|sought"
            r"|offer(s|ed|ing)? (to|of)|(order|instruct|oblig)(s|ed|es) to)\b"
        ),
    ),
)


_DENIED = re.compile(
    r"\b((not|never|\w+n't)\b(?! only)|(refus|declin|fail)(e?s|ed|ing) to\b|(instead|short) of\b|rather than\b)"
)
_REJECTED = re.compile(
    r"\b(den(y|ies|ied|ying)|reject(s|ed|ing)?|dismiss(es|ed|ing)?|refut(es|ed|ing)|false|untrue|myth|nobody)\b"
)
_PROVED_WRONG = re.compile(
    r"\b(prove[dns]?|turned out|is|are|was|were)( to be)? (false|untrue|wrong|incorrect|unfounded|baseless)\b"
)
_UNMET = re.compile(
    r"\b((was|were|had been) (to have|due|supposed to|meant to|scheduled|set to|expected to|slated)"
    r"|had (planned|hoped|intended) to|(should|would|could|might) have"
    r"|originally (planned|scheduled|set|due))\b"
)
"""A plan for a day that is past: what then happened may be another thing."""
_TOLD = r"(said|stated|reported|gave|given|put|listed|wrote|claimed)"
_CORRECTED = re.compile(
    rf"\b{one_of(FORMER)} (version|edition|draft|headline|report|caption)s?\b.*\b({_TOLD}|says|had|was|were|referred|that)\b"
    rf"|\b(originally|wrongly|incorrectly|mistakenly|erroneously|falsely) {_TOLD}\b"
    rf"|\bwe (had )?(previously|earlier|first) {_TOLD}\b|\b(misstated|misreported)\b"
)
_CORRECT = re.compile(
    r"\b(correct(ed)? (to|figure|number|date|amount|is|was)|in fact|actually|should (be|have)|really)\b"
)
_BOUND = re.compile(r"\bnot (more|less|fewer) than\b")
_RELATIVE = RELATIVE | {"where"}
_BEFORE, _AFTER, _DENIAL = 8, 5, 6
"""How many words before and behind a value may say what it is; those further off speak of something else."""


def status(line: Line, first: int, last: int, *, future: bool | None) -> Status:
    """The status of the value in tokens `first` to `last` of a sentence.

    Only words near it in its own clause count, and none inside a value (`mid-May` is no `may`). `future` says whether
    a date lies behind its document's publication: a date that does is a plan whatever the words, and one that does not
    has happened, unless it is denied.
    """
    if first >= len(line.tokens):
        return "asserted"
    clause, values = line.clauses[first], line.valued
    start = max(_main(line, first), first - _BEFORE)
    before = _words(line, (i for i in range(start, first) if line.clauses[i] == clause), values)
    after = _words(
        line, (i for i in range(last + 1, min(len(line.tokens), last + _AFTER)) if line.clauses[i] == clause), values
    )
    near = " ".join(before[-4:])
    if (_DENIED.search(near) and not _BOUND.search(near)) or _REJECTED.search(" ".join(before[-_DENIAL:])):
        return "denied"
    if _taken_back(line, first) or _PROVED_WRONG.search(" ".join(after)):
        return "denied"
    if future is not None:
        return "planned" if future or _UNMET.search(" ".join(before)) else "asserted"
    own = " ".join(before) + " … " + " ".join(after)
    return next((name for name, cue in _CUES if cue.search(own)), "asserted")


def _main(line: Line, first: int) -> int:
    """Where the part of a sentence begins that a value is in: behind a relative clause that a comma ends (`the firm,
    which did not admit it, paid`)."""
    own = [i for i in range(first) if line.clauses[i] == line.clauses[first]]
    if not own or line.tokens[own[0]].text not in _RELATIVE:
        return 0
    return max((i + 1 for i in own if line.tokens[i].text == ","), default=0)


def _taken_back(line: Line, first: int) -> bool:
    """Whether the words before a value, in its clause, say that it was told wrongly: `an earlier version said`."""
    clause = line.clauses[first]
    own = [i for i in range(first) if line.clauses[i] == clause]
    # What is told wrongly ends with its value: `contrary to first reports that 21 died, 12 did`.
    over = [i for i in own if line.tokens[i].text == "," and any(j in line.valued for j in own if j < i)]
    told = " ".join(line.tokens[i].text for i in own if i > max(over, default=-1))
    found = _CORRECTED.search(told)
    return found is not None and not _CORRECT.search(told, found.end())


def _words(line: Line, tokens: Iterable[int], values: frozenset[int]) -> list[str]:
    return [line.tokens[i].text for i in tokens if i not in values and line.tokens[i].text not in FILLERS]
