"""Patterns compiled and run over the tokens of a sentence.

A pattern becomes steps; matching backtracks over them, and only the gap, which is bounded, tries many places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from checker.extraction.inflect import forms
from checker.extraction.tokens import FILLERS, LABEL_MARKS, Line, tokenize
from checker.model.mention import Kind
from checker.model.pattern import Gap, Group, Node, Sequence, Slot, Vocabulary, Word

_BEFORE_VALUE = FILLERS | LABEL_MARKS
_BEFORE_WORD = FILLERS | {"have", "has", "had"}
"""`12 people have died` is `{count} die` as well."""
_LISTED = 4
"""Words and marks before a comma that are said of a value before them: `140 injured, 300 houses`."""
_BRACKETS = {"(": ")", "[": "]"}

GAP = 18
"""The most tokens a gap may pass over: about the length of a clause."""


class OneOf(NamedTuple):
    """One word, in any of these forms; with `exact`, as it is written."""

    forms: frozenset[str]
    exact: bool = False


class Choice(NamedTuple):
    """One of several step sequences, or none where `optional`.

    `need` are words of which a text must hold one for any of them to match; empty where none is sure.
    """

    choices: tuple[Steps, ...]
    optional: bool
    need: frozenset[str] = frozenset()


class Hole(NamedTuple):
    """Where the value stands: a mention of one of these kinds, its noun among `nouns` where any are given.

    `loose` behind a gap, where other words than the pattern's may be those that the value belongs to.
    """

    kind: Kind | None
    nouns: tuple[Steps, ...]
    loose: bool = False


class Skip(NamedTuple):
    """A gap."""


Step = OneOf | Choice | Hole | Skip
Steps = tuple[Step, ...]
Lists = Mapping[str, tuple[Sequence, ...]]
Fits = Callable[[int, Hole], bool]
"""Whether the mention with this index may fill a hole."""


class Lead(NamedTuple):
    """What a pattern may begin with: one of these words, a value, or anything; `empty` if it may match no word."""

    words: frozenset[str]
    value: bool
    anywhere: bool
    empty: bool


class Hit(NamedTuple):
    """A pattern found: its tokens, half-open, and the index of the mention in its hole."""

    start: int
    end: int
    mention: int | None


class Compiler:
    """Patterns of one pack to steps; each of its vocabularies is compiled once, when a pattern first names it."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._made: dict[str, Choice] = {}

    def steps(self, sequence: Sequence) -> Steps:
        """The steps of a pattern; the words of vocabularies are put in place."""
        steps: list[Step] = []
        gap = False
        for step in (step for node in sequence.nodes for step in self.compile(node)):
            steps.append(step._replace(loose=True) if gap and isinstance(step, Hole) else step)
            gap = isinstance(step, Skip) or (gap and isinstance(step, Choice) and step.optional)
        return tuple(steps)

    def all(self, sequences: Iterable[Sequence]) -> tuple[Steps, ...]:
        """The steps of several patterns."""
        return tuple(map(self.steps, sequences))

    def compile(self, node: Node) -> Iterator[Step]:
        """The steps of one node; a word with a hyphen is two."""
        match node:
            case Word(text, exact):
                for token in tokenize(text, 0, len(text)):
                    if token.text not in FILLERS:
                        word = text[token.start : token.end] if exact else token.text
                        yield OneOf(frozenset((word,)) if exact else forms(word), exact)
            case Vocabulary(name):
                if name not in self._made:
                    self._made[name] = self._choice(self._lists[name], optional=False)
                yield self._made[name]
            case Slot(kind, noun):
                yield Hole(kind, () if noun is None else (self.steps(noun),))
            case Gap():
                yield Skip()
            case Group(choices, optional):
                yield self._choice(choices, optional=optional)

    def _choice(self, sequences: tuple[Sequence, ...], *, optional: bool) -> Choice:
        choices = self.all(sequences)
        parts = [] if optional else [required(steps) for steps in choices]
        return Choice(choices, optional, frozenset().union(*parts) if all(parts) else frozenset())


def search(steps: Steps, line: Line, fits: Fits, low: int = 0, high: int | None = None) -> Iterator[Hit]:
    """Every place in tokens `low` to `high` where the steps match, the shortest match of each start."""
    end = len(line.tokens) if high is None else high
    hole = hole_of(steps)
    for start in _starts(leading(steps), line, low, end):
        hit = next(_match(steps, 0, start, None, _Search(line, fits, end, hole)), None)
        if hit is not None:
            yield Hit(start, *hit)


def _starts(lead: Lead, line: Line, low: int, high: int) -> Iterable[int]:
    """The tokens at which a pattern may begin, in order."""
    if lead.anywhere:
        return (i for i in range(low, high) if line.tokens[i].text not in FILLERS)
    places = {i for word in lead.words & line.where.keys() for i in line.where[word]}
    if lead.value:
        places.update(line.starts)
    return sorted(i for i in places if low <= i < high)


def found(choices: tuple[Steps, ...], line: Line, low: int = 0, high: int | None = None) -> Hit | None:
    """The first place of any of these hole-less patterns."""
    return next((hit for steps in choices for hit in search(steps, line, _none_fits, low, high)), None)


def _none_fits(_index: int, _hole: Hole) -> bool:
    return False


@lru_cache(maxsize=65536)
def leading(steps: Steps) -> Lead:
    """What a pattern may begin with."""
    words_of: set[str] = set()
    value = anywhere = False
    for step in steps:
        passable = False
        if isinstance(step, OneOf):
            words_of.update(form.lower() for form in step.forms)
        elif isinstance(step, Hole):
            value = True
        elif isinstance(step, Skip):
            anywhere = True
        else:
            passable = step.optional
            for choice in step.choices:
                inner = leading(choice)
                words_of |= inner.words
                value |= inner.value
                anywhere |= inner.anywhere
                passable |= inner.empty
        if not passable:
            return Lead(frozenset(words_of), value, anywhere, empty=False)
    return Lead(frozenset(words_of), value, anywhere, empty=True)


def holes(steps: Steps) -> Iterator[Hole]:
    """The holes of a pattern, wherever they are: one, or one in each of several choices."""
    for step in steps:
        if isinstance(step, Hole):
            yield step
        elif isinstance(step, Choice):
            for choice in step.choices:
                yield from holes(choice)


@lru_cache(maxsize=65536)
def hole_of(steps: Steps) -> Hole | None:
    """The first hole of a pattern."""
    return next(holes(steps), None)


class _Search(NamedTuple):
    """What stays the same while one pattern is tried: tokens up to `high` count; `hole` is the pattern's own."""

    line: Line
    fits: Fits
    high: int
    hole: Hole | None


def _match(steps: Steps, k: int, i: int, mention: int | None, over: _Search) -> Iterator[tuple[int, int | None]]:
    """Ends of matches of `steps[k:]` from token `i`, with the mention taken so far."""
    if k == len(steps):
        yield i, mention
        return
    step = steps[k]
    if isinstance(step, Choice):
        for choice in step.choices:
            for end, taken in _match(choice, 0, i, mention, over):
                yield from _match(steps, k + 1, end, taken, over)
        if step.optional:
            yield from _match(steps, k + 1, i, mention, over)
        return
    if isinstance(step, Skip):
        for j in _gap(i, over):
            yield from _match(steps, k + 1, j, mention, over)
        return
    line, tokens = over.line, over.line.tokens
    while i < over.high:
        if isinstance(step, OneOf):
            token = tokens[i]
            if (line.text[token.start : token.end] if step.exact else token.text) in step.forms:
                yield from _match(steps, k + 1, i + 1, mention, over)
                return
        else:
            for index, after in line.starts.get(i, ()):
                if after <= over.high and over.fits(index, step):
                    yield from _match(steps, k + 1, after, index, over)
            yield from _in_brackets(steps, k, i, over)
        if tokens[i].text not in (_BEFORE_WORD if isinstance(step, OneOf) else _BEFORE_VALUE):
            return
        if tokens[i].text == "," and isinstance(step, Hole) and not line.valued.isdisjoint(range(i - _LISTED, i)):
            return
        i += 1


def _in_brackets(steps: Steps, k: int, i: int, over: _Search) -> Iterator[tuple[int, int | None]]:
    """A value that stands alone in brackets is said of the words before them: `one tablet (500 mg)`."""
    line, hole = over.line, steps[k]
    close = _BRACKETS.get(line.tokens[i].text)
    if close is None or not isinstance(hole, Hole):
        return
    for index, after in line.starts.get(i + 1, ()):
        if after < over.high and line.tokens[after].text == close and over.fits(index, hole):
            yield from _match(steps, k + 1, after + 1, index, over)


def _gap(i: int, over: _Search) -> Iterator[int]:
    """Where a gap from token `i` may end: before a strong mark, and never past a value that could fill the hole.

    What stands in brackets is passed over whole.
    """
    line, high = over.line, over.high
    limit = min(high, i + GAP)
    while i <= limit:
        yield i
        if i >= high:
            return
        if line.tokens[i].text == "(":
            close = next((j for j in range(i, high) if line.tokens[j].text == ")"), None)
            if close is None:
                return
            limit += close - i
            i = close + 1
            continue
        if i in line.stops:
            return
        if over.hole is not None and any(over.fits(index, over.hole) for index, _ in line.starts.get(i, ())):
            return
        i += 1


def needs(steps: Steps) -> list[frozenset[str]]:
    """Sets of lower-case words: a text must hold one word of each for the steps to match."""
    return [words_of for step in steps if (words_of := _need(step))]


def _need(step: Step) -> frozenset[str]:
    if isinstance(step, OneOf):
        return frozenset(form.lower().replace("’", "'") for form in step.forms) if step.exact else step.forms
    return step.need if isinstance(step, Choice) else frozenset()


def required(steps: Steps) -> frozenset[str]:
    """The set that is likely to be the rarest of those that the steps need; empty where none is sure."""
    return max(needs(steps), key=rarity, default=frozenset())


def rarity(words_of: frozenset[str]) -> tuple[int, int]:
    """How rare a set of words is likely to be in texts: the longer its shortest word and the fewer they are, the rarer."""
    return (min(map(len, words_of)), -len(words_of))
