"""What came near a fact and was not taken: for each sentence, how far each pattern got and what stopped it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.extraction.around import quote
from checker.extraction.fitting import misfit
from checker.extraction.matcher import Matcher, Rule
from checker.extraction.matching import Choice, Hit, Hole, OneOf, Skip, Step, Steps, found, search
from checker.extraction.reading import Reading
from checker.extraction.tokens import Line
from checker.model.document import Span


class Miss(NamedTuple):
    """A sentence that a rule nearly matched: which of its lines, the words that did match, and what to mend.

    `share` of the line's steps matched, from 0 to 1.
    """

    sentence: Span
    line: str
    matched: str
    stopped: str
    share: float


def near_misses(reading: Reading, matcher: Matcher, number: int, taken: frozenset[Span]) -> list[Miss]:
    """The misses of rule `number` in one document, the nearest first; `taken` are spans that it did take."""
    rule = matcher.rules[number]
    misses = []
    for sentence, span in enumerate(reading.annotated.sentences):
        if any(span[0] <= start < span[1] for start, _ in taken):
            continue
        line = reading.line(sentence)
        tries = [*_of_patterns(reading, matcher, number, line), *_of_find(reading, rule, line, sentence)]
        if tries:
            misses.append(max(tries, key=lambda miss: miss.share))
    return sorted(misses, key=lambda miss: (-miss.share, miss.sentence))


def _of_patterns(reading: Reading, matcher: Matcher, number: int, line: Line) -> Iterator[Miss]:
    rule = matcher.rules[number]
    for pattern in matcher.patterns:
        if pattern.rule != number or not pattern.steps:
            continue
        steps = pattern.steps
        reached, hit = _furthest(reading, rule, steps, line)
        if hit is None:
            continue
        words = quote(line, hit)
        whole = reached == len(steps)
        stopped = _veto(rule, line) if whole else _wanted(reading, rule, steps[reached], line, hit)
        yield Miss(line.span, pattern.match.pattern.text, words, stopped, reached / len(steps))


def _furthest(reading: Reading, rule: Rule, steps: Steps, line: Line) -> tuple[int, Hit | None]:
    """The most steps from the front that match somewhere in the line, and where; at least one must be words."""
    for count in range(len(steps), 0, -1):
        front = steps[:count]
        if isinstance(front[-1], Skip) or not any(isinstance(step, OneOf | Choice) for step in front):
            continue
        hit = next(
            search(
                front, line, lambda index, hole: misfit(reading.annotated, index, rule.fact, rule.nouns, hole) is None
            ),
            None,
        )
        if hit is not None and hit.end > hit.start:
            return count, hit
    return 0, None


def _wanted(reading: Reading, rule: Rule, step: Step, line: Line, hit: Hit) -> str:
    following = line.tokens[hit.end].text if hit.end < len(line.tokens) else "the end"
    match step:
        case OneOf(forms):
            return f"then `{min(forms, key=len)}` was wanted; the text goes on with “{following}”"
        case Hole():
            return _no_value(reading, rule, step, line, hit)
        case Choice(choices):
            heads = sorted({min(head.forms, key=len) for one in choices if one and isinstance(head := one[0], OneOf)})
            return f"then one of `{'`, `'.join(heads[:5])}` was wanted; the text goes on with “{following}”"
        case _:
            return f"then a {rule.fact.value.kind} was wanted in the same clause"


def _no_value(reading: Reading, rule: Rule, hole: Hole, line: Line, hit: Hit) -> str:
    for start in sorted(line.starts):
        if start >= hit.end:
            for index, _ in line.starts[start]:
                said = reading.annotated.quote(reading.annotated.mentions[index])
                reason = misfit(reading.annotated, index, rule.fact, rule.nouns, hole)
                if reason is not None:
                    return f"“{said}” does not fit: {reason}"
                return f"“{said}” would fit, but other words stand between: put `...` before the slot"
    return f"no {hole.kind or rule.fact.value.kind} follows in the sentence"


def _veto(rule: Rule, line: Line) -> str:
    veto = found(rule.none, line) if rule.none else None
    if veto is not None:
        return f"“{quote(line, veto)}” is one of the words under `not`"
    cases = ", ".join(f"{spec.name} {spec.only}" for spec in rule.fact.qualifiers if spec.only)
    return f"all of it matches, but it is not about {cases}" if cases else "all of it matches"


def _of_find(reading: Reading, rule: Rule, line: Line, sentence: int) -> Iterator[Miss]:
    find = rule.find
    if find is None:
        return
    groups = [("any", find.any)] if find.any else []
    groups += [("all", (steps,)) for steps in find.all] + [("near", choices) for choices, _ in find.near]
    hits = [(name, found(choices, line)) for name, choices in groups]
    present = [hit for _, hit in hits if hit is not None]
    values = [
        (index, misfit(reading.annotated, index, rule.fact, rule.nouns, Hole(None, ())))
        for index, _ in reading.mentions_of.get(sentence, ())
    ]
    fitting = [index for index, reason in values if reason is None]
    if not present:
        return
    words = " … ".join(quote(line, hit) for hit in present)
    share = (len(present) + bool(fitting)) / (len(hits) + 1)
    vetoed = found((*find.none, *rule.none), line)
    if not fitting:
        reasons = [f"“{reading.annotated.quote(reading.annotated.mentions[i])}”: {reason}" for i, reason in values]
        stopped = (
            f"no value fits ({'; '.join(reasons)})" if reasons else f"the sentence holds no {rule.fact.value.kind}"
        )
    elif len(present) < len(hits):
        stopped = f"`{next(name for name, hit in hits if hit is None)}` found none of its words in reach"
    elif vetoed is not None:
        stopped = f"“{quote(line, vetoed)}” is one of the words under `not`"
    else:
        stopped = "its words stand too far from the value, or it is about another case"
    yield Miss(line.span, "find", words, stopped, share)
