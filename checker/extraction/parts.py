"""Which of several values in a sentence the words of a `find` are said of: `killed 12 people and injured 30 people`.

A sentence falls into parts at commas, brackets, conjunctions and relative pronouns. A value in a part that has words of
its own, and none that the rule asks for, is said of something else, as long as another value stands with these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.extraction.commonplace import COMMONPLACE
from checker.extraction.matcher import Words
from checker.extraction.matching import every
from checker.extraction.reading import Reading
from checker.extraction.tokens import RELATIVE, SUBORDINATE, Line
from checker.model.document import Span
from checker.model.rule import Fact

_MARKS = frozenset(",;:()—–")
_RELATIVE = RELATIVE | {"that", "where"}
_SUBORDINATE = SUBORDINATE | _RELATIVE | {"since"}
_OPENING = _SUBORDINATE | frozenset(("and", "but", "or", "than"))
_GOVERNED = re.compile(r"\b(?:with|of|among|carrying)\s+(?:(?:the|its|about|some|over)\s+)?$", re.IGNORECASE)


def said_of(reading: Reading, fact: Fact, find: Words, line: Line, values: Sequence[Span]) -> list[bool]:
    """For each of several values of a sentence, whether the words of the `find` may be said of it."""
    if "respectively" in line.where:
        return [True] * len(values)
    parts = _parts(line)
    words = list(_words(find, line))
    own = [parts[line.token_at(start)] for start, _ in values]
    with_words = {parts[at] for at in words} & set(own)
    for at in words:
        before = [n for n, (start, _) in enumerate(values) if start < line.tokens[at].start]
        first = parts.index(parts[at])
        if parts[at] not in own and line.tokens[first].text in _RELATIVE and before:
            with_words.add(own[before[-1]])
    silent = _silent(reading, fact, line, parts, words)
    if not with_words:
        main = [part for part in own if line.tokens[parts.index(part)].text not in _SUBORDINATE]
        return [not main or part in main or part in silent for part in own]
    kept = [part in with_words or part in silent for part in own]
    governed = [_GOVERNED.search(line.text, line.span[0], start) is not None for start, _ in values]
    free = {part for part, with_, held in zip(own, kept, governed, strict=True) if with_ and not held}
    return [
        stays and not (held and part in free and part in with_words)
        for part, stays, held in zip(own, kept, governed, strict=True)
    ]


def _parts(line: Line) -> list[int]:
    """The number of the part that each token is in."""
    number, out = 0, []
    values = line.valued
    for i, token in enumerate(line.tokens):
        if i not in values and (token.text in _MARKS or token.text in _OPENING):
            number += 1
        out.append(number)
    return out


def _words(find: Words, line: Line) -> Iterator[int]:
    """The tokens at which the words that the rule asks for begin."""
    asked = (*find.any, *find.all) or tuple(steps for choices, _ in find.near for steps in choices)
    return (hit.start for hit in every(asked, line))


def _silent(reading: Reading, fact: Fact, line: Line, parts: Sequence[int], words: Sequence[int]) -> set[int]:
    """The parts that say nothing beside their values: names, cases of the rule's events and little words."""
    values = line.valued
    events = [f"{fact.pack}/{spec.event.name}" for spec in fact.qualifiers if spec.event is not None]
    spans = [(name.start, name.end) for event in events for name in reading.named(event)]
    spans += [
        mention.noun_span
        for _, mention in reading.mentions_of.get(reading.sentence_of(line.span[0]), ())
        if mention.noun_span
    ]
    telling = set()
    for i, token in enumerate(line.tokens):
        named = line.text[token.start].isupper() and i > 0
        if i in values or i in words or named or not token.text[0].isalpha() or token.text in COMMONPLACE:
            continue
        if not any(start <= token.start < end for start, end in spans):
            telling.add(parts[i])
    return set(parts) - telling
