"""The values that rules find in a sentence, before it is settled what exactly they say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import NamedTuple

from checker.extraction.around import fulfilled
from checker.extraction.fitting import fits
from checker.extraction.matcher import Matcher, Pattern, Rule
from checker.extraction.matching import found, search
from checker.extraction.parts import said_of
from checker.extraction.prefilter import Need, looked_up
from checker.extraction.reading import Reading
from checker.extraction.regexes import regex_hits
from checker.extraction.steps import Hole
from checker.model.document import Span
from checker.model.pattern import Regex
from checker.model.rule import Match

_WHATEVER = Hole(None, (), loose=True)


class Candidate(NamedTuple):
    """A value found for a rule.

    `mention` is None where the words point at another fact; `span` is then that of the words. `words` covers all that
    the pattern matched, the value included, and `by` is the pattern, or the words that fulfilled a `find`.
    """

    rule: int
    mention: int | None
    span: Span
    sentence: int
    match: Match | None
    by: str
    words: Span


def candidates(reading: Reading, matcher: Matcher, sentence: int) -> Iterator[Candidate]:
    """What the rules find in one sentence, patterns before `find`; a value may come several times."""
    words = reading.words(sentence)
    patterns = looked_up(matcher.by_word, words).union(matcher.unanchored)
    for number in sorted(n for n in patterns if _has(words, matcher.patterns[n].needs)):
        pattern = matcher.patterns[number]
        yield from _of_pattern(reading, pattern, matcher.rules[pattern.rule], sentence)
    if sentence in reading.mentions_of:
        finds = looked_up(matcher.finds, words)
        if matcher.wide_finds:
            finds |= looked_up(matcher.wide_finds, reading.words_of_paragraph(sentence))
        for number in sorted(n for n in finds if _has(words, matcher.rules[n].needs)):
            yield from _of_find(reading, number, matcher.rules[number], sentence)


def _has(words: frozenset[str], needs: tuple[Need, ...]) -> bool:
    return not any(map(words.isdisjoint, needs))


def _of_pattern(reading: Reading, pattern: Pattern, rule: Rule, sentence: int) -> Iterator[Candidate]:
    def may_fill(index: int, hole: Hole) -> bool:
        return fits(reading.annotated, index, rule.fact, rule.nouns, hole)

    # Most sentences hold no value of the kind: they are not even tokenised.
    values = reading.mentions_of.get(sentence, ())
    if pattern.holes and not any(may_fill(index, hole) for index, _ in values for hole in pattern.holes):
        return
    line = reading.line(sentence)
    written = pattern.match.pattern
    if isinstance(written, Regex):
        hits = [hit for hole in pattern.holes for hit in regex_hits(written, line, may_fill, hole)]
    else:
        hits = list(search(pattern.steps, line, may_fill))
    if not hits or (rule.none and found(rule.none, line)):
        return
    for hit in hits:
        words = (line.tokens[hit.start].start, line.tokens[hit.end - 1].end)
        span = words if hit.mention is None else reading.annotated.mentions[hit.mention][:2]
        yield Candidate(pattern.rule, hit.mention, span, sentence, pattern.match, written.text, words)


def _of_find(reading: Reading, number: int, rule: Rule, sentence: int) -> Iterator[Candidate]:
    values = [
        (index, (mention.start, mention.end))
        for index, mention in reading.mentions_of[sentence]
        if fits(reading.annotated, index, rule.fact, rule.nouns, _WHATEVER)
    ]
    if not values or rule.find is None:
        return
    line = reading.line(sentence)
    if rule.none and found(rule.none, line):
        return
    taken = [(*value, by) for value in values if (by := fulfilled(reading, rule.find, line, value[1])) is not None]
    if len(taken) > 1:
        said = said_of(reading, rule.fact, rule.find, line, [span for _, span, _ in taken])
        taken = list(compress(taken, said))
    for index, span, by in taken:
        yield Candidate(number, index, span, sentence, None, by, span)
