"""Sentences and paragraphs: one tuned pattern for the ends, and the abbreviations after which none ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model.document import Span

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr gen col lt maj capt sgt cpl cmdr adm rep sen gov pres hon rev fr bros rt insp supt det messrs "
    "mt ft no nos figs refs eq eqs tab vs v etc e.g i.e cf approx est dept univ vol pp p fig ed eds al ca co inc ltd corp ave blvd rd "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "u.s u.k u.n e.u a.m p.m d.c l.a n.y ph.d m.d b.a m.a b.c a.d u.s.a art sec ch rs cl par para nr sq min max".split()
)
_ENDING_TOO = frozenset(
    "a.m p.m u.s u.k u.n e.u d.c l.a n.y ph.d m.d b.c a.d u.s.a co inc ltd corp etc al jr sr".split()
)
"""Abbreviations that close a sentence as often as not: one ends where a word follows that only begins sentences."""
_OPENERS = frozenset(
    "the a an in on at it he she they we i this that these those but and so however meanwhile there as for after when while "
    "with his her its their our if since many some most more all both one no not what who why how police officials "
    "authorities according earlier later now then also".split()
)
_END = re.compile(
    r"[.!?…\n]"  # one set of characters first: the search then skips all others at the speed of a scan
    r"(?:(?<=\n)\s*"  # a line's end, or a blank line
    r"|[.!?…\"'”’)\]]*()[^\S\n]+(?=[\"'“‘(\[—–-]*[A-Z0-9À-Þ]))"  # a stop, and what can begin a sentence
)
_FIRST_WORD = re.compile(r"[\"'“‘(\[—–-]*(\w+)")


def split(text: str, furniture: Sequence[Span] = ()) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of sentences and of paragraphs, in order, without white space at their ends and without furniture."""
    sentences: list[Span] = []
    paragraphs: list[Span] = []
    for start, end in _between(len(text), furniture):
        _split(text, start, end, sentences, paragraphs)
    return tuple(sentences), tuple(paragraphs)


def _between(size: int, furniture: Sequence[Span]) -> list[Span]:
    """The spans that furniture leaves."""
    spans, at = [], 0
    for start, end in furniture:
        if start > at:
            spans.append((at, start))
        at = max(at, end)
    if at < size:
        spans.append((at, size))
    return spans


def _split(text: str, start: int, end: int, sentences: list[Span], paragraphs: list[Span]) -> None:
    wrapped = _wrapped(text, start, end)
    while start < end and text[start].isspace():
        start += 1
    first = begin = line = start
    for match in _END.finditer(text, start, end):
        at, after = match.span()
        if text[at] == "\n":
            blank = after - at > 1 and text.count("\n", at, after) > 1
            if wrapped and not blank and at - line > 40 and text[at - 1] not in ".!?:":
                line = after
                continue
            line = after
            if not blank and not wrapped and text[after : after + 1].islower():
                continue
            _add(text, begin, at, sentences)
            begin = after
            if blank or not wrapped:
                _add(text, first, at, paragraphs)
                first = after
        elif text[at] != "." or text[at + 1] in ".?!" or _ends(text, begin, at, after):
            sentences.append((begin, match.start(1)))
            begin = after
    _add(text, begin, end, sentences)
    _add(text, first, end, paragraphs)


def _add(text: str, start: int, end: int, spans: list[Span]) -> None:
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        spans.append((start, end))


_LOW_LINE = re.compile(r"\n[a-z]")


def _wrapped(text: str, start: int, end: int) -> bool:
    """Lines are broken by width, not by sense: many begin in the middle of a sentence."""
    end = min(end, start + 20_000)
    breaks = text.count("\n", start, end)
    return breaks > 2 and len(_LOW_LINE.findall(text, start, end)) * 5 > breaks


def _only_figures(text: str) -> bool:
    """What a date with spaced points begins with: `26 . 10.21`."""
    return len(text) < 9 and text.replace(" ", "").replace(".", "").isdigit()


def _ends(text: str, begin: int, at: int, after: int) -> bool:
    """The full stop at `at` ends a sentence: no abbreviation, initial or number of a list stands before it."""
    word = text[max(begin, at - 12) : at]
    if len(word) > 5 and word[-6:].isalpha():
        return True
    word = word.split()[-1] if word and not word[-1].isspace() else ""
    word = word.lstrip("\"'“‘([—–-").lower()
    word_start = at - len(word)
    if not word:
        return not (text[after : after + 1].isdigit() and _only_figures(text[begin:at]))
    if len(word) == 1 and word.isalpha() and word != "i":
        return text[max(begin, word_start - 2) : word_start - 1].isdigit()  # `at 300 K.`, but `Ann B. Carr`
    if word.isdigit():
        return word_start > begin and text[word_start - 1] != "\n"
    if word in _ABBREVIATIONS:
        if word in (
            "no",
            "sat",
            "sun",
            "art",
            "may",
            "mar",
            "sec",
            "fig",
            "ed",
            "min",
            "max",
            "par",
            "est",
            "co",
            "al",
            "p",
            "ch",
        ):
            if word == "no" and not text[after : after + 1].isdigit():
                return True
            if (
                word in ("sat", "sun", "art", "mar", "min", "max", "par")
                and not text[after : after + 1].isdigit()
                and text[word_start].islower()
            ):
                return True
        if word not in _ENDING_TOO:
            return False
        following = _FIRST_WORD.match(text, after)
        return bool(following) and following.group(1).lower() in _OPENERS if following else True
    return True
