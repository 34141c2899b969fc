"""What `rulebook` makes: the facts that people name in YAML, checked and complete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model.mention import Interval, Kind, Quantity
from checker.model.pattern import Pattern, Sequence

Severity = Literal["error", "warning", "note"]
Status = Literal["asserted", "planned", "conditional", "denied", "requested"]
Trend = Literal["non-decreasing", "non-increasing", "with-time"]
FactKind = Kind | Literal["offset"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a rule file; line and column from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Within:
    """How far two things may lie apart: a clause, sentence or paragraph, or a number of words in one sentence."""

    scope: Literal["clause", "sentence", "paragraph", "words"] = "sentence"
    words: int = 0


@dataclass(frozen=True, slots=True)
class Near:
    """One of these patterns within reach of the value."""

    any: tuple[Sequence, ...]
    within: Within = Within("clause")


@dataclass(frozen=True, slots=True)
class Find:
    """Plain words that must (`any`, `all`, `near`) or must not (`none`, in YAML `not`) stand near the value."""

    any: tuple[Sequence, ...] = ()
    all: tuple[Sequence, ...] = ()
    near: tuple[Near, ...] = ()
    none: tuple[Sequence, ...] = ()
    within: Within = Within("sentence")


@dataclass(frozen=True, slots=True)
class Match:
    """One text-like pattern. `qualifiers` and `status` overrule what the engine would read.

    `means` names a fact instead of a slot: the words say that this fact's value is that fact's (`the first talks in
    three years` says that talks began with the first talks). `says` is the value that the words have by themselves
    (`a man was killed`). `bound` reads a value as the most or the least that it may be (`five were shot`: no more were
    injured).
    """

    pattern: Pattern
    place: Place
    qualifiers: tuple[tuple[str, str], ...] = ()
    status: Status | None = None
    means: str | None = None
    says: Quantity | None = None
    bound: Literal["at-most", "at-least"] | None = None


@dataclass(frozen=True, slots=True)
class ValueSpec:
    """What a value must be. `unit` is the base unit (`USD`, `second`, `kilogram`), None for any of the kind.

    `per` with `parties`: the fact is stated per side, so `a total of 2,000` stands for 2,000 / parties each.
    `plausible` bounds are in `unit`; a value outside them is read as something else and passed over. `named` is
    the unit as the rule writes it, `scale` what that is as a factor and a shift to `unit`: what a bare number counts. `grain` is the
    coarsest date to believe. With `limit` the value is a limit: of `up to 25 kg` and `3.11 or later` the number counts.
    """

    kind: FactKind
    nouns: tuple[Sequence, ...] = ()
    unit: str | None = None
    per: str | None = None
    parties: int = 2
    plausible: Interval | None = None
    scale: tuple[float, float] = (1.0, 0.0)
    named: str = ""
    grain: str | None = None
    limit: bool = False


@dataclass(frozen=True, slots=True)
class EventCase:
    """One thing that a qualifier can point at: a round of talks, a place, a side."""

    name: str
    cues: tuple[Sequence, ...]
    around: str | None = None  # ISO 8601 day


@dataclass(frozen=True, slots=True)
class Event:
    """A dimension of a pack (`round`) and its cases, shared by the pack's facts."""

    name: str
    cases: tuple[EventCase, ...]


@dataclass(frozen=True, slots=True)
class QualifierSpec:
    """How a fact is narrowed. `only` keeps assertions of one case; `missing` says what stands in for an absent cue:
    `own-document` (what the document is about) or `incomparable`, and `default` which case stands in for that. `person`
    takes the name that the value is said of, at its fullest."""

    name: str
    event: Event | None
    only: str | None = None
    missing: Literal["own-document", "incomparable"] = "own-document"
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A discrepancy that people have accepted, and until when."""

    values: tuple[str, ...]
    reason: str
    until: str | None = None  # ISO 8601 day


@dataclass(frozen=True, slots=True)
class Example:
    """A named set of texts and the verdict they must give."""

    name: str
    texts: tuple[str, ...]
    published: tuple[str | None, ...]  # one for each text
    expect: str  # a verdict, or `nothing` where no text may state the fact
    values: tuple[str, ...] = ()
    todo: bool = False
    place: Place = Place("", 1, 1)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that sources may state, by name."""

    id: str
    pack: str
    title: str
    value: ValueSpec
    place: Place
    match: tuple[Match, ...] = ()
    find: Find | None = None
    none: tuple[Sequence, ...] = ()  # `not` at the fact's own level: vetoes every match in the sentence
    qualifiers: tuple[QualifierSpec, ...] = ()
    precision: int | None = None  # None is as written; 0 is exact; else a number of significant figures
    tolerance: tuple[float, str] = (0.0, "")  # (2, "%"), (1, "day"), (5, "") in the fact's unit
    several: Literal["clash", "choose"] = "clash"  # what clashing values within one document mean
    require: int = 0
    status: Status | None = None  # for facts that are plans or proposals themselves, whatever the words around
    as_of: tuple[str, ...] = ()
    trend: Trend | None = None
    recent: bool = False  # what a sentence dates long before its source appeared is of another time
    same: tuple[str, ...] = ()  # full ids of facts: sources that clash over one of them tell of different things
    severity: Severity = "error"
    known: tuple[Known, ...] = ()
    why: str = ""
    link: str = ""
    owner: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """The value of a fact, by its full id."""

    fact: str


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date of the document that states the other side."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A value written in the rule (`3 years`, `5%`, `2025-05-16`), in its base unit; a date is an ISO 8601 day."""

    value: float | str
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Binary:
    """Arithmetic between two sides: `+ - * /`."""

    op: Literal["+", "-", "*", "/"]
    left: Expr
    right: Expr


Expr = Ref | Published | Constant | Binary


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What every rule about several facts has; `text` says in short what must hold."""

    id: str
    pack: str
    title: str
    text: str
    place: Place
    severity: Severity = "error"
    why: str = ""
    link: str = ""
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Holding):
    """What must hold between facts. `~` is agreement as intervals; `text` is the expression as written."""

    left: Expr
    op: Literal["<", "<=", "=", "~", ">=", ">", "!="]
    right: Expr


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Holding):
    """One exchange rate must fit every pair of amounts that these facts give in both currencies."""

    facts: tuple[str, ...]
    currencies: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules that share a vocabulary and events, those of the packs that it extends among them."""

    id: str
    title: str
    files: tuple[tuple[str, str], ...]  # path and SHA-256 of every file
    vocabulary: tuple[tuple[str, tuple[Sequence, ...]], ...] = ()
    events: tuple[Event, ...] = ()
    names: tuple[tuple[str, Place], ...] = ()  # `vocabulary talks`, `event round`, `case round 2` of its own files


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every rule of a run. Ids of facts and relations are unique within their pack; full ids are `pack/id`."""

    packs: tuple[Pack, ...] = ()
    facts: tuple[Fact, ...] = ()
    relations: tuple[Relation | Rate, ...] = ()
    checks: tuple[str, ...] = ()  # internal checks that are on, by name


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a rule file: an error stops the run, a warning is for `rules lint`."""

    place: Place
    message: str
    mend: str = ""
    severity: Literal["error", "warning"] = "error"
    excerpt: str = ""  # the line as it stands in the file
