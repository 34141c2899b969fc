"""Which lines and words of rules no example exercises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.annotate import annotate
from checker.extraction.around import standing
from checker.extraction.candidates import candidates
from checker.extraction.matcher import compile_rules
from checker.extraction.reading import Reading
from checker.model.comparison import Comparison
from checker.model.pattern import Sequence as Words
from checker.model.rule import Fact, Find, Place, Rulebook


def coverage(book: Rulebook, facts: Sequence[Fact], comparisons: Sequence[Comparison]) -> Iterator[str]:
    """What is idle, and how much is not. `comparisons` are those of the examples.

    A pattern is exercised where it finds a value that its fact takes, though another pattern may find it as well.
    """
    used = set(_found(book, comparisons))
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
    """The patterns that find the values which facts took, and the words of a `find` that stand around them."""
    matcher = compile_rules(book)
    rules = {f"{rule.fact.pack}/{rule.fact.id}": rule for rule in matcher.rules}
    for comparison in comparisons:
        taken = {(a.document, f"{a.pack}/{a.fact}", a.start, a.end) for a in comparison.assertions}
        for document in comparison.documents:
            reading = Reading(annotate(document), matcher)
            for sentence in range(len(reading.annotated.sentences)):
                for one in candidates(reading, matcher, sentence):
                    fact = matcher.rules[one.rule].fact
                    name = f"{fact.pack}/{fact.id}"
                    if one.match is not None and (document.id, name, *one.span) in taken:
                        yield name, one.match.pattern.text
            for owner, name, start, end in taken:
                rule = rules.get(name)  # internal checks bring assertions of their own
                if owner != document.id or rule is None or rule.find is None or rule.fact.find is None:
                    continue
                groups, line = list(_groups(rule.fact.find)), reading.line(reading.sentence_of(start))
                for number, choice in standing(reading, rule.find, line, (start, end)):
                    yield name, groups[number][choice].text
