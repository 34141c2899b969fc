"""Whether the words that a `find` asks for stand around a value."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extraction.matcher import Words
from checker.extraction.matching import Hit, found
from checker.extraction.reading import Reading
from checker.extraction.steps import Steps
from checker.extraction.tokens import Line
from checker.model.document import Span
from checker.model.rule import Within


def fulfilled(reading: Reading, find: Words, line: Line, value: Span) -> str | None:
    """The words that fulfil a `find` around a value, None where it is not fulfilled."""
    said = []
    for _, choices, within in find.asked():
        words = within_reach(reading, choices, within, line, value)
        if words is None:
            return None
        said.append(words)
    if find.none and within_reach(reading, find.none, find.within, line, value) is not None:
        return None
    return " … ".join(said)


def standing(reading: Reading, find: Words, line: Line, value: Span) -> Iterator[tuple[int, int]]:
    """Which patterns of a `find` stand around a value: the numbers of the condition and of the pattern in it."""
    for number, (_, choices, within) in enumerate(find.asked()):
        for choice, steps in enumerate(choices):
            if within_reach(reading, (steps,), within, line, value) is not None:
                yield number, choice


def within_reach(reading: Reading, choices: tuple[Steps, ...], within: Within, line: Line, value: Span) -> str | None:
    """The words of the first of these patterns within reach of the value, None where there is none."""
    if within.scope == "paragraph":
        hits = ((one, found(choices, one)) for one in reading.lines_of_paragraph(value[0]))
        return next((quote(one, hit) for one, hit in hits if hit is not None), None)
    first, last = line.token_at(value[0]), line.token_at(value[1] - 1)
    low, high = 0, len(line.tokens)
    if within.scope == "words":
        low, high = max(0, first - within.words), min(high, last + within.words + 1)
    elif within.scope == "clause" and first < high:
        own = [i for i, clause in enumerate(line.clauses) if clause == line.clauses[first]]
        low, high = own[0], own[-1] + 1
    hit = found(choices, line, low, high)
    return None if hit is None else quote(line, hit)


def quote(line: Line, hit: Hit) -> str:
    """The words of a hit as written."""
    return " ".join(line.text[line.tokens[hit.start].start : line.tokens[hit.end - 1].end].split())
