"""Clashes told to a person: who states what, why it is held to be one thing, and why it cannot all be true."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.compare.discover import dates
from checker.compare.discover.clashes import Clash
from checker.compare.discover.likeness import Rarity, Spot
from checker.compare.discover.pairs import Pair
from checker.compare.discover.places import Place, stem
from checker.compare.discover.standing import Standing, compare
from checker.compare.evidence import assertion_of
from checker.model.comparison import Assertion, Side
from checker.model.document import Document

_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")
_SUPPORT = 0.0
"""Likeness from which a place that agrees with one of a clash is shown beside it."""
_BEFORE, _BEHIND = 6, 8
_SHOWN = 8
"""Words that a finding names as shared."""
_GRAINS = {"day": "days", "weekday": "days", "month": "months", "season": "parts of a year", "year": "years"}


def clusters(found: Sequence[Clash], pairs: Iterable[Pair]) -> Iterator[tuple[list[int], list[Clash]]]:
    """Clashes that hang together, each with the places they are of and those that agree with one of them."""
    root: dict[int, int] = {}

    def top(place: int) -> int:
        while root.setdefault(place, place) != place:
            place = root[place]
        return place

    for clash in found:
        a, b = sorted((top(clash.pair.one), top(clash.pair.other)))
        root[b] = a
    members: dict[int, set[int]] = defaultdict(set)
    for place in list(root):
        members[top(place)].add(place)
    agreeing = [pair for pair in pairs if pair.verdict == "same" and pair.score >= _SUPPORT]
    for pair in agreeing:
        for mine, theirs in ((pair.one, pair.other), (pair.other, pair.one)):
            if mine in root and theirs not in root:
                members[top(mine)].add(theirs)
    for first in sorted(members):
        yield sorted(members[first]), [clash for clash in found if top(clash.pair.one) == first]


def sides(places: Sequence[int], spots: Sequence[Spot], stated: Mapping[int, Assertion]) -> tuple[Side, ...]:
    """The places parted by value."""
    parted: list[list[int]] = []
    for place in places:
        standing = spots[place].place.standing
        fitting = next(
            (side for side in parted if all(compare(standing, spots[n].place.standing) == "same" for n in side)), None
        )
        if fitting is None:
            parted.append([place])
        else:
            fitting.append(place)
    return tuple(
        Side(
            stated[side[0]].label,
            stated[side[0]].value,
            tuple(stated[n].id for n in side),
            tuple(dict.fromkeys(stated[n].document for n in side)),
        )
        for side in parted
    )


def statement(id_: str, document: Document, spot: Spot) -> Assertion:
    """What one document states at a place, as evidence."""
    place, sentence = spot.place, spot.sentence
    by = sentence.speaker
    return assertion_of(id_, "discovered", document, place.mention, sentence.span, status=place.status, speaker=by)


def phrase(stated: Assertion) -> str:
    """The words around a value with a gap in its place: `… people were shot at the park`."""
    start = stated.start - stated.sentence_span[0]
    before = stated.sentence[:start].split()[-_BEFORE:]
    behind = stated.sentence[start + len(stated.text) :].split()[:_BEHIND]
    return " ".join([*before, "…", *behind]).strip(" ,;:")


def steps(clash: Clash, spots: Sequence[Spot], stated: Mapping[int, Assertion], rare: Rarity) -> Iterator[str]:
    """Why two places are held to speak of one thing, and why their values cannot both hold."""
    one, other = spots[clash.pair.one], spots[clash.pair.other]
    a, b = stated[clash.pair.one], stated[clash.pair.other]
    telling = sorted(one.sentence.words & other.sentence.words, key=lambda word: (-rare[word], word))[:_SHOWN]
    yield f"both sentences tell of {_listed(_as_written(a.sentence, frozenset(telling)))}"
    people = one.place.person & other.place.person
    if people:
        yield f"both values are said of {_listed(_as_written(a.sentence, people) or sorted(people))}"
    elif one.place.noun and one.place.noun == other.place.noun:
        yield f"both values count {_listed(_as_written(a.sentence, frozenset((one.place.noun,))) or [one.place.noun])}"
    agreed = [_text(a, mine) for mine in one.others if any(_is_same(mine, theirs) for theirs in other.others)]
    if agreed:
        yield f"both also state {_listed(list(dict.fromkeys(agreed))[:_SHOWN])}"
    if clash.pair.verdict == "doubtful":
        yield f"{_value(a)} and {_value(b)} can both hold, but only just"
    else:
        yield f"{_value(a)} and {_value(b)} {_contrast(one.place.standing, other.place.standing)}"


def _as_written(sentence: str, stems: frozenset[str]) -> list[str]:
    """The words of these stems, in the order of the sentence, neighbours as one phrase: `former harbour master`."""
    phrases: list[str] = []
    left, at = set(stems), -1
    for word in _WORD.finditer(sentence):
        found = stem(word[0].lower())
        if found not in left:
            continue
        left.discard(found)
        if at >= 0 and sentence[at : word.start()] == " ":
            phrases[-1] += f" {word[0]}"
        else:
            phrases.append(word[0])
        at = word.end()
    return phrases


def _is_same(mine: Place, theirs: Place) -> bool:
    return compare(mine.standing, theirs.standing) == "same"


def _text(stated: Assertion, place: Place) -> str:
    """What stands at another place of a statement's sentence."""
    return stated.sentence[place.mention.start - stated.sentence_span[0] : place.mention.end - stated.sentence_span[0]]


def _contrast(one: Standing, other: Standing) -> str:
    """Why two values cannot be one."""
    if one.when is None or other.when is None:
        return "are different ages" if one.family == "age" else "have no value in common"
    a, b = dates.differing(one.when, other.when)
    told_by = dates.grain(a)
    if told_by != dates.grain(b):
        return "cannot be one date"
    if told_by == "clock" and a.minute is not None and b.minute is not None:
        apart = abs(a.minute - b.minute)
        hours, minutes = divmod(min(apart, dates.DAY - apart), 60)
        return f"are {' '.join(filter(None, (_counted(hours, 'hour'), _counted(minutes, 'minute'))))} apart"
    return f"are different {_GRAINS.get(told_by, 'dates')}"


def _counted(amount: int, unit: str) -> str:
    return f"{amount} {unit}{'s' * (amount > 1)}" if amount else ""


def _value(stated: Assertion) -> str:
    return f"“{stated.text}”" + (f" ({stated.label})" if stated.label != stated.text else "")


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
