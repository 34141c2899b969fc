"""Which of many words a text holds: what decides whether a sentence is worth reading at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from checker.extraction.steps import rarity

Need = frozenset[str]
"""Words in lower case, of which a text must hold one for something to match."""
Index = Mapping[str, Sequence[int]]
"""Words, each with the numbers of what may match where it stands."""


class Anchors:
    """Chooses the needs to look things up by: those that fewest share.

    Five thousand facts about as many companies all ask for `revenue`; the name of its company leads to one of them.
    """

    def __init__(self, needs: Iterable[Need]) -> None:
        self.needs = Counter(needs)
        self._shared: Counter[str] = Counter()
        for need, count in self.needs.items():
            for word in need:
                self._shared[word] += count
        self._worth: dict[Need, tuple[int, tuple[int, int]]] = {}

    def rarest(self, needs: Sequence[Need]) -> Need:
        """The best of several; empty where there are none."""
        return needs[0] if len(needs) == 1 else max(needs, key=self._worth_of, default=frozenset())

    def of_any(self, several: Iterable[Sequence[Need]]) -> Need:
        """The need of whatever has one of these several; empty where one of them needs nothing."""
        best = [self.rarest(needs) for needs in several]
        return frozenset().union(*best) if all(best) else frozenset()

    def index(self, wanted: Iterable[Sequence[Need]]) -> Index:
        """An index of things by their number; those without needs are left out."""
        by_word: dict[str, list[int]] = {}
        for number, needs in enumerate(wanted):
            for word in self.rarest(needs):
                by_word.setdefault(word, []).append(number)
        return by_word

    def _worth_of(self, need: Need) -> tuple[int, tuple[int, int]]:
        if need not in self._worth:
            self._worth[need] = (-max(self._shared[word] for word in need), rarity(need))
        return self._worth[need]


def looked_up(index: Index, words: AbstractSet[str]) -> set[int]:
    """What a text with these words may match."""
    return {number for word in words & index.keys() for number in index[word]}


class Wordlist:
    """Finds the words of a list in a text, in one pass whatever the length of the list."""

    def __init__(self, words: Collection[str]) -> None:
        self._words = words

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(sorted(self._words), matchkind=MatchKind.LeftmostLongest)

    def within(self, text: str) -> frozenset[str]:
        """Every token of the text that is on the list, and perhaps one more that is only a part of a token.

        None hides another: of two words that overlap, the one that begins first holds the other inside a token.
        """
        folded = text.lower().replace("’", "'")
        found = set()
        for _, start, end in self._automaton.find_matches_as_indexes(folded):
            before, after = folded[start - 1 : start], folded[end : end + 1]
            if not ((before.isalpha() and folded[start].isalpha()) or (after.isalpha() and folded[end - 1].isalpha())):
                found.add(folded[start:end])
        return frozenset(found)
