"""Numbers that point at something else: citations `[2–5]`, `(Ames et al., 2011)`, labels of figures `Figs. 4A and B`."""

from __future__ import annotations

import re

from checker.annotate import addresses
from checker.annotate.literals import literal
from checker.annotate.measure_words import TEMPERATURE
from checker.annotate.tokens import Chunk, Reading

_SHORT = frozenset("fig figs ref refs eq eqs tab no nos".split())
FIGURES = frozenset("fig figs figure figures table tables refs eq eqs equation equations scheme nos".split())
"""Words behind which a number labels something shown elsewhere."""
_WITHIN = frozenset((",", "-", "–", "—", "and", "&", ";"))
MONTHS = frozenset(
    "january february march april may june july august september october november december spring summer autumn fall "
    "winter monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Names of times, which with a number beside them are dates."""


def cited(chunk: Chunk, first: int, last: int) -> bool:
    """A number in brackets among nothing but numbers: `[7]`, `[12–15]`, `(26,29)`."""
    words = chunk.words
    left, right = first - 1, last
    while left >= 0 and (words[left] in _WITHIN or words[left][:1].isdigit()):
        left -= 1
    if left < 0 or words[left] not in ("[", "{", "("):
        return False
    while words[right] in _WITHIN or words[right][:1].isdigit():
        right += 1
    inside = words[left + 1 : right]
    if any(word[0].isdigit() and (len(word.split(",")[0]) > 3 or "." in word) for word in inside):
        return False
    if words[left] == "(":
        return words[right] == ")" and any(_listed(word) for word in inside)
    return words[right] == "]" if words[left] == "[" else words[right] == "}"


def _listed(word: str) -> bool:
    """Numbers set with a comma and no space, and no thousands: `26,29`."""
    return "," in word and len(word) > 1 and (literal(word) is None or len(word.rpartition(",")[2]) < 3)


def figure(chunk: Chunk, first: int) -> bool:
    """What stands after `Fig.`, `Figures 1A and`, `Refs. 4,` is a label, whatever letter is glued to it."""
    words, at = chunk.words, first - 1
    while at > 0 and (words[at] in _WITHIN or words[at] == "to") and first - at < 10:
        at -= 1 + (words[at - 1] in _WITHIN)
        at -= len(words[at]) == 1 and words[at].isalpha()
        if not words[at][:1].isdigit():
            return False
        at -= 1
    if at > 0 and words[at] == ".":
        return words[at - 1] in _SHORT
    return at >= 0 and words[at] in FIGURES


def argument(chunk: Chunk, first: int) -> bool:
    """Within brackets that stand right behind a letter: `F(3, 8.9) = 4.1`."""
    words, at = chunk.words, first - 1
    while (at > 0 and words[at] in (",", ";", "=")) or (at > 0 and words[at][:1].isdigit()):
        at -= 1
    return at > 0 and words[at] == "(" and chunk.glued(at) and len(words[at - 1]) == 1 and words[at - 1].isalpha()


_NAMED = r"[^\W\d_a-z][\w'’-]+"
_NAME = re.compile(rf"{_NAMED}\Z")
_YEAR = re.compile(r" \(((?:1[5-9]|20)\d\d)(?=[a-z]?[),;])")
_CITED = re.compile(rf"({_NAMED}),? ((?:1[5-9]|20)\d\d)(?=[a-z]?[),;:])")
_BRACKET = re.compile(r"\([^()]{4,240}\)")


_LONGEST = 60
"""Letters of a name, at most."""


def cited_years(text: str) -> frozenset[int]:
    """Where the years of citations of one author begin, in a text that cites as scholars do: `(Knox, 1998)`,
    `Zent (1998)`. In news the same signs are a place and its date."""
    if "et al" not in text:
        return frozenset()
    found = []
    for year in _YEAR.finditer(text):
        name = _NAME.search(text, max(0, year.start() - _LONGEST), year.start())
        if name:
            found.append((name[0], year.start(1)))
    for group in _BRACKET.finditer(text):
        found += [(match[1], group.start() + match.start(2)) for match in _CITED.finditer(group[0])]
    return frozenset(at for name, at in found if name.lower() not in MONTHS)


def no_date(chunk: Chunk, one: Reading) -> bool:
    """A reading of a date or time that is a label, or the year of a citation."""
    words, first = chunk.words, one.core_first
    if one.last - one.first < 3 and first and (words[first][0].isdigit() and figure(chunk, first)):
        return True
    after = words[one.last]
    if (
        one.kind == "date"
        and "/" in words[first : one.last]
        and chunk.glued(one.last)
        and after.isalpha()
        and after != "s"
    ):
        return True  # `core 22/10a`
    word = words[first]
    if after in ("x", "×") and words[one.last + 1].isdigit():
        return True  # `1920 x 1080`
    if words[first + 1] == ":" and proportion(words, first):
        return True
    tens = words[one.last - 1] == "s" and words[one.last - 2] in _TENS
    if tens and any(before in TEMPERATURE for before in words[max(0, first - 6) : first]):
        return True  # `highs in the 90s`
    if after in _REDUCED and "/" in words[first : one.last]:
        return True  # `1/2 off`
    if one.kind in ("duration", "time") and words[first - 1] == "-" and chunk.glued(first) and chunk.glued(first + 1):
        return (
            chunk.glued(first - 1) and words[first - 2].isalpha() and len(words[one.last - 1]) == 1
        )  # `B-17s`, `P-8A`
    if word.isdigit() and len(word) == 4 and one.core_last == first + 1 and addresses.address(chunk, first + 1):
        return True  # `at 1925 Elm Avenue`
    if one.kind != "date" or one.core_last != first + 1 or len(word) != 4 or not word.isdigit():
        return False
    return _author(chunk, first)


_TENS = frozenset(f"{tens}0" for tens in range(1, 12))
_REDUCED = frozenset(("off", "price"))


def proportion(words: list[str], at: int) -> bool:
    """The two numbers at tokens `at` to `at + 3`, with a colon between them, are a ratio by the words beside them."""
    return words[at + 3] in _PROPORTIONS or any(word in _PROPORTIONS for word in words[max(0, at - 6) : at])


_PROPORTIONS = frozenset(
    "ratio ratios dilution dilutions diluted scale scales odds mixture aspect proportion slope gradient".split()
)


def _author(chunk: Chunk, first: int) -> bool:
    """`et al., 2005`, `et al. (2005, 2006)`, `(Ames and Bell, 2005; `; one name and a year may be a place and its date."""
    words, at = chunk.words, first - 1
    while at > 0 and words[at] == "," and len(words[at - 1]) == 4 and words[at - 1].isdigit():
        at -= 2
    bracket = words[at] == "("
    at -= words[at] in (",", "(")
    if at < 1:
        return False
    at -= words[at] == "."
    if words[at] == "al" and words[at - 1] == "et":
        return True
    if bracket or words[first - 1] != "," or words[first + 1] not in (")", ";") or words[at] in MONTHS:
        return False
    names, several = at, words[first + 1] == ";"
    while names > 0 and (chunk.upper(names) or words[names] in ("and", "&", "-", "'")):
        several = several or words[names] in ("and", "&")
        names -= 1
    return names < at and (words[names] == ";" or (words[names] == "(" and several))
