"""What one document states, sentence by sentence, made small: all that is needed to hold it against other documents."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

from checker.compare.discover.standing import Standing, standing
from checker.extraction.commonplace import COMMONPLACE
from checker.extraction.dating import dates_a_report
from checker.extraction.inflect import regular
from checker.extraction.persons import Persons, surname, words
from checker.extraction.saying import SAYING
from checker.extraction.speaker import speaker
from checker.extraction.status import status
from checker.extraction.tokens import CLAUSE_STOPS, FILLERS, Line, line
from checker.model.document import Span
from checker.model.mention import Annotated, Mention, Timex
from checker.model.rule import Status

_REACH = 14
"""Words on either side of a value that may say what it is the value of."""
_BESIDE = 4
"""Words next to a value that are held against each other one by one."""
_SAID_WITHIN = 3
_SAYING = SAYING | frozenset(
    "posted statement interview conference briefing release tweet email spokesman spokeswoman".split()
)
_IN = frozenset(("in", "at", "near", "outside", "inside"))
_JOINTS = frozenset((",", "and", "but"))
"""What stands behind these is further off than it looks."""


class Sentence(NamedTuple):
    """A sentence: the stems that say what it is about, and the names that say where."""

    span: Span
    words: frozenset[str]
    where: frozenset[str]
    speaker: str | None


class Place(NamedTuple):
    """One mention and the company it keeps.

    `near` gives the stems around with how near they are (1 beside it, less further off); `before` and `behind` are the
    words next to it as written, the nearest first.
    """

    mention: Mention
    sentence: int
    standing: Standing
    noun: str | None
    near: tuple[tuple[str, float], ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    person: frozenset[str]
    status: Status
    saying: bool


class Told(NamedTuple):
    """All places of one document."""

    sentences: tuple[Sentence, ...]
    places: tuple[Place, ...]


class _Read(NamedTuple):
    """A sentence as the places in it need it."""

    number: int
    line: Line
    stems: list[str]


def places(annotated: Annotated) -> Told:
    """The places of one document that state a value; sentences without any are left out."""
    text, published = annotated.document.text, annotated.document.published
    sentences: list[Sentence] = []
    found: list[Place] = []
    persons: Persons | None = None
    seen, mentions = 0, annotated.mentions
    for span in annotated.sentences:
        inside: list[tuple[int, Mention]] = []
        while seen < len(mentions) and mentions[seen].start < span[1]:
            if mentions[seen].start >= span[0]:
                inside.append((seen, mentions[seen]))
            seen += 1
        stated = [(at, value) for at, mention in inside if (value := standing(mention, text, published)) is not None]
        if not stated:
            continue
        ready = line(text, span, inside)
        read = _Read(len(sentences), ready, _stems(ready))
        if persons is None and any(value.family == "age" for _, value in stated):
            persons = Persons(text, annotated.sentences)
        found += [_place(read, annotated, at, value, persons) for at, value in stated]
        sentences.append(Sentence(span, frozenset(filter(None, read.stems)), _where(read), speaker(text, span)))
    return Told(tuple(sentences), tuple(found))


def _place(read: _Read, annotated: Annotated, at: int, value: Standing, persons: Persons | None) -> Place:
    mention, published, tokens = annotated.mentions[at], annotated.document.published, read.line.tokens
    first, last = read.line.token_at(mention.start), read.line.token_at(mention.end - 1)
    people = persons.beside((mention.core_start, mention.core_end)) if persons and value.family == "age" else ()
    future = None
    if isinstance(mention.value, Timex) and mention.value.earliest and published:
        future = mention.value.earliest[:10] > published[:10]
    return Place(
        mention=mention,
        sentence=read.number,
        standing=value,
        noun=stem(mention.noun) if mention.noun else None,
        near=_near(read, first, last),
        before=tuple(tokens[i].text for i in range(first - 1, max(-1, first - 1 - _BESIDE), -1)),
        behind=tuple(token.text for token in tokens[last + 1 : last + 1 + _BESIDE]),
        person=frozenset(stem(surname(words(name))) for name in people),
        status=status(read.line, first, last, future=future),
        saying=value.when is not None
        and value.when.weekday is not None
        and (dates_a_report(annotated, at) or _is_of_saying(read.line, first, last)),
    )


def _stems(ready: Line) -> list[str]:
    """The stem of each word that tells something, empty for values, marks and commonplace words."""
    valued = ready.valued
    return [
        "" if i in valued or token.text in COMMONPLACE or not token.text[0].isalpha() else stem(token.text)
        for i, token in enumerate(ready.tokens)
    ]


def _where(read: _Read) -> frozenset[str]:
    """Stems of the names behind `in` or `near`: where a thing happened."""
    found: set[str] = set()
    behind = False
    for token, word in zip(read.line.tokens, read.stems, strict=True):
        name = behind and word and read.line.text[token.start].isupper()
        if name:
            found.add(word)
        behind = bool(name) or token.text in _IN or (behind and token.text == "the")
    return frozenset(found)


def _is_of_saying(ready: Line, first: int, last: int) -> bool:
    """Whether a value stands beside a word of saying: `police said Tuesday` dates what they said, not what happened."""
    beside = ready.tokens[max(0, first - _SAID_WITHIN) : first] + ready.tokens[last + 1 : last + 1 + _SAID_WITHIN]
    return any(token.text in _SAYING for token in beside)


def _near(read: _Read, first: int, last: int) -> tuple[tuple[str, float], ...]:
    near: dict[str, float] = {}
    for step, start in ((-1, first - 1), (1, last + 1)):
        far, i = 0, start
        while 0 <= i < len(read.stems) and far < _REACH:
            text, word = read.line.tokens[i].text, read.stems[i]
            if text in CLAUSE_STOPS or text in _JOINTS:
                far += 2
            elif text not in FILLERS:
                if word:
                    near[word] = max(near.get(word, 0.0), 1 / (1 + far / 3))
                far += 1
            i += step
    return tuple(near.items())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in lower case: Porter's English stemmer in its second form, irregular forms made regular first
    (`shot` and `shooting`), the vowels that it leaves apart taken off (`injured`, `injuries`)."""
    found: str = _stemmer().stemWord(regular(word))
    return found.rstrip("ie") if len(found) > 3 else found


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")
