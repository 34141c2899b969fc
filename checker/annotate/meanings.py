"""What a number is of: the unit, currency or per cent that follows it, and what that is in base units."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate import amounts, measures
from checker.annotate.measure_words import COSTS, Measured
from checker.annotate.numeral_words import VULGAR
from checker.annotate.numerals import Numeral
from checker.annotate.tokens import Chunk
from checker.model.mention import Kind


class Meaning(NamedTuple):
    """What a number is of. `family` is equal for amounts that can be added (a currency, a dimension)."""

    kind: Kind
    unit: str
    written: str
    factor: float = 1.0
    shift: float = 0.0
    per: str | None = None
    family: object = None


class Item(NamedTuple):
    """A number with its unit, if it has one, at tokens `first` to `last`; `core_last` is where the number ends."""

    first: int
    last: int
    numeral: Numeral
    meaning: Meaning | None


PERCENT = Meaning("percent", "percent", "percent", family="percent")
_POINTS = Meaning("percent", "percentage point", "percentage point", family="point")
_BASIS = Meaning("percent", "percentage point", "basis point", 0.01, family="point")
_MILLE = Meaning("percent", "percent", "per mille", 0.1, family="percent")
_OF_BASES = frozenset("band fragment product amplicon insert sequence region read reads paired".split())
"""What is so many base pairs long, where `a 25bp cut` is of interest."""
_PARTS_OF = frozenset(("wt", "vol", "mol", "at", "w"))
"""What a per cent is of, where chemists put it first: `10 wt%`."""
TIMES = Meaning("ratio", "times", "times", family="times")


def percent(chunk: Chunk, at: int, glued: bool) -> tuple[int, Meaning] | None:
    """Per cent and its kin at token `at`, right after a number, and the token after it."""
    words = chunk.words
    if words[at] == "-" and words[at + 1][:1] in ("p", "b"):
        at += 1
    word = words[at]
    if word == "%" or word in ("percent", "percents", "pct", "percentage", "％"):
        point_at = at + 1 + (words[at + 1] == "-")
        if words[point_at] in ("point", "points"):
            return point_at + 1, _POINTS
        return at + 1 + (word == "pct" and words[at + 1] == "."), PERCENT
    if word == "per" and words[at + 1] in ("cent", "cents", "mille", "mil"):
        return at + 2, PERCENT if words[at + 1][0] == "c" else _MILLE
    if word == "‰":
        return at + 1, _MILLE
    if word == "basis":
        point_at = at + 1 + (words[at + 1] == "-")
        return (point_at + 1, _BASIS) if words[point_at] in ("point", "points") else None
    if word in _PARTS_OF and words[at + 1 + (words[at + 1] == ".")] == "%":
        return at + 2 + (words[at + 1] == "."), PERCENT
    if (word == "bps" or (word == "bp" and glued)) and words[at + 1] not in _OF_BASES:
        return at + 1, _BASIS
    if word == "pc" and glued:
        return at + 1, PERCENT
    return None


def unit_after(chunk: Chunk, num: Numeral) -> tuple[int, Meaning] | None:
    """The unit after a number, whatever it is."""
    words, at = chunk.words, num.last
    word = words[at]
    if not word or word in _NO_UNIT:
        return None
    digits = words[at - 1][-1:].isdigit() or words[at - 1] in VULGAR
    found = percent(chunk, at, chunk.glued(at))
    if found:
        return (
            None
            if word == "%" and chunk.glued(at + 1) and words[at + 1][:1].isalnum() and not chunk.upper(at + 1)
            else found
        )
    number = num.amount.number if num.amount.number is not None else num.amount.high
    if word == "-" and words[at + 1] == "a" and words[at + 2] == "-":
        measured = measures.measure(chunk, at + 2, number, False)
        return (measured.last, physical(measured)) if measured else None
    if word in ("of", "a", "an") and number is not None and 0 < number < 1:
        skip = 2 if word == "of" and words[at + 1] in ("a", "an", "one", "1") else 1
        part = percent(chunk, at + skip, False)
        if part or num.amount.step != 0.01:
            return part
        measured = measures.measure(chunk, at + skip, number, False)
        if measured and len(words[at + skip]) > 2:
            return measured.last, physical(measured)
        priced = amounts.after(chunk, at + skip, number, False)
        if priced and priced.currency.sure:
            return priced.last, money(priced)
        return None
    joined = word == "-" and chunk.glued(at) and chunk.glued(at + 1)
    year = at + joined
    many = number is not None and (number >= 1000 or words[num.first + 1] == "±")
    if words[year] in _AGES and many and chunk.raw(year).islower():
        aged = joined and words[year + 1 : year + 3] == ["-", "old"]
        return year + (3 if aged else 1), _YEARS
    if word in _AGES and number is None and num.amount.hard.lower and num.amount.hard.lower >= 100:
        return at + 1, _YEARS  # `several hundred years`
    if word in ("below", "above") and words[at + 1] == "zero" and words[at + 2] not in ("tolerance", "growth"):
        return at, _DEGREE
    if word == "k" and raced(chunk, at):
        return at + 1, _KILOMETER
    if word == "of" and number is None and num.amount.step == 0:
        priced = amounts.after(chunk, at + 1, None, digits=False)
        if priced and priced.currency.sure:
            return priced.last, money(priced)
        measured = measures.measure(chunk, at + 1, None, digits=False)
        return (measured.last, physical(measured)) if measured and len(words[at + 1]) > 3 else None
    if word in {"pounds", "pound"} or (word == "-" and words[at + 1] == "pound"):
        return _pounds(chunk, num)
    priced = amounts.after(chunk, at, number, digits or num.amount.step > 1)
    if priced:
        return priced.last, money(priced)
    if (word == "-" and words[at + 1] == "to") or (word == "in" and words[at + 1] in ("a", "the")):
        return None
    measured = measures.measure(chunk, at, number, digits)
    if measured:
        return measured.last, physical(measured)
    return None


_NO_UNIT = frozenset(
    [*", . ; ) ( and or to – — \n was were is are on for with by from the have has had who ?".split(" "), "\n"]
)


def raced(chunk: Chunk, at: int) -> bool:
    """`ran 5k`, `a 10K race`: the letter at token `at` stands for kilometres."""
    words = chunk.words
    return words[at - 1].isdigit() and len(words[at - 1]) < 3 and (words[at - 2] in _RAN or words[at + 1] in _RACES)


_TIMES = {"h": "hour", "s": "second"}
"""What the reader of durations calls them."""


def physical(measured: Measured) -> Meaning:
    """The meaning of a unit of measurement; one of time makes a duration."""
    unit = measured.unit
    kind: Kind = "duration" if unit.base == "second" else "quantity"
    written = _TIMES.get(unit.written, unit.written)
    return Meaning(kind, unit.base, written, unit.factor, unit.shift, family=unit.dimension)


def money(priced: amounts.Priced) -> Meaning:
    """The meaning of a currency."""
    currency = priced.currency
    return Meaning("money", currency.code, currency.written, currency.factor, family=currency.code)


_WEIGHT = frozenset(
    "ton drop dropping shedding weigh weighs weighed weighing weight weights lose lost losing loses shed gain gained heavier lighter heavy lift lifted "
    "kg kilograms kilos kilo tons ounces ounce lbs meat flour sugar cocaine marijuana heroin explosives explosive payload "
    "thrust pressure force dropped fat bench overweight tnt butter beef potatoes rice cargo drugs methamphetamine bomb "
    "height tall build inches catfish dieting diet slimmed bombs fish cubic inch trash garbage waste fentanyl".split()
)
_AGES = frozenset(("year", "years", "yr", "yrs"))
_YEARS = Meaning("duration", "second", "year", 31536000.0, family="year")
"""Thousands and billions of years, which are no dates; a year as the reader of durations has it."""
_DEGREE = Meaning("quantity", "degree", "degree", family=(("degree", 1.0),))
_RAN = frozenset("ran run runs running".split())
_RACES = frozenset("run race runs races walk fun course".split())
_KILOMETER = Meaning("quantity", "meter", "k", 1000.0, family=(("meter", 1.0),))
_KILOGRAM = Meaning("quantity", "kilogram", "pound", 0.45359237, family=(("kilogram", 1.0),))
_STERLING = Meaning("money", "GBP", "pound", family="GBP")


def _pounds(chunk: Chunk, num: Numeral) -> tuple[int, Meaning] | None:
    """Pounds of money or of weight, by the words around them; a hyphen or `pounds of` says weight."""
    words, at = chunk.words, num.last
    if words[at] == "-":
        weight = words[at + 2] not in ("note", "notes", "fine", "bill", "loan", "prize", "ticket")
        return at + 2, _KILOGRAM if weight else _STERLING
    following = words[at + 1]
    if following == "sterling":
        return at + 2, _STERLING
    areal = following in ("per", "/") and words[at + 2] in ("square", "sq", "cubic")
    if areal and (words[at + 3] == "inch" or not any(word in COSTS for word in words[max(0, num.first - 8) : at])):
        measured = measures.measure(chunk, at, num.amount.number, True)
        return (measured.last, physical(measured)) if measured else None
    number = num.amount.number or num.amount.high or 0.0
    around = words[max(0, num.first - 12) : at + 8]
    if following in ("of", "heavier", "lighter", "overweight", "each"):
        money = any(word in COSTS for word in words[at + 2 : at + 5]) or (
            number >= 1e6 and not any(w in _WEIGHT for w in around)
        )
    elif any(word in _WEIGHT for word in around) or words[num.first - 5 : num.first].count("foot"):
        money = any(word in COSTS for word in around) and number >= 1e6
    else:
        money = True
    return at + 1, _STERLING if money else _KILOGRAM
