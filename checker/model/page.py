"""What was read of one source beyond what it states of the facts, and the rules as people read them: for reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from checker.model.mention import Kind
from checker.model.rule import Example


class Mark(NamedTuple):
    """A mention: its place in the document's text, its kind, and in words all values that it allows."""

    start: int
    end: int
    kind: Kind
    allows: str


class NearMiss(NamedTuple):
    """A sentence, at `start` to `end`, that one condition alone keeps from a rule.

    `by` is the line of the rule that came nearest, `matched` the words that it found, `stopped` what it lacks, and
    `mend` what would let it match, empty where the rule is right.
    """

    rule: str  # pack/fact
    start: int
    end: int
    by: str
    matched: str
    stopped: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Every mention of a document, and the near misses in it, both in order of place.

    `searched` is False where a run is too large for near misses to be looked for.
    """

    document: str
    marks: tuple[Mark, ...] = ()
    misses: tuple[NearMiss, ...] = ()
    searched: bool = True


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule in words, one line each, with its place in a file and its examples."""

    rule: str  # pack/fact or pack/relation
    title: str
    place: str
    lines: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
