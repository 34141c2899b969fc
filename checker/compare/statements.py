"""What a text says of a figure: the words around it in its clause, each by one of its forms, so that two can be compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from checker.compare.figures import span
from checker.compare.periods import days_of
from checker.extraction.commonplace import COMMONPLACE
from checker.extraction.inflect import forms
from checker.model.document import Span
from checker.model.mention import Annotated, Interval, Mention, Quantity

_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")
_CUT = re.compile(
    r"[;:()–—]|,(?! (?:which|who|that)\b)|\b(?:but|while|whereas|after|when|as|before|since|because)\b", re.IGNORECASE
)
_SAME = {
    form: words[0]
    for words in (("kill", "die", "dead", "death", "deceased", "fatal"), ("injure", "wound", "hurt"))
    for word in words
    for form in forms(word)
}
"""Words that say the same of people."""

_Told = tuple[tuple[str, ...], Interval]
"""What a value is of, and its bounds."""


class Statement(NamedTuple):
    """A figure or a date as it is told: what it is of, its bounds, the words of its clause, the names among them, and
    the other values there. `clause` has blanks for all values."""

    mention: int  # by index
    of: tuple[str, ...]
    bounds: Interval
    words: frozenset[str]
    names: frozenset[str]
    others: frozenset[str]
    clause: str
    sentence: Span


def body(annotated: Annotated) -> int:
    """Where the article begins, behind a headline that stands above it."""
    text, title = annotated.document.text, annotated.document.title
    ahead = len(text) - len(text.lstrip())
    return ahead + len(title) if title and text.startswith(title, ahead) else 0


def statements(
    annotated: Annotated, *, most: int | None = None, whole: bool = False, several: bool = False
) -> Iterator[Statement]:
    """The statements that mentions make in their clauses (`whole`: in their sentences), of the first `most` sentences;
    none for what is hedged, has no day, or is of no kind that can be told twice. `several`: only of what has several
    values in the document."""
    found: list[tuple[int, int, _Told]] = []
    at = 0
    for number, (start, end) in enumerate(annotated.sentences[:most]):
        while at < len(annotated.mentions) and annotated.mentions[at].start < end:
            told = _of(annotated, annotated.mentions[at]) if annotated.mentions[at].start >= start else None
            if told is not None:
                found.append((at, number, told))
            at += 1
    values: dict[tuple[str, ...], set[Interval]] = defaultdict(set)
    for _, _, (of, bounds) in found:
        values[of].add(bounds)
    for index, number, told in found:
        if not several or len(values[told[0]]) > 1:
            yield _statement(annotated, index, annotated.sentences[number], told, whole=whole)


def _statement(annotated: Annotated, index: int, sentence: Span, told: _Told, *, whole: bool) -> Statement:
    text, mention = annotated.document.text, annotated.mentions[index]
    first = bisect_left(annotated.mentions, sentence[0], key=attrgetter("start"))
    last = bisect_left(annotated.mentions, sentence[1], key=attrgetter("start"))
    inside = annotated.mentions[first:last]
    low, high = sentence if whole else _clause(text, mention, sentence, inside)
    covered = [(one.start, one.end) for one in inside] + ([mention.noun_span] if mention.noun_span else [])
    found = [
        (word[0], word.start())
        for word in _WORD.finditer(text, low, high)
        if not any(a <= word.start() < b for a, b in covered)
    ]
    return Statement(
        index,
        told[0],
        told[1],
        frozenset(stem(word) for word, _ in found if word.lower() not in COMMONPLACE),
        frozenset(word for word, at in found if word[0].isupper() and at != sentence[0]),
        frozenset(
            " ".join(annotated.quote(one).lower().split())
            for one in inside
            if one != mention and low <= one.start < high
        ),
        _without(text[low:high], [(a - low, b - low) for a, b in covered]),
        sentence,
    )


def _without(text: str, spans: Sequence[Span]) -> str:
    """A text with blanks for its values."""
    for start, end in spans:
        text = text[: max(0, start)] + " " * (min(end, len(text)) - max(0, start)) + text[max(0, end) :]
    return text


def _of(annotated: Annotated, mention: Mention) -> _Told | None:
    if mention.hedge is not None or mention.restates is not None:
        return None
    if isinstance(mention.value, Quantity):
        if mention.kind not in ("number", "count", "money", "percent", "quantity"):
            return None
        what = (
            ("count", mention.noun or "") if mention.kind in ("number", "count") else (mention.kind, mention.value.unit)
        )
        return (*what, mention.value.per or ""), span(mention)
    days, quote = days_of(mention), annotated.quote(mention)
    if mention.kind != "date" or days is None or not any(c.isdigit() for c in quote):
        return None
    return ("date", mention.value.grain, ""), Interval(float(days.first), float(days.last))


def _clause(text: str, mention: Mention, sentence: Span, inside: Sequence[Mention]) -> Span:
    values = [(one.start, one.end) for one in inside]
    cuts = [cut.start() for cut in _CUT.finditer(text, *sentence) if not any(a <= cut.start() < b for a, b in values)]
    before = [cut for cut in cuts if cut <= mention.start]
    behind = [cut for cut in cuts if cut >= mention.end]
    return max(before, default=sentence[0]), min(behind, default=sentence[1])


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """One form that stands for all forms of a word, and for those that say the same."""
    word = word.casefold()
    return _SAME.get(word) or min(forms(word))
