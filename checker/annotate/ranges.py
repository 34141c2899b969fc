"""Numbers that belong together: the two ends of a range, and lists that share one unit."""

from __future__ import annotations

from checker.annotate import numerals, references, scores
from checker.annotate.items import item_at
from checker.annotate.margins import raised
from checker.annotate.meanings import Item, Meaning, unit_after
from checker.annotate.numeral_words import PARTS, WORDS
from checker.annotate.numerals import Numeral
from checker.annotate.tokens import Chunk
from checker.values import precision
from checker.values.precision import point


def ranged(chunk: Chunk, one: Item) -> Item:
    """The range that begins with this item, or the item itself."""
    words, at = chunk.words, one.last
    link = words[at]
    opening = words[one.first - 1] if one.first else ""
    start = at + 1
    if link == "-" and words[start] in ("to", "or", "and"):
        link, start = words[start], start + 1 + (words[start + 1] == "-")  # `5-to-7%`
    if link == "or":
        return _either(chunk, one)
    if link not in ("-", "–", "~", "to", "—") and not (link == "and" and opening in ("between", "from")):
        return one
    if link == "—" and one.meaning is None:
        return one
    if link == "to" and opening == "by" and (one.meaning is not None or words[at - 1] in PARTS):
        return one  # `fell by a third to 90`
    if link == "to" and words[start] == "-":
        start += 1
    start = _second(words, start, at + 4)
    sign = words[start] in ("-", "+") and chunk.glued(start + 1)
    start += sign or words[start] == "minus"
    if not (words[start][:1].isdigit() or words[start] in WORDS or words[start][:1] == "."):
        return one
    two = item_at(chunk, start)
    if two is None or two.numeral.amount.number is None or one.numeral.amount.number is None:
        return one
    if link in ("to", "and", "–", "-") and two.first > at + 3:
        return one
    if link in ("-", "–") and (words[start] == words[two.first - 1] or (chunk.upper(start) and chunk.glued(start))):
        return one  # `7-Eleven`
    a, b = one.meaning, two.meaning
    if a and b and a.kind == "money" != b.kind and two.numeral.scale == 1.0:
        two = _scaled_too(chunk, start, two)  # `$1.2–1.5m`
        b = two.meaning
    if a and link == "to" and opening in _CHANGES:
        return one  # `fell 12p to 340p` tells by how much and to what
    if a and not b and link in ("-", "–", "—") and not chunk.glued(at):
        return one  # `up to 70% - 1.4 million people`
    if a and b and (a.family != b.family or a.kind != b.kind):
        return one
    if b and not a and b.kind == "money" and two.first < start and words[two.first] not in ("$", "£", "€"):
        return one
    left = one.numeral
    right = two.numeral
    if link in ("-", "–") and right.amount.number is not None and right.amount.number < 0 and not sign:
        right = right._replace(amount=point(-right.amount.number, right.amount.step))
    if a and b and a.factor != b.factor and left.amount.number is not None:
        left = left._replace(amount=point(precision.tidy(left.amount.number * a.factor / b.factor), left.amount.step))
    joined = numerals.joined(chunk, left, right, "")
    if joined is None and (a or b) and link == "–" and chunk.glued(at) and chunk.glued(start):
        joined = numerals.joined(chunk, right, left, "")  # `12.9–11.7 ka`
    if joined is None or (opening == "from" and link == "to" and _changes(chunk, one.first - 1)):
        return _alike(one, two) if b and not a and opening == "from" else one
    if (link in ("-", "–") and not (a or b)) and (
        scores.score_range(chunk, one.first, two.last) or words[two.last] in ("-", "–")
    ):
        return one
    meaning = b or a
    if meaning and a and a.per and not meaning.per:
        meaning = meaning._replace(per=a.per)
    both = Numeral(left.first, right.last, joined.amount)
    whole = raised(chunk, both) if meaning is None else both
    if whole is both:
        return Item(one.first, two.last, both, meaning)
    last, meaning = unit_after(chunk, whole) or (whole.last, None)
    return Item(whole.first, last, whole, meaning)


def _second(words: list[str], at: int, limit: int) -> int:
    """The token behind what may lead to the second number: a hedge that ends before `limit`, an article, a currency."""
    while words[at] in _HEDGING and at < limit:
        at += 1
    at += words[at] in ("a", "an")
    while words[at] in ("$", "£", "€", "¥", "us", "u.s.") or (words[at] in ("rs", "rm") and words[at + 1] != ""):
        at += 1
    return at + (words[at] == "." and words[at - 1] == "rs")


_HEDGING = frozenset("about around ~ roughly as much nearly almost some up over".split())


def _scaled_too(chunk: Chunk, start: int, two: Item) -> Item:
    """The second end of a range of money, its letter read as a scale rather than a unit."""
    num = numerals.numeral(chunk, start, letters=True)
    glued = num is not None and chunk.glued(num.last - 1) and num.scale > 1.0
    return Item(num.first, num.last, num, None) if num is not None and glued else two


def _either(chunk: Chunk, one: Item) -> Item:
    """`two or three boats`, `10 or 12 km`: neighbours joined by `or` are a range."""
    words, start = chunk.words, one.last + 1
    low = one.numeral.amount.number
    if low is None or not (words[start][:1].isdigit() or words[start] in WORDS) or words[start] in PARTS:
        return one
    if words[one.first - 1] == ",":
        return one  # the end of a list
    two = item_at(chunk, start)
    if two is None or two.first != start or two.numeral.amount.number is None:
        return one
    high = two.numeral.amount.number
    if words[two.last] in references.MONTHS and chunk.upper(two.last):
        return one
    if low % 1 or high % 1 or not 1 <= low < high <= 2 * low + 1 or (one.meaning and one.meaning != two.meaning):
        return one
    joined = numerals.joined(chunk, one.numeral, two.numeral, "")
    return Item(one.first, two.last, joined, two.meaning) if joined else one


_CHANGES = frozenset(
    "rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing drop drops dropped dropping "
    "increase increases increased increasing decrease decreases decreased decreasing jump jumps jumped jumping climb climbs "
    "climbed climbing decline declines declined declining slip slipped slips soar soared soars cut cuts cutting raise raised "
    "raises raising reduce reduced reduces reducing up down went gone go goes going expand expanded widen widened narrowed "
    "improve improved improving doubled tripled quadrupled shrank shrunk plunged plunge tumbled surged surge slid dipped "
    "edged changed change moved rebounded slowed lowered boost boosted upgraded downgraded swelled ballooned halved".split()
)


def _changes(chunk: Chunk, at: int) -> bool:
    """`rose from 50 to 60` gives two values, `from 50 to 60 people` one range."""
    return any(word in _CHANGES for word in chunk.words[max(0, at - 8) : at])


def inherited(chunk: Chunk, i: int) -> Meaning | None:
    """The unit that a number takes from the one before it: `from 208 pounds to 193`."""
    words = chunk.words
    if words[i - 1] not in ("to", "from") or i < 3:
        return None
    for at in range(i - 2, max(-1, i - 7), -1):
        if words[at][:1].isdigit() or words[at] in WORDS:
            earlier = item_at(chunk, at)
            if earlier and earlier.last == i - 1 and earlier.meaning:
                meaning = earlier.meaning
                if meaning.kind == "money":
                    return meaning if _changes(chunk, at) or words[earlier.first - 1] == "from" else None
                if meaning.kind == "percent" and words[earlier.first - 1] != "from" and _changes(chunk, earlier.first):
                    return None  # `rose 15% to 76 million` tells by how much and to what
                return meaning if meaning.kind in ("quantity", "percent") else None
            if words[at][:1].isdigit():
                return None
    return None


def shared(chunk: Chunk, one: Item) -> Item:
    """The unit, and the scale, that a number takes from the end of its list: `10, 20 and 30 km`, `$4 and $9 million`."""
    words, at = chunk.words, one.last
    for _ in range(8):
        if words[at] not in (",", "and", "or", "to", "/", *_SIDES):
            return one
        sides = words[at] in _SIDES  # `10 by 20 feet`
        last_one = words[at] != ","
        at += 1
        if words[at] in ("and", "or"):
            last_one, at = True, at + 1
        begin = at
        at += one.meaning is not None and words[at] == words[one.first]  # the mark of a currency, said again
        if not (words[at][:1].isdigit() or (words[at] in WORDS and words[at] not in PARTS)):
            return one
        other = item_at(chunk, at)
        if other is None or other.first != begin or (one.meaning and one.meaning != other.meaning):
            return one
        if other.meaning and (one.meaning is None or other.numeral.scale > 1):
            if not last_one:
                return one
            if words[begin - 1] == "/" and other.meaning.kind != "quantity":
                return one
            if sides:
                return _side(one, other) if other.meaning.kind == "quantity" else one
            return _alike(one, other) if other.meaning.kind in ("quantity", "percent", "money") else one
        at = other.last
    return one


_SIDES = ("by", "x", "×")


def _side(one: Item, other: Item) -> Item:
    """A side of what the other is a side of; `4 x 100 m` is a relay."""
    low, high = one.numeral.amount.number, other.numeral.amount.number
    if low is None or high is None or high > 20 * low:
        return one
    return one._replace(meaning=_of_length(other.meaning))


def last_side(chunk: Chunk, one: Item) -> Item:
    """The last side in the unit of a length, where that of the area or the volume is written (`60 × 10 × 3 mm3`)."""
    return one._replace(meaning=_of_length(one.meaning)) if chunk.words[one.first - 1] in ("x", "×") else one


def _of_length(meaning: Meaning | None) -> Meaning | None:
    if meaning is None or meaning.family not in (_AREA, _VOLUME) or meaning.written[-1] not in "23":
        return meaning
    factor = meaning.factor ** (1 / 2 if meaning.family == _AREA else 1 / 3)
    return Meaning("quantity", "meter", meaning.written[:-1].rstrip("^"), precision.tidy(factor), family=_LENGTH)


_LENGTH, _AREA, _VOLUME = ((("meter", power),) for power in (1.0, 2.0, 3.0))


def _alike(one: Item, other: Item) -> Item:
    """The number in the unit of the other, and in its scale where the two are of a size: `4, 6 and 9 million euros`."""
    low, high = one.numeral.amount, other.numeral.amount
    scale = other.numeral.scale
    if low.number is None or high.number is None or scale <= 12 or one.numeral.scale != 1.0:
        return one._replace(meaning=other.meaning)
    if not abs(low.number) < 1000 or not high.number / scale / 50 <= abs(low.number) <= high.number / scale * 50:
        return one._replace(meaning=other.meaning)
    step = 0.1 if low.step == 1.0 and low.number < 10 else low.step  # two figures, as of `five million`
    amount = point(low.number * scale, step * scale)
    return one._replace(meaning=other.meaning, numeral=one.numeral._replace(amount=amount, scale=scale))
