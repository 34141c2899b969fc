"""All inflections of an English word, whichever part of speech it is: `swap swaps swapped swapping`.

Rules of spelling (doubled consonants, silent e, y to i) and a table of what is irregular, `irregular.txt`. There is no
dictionary: a form that no writer would use (`childed`) does no harm, since no text has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou]*(?:qu)?[aeiouy][^aeiouwxy]")  # one syllable, one vowel, one consonant: doubles it
_DOUBLING = re.compile(
    r".*(?:fer|[iu]r|[^aeiou][aeiou][bdglmpt]|gin|[^aeiou]qu[aeiou][^aeiou])"
)  # longer: both are written
_FREE = frozenset(("agree", "disagree", "free", "guarantee", "referee", "decree", "tee", "knee", "wee"))
"""Verbs in -ee, of which `eed` is the past; all other words in `eed` are bases."""
_HISSING = ("s", "x", "z", "ch", "sh")


class _Table(NamedTuple):
    verbs: dict[str, frozenset[str]]  # irregular verb to its past forms
    nouns: dict[str, frozenset[str]]  # irregular noun to its plurals
    bases: dict[str, tuple[str, ...]]  # irregular form to its bases
    endings: tuple[tuple[str, tuple[str, ...]], ...]  # `man` to `men`, at the end of any word
    alone: frozenset[str]
    spellings: dict[str, str]


@lru_cache(maxsize=65536)
def forms(word: str) -> frozenset[str]:
    """Every inflection of a word, itself included, in lower case, in British and American spelling.

    The word may be any of the forms itself: `held` and `holds` give the same set. A word in -ing is the noun alone.
    """
    word = word.casefold()
    if not word[-1:].isalpha() or word.startswith("'"):
        return frozenset((word,))
    if word.endswith("ing") and len(word) > 5:
        # `meeting`, `building`, `shooting`: whoever writes it means the thing; who means the deed writes `meet`.
        return frozenset((word, _plural(word)))
    bases = _bases(word)
    if len(word) < 3 and bases == {word} and word not in _table().verbs:
        return frozenset((word,))
    found = {word, *(form for base in bases for spelling in _spellings(base) for form in _inflected(spelling))}
    if bases != {word} and not word.endswith(("s", "ed")):
        found.add(_plural(word))  # `meetings`, `shots`: a form that is a noun as well
    return frozenset(found)


def regular(word: str) -> str:
    """The base of an irregular form (`shot` is `shoot`), any other word as it is; in lower case."""
    word = word.casefold()
    return _table().bases.get(word, (word,))[0]


def _bases(word: str) -> set[str]:
    """What the word may be a form of. A regular ending counts where putting it on again gives the word back."""
    table = _table()
    if word in table.alone:
        return {word}
    found = set(table.bases.get(word, ()))
    for singular, plurals in table.endings:
        found.update(word.removesuffix(plural) + singular for plural in plurals if word.endswith(plural))
    found.update(base for base in _stripped(word) if word in _inflected(base))
    return found if found and word not in table.verbs else {word, *found}


def _stripped(word: str) -> Iterator[str]:
    """Bases that a regular form may have, some of them no words."""
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if ending == "ed" and stem.endswith("e") and stem + "e" not in _FREE:
            continue  # `need`, `exceed`
        if stem == word or len(stem) < 2 or not any(letter in _VOWELS + "y" for letter in stem):
            continue
        yield stem + "e"
        if len(stem) > 2:
            yield stem
        if ending == "ed" and stem.endswith("i"):
            yield stem[:-1] + "y"
        if ending == "ing" and stem.endswith("y") and len(stem) < 4:
            yield stem[:-1] + "ie"
        if len(stem) > 3 and (stem[-1] == stem[-2] or stem.endswith("ck")):
            yield stem[:-1]
    stem = word.removesuffix("s")
    if stem != word and len(stem) > 2 and not stem.endswith(("s", "u", "i")):
        yield stem
        if stem.endswith("ie"):
            yield stem[:-2] + "y"
        elif stem.endswith("e"):
            yield stem[:-1]


def _spellings(base: str) -> set[str]:
    other = _table().spellings.get(base)
    found = {base} if other is None else {base, other}
    if len(base) > 5:
        found |= {word[:-3] + "ize" for word in found if word.endswith("ise")}
        found |= {word[:-3] + "ise" for word in found if word.endswith("ize")}
        found |= {word.replace("isation", "ization") for word in found}
        found |= {word.replace("ization", "isation") for word in found}
    return found


@lru_cache(maxsize=65536)
def _inflected(base: str) -> frozenset[str]:
    """A base with all its forms, as verb and as noun."""
    table = _table()
    found = {base, _plural(base), *table.verbs.get(base, ()), *table.nouns.get(base, ())}
    if base.endswith("o"):
        found.add(base + "es")
    for singular, plurals in table.endings:
        if base.endswith(singular):
            found.update(base.removesuffix(singular) + plural for plural in plurals)
    stems = _stems(base)
    found.update(stem + "ing" for stem in stems)
    if base not in table.verbs:
        found.update(_past(base, stems))
    return frozenset(found - table.alone | {base})


def _plural(base: str) -> str:
    """The noun's plural and the verb's third person, which are spelled alike."""
    if base.endswith(_HISSING):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _stems(base: str) -> set[str]:
    """What `ing` is put on."""
    if base.endswith("ie"):
        return {base[:-2] + "y"}
    if base.endswith("e") and len(base) > 2 and not base.endswith(("ee", "ye", "oe")):
        return {base[:-1]}
    if base.endswith("ic"):
        return {base + "k"}
    if _SHORT.fullmatch(base):
        return {base + base[-1]}
    return {base, base + base[-1]} if _DOUBLING.fullmatch(base) else {base}


def _past(base: str, stems: set[str]) -> Iterator[str]:
    if base.endswith("e"):
        yield base + "d"
    elif base.endswith("y") and base[-2:-1] not in _VOWELS:
        yield base[:-1] + "ied"
    else:
        yield from (stem + "ed" for stem in stems)


@cache
def _table() -> _Table:
    tables: dict[str, dict[str, frozenset[str]]] = {"verbs": {}, "nouns": {}}
    bases: dict[str, list[str]] = {}
    endings: list[tuple[str, tuple[str, ...]]] = []
    alone: set[str] = set()
    spellings: dict[str, str] = {}
    section = ""
    for line in files(__package__).joinpath("irregular.txt").read_text("utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        if line.startswith("["):
            section = line.strip("[]")
            continue
        base, *others = line.split()
        words = [word for other in others for word in other.split("/")]
        if section == "alone":
            alone.update(line.split())
        elif section == "spellings":
            spellings[base], spellings[words[0]] = words[0], base
        elif base.startswith("-"):
            endings.append((base[1:], tuple(word[1:] for word in words)))
        else:
            tables[section][base] = frozenset(word.strip("[]") for word in words)
            for word in words:
                if not word.startswith("["):
                    bases.setdefault(word, []).append(base)
    return _Table(
        tables["verbs"],
        tables["nouns"],
        {word: tuple(found) for word, found in bases.items()},
        tuple(endings),
        frozenset(alone),
        spellings,
    )
