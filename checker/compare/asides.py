"""What a document says besides its own figure: a part of it, what was thought before, another case.

Such a value is put aside only where it would clash, and only where the figure itself is stated as well: by the same
document or, where the words leave no doubt, by any.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from checker.compare.bounds import Bounds
from checker.compare.figures import CHANGES
from checker.extraction.saying import FORMER, SAYING, one_of
from checker.model.comparison import Assertion

_TOLD = (
    rf"(?:{one_of(SAYING)}|saying|thought|believed|feared|reported|reports?|put|estimated?|estimates"
    r"|tolls?|figures?|counts?|numbers?|totals?|tall(?:y|ies)|statements?|given|gave|suggested|indicated|listed)"
)
_FIRST = (
    r"(?:at first|first(?!\s+(?:time|half|quarter|day|week|month|year|of|in|to)\b)|initially|previously|originally|provisionally"
    r"|earlier(?!\s+(?:this|in|on|that|today|than|at)\b))"
)
_FORMER = one_of(FORMER, ("initial", "preliminary", "provisional"))
_CHANGE = one_of(CHANGES, ("revised", "corrected", "changed", "amended", "updated"))
_FEW = r"(?:[\w’'-]+\W+)"
_NOT_TO = r"(?:(?!to\b)[\w’'-]+\W+)"


class _Sign(NamedTuple):
    """Words before and behind a value that put it aside, and why. `alone`: even where the document has no other."""

    why: str
    before: str = ""
    behind: str = ""
    alone: bool = False


_SIGNS = (
    _Sign(
        "what it was before a change",
        before=rf"\b{_CHANGE}\b[^.;:]*\bfrom\s+{_NOT_TO}{{0,3}}$"
        rf"|\b(?:correct|revis|replac)(?:s|es|ed|ing)\s+{_NOT_TO}{{1,4}}$",
    ),
    _Sign(
        "what it was before a change",
        before=rf"\bfrom\s+{_NOT_TO}{{0,3}}$",
        behind=r"[^.;:,]{0,40}?\bto\s+[\w’'-]*\s*\d",
    ),
    _Sign(
        "what was thought at first",
        before=rf"\b(?:{_FIRST}\W+{_FEW}{{0,4}}?|{_FORMER}\s+{_FEW}{{0,1}}?){_TOLD}\b[^.;:,]*$"
        rf"|\b{_TOLD}\s+{_FEW}{{0,2}}?{_FIRST}\b[^.;:,]*$",
        alone=True,
    ),
    _Sign(
        "what was thought at first",
        behind=rf"[^.;:]{{0,40}}?\b(?:{_FIRST}\s+{_TOLD}|{_TOLD}\s+{_FIRST})\b",
        alone=True,
    ),
    _Sign(
        "what was thought at first",
        before=rf"\b{_FIRST}\W+{_FEW}{{0,2}}$",
        behind=r"[^.;:,]{0,40}?\b(?:thought|believed|feared|reported|said)\b",
        alone=True,
    ),
    _Sign(
        "another case",
        before=rf"\b(?:another|an?\s+(?:{_FEW})?(?:separate|unrelated|similar|different|previous|earlier))\s+{_FEW}{{1,5}}$",
        alone=True,
    ),
    _Sign(
        "another case",
        behind=r"[^.;:]{0,40}?\b(?:in|after|during) (?:another|a (?:separate|similar|different|previous))\b",
        alone=True,
    ),
    _Sign(
        "another time",
        before=(
            r"\b(?:since|(?:last|every|each|per|the previous|an average) (?:year|month|week|decade)|on average|annually"
            r"|(?:years?|decades?|months?|weeks?|days?) (?:earlier|before|later|ago))\b[^.;:]*$"
        ),
    ),
    _Sign(
        "another time",
        behind=r"[^.;:,\d]{0,30}?\b(?:(?:a|per|every|each|last) year|annually|on average"
        r"|(?:years?|decades?) (?:ago|earlier|before))\b",
    ),
    _Sign(
        "of another",
        before=(
            rf"\b(?:once|formerly|used to|the (?:old|former|previous|earlier|original)\s+{_FEW}{{1,2}})[^.;:,\d]{{0,30}}$"
            rf"|\b(?:its|his|her|their)\s+{_FEW}{{1,2}}(?:which|who|that)\s+{_FEW}{{1,3}}$"
        ),
    ),
    _Sign(
        "a part of it",
        before=(
            rf"\b(?:including|among|of)\s+(?:them|whom|which|those|these)\W+{_FEW}{{0,4}}$|\bincluding\s+{_FEW}{{0,4}}$"
            rf"|(?:^|[,;(–—]\s*)(?:among|of)\s+(?:the|those|all)\b[^.;:]*,\s*{_FEW}{{0,3}}$"
        ),
    ),
    _Sign(
        "a part of it",
        behind=r"\W+(?:[\w’'-]+\W+){0,3}?of\s+(?:them|whom|those|these|the\s+(?:dead|victims|wounded|injured|killed))\b",
    ),
    _Sign("others", before=r"\b(?:another|others?|a further|further|additional)\s+$"),
    _Sign("others", behind=r"\s+(?:more|others?|additional|further)\b"),
)

_YEAR = re.compile(
    r"\b(?:in|since|of|during|from|by)\s+(?:[a-z]+\s+)?((?:1[5-9]|20)\d\d)\b|\b[a-z]+ \d{1,2}, ((?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_NO_YEAR = "present"
"""Behind every year."""
_MARK = re.compile(r"[;:()—–]")


def without(items: Sequence[Bounds]) -> tuple[list[Bounds], list[str]]:
    """The values of one set without those that are told aside, and for each of those its words and why."""
    signs = [_sign(item.assertion) for item in items]
    years = [_year(item.assertion) for item in items]
    plain: dict[str, list[str]] = defaultdict(list)  # the years of what each document states plainly
    naming: dict[str, set[str]] = defaultdict(set)  # the documents that state it plainly of each year
    for item, sign, year in zip(items, signs, years, strict=True):
        if sign is None:
            plain[item.assertion.document].append(year or _NO_YEAR)
            naming[year or _NO_YEAR].add(item.assertion.document)
    kept, told = [], []
    for item, sign, year in zip(items, signs, years, strict=True):
        one = item.assertion
        why = "" if sign is None else sign.why
        if sign is None and year and max(plain[one.document]) > year and naming[year] == {one.document}:
            why = f"of {year}"
        if why and (one.document in plain or (sign is not None and sign.alone and plain)):
            told.append(f"“{one.text}” ({one.document}) is {why}")
        else:
            kept.append(item)
    return kept, told


def _sign(one: Assertion) -> _Sign | None:
    start = one.start - one.sentence_span[0]
    before, behind = one.sentence[:start], one.sentence[start + len(one.text) :]
    for sign in _SIGNS:
        if (not sign.before or _pattern(sign.before).search(before)) and (
            not sign.behind or _pattern(sign.behind).match(behind)
        ):
            return sign
    return None


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Compiled where a clash first asks for it."""
    return re.compile(words, re.IGNORECASE)


def _year(one: Assertion) -> str | None:
    """The latest year that is named beside a value, between the marks that part its sentence."""
    start = one.start - one.sentence_span[0]
    marks = [mark.start() for mark in _MARK.finditer(one.sentence)]
    low = max((mark for mark in marks if mark < start), default=0)
    high = min((mark for mark in marks if mark >= start), default=len(one.sentence))
    return max((first or second for first, second in _YEAR.findall(one.sentence[low:high])), default=None)
