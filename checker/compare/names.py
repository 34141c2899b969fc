"""Which names are one person's: `J. R. Smith`, `John Smith` and `Smith`, where nobody else of that name is told of."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, zip_longest

from checker.extraction.persons import surname, words

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


def joined(names: Iterable[str]) -> dict[str, str]:
    """For each name the fullest one of the same person; a name that several people may have stays as it is."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        by_surname[_plain(surname(words(name)))].append(name)
    out = {}
    for alike in by_surname.values():
        for name in alike:
            same = [other for other in alike if _compatible(name, other)]
            one = all(_compatible(a, b) for a, b in combinations(same, 2))
            out[name] = max(same, key=lambda other: (_written(other), other)) if one else name
    return out


def _compatible(one: str, other: str) -> bool:
    """Whether two names of one surname may be one person's: no given name and no suffix tells them apart."""
    (given, suffix), (others, its) = _parts(one), _parts(other)
    return (not suffix or not its or suffix == its) and all(
        a is None or b is None or a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])
        for a, b in zip_longest(given, others)
    )


def _parts(name: str) -> tuple[list[str], str]:
    """The given names, in order, and the suffix."""
    parts = [_plain(word) for word in words(name)]
    suffix = next((part for part in parts if part in _SUFFIXES), "")
    return [part for part in parts if part not in _SUFFIXES][:-1], suffix


def _written(name: str) -> tuple[int, int]:
    """How full a name is: names before initials."""
    given, suffix = _parts(name)
    return sum(len(part) > 1 for part in given), len(given) + bool(suffix)


def _plain(word: str) -> str:
    """Lower case, without accents, points and quotes."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or letter == "-")
