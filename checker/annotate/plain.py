"""The short way: a number of one token between plain words, which most numbers of a text are."""

from __future__ import annotations

from functools import lru_cache

from checker.annotate import amounts, designations, hedges, negatives, nouns, unit_names
from checker.annotate.literals import literal
from checker.annotate.measure_words import OPENING, TIMES
from checker.annotate.negatives import clean, year_like
from checker.annotate.numeral_words import PARTS, SCALES, SMALL, TENS, WORDS
from checker.annotate.tokens import Chunk, Reading
from checker.model.mention import Quantity
from checker.values import precision
from checker.values.precision import Amount, point


@lru_cache(maxsize=65536)
def inert(word: str) -> bool:
    """A plain word that neither makes part of a number or its unit nor moves its bounds."""
    return (
        len(word) > 3
        and word.isalpha()
        and word not in _ACTIVE
        and not word.endswith(("fold", "ths", "th"))
        and not unit_names.begins(word)
        and not amounts.begins(word)
    )


@lru_cache(maxsize=65536)
def still(word: str) -> bool:
    """A word or mark before a number that says nothing about it."""
    if not word.isalpha():
        return word in (",", ".", ";", "(", "“", '"', "‘", "?", "!", "'s")
    return word not in _ACTIVE and word not in _LEADING and not amounts.begins(word)


_LEADING = frozenset("of to from a an minus negative than between some no".split())
_STOPS = frozenset(
    (",", ".", ")", ";", "?", "!", "”", '"', "were", "was", "are", "have", "had", "who", "others", "men", "on", "had")
)


@lru_cache(maxsize=65536)
def unlinked(word: str) -> bool:
    """What follows a comma or a full stop does not go on with a list of numbers."""
    return (
        not word[:1].isdigit() and word not in WORDS and word not in ("and", "or", "&") and word not in ("$", "£", "€")
    )


_ACTIVE = (
    frozenset(WORDS) | frozenset(SCALES) | frozenset(PARTS) | frozenset(hedges.BEFORE)
    | frozenset(OPENING) | TIMES.keys()
    | frozenset(
        "percent percents percentage basis per point points over times plus more minus negative each apiece odd minimum maximum "
        "total totaling totalling between from than another additional further both dozen altogether than with million "
        "hundred hundreds first second half quarter quarters degree degrees pound pounds old years yearold million basis about".split()
    )
)  # fmt: skip


@lru_cache(maxsize=16384)
def single(word: str) -> Amount | None:
    """The whole number that one token states, as a count of things; None where it is none or not whole."""
    if word in SMALL or word in TENS:
        return point(SMALL.get(word, 0.0) or TENS.get(word, 0.0), 1.0, whole=True)
    read_ = literal(word) if "0" <= word[0] <= "9" else None
    if read_ is None or read_.value % 1:
        return None
    return point(read_.value, read_.step, whole=True)


@lru_cache(maxsize=16384)
def _count(amount: Amount, noun: str) -> Quantity:
    return precision.quantity(amount, noun, noun)


@lru_cache(maxsize=16384)
def _of_nothing(amount: Amount) -> Quantity:
    """A number of no noun is as exact as it is written: it need not count anything."""
    return precision.quantity(point(amount.number or 0.0, amount.step), "", "")


def amount(chunk: Chunk, i: int) -> Amount | None:
    """The amount at token i, where nothing beside it can belong to it; else the long way has to decide."""
    words = chunk.words
    after = words[i + 1]
    if not (inert(after) or (after in _STOPS and unlinked(words[i + 2]))) or (i and not still(words[i - 1])):
        return None
    if (after == ")" and words[i - 1] == "(") or (words[i - 1] == "." and hedges.before(chunk, i)):
        return None  # brackets for a minus; `c. 1450 men`
    if after.isalpha() and (chunk.glued(i + 1) or (len(after) < 6 and chunk.raw(i + 1) != after)):
        return None  # a capital may be that of a symbol: `5 Gbit`
    return single(words[i])


def counted(chunk: Chunk, i: int, amount: Amount) -> Reading | None:
    """A number of one token between plain words: what most numbers of a text are."""
    words = chunk.words
    if chunk.glued(i) and not clean(chunk, i):
        return None
    phrase = nouns.after(chunk, i + 1, amount.number == 1.0)
    if negatives.excluded(chunk, i, i + 1, phrase is not None):
        return designations.ordinal(chunk, i, i + 1)
    if phrase is None:
        if len(words[i]) == 4 and year_like(words, i, i + 1):
            return None
        return Reading(i, i + 1, "number", _of_nothing(amount), i, i + 1, share=nouns.share(chunk, i, i + 1))
    head, first, last = phrase
    value = _count(amount, head)
    if words[last] in amounts.RATED and (each := amounts.each(chunk, last)):
        value = value._replace(per=each)
    return Reading(i, i + 1, "count", value, i, i + 1, None, head, first, last, nouns.share(chunk, i, last))
