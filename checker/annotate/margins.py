"""Numbers with a margin (`9.8 ± 0.2`), and the power of ten that the number shares with it."""

from __future__ import annotations

from checker.annotate.cardinals import BY, power_of
from checker.annotate.meanings import Item, unit_after
from checker.annotate.numerals import Numeral, numeral
from checker.annotate.tokens import Chunk
from checker.model.mention import Interval
from checker.values.precision import times

_MARGINS = (("±",), ("+", "/", "-"), ("+", "-"))


def with_margin(chunk: Chunk, item: Item) -> Item:
    """`4.5% ± 0.2%`, `5 mm ± 1 mm`: a margin in the unit of the number."""
    num = uncertain(chunk, item.numeral._replace(last=item.last))
    if num.last == item.last:
        return item
    after = unit_after(chunk, num)
    if (
        after is None
        or item.meaning is None
        or after[1].unit != item.meaning.unit
        or after[1].factor != item.meaning.factor
    ):
        return item
    return item._replace(last=after[0], numeral=num)


def uncertain(chunk: Chunk, num: Numeral) -> Numeral:
    """The number with the margin behind it: `9.8 ± 0.2`, `9.8 +/- 0.2`."""
    words, at = chunk.words, num.last
    size = next((len(sign) for sign in _MARGINS if tuple(words[at : at + len(sign)]) == sign), 0)
    at += size
    if not size or not words[at][:1].isdigit():
        return num
    margin = numeral(chunk, at)
    width, amount = margin and margin.amount.number, num.amount
    if margin is None or width is None or amount.number is None:
        return num
    power = power_of(chunk, at + 2) if words[at + 1] in BY and margin.last > at + 1 else None
    if power and not any(word in BY for word in words[num.first : num.last]):
        amount = times(amount, power[1])  # `2.1 ± 0.3 × 10^5`
    number = amount.number or 0.0
    span = Interval(number - abs(width), number + abs(width))
    return num._replace(last=margin.last, amount=amount._replace(hard=span, soft=span))


def raised(chunk: Chunk, num: Numeral) -> Numeral:
    """`(2.1 ± 0.3) × 10^5`, `(3–4) × 10^5`: the power behind the brackets is that of all within."""
    words, first, last = chunk.words, num.first - 1, num.last
    if words[last] != ")" or words[last + 1] not in BY or first < 0 or words[first] != "(":
        return num
    power = power_of(chunk, last + 2)
    return num._replace(first=first, last=power[0], amount=times(num.amount, power[1])) if power else num
