"""Shares and multiples: `one in five`, `a fifth of`, `threefold`, `twice as many`."""

from __future__ import annotations

from checker.annotate import hedges, nouns
from checker.annotate.meanings import Item, unit_after
from checker.annotate.numeral_words import PARTS, SMALL, TENS
from checker.annotate.numerals import joined, numeral
from checker.annotate.tokens import Chunk, Reading
from checker.values import precision
from checker.values.precision import Amount, hedged, point


def ratio_at(chunk: Chunk, i: int) -> Reading | None:
    """`one in five`, `9 out of 10`, `threefold`, `five times as many`, `twice`."""
    words = chunk.words
    word = words[i]
    if word in ("twice", "double", "triple", "thrice"):
        if words[i + 1] in ("as", "the", "that", "its", "their", "what", "his", "her") and (
            word != "double" or words[i + 2] != "play"
        ):
            number = {"twice": 2.0, "double": 2.0, "triple": 3.0, "thrice": 3.0}[word]
            hedge = hedges.before(chunk, i)
            amount = point(number, 0.1)
            amount = hedged(amount, hedge.moves) if hedge else amount
            first = hedge.first if hedge else i
            value = precision.quantity(amount, "times", "times")
            return Reading(first, i + 1, "ratio", value, i, i + 1, chunk.quote(first, i).lower() if hedge else None)
        return None
    if word.endswith("fold") and word[:-4] in SMALL | TENS | {"hundred": 100.0, "thousand": 1000.0}:
        number = (SMALL | TENS | {"hundred": 100.0, "thousand": 1000.0})[word[:-4]]
        hedge = hedges.before(chunk, i)
        amount = hedged(point(number, 1.0), hedge.moves) if hedge else point(number, 1.0)
        first = hedge.first if hedge else i
        return Reading(
            first,
            i + 1,
            "ratio",
            precision.quantity(amount, "times", "times"),
            i,
            i + 1,
            chunk.quote(first, i).lower() if hedge else None,
        )
    one = numeral(chunk, i) if word not in PARTS else None
    if one is None or one.amount.number is None:
        return None
    at = one.last
    if words[at] in ("to", "-", "–") and (words[at + 1][:1].isdigit() or words[at + 1] in SMALL):
        two = numeral(chunk, at + 1)
        range_ = joined(chunk, one, two, "") if two and words[two.last] in ("times", "x", "×") else None
        if range_:
            one, at = range_, range_.last
    if words[at] == "-" and words[at + 1] == "fold":
        return Reading(one.first, at + 2, "ratio", precision.quantity(one.amount, "times", "times"), one.first, at + 2)
    if words[at] in ("times", "x", "×") and (
        _by_sign(chunk, at)
        or (one.amount.number or 0.0) % 1
        or words[at + 1]
        in (
            "as",
            "more",
            "higher",
            "larger",
            "bigger",
            "greater",
            "the",
            "its",
            "their",
            "faster",
            "longer",
            "what",
            "less",
            "smaller",
            "stronger",
            "worse",
            "better",
            "that",
            "likelier",
            "their",
            "over",
        )
    ):
        hedge = hedges.before(chunk, one.first)
        amount = hedged(one.amount, hedge.moves) if hedge else one.amount
        first = hedge.first if hedge else one.first
        return Reading(
            first,
            at + 1,
            "ratio",
            precision.quantity(amount, "times", "times"),
            one.first,
            at + 1,
            chunk.quote(first, one.first).lower() if hedge else None,
        )
    if one.amount.number is None:
        return None
    if (words[at] == "out" and words[at + 1] == "of") or (
        words[at] == "in" and words[at + 1][:1] and one.amount.number < 10
    ):
        start = at + 1 + (words[at] == "out")
        start += words[start] in ("every", "each")
        if not (words[start][:1].isdigit() or words[start] in SMALL or words[start] in TENS or words[start] == "a"):
            return None
        two = numeral(chunk, start + (words[start] == "a"))
        if two is None or two.amount.number is None or two.amount.number <= one.amount.number or unit_after(chunk, two):
            return None
        if words[at] == "in" and (
            (
                nouns.after(chunk, two.last, False)
                and two.amount.number % 1000
                and two.amount.number not in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000)
            )
            or (two.amount.number > 1900 and two.amount.number < 2100)
            or words[two.last] in _TIME_NOUNS
        ):
            return None
        first, name, amount = one.first, None, point(one.amount.number / two.amount.number, 0.0)
        hedge = hedges.before(chunk, first)
        if hedge:
            name, first, amount = chunk.quote(hedge.first, first).lower(), hedge.first, hedged(amount, hedge.moves)
        return Reading(first, two.last, "ratio", precision.quantity(amount, "", ""), one.first, two.last, name)
    return None


def _by_sign(chunk: Chunk, at: int) -> bool:
    """`2x`, `(12×)`: the sign of a multiple, glued to its number and to nothing else."""
    sign, after = chunk.raw(at), chunk.words[at + 1]
    return (
        sign in ("x", "×")
        and chunk.glued(at)
        and not (after[:1].isdigit() or (after and after not in _ENDS and chunk.glued(at + 1)))
    )


_ENDS = frozenset((".", ",", ")", ";", "!", "?", "]", '"', "”"))
_TIME_NOUNS = frozenset(
    "day days week weeks month months year years hour hours minute minutes seconds decades games matches overs".split()
)


def share_of(chunk: Chunk, item: Item, hedge_read: tuple[int, int, Amount, str | None]) -> Reading | None:
    """A fraction that no unit follows: a share of something."""
    first, last, amount, hedge = hedge_read
    words, at = chunk.words, item.last
    begin = item.numeral.first
    word = words[at - 1]
    if word in ("half", "quarter", "third", "fourth", "fifth") or word in PARTS:
        before = words[begin - 1] if begin else ""
        vouched = (
            words[at] in ("of", "the", "its", "their", "his", "her", "our", "that", "this", "as", "")
            or hedge is not None
        )
        vouched = (
            vouched
            or words[at] in COMPARED
            or words[begin] in ("one", "two", "three")
            or before in ("by", "in", "than")
            or (begin + 1 < at and (words[at] == "." or (words[at] == "," and words[begin] not in ("a", "an"))))
        )
        if not vouched or (before in _HALVES and words[at] != "of"):
            return None
        if before in _HALVES and word in ("half", "quarter"):
            return None
        if word == "half" and words[at] == "-":
            return None
    value = precision.quantity(amount, "", "")
    return Reading(first, last, "ratio", value, begin, at, hedge, share=None)


COMPARED = frozenset("more less fewer larger smaller bigger higher lower greater longer shorter cheaper faster".split())
"""What follows a share of something that is compared: `a third more`."""
_HALVES = frozenset("first second third fourth other last latter final opening better this that upper lower each every past "
                    "previous next same early late latest".split())  # fmt: skip
