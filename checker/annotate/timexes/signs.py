"""A chunk as a line of items: tokens with their sign and value, numbers folded (`twenty-first`, `16th`) into one."""

from __future__ import annotations

from typing import Any

from checker.annotate.timexes import codes, holidays
from checker.annotate.timexes.common import meant
from checker.annotate.timexes.folding import Item, digits, spelled_number
from checker.annotate.timexes.lexicon import (
    ABBREVIATED,
    COMMON,
    DECADES,
    FUNCTION_WORDS,
    GLUED_UNITS,
    MEASURING,
    NUMBERS,
    ORDINAL,
    ROMAN,
    SPACED,
    WORDS,
)
from checker.annotate.timexes.spec import Fixed, Holiday, Partial
from checker.annotate.tokens import Chunk
from checker.model.mention import made


class Line:
    """The items of a chunk and their signs as one string; reductions replace several items by one."""

    __slots__ = ("chunk", "items", "signs")

    def __init__(self, chunk: Chunk) -> None:
        self.chunk = chunk
        self.items = list(_items(chunk))
        self.signs = "".join([item[0] for item in self.items])

    def put(self, first: int, last: int, sign: str, value: Any) -> None:
        """One item for the items `first` to `last` (not included)."""
        items = self.items
        items[first:last] = [made(Item, (sign, value, items[first].first, items[last - 1].last))]
        self.signs = self.signs[:first] + sign + self.signs[last:]

    def word(self, at: int) -> str:
        """The first word of an item, or nothing outside the line."""
        return self.chunk.words[self.items[at].first] if 0 <= at < len(self.items) else ""

    def sign(self, at: int) -> str:
        """The sign of an item, or a blank outside the line."""
        return self.signs[at] if 0 <= at < len(self.signs) else " "

    def glued(self, at: int) -> bool:
        """No space between this item and the one before it."""
        return 0 < at < len(self.items) and self.chunk.glued(self.items[at].first)

    def values(self, first: int, last: int, signs: str) -> list[Any]:
        """The values of the items that carry one of these signs."""
        return [item.value for item in self.items[first:last] if item.sign in signs]

    def value(self, first: int, last: int, signs: str) -> Any:
        """The first of them, or None."""
        return next((item.value for item in self.items[first:last] if item.sign in signs), None)


def _items(chunk: Chunk) -> list[Item]:
    words, size = chunk.words, chunk.size
    items: list[Item] = []
    i = 0
    while i < size:
        word = words[i]
        entry = _PLAIN.get(word)
        if entry is not None:
            items.append(made(Item, (entry[0], entry[1], i, i + 1)))
            i += 1
            continue
        feast = holidays.match(words, i) if word in holidays.FIRST else None
        if feast and (word not in holidays.CAPITAL or chunk.upper(i) or size < 3):
            name, end = feast
            items.append(Item("H", Holiday(name), i, end))
        elif word == "2" and words[i + 1] in _TO_WORDS and chunk.glued(i + 1) and _to_word(words, i + 1):
            items.append(Item(*WORDS[_TO_WORDS[words[i + 1]]], i, i + 2))
            end = i + 2
        elif words[i - 1] == "-" and _offered(chunk, i):
            items.append(Item("x", None, i, i + 1))
            end = i + 1
        elif word[0].isdigit():
            end = digits(chunk, i, items)
        elif word in NUMBERS or word in ORDINAL:
            end = spelled_number(chunk, i, items)
        else:
            end = _word(chunk, i, items)
        i = end
    return items


def _offered(chunk: Chunk, i: int) -> bool:
    """The 1 of `2-for-1 day`, which is no length of time."""
    return i > 3 and chunk.words[i - 3 : i] == ["-", "for", "-"] and all(map(chunk.glued, range(i - 3, i + 1)))


def _to_word(words: list[str], i: int) -> bool:
    """`2day` is two days before what they last: `a 2day trip`."""
    after = words[i + 1]
    return words[i] != "day" or not after[:1].isalpha() or after in FUNCTION_WORDS or WORDS.get(after, " ")[0] in "i@+j"


_TO_WORDS = {
    "day": "today",
    "moro": "tomorrow",
    "morrow": "tomorrow",
    "mrw": "tomorrow",
    "nite": "tonight",
    "night": "tonight",
}
"""What a 2 before it makes of it in messages: `2moro`."""
_SHORT = ABBREVIATED | {"sept"}
_LEANING = frozenset("d y a p q h w yo ' \" ish week fy cy sy back that today now tonight".split())
"""Words that `_word` reads one way or the other by what stands beside them."""
_PLAIN = {
    word: entry
    for word, entry in WORDS.items()
    if not (word[0].isdigit() or entry[0] in "Ql" or word in _LEANING)
    and not any(word in words for words in (_SHORT, COMMON, NUMBERS, ORDINAL, DECADES, GLUED_UNITS, holidays.FIRST))
} | {"xx": ("x", None), "xxf": ("x", None)}
"""Words that mean the same wherever they stand: most of a line, so they are told first."""


def _cased(raw: str) -> bool:
    """`Feb`, `feb`, `FEB`, but not the `FeB` of a formula."""
    return raw[1:].islower() or raw.isupper()


_TITLES = frozenset(("today", "now", "tonight"))
"""With a capital behind another these are part of a name: `USA Today`."""
OWN = frozenset("my your his her its our their".split())
"""Somebody's twenties are an age."""
_SHARES = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_TELLING = _LEANING.union(WORDS, GLUED_UNITS, SPACED, DECADES, ROMAN, _SHARES)
"""Words that `_word` knows at all."""


def _word(chunk: Chunk, i: int, items: list[Item]) -> int:
    words = chunk.words
    word = words[i]
    if word not in _TELLING:
        items.append(made(Item, ("x" if word[0].isalpha() else ";", None, i, i + 1)))
        return i + 1
    before = items[-1].sign if items else " "
    if word in ("a", "p") and (end := _half_day(chunk, i, items, before)):
        items.append(Item("p", word + "m", i, end))
        return end
    if word == "w" and codes.week(chunk, i, items):
        items.append(Item("G", f"W{words[i + 1]}", i, i + 2))
        return i + 2
    if word in ("q", "h") and before == "y" and words[i + 1][:1].isdigit() and chunk.glued(i + 1):
        return codes.coded(chunk, i, items)
    if (word in ("h", "yo") and before in "dewf/" and not chunk.upper(i)) or (
        chunk.size <= 3 and word in ("'", '"') and before in "de"
    ):
        unit = {"h": ("u", "hour"), "yo": ("U", "year"), "'": ("u", "minute")}.get(word, ("u", "second"))
        items.append(Item(*unit, i, i + 1))
        return i + 1
    if (
        before == "d"
        and chunk.glued(i)
        and (
            (word == "q" and items[-1].value < 5)
            or (word == "h" and chunk.upper(i) and items[-1].value < 3 and words[i + 1][:1].isdigit())
        )
    ):
        return codes.led(chunk, i, items)
    if word == "y" and words[i + 1] == "." and words[i + 2] == "o" and before in "de":
        items.append(Item("U", "year", i, i + 3))
        return i + 3
    if (
        word == "h"
        and before == "-"
        and chunk.glued(i)
        and chunk.glued(i - 1)
        and len(items) > 1
        and items[-2].sign in "def"
    ):
        items.append(Item("u", "hour", i, i + 1))
        return i + 1
    if word == "ish" and before in "dwC" and chunk.glued(i):
        if before != "C":
            items.append(Item("c", None, i, i + 1))
        return i + 1
    if word in GLUED_UNITS and before in "dewfyn" and chunk.glued(i) and _unit_letter(chunk, i, items):
        items.append(Item(*GLUED_UNITS[word], i, i + 1))
        return i + 1
    if word in SPACED and before in "def" and not chunk.upper(i) and (before == "f" or words[i - 2] in MEASURING):
        items.append(Item(*GLUED_UNITS[word], i, i + 1))
        return i + 1
    if word == "week" and words[i + 1] == "-" and words[i + 2] in ("end", "ends"):
        items.append(Item("U", "weekend", i, i + 3))
        return i + 3
    if word == "week" and words[i + 1] == "end" and words[i - 1] in ("last", "this", "next"):
        items.append(Item("U", "weekend", i, i + 2))
        return i + 2
    if word in DECADES and _decade(chunk, i, items, before):
        return i + 1
    if word in codes.LETTERS and words[i + 1][:1].isdigit() and chunk.glued(i + 1):
        return codes.coded(chunk, i, items)
    return _listed(chunk, i, items, before)


def _half_day(chunk: Chunk, i: int, items: list[Item], before: str) -> int:
    """The token behind `a m`, `p.m.`, or the `p` of `at 5p`; 0 where it is none."""
    words = chunk.words
    if words[i + 1] == "m" and before in "dewvfy:":
        return i + 2
    if words[i + 1] == "." and words[i + 2] == "m" and before in "dewvfy:":
        return i + 3 + (words[i + 3] == ".")
    return i + 1 if chunk.glued(i) and before in "de" and len(items) > 1 and items[-2].sign in "@:>F-bD" else 0


def _decade(chunk: Chunk, i: int, items: list[Item], before: str) -> bool:
    """`nineteen twenties`, `the sixties`; somebody's twenties are an age."""
    words, tens = chunk.words, DECADES[chunk.words[i]] // 10
    if before == "w" and 15 <= items[-1].value <= 20:
        hundred = items.pop()
        items.append(Item("D", Fixed(f"{hundred.value}{tens}"), hundred.first, i + 1))
        return True
    named = chunk.upper(i) and chunk.upper(i + 1)
    if named or before not in " tXix+" or not OWN.isdisjoint(words[max(0, i - 3) : i]):
        return False
    items.append(Item("D", Partial(f"XX{tens}"), i, i + 1))
    return True


def _listed(chunk: Chunk, i: int, items: list[Item], before: str) -> int:
    """The sign that the lexicon has for a word, where that is what the word means here."""
    words, word = chunk.words, chunk.words[i]
    entry = WORDS.get(word)
    if entry is None:
        if word in ROMAN and chunk.upper(i) and "century" in (words[i + 1], words[i + 2]):
            items.append(Item("o", ROMAN[word], i, i + 1))
            return i + 1
        share = _SHARES.get(word)
        items.append(made(Item, ("h" if share else "x" if word[0].isalpha() else ";", share, i, i + 1)))
        return i + 1
    sign, value = entry
    if (
        (word in COMMON and not meant(chunk, i, sign, before))
        or (sign == "Q" and i and (chunk.upper(i) or (chunk.upper(i - 1) and chunk.upper(i + 1))))
        or (sign == "l" and not (chunk.upper(i) or "." in word))
        or (word in _SHORT and not _cased(chunk.raw(i)))
        or (word in _TITLES and i and chunk.upper(i - 1) and chunk.raw(i).istitle())
    ):
        sign, value = "x", None
    elif (word == "back" and words[i + 1] not in ("", ".", ",", ";", "?", "!", "\n")) or (
        word == "that" and words[i + 1] in ("last", "next", "this")  # `said on Sunday that last week ...`
    ):
        sign = "x"
    items.append(made(Item, (sign, value, i, i + 1)))
    if sign in "MW" and word in _SHORT and words[i + 1] == "." and chunk.glued(i + 1):
        items[-1] = Item(sign, value, i, i + 2)
        return i + 2
    return i + 1


def _unit_letter(chunk: Chunk, i: int, items: list[Item]) -> bool:
    """`2m` and `5s` are minutes and seconds where they are all there is or stand beside each other (`2h 30m`, `3m 20s`);
    `3D` is no three days."""
    words, word = chunk.words, chunk.words[i]
    if word in ("m", "s", "mo"):
        follows = len(items) > 1 and items[-2].sign == "u"
        return chunk.size <= 3 or follows or (word == "m" and words[i + 1].isdigit() and words[i + 2] == "s")
    return not (word == "d" and chunk.upper(i))
