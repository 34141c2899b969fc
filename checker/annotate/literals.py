"""Numbers in digits: `1,200.5`, `1 000 000`, `12,34,567`, `1e10`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Literal(NamedTuple):
    """A value, and the worth of a unit in its last place that is not mere zeros (`12,000`: 1000; `1.20`: 0.01)."""

    value: float
    step: float


_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_PLAIN = re.compile(r"\d*(?:\.\d+)?")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}")


@lru_cache(maxsize=65536)
def literal(word: str) -> Literal | None:
    """The value of a token of digits, None where it is no number (`1.2.3`, `16.05.2025`, `3,4,5`)."""
    if word.isdigit():
        return Literal(float(word), _step(word)) if len(word) < 22 else None
    if not ("0" <= word[0] <= "9" or word[0] == "."):
        return None
    if _ENGLISH.fullmatch(word) or _INDIAN.fullmatch(word):
        digits = word.replace(",", "")
    elif _PLAIN.fullmatch(word):
        digits = word
    elif _CONTINENTAL.fullmatch(word):
        digits = word.replace(".", "").replace(",", ".")
    else:
        return None
    return Literal(float(digits), _step(digits))


def _step(digits: str) -> float:
    """Zeros at the end of a whole number are not taken for figures, except to make two of them."""
    if "." in digits:
        return float(10.0 ** -len(digits.rpartition(".")[2]))
    figures = digits.lstrip("0")
    zeros = len(figures) - len(figures.rstrip("0"))
    return float(10.0 ** max(0, min(zeros, len(figures) - 2)))
