"""What `extract` and `compare` make: assertions, what is judged of them, and the findings of a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from checker.model.document import Document, Failure, Span
from checker.model.mention import Kind, Value
from checker.model.page import Page, RuleText
from checker.model.rule import Pack, Severity, Status

Verdict = Literal["consistent", "conflicting", "updated", "disputed", "incomparable", "single_source", "missing"]


@dataclass(frozen=True, slots=True)
class Assertion:
    """One document's statement that a fact has a value.

    `value` is the value compared (per side, shifted, or taken over from another fact); `label` says it in a few
    words for people (`May 16, 2025`, `1,000 each`). `matched` is the rule's pattern in its author's words, and `notes`
    every step from the words to the value (`anchored to the publication date`, `2,000 in all is 1,000 for each of 2`).
    `restates` is the id of the assertion that this one gives again in another unit.
    """

    id: str
    fact: str
    pack: str
    document: str
    start: int
    end: int
    line: int
    column: int
    text: str
    sentence: str
    sentence_span: Span
    kind: Kind
    value: Value
    label: str
    qualifiers: tuple[tuple[str, str], ...] = ()
    status: Status = "asserted"
    speaker: str | None = None
    as_of: str | None = None
    matched: str = ""
    notes: tuple[str, ...] = ()
    restates: str | None = None
    missing: tuple[str, ...] = ()  # why it cannot be compared, empty where it can
    rests_on: tuple[Span, ...] = ()  # the places a value was worked out from, where it is not written itself
    means: str | None = None  # the full id of the fact whose value the words point at


@dataclass(frozen=True, slots=True)
class Side:
    """Assertions that agree among themselves: one value, and who states it."""

    label: str
    value: Value
    assertions: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactResult:
    """A fact, its qualifiers, and what the set of its assertions comes to.

    `sides` partitions the compared assertions, the best supported first; one side where all agree. `wrong` is the
    smallest set of documents that must be wrong, empty where there is none or where two sets are equally small
    (`reason` then says so). `judged` is False for assertions shown beside the verdict without taking part (plans).
    """

    id: str
    pack: str
    title: str
    qualifiers: tuple[tuple[str, str], ...]
    verdict: Verdict
    severity: Severity
    assertions: tuple[str, ...]
    sides: tuple[Side, ...] = ()
    wrong: tuple[str, ...] = ()
    reason: str = ""
    doubtful: bool = False
    why: str = ""
    link: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class RelationResult:
    """A relation and its arithmetic: one line a step, in the units the sources use."""

    id: str
    pack: str
    title: str
    expression: str
    outcome: Literal["holds", "broken", "doubtful", "not_judged"]
    severity: Severity
    steps: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    reason: str = ""
    why: str = ""
    link: str = ""
    group: str = ""
    passes: tuple[str, ...] = ()  # what would make it hold, each completing `it would pass …`


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a source that is no assertion: a suppression. `text` is what stands there."""

    document: str
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report.

    `state` is `known` where people have accepted it: in the rule, in the source or in the baseline (`known_by`), for
    `reason`. `at` is the place of a finding that no assertion is the evidence of.
    """

    id: str
    kind: Literal["conflict", "relation", "internal", "discovered", "missing"]
    fact: str
    rule: str  # pack/fact or pack/relation or general/check
    severity: Severity
    verdict: str  # a verdict; `broken` or `doubtful` for relations and checks
    message: str
    evidence: tuple[str, ...]
    state: Literal["new", "known"] = "new"
    steps: tuple[str, ...] = ()
    qualifiers: tuple[tuple[str, str], ...] = ()
    title: str = ""
    known_by: Literal["", "rule", "source", "baseline"] = ""
    reason: str = ""
    at: Spot | None = None
    passes: tuple[str, ...] = ()  # what would have made it pass, each completing `it would pass …`


@dataclass(frozen=True, slots=True)
class Fixed:
    """An entry of the baseline that this run did not find again."""

    id: str
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A whole run, complete: every report is a function of this value alone.

    `changed` has, where only what touches changed files is reported, each changed document with its changed lines
    (first and last, both included). `today` is the ISO 8601 day behind which what is accepted until a day ends: that of
    the option, else of the newest source, None where no source has one.
    """

    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()
    packs: tuple[Pack, ...] = ()
    mentions: int = 0
    assertions: tuple[Assertion, ...] = ()
    facts: tuple[FactResult, ...] = ()
    relations: tuple[RelationResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    options: tuple[tuple[str, str], ...] = field(default=())
    pages: tuple[Page, ...] = ()  # one a document where a report asks for them, else none
    rules: tuple[RuleText, ...] = ()  # the same
    fixed: tuple[Fixed, ...] = ()
    changed: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    today: str | None = None
    copies: tuple[tuple[str, ...], ...] = ()  # documents that print one story, the fullest first: one source together
