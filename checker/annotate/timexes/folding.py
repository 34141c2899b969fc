"""Numbers of a line: digits with what is glued to them, and number words folded into one item."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from checker.annotate.timexes.lexicon import NUMBERS, ORDINAL
from checker.annotate.timexes.spec import Fixed, Partial
from checker.annotate.tokens import Chunk
from checker.model.mention import made


class Item(NamedTuple):
    """Tokens `first` to `last` (not included) and what they stand for."""

    sign: str
    value: Any
    first: int
    last: int


_DIGIT_DATE = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{2,4})")


def digits(chunk: Chunk, i: int, items: list[Item]) -> int:
    """Add the items of the digits at token i; the token after them."""
    words = chunk.words
    text = words[i]
    if text.isdigit():
        return _integer(chunk, i, text, items)
    dotted = _DIGIT_DATE.fullmatch(text)
    if dotted:
        value = numeric_date(dotted[1], dotted[2], dotted[3], ".")
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
    spaced = after == "'s" and words[i - 1] in ("the", "early", "mid", "late")  # `the 1980 's`, as some corpora have it
    if (spaced or chunk.glued(i + 1)) and not after.isdigit():
        if after in ("st", "nd", "rd", "th"):
            items.append(Item("o" if 0 < number <= 31 else "O", number, i, i + 2))
            return i + 2
        if after in ("s", "'s") and number % 10 == 0 and ((size == 4 and 1000 <= number < 2200) or size == 2):
            century = size == 4 and number % 100 == 0 and number != 2000
            value = text[:2] if century else text[:3] if size == 4 else None
            first = i
            led = (
                words[i - 1]
                if words[i - 1] not in ("early", "mid", "late", "-")
                else words[i - 2]
                if words[i - 2] != "mid"
                else words[i - 3]
            )
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
        items.append(made(Item, ("d" if 1 <= number <= 31 else "e", number, i, i + 1)))
    elif size == 4 and 1000 <= number <= 2999:
        items.append(made(Item, ("y", number, i, i + 1)))
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


def spelled_number(chunk: Chunk, i: int, items: list[Item]) -> int:
    """A number in words; `the second` after a number is the unit."""
    words = chunk.words
    before, after = items[-1].sign if items else " ", words[i + 1]
    counted = before in "dewvnf" or (
        before == "a" and after in ("", ".", ",", "later", "ago", "before", "after", "and")
    )
    joined = before == "-" and len(items) > 1 and items[-2].sign in "dewv" and chunk.glued(i)  # a 60-second pause
    if words[i] in ("second", "seconds") and (counted or joined) and after not in ("of", "-"):
        items.append(Item("u", "second", i, i + 1))
        return i + 1
    number, end, ordinal = spelled(words, i)
    sign = ("o" if number <= 31 else "O") if ordinal else ("w" if 0 < number <= 31 else "v")
    items.append(Item(sign, number, i, end))
    return end


_SMALL = frozenset(w for w, n in NUMBERS.items() if 0 < n < 10) | frozenset(w for w, n in ORDINAL.items() if n < 10)


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
            if part is not None and not (
                (part % 100 == 0 and part) or (part % 10 == 0 and part % 100 >= 20 and 0 < number < 10)
            ):
                break
            part = (part or 0) + number
        elif word == "hundred" and part and part < 100:
            part *= 100
        elif word == "thousand" and part and not total:
            total, part = part * 1000, None
            if words[end + 1] not in NUMBERS and words[end + 1] not in ORDINAL and words[end + 1] != "and":
                return total, end + 1, False
        elif (word == "-" and part and words[end + 1] in _SMALL and part % 10 == 0 and part % 100 >= 20) or (
            word == "and"
            and (total or (part and part % 100 == 0))
            and (words[end + 1] in NUMBERS or words[end + 1] in ORDINAL)
        ):
            pass
        else:
            break
        end += 1
    while words[end - 1] in ("and", "-"):
        end -= 1
    return total + (part or 0), max(end, i + 1), False
