"""The steps of a pattern run over the tokens of a sentence.

Matching backtracks over the steps, and only the gap, which is bounded, tries many places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from checker.extraction.steps import Choice, Hole, Lead, OneOf, Skip, Steps, hole_of, leading
from checker.extraction.tokens import FILLERS, LABEL_MARKS, Line

_BEFORE_VALUE = FILLERS | LABEL_MARKS
_BEFORE_WORD = FILLERS | {"have", "has", "had"}
"""`12 people have died` is `{count} die` as well."""
_LISTED = 4
"""Words and marks before a comma that are said of a value before them: `140 injured, 300 houses`."""
_BRACKETS = {"(": ")", "[": "]"}

GAP = 18
"""The most tokens a gap may pass over: about the length of a clause."""

Fits = Callable[[int, Hole], bool]
"""Whether the mention with this index may fill a hole."""


class Hit(NamedTuple):
    """A pattern found: its tokens, half-open, and the index of the mention in its hole."""

    start: int
    end: int
    mention: int | None


def search(steps: Steps, line: Line, fits: Fits, low: int = 0, high: int | None = None) -> Iterator[Hit]:
    """Every place in tokens `low` to `high` where the steps match, the shortest match of each start."""
    end = len(line.tokens) if high is None else high
    hole = hole_of(steps)
    for start in _starts(leading(steps), line, low, end):
        hit = next(_match(steps, 0, start, None, _Search(line, fits, end, hole)), None)
        if hit is not None:
            yield Hit(start, *hit)


def _starts(lead: Lead, line: Line, low: int, high: int) -> Iterable[int]:
    """The tokens at which a pattern may begin, in order."""
    if lead.anywhere:
        return (i for i in range(low, high) if line.tokens[i].text not in FILLERS)
    places = {i for word in lead.words & line.where.keys() for i in line.where[word]}
    if lead.value:
        places.update(line.starts)
    return sorted(i for i in places if low <= i < high)


def every(choices: Iterable[Steps], line: Line, low: int = 0, high: int | None = None) -> Iterator[Hit]:
    """Every place of any of these hole-less patterns."""
    return (hit for steps in choices for hit in search(steps, line, _fits_nothing, low, high))


def found(choices: Iterable[Steps], line: Line, low: int = 0, high: int | None = None) -> Hit | None:
    """The first place of any of these hole-less patterns."""
    return next(every(choices, line, low, high), None)


def _fits_nothing(_index: int, _hole: Hole) -> bool:
    return False


class _Search(NamedTuple):
    """What stays the same while one pattern is tried: tokens up to `high` count; `hole` is the pattern's own."""

    line: Line
    fits: Fits
    high: int
    hole: Hole | None


def _match(steps: Steps, k: int, i: int, mention: int | None, over: _Search) -> Iterator[tuple[int, int | None]]:
    """Ends of matches of `steps[k:]` from token `i`, with the mention taken so far."""
    if k == len(steps):
        yield i, mention
        return
    step = steps[k]
    if isinstance(step, Choice):
        for choice in step.choices:
            for end, taken in _match(choice, 0, i, mention, over):
                yield from _match(steps, k + 1, end, taken, over)
        if step.optional:
            yield from _match(steps, k + 1, i, mention, over)
        return
    if isinstance(step, Skip):
        for j in _gap(i, over):
            yield from _match(steps, k + 1, j, mention, over)
        return
    line, tokens = over.line, over.line.tokens
    while i < over.high:
        if isinstance(step, OneOf):
            token = tokens[i]
            if (line.text[token.start : token.end] if step.exact else token.text) in step.forms:
                yield from _match(steps, k + 1, i + 1, mention, over)
                return
        else:
            for index, after in line.starts.get(i, ()):
                if after <= over.high and over.fits(index, step):
                    yield from _match(steps, k + 1, after, index, over)
            yield from _in_brackets(steps, k, i, over)
        if tokens[i].text not in (_BEFORE_WORD if isinstance(step, OneOf) else _BEFORE_VALUE):
            return
        if tokens[i].text == "," and isinstance(step, Hole) and not line.valued.isdisjoint(range(i - _LISTED, i)):
            return
        i += 1


def _in_brackets(steps: Steps, k: int, i: int, over: _Search) -> Iterator[tuple[int, int | None]]:
    """A value that stands alone in brackets is said of the words before them: `one tablet (500 mg)`."""
    line, hole = over.line, steps[k]
    close = _BRACKETS.get(line.tokens[i].text)
    if close is None or not isinstance(hole, Hole):
        return
    for index, after in line.starts.get(i + 1, ()):
        if after < over.high and line.tokens[after].text == close and over.fits(index, hole):
            yield from _match(steps, k + 1, after + 1, index, over)


def _gap(i: int, over: _Search) -> Iterator[int]:
    """Where a gap from token `i` may end: before a strong mark, and never past a value that could fill the hole.

    What stands in brackets is passed over whole.
    """
    line, high = over.line, over.high
    limit = min(high, i + GAP)
    while i <= limit:
        yield i
        if i >= high:
            return
        if line.tokens[i].text == "(":
            close = next((j for j in range(i, high) if line.tokens[j].text == ")"), None)
            if close is None:
                return
            limit += close - i
            i = close + 1
            continue
        if i in line.stops:
            return
        if over.hole is not None and any(over.fits(index, over.hole) for index, _ in line.starts.get(i, ())):
            return
        i += 1
