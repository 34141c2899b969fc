"""All rules compiled into one matcher: a word of a sentence leads to the few patterns that may match it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from checker.extraction.matching import Lists, Steps, compile_sequence, required
from checker.model.pattern import Pattern as Written
from checker.model.pattern import Sequence
from checker.model.rule import Event, Fact, Find, Match, Rulebook, Within


@dataclass(frozen=True, slots=True)
class Pattern:
    """One `match` line, ready to run."""

    fact: Fact
    match: Match
    steps: Steps


@dataclass(frozen=True, slots=True)
class Words:
    """A `find`, ready to run."""

    any: tuple[Steps, ...]
    all: tuple[Steps, ...]
    near: tuple[tuple[tuple[Steps, ...], Within], ...]
    none: tuple[Steps, ...]
    within: Within


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to name one case of an event."""

    event: str
    case: str
    steps: Steps


@dataclass(frozen=True, slots=True)
class Rule:
    """A fact with what of it had to be compiled."""

    fact: Fact
    nouns: tuple[Steps, ...]
    none: tuple[Steps, ...]
    find: Words | None


@dataclass(frozen=True, slots=True)
class Matcher:
    """Rules by their order in the rulebook, and words that lead to what may match.

    `unanchored` patterns share no sure word and are tried on every sentence; `rules lint` warns of them.
    """

    rules: tuple[Rule, ...]
    patterns: tuple[tuple[int, Pattern], ...]
    by_word: dict[str, tuple[int, ...]]
    unanchored: tuple[int, ...]
    finds: dict[str, tuple[int, ...]]
    cues: tuple[Cue, ...]
    cues_by_word: dict[str, tuple[int, ...]]
    events: dict[tuple[str, str], Event]

    def candidates(self, words: Iterable[str]) -> list[int]:
        """Indexes of patterns that a sentence with these words may match, in rule order."""
        return sorted({i for word in words for i in self.by_word.get(word, ())}.union(self.unanchored))

    def searches(self, words: Iterable[str]) -> list[int]:
        """Indexes of rules whose `find` a sentence with these words may fulfil, in rule order."""
        return sorted({i for word in words for i in self.finds.get(word, ())})

    def naming(self, words: Iterable[str]) -> list[int]:
        """Indexes of event cues that a sentence with these words may hold."""
        return sorted({i for word in words for i in self.cues_by_word.get(word, ())})


@lru_cache(maxsize=8)
def compile_rules(rulebook: Rulebook) -> Matcher:
    """Compile a rulebook; the same rulebook is compiled once in a process."""
    lists: dict[str, Lists] = {pack.id: dict(pack.vocabulary) for pack in rulebook.packs}
    rules = tuple(_rule(fact, lists[fact.pack]) for fact in rulebook.facts)
    patterns = tuple(
        (number, Pattern(fact, match, _steps(match.pattern, lists[fact.pack])))
        for number, fact in enumerate(rulebook.facts)
        for match in fact.match
    )
    cues = tuple(
        Cue(f"{pack.id}/{event.name}", case.name, compile_sequence(cue, lists[pack.id]))
        for pack in rulebook.packs
        for event in pack.events
        for case in event.cases
        for cue in case.cues
    )
    needs = [required(pattern.steps) for _, pattern in patterns]
    return Matcher(
        rules=rules,
        patterns=patterns,
        by_word=_index(needs),
        unanchored=tuple(i for i, words in enumerate(needs) if not words),
        finds=_index([_leading(rule.find) for rule in rules]),
        cues=cues,
        cues_by_word=_index([required(cue.steps) for cue in cues]),
        events={(pack.id, event.name): event for pack in rulebook.packs for event in pack.events},
    )


def _steps(pattern: Written, lists: Lists) -> Steps:
    """A regular expression has no steps: it is run as it is, and shares no sure word with any sentence."""
    return compile_sequence(pattern, lists) if isinstance(pattern, Sequence) else ()


def _rule(fact: Fact, lists: Lists) -> Rule:
    def each(sequences: Iterable[Sequence]) -> tuple[Steps, ...]:
        return tuple(compile_sequence(sequence, lists) for sequence in sequences)

    def words(find: Find) -> Words:
        near = tuple((each(one.any), one.within) for one in find.near)
        return Words(each(find.any), each(find.all), near, each(find.none), find.within)

    return Rule(fact, each(fact.value.nouns), each(fact.none), words(fact.find) if fact.find else None)


def _leading(find: Words | None) -> frozenset[str]:
    """Words of which the text around must hold one for a `find` to be fulfilled."""
    if find is None:
        return frozenset()
    groups = [find.any] if find.any else []
    groups += [(steps,) for steps in find.all] + [steps for steps, _ in find.near]
    sure = [frozenset().union(*parts) for group in groups if all(parts := [required(steps) for steps in group])]
    return min(sure, key=len, default=frozenset())


def _index(needs: Iterable[frozenset[str]]) -> dict[str, tuple[int, ...]]:
    index: dict[str, list[int]] = {}
    for number, words in enumerate(needs):
        for word in words:
            index.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in index.items()}
