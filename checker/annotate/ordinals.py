"""Ordinals: `21st`, `the twenty-first`, `his third title`, `between the tenth and the fifteenth`. Their value is exact.

`first` and `second` alone are left out, and so is every ordinal whose surroundings do not vouch for it: they are too
often an adverb, a length of time, a share or a name.
"""

from __future__ import annotations

from checker.annotate import addresses, hedges, nouns
from checker.annotate.cardinals import cardinal
from checker.annotate.numeral_words import ORDINALS, WORDS
from checker.annotate.ratios import COMPARED
from checker.annotate.tokens import Chunk, Reading
from checker.values import precision
from checker.values.precision import between, point

SIGNS = frozenset(("st", "nd", "rd", "th"))
_OWNERS = frozenset("the his her its their my our your this that 's every each".split())
_PLACED = frozenset(
    "came come comes coming finish finished finishes finishing place placed places placing rank ranked ranks ranking "
    "stood sit sits lie lies running remain remains remained".split()
)
"""Verbs after which an ordinal is a place: `she came third`."""
_HARMED = frozenset("killed injured wounded hurt shot killing injuring wounding hurting arrested detained".split())
_PLACES = frozenset("place position spot row gear".split())


def reading(first: int, last: int, number: float, end: float | None = None) -> Reading:
    """An ordinal at tokens `first` to `last`, or those from `number` to `end`."""
    amount = point(number, 0.0) if end is None else between(number, end)
    return Reading(first, last, "ordinal", precision.quantity(amount, "", ""), first, last)


def in_digits(chunk: Chunk, first: int, last: int, number: float | None) -> Reading | None:
    """`21st`, its letters at token `last`; a street has a number for a name."""
    words = chunk.words
    corner = words[last + 1] == "and" and chunk.upper(last + 2) and words[first - 1] in _CORNERS  # `at 19th and Blake`
    if (
        number is None
        or number % 1
        or corner
        or addresses.street(chunk, last + 1)
        or (words[last] == "st" and not _first(number))
    ):
        return None
    return reading(first, last + 1, number)


_CORNERS = frozenset("at on of near around".split())


def _first(number: float) -> bool:
    """The number takes `st`: `21st`; `12st` are stones."""
    return number % 10 == 1 and number % 100 != 11


def in_words(chunk: Chunk, i: int) -> Reading | None:
    """The ordinal in words at token i, or the range that begins with it."""
    one = _one(chunk, i)
    if one is None:
        return None
    words = chunk.words
    last, number = one
    if words[i - 1] == "the" and words[i - 2] in ("between", "from") and words[last] in ("and", "to", "through"):
        two = _one(chunk, last + 1 + (words[last + 1] == "the"))
        if two and two[1] > number:
            return reading(i, two[0], number, two[1])._replace(first=i - 2)
    return _bounded(chunk, i, last, number) or reading(i, last, number)


def _bounded(chunk: Chunk, i: int, last: int, number: float) -> Reading | None:
    """`above the third but below the ninth`."""
    words = chunk.words
    opening = hedges.before(chunk, i - 1) if words[i - 1] == "the" and words[last] in ("but", "and") else None
    if opening is None or opening.moves not in hedges.LOWER:
        return None
    for at in range(last + 2, last + 6):
        closing = hedges.before(chunk, at) if words[at] == "the" else None
        if closing and closing.first == last + 1 and closing.moves in hedges.UPPER:
            two = _one(chunk, at + 1)
            return reading(i, two[0], number, two[1])._replace(first=opening.first) if two and two[1] > number else None
    return None


def _one(chunk: Chunk, i: int) -> tuple[int, float] | None:
    """Where the ordinal at token i ends, and its number."""
    words = chunk.words
    number = ORDINALS.get(words[i])
    if number is None:
        return _compound(chunk, i)
    return (i + 1, number) if number > 2 and _vouched(chunk, i) else None


def _compound(chunk: Chunk, i: int) -> tuple[int, float] | None:
    """`twenty-first`, `hundred and sixth`, `two thousandth`."""
    words = chunk.words
    following = words[_joined(words, i + 1)]
    if following not in ORDINALS and following not in WORDS:
        return None
    part = cardinal(chunk, i, letters=False)
    if part is None or part.step < 0.1:
        return None
    at = _joined(words, part.last)
    number = ORDINALS.get(words[at], 0.0)
    below = part.value % 100
    if not number or (words[at] == "second" and words[i - 1] not in _OWNERS):
        return None
    if words[at + 1] == "-" and chunk.glued(at + 1) and words[at - 1] != "-":
        return None  # `twenty first-half goals`
    if number >= 100:
        owned = words[i - 1] in _OWNERS or words[i - 2] in _OWNERS
        return (at + 1, part.value * number) if owned and part.value < number else None
    tens = below >= 20 and not below % 10 and number < 10 and "and" not in words[at - 2 : at]
    return (at + 1, part.value + number) if tens or (not below and part.value >= 100) else None


def _joined(words: list[str], at: int) -> int:
    """The token after the hyphens and the `and` at this one."""
    while words[at] in ("-", "and"):
        at += 1
    return at


def _vouched(chunk: Chunk, i: int) -> bool:
    """Words beside a single ordinal that leave no doubt: an owner before it, a noun behind it, or a place."""
    words = chunk.words
    before, after = words[i - 1] if i else "", words[i + 1]
    if chunk.upper(i) and i:
        return False  # `the Fifth Amendment`, `Third Avenue`
    if after == "-":
        return before in _OWNERS and chunk.glued(i + 1) and words[i + 2].endswith("est")
    if before in _PLACED or (before == "in" and after in _PLACES):
        return True
    if before in ("a", "an"):
        if words[i - 2] in _HARMED and not after.isalpha():
            return True  # `killed three and injured a fourth.`
        return after.isalpha() and after not in nouns.STOP and after not in COMPARED
    return before in _OWNERS
