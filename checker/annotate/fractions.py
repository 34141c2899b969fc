"""Fractions, alone and after a whole number: `two-thirds`, `3 1/2`, `half a million`, `two and a half million`."""

from __future__ import annotations

from checker.annotate.cardinals import Part, cardinal
from checker.annotate.numeral_words import ARTICLES, HUNDRED, PARTS, SCALES, SHORT, TENS, VULGAR
from checker.annotate.tokens import Chunk


def fraction(chunk: Chunk, i: int) -> Part | None:
    """A fraction from token i on: `half`, `a quarter`, `two thirds`, `3/4`, `¾`; no whole number before it."""
    words = chunk.words
    word = words[i]
    if word in VULGAR:
        return Part(i + 1, VULGAR[word], 0.01)
    if word in PARTS:
        if word.endswith("s") or (word not in ("half", "quarter") and words[i - 1] not in ARTICLES):
            return None
        return Part(i + 1, 1 / PARTS[word], 0.01)
    if word in ARTICLES:
        at = i + 1 + (words[i + 1] == "-")
        if words[at] in PARTS and not words[at].endswith("s"):
            return Part(at + 1, 1 / PARTS[words[at]], 0.01)
    top = cardinal(chunk, i, letters=False)
    if top is None:
        return None
    at = top.last
    if words[at] == "over" and top.value == 1.0:
        below_part = cardinal(chunk, at + 1, letters=False)
        if below_part and below_part.value and not words[below_part.last][:1].isalnum() and words[i - 1] in _SUMS:
            return Part(below_part.last, 1 / below_part.value, 0.01)
        return None
    if words[at] == "/" and word.isdigit() and words[at + 1].isdigit():
        below = float(words[at + 1])
        rare = (
            below > 10
            and below % 100
            and below not in _DENOMINATORS
            and words[at + 2][:1].isalpha()
            and words[at + 2] not in _SHARED
        )
        if (
            below
            and not rare
            and len(words[at + 1]) < 5
            and words[at + 2] != "/"
            and chunk.glued(at) == chunk.glued(at + 1)
            and (chunk.glued(at) or chunk.size < 6)
        ):
            return Part(at + 2 + (top.value == 1 and words[at + 2] == "th"), top.value / below, 0.01)
        return None
    below_tens = _below_tens(words, at)
    if below_tens:
        last, tens = below_tens
        if words[at - 1] not in TENS:
            return Part(last, top.value / (tens + PARTS[words[last - 1]]), 0.01)
        if at - 1 > i and words[at - 2] != "and":
            return Part(last, (top.value - tens) / (tens + PARTS[words[last - 1]]), 0.01)
    hyphen = words[at] == "-"
    at += hyphen
    if words[at] in PARTS and (
        words[at].endswith("s") or top.value == 1 or (hyphen and top.value < 5 and words[at + 1] == "of")
    ):
        return Part(at + 1, top.value / PARTS[words[at]], 0.01)
    return None


def _below_tens(words: list[str], at: int) -> tuple[int, float] | None:
    """Where the denominator of `three twenty-fifths` ends, and its tens; they may have been read as the numerator's."""
    tens_at = at - (words[at - 1] in TENS)
    tens = TENS.get(words[tens_at], 0.0)
    last = tens_at + 1 + (words[tens_at + 1] == "-")
    if not tens or not words[last].endswith("s") or words[last] == "quarters":
        return None
    return (last + 1, tens) if 3 <= PARTS.get(words[last], 0.0) < 10 else None


def with_fraction(chunk: Chunk, part: Part) -> Part:
    """A whole number and the fraction after it: `two and a half`, `3 1/2`, `a million and a quarter`."""
    words, at = chunk.words, part.last
    word = words[at]
    if word in VULGAR:
        return scaled_on(chunk, Part(at + 1, part.value + VULGAR[word] * part.scale, _step(part.scale)))
    if (
        word == "and"
        or (word.isdigit() and words[at + 1] == "/" and chunk.glued(at + 1))
        or (word == "-" and (words[at + 1] == "and" or (words[at + 1].isdigit() and words[at + 2] == "/")))
    ):
        start = at + (word in ("and", "-"))
        start += word == "-" and words[start] == "and"
        start += words[start] == "-"
        spaced = word.isdigit()
        if spaced and (part.value >= 1000 or part.value != int(part.value)):
            return part
        rest = fraction(chunk, start)
        if rest and rest.value < 1 and (spaced or _whole_fraction(words, start, rest.last)):
            scale = part.scale if part.scale > 12 and not spaced else 1.0
            if scale == 100.0 or PARTS.get(words[rest.last - 1], 2.0) >= 10:
                scale = 1.0  # `ten thousand and five tenths`, but `a million and a half`
            factor = SCALES.get(words[rest.last], 0.0)
            if factor and part.scale > factor > 12:
                return Part(rest.last + 1, part.value + rest.value * factor, _step(factor))
            joined = Part(rest.last, part.value + rest.value * scale, _step(scale))
            return scaled_on(chunk, joined)
    return part


_SHARED = frozenset("of the its in or and as a".split())
_DENOMINATORS = frozenset((12.0, 16.0, 20.0, 32.0, 64.0))
"""Denominators over ten that stand before a unit; `50/60 Hz` is a choice of two."""
_SUMS = frozenset(("", "is", "minus", "negative", "equals", "="))


def _whole_fraction(words: list[str], start: int, last: int) -> bool:
    """`and a half` always joins; `and a third` may begin the next thing in a list, unless a unit or nothing follows."""
    word = words[last - 1]
    if word in ("half", "quarter", "quarters") or word in VULGAR or word.endswith("s") or words[start].isdigit():
        return True
    return not words[last][:1].isalpha()


def scaled_on(chunk: Chunk, part: Part) -> Part:
    """`two and a half` + `million`, `two-thirds` + `of a million`."""
    words, at = chunk.words, part.last
    if words[at] == "of" and words[at + 1] in ("a", "an"):
        at += 2
    elif words[at] in ("a", "an", "-"):
        at += 3 if words[at : at + 3] == ["-", "a", "-"] else 1
    factor = SCALES.get(words[at]) or HUNDRED.get(words[at])
    if factor is None or words[at].endswith("s") or (words[at] in SHORT and at > part.last):
        return part
    return Part(at + 1, part.value * factor, max(part.step * factor, _step(factor)))


def _step(scale: float) -> float:
    """`Two and a half million` is as round as 2.5 million, `half a million` as a share of it; `2½` is exact."""
    return scale * (0.1 if scale > 12 else 0.01)
