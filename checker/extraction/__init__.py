"""Rules and annotations to assertions: what each document states of the facts that the rules name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.extraction.as_of import as_of
from checker.extraction.bygone import long_past
from checker.extraction.candidates import Candidate, candidates
from checker.extraction.ellipsis import filled
from checker.extraction.enumerated import is_member
from checker.extraction.fitting import Worth, bounded, worth
from checker.extraction.matcher import compile_rules
from checker.extraction.qualifiers import Qualified, qualify
from checker.extraction.reading import Reading
from checker.extraction.speaker import speaker
from checker.extraction.status import status
from checker.model.comparison import Assertion
from checker.model.document import Span
from checker.model.mention import Annotated, Kind, Mention, Quantity, Timex, Value
from checker.model.rule import Fact, Rulebook, Status
from checker.values.labels import label

_Where = tuple[Span, int]
"""A place in the text, and the number of the rule that takes it."""

_POINTER = Timex(None, None, "", "")
"""Stands in for a value that another fact gives, until the comparison puts that in its place."""


def extract(annotated: Annotated, rulebook: Rulebook) -> tuple[Assertion, ...]:
    """What one document states of the rulebook's facts, in the order of the text.

    Ids are numbers within the document; whoever puts documents together gives the final ones. A value that several
    patterns of one fact find is one assertion, by the first pattern whose qualifiers fit.
    """
    matcher = compile_rules(rulebook)
    reading = Reading(filled(annotated), matcher)
    found: dict[_Where, list[Candidate]] = {}
    for sentence in range(len(annotated.sentences)):
        for one in candidates(reading, matcher, sentence):
            if matcher.rules[one.rule].fact.recent and long_past(reading, sentence, one.words):
                continue
            found.setdefault((one.span, one.rule), []).append(one)
    assertions: list[Assertion] = []
    for _, several in _counted_first(_precise_first(reading, sorted(found.items()))):
        fact = matcher.rules[several[0].rule].fact
        for one in several:
            ways = qualify(reading, fact, one.span, one.words, one.match.qualifiers if one.match else ())
            for qualified in ways:
                made = _assertion(reading, fact, one, qualified, str(len(assertions)))
                assertions.append(made)
                assertions += _restated(reading, one, made, len(assertions))
            if ways:
                break
    return tuple(assertions)


def _precise_first(
    reading: Reading, found: list[tuple[_Where, list[Candidate]]]
) -> list[tuple[_Where, list[Candidate]]]:
    """Without values that words under `find` take for one fact of a pack, and a line under `match` for another."""
    rules = reading.matcher.rules
    loose = {where[0] for where, several in found if all(one.match is None for one in several)}
    claimed = {
        (where[0], rules[where[1]].fact.pack)
        for where, several in found
        if where[0] in loose and any(one.match is not None and _said_by(reading, one) for one in several)
    }
    return [
        (where, several)
        for where, several in found
        if where[0] not in loose
        or (where[0], rules[where[1]].fact.pack) not in claimed
        or any(one.match is not None for one in several)
    ]


def _said_by(reading: Reading, one: Candidate) -> bool:
    """Whether a line takes a value for its fact, and for the case that the fact is kept to."""
    fact, given = reading.matcher.rules[one.rule].fact, one.match.qualifiers if one.match else ()
    return bool(qualify(reading, fact, one.span, one.words, given))


def _counted_first(found: list[tuple[_Where, list[Candidate]]]) -> Iterator[tuple[_Where, list[Candidate]]]:
    """Without words that only have a value by themselves (`was killed`: one at least) where the document gives a
    number for the same fact, or has said as much before."""
    told = {where[1] for where, several in found if any(not _says(one) for one in several)}
    for where, several in found:
        if not all(_says(one) for one in several):
            yield where, several
        elif where[1] not in told:
            told.add(where[1])
            yield where, several


def _says(one: Candidate) -> bool:
    return one.mention is None and one.match is not None and one.match.says is not None


def _assertion(reading: Reading, fact: Fact, one: Candidate, qualified: Qualified, number: str) -> Assertion:
    document, line = reading.annotated.document, reading.line(one.sentence)
    qualifiers, notes, missing = qualified
    quote, sentence = document.text[slice(*one.span)], document.text[slice(*line.span)]
    mention = None if one.mention is None else reading.annotated.mentions[one.mention]
    value = _said(one) if one.mention is None else worth(reading.annotated, one.mention, fact, sentence, one.match)
    if one.mention is not None and is_member(reading.annotated, one.mention, reading.matcher.rules[one.rule].nouns):
        value = _at_least(value, quote)
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
        kind=_kind(fact, mention, value.value),
        value=value.value,
        label=label(value.value, quote),
        qualifiers=qualifiers,
        status=_status(reading, fact, one, value.value),
        speaker=speaker(document.text, line.span, one.span),
        as_of=as_of(reading, fact, one),
        matched=one.by,
        notes=(*notes, *value.notes),
        missing=missing,
        rests_on=value.rests_on,
        means=one.match.means if one.match is not None else None,
    )


def _said(one: Candidate) -> Worth:
    """The value of words without a slot: their own, or a stand-in for that of another fact."""
    if one.match is None or one.match.says is None:
        return Worth(_POINTER)
    return Worth(one.match.says, ("the value that the words have by themselves",))


def _at_least(value: Worth, quote: str) -> Worth:
    """A count that others are listed with, as no more than a part of the total."""
    if not isinstance(value.value, Quantity):
        return value
    return value._replace(
        value=bounded(value.value, "at-least"), notes=(*value.notes, f"at least “{quote}”: others are listed with it")
    )


def _kind(fact: Fact, mention: Mention | None, value: Value) -> Kind:
    """The mention's kind; the fact's own where the value was put in another unit (a third in percent). An ordinal
    stays one, so that a reckoning knows that `its fourth year` leaves no room."""
    if mention is None:
        return "date" if isinstance(value, Timex) or fact.value.kind == "offset" else fact.value.kind
    if (
        mention.kind != "ordinal"
        and isinstance(mention.value, Quantity)
        and isinstance(value, Quantity)
        and value.unit != mention.value.unit
    ):
        return mention.kind if fact.value.kind == "offset" else fact.value.kind
    if mention.kind == "date" and isinstance(value, Quantity):
        return "duration"
    if fact.value.kind in ("ordinal", "number") and mention.kind in ("ordinal", "number"):
        return "ordinal" if fact.value.kind == "ordinal" else "number"
    return mention.kind


def _status(reading: Reading, fact: Fact, one: Candidate, value: Value) -> Status:
    if one.match is not None and one.match.status is not None:
        return one.match.status
    if fact.status is not None:
        return fact.status
    published, line = reading.annotated.document.published, reading.line(one.sentence)
    future = None
    if isinstance(value, Timex) and value.earliest and published:
        future = value.earliest[:10] > published[:10]
    return status(line, line.token_at(one.span[0]), line.token_at(one.span[1] - 1), future=future)


def _restated(reading: Reading, one: Candidate, made: Assertion, number: int) -> Iterator[Assertion]:
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
