"""Cascaded reduction: each stage is a set of rules over the signs of a line, and each rule replaces what it matches.

The method is that of FASTUS (Hobbs et al., 1997), finite-state cascades: a later stage sees what an earlier one made,
so a range of dates needs one rule, whatever the dates were made of.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from checker.annotate.timexes.signs import Line

Made = tuple[str, Any] | None
"""The sign and value of the new item, or None where the words do not mean it after all."""
Build = Callable[[Line, int, int], Made]


class Rule(NamedTuple):
    """`pattern` is a regular expression over signs; `build` gets the line and the first and last item of the match."""

    pattern: str
    build: Build


class Stage:
    """Rules that are tried together, from left to right, the first that matches at a place first.

    `needs` are signs of which every match has at least one, so that most stages pass over most lines at a glance.
    """

    def __init__(self, needs: str, *rules: Rule) -> None:
        self._needs = frozenset(needs)
        self._builds = [rule.build for rule in rules]
        self._starts = re.compile("|".join(f"(?P<r{i}>{rule.pattern})" for i, rule in enumerate(rules)))
        self._each = [re.compile(rule.pattern) for rule in rules]

    def run(self, line: Line) -> None:
        """Reduce the line in place."""
        if self._needs.isdisjoint(line.signs):
            return
        at = 0
        while match := self._starts.search(line.signs, at):
            at = match.start()
            self._reduce(line, at, match)
            at += 1

    def _reduce(self, line: Line, at: int, found: re.Match[str]) -> None:
        first = int((found.lastgroup or "r0")[1:])
        for i in range(first, len(self._builds)):
            match = found if i == first else self._each[i].match(line.signs, at)
            if match is None:
                continue
            made = self._builds[i](line, at, match.end())
            if made is not None:
                line.put(at, match.end(), *made)
                return
