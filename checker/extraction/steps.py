"""Patterns compiled to steps, and what can be told of a pattern by its steps alone: how it begins, what words it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from checker.extraction.inflect import forms
from checker.extraction.tokens import FILLERS, tokenize
from checker.model.mention import Kind
from checker.model.pattern import Gap, Group, Node, Sequence, Slot, Vocabulary, Word


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


class Lead(NamedTuple):
    """What a pattern may begin with: one of these words, a value, or anything; `empty` if it may match no word."""

    words: frozenset[str]
    value: bool
    anywhere: bool
    empty: bool


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
