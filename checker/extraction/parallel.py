"""Which of several cases in a sentence a value belongs to: `12 people in Lorena and 7 in Dorn`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extraction.reading import Named, Reading
from checker.extraction.tokens import CONTRAST
from checker.model.document import Span
from checker.model.mention import Mention

_BREAK = re.compile(rf"[,;:()—–]|\band\b|{CONTRAST}")
_ANOTHER = re.compile(rf"[;—–]|{CONTRAST}")
RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_ELSEWHERE = 4
_ALIKE = {"number": "count"}


def nearest(reading: Reading, names: Sequence[Named], likely: Sequence[Named], span: Span) -> Named | None:
    """The cue that a value at `span` goes with, of `names` in its sentence, of which `likely` come first, if any are.
    None where all are said of what follows: of another value, or in another clause (`61%, against 58% in May`).

    Where the sentence has as many cues as values, one by one or with `respectively`, they go together in order. Else a
    cue in the value's own part of the sentence comes first, then one before it that has no other value in between.
    """
    text = reading.annotated.document.text
    cues = _each_once(sorted(names, key=lambda name: name.start))
    values = _values(reading, span)
    paired = _in_order(text, cues, values, reading.annotated.sentences[reading.sentence_of(span[0])])
    at = next((n for n, value in enumerate(values) if (value.start, value.end) == span), None)
    if paired and at is not None:
        return cues[at]

    def rank(name: Named) -> tuple[int, int, int]:
        behind = name.start >= span[1]
        between = (span[1], name.start) if behind else (name.end, span[0])
        apart = _BREAK.search(text, *between) is not None
        taken = any(between[0] <= value.start < between[1] for value in values)
        elsewhere = behind and (taken or _ANOTHER.search(text, *between))
        order = _ELSEWHERE if elsewhere else 3 if behind and apart else 2 if taken else 1 if apart else 0
        return order, max(0, between[1] - between[0]), name.start

    best = min(likely or names, key=rank)
    return best if likely or rank(best)[0] < _ELSEWHERE else None


def _each_once(names: Sequence[Named]) -> list[Named]:
    """Cues without those that name the case before them again."""
    return [name for n, name in enumerate(names) if not n or name.case != names[n - 1].case]


def _values(reading: Reading, span: Span) -> list[Mention]:
    """The mentions of the sentence that are of one kind with the one at `span`, that one included."""
    inside = [mention for _, mention in reading.mentions_of.get(reading.sentence_of(span[0]), ())]
    kinds = {_kind(mention) for mention in inside if mention.start < span[1] and span[0] < mention.end}
    return [mention for mention in inside if _kind(mention) in kinds and mention.restates is None]


def _kind(mention: Mention) -> str:
    return _ALIKE.get(mention.kind, mention.kind)


def _in_order(text: str, cues: Sequence[Named], values: Sequence[Mention], sentence: Span) -> bool:
    """Whether cues and values go together one by one: cue, value, cue, value, or the other way round, or all cues and
    then all values with `respectively`."""
    if len(cues) != len(values) or len(cues) < 2 or len({cue.case for cue in cues}) < len(cues):
        return False
    if RESPECTIVELY.search(text, *sentence):
        return True
    pairs = list(zip(cues, values, strict=True))
    first_cues = all(cue.end <= value.start for cue, value in pairs)
    first_values = all(value.end <= cue.start for cue, value in pairs)
    if first_cues:
        return all(value.end <= cue.start for value, cue in zip(values, cues[1:], strict=False))
    return first_values and all(cue.end <= value.start for cue, value in zip(cues, values[1:], strict=False))
