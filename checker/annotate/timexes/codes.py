"""Periods in letters and figures: `Q3`, `1Q25`, `2H 2023`, `FY2019`, `2024-W05`."""

from __future__ import annotations

from checker.annotate.timexes.folding import Item
from checker.annotate.timexes.spec import Fixed
from checker.annotate.tokens import Chunk

LETTERS = frozenset("q h fy cy sy".split())
"""What stands before the figures of a period: a quarter, a half, a year of accounts, of the calendar, of schools."""


def week(chunk: Chunk, i: int, items: list[Item]) -> bool:
    """`2024-W05`, `2024W05`, as ISO 8601 counts weeks."""
    number = chunk.words[i + 1]
    behind = items[-2:] if items and items[-1].sign == "-" else items[-1:]
    glued = all(chunk.glued(at) for at in range(i - len(behind) + 1, i + 2))
    return (
        bool(behind)
        and behind[0].sign == "y"
        and glued
        and len(number) == 2
        and number.isdigit()
        and 0 < int(number) < 54
    )


def led(chunk: Chunk, i: int, items: list[Item]) -> int:
    """`1Q25`, `4Q 2024`, `2H23`, as analysts write quarters and halves."""
    number, year = items.pop(), chunk.words[i + 1]
    code = f"{chunk.words[i].upper()}{number.value}"
    if chunk.glued(i + 1) and year.isdigit() and len(year) in (2, 4):
        items.append(Item("D", Fixed(f"{year if len(year) == 4 else '20' + year}-{code}"), number.first, i + 2))
        return i + 2
    items.append(Item("G", code, number.first, i + 1))
    return i + 1


def coded(chunk: Chunk, i: int, items: list[Item]) -> int:
    """`Q3`, `H1`, `FY2019`, `cy18`."""
    words = chunk.words
    word, digits = words[i], words[i + 1]
    if word in ("q", "h"):
        known = digits in ("1", "2", "3", "4")[: 4 if word == "q" else 2] and not (
            chunk.glued(i + 2) and words[i + 2].isalnum()
        )
        items.append(Item("G" if known else "x", word.upper() + digits, i, i + 2))
    elif len(digits) in (2, 4) and digits.isdigit():
        if words[i + 2] == "/" and len(words[i + 3]) == 2 and words[i + 3].isdigit() and chunk.glued(i + 3):
            items.append(Item("D", Fixed(f"FY{digits}/{words[i + 3]}"), i, i + 4))
            return i + 4
        year = digits if len(digits) == 4 else "20" + digits
        items.append(Item("D", Fixed(("" if word == "cy" else word.upper()) + year), i, i + 2))
    else:
        items.append(Item("x", None, i, i + 1))
        return i + 1
    return i + 2
