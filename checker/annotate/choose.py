"""Of the readings that overlap in a chunk, the longest stands; of equally long ones the more specific kind."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checker.annotate import numbers, references, segments
from checker.annotate.measure_words import COSTS, KNOWN
from checker.annotate.numeral_words import PARTS
from checker.annotate.plurals import plural
from checker.annotate.timexes.lexicon import WORDS
from checker.annotate.tokens import RANK, Chunk, Reading
from checker.model.mention import made
from checker.values import units

_RANK = {kind: rank for rank, kind in enumerate(RANK)}


_LINK = re.compile(r"(?:\b\w+://|\bwww\.|\b[\w.-]+\.(?:com|org|net|gov|co|ly|gl)/)\S*")


class Found(NamedTuple):
    """A reading at characters of its chunk; `noun_start` is -1 where nothing is counted."""

    start: int
    end: int
    core_start: int
    core_end: int
    noun_start: int
    noun_end: int
    reading: Reading


@lru_cache(maxsize=16384)
def found(text: str) -> tuple[Found, ...]:
    """What a chunk of this text says, in order of place. A function of the text alone, so it is kept."""
    chunk = Chunk(text)
    kept = readings(chunk)
    if not kept:
        return ()
    starts, ends = chunk.starts, chunk.ends
    if "/" in text or "www." in text:
        links = [match.span() for match in _LINK.finditer(text)]
        kept = [one for one in kept if not any(a <= starts[one.first] < b for a, b in links)]
    places = []
    for one in kept:
        first, last, _, _, core_first, core_last, _, noun, noun_first, noun_last, _ = one
        of, to = (starts[noun_first], ends[noun_last - 1]) if noun else (-1, -1)
        place = starts[first], ends[last - 1], starts[core_first], ends[core_last - 1], of, to, one
        places.append(made(Found, place))
    return tuple(places)


def readings(chunk: Chunk) -> list[Reading]:
    """The readings of a chunk in order of place, none overlapping another."""
    words = chunk.words
    dated, begins = segments.cues(chunk)
    covered: set[int] = set()
    if dated:
        dated = [one for one in dated if not (_no_time(one, chunk) or references.no_date(chunk, one))]
        covered.update(*(range(one.first, one.last) for one in dated))
        begins = [i for i in begins if not (i in covered and _of_time(chunk, i, covered))]
    kept: list[Reading] = []
    done = 0
    for i in begins:
        if i < done or (
            i in covered and words[i + 1] not in _FRACTIONS and words[i] not in PARTS and not _no_year(words, i)
        ):
            continue
        reading = numbers.read(chunk, i)
        if reading is None:
            continue
        while kept and kept[-1].last > reading.first and _beats(reading, kept[-1]):
            kept.pop()
        if not kept or kept[-1].last <= reading.first:
            kept.append(reading)
            done = reading.last
    if len(dated) > 1:
        dated = _merged(dated, [])
    return kept if not dated else dated if not kept else _merged(kept, dated)


def _no_year(words: list[str], i: int) -> bool:
    """Four digits that a unit follows: `from 2605 m to 2634 m`; `in 2010 tons of it sank` tells a year all the same."""
    unit = words[i + 1]
    return len(words[i]) == 4 and (
        unit in _SYMBOLS or (words[i - 1] not in _DATING and len(unit) > 3 and units.named(unit) is not None)
    )


_SYMBOLS = (KNOWN | {"m", "mw", "mhz"}) - {"in", "am", "pm"}
"""But for those that are words of time as well."""
_DATING = frozenset("in since of by until till before after during from to the mid early late and".split())
_FRACTIONS = frozenset((*PARTS, "/", "-"))


_UNITS = frozenset(word for word, (sign, _) in WORDS.items() if sign in "Uu")


def _of_time(chunk: Chunk, i: int, covered: set[int]) -> bool:
    """A number joined to its unit of time, as in `a 30-day truce`: no more than the date or length that it is in."""
    words = chunk.words
    joined = words[i + 1] == "-" and words[i + 2] in _UNITS and i + 2 in covered
    return joined and chunk.glued(i + 1) and chunk.glued(i + 2)


def _no_time(one: Reading, chunk: Chunk) -> bool:
    """Its last word or letter is no unit of time here."""
    words = chunk.words
    return words[one.last - 1] in _DOUBTFUL and (
        _quarter_of(one, words)
        or _inverse(one, words)
        or _millions(one, chunk)
        or _watts(one, chunk)
        or _pence(one, chunk)
    )


_RATES = frozenset("s h hr min d day days yr y".split())
_DOUBTFUL = _RATES.union(("quarter", "quarters", "m", "w", "p"))
_POWERS = frozenset(("1", "2", "3", "^1", "^2", "^3"))


def _quarter_of(one: Reading, words: list[str]) -> bool:
    """`a quarter of the voters` is a share, as the end of `a hundred and three quarters` is; only elsewhere is a quarter
    a time."""
    if words[one.last - 1] == "quarters" and words[one.last - 3] == "and" and words[one.last - 2] in ("three", "3"):
        return one.kind == "duration" and one.last - one.first > 4 and words[one.last - 4] in ("hundred", "thousand")
    return one.kind == "duration" and words[one.last] == "of" and words[one.last - 1] in ("quarter", "quarters")


def _inverse(one: Reading, words: list[str]) -> bool:
    """`40 s-1` is a rate."""
    return words[one.last - 1] in _RATES and words[one.last] == "-" and words[one.last + 1] in _POWERS


def _millions(one: Reading, chunk: Chunk) -> bool:
    """`1.2M` is no minute, and neither is the letter of `12m people`."""
    letter = chunk.raw(one.last - 1)
    if letter not in ("M", "m") or not chunk.words[one.last - 2][-1:].isdigit():
        return False
    return letter == "M" or (chunk.glued(one.last - 1) and plural(chunk.words[one.last]))


def _watts(one: Reading, chunk: Chunk) -> bool:
    """`12W` within a sentence: no weeks."""
    single = one.kind == "duration" and one.last == one.core_first + 2 and chunk.size > 4
    return single and chunk.raw(one.last - 1) == "W"


def _pence(one: Reading, chunk: Chunk) -> bool:
    """`to 5p a share`: no hour, where something near is paid."""
    words, at = chunk.words, one.last - 1
    return (
        one.kind == "time"
        and words[at] == "p"
        and chunk.glued(at)
        and any(word in COSTS for word in words[max(0, at - 8) : at + 4])
    )


def _merged(kept: list[Reading], dated: list[Reading]) -> list[Reading]:
    """Both in order of place, the better one where two overlap."""
    merged: list[Reading] = []
    for new in sorted(kept + dated, key=_first):
        while merged and merged[-1].last > new.first and _beats(new, merged[-1]):
            merged.pop()
        if not merged or merged[-1].last <= new.first:
            merged.append(new)
    return merged


def _first(reading: Reading) -> int:
    return reading.first


def _beats(new: Reading, old: Reading) -> bool:
    longer = (new.last - new.first) - (old.last - old.first)
    return longer > 0 or (longer == 0 and _RANK[new.kind] < _RANK[old.kind])
