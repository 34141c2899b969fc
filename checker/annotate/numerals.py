"""Numerals: digits, words and mixtures of both, from a token on, without any unit or hedge.

`numeral(chunk, i)` reads `1,200`, `two and a half million`, `3 1/2`, `two-thirds`, `half a dozen`, `minus 40`,
`tens of thousands`; `ranged(chunk, i)` reads one, or a range of two (`3-5`, `10 to 20`, `between 3 and 5`).
"""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.literals import literal
from checker.annotate.tokens import Chunk
from checker.model.mention import Interval
from checker.values.precision import Amount, between, point, vague

SMALL = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"nought": 0.0, "naught": 0.0}
TENS = {
    word: float(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
HUNDRED = {"hundred": 100.0, "hundreds": 100.0}
SCALES = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "quintillion": 1e18,
    "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "crore": 1e7, "crores": 1e7, "dozen": 12.0,
    "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12, "dozens": 12.0,
    "bn": 1e9, "mn": 1e6, "mln": 1e6, "mio": 1e6, "bln": 1e9, "tn": 1e12, "trn": 1e12, "bil": 1e9, "mil": 1e6,
}  # fmt: skip
GLUED = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "mm": 1e6, "g": 1e9}
"""Letters that are a scale where a currency or nothing else claims them (`$5m`, `10k`)."""
_SHORT = frozenset(("bn", "mn", "mln", "mio", "bln", "tn", "trn", "bil", "mil", "k"))
_ORDINAL_STEMS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12,
}  # fmt: skip
PARTS = {"half": 2.0, "halves": 2.0} | {
    word + end: float(value) for word, value in _ORDINAL_STEMS.items() for end in ("", "s")
}
"""Denominators in words; `second` is none, it is an ordinal or a time."""
ORDINALS = {"first": 1.0, "second": 2.0} | {w: float(v) for w, v in _ORDINAL_STEMS.items() if w != "quarter"}
VULGAR = {
    "½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
    "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6,
}  # fmt: skip
_ARTICLES = ("a", "an", "one")
_MANY = {"dozens": 12.0, "tens": 10.0, "scores": 20.0, "hundreds": 100.0} | {
    w + "s": SCALES[w] for w in ("thousand", "million", "billion", "trillion")
}
_FEW = {"several": (3.0, 7.0), "few": (3.0, 6.0), "handful": (3.0, 7.0), "couple": (2.0, 2.0)}
_NEGATIVE = ("minus", "negative")
_CLOSING = (")", "]", "%", "'", '"', "’", "”")

WORDS = frozenset(SMALL) | frozenset(TENS) | frozenset(HUNDRED) | frozenset(_MANY) | frozenset(_FEW) | frozenset(
    w for w in SCALES if len(w) > 3 or w == "lac"
) | frozenset(VULGAR) | frozenset(PARTS)  # fmt: skip
"""Every word that a numeral may begin with."""


class Numeral(NamedTuple):
    """A numeral at tokens `first` to `last` (not included); `first` may lie left of where it was asked for."""

    first: int
    last: int
    amount: Amount


class _Part(NamedTuple):
    last: int
    value: float
    step: float
    scale: float = 1.0


def _ones(words: list[str], i: int) -> _Part | None:
    """One to ninety-nine in words."""
    word = words[i]
    if word in SMALL:
        return _Part(i + 1, SMALL[word], 1.0)
    if word not in TENS:
        return None
    value, at = TENS[word], i + 1
    if words[at] == "-":
        at += 1
    ones = SMALL.get(words[at], 0.0)
    if 0 < ones < 10:
        return _Part(at + 1, value + ones, 1.0)
    return _Part(i + 1, value, 1.0)


def _digits(chunk: Chunk, i: int) -> _Part | None:
    """A literal, thousands set apart by spaces and a power of ten included."""
    words = chunk.words
    word = words[i]
    read = literal(word)
    if read is None:
        return None
    last, value, step = i + 1, read.value, read.step
    following = words[last]
    if not following or not (following[0] in "0123456789xe×*^,"):
        return _Part(last, value, step)
    if following == ",":
        if words[last + 1] == "000" and len(word) <= 3 and not chunk.glued(last + 1) and word.isdigit():
            return _Part(last + 2, value * 1000, step * 1000 if len(word) > 1 else 100.0)  # `80, 000`, set by a machine
        return _Part(last, value, step)
    if len(word) <= 3 and word[0] != "0" and following[0].isdigit() and word.isdigit():
        grouped = _grouped(chunk, i)
        if grouped:
            return grouped
    if following == "e" and chunk.glued(last):
        sign = words[last + 1] in ("-", "+")
        power = words[last + 1 + sign]
        if power.isdigit() and len(power) < 4 and chunk.glued(last + 1):
            return _Part(last + 2 + sign, value * 10.0 ** _signed(words, last + 1), step * 10.0 ** _signed(words, last + 1))
    if following in ("x", "×", "*") and words[last + 1] == "10":
        at = last + 2
        raised = 0
        while len(words[at + raised]) == 2 and words[at + raised][0] == "^":
            raised += 1
        if raised:
            power10 = 10.0 ** int("".join(word[1] for word in words[at : at + raised]))
            return _Part(at + raised, value * power10, step * power10)
        if words[at] == "^":
            at += 1
        elif not (words[at] == "-" and chunk.glued(at)):
            at = 0
        if at:
            end = at + (2 if words[at] in ("-", "+") else 1)
            if words[end - 1].isdigit() and len(words[end - 1]) < 4:
                power10 = 10.0 ** _signed(words, at)
                return _Part(end, value * power10, step * power10)
    if following == "^":
        end = last + (3 if words[last + 1] in ("-", "+") else 2)
        if words[end - 1].isdigit() and len(words[end - 1]) < 3:
            try:
                return _Part(end, value ** _signed(words, last + 1), 0.0)
            except (OverflowError, ZeroDivisionError):
                return None
    return _Part(last, value, step)


def _signed(words: list[str], i: int) -> int:
    if words[i] in ("-", "+"):
        return int(words[i + 1]) * (-1 if words[i] == "-" else 1)
    return int(words[i])


def _grouped(chunk: Chunk, i: int) -> _Part | None:
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
    return _Part(last, read.value, read.step) if read else None


def _group(chunk: Chunk, i: int) -> _Part | None:
    """Up to 999 in words, or any literal; `hundred` with what follows it."""
    words = chunk.words
    part = _ones(words, i) or (_digits(chunk, i) if words[i][:1] in _LEADING else None)
    if part is None:
        if words[i] != "hundred":
            return None
        part = _Part(i, 1.0, 0.1)
    at, value, step, _ = part
    at += words[at] == "-" and words[at + 1] in HUNDRED and chunk.glued(at)
    if words[at] not in HUNDRED:
        return part
    value, step, at = value * 100.0, step * 100.0 if step < 1 else 10.0 if value < 10 else 100.0, at + 1
    rest_at = at + (words[at] == "and")
    rest = _ones(words, rest_at)
    if rest and rest_at > at and _proper_part(words, rest):
        return _Part(at, value, step, 100.0)
    if rest is None and rest_at > at and words[rest_at].isdigit() and len(words[rest_at]) < 3:
        rest = _digits(chunk, rest_at)
    if rest and words[rest.last] not in HUNDRED and not (rest.value == 0):
        return _Part(rest.last, value + rest.value, 1.0, 100.0)
    return _Part(at, value, step, 100.0)


_LEADING = frozenset("0123456789.")


def _proper_part(words: list[str], top: _Part) -> bool:
    """`three quarters` of `one hundred and three quarters`, but not `thirty fifths`."""
    return words[top.last] in PARTS and words[top.last] in ("quarters", "thirds", "halves", "half") and top.value < 4


def _cardinal(chunk: Chunk, i: int, letters: bool) -> _Part | None:
    words = chunk.words
    part = _group(chunk, i)
    if part is None:
        if words[i] not in SCALES or words[i] in _SHORT:
            return None
        part = _Part(i, 1.0, 0.1)
    at, value, step, scale = part
    if words[at] == "point" and part.step == 1.0:
        spoken = _spoken_decimals(words, at + 1)
        if spoken:
            at, value, step = spoken.last, value + spoken.value, spoken.step
    scaled = False
    while True:
        word = words[at]
        factor = SCALES.get(word)
        if factor is None and word == "-" and words[at + 1] in SCALES and len(words[at + 1]) > 5 and chunk.glued(at + 1):
            at += 1  # `three-thousand`
            continue
        if factor is None:
            if not letters or scaled or word not in GLUED or at == i:
                break
            factor = GLUED[word]
            if word in ("mm", "g", "t") and not chunk.glued(at):
                break
        elif word in _SHORT and at == i:
            break
        if factor == 12.0 and scaled:
            break
        if step == 1.0 and value < 10 and factor > 12:
            step = 0.1  # `five million` is as round as 5,000,000: two figures
        value, step, at, scale, scaled = value * factor, step * factor, at + 1, factor, True
    if scaled and scale > 12:
        rest_at = at + (words[at] == "and")
        word = words[rest_at]
        if word in SMALL or word in TENS or word in HUNDRED or (rest_at > at and word.isdigit() and scale in (1e5, 1e7)):
            rest = _cardinal(chunk, rest_at, letters=False)
            if rest and 0 < rest.value < scale and not _part_follows(words, rest.last):
                return _Part(rest.last, value + rest.value, rest.step, 1.0)
    return _Part(at, value, step, scale)


def _part_follows(words: list[str], i: int) -> bool:
    return words[i] in PARTS or (words[i] == "-" and words[i + 1] in PARTS)


def _spoken_decimals(words: list[str], i: int) -> _Part | None:
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
    return _Part(at, float("0." + digits), 10.0 ** -len(digits))


def _fraction(chunk: Chunk, i: int) -> _Part | None:
    """A fraction from token i on: `half`, `a quarter`, `two thirds`, `3/4`, `¾`; no whole number before it."""
    words = chunk.words
    word = words[i]
    if word in VULGAR:
        return _Part(i + 1, VULGAR[word], 0.01)
    if word in PARTS:
        if word.endswith("s") or (word not in ("half", "quarter") and words[i - 1] not in _ARTICLES):
            return None
        return _Part(i + 1, 1 / PARTS[word], 0.01)
    if word in _ARTICLES:
        at = i + 1 + (words[i + 1] == "-")
        if words[at] in PARTS and not words[at].endswith("s"):
            return _Part(at + 1, 1 / PARTS[words[at]], 0.01)
    top = _cardinal(chunk, i, letters=False)
    if top is None:
        return None
    at = top.last
    if words[at] == "over" and top.value == 1.0:
        below_part = _cardinal(chunk, at + 1, letters=False)
        if below_part and below_part.value and not words[below_part.last][:1].isalnum() and words[i - 1] in _SUMS:
            return _Part(below_part.last, 1 / below_part.value, 0.01)
        return None
    if words[at] == "/" and word.isdigit() and words[at + 1].isdigit():
        below = float(words[at + 1])
        if below and len(words[at + 1]) < 5 and words[at + 2] != "/" and chunk.glued(at) == chunk.glued(at + 1):
            return _Part(at + 2, top.value / below, 0.01)
        return None
    if words[at] == "-":
        at += 1
    if words[at] in PARTS and (words[at].endswith("s") or words[at] == "halves" or top.value == 1):
        return _Part(at + 1, top.value / PARTS[words[at]], 0.01)
    return None


def _with_fraction(chunk: Chunk, i: int, part: _Part) -> _Part:
    """A whole number and the fraction after it: `two and a half`, `3 1/2`, `a million and a quarter`."""
    words, at = chunk.words, part.last
    word = words[at]
    if word in VULGAR:
        return _scaled_on(chunk, _Part(at + 1, part.value + VULGAR[word] * part.scale, 0.01 * part.scale))
    if word == "and" or (word.isdigit() and words[at + 1] == "/" and chunk.glued(at + 1)) or word == "-" and (
        words[at + 1] == "and"
    ):
        start = at + (word == "-") + (word in ("and", "-"))
        start += words[start] == "-"
        spaced = word.isdigit()
        if spaced and (part.value >= 1000 or part.value != int(part.value)):
            return part
        rest = _fraction(chunk, start)
        if rest and rest.value < 1 and (spaced or _whole_fraction(words, start, rest.last)):
            scale = part.scale if part.scale > 12 and not spaced else 1.0
            if scale == 100.0:
                scale = 1.0
            factor = SCALES.get(words[rest.last], 0.0)
            if factor and part.scale > factor > 12:
                return _Part(rest.last + 1, part.value + rest.value * factor, 0.01 * factor)
            joined = _Part(rest.last, part.value + rest.value * scale, 0.01 * scale)
            return _scaled_on(chunk, joined)
    return part


_SUMS = frozenset(("", "is", "minus", "negative", "equals", "="))


def _whole_fraction(words: list[str], start: int, last: int) -> bool:
    """`and a half` always joins; `and a third` may begin the next thing in a list, unless a unit or nothing follows."""
    word = words[last - 1]
    if word in ("half", "quarter", "quarters") or word in VULGAR or word.endswith("s") or words[start].isdigit():
        return True
    return not words[last][:1].isalpha()


def _scaled_on(chunk: Chunk, part: _Part) -> _Part:
    """`two and a half` + `million`, `two-thirds` + `of a million`."""
    words, at = chunk.words, part.last
    if words[at] == "of" and words[at + 1] in ("a", "an"):
        at += 2
    elif words[at] in ("a", "an", "-"):
        at += 3 if words[at : at + 3] == ["-", "a", "-"] else 1
    factor = SCALES.get(words[at]) or HUNDRED.get(words[at])
    if factor is None or words[at].endswith("s") or words[at] in _SHORT and at > part.last:
        return part
    return _Part(at + 1, part.value * factor, max(part.step, 0.01) * factor)


def numeral(chunk: Chunk, i: int, letters: bool = False, priced: bool = False) -> Numeral | None:
    """The numeral at token i, with a sign or article before it. `letters`: `5m`, `10k` are scales; `priced`: the
    letters glued to it are a currency (`USD5`).

    None where there is none, and where the token belongs to a word (`COVID-19`, `A320`, `1.2.3`).
    """
    words = chunk.words
    word = words[i]
    first = i
    if word[0] in _LEADING:
        if not priced and chunk.glued(i) and (words[i - 1][0].isalpha() or words[i - 1] == "_"):
            return None
        part = _cardinal(chunk, i, letters)
        if part is None:
            return None
        follow = words[part.last]
        if follow == "/" or follow == "over" and part.value == 1.0:
            part = _fraction(chunk, i) or part
            if part.step == 0.01:
                part = _scaled_on(chunk, part)
        elif follow == "and" or follow == "-" or follow in VULGAR or follow[:1].isdigit():
            part = _with_fraction(chunk, i, part)
        elif follow in PARTS and part.value < 100:
            part = _fraction(chunk, i) or part
        sign = words[i - 1]
        if sign == "-":
            if i == 1 or chunk.glued(i) and not words[i - 2][-1:].isalnum() and words[i - 2] not in _CLOSING:
                return Numeral(i - 1, part.last, point(-part.value, part.step))
            if i > 1 and chunk.glued(i) and not chunk.glued(i - 1) and not words[i - 2][-1:].isdigit():
                return Numeral(i - 1, part.last, point(-part.value, part.step))
        elif sign in _NEGATIVE:
            return Numeral(i - 1, part.last, point(-part.value, part.step))
        elif sign == "+" and (i == 1 or not chunk.glued(i - 1)):
            first = i - 1
        return Numeral(first, part.last, point(part.value, part.step))
    if word in _FEW or word in _MANY:
        found = _vague(chunk, i)
        if found:
            return found
    before = words[i - 1]
    if (word in SCALES or word in HUNDRED) and (before[-1:].isdigit() or before in SMALL or before in TENS):
        return None
    if before in ("a", "an"):
        first = i - 1
    fraction = _fraction(chunk, i)
    if fraction:
        scaled = _scaled_on(chunk, fraction)
        if word in PARTS and before == "one" and not scaled.step:
            first = i - 1
        part = scaled
    else:
        cardinal = _cardinal(chunk, i, letters)
        if cardinal is None:
            return None
        part = _with_fraction(chunk, i, cardinal)
        if word in SMALL or word in TENS:
            first = i
    if words[first - 1] in _NEGATIVE:
        return Numeral(first - 1, part.last, point(-part.value, part.step))
    return Numeral(first, part.last, point(part.value, part.step))


def _vague(chunk: Chunk, i: int) -> Numeral | None:
    """`dozens`, `tens of thousands`, `several hundred`, `a few`, `a couple of dozen`."""
    words, word = chunk.words, chunk.words[i]
    if word == "couple" and words[i - 1] not in ("a", "another", "last", "past", "next", "first") and words[i + 1] != "of":
        return None
    first = i - 1 if words[i - 1] in ("a", "the") and word in ("few", "handful", "couple") else i
    if word in _MANY:
        if words[i - 1] in SMALL or words[i - 1][:1].isdigit():
            return None
        factor, last = _MANY[word], i + 1
        while words[last] in ("of", "upon", "and") and words[last + 1] in _MANY:
            factor, last = factor * _MANY[words[last + 1]], last + 2
        if word in ("tens", "scores") and last == i + 1 and words[last] != "of":
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
    low, high = _FEW[word]
    if word == "couple":
        amount = vague(2.0 * step, Interval(2.0 * step, 3.0 * step), Interval(2.0 * step, 2.0 * step))
        return Numeral(first, last, amount)
    if word == "few" and words[i - 1] not in ("a", "the", "past", "last", "next") and step == 1.0:
        return None
    return Numeral(first, last, vague(None, Interval(2.0 * step, 10.0 * step), Interval(low * step, high * step)))


_TO = ("-", "–", "~", "to", "—")


def ranged(chunk: Chunk, i: int, letters: bool = False) -> Numeral | None:
    """The numeral at token i or the range that begins with it: `3-5`, `10 to 20 million`, `between 3 and 5`.

    A scale that only the second number has is the first one's too (`5 to 7 million`). Units between the two ends are
    the business of those who know them.
    """
    one = numeral(chunk, i, letters)
    if one is None:
        return None
    words, at = chunk.words, one.last
    opening = words[one.first - 1]
    link = words[at]
    if link not in _TO and not (link == "and" and opening == "between"):
        return one
    start = at + 1
    while words[start] in ("about", "around", "~", "roughly"):
        start += 1
    two = numeral(chunk, start, letters)
    if two is None or one.amount.number is None or two.amount.number is None or words[start] in _FEW:
        return one
    return joined(chunk, one, two, opening) or one


def joined(chunk: Chunk, one: Numeral, two: Numeral, opening: str) -> Numeral | None:
    """The range from `one` to `two`, None where it runs backwards."""
    low, high = one.amount.number, two.amount.number
    if low is None or high is None:
        return None
    plain, big = chunk.words[one.first : one.last], chunk.words[two.first : two.last]
    scale = SCALES.get(big[-1]) or GLUED.get(big[-1]) or HUNDRED.get(big[-1])
    if scale and scale > 12 and len(big) > 1 and plain[-1] not in SCALES and plain[-1] not in GLUED and low < high / scale:
        low *= scale
    if low >= high:
        return None
    first = one.first - (opening in ("between", "from"))
    return Numeral(first, two.last, between(low, high, min(one.amount.step, two.amount.step)))
