"""Cascaded reduction: each stage is a set of rules over the signs of a line, and each rule replaces what it matches.

The method is that of FASTUS (Hobbs et al., 1997), finite-state cascades: a later stage sees what an earlier one made,
so a range of dates needs one rule, whatever the dates were made of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple

from checker.annotate.timexes.signs import Line

Made = tuple[str, Any] | None
"""The sign and value of the new item, or None where the words do not mean it after all."""
Build = Callable[[Line, int, int], Made]


Match = tuple[int, int, int]
"""The first sign of a match, the one behind its last, and the number of its rule."""


class Rule(NamedTuple):
    """`pattern` is a regular expression over signs; `build` gets the line and the first and last item of the match."""

    pattern: str
    build: Build


@cache
def _alone(pattern: str) -> re.Pattern[str]:
    """One rule by itself, compiled when first asked for: a start of the program should not wait for all of them."""
    return re.compile(pattern)


_NEEDS = 2
"""As many sets of signs as a stage may need."""


class Stage:
    """Rules that are tried together, from left to right, the first that matches at a place first.

    `needs` are signs of which every match has at least one, or several such sets, so that most stages pass over most
    lines at a glance.
    """

    def __init__(self, needs: str | tuple[str, ...], *rules: Rule) -> None:
        self.needs = (needs,) if isinstance(needs, str) else needs
        self._builds = [rule.build for rule in rules]
        self._patterns = [rule.pattern for rule in rules]

    @cached_property
    def starts(self) -> re.Pattern[str]:
        """All rules as one pattern, compiled when a line first needs it. An empty group behind each rule tells which it
        was: in front, it would keep `re` from passing over rules by their first sign."""
        return re.compile("|".join(f"(?:{pattern})()" for pattern in self._patterns))

    def reduce(self, line: Line, found: Match) -> None:
        """Put what the match means in its place; where its rule declines, the rules after it may match there too."""
        at, end, rule = found
        made = self._builds[rule](line, at, end)
        while made is None:
            rule += 1
            if rule == len(self._builds):
                return
            again = _alone(self._patterns[rule]).match(line.signs, at)
            if again is not None:
                end = again.end()
                made = self._builds[rule](line, at, end)
        line.put(at, end, *made)


class Cascade:
    """Stages in their order. Where they match depends on the signs alone, and lines of the same signs are many: the
    places are kept."""

    def __init__(self, *stages: Stage) -> None:
        self._stages = stages
        self._next = lru_cache(maxsize=1 << 17)(self._find)
        # For each sign one bit a need that it meets, the first needs of all stages below the second ones.
        self._meets: defaultdict[str, int] = defaultdict(int)
        self._free = 0
        for number, stage in enumerate(stages):
            for place, need in enumerate(stage.needs):
                for sign in need:
                    self._meets[sign] |= 1 << number + place * len(stages)
            if len(stage.needs) < _NEEDS:
                self._free |= 1 << number + len(stages)

    def run(self, line: Line) -> None:
        """Reduce the line in place."""
        stage = at = 0
        while (found := self._next(stage, line.signs, at)) is not None:
            stage, match = found
            self._stages[stage].reduce(line, match)
            at = match[0] + 1

    def _find(self, stage: int, signs: str, at: int) -> tuple[int, Match] | None:
        """The next match: in this stage at or behind a sign, else anywhere in a later one."""
        left = self._possible(signs) >> stage << stage
        while left:
            lowest = left & -left
            number = lowest.bit_length() - 1
            match = self._stages[number].starts.search(signs, at if number == stage else 0)
            if match is not None:
                return number, (*match.span(), (match.lastindex or 1) - 1)
            left ^= lowest
        return None

    def _possible(self, signs: str) -> int:
        """The stages, one bit each, for which the line has a sign of every set that they need."""
        met, meets = self._free, self._meets
        for sign in set(signs):
            met |= meets[sign]
        return met & met >> len(self._stages)
