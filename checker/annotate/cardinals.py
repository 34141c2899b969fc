"""Whole numbers and decimals in digits, in words, and in both: `1,200`, `two hundred and six`, `2.5 million`."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate import exponents
from checker.annotate.literals import literal
from checker.annotate.numeral_words import GLUED, HUNDRED, PARTS, SCALES, SHORT, SMALL, TENS
from checker.annotate.tokens import Chunk


class Part(NamedTuple):
    """A number up to token `last`; `step` as in `Amount`, `scale` the last scale word in it (million: 1e6)."""

    last: int
    value: float
    step: float
    scale: float = 1.0


LEADING = frozenset("0123456789.")


def ones(words: list[str], i: int) -> Part | None:
    """One to ninety-nine in words; as one says them in a row, `one twenty-two` is 122."""
    word = words[i]
    if word in SMALL:
        small = SMALL[word]
        if words[i + 1] in TENS and 0 < small < 10 and words[i - 1] != "-":
            rest = ones(words, i + 1)
            if rest is not None and words[rest.last] not in (*HUNDRED, *SCALES, "-"):
                return rest._replace(value=100 * small + rest.value)
        return Part(i + 1, small, 1.0)
    if word not in TENS:
        return None
    value, at = TENS[word], i + 1
    if words[at] == "-":
        at += 1
    last = SMALL.get(words[at], 0.0)
    if 0 < last < 10:
        return Part(at + 1, value + last, 1.0)
    return Part(i + 1, value, 1.0)


def _digits(chunk: Chunk, i: int) -> Part | None:
    """A literal, thousands set apart by spaces and a power of ten included."""
    words = chunk.words
    word = words[i]
    read = literal(word)
    if read is None:
        return None
    last, value, step = i + 1, read.value, read.step
    following = words[last]
    if not following or following[0] not in "0123456789xe×*·^,-":
        return Part(last, value, step)
    if following == "-" and words[last + 1][:1] != "^":
        power = words[last + 1]
        if word == "10" and chunk.raw(last) == "−" and chunk.glued(last) and power.isdigit() and len(power) < 3:
            return Part(last + 2, 10.0 ** -int(power), 10.0 ** -int(power))  # a raised minus that was set level
        return Part(last, value, step)
    if following == ",":
        if words[last + 1] == "000" and len(word) <= 3 and not chunk.glued(last + 1) and word.isdigit():
            return Part(last + 2, value * 1000, step * 1000 if len(word) > 1 else 100.0)  # `80, 000`, set by a machine
        return Part(last, value, step)
    if len(word) <= 3 and word[0] != "0" and following[0].isdigit() and word.isdigit():
        grouped = _grouped(chunk, i)
        if grouped:
            return grouped
    if following == "e" and chunk.glued(last):
        sign = words[last + 1] in ("-", "+")
        power = words[last + 1 + sign]
        if power.isdigit() and len(power) < 4 and int(power) < _LARGEST and chunk.glued(last + 1):
            return Part(
                last + 2 + sign, value * 10.0 ** _signed(words, last + 1), step * 10.0 ** _signed(words, last + 1)
            )
    if following in BY:
        power = power_of(
            chunk, last + 1, following == "×" and value < 10 and ("." in word or _scientific(chunk, last + 2))
        )
        if power:
            return Part(power[0], value * power[1], step * power[1])
    if following == "^" or word == "10":
        power = exponents.marked(chunk, last)
        if power:
            try:
                return Part(power[0], value ** power[1], 0.0)
            except (OverflowError, ZeroDivisionError):
                return None
    return Part(last, value, step)


_LARGEST = 300
"""No float holds a number with as many places, whatever its unit."""


def power_of(chunk: Chunk, at: int, flat: bool = False) -> tuple[int, float] | None:
    """A power by which a number is multiplied, and the token after it: `10^6`, `10⁶`, `2^10`, `10-6`; `flat`: `106` is one
    that lost its raising, as the decimal before it shows."""
    words, base = chunk.words, chunk.words[at]
    if flat and base.isdigit() and base.startswith("10") and 2 < len(base) < 5 and base[2] != "0":
        return at + 1, 10.0 ** int(base[2:])
    if not base.isdigit() or len(base) > 2 or not int(base):
        return None
    power = exponents.marked(chunk, at + 1)
    if power is None and base == "10" and words[at + 1] == "-" and chunk.glued(at + 1) and len(words[at + 2]) < 3:
        power = (at + 3, -int(words[at + 2])) if words[at + 2].isdigit() else None
    return power and (power[0], float(base) ** power[1])


def _scientific(chunk: Chunk, at: int) -> bool:
    """What is measured at token `at` is no side of a rectangle: `6 × 106 kg`, but not `6 × 106 mm`."""
    word = chunk.words[at]
    return word.isalpha() and not chunk.glued(at) and not chunk.upper(at) and word not in _LENGTHS


_LENGTHS = frozenset(
    "m mm cm km nm in ft yd px inch inches feet foot metres meters pixels dots grid of and or for to with".split()
)
BY = frozenset(("x", "×", "*", "·"))


def _signed(words: list[str], i: int) -> int:
    if words[i] in ("-", "+"):
        return int(words[i + 1]) * (-1 if words[i] == "-" else 1)
    return int(words[i])


def _grouped(chunk: Chunk, i: int) -> Part | None:
    """`1 234 567.89`: groups of three; a plain space must be vouched for by a second group or by zeros."""
    words, last, digits = chunk.words, i + 1, chunk.words[i]
    plain = False
    while True:
        gap = chunk.text[chunk.ends[last - 1] : chunk.starts[last]]
        word = words[last]
        if len(gap) != 1 or not gap.isspace() or gap == "\n" or len(word.split(".")[0]) != 3 or "," in word:
            break
        plain = plain or gap == " "
        digits += word
        last += 1
        if "." in word:
            break
    if last == i + 1 or (plain and last == i + 2 and not words[i + 1].startswith("000")):
        return None
    read = literal(digits)
    return Part(last, read.value, read.step) if read else None


def group(chunk: Chunk, i: int) -> Part | None:
    """Up to 999 in words, or any literal; `hundred` with what follows it."""
    words = chunk.words
    part = ones(words, i) or (_digits(chunk, i) if words[i][:1] in LEADING else None)
    if part is None:
        if words[i] != "hundred":
            return None
        part = Part(i, 1.0, 0.1)
    at, value, step, _ = part
    at += words[at] == "-" and words[at + 1] in HUNDRED and chunk.glued(at)
    if words[at] not in HUNDRED:
        return part
    value, step, at = value * 100.0, step * 100.0 if step < 1 else 10.0 if value < 10 else 100.0, at + 1
    rest_at = at + (words[at] in ("and", "&"))
    rest = ones(words, rest_at)
    if rest and rest_at > at and _proper_part(words, rest):
        return Part(at, value, step, 100.0)
    if rest is None and rest_at > at and words[rest_at].isdigit() and len(words[rest_at]) < 3:
        rest = _digits(chunk, rest_at)
    if rest and words[rest.last] not in HUNDRED and rest.value != 0:
        return Part(rest.last, value + rest.value, 1.0, 100.0)
    return Part(at, value, step, 100.0)


def _proper_part(words: list[str], top: Part) -> bool:
    """`three quarters` of `one hundred and three quarters`, but not `thirty fifths`."""
    return words[top.last] in PARTS and words[top.last] in ("quarters", "thirds", "halves", "half") and top.value < 4


def cardinal(chunk: Chunk, i: int, letters: bool) -> Part | None:
    """The whole or decimal number that begins at token i; `letters`: `5m`, `10k` are scales."""
    words = chunk.words
    part = group(chunk, i)
    if part is None:
        if words[i] not in SCALES or words[i] in SHORT:
            return None
        part = Part(i, 1.0, 0.1)
    at, value, step, scale = part
    if words[at] == "point" and part.step == 1.0:
        spoken = _spoken_decimals(words, at + 1)
        if spoken:
            at, value, step = spoken.last, value + spoken.value, spoken.step
    scaled = False
    while True:
        word = words[at]
        factor = SCALES.get(word)
        if (
            factor is None
            and word == "-"
            and words[at + 1] in SCALES
            and (len(words[at + 1]) > 5 or words[at + 1] in ("lakh", "crore"))
            and chunk.glued(at + 1)
        ):
            at += 1  # `three-thousand`
            continue
        if factor is None:
            if not letters or scaled or word not in GLUED or at == i:
                break
            factor = GLUED[word]
            if word in ("mm", "g", "t") and not chunk.glued(at):
                break
        elif word in SHORT and at == i:
            break
        if factor == 12.0 and scaled:
            break
        if step == 1.0 and value < 10 and factor > 12:
            step = 0.1  # `five million` is as round as 5,000,000: two figures
        value, step, at, scale, scaled = value * factor, step * factor, at + 1, factor, True
    if scaled and scale > 12:
        rest_at = at + (words[at] == "and")
        if words[at] == "," and words[at - 1] in SCALES and words[at + 2] in HUNDRED and words[i] in SMALL | TENS:
            rest_at = at + 1  # `three million, two hundred and forty`
        word = words[rest_at]
        if (
            word in SMALL
            or word in TENS
            or word in HUNDRED
            or (rest_at > at and word.isdigit() and scale in (1e5, 1e7))
            or (word.isdigit() and 12 < SCALES.get(words[rest_at + 1], 0.0) < scale)  # `20 million 5 thousand`
        ):
            rest = cardinal(chunk, rest_at, letters=False)
            if rest and 0 < rest.value < scale and not _part_follows(words, rest.last):
                return Part(rest.last, value + rest.value, rest.step, 1.0)
    return Part(at, value, step, scale)


def _part_follows(words: list[str], i: int) -> bool:
    return words[i] in PARTS or (words[i] == "-" and words[i + 1] in PARTS)


def _spoken_decimals(words: list[str], i: int) -> Part | None:
    """`three point one four`, `1 point 5`."""
    digits, at = "", i
    if words[i].isdigit():
        digits, at = words[i], i + 1
    else:
        while words[at] in SMALL and (SMALL[words[at]] < 10 or not digits):
            digits += f"{SMALL[words[at]]:.0f}"
            at += 1
    if not digits:
        return None
    return Part(at, float("0." + digits), 10.0 ** -len(digits))
