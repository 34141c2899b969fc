"""Units of measurement after a number: `square miles`, `km/h`, `barrels a day`, `-foot`, `s-1`."""

from __future__ import annotations

from checker.annotate import exponents
from checker.annotate.measure_words import POWERS, RAISED, TIMES, Measured
from checker.annotate.tokens import Chunk
from checker.annotate.unit_names import simple, substance
from checker.values import units
from checker.values.units import Unit


def measure(chunk: Chunk, i: int, number: float | None, digits: bool) -> Measured | None:
    """The unit that begins at token i, right after a number; `digits`: the number ends in digits, not in a word."""
    words = chunk.words
    at = i
    hyphen = words[at] == "-"
    if hyphen:
        if not words[at + 1][:1].isalpha() or words[at + 1] in ("a", "an", "to", "or", "and"):
            return None
        at += 1
    one = _powered(chunk, at, number, digits, hyphen)
    if one is None:
        return None
    return _compound(chunk, one)


def _powered(chunk: Chunk, at: int, number: float | None, digits: bool, hyphen: bool) -> Measured | None:
    words = chunk.words
    power = POWERS.get(words[at])
    if power:
        start = at + 1 + (words[at + 1] in (".", "-"))
        one = simple(chunk, start, number, digits, True)
        if one is None or len(one.unit.dimension) != 1:
            return None
        return _raise(one, power, f"{words[at]} {one.unit.written}")
    if words[at] in TIMES and chunk.raw(at) == words[at]:
        rate = _inverse(chunk, at)
        if rate:
            return rate  # `0.2 d−1`
    one = _fused(chunk, at) or simple(chunk, at, number, digits, hyphen)
    if one is None:
        return None
    return _risen(chunk, one)


_HIGHEST = 4
"""No unit is raised to a higher power; a number as large is a note, or nonsense that no float holds."""


def _risen(chunk: Chunk, one: Measured, apart: bool = False) -> Measured:
    """The unit to the power that stands behind it, if one does; `apart`: it is not the first of its kind."""
    last = one.last
    following = chunk.words[last]
    if following in RAISED:
        return _raise(one._replace(last=last + 1), RAISED[following], f"{one.unit.written} {following}")
    power = exponents.marked(chunk, last)
    if power and abs(power[1]) <= _HIGHEST:
        return _raise(one._replace(last=power[0]), power[1], f"{one.unit.written}^{power[1]}")
    if chunk.ends[last - 1] - chunk.starts[last - 1] <= 3 + apart and chunk.words[last - 1][:1].isalpha():
        power = exponents.level(chunk, last, apart)
        if power:
            return _raise(one._replace(last=power[0]), power[1], f"{one.unit.written}{power[1]}")
    return one


_PER = frozenset("s m cm mm km g kg l L mol K h min d yr".split())


def _fused(chunk: Chunk, at: int) -> Measured | None:
    """`kms−1`, `gcm−3`: two symbols that lost the space between them, as the power of the second shows."""
    raw, power = chunk.raw(at), exponents.marked(chunk, at + 1) or exponents.level(chunk, at + 1)
    if power is None or not -_HIGHEST <= power[1] < 0:
        return None
    second = (
        raw[-1] == "s" and units.symbol(raw[:-1]) is not None
    )  # `ms−1`, `kgs−1`: milliseconds are divided by seldom
    if not 2 <= len(raw) < 6 or (units.symbol(raw) is not None and not second):
        return None
    for cut in range(len(raw) - 1, 0, -1):
        above, below = raw[:cut], raw[cut:]
        one = units.symbol(above)
        if one is not None and below in _PER:
            other = _time(below) if below in TIMES else units.symbol(below)
            if other is not None:
                written = f"{above} {below}{power[1]}"
                return Measured(power[0], units.times(one, other, power[1])._replace(written=written))
    return None


def _raise(one: Measured, power: float, written: str) -> Measured:
    plain = Unit(written, 1.0, 0.0, ())
    return one._replace(unit=units.times(plain, one.unit, power))


def _compound(chunk: Chunk, one: Measured) -> Measured:
    """What multiplies or divides the first unit."""
    words = chunk.words
    unit, at = one.unit, one.last
    while True:
        word = words[at]
        if word in ("·", "*") or (
            word == "-" and chunk.glued(at) and chunk.glued(at + 1) and words[at + 1] in ("hours", "hour")
        ):
            other = _denominator(chunk, at + 1)
            if other is None:
                break
            unit, at = (
                units.times(unit, other.unit)._replace(written=f"{unit.written} {other.unit.written}"),
                other.last,
            )
            continue
        other = _inverse(chunk, at + substance(chunk, at))
        if other is not None:
            unit = units.times(unit, other.unit)._replace(written=f"{unit.written} {other.unit.written}")
            at = other.last
            continue
        start = 0
        if (
            word in ("per", "/")
            or (word == "p" and words[at + 1] == "/")
            or (word in ("a", "an", "every") and words[at + 1] in TIMES and len(words[at + 1]) > 2)
        ):
            start = at + 1
        elif word == "-" and words[at + 1] in ("per", "a", "an") and words[at + 2] == "-":
            start = at + 3
        if not start:
            break
        other = _bracketed(chunk, start) if words[start] == "(" else _denominator(chunk, start)
        if other is None:
            break
        name = other.unit.written
        unit = units.times(unit, other.unit, -1.0)._replace(written=f"{unit.written} per {name}")
        at = other.last
    return Measured(at, unit)


def _bracketed(chunk: Chunk, at: int) -> Measured | None:
    """The `(m*K)` of `6 W/(m*K)`."""
    words, product = chunk.words, _denominator(chunk, at + 1)
    while product is not None and words[product.last] != ")":
        other = _denominator(chunk, product.last + (words[product.last] in ("*", "·")))
        if other is None or other.last > at + 8:
            return None
        joined = units.times(product.unit, other.unit)
        product = Measured(other.last, joined._replace(written=f"{product.unit.written} {other.unit.written}"))
    return product and product._replace(last=product.last + 1)


def _inverse(chunk: Chunk, at: int) -> Measured | None:
    """A unit with a negative power after another: the `s−1` of `5 m s−1`."""
    words = chunk.words
    if chunk.ends[at] - chunk.starts[at] > 4:
        return None
    power = exponents.marked(chunk, at + 1) or exponents.level(chunk, at + 1, True)
    if power is None or not -_HIGHEST <= power[1] < 0:
        return None
    one = Measured(at + 1, _time(words[at])) if words[at] in TIMES else simple(chunk, at, 1.0, True, True)
    return one and _risen(chunk, one, True)


def _time(name: str) -> Unit:
    return Unit(name, TIMES[name], 0.0, (("second", 1.0),))


def _denominator(chunk: Chunk, at: int) -> Measured | None:
    words = chunk.words
    word = words[at]
    if word == "a" and words[at - 1] == "/":
        return Measured(at + 1, _time("year"))
    if word in TIMES or (word.rstrip("s") in TIMES and len(word) > 3):
        return _risen(chunk, Measured(at + 1, _time(word if word in TIMES else word.rstrip("s"))))
    return _powered(chunk, at, 1.0, True, True)
