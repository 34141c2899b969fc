"""Which round, which side, which place: only like is compared with like."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extraction.parallel import nearest
from checker.extraction.reading import Named, Reading
from checker.model.document import Span
from checker.model.rule import Event, Fact, QualifierSpec

Qualified = tuple[tuple[tuple[str, str], ...], tuple[str, ...], tuple[str, ...]]
"""Qualifiers, the notes that say where each came from, and what is missing."""


def qualify(
    reading: Reading, fact: Fact, span: Span, matched: Span, given: Sequence[tuple[str, str]]
) -> tuple[Qualified, ...]:
    """The qualifiers of a value at `span`; none where a fact is kept to one case and this is another, and several
    where it is said of several persons (`Ann Roe and Tom Lee, both 23`).

    `given` are cases that the pattern itself states, `matched` is all that it matched. A case is taken from a cue
    that touches the value, else from one among the matched words, else from the nearest in the sentence, else in the
    paragraph, else from what the document is about.
    """
    stated = dict(given)
    ways: list[Qualified] = [((), (), ())]
    for spec in fact.qualifiers:
        cases = ((stated[spec.name], ""),) if spec.name in stated else cases_of(reading, fact, spec, span, matched)
        ways = [_with(reading, way, spec, *case) for way in ways for case in cases if spec.only in (None, case[0])]
    return tuple(ways)


def _with(reading: Reading, way: Qualified, spec: QualifierSpec, case: str | None, note: str) -> Qualified:
    qualifiers, notes, missing = way
    if case is None:
        return qualifiers, notes, (*missing, f"no word says which {spec.name}")
    if spec.event is None and reading.persons.is_shared(case):
        missing = (*missing, f"several people are called {case}")
    return (*qualifiers, (spec.name, case)), (*notes, note) if note else notes, missing


def cases_of(
    reading: Reading, fact: Fact, spec: QualifierSpec, span: Span, matched: Span
) -> tuple[tuple[str | None, str], ...]:
    """Of which cases a value at `span` is said, each with a note that says how that is known: one, but for persons."""
    if spec.event is not None:
        return (case_of(reading, fact, spec, span, matched),)
    own = reading.persons.subject(matched) if matched[0] < span[0] else ()
    names = own or reading.persons.beside(span) or reading.persons.beside(matched) or reading.identities.of(span)
    return tuple((name, f"said of {name}") for name in names) or ((None, ""),)


def case_of(reading: Reading, fact: Fact, spec: QualifierSpec, span: Span, matched: Span) -> tuple[str | None, str]:
    """Of which case a value at `span` is said, and a note that says how that is known."""
    if spec.event is None:
        return cases_of(reading, fact, spec, span, matched)[0]
    names = reading.named(f"{fact.pack}/{spec.event.name}")
    text = reading.annotated.document.text
    sentence = reading.sentence_of(span[0])
    near = [name for name in names if name.sentence == sentence]
    touching = [name for name in near if _touches(text, name, span)]
    likely = touching or [name for name in near if name.start < matched[1] and matched[0] < name.end]
    best = nearest(reading, near, likely, span) if near else None
    if best is not None:
        return best.case, f"{spec.name} {best.case}: “{text[best.start : best.end]}” in the same sentence"
    low, high = reading.paragraph_of(span[0])
    near = [name for name in names if name.sentence not in (-1, sentence) and low <= name.start < high]
    if near:
        best = min(near, key=lambda name: (name.start > span[0], _distance(name, span)))
        return best.case, f"{spec.name} {best.case}: “{text[best.start : best.end]}” in the same paragraph"
    case, note = _subject(reading, spec.event, names) if spec.missing == "own-document" else (None, "")
    if case is None and spec.default is not None:
        return spec.default, f"{spec.name} {spec.default}: the rule's default"
    return case, note


def _touches(text: str, name: Named, span: Span) -> bool:
    """Whether cue and value stand side by side: `the May 16 first meeting`, `Monday's second round`."""
    between = text[span[1] : name.start] if name.start >= span[1] else text[name.end : span[0]]
    return between.strip() in ("", "'s", "’s")


def _distance(name: Named, span: Span) -> int:
    """Characters between a cue and a value; 0 where they touch."""
    return max(0, name.start - span[1], span[0] - name.end)


def _subject(reading: Reading, event: Event, names: Sequence[Named]) -> tuple[str | None, str]:
    """What the document is about: its manifest, the first cue of its headline and lead, else the latest case before
    its publication."""
    document = reading.annotated.document
    manifest = document.get(f"about.{event.name}")
    if manifest is not None:
        return manifest, f"{event.name} {manifest}: the document's manifest"
    if names:
        return names[0].case, f"{event.name} {names[0].case}: what the document names first"
    past = [c for c in event.cases if c.around and document.published and c.around <= document.published[:10]]
    if past:
        case = max(past, key=lambda c: c.around or "").name
        return case, f"{event.name} {case}: the latest before the document's publication"
    return None, ""
