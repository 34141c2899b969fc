"""Assertions of all documents to one comparison: facts judged as sets, relations reckoned, findings named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from checker.compare.checks import run
from checker.compare.copies import copies, origins
from checker.compare.evidence import assertion_of
from checker.compare.facts import judge_facts
from checker.compare.findings import fingerprint, groups_of, of_facts, of_relations, source, told_apart, without_repeats
from checker.compare.pointers import resolve
from checker.compare.relations import judge_relations
from checker.compare.shown import authorities, for_reports
from checker.model.comparison import Assertion, Comparison, FactResult, Finding
from checker.model.document import Document, Failure, Span
from checker.model.mention import Annotated
from checker.model.page import Page
from checker.model.rule import Rulebook

if TYPE_CHECKING:
    from checker.compare.discover import Discovered, Told


class Evidence(NamedTuple):
    """What one document brings to the comparison: its mentions counted, its assertions, its failed internal checks, and
    all that it states where that is held against others without a rule."""

    document: Document
    mentions: int
    assertions: tuple[Assertion, ...]
    internal: tuple[Finding, ...]
    page: Page | None = None
    told: Told | None = None


def inspect(
    annotated: Annotated, assertions: Sequence[Assertion], checks: tuple[str, ...], *, discovering: bool = False
) -> Evidence:
    """One document's evidence. Ids of assertions are numbers within the document; each mention that an internal check
    points at becomes an assertion too, so that a finding's evidence is always assertions."""
    own = list(assertions)
    findings = []
    for name, failing in run(annotated, checks):
        evidence = []
        for index in failing.mentions:
            evidence.append(str(len(own)))
            own.append(_stated(annotated, index, name, evidence[-1]))
        quotes = [annotated.quote(annotated.mentions[index]) for index in failing.mentions]
        findings.append(
            Finding(
                id=fingerprint("internal", name, source(annotated.document.id), *quotes),
                kind="internal",
                fact=name,
                rule=f"general/{name}",
                severity="error" if failing.certain else "note",
                verdict="broken" if failing.certain else "doubtful",
                message=failing.message,
                evidence=tuple(evidence),
                steps=failing.steps,
                passes=failing.passes,
                title=name.capitalize().replace("-", " "),
            )
        )
    told = None
    if discovering:
        from checker.compare.discover import places

        told = places(annotated)
    return Evidence(annotated.document, len(annotated.mentions), tuple(own), tuple(findings), told=told)


def _stated(annotated: Annotated, index: int, check: str, number: str) -> Assertion:
    mention = annotated.mentions[index]
    span = next((s for s in annotated.sentences if s[0] <= mention.start < s[1]), (mention.start, mention.end))
    return assertion_of(number, check, annotated.document, mention, span)


def compare(
    evidence: Sequence[Evidence],
    failures: Sequence[Failure],
    rulebook: Rulebook,
    *,
    groups: Mapping[str, str | None] | None = None,
    options: tuple[tuple[str, str], ...] = (),
    today: str | None = None,
) -> Comparison:
    """Judge what the documents state. `groups` gives each document's group by id; without it all tell one story.

    `today` is the ISO 8601 day that ends what is accepted until a day; without it, the newest source says what day it is.

    The result depends on the documents' order only in the numbers of the assertions.
    """
    assertions, internal = _numbered(evidence)
    documents = tuple(one.document for one in evidence)
    grouped = groups_of((d.id, groups.get(d.id)) for d in documents) if groups is not None else {}
    by_rules = [one for one in assertions if one.pack != "general"]
    stories = copies(documents, grouped)
    origin = origins(stories)
    settled = judge_facts([one for one in by_rules if one.means is None], rulebook, grouped, origin)
    if any(one.means is not None or one.rests_on for one in by_rules):
        assertions = resolve(assertions, settled, grouped)
        settled = judge_facts([one for one in assertions if one.pack != "general"], rulebook, grouped, origin)
    told = [(one.document, one.told) for one in evidence if one.told is not None]
    discovered: Discovered | None = None
    if told:
        from checker.compare.discover import discover

        discovered = discover(told, grouped, origin, _judged(settled, assertions), len(assertions) + 1)
        assertions += discovered.assertions
    known = {one.id: one for one in assertions}
    relations = judge_relations(rulebook, settled, known, documents)
    settled = tuple(for_reports(settled, authorities(documents), origin))
    today = today or max((d.published[:10] for d in documents if d.published), default=None)
    findings = [*of_facts(settled, known, rulebook, today, origin), *of_relations(relations, known), *internal]
    if discovered:
        findings += discovered.findings
    return Comparison(
        documents=documents,
        failures=tuple(failures),
        packs=rulebook.packs,
        mentions=sum(one.mentions for one in evidence),
        assertions=assertions,
        facts=settled + (discovered.facts if discovered else ()),
        relations=relations,
        findings=tuple(told_apart(without_repeats(findings, known))),
        options=options,
        copies=stories,
        today=today,
    )


def _judged(settled: Sequence[FactResult], assertions: Sequence[Assertion]) -> dict[str, list[Span]]:
    """The places of each document that a rule has held against other sources."""
    judged = {
        id_ for fact in settled if fact.verdict not in ("single_source", "incomparable") for id_ in fact.assertions
    }
    places_: dict[str, list[Span]] = defaultdict(list)
    for one in assertions:
        if one.id in judged:
            places_[one.document].append((one.start, one.end))
    return places_


def _numbered(evidence: Sequence[Evidence]) -> tuple[tuple[Assertion, ...], list[Finding]]:
    """All assertions with ids of their own, `a-1` on, and the internal findings that point at them."""
    assertions: list[Assertion] = []
    findings: list[Finding] = []
    for one in evidence:
        ids = {a.id: f"a-{len(assertions) + n}" for n, a in enumerate(one.assertions, start=1)}
        assertions += [
            replace(a, id=ids[a.id], restates=None if a.restates is None else ids[a.restates]) for a in one.assertions
        ]
        findings += [replace(f, evidence=tuple(ids[i] for i in f.evidence)) for f in one.internal]
    return tuple(assertions), findings
