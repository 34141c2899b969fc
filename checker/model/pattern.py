"""Patterns as trees: what a rule author's line of words says, before it is compiled for matching.

`first (direct) <talks> ... {date}` is a word, an optional group, a vocabulary, a gap and a slot.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.mention import Kind


@dataclass(frozen=True, slots=True)
class Word:
    """A word that matches with its inflections and whatever its case; `exact` (written `=word`) matches as it is."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`<talks>`: any phrase of a named list."""

    name: str


@dataclass(frozen=True, slots=True)
class Slot:
    """`{count <pow>}`: the mention whose value is the fact's. No kind (`{value}`) takes the kind of the fact."""

    kind: Kind | None
    noun: Sequence | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """`...`: any words of the same clause, none included, that hold no other value of the slot's kind."""


@dataclass(frozen=True, slots=True)
class Group:
    """`(a|b)` is one of them; `(a)` is an optional part, and so is `(a|b|)`."""

    choices: tuple[Sequence, ...]
    optional: bool


Node = Word | Vocabulary | Slot | Gap | Group


@dataclass(frozen=True, slots=True)
class Sequence:
    """Nodes in order; `text` is the line as the author wrote it."""

    nodes: tuple[Node, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Regex:
    """`regex: ...`, the escape hatch, in RE2's syntax. A group named `value` must cover the mention."""

    text: str


Pattern = Sequence | Regex
