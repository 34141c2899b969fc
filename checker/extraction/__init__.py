"""Rules and annotations to assertions: what each document states of the facts that the rules name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from checker.extraction.fitting import fits, worth
from checker.extraction.matcher import Matcher, Pattern, Rule, Words, compile_rules
from checker.extraction.matching import Hit, Hole, Steps, found, hole_of, search
from checker.extraction.qualifiers import qualify
from checker.extraction.reading import Reading
from checker.extraction.regexes import regex_hits
from checker.extraction.speaker import speaker
from checker.extraction.status import status
from checker.extraction.tokens import Line
from checker.model.comparison import Assertion
from checker.model.document import Span
from checker.model.mention import Annotated, Timex
from checker.model.pattern import Regex
from checker.model.rule import Fact, Match, Rulebook, Within
from checker.values.labels import label

_WHATEVER = Hole(None, ())


class _Found(NamedTuple):
    """A value found for a rule: the mention, or for a pattern that points at another fact the span of its words."""

    rule: int
    mention: int | None
    span: Span
    sentence: int
    match: Match | None
    matched: str
    words: Span  # all that the pattern matched, the value included


def extract(annotated: Annotated, rulebook: Rulebook) -> tuple[Assertion, ...]:
    """What one document states of the rulebook's facts, in the order of the text.

    Ids are numbers within the document; whoever puts documents together gives the final ones. A value that several
    patterns of one fact find is one assertion.
    """
    matcher = compile_rules(rulebook)
    reading = Reading(annotated, matcher)
    seen: dict[tuple[int, Span], _Found] = {}
    for sentence in range(len(annotated.sentences)):
        for one in _in_sentence(reading, matcher, sentence):
            seen.setdefault((one.rule, one.span), one)
    assertions: list[Assertion] = []
    for one in sorted(seen.values(), key=lambda one: (one.span, one.rule)):
        made = _assertion(reading, matcher, one, str(len(assertions)))
        if made is not None:
            assertions.append(made)
            assertions += _restated(reading, one, made, len(assertions))
    return tuple(assertions)


def _in_sentence(reading: Reading, matcher: Matcher, sentence: int) -> Iterator[_Found]:
    line = reading.line(sentence)
    for number in matcher.candidates(line.where):
        rule_number, pattern = matcher.patterns[number]
        rule = matcher.rules[rule_number]
        if rule.none and found(rule.none, line):
            continue
        for hit in _hits(reading, pattern, rule, line):
            yield _placed(reading, rule_number, hit, line, sentence, pattern)
    if sentence in reading.mentions_of:
        for rule_number in matcher.searches(_reach(reading, line)):
            rule = matcher.rules[rule_number]
            if not (rule.none and found(rule.none, line)):
                yield from _found_near(reading, rule_number, rule, line, sentence)


def _hits(reading: Reading, pattern: Pattern, rule: Rule, line: Line) -> Iterator[Hit]:
    def may_fill(index: int, hole: Hole) -> bool:
        return fits(reading.annotated, index, rule.fact, rule.nouns, hole)

    hole = hole_of(pattern.steps)
    if hole is not None and not any(may_fill(index, hole) for there in line.starts.values() for index, _ in there):
        return
    if isinstance(pattern.match.pattern, Regex):
        yield from regex_hits(pattern.match.pattern, line, may_fill, _WHATEVER)
    else:
        yield from search(pattern.steps, line, may_fill)


def _placed(reading: Reading, rule: int, hit: Hit, line: Line, sentence: int, pattern: Pattern) -> _Found:
    if hit.mention is None:
        span = (line.tokens[hit.start].start, line.tokens[hit.end - 1].end)
    else:
        mention = reading.annotated.mentions[hit.mention]
        span = (mention.start, mention.end)
    words = (line.tokens[hit.start].start, line.tokens[hit.end - 1].end)
    return _Found(rule, hit.mention, span, sentence, pattern.match, pattern.match.pattern.text, words)


def _reach(reading: Reading, line: Line) -> set[str]:
    """The words of the whole paragraph: as far as any `find` may look."""
    low, high = reading.paragraph_of(line.span[0])
    first, last = reading.sentence_of(low), reading.sentence_of(max(low, high - 1))
    return set().union(*(reading.line(n).where for n in range(max(first, 0), last + 1)))


def _found_near(reading: Reading, number: int, rule: Rule, line: Line, sentence: int) -> Iterator[_Found]:
    assert rule.find is not None
    for index, mention in reading.mentions_of[sentence]:
        if fits(reading.annotated, index, rule.fact, rule.nouns, _WHATEVER):
            words = _fulfilled(reading, rule.find, line, mention.start, mention.end)
            if words is not None:
                span = (mention.start, mention.end)
                yield _Found(number, index, span, sentence, None, words, span)


def _fulfilled(reading: Reading, find: Words, line: Line, start: int, end: int) -> str | None:
    """The words that fulfil a `find` around a value, None where it is not fulfilled."""
    said = []
    for choices, within in (
        *(((find.any, find.within),) if find.any else ()),
        *(((steps,), find.within) for steps in find.all),
        *find.near,
    ):
        words = _within(reading, choices, line, start, end, within)
        if words is None:
            return None
        said.append(words)
    if find.none and _within(reading, find.none, line, start, end, find.within) is not None:
        return None
    return " … ".join(said)


def _within(
    reading: Reading, choices: tuple[Steps, ...], line: Line, start: int, end: int, within: Within
) -> str | None:
    """The words of the first of these patterns within reach of the value, None where there is none."""
    if within.scope == "paragraph":
        low, high = reading.paragraph_of(start)
        for number in range(max(reading.sentence_of(low), 0), reading.sentence_of(max(low, high - 1)) + 1):
            words = _quoted(reading.line(number), found(choices, reading.line(number)))
            if words is not None:
                return words
        return None
    first, last = line.token_at(start), line.token_at(end - 1)
    if within.scope == "words":
        return _quoted(line, found(choices, line, max(0, first - within.words), min(len(line.tokens), last + within.words + 1)))
    if within.scope == "clause":
        own = [i for i, clause in enumerate(line.clauses) if clause == line.clauses[min(first, len(line.clauses) - 1)]]
        return _quoted(line, found(choices, line, own[0], own[-1] + 1))
    return _quoted(line, found(choices, line))


def _quoted(line: Line, hit: Hit | None) -> str | None:
    return None if hit is None else line.text[line.tokens[hit.start].start : line.tokens[hit.end - 1].end]


def _assertion(reading: Reading, matcher: Matcher, one: _Found, number: str) -> Assertion | None:
    rule = matcher.rules[one.rule]
    fact, document = rule.fact, reading.annotated.document
    qualified = qualify(reading, fact, one.span, one.words, one.match.qualifiers if one.match else ())
    if qualified is None:
        return None
    qualifiers, notes, missing = qualified
    line = reading.line(one.sentence)
    sentence = document.text[slice(*line.span)]
    quote = document.text[slice(*one.span)]
    if one.mention is None:
        value, more, kind = Timex(None, None, "", ""), (), "date"
        text_label = quote
    else:
        mention = reading.annotated.mentions[one.mention]
        kind = mention.kind
        value, more = worth(fact, mention, quote, sentence)
        text_label = label(value, quote)
    row, column = document.place(one.span[0])
    return Assertion(
        id=number,
        fact=fact.id,
        pack=fact.pack,
        document=document.id,
        start=one.span[0],
        end=one.span[1],
        line=row,
        column=column,
        text=quote,
        sentence=sentence,
        sentence_span=line.span,
        kind=kind,  # type: ignore[arg-type]  # "date" stands in where no mention has a kind
        value=value,
        label=text_label,
        qualifiers=qualifiers,
        status=_status(fact, one, line, value, document.published),
        speaker=speaker(document.text, line.span),
        as_of=document.published if fact.as_of or fact.trend else None,
        matched=one.matched,
        notes=(*notes, *more),
        missing=missing,
        means=one.match.means if one.match is not None else None,
    )


def _status(fact: Fact, one: _Found, line: Line, value: object, published: str | None) -> str:
    if one.match is not None and one.match.status is not None:
        return one.match.status
    if fact.status is not None:
        return fact.status
    future = None
    if isinstance(value, Timex) and value.earliest and published:
        future = value.earliest[:10] > published[:10]
    return status(line, line.token_at(one.span[0]), line.token_at(one.span[1] - 1), future=future)


def _restated(reading: Reading, one: _Found, made: Assertion, number: int) -> Iterator[Assertion]:
    """The same amount in another unit, given behind it in brackets, as an assertion of its own."""
    document = reading.annotated.document
    for mention in () if one.mention is None else reading.restating.get(one.mention, ()):
        row, column = document.place(mention.start)
        quote = document.text[mention.start : mention.end]
        yield replace(
            made,
            id=str(number),
            start=mention.start,
            end=mention.end,
            line=row,
            column=column,
            text=quote,
            value=mention.value,
            label=label(mention.value, quote),
            notes=(f"gives {made.text} again in another unit",),
            restates=made.id,
        )
        number += 1
