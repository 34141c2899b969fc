"""Sentences made ready for the internal checks: each mention is one sign, so that a pattern says what stands between.

`Pattern("rose <percent> from <number old> to <number new>")` is a regular expression with a slot for a percentage and
two named ones for numbers; `<number third?>` is one that a match may lack.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from checker.annotate import annotate
from checker.ingest import from_text
from checker.model.mention import Annotated, Mention, Quantity

_FIRST = 0xE000
"""Mentions are signs of the private use area: one for the kind, one for the place in the sentence."""

_KINDS = {
    "number": "n", "count": "n", "quantity": "n", "money": "n", "percent": "p", "ratio": "r", "ordinal": "o",
    "duration": "l", "date": "d", "time": "t",
}  # fmt: skip
_SLOTS = {
    "number": "n",
    "percent": "p",
    "ratio": "r",
    "ordinal": "o",
    "duration": "l",
    "date": "d",
    "figure": "nprl",
    "share": "pr",
}
_SIGN = {letter: chr(0xF000 + n) for n, letter in enumerate("nproldt")}
_SLOT = re.compile(r"(?<!P)<(\w+)(?: (\w+)(\??))?>")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+")
_RANGE = re.compile(
    r"(?:from\s+)?(?!age|between)(?P<low>\S+(?:\s+\S+)?)\s+to\s+(?P<high>\S.*)", re.IGNORECASE | re.DOTALL
)


class Passage(NamedTuple):
    """One sentence in lower case with signs for its mentions, whose indexes in the document are `mentions`;
    `words` are the words of it."""

    text: str
    mentions: tuple[int, ...]
    words: frozenset[str]

    def slots(self, found: re.Match[str]) -> Mapping[str, int]:
        """The mentions in the named slots of a match, by index."""
        return {
            name: self.mentions[ord(sign[1]) - _FIRST]
            for name, sign in found.groupdict().items()
            if sign and "\uf000" <= sign[0] <= "\uf006"
        }


def apart(annotated: Annotated) -> tuple[Annotated, tuple[int, ...]]:
    """The document with each `from 15 to 60` as two figures, and for every mention the one it was.

    Read alone it is a range of values; behind `rose` it is two.
    """
    if not any(_is_range(mention) for mention in annotated.mentions):
        return annotated, tuple(range(len(annotated.mentions)))
    made: list[tuple[Mention, int]] = []
    for index, mention in enumerate(annotated.mentions):
        ends = _RANGE.fullmatch(annotated.quote(mention)) if _is_range(mention) else None
        both = [_alone(mention, ends, end) for end in ("low", "high")] if ends else []
        made += [(one, index) for one in (both if both and all(both) else [mention]) if one is not None]
    new = {index: at for at, (_, index) in enumerate(made)}
    mentions = tuple(m if m.restates is None else m._replace(restates=new[m.restates]) for m, _ in made)
    return replace(annotated, mentions=mentions), tuple(index for _, index in made)


def _is_range(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.low is not None and mention.hedge is None


def _alone(mention: Mention, ends: re.Match[str], end: str) -> Mention | None:
    """One end of a range, read by itself."""
    read = annotate(from_text(ends[end], id="range")).mentions
    if len(read) != 1 or (read[0].start, read[0].end) != (0, len(ends[end])):
        return None
    start = mention.start + ends.start(end)
    place = (start, start + len(ends[end]))
    return read[0]._replace(start=place[0], end=place[1], core_start=place[0], core_end=place[1], noun=mention.noun)


def passages(annotated: Annotated, least: int = 2) -> Iterator[Passage]:
    """The sentences that hold at least so many mentions. An amount given again in brackets is left out with them."""
    text, mentions = annotated.document.text, annotated.mentions
    at = 0
    for start, end in annotated.sentences:
        while at < len(mentions) and mentions[at].start < start:
            at += 1
        first = at
        while at < len(mentions) and mentions[at].end <= end:
            at += 1
        if at - first >= least:
            yield _passage(text, start, end, annotated, range(first, at))


def _passage(text: str, start: int, end: int, annotated: Annotated, within: Iterable[int]) -> Passage:
    parts: list[str] = []
    kept: list[int] = []
    for index in within:
        mention = annotated.mentions[index]
        if mention.start < start:
            continue  # inside the one before
        before = text[start : mention.start]
        if mention.restates is not None and before.endswith("(") and text[mention.end : mention.end + 1] == ")":
            parts.append(before[:-1].rstrip())
            start = mention.end + 1
            continue
        parts += [before, _SIGN[_KINDS[mention.kind]], chr(_FIRST + len(kept))]
        kept.append(index)
        start = mention.end
    parts.append(text[start:end])
    told = _SPACE.sub(" ", "".join(parts).lower())
    return Passage(told, tuple(kept), frozenset(_WORD.findall(told)))


class Pattern:
    """A regular expression over passages, compiled when a passage first has all the mentions that it asks for."""

    def __init__(self, words: str, *cues: AbstractSet[str]) -> None:
        """`cues`: words in lower case, of each set of which every match holds one."""
        self._words, self._cues = words, cues
        self._least = Counter(_SLOTS[kind] for kind, name, free in _SLOT.findall(words) if name and not free)
        self._compiled: re.Pattern[str] | None = None

    def find(self, passage: Passage) -> Iterator[re.Match[str]]:
        """Every match that overlaps no other."""
        text = passage.text
        if any(cues.isdisjoint(passage.words) for cues in self._cues):
            return iter(())
        if not all(self._has(text, kinds, number) for kinds, number in self._least.items()):
            return iter(())
        if self._compiled is None:
            self._compiled = re.compile(_SLOT.sub(_slot, self._words))
        return self._compiled.finditer(text)

    @staticmethod
    def _has(text: str, kinds: str, number: int) -> bool:
        return sum(text.count(_SIGN[letter]) for letter in kinds) >= number


def _slot(found: re.Match[str]) -> str:
    kind, name, _ = found.groups()
    sign = f"[{''.join(_SIGN[letter] for letter in _SLOTS[kind])}][\ue000-\uefff]"
    return f"(?P<{name}>{sign})" if name else f"(?:{sign})"


def matches(
    annotated: Annotated, patterns: Iterable[Pattern], least: int = 2
) -> Iterator[tuple[re.Match[str], Mapping[str, int]]]:
    """Every match of the patterns, with the mentions in its slots."""
    for passage in passages(annotated, least):
        for one in patterns:
            for found in one.find(passage):
                yield found, passage.slots(found)
