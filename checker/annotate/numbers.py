"""The reader of numbers: counts, money, percentages, ratios and physical quantities, with ranges, lists and hedges."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from checker.annotate import amounts, hedges, measures, negatives, nouns, numerals
from checker.annotate.numerals import Numeral, numeral
from checker.annotate.tokens import DIGITS, Chunk, Reader, Reading
from checker.model.mention import Interval, Kind, Quantity
from checker.values import precision
from checker.values.precision import Amount, between, hedged, point


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
TIMES = Meaning("ratio", "times", "times", family="times")
RATIO = Meaning("ratio", "", "", family="ratio")


def _percent(chunk: Chunk, at: int, glued: bool) -> tuple[int, Meaning] | None:
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
    if word in ("bps", "bp") and glued:
        return at + 1, _BASIS
    if word == "pc" and glued:
        return at + 1, PERCENT
    return None


def _after(chunk: Chunk, num: Numeral) -> tuple[int, Meaning] | None:
    """The unit after a number, whatever it is."""
    words, at = chunk.words, num.last
    word = words[at]
    if not word or word in _NO_UNIT:
        return None
    digits = words[at - 1][-1:].isdigit() or words[at - 1] in numerals.VULGAR
    found = _percent(chunk, at, chunk.glued(at))
    if found:
        return None if word == "%" and chunk.glued(at + 1) and words[at + 1][:1].isalnum() else found
    number = num.amount.number if num.amount.number is not None else num.amount.high
    if word == "-" and words[at + 1] == "a" and words[at + 2] == "-":
        measured = measures.measure(chunk, at + 2, number, False)
        return (measured.last, _physical(measured)) if measured else None
    if word in ("of", "a", "an") and number is not None and 0 < number < 1 and num.amount.step == 0.01:
        skip = 2 if word == "of" and words[at + 1] in ("a", "an", "one") else 1
        part = _percent(chunk, at + skip, False)
        if part:
            return part
        measured = measures.measure(chunk, at + skip, number, False)
        if measured and len(words[at + skip]) > 2:
            return measured.last, _physical(measured)
        priced = amounts.after(chunk, at + skip, number, False)
        if priced and priced.currency.sure:
            return priced.last, _money(chunk, priced)
        return None
    if word == "pounds" or word == "pound" or word == "-" and words[at + 1] == "pound":
        return _pounds(chunk, num)
    priced = amounts.after(chunk, at, number, digits or num.amount.step > 1)
    if priced:
        return priced.last, _money(chunk, priced)
    if word == "-" and words[at + 1] == "to" or word == "in" and words[at + 1] in ("a", "the"):
        return None
    measured = measures.measure(chunk, at, number, digits)
    if measured:
        return measured.last, _physical(measured)
    return None


_NO_UNIT = frozenset(", . ; ) ( and or to – — \n was were is are on for with by from the have has had who ?".split(" ") + ["\n"])


def _physical(measured: measures.Measured) -> Meaning:
    unit = measured.unit
    kind: Kind = "duration" if unit.base == "second" else "quantity"
    return Meaning(kind, unit.base, unit.written, unit.factor, unit.shift, measured.per, unit.dimension)


def _money(chunk: Chunk, priced: amounts.Priced) -> Meaning:
    currency = priced.currency
    return Meaning("money", currency.code, currency.written, currency.factor, family=currency.code)


_WEIGHT = frozenset(
    "ton drop dropping shedding weigh weighs weighed weighing weight weights lose lost losing loses shed gain gained heavier lighter heavy lift lifted "
    "kg kilograms kilos kilo tons ounces ounce lbs meat flour sugar cocaine marijuana heroin explosives explosive payload "
    "thrust pressure force dropped fat bench overweight tnt butter beef potatoes rice cargo drugs methamphetamine bomb "
    "dieting diet slimmed bombs fish cubic inch trash garbage waste fentanyl".split()
)
_COSTS = frozenset(
    "cost costs costing pay pays paid paying price prices priced worth spend spent spending fine fined budget debt debts "
    "profit profits sales revenue bill earn earned earns salary wage wages loan loans owed owe bought sold buy sell value "
    "valued fee fees charge charged compensation damages funding fund investment invested raised raise bonus tax euros "
    "dollars pence fell rose share shares sterling cash money £".split()
)
_KILOGRAM = Meaning("quantity", "kilogram", "pound", 0.45359237, family=(("kilogram", 1.0),))
_STERLING = Meaning("money", "GBP", "pound", family="GBP")


def _pounds(chunk: Chunk, num: Numeral) -> tuple[int, Meaning] | None:
    """Pounds of money or of weight, by the words around them; a hyphen or `pounds of` says weight."""
    words, at = chunk.words, num.last
    if words[at] == "-":
        weight = not (words[at + 2] in ("note", "notes", "fine", "bill", "loan", "prize", "ticket"))
        return at + 2, _KILOGRAM if weight else _STERLING
    following = words[at + 1]
    if following == "sterling":
        return at + 2, _STERLING
    if following in ("per", "/") and words[at + 2] == "square" and words[at + 3] == "inch":
        measured = measures.measure(chunk, at, num.amount.number, True)
        return (measured.last, _physical(measured)) if measured else None
    number = num.amount.number or num.amount.high or 0.0
    around = words[max(0, num.first - 8) : at + 8]
    if following in ("of", "heavier", "lighter", "overweight", "each"):
        money = any(word in _COSTS for word in words[at + 2 : at + 5]) or number >= 1e6 and not any(w in _WEIGHT for w in around)
    elif any(word in _WEIGHT for word in around):
        money = any(word in _COSTS for word in around) and number >= 1e6
    else:
        money = True
    return at + 1, _STERLING if money else _KILOGRAM


def _item(chunk: Chunk, i: int) -> Item | None:
    words = chunk.words
    letters = i > 0 and words[i - 1][:1].isalpha() and words[i][0].isdigit() and chunk.glued(i)
    priced = amounts.before(chunk, i) if letters else None
    num = numeral(chunk, i, priced=priced is not None)
    if num is None:
        return None
    if not letters:
        priced = amounts.before(chunk, num.first) if num.first else None
    if priced:
        num = numeral(chunk, i, letters=True, priced=True) or num
        first = priced.first
        if words[first - 1] == "-" and (first == 1 or chunk.glued(first) and not chunk.glued(first - 1)) or words[first - 1] in ("minus", "negative"):
            num, first = num._replace(amount=_negated(num.amount)), first - 1
        last = num.last
        again = amounts.after(chunk, last, num.amount.number, False)
        if again and again.currency.code == priced.currency.code and again.currency.factor == 1.0 and words[last] != "-":
            last = again.last
        elif again and again.currency.factor == 1.0 and words[last][:1].isalpha() and priced.currency.written == "$" and (
            again.currency.written == "dollar"
        ):
            priced, last = again, again.last
        item = Item(first, last, num, _money(chunk, priced))
        return _with_cents(chunk, item)
    if words[num.last] == "m" and chunk.glued(num.last) and _million(chunk, num.last):
        num = numeral(chunk, i, letters=True) or num
    elif words[num.last] in ("k", "m", "b", "mm") and chunk.raw(num.last)[0] in "kKMB" and chunk.raw(num.last) != "mm":
        if chunk.glued(num.last) or words[num.last] == "k" and not words[num.last + 1][:1].isalnum() and words[num.last - 1][:1].isdigit():
            num = numeral(chunk, i, letters=True) or num
    if words[num.last] == "(" and words[num.last + 2] == ")" and words[num.last + 1][:1].isdigit() and words[i][0].isalpha():
        again = numerals.literal(words[num.last + 1])
        if again and again.value == num.amount.number:
            num = num._replace(last=num.last + 3)  # `forty-five (45) days`, as contracts have it
    if words[num.last] in ("±", "+"):
        num = _uncertain(chunk, num)
    found = _after(chunk, num)
    if found is None:
        return Item(num.first, num.last, num, None)
    item = Item(num.first, found[0], num, found[1])
    if item.meaning and item.meaning.kind == "money":
        return _with_cents(chunk, _scaled(chunk, item))
    if item.meaning and item.meaning.kind == "quantity":
        return _with_smaller(chunk, item)
    return item


def _uncertain(chunk: Chunk, num: Numeral) -> Numeral:
    """`9.8 ± 0.2`, `9.8 +/- 0.2`."""
    words, at = chunk.words, num.last
    at += 1 if words[at] == "±" else 3 if words[at + 1] == "/" and words[at + 2] == "-" else 2 if words[at + 1] == "-" else 0
    if at == num.last or not words[at][:1].isdigit():
        return num
    margin = numeral(chunk, at)
    if margin is None or margin.amount.number is None or num.amount.number is None:
        return num
    number, width = num.amount.number, abs(margin.amount.number)
    span = Interval(number - width, number + width)
    return num._replace(last=margin.last, amount=num.amount._replace(hard=span, soft=span))


def _scaled(chunk: Chunk, item: Item) -> Item:
    """A scale that stands after the currency or inside it: `75 USD million`, `120 MEUR`."""
    meaning, amount, scale = item.meaning, item.numeral.amount, 1.0
    last = item.last
    if meaning is None or amount.number is None:
        return item
    if meaning.factor > 1:
        scale = meaning.factor
    elif chunk.words[last] in numerals.SCALES and len(chunk.words[last]) > 3 and chunk.words[last] != "dozen":
        scale, last = numerals.SCALES[chunk.words[last]], last + 1
    if scale == 1.0:
        return item
    amount = point(amount.number * scale, amount.step * scale)
    return Item(item.first, last, item.numeral._replace(amount=amount), meaning._replace(factor=1.0))


def _million(chunk: Chunk, at: int) -> bool:
    """`5m` that is five million: what follows can be counted, or paid."""
    following = chunk.words[at + 1]
    return nouns.plural(following) and following != "metres" or amounts.after(chunk, at + 1, 1e6, False) is not None


def _negated(amount: Amount) -> Amount:
    return amount if amount.number is None else point(-amount.number, amount.step)


def _with_cents(chunk: Chunk, item: Item) -> Item:
    """`$20 and 43c`, `20 ringgit and 43 sen`, `15 dollars and 15.`"""
    words, at, amount, meaning = chunk.words, item.last, item.numeral.amount, item.meaning
    if meaning is None or meaning.factor != 1.0 or amount.number is None or amount.number % 1 or amount.number >= 1e4:
        return _with_per(chunk, item)
    at += words[at] in ("and", "&", ",")
    if not words[at][:1].isalnum() or words[at] in ("a", "an"):
        return _with_per(chunk, item)
    small = numeral(chunk, at) if words[at][:1].isdigit() or words[at] in numerals.WORDS else None
    if small is None or small.first != at or small.amount.number is None or not 0 < small.amount.number < 100:
        return _with_per(chunk, item)
    if small.amount.number % 1 or words[at] in numerals.PARTS:
        return _with_per(chunk, item)
    priced = amounts.after(chunk, small.last, small.amount.number, True)
    if priced and priced.currency.factor == 0.01 and (priced.currency.code == meaning.unit or priced.currency.written in ("cent", "c", "penny", "pence", "p", "¢")):
        last = priced.last
    elif priced is None and item.last == at - (words[at - 1] in ("and", "&")) and (
        not words[small.last] or words[small.last] in (".", "!", "?") and not chunk.words[small.last + 1]
    ):
        last = small.last
    elif priced is None and words[item.last - 1][:1].isalpha() and words[small.last] in ("", ".") and words[item.last] != ",":
        last = small.last
    else:
        return _with_per(chunk, item)
    amount = point(round(amount.number + small.amount.number / 100, 2), 0.01)
    return Item(item.first, last, item.numeral._replace(amount=amount), meaning)


def _with_per(chunk: Chunk, item: Item) -> Item:
    rate = amounts.per(chunk, item.last)
    if rate and item.meaning:
        return Item(item.first, rate[0], item.numeral, item.meaning._replace(per=rate[1]))
    return item


def _with_smaller(chunk: Chunk, item: Item) -> Item:
    """`5 ft 10 in`, `8 pounds 6 ounces`, `5-foot-10`: one quantity, its number in the smaller unit."""
    words, at, meaning = chunk.words, item.last, item.meaning
    amount = item.numeral.amount
    if meaning is None or amount.number is None or amount.number % 1 or not isinstance(meaning.family, tuple) or len(meaning.family) != 1:
        return item
    if words[at] == "-" and meaning.written in ("foot", "feet") and words[at + 1] in _INCHES and words[at - 1] == "foot":
        inches = numeral(chunk, at + 1)
        if inches and inches.amount.number is not None and inches.amount.number < 12 and words[inches.last] not in ("%",):
            total = point(amount.number * 12 + inches.amount.number, 1.0)
            inch = meaning._replace(written="inch", factor=0.0254)
            return Item(item.first, inches.last, item.numeral._replace(amount=total), inch)
    link = at
    at += words[at] == ","
    at += words[at] == "and"
    if not (words[at][:1].isdigit() or words[at] in numerals.SMALL):
        return item
    small = numeral(chunk, at)
    if small is None or small.first != at or small.amount.number is None:
        return item
    found = _after(chunk, small)
    if found is None or found[1].family != meaning.family or not found[1].factor < meaning.factor or found[1].shift:
        return item
    if link != at and small.amount.number * found[1].factor > 3 * meaning.factor:
        return item
    ratio = meaning.factor / found[1].factor
    total = point(precision._tidy(amount.number * ratio) + small.amount.number, min(small.amount.step, 1.0))
    joined = Item(item.first, found[0], item.numeral._replace(amount=total), found[1])
    return _with_smaller(chunk, joined)


_INCHES = frozenset("0 1 2 3 4 5 6 7 8 9 10 11 one two three four five six seven eight nine ten eleven".split())
_LINKS = frozenset(("-", "–", "—", "~", "to", "and", "or", "till", "through", "/", "but", "than", "up"))


def _ranged(chunk: Chunk, one: Item) -> Item:
    """The range that begins with this item, or the item itself."""
    words, at = chunk.words, one.last
    link = words[at]
    opening = words[one.first - 1] if one.first else ""
    start = at + 1
    if link == "-" and words[start] in ("to", "or", "and") and (words[start + 1] not in ("-",)):
        link, start = words[start], start + 1
    if link not in ("-", "–", "~", "to", "—") and not (link == "and" and opening in ("between", "from")):
        return one
    if link == "—" and one.meaning is None:
        return one
    if link == "to" and words[start] == "-":
        start += 1
    while words[start] in ("about", "around", "~", "roughly", "as", "much", "nearly", "almost", "some", "up", "over") and start < at + 4:
        start += 1
    if words[start] in ("a", "an"):
        start += 1
    while words[start] in ("$", "£", "€", "¥", "us", "u.s.") or words[start] in ("rs", "rm") and words[start + 1] != "":
        start += 1
    start += words[start] == "." and words[start - 1] == "rs"
    sign = words[start] == "-" and chunk.glued(start + 1)
    start += sign or words[start] == "minus"
    if not (words[start][:1].isdigit() or words[start] in numerals.WORDS or words[start][:1] == "."):
        return one
    two = _item(chunk, start)
    if two is None or two.numeral.amount.number is None or one.numeral.amount.number is None:
        return one
    if link in ("to", "and", "–", "-") and two.first > at + 3:
        return one
    if link in ("-", "–") and words[start] == words[two.first - 1]:
        return one
    a, b = one.meaning, two.meaning
    if a and b and (a.family != b.family or a.kind != b.kind):
        return one
    if b and not a and b.kind == "money" and two.first < start and words[two.first] not in ("$", "£", "€"):
        return one
    left = one.numeral
    right = two.numeral
    if link in ("-", "–") and right.amount.number is not None and right.amount.number < 0 and not sign:
        right = right._replace(amount=point(-right.amount.number, right.amount.step))
    if a and b and a.factor != b.factor and left.amount.number is not None:
        left = left._replace(amount=point(precision._tidy(left.amount.number * a.factor / b.factor), left.amount.step))
    joined = numerals.joined(chunk, left, right, "")
    if joined is None or opening == "from" and link == "to" and _changes(chunk, one.first - 1):
        return one._replace(meaning=b) if b and not a and opening == "from" and b.kind != "money" else one
    if link in ("-", "–") and not (a or b):
        if negatives.score_range(chunk, one.first, two.last) or words[two.last] in ("-", "–"):
            return one
    meaning = b or a
    if meaning and a and a.per and not meaning.per:
        meaning = meaning._replace(per=a.per)
    return Item(one.first, two.last, Numeral(left.first, right.last, joined.amount), meaning)


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


def _inherited(chunk: Chunk, i: int) -> Meaning | None:
    """The unit that a number takes from the one before it: `from 208 pounds to 193`."""
    words = chunk.words
    if words[i - 1] not in ("to", "from") or i < 3:
        return None
    for at in range(i - 2, max(-1, i - 7), -1):
        if words[at][:1].isdigit() or words[at] in numerals.WORDS:
            earlier = _item(chunk, at)
            if earlier and earlier.last == i - 1 and earlier.meaning and earlier.meaning.kind in ("quantity", "percent"):
                return earlier.meaning
            if words[at][:1].isdigit():
                return None
    return None


def _shared(chunk: Chunk, one: Item) -> Item:
    """The unit that a number takes from the end of its list: `10, 20 and 30 km`."""
    words, at = chunk.words, one.last
    for _ in range(4):
        if words[at] not in (",", "and", "or", "to"):
            return one
        last_one = words[at] != ","
        at += 1
        if words[at] in ("and", "or"):
            last_one, at = True, at + 1
        if not (words[at][:1].isdigit() or words[at] in numerals.WORDS and words[at] not in numerals.PARTS):
            return one
        other = _item(chunk, at)
        if other is None or other.first != at:
            return one
        if other.meaning:
            if last_one and other.meaning.kind in ("quantity", "percent", "money") and other.meaning.per is None:
                return one._replace(meaning=other.meaning)
            return one
        at = other.last
    return one


@lru_cache(maxsize=65536)
def _inert(word: str) -> bool:
    """A plain word that neither makes part of a number or its unit nor moves its bounds."""
    return (
        len(word) > 3
        and word.isalpha()
        and word not in _ACTIVE
        and not word.endswith(("fold", "ths", "th"))
        and not measures.begins(word)
        and not amounts.begins(word)
    )


@lru_cache(maxsize=65536)
def _still(word: str) -> bool:
    """A word or mark before a number that says nothing about it."""
    if not word.isalpha():
        return word in (",", ".", ";", "(", "“", '"', "‘", "?", "!", "'s")
    return word not in _ACTIVE and word not in _LEADING and not amounts.begins(word)


_LEADING = frozenset("of to from a an minus negative than between some no".split())
_STOPS = frozenset((",", ".", ")", ";", "?", "!", "”", '"', "were", "was", "are", "have", "had", "who", "others", "men", "on", "had"))


@lru_cache(maxsize=65536)
def _unlinked(word: str) -> bool:
    """What follows a comma or a full stop does not go on with a list of numbers."""
    return not word[:1].isdigit() and word not in numerals.WORDS and word not in ("and", "or", "&") and word not in ("$", "£", "€")


_ACTIVE = (
    frozenset(numerals.WORDS) | frozenset(numerals.SCALES) | frozenset(numerals.PARTS) | frozenset(hedges.BEFORE)
    | frozenset(measures.OPENING) | measures.TIMES.keys()
    | frozenset(
        "percent percentage basis per point points over times plus more minus negative each apiece odd minimum maximum "
        "total totaling totalling between from than another additional further both dozen altogether than with million "
        "hundred hundreds half quarter quarters degree degrees pound pounds old years yearold million basis about".split()
    )
)  # fmt: skip


@lru_cache(maxsize=16384)
def _single(word: str) -> Amount | None:
    """The whole number that one token states, as a count of things; None where it is none or not whole."""
    if word in numerals.SMALL or word in numerals.TENS:
        return point(numerals.SMALL.get(word, 0.0) or numerals.TENS.get(word, 0.0), 1.0, whole=True)
    read_ = numerals.literal(word) if "0" <= word[0] <= "9" else None
    if read_ is None or read_.value % 1:
        return None
    return point(read_.value, read_.step, whole=True)


@lru_cache(maxsize=16384)
def _count(amount: Amount, noun: str) -> Quantity:
    return precision.quantity(amount, noun, noun)


def _counted(chunk: Chunk, i: int, amount: Amount) -> Reading | None:
    """A number of one token between plain words: what most numbers of a text are."""
    if chunk.glued(i) and not _clean(chunk, i):
        return None
    phrase = nouns.after(chunk, i + 1, amount.number == 1.0)
    if negatives.excluded(chunk, i, i + 1, phrase is not None):
        return None
    if phrase is None:
        if len(chunk.words[i]) == 4 and _year_like(chunk.words, i, i + 1):
            return None
        return Reading(i, i + 1, "number", _count(amount, ""), i, i + 1, share=nouns.share(chunk, i, i + 1))
    head, first, last = phrase
    return Reading(i, i + 1, "count", _count(amount, head), i, i + 1, None, head, first, last, nouns.share(chunk, i, last))


SINGLE = frozenset(
    "mile kilometer kilometre km kg kilogram kilo liter litre gallon quart milliliter millilitre ml gram ounce acre "
    "hectare dollar euro penny inch metre megawatt gigawatt teaspoon tablespoon tonne megabyte gigabyte".split()
)
"""Units that `a` before them makes a quantity of, because they are hardly ever anything else."""


def _single_unit(chunk: Chunk, i: int) -> Reading | None:
    """`a mile`, `an ounce`; not the second half of a rate (`$3 a gallon`)."""
    words = chunk.words
    if i == 0 or words[i - 1] not in ("a", "an") or i > 1 and (words[i - 2] in _RATED or words[i - 2][-1:].isdigit()):
        return None
    if words[i + 1] == "-" or i > 1 and measures.begins(words[i - 2]):
        return None
    if words[i] in ("dollar", "euro", "penny") and words[i + 1].isalpha() and words[i + 1] not in nouns.STOP:
        return None
    one = Numeral(i - 1, i, point(1.0, 1.0))
    found = _after(chunk, one)
    if found is None:
        return None
    item = Item(i - 1, found[0], one, found[1])
    return _reading(chunk, _with_cents(chunk, item) if found[1].kind == "money" else _with_smaller(chunk, item), i)


_RATED = frozenset("percent cent cents dollars pounds euros half quarter times million billion miles pence twice such many quite what".split())


def read(chunk: Chunk, i: int) -> Reading | None:
    """The number at token i with everything that belongs to it, None where it states no amount."""
    words = chunk.words
    word = words[i]
    if word == "one" and not _counts_one(chunk, i):
        return None
    if word in SINGLE:
        return _single_unit(chunk, i)
    after = words[i + 1]
    if (_inert(after) or after in _STOPS and _unlinked(words[i + 2])) and (i == 0 or _still(words[i - 1])):
        whole = _single(word)
        if whole is not None and not (after.isalpha() and chunk.glued(i + 1)):
            return _counted(chunk, i, whole)
    ratio = _ratio(chunk, i)
    if ratio:
        return ratio
    one = _item(chunk, i)
    if one is None:
        return None
    if one.meaning is None and words[one.last] in (",", "and", "or"):
        one = _shared(chunk, one)
    if one.meaning is None and words[one.first - 1] in ("to", "from") and nouns.after(chunk, one.last, False) is None:
        meaning = _inherited(chunk, one.first)
        if meaning and one.numeral.amount.number is not None and one.numeral.amount.step < 100:
            one = one._replace(meaning=meaning)
    item = _ranged(chunk, one)
    if item is one:
        both = _bounded_twice(chunk, one)
        if both:
            return both
    return _reading(chunk, item, i)


def _hedges(chunk: Chunk, item: Item) -> tuple[int, int, Amount, str | None]:
    """The item's span and amount with the hedges on both sides of it."""
    words = chunk.words
    first, last, amount = item.first, item.last, item.numeral.amount
    name = None
    if words[first - 1] in ("between", "from") and amount.low is not None:
        first -= 1
    start = first
    while start and words[start - 1] in ("the", "a", "an") and chunk.words[start - 2] in ("about", "than", "over", "above", "equal", "to", "nearly"):
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


def _reading(chunk: Chunk, item: Item, i: int) -> Reading | None:
    words = chunk.words
    meaning = item.meaning
    if meaning is None:
        return _bare(chunk, item)
    if meaning.kind in ("percent", "quantity", "money") and item.first and chunk.glued(item.first) and not _clean(chunk, item.first):
        return None
    if meaning.written.startswith("degree") and words[item.last] == "below" and words[item.last + 1] in ("zero", "freezing"):
        if words[item.last + 1] == "zero":
            item = item._replace(last=item.last + 2, numeral=item.numeral._replace(amount=_negated(item.numeral.amount)))
    first, last, amount, hedge = _hedges(chunk, item)
    value = precision.quantity(amount, meaning.unit, meaning.written, meaning.factor, meaning.shift, meaning.per)
    share = nouns.share(chunk, first, last)
    return Reading(first, last, meaning.kind, value, item.first, item.last, hedge, share=share)


def _clean(chunk: Chunk, first: int) -> bool:
    """What is glued before a quantity does not make it part of a name or a path."""
    before = chunk.words[first - 1]
    if before in "([{<>~≈“\"'‘—–|*+±$£€=;:,…!-":
        return not (before in "-:" and first > 1 and chunk.glued(first - 1) and chunk.words[first - 2][:1].isalnum() and before == "-")
    return before == "/" and chunk.words[first] in ("£", "$", "€", "¥") or before == "/" and chunk.words[first][0].isdigit()


def _bare(chunk: Chunk, item: Item) -> Reading | None:
    """A number without a unit: a count where a noun follows, a number where nothing speaks against it."""
    words, num = chunk.words, item.numeral
    number = num.amount.number
    if words[item.last] in ("st", "nd", "rd", "th") and chunk.glued(item.last):
        return _ordinal(chunk, item)
    first, last, amount, hedge = _hedges(chunk, item)
    at = last
    if words[at] == "more" and hedge is None:
        at += 1
    elif words[at] == "of" and words[at + 1] not in ("the", "these", "those", "its", "their", "his", "her", "our") and (num.amount.step == 0 or number == 2.0 and words[at - 1] == "couple" or words[at - 1] == "dozen"):
        at += 1
    phrase = nouns.after(chunk, at, number == 1.0)
    fraction = number is not None and abs(number) < 1 and any(word in _SIGNS for word in words[num.first : num.last])
    if fraction or phrase is None and words[num.first] in numerals.PARTS and number is not None and number < 1:
        return _share_of(chunk, item, first, last, amount, hedge)
    if negatives.excluded(chunk, num.first, item.last, phrase is not None):
        return None
    if amount.low is not None and phrase is None and hedge is None and negatives.score_range(chunk, first, last):
        return None
    share = nouns.share(chunk, first, phrase.last if phrase else last)
    core_first = num.first
    if phrase is None:
        if num.amount.step == 0 and number is None:
            return None
        if number == 1.0 and hedge == "up to":
            return None
        if hedge is None and _year_like(words, item.first, item.last) and not share:
            return None
        value = precision.quantity(amount, "", "")
        return Reading(first, last, "number", value, core_first, item.last, hedge, share=share)
    if number is not None and number % 1 == 0 and hedge is None and amount.low is None:
        amount = precision.whole(amount)
    elif hedge and number is not None:
        amount = amount._replace(written=precision.whole(num.amount).written)
    value = precision.quantity(amount, phrase.head, phrase.head)
    return Reading(
        first, last, "count", value, core_first, item.last, hedge, phrase.head, phrase.first, phrase.last, share
    )


_SIGNS = frozenset((*numerals.PARTS, *numerals.VULGAR, "/"))


def _year_like(words: list[str], first: int, last: int) -> bool:
    word = words[first]
    return last == first + 1 and len(word) == 4 and word.isdigit() and "1400" <= word <= "2199"


def _share_of(chunk: Chunk, item: Item, first: int, last: int, amount: Amount, hedge: str | None) -> Reading | None:
    """A fraction that no unit follows: a share of something."""
    words, at = chunk.words, item.last
    begin = item.numeral.first
    word = words[at - 1]
    if word in ("half", "quarter", "third", "fourth", "fifth") or word in numerals.PARTS:
        before = words[begin - 1] if begin else ""
        vouched = words[at] in ("of", "the", "its", "their", "his", "her", "our", "that", "this", "as", "") or hedge is not None
        vouched = vouched or words[begin] in ("one", "two", "three") or before in ("by", "in", "than") or begin + 1 < at and words[at] in (".", ",")
        if not vouched or before in _HALVES and words[at] != "of":
            return None
        if before in _HALVES and word in ("half", "quarter"):
            return None
        if word == "half" and words[at] in ("-",):
            return None
    value = precision.quantity(amount, "", "")
    return Reading(first, last, "ratio", value, begin, at, hedge, share=None)


_HALVES = frozenset("first second third fourth other last latter final opening better this that upper lower each every past "
                    "previous next same early late latest".split())  # fmt: skip


def _ordinal(chunk: Chunk, item: Item) -> Reading | None:
    number = item.numeral.amount.number
    if number is None:
        return None
    value = precision.quantity(precision.whole(item.numeral.amount), "", "")
    return Reading(item.first, item.last + 1, "ordinal", value, item.first, item.last + 1)


def _counts_one(chunk: Chunk, i: int) -> bool:
    """`one` as a number, not the pronoun (`the one`, `no one`, `one another`, `one day`)."""
    words = chunk.words
    before, after = words[i - 1] if i else "", words[i + 1]
    if before in ("the", "this", "that", "which", "no", "any", "every", "some", "each", "another", "a", "an", "new", "only", "last",
                  "first", "day", "big", "good", "next", "-", "these", "those", "other"):
        return before in ("only", "a") and after[:1].isalpha() and after not in nouns.STOP or after == "-" and words[i + 2] in numerals.PARTS
    if after in ("another", "of", "'s", "who", "day", "thing", "time", "that", "or", "final", "last", "by", "'", "way", "night", "morning", "side", "step", "hand"):
        return after == "of" and (words[i + 2] in ("the", "its", "their", "his", "her") and (words[i + 3][:1].isdigit() or words[i + 3] in numerals.SMALL)) or (
            after == "or" and words[i + 2] in ("two", "more"))
    if after in ("in", "out") or after == "-" or after in numerals.PARTS or after in numerals.SCALES or after in ("hundred", "and", "point", "over"):
        return True
    if not after or after in ",.;:)":
        return i == 0 or before in ("minus", "negative", "than", "least", "to")
    if after in nouns.STOP and not (after in nouns.PARTICIPLES and words[i + 2].isalpha()):
        return before in ("least", "than", "killed", "killing", "injured", "wounded", "injuring", "wounding") or not before
    return True


_OUT = {"in", "of", "out", "from"}


def _ratio(chunk: Chunk, i: int) -> Reading | None:
    """`one in five`, `9 out of 10`, `threefold`, `five times as many`, `twice`."""
    words = chunk.words
    word = words[i]
    if word in ("twice", "double", "triple", "thrice"):
        if words[i + 1] in ("as", "the", "that", "its", "their", "what", "his", "her") and (word != "double" or words[i + 2] not in ("play",)):
            number = {"twice": 2.0, "double": 2.0, "triple": 3.0, "thrice": 3.0}[word]
            hedge = hedges.before(chunk, i)
            amount = point(number, 0.1)
            amount = hedged(amount, hedge.moves) if hedge else amount
            first = hedge.first if hedge else i
            value = precision.quantity(amount, "times", "times")
            return Reading(first, i + 1, "ratio", value, i, i + 1, chunk.quote(first, i).lower() if hedge else None)
        return None
    if word.endswith("fold") and word[:-4] in numerals.SMALL | numerals.TENS | {"hundred": 100.0, "thousand": 1000.0}:
        number = (numerals.SMALL | numerals.TENS | {"hundred": 100.0, "thousand": 1000.0})[word[:-4]]
        hedge = hedges.before(chunk, i)
        amount = hedged(point(number, 1.0), hedge.moves) if hedge else point(number, 1.0)
        first = hedge.first if hedge else i
        return Reading(first, i + 1, "ratio", precision.quantity(amount, "times", "times"), i, i + 1, chunk.quote(first, i).lower() if hedge else None)
    one = numeral(chunk, i) if word not in numerals.PARTS else None
    if one is None or one.amount.number is None:
        return None
    at = one.last
    if words[at] == "-" and words[at + 1] == "fold":
        return Reading(one.first, at + 2, "ratio", precision.quantity(one.amount, "times", "times"), one.first, at + 2)
    if words[at] in ("times", "x", "×") and (
        words[at + 1] in ("as", "more", "higher", "larger", "bigger", "greater", "the", "its", "their", "faster", "longer", "what", "less", "smaller", "stronger", "worse", "better", "that", "likelier", "their", "over")
    ):
        hedge = hedges.before(chunk, one.first)
        amount = hedged(one.amount, hedge.moves) if hedge else one.amount
        first = hedge.first if hedge else one.first
        return Reading(first, at + 1, "ratio", precision.quantity(amount, "times", "times"), one.first, at + 1, chunk.quote(first, one.first).lower() if hedge else None)
    if words[at] == "out" and words[at + 1] == "of" or words[at] == "in" and words[at + 1][:1] and one.amount.number < 10:
        start = at + 1 + (words[at] == "out")
        start += words[start] in ("every", "each")
        if not (words[start].isdigit() or words[start] in numerals.SMALL or words[start] in numerals.TENS or words[start] == "a"):
            return None
        two = numeral(chunk, start + (words[start] == "a"))
        if two is None or two.amount.number is None or two.amount.number <= one.amount.number or _after(chunk, two):
            return None
        if words[at] == "in" and (nouns.after(chunk, two.last, False) and two.amount.number not in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000)
                                  or two.amount.number > 1900 and two.amount.number < 2100 or words[two.last] in _TIME_NOUNS):
            return None
        first, name, amount = one.first, None, point(one.amount.number / two.amount.number, 0.0)
        hedge = hedges.before(chunk, first)
        if hedge:
            name, first, amount = chunk.quote(hedge.first, first).lower(), hedge.first, hedged(amount, hedge.moves)
        return Reading(first, two.last, "ratio", precision.quantity(amount, "", ""), one.first, two.last, name)
    return None


_TIME_NOUNS = frozenset("day days week weeks month months year years hour hours minute minutes seconds decades games matches overs".split())


def _bounded_twice(chunk: Chunk, one: Item) -> Reading | None:
    """`more than 100 and less than 300`, `at most 100 and at least 20`."""
    words, at = chunk.words, one.last
    if words[at] not in ("and", "but") or one.numeral.amount.number is None:
        return None
    opening = hedges.before(chunk, one.first)
    if opening is None or opening.moves not in hedges.LOWER | hedges.UPPER:
        return None
    for start in range(at + 2, at + 8):
        word = words[start]
        if word[:1].isdigit() or word in numerals.WORDS or word in ("$", "£", "€") and False:
            break
    else:
        return None
    two = _item(chunk, start)
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
    return Reading(opening.first, two.last, meaning.kind, value, one.first, two.last, chunk.quote(opening.first, opening.last).lower())


READER = Reader(
    read,
    frozenset((DIGITS, "twice", "double", "triple")) | numerals.WORDS | SINGLE
    | frozenset(word + "fold" for word in (*numerals.SMALL, *numerals.TENS, "hundred", "thousand")),
    frozenset(("rs", "rm", "usd", "eur", "gbp", "us", "inr", "chf", "jpy", "cny", "aud", "cad", "r", "p", "rp", "ksh", "tsh", "ush", "dm", "tk", "fr", "sfr")),
)
