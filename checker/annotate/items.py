"""One number with its unit, and what belongs to both: cents after dollars, inches after feet, scales, losses in brackets."""

from __future__ import annotations

from checker.annotate import amounts, margins
from checker.annotate.literals import literal
from checker.annotate.meanings import PERCENT, Item, money, raced, unit_after
from checker.annotate.numeral_words import PARTS, SCALES, WORDS
from checker.annotate.numerals import Numeral, numeral
from checker.annotate.plurals import plural
from checker.annotate.smaller import with_smaller
from checker.annotate.tokens import Chunk
from checker.values.precision import Amount, point


def item_at(chunk: Chunk, i: int) -> Item | None:
    """The number at token i with its unit, and all that makes one amount with it."""
    item = _item(chunk, i)
    return _lost(chunk, item) if item and chunk.words[item.last] == ")" else item


def _item(chunk: Chunk, i: int) -> Item | None:
    words = chunk.words
    if i > 1 and words[i - 1] == "(" and words[i - 2] in _SIGNS and chunk.glued(i):
        return _loss(chunk, i)
    letters = i > 0 and words[i - 1][:1].isalpha() and words[i][0].isdigit() and chunk.glued(i)
    priced = amounts.before(chunk, i) if letters else None
    num = numeral(chunk, i, priced=True) if priced else numeral(chunk, i)
    if num is None:
        return None
    if not letters:
        priced = amounts.before(chunk, num.first) if num.first else None
    if priced:
        return _priced(chunk, priced, numeral(chunk, i, letters=True, priced=True) or num)
    if _scale_letter(chunk, num.last):
        num = numeral(chunk, i, letters=True) or num
    if words[num.last] == "(" and words[i][0].isalpha():
        num = _again_in_digits(chunk, num)
    if words[num.last] in ("±", "+"):
        num = margins.raised(chunk, margins.uncertain(chunk, num))
    found = unit_after(chunk, num)
    if found is None:
        return Item(num.first, num.last, num, None)
    item = Item(num.first, found[0], num, found[1])
    if item.meaning and item.meaning.kind == "money":
        return with_cents(chunk, _scaled(chunk, item))
    if words[item.last] in ("±", "+"):
        item = margins.with_margin(chunk, item)
    if item.meaning and item.meaning.kind == "quantity":
        return with_smaller(chunk, item)
    return item


def _priced(chunk: Chunk, priced: amounts.Priced, num: Numeral) -> Item | None:
    """A number behind its currency: `-$5`, `US$5bn`, `$5 dollars`; letters glued behind it make it a name (`RM5A`)."""
    words, first, last = chunk.words, priced.first, num.last
    sign = words[first - 1]
    dashed = sign == "-" and (first == 1 or (chunk.glued(first) and not chunk.glued(first - 1)))
    if dashed or sign in ("minus", "negative"):
        num, first = num._replace(amount=negated(num.amount)), first - 1
    again = amounts.after(chunk, last, num.amount.number, False)
    if again and again.currency.factor == 1.0 and words[last] != "-":
        if again.currency.code == priced.currency.code:
            last = again.last
        elif words[last][:1].isalpha() and priced.currency.written == "$" and again.currency.written == "dollar":
            priced, last = again, again.last  # `$5 Canadian dollars`
    if chunk.glued(last) and words[last][0].isalpha() and words[first][-1].isalpha():
        return None
    return with_cents(chunk, _with_shared_scale(chunk, Item(first, last, num, money(priced))))


_SHARED = frozenset(("million", "billion", "trillion"))
_ASIDE = 5
"""Tokens that an amount in brackets takes."""


def _with_shared_scale(chunk: Chunk, item: Item) -> Item:
    """`$40 (£26) million`: the scale behind the brackets is that of both amounts."""
    words, last, amount = chunk.words, item.last, item.numeral.amount
    aside = words[last : last + _ASIDE]
    close = last + aside.index(")") if ")" in aside else None
    if close is None or words[close + 1] not in _SHARED or amount.number is None or item.numeral.scale > 1.0:
        return item
    if close == last:
        ahead = words[max(0, item.first - 3) : item.first]
        if "(" not in ahead or not words[item.first - len(ahead) + ahead.index("(") - 1][-1:].isdigit():
            return item
        last = close + 2
    elif words[last] != "(":
        return item
    scale = SCALES[words[close + 1]]
    scaled = item.numeral._replace(amount=point(amount.number * scale, amount.step * scale), scale=scale)
    return item._replace(last=last, numeral=scaled)


def _again_in_digits(chunk: Chunk, num: Numeral) -> Numeral:
    """`forty-five (45) days`, as contracts have it."""
    words, at = chunk.words, num.last
    digits = literal(words[at + 1]) if words[at + 2] == ")" and words[at + 1][:1].isdigit() else None
    return num._replace(last=at + 3) if digits and digits.value == num.amount.number else num


_SIGNS = frozenset("$£€¥")


def _loss(chunk: Chunk, i: int) -> Item | None:
    """`$(12.4) million`: brackets for a minus, as accounts have it."""
    words, num, priced = chunk.words, numeral(chunk, i), amounts.before(chunk, i - 1)
    if num is None or priced is None or words[num.last] != ")" or num.amount.number is None:
        return None
    scale = SCALES.get(words[num.last + 1], 1.0)
    amount = point(-num.amount.number * scale, num.amount.step * scale)
    last = num.last + 1 + (scale != 1.0)
    return _with_per(chunk, Item(priced.first, last, Numeral(num.first, last, amount, scale), money(priced)))


_STATING = frozenset("of to from was were is be versus vs".split())


def _lost(chunk: Chunk, item: Item) -> Item:
    """`a result of ($0.12)`, `was (4,512)`, `fell (3.2)%`: brackets for a minus around a whole amount."""
    words, first, last = chunk.words, item.first - 1, item.last + 1
    number, meaning = item.numeral.amount.number, item.meaning
    if first < 1 or words[first] != "(" or number is None or number <= 0:
        return item
    if meaning is None and words[last] == "%":
        last, meaning = last + 1, PERCENT
    else:
        figures = words[item.first]
        accounted = meaning.kind in ("money", "percent") if meaning else "," in figures or "." in figures
        if words[first - 1] not in _STATING or not accounted:
            return item
    return Item(first, last, item.numeral._replace(amount=negated(item.numeral.amount)), meaning)


def _scaled(chunk: Chunk, item: Item) -> Item:
    """A scale that stands after the currency or inside it: `75 USD million`, `120 MEUR`."""
    meaning, amount, scale = item.meaning, item.numeral.amount, 1.0
    last = item.last
    if meaning is None or amount.number is None:
        return item
    if meaning.factor > 1:
        scale = meaning.factor
    elif chunk.words[last] in SCALES and len(chunk.words[last]) > 3 and chunk.words[last] != "dozen":
        scale, last = SCALES[chunk.words[last]], last + 1
    if scale == 1.0:
        return item
    amount = point(amount.number * scale, amount.step * scale)
    return Item(item.first, last, item.numeral._replace(amount=amount), meaning._replace(factor=1.0))


_SHOWN = frozenset("screen tv video resolution display monitor camera uhd ultra footage blu film".split())
_CARATS = frozenset("gold white rose yellow pink".split())
"""What the `k` of `18k gold` tells the fineness of."""


def _scale_letter(chunk: Chunk, at: int) -> bool:
    """The `k` of `10k`, the `M` of `3M`; `50 K` is kelvin and `5 mm` a length."""
    words, word, raw = chunk.words, chunk.words[at], chunk.raw(at)
    if word == "m" and chunk.glued(at) and _million(chunk, at):
        return True
    if word == "k" and words[at + 1] in _CARATS:
        return False
    if raw in ("K", "M") and words[at - 1] in ("3", "4", "8") and (words[at + 1] in _SHOWN or words[at - 1] == "3"):
        return plural(words[at + 1])  # `4K video`, the firm `3M`
    if raw == "b" and chunk.glued(at) and "." in words[at - 1]:
        return True
    if word not in ("k", "m", "b", "mm") or raw[0] not in "kKMB" or raw == "mm" or (word == "k" and raced(chunk, at)):
        return False
    spaced = raw == "k" and words[at + 1] != "/" and not words[at + 1][:1].isalnum() and words[at - 1][:1].isdigit()
    return chunk.glued(at) or spaced


def _million(chunk: Chunk, at: int) -> bool:
    """`5m` that is five million: what follows can be counted, or paid, or it is where a change by so many per cent led."""
    words, following = chunk.words, chunk.words[at + 1 + (chunk.words[at + 1] == "+")]
    if words[at - 2] == "to" and words[at - 3] in ("%", "percent", "cent"):
        return True
    return (plural(following) and following != "metres") or amounts.after(chunk, at + 1, 1e6, False) is not None


def negated(amount: Amount) -> Amount:
    """The amount with its sign turned; a range stays as it is."""
    return amount if amount.number is None else point(-amount.number, amount.step)


def with_cents(chunk: Chunk, item: Item) -> Item:
    """`$20 and 43c`, `20 ringgit and 43 sen`, `15 dollars and 15.`"""
    words, at, amount, meaning = chunk.words, item.last, item.numeral.amount, item.meaning
    if meaning is None or meaning.factor != 1.0 or amount.number is None or amount.number % 1 or amount.number >= 1e4:
        return _with_per(chunk, item)
    at += words[at] in ("and", "&", ",")
    if not words[at][:1].isalnum() or words[at] in ("a", "an"):
        return _with_per(chunk, item)
    small = numeral(chunk, at) if words[at][:1].isdigit() or words[at] in WORDS else None
    if small is None or small.first != at or small.amount.number is None or not 0 < small.amount.number < 100:
        return _with_per(chunk, item)
    if small.amount.number % 1 or words[at] in PARTS:
        return _with_per(chunk, item)
    priced = amounts.after(chunk, small.last, small.amount.number, True)
    if (
        priced
        and priced.currency.factor == 0.01
        and (
            priced.currency.code == meaning.unit or priced.currency.written in ("cent", "c", "penny", "pence", "p", "¢")
        )
    ):
        last = priced.last
    elif (
        (
            priced is None
            and item.last == at - (words[at - 1] in ("and", "&"))
            and (not words[small.last] or (words[small.last] in (".", "!", "?") and not chunk.words[small.last + 1]))
        )
        or (
            priced is None
            and words[item.last - 1][:1].isalpha()
            and words[small.last] in ("", ".")
            and words[item.last] != ","
        )
        or (priced is None and at == item.last and _hundredths(chunk, at))
    ):
        last = small.last
    else:
        return _with_per(chunk, item)
    amount = point(round(amount.number + small.amount.number / 100, 2), 0.01)
    return Item(item.first, last, item.numeral._replace(amount=amount), meaning)


def _hundredths(chunk: Chunk, at: int) -> bool:
    """`15 USD 50`: two digits right behind a code, and nothing of which they could be so many."""
    words = chunk.words
    code = chunk.raw(at - 1)
    return (
        len(code) == 3
        and code.isupper()
        and words[at].isdigit()
        and len(words[at]) == 2
        and words[at + 1] in _UNCOUNTED
    )


_UNCOUNTED = frozenset(("", ".", ",", ";", ")", "more", "less", "each", "in", "for"))


def _with_per(chunk: Chunk, item: Item) -> Item:
    rate = amounts.per(chunk, item.last)
    if rate and item.meaning:
        return Item(item.first, rate[0], item.numeral, item.meaning._replace(per=rate[1]))
    return item
