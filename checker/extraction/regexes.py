"""The escape hatch: regular expressions of rule authors, run by RE2, which cannot backtrack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from checker.extraction.matching import Hit
from checker.extraction.steps import Hole
from checker.extraction.tokens import Line
from checker.model.pattern import Regex


@lru_cache(maxsize=1024)
def _compiled(text: str) -> Any:
    import re2  # only rulebooks that use it pay for its import

    return re2.compile(text)


def regex_hits(regex: Regex, line: Line, may_fill: Callable[[int, Hole], bool], hole: Hole) -> Iterator[Hit]:
    """Places of a sentence where the expression matches and its group `value` (else all of it) meets a mention."""
    sentence = line.text[slice(*line.span)]
    for found in _compiled(regex.text).finditer(sentence):
        group = found.re.groupindex.get("value", 0)  # RE2's own module knows groups by number alone
        low, high = (line.span[0] + at for at in found.span(group))
        for token, mentions in line.starts.items():
            if low <= line.tokens[token].start < high:
                for index, after in mentions:
                    if may_fill(index, hole):
                        yield Hit(token, after, index)
