"""What a report shows of a document beside its assertions: every mention, and what came near a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.extraction.matcher import compile_rules
from checker.extraction.nearby import near_misses
from checker.extraction.reading import Reading
from checker.model.comparison import Assertion
from checker.model.mention import Annotated
from checker.model.page import Mark, NearMiss, Page
from checker.model.rule import Rulebook
from checker.values.amounts import stands_for

_NEAR = 0.6  # how near a sentence must come: what lacks a quarter of its words is of another matter
_MOST = 3  # near misses of one rule in one document


def page(annotated: Annotated, assertions: Sequence[Assertion], rulebook: Rulebook, near: bool = True) -> Page:
    """The page of one document; `assertions` are what the rules took there. Without `near`, which takes longer than
    all else, near misses are not looked for."""
    marks = tuple(Mark(one.start, one.end, one.kind, stands_for(one.value)) for one in annotated.mentions)
    misses = _misses(annotated, assertions, rulebook) if near else ()
    return Page(annotated.document.id, marks, tuple(sorted(misses, key=lambda one: one[1:])), near)


def _misses(annotated: Annotated, assertions: Sequence[Assertion], rulebook: Rulebook) -> Iterator[NearMiss]:
    reading = Reading(annotated, compile_rules(rulebook))
    taken: dict[str, set[tuple[int, int]]] = {}
    for one in assertions:
        taken.setdefault(f"{one.pack}/{one.fact}", set()).add((one.start, one.end))
    for number, fact in enumerate(rulebook.facts):
        rule = f"{fact.pack}/{fact.id}"
        near = near_misses(reading, reading.matcher, number, frozenset(taken.get(rule, ())))
        for miss in [miss for miss in near if miss.near >= _NEAR][:_MOST]:
            yield NearMiss(rule, *miss.sentence, miss.by, miss.matched, miss.stopped, miss.mend)
