"""Whether a value is asserted, planned, conditional, denied or requested: a plan is no event."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.extraction.tokens import FILLERS, Line
from checker.model.rule import Status

_CUES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("conditional", re.compile(r"\b(if|unless|could|may|might|would|whether|possible|possibly|should|in case)\b")),
    (
        "planned",
        re.compile(
            r"\b(will|shall|\w+'ll|set to|due to (be|take|meet|start|begin|hold|open|resume)|scheduled|plan(s|ned|ning)? (to|for|on)"
            r"|expected to|intends? to|going to|(is|are) to (be|meet|hold|begin|start|take)|slated|upcoming|(is|are) (due|planned))\b"
        ),
    ),
    (
        "requested",
        re.compile(
            r"\b(demand(s|ed|ing)?|propos(e|es|ed|ing)|request(s|ed|ing)?|call(s|ed|ing)? for|urg(e|es|ed|ing)"
            r"|ask(s|ed|ing)? (for|that)|want(s|ed)? to|seek(s|ing)?|sought)\b"
        ),
    ),
)


_DENIED = re.compile(r"\b(not|never|denied|\w+n't)\b(?! only)")
_BOUND = re.compile(r"\bnot (more|less|fewer) than\b")
_BEFORE, _AFTER = 8, 5
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
    before = _words(line, (i for i in range(max(0, first - _BEFORE), first) if line.clauses[i] == clause), values)
    after = _words(
        line, (i for i in range(last + 1, min(len(line.tokens), last + _AFTER)) if line.clauses[i] == clause), values
    )
    near = " ".join(before[-4:])
    if _DENIED.search(near) and not _BOUND.search(near):
        return "denied"
    if future is not None:
        return "planned" if future else "asserted"
    own = " ".join(before) + " … " + " ".join(after)
    return next((name for name, cue in _CUES if cue.search(own)), "asserted")


def _words(line: Line, tokens: Iterable[int], values: frozenset[int]) -> list[str]:
    return [line.tokens[i].text for i in tokens if i not in values and line.tokens[i].text not in FILLERS]
