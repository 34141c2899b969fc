"""The words of a sentence as patterns see them: lower case, possessives apart, with the mentions that start there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from checker.model.document import Span
from checker.model.mention import Mention, Quantity

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.: one word with its dots
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"  # didn't, O’Neill; a possessive stays apart
    r"|['’]s\b"
    r"|\d+(?:[.,]\d+)*"
    r"|\S"
)
FILLERS = frozenset(("a", "an", "the", ",", "'s", "'", '"', "“", "”", "‘", "``", "-", "‑", "‐"))
"""Little words and marks that never break a pattern."""

LABEL_MARKS = frozenset((":", "|"))
"""Marks between a label and its value: `Length: 2 m`, a table's cells."""

CLAUSE_STOPS = frozenset((";", ":", "—", "–", "!", "?", "…", "(", ")"))
"""Marks that end a clause. A full stop is none: inside a sentence it stands behind an abbreviation."""

_EVERY = re.compile(r"(?:every|each)\s+", re.IGNORECASE)
"""What a line may say itself before a value: `every {duration}`."""

_RATE = re.compile(r"(?:\ba|\ban|\bper|\beach|\bevery|\bfor each|\bfor every|/)\s*[^\W\d_]+$", re.IGNORECASE)
"""What a value is for each of, at the end of its words."""

RELATIVE = frozenset(("which", "who", "whom", "whose"))
"""Words that open a clause about what stands before them."""

SUBORDINATE = RELATIVE | frozenset("while whereas although though unless because when if after before until as".split())
"""Words that open a clause which does not stand by itself."""

TURNS = SUBORDINATE | {"but"}
"""Words that open another clause behind a comma."""

CONTRAST = r"\b(?:but|though|whereas|while)\b"
"""A regular expression for what parts two things that are said of two."""


class Token(NamedTuple):
    """One word, number or mark; `text` is in lower case with straight apostrophes."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a short text in lower case, without fillers."""
    return tuple(token.text for token in tokenize(text, 0, len(text)) if token.text not in FILLERS)


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Tokens of `text[start:end]`, with offsets into `text`."""
    return [
        Token(found.group().lower().replace("’", "'"), found.start(), found.end())
        for found in _WORD.finditer(text, start, end)
    ]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence made ready for matching.

    `starts` maps a token index to the mentions that begin there, each with an index of the token after it;
    `stops` are the marks that end a clause, `clauses` gives each token the number of its clause, `where` each word its
    places.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    starts: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    stops: frozenset[int] = frozenset()
    clauses: tuple[int, ...] = ()
    where: dict[str, list[int]] = field(default_factory=dict)

    @property
    def valued(self) -> frozenset[int]:
        """The tokens that lie inside a mention."""
        nearest = ((start, min(after for _, after in ends)) for start, ends in self.starts.items())
        return frozenset(i for start, after in nearest for i in range(start, after))

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends behind a character offset."""
        return next((i for i, token in enumerate(self.tokens) if token.end > offset), len(self.tokens))


def line(text: str, span: Span, mentions: Sequence[tuple[int, Mention]]) -> Line:
    """The tokens of one sentence and its mentions, given as (index in the document, mention).

    A conversion in brackets belongs to the amount that it gives again: a match goes on behind it. Behind a count it
    goes on with the noun or behind it, so that both `{count} people fled` and `{count person} fled` can be written, and
    behind a rate before or behind what it is for each of.
    """
    tokens = tokenize(text, *span)
    begins, stops = [token.start for token in tokens], [token.end for token in tokens]
    restated = {m.restates: m.end for _, m in mentions if m.restates is not None}
    starts: dict[int, list[tuple[int, int]]] = {}
    for index, mention in mentions:
        end = restated.get(index, mention.end)
        after = bisect_left(begins, end)
        if index in restated and after < len(tokens) and tokens[after].text in (")", "]"):
            after += 1
        ends = {after}
        if mention.noun_span is not None:
            of = text.find(" of ", *mention.noun_span)  # `4,310 cases of river fever`: the noun alone ends too
            ends.update(bisect_left(begins, end) for end in (mention.noun_span[1], of) if end > 0)
        if isinstance(mention.value, Quantity) and mention.value.per:
            rate = _RATE.search(text, mention.start, mention.end)
            after = bisect_left(begins, rate.start()) if rate is not None else after
            ends.add(after)
        if text.endswith(" old", mention.start, mention.end):
            ends.add(bisect_left(begins, mention.end - 3))  # `{duration} old` can be written
            after = min(ends)
        every = _EVERY.match(text, mention.start, mention.end)
        for offset in {mention.start, mention.core_start, every.end() if every else mention.start}:
            first = bisect_right(stops, offset)
            if first < len(tokens):
                starts.setdefault(first, []).extend((index, end) for end in sorted(ends) if end >= after)
    where: dict[str, list[int]] = {}
    for i, token in enumerate(tokens):
        where.setdefault(token.text, []).append(i)
    marks = _stops(tokens, begins, mentions)
    return Line(
        text, span, tuple(tokens), {k: tuple(v) for k, v in starts.items()}, marks, _clauses(tokens, marks), where
    )


def _stops(tokens: list[Token], begins: list[int], mentions: Sequence[tuple[int, Mention]]) -> frozenset[int]:
    """The marks that end a clause: none that is inside a value (`at 06:42 on Tuesday`, `the season 2023–24`)."""
    marks = {i for i, token in enumerate(tokens) if token.text in CLAUSE_STOPS}
    for _, mention in mentions if marks else ():
        marks.difference_update(range(bisect_right(begins, mention.start), bisect_left(begins, mention.end)))
    return frozenset(marks)


def _clauses(tokens: list[Token], stops: frozenset[int]) -> tuple[int, ...]:
    """Number the clauses: a strong mark ends one, and so does a comma before a word that opens another."""
    out, number, comma = [], 0, False
    for i, token in enumerate(tokens):
        if i in stops or (token.text in TURNS and (comma or token.text not in ("as", "after", "before", "until"))):
            number += 1
        out.append(number)
        comma = token.text == ","
    return tuple(out)
