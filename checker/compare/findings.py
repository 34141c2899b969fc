"""What a person has to look at: one finding for each fact, relation or check that did not come out well."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from checker.compare import passing
from checker.compare.events import Origins
from checker.compare.facts import Groups, stories
from checker.compare.known import accepted
from checker.model.comparison import Assertion, FactResult, Finding, RelationResult
from checker.model.rule import Fact, Rulebook, Severity

_SEVERITY: dict[str, Severity] = {"disputed": "warning", "updated": "note", "incomparable": "note"}


def fingerprint(*parts: object) -> str:
    """A finding's id: the same for the same values, wherever they stand in a file."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def source(document: str) -> str:
    """A document's id as fingerprints have it: `./a/b.txt`, `a/b.txt` and what Windows calls them are one source."""
    return os.path.normpath(document).replace(os.sep, "/")


def told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with ids of their own: of those alike in words and source, all but the first are numbered."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.id] += 1
        number = seen[finding.id]
        yield finding if number == 1 else replace(finding, id=fingerprint(finding.id, number))


def of_facts(
    results: Iterable[FactResult],
    known: Mapping[str, Assertion],
    rulebook: Rulebook,
    today: str | None,
    origins: Origins,
) -> Iterator[Finding]:
    """Findings of facts: conflicts, and notes on what is doubtful, updated or cannot be compared.

    `today` is an ISO 8601 day: what a rule accepts until a day is news again behind it. `origins` names
    what each copy is a copy of.
    """
    facts = {(fact.pack, fact.id): fact for fact in rulebook.facts}
    for result in results:
        fact = facts[result.pack, result.id]
        yield from _unmet(result, fact, known, origins)
        if result.verdict in ("single_source", "missing") or (result.verdict == "consistent" and not result.doubtful):
            continue
        verdict = "doubtful" if result.verdict == "consistent" else result.verdict
        severity = fact.severity if verdict == "conflicting" else _SEVERITY.get(verdict, "note")
        evidence = tuple(dict.fromkeys(i for side in result.sides for i in side.assertions)) or result.assertions
        entry = accepted(result, fact.known, known, today) if verdict == "conflicting" else None
        yield Finding(
            id=fingerprint("fact", result.pack, result.id, result.qualifiers, verdict, *_clashing(evidence, known)),
            kind="conflict",
            fact=result.id,
            rule=f"{result.pack}/{result.id}",
            severity=severity,
            verdict=verdict,
            message=_message(result, verdict, origins) + (f" (known: {entry.reason})" if entry is not None else ""),
            evidence=evidence,
            state="new" if entry is None else "known",
            known_by="" if entry is None else "rule",
            reason="" if entry is None else entry.reason,
            qualifiers=result.qualifiers,
            title=result.title,
            passes=tuple(passing.of_fact(result, fact, known, verdict)),
        )


def _unmet(result: FactResult, fact: Fact, known: Mapping[str, Assertion], origins: Origins) -> Iterator[Finding]:
    sources = len(stories((known[i] for i in result.assertions), origins))
    if sources < fact.require:
        need = f"{fact.require} source{'s' if fact.require > 1 else ''}"
        yield Finding(
            id=fingerprint("missing", result.pack, result.id, result.qualifiers, result.group, sources),
            kind="missing",
            fact=result.id,
            rule=f"{result.pack}/{result.id}",
            severity="warning",
            verdict="missing",
            message=f"{result.title}: the rule asks for {need}, {sources or 'none'} {'states' if sources == 1 else 'state'} it",
            evidence=result.assertions,
            qualifiers=result.qualifiers,
            title=result.title,
            passes=tuple(passing.of_missing(sources, fact)),
        )


def _clashing(evidence: Iterable[str], known: Mapping[str, Assertion]) -> list[str]:
    return sorted({f"{source(known[i].document)}={known[i].label}" for i in evidence})


def _message(result: FactResult, verdict: str, origins: Origins) -> str:
    """`Prisoners swapped: 1,000 (3 sources) against 1,200 (b.txt): no value fits all`."""
    said = " against ".join(f"{side.label} ({_who(side.documents, origins)})" for side in result.sides)
    reason = "hard to believe together, though not impossible" if verdict == "doubtful" else result.reason
    return ": ".join(part for part in (result.title, said, reason) if part)


def _who(documents: tuple[str, ...], origins: Origins) -> str:
    """`b.txt`, `3 sources`, `4 sources, 3 of them copies of one story`."""
    if len(documents) == 1:
        return documents[0]
    copied = Counter(origins[document] for document in documents if document in origins)
    several = [count for count in copied.values() if count > 1]
    if not several:
        return f"{len(documents)} sources"
    if sum(several) == len(documents) and len(several) == 1:
        return f"{len(documents)} copies of one story"
    told = "one story" if len(several) == 1 else f"{len(several)} stories"
    return f"{len(documents)} sources, {sum(several)} of them copies of {told}"


def of_relations(results: Iterable[RelationResult], known: Mapping[str, Assertion]) -> Iterator[Finding]:
    """Findings of relations: an error where no values fit, a note where only unlikely ones do."""
    for result in results:
        if result.outcome in ("broken", "doubtful"):
            yield Finding(
                id=fingerprint("relation", result.pack, result.id, result.outcome, *_clashing(result.evidence, known)),
                kind="relation",
                fact=result.id,
                rule=f"{result.pack}/{result.id}",
                severity=result.severity if result.outcome == "broken" else "note",
                verdict=result.outcome,
                message=f"{result.title}: {result.steps[-1] if result.steps else result.expression}",
                evidence=result.evidence,
                steps=result.steps,
                title=result.title,
                passes=result.passes,
            )


def without_repeats(findings: Sequence[Finding], known: Mapping[str, Assertion]) -> list[Finding]:
    """Findings without the internal ones that a rule's finding already tells: a broken relation or a conflict over some
    of the same places, since one wrong figure makes both."""
    places = [({(known[i].document, known[i].start) for i in finding.evidence}, finding) for finding in findings]
    told = [
        own for own, finding in places if finding.kind != "internal" and finding.verdict in ("broken", "conflicting")
    ]
    return [f for own, f in places if f.kind != "internal" or not any(own & other for other in told)]


def groups_of(documents: Iterable[tuple[str, str | None]]) -> Groups:
    """The group of each document, from (id, value of the field); a document without one is a group of its own."""
    return {id_: value if value is not None else f"only {id_}" for id_, value in documents}
