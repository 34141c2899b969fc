"""A quantity told in two units: `5 ft 10 in`, `8 pounds 6 ounces`, `57°44′`, `a mile and a half`."""

from __future__ import annotations

from checker.annotate.literals import literal
from checker.annotate.meanings import Item, unit_after
from checker.annotate.measure_words import INCHES
from checker.annotate.numeral_words import PARTS, SCALES, SMALL
from checker.annotate.numerals import numeral
from checker.annotate.tokens import Chunk
from checker.values import precision
from checker.values.precision import point


def with_smaller(chunk: Chunk, item: Item) -> Item:
    """`5 ft 10 in`, `8 pounds 6 ounces`, `5-foot-10`: one quantity, its number in the smaller unit."""
    words, at, meaning = chunk.words, item.last, item.meaning
    amount = item.numeral.amount
    number = amount.number
    halved = words[at] == "and" and words[at + 1] == "a" and words[at + 2] in ("half", "quarter")
    if halved and number is not None and not number % 1 and words[at - 1].isalpha() and words[at + 3] not in SCALES:
        more = point(number + 1 / PARTS[words[at + 2]], 0.1)  # `a mile and a half`
        return item._replace(last=at + 3, numeral=item.numeral._replace(amount=more))
    if meaning and meaning.written == "degree" and number is not None and not number % 1:
        return _arc(chunk, item, number)
    if (
        meaning is None
        or amount.number is None
        or amount.number % 1
        or not isinstance(meaning.family, tuple)
        or len(meaning.family) != 1
        or meaning.family[0][1] < 0
    ):
        return item
    if (
        words[at - 1] in ("foot", "ft")
        and words[at + (words[at] == "-")] in INCHES
        and (words[at] == "-" or chunk.glued(at) or words[at + 1] in _ENDS)
    ):
        inches = numeral(chunk, at + (words[at] == "-"), priced=True)
        if inches and inches.amount.number is not None and inches.amount.number < 12 and words[inches.last] != "%":
            total = point(amount.number * 12 + inches.amount.number, 1.0)
            inch = meaning._replace(written="inch", factor=0.0254)
            return Item(item.first, inches.last, item.numeral._replace(amount=total), inch)
    link = at
    at += words[at] == ","
    at += words[at] == "and"
    if not (words[at][:1].isdigit() or words[at] in SMALL):
        return item
    small = numeral(chunk, at)
    if small is None or small.first != at or small.amount.number is None:
        return item
    found = unit_after(chunk, small)
    if found is None or found[1].family != meaning.family or not found[1].factor < meaning.factor or found[1].shift:
        return item
    if link != at and small.amount.number * found[1].factor > 3 * meaning.factor:
        return item
    ratio = meaning.factor / found[1].factor
    if abs(ratio - round(ratio)) > 0.01 and ratio < 1000:  # `1 meter and 1 foot`: two systems, told in the first
        total = point(precision.tidy(amount.number + small.amount.number / ratio), 0.01)
        return Item(item.first, found[0], item.numeral._replace(amount=total), meaning)
    total = point(precision.tidy(amount.number * ratio) + small.amount.number, min(small.amount.step, 1.0))
    joined = Item(item.first, found[0], item.numeral._replace(amount=total), found[1])
    return with_smaller(chunk, joined)


def _arc(chunk: Chunk, item: Item, number: float) -> Item:
    """`57°44′8.47″`, `57 degrees 44 minutes`: an angle, or a place on the globe, in degrees."""
    words, at, worth, signs = chunk.words, item.last, 60.0, _MINUTES
    total, step = number, item.numeral.amount.step
    while words[at][:1].isdigit() and words[at + 1] in signs:
        part = literal(words[at])
        if part is None or part.value >= 60:
            break
        total, step = total + part.value / worth, part.step / worth
        at += 2 + (words[at + 1] == "'" and words[at + 2] == "'" and worth > 60)
        worth, signs = 3600.0, _SECONDS
    if at == item.last:
        return item
    return item._replace(last=at, numeral=item.numeral._replace(amount=point(precision.tidy(total), step)))


_ENDS = frozenset(("", ".", ",", ";", ")", "and", "tall", "or"))
"""What may follow the 10 of `5 foot 10`, and shows that it counts nothing else."""
_MINUTES = frozenset(("'", "′", "minute", "minutes"))
_SECONDS = frozenset(('"', "″", "”", "'", "second", "seconds"))
