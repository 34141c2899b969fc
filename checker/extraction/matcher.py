"""All rules compiled into one matcher: the words of a text lead to the few patterns that may match there."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from checker.extraction.prefilter import Anchors, Index, Need, Wordlist
from checker.extraction.steps import Compiler, Hole, Steps, holes, needs
from checker.model.pattern import Sequence
from checker.model.rule import Event, Fact, Find, Match, Rulebook, Within


class Pattern(NamedTuple):
    """One `match` line of rule number `rule`, ready to run; a regular expression has no steps and is run as it is.

    A text must hold a value for one of its `holes`, if it has any, and a word of each of its `needs`.
    """

    rule: int
    match: Match
    steps: Steps
    holes: tuple[Hole, ...]
    needs: tuple[Need, ...]


class Words(NamedTuple):
    """A `find`, ready to run."""

    any: tuple[Steps, ...]
    all: tuple[Steps, ...]
    near: tuple[tuple[tuple[Steps, ...], Within], ...]
    none: tuple[Steps, ...]
    within: Within

    def asked(self) -> Iterator[tuple[str, tuple[Steps, ...], Within]]:
        """Each of its conditions: the key, patterns of which one must stand there, and how far from the value."""
        if self.any:
            yield "any", self.any, self.within
        for steps in self.all:
            yield "all", (steps,), self.within
        for choices, within in self.near:
            yield "near", choices, within


class Cue(NamedTuple):
    """One way to name one case of an event, `pack/event`."""

    event: str
    case: str
    steps: Steps


class Rule(NamedTuple):
    """A fact with what of it had to be compiled; `needs` are those of its `find` in the sentence of the value."""

    fact: Fact
    nouns: tuple[Steps, ...]
    none: tuple[Steps, ...]
    find: Words | None
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class Matcher:
    """Rules by their order in the rulebook, and indexes from words to what may match where they stand.

    `by_word` leads to patterns, `finds` to rules whose `find` looks as far as a sentence and `wide_finds` to those that
    look further, `cues_by_word` to cues; `words` finds the words that any of them needs. `unanchored` patterns share no sure word
    and are tried on every sentence.
    """

    compilers: dict[str, Compiler]
    rules: tuple[Rule, ...]
    patterns: tuple[Pattern, ...]
    cues: tuple[Cue, ...]
    events: dict[tuple[str, str], Event]
    words: Wordlist
    by_word: Index
    unanchored: tuple[int, ...]
    finds: Index
    wide_finds: Index
    cues_by_word: Index


_last: list[tuple[Rulebook, Matcher]] = []


def compile_rules(rulebook: Rulebook) -> Matcher:
    """Compile a rulebook; the one that a process used last is kept.

    By identity: to hash or compare thousands of facts for each document would cost more than to read it.
    """
    if not _last or _last[0][0] is not rulebook:
        was_on = gc.isenabled()
        gc.disable()  # many small values, all of them kept: the collector would look through them again and again
        try:
            _last[:] = [(rulebook, _compiled(rulebook))]
        finally:
            if was_on:
                gc.enable()
    return _last[0][1]


def _compiled(rulebook: Rulebook) -> Matcher:
    compilers = {pack.id: Compiler(dict(pack.vocabulary)) for pack in rulebook.packs}
    rules = [_rule(fact, compilers[fact.pack]) for fact in rulebook.facts]
    patterns = tuple(
        _pattern(number, fact, match, compilers[fact.pack])
        for number, fact in enumerate(rulebook.facts)
        for match in fact.match
    )
    cues = tuple(
        Cue(f"{pack.id}/{event.name}", case.name, compilers[pack.id].steps(cue))
        for pack in rulebook.packs
        for event in pack.events
        for case in event.cases
        for cue in case.cues
    )
    leaves = [needs(steps) for rule in rules if rule.find for _, choices, _ in rule.find.asked() for steps in choices]
    wanted = [pattern.needs for pattern in patterns]
    named = [needs(cue.steps) for cue in cues]
    anchors = Anchors(need for group in (wanted, leaves, named) for several in group for need in several)
    near = [_needs_of_find(rule.find, anchors) for rule in rules]
    wide = [() if one else _needs_of_find(rule.find, anchors, wide=True) for rule, one in zip(rules, near, strict=True)]
    rules = [rule._replace(needs=one) for rule, one in zip(rules, near, strict=True)]
    return Matcher(
        compilers=compilers,
        rules=tuple(rules),
        patterns=patterns,
        cues=cues,
        events={(pack.id, event.name): event for pack in rulebook.packs for event in pack.events},
        words=Wordlist(frozenset().union(*anchors.needs)),
        by_word=anchors.index(wanted),
        unanchored=tuple(number for number, needed in enumerate(wanted) if not needed),
        finds=anchors.index(near),
        wide_finds=anchors.index(wide),
        cues_by_word=anchors.index(named),
    )


def _pattern(number: int, fact: Fact, match: Match, compiler: Compiler) -> Pattern:
    if not isinstance(match.pattern, Sequence):
        # It may point at a bare number too, where the rule's unit says what that counts.
        bare = () if fact.value.unit is None else (Hole("number", ()),)
        return Pattern(number, match, (), (Hole(None, ()), *bare), ())
    steps = compiler.steps(match.pattern)
    return Pattern(number, match, steps, tuple(holes(steps)), tuple(needs(steps)))


def _rule(fact: Fact, compiler: Compiler) -> Rule:
    def words(find: Find) -> Words:
        near = tuple((compiler.all(one.any), one.within) for one in find.near)
        return Words(compiler.all(find.any), compiler.all(find.all), near, compiler.all(find.none), find.within)

    find = words(fact.find) if fact.find is not None else None
    return Rule(fact, compiler.all(fact.value.nouns), compiler.all(fact.none), find)


def _needs_of_find(find: Words | None, anchors: Anchors, *, wide: bool = False) -> tuple[Need, ...]:
    """What the sentence of a value must hold for a `find` to be fulfilled; with `wide`, what its paragraph must."""
    if find is None:
        return ()
    asked = [choices for _, choices, within in find.asked() if (within.scope == "paragraph") == wide]
    return tuple(need for choices in asked if (need := anchors.of_any(map(needs, choices))))
