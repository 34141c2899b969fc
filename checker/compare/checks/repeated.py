"""What a document says twice in the same words must have the same figure.

Holds: `The fire killed 12 people. By noon the fire, which killed 12 people, was out`. Fails: `The fire killed 12 people.
By noon the fire, which killed 14 people, was out`, `Ann Roe, 42, spoke first. The last was Ann Roe, 45`. What has a
third figure as well is a list or a table: it says the same of many things. A clause with a word such as `another`,
`first` or `may` tells of something else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.compare.checks import Failing
from checker.compare.statements import Statement, body, statements
from checker.extraction.persons import Persons, words
from checker.model.mention import Annotated, Mention, Quantity
from checker.values.intervals import meet

_ELSE = re.compile(
    r"\b(?:another|others?|more|additional|previous(?:ly)?|earlier|initial(?:ly)?|first|second|third|last|next|each|every|per"
    r"|corresponding|without|except|excluding|net|gross|former(?:ly)?|original(?:ly)?|later|now|then|separate|unrelated|same|if|would|could|may|might|will|should|planned"
    r"|expected|not|no|never|nearly|almost|about|up to|at least|half|both|only|still|already|revised|corrected|also|again)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"\b(?:respectively|as well|too)\b", re.IGNORECASE)
_AGE = re.compile(r"(?:aged?\s+)?\d{1,3}(?:[\s-]years?[\s-]olds?)?", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:\d{4}|then\W+(?:aged |an? )?\d|ago|when|before|after|later|turn(?:s|ed)?|the \w+(?: \w+)? side)\b",
    re.IGNORECASE,
)
_LEAST = 2
"""Words of content that a clause must have: fewer say too little."""
_MOST = 30
"""Statements of one kind that a document makes of one thing: more are a list, and each would be held against each."""


def check(annotated: Annotated) -> Iterator[Failing]:
    """Every two statements of one thing with different values."""
    for first, second in _twice(annotated):
        quotes = [annotated.quote(annotated.mentions[i]) for i in (first.mention, second.mention)]
        step = f"both times of: {', '.join(sorted(first.words & second.words))}"
        message = f"“{quotes[0]}” is “{quotes[1]}” further on"
        yield Failing((first.mention, second.mention), message, (step,), passes=_either(quotes))
    yield from _ages(annotated)


def _twice(annotated: Annotated) -> Iterator[tuple[Statement, Statement]]:
    told: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    start = body(annotated)
    for one in statements(annotated, several=True):
        if (
            one.sentence[0] >= start
            and len(one.words) >= _LEAST
            and one.of[1]
            and "|" not in one.clause  # a table's row is of what its other cells say
            and not _ELSE.search(one.clause)
            and not _LIST.search(annotated.document.text, *one.sentence)
        ):
            told[one.of].append(one)
    for several in told.values():
        if len(several) > _MOST:
            continue
        alike = [pair for pair in combinations(several, 2) if _alike(*pair)]
        for pair in alike:
            among = {one for other in alike if set(other) & set(pair) for one in other}
            if meet(pair[0].bounds, pair[1].bounds) is None and all(_fits_one(one, pair) for one in among):
                yield pair
                break


def _fits_one(one: Statement, pair: tuple[Statement, Statement]) -> bool:
    """Whether a statement has one of two values: with a third, they are of several things."""
    return any(meet(one.bounds, other.bounds) is not None for other in pair)


def _alike(one: Statement, other: Statement) -> bool:
    """Whether two statements are of one thing, as far as their words go."""
    few, many = sorted((one.words, other.words), key=len)
    return (
        one.sentence != other.sentence
        and few <= many
        and len(many) - len(few) < len(few)
        and (one.names <= other.names or other.names <= one.names)
        and (one.others <= other.others or other.others <= one.others)
    )


def _ages(annotated: Annotated) -> Iterator[Failing]:
    """Two ages of one person, each beside the full name."""
    ages = [
        index
        for index, mention in enumerate(annotated.mentions)
        if mention.kind == "duration" and mention.hedge is None and _AGE.fullmatch(annotated.quote(mention))
    ]
    if len(ages) < 2:
        return
    persons = Persons(annotated.document.text, annotated.sentences)
    told: dict[str, list[int]] = defaultdict(list)
    for index in ages:
        mention = annotated.mentions[index]
        names = persons.beside((mention.start, mention.end))
        if len(names) == 1 and len(words(names[0])) > 1 and _is_present(annotated, mention, names[0]):
            told[names[0]].append(index)
    for name, indexes in told.items():
        first, last = annotated.mentions[indexes[0]].value, annotated.mentions[indexes[-1]].value
        if len({_number(annotated.mentions[i]) for i in indexes}) == 2 and first != last:
            quotes = [annotated.quote(annotated.mentions[i]) for i in (indexes[0], indexes[-1])]
            message = f"{name} is “{quotes[0]}” and “{quotes[1]}”"
            yield Failing((indexes[0], indexes[-1]), message, (f"both of {name}",), passes=_either(quotes))


def _either(quotes: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"if both said “{quote}”" for quote in quotes)


def _number(mention: Mention) -> float | None:
    return mention.value.number if isinstance(mention.value, Quantity) else None


def _is_present(annotated: Annotated, mention: Mention, name: str) -> bool:
    """Whether an age is that of a person by the full name, and of today: the sentence tells of no year and no `then`."""
    start, end = next((s for s in annotated.sentences if s[0] <= mention.start < s[1]), (mention.start, mention.end))
    sentence = annotated.document.text[start:end]
    return all(part in sentence for part in words(name)) and not _THEN.search(sentence)
