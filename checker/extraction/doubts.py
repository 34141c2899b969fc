"""What of rules no text can reach, or another rule reaches as well: each pattern tried on sentences made from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.extraction.matcher import Matcher, Pattern, Rule, compile_rules
from checker.extraction.matching import found, search
from checker.extraction.prefilter import looked_up
from checker.extraction.steps import Choice, Hole, OneOf, Skip, Step, Steps
from checker.extraction.tokens import Line, line
from checker.model.mention import Mention, Timex
from checker.model.pattern import Regex
from checker.model.rule import Place, Rulebook

_MOST = 200  # sentences made from one pattern
_VALUE, _FILLING = "9999", "wherewithal"


class Doubt(NamedTuple):
    """What is doubtful about a line of a rule."""

    place: Place
    message: str
    mend: str


def doubts(book: Rulebook) -> Iterator[Doubt]:
    """Lines under `match` that can never take a value, and those that find nothing which another line does not."""
    matcher = compile_rules(book)
    for number, pattern in enumerate(matcher.patterns):
        if isinstance(pattern.match.pattern, Regex):
            continue
        specimens = list(_specimens(pattern.steps))
        never = _never(pattern, matcher.rules[pattern.rule], specimens)
        if never is not None:
            yield never
        elif pattern.holes:
            yield from _covered(matcher, number, specimens)


def _never(pattern: Pattern, rule: Rule, specimens: list[Line]) -> Doubt | None:
    text, place = pattern.match.pattern.text, pattern.match.place
    taken = [one for one in specimens if _takes(pattern, one)]
    if not taken:
        return Doubt(
            place, f"`{text}` can never match: no text has words like these", "write its words as a text would"
        )
    vetoes = [found(rule.none, one) for one in taken]
    if all(vetoes):
        words = " ".join(token.text for token in taken[0].tokens[vetoes[0].start : vetoes[0].end]) if vetoes[0] else ""
        return Doubt(place, f"`{text}` can never match: it says `{words}`, which `not` forbids", "remove one of them")
    settled = dict(pattern.match.qualifiers)
    for spec in rule.fact.qualifiers:
        if spec.only is not None and settled.get(spec.name, spec.only) != spec.only:
            other = f"{spec.name} {settled[spec.name]}"
            message = f"`{text}` can never match: it settles {other}, and the fact is kept to {spec.name} {spec.only}"
            return Doubt(place, message, "remove one of the two")
    return None


def _covered(matcher: Matcher, number: int, specimens: list[Line]) -> Iterator[Doubt]:
    """Whether another line takes whatever this one does, so that it changes nothing, or belongs to two facts."""
    pattern = matcher.patterns[number]
    fact = matcher.rules[pattern.rule].fact
    for other in _candidates(matcher, number, specimens):
        coverer, owner = matcher.patterns[other], matcher.rules[matcher.patterns[other].rule]
        if not _alike(pattern, coverer, matcher) or not all(_takes(coverer, one) for one in specimens):
            continue
        back = all(_takes(pattern, one) for one in _specimens(coverer.steps))
        text, wider = pattern.match.pattern.text, coverer.match.pattern.text
        if owner.fact is fact:
            # Of two that find the same the later one is told.
            if not back or other < number:
                yield Doubt(pattern.match.place, f"`{text}` finds nothing that `{wider}` does not", "remove it")
                return
        elif not any(owner.none and found(owner.none, one) for one in specimens):
            message = f"`{text}` already belongs to `{owner.fact.id}`, by `{wider}`: every value would be both"
            yield Doubt(pattern.match.place, message, "make one of the two more precise, or give it a qualifier")
            return


def _candidates(matcher: Matcher, number: int, specimens: list[Line]) -> list[int]:
    """Other patterns that may take every one of these sentences."""
    words = (frozenset(one.where) for one in specimens)
    common = set.intersection(*(looked_up(matcher.by_word, one) for one in words)) if specimens else set()
    return sorted(common - {number})


def _alike(pattern: Pattern, other: Pattern, matcher: Matcher) -> bool:
    """Whether two lines ask for the same value of the same case, so that only their words tell them apart.

    Where a fact is kept to a case or compared by case, the words that a line matches decide which: none covers another.
    """
    one, two = matcher.rules[pattern.rule].fact, matcher.rules[other.rule].fact
    if one.pack != two.pack or one.qualifiers or two.qualifiers or isinstance(other.match.pattern, Regex):
        return False
    if (
        (pattern.match.status, one.status) != (other.match.status, two.status)
        or pattern.match.means
        or other.match.means
    ):
        return False
    values = [(fact.value.kind, fact.value.unit, fact.value.nouns, fact.value.plausible) for fact in (one, two)]
    holes = {(hole.kind or one.value.kind, hole.nouns) for hole in (*pattern.holes, *other.holes)}
    return values[0] == values[1] and len(holes) == 1


def _takes(pattern: Pattern, specimen: Line) -> bool:
    return next(search(pattern.steps, specimen, _fits), None) is not None


def _fits(_index: int, _hole: Hole) -> bool:
    return True


def _specimens(steps: Steps) -> Iterator[Line]:
    """Sentences that a pattern describes: each of its alternatives at least once, its gaps empty and filled."""
    wide = max((_width(step) for step in steps), default=1)
    for turn in range(min(wide, _MOST)):
        for filling in ("", _FILLING):
            words = [word for step in steps for word in _words(step, turn, filling)]
            text, values = "", list[tuple[int, Mention]]()
            for word in words:
                start = len(text) + bool(text)
                text = f"{text} {word}".strip()
                if word == _VALUE:
                    values.append((len(values), _mention(start)))
            yield line(text, (0, len(text)), values)


def _width(step: Step) -> int:
    """How many turns it takes to see every form and every alternative of a step."""
    if isinstance(step, OneOf):
        return len(step.forms)
    if not isinstance(step, Choice):
        return 1
    inner = max((_width(one) for steps in step.choices for one in steps), default=1)
    return (len(step.choices) + step.optional) * inner


def _words(step: Step, turn: int, filling: str) -> Iterator[str]:
    match step:
        case OneOf(forms):
            yield sorted(forms)[turn % len(forms)]
        case Hole():
            yield _VALUE
        case Skip():
            yield from [filling] if filling else []
        case Choice(choices, optional):
            turn, at = divmod(turn, len(choices) + optional)
            if at < len(choices):
                for one in choices[at]:
                    yield from _words(one, turn, filling)


def _mention(start: int) -> Mention:
    end = start + len(_VALUE)
    return Mention(start, end, start, end, "date", Timex(None, None, "", ""))
