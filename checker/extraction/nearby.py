"""What came near a fact and was not taken: the sentences in which one condition of a rule fails."""

from __future__ import annotations

from checker.extraction.matcher import Matcher
from checker.extraction.matching import found
from checker.extraction.misses import Miss, is_of_kind
from checker.extraction.near_lines import lines_of, of_lines
from checker.extraction.near_words import of_words
from checker.extraction.reading import Reading
from checker.extraction.steps import Hole
from checker.model.document import Span
from checker.model.mention import Mention

_ANY = Hole(None, (), loose=True)


def near_misses(reading: Reading, matcher: Matcher, number: int, taken: frozenset[Span]) -> list[Miss]:
    """The misses of rule `number` in one document, the nearest first; `taken` are spans that it did take.

    A sentence in which more than one condition fails is hopeless, and none of these.
    """
    misses, rule, lines = [], matcher.rules[number], lines_of(matcher, number)
    for sentence, (low, high) in enumerate(reading.annotated.sentences):
        if not any(low <= start < high for start, _ in taken):
            tries = [*of_lines(reading, rule, lines, sentence), *of_words(reading, rule, sentence)]
            if rule.none and found(rule.none, reading.line(sentence)):
                tries = [miss for miss in tries if miss.near == 1]  # a veto that is not all that stands in the way
            if tries:
                misses.append(max(tries, key=lambda miss: miss.near))
    return sorted(misses, key=lambda miss: (-miss.near, miss.sentence))


def values_of_kind(reading: Reading, matcher: Matcher, number: int) -> list[Mention]:
    """The values of the fact's kind that a document has at all, whatever their noun or unit."""
    rule = matcher.rules[number]
    return [mention for mention in reading.annotated.mentions if is_of_kind(mention, rule, _ANY)]
