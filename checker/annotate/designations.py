"""Numbers that name a thing by its place in a row: `version 3.10`, `Chapter XIV`, `port 8080`, `World War Two`, `#1`.

They count nothing and are not rounded, so they are ordinals. What merely identifies (flights, rooms, telephones) gets no
mention at all.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from checker.annotate import hedges, nouns, ordinals, unit_names
from checker.annotate.literals import literal
from checker.annotate.numeral_words import SCALES, SMALL, TENS
from checker.annotate.plurals import plural
from checker.annotate.tokens import Chunk, Reading
from checker.model.mention import Interval, Quantity
from checker.values import precision, versions

SERIES = frozenset(
    "chapter section sec article page pp part step phase stage round level tier category grade volume vol episode season "
    "act scene book appendix annex schedule paragraph para clause rule amendment title number no nos num port line lesson "
    "module war seed rank ranked class type mark division".split()
)
"""Labels that say which of a row, where others (`flight`, `room`) say which of many."""
RELEASES = frozenset("version versions v ver release releases".split())
_ROMAN_LABELS = frozenset(
    "chapter section article part step phase stage round level tier category grade volume vol episode season act scene book "
    "appendix annex schedule title war bowl class type mark division council olympiad".split()
)
_LETTERS = frozenset("i v x xx xl".split())
"""Roman numerals that are letters, or sizes, as often: only a label vouches for them."""
_NO_NAMES = frozenset("team group vitamin hepatitis covid".split())
_NEWER = frozenset(("later", "newer"))
_BOUNDS = dict.fromkeys("later newer above higher up upwards greater".split(), precision.AT_LEAST) | dict.fromkeys(
    "earlier older below lower".split(), precision.AT_MOST
)
_LINKS = frozenset((",", "and", "or", "-", "–", "to", "&", "through"))
_TELLS = frozenset(("is", "was", ":"))
"""What may stand between a label and its version: `The latest version is 4.2`."""
_SOFTWARE = frozenset(
    "version versions install installs installed update updates updated upgrade upgrades upgraded require requires required "
    "support supports supported runs running needs compatible download downloads app apps software firmware driver drivers "
    "newer later".split()
)


@cache
def romans() -> dict[str, float]:
    """Roman numerals from 1 to 89, in lower case, but for `L`."""
    tens = ("", "x", "x" * 2, "x" * 3, "xl", "l", "lx", "lxx", "l" + "x" * 3)
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    found = {ten + one: 10.0 * a + b for a, ten in enumerate(tens) for b, one in enumerate(ones)}
    return {word: number for word, number in found.items() if word not in ("", "l")}


ROMAN_CUES = (frozenset(romans()) - _LETTERS) | {f"{label} {letter}" for label in _ROMAN_LABELS for letter in _LETTERS}
"""`I` alone is a pronoun, and counts behind a label only."""


def roman(chunk: Chunk, i: int) -> Reading | None:
    """`World War II`, `Chapter XIV`, `Louis XVI`: capitals behind a label or a name."""
    words, raw = chunk.words, chunk.raw(i)
    before, number = words[i - 1], romans()[words[i]]
    if i == 0 or chunk.glued(i) or not raw.isupper():
        return None
    if before in _ROMAN_LABELS:
        vouched = chunk.upper(i - 1) or len(raw) > 1
    else:
        vouched = (
            words[i] not in _LETTERS
            and number < 30
            and len(before) > 2
            and before.isalpha()
            and chunk.raw(i - 1).istitle()
            and before not in nouns.STOP
            and before not in _NO_NAMES
        )
    return ordinals.reading(i, i + 1, number) if vouched else None


def ordinal(chunk: Chunk, first: int, last: int) -> Reading | None:
    """The ordinal that a label before the number at tokens `first` to `last` makes of it, None for other labels."""
    words, at = chunk.words, first - 1
    number = _number(words[first])
    end = _number(words[last - 1]) if last == first + 3 else None
    if number is None or at < 0 or (last != first + 1 and end is None):
        return None
    if words[at] in ("#", "№"):
        ranked = len(words[first]) < 4 and not chunk.glued(at)
        return ordinals.reading(at, last, number) if ranked else None
    while at > 1 and words[at] in _LINKS and first - at < 12:
        at -= 1 + (words[at - 1] == ",")
        if _number(words[at]) is None:
            return None
        at -= 1
    at -= words[at] == "."
    label = words[at]
    dashed = any(word in ("-", "–") for word in words[first - 1 : last]) or (words[last] == "-" and chunk.glued(last))
    if dashed and label[-1:] != "s" and label != "pp":
        return None  # `part number 45-1187`
    ordered = label in SERIES or label.removesuffix("s") in SERIES or label in RELEASES
    return ordinals.reading(first, last, number, end) if ordered else None


def _number(word: str) -> float | None:
    """The whole number of one token."""
    if word in SMALL or word in TENS:
        return SMALL.get(word) or TENS.get(word)
    return float(word) if word.isdigit() and len(word) < 16 else None


def version(chunk: Chunk, i: int) -> Reading | None:
    """`version 3.10`, `v2.3.1`, `Python 3.11 or later`: the digits at token i, with what bounds them."""
    words, before, after = chunk.words, chunk.words[i - 1], chunk.words[i + 1]
    if before not in RELEASES and "." not in words[i] and words[i + 2] not in _NEWER:
        return None
    glued = chunk.glued(i)
    labelled = (before in RELEASES and glued == (before == "v")) or (before in _TELLS and words[i - 2] in RELEASES)
    if not (labelled or (not glued and (_product(chunk, i) or _next(chunk, i)))):
        return None
    span = versions.interval(words[i])
    if span is None or (chunk.glued(i + 1) and (after.isalnum() or after in ("-", "_", "/", "%"))):
        return None
    bound = _bound(chunk, i)
    number = literal(words[i])
    room = _bounded(span, bound.moves)
    value = Quantity(room, room, span, versions.UNIT, number.value if number else None)
    return Reading(min(i - glued, bound.first), bound.last, "ordinal", value, i, i + 1, bound.hedge)


class _Bound(NamedTuple):
    """How far the version at a token may be left behind, and the tokens that say so."""

    first: int
    last: int
    moves: str = ""
    hedge: str | None = None


def _bound(chunk: Chunk, i: int) -> _Bound:
    """`at least version 3`, `3.11 or later`, `3.9+`."""
    words, after = chunk.words, chunk.words[i + 1]
    if after == "+" and chunk.glued(i + 1):
        return _Bound(i, i + 2, precision.AT_LEAST, after)
    if after in ("or", "and") and words[i + 2] in _BOUNDS:
        return _Bound(i, i + 3, _BOUNDS[words[i + 2]], f"{after} {words[i + 2]}")
    opening = hedges.before(chunk, i - 1 - (words[i - 2] in RELEASES))
    if opening is None or opening.moves not in hedges.LOWER | hedges.UPPER:
        return _Bound(i, i + 1)
    return _Bound(opening.first, i + 1, opening.moves, chunk.quote(opening.first, opening.last).lower())


def _bounded(span: Interval, moves: str) -> Interval:
    """All versions from, or up to, those of an interval."""
    if moves in hedges.LOWER:
        return Interval(span.lower if moves == precision.AT_LEAST else span.upper)
    if moves in hedges.UPPER:
        return Interval(None, span.upper if moves == precision.AT_MOST else span.lower, upper_open=True)
    return span


def _next(chunk: Chunk, i: int) -> bool:
    """The later members of `versions 3.8 to 3.12`."""
    words, at = chunk.words, i
    while at > 1 and words[at - 1] in _LINKS and words[at - 2][:1].isdigit() and i - at < 12:
        at -= 2
    return at < i and (words[at - 1] in RELEASES or _product(chunk, at))


def _product(chunk: Chunk, i: int) -> bool:
    """A name, and digits with a point that count nothing: `Python 3.11`. Two points are a version anyway; with one,
    something near has to speak of software, for `Italy 1.2` may stand in any table."""
    words, before, after = chunk.words, chunk.words[i - 1], chunk.words[i + 1]
    named = chunk.upper(i - 1) or (words[i - 2] == "." and chunk.glued(i - 1) and chunk.upper(i - 3))  # `Node.js 18.17`
    if not named or not before.isalpha() or before in nouns.STOP:
        return False
    if words[i].count(".") == 2 or (after == "or" and words[i + 2] in _NEWER):
        return True
    if "." not in words[i]:
        return False
    if after.isalpha() and (unit_names.begins(after) or after in SCALES or plural(after)):
        return False
    return any(word in _SOFTWARE for word in words[max(0, i - 8) : i - 1] + words[i + 1 : i + 8])
