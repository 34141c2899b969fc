"""Which lines and words of rules no example exercises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.annotate import annotate
from checker.extraction.around import standing
from checker.extraction.matcher import compile_rules
from checker.extraction.reading import Reading
from checker.model.comparison import Comparison
from checker.model.pattern import Sequence as Words
from checker.model.rule import Fact, Find, Place, Rulebook


def coverage(book: Rulebook, facts: Sequence[Fact], comparisons: Sequence[Comparison]) -> Iterator[str]:
    """What is idle, and how much is not. `comparisons` are those of the examples."""
    used = {(f"{a.pack}/{a.fact}", a.matched) for comparison in comparisons for a in comparison.assertions}
    used |= set(_found(book, comparisons))
    named = [(fact, place, text) for fact in facts for place, text in _named(fact)]
    idle = [one for one in named if (f"{one[0].pack}/{one[0].id}", one[2]) not in used]
    for fact, place, text in idle:
        yield f"{place}: no example of {fact.id} exercises `{text}`"
    yield f"{len(named) - len(idle)} of {len(named)} patterns are exercised by examples"


def _named(fact: Fact) -> Iterator[tuple[Place, str]]:
    for match in fact.match:
        yield match.place, match.pattern.text
    for group in _groups(fact.find) if fact.find is not None else ():
        for words in group:
            yield fact.place, words.text


def _groups(find: Find) -> Iterator[Sequence[Words]]:
    """The conditions of a `find` as the matcher numbers them."""
    if find.any:
        yield find.any
    yield from ((one,) for one in find.all)
    yield from (near.any for near in find.near)


def _found(book: Rulebook, comparisons: Sequence[Comparison]) -> Iterator[tuple[str, str]]:
    """The words of every `find` that stand around a value which it took."""
    matcher = compile_rules(book)
    rules = {f"{rule.fact.pack}/{rule.fact.id}": rule for rule in matcher.rules}
    for comparison in comparisons:
        readings = {document.id: Reading(annotate(document), matcher) for document in comparison.documents}
        for one in comparison.assertions:
            rule = rules.get(f"{one.pack}/{one.fact}")  # internal checks bring assertions of their own
            if rule is None or rule.find is None or rule.fact.find is None:
                continue
            reading, groups = readings[one.document], list(_groups(rule.fact.find))
            line = reading.line(reading.sentence_of(one.start))
            for number, choice in standing(reading, rule.find, line, (one.start, one.end)):
                yield f"{one.pack}/{one.fact}", groups[number][choice].text
