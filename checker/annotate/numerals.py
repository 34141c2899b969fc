"""Numerals: digits, words and mixtures of both, from a token on, without any unit or hedge.

`numeral(chunk, i)` reads `1,200`, `two and a half million`, `3 1/2`, `two-thirds`, `half a dozen`, `minus 40`,
`tens of thousands`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from checker.annotate.cardinals import LEADING, cardinal
from checker.annotate.fractions import fraction, scaled_on, with_fraction
from checker.annotate.nouns import PARTICIPLES
from checker.annotate.numeral_words import (
    CLOSING,
    FEW,
    GLUED,
    HUNDRED,
    MANY,
    NEGATIVE,
    PARTS,
    SCALES,
    SMALL,
    TENS,
    VULGAR,
)  # fmt: skip
from checker.annotate.tokens import Chunk
from checker.model.mention import Interval
from checker.values.precision import Amount, between, point, vague


class Numeral(NamedTuple):
    """A numeral at tokens `first` to `last` (not included); `first` may lie left of where it was asked for. `scale` is the
    last scale word in it (million: 1e6)."""

    first: int
    last: int
    amount: Amount
    scale: float = 1.0


@lru_cache(maxsize=512)  # whoever asks whether it is a ratio has read it, and what comes after reads it again
def numeral(chunk: Chunk, i: int, letters: bool = False, priced: bool = False) -> Numeral | None:
    """The numeral at token i, with a sign or article before it. `letters`: `5m`, `10k` are scales; `priced`: the
    letters glued to it are a currency (`USD5`).

    None where there is none, and where the token belongs to a word (`COVID-19`, `A320`, `1.2.3`).
    """
    words = chunk.words
    word = words[i]
    first = i
    if word[0] in LEADING:
        if not priced and chunk.glued(i) and (words[i - 1][0].isalpha() or words[i - 1] == "_"):
            return None
        part = cardinal(chunk, i, letters)
        if part is None:
            return None
        follow = words[part.last]
        if follow == "/" or (follow == "over" and part.value == 1.0):
            part = fraction(chunk, i) or part
            if part.step == 0.01:
                part = scaled_on(chunk, part)
        elif follow in {"and", "-"} or follow in VULGAR or follow[:1].isdigit():
            part = with_fraction(chunk, part)
        elif (follow in PARTS or follow in TENS) and part.value < 100:
            part = fraction(chunk, i) or part
        sign = words[i - 1]
        if sign == "-":
            if i == 1 or (chunk.glued(i) and not words[i - 2][-1:].isalnum() and words[i - 2] not in CLOSING):
                return Numeral(i - 1, part.last, point(-part.value, part.step))
            if i > 1 and chunk.glued(i) and not chunk.glued(i - 1) and not words[i - 2][-1:].isdigit():
                return Numeral(i - 1, part.last, point(-part.value, part.step))
        elif sign in NEGATIVE and words[i - 3 : i - 1] != ["plus", "or"]:
            return Numeral(i - 1, part.last, point(-part.value, part.step))
        elif sign == "+" and (i == 1 or not chunk.glued(i - 1)):
            first = i - 1
        return Numeral(first, part.last, point(part.value, part.step), part.scale)
    if word in FEW or word in MANY:
        found = _vague(chunk, i)
        if found:
            return found
    before = words[i - 1]
    if (word in SCALES or word in HUNDRED) and (before[-1:].isdigit() or before in SMALL or before in TENS):
        return None
    if before in ("a", "an"):
        first = i - 1
    share = fraction(chunk, i)
    if share:
        scaled = scaled_on(chunk, share)
        if word in PARTS and before == "one" and not scaled.step:
            first = i - 1
        part = scaled
    else:
        whole = cardinal(chunk, i, letters)
        if whole is None:
            return None
        part = with_fraction(chunk, whole)
        if word in SMALL or word in TENS:
            first = i
    if words[first - 1] in NEGATIVE:
        return Numeral(first - 1, part.last, point(-part.value, part.step))
    return Numeral(first, part.last, point(part.value, part.step))


def _vague(chunk: Chunk, i: int) -> Numeral | None:
    """`dozens`, `tens of thousands`, `several hundred`, `a few`, `a couple of dozen`."""
    words, word = chunk.words, chunk.words[i]
    if word == "pair" and words[i - 1] != "a":
        return None
    if (
        word == "couple"
        and words[i - 1] not in ("a", "another", "last", "past", "next", "first")
        and words[i + 1] != "of"
    ):
        return None
    first = i - 1 if words[i - 1] in ("a", "the") and word in ("few", "handful", "couple", "pair") else i
    if word in MANY:
        if words[i - 1] in SMALL or words[i - 1][:1].isdigit():
            return None
        factor, last = MANY[word], i + 1
        while words[last] in ("of", "upon", "and") and words[last + 1] in MANY:
            factor, last = factor * MANY[words[last + 1]], last + 2
        if word in ("tens", "scores") and last == i + 1 and words[last] != "of" and not _scores(words, last):
            return None
        top = factor * (100 if factor == 12 else 10)
        return Numeral(first, last, vague(None, Interval(factor, None), Interval(2 * factor, top, False, True)))
    last = i + 1
    step = 1.0
    at = last + (words[last] == "of" and words[last + 1] in SCALES)
    factor = SCALES.get(words[at], 0.0) or HUNDRED.get(words[at], 0.0)
    if factor and not words[at].endswith("s"):
        last, step = at + 1, factor
        if words[last] in SCALES:
            last, step = last + 1, step * SCALES[words[last]]
    low, high = FEW[word]
    if word == "pair":
        return Numeral(first, last, point(2.0, 1.0, whole=True)) if step == 1.0 else None
    if word == "couple":
        amount = vague(2.0 * step, Interval(2.0 * step, 3.0 * step), Interval(2.0 * step, 2.0 * step))
        return Numeral(first, last, amount)
    if word == "few" and words[i - 1] not in ("a", "the", "past", "last", "next") and step == 1.0:
        return None
    return Numeral(first, last, vague(None, Interval(2.0 * step, 10.0 * step), Interval(low * step, high * step)))


def _scores(words: list[str], at: int) -> bool:
    """`Scores were injured`, `scores more`: people, where `the scores were level` are results."""
    at += words[at] in ("were", "are")
    return words[at] in PARTICIPLES or words[at] in ("more", "fled", "feared")


def joined(chunk: Chunk, one: Numeral, two: Numeral, opening: str) -> Numeral | None:
    """The range from `one` to `two`, None where it runs backwards."""
    low, high = one.amount.number, two.amount.number
    if low is None or high is None:
        return None
    plain, big = chunk.words[one.first : one.last], chunk.words[two.first : two.last]
    scale = SCALES.get(big[-1]) or GLUED.get(big[-1]) or HUNDRED.get(big[-1])
    if (
        scale
        and scale > 12
        and len(big) > 1
        and plain[-1] not in SCALES
        and plain[-1] not in GLUED
        and low < high / scale
    ):
        low *= scale
    if high < low < 0:
        low, high = high, low  # `from -18 to -34`
    thousand = big[0].endswith(",000") and plain[-1].isdigit() and chunk.words[one.last] in ("-", "–")
    if thousand and low < high / 1000:
        low *= 1000  # `2-3,000`
    if low >= high:
        return None
    first = one.first - (opening in ("between", "from"))
    return Numeral(first, two.last, between(low, high, min(one.amount.step, two.amount.step)))
