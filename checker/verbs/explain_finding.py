"""A finding explained: why its values are of one fact, why they cannot all hold, and what would have made it pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model.comparison import Assertion, Comparison, FactResult, Finding
    from checker.model.document import Document
    from checker.model.mention import Value

_CLASHING = ("conflicting", "disputed", "doubtful", "updated")


def explained(run: Comparison, finding: Finding) -> Iterator[str]:
    """The finding in lines; everything comes from the run, so one that was saved will do."""
    known = {one.id: one for one in run.assertions}
    fact = _fact(run, finding)
    yield f"{finding.rule}: {finding.message}"
    yield f"  {finding.severity}, {finding.state}, {finding.verdict}"
    evidence = [known[i] for i in finding.evidence]
    if evidence:
        yield ""
        yield _heading(finding)
        yield from _shared(run, finding, evidence)
        documents = {one.id: one for one in run.documents}
        for one in evidence:
            yield from _statement(one, documents.get(one.document))
    clash = list(_clash(run, finding, fact, known))
    if clash:
        yield ""
        yield "why it cannot all be true"
        yield from (f"  {line}" for line in clash)
    passes = finding.passes or tuple(_either_side(finding, known))
    if passes:
        yield ""
        yield "it would pass"
        yield from (f"  {line}" for line in passes)


def _heading(finding: Finding) -> str:
    if finding.kind in ("conflict", "discovered"):
        return "why these are the same fact"
    if finding.kind == "missing":
        return "who states it"
    return "what it rests on"


def _shared(run: Comparison, finding: Finding, evidence: list[Assertion]) -> Iterator[str]:
    """What all the evidence has in common: the rule's words, the case, the status, or what the alignment saw."""
    if finding.kind == "conflict":
        rule = next((text for text in run.rules if text.rule == finding.rule), None)
        yield f"  the rule `{finding.rule}` takes them" + (f", at {rule.place}" if rule is not None else "")
        for name, case in finding.qualifiers:
            yield f"  all are of {name} {case}"
        kinds = sorted({one.status for one in evidence})
        yield f"  all are {kinds[0]}" if len(kinds) == 1 else f"  they are {' and '.join(kinds)}"
    elif finding.kind == "discovered":
        yield from (f"  {step}" for step in finding.steps[:-1])
    elif finding.kind == "internal":
        yield "  one document states them side by side" if len(evidence) > 1 else "  one document states it"
    elif finding.kind == "relation":
        relation = next((one for one in run.relations if f"{one.pack}/{one.id}" == finding.rule), None)
        yield f"  the relation `{finding.rule}`" + (f": {relation.expression}" if relation is not None else "")


def _statement(one: Assertion, document: Document | None) -> Iterator[str]:
    from checker.values.amounts import stands_for

    said = f" by {one.speaker}" if one.speaker else ""
    allowed = stands_for(one.value)
    part = document and document.part(one.start)
    at = f"{one.document}, {part}" if part else f"{one.document}:{one.line}:{one.column}"
    yield f"  {at}  “{_flat(one.text)}”{said}" + (f" = {allowed}" if allowed else "")
    yield f"      {_flat(one.sentence)}"
    if one.matched:
        yield f"      by `{one.matched}`"
    yield from (f"      {note}" for note in (*one.notes, *one.missing))
    if one.as_of:
        yield f"      as of {one.as_of}"


def _clash(run: Comparison, finding: Finding, fact: FactResult | None, known: Mapping[str, Assertion]) -> Iterator[str]:
    """The arithmetic: the bounds of each side, or the steps of a relation or a check."""
    if finding.kind in ("relation", "internal"):
        yield from finding.steps
        return
    if finding.kind == "missing":
        return
    if fact is not None and finding.verdict in _CLASHING:
        for side in fact.sides:
            words = dict.fromkeys(f"“{_flat(known[i].text)}”" for i in side.assertions)
            allowed = _allowed(side.value, fact.sides[0].value)
            yield f"{', '.join(words)} allow{'s' if len(words) == 1 else ''} {allowed} ({', '.join(side.documents)})"
        if finding.verdict == "doubtful":
            yield "the words allow a value for all, but nobody would write them so"
        elif len(fact.sides) > 1:
            yield "no value lies in all of these" if len(fact.sides) > 2 else "no value lies in both"
        if fact.wrong:
            yield f"the fewest that must be wrong: {', '.join(fact.wrong)}"
        copied = [story for story in run.copies if set(story) & {d for side in fact.sides for d in side.documents}]
        for story in copied:
            yield f"copies of one story, which count once: {', '.join(story)}"
    elif finding.kind == "discovered":
        yield from finding.steps[-1:]
    if fact is not None and finding.verdict in ("disputed", "updated", "incomparable"):
        yield fact.reason
    elif fact is not None and finding.verdict == "conflicting":
        yield from fact.reason.split(": ")[1:]


def _allowed(value: Value, first: Value) -> str:
    """All that a value allows, in the unit of the first side as well, so that the two can be seen side by side."""
    from checker.model.mention import Quantity
    from checker.values.amounts import stands_for, unit_of

    told = stands_for(value)
    if not isinstance(value, Quantity) or not isinstance(first, Quantity) or value.unit != first.unit:
        return told
    again = unit_of([first]).text(value.hard)
    return told if again in told else f"{told}, which is {again}"


def _either_side(finding: Finding, known: Mapping[str, Assertion]) -> Iterator[str]:
    """For a clash without a rule: one value on both sides."""
    told: dict[str, list[str]] = {}
    for one in (known[i] for i in finding.evidence):
        told.setdefault(one.label, []).append(one.document)
    if finding.kind == "discovered" and len(told) == 2:
        (first, those), (second, these) = told.items()
        yield f"if {' and '.join(dict.fromkeys(these))} said {first}"
        yield f"if {' and '.join(dict.fromkeys(those))} said {second}"


def _fact(run: Comparison, finding: Finding) -> FactResult | None:
    wanted = set(finding.evidence)
    return next(
        (
            one
            for one in run.facts
            if f"{one.pack}/{one.id}" == finding.rule
            and one.qualifiers == finding.qualifiers
            and wanted <= set(one.assertions)
        ),
        None,
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
