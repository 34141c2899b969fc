"""A chunk as a line of items: tokens with their sign and value, numbers folded (`twenty-first`, `16th`) into one."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from checker.annotate.timexes import holidays
from checker.annotate.timexes.lexicon import ABBREVIATED, COMMON, DECADES, GLUED_UNITS, NUMBERS, ORDINAL, WORDS
from checker.annotate.timexes.spec import Fixed, Holiday, Partial
from checker.annotate.tokens import Chunk

_BEFORE_MONTH = frozenset("ijks F>bRXt-+|@V/,rMdow[(")  # a sign of these may stand before a month that is a common word
_MARCHES = frozenset("for on of to from with against by in at was is and".split())
_DATE_LEAD = frozenset("in since until till by from of during between through before after and to last next this every".split())


class Item(NamedTuple):
    """Tokens `first` to `last` (not included) and what they stand for."""

    sign: str
    value: Any
    first: int
    last: int


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
        items[first:last] = [Item(sign, value, items[first].first, items[last - 1].last)]
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
        feast = holidays.match(words, i) if word in holidays.FIRST else None
        if feast:
            name, end = feast
            items.append(Item("H", Holiday(name), i, end))
        elif word[0].isdigit():
            end = _digits(chunk, i, items)
        elif word in NUMBERS or word in ORDINAL:
            end = _spelled(chunk, i, items)
        else:
            end = _word(chunk, i, items)
        i = end
    return items


def _word(chunk: Chunk, i: int, items: list[Item]) -> int:
    words = chunk.words
    word = words[i]
    before = items[-1].sign if items else " "
    if word in ("a", "p") and (words[i + 1] == "m" or (words[i + 1] == "." and words[i + 2] == "m")) and before in "dewvfy:":
        end = i + (2 if words[i + 1] == "m" else 3)
        if end > i + 2 and words[end] == ".":
            end += 1
        items.append(Item("p", word + "m", i, end))
        return end
    if word in ("a", "p") and chunk.glued(i) and before in "de" and len(items) > 1 and items[-2].sign in "@:>F-bD":
        items.append(Item("p", word + "m", i, i + 1))
        return i + 1
    if word in ("q", "h") and before == "y" and words[i + 1][:1].isdigit() and chunk.glued(i + 1):
        return _coded(chunk, i, items)
    if word in ("h", "yo") and before in "dewf/" and not chunk.upper(i) or chunk.size <= 3 and word in ("'", '"') and before in "de":
        unit = {"h": ("u", "hour"), "yo": ("U", "year"), "'": ("u", "minute")}.get(word, ("u", "second"))
        items.append(Item(*unit, i, i + 1))
        return i + 1
    if word in GLUED_UNITS and before in "dewfyn" and chunk.glued(i) and _unit_letter(chunk, i):
        items.append(Item(*GLUED_UNITS[word], i, i + 1))
        return i + 1
    if word == "week" and words[i + 1] == "-" and words[i + 2] in ("end", "ends"):
        items.append(Item("U", "weekend", i, i + 3))
        return i + 3
    if word in DECADES and before == "w" and 15 <= items[-1].value <= 20:
        hundred = items.pop()
        items.append(Item("D", Fixed(f"{hundred.value}{DECADES[word] // 10}"), hundred.first, i + 1))
        return i + 1
    if word in DECADES and before in " tXix+":
        items.append(Item("D", Partial(f"XX{DECADES[word] // 10}"), i, i + 1))
        return i + 1
    if word in ("q", "h", "fy", "cy", "sy") and words[i + 1][:1].isdigit() and chunk.glued(i + 1):
        return _coded(chunk, i, items)
    entry = WORDS.get(word)
    if entry is None:
        sign = ";" if not word[0].isalpha() else "½".find(word) and "x" or "h"
        items.append(Item("h" if word in ("½", "¼", "¾") else sign, {"½": 0.5, "¼": 0.25, "¾": 0.75}.get(word), i, i + 1))
        return i + 1
    sign, value = entry
    if word in COMMON and not _meant(chunk, i, sign, before) or sign == "Q" and i and chunk.upper(i):
        sign, value = "x", None
    elif word == "back" and words[i + 1] not in ("", ".", ",", ";", "?", "!", "\n"):
        sign = "x"
    items.append(Item(sign, value, i, i + 1))
    if sign in "MW" and word in ABBREVIATED | {"sept"} and words[i + 1] == "." and chunk.glued(i + 1):
        items[-1] = Item(sign, value, i, i + 2)
        return i + 2
    return i + 1


def _coded(chunk: Chunk, i: int, items: list[Item]) -> int:
    """`Q3`, `H1`, `FY2019`, `cy18`."""
    words = chunk.words
    word, digits = words[i], words[i + 1]
    if word in ("q", "h"):
        known = digits in ("1", "2", "3", "4")[: 4 if word == "q" else 2] and not (chunk.glued(i + 2) and words[i + 2].isalnum())
        items.append(Item("G" if known else "x", word.upper() + digits, i, i + 2))
    elif len(digits) in (2, 4) and digits.isdigit():
        year = digits if len(digits) == 4 else "20" + digits
        items.append(Item("D", Fixed(("" if word == "cy" else word.upper()) + year), i, i + 2))
    else:
        items.append(Item("x", None, i, i + 1))
        return i + 1
    return i + 2


def _unit_letter(chunk: Chunk, i: int) -> bool:
    """`2m` and `5s` are minutes and seconds where they are all there is; `3D` is no three days."""
    if chunk.words[i] in ("m", "s", "mo"):
        return chunk.size <= 3
    return not (chunk.words[i] == "d" and chunk.upper(i))


def _meant(chunk: Chunk, i: int, sign: str, before: str) -> bool:
    """Whether a common word stands for the month, weekday or season that it also names."""
    words, size = chunk.words, chunk.size
    word, after = words[i], words[i + 1]
    if word == "second":
        return True
    if size <= 2 and (i == 0 or before in "RtijX"):
        return word != "may" or before in "Rijs"
    if after == "." and word not in ("may", "march", "fall", "spring"):
        after = words[i + 2]
    dated = after[:1].isdigit() and not words[i + 2].startswith(("mile", "km", "kilom", "%"))
    if sign == "S":
        led = words[i - 1] in ("last", "this", "next", "late", "early", "since", "by", "every", "mid", "previous", "coming", "in")
        if words[i - 1] == "the" or words[i - 1] == "-":
            led = words[i - 2] in ("in", "by", "of", "since", "until", "during", "for", "mid", "through", "late", "early")
            led = led and (after not in ("of",) or words[i + 2][:1].isdigit())
        return led or (after[:1].isdigit() and len(after) == 4) or (after == "of" and words[i + 2][:1].isdigit())
    if sign == "W":
        return dated or after in WORDS and WORDS[after][0] in "MC@o" or (after == "," and WORDS.get(words[i + 2], "x")[0] in "Md") \
            or before == "H"
    if dated and (chunk.upper(i) or word in ("jan", "dec", "mar") or words[i + 2] not in ("days", "miles", "times", "hours")):
        return True
    if after in ORDINAL or (after == "the" and (words[i + 2][:1].isdigit() or words[i + 2] in ORDINAL)):
        return chunk.upper(i) or before not in "t"
    if after == "after" and words[i + 2] == "next":
        return True
    if after == "," and len(words[i + 2]) == 4 and words[i + 2].isdigit():
        return True
    if after == "." and words[i + 2][:1].isdigit() and chunk.glued(i + 2):
        return chunk.upper(i)
    if after in ("-", "/") and words[i + 2][:1].isdigit() and chunk.glued(i + 2) or before == "y" and chunk.upper(i):
        return chunk.upper(i)
    if after in NUMBERS and WORDS[after][0] in "wv":
        return chunk.upper(i) and (i > 0 or word != "may") or word in ("jan", "dec", "mar")
    if i and words[i - 1] in ("of", "-") and (words[i - 2][:1].isdigit() or before == "k" and _number_before(words, i - 2)):
        return True
    if i and before in "do" and (chunk.upper(i) or before == "o"):
        return after[:1].isdigit() or chunk.upper(i) or word not in ("may", "march")
    if after in (">", "to", "-", "–", "through", "until", "and") and chunk.upper(i) and WORDS.get(words[i + 2], " ")[0] == "M":
        return True
    if i and words[i - 1] == "the" and chunk.upper(i) and after.isalpha() and after not in _MARCHES:
        return chunk.raw(i + 1).islower()
    if i and words[i - 1] in _DATE_LEAD:
        return chunk.upper(i) or words[i - 1] in ("in", "since", "until", "of") and word in ("may", "mar", "jan", "dec")
    return bool(i and chunk.upper(i) and before in "X-/" and items_are_date(words, i))


def items_are_date(words: list[str], i: int) -> bool:
    """`mid-May`, `early May`, `Jan-May`."""
    return words[i - 1] in ("early", "late", "mid") or words[i - 1] in ("-", "/") and (
        words[i - 2] in ("mid", "early", "late") or words[i - 2][:1].isdigit() or WORDS.get(words[i - 2], " ")[0] == "M"
    )


def _number_before(words: list[str], i: int) -> bool:
    return i >= 0 and (words[i] in ORDINAL or words[i] in NUMBERS or words[i] in ("th", "st", "nd", "rd", "day", "ides"))


_DIGIT_DATE = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{2,4})")


def _digits(chunk: Chunk, i: int, items: list[Item]) -> int:
    words = chunk.words
    text = words[i]
    if text.isdigit():
        return _integer(chunk, i, text, items)
    dotted = _DIGIT_DATE.fullmatch(text)
    if dotted:
        value = numeric_date(*dotted.groups(), ".")
        items.append(Item("D" if value else "n", Fixed(value) if value else 0, i, i + 1))
        return i + 1
    day, _, year = text.partition(",")
    if len(day) <= 2 and len(year) == 4 and year.isdigit():
        items += [Item("d", int(day), i, i + 1), Item(",", None, i, i + 1), Item("y", int(year), i, i + 1)]
        return i + 1
    plain = text.replace(",", "")
    if plain.count(".") == 1:
        items.append(Item("f", (float(plain), text), i, i + 1))
    elif text.count(",") == 1 and len(year) < 3:
        items.append(Item("f", (float(text.replace(",", ".")), text), i, i + 1))
    else:
        items.append(Item("n", int(plain) if plain.isdigit() else 0, i, i + 1))
    return i + 1


def _integer(chunk: Chunk, i: int, text: str, items: list[Item]) -> int:
    words = chunk.words
    number, size = int(text), len(text)
    after = words[i + 1]
    if chunk.glued(i + 1) and not after.isdigit():
        if after in ("st", "nd", "rd", "th"):
            items.append(Item("o" if 0 < number <= 31 else "O", number, i, i + 2))
            return i + 2
        if after in ("s", "'s") and number % 10 == 0 and (size == 4 and 1000 <= number < 2200 or size == 2):
            century = size == 4 and number % 100 == 0 and number != 2000
            value = text[:2] if century else text[:3] if size == 4 else None
            first = i
            led = words[i - 1] if words[i - 1] not in ("early", "mid", "late", "-") else words[i - 2] if words[i - 2] != "mid" else words[i - 3]
            if size == 2 and led not in ("the", "'", "‘"):
                items.append(Item("x", None, i, i + 2))
                return i + 2
            if size == 2 and i and words[i - 1] in ("'", "‘"):
                first = i - 1
                if items and items[-1].last == i:
                    items.pop()
            items.append(Item("D", Fixed(value) if value else Partial(f"XX{number // 10}"), first, i + 2))
            return i + 2
    if size <= 2:
        items.append(Item("d" if 1 <= number <= 31 else "e", number, i, i + 1))
    elif size == 4 and 1000 <= number <= 2999:
        items.append(Item("y", number, i, i + 1))
    elif size == 8 and text[:2] in ("19", "20") and (value := numeric_date(text[:4], text[4:6], text[6:], "-")):
        items.append(Item("D", Fixed(value), i, i + 1))
    else:
        items.append(Item("n", number, i, i + 1))
    return i + 1


def numeric_date(a: str, b: str, c: str, mark: str) -> str | None:
    """`2025-05-16`, `16.05.2025`, `5/16/25` as a TIMEX3 value; month first where both would do, except with points."""
    if len(a) == 4:
        year, month, day = a, int(b), int(c)
        if len(c) > 2:
            return None
    elif len(a) <= 2 and len(c) in (2, 4):
        year, month, day = c, int(a), int(b)
        if month > 12 or (mark == "." and day <= 12):
            month, day = day, month
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if len(year) == 2:
        year = ("20" if int(year) < 50 else "19") + year
    return f"{year}-{month:02}-{day:02}"


def _spelled(chunk: Chunk, i: int, items: list[Item]) -> int:
    """A number in words; `the second` after a number is the unit."""
    words = chunk.words
    if words[i] in ("second", "seconds") and items and items[-1].sign in "dewvnfa" and words[i + 1] not in ("of", "-"):
        if items[-1].sign != "a" or words[i + 1] in ("", ".", ",", "later", "ago", "before", "after", "and"):
            items.append(Item("u", "second", i, i + 1))
            return i + 1
    number, end, ordinal = spelled(words, i)
    sign = ("o" if number <= 31 else "O") if ordinal else ("w" if 0 < number <= 31 else "v")
    items.append(Item(sign, number, i, end))
    return end


def spelled(words: list[str], i: int) -> tuple[int, int, bool]:
    """The number in words at token i, the token after it, and whether it is an ordinal."""
    total, part, end = 0, None, i
    while True:
        word = words[end]
        if word in ORDINAL:
            if part is not None and (part % 10 or ORDINAL[word] > 9 or part % 100 < 20):
                break
            return total + (part or 0) + ORDINAL[word], end + 1, True
        if word in NUMBERS:
            number = NUMBERS[word]
            if part is not None and not (part % 100 == 0 and part or part % 10 == 0 and part % 100 >= 20 and 0 < number < 10):
                break
            part = (part or 0) + number
        elif word == "hundred" and part and part < 100:
            part *= 100
        elif word == "thousand" and part and not total:
            total, part = part * 1000, None
            if words[end + 1] not in NUMBERS and words[end + 1] not in ORDINAL and words[end + 1] != "and":
                return total, end + 1, False
        elif word == "-" and part and words[end + 1] in _SMALL and part % 10 == 0 and part % 100 >= 20:
            pass
        elif word == "and" and (total or (part and part % 100 == 0)) and (words[end + 1] in NUMBERS or words[end + 1] in ORDINAL):
            pass
        else:
            break
        end += 1
    while words[end - 1] in ("and", "-"):
        end -= 1
    return total + (part or 0), max(end, i + 1), False


_SMALL = frozenset(w for w, n in NUMBERS.items() if 0 < n < 10) | frozenset(w for w, n in ORDINAL.items() if n < 10)
