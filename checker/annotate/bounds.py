"""Hedges around an amount, and two bounds for one: `about $5`, `more than 100 and less than 300`."""

from __future__ import annotations

from checker.annotate import hedges
from checker.annotate.items import item_at
from checker.annotate.meanings import Item, Meaning
from checker.annotate.numeral_words import WORDS
from checker.annotate.tokens import Chunk, Reading
from checker.values import precision
from checker.values.precision import Amount, between, hedged


def hedged_item(chunk: Chunk, item: Item) -> tuple[int, int, Amount, str | None]:
    """The item's span and amount with the hedges on both sides of it."""
    words = chunk.words
    first, last, amount = item.first, item.last, item.numeral.amount
    name = None
    if words[first - 1] in ("between", "from") and amount.low is not None:
        first -= 1
    start = first
    while (
        start
        and words[start - 1] in ("a", "an")
        and chunk.words[start - 2] in ("about", "than", "over", "above", "equal", "to", "nearly")
    ):
        start -= 1
    hedge = hedges.before(chunk, start)
    if hedge is None and words[start - 1] in ("of", "another", "additional", "further") and start > 1:
        hedge = hedges.before(chunk, start - 1) if words[start - 1] != "of" else None
    if hedge and not (hedge.moves == precision.EXACT and amount.low is not None):
        outer = hedges.before(chunk, hedge.first)
        moves = hedge.moves
        if outer and outer.moves != precision.EXACT and moves == precision.ABOUT:
            hedge, moves = hedge._replace(first=outer.first), outer.moves
        first, name = hedge.first, chunk.quote(hedge.first, hedge.last).lower()
        amount = hedged(amount, moves) if moves in precision.HEDGES else amount
    behind = hedges.after(chunk, last)
    if behind:
        if behind.moves:
            amount = hedged(amount, behind.moves)
        last, name = behind.last, name or chunk.quote(behind.first, behind.last).lower()
    return first, last, amount, name


def bounded_twice(chunk: Chunk, one: Item) -> Reading | None:
    """`more than 100 and less than 300`, `at most 100 and at least 20`."""
    words, at = chunk.words, one.last
    if words[at] not in ("and", "but") or one.numeral.amount.number is None:
        return None
    opening = hedges.before(chunk, one.first)
    if opening is None or opening.moves not in hedges.LOWER | hedges.UPPER:
        return None
    for start in range(at + 2, at + 8):
        word = words[start]
        if word[:1].isdigit() or word in WORDS:
            break
    else:
        return None
    two = item_at(chunk, start)
    if two is None or two.numeral.amount.number is None:
        return None
    begin = two.first
    while words[begin - 1] in ("the", "a"):
        begin -= 1
    closing = hedges.before(chunk, begin)
    if closing is None or closing.first != at + 1:
        return None
    low, high = one, two
    if opening.moves in hedges.UPPER and closing.moves in hedges.LOWER:
        low, high = two, one
    elif not (opening.moves in hedges.LOWER and closing.moves in hedges.UPPER):
        return None
    a, b = low.numeral.amount.number, high.numeral.amount.number
    if a is None or b is None or a >= b:
        return None
    meaning = two.meaning or one.meaning or Meaning("number", "", "")
    value = precision.quantity(between(a, b), meaning.unit, meaning.written, meaning.factor, meaning.shift)
    return Reading(
        opening.first,
        two.last,
        meaning.kind,
        value,
        one.first,
        two.last,
        chunk.quote(opening.first, opening.last).lower(),
    )
