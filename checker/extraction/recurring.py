"""Values that several sources give beside the same words, and that no rule claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from checker.extraction.commonplace import COMMONPLACE
from checker.extraction.inflect import forms
from checker.extraction.tokens import Line, line
from checker.model.document import Span
from checker.model.mention import Annotated, Mention, Quantity, Timex
from checker.values.intervals import meet

_KINDS = frozenset(("count", "number", "money", "percent", "quantity", "duration", "date"))
_REACH = 12  # tokens between a value and a word that is still said of it
_NEAREST = 8  # words of a sentence that are held against those of others
_COMMON = 0.3  # the share of a story's sentences beyond which a word tells nothing apart
_SHORTEST = 4  # words of a sentence; what is shorter is a headline, a byline or a caption
_ALIKE, _UNLIKE = 2, 3  # words that sentences share which give one value, and which give different ones
_OF_THE_PAGE = frozenset(
    """publish update copyright subscribe subscription newsletter advertisement cookie reprint photo caption correct
    email podcast""".split()
)
"""What speaks of the article itself: its dates and prices are nothing that it states."""


class Place(NamedTuple):
    """Where a source states the value: its number among the sources, the mention, and its sentence."""

    source: int
    mention: Mention
    line: Line


class Recurring(NamedTuple):
    """One thing that several sources state: a place in each, and the words that stand there, the most telling first.

    `agree` says whether all places can have one value.
    """

    words: tuple[str, ...]
    places: tuple[Place, ...]
    agree: bool


def recurring(sources: Sequence[Annotated], claimed: Sequence[Collection[Span]]) -> list[Recurring]:
    """What recurs, that which most sources agree on first. `claimed` are, of each source, the spans that rules take."""
    seen: Counter[str] = Counter()
    places: dict[tuple[str, ...], list[tuple[Place, tuple[str, ...]]]] = defaultdict(list)
    total = 0
    for number, (source, taken) in enumerate(zip(sources, claimed, strict=True)):
        for ready, mentions in _lines(source):
            total += 1
            seen.update({base(token.text) for token in ready.tokens})
            for mention in mentions:
                if _tells(mention) and not any(low < mention.end and mention.start < high for low, high in taken):
                    place = Place(number, mention, ready)
                    places[_likeness(mention)].append((place, tuple(_words(place))))
    telling = {word for word, times in seen.items() if times <= max(2 * len(sources), _COMMON * total)}
    found = [one for alike in places.values() for one in _groups(alike, telling, seen)]
    return sorted(
        found, key=lambda one: (-one.agree, -len(one.places), one.places[0].source, one.places[0].mention.start)
    )


def _tells(mention: Mention) -> bool:
    return mention.kind in _KINDS and (mention.kind != "count" or mention.noun is not None)


def base(word: str) -> str:
    """One form of a word that stands for them all."""
    return min(forms(word), key=lambda form: (len(form), form))


def _lines(source: Annotated) -> Iterator[tuple[Line, list[Mention]]]:
    """Whole sentences with the mentions in them; a line without an end is no statement."""
    text, at = source.document.text, 0
    for start, end in source.sentences:
        inside = []
        while at < len(source.mentions) and source.mentions[at].start < end:
            if source.mentions[at].start >= start:
                inside.append((at, source.mentions[at]))
            at += 1
        said = text[start:end].rstrip().rstrip("\"'”’)")
        if said.endswith((".", "!", "?")) and len(said.split()) >= _SHORTEST:
            ready = line(text, (start, end), inside)
            if not any(_OF_THE_PAGE & forms(word) for word in ready.where):
                yield ready, [mention for _, mention in inside if mention.restates is None]


def _likeness(mention: Mention) -> tuple[str, ...]:
    """Only values of one kind, noun and unit may be the same thing."""
    if isinstance(mention.value, Timex):
        return (mention.kind,)
    return (mention.kind, mention.value.unit)


def _words(place: Place) -> Iterator[str]:
    """The words around a value in its sentence, the nearest first."""
    ready, value = place.line, place.mention
    names = _names(ready)
    first, last = ready.token_at(value.start), ready.token_at(value.end - 1)
    nouns = forms(value.noun) if value.noun else frozenset()
    told: dict[str, int] = {}
    for at, token in enumerate(ready.tokens):
        away = max(first - at, at - last)
        if (
            away <= _REACH
            and at not in ready.valued
            and at not in names
            and token.text.isalpha()
            and len(token.text) > 2
        ):
            word = base(token.text)
            if token.text not in COMMONPLACE and word not in COMMONPLACE and token.text not in nouns:
                told[word] = min(away, told.get(word, away))
    yield from sorted(told, key=lambda word: (told[word], word))[:_NEAREST]


def _names(ready: Line) -> frozenset[int]:
    """The tokens of names, which say who or where and not what: capitals within a sentence, and one before another."""
    capital = {at for at, token in enumerate(ready.tokens) if ready.text[token.start].isupper()}
    return frozenset(at for at in capital if at > 0 or at + 1 in capital)


def _groups(alike: list[tuple[Place, tuple[str, ...]]], telling: set[str], seen: Counter[str]) -> Iterator[Recurring]:
    """Places of one kind of value that share words, each place in one group: the largest groups first."""
    holding: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place, words in alike:
        own = sorted(telling.intersection(words))
        # What is counted is a word that two sentences share as well.
        for size in (1, _ALIKE, _UNLIKE):
            for some in combinations(own, size):
                holding[some].append(place)
    made = [one for words, places in holding.items() if (one := _group(words, places, seen)) is not None]
    made.sort(key=lambda one: (-one.agree, -len(one.places), sum(seen[word] for word in one.words), one.words))
    told: set[tuple[int, int]] = set()
    for one in made:
        spots = {(place.source, place.mention.start) for place in one.places}
        if not spots & told:
            told |= spots
            yield one


def _group(words: tuple[str, ...], places: Sequence[Place], seen: Counter[str]) -> Recurring | None:
    """One place of each source, those that agree with the first if any do; None where nothing recurs."""
    first = _one_each(places)
    if len(first) < 2:
        return None
    alone = len(words) == 1 and first[0].mention.kind != "count"
    same = _told_alike if alone else _same  # one word is enough for a figure that is hardly told twice by chance
    best = max((_one_each([other for other in places if same(one, other)]) for one in places), key=len)
    ordered = tuple(sorted(words, key=lambda word: (seen[word], word)))
    if len(best) > 1:
        return Recurring(ordered, best, agree=True)
    return Recurring(ordered, first, agree=False) if len(words) >= _UNLIKE else None


def _one_each(places: Sequence[Place]) -> tuple[Place, ...]:
    """The first place of each source; a sentence that two sources have word for word counts once."""
    kept: dict[int, Place] = {}
    said: set[str] = set()
    for place in places:
        sentence = " ".join(place.line.text[slice(*place.line.span)].split())
        if place.source not in kept and sentence not in said:
            kept[place.source] = place
            said.add(sentence)
    return tuple(kept.values())


def _told_alike(one: Place, other: Place) -> bool:
    """Whether two values are written with one figure, of two digits or more."""
    a, b = one.mention.value, other.mention.value
    return (
        isinstance(a, Quantity)
        and isinstance(b, Quantity)
        and a.written == b.written
        and a.number is not None
        and len(f"{abs(a.number):g}".strip("0.").replace(".", "")) > 1
    )


def _same(one: Place, other: Place) -> bool:
    """Whether two values can be one."""
    a, b = one.mention.value, other.mention.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return meet(a.soft, b.soft) is not None
    if isinstance(a, Timex) and isinstance(b, Timex):
        if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
            return a.timex == b.timex
        return a.earliest[:10] <= b.latest[:10] and b.earliest[:10] <= a.latest[:10]
    return False
