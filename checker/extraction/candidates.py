"""The values that rules find in a sentence, before it is settled what exactly they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.extraction.around import fulfilled
from checker.extraction.fitting import fits
from checker.extraction.matcher import Matcher, Pattern, Rule
from checker.extraction.matching import Hit, Hole, found, hole_of, search
from checker.extraction.reading import Reading
from checker.extraction.regexes import regex_hits
from checker.extraction.tokens import Line
from checker.model.document import Span
from checker.model.pattern import Regex
from checker.model.rule import Match

_WHATEVER = Hole(None, ())


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
    line = reading.line(sentence)
    for number in matcher.candidates(line.where):
        rule_number, pattern = matcher.patterns[number]
        rule = matcher.rules[rule_number]
        hits = list(_hits(reading, pattern, rule, line))
        if hits and not (rule.none and found(rule.none, line)):
            for hit in hits:
                words = (line.tokens[hit.start].start, line.tokens[hit.end - 1].end)
                span = words if hit.mention is None else reading.annotated.mentions[hit.mention][:2]
                by = pattern.match.pattern.text
                yield Candidate(rule_number, hit.mention, span, sentence, pattern.match, by, words)
    if sentence in reading.mentions_of:
        for rule_number in matcher.searches(reading.words_of_paragraph(line.span[0])):
            yield from _around(reading, rule_number, matcher.rules[rule_number], sentence)


def _hits(reading: Reading, pattern: Pattern, rule: Rule, line: Line) -> Iterator[Hit]:
    def may_fill(index: int, hole: Hole) -> bool:
        return fits(reading.annotated, index, rule.fact, rule.nouns, hole)

    if isinstance(pattern.match.pattern, Regex):
        yield from regex_hits(pattern.match.pattern, line, may_fill, _WHATEVER)
        return
    hole = hole_of(pattern.steps)
    if hole is None or any(may_fill(index, hole) for there in line.starts.values() for index, _ in there):
        yield from search(pattern.steps, line, may_fill)


def _around(reading: Reading, number: int, rule: Rule, sentence: int) -> Iterator[Candidate]:
    line = reading.line(sentence)
    if rule.find is None or (rule.none and found(rule.none, line)):
        return
    for index, mention in reading.mentions_of[sentence]:
        if fits(reading.annotated, index, rule.fact, rule.nouns, _WHATEVER):
            span = (mention.start, mention.end)
            by = fulfilled(reading, rule.find, line, span)
            if by is not None:
                yield Candidate(number, index, span, sentence, None, by, span)
