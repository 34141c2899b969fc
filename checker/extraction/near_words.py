"""How a sentence comes near a `find`: all that it asks for is there but one thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.extraction.around import within_reach
from checker.extraction.commonplace import COMMONPLACE
from checker.extraction.matcher import Rule, Words
from checker.extraction.misses import Miss, is_of_kind, other_case, refused, say_misfit
from checker.extraction.reading import Reading
from checker.extraction.steps import Hole, Steps
from checker.extraction.tokens import Line
from checker.model.document import Span
from checker.model.pattern import Sequence
from checker.model.rule import Find, Within

_ANY = Hole(None, (), loose=True)
_WIDER = (Within("clause"), Within("sentence"), Within("paragraph"))
_SHOWN, _OFFERED = 4, 6  # words of a condition that are named, words of a sentence that are offered instead


class _Asked(NamedTuple):
    """One condition of a `find`, as written and compiled."""

    key: str
    written: tuple[Sequence, ...]
    choices: tuple[Steps, ...]
    within: Within


def of_words(reading: Reading, rule: Rule, sentence: int) -> Iterator[Miss]:
    """The misses of a rule's `find` in one sentence, one for each value of the right kind."""
    if rule.find is None or rule.fact.find is None:
        return
    asked = list(_asked(rule.fact.find, rule.find))
    for index, mention in reading.mentions_of.get(sentence, ()):
        if is_of_kind(mention, rule, _ANY):
            yield from _of_value(reading, rule, asked, sentence, index)


def _asked(find: Find, words: Words) -> Iterator[_Asked]:
    written = [find.any] if find.any else []
    written += [(one,) for one in find.all] + [near.any for near in find.near]
    for said, (key, choices, within) in zip(written, words.asked(), strict=True):
        yield _Asked(key, said, choices, within)


def _of_value(reading: Reading, rule: Rule, asked: list[_Asked], sentence: int, index: int) -> Iterator[Miss]:
    line, find = reading.line(sentence), rule.find or Words((), (), (), (), Within())
    value: Span = reading.annotated.mentions[index][:2]
    said = [(one, within_reach(reading, one.choices, one.within, line, value)) for one in asked]
    missing = [one for one, words in said if words is None]
    words = " … ".join(words for _, words in said if words is not None)
    veto = within_reach(reading, find.none, find.within, line, value) if find.none else None
    misfit, mend = say_misfit(reading, rule, index, _ANY)

    def miss(stopped: str, mend: str, near: float) -> Miss:
        return Miss(line.span, "find", words, stopped, mend, near)

    elsewhere = other_case(reading, rule, value, value, ())
    if len(missing) + sum(map(bool, (misfit, veto, elsewhere))) > 1:
        return
    if veto is not None:
        yield miss(f"“{veto}” is one of the words under `not`", "make that word more precise, or remove it", 1.0)
    elif misfit:
        yield miss(misfit, mend, 0.9)
    elif not missing:
        yield miss(*refused(reading, rule, line, value, words=value, given=()), 1.0)
    elif there := _further(reading, missing[0], line, value):
        stopped, mend = there
        yield miss(stopped, mend, 0.85)
    elif words:
        yield miss(*_absent(missing[0], line), 0.8 * (len(asked) - 1) / len(asked))


def _further(reading: Reading, one: _Asked, line: Line, value: Span) -> tuple[str, str] | None:
    """Where the words of a condition stand further off than it looks."""
    for wider in _WIDER:
        there = within_reach(reading, one.choices, wider, line, value)
        if there is not None:
            stopped = f"“{there}” ({one.key}) is out of reach: `within` is {_told(one.within)}"
            return stopped, f"reach further: `within: {wider.scope}`"
    return None


def _absent(one: _Asked, line: Line) -> tuple[str, str]:
    names = ", ".join(f"`{sequence.text}`" for sequence in one.written[:_SHOWN])
    more = f" and {len(one.written) - _SHOWN} more" if len(one.written) > _SHOWN else ""
    there = ", ".join(f"`{word}`" for word in _contents(line)[:_OFFERED])
    mend = f"add a word under `{one.key}`" + (f"; the sentence has {there}" if there else "")
    return f"none of {names}{more} ({one.key}) stands within {_told(one.within)}", mend


def _told(within: Within) -> str:
    return f"{within.words} words" if within.scope == "words" else within.scope


def _contents(line: Line) -> list[str]:
    words = (token.text for at, token in enumerate(line.tokens) if at not in line.valued)
    return list(dict.fromkeys(word for word in words if word.isalpha() and len(word) > 2 and word not in COMMONPLACE))
