"""Whether a value is asserted, planned, conditional, denied or requested: a plan is no event."""

from __future__ import annotations

import re

from checker.extraction.tokens import FILLERS, Line
from checker.model.rule import Status

_CUES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("denied", re.compile(r"\b(not|never|no longer|\w+n't|denied|denies|deny|rejected|rejects|nor|neither)\b")),
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


def status(line: Line, first: int, last: int, *, future: bool | None) -> Status:
    """The status of the value in tokens `first` to `last` of a sentence.

    Only the words of its own clause count. `future` says whether a date lies behind its document's publication:
    a date that does is a plan whatever the words, and one that does not has happened, unless it is denied.
    """
    clause = line.clauses[first] if first < len(line.clauses) else -1
    low = next((i for i in range(first, -1, -1) if line.clauses[i] != clause), -1) + 1
    high = next((i for i in range(last, len(line.tokens)) if line.clauses[i] != clause), len(line.tokens))
    own = " ".join(t.text for t in line.tokens[low:high] if t.text not in FILLERS)
    before = " ".join(t.text for t in line.tokens[max(low, first - 4) : first] if t.text not in FILLERS)
    if re.search(r"\b(not|never|denied|\w+n't)\b(?! only)", before) and not re.search(r"\bnot (more|less|fewer) than\b", before):
        return "denied"
    if future is not None:
        return "planned" if future else "asserted"
    return next((name for name, cue in _CUES[1:] if cue.search(own)), "asserted")
