"""The reader of numbers: counts, money, percentages, ratios and physical quantities, with ranges, lists and hedges."""

from __future__ import annotations

from checker.annotate import (
    amounts,
    designations,
    labels,
    negatives,
    nouns,
    ordinals,
    plain,
    pronouns,
    references,
    scores,
    unit_names,
)
from checker.annotate.bounds import bounded_twice, hedged_item
from checker.annotate.items import item_at, negated, with_cents
from checker.annotate.meanings import Item, unit_after
from checker.annotate.negatives import clean, year_like
from checker.annotate.numeral_words import PARTS, VULGAR, WORDS
from checker.annotate.numerals import Numeral
from checker.annotate.plurals import singular
from checker.annotate.ranges import inherited, last_side, ranged, shared
from checker.annotate.ratios import FOLDS, GROWN, ratio_at, share_of
from checker.annotate.smaller import with_smaller
from checker.annotate.tokens import DIGITS, Chunk, Reader, Reading
from checker.values import precision
from checker.values.precision import point
from checker.values.timespans import SECONDS

SINGLE = frozenset(
    "foot mile kilometer kilometre km kg kilogram kilo liter litre gallon quart milliliter millilitre ml gram ounce acre "
    "hectare cup pint dollar euro penny inch metre megawatt gigawatt teaspoon tablespoon tonne megabyte gigabyte".split()
)
"""Units that `a` before them makes a quantity of, because they are hardly ever anything else."""


def _single_unit(chunk: Chunk, i: int) -> Reading | None:
    """`a mile`, `an ounce`; not the second half of a rate (`$3 a gallon`)."""
    words = chunk.words
    if i == 0 or words[i - 1] not in ("a", "an") or (i > 1 and (words[i - 2] in _RATED or words[i - 2][-1:].isdigit())):
        return None
    if words[i + 1] == "-" or (i > 1 and unit_names.begins(words[i - 2])):
        return None
    if words[i] in _CONTAINERS and words[i + 1] != "of":
        return None
    if words[i] in ("dollar", "euro", "penny") and words[i + 1].isalpha() and words[i + 1] not in nouns.STOP:
        return None
    one = Numeral(i - 1, i, point(1.0, 1.0))
    found = unit_after(chunk, one)
    if found is None:
        return None
    item = Item(i - 1, found[0], one, found[1])
    return _reading(chunk, with_cents(chunk, item) if found[1].kind == "money" else with_smaller(chunk, item))


_CONTAINERS = frozenset(("cup", "pint", "foot"))
"""What is a quantity only of something: `a cup of sugar`, `a foot of snow`."""
_ROMANS = frozenset(designations.romans())
_RATED = frozenset(
    "percent cent cents dollars pounds euros half quarter times million billion miles pence twice such many quite what".split()
)


def read(chunk: Chunk, i: int) -> Reading | None:
    """The number at token i with everything that belongs to it, None where it states no amount."""
    words = chunk.words
    word = words[i]
    if word == "one" and not pronouns.counts_one(chunk, i):
        return designations.ordinal(chunk, i, i + 1) if chunk.upper(i) else None
    if word in SINGLE:
        return _single_unit(chunk, i)
    if word in _ROMANS:
        return designations.roman(chunk, i)
    ordinal = ordinals.in_words(chunk, i) if word[0].isalpha() else designations.version(chunk, i)
    if ordinal is not None:
        return ordinal
    amount = plain.amount(chunk, i)
    if amount is not None:
        return plain.counted(chunk, i, amount)
    ratio = ratio_at(chunk, i)
    if ratio:
        return ratio
    one = item_at(chunk, i)
    if one is None:
        return None
    if one.meaning is None or (one.meaning.kind == "money" and one.numeral.scale == 1.0):
        if words[one.last] in (",", "and", "or", "by", "x", "×", "/"):
            one = shared(chunk, one)
    elif one.meaning.kind == "quantity":
        one = last_side(chunk, one)
    before = words[one.first - 1]
    changed = before == "to" or (before == "from" and words[one.last] != "to")  # `up 20% from 50 to 60 euros`: 50 euros
    if one.meaning is None and changed and nouns.after(chunk, one.last, False) is None:
        meaning = inherited(chunk, one.first)
        if (
            meaning
            and one.numeral.amount.number is not None
            and (one.numeral.amount.step < 100 or one.numeral.scale > 12)
        ):
            one = one._replace(meaning=meaning)
    item = ranged(chunk, one)
    if item is one:
        both = bounded_twice(chunk, one)
        if both:
            return both
    return _reading(chunk, item)


def _reading(chunk: Chunk, item: Item) -> Reading | None:
    words = chunk.words
    meaning = item.meaning
    if meaning is None:
        return _bare(chunk, item)
    if len(meaning.written) == 1 and (
        references.figure(chunk, item.first) or labels.labelled(chunk, item.first, item.last - 1)
    ):
        return None
    if (
        meaning.kind in ("percent", "quantity", "money")
        and item.first
        and chunk.glued(item.first)
        and not clean(chunk, item.first)
    ):
        return None
    if meaning.written.startswith("degree") and words[item.last + 1] == "zero":
        if words[item.last] == "below":
            below = item.numeral._replace(amount=negated(item.numeral.amount))
            item = item._replace(last=item.last + 2, numeral=below)
        elif words[item.last] == "above":
            item = item._replace(last=item.last + 2)
    first, last, amount, hedge = hedged_item(chunk, item)
    if meaning.kind == "money" and amount.number == 0:
        amount = precision.whole(amount)  # `$0` is nothing at all
    value = precision.quantity(amount, meaning.unit, meaning.written, meaning.factor, meaning.shift, meaning.per)
    share = nouns.share(chunk, first, last)
    return Reading(first, last, meaning.kind, value, item.first, item.last, hedge, share=share)


def _bare(chunk: Chunk, item: Item) -> Reading | None:
    """A number without a unit: a count where a noun follows, a number where nothing speaks against it."""
    words, num = chunk.words, item.numeral
    number = num.amount.number
    if words[item.last] in ordinals.SIGNS and chunk.glued(item.last):
        return ordinals.in_digits(chunk, item.first, item.last, number)
    first, last, amount, hedge = hedged_item(chunk, item)
    at = last
    if (words[at] == "more" and hedge is None) or (
        words[at] == "of"
        and words[at + 1] not in ("the", "these", "those", "its", "their", "his", "her", "our")
        and (
            num.amount.step == 0 or (number == 2.0 and words[at - 1] in ("couple", "pair")) or words[at - 1] == "dozen"
        )
    ):
        at += 1
    phrase = nouns.after(chunk, at, number == 1.0 and last == item.last)
    fraction = number is not None and abs(number) < 1 and any(word in _SIGNS for word in words[num.first : num.last])
    if words[num.first + 1] == "/" and _said(words[num.first], words[num.first + 2]):
        return None
    if fraction or (phrase is None and words[num.first] in PARTS and number is not None and number < 1):
        return share_of(chunk, item, (first, last, amount, hedge))
    if negatives.excluded(chunk, num.first, item.last, phrase is not None):
        return designations.ordinal(chunk, num.first, item.last)
    if amount.low is not None and phrase is None and hedge is None and scores.score_range(chunk, first, last):
        return None
    share = nouns.share(chunk, first, phrase.last if phrase else last)
    core_first = num.first
    if phrase is None:
        if num.amount.step == 0 and number is None and not pronouns.left_out(chunk, num):
            return None
        if number == 1.0 and hedge == "up to":
            return None
        if hedge is None and year_like(words, item.first, item.last) and not share:
            return None
        shares = (
            amount.high is not None and amount.high < 1 and words[item.last - 1] in PARTS
        )  # `between a third and a half`
        value = precision.quantity(amount, "", "")
        return Reading(first, last, "ratio" if shares else "number", value, core_first, item.last, hedge, share=share)
    broken = hedge in ("+", "plus") or words[item.last - 1] == ")"  # what readers of durations do not look across
    if broken and phrase.head in SECONDS and singular(words[at]) == phrase.head:
        value = precision.quantity(amount, "second", phrase.head, SECONDS[phrase.head])
        return Reading(first, at + 1, "duration", value, core_first, at + 1, hedge)
    if number is not None and number % 1 == 0 and hedge is None and amount.low is None:
        amount = precision.whole(amount)
    elif hedge and number is not None:
        amount = amount._replace(written=precision.whole(num.amount).written)
    rate = amounts.per(chunk, phrase.last) if phrase.head == "time" else None  # `four times a week`
    value = precision.quantity(amount, phrase.head, phrase.head, per=amounts.each(chunk, phrase.last))
    last = rate[0] if rate else last
    return Reading(
        first, last, "count", value, core_first, item.last, hedge, phrase.head, phrase.first, phrase.last, share
    )


def _said(above: str, below: str) -> bool:
    """Figures that are names, and two that share a hundred: `24/7`, `50/50`, `the 80/20 rule`."""
    if (above, below) in _SAYINGS or above == below:
        return True
    return len(above + below) < 5 and (above + below).isdigit() and int(above) + int(below) == 100


_SAYINGS = frozenset((("9", "11"), ("24", "7")))
_SIGNS = frozenset((*PARTS, *VULGAR, "/"))


READER = Reader(
    read,
    frozenset((DIGITS, "twice", "double", "triple"))
    | WORDS
    | SINGLE
    | designations.ROMAN_CUES
    | frozenset(FOLDS)
    | frozenset(GROWN),
    frozenset("rs rm us r p rp ksh tsh ush dm tk fr sfr kr v".split()) | amounts.codes(),
)
